"""The installed program, as a process.

`run` and `start` fork it from a process that has imported it (`template.py`): its streams, files, limits and signals are those of
any process, and it runs from `main` to its end. What start-up does with them is tested by starting `PROGRAM` itself.
"""

import atexit
import contextlib
import functools
import json
import os
import resource
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from template import HANG, SIZE

__all__ = [
    "CLOSED",
    "HANG",
    "JSON_KEYS",
    "PROGRAM",
    "Ran",
    "environment",
    "run",
    "run_bytes",
    "start",
    "until",
]

CLOSED = "127.0.0.1:9"
"""A resolver that is none: the port is that of the discard service, which nobody runs."""

JSON_KEYS = "row input name domain company candidates samples observed country kind mx problem".split()
"""Those of a guess in JSON, in their order."""

PROGRAM = str(Path(sys.executable).with_name("guessmail"))

AT_ONCE = 4096
"""Bytes that every pipe holds before anybody reads."""

OTHERS = ("GUESSMAIL_", "PYTHONDONTWRITEBYTECODE")
"""Variables of the shell that runs the tests, of which the program knows nothing, begin so."""


def environment(**more: str) -> dict[str, str]:
    """Return the variables of a shell that knows nothing of guessmail but what is given, and keeps compiled modules.

    DNS is asked on loopback alone, at a closed port unless `more` or the command line names another server; guesses are
    recorded in a store that `more` names, and in no other.
    """
    own = {name: value for name, value in os.environ.items() if not name.startswith(OTHERS)}
    recorded = str(int("GUESSMAIL_STORE" in more))
    return own | {"COLUMNS": "100", "GUESSMAIL_RESOLVER": CLOSED, "GUESSMAIL_RECORD": recorded} | more


class Ran(subprocess.CompletedProcess[str]):
    """What came of it."""

    def __repr__(self) -> str:
        return f"status {self.returncode}\n{self.stdout}\n--- stderr\n{self.stderr}"


def run(*arguments: str, piped: str = "", env: dict[str, str] | None = None, **more: Any) -> Ran:
    """Run it to its end."""
    done = run_bytes(*arguments, piped=piped.encode(), env=env, **more)
    return Ran(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def run_bytes(
    *arguments: str | bytes,
    piped: bytes = b"",
    env: dict[str, str] | None = None,
    cwd: Path = Path(),
    stdin: IO[Any] | None = None,
    stdout: IO[Any] | None = None,
    stderr: IO[Any] | None = None,
    largest: int = resource.RLIM_INFINITY,
) -> subprocess.CompletedProcess[bytes]:
    """Run it to its end, in and out by pipes but for the streams that are given; no file may be larger than so many bytes."""
    (given, giving), (taking, taken), (hearing, said) = os.pipe(), os.pipe(), os.pipe()
    wait = start(
        *arguments,
        stdin=stdin.fileno() if stdin else given,
        stdout=stdout.fileno() if stdout else taken,
        stderr=stderr.fileno() if stderr else said,
        env=env,
        cwd=cwd,
        largest=largest,
    )
    for end in (given, taken, said):
        os.close(end)
    heard: list[bytes] = []
    hears = threading.Thread(target=lambda: heard.append(_read(hearing)))
    gives = threading.Thread(target=_write, args=(giving, piped))
    hears.start()
    if len(piped) > AT_ONCE:
        gives.start()
    else:
        gives.run()
    out = _read(taking)
    hears.join()
    if len(piped) > AT_ONCE:
        gives.join()
    return subprocess.CompletedProcess(list(arguments), wait(), out, heard[0])


def until(is_so: Callable[[], bool]) -> None:
    """Wait for what must come, however slow the machine."""
    end = time.monotonic() + HANG
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.005)


def _write(pipe: int, piped: bytes) -> None:
    with contextlib.suppress(BrokenPipeError), os.fdopen(pipe, "wb") as file:
        file.write(piped)


def _read(pipe: int) -> bytes:
    with os.fdopen(pipe, "rb") as file:
        return file.read()


def start(
    *arguments: str | bytes,
    stdin: int,
    stdout: int,
    stderr: int,
    env: dict[str, str] | None = None,
    cwd: Path = Path(),
    largest: int = resource.RLIM_INFINITY,
) -> Callable[[], int]:
    """Start it, and return what waits for its end and returns its status, or its signal as a negative number.

    Nothing else can be started before that.
    """
    variables = environment(**({"GUESSMAIL_RECORD": "1"} if "--store" in arguments else {}) | (env or {}))
    read_at_start = {name: value for name, value in variables.items() if name.startswith(("LC_", "PYTHON"))}
    template = _template(*read_at_start.items())
    asked = {
        "arguments": [PROGRAM, *map(os.fsdecode, arguments)],
        "env": variables,
        "folder": str(cwd.absolute()),
        "largest": largest,
    }
    request = json.dumps(asked).encode()
    socket.send_fds(template, [len(request).to_bytes(SIZE, "big")], [stdin, stdout, stderr])
    template.sendall(request)
    return lambda: int.from_bytes(template.recv(8), "big", signed=True)


@functools.cache
def _template(*read_at_start: tuple[str, str]) -> socket.socket:
    """Return the way to a process that forks, started with the variables that Python reads only then."""
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("template.py"), str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdout=subprocess.DEVNULL,
            env=environment(**dict(read_at_start)),
        )

    @atexit.register
    def end() -> None:
        ours.close()
        process.wait()

    return ours
