"""The store as lines of JSON: to keep a copy, to move to another computer, to save the readable part of a damaged file.

The export holds the keys, without which the do-not-contact list would be lost: it is as private as the store and its key.
"""

import datetime
import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, BinaryIO

from guessmail.errors import BrokenFileError, StoreError
from guessmail.samples import OutcomeKind
from guessmail.store.database import EXPORTED, KEYS, Row, add_labels
from guessmail.store.files import Key, add_keys, key_path
from guessmail.store.store import Store
from guessmail.store.subjects import SubjectKind
from guessmail.store.suppression import SuppressionList, keep_entry
from guessmail.text import is_text

FORMAT = 1
"""The version of the export's format."""
_LISTED = frozenset({"suppression", "suppression_mark"})
"""The tables of the do-not-contact list."""
_OWNERS = {"sample": "source", "offer": "run", "suppression_mark": "suppression"}
"""For each table whose rows belong to rows of another: the other table. The column that refers to it has the same name."""
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"


def _is_text(cell: object) -> bool:
    """Return whether a cell is text that can be stored: no lone surrogates, no NUL, not longer than a name or note may be."""
    return isinstance(cell, str) and len(cell) <= 10_000 and "\0" not in cell and is_text(cell)


_CHECKS: Mapping[str, Callable[[Any], object]] = {
    "number": lambda cell: type(cell) is int and 0 <= cell < 2**63,
    "text": _is_text,
    "date": lambda cell: datetime.date.fromisoformat(cell).isoformat() == cell,
    "domain": re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})+").fullmatch,
    "local": lambda cell: _is_text(cell) and 0 < len(cell) <= 64 and cell.isprintable(),
    "options": lambda cell: _is_text(cell) and isinstance(json.loads(cell), dict),
    "share": lambda cell: type(cell) in {int, float} and 0 <= cell <= 1,
    "key": re.compile(r"[0-9a-f]{16}").fullmatch,
    "secret": re.compile(r"[0-9a-f]{64}").fullmatch,
    "hash8": lambda cell: isinstance(cell, bytes) and len(cell) == 8,
    "hash16": lambda cell: isinstance(cell, bytes) and len(cell) == 16,
    "hash32": lambda cell: isinstance(cell, bytes) and len(cell) == 32,
    "outcome": OutcomeKind,
    "entry": SubjectKind,
}
"""For each kind of cell: a function that is false, or raises an error, for an invalid cell."""


def _is_valid(kind: str, cell: object) -> bool:
    try:
        return bool(_CHECKS[kind](cell))
    except (TypeError, ValueError, RecursionError):
        return False


def _fault_of(table: str, cells: Mapping[str, object]) -> str:
    """Return the fault of a record, without quoting it; empty if it is valid."""
    columns = EXPORTED.get(table)
    if columns is None:
        return "there is no such table"
    if cells.keys() != columns.keys():
        return f"a {table} has just the columns {', '.join(columns)}"
    wrong = next((column for column, kind in columns.items() if not _is_valid(kind, cells[column])), "")
    return f"its {wrong} is not valid" if wrong else ""


def export_lines(store: Store, faults: list[str]) -> Iterator[str]:
    """Yield the store as lines for `import_lines`, of a damaged one the valid rows; `faults` gets the incomplete tables."""
    keys = [key.secret.hex() for key in store.keys]
    yield json.dumps({"guessmail": "store", "format": FORMAT, "keys": keys})
    numbers: dict[str, set[object]] = defaultdict(set)
    for table, columns in EXPORTED.items():
        is_whole, owner = True, _OWNERS.get(table, "")
        for row in _saved(store, table, faults):
            cells = dict(zip(columns, row, strict=True))
            for column, cell in cells.items():  # lone surrogates stand for invalid UTF-8
                if isinstance(cell, str) and not cell.isascii():
                    cells[column] = cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            is_whole = is_whole and tuple(cells.values()) == row
            is_orphan = bool(owner) and cells[owner] not in numbers[owner]
            if _fault_of(table, cells) or (is_orphan and owner != "source"):
                is_whole = False
                continue
            if is_orphan:  # its source could not be read
                words = {"label": "source lost by damage", "kind": "", "words": "", "referred_by": ""}
                yield _line(owner, {"id": cells[owner], **words, "date": cells["date"]})
                numbers[owner].add(cells[owner])
            numbers[table].add(cells.get("id"))
            yield _line(table, cells)
        if not is_whole and table not in faults:
            faults.append(table)


def _line(table: str, cells: Mapping[str, object]) -> str:
    written = {column: cell.hex() if isinstance(cell, bytes) else cell for column, cell in cells.items()}
    return json.dumps({"table": table, **written}, ensure_ascii=False)


def _unwritten(table: str, column: str, cell: Any) -> Any:
    """Return the cell that `_line` wrote; None if it is no hash where a hash belongs."""
    is_hash = EXPORTED.get(table, {}).get(column, "").startswith("hash")
    with suppress(ValueError, TypeError):
        return bytes.fromhex(cell) if is_hash else cell
    return None


def _saved(store: Store, table: str, faults: list[str]) -> Iterator[Row]:
    """Yield the rows of a table by key, and behind damage from the end back to it; `faults` gets a damaged table."""
    key = KEYS[table]
    query = f"SELECT {', '.join(EXPORTED[table])} FROM {table}"  # noqa: S608 - names from the table of checks
    last: Row = ()
    try:
        for row in store.scan(f"{query} ORDER BY {', '.join(key)}"):
            last = row[: len(key)]
            yield row
    except StoreError:
        faults.append(table)
        if last:
            query += f" WHERE ({', '.join(key)}) > ({', '.join('?' * len(key))})"
        with suppress(StoreError):
            yield from store.scan(f"{query} ORDER BY {' DESC, '.join(key)} DESC", last)


