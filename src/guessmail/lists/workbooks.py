"""Excel workbooks, read row by row by openpyxl (the extra `guessmail[excel]`).

python-calamine reads seventeen times as fast, but takes memory for all cells up to the last one: a workbook of two cells
(A1 and XFD1048576) aborts the process.
"""

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import IO, Any, BinaryIO
from xml.parsers import expat
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from guessmail.errors import BrokenFileError, GuessmailError, UsageError
from guessmail.lists.decoding import TableKind
from guessmail.lists.headers import HEADER_ROWS, MOST_COLUMNS, ColumnRules, find_columns, unknown_header
from guessmail.lists.records import Block, Table

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
_ESCAPED = re.compile(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
"""An escaped character; halves of surrogate pairs are none."""
_LARGE, _MOST_PACKED = 1 << 26, 200
"""A workbook that unpacks to more than this many bytes, and to so many times its size, is an attack: twenty is usual."""
_MOST_CELLS = 1 << 22
"""Cells of ranges that are merged or linked: openpyxl makes an object of each, and a whole sheet has 2^34."""
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.0*)?")
_UNKNOWN_ENCODING = expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]
_MADE = frozenset({"mergeCell", "hyperlink", "comment"})  # elements of whose range openpyxl makes all cells


def open_workbook(stream: BinaryIO, rules: ColumnRules, notify: Callable[[str], None]) -> Table:
    """Open the sheet of a workbook that holds the list: the active one, else the first that has a header.

    `notify` gets a notice if it is not the active one. A workbook that is broken is a `BrokenFileError`.
    """
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise UsageError(MISSING) from error
    # A ZIP file is read from its end.
    file = stream if stream.seekable() else io.BytesIO(stream.read())
    with faults_as(*_DAMAGED):
        file = _checked(file)
        book: Any = load_workbook(file, read_only=True)
        if not book.worksheets:
            raise BrokenFileError(
                "The workbook is damaged: it has no sheet. Save it anew, or as CSV (UTF-8)."
            )
        is_sheet = book.active in book.worksheets
        table, rows = _open_sheet(book.active, rules) if is_sheet else (None, [])
    others = (at for at in book.worksheets if at is not book.active and at.sheet_state == "visible")
    while table is None and (sheet := next(others, None)):
        with suppress(UsageError):  # a sheet that need not be the list
            table, _ = _open_sheet(sheet, rules)
        if table and is_sheet:
            notify(
                f"The sheet {book.active.title!r}, with which the workbook opens, has no list;"
                f" reading the sheet {sheet.title!r} instead."
            )
    if table is not None:
        table.workbook = file
        return table
    if any(map(any, rows)):
        raise unknown_header(rows, rules)
    return Table(TableKind.EMPTY)


def _open_sheet(sheet: Any, rules: ColumnRules) -> tuple[Table | None, list[list[str]]]:
    sheet.reset_dimensions()  # other programs may write a wrong size; the rows themselves are right
    rest = _rows(sheet)
    rows = list(islice(rest, HEADER_ROWS))
    for place, row in enumerate(rows):
        if columns := find_columns(row, rules):
            before = Block(rows[:place], [""] * place)
            blocks = _blocks(chain(rows[place + 1 :], rest), len(row))
            table = Table(
                TableKind.XLSX, header=row, columns=columns, before=before, blocks=blocks, sheet=sheet.title
            )
            return table, rows
    return None, rows


