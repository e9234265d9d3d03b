"""Tables of text with a header -> rows; the one place to change when another reader of tables serves."""

import csv
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import BinaryIO, NamedTuple

from guessmail.data.columns import BESIDE, COLUMN_KINDS
from guessmail.errors import BrokenFileError
from guessmail.samples.decoding import lines
from guessmail.tables.headers import fold_name

_OF_REPORTS = {
    "email": "address email1address finalrecipient recipient to",
    "event": "action deliverystatus event eventtype outcome result state status type",
    "code": "bouncecode code dsn dsnstatus enhancedstatus smtpcode statuscode",
}
"""How mail systems' reports call columns, beside the titles of lists."""
_WANTED = {
    **{kind: kind for kind in ("email", "name", "given", "middle", "family", "domain")},
    **dict.fromkeys(("website", "url"), "domain"),
}
_KINDS = {title: _WANTED[kind] for title, kind in COLUMN_KINDS.items() if kind in _WANTED} | {
    title: kind for kind, titles in _OF_REPORTS.items() for title in titles.split()
}


class Row(NamedTuple):
    """One row of a table."""

    line: int
    """The line in the file where it starts, the header's being 1."""
    cells: Mapping[str, str]
    """By kind of column."""

    @property
    def name(self) -> str:
        """The full name, or what the parts make."""
        parts = (self.cells.get(kind, "") for kind in ("given", "middle", "family"))
        return self.cells.get("name", "") or " ".join(filter(None, parts))


def column_kinds(header: list[str]) -> dict[str, int]:
    """Return the place of the first column of each kind that a header names."""
    titles = [fold_name(title) for title in header]
    kinds = _KINDS | {title: kind for (title, other), kind in BESIDE.items() if other in titles}
    found: dict[str, int] = {}
    for place, title in enumerate(titles):
        if title in kinds:
            found.setdefault(kinds[title], place)
    return found


def read_rows(stream: BinaryIO) -> Iterator[Row]:
    """Yield the rows of a table whose header names a column of addresses or names; else `BrokenFileError`."""
    rows = records(stream)
    _, header = next(rows, (1, []))
    places = column_kinds(header)
    if header and not places:
        raise BrokenFileError(f"No column of {', '.join(header)[:200]} holds addresses; name one `email`.")
    for line, cells in rows:
        if any(cells):
            yield Row(line, {kind: cells[at].strip() for kind, at in places.items() if at < len(cells)})


def records(stream: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a table, the header first, each with the line where it starts."""
    text = lines(stream)
    first = next(text, "")
    reader = csv.reader(chain([first], text), delimiter=max(",;\t|", key=first.count))
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise BrokenFileError(
            f"The record that starts at line {line} is broken: {error}. A quote may be missing."
        ) from error
