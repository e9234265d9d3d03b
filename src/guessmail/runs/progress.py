"""Progress of a list: the line on a terminal, the summary at the end."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TextIO

from guessmail.dns.verdict import Verdict
from guessmail.errors import Code
from guessmail.text import counted, percent


def problems_in(tally: Mapping[str, int]) -> Counter[str]:
    """Return how many rows have each problem, of the counts of a `ListRun`."""
    codes = frozenset(Code)
    return Counter({word: count for word, count in tally.items() if word in codes})


def summary(tally: Counter[str]) -> str:
    """Return the counts of a `ListRun` as one line."""
    rows, guessed, refused, problems = (
        tally["rows"],
        tally["guessed"],
        tally[Verdict.NO_MAIL],
        problems_in(tally),
    )
    parts = [counted(rows, "row"), f"{guessed:,} guessed"]
    if refused:
        parts.append(f"{refused:,} no mail")
    if tally[Verdict.UNKNOWN]:
        parts.append(f"mail check inconclusive for {tally[Verdict.UNKNOWN]:,}")
    if problems:
        kinds = ", ".join(f"{code} {count:,}" for code, count in problems.most_common())
        parts.append(f"{problems.total():,} with a problem ({kinds})")
    unsure = rows - guessed - refused - problems.total()
    if unsure > 0:
        parts.append(f"{unsure:,} with no guess as probable as --min-probability")
    return f"{' · '.join(parts)}."


@contextmanager
def progress(screen: TextIO, size: int, *, is_shown: bool = True) -> Iterator[Callable[[int, int], None]]:
    """Yield a function of the rows and bytes so far, for each block: `120,000 rows · 40,000 a second · 12 % · 0:22 left`.

    The line shows if `screen` is a terminal, after a second, and four times a second. `size` is the input's in bytes, 0 if
    it is not known.
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
