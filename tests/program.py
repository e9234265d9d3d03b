"""The installed program, as a process."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

__all__ = ["CLOSED", "HANG", "PROGRAM", "environment", "run"]

CLOSED = "127.0.0.1:9"
"""A resolver that is none: the port is that of the discard service, which nobody runs."""

PROGRAM = str(Path(sys.executable).with_name("guessmail"))

OTHERS = ("GUESSMAIL_", "PYTHONDONTWRITEBYTECODE")
"""Variables of the shell that runs the tests, of which the program knows nothing, begin so."""
HANG = 300
"""Seconds after which a program hangs that should have ended, however busy the machine."""


def environment(**more: str) -> dict[str, str]:
    """Return the variables of a shell that knows nothing of guessmail but what is given, and keeps compiled modules.

    DNS is asked on loopback alone, at a closed port unless `more` or the command line names another server.
    """
    own = {name: value for name, value in os.environ.items() if not name.startswith(OTHERS)}
    return own | {"COLUMNS": "100", "GUESSMAIL_RESOLVER": CLOSED} | more


def run(*arguments: str, piped: str = "", env: dict[str, str] | None = None, **more: Any) -> "Ran":
    """Run it to its end."""
    done = subprocess.run(
        [PROGRAM, *arguments],
        input=None if "stdin" in more else piped,
        capture_output="stdout" not in more,
        encoding="utf-8",
        env=environment(**(env or {})),
        timeout=HANG,
        check=False,
        **more,
    )
    return Ran(done.args, done.returncode, done.stdout or "", done.stderr or "")


class Ran(subprocess.CompletedProcess[str]):
    """What came of it."""

    def __repr__(self) -> str:
        return f"status {self.returncode}\n{self.stdout}\n--- stderr\n{self.stderr}"
