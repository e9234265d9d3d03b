"""The columns that guessmail adds to a list: their names, their place, their cells."""

from collections.abc import Callable, Sequence

from guessmail.errors import UsageError
from guessmail.guesser import Guess

__all__ = [
    "CELL_PROBLEM",
    "DOMAIN_CELLS",
    "PREFIX",
    "RATE_CELLS",
    "added_columns",
    "cells_of",
    "place_of",
    "probability",
]

PREFIX = "guess_"
CELL_MX, CELL_PROBLEM = 4, 6
"""Where some of the added cells stand, from 0."""

DOMAIN_CELLS = ("domain", "domain_probability")
"""Further columns: the domain that was found by the company's name."""
RATE_CELLS = ("rate",)
"""A further column: the probability of the address that the row already has."""

_FIRST = ("email", "probability", "pattern", "basis", "mx", "mx_reason", "problem")
_NEXT = ("email", "probability", "pattern")


def added_columns(top: int, *, prefix: str = PREFIX, more: Sequence[str] = ()) -> list[str]:
    """Return the names of the added columns: those of the best guess, three for each further one, and those of `more`."""
    names = [*_FIRST, *(f"{name}_{number}" for number in range(2, top + 1) for name in _NEXT), *more]
    return [prefix + name for name in names]


def place_of(header: Sequence[str], added: Sequence[str], *, prefix: str = PREFIX) -> tuple[int, int]:
    """Return the columns that the added ones replace, as `header[start:stop]`: an earlier run's, or the end.

    Any other column that has the name of an added one is a `UsageError`.
    """
    start, stop = _earlier_run(header, prefix)
    others = {*header[:start], *header[stop:]}
    clash = next((name for name in added if name in others), "")
    if clash:
        raise UsageError(
            f'The list has a column "{clash}" already, and not from an earlier run of guessmail alone.'
            " Give the added columns another prefix: --prefix new_."
        )
    return start, stop


def cells_of(guess: Guess, top: int, more: Sequence[str] = ()) -> list[str]:
    """Return the added cells of one row, in the order of `added_columns`."""
    cells = [""] * len(_FIRST)
    for number, candidate in enumerate(guess.candidates[:top]):
        three = [candidate.address, probability(candidate.probability), candidate.pattern]
        if number:
            cells += three
        else:
            cells[:4] = [*three, candidate.basis]
    cells += [""] * (len(_FIRST) + len(_NEXT) * (top - 1) - len(cells))
    if guess.mx:
        cells[CELL_MX : CELL_MX + 2] = guess.mx.verdict, guess.mx.reason
    cells[CELL_PROBLEM] = str(guess.problem or "")
    return cells + [_MORE[name](guess) for name in more]


def probability(value: float) -> str:
    """Return a probability as it is written everywhere: four decimals at most, `0.61`."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _domain(guess: Guess) -> str:
    return guess.domain if guess.company else ""


def _domain_probability(guess: Guess) -> str:
    return probability(guess.company.probability) if guess.company else ""


def _rate(guess: Guess) -> str:
    return "" if guess.rate is None else probability(guess.rate)


_MORE: dict[str, Callable[[Guess], str]] = {
    "domain": _domain,
    "domain_probability": _domain_probability,
    "rate": _rate,
}


def _earlier_run(header: Sequence[str], prefix: str) -> tuple[int, int]:
    """Return where the columns of an earlier run stand, all in their order; the header's end if nowhere."""
    first = tuple(prefix + name for name in _FIRST)
    for start in range(len(header) - len(first) + 1):
        if tuple(header[start : start + len(first)]) != first:
            continue
        stop, number = start + len(first), 2
        while tuple(header[stop : stop + 3]) == tuple(f"{prefix}{name}_{number}" for name in _NEXT):
            stop, number = stop + 3, number + 1
        more = {prefix + name for name in _MORE}
        while stop < len(header) and header[stop] in more:
            stop += 1
        return start, stop
    return len(header), len(header)
