"""A process that has imported the program and read its tables, and forks for each run: a run then costs what it does alone.

The tests start it with one end of a socket (`program.py`). A message is the size of a request, with the descriptors of the
run's standard input, output and error; the request follows, as JSON. The answer is the status with which the run ended.
"""

import contextlib
import json
import os
import pkgutil
import resource
import signal
import socket
import sys
from importlib import import_module

import guessmail
from guessmail.cli import main
from guessmail.directory import Directory
from guessmail.guesser import Guesser, Question

__all__ = ["CPU_SECONDS", "HANG", "SIZE"]

CPU_SECONDS = 20
"""What a run may take of the processor, many times what it takes: hanging, and nothing else, is what it finds."""
SIZE = 8
"""Bytes of the number that says how long a request is."""
HANG = 300
"""Seconds after which a program hangs that should have ended, however busy the machine."""

USED = ("openpyxl", "platformdirs.unix", "rich.console", "rich.table", "rich.text")
"""What functions of the program import."""


def serve(tests: socket.socket) -> None:
    """Run the program whenever it is asked for, until the tests have ended."""
    own = (module.name for module in pkgutil.walk_packages(guessmail.__path__, "guessmail."))
    for name in (*own, *USED):
        with contextlib.suppress(ImportError):  # an extra that is not installed
            import_module(name)
    guesser = Guesser(directory=Directory())
    guesser.guess(Question("Dr. Jane von Doe", "example.co.za"))
    guesser.finder.find("Example Technologies GmbH")
    while (received := socket.recv_fds(tests, SIZE, 3))[0]:
        size, streams = int.from_bytes(received[0], "big"), received[1]
        asked = json.loads(tests.recv(size, socket.MSG_WAITALL))
        process = os.fork()
        if not process:
            tests.close()
            _become(streams, **asked)
            main()
        for stream in streams:
            os.close(stream)
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        tests.send(status.to_bytes(8, "big", signed=True))


def _become(streams: list[int], arguments: list[str], env: dict[str, str], folder: str, largest: int) -> None:
    """Take on what a shell would have given the process."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.closerange(3, max(streams) + 1)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding=old.encoding, errors=old.errors)
        for number, (mode, old) in enumerate(zip("rww", (sys.stdin, sys.stdout, sys.stderr), strict=True))
    )
    os.environ.clear()
    os.environ.update(env)
    os.chdir(folder)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
    signal.alarm(HANG)
    sys.argv = arguments


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