def is_export(head: bytes) -> bool:
    """Return whether a file that starts with `head` is an export."""
    return head.lstrip().startswith(b'{"guessmail": "store"')


def import_lines(store: Store, file: BinaryIO, *, tables: Collection[str] = EXPORTED.keys()) -> int:
    """Add the rows of an export to the store, and return the number of new ones.

    Rows of the store stay unchanged. Sources, runs and entries get new numbers. Samples and outcomes of people on the
    do-not-contact list, or on that of the export, are left out. An invalid line is a `BrokenFileError` that names it; the
    store stays unchanged then.
    """
    start = file.tell()
    _, head = next(_records(file), (1, {}))
    if head.get("guessmail") != "store" or head.get("format") != FORMAT:
        raise BrokenFileError("This is not an export of a guessmail store, or is from a newer guessmail.")
    if not isinstance(head.get("keys"), list) or not all(_is_valid("secret", key) for key in head["keys"]):
        raise _broken(1, "its keys are not valid")
    keys = [Key(bytes.fromhex(secret)) for secret in head["keys"]]
    with store.writing() as cursor:
        known = store.keys
        store.keys = tuple({key.id: key for key in (*known, *keys)}.values())
        importer = _Importer(cursor, store)
        for part in (_LISTED, EXPORTED.keys() - _LISTED):  # the list first: it decides about people's rows
            file.seek(start)
            records = _records(file)
            next(records, None)
            for number, record in records:
                table = str(record.pop("table", ""))
                cells = {column: _unwritten(table, column, cell) for column, cell in record.items()}
                fault = _fault_of(table, cells)
                if fault or (table in part and table in tables and (fault := importer.take(table, cells))):
                    raise _broken(number, fault)
            importer.finish_part()
        store.keys = known if store.is_dry else add_keys(key_path(store.path), *keys)
    return importer.added


def _broken(number: int, fault: str) -> BrokenFileError:
    return BrokenFileError(f"Line {number} of the export is broken ({fault}); nothing was imported.")


def _records(lines: Iterable[bytes]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each line's number and object; `BrokenFileError` for a line that is no JSON object."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record: object = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except (ValueError, RecursionError) as error:
            kind = "UTF-8" if isinstance(error, UnicodeDecodeError) else "JSON"
            raise _broken(number, f"it is not {kind}") from error
        if not isinstance(record, dict):
            raise _broken(number, "it is no object")
        yield number, record


class _Importer:
    """Adds records of an export, in its order, in an open transaction; `store` has the keys of the export's entries."""

    def __init__(self, cursor: sqlite3.Cursor, store: Store) -> None:
        self.added = 0
        self._cursor, self._store = cursor, store
        self._keys = {key.id for key in store.keys}
        self._people = SuppressionList(None)
        self._numbers: dict[tuple[str, int], int] = {}
        """By table and number in the export: the number in the store."""
        self._same = Counter[tuple[object, ...]]()
        self._entries: dict[int, tuple[Row, list[bytes]]] = {}

    def take(self, table: str, cells: dict[str, Any]) -> str:
        """Add a record, unless it is there or its person is on the do-not-contact list; return its fault, or an empty text."""
        owner = _OWNERS.get(table, "")
        if owner and (owner, cells[owner]) not in self._numbers:
            return f"its {owner} is not in the export"
        if table == "suppression" and cells["key"] not in self._keys:
            return "its key is not in the export"
        if table == "suppression":
            self._numbers[table, cells["id"]] = cells["id"]
            self._entries[cells["id"]] = tuple(cells[name] for name in EXPORTED[table] if name != "id"), []
        elif table == "suppression_mark":
            self._entries[cells["suppression"]][1].append(cells["hash"])
        elif "local" not in cells or not self._people.covers(
            f"{cells['local']}@{cells['domain']}", cells["name"]
        ):
            self._insert(table, cells | ({owner: self._numbers[owner, cells[owner]]} if owner else {}))
        return ""

    def _insert(self, table: str, cells: dict[str, Any]) -> None:
        """Insert a record if it is new, and remember its number in the store."""
        number = cells.pop("id", None)
        stored = None if number is None else self._find(table, cells)
        if stored is None:
            columns, places = ", ".join(cells), ", ".join("?" * len(cells))
            command = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - names from the schema
            self._cursor.execute(command, tuple(cells.values()))
            self.added += self._cursor.rowcount
            stored = self._cursor.lastrowid or 0
            if table == "sample" and self._cursor.rowcount:
                add_labels(self._cursor, [cells["domain"]])
        if number is not None:
            self._numbers[table, number] = stored

    def _find(self, table: str, cells: Mapping[str, Any]) -> int | None:
        """Return the number of an equal record in the store, or None; several equal ones are matched one by one."""
        # Sources are the same if their descriptions are, whatever their dates.
        same = {column: cell for column, cell in cells.items() if (table, column) != ("source", "date")}
        where = " AND ".join(f"{column} = ?" for column in same)
        query = f"SELECT id FROM {table} WHERE {where} ORDER BY id LIMIT 1 OFFSET ?"  # noqa: S608 - as above
        values = tuple(same.values())
        found = self._cursor.execute(query, (*values, self._same[table, *values])).fetchone()
        self._same[table, *values] += table != "source"
        return int(found[0]) if found else None

    def finish_part(self) -> None:
        """Add the new entries of the do-not-contact list, and remove sources without samples."""
        for row, marks in self._entries.values():
            self.added += keep_entry(self._store, self._cursor, row, marks)[1]
        self._entries.clear()
        self._cursor.execute("DELETE FROM source WHERE id NOT IN (SELECT source FROM sample)")
        self.added -= self._cursor.rowcount
        self._people = SuppressionList(self._store)
