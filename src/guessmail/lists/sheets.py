"""Writing Excel workbooks by openpyxl (the extra `guessmail[excel]`): a new one, or the list's own with added cells."""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

from guessmail.data.cell_forms import WIDTHS
from guessmail.errors import BrokenFileError
from guessmail.lists.records import Block, Table, escape_formula
from guessmail.lists.workbooks import faults_as

_UNWRITABLE = "The workbook cannot be written ({}). Write CSV: -o OUT.csv. Or open it in a spreadsheet and save it anew."
_MOST_CHARACTERS = 32_767
_MOST_ROWS = 1_048_576
_ESCAPED = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""Characters that XML lacks, and the start of a text that looks like an escaped one (ECMA-376, 22.9.2.19)."""


def sheet_rows(table: Table, added: Sequence[str], place: tuple[int, int], *, safe: bool) -> "Sheet":
    """Return the writer of a list as a workbook, a copy of its own or a new one; `safe` escapes cells that would be run."""
    with faults_as(_UNWRITABLE):
        kind = Sheet if table.workbook is None else _EditedSheet
        return kind(table, added, place, safe=safe)


class Sheet:
    """A new workbook of one sheet with the rows of a list; the list's own cells are text."""

    def __init__(self, table: Table, added: Sequence[str], place: tuple[int, int], *, safe: bool) -> None:
        from openpyxl import Workbook

        self._start, self._stop = place
        self._width = len(table.header)
        self._safe, self._number = safe, 0
        self._book: Any = Workbook(write_only=True)
        self._sheet = self._book.create_sheet("guesses")
        _set_widths(self._sheet, [*table.header[: place[0]], *added, *table.header[place[1] :]], 1)
        head = Block(table.head.rows or [table.header], table.head.texts)
        self.add(head, [*([] for _ in head.rows[1:]), list(added)])

    def add(self, block: Block, cells: Iterable[list[str]]) -> None:
        """Add the next rows with their added cells."""
        for values, added in zip(block.rows, cells, strict=True):
            self._number += 1
            if self._number > _MOST_ROWS:
                raise BrokenFileError(
                    f"The list has more than the {_MOST_ROWS:,} rows of a sheet. Write CSV: -o OUT.csv."
                )
            row = [escape_formula(value) for value in values] if self._safe else values
            own = [self._cell(value, _set_text) for value in [*row, *[""] * (self._width - len(row))]]
            if added:
                own[self._start : self._stop] = [self._cell(value, _set_added) for value in added]
            self._sheet.append(own)

    def whole(self) -> bytes:
        """Return the workbook."""
        file = io.BytesIO()
        with faults_as(_UNWRITABLE):
            self._book.save(file)
        return file.getvalue()

    def _cell(self, value: str, fill: Callable[[Any, str, int], None]) -> object:
        from openpyxl.cell import WriteOnlyCell

        if not value:
            return None
        cell = WriteOnlyCell(self._sheet)
        fill(cell, value, self._number)
        return cell


class _EditedSheet(Sheet):
    """The workbook that the list was read from, with added columns in the list's sheet."""

    def __init__(self, table: Table, added: Sequence[str], place: tuple[int, int], *, safe: bool) -> None:
        from openpyxl import load_workbook

        file: Any = table.workbook
        self._book = load_workbook(file, rich_text=True)
        self._sheet: Any = self._book[table.sheet]
        for cell in chain.from_iterable(self._sheet.iter_rows()) if safe else ():
            text = str(getattr(cell.value, "text", cell.value))  # an array formula is an object
            if cell.data_type in {"s", "f"} and escape_formula(text) != text:
                cell.value, cell.data_type = escape_formula(text), "s"
        self._number = len(table.head.rows) - 1
        start, stop = place
        missing = len(added) - (stop - start)
        if start == stop:  # behind all cells of the sheet
            ranges = self._sheet.merged_cells.ranges
            below: list[int] = [cells.max_col for cells in ranges if cells.max_row > self._number]
            rows = self._sheet.iter_rows(values_only=True)
            filled = (at for row in rows for at, value in enumerate(row, 1) if value is not None)
            start = max(len(table.header), max(filled, default=0), *below)
        elif missing < 0:
            self._sheet.delete_cols(stop + missing + 1, -missing)
        elif missing > 0:
            self._sheet.insert_cols(stop + 1, missing)
        self._column = start + 1
        _set_widths(self._sheet, added, self._column)
        self.add(Block([table.header], [""]), [list(added)])

    def add(self, block: Block, cells: Iterable[list[str]]) -> None:
        with faults_as(_UNWRITABLE):
            for _, added in zip(block.rows, cells, strict=True):
                self._number += 1
                for column, value in enumerate(added, self._column):
                    _set_added(self._sheet.cell(self._number, column), value, self._number)


def _set_widths(sheet: Any, titles: Sequence[str], first: int) -> None:
    from openpyxl.utils import get_column_letter

    for at, title in enumerate(titles, first):
        word = title.rstrip("_0123456789").rpartition("_")[2].casefold()
        width = WIDTHS.get(word, min(max(len(title) + 2, 12), 40))
        sheet.column_dimensions[get_column_letter(at)].width = width


def _set_added(cell: Any, value: str, row: int) -> None:
    """Set a cell of a sheet to an added cell: a probability as a number, anything else as text."""
    if value.isascii() and value.replace(".", "", 1).isdecimal():
        cell.value = float(value)
        cell.number_format = "0.0%"
    else:
        _set_text(cell, escape_formula(value), row)


def _set_text(cell: Any, value: str, row: int) -> None:
    """Set a cell of a sheet to a text, also if it looks like a formula; `BrokenFileError` if it is too long."""
    text = _ESCAPED.sub(lambda match: f"_x{ord(match[0]):04X}_", value)
    if 2 * len(text) > _MOST_CHARACTERS and len(text.encode("utf-16-le", "replace")) // 2 > _MOST_CHARACTERS:
        raise BrokenFileError(
            f"Row {row} has a cell of {len(value):,} characters, and a workbook's cell holds {_MOST_CHARACTERS:,}."
            " Write CSV: -o OUT.csv."
        )
    cell.value = text or None
    if text:
        cell.data_type = "s"  # also of `=1+1`
