"""OUT.part and the note beside it: locked by one run, and never written through a link."""

import contextlib
import errno
import os
import stat
import sys
from io import FileIO
from pathlib import Path

from guessmail.errors import BrokenFileError

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_LONGEST_NOTE = 200


def part_of(target: Path) -> Path:
    """Return the file that holds the rows until the list is complete."""
    return target.with_name(f"{target.name}.part")


def open_alone(target: Path) -> FileIO:
    """Open OUT.part, made if it is not there, at its start, and hold it until it is closed.

    It has the mode of `target`, where that is there. Another run that holds it, a link, and what is no plain
    file of the user's are a `BrokenFileError`.
    """
    part = part_of(target)
    while True:
        file = _open_own(part, os.O_RDWR | os.O_CREAT, _mode_of(target))
        try:
            _lock(file, target)
            with contextlib.suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file.fileno()), part.lstat()):
                    _keep_mode(file, target)
                    return file
        except BaseException:
            file.close()
            raise
        file.close()  # the run that held it renamed it meanwhile


def create_beside(path: Path, target: Path) -> FileIO:
    """Make a file anew beside `target`, with its mode; what had the name is removed, not written through."""
    path.unlink(missing_ok=True)
    file = _open_own(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _mode_of(target))
    _keep_mode(file, target)
    return file


def _open_own(path: Path, flags: int, mode: int) -> FileIO:
    """Open a plain file that is the user's own and has no other name."""
    try:
        descriptor = os.open(path, flags | _NO_FOLLOW | _BINARY, mode)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise _in_the_way(path, "a symbolic link") from error
        raise
    file = FileIO(descriptor, "r+b" if flags & os.O_RDWR else "wb")
    status = os.fstat(descriptor)
    is_own = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1 or not is_own:
        file.close()
        raise _in_the_way(path, "no plain file of yours, or has other names")
    return file


def _in_the_way(path: Path, what: str) -> BrokenFileError:
    return BrokenFileError(
        f"{path} is {what}, and guessmail does not write through it. Move it away, or name another output."
    )


def _lock(file: FileIO, target: Path) -> None:
    if sys.platform != "win32":  # where an open file can be neither removed nor renamed
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            process = read_note(target)[1]
            by = f" (process {process})" if process.isdecimal() else ""
            raise BrokenFileError(
                f"Another run of guessmail{by} is writing {target}. Wait for it, or name another output."
            ) from error
        except OSError:  # a network file system without locks
            return


def write_note(target: Path, run: str) -> None:
    """Write a note beside OUT.part: the fingerprint and the process of its run."""
    with create_beside(_note_of(target), target) as file:
        file.write(f"{run}\n{os.getpid()}\n".encode("ascii"))


def read_note(target: Path) -> tuple[str | None, str]:
    """Return the fingerprint of the run that wrote OUT.part, None where nobody noted it, and its process."""
    try:
        with FileIO(os.open(_note_of(target), os.O_RDONLY | _NO_FOLLOW | _NO_WAIT)) as file:
            lines = (file.read(_LONGEST_NOTE) or b"").decode("ascii", "replace").split("\n")
    except OSError:
        return None, ""
    return lines[0], "".join(lines[1:2])


def remove_note(target: Path) -> None:
    """Remove this process's note; the note of a later run stays."""
    if read_note(target)[1] == str(os.getpid()):
        _note_of(target).unlink(missing_ok=True)


def _note_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.part.run")


def _mode_of(target: Path) -> int:
    """Return the mode to make a file with that will replace `target`: no wider than that for a moment."""
    try:
        return stat.S_IMODE(target.stat().st_mode) & 0o666
    except OSError:
        return 0o666


def _keep_mode(file: FileIO, target: Path) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # there is no target, or its file system knows no modes
            os.fchmod(file.fileno(), stat.S_IMODE(target.stat().st_mode))