@contextmanager
def faults_as(what: str, advice: str) -> Iterator[None]:
    """Turn all that openpyxl and its parsers raise into a `BrokenFileError`, which does not quote theirs: they name cells' contents."""
    try:
        yield
    except GuessmailError:
        raise
    except Exception as error:
        reason = error.strerror if isinstance(error, OSError) else type(error).__name__
        raise BrokenFileError(f"{what} ({reason}). {advice}") from error


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
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _checked(file: BinaryIO) -> BinaryIO:
    """Return a workbook that openpyxl reads and writes with all its rows: the file, or a mended copy.

    One that unpacks to much more than any list does, or that openpyxl would read for minutes, is a `BrokenFileError`.
    """
    with zipfile.ZipFile(file) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
        packed = sum(part.compress_size for part in parts.infolist())
        if unpacked > max(_LARGE, _MOST_PACKED * packed):
            raise BrokenFileError(
                f"The workbook of {packed:,} bytes unpacks to {unpacked:,}, which no list does. Save the list as CSV (UTF-8)."
            )
        astray: dict[str, bool] = {}
        cells = 0
        for name in dict.fromkeys(parts.namelist()):
            with parts.open(name) as stream:
                count, astray[name] = _examined(stream)
            cells += count
        if cells > _MOST_CELLS:
            raise BrokenFileError(
                f"The workbook merges or links {cells:,} cells, more than the {_MOST_CELLS:,} that are read. Save the list as CSV (UTF-8)."
            )
        if any(astray.values()):
            file = io.BytesIO()
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as copy:
                for name, is_astray in astray.items():
                    with copy.open(name, "w") as to, parts.open(name) as stream:
                        (_number_rows if is_astray else shutil.copyfileobj)(stream, to)
    file.seek(0)
    return file


def _examined(stream: IO[bytes]) -> tuple[int, bool]:
    """Return the number of cells of ranges in a part, and whether openpyxl would put rows over each other, or cells beside them."""
    cells, is_astray = 0, False
    rows: _Rows | None = None

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal cells, is_astray, rows
        name, stated = name.rpartition(":")[2], attributes.get("r")
        if rows and name in {"c", "row"}:
            right = rows.next(stated) if name == "row" else rows.cell(stated or "")
            is_astray |= stated is not None and stated != right
        elif name == "sheetData":
            rows = _Rows()
        elif name in _MADE:
            cells += _size(attributes.get("ref", ""))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.ParseFile(stream)
    except expat.ExpatError as error:  # openpyxl does not use what follows either
        # Another parser may have an encoding that this one lacks: lxml, which openpyxl uses where it is installed.
        if error.code == _UNKNOWN_ENCODING:
            raise
    return cells, is_astray


class _Rows:
    """Numbers the rows of a sheet: as they are, if they come in order."""

    def __init__(self) -> None:
        self._number = 0

    def next(self, stated: str | None) -> str:
        """Return the number of the next row; `stated` is the one that it has in the sheet."""
        number = int(float(stated)) if stated and _NUMBER.fullmatch(stated) else 0
        self._number = max(number if number <= _MOST_ROWS else 0, self._number + 1)
        return str(self._number)

    def cell(self, stated: str) -> str:
        """Return the place of a cell in the row."""
        return f"{stated.rstrip('0123456789')}{self._number}"


def _size(cells: str) -> int:
    """Return the number of cells of a range, as openpyxl reads it; 0 for what it cannot read."""
    from openpyxl.utils.cell import range_boundaries

    try:
        left, top, right, bottom = range_boundaries(cells.rpartition("!")[2])
    except (ValueError, TypeError):
        return 0
    columns = right - left + 1 if left and right else _MOST_COLUMNS
    rows = bottom - top + 1 if top and bottom else _MOST_ROWS
    return max(columns, 0) * max(rows, 0)


def _number_rows(stream: IO[bytes], to: IO[bytes]) -> None:
    """Copy a sheet, each row with a number of its own."""
    copy = XMLGenerator(to, "utf-8")
    rows = _Rows()
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "row" and inside[-1] == "sheetData":
            attributes["r"] = rows.next(attributes.get("r"))
        elif local == "c" and "r" in attributes and inside[-1] == "row":
            attributes["r"] = rows.cell(attributes["r"])
        inside.append(local)
        copy.startElement(name, AttributesImpl(attributes))

    def end(name: str) -> None:
        inside.pop()
        copy.endElement(name)

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = copy.characters
    copy.startDocument()
    parser.ParseFile(stream)
    copy.endDocument()
