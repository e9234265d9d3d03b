"""The header: which of the first rows it is, and what each column holds."""

import csv
import json
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from guessmail.data.columns import BESIDE, COLUMN_KINDS
from guessmail.errors import UsageError

HEADER_RULES = """\
Header: the first of the first 20 rows that names columns for the person (name, or first and last name) and the
company (domain, website, e-mail or company). Case, spaces and underscores do not matter; rows before it are
kept. The domain comes from the column domain, else website, else e-mail. If two columns fit, guessmail stops
and asks. --map name=COLUMN names a column by its header or number. With --no-header there is no header: the name is in
column 1 and the domain in column 2, unless --map names others by number."""

MOST_COLUMNS = 4096
"""More columns than people's lists have; short rows are filled up to the header's width."""

_MOST_NAMED = 40
_MAP_KINDS = ("name", "given", "middle", "family", "domain", "company", "email")
_PERSON = ("name", "given", "family")
_SITES = ("domain", "website", "url")
_WORDS = {
    "given": "first name",
    "middle": "middle name",
    "family": "last name",
    "email": "e-mail address",
    "url": "website",
}


class Kind(StrEnum):
    """What a column may hold."""

    NAME = "name"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    DOMAIN = "domain"
    WEBSITE = "website"
    URL = "url"
    EMAIL = "email"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what: positions from 0, None for what the list does not have."""

    name: int | None = None
    given: int | None = None
    middle: int | None = None
    family: int | None = None
    domain: int | None = None
    website: int | None = None
    url: int | None = None
    email: int | None = None
    company: int | None = None

    @property
    def used(self) -> tuple[int, ...]:
        """The positions that are used, in order."""
        return tuple(sorted(place for kind in Kind if (place := getattr(self, kind)) is not None))


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of a list's columns."""

    map: Sequence[str] = ()
    """`name=COLUMN`, as `--map` takes them."""
    encoding: str = ""
    """The encoding that the user gave; empty to detect it."""
    needs: tuple[Kind, ...] = ()
    """Kinds of columns that must be there besides a person's and a company's: e-mail for `--rate`."""
    person: bool = True
    """False for a list of companies, which must have what `needs` says."""
    header: bool = True
    """False where the first row is one of the list; columns are then numbered from 1, and `map` names them."""

    @property
    def mapped(self) -> dict[Kind, str]:
        """The columns that `map` names, by what they hold; `UsageError` for other words."""
        mapped: dict[Kind, str] = {}
        for item in self.map:
            word, equals, column = item.partition("=")
            word = word.strip().lower()
            if not equals or not column.strip() or word not in _MAP_KINDS:
                raise UsageError(
                    f"--map takes WHAT=COLUMN, where WHAT is one of {', '.join(_MAP_KINDS)}; not {item!r}."
                )
            if Kind(word) in mapped:
                raise UsageError(
                    f"--map names two columns for {word}: {mapped[Kind(word)]!r} and {column.strip()!r}."
                )
            mapped[Kind(word)] = column.strip()
        return mapped


def fold_name(name: str) -> str:
    """Return a column's name for comparison: `First Name`, `first_name` and `firstName` are one."""
    letters = unicodedata.normalize("NFKD", name[:200].casefold())
    return "".join(character for character in letters if character.isalnum())


def find_columns(header: Sequence[str], ask: Ask) -> Columns | None:
    """Return what a row's columns hold if it is the header, else None; two of a needed kind are a `UsageError`."""
    if len(header) > MOST_COLUMNS:
        return None
    places = _places(header)
    for kind, column in ask.mapped.items():
        place = _resolve(header, kind, column)
        if place is None:
            return None
        places = {other: [at for at in found if at != place] for other, found in places.items()}
        places[kind] = [place]
    found = {kind for kind, at in places.items() if at}
    has_company = bool(found & {*_SITES, Kind.EMAIL, Kind.COMPANY})
    if ask.person and not (has_company and found & set(_PERSON)):
        return None
    if not found | ({Kind.DOMAIN} if found & set(_SITES) else set()) >= set(ask.needs):
        return None
    needed = {*ask.needs, *(_needed(places) if ask.person else ())}
    for kind in Kind:
        if kind in needed and len(places.get(kind, ())) > 1:
            raise _two(header, kind, places[kind])
    return Columns(**{kind: at[0] for kind, at in places.items() if len(at) == 1})


