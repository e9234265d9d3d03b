"""Where a list is written: straight to a pipe, or to OUT.part, which becomes OUT when all rows are there.

OUT.part is locked by one run, private to its owner, and never written through a link. The note OUT.part.run has the fingerprint
and the process of that run, and a line for each state in which it can be resumed: the size and checksum of OUT.part, and the state.
"""

import contextlib
import errno
import os
import stat
import sys
import zlib
from io import FileIO
from mmap import mmap
from pathlib import Path
from typing import BinaryIO

from guessmail.errors import BrokenFileError, UsageError
from guessmail.text.streams import guarded, is_direct, is_stdout

_MARK = b"\xef\xbb\xbf"
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_OWN_MODE = 0o600
_MOST_PARTS = 1000  # parts of a path, its links followed: Linux follows forty links


class Output:
    """An open destination; without `target`, what is written is there at once, else when `commit` is called.

    Bytes go out by the raw file, so that nothing is left in a buffer when the process ends. What cannot be
    written is a `BrokenFileError`; a reader that went away is a `BrokenPipeError`, by which the process ends.
    """

    def __init__(self, raw: BinaryIO, name: str, target: Path | None = None, run: str | None = None) -> None:
        self._raw, self._name, self._target, self._run = raw, name, target, run
        self._note: FileIO | None = None
        self._size = self._checksum = 0
        self.state = ""
        """That of the interrupted run which goes on; empty for a new one."""

    def start(self, target: Path, *, is_resumed: bool) -> None:
        """Cut OUT.part to the last state that goes on, stand at its end, and note the run."""
        noted = [f"{self._run or ''}\n{os.getpid()}\n".encode("ascii")]
        if is_resumed and os.fstat(self._raw.fileno()).st_size:
            if _read_note(target)[0] != self._run:
                raise UsageError(
                    f"{target}.part is from a run with other input or options, or of another version, so --resume cannot"
                    " continue it. Repeat that command, or start again without --resume."
                )
            with contextlib.suppress(ValueError):  # a line that was cut
                for line in Path(f"{target}.part.run").read_bytes().splitlines(keepends=True)[2:]:
                    size, checksum, state = line.decode().split(" ", 2)
                    found = zlib.crc32(self._raw.read(int(size) - self._size), self._checksum)
                    if found != int(checksum) or not state.endswith("\n"):
                        break
                    self._size, self._checksum, self.state = int(size), found, state
                    noted.append(line)
        self._raw.truncate(self._size)  # first: no rows of another run may stand beside the note of this one
        self._raw.seek(self._size)
        note = Path(f"{target}.part.run")
        note.unlink(missing_ok=True)  # what has its name is not written through
        self._note = _open_own(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        self._note.write(b"".join(noted))

    def write(self, data: bytes, state: str = "") -> None:
        """Write all of it, now; after an interruption, the run can go on from here with its `state`, a line of text."""
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
        """Put the file in the place of the one that it replaces; with `mark`, a byte-order mark stands at its start.

        It has the mode of the file that it replaces, or of any new one; if `is_private`, only its owner can read it.
        """
        if not (target := self._target):
            return
        try:
            if mark:
                self._insert_mark()
            if not is_private:
                _take_mode_of(self._raw.fileno(), target)
            os.fsync(self._raw.fileno())
            if sys.platform == "win32":  # no open file can be renamed there
                self.close()
            Path(f"{target}.part").replace(target)
            self.close()  # and with it, let go of the name
            with contextlib.suppress(OSError):  # not every system can sync a folder
                folder = os.open(target.parent, os.O_RDONLY)
                try:
                    os.fsync(folder)
                finally:
                    os.close(folder)
            _remove_note(target)
        except OSError as error:
            raise self._failure(error) from error

    def _insert_mark(self) -> None:
        """Put a byte-order mark before all that was written: only the end of the input shows whether it is needed."""
        size = self._raw.seek(0, os.SEEK_END)
        self.write(_MARK)
        with mmap(self._raw.fileno(), 0) as data:
            data.move(len(_MARK), 0, size)
            data[: len(_MARK)] = _MARK

    def discard(self) -> None:
        """Remove a file that is not complete."""
        if self._target:
            Path(f"{self._target}.part").unlink(missing_ok=True)
            _remove_note(self._target)

    def close(self) -> None:
        """Close the file; what was written stays."""
        with contextlib.suppress(OSError):
            self._raw.close()
            if self._note:
                self._note.close()

    def _failure(self, error: OSError) -> BrokenFileError:
        kept = ""
        if self._target and self._run is not None:
            goes_on = "; --resume continues from there" if self._run else ""
            kept = f" The rows so far are in {self._target}.part{goes_on}."
        return BrokenFileError(f"{self._name} cannot be written: {error.strerror}.{kept}")


def open_output(path: str, run: str | None, *, is_resumed: bool = False) -> Output:
    """Open a destination; an empty path is standard output, of which a terminal is shown text alone.

    `run` is the `fingerprint` of a list's input and options, empty if it cannot be resumed, None for anything but a list.
    If `is_resumed`, what an interrupted run wrote stays, up to the last state that it noted. Another run's rows are a
    `UsageError`.
    """
    if not path or is_stdout(path):  # whose other writers go on where this one ends
        return Output(guarded(open(1, "wb", buffering=0, closefd=False)), "Standard output")
    try:
        target = _real_path(path)
        if is_direct(path):
            descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC)  # makes no file where a device is missing
            return Output(guarded(FileIO(descriptor, "wb")), path)
        output = Output(_open_locked(target), path, target, run)
        try:
            output.start(target, is_resumed=is_resumed)
        except BaseException:
            output.close()
            raise
        else:
            return output
    except OSError as error:
        raise BrokenFileError(f"{path} cannot be written: {error.strerror}.") from error


