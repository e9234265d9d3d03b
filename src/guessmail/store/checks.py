"""What a record of the store must be: its columns, their types, and their values. Anything else is refused."""

import datetime
import json
import re
from collections.abc import Callable, Mapping

from guessmail.samples import OutcomeKind
from guessmail.text import is_text

_Check = Callable[[object], bool]

_LONGEST = 10_000
"""Characters of a text: far more than any name, note or set of options has."""

_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_DOMAIN = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})+")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def _is_text(cell: object) -> bool:
    """Whether it is text that can be stored: no lone surrogates, no NUL, bounded length."""
    if not isinstance(cell, str) or len(cell) > _LONGEST or "\0" in cell:
        return False
    return is_text(cell)


def _is_number(cell: object) -> bool:
    return type(cell) is int and 0 <= cell < 2**63


def _is_share(cell: object) -> bool:
    return type(cell) in {int, float} and 0 <= cell <= 1  # type: ignore[operator]


def _is_domain(cell: object) -> bool:
    return isinstance(cell, str) and _DOMAIN.fullmatch(cell) is not None


def _is_local(cell: object) -> bool:
    return _is_text(cell) and bool(cell) and len(str(cell)) <= 64 and str(cell).isprintable()


def _is_date(cell: object) -> bool:
    if not isinstance(cell, str) or not _DATE.fullmatch(cell):
        return False
    try:
        datetime.date.fromisoformat(cell)
    except ValueError:
        return False
    return True


def _is_options(cell: object) -> bool:
    if not _is_text(cell):
        return False
    try:
        return isinstance(json.loads(str(cell)), dict)
    except (ValueError, RecursionError):
        return False


def _is_one_of(*words: str) -> _Check:
    return lambda cell: isinstance(cell, str) and cell in words


def _is_hash(size: int) -> _Check:
    """Whether it is a hash of the expected length."""
    return lambda cell: isinstance(cell, bytes) and len(cell) == size


def is_key(cell: object) -> bool:
    """Whether it is the secret of a key, 32 bytes in hexadecimal digits."""
    return isinstance(cell, str) and re.fullmatch(r"[0-9a-f]{64}", cell) is not None


CHECKS: Mapping[str, Mapping[str, _Check]] = {
    "source": {
        "id": _is_number,
        "label": _is_text,
        "kind": _is_text,
        "words": _is_text,
        "referred_by": _is_text,
        "date": _is_date,
    },
    "sample": {
        "domain": _is_domain,
        "local": _is_local,
        "name": _is_text,
        "source": _is_number,
        "place": _is_text,
        "date": _is_date,
    },
    "company": {"key": _is_text, "name": _is_text, "domain": _is_domain, "date": _is_date},
    "outcome": {
        "id": _is_number,
        "domain": _is_domain,
        "local": _is_local,
        "kind": _is_one_of(*OutcomeKind),
        "date": _is_date,
        "name": _is_text,
        "detail": _is_text,
    },
    "run": {"id": _is_number, "date": _is_date, "options": _is_options},
    "offer": {
        "hash": _is_hash(16),
        "run": _is_number,
        "scope": _is_hash(8),
        "pattern": _is_text,
        "probability": _is_share,
        "basis": _is_text,
        "samples": _is_number,
    },
    "suppression": {
        "id": _is_number,
        "kind": _is_one_of("address", "person", "domain"),  # `suppression.Kind`, which is built on the store
        "date": _is_date,
        "note": _is_text,
        "key": lambda cell: isinstance(cell, str) and re.fullmatch(r"[0-9a-f]{16}", cell) is not None,
        "scope": _is_hash(32),
    },
    "suppression_mark": {"hash": _is_hash(32), "suppression": _is_number},
}
"""The tables in the order of an export, each with its columns, in theirs, and what a cell of each must be."""


def fault_of(table: str, cells: Mapping[str, object]) -> str:
    """Return what is wrong with a record, without quoting it; empty if it is valid."""
    checks = CHECKS.get(table)
    if checks is None:
        return "there is no such table"
    if cells.keys() != checks.keys():
        return f"a {table} has just the columns {', '.join(checks)}"
    wrong = next((column for column, check in checks.items() if not check(cells[column])), "")
    return f"its {wrong} is not valid" if wrong else ""
