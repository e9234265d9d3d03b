"""One run over a list: its rows are answered, and written with the answers' cells beside them, in any format."""

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

from guessmail.cli.list_resume import whole_csv, whole_jsonl
from guessmail.cli.output_options import ListFormat
from guessmail.cli.progress import Tally
from guessmail.errors import BrokenFileError, UsageError
from guessmail.reports.added import AddedColumns
from guessmail.reports.jsonlines import JsonRows
from guessmail.tables import Block, Table
from guessmail.tables.csvrows import CsvRows
from guessmail.tables.outputs import Output

Answer = TypeVar("Answer")
Resume: TypeAlias = Callable[[Path], tuple[int, int]]
"""Returns the whole records of an interrupted run, and the bytes that they take."""
_MARK = "\ufeff"


class ListRun(ABC, Generic[Answer]):
    """Writes a list with what a command answers to its rows; a blank line has no answer."""

    def __init__(
        self, table: Table, format_: ListFormat, added: AddedColumns, output: str, *, safe: bool
    ) -> None:
        """With `safe`, no cell is left that a spreadsheet runs; an empty `output` is standard output."""
        self.table, self.format, self.output = table, format_, output
        self._added, self._safe = added, safe
        self.tally = Tally()

    @abstractmethod
    def answered(self, blocks: Iterator[Block]) -> Iterator[tuple[Block, list[Answer | None]]]:
        """Yield the rows in parts, as their answers come."""

    @abstractmethod
    def cells(self, answer: Answer) -> list[str]:
        """Return the added cells of a row."""

    @abstractmethod
    def fields(self, answer: Answer) -> dict[str, object]:
        """Return the keys and values that a row's JSON has beside `row` and `input`."""

    @abstractmethod
    def open(self, whole: Resume | None) -> Output:
        """Open the destination; `whole` finds what an interrupted run left, None where nothing of it can be used."""

    @abstractmethod
    def count(self, answers: list[Answer]) -> None:
        """Count answers that were written."""

    def write(self) -> None:
        """Answer and write all rows."""
        if self.format is ListFormat.JSONL:
            self._write_jsonl()
        elif self.format is ListFormat.XLSX:
            self._write_workbook()
        else:
            self._write_csv()

    def _write_csv(self) -> None:
        table = self.table
        dialect = table.dialect
        if self.format is ListFormat.TSV:
            dialect = dialect._replace(delimiter="\t")
        start, stop = self._added.place(table.header)
        rows = CsvRows(table, self._added.names, (start, stop), dialect, safe=self._safe)
        head = len(table.before.rows) + table.has_header
        whole = partial(whole_csv, dialect=dialect, head=head, start=start, tally=self.tally)
        with closing(self.open(whole)) as output:
            marked = output.is_file and table.wants_mark
            if not output.rows:
                output.write((_MARK * marked + rows.head()).encode(errors="replace"))
            for part, answers in self._answered(_after(table.blocks, output.rows - head)):
                output.write(rows.rows(part, self._all_cells(answers)).encode(errors="replace"))
                self._count(answers)
            output.commit(mark=table.wants_mark and not marked)

    def _write_jsonl(self) -> None:
        with closing(self.open(partial(whole_jsonl, tally=self.tally))) as output:
            rows = JsonRows(self.table, output.rows + 1)
            blocks = (_without_blank_lines(block) for block in self.table.blocks)
            for part, answers in self.answered(_after(blocks, output.rows)):
                fields = [self.fields(answer) if answer else None for answer in answers]
                output.write(rows.rows(part, fields).encode(errors="replace"))
                self._count(answers)
            output.commit()

    def _write_workbook(self) -> None:
        from guessmail.tables.sheets import sheet_rows

        if not self.output and sys.stdout.isatty():
            raise UsageError("A workbook cannot be shown on a terminal; write it to a file: -o OUT.xlsx.")
        sheet = sheet_rows(
            self.table, self._added.names, self._added.place(self.table.header), safe=self._safe
        )
        with closing(self.open(None)) as output:
            for part, answers in self._answered(self.table.blocks):
                sheet.add(part, self._all_cells(answers))
                self._count(answers)
            sheet.save(output.raw)
            output.commit()

    def _answered(self, blocks: Iterator[Block]) -> Iterator[tuple[Block, list[Answer | None]]]:
        """Answer rows of which no key of JSON may be lost, as it would without a column."""

        def whole() -> Iterator[Block]:
            for block in blocks:
                if self.table.lost:
                    raise BrokenFileError(f"{self.table.lost[0]} Write JSON Lines instead: --format jsonl.")
                yield block

        return self.answered(whole())

    def _all_cells(self, answers: Sequence[Answer | None]) -> list[list[str]]:
        return [self.cells(answer) if answer else [] for answer in answers]

    def _count(self, answers: Sequence[Answer | None]) -> None:
        self.count([answer for answer in answers if answer])


def _after(blocks: Iterator[Block], skip: int) -> Iterator[Block]:
    """Yield the blocks without the first rows, which an interrupted run has written."""
    for block in blocks:
        if skip <= 0:
            yield block
        elif skip < len(block.rows):
            yield block.part(skip)
        skip -= len(block.rows)


def _without_blank_lines(block: Block) -> Block:
    if all(block.rows):
        return block
    kept = [at for at, row in enumerate(block.rows) if row]
    return Block([block.rows[at] for at in kept], [block.texts[at] for at in kept])
