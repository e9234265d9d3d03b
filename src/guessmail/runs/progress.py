"""Progress of a list: the counts, the line on a terminal, the summary at the end."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self, TextIO

from guessmail.dns.verdict import Verdict
from guessmail.text import counted, percent


@dataclass
class Tally:
    """Counts over rows."""

    rows: int = 0
    guessed: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)

    def add(self, first: str, verdict: str, problem: str) -> None:
        """Count a row by its first guess, its verdict and its problem, a code that its message may follow; each maybe empty."""
        self.rows += 1
        self.guessed += first != ""
        self.verdicts[verdict] += 1
        if problem:
            self.problems[problem.partition(":")[0]] += 1

    def summary(self) -> str:
        """Return the counts as one line."""
        parts = [counted(self.rows, "row"), f"{self.guessed:,} guessed"]
        if self.verdicts[Verdict.NO_MAIL]:
            parts.append(f"{self.verdicts[Verdict.NO_MAIL]:,} no mail")
        if self.verdicts[Verdict.UNKNOWN]:
            parts.append(f"mail check inconclusive for {self.verdicts[Verdict.UNKNOWN]:,}")
        if self.problems:
            kinds = ", ".join(f"{code} {count:,}" for code, count in self.problems.most_common())
            parts.append(f"{self.problems.total():,} with a problem ({kinds})")
        unsure = self.rows - self.guessed - self.verdicts[Verdict.NO_MAIL] - self.problems.total()
        if unsure > 0:
            parts.append(f"{unsure:,} with no guess as probable as --min-probability")
        return f"{' · '.join(parts)}."


class Progress:
    """A line with the rows so far, their rate and the time left, if `screen` is a terminal.

    `size` is the input's in bytes, 0 if not known. It shows after a second, and draws four times a second.
    """

    def __init__(
        self,
        screen: TextIO,
        size: int = 0,
        clock: Callable[[], float] = time.monotonic,
        *,
        is_shown: bool = True,
    ) -> None:
        self._screen, self._size, self._clock = screen, size, clock
        self._shown = is_shown and screen.isatty()
        self._drawn = False
        self._start = clock()
        self._next = self._start + 1.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn:
            self._screen.write("\r\x1b[K")
            self._screen.flush()

    def update(self, rows: int, bytes_read: int) -> None:
        """Show `120,000 rows · 40,000 a second · 12 % · 0:22 left`; called once a block."""
        if not self._shown or (now := self._clock()) < self._next:
            return
        self._next, self._drawn = now + 0.25, True
        seconds = now - self._start
        parts = [f"{rows:,} rows", f"{rows / seconds:,.0f} a second"]
        if self._size and bytes_read:
            share = min(bytes_read / self._size, 1.0)
            left = round(seconds / share - seconds)
            parts += [percent(share), f"{left // 60}:{left % 60:02} left"]
        self._screen.write(f"\r\x1b[K{' · '.join(parts)}")
        self._screen.flush()
