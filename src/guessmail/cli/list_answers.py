"""Answering a list's rows: rows to questions, questions to guesses, and the odd rows."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeAlias

from guessmail.errors import Code, Problem
from guessmail.guesser import Guess, Guesser, Question
from guessmail.tables import Block, Columns
from guessmail.tables.questions import QuestionMaker

if TYPE_CHECKING:
    from guessmail.cli.list_processes import Processes

_BATCH = 500
"""Rows that wait for DNS before they are written, so that a long run shows what it has."""

Answered = tuple[Block, list[Guess | None]]
ListGuesser: TypeAlias = "Guesser | Processes"
"""Whatever answers a list's questions: in this process, or in several."""


class Answers:
    """Answers the rows of one list.

    `width` is the number of cells of the header. Short rows are answered where their cells suffice, and
    have a problem in any case; rows without any text have neither guess nor problem.
    """

    def __init__(self, guesser: ListGuesser, make: QuestionMaker, columns: Columns, width: int) -> None:
        self._guesser, self._make, self._width = guesser, make, width
        self._last = max(columns.used, default=-1)

    def guesses(self, blocks: Iterable[Block], is_waiting: Callable[[], bool]) -> Iterator[Answered]:
        """Yield the guesses to the rows, in parts as DNS answers come; None for a blank line.

        `is_waiting` returns whether the next block may be long in coming: then all rows so far are answered.
        """
        asked: deque[Block] = deque()

        def questions() -> Iterator[Question | None]:
            for block in blocks:
                if block.rows:
                    asked.append(block)
                    yield from self._make(self._even(block.rows))
                    if is_waiting():
                        yield None

        found = self._guesser.guess_all(questions())
        for first in found:
            block = asked.popleft()
            guesses = chain([first], islice(found, len(block.rows) - 1))
            for start in range(0, len(block.rows), _BATCH):
                part = block.part(start, start + _BATCH)
                yield part, [self._mend(row, guess) for row, guess in zip(part.rows, guesses, strict=False)]

    def _even(self, rows: list[list[str]]) -> list[list[str]]:
        """Return the rows, the short ones filled up."""
        if set(map(len, rows)) == {self._width}:
            return rows
        return [row + [""] * (self._width - len(row)) for row in rows]

    def _mend(self, row: list[str], guess: Guess) -> Guess | None:
        if _is_blank(row):
            return (
                guess._replace(candidates=(), mx=None, problem=None, company=None) if len(row) > 1 else None
            )
        if len(row) >= self._width:
            return guess
        if len(row) <= self._last:
            return guess._replace(candidates=(), mx=None, problem=self._short(row), company=None)
        return guess._replace(problem=guess.problem or self._short(row))

    def _short(self, row: Sequence[str]) -> Problem:
        return Problem(Code.SHORT_ROW, f"The row has {len(row)} of {self._width} cells.")


def _is_blank(row: Sequence[str]) -> bool:
    return not any(map(str.strip, row))
