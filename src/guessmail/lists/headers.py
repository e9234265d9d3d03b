"""Headers: the kinds of columns by their titles, and the columns that each command needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import accumulate, pairwise, zip_longest

from guessmail.data import list_rules as faults
from guessmail.data.columns import SAME_PERSON, SHOWN_NAMES, fold_title
from guessmail.data.statuses import ADDRESS_TITLES
from guessmail.errors import UsageError
from guessmail.lists.cells import read_title, words_of
from guessmail.names import Name, read_name

MOST_COLUMNS = 4096
"""The most columns of a list; short rows are filled up to the header's width."""
HEADER_ROWS = 20
"""The number of first rows that are searched for the header: exports have up to ten rows of notes before it."""
_MOST_NAMED = 40
_WORDS = {"given": "first name", "middle": "middle name", "family": "last name", "email": "e-mail address"}


class Kind(StrEnum):
    """The kinds of columns."""

    NAME = "name"
    GIVEN = "given"
    MIDDLE = "middle"
    INFIX = "infix"
    FAMILY = "family"
    SECOND = "second"  # family name
    DOMAIN = "domain"
    WEBSITE = "website"
    URL = "url"
    EMAIL = "email"
    GUESS = "guess"  # of a tool: no known address
    COMPANY = "company"
    JOB = "job"
    STATUS = "status"
    """The state of an address: verified, invalid, bounced."""
    UNSUBSCRIBED = "unsubscribed"
    COUNTRY = "country"
    """The organisation's country; the state and the telephone number are the organisation's, too."""
    STATE = "state"
    PHONE = "phone"


MAPPED = (Kind.NAME, Kind.GIVEN, Kind.MIDDLE, Kind.FAMILY, Kind.DOMAIN, Kind.COMPANY, Kind.EMAIL)
"""The kinds that `--map` takes."""
PERSON = (Kind.NAME, Kind.GIVEN, Kind.FAMILY)
_PARTS = (Kind.GIVEN, Kind.MIDDLE, Kind.INFIX, Kind.FAMILY, Kind.SECOND)
SITES = (Kind.DOMAIN, Kind.WEBSITE, Kind.URL)
"""The kinds of columns of sites, the most trusted first."""


class Columns(dict[Kind, tuple[int, ...]]):
    """The columns of each kind: positions from 0, the most trusted first."""

    plain: frozenset[int] = frozenset()
    """The columns whose title is a plain word for a name, which may hold only a part of it."""
    has_two_people: bool = False
    """Whether the columns of names are left out, because they name different people."""

    def of(self, kind: Kind) -> tuple[int, ...]:
        """Return the columns of a kind."""
        return self.get(kind, ())

    def first(self, *kinds: Kind) -> int | None:
        """Return the most trusted column of the first kind that has any."""
        return next((place for kind in kinds for place in self.of(kind)), None)

    def has(self, *kinds: Kind) -> bool:
        """Return whether there is a column of one of the kinds."""
        return self.first(*kinds) is not None


@dataclass(frozen=True, slots=True)
class ColumnRules:
    """The columns that a command needs of a list, and the user's options about them."""

    needs: tuple[tuple[Kind, ...], ...] = (PERSON, (*SITES, Kind.EMAIL, Kind.COMPANY))
    """The list must have a column of at least one kind of each group."""
    map: Sequence[str] = ()
    """`name=COLUMN`, as `--map` takes them."""
    encoding: str = ""
    """The user's encoding; empty to detect it."""
    header: bool = True
    """False if the list has no header; columns are then numbered from 1, and `map` names them by number."""
    titles: Mapping[str, Kind] = field(default_factory=dict)
    """Folded titles that this command knows besides those of all lists, and the kind of guesses, which are else not used."""
    lines: Kind | None = None
    """The kind of the lines of a list without a header and without columns; None if a header is needed."""
    missing: str = ""
    """The message for a list without these columns, with `{}` for its titles; empty for those about lists of people."""

    @property
    def mapped(self) -> dict[Kind, str]:
        """The titles or numbers in `map`, by kind; `UsageError` for an unknown kind, or one that is named twice."""
        mapped: dict[Kind, str] = {}
        for item in self.map:
            word, equals, column = item.partition("=")
            word = word.strip().lower()
            if not equals or not column.strip() or word not in MAPPED:
                raise UsageError(
                    f"--map takes WHAT=COLUMN, where WHAT is one of {', '.join(MAPPED)}; not {item!r}."
                )
            if Kind(word) in mapped:
                raise UsageError(
                    f"--map names two columns for {word}: {mapped[Kind(word)]!r} and {column.strip()!r}."
                )
            mapped[Kind(word)] = column.strip()
        return mapped


