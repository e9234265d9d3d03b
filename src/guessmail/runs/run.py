"""A run over a list: its rows are answered, and written with their answers in any format; its progress is shown."""

import hashlib
import json
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from itertools import chain, islice
from typing import Generic, Protocol, TextIO, TypeVar

from guessmail import __version__
from guessmail.dns import Verdict
from guessmail.errors import BrokenFileError, Code, Problem, UsageError
from guessmail.lists import Block, Table
from guessmail.lists.outputs import open_output
from guessmail.reports.listing import FORMATS, Listing
from guessmail.text import counted, percent
from guessmail.text.streams import has_more

RESUMABLE = frozenset(("csv", "tsv", "json", "jsonl"))
"""The formats in which an interrupted run can be resumed."""


class _HasProblem(Protocol):
    @property
    def problem(self) -> Problem | None: ...


Asked = TypeVar("Asked")
Answer = TypeVar("Answer", bound=_HasProblem)


@dataclass
class ListRun(Generic[Answer]):
    """Writes a list with the answers to its rows; `safe` escapes cells that a spreadsheet would run."""

    table: Table
    format_: str
    listing: Listing[Answer]
    """The form of an answer; its columns are added to the list."""
    place: Callable[[Sequence[str]], tuple[int, int]]
    """Returns which columns of a header these replace, as a slice: an earlier run's, or the empty one at the end."""
    answered: Callable[[Iterable[Block]], Iterator[tuple[Block, Sequence[Answer | None]]]]
    """Yields the rows in parts with their answers, as these come; None for a blank line."""
    safe: bool = False
    is_beside: bool = True
    """False if the answers stand alone, without the rows."""
    tally: Counter[str] = field(default_factory=Counter)
    """The number of `rows` and of each problem's code, and what `answered` counts before it yields a part."""

    def write(self, path: str, run: str = "", *, is_resumed: bool = False) -> int:
        """Answer and write all rows, to standard output if `path` is empty; return the number of rows with a problem."""
        if self.format_ == "xlsx" and not path and sys.stdout.isatty():
            raise UsageError("A workbook cannot be shown on a terminal; write it to a file: -o OUT.xlsx.")
        table, format_ = self.table, FORMATS[self.format_]
        place = self.place(table.header) if format_.has_cells and self.is_beside else (0, 0)
        writer = format_(self.listing, table if self.is_beside else None, place, safe=self.safe)
        head = writer.begin()
        with open_output(path, run, is_resumed=is_resumed) as output:
            rows = 0
            if output.state:
                rows, writer.done, counts = json.loads(output.state)
                self.tally.update(counts)
            else:
                output.write(head.encode(errors="replace"))
            for part, answers in self.answered(self._blocks(rows, may_lose=not writer.has_cells)):
                present = [answer for answer in answers if answer]
                text = writer.part(part, answers) if self.is_beside else writer.part(None, present)
                self.tally["rows"] += len(present)
                self.tally.update(answer.problem.code for answer in present if answer.problem)
                rows += len(part.rows)
                output.write(text.encode(errors="replace"), json.dumps([rows, writer.done, self.tally]))
            output.write(writer.end())
            output.commit(mark=writer.takes_mark and bool(table.source and table.source.wants_mark))
        return _problems_in(self.tally).total()

    def _blocks(self, skip: int, *, may_lose: bool) -> Iterator[Block]:
        """Yield the rows after the first `skip`, which an interrupted run wrote; `BrokenFileError` for a lost key."""
        for block in self.table.blocks:
            if self.table.lost and not may_lose:
                raise BrokenFileError(f"{self.table.lost[0]} Write JSON Lines instead: --format jsonl.")
            if skip < len(block.rows):
                yield block.part(skip)
            skip = max(skip - len(block.rows), 0)


def fingerprint(source: BufferedReader, options: str) -> str:
    """Return the SHA-256 of guessmail's version, the options and the input's bytes, which identifies a run."""
    start = f"{__version__}\n{options}".encode()
    return hashlib.file_digest(source, lambda: hashlib.sha256(start)).hexdigest()


def answered_in_parts(
    blocks: Iterable[Block],
    questions: Callable[[Block], Iterable[Asked]],
    answers_to: Callable[[Iterator[Asked | None]], Iterator[Answer]],
    stream: BufferedReader,
) -> Iterator[tuple[Block, list[Answer | None]]]:
    """Yield each block with the answers to its rows as they come; None for a blank line. Each row has one question.

    `answers_to` may read questions ahead of their answers; a None among them says that the input is paused.
    """
    asked: deque[Block] = deque()

    def all_questions() -> Iterator[Asked | None]:
        for block in blocks:
            asked.append(block)
            yield from questions(block)
            if not has_more(stream):
                yield None

    found = answers_to(all_questions())
    for first in found:
        block = asked.popleft()
        answers = chain([first], islice(found, len(block.rows) - 1))
        yield block, [answer if row else None for row, answer in zip(block.rows, answers, strict=False)]


def _problems_in(tally: Mapping[str, int]) -> Counter[str]:
    return Counter({code: tally[code] for code in Code if code in tally})


def summary(tally: Counter[str]) -> str:
    """Return the counts of a `ListRun` as one line."""
    rows, guessed, refused = tally["rows"], tally["guessed"], tally[Verdict.NO_MAIL]
    problems, unknown = _problems_in(tally), tally[Verdict.UNKNOWN]
    kinds = ", ".join(f"{code} {count:,}" for code, count in problems.most_common())
    unsure = rows - guessed - refused - problems.total()
    noted = {
        f"{refused:,} no mail": refused,
        f"mail check inconclusive for {unknown:,}": unknown,
        f"{problems.total():,} with a problem ({kinds})": problems,
        f"{unsure:,} with no guess as probable as --min-probability": unsure > 0,
    }
    shown = (text for text, holds in noted.items() if holds)
    return f"{' · '.join((counted(rows, 'row'), f'{guessed:,} guessed', *shown))}."


@contextmanager
def progress(screen: TextIO, size: int, *, is_shown: bool = True) -> Iterator[Callable[[int, int], None]]:
    """Yield a function that takes the rows and bytes so far: `120,000 rows · 40,000 a second · 12 % · 0:22 left`.

    It draws the line if `screen` is a terminal, after the first second, at most four times a second. `size` is the input's
    size in bytes, 0 if it is not known.
    """
    start, drawn = time.monotonic(), 0.0
    is_shown = is_shown and screen.isatty()

    def update(rows: int, bytes_read: int) -> None:
        nonlocal drawn
        now = time.monotonic()
        if not is_shown or now < max(start + 1.0, drawn + 0.25):
            return
        drawn, seconds = now, now - start
        parts = [f"{rows:,} rows", f"{rows / seconds:,.0f} a second"]
        if size and bytes_read:
            share = min(bytes_read / size, 1.0)
            left = round(seconds / share - seconds)
            parts += [percent(share), f"{left // 60}:{left % 60:02} left"]
        screen.write(f"\r\x1b[K{' · '.join(parts)}")
        screen.flush()

    try:
        yield update
    finally:
        if drawn:
            screen.write("\r\x1b[K")
            screen.flush()
