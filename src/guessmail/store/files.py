"""The store's files: checked before they are opened, readable by their owner only, never overwritten in part.

One of them has the keys of the hashes (HMAC-SHA-256, RFC 2104). Without its key a hash reveals nothing; whoever holds both
can test whether a guessed name is among them.
"""

import hashlib
import hmac
import os
import stat
from contextlib import suppress
from pathlib import Path

from guessmail.errors import BrokenFileError, StoreError, explained


def key_path(store: Path) -> Path:
    """Return the path of a store's key file."""
    return store.with_name(f"{store.name}.key")


def is_store_there(path: Path) -> bool:
    """Return whether a store is at `path`; `StoreError` if it is unsafe to open, or missing beside its key."""
    # Before the store, as the key file is created after the tables.
    has_key = _checked_status(key_path(path)) is not None
    status = _checked_status(path)
    # SQLite would wait for a pipe, and apply a stranger's journal.
    _checked_status(path.with_name(f"{path.name}-journal"))
    if status is not None and status.st_size:  # a killed process leaves an empty file
        return True
    if has_key:
        raise StoreError(
            f"The store {path} is {'gone' if status is None else 'empty'}, but its key is there: your do-not-contact "
            f"list is missing. Restore the file from a backup; to start anew, or to import an export, move "
            f"{key_path(path).name} away. --no-store works without a store."
        )
    return False


def _checked_status(path: Path) -> os.stat_result | None:
    """Return the status of a regular file that the user owns, None if it is missing; `StoreError` for anything else."""
    with explained(f"The store {path} cannot be reached", StoreError):
        try:
            status = path.lstat()
        except FileNotFoundError:
            return None
    if not stat.S_ISREG(status.st_mode):
        kind = "a symbolic link" if stat.S_ISLNK(status.st_mode) else "not a plain file"
        advice = "guessmail opens plain files alone, so name another store with --store."
        raise StoreError(f"{path} is {kind}: {advice}")
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        owner = f"another user (number {status.st_uid})"
        raise StoreError(f"{path} belongs to {owner}: name a store of your own with --store.")
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
    with explained(f"The file {path} cannot be made", StoreError):
        for folder in reversed([folder for folder in path.parents if not folder.exists()]):
            folder.mkdir(mode=0o700, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    _checked_status(path)


class Key:
    """A key; `id`, the start of its hash in hexadecimal digits, names it."""

    def __init__(self, secret: bytes) -> None:
        self.secret = secret
        self.id = hashlib.sha256(b"guessmail key " + secret).hexdigest()[:16]

    def hash(self, purpose: str, *parts: str) -> bytes:
        """Return the 32-byte hash of the parts; hashes for different purposes are unrelated."""
        text = "\0".join((purpose, *parts)).encode("utf-8", "surrogatepass")
        return hmac.digest(self.secret, text, "sha256")

    def of_mark(self, scope: str, mark: str) -> bytes:
        """Return the hash of a mark on the do-not-contact list."""
        return self.hash("suppression", scope, mark)

    def of_offer(self, address: str) -> bytes:
        """Return the 16-byte hash of an offered address."""
        return self.hash("offer", address.lower())[:16]

    def of_offers_at(self, domain: str) -> bytes:
        """Return the 8-byte hash of the domain of offered addresses, by which a whole domain is forgotten."""
        return self.hash("offers at", domain.lower())[:8]


def read_keys(path: Path) -> tuple[Key, ...]:
    """Return the keys in a file, in hexadecimal digits, one a line; an empty tuple if the file is missing."""
    try:
        with explained(f"The key file {path} cannot be read", StoreError), suppress(FileNotFoundError):
            return tuple(Key(bytes.fromhex(line)) for line in path.read_text("ascii").split())
    except ValueError as error:
        raise StoreError(
            f"The key file {path} is damaged, so nobody on your do-not-contact list "
            "would be recognised. Restore it from a backup."
        ) from error
    return ()


def add_keys(path: Path, *added: Key) -> tuple[Key, ...]:
    """Add keys to those in a file, and return all; call it under the store's write lock."""
    known = read_keys(path)
    keys = tuple({key.id: key for key in (*known, *added)}.values())
    if len(keys) == len(known):
        return keys
    from guessmail.lists.outputs import open_output  # for new keys only

    _checked_status(path)
    try:
        with open_output(str(path), None) as output:
            output.write("".join(f"{key.secret.hex()}\n" for key in keys).encode())
            output.commit(is_private=True)
    except BrokenFileError as error:
        raise StoreError(f"The file {error}") from error
    return keys
