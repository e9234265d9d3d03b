"""The one place that talks to SQLite, and turns its errors into sentences."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from guessmail.errors import StoreError
from guessmail.store.files import close_to_others, create_private, folder_for, is_store_there, is_writable
from guessmail.store.keys import key_path
from guessmail.store.schema import prepare

__all__ = ["Database", "Row"]

Row = tuple[Any, ...]

_WAIT = 60.0
"""Seconds to wait for other processes that write."""

_SENTENCES = {
    sqlite3.SQLITE_CORRUPT: "The store {path} is damaged, and was left as it is. `guessmail store export` "
    "saves what can be read; to go on, move the file away, name another with --store, or work without one "
    "with --no-store.",
    sqlite3.SQLITE_NOTADB: "{path} is no guessmail store, or it is damaged. It was left as it is: name "
    "another with --store, or work without one with --no-store.",
    sqlite3.SQLITE_READONLY: "The store {path} cannot be written: the file or its folder is read only.",
    sqlite3.SQLITE_PERM: "The store {path} cannot be opened: permission denied.",
    sqlite3.SQLITE_CANTOPEN: "The store {path} cannot be opened, or its folder cannot be written.",
    sqlite3.SQLITE_BUSY: "The store {path} has been locked by another process for too long. Try again later.",
    sqlite3.SQLITE_FULL: "The disk is full: the store {path} was not changed.",
    sqlite3.SQLITE_IOERR: "The store {path} cannot be read or written: the disk reports an error or is full.",
}
"""By primary result code; what is not here is a programming error, and keeps its traceback."""


class Database:
    """An open store file. Reads see what was committed; writes go through `writing`, one transaction each."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, writable: bool, notices: tuple[str, ...] = ()
    ) -> None:
        self.path = path
        self.writable = writable
        self.notices = notices
        """Sentences on what was wrong with its files, and was mended."""
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> "Database":
        """Open the store at `path`, made if it is not there; `StoreError` for every file that is not one."""
        if not is_store_there(path):
            folder_for(path)
            create_private(path)
        writable = is_writable(path)
        with translated(path):
            uri = f"{path.as_uri()}?mode={'rw' if writable else 'ro'}"
            connection = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)
            try:
                # A rollback journal, as SQLite has it unless told: the WAL of 3.40 predates a fix.
                # What is forgotten is overwritten with zeros in the file.
                connection.execute("PRAGMA secure_delete = ON")
                connection.execute("PRAGMA cache_size = -65536")
                prepare(connection, path, writable=writable)
                # Only now: the file is a store, and not a database of another program.
                notices = tuple(filter(None, map(close_to_others, (path, key_path(path)))))
            except BaseException:
                connection.close()
                raise
        return cls(path, connection, writable=writable, notices=notices)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query."""
        with translated(self.path):
            return self._connection.execute(sql, values).fetchall()

    def scan(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query that may be too many to hold."""
        with translated(self.path):
            yield from self._connection.execute(sql, values)

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[sqlite3.Cursor]:
        """Give a cursor in a transaction that holds the lock from its start; commit it, or undo it all.

        Without `keep` it is undone in any case, to see what a change would do.
        """
        if not self.writable:
            raise StoreError(f"The store {self.path} cannot be written: the file or its folder is read only.")
        with translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection.cursor()
                self._connection.execute("COMMIT" if keep else "ROLLBACK")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def shrink(self) -> None:
        """Give the space of deleted rows back to the disk."""
        with translated(self.path):
            self._connection.execute("VACUUM")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite reports of a file into a `StoreError`; its messages hold no values."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = _SENTENCES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if sentence is None:
            raise
        raise StoreError(sentence.format(path=path)) from error
