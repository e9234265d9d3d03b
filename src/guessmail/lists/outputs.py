"""The output of a list: a pipe is written directly, a file OUT as OUT.part, which is renamed to OUT when it is complete.

OUT.part is locked by its run, private to its owner, and never written through a link. The note OUT.part.run has the run's
fingerprint and process, and a line for each state in which it can be resumed: OUT.part's size and checksum, and the state.
"""

import contextlib
import errno
import os
import stat
import sys
import zlib
from codecs import BOM_UTF8
from io import FileIO
from mmap import mmap
from pathlib import Path
from typing import BinaryIO, Self

from guessmail.errors import BrokenFileError, UsageError, explained
from guessmail.text.streams import guarded, is_direct, is_stdout

_FLAGS = sum(getattr(os, f"O_{flag}", 0) for flag in ("NOFOLLOW", "NONBLOCK", "BINARY"))
"""Where the system can, no link is followed, no pipe waited for, and no line ending changed."""


class Output:
    """An open output. With a `target`, it is a file that replaces the target on `commit`.

    The raw file is written, so that no bytes are left in a buffer when the process ends. A failed write is a
    `BrokenFileError`; a pipe without a reader is a `BrokenPipeError`, by which the process ends.
    """

    def __init__(self, raw: BinaryIO, name: str, target: Path | None = None, run: str | None = None) -> None:
        self._raw, self._name, self._target, self._run = raw, name, target, run
        self._note: FileIO | None = None
        self._size = self._checksum = 0
        self.state = ""
        """The last state of the interrupted run that is resumed; empty for a new run."""

    def start(self, target: Path, *, is_resumed: bool) -> None:
        """Cut OUT.part to its last valid state, or empty it, and write the note; `UsageError` for another run's rows."""
        noted = [f"{self._run or ''}\n{os.getpid()}\n".encode("ascii")]
        if is_resumed and os.fstat(self._raw.fileno()).st_size:
            if _read_note(target)[0] != self._run:
                raise UsageError(
                    f"{target}.part is from a run with other input or options, or of another version, so --resume cannot"
                    " continue it. Repeat that command, or start again without --resume."
                )
            with contextlib.suppress(ValueError):  # a line that is not complete
                for line in Path(f"{target}.part.run").read_bytes().splitlines(keepends=True)[2:]:
                    size, checksum, state = line.decode().split(" ", 2)
                    found = zlib.crc32(self._raw.read(int(size) - self._size), self._checksum)
                    if found != int(checksum) or not state.endswith("\n"):
                        break
                    self._size, self._checksum, self.state = int(size), found, state
                    noted.append(line)
        self._raw.truncate(self._size)  # first: another run's rows must not have the note of this one
        self._raw.seek(self._size)
        note = Path(f"{target}.part.run")
        note.unlink(missing_ok=True)  # it might be a link
        self._note = _open_own(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        self._note.write(b"".join(noted))

    def write(self, data: bytes, state: str = "") -> None:
        """Write `data` at once. With a `state`, a line of text, an interrupted run can be resumed from here."""
        view = memoryview(data)
        try:
            while view:
                view = view[self._raw.write(view) :]
            if self._note:
                self._size, self._checksum = self._size + len(data), zlib.crc32(data, self._checksum)
                if state:
                    self._note.write(f"{self._size} {self._checksum} {state}\n".encode())
        except BrokenPipeError:
            raise
        except OSError as error:
            raise self._failure(error) from error

    def commit(self, *, mark: bool = False, is_private: bool = False) -> None:
        """Replace the target by the file, which gets its mode (0600 if `is_private`) and, with `mark`, a byte-order mark."""
        if not (target := self._target):
            return
        try:
            if mark:  # only at the end of the input is it known whether one is needed
                size = self._raw.seek(0, os.SEEK_END)
                self.write(BOM_UTF8)
                with mmap(self._raw.fileno(), 0) as data:
                    data.move(len(BOM_UTF8), 0, size)
                    data[: len(BOM_UTF8)] = BOM_UTF8
            if not is_private:
                _take_mode_of(self._raw.fileno(), target)
            os.fsync(self._raw.fileno())
            if sys.platform == "win32":  # no open file can be renamed there
                self.close()
            Path(f"{target}.part").replace(target)
            self.close()  # which unlocks it
            with contextlib.suppress(OSError):  # not every system can sync a folder
                folder = os.open(target.parent, os.O_RDONLY)
                try:
                    os.fsync(folder)
                finally:
                    os.close(folder)
            _remove_note(target)
        except OSError as error:
            raise self._failure(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, fault: object, *_: object) -> None:
        if fault and self._target and self._run is None:  # the rows of a list stay
            Path(f"{self._target}.part").unlink(missing_ok=True)
            _remove_note(self._target)
        self.close()

    def close(self) -> None:
        """Close the file; its bytes stay."""
        with contextlib.suppress(OSError):
            self._raw.close()
            if self._note:
                self._note.close()

    def _failure(self, error: OSError) -> BrokenFileError:
        kept = ""
        if self._target and self._run is not None:
            advice = "; --resume continues from there" if self._run else ""
            kept = f" The rows so far are in {self._target}.part{advice}."
        return BrokenFileError(f"{self._name} cannot be written: {error.strerror}.{kept}")


def open_output(path: str, run: str | None, *, is_resumed: bool = False) -> Output:
    """Open an output; an empty path is standard output, which is guarded if it is a terminal.

    `run` is the `fingerprint` of a list's input and options, empty if the run cannot be resumed, None if it is no list.
    If `is_resumed`, the rows of an interrupted run stay, up to its last noted state; another run's rows are a `UsageError`.
    """
    if not path or is_stdout(path):  # the same open file, so that its other writers continue behind this one
        return Output(guarded(open(1, "wb", buffering=0, closefd=False)), "Standard output")
    with explained(f"{path} cannot be written"), contextlib.ExitStack() as stack:
        target = _real_path(path)
        if is_direct(path):
            descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC)  # O_CREAT would make a missing device a file
            output = Output(guarded(FileIO(descriptor, "wb")), path)
        else:
            output = Output(_open_locked(target), path, target, run)
            stack.callback(output.close)
            output.start(target, is_resumed=is_resumed)
            stack.pop_all()
    return output


