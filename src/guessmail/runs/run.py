"""One run over a list: its rows are answered, and written with the answers' cells beside them, in any format."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from guessmail.errors import BrokenFileError, UsageError
from guessmail.reports.added import AddedColumns
from guessmail.runs.progress import Tally
from guessmail.runs.resume import whole_csv, whole_json, whole_jsonl
from guessmail.tables import Block, Table
from guessmail.tables.outputs import Output, open_output, open_stdout
from guessmail.tables.writing import CsvRows, JsonRows, array_end, array_part

Answer = TypeVar("Answer")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Answering(Generic[Answer]):
    """How a command answers the rows of a list, and what is shown of an answer."""

    answered: Callable[[Iterator[Block]], Iterator[tuple[Block, list[Answer | None]]]]
    """Yields the rows in parts, as their answers come; None for a blank line."""
    added: AddedColumns
    cells: Callable[[Answer], list[str]]
    fields: Callable[[Answer], dict[str, object]]
    """The keys and values that a row's JSON has beside `row` and `input`."""
    counts: Callable[[Answer], tuple[str, str, str]]
    """The first guess, the verdict and the code of the problem, each maybe empty."""
    plain: Callable[[Answer], str] | None = None
    """A line without the row's cells; None for a list that is never written so."""


class Destination(NamedTuple):
    """Where a list is written."""

    path: str
    """Empty for standard output."""
    run: str = ""
    """The `fingerprint` of an interrupted run that can be resumed."""
    is_resumed: bool = False


class ListRun(Generic[Answer]):
    """Writes a list with what a command answers to its rows.

    With `safe`, no cell is left that a spreadsheet runs; `on_count` is called when rows were counted.
    """

    def __init__(
        self,
        table: Table,
        answering: Answering[Answer],
        format_: str,
        to: Destination,
        *,
        safe: bool,
        on_count: Callable[[Tally], None] = lambda _: None,
    ) -> None:
        self._table, self._answering, self._format, self._to = table, answering, format_, to
        self._safe, self._on_count = safe, on_count
        self.tally = Tally()

    def write(self) -> None:
        """Answer and write all rows."""
        if self._format == "plain" and self._answering.plain:
            self._write_plain(self._answering.plain)
        elif self._format in {"json", "jsonl"}:
            self._write_json()
        elif self._format == "xlsx":
            self._write_workbook()
        else:
            self._write_csv()

    def _write_csv(self) -> None:
        table, added = self._table, self._answering.added
        dialect = table.dialect
        if self._format == "tsv":
            dialect = dialect._replace(delimiter="\t")
        start, stop = added.place(table.header)
        rows = CsvRows(table, added.names, (start, stop), dialect, safe=self._safe)
        head = len(table.before.rows) + table.has_header
        whole = partial(whole_csv, dialect=dialect, head=head, start=start, tally=self.tally)
        with closing(self._open(whole)) as output:
            marked = output.is_file and table.wants_mark
            if not output.rows:
                output.write((_MARK * marked + rows.head()).encode(errors="replace"))
            for part, answers in self._answered_whole(_after(table.blocks, output.rows - head)):
                output.write(rows.rows(part, self._cells(answers)).encode(errors="replace"))
                self._count(answers)
            output.commit(mark=table.wants_mark and not marked)

    def _write_json(self) -> None:
        is_array = self._format == "json"
        whole = whole_json if is_array else whole_jsonl
        with closing(self._open(partial(whole, tally=self.tally))) as output:
            count = output.rows
            rows = JsonRows(self._table, count + 1)
            blocks = map(_without_blank_lines, self._table.blocks)
            for part, answers in self._answering.answered(_after(blocks, count)):
                fields = [self._answering.fields(answer) if answer else None for answer in answers]
                objects = rows.rows(part, fields)
                text = array_part(objects, count) if is_array else "".join(f"{one}\n" for one in objects)
                output.write(text.encode(errors="replace"))
                count += len(objects)
                self._count(answers)
            if is_array:
                output.write(array_end(count).encode())
            output.commit()

    def _write_workbook(self) -> None:
        from guessmail.tables.sheets import sheet_rows

        if not self._to.path and sys.stdout.isatty():
            raise UsageError("A workbook cannot be shown on a terminal; write it to a file: -o OUT.xlsx.")
        added = self._answering.added
        sheet = sheet_rows(self._table, added.names, added.place(self._table.header), safe=self._safe)
        with closing(self._open(None)) as output:
            for part, answers in self._answered_whole(self._table.blocks):
                sheet.add(part, self._cells(answers))
                self._count(answers)
            output.write(sheet.whole())
            output.commit()

    def _write_plain(self, line_of: Callable[[Answer], str]) -> None:
        with closing(self._open(None)) as output:
            for _, answers in self._answering.answered(self._table.blocks):
                lines = (line_of(answer) if answer else "" for answer in answers)
                output.write("".join(f"{line}\n" for line in lines).encode(errors="replace"))
                self._count(answers)
            output.commit()

    def _open(self, whole: Callable[[Path], tuple[int, int]] | None) -> Output:
        """Open the destination; `whole` returns the complete records of an interrupted run, and their bytes."""
        path, run, is_resumed = self._to
        return open_output(path, run, resume=whole if is_resumed else None) if path else open_stdout()

    def _answered_whole(self, blocks: Iterator[Block]) -> Iterator[tuple[Block, list[Answer | None]]]:
        """Answer rows of which no key of JSON may be lost, as it would without a column."""

        def whole() -> Iterator[Block]:
            for block in blocks:
                if self._table.lost:
                    raise BrokenFileError(f"{self._table.lost[0]} Write JSON Lines instead: --format jsonl.")
                yield block

        return self._answering.answered(whole())

    def _cells(self, answers: Iterable[Answer | None]) -> list[list[str]]:
        return [self._answering.cells(answer) if answer else [] for answer in answers]

    def _count(self, answers: Sequence[Answer | None]) -> None:
        for answer in answers:
            if answer:
                self.tally.add(*self._answering.counts(answer))
        self._on_count(self.tally)


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
