"""Excel workbooks, by openpyxl (the extra `guessmail[excel]`), which reads and writes row by row."""

import io
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import BinaryIO

from guessmail.errors import BrokenFileError, UsageError
from guessmail.tables.dialects import HEAD_ROWS
from guessmail.tables.headers import find_columns, parse_map, unknown_header
from guessmail.tables.opening import Ask, Table, TableKind
from guessmail.tables.records import Block

__all__ = ["MISSING", "open_workbook"]

MISSING = (
    "Excel workbooks need the extra guessmail[excel]: pip install 'guessmail[excel]'."
    " Or save the list as CSV (UTF-8)."
)

_BLOCK_ROWS = 1000


def open_workbook(stream: BinaryIO, ask: Ask) -> Table:
    """Open the active sheet of a workbook; dates and numbers keep their type, formulas their text."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError(MISSING) from error
    try:
        seekable = (
            stream if stream.seekable() else io.BytesIO(stream.read())
        )  # a ZIP file is read from its end
        sheet = load_workbook(seekable, read_only=True).active
        if sheet is None:
            raise BrokenFileError("The workbook has no sheet.")
        # A sheet that was written by another program may tell a wrong size; the rows themselves do not lie.
        sheet.reset_dimensions()
        values = (tuple(_literal(cell) for cell in row) for row in sheet.iter_rows())
        first = list(islice(values, HEAD_ROWS))
    except (OSError, KeyError, ValueError, EOFError) as error:
        raise BrokenFileError(f"The workbook cannot be read: {error}.") from error
    told = parse_map(ask.map)
    rows = [_cells(row) for row in first]
    for place, row in enumerate(rows):
        columns = find_columns(row, told, needs=ask.needs, person=ask.person)
        if columns:
            before = Block(rows[:place], [""] * place, first[:place])
            blocks = _blocks(chain(first[place + 1 :], values), len(row))
            return Table(TableKind.XLSX, header=row, columns=columns, before=before, blocks=blocks)
    if not any(map(any, rows)):
        return Table(TableKind.EMPTY)
    raise unknown_header(rows, told, person=ask.person)


def _blocks(values: Iterator[tuple[object, ...]], width: int) -> Iterator[Block]:
    """Yield the rows, each as wide as the header: a workbook leaves out empty cells at the end."""
    while part := list(islice(values, _BLOCK_ROWS)):
        full = [row + (None,) * (width - len(row)) for row in part]
        yield Block([_cells(row) for row in full], [""] * len(full), full)


class Text(str):
    """A cell of text that starts with `=` and is no formula."""

    __slots__ = ()


def _literal(cell: object) -> object:
    value: object = getattr(cell, "value", None)
    is_text = isinstance(value, str) and value.startswith("=") and getattr(cell, "data_type", "") != "f"
    return Text(value) if is_text else value


def _cells(row: Sequence[object]) -> list[str]:
    return ["" if value is None else str(value) for value in row]
