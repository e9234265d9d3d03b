"""Tables of text with a header -> rows; the one place to change when another reader of tables serves."""

import csv
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import BinaryIO, NamedTuple

from guessmail.errors import BrokenFileError
from guessmail.samples.decoding import lines

_TITLES = {
    "email": """email emailaddress mail address emailadresse adresseemail courriel correo recipient to
        finalrecipient workemail emailwork email1value email1address""",
    "name": "name fullname displayname person contact contactname nomcomplet",
    "first": "first firstname given givenname forename vorname prenom nombre",
    "middle": "middle middlename middleinitial additionalname",
    "last": "last lastname surname family familyname nachname nom apellido apellidos",
    "domain": "domain companydomain website companywebsite url web",
    "event": "event status result action outcome state type eventtype deliverystatus",
    "code": "code statuscode smtpcode bouncecode dsn enhancedstatus dsnstatus",
}
COLUMNS: Mapping[str, frozenset[str]] = {kind: frozenset(titles.split()) for kind, titles in _TITLES.items()}
"""How columns are called, by kind; case, spaces, underscores and hyphens make no difference."""


class Row(NamedTuple):
    """One row of a table."""

    line: int
    """The line in the file where it starts, the header's being 1."""
    cells: Mapping[str, str]
    """By kind of column."""

    @property
    def name(self) -> str:
        """The full name, or what the parts make."""
        parts = (self.cells.get(kind, "") for kind in ("first", "middle", "last"))
        return self.cells.get("name", "") or " ".join(filter(None, parts))


def column_kinds(header: list[str]) -> dict[str, int]:
    """Return the place of the first column of each kind that a header names."""
    found: dict[str, int] = {}
    for place, title in enumerate(header):
        folded = re.sub(r"[\W_]+", "", title.casefold())
        for kind, titles in COLUMNS.items():
            if folded in titles:
                found.setdefault(kind, place)
    return found


def read_rows(stream: BinaryIO) -> Iterator[Row]:
    """Yield the rows of a table whose header names a column of addresses or names; else `BrokenFileError`."""
    text = lines(stream)
    first = next(text, "")
    delimiter = max(",;\t|", key=first.count)
    reader = csv.reader(chain([first], text), delimiter=delimiter)
    line = 1
    try:
        header = next(reader, [])
        places = column_kinds(header)
        if header and not places:
            raise BrokenFileError(
                f"No column of {', '.join(header)[:200]} holds addresses; name one `email`."
            )
        line = reader.line_num + 1
        for cells in reader:
            if any(cells):
                row = {kind: cells[at].strip() for kind, at in places.items() if at < len(cells)}
                yield Row(line, row)
            line = reader.line_num + 1
    except csv.Error as error:
        raise BrokenFileError(
            f"The record that starts at line {line} is broken: {error}. A quote may be missing."
        ) from error
