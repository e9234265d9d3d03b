"""A process that has imported the program and read its tables, and forks for each run: a run then costs what it does alone.

The tests start it with one end of a socket (`program.py`). A message is the size of a request, with the descriptors of the
run's standard input, output and error; the request follows, as JSON. The answer is the status with which the run ended.
"""

import contextlib
import gc
import json
import os
import pkgutil
import resource
import shlex
import signal
import socket
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import guessmail
from guessmail.cli import _run, main
from guessmail.domains import registrable

__all__ = ["CPU_SECONDS", "HANG", "SIZE"]

CPU_SECONDS = 20
"""What a run may take of the processor, many times what it takes: hanging, and nothing else, is what it finds."""
SIZE = 8
"""Bytes of the number that says how long a request is."""
HANG = 300
"""Seconds after which a program hangs that should have ended, however busy the machine."""

USED = """
disposable_email_domains dns.rdtypes.ANY.MX dns.rdtypes.IN.A email_validator encodings.cp437 encodings.utf_8_sig
idna.uts46data openpyxl platformdirs.unix rich.console rich.table rich.text yaml
""".split()
"""What functions of the program import."""

PEOPLE = "name,domain,email,status\nDr. Jane von Doe,acme.example,jane.doe@acme.example,\nBob Jones,acme.example,,\n王芳,,,\n"

COMMANDS = """
--help
learn LIST
learn --samples "Bob Jones <bob@acme.example>"
guess "Jane Doe" acme.example --no-mx --sample "Bob Jones <bob@acme.example>"
guess -i LIST --no-mx
guess -i LIST --no-mx --format jsonl
domain "Example Technologies GmbH" --no-mx
suppress add jane.doe@acme.example
suppress list
why jane.doe@acme.example --no-mx
outcome bounced bob.jones@acme.example
formats acme.example
forget bob.jones@acme.example
store export
"""
"""Commands as a shell reads them; where LIST stands, a list of people."""


def serve(tests: socket.socket) -> None:
    """Run the program whenever it is asked for, until the tests have ended."""
    own = (module.name for module in pkgutil.walk_packages(guessmail.__path__, "guessmail."))
    for name in (*own, *USED):
        with contextlib.suppress(ImportError):  # an extra that is not installed
            import_module(name)
    with tempfile.TemporaryDirectory() as folder:
        _warm_up(Path(folder))
    gc.freeze()
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


def _warm_up(folder: Path) -> None:
    """Run commands once: tables, options and expressions that they make for themselves are the same in every run."""
    os.environ |= {"GUESSMAIL_STORE": str(folder / "store.db"), "GUESSMAIL_RECORD": "1"}
    people = folder / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    with (folder / "said").open("w", encoding="utf-8") as said, contextlib.redirect_stderr(said):
        for line in COMMANDS.strip().splitlines():
            _run([str(people) if word == "LIST" else word for word in shlex.split(line)])
    registrable("example.kawasaki.jp")


def _become(streams: list[int], arguments: list[str], env: dict[str, str], folder: str, largest: int) -> None:
    """Take on what a shell would have given the process."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.closerange(3, max(streams) + 1)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding=old.encoding, errors=old.errors)
        for number, (mode, old) in enumerate(zip("rww", (sys.stdin, sys.stdout, sys.stderr), strict=True))
    )
    for name in os.environ.keys() - env.keys():
        del os.environ[name]
    os.environ.update(dict(env.items() - os.environ.items()))
    os.chdir(folder)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
    signal.alarm(HANG)
    sys.argv = arguments


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
