"""The one place that talks to SQLite, and turns its errors into sentences."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Self

from guessmail.errors import StoreError
from guessmail.store.files import close_to_others, create_private, is_store_there, key_path
from guessmail.store.schema import has_tables, prepare

Row = tuple[Any, ...]

_WAIT = 60.0
"""Seconds to wait for other processes that write."""

_SENTENCES = {
    sqlite3.SQLITE_CORRUPT: "The store {path} is damaged and was not changed. `guessmail store export` "
    "saves what can be read; to go on, move the file away, name another with --store, or work without one "
    "with --no-store.",
    sqlite3.SQLITE_NOTADB: "{path} is not a guessmail store, or is damaged. It was not changed: move it away, "
    "name another file with --store, or work without one with --no-store.",
    sqlite3.SQLITE_READONLY: "The store {path} cannot be written: the file or its folder is read-only.",
    sqlite3.SQLITE_CANTOPEN: "The store {path} cannot be opened, or its folder cannot be written.",
    sqlite3.SQLITE_BUSY: "The store {path} has been locked by another process for too long. Try again later.",
    sqlite3.SQLITE_FULL: "The disk is full: the store {path} was not changed.",
    sqlite3.SQLITE_IOERR: "The store {path} cannot be read or written: the disk reports an error or is full.",
}
"""By primary result code; any other code is a programming error, and keeps its traceback."""


class Database:
    """An open store file. Reads see what was committed; writes go through `writing`, one transaction each."""

    is_dry = False
    """Whether all that is written is undone, though counted: a dry run."""

    def __init__(self, path: Path, *, damaged: bool = False) -> None:
        """Open the store at `path`, made if it is not there; if `damaged`, bytes that are no text are read as surrogates."""
        is_new = not is_store_there(path)
        if is_new:
            create_private(path)
        # The journal goes into the folder.
        self.path, self.is_writable = path, os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        with translated(path), ExitStack() as stack:
            uri = f"{path.as_uri()}?mode={'rw' if self.is_writable else 'ro'}"
            connection = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)
            stack.callback(connection.close)
            # A stranger's file may name functions in its tables: none of them runs.
            connection.execute("PRAGMA trusted_schema = OFF")
            # A rollback journal, SQLite's default: the WAL of 3.40 predates a fix.
            # What is forgotten is overwritten with zeros in the file.
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA cache_size = -65536")
            # An empty store needs no fsync: the first transaction that fills it has one, for the whole file.
            connection.execute(f"PRAGMA synchronous = {'OFF' if is_new else 'FULL'}")
            prepare(connection, path, is_writable=self.is_writable)
            connection.execute("PRAGMA synchronous = FULL")
            # Only now is it certain that the file is a store, not another program's database.
            self.notices = tuple(filter(None, map(close_to_others, (path, key_path(path)))))
            """Sentences on the faults of its files that were repaired."""
            if damaged:
                connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
            elif not has_tables(connection):
                raise self.damage()
            stack.pop_all()
        self._connection = connection

    def damage(self) -> StoreError:
        """Return the error for a store with contents that guessmail never writes."""
        return StoreError(_SENTENCES[sqlite3.SQLITE_CORRUPT].format(path=self.path))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def rows(self, sql: str, values: Sequence[object] = (), *, of: Row = ()) -> list[Row]:
        """Return all rows of a query; if `of` has the types of a row's cells, others are damage."""
        with translated(self.path):
            found = self._connection.execute(sql, values).fetchall()
        if of and any(tuple(map(type, row)) != of for row in found):
            raise self.damage()
        return found

    def scan(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query, without holding them all."""
        with translated(self.path):
            yield from self._connection.execute(sql, values)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Cursor]:
        """Give a cursor in a transaction that holds the lock from its start; commit it, or undo it all in a dry run."""
        if not self.is_writable:
            raise StoreError(_SENTENCES[sqlite3.SQLITE_READONLY].format(path=self.path))
        with translated(self.path), self._connection:  # which commits, or undoes it all
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection.cursor()
            if self.is_dry:
                self._connection.rollback()


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite reports of a file into a `StoreError`; its messages hold no values."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        # Two faults of a file have no code of their own: bytes that are no text, and tables that are lost.
        is_no_text = isinstance(error, sqlite3.OperationalError) and code is None
        if is_no_text or str(error).startswith(("no such table: ", "no such column: ")):
            code = sqlite3.SQLITE_CORRUPT
        sentence = _SENTENCES.get((code or 0) & 0xFF)
        if sentence is None:
            raise
        raise StoreError(sentence.format(path=path)) from error
