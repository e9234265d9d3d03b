"""Streams: opening the files that users name, and keeping control sequences away from terminals.

Names, notes, file names and bounces may contain sequences that move the cursor, or set the window's title or the clipboard
(ECMA-48), and marks that reverse the order of letters. Standard output to a file or a pipe is data, and is not changed.
"""

import codecs
import contextlib
import io
import os
import stat
import sys
from collections.abc import Iterable
from typing import Any, BinaryIO, TextIO, cast

from guessmail.errors import BrokenFileError, UsageError, explained
from guessmail.text import printable_lines


def open_file(path: str) -> io.BufferedReader:
    """Open a file, or standard input for `-`, to read bytes; `BrokenFileError` if that fails."""
    if path == "-":
        if sys.stdin is None:
            raise BrokenFileError("Standard input is closed: name a file, or pipe something in.")
        return io.BufferedReader(_PolledFile(sys.stdin.fileno(), closefd=False))
    with explained(f"{path} cannot be read"):
        file = _PolledFile(path)
    return io.BufferedReader(file)


class _PolledFile(io.FileIO):
    """A file that is polled each second until it has data: a signal just before a blocking read would wait for its end."""

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while has_more(self, 1) is False:
            pass
        return super().readinto(buffer)


def is_file(stream: "io.BufferedReader[Any] | io.FileIO") -> bool:
    """Return whether a stream is a regular file, which can be read more than once."""
    with contextlib.suppress(OSError):
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    return False


def refuse_same_file(source: "io.BufferedReader[Any]", output: str) -> None:
    """Raise a `UsageError` if `output` is the file of `source`; empty `output` is standard output."""
    try:
        read = os.fstat(source.fileno())
        written = os.stat(output) if output else os.fstat(1)  # noqa: PTH116
    except (OSError, ValueError):  # no descriptor, or no such file yet
        return
    if stat.S_ISREG(read.st_mode) and (read.st_dev, read.st_ino) == (written.st_dev, written.st_ino):
        raise UsageError("The output is the input file. Write to another file and rename it afterwards.")


def is_direct(path: str) -> bool:
    """Return whether a path names a device, a pipe or an open file: these are written in place, not replaced."""
    folder, name = os.path.split(path)
    named = os.path.join(os.path.realpath(folder), name)  # noqa: PTH118 - as the rest, without pathlib's rules
    is_other = os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113
    return is_other or named.startswith(("/dev/std", "/dev/fd/", "/proc/")) or is_stdout(path)


def is_stdout(path: str) -> bool:
    """Return whether a path names the file that standard output leads to."""
    with contextlib.suppress(OSError):
        return os.path.samestat(os.stat(path), os.fstat(1))  # noqa: PTH116
    return False


def seekable(stream: io.BufferedReader) -> io.BufferedReader:
    """Return a stream that can be read again from its start; a pipe is copied to a temporary file."""
    if is_file(stream):
        return stream
    import shutil
    import tempfile

    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        return io.BufferedReader(io.FileIO(os.dup(copy.fileno())))


class Span(io.FileIO):
    """A file from a position on, read without moving the position of its descriptor."""

    def __init__(self, descriptor: int, start: int) -> None:
        super().__init__(descriptor, closefd=False)
        self._at = start

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read the next bytes."""
        place = self.tell()
        self.seek(self._at)
        size = super().readinto(buffer)
        self._at += size
        self.seek(place)
        return size


def has_more(stream: "io.BufferedReader[Any] | io.FileIO", seconds: float = 0) -> bool | None:
    """Return whether a read would return within `seconds`, as it does at the end, too; None if the system cannot tell."""
    import select

    with contextlib.suppress(OSError, ValueError):  # Windows selects sockets only
        return is_file(stream) or bool(select.select([stream], [], [], seconds)[0])
    return None


class _GuardedBytes(io.RawIOBase):
    """A stream of UTF-8 whose text is made `printable`; if `is_message`, errors of writing are ignored."""

    def __init__(self, stream: BinaryIO, *, is_message: bool = False) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.faults = contextlib.suppress(*([OSError] if is_message else []))

    def write(self, data: Any) -> int:
        view = memoryview(printable_lines(self._decoder.decode(bytes(data))).encode())
        with self.faults:
            while view:
                view = view[self._stream.write(view) :]
        return len(data)

    def flush(self) -> None:
        with self.faults:
            self._stream.flush()


class _GuardedText:
    """A text stream whose text is made `printable`; `is_message` as for `_GuardedBytes`."""

    def __init__(self, stream: TextIO, *, is_message: bool = False) -> None:
        self.unguarded = stream
        # click writes bytes where the encoding is ASCII.
        self.buffer = _GuardedBytes(stream.buffer, is_message=is_message)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.unguarded, name)

    def write(self, text: str) -> int:
        with self.buffer.faults:
            self.unguarded.write(printable_lines(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        with self.buffer.faults:
            self.unguarded.flush()


def guard_streams() -> None:
    """Guard standard error, and standard output on a terminal; what their encodings lack (é in a C locale) is replaced."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if sys.stdout.isatty():
        sys.stdout = cast("TextIO", _GuardedText(sys.stdout))
    sys.stderr = cast("TextIO", _GuardedText(sys.stderr, is_message=True))


def guarded(stream: BinaryIO) -> BinaryIO:
    """Return a stream of bytes whose text is made `printable` if it leads to a terminal; else the stream itself."""
    return cast("BinaryIO", _GuardedBytes(stream)) if stream.isatty() else stream


def unguarded(stream: TextIO) -> TextIO:
    """Return the stream behind a guarded one, for writers of control sequences that make texts `printable` themselves."""
    return getattr(stream, "unguarded", stream)


def say(text: str) -> None:
    """Print a text, made `printable`, on standard output: also in a file or a pipe."""
    import click

    click.echo(printable_lines(text))
