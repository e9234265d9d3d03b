"""The store as lines of JSON: to keep a copy, to move to another computer, to save what a damaged file holds.

The export holds the keys, or the list of those to leave alone would be lost on the way: it is as private as
the store and its key together.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from guessmail.errors import BrokenFileError, StoreError
from guessmail.store.keys import Key
from guessmail.store.store import Store

if TYPE_CHECKING:
    import sqlite3

__all__ = ["FORMAT", "export_lines", "import_lines", "is_export"]

FORMAT = 1
"""The version of the lines."""

_COLUMNS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "source": (("id",), ("label", "kind", "words", "referred_by", "date")),
    "sample": (("domain", "local", "name", "source"), ("place", "date")),
    "company": (("key",), ("name", "domain", "date")),
    "outcome": (("id",), ("domain", "local", "kind", "date", "name", "detail")),
    "run": (("id",), ("date", "options")),
    "offer": (("hash", "run"), ("scope", "pattern", "probability", "basis", "samples")),
    "suppression": (("id",), ("kind", "date", "note", "key", "scope")),
    "suppression_mark": (("hash", "suppression"), ()),
}
"""The tables in the order of an export, each with the columns of its key and the others."""

_BLOBS = frozenset(
    {("offer", "hash"), ("offer", "scope"), ("suppression", "scope"), ("suppression_mark", "hash")}
)


def export_lines(store: Store, faults: list[str]) -> Iterator[str]:
    """Yield the store as lines; of a damaged one what can be read, and the broken tables in `faults`."""
    keys = [key.secret.hex() for key in store.keys.keys]
    yield json.dumps({"guessmail": "store", "format": FORMAT, "keys": keys})
    for table, (key_columns, others) in _COLUMNS.items():
        columns = key_columns + others
        for row in _saved(store, table, key_columns, columns, faults):
            cells = {
                column: cell.hex() if isinstance(cell, bytes) else cell
                for column, cell in zip(columns, row, strict=True)
            }
            yield json.dumps({"table": table, **cells}, ensure_ascii=False)


def _saved(
    store: Store, table: str, key: tuple[str, ...], columns: tuple[str, ...], faults: list[str]
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table by their key; past damage, go on from the end back to it."""
    query = f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 - names from the table above
    order = ", ".join(key)
    last: tuple[Any, ...] | None = None
    try:
        for row in store.database.scan(f"{query} ORDER BY {order}"):
            last = row[: len(key)]
            yield row
    except StoreError:
        faults.append(table)
    else:
        return
    where = f" WHERE ({order}) > ({', '.join('?' * len(key))})" if last else ""
    try:
        backwards = ", ".join(f"{column} DESC" for column in key)
        yield from store.database.scan(f"{query}{where} ORDER BY {backwards}", last or ())
    except StoreError:
        return


def is_export(head: bytes) -> bool:
    """Return whether a file that starts with `head` is an export."""
    return head.lstrip().startswith(b'{"guessmail": "store"')


def import_lines(store: Store, lines: Iterable[str], *, tables: Collection[str] = _COLUMNS.keys()) -> int:
    """Add what an export holds to the store, all or nothing, and return how many rows were new.

    What is there already stays as it is. Numbers of sources, runs and entries are given anew.
    """
    stream = (_line(number, line) for number, line in enumerate(lines, 1) if line.strip())
    head = next(stream, {})
    if head.get("guessmail") != "store" or head.get("format") != FORMAT:
        raise BrokenFileError("This is no export of a guessmail store, or one of a newer guessmail.")
    with store.database.writing() as cursor:
        for secret in head["keys"]:
            store.keys.add(Key(bytes.fromhex(secret)))
        importer = _Importer(cursor)
        for row in stream:
            if row.get("table") in tables:
                try:
                    importer.take(row)
                except (KeyError, TypeError, ValueError) as error:
                    raise BrokenFileError("A row of the export is broken; nothing was imported.") from error
        importer.finish()
    return importer.added