PEOPLE = ColumnRules()
"""A list of people to guess for."""
NAMES = ColumnRules((PERSON,), lines=Kind.NAME)
"""The same if the command line has the domain."""
ADDRESSES = ColumnRules(
    ((Kind.EMAIL, Kind.GUESS),), titles={Kind.GUESS: Kind.GUESS}, missing=faults.NO_ADDRESSES
)
"""Known addresses, and reports about mail."""
_ADDRESSEES = dict.fromkeys(("address", "recipient", "recipients", Kind.GUESS), Kind.EMAIL)
REPORTS = replace(ADDRESSES, titles=dict.fromkeys(ADDRESS_TITLES, Kind.EMAIL) | _ADDRESSEES)
"""Tables of outcomes, which have more titles for addresses than lists."""
KNOWN_COMPANIES = ColumnRules(((Kind.COMPANY,), SITES), missing=faults.NO_COMPANIES)
COMPANY_NAMES = ColumnRules(((Kind.COMPANY,),), lines=Kind.COMPANY, missing=faults.NO_COMPANIES)
CHECKED = ColumnRules(((*SITES, Kind.EMAIL),), lines=Kind.DOMAIN, missing=faults.NO_DOMAIN)
DO_NOT_CONTACT = ColumnRules(((*SITES, Kind.EMAIL),), titles=_ADDRESSEES, missing=faults.NO_DOMAIN)


def find_header(rows: Sequence[Sequence[str]], rules: ColumnRules) -> tuple[int, Columns] | None:
    """Return the place and the columns of the header among the first rows: the first, that below a row of groups, or that of the longest table."""
    found: dict[int, Columns] = {}
    has_people = any(Kind.NAME in group for group in rules.needs)
    for at, row in enumerate(rows):
        is_apart = has_people and sum(map(bool, rows[at - 1])) < 2
        columns = find_columns(row, rules) if not found or is_apart else None
        if columns and columns not in found.values():  # a header that is repeated is no other
            found[at] = columns
    if not found:
        return None
    tables = pairwise([*found, len(rows)])
    at, _ = max(tables, key=lambda table: sum(map(any, rows[slice(*table)])))
    columns = _columns_below_groups(rows[at], rows[at + 1], rules) if at + 1 < len(rows) else None
    return (at + 1, columns) if columns else (at, found[at])


def _columns_below_groups(groups: Sequence[str], header: Sequence[str], rules: ColumnRules) -> Columns | None:
    """Return the columns of a row of titles, above which groups of columns have titles; None if it has fewer than these, or data."""
    above: Iterator[str] = accumulate(groups, lambda before, group: group.strip() or before)
    grouped = [f"{group} {cell}" if cell else "" for group, cell in zip_longest(above, header, fillvalue="")]
    known = [sum(bool(read_title(title).kind) for title in titles) for titles in (groups, header, grouped)]
    is_fuller = known[0] > 1 and sum(map(bool, header)) > sum(map(bool, groups))
    has_data = any(cell and ("@" in cell or not any(map(str.isalpha, cell))) for cell in header)
    if has_data or max(known[1:]) + is_fuller <= known[0]:
        return None
    return find_columns(header if known[1] > known[2] else grouped, rules) or find_columns(header, rules)


