"""The SQLite file: its tables, the kinds of their cells, and SQLite's errors as sentences."""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Self

from guessmail.errors import StoreError
from guessmail.store.files import close_to_others, create_private, is_store_there, key_path

Row = tuple[Any, ...]

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
"""The message for each primary result code of SQLite; other codes are programming errors, and keep their traceback."""

_APPLICATION_ID = 0x67756573  # `gues`: marks a guessmail store among SQLite files
_VERSION = 1

_TABLES: Mapping[str, tuple[str, ...]] = {
    "source": (
        "id number INTEGER PRIMARY KEY", "label text TEXT NOT NULL", "kind text TEXT NOT NULL",
        "words text TEXT NOT NULL", "referred_by text TEXT NOT NULL", "date date TEXT NOT NULL",
        "UNIQUE (label, kind, words, referred_by)",
    ),
    # Clustered by domain: the samples of a domain lie on one or two pages, however large the store is.
    "sample": (
        "domain domain TEXT NOT NULL", "local local TEXT NOT NULL COLLATE NOCASE", "name text TEXT NOT NULL",
        "source number INTEGER NOT NULL REFERENCES source", "place text TEXT NOT NULL", "date date TEXT NOT NULL",
        "PRIMARY KEY (domain, local, name, source)",
    ),
    # Finds eu.acme.com and acme.de by `acme`, without a public suffix list in the database.
    "label": ("label text TEXT NOT NULL", "domain domain TEXT NOT NULL", "PRIMARY KEY (label, domain)"),
    "company": (
        "key text TEXT PRIMARY KEY", "name text TEXT NOT NULL", "domain domain TEXT NOT NULL", "date date TEXT NOT NULL",
    ),
    # A log: the last row of an address holds; `undo` removes it.
    "outcome": (
        "id number INTEGER PRIMARY KEY AUTOINCREMENT", "domain domain TEXT NOT NULL",
        "local local TEXT NOT NULL COLLATE NOCASE", "kind outcome TEXT NOT NULL", "date date TEXT NOT NULL",
        "name text TEXT NOT NULL", "detail text TEXT NOT NULL",
    ),
    "run": ("id number INTEGER PRIMARY KEY AUTOINCREMENT", "date date TEXT NOT NULL", "options options TEXT NOT NULL"),
    "offer": (
        "hash hash16 BLOB NOT NULL", "scope hash8 BLOB NOT NULL", "run number INTEGER NOT NULL REFERENCES run",
        "pattern text TEXT NOT NULL", "probability share REAL NOT NULL", "basis text TEXT NOT NULL",
        "samples number INTEGER NOT NULL", "PRIMARY KEY (hash, run)",
    ),
    "suppression": (
        "id number INTEGER PRIMARY KEY AUTOINCREMENT", "kind entry TEXT NOT NULL", "date date TEXT NOT NULL",
        "note text TEXT NOT NULL", "key key TEXT NOT NULL", "scope hash32 BLOB NOT NULL",
    ),
    "suppression_mark": (
        "hash hash32 BLOB NOT NULL", "suppression number INTEGER NOT NULL REFERENCES suppression",
        "PRIMARY KEY (hash, suppression)",
    ),
}  # fmt: skip
"""For each table: its columns, each with name, kind of cell (`transfer` has the checks) and declaration; then constraints."""

KEYS: Mapping[str, list[str]] = {
    table: re.findall(r"\w+", parts[-1].partition(" KEY ")[2] or parts[0].split()[0])
    for table, parts in _TABLES.items()
}
"""The columns of each table's primary key."""
EXPORTED: Mapping[str, Mapping[str, str]] = {
    table: dict.fromkeys(KEYS[table], "") | dict(part.split()[:2] for part in parts if not part[0].isupper())
    for table, parts in _TABLES.items()
    if table != "label"
}
"""The tables in the order of an export, each with the kind of cell of its columns; the columns of the key come first."""
_STATEMENTS = [
    f"CREATE TABLE {table} ("
    + ", ".join(part if part[0].isupper() else re.sub(" .*? ", " ", part, count=1) for part in parts)
    + (")" if KEYS[table] == ["id"] else ") WITHOUT ROWID")
    for table, parts in _TABLES.items()
] + [
    "CREATE INDEX outcome_address ON outcome (domain, local)",
    "CREATE INDEX offer_scope ON offer (scope)",
    "CREATE INDEX offer_run ON offer (run)",
    "CREATE INDEX suppression_scope ON suppression (scope)",
]


