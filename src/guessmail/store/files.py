"""The store's files: checked before they are opened, readable by their owner only, never overwritten in part."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from guessmail.errors import StoreError


@contextmanager
def explained(fault: str) -> Iterator[None]:
    """Turn an `OSError` into a `StoreError` with the fault and the system's reason."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{fault}: {error.strerror}.") from error


def key_path(store: Path) -> Path:
    """Return the path of a store's key file."""
    return store.with_name(f"{store.name}.key")


def is_store_there(path: Path) -> bool:
    """Return whether a store is at `path`; `StoreError` if it is unsafe to open, or missing beside its key.

    An empty file, which a killed process leaves, is no store yet. The key file is created after the tables, so it is
    checked before them.
    """
    has_key = _checked_status(key_path(path)) is not None
    status = _checked_status(path)
    # SQLite would wait for a pipe, and apply a stranger's journal.
    _checked_status(path.with_name(f"{path.name}-journal"))
    if status is None or status.st_size == 0:
        if has_key:
            raise StoreError(
                f"The store {path} is {'gone' if status is None else 'empty'}, but its key is there: your do-not-contact "
                f"list is missing. Restore the file from a backup; to start anew, or to import an export, move "
                f"{key_path(path).name} away. --no-store works without a store."
            )
        return False
    return True


def _checked_status(path: Path) -> os.stat_result | None:
    """Return the status of a regular file that the user owns, None if it is missing; `StoreError` for anything else."""
    with explained(f"The store {path} cannot be reached"):
        try:
            status = path.lstat()
        except FileNotFoundError:
            return None
    fault = ""
    if not stat.S_ISREG(status.st_mode):
        kind = "is a symbolic link" if stat.S_ISLNK(status.st_mode) else "is not a plain file"
        fault = f"{kind}: guessmail opens plain files alone, so name another store with --store"
    elif hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        fault = f"belongs to another user (number {status.st_uid}): name a store of your own with --store"
    if fault:
        raise StoreError(f"{path} {fault}.")
    return status


def close_to_others(path: Path) -> str:
    """Remove other users' permissions from a file; return a sentence if it had any, else an empty text."""
    status = _checked_status(path)
    if status is None or os.name == "nt" or not status.st_mode & 0o077:
        return ""
    action = "change" if status.st_mode & 0o022 else "read"
    with suppress(OSError):
        path.chmod(0o600)
        if not path.lstat().st_mode & 0o077:
            return f"Other users could {action} {path}; now only you can."
    return f"Other users can {action} {path}, and its permissions cannot be changed: name another file with --store."


def create_private(path: Path) -> None:
    """Create an empty file and its folders, open to their owner only; existing ones stay unchanged."""
    with explained(f"The file {path} cannot be made"):
        for folder in reversed([folder for folder in path.parents if not folder.exists()]):
            folder.mkdir(mode=0o700, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    _checked_status(path)


def replace_private(path: Path, content: bytes) -> None:
    """Replace a file completely or not at all; only its owner can read it."""
    _checked_status(path)
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    with explained(f"The file {path} cannot be written"):
        try:
            with os.fdopen(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        except OSError:
            partial.unlink(missing_ok=True)
            raise
