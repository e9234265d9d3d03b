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
_OWN = 0o600
_MOST_PARTS = 1000
"""Parts of a path, its links followed: Linux follows forty links."""


def real_path(path: str) -> Path:
    """Return what a path names, links followed; somebody else's link or file in a sticky folder is a `BrokenFileError`.

    Everybody can put something into such a folder, as into /tmp, and so decide where the output goes, or who reads it.
    Linux refuses such links only where the file is made by what follows them (fs.protected_symlinks).
    """
    if not hasattr(os, "geteuid"):
        return Path(os.path.realpath(path))
    place, left = Path("/"), [*(() if os.path.isabs(path) else Path.cwd().parts), *Path(path).parts]  # noqa: PTH117
    for _ in range(_MOST_PARTS):
        if not left:
            return place
        part, *left = left
        folder, place = place, place.parent if part == ".." else place / part
        try:
            found = place.lstat()
            if _is_strangers(found, folder.stat()):
                raise BrokenFileError(
                    f"{place} belongs to another user, in a folder where everybody can write; guessmail writes neither"
                    " to it nor through it. Name another output."
                )
            if stat.S_ISLNK(found.st_mode):
                place, left = folder, [*Path(os.readlink(place)).parts, *left]  # noqa: PTH115
        except OSError:  # whoever opens it says what is wrong
            return place.joinpath(*left)
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _is_strangers(found: os.stat_result, folder: os.stat_result) -> bool:
    owners = {folder.st_uid}
    if sys.platform != "win32":  # where no folder is sticky, and nobody has a number
        owners.add(os.geteuid())
    is_sticky = folder.st_mode & stat.S_ISVTX and folder.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return bool(is_sticky and not stat.S_ISDIR(found.st_mode) and found.st_uid not in owners)


def part_of(target: Path) -> Path:
    """Return the file that holds the rows until the list is complete."""
    return target.with_name(f"{target.name}.part")


def open_alone(target: Path) -> FileIO:
    """Open OUT.part, made if it is not there, at its start, and hold it until it is closed.

    Only the user can read it. Another run that holds it, a link, and what is no plain file of the user's are a
    `BrokenFileError`.
    """
    part = part_of(target)
    while True:
        file = _open_own(part, os.O_RDWR | os.O_CREAT)
        try:
            _lock(file, target)
            with contextlib.suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file.fileno()), part.lstat()):
                    return file
        except BaseException:
            file.close()
            raise
        file.close()  # the run that held it renamed it meanwhile


def create_beside(path: Path) -> FileIO:
    """Make a file anew that only the user can read; what had the name is removed, not written through."""
    path.unlink(missing_ok=True)
    return _open_own(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)


def take_mode_of(descriptor: int, target: Path) -> None:
    """Give a file the mode of the one that it will replace, else that of any new file."""
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except OSError:
        umask = os.umask(0o077)
        os.umask(umask)
        mode = 0o666 & ~umask
    _change_mode(descriptor, mode)


def _open_own(path: Path, flags: int) -> FileIO:
    """Open a plain file that is the user's own, has no other name, and that nobody else can read."""
    try:
        descriptor = os.open(path, flags | _NO_FOLLOW | _BINARY, _OWN)
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
    _change_mode(descriptor, _OWN)  # it was there, or the umask is narrower
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
    with create_beside(_note_of(target)) as file:
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


def _change_mode(descriptor: int, mode: int) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a file system that knows no modes
            os.fchmod(descriptor, mode)