class Database:
    """An open store file. Reads see committed data; each `writing` is a transaction."""

    is_dry = False
    """Whether this is a dry run: writes are counted, then undone."""

    def __init__(self, path: Path, *, damaged: bool = False) -> None:
        """Open or create the store at `path`; with `damaged`, tables may be missing, and invalid UTF-8 becomes lone surrogates."""
        is_new = not is_store_there(path)
        if is_new:
            create_private(path)
        # SQLite writes a journal into the folder.
        self.path, self.is_writable = path, os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        with _translated(path), ExitStack() as stack:
            uri = f"{path.as_uri()}?mode={'rw' if self.is_writable else 'ro'}"
            # Other processes that write are waited for, a minute at the most.
            connection = sqlite3.connect(uri, uri=True, timeout=60.0, isolation_level=None)
            stack.callback(connection.close)
            # The schema of a stranger's file may name functions, which must not run.
            connection.execute("PRAGMA trusted_schema = OFF")
            # A rollback journal, SQLite's default: the WAL of 3.40 predates a fix.
            # Deleted rows are overwritten with zeros.
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA cache_size = -65536")
            # An empty store needs no fsync: the first transaction that fills it has one, for the whole file.
            connection.execute(f"PRAGMA synchronous = {'OFF' if is_new else 'FULL'}")
            self._make_tables(connection)
            connection.execute("PRAGMA synchronous = FULL")
            # Permissions change only here: the file is surely a store, not another program's database.
            self.notices = tuple(filter(None, map(close_to_others, (path, key_path(path)))))
            """Sentences about files that other users could read or change."""
            if damaged:
                connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
            else:
                found = dict(connection.execute("SELECT sql, type FROM sqlite_master WHERE sql IS NOT NULL"))
                if not found.keys() >= {*_STATEMENTS} or {"trigger", "view"} & set(found.values()):
                    raise self.damage()
            stack.pop_all()
        self._connection = connection

    def _make_tables(self, connection: sqlite3.Connection) -> None:
        """Create the tables in an empty file; `StoreError` for a newer store or another program's database."""
        if self._version(connection):
            return
        if not self.is_writable:
            raise StoreError(f"The store {self.path} is empty and read-only, so it cannot be made.")
        marks = f"PRAGMA application_id = {_APPLICATION_ID}", f"PRAGMA user_version = {_VERSION}"
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if not self._version(connection):  # else another process has made it meanwhile
                for statement in (*_STATEMENTS, *marks):
                    connection.execute(statement)

    def _version(self, connection: sqlite3.Connection) -> int:
        """Return the version of the store, 0 for an empty file; `StoreError` as in `_make_tables`."""
        query = (
            "SELECT user_version, application_id, EXISTS (SELECT 1 FROM sqlite_master)"
            " FROM pragma_user_version, pragma_application_id"
        )
        # One statement has one view of the file, though another process may be making it.
        version, application, has_content = connection.execute(query).fetchone()
        if application != _APPLICATION_ID and (version or application or has_content):
            raise StoreError(
                f"{self.path} is another program's database. It was not changed: name another file with --store."
            )
        if version > _VERSION:
            raise StoreError(
                f"The store {self.path} is of a newer guessmail (version {version} of its tables; this one knows "
                f"{_VERSION}). It was not changed: update guessmail, or name another file with --store."
            )
        return int(version)

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
        """Return all rows of a query; `StoreError` if the types of a row's cells are not those in `of`."""
        try:  # a list asks tens of thousands of queries
            found = self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise _translation(error, self.path) from error
        if of and any(tuple(map(type, row)) != of for row in found):
            raise self.damage()
        return found

    def scan(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query one at a time."""
        with _translated(self.path):
            yield from self._connection.execute(sql, values)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Cursor]:
        """Give a cursor in a transaction that holds the write lock; commit it, or undo it after an error or in a dry run."""
        if not self.is_writable:
            raise StoreError(_SENTENCES[sqlite3.SQLITE_READONLY].format(path=self.path))
        with _translated(self.path), self._connection:  # commits, or undoes it after an error
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection.cursor()
            if self.is_dry:
                self._connection.rollback()


def add_labels(cursor: sqlite3.Cursor, domains: Iterable[str]) -> None:
    """Add the labels of domains, except the last, by which `domains_with_label` finds them."""
    labels = [(label, domain) for domain in domains for label in set(domain.split(".")[:-1])]
    cursor.executemany("INSERT OR IGNORE INTO label VALUES (?, ?)", labels)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about a file into a `StoreError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translation(error, path) from error


def _translation(error: sqlite3.Error, path: Path) -> Exception:
    """Return the `StoreError` for an error about a file, whose message quotes no values; other errors as they are."""
    code = getattr(error, "sqlite_errorcode", None)
    # Two faults of a file have no code of their own: invalid UTF-8 and lost tables.
    is_not_utf8 = isinstance(error, sqlite3.OperationalError) and code is None
    if is_not_utf8 or str(error).startswith(("no such table: ", "no such column: ")):
        code = sqlite3.SQLITE_CORRUPT
    sentence = _SENTENCES.get((code or 0) & 0xFF)
    return StoreError(sentence.format(path=path)) if sentence else error
