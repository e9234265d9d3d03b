"""Excel workbooks, by openpyxl (the extra `guessmail[excel]`): row by row, whole at the end."""

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from guessmail.errors import UsageError
from guessmail.output.csvrows import neutral
from guessmail.tables.opening import Table
from guessmail.tables.records import Block
from guessmail.tables.workbooks import MISSING, Text

__all__ = ["WorkbookRows"]


class WorkbookRows:
    """Turns rows and their added cells into a sheet; numbers, dates and formulas stay what they were."""

    def __init__(self, table: Table, added: Sequence[str], place: tuple[int, int]) -> None:
        try:
            from openpyxl import Workbook  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise UsageError(MISSING) from error
        self._start, self._stop = place
        self._width = len(table.header)
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet("guesses")
        before = table.before
        self.add(before, [[] for _ in before.rows])
        self.add(Block([table.header], [""]), [list(added)])

    def add(self, block: Block, cells: Iterable[list[str]]) -> None:
        """Add a block's rows with their added cells."""
        for values, added in zip(block.values or block.rows, cells, strict=True):
            row: list[object] = [*values, *[None] * (self._width - len(values))]
            if added:
                row = [*row[: self._start], *map(_number, added), *row[self._stop :]]
            self._sheet.append([self._cell(value) for value in row])

    def save(self, file: BinaryIO) -> None:
        """Write the workbook to a file."""
        self._book.save(file)

    def _cell(self, value: object) -> object:
        """Return a value as a cell; text that merely looks like a formula stays text."""
        if not isinstance(value, Text):
            return value
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - an extra

        cell = WriteOnlyCell(self._sheet, value=str(value))
        cell.data_type = "s"
        return cell


def _number(cell: str) -> object:
    """Return an added cell: a probability as a number, all else as text that is no formula."""
    return float(cell) if cell.replace(".", "", 1).isdigit() else neutral(cell) or None
