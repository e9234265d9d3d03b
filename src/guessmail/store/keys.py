"""Keyed hashes: HMAC-SHA-256 (RFC 2104) under keys in a file of their own, beside the store.

Without the key a hash reveals nothing; whoever holds both can test whether a guessed name is among them.
"""

import hashlib
import hmac
import os
from contextlib import suppress
from pathlib import Path

from guessmail.errors import StoreError
from guessmail.store.files import explained, replace_private


class Key:
    """A key; `id`, the start of its hash in hexadecimal digits, names it."""

    def __init__(self, secret: bytes) -> None:
        self.secret = secret
        self.id = hashlib.sha256(b"guessmail key " + secret).hexdigest()[:16]

    def hash(self, purpose: str, *parts: str) -> bytes:
        """Return the 32-byte hash of the parts; hashes for different purposes are unrelated."""
        text = "\0".join((purpose, *parts)).encode("utf-8", "surrogatepass")
        return hmac.digest(self.secret, text, "sha256")


class KeyRing:
    """The keys of a store, in hexadecimal digits, one a line: the first is for new entries, the others came with imports."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.keys = self._read()

    def _read(self) -> tuple[Key, ...]:
        try:
            with explained(f"The key file {self.path} cannot be read"), suppress(FileNotFoundError):
                return tuple(Key(bytes.fromhex(line)) for line in self.path.read_text("ascii").split())
        except ValueError as error:
            raise StoreError(
                f"The key file {self.path} is damaged, so nobody on your do-not-contact list "
                "would be recognised. Restore it from a backup."
            ) from error
        return ()

    def first(self) -> Key:
        """Return the key for new entries, which is created if it is missing; call it under the store's write lock."""
        self.keys = self.keys or self._read()
        if not self.keys:
            self.add(Key(os.urandom(32)))
        return self.keys[0]

    def add(self, *added: Key) -> None:
        """Add keys, such as those of an import, to the file; call it under the store's write lock."""
        known = {key.id: key for key in self._read()}
        self.keys = tuple((known | {key.id: key for key in added}).values())
        if len(self.keys) > len(known):
            replace_private(self.path, "".join(f"{key.secret.hex()}\n" for key in self.keys).encode())
