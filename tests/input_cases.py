"""Files as people have them, through the installed program: some files, some commands that run in turn with one store, and what the last one prints."""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

from program import CLOSED, environment, run

__all__ = ["Case", "check"]


class Case(NamedTuple):
    files: dict[str, str]
    commands: tuple[str, ...]
    found: tuple[str, ...] = ()
    """Regular expressions of what the last command prints."""
    lacking: tuple[str, ...] = ()
    """Those of what it must not print."""
    said: tuple[str, ...] = ()
    """Those of what it says on stderr."""
    unsaid: tuple[str, ...] = ()
    """Those of what it must not say there."""
    status: int | None = None


def check(case: Case, folder: Path) -> None:
    """Run the commands of a case in a folder, and judge what the last one prints and says."""
    for name, text in case.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    variables = environment(GUESSMAIL_STORE=str(folder / "store.db"), XDG_CACHE_HOME=str(folder))
    for command in case.commands:
        done = run(*shlex.split(command.replace("RESOLVER", CLOSED)), cwd=folder, env=variables)
    assert case.status in {None, done.returncode}, done
    for pattern in case.found:
        assert re.search(pattern, done.stdout, re.MULTILINE), done
    for pattern in case.lacking:
        assert not re.search(pattern, done.stdout, re.MULTILINE), done
    for pattern in case.said:
        assert re.search(pattern, done.stderr, re.MULTILINE), done
    for pattern in case.unsaid:
        assert not re.search(pattern, done.stderr, re.MULTILINE), done
