"""The tables of the store: how they are made, and the kinds of their cells."""

import re
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from guessmail.errors import StoreError

APPLICATION_ID = 0x67756573  # `gues`: marks a guessmail store among SQLite files
VERSION = 1

_TABLES: Mapping[str, tuple[str, ...]] = {
    "source": (
        "id number INTEGER PRIMARY KEY", "label text TEXT NOT NULL", "kind text TEXT NOT NULL",
        "words text TEXT NOT NULL", "referred_by text TEXT NOT NULL", "date date TEXT NOT NULL",
        "UNIQUE (label, kind, words, referred_by)",
    ),
    # Clustered by domain, so that all samples of one domain lie on one or two pages, however many there are.
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
    # A log: the last row of an address is what holds, and `undo` takes it back.
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
"""By table: each column's name, the kind of its cells (`transfer` has the checks), and its declaration; then constraints."""


KEYS: Mapping[str, list[str]] = {
    table: re.findall(r"\w+", parts[-1].removeprefix("PRIMARY KEY"))
    if " KEY (" in parts[-1]
    else [parts[0].split()[0]]
    for table, parts in _TABLES.items()
}
"""By table: the columns by which its rows are told apart."""
EXPORTED: Mapping[str, Mapping[str, str]] = {
    table: dict.fromkeys(KEYS[table], "") | dict(part.split()[:2] for part in parts if not part[0].isupper())
    for table, parts in _TABLES.items()
    if table != "label"
}
"""The tables in the order of an export; by column, those of the key first: the kind of a cell."""
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


def prepare(connection: sqlite3.Connection, path: Path, *, is_writable: bool) -> None:
    """Make the tables in an empty file; refuse a newer store and a stranger's database with a `StoreError`."""
    with connection:
        connection.execute("BEGIN")  # one view of the file, though another process may be making it
        if _version(connection, path):
            return
    if not is_writable:
        raise StoreError(f"The store {path} is empty and read-only, so it cannot be made.")
    marks = f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {VERSION}"
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        is_made = _version(connection, path)  # by another process, which was faster
        for statement in () if is_made else (*_STATEMENTS, *marks):
            connection.execute(statement)


def has_tables(connection: sqlite3.Connection) -> bool:
    """Return whether all tables and indexes are as they were made, and there are no triggers or views."""
    found = dict(connection.execute("SELECT sql, type FROM sqlite_master WHERE sql IS NOT NULL"))
    return found.keys() >= {*_STATEMENTS} and not {"trigger", "view"} & set(found.values())


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the store, 0 for an empty file; refuse a newer one and a stranger's database."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    any_table = "SELECT 1 FROM sqlite_master"
    if application != APPLICATION_ID and (version or application or connection.execute(any_table).fetchone()):
        raise StoreError(
            f"{path} is another program's database. It was not changed: name another file with --store."
        )
    if version > VERSION:
        raise StoreError(
            f"The store {path} is of a newer guessmail (version {version} of its tables; this one knows "
            f"{VERSION}). It was not changed: update guessmail, or name another file with --store."
        )
    return version
