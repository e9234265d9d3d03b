"""The store's files: checked before they are opened, readable by their owner only, never overwritten."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from guessmail.errors import StoreError

_MAGIC = b"SQLite format 3\0"


def key_path(store: Path) -> Path:
    """Return where the keys of a store are."""
    return store.with_name(f"{store.name}.key")


def is_store_there(path: Path) -> bool:
    """Return whether `path` is a file that may be opened as a store; `StoreError` if it is something else, or gone.

    An empty file is what a killed process leaves: no store yet. The key of a store with entries is made after its tables,
    and so looked for before them.
    """
    has_key = _checked_status(key_path(path)) is not None
    status = _checked_status(path)
    # SQLite would wait for a pipe, and trust the contents of a file.
    _checked_status(path.with_name(f"{path.name}-journal"))
    if status is None or status.st_size == 0:
        if has_key:
            raise StoreError(
                f"The store {path} is {'gone' if status is None else 'empty'}, but its key is there: your do-not-contact "
                f"list is missing. Restore the file from a backup; to start anew, or to import an export, move "
                f"{key_path(path).name} away. --no-store works without a store."
            )
        return False
    try:
        with path.open("rb") as file:
            is_store = file.read(len(_MAGIC)) == _MAGIC
    except OSError as error:
        raise StoreError(f"The store {path} cannot be read: {error.strerror}.") from error
    if not is_store:
        raise StoreError(
            f"{path} is not a guessmail store, or is damaged. It was not changed: move it away, "
            "name another file with --store, or work without one with --no-store."
        )
    return True


def _checked_status(path: Path) -> os.stat_result | None:
    """Return the status of a regular file that the user owns, None if there is none; raise for anything else."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"The store {path} cannot be reached: {error.strerror}.") from error
    if stat.S_ISLNK(status.st_mode):
        raise StoreError(
            f"{path} is a symbolic link, which guessmail does not follow: replace it with the file itself, "
            "or name another store with --store."
        )
    if not stat.S_ISREG(status.st_mode):
        raise StoreError(f"{path} is not a plain file: name another one with --store.")
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        raise StoreError(
            f"{path} belongs to another user (number {status.st_uid}), and was not opened: "
            "name your own with --store."
        )
    return status


def close_to_others(path: Path) -> str:
    """Take the rights of others from a file; return a sentence if they had any, empty if not or if there is no file."""
    status = _checked_status(path)
    if status is None or os.name == "nt" or not status.st_mode & 0o077:
        return ""
    what = "change" if status.st_mode & 0o022 else "read"
    with suppress(OSError):
        path.chmod(0o600)
        if not path.lstat().st_mode & 0o077:
            return f"Other users could {what} {path}; now only you can."
    return f"Other users can {what} {path}, and its permissions cannot be changed: name another file with --store."


def _create_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, closed to others."""
    if not folder.exists():
        _create_folder(folder.parent)
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            fault = f"The folder {folder} for the store cannot be made: {error.strerror}."
            raise StoreError(fault) from error


def create_private(path: Path) -> None:
    """Make an empty file that only its owner may read, and its folder; existing ones stay unchanged."""
    _create_folder(path.parent)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        _checked_status(path)
    except OSError as error:
        fault = f"The file {path} cannot be made: {error.strerror}. --no-store works without it."
        raise StoreError(fault) from error


def replace_private(path: Path, content: bytes) -> None:
    """Write a file completely or not at all, readable by its owner only."""
    _checked_status(path)
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise StoreError(f"The file {path} cannot be written: {error.strerror}.") from error