def interrupted_output(path: str) -> Path | None:
    """Return the OUT.part that an interrupted run left beside an output, if there is one."""
    part = Path(f"{os.path.realpath(path)}.part")
    with contextlib.suppress(OSError):
        return part if part.lstat().st_size and not is_direct(path) else None
    return None


def _real_path(path: str) -> Path:
    """Return the real path of a file; `BrokenFileError` for another user's link or file in a sticky folder.

    In such a folder, as in /tmp, everybody can make a link, and so decide where the output goes and who reads it. Linux
    refuses such links only if the file is made by following them (fs.protected_symlinks).
    """
    if not hasattr(os, "geteuid"):  # Windows, which has no sticky folders
        return Path(os.path.realpath(path))
    place, rest = Path("/"), [*Path(path).absolute().parts]
    for _ in range(1000):  # parts of a path with its links followed; Linux follows forty links
        if not rest:
            return place
        part, *rest = rest
        folder, place = place, place.parent if part == ".." else place / part
        try:
            found, around = place.lstat(), folder.stat()
            is_sticky = around.st_mode & stat.S_ISVTX and around.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
            is_own = stat.S_ISDIR(found.st_mode) or found.st_uid in {around.st_uid, os.geteuid()}
            if is_sticky and not is_own:
                raise BrokenFileError(
                    f"{place} belongs to another user, in a folder where everybody can write; guessmail writes neither"
                    " to it nor through it. Name another output."
                )
            if stat.S_ISLNK(found.st_mode):
                place, rest = folder, [*Path(os.readlink(place)).parts, *rest]  # noqa: PTH115
        except OSError:  # opening it shows the fault
            return place.joinpath(*rest)
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _open_locked(target: Path) -> FileIO:
    """Open OUT.part at its start, make it if it is missing, and lock it until it is closed."""
    part = Path(f"{target}.part")
    while True:
        file = _open_own(part, os.O_RDWR | os.O_CREAT)
        try:
            if sys.platform != "win32":  # there, an open file can be neither removed nor renamed
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            process = _read_note(target)[1]
            by = f" (process {process})" if process.isdecimal() else ""
            raise BrokenFileError(
                f"Another run of guessmail{by} is writing {target}. Wait for it, or name another output."
            ) from error
        except OSError:  # a network file system without locks
            pass
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file.fileno()), part.lstat()):
                return file
        file.close()  # the run that had locked it has renamed it


def _open_own(path: Path, flags: int) -> FileIO:
    """Open a regular file of the user that has one name, and let only the user read it; else `BrokenFileError`."""
    advice = "and guessmail does not write through it. Move it away, or name another output."
    try:
        descriptor = os.open(path, flags | _FLAGS, 0o600)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise BrokenFileError(f"{path} is a symbolic link, {advice}") from error
        raise
    file = FileIO(descriptor, "r+b" if flags & os.O_RDWR else "wb")
    status = os.fstat(descriptor)
    is_own = sys.platform == "win32" or status.st_uid == os.geteuid()
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1 or not is_own:
        file.close()
        raise BrokenFileError(f"{path} is no plain file of yours, or has other names, {advice}")
    _change_mode(descriptor, 0o600)  # an existing file may have another, and the umask may be narrower
    return file


def _take_mode_of(descriptor: int, target: Path) -> None:
    """Give a file the mode of the target that it will replace, else that of a new file."""
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except OSError:
        umask = os.umask(0o077)
        os.umask(umask)
        mode = 0o666 & ~umask
    _change_mode(descriptor, mode)


def _change_mode(descriptor: int, mode: int) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a file system without modes
            os.fchmod(descriptor, mode)


def _remove_note(target: Path) -> None:
    """Remove this process's note; that of a later run stays."""
    if _read_note(target)[1] == str(os.getpid()):
        Path(f"{target}.part.run").unlink(missing_ok=True)


def _read_note(target: Path) -> tuple[str | None, str]:
    """Return the fingerprint (None if there is no note) and the process of the run that wrote OUT.part."""
    with contextlib.suppress(OSError), FileIO(os.open(f"{target}.part.run", os.O_RDONLY | _FLAGS)) as file:
        lines = (file.read(200) or b"").decode("ascii", "replace").split("\n")
        return lines[0], "".join(lines[1:2])
    return None, ""