def find_columns(header: Sequence[str], rules: ColumnRules) -> Columns | None:
    """Return the columns of a row if it is a header that satisfies the rules, else None; `UsageError` for wrong `map`."""
    if len(header) > MOST_COLUMNS:
        return None
    columns = columns_of(header, rules.titles)
    mapped = rules.mapped
    if Kind.NAME in mapped and mapped.keys().isdisjoint(_PARTS):
        columns = Columns((kind, places) for kind, places in columns.items() if kind not in _PARTS)
    for kind, column in mapped.items():
        place = _resolve(header, kind, column)
        if place is None:
            return None
        for other, places in columns.items():
            columns[other] = tuple(at for at in places if at != place)
        columns[kind] = (place,)
        columns.plain -= {place}
    return columns if all(columns.has(*group) for group in rules.needs) else None


def columns_of(header: Sequence[str], more: Mapping[str, Kind] = {}) -> Columns:
    """Return the columns with these titles; `more` has the kinds of further folded titles."""
    titles, folded = [read_title(title) for title in header], [fold_title(title) for title in header]
    has_guests = any(title.kind == Kind.EMAIL and title.owner == "guest" for title in titles)
    is_other = [
        title.owner == "role" or (has_guests and title.kind == Kind.EMAIL and not title.owner)
        for title in titles
    ]
    ranks = [
        (is_other[at], title.is_private, title.is_plain, folded[at] in SHOWN_NAMES, title.number)
        for at, title in enumerate(titles)
    ]
    own = {title.kind for at, title in enumerate(titles) if not is_other[at]}
    found: dict[Kind, list[int]] = {}
    guesses = _guesses_among(folded)
    for at in sorted(range(len(header)), key=ranks.__getitem__):
        kind = Kind.GUESS if folded[at] in guesses else titles[at].kind
        if kind in {"", Kind.STATUS, Kind.GUESS}:  # addresses may stand below `Bounced`
            rest = more.get(Kind.GUESS, "") if kind == Kind.GUESS else kind
            kind = more.get(folded[at], rest)
        if kind and not (is_other[at] and own & {kind, *PERSON}):
            found.setdefault(Kind(kind), []).append(at)
    columns = Columns({kind: tuple(places) for kind, places in found.items()})
    columns.plain = frozenset(at for at in columns.of(Kind.NAME) if titles[at].is_plain)
    return columns


def _guesses_among(titles: Sequence[str]) -> set[str]:
    """Return the titles of addresses in a list that guessmail wrote, whatever its `--prefix`."""
    starts = {title.removesuffix("probability") for title in titles if title.endswith("probability")}
    written = [start for start in starts if {f"{start}pattern", f"{start}basis"}.issubset(titles)]
    own = {f"{start}{word}" for start in written for word in ("email", "address")}
    return {title for title in titles if title.rstrip("0123456789") in own}


def unused_columns(header: Sequence[str], columns: Columns) -> str:
    """Return a sentence about unused columns that may hold a family name or a site that the list lacks, else empty."""
    lacking = {
        "domain": not columns.has(*SITES, Kind.EMAIL),
        "family": columns.has(Kind.GIVEN) and not columns.has(Kind.FAMILY, Kind.NAME),
    }
    used = {place for places in columns.values() for place in places}
    unused = [title for at, title in enumerate(header) if at not in used and not title.startswith("guess_")]
    found = [(title, stem) for title in unused if (stem := read_title(title).stem) and lacking[stem]]
    if not found:
        return ""
    names = " and ".join(f'"{_shown(title)}"' for title, _ in found[:_MOST_NAMED])
    title, kind = found[0]
    are = f"columns {names} are" if len(found) > 1 else f"column {names} is"
    return f"The {are} not used. If it holds the {_WORDS.get(kind, kind)}, say so: --map {kind}={_quoted(title.strip())}."


