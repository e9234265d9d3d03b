"""One run over a list: its rows are answered, and written with the answers beside them, in any format."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from io import BufferedReader
from itertools import chain, islice
from typing import Generic, Protocol, TypeVar

from guessmail.errors import BrokenFileError, Problem, UsageError
from guessmail.lists import Block, Table
from guessmail.lists.outputs import open_output
from guessmail.reports.listing import FORMATS, Listing
from guessmail.runs.progress import Tally
from guessmail.runs.resume import whole_of
from guessmail.text.streams import has_more


class _HasProblem(Protocol):
    @property
    def problem(self) -> Problem | None: ...


Asked = TypeVar("Asked")
Answer = TypeVar("Answer", bound=_HasProblem)
_MARK = "\ufeff"
_BATCH = 500
"""The most rows that are written together, so that the output of a long run can be watched."""


@dataclass
class ListRun(Generic[Answer]):
    """Writes a list with the answers to its rows.

    With `safe`, no cell is left that a spreadsheet runs; `on_count` is called when rows were counted.
    """

    table: Table
    format_: str
    listing: Listing[Answer]
    """The form of an answer; its columns are those that the list gains."""
    place: Callable[[Sequence[str]], tuple[int, int]]
    """Returns which columns of a header these replace: those of an earlier run, or the end."""
    answered: Callable[[Iterable[Block]], Iterator[tuple[Block, Sequence[Answer | None]]]]
    """Yields the rows in parts, as their answers come; None for a blank line."""
    counts: Callable[[Answer], tuple[str, str]] = lambda _: ("", "")
    """The first guess and the verdict, each maybe empty."""
    safe: bool = False
    is_beside: bool = True
    """False if the answers stand alone, without the rows."""
    on_count: Callable[[Tally], None] = lambda _: None
    tally: Tally = field(default_factory=Tally)

    def write(self, path: str, run: str = "", *, is_resumed: bool = False) -> None:
        """Answer and write all rows, to standard output for an empty path; `run` is the `fingerprint`."""
        if self.format_ == "xlsx" and not path and sys.stdout.isatty():
            raise UsageError("A workbook cannot be shown on a terminal; write it to a file: -o OUT.xlsx.")
        table, format_ = self.table, FORMATS[self.format_]
        place = self.place(table.header) if format_.has_cells and self.is_beside else (0, 0)
        writer = format_(self.listing, table if self.is_beside else None, place, safe=self.safe)
        head = writer.begin()
        resume = whole_of(self.format_, table, place[0], self.tally) if is_resumed else None
        with closing(open_output(path, run, resume=resume)) as output:
            marked = writer.takes_mark and output.is_file and table.wants_mark
            writer.done = output.rows
            if not output.rows:
                output.write((_MARK * marked + head).encode(errors="replace"))
            for part, answers in self.answered(self._blocks(output.rows, may_lose=not writer.has_cells)):
                told = [answer for answer in answers if answer]
                text = writer.part(part, answers) if self.is_beside else writer.part(None, told)
                output.write(text.encode(errors="replace"))
                for answer in told:
                    self.tally.add(*self.counts(answer), answer.problem.code if answer.problem else "")
                self.on_count(self.tally)
            output.write(writer.end())
            output.commit(mark=writer.takes_mark and table.wants_mark and not marked)

    def _blocks(self, skip: int, *, may_lose: bool) -> Iterator[Block]:
        """Yield the rows behind those that an interrupted run wrote, to which JSON counts no blank lines."""
        for block in self.table.blocks:
            if self.table.lost and not may_lose:
                raise BrokenFileError(f"{self.table.lost[0]} Write JSON Lines instead: --format jsonl.")
            if not skip:
                yield block
                continue
            rows = [at for at, row in enumerate(block.rows) if not (may_lose and is_blank_line(row))]
            if skip < len(rows):
                yield block.part(rows[skip])
            skip = max(skip - len(rows), 0)


def is_blank_line(row: Sequence[str]) -> bool:
    """Return whether a row is no row of a table at all."""
    return len(row) < 2 and not any(map(str.strip, row))


def answered_in_parts(
    blocks: Iterable[Block],
    questions: Callable[[Block], Iterable[Asked]],
    answers_to: Callable[[Iterator[Asked | None]], Iterator[Answer]],
    stream: BufferedReader,
) -> Iterator[tuple[Block, list[Answer | None]]]:
    """Yield rows in parts, as the answers to their questions come; None for a blank line. Each row has one question.

    Questions are read ahead of their answers; where the input pauses, a None among them has all before it answered.
    """
    asked: deque[Block] = deque()

    def all_questions() -> Iterator[Asked | None]:
        for block in blocks:
            if block.rows:
                asked.append(block)
                yield from questions(block)
                if not has_more(stream):
                    yield None

    found = answers_to(all_questions())
    for first in found:
        block = asked.popleft()
        answers = chain([first], islice(found, len(block.rows) - 1))
        for start in range(0, len(block.rows), _BATCH):
            part = block.part(start, start + _BATCH)
            yield part, [answer if row else None for row, answer in zip(part.rows, answers, strict=False)]
