"""Reading Excel workbooks row by row, by openpyxl (the extra `guessmail[excel]`).

python-calamine is seventeen times as fast, but a workbook of two cells (A1 and XFD1048576) takes all memory.
"""

import io
import re
import string
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import IO, Any, BinaryIO
from xml.parsers import expat

from guessmail.errors import BrokenFileError, GuessmailError, UsageError
from guessmail.lists.decoding import TableKind
from guessmail.lists.headers import HEADER_ROWS, MOST_COLUMNS, ColumnRules, find_header, unknown_header
from guessmail.lists.records import Block, Dialect, Table

_DAMAGED = "The workbook is damaged or not a workbook ({}). Open it in a spreadsheet and save it anew, or as CSV (UTF-8)."
_ESCAPED = re.compile(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
"""An escaped character (ECMA-376, 22.9.2.19), except half of a surrogate pair."""
_MOST_CELLS = 1 << 22
"""The most cells in merged or linked ranges: openpyxl makes an object of each, and a whole sheet has 2^34."""
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def open_workbook(stream: BinaryIO, rules: ColumnRules, notify: Callable[[str], None]) -> Table:
    """Open the active sheet of a workbook or, with a notice, the first that has a list; `BrokenFileError` for damage."""
    with faults_as(_DAMAGED):
        from openpyxl import load_workbook

        # A ZIP file is read from its end.
        file = stream if stream.seekable() else io.BytesIO(stream.read())
        _check(file)
        book: Any = load_workbook(file, read_only=True)
        if not book.worksheets:
            raise BrokenFileError(
                "The workbook is damaged: it has no sheet. Save it anew, or as CSV (UTF-8)."
            )
        active = book.active if book.active in book.worksheets else None
        others = [at for at in book.worksheets if at is not active and at.sheet_state == "visible"]
        rows: list[list[str]] = []
        for sheet in [active, *others] if active else others:
            table, first_rows = _open_sheet(sheet, rules)
            if table:
                if active and sheet is not active:
                    notify(
                        f"The sheet {active.title!r}, with which the workbook opens, has no list;"
                        f" reading the sheet {sheet.title!r} instead."
                    )
                table.workbook = file
                return table
            rows = first_rows if sheet is active else rows
    if any(map(any, rows)):
        raise unknown_header(rows, rules)
    return Table(TableKind.EMPTY)


def _open_sheet(sheet: Any, rules: ColumnRules) -> tuple[Table | None, list[list[str]]]:
    sheet.reset_dimensions()  # the size in the file may be wrong
    rest = _rows(sheet)
    rows = list(islice(rest, HEADER_ROWS))
    if not (found := find_header(rows, rules)):
        return None, rows
    place, columns = found
    head = Block(rows[: place + 1], [""] * (place + 1))
    blocks = _blocks(chain(rows[place + 1 :], rest), len(rows[place]))
    return Table(TableKind.XLSX, None, Dialect(), rows[place], columns, head, blocks, sheet=sheet.title), rows


@contextmanager
def faults_as(fault: str) -> Iterator[None]:
    """Turn any error of openpyxl into a `BrokenFileError` with its kind (`{}`), as its message may quote cells; its absence into a `UsageError`."""
    try:
        yield
    except GuessmailError:
        raise
    except ImportError as error:
        raise UsageError(
            "Excel workbooks need the extra guessmail[excel]: pip install 'guessmail[excel]', or, where pipx installed guessmail,"
            " pipx inject guessmail openpyxl. Or save the list as CSV (UTF-8)."
        ) from error
    except Exception as error:
        reason = error.strerror if isinstance(error, OSError) else type(error).__name__
        raise BrokenFileError(fault.format(reason)) from error


def _rows(sheet: Any) -> Iterator[list[str]]:
    """Yield the cells of each row as text, without empty cells and rows at the end; `BrokenFileError` for a large gap."""
    empty = 0
    with faults_as(_DAMAGED):
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            width = max((at for at, value in enumerate(row, 1) if value not in (None, "")), default=0)
            if not width:
                empty += 1
                continue
            if empty > 10_000:
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


def _blocks(rows: Iterator[list[str]], width: int) -> Iterator[Block]:
    """Yield the rows in blocks, filled up to the header's width: a workbook leaves out empty cells at the end."""
    while part := list(islice(rows, 200)):
        yield Block([row + [""] * (width - len(row)) for row in part], [""] * len(part))


def _text(value: object) -> str:
    """Return a cell as text; characters that XML lacks are written `_x000B_` (ECMA-376, 22.9.2.19)."""
    if value is None:
        return ""
    text = str(getattr(value, "text", value))  # an array formula is an object
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _check(file: BinaryIO) -> None:
    """Raise a `BrokenFileError` for a workbook that openpyxl would take minutes to read, or read without some rows."""
    with zipfile.ZipFile(file) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
        packed = sum(part.compress_size for part in parts.infolist())
        if unpacked > max(1 << 26, 200 * packed):  # twenty times is usual
            raise BrokenFileError(
                f"The workbook of {packed:,} bytes unpacks to {unpacked:,}, which no list does. Save the list as CSV (UTF-8)."
            )
        cells = sum(_checked_part(parts.open(name)) for name in parts.namelist())
    if cells > _MOST_CELLS:
        raise BrokenFileError(
            f"The workbook merges or links {cells:,} cells, more than the {_MOST_CELLS:,} that are read. Save the list as CSV (UTF-8)."
        )
    file.seek(0)


def _checked_part(stream: IO[bytes]) -> int:
    """Return the number of cells in ranges of a part; `BrokenFileError` for a sheet whose rows are not in order."""
    cells, row = 0, -1

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal cells, row
        name, stated = name.rpartition(":")[2], attributes.get("r")
        is_right = True
        if name == "sheetData":
            row = 0
        elif name == "row" and row >= 0:
            number = int(float(stated)) if stated else row + 1
            is_right, row = row < number <= _MOST_ROWS, number
        elif name == "c" and row >= 0 and stated:
            is_right = stated.lstrip(string.ascii_letters) == str(row)
        elif name in {"mergeCell", "hyperlink", "comment"}:  # openpyxl makes all cells of their ranges
            cells += _size(attributes.get("ref", ""))
        if not is_right:
            raise BrokenFileError(
                "The workbook is damaged: its rows are not numbered in their order. Save it anew, or as CSV (UTF-8)."
            )

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        with stream:
            parser.ParseFile(stream)
    except expat.ExpatError as error:  # openpyxl stops here, too
        # Another parser may know the encoding: openpyxl uses lxml if it is installed.
        if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]:
            raise
    return cells


def _size(cells: str) -> int:
    """Return the number of cells of a range, as openpyxl reads it; 0 if it cannot."""
    from openpyxl.utils.cell import range_boundaries

    try:
        left, top, right, bottom = range_boundaries(cells.rpartition("!")[2])
    except (ValueError, TypeError):
        return 0
    columns = right - left + 1 if left and right else _MOST_COLUMNS
    rows = bottom - top + 1 if top and bottom else _MOST_ROWS
    return max(columns, 0) * max(rows, 0)