def refuse_two_people(header: Sequence[str], columns: Columns, rows: Sequence[Sequence[str]]) -> None:
    """Drop columns without people's names beside others; `UsageError` if two have names of different people in a (full) row."""
    for kind in (Kind.GIVEN, Kind.FAMILY) if columns.has(Kind.GIVEN, Kind.FAMILY) else (Kind.NAME,):
        places = columns.of(kind)
        cells = {place: [row[place].strip() for row in rows] for place in places}
        named = {at: [isinstance(read_name(cell), Name) for cell in cells[at] if cell] for at in places}
        people = [at for at in places if 2 * sum(named[at]) > len(named[at]) or not named[at]]
        columns[kind] = tuple(people) or places
        titles = {at: {fold_title(header[at]), *words_of(header[at])} for at in people[1:]}
        for place in (at for at, words in titles.items() if SAME_PERSON.isdisjoint(words)):
            for pair in zip(cells[people[0]], cells[place], strict=True):
                first, second = (set(map(fold_title, cell.split())) - {""} for cell in pair)
                if not (first <= second or second <= first):  # neither has all the words of the other
                    raise _two_columns(header, kind, [people[0], place])


def _resolve(header: Sequence[str], kind: Kind, column: str) -> int | None:
    """Return the position of the column with a title, else with a number; None if there is none, `UsageError` if several."""
    exact = [place for place, cell in enumerate(header) if cell.strip() == column]
    folded = fold_title(column)
    same = exact or [place for place, cell in enumerate(header) if folded and fold_title(cell) == folded]
    if len(same) > 1:
        raise _two_columns(header, kind, same)
    if same:
        return same[0]
    number = int(column) if column.isascii() and column.isdigit() and len(column) < 6 else 0
    return number - 1 if 0 < number <= len(header) > 1 else None


def _two_columns(header: Sequence[str], kind: Kind, places: Sequence[int]) -> UsageError:
    names = [header[place].strip() for place in places]
    choice = names[0] if len({*names}) == len(names) else str(places[0] + 1)
    columns = " and ".join(f'"{_shown(header[place])}" (number {place + 1})' for place in places)
    return UsageError(
        f"The columns {columns} could each hold the {_WORDS.get(kind, kind)}."
        f" Choose one: --map {kind}={_quoted(choice)}."
    )


def unknown_header(rows: Sequence[Sequence[str]], rules: ColumnRules) -> UsageError:
    """Return the error for a list whose first rows have no header: it says which columns are missing, and what to try."""
    widest = max(map(len, rows), default=0)
    if widest > MOST_COLUMNS:
        return UsageError(
            f"The list has {widest:,} columns, more than the {MOST_COLUMNS:,} that are read. Is it a list of people?"
        )
    likely = max(rows, key=lambda row: (len(columns_of(row)), len(row)), default=[])
    columns = ", ".join(f'"{_shown(cell)}"' for cell in likely[:_MOST_NAMED])
    columns += f" and {len(likely) - _MOST_NAMED:,} more" if len(likely) > _MOST_NAMED else ""
    for kind, column in rules.mapped.items():
        if _resolve(likely, kind, column) is None:
            return UsageError(
                f"The list has no column {column!r} (--map {kind}={column}). Its first row has: {columns}."
            )
    found = columns_of(likely)
    has_person, has_company = found.has(*PERSON), found.has(*SITES, Kind.EMAIL, Kind.COMPANY)
    fault = faults.NO_COMPANY if has_person else faults.NO_PERSON
    fault = faults.NO_HEADER if has_person == has_company else fault
    return UsageError((rules.missing or fault).format(columns))


def _quoted(title: str) -> str:
    return f'"{title}"' if " " in title else title


def _shown(cell: str) -> str:
    """Return a cell for a message: printable, and cut to 60 characters."""
    text = "".join(character if character.isprintable() else " " for character in cell).strip()
    return text if len(text) <= 60 else text[:59] + "…"
