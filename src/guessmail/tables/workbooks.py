"""Excel workbooks, read row by row by openpyxl (the extra `guessmail[excel]`).

python-calamine reads seventeen times as fast, but takes memory for all cells up to the last one: a workbook of two cells
(A1 and XFD1048576) aborts the process.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import Any, BinaryIO, NamedTuple

from guessmail.errors import BrokenFileError, GuessmailError, UsageError
from guessmail.tables.headers import (
    HEADER_ROWS,
    MOST_COLUMNS,
    ColumnRules,
    Columns,
    find_columns,
    unknown_header,
)
from guessmail.tables.records import Block, Table, TableKind
from guessmail.tables.workbook_parts import checked_parts

MISSING = (
    "Excel workbooks need the extra guessmail[excel]: pip install 'guessmail[excel]', or, where pipx installed guessmail,"
    " pipx inject guessmail openpyxl. Or save the list as CSV (UTF-8)."
)

_DAMAGED = (
    "The workbook is damaged or not a workbook",
    "Open it in a spreadsheet and save it anew, or as CSV (UTF-8).",
)
_BLOCK_ROWS = 200
_NOTHING = (None, "")
_MOST_EMPTY = 10_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class _Head(NamedTuple):
    """What the first rows of a sheet show."""

    sheet: Any
    rows: list[list[str]]
    rest: Iterator[list[str]]
    place: int = 0
    columns: Columns | None = None


def open_workbook(
    stream: BinaryIO, rules: ColumnRules, notify: Callable[[str], None] = lambda _: None
) -> Table:
    """Open the sheet of a workbook that holds the list: the active one, else the first that has a header.

    `notify` gets a notice where it is not the active one. A workbook that is broken is a `BrokenFileError`.
    """
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise UsageError(MISSING) from error
    # A ZIP file is read from its end.
    file = stream if stream.seekable() else io.BytesIO(stream.read())
    with faults_as(*_DAMAGED):
        file = checked_parts(file)
        book: Any = load_workbook(file, read_only=True)
        if not book.worksheets:
            raise BrokenFileError(
                "The workbook is damaged: it has no sheet. Save it anew, or as CSV (UTF-8)."
            )
        first = _head(book.active, rules) if book.active in book.worksheets else None
    if first is None or not first.columns:
        first = _other_head(book, rules, first, notify) or first
    if first is None or not any(map(any, first.rows)):
        return Table(TableKind.EMPTY)
    if not first.columns:
        raise unknown_header(first.rows, rules)
    rows, place = first.rows, first.place
    return Table(
        TableKind.XLSX,
        header=rows[place],
        columns=first.columns,
        before=Block(rows[:place], [""] * place),
        blocks=_blocks(chain(rows[place + 1 :], first.rest), len(rows[place])),
        workbook=file,
        sheet=first.sheet.title,
    )


def _other_head(
    book: Any, rules: ColumnRules, first: _Head | None, notify: Callable[[str], None]
) -> _Head | None:
    """Return the head of the first visible sheet with a list beside the active one, whose head is `first`."""
    active = book.active
    for sheet in book.worksheets:
        if sheet is active or sheet.sheet_state != "visible":
            continue
        with suppress(UsageError):  # a sheet that need not be the list
            head = _head(sheet, rules)
            if head.columns:
                if first:
                    notify(
                        f"The sheet {active.title!r}, with which the workbook opens, has no list;"
                        f" reading the sheet {sheet.title!r} instead."
                    )
                return head
    return None


@contextmanager
def faults_as(what: str, advice: str) -> Iterator[None]:
    """Turn what openpyxl and the parsers under it raise, which is no end of kinds, into one: a `BrokenFileError`.

    Its sentence quotes none of theirs, which name cells and what these hold.
    """
    try:
        yield
    except GuessmailError:
        raise
    except Exception as error:
        reason = error.strerror if isinstance(error, OSError) else type(error).__name__
        raise BrokenFileError(f"{what} ({reason}). {advice}") from error


def _head(sheet: Any, rules: ColumnRules) -> _Head:
    # Other programs may write a wrong size for a sheet; the rows themselves are right.
    sheet.reset_dimensions()
    rest = _rows(sheet)
    rows = list(islice(rest, HEADER_ROWS))
    found = ((place, find_columns(row, rules)) for place, row in enumerate(rows))
    place, columns = next((one for one in found if one[1]), (0, None))
    return _Head(sheet, rows, rest, place, columns)


def _rows(sheet: Any) -> Iterator[list[str]]:
    """Yield the cells of each row as text, up to the last that holds something; rows after all of them are none."""
    empty = 0
    with faults_as(*_DAMAGED):
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            width = len(row)
            while width and row[width - 1] in _NOTHING:
                width -= 1
            if not width:
                empty += 1
                continue
            if empty > _MOST_EMPTY:
                raise BrokenFileError(
                    f"Rows {number - empty:,} to {number - 1:,} of the sheet are empty, but row {number:,} is not: delete it, or them."
                )
            if width > MOST_COLUMNS:
                raise BrokenFileError(
                    f"Row {number:,} has {width:,} columns, more than the {MOST_COLUMNS:,} that are read. Is it a list of people?"
                )
            yield from ([] for _ in range(empty))
            empty = 0
            yield [_text(value) for value in row[:width]]


def _blocks(rows: Iterable[list[str]], width: int) -> Iterator[Block]:
    """Yield the rows, each as wide as the header: a workbook leaves out empty cells at the end."""
    remaining = iter(rows)
    while part := list(islice(remaining, _BLOCK_ROWS)):
        yield Block([row + [""] * (width - len(row)) for row in part], [""] * len(part))


def _text(value: object) -> str:
    """Return a cell as text; characters that XML lacks are written `_x000B_` (ECMA-376, 22.9.2.19)."""
    if value is None:
        return ""
    text = str(getattr(value, "text", value))  # an array formula is an object
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match: "re.Match[str]") -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)