def _line(number: int, line: str) -> dict[str, Any]:
    """Return a line as an object of plain values, the first also with a list; else `BrokenFileError`."""
    try:
        row: object = json.loads(line)
    except ValueError:
        row = None
    nested: type | tuple[type, ...] = dict if number == 1 else (dict, list)
    if not isinstance(row, dict) or any(isinstance(cell, nested) for cell in row.values()):
        raise BrokenFileError(f"Line {number} of the export is broken; nothing was imported.")
    return row


class _Importer:
    """Takes rows of an export, in its order, into an open transaction."""

    def __init__(self, cursor: "sqlite3.Cursor") -> None:
        self.added = 0
        self._cursor = cursor
        self._numbers: dict[tuple[str, int], int] = {}
        self._entries: dict[int, tuple[dict[str, Any], list[bytes]]] = {}

    def take(self, row: dict[str, Any]) -> None:
        """Take one row."""
        table = str(row["table"])
        for column, cell in row.items():
            if (table, column) in _BLOBS:
                row[column] = bytes.fromhex(cell)
        if table == "suppression":
            self._entries[row["id"]] = (row, [])
        elif table == "suppression_mark":
            if row["suppression"] in self._entries:
                self._entries[row["suppression"]][1].append(row["hash"])
        elif "id" in row:
            self._take_numbered(table, row)
        else:
            for column, owner in (("source", "source"), ("run", "run")):
                if column in row and table in {"sample", "offer"}:
                    row[column] = self._numbers.get((owner, row[column]))
            if None not in row.values():
                self._insert(table, row)

    def _take_numbered(self, table: str, row: dict[str, Any]) -> None:
        """Take a row whose number is given anew, unless the same is there."""
        columns = _COLUMNS[table][1]
        # A source is one by what it is, whenever it was learned.
        same = columns[:-1] if table == "source" else columns
        where = " AND ".join(f"{column} = ?" for column in same)
        query = f"SELECT id FROM {table} WHERE {where}"  # noqa: S608 - names from the table above
        found = self._cursor.execute(query, [row[column] for column in same]).fetchone()
        number = found[0] if found else self._insert(table, {"table": table, **{c: row[c] for c in columns}})
        self._numbers[table, row["id"]] = number

    def _insert(self, table: str, row: dict[str, Any]) -> int:
        """Insert a row if its key is not there, and return its number."""
        cells = {column: cell for column, cell in row.items() if column != "table"}
        columns, places = ", ".join(cells), ", ".join("?" * len(cells))
        if not set(cells) <= {column for part in _COLUMNS[table] for column in part}:
            raise BrokenFileError(
                "The export holds columns that this guessmail does not know; nothing was imported."
            )
        command = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - checked above
        self._cursor.execute(command, tuple(cells.values()))
        self.added += self._cursor.rowcount
        if table == "sample" and self._cursor.rowcount:
            labels = [(label, row["domain"]) for label in set(row["domain"].split(".")[:-1])]
            self._cursor.executemany("INSERT OR IGNORE INTO label VALUES (?, ?)", labels)
        return int(self._cursor.lastrowid or 0)

    def finish(self) -> None:
        """Take the entries of the list of those to leave alone, except those that are on it already."""
        for row, marks in self._entries.values():
            known: set[int] | None = None
            for mark in marks:
                rows = self._cursor.execute(
                    "SELECT suppression FROM suppression_mark WHERE hash = ?", (mark,)
                )
                numbers = {int(found[0]) for found in rows}
                known = numbers if known is None else known & numbers
                if not known:
                    break
            if known:
                continue
            number = self._insert(
                "suppression", {column: cell for column, cell in row.items() if column != "id"}
            )
            self._cursor.executemany(
                "INSERT INTO suppression_mark VALUES (?, ?)", [(m, number) for m in marks]
            )