def left_part(path: str) -> Path | None:
    """Return the file that an interrupted run left where a list is to be written, if there is one."""
    part = Path(f"{os.path.realpath(path)}.part")
    with contextlib.suppress(OSError):
        return part if part.lstat().st_size and not is_direct(path) else None
    return None


def _real_path(path: str) -> Path:
    """Return the file that a path names, links followed; somebody else's link or file in a sticky folder is a `BrokenFileError`.

    Everybody can put something into such a folder, as into /tmp, and so decide where the output goes, or who reads it.
    Linux refuses such links only where the file is made by what follows them (fs.protected_symlinks).
    """
    if not hasattr(os, "geteuid"):  # on Windows, where no folder is sticky
        return Path(os.path.realpath(path))
    place, left = Path("/"), [*Path(path).absolute().parts]
    for _ in range(_MOST_PARTS):
        if not left:
            return place
        part, *left = left
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
                place, left = folder, [*Path(os.readlink(place)).parts, *left]  # noqa: PTH115
        except OSError:  # whoever opens it says what is wrong
            return place.joinpath(*left)
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _open_locked(target: Path) -> FileIO:
    """Open OUT.part, made if it is not there, at its start, and lock it until it is closed."""
    part = Path(f"{target}.part")
    while True:
        file = _open_own(part, os.O_RDWR | os.O_CREAT)
        try:
            if sys.platform != "win32":  # where an open file can be neither removed nor renamed
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
        file.close()  # the run that held it renamed it meanwhile


def _open_own(path: Path, flags: int) -> FileIO:
    """Open a plain file that is the user's own, has no other name, and that nobody else can read."""
    advice = "and guessmail does not write through it. Move it away, or name another output."
    try:
        descriptor = os.open(path, flags | _NO_FOLLOW | _BINARY, _OWN_MODE)
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
    _change_mode(descriptor, _OWN_MODE)  # it was there, or the umask is narrower
    return file


def _take_mode_of(descriptor: int, target: Path) -> None:
    """Give a file the mode of the one that it will replace, else that of any new file."""
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except OSError:
        umask = os.umask(0o077)
        os.umask(umask)
        mode = 0o666 & ~umask
    _change_mode(descriptor, mode)


def _change_mode(descriptor: int, mode: int) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a file system that knows no modes
            os.fchmod(descriptor, mode)


def _remove_note(target: Path) -> None:
    """Remove the note of this process; that of a later run stays."""
    if _read_note(target)[1] == str(os.getpid()):
        Path(f"{target}.part.run").unlink(missing_ok=True)


def _read_note(target: Path) -> tuple[str | None, str]:
    """Return the fingerprint of the run that wrote OUT.part, None if there is no note, and its process."""
    try:
        with FileIO(os.open(f"{target}.part.run", os.O_RDONLY | _NO_FOLLOW | _NO_WAIT)) as file:
            lines = (file.read(200) or b"").decode("ascii", "replace").split("\n")
    except OSError:
        return None, ""
    return lines[0], "".join(lines[1:2])
