"""What a record of the store must be: its columns, their types, and their values. Anything else is refused."""

import datetime
import json
import re
from collections.abc import Callable, Mapping

from guessmail.samples import OutcomeKind
from guessmail.store import schema
from guessmail.text import is_text

_Check = Callable[[object], bool]

_LONGEST = 10_000
"""Characters of a text: far more than any name, note or set of options has."""

_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"


def _matches(pattern: str) -> _Check:
    found = re.compile(pattern)
    return lambda cell: isinstance(cell, str) and found.fullmatch(cell) is not None


def _is_one_of(*words: str) -> _Check:
    return lambda cell: isinstance(cell, str) and cell in words


def _is_hash(size: int) -> _Check:
    return lambda cell: isinstance(cell, bytes) and len(cell) == size


def _is_text(cell: object) -> bool:
    """Whether it is text that can be stored: no lone surrogates, no NUL, bounded length."""
    return isinstance(cell, str) and len(cell) <= _LONGEST and "\0" not in cell and is_text(cell)


def _is_number(cell: object) -> bool:
    return type(cell) is int and 0 <= cell < 2**63


def _is_share(cell: object) -> bool:
    return type(cell) in {int, float} and 0 <= cell <= 1  # type: ignore[operator]


def _is_local(cell: object) -> bool:
    return _is_text(cell) and bool(cell) and len(str(cell)) <= 64 and str(cell).isprintable()


def _is_date(cell: object) -> bool:
    try:
        return isinstance(cell, str) and datetime.date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


def _is_options(cell: object) -> bool:
    try:
        return _is_text(cell) and isinstance(json.loads(str(cell)), dict)
    except (ValueError, RecursionError):
        return False


is_key = _matches(r"[0-9a-f]{64}")
"""Whether it is the secret of a key, 32 bytes in hexadecimal digits."""

_KINDS: Mapping[str, _Check] = {
    "number": _is_number,
    "text": _is_text,
    "date": _is_date,
    "domain": _matches(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})+"),
    "local": _is_local,
    "options": _is_options,
    "share": _is_share,
    "key": _matches(r"[0-9a-f]{16}"),
    "hash8": _is_hash(8),
    "hash16": _is_hash(16),
    "hash32": _is_hash(32),
    "outcome": _is_one_of(*OutcomeKind),
    "entry": _is_one_of("address", "person", "domain"),  # `subjects.Kind`, which is built on the store
}

COLUMNS: Mapping[str, Mapping[str, str]] = {
    table: columns for table, columns in schema.COLUMNS.items() if table != "label"
}
"""The tables in the order of an export, each with its columns, in theirs, and what a cell of each must be."""


def fault_of(table: str, cells: Mapping[str, object]) -> str:
    """Return what is wrong with a record, without quoting it; empty if it is valid."""
    columns = COLUMNS.get(table)
    if columns is None:
        return "there is no such table"
    if cells.keys() != columns.keys():
        return f"a {table} has just the columns {', '.join(columns)}"
    wrong = next((column for column, kind in columns.items() if not _KINDS[kind](cells[column])), "")
    return f"its {wrong} is not valid" if wrong else ""
