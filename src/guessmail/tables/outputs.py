"""Where a list is written: OUT.part, which becomes OUT when all rows are there, or straight to a pipe."""

import contextlib
import hashlib
import io
import os
import shutil
import stat
import sys
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import Any, BinaryIO

from guessmail import __version__
from guessmail.errors import BrokenFileError, UsageError
from guessmail.tables.parts import (
    create_beside,
    open_alone,
    part_of,
    read_note,
    real_path,
    remove_note,
    take_mode_of,
    write_note,
)
from guessmail.text.streams import guarded

_MARK = b"\xef\xbb\xbf"
_OPEN_FILES = ("/dev/std", "/dev/fd/", "/proc/")
"""Under these, a path such as /dev/stdout names an open file, beside which no other can be made."""


class Output:
    """An open destination; without `target`, what is written is there at once, else when `commit` is called.

    Bytes go out by the raw file, so that nothing is left in a buffer when the process ends. What cannot be
    written is a `BrokenFileError`; a reader that went away is a `BrokenPipeError`, by which the process ends.
    """

    def __init__(self, raw: BinaryIO, name: str, target: Path | None = None, rows: int = 0) -> None:
        self._raw, self._name, self._target = raw, name, target
        self.rows = rows
        """How many complete records an interrupted run left."""

    @property
    def part(self) -> Path | None:
        """The file that holds the rows until the list is complete."""
        return part_of(self._target) if self._target else None

    @property
    def is_file(self) -> bool:
        """Whether the output is a file, not a stream."""
        return self._target is not None

    @property
    def raw(self) -> BinaryIO:
        """The file itself, for writers that need one."""
        return self._raw

    def write(self, data: bytes) -> None:
        """Write all of it, now."""
        view = memoryview(data)
        try:
            while view:
                view = view[self._raw.write(view) :]
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._failure(error) from error

    def commit(self, *, mark: bool = False, is_private: bool = False) -> None:
        """Make the file what it is to be; with `mark`, a byte-order mark stands at its start.

        It has the mode of the file that it replaces, or of any new one; `is_private` leaves it to its owner alone.
        """
        if not self._target:
            return
        part = part_of(self._target)
        try:
            if mark:
                part = _with_mark(part, self._target)
            elif not is_private:
                take_mode_of(self._raw.fileno(), self._target)
            os.fsync(self._raw.fileno())
            if sys.platform == "win32":  # no open file can be renamed there
                self._raw.close()
            part.replace(self._target)
            if mark:
                part_of(self._target).unlink(missing_ok=True)
            self._raw.close()  # and with it, let go of the name
            _sync_folder(self._target.parent)
            remove_note(self._target)
        except OSError as error:
            raise self._failure(error) from error

    def close(self) -> None:
        """Close the file; what was written stays."""
        with contextlib.suppress(OSError):
            self._raw.close()

    def _failure(self, error: OSError) -> BrokenFileError:
        kept = f" The rows so far are in {self.part}; --resume continues from there." if self.part else ""
        return BrokenFileError(f"{self._name} cannot be written: {error.strerror}.{kept}")


def open_stdout() -> Output:
    """Return standard output, unbuffered; a terminal is shown text alone."""
    return Output(guarded(open(1, "wb", buffering=0, closefd=False)), "Standard output")


def open_output(path: str, run: str, *, resume: Callable[[Path], tuple[int, int]] | None = None) -> Output:
    """Open the destination of a list; an empty path is standard output.

    `run` is the `fingerprint` of input and options. With `resume`, the whole records of an interrupted run
    stay: it returns their number (then `Output.rows`) and bytes. Another run's rows are a `UsageError`.
    """
    if not path or _is_stdout(path):  # whose other writers go on where this one ends
        return open_stdout()
    try:
        target = real_path(path)
        if is_direct(path):
            descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC)  # makes no file where a device is missing
            return Output(guarded(FileIO(descriptor, "wb")), path)
        raw = open_alone(target)
        try:
            rows = _start(raw, target, run, resume)
        except BaseException:
            raw.close()
            raise
        return Output(raw, path, target, rows)
    except OSError as error:
        raise BrokenFileError(f"{path} cannot be written: {error.strerror}.") from error


def _start(raw: FileIO, target: Path, run: str, resume: Callable[[Path], tuple[int, int]] | None) -> int:
    """Leave of OUT.part the whole records that go on, at whose end it is then, and return their number."""
    part = part_of(target)
    rows = size = 0
    if resume and os.fstat(raw.fileno()).st_size:
        if read_note(target)[0] != run:
            raise UsageError(
                f"{part} is from a run with other input or options, or of another version, so --resume cannot continue it."
                " Repeat that command, or start again without --resume."
            )
        try:
            rows, size = resume(part)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise BrokenFileError(
                f"{part} is damaged, so --resume cannot continue it. Start again without --resume."
            ) from error
    raw.truncate(size)  # first: rows of another run must never stand beside the note of this one
    raw.seek(size)
    write_note(target, run)
    return rows


def fingerprint(source: "io.BufferedReader[Any]", options: str) -> str:
    """Return what identifies a run: a hash of guessmail's version, the options and the input's bytes."""
    digest = hashlib.sha256(f"{__version__}\n{options}".encode())
    while chunk := source.read(1 << 20):
        digest.update(chunk)
    return digest.hexdigest()


def refuse_same_file(source: "io.BufferedReader[Any]", output: str) -> None:
    """Raise `UsageError` where a list would be written into itself; empty `output` is standard output."""
    try:
        read = os.fstat(source.fileno())
        written = Path(output).stat() if output else os.fstat(1)
    except (OSError, ValueError):  # no descriptor, or no such file yet
        return
    if stat.S_ISREG(read.st_mode) and (read.st_dev, read.st_ino) == (written.st_dev, written.st_ino):
        raise UsageError("The output is the input file. Write to another file and rename it afterwards.")


def left_part(path: str) -> Path | None:
    """Return the file that an interrupted run left where a list is to be written; None where there is none."""
    part = part_of(Path(os.path.realpath(path)))
    with contextlib.suppress(OSError):
        return part if part.lstat().st_size and not is_direct(path) else None
    return None


def is_direct(path: str) -> bool:
    """Return whether a path names a device, a pipe or an open file, which is written in place and never replaced."""
    folder, name = os.path.split(path)
    named = os.path.join(os.path.realpath(folder), name)  # noqa: PTH118 - as the rest, without pathlib's rules
    is_other = os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113
    return is_other or named.startswith(_OPEN_FILES) or _is_stdout(path)


def _is_stdout(path: str) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(1))  # noqa: PTH116
    except OSError:
        return False


def _with_mark(part: Path, target: Path) -> Path:
    """Return a copy of a file with a byte-order mark: only the end of the input showed that it needs one."""
    marked = part.with_name(f"{part.name}.marked")
    with part.open("rb") as source, create_beside(marked) as copy:
        if source.read(3) != _MARK:
            source.seek(0)
        copy.write(_MARK)
        shutil.copyfileobj(source, copy)
        take_mode_of(copy.fileno(), target)
        os.fsync(copy.fileno())
    return marked


def _sync_folder(folder: Path) -> None:
    """Sync the folder, so that the new name survives a crash; not every system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
