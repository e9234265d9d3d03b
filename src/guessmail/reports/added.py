"""The columns that guessmail adds to a list: their names, their place, their cells."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from guessmail.errors import UsageError
from guessmail.guesser import Guess

PREFIX = "guess_"
CELL_MX, CELL_PROBLEM = 4, 6
"""Where some of the added cells stand, from 0."""

DOMAIN_CELLS = ("domain", "domain_probability")
"""Further columns: the domain that was found by the company's name."""
RATE_CELLS = ("rate",)
"""A further column: the probability of the address that the row already has."""

_FIRST = ("email", "probability", "pattern", "basis", "mx", "mx_reason", "problem")
_NEXT = ("email", "probability", "pattern")


class AddedColumns(NamedTuple):
    """The columns that a command adds to a list, without their prefix."""

    top: int = 1
    """How many answers a row has room for."""
    prefix: str = PREFIX
    more: Sequence[str] = ()
    """Those of `special` that this list gains."""
    first: tuple[str, ...] = _FIRST
    """Those of the best answer; by default, of a guess."""
    further: tuple[str, ...] = _NEXT
    """Those of each further answer, which are numbered."""
    special: tuple[str, ...] = (*DOMAIN_CELLS, *RATE_CELLS)
    """Those that only some lists gain, at the end."""

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        numbered = (f"{name}_{number}" for number in range(2, self.top + 1) for name in self.further)
        return [self.prefix + name for name in (*self.first, *numbered, *self.more)]

    def place(self, header: Sequence[str]) -> tuple[int, int]:
        """Return the columns that these replace, as `header[start:stop]`: an earlier run's, or the end.

        Any other column that has the name of one of these is a `UsageError`.
        """
        start, stop = self._earlier_run(header)
        others = {*header[:start], *header[stop:]}
        clash = next((name for name in self.names if name in others), "")
        if clash:
            raise UsageError(
                f'The list has a column "{clash}" already, and not from an earlier run of guessmail alone.'
                " Give the added columns another prefix: --prefix new_."
            )
        return start, stop

    def _earlier_run(self, header: Sequence[str]) -> tuple[int, int]:
        """Return where the columns of an earlier run stand, all in their order; the header's end if nowhere."""
        first = [self.prefix + name for name in self.first]
        for start in range(len(header) - len(first) + 1):
            if list(header[start : start + len(first)]) != first:
                continue
            stop, number, count = start + len(first), 2, len(self.further)
            while list(header[stop : stop + count]) == [
                f"{self.prefix}{name}_{number}" for name in self.further
            ]:
                stop, number = stop + count, number + 1
            special = {self.prefix + name for name in self.special}
            while stop < len(header) and header[stop] in special:
                stop += 1
            return start, stop
        return len(header), len(header)


def cells_of(guess: Guess, top: int, more: Sequence[str] = ()) -> list[str]:
    """Return the added cells of one row, in the order of `AddedColumns`."""
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
