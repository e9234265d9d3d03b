"""Collision numbers: where an address is somebody else's already, some companies put a number behind the next one."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from guessmail.patterns import Pattern, Token

__all__ = ["Numbering", "numbered", "numbering_of", "split_number"]

LONGEST = 2
"""Longer ones are no collision's: a year, or a staff number."""


class Numbering(NamedTuple):
    """How a company numbers: the first number, and the fewest digits."""

    start: int
    digits: int

    def next_free(self, stem: str, held: Container[object]) -> str:
        """Return the local part with the first number that is not known to be held."""
        number = self.start
        while (local := f"{stem}{number:0{self.digits}}") in held:
            number += 1
        return local


def split_number(local_part: str) -> tuple[str, str]:
    """Return a local part without the number behind it, and the number; both empty where there is none."""
    stem = local_part.rstrip("0123456789")
    number = local_part[len(stem) :]
    is_one = stem[-1:].isalpha() and 0 < len(number) <= LONGEST
    return (stem, number) if is_one else ("", "")


def numbering_of(numbers: Iterable[str]) -> Numbering | None:
    """Return how the numbers that samples show are given, None where there are none."""
    first = min(numbers, key=lambda number: (int(number), number), default="")
    return Numbering(min(int(first), 2), len(first)) if first else None


def numbered(pattern: Pattern) -> Pattern:
    """Return a pattern with a number behind it."""
    return Pattern((*pattern.elements, Token("n")))
