"""The tables of the store, and how an older store becomes a newer one."""

import sqlite3
from pathlib import Path

from guessmail.errors import StoreError
from guessmail.store.files import create_private

APPLICATION_ID = 0x67756573
"""`gues`: marks a guessmail store among SQLite files."""

_FIRST = (
    "CREATE TABLE source (id INTEGER PRIMARY KEY, label TEXT NOT NULL, kind TEXT NOT NULL, "
    "words TEXT NOT NULL, referred_by TEXT NOT NULL, date TEXT NOT NULL, "
    "UNIQUE (label, kind, words, referred_by))",
    # Clustered by domain, so that all samples of one domain lie on one or two pages, however many there are.
    "CREATE TABLE sample (domain TEXT NOT NULL, local TEXT NOT NULL COLLATE NOCASE, name TEXT NOT NULL, "
    "source INTEGER NOT NULL REFERENCES source, place TEXT NOT NULL, date TEXT NOT NULL, "
    "PRIMARY KEY (domain, local, name, source)) WITHOUT ROWID",
    # Finds eu.acme.com and acme.de by `acme`, without a public suffix list in the database.
    "CREATE TABLE label (label TEXT NOT NULL, domain TEXT NOT NULL, PRIMARY KEY (label, domain)) "
    "WITHOUT ROWID",
    "CREATE TABLE company (key TEXT PRIMARY KEY, name TEXT NOT NULL, domain TEXT NOT NULL, "
    "date TEXT NOT NULL) WITHOUT ROWID",
    # A log: the last row of an address is what holds, and `undo` takes it back.
    "CREATE TABLE outcome (id INTEGER PRIMARY KEY AUTOINCREMENT, domain TEXT NOT NULL, "
    "local TEXT NOT NULL COLLATE NOCASE, kind TEXT NOT NULL, date TEXT NOT NULL, name TEXT NOT NULL, "
    "detail TEXT NOT NULL)",
    "CREATE INDEX outcome_address ON outcome (domain, local)",
    "CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT, date TEXT NOT NULL, options TEXT NOT NULL)",
    "CREATE TABLE offer (hash BLOB NOT NULL, scope BLOB NOT NULL, "
    "run INTEGER NOT NULL REFERENCES run, pattern TEXT NOT NULL, "
    "probability REAL NOT NULL, basis TEXT NOT NULL, samples INTEGER NOT NULL, PRIMARY KEY (hash, run)) "
    "WITHOUT ROWID",
    "CREATE INDEX offer_scope ON offer (scope)",
    "CREATE INDEX offer_run ON offer (run)",
    "CREATE TABLE suppression (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, date TEXT NOT NULL, "
    "note TEXT NOT NULL, key TEXT NOT NULL, scope BLOB NOT NULL)",
    "CREATE INDEX suppression_scope ON suppression (scope)",
    "CREATE TABLE suppression_mark (hash BLOB NOT NULL, suppression INTEGER NOT NULL REFERENCES suppression, "
    "PRIMARY KEY (hash, suppression)) WITHOUT ROWID",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)
"""The statements that lead from each version to the next; their number is the version of a new store."""


def prepare(connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
    """Bring the store to this version, or refuse it with a `StoreError`."""
    with connection:
        connection.execute(
            "BEGIN"
        )  # one view of the file, though another process is making it at this moment
        version = _version(connection, path)
    if version == len(MIGRATIONS):
        return
    if not writable:
        raise StoreError(
            f"The store {path} is from an older guessmail and read-only, so it cannot be upgraded."
        )
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        version = _version(connection, path)  # another process may have been faster
        if 0 < version < len(MIGRATIONS):
            _back_up(path, version)
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def has_tables(connection: sqlite3.Connection) -> bool:
    """Return whether all tables and indexes are as they were made, and there are no triggers or views."""
    found = dict(connection.execute("SELECT sql, type FROM sqlite_master WHERE sql IS NOT NULL").fetchall())
    made = {one for statements in MIGRATIONS for one in statements if one.startswith("CREATE ")}
    return made <= found.keys() and not {"trigger", "view"} & set(found.values())


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the store, 0 for an empty file; refuse a newer one and a stranger's database."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    is_empty = (
        not version and not application and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    )
    if not is_empty and application != APPLICATION_ID:
        raise StoreError(
            f"{path} is another program's database. It was not changed: name another file with --store."
        )
    if version > len(MIGRATIONS):
        raise StoreError(
            f"The store {path} is of a newer guessmail (version {version} of its tables; this one knows "
            f"{len(MIGRATIONS)}). It was not changed: update guessmail, or name another file with --store."
        )
    return version


def _back_up(path: Path, version: int) -> None:
    """Copy the store beside itself before its tables change, under a name that is free."""
    copy = path.with_name(f"{path.name}.v{version}")
    number = 1
    while copy.exists() or copy.is_symlink():
        number += 1
        copy = path.with_name(f"{path.name}.v{version}.{number}")
    partial = copy.with_name(f"{copy.name}.part")
    partial.unlink(missing_ok=True)
    create_private(partial)
    # A connection of its own: readers see the store as it was while the writer holds its lock.
    source, target = sqlite3.connect(path), sqlite3.connect(partial)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()
    partial.replace(copy)