def kinds_in(line: str) -> set[str]:
    """Return what the columns that a first line names hold, a website being a domain: of CSV, or a JSON object."""
    cells: list[str] = []
    with suppress(csv.Error):  # a line of no list
        cells = max((next(csv.reader([line], delimiter=one), []) for one in ",;\t|"), key=len)
    with suppress(ValueError, RecursionError):
        if isinstance(item := json.loads(line), dict):
            cells = list(item)
    kinds = set(_places(cells))
    return kinds | ({Kind.DOMAIN} if kinds & set(_SITES) else set())


def unknown_header(rows: Sequence[Sequence[str]], ask: Ask) -> UsageError:
    """Return the error for a list in whose first rows no header was found."""
    widest = max(rows, key=len, default=[])
    if len(widest) > MOST_COLUMNS:
        return UsageError(
            f"The list has {len(widest):,} columns, more than the {MOST_COLUMNS:,} that are read. Is it a list of people?"
        )
    columns = ", ".join(f'"{_short(cell)}"' for cell in widest[:_MOST_NAMED])
    columns += f" and {len(widest) - _MOST_NAMED:,} more" if len(widest) > _MOST_NAMED else ""
    for kind, column in ask.mapped.items():
        if _resolve(widest, kind, column) is None:
            return UsageError(
                f"The list has no column {column!r} (--map {kind}={column}). Its first row has: {columns}."
            )
    if not ask.person and Kind.EMAIL in ask.needs:
        return UsageError(f"No column holds addresses; name one email. The first row has: {columns}.")
    if not ask.person:
        return UsageError(
            "A list of companies needs a column company; to give their domains, also a column domain. Its"
            f" first row has: {columns}. Add a header, or name the column: --map company=COLUMN."
        )
    return UsageError(
        "The list has no header that names columns for the person's name and the company's domain. Its"
        f" first row has: {columns}. Name them, by header or number: --map name=COLUMN --map domain=COLUMN. If"
        " the list has no header, add --no-header."
    )


def _places(header: Sequence[str]) -> dict[str, list[int]]:
    names = [fold_name(cell) for cell in header]
    present = frozenset(names)
    beside = {name: kind for (name, other), kind in BESIDE.items() if other in present}
    places: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        kind = beside.get(name) or COLUMN_KINDS.get(name)
        if kind:
            places.setdefault(kind, []).append(place)
    return places


def _resolve(header: Sequence[str], kind: Kind, column: str) -> int | None:
    exact = [place for place, cell in enumerate(header) if cell.strip() == column]
    same = exact or [place for place, cell in enumerate(header) if fold_name(cell) == fold_name(column) != ""]
    if len(same) > 1:
        raise _two(header, kind, same)
    if same:
        return same[0]
    number = int(column) if column.isascii() and column.isdigit() and len(column) < 6 else 0
    return number - 1 if 0 < number <= len(header) > 1 else None


def _needed(places: Mapping[str, Sequence[int]]) -> set[str]:
    """Return the kinds of which two columns are an error, since no more trusted column replaces them."""
    parts = {Kind.GIVEN, Kind.FAMILY} if places.get("given") or places.get("family") else {Kind.NAME}
    best = next((kind for kind in (*_SITES, Kind.EMAIL, Kind.COMPANY) if places.get(kind)), "")
    return {*parts, best}


def _two(header: Sequence[str], kind: Kind, places: Sequence[int]) -> UsageError:
    """Return the error that names the columns of which each could be meant."""
    names = [header[place].strip() for place in places]
    choices = names if len({*names}) == len(names) else [str(place + 1) for place in places]
    columns = " and ".join(
        f'"{_short(name)}" (number {place + 1})' for name, place in zip(names, places, strict=True)
    )
    word = kind if kind in _MAP_KINDS else Kind.DOMAIN
    option = f'"{choices[0]}"' if " " in choices[0] else choices[0]
    return UsageError(
        f"The columns {columns} could each hold the {_WORDS.get(kind, kind)}."
        f" Choose one: --map {word}={option}."
    )


def _short(cell: str) -> str:
    """Return a cell fit for a message: printable, and no longer than a column's name is."""
    text = "".join(character if character.isprintable() else " " for character in cell).strip()
    return text if len(text) <= 60 else text[:59] + "…"
