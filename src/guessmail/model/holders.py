"""Who holds the known addresses of a domain: the person asked for, perhaps under another spelling, or somebody else.

Where an address is somebody else's already, some companies put a collision number behind the next one.
"""

import math
from collections.abc import Container, Iterable, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from guessmail.names import Name
from guessmail.names.namesakes import is_namesake, own_marks, words_of
from guessmail.text import distance

KNOWN_SHARE = 0.92
"""How often an address that samples hold for a namesake is the person's own: 456 of 496 pairs of names at one domain."""
LEAST_NUMBERED = 0.001
"""Less probable addresses that are taken need no numbered variant."""
LONGEST_NUMBER = 2
"""Longer ones are no collision's: a year, or a staff number."""


class Holder(Enum):
    """Who holds an address, seen from the name that is asked for."""

    SAME = "the same person"
    NAMESAKE = "somebody whom only a middle name tells apart"
    OTHER = "somebody else"
    UNNAMED = "nobody knows whose it is"
    NOBODY = "nobody: mail came back from it"


ODDS = {Holder.OTHER: 0.05, Holder.NAMESAKE: 0.25, Holder.UNNAMED: 4.0, Holder.NOBODY: 0.0}
"""The factor of the odds that an address is the person's, by who is known to hold it."""


class Holders:
    """The owners of known local parts."""

    def __init__(self, owners: Iterable[tuple[str, Name | None]] = (), bounced: Iterable[str] = ()) -> None:
        """`owners` are local parts, each with its owner's name if that is known. Mail to `bounced` came back."""
        self._bounced = frozenset(bounced)
        self._owners: dict[str, list[Name]] = {}
        for local, name in owners:
            self._owners.setdefault(local, []).extend([name] if name else [])
        self.local_parts = frozenset((*self._owners, *self._bounced))
        """All that are known, including those that bounced."""

    def __contains__(self, local_part: object) -> bool:
        return local_part in self.local_parts

    def holder_of(self, local_part: str, name: Name) -> Holder | None:
        """Return who holds a local part, None where it is not known to exist."""
        if local_part in self._bounced:
            return Holder.NOBODY
        owners = self._owners.get(local_part)
        if owners is None:
            return None
        if not owners:
            return Holder.UNNAMED
        namesakes = [owner for owner in owners if is_namesake(name, owner)]
        if any(not has_other_middle(name, owner) for owner in namesakes):
            return Holder.SAME
        return Holder.NAMESAKE if namesakes else Holder.OTHER

    def known_to_hold(self, name: Name) -> list[str]:
        """Return the local parts that samples hold for this very name, under any of its spellings."""
        if self._words.isdisjoint(words_of(name)):
            return []  # as mostly
        found = {local for mark in own_marks(name) for local in self._by_mark.get(mark, ())}
        return sorted(local for local in found if self.holder_of(local, name) is Holder.SAME)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset().union(*[words_of(name) for names in self._owners.values() for name in names])

    @cached_property
    def _by_mark(self) -> Mapping[str, Sequence[str]]:
        index: dict[str, list[str]] = {}
        for local, names in self._owners.items():
            for mark in {mark for name in names for mark in own_marks(name)}:
                index.setdefault(mark, []).append(local)
        return index


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
    is_one = stem[-1:].isalpha() and 0 < len(number) <= LONGEST_NUMBER
    return (stem, number) if is_one else ("", "")


def numbering_of(numbers: Iterable[str]) -> Numbering | None:
    """Return how the numbers that samples show are given, None where there are none."""
    first = min(numbers, key=lambda number: (int(number), number), default="")
    return Numbering(min(int(first), 2), len(first)) if first else None


def moved_by_holders(
    chances: dict[str, float], none: float, name: Name, holders: Holders, numbering: Numbering | None
) -> tuple[dict[str, float], frozenset[str], Mapping[str, str]]:
    """Return the probabilities of a person's local parts as holders move them; `none` is that of all others.

    Behind them stand the local parts that samples hold for this very person, and by variants with a number those without.
    An address that a sample holds for this very person has most of the probability. One that it holds for somebody else
    is next to impossible; its variant with a number, if the company gives numbers, has the rest.
    """
    known = frozenset(holders.known_to_hold(name))
    met = sorted(holders.local_parts.intersection(chances))
    taken = {local: ODDS[holder] for local in met if (holder := holders.holder_of(local, name)) in ODDS}
    if not known and not taken:
        return chances, known, {}  # as mostly
    moved = {local: chance * taken.get(local, 1.0) for local, chance in chances.items()}
    stems: dict[str, str] = {}
    for local, odds in taken.items():
        if numbering and 0.0 < odds < 1.0 and chances[local] >= LEAST_NUMBERED:
            variant = numbering.next_free(local, holders)
            stems[variant] = local
            moved[variant] = moved.get(variant, 0.0) + chances[local] * (1.0 - odds)
    for local in known:
        moved.pop(local, None)
    scale = (1.0 - KNOWN_SHARE * bool(known)) / (math.fsum(moved.values()) + none)
    probabilities = {local: chance * scale for local, chance in moved.items()}
    probabilities |= dict.fromkeys(sorted(known), KNOWN_SHARE / max(len(known), 1))
    return probabilities, known, stems


def has_other_middle(one: Name, other: Name) -> bool:
    """Tell whether two names contradict each other in a middle name or initial."""
    left, right = one.readings[0].middles, other.readings[0].middles
    return bool(left and right) and not any(
        mine.startswith(yours) or yours.startswith(mine) for mine in left for yours in right
    )


def is_misspelt(one: Name, other: Name) -> bool:
    """Tell whether two names may be spellings of one that differ by a letter or two: Jon and John."""
    left, right = one.readings[0], other.readings[0]
    return _is_close(left.family, right.family) and _is_close(left.given, right.given)


def _is_close(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter in five at most, or one is the other cut short."""
    one, other = one.casefold(), other.casefold()
    short, long = sorted((one, other), key=len)
    if not short:
        return one == other
    if long.startswith(short):
        return True
    return distance(one, other) <= max(1, len(long) // 5)
