"""The holders of a domain's known addresses: the wanted person, perhaps under another spelling, or somebody else.

If an address is somebody else's already, some companies put a collision number behind the next one.

A sample is suspect if the name of another sample makes its address far more probable than its own name does, although
that person has another address. If the other sample is suspect too, two addresses were swapped, and the address goes to
the name that it fits; else the sample is set aside.
"""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from guessmail.names import Name
from guessmail.names.namesakes import is_namesake, own_marks, words_of
from guessmail.text import distance

KNOWN_SHARE = 0.92
"""The share of namesakes' addresses that are the person's own: 456 of 496 pairs of names at one domain."""
RATIO = 20.0
"""The ratio of the probabilities of an address for another name and for its own from which the other is the likelier owner."""
CLAIM_LENGTH = 3
"""The number of first letters of a part by which a name can claim an address; initials are not enough."""
SHORTEST = 2
"""The number of letters of the shortest part that is no initial."""


class Holder(Enum):
    """The holder of an address, as seen from the wanted name; the value is the factor of the odds that it is the person's."""

    SAME = 1.0
    NAMESAKE = 0.25  # only a middle name tells them apart
    OTHER = 0.05
    UNNAMED = 4.0
    NOBODY = 0.0  # mail came back


class Holders:
    """The owners of known local parts."""

    def __init__(self, owners: Iterable[tuple[str, Name | None]] = (), bounced: Iterable[str] = ()) -> None:
        """`owners` are local parts, each with its owner's name if that is known. Mail to `bounced` came back."""
        self._bounced = frozenset(bounced)
        self._owners: dict[str, list[Name]] = {}
        for local, name in owners:
            self._owners.setdefault(local, []).extend([name] if name else [])
        self.local_parts = frozenset((*self._owners, *self._bounced))
        """All known local parts, including those that bounced."""

    def holder_of(self, local_part: str, name: Name) -> Holder | None:
        """Return the holder of a local part; None if the local part is not known."""
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
        """Return the local parts that samples have for this very name, under any of its spellings, sorted."""
        if self._words.isdisjoint(words_of(name)):
            return []  # the usual case
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
    """The numbering of a company: its first number, and the least number of digits."""

    start: int
    digits: int

    def next_free(self, stem: str, taken: Collection[str]) -> str:
        """Return the local part with the first number that is not taken."""
        number = self.start
        while (local := f"{stem}{number:0{self.digits}}") in taken:
            number += 1
        return local


def split_number(local_part: str) -> tuple[str, str]:
    """Return a local part without the number behind it, and the number; both empty if it has no collision number."""
    stem = local_part.rstrip("0123456789")
    number = local_part[len(stem) :]
    # Longer numbers are years, or staff numbers.
    return (stem, number) if stem[-1:].isalpha() and 0 < len(number) <= 2 else ("", "")


def numbering_of(numbers: Iterable[str]) -> Numbering | None:
    """Return the numbering that the numbers of samples show; None without numbers."""
    first = min(numbers, key=lambda number: (int(number), number), default="")
    return Numbering(min(int(first), 2), len(first)) if first else None


def moved_by_holders(
    chances: dict[str, float], none: float, name: Name, holders: Holders, numbering: Numbering | None
) -> tuple[dict[str, float], frozenset[str], Mapping[str, str]]:
    """Return the probabilities of a person's local parts, adjusted by their holders; `none` is that of all other local parts.

    The second value has the local parts that samples have for this very person, which get most of the probability. The third
    has, for variants with a number, the local part without it. An address of somebody else becomes almost impossible; its
    variant with a number, if the company uses numbers, gets the rest.
    """
    known = frozenset(holders.known_to_hold(name))
    met = sorted(holders.local_parts.intersection(chances))
    holder = {local: holders.holder_of(local, name) for local in met}
    taken = {local: each.value for local, each in holder.items() if each not in (None, Holder.SAME)}
    if not known and not taken:
        return chances, known, {}  # the usual case
    moved = {local: chance * taken.get(local, 1.0) for local, chance in chances.items()}
    stems: dict[str, str] = {}
    for local, odds in taken.items():
        if numbering and 0.0 < odds < 1.0 and chances[local] >= 0.001:
            variant = numbering.next_free(local, holders.local_parts)
            stems[variant] = local
            moved[variant] = moved.get(variant, 0.0) + chances[local] * (1.0 - odds)
    for local in known:
        moved.pop(local, None)
    scale = (1.0 - KNOWN_SHARE * bool(known)) / (math.fsum(moved.values()) + none)
    probabilities = {local: chance * scale for local, chance in moved.items()}
    probabilities |= dict.fromkeys(sorted(known), KNOWN_SHARE / max(len(known), 1))
    return probabilities, known, stems


def has_other_middle(name: Name, other: Name) -> bool:
    """Return whether two names contradict each other in a middle name or initial."""
    left, right = name.readings[0].middles, other.readings[0].middles
    return bool(left and right) and not any(
        first.startswith(second) or second.startswith(first) for first in left for second in right
    )


class Suspect(NamedTuple):
    """A sample whose address fits the name of another sample."""

    at: int
    """The place of the sample."""
    other: int
    """The sample whose name fits."""
    own: float
    """The probability of the address for the sample's own name."""
    claimed: float
    """The probability of the address for the name that it fits."""
    is_repaired: bool = False
    """Whether the other is suspect too, so that the address belongs to its name."""


def find_suspects(
    samples: Mapping[int, tuple[Name, str]],
    doubtful: Iterable[int],
    probabilities: Callable[[Name, Collection[str]], Mapping[str, float]],
) -> list[Suspect]:
    """Return the suspects among the doubtful samples, in their order; samples are names with local parts.

    `probabilities` returns those of local parts for a name; impossible ones may be left out. It is called once for each name
    that shares letters with a doubtful address, and once for each claimed address: the work does not grow with the square
    of the samples.
    """
    holders: dict[str, list[int]] = {}
    for at in doubtful:
        holders.setdefault(samples[at][1], []).append(at)
    # An address of more than ten people is shared.
    by_letters = _index(local for local, at in holders.items() if len(at) <= 10 and len(local) > CLAIM_LENGTH)
    best: dict[int, tuple[float, str, int]] = {}
    for other, (name, own_local) in samples.items():
        parts = (part for each in name.readings for part in (each.firsts, each.lasts, each.nicks))
        texts = (spelling.text for part in parts for spelling in part)
        heads = {text[:CLAIM_LENGTH] for text in texts if len(text) >= SHORTEST}
        claimed = {local for head in heads for local in by_letters.get(head, ())} - {own_local}
        for local, probability in (probabilities(name, claimed) if claimed else {}).items():
            for at in holders[local]:
                claim = (probability, name.written, other)
                least = (RATIO * 0.004,)  # people do choose addresses freely
                if claim > best.get(at, least) and not _may_be_same(samples[at][0], name):
                    best[at] = claim
    suspects: list[Suspect] = []
    for at, (probability, _, other) in sorted(best.items()):
        name, local = samples[at]
        own = probabilities(name, {local}).get(local, 0.0)
        if probability > RATIO * own:
            suspects.append(Suspect(at, other, own, probability))
    # A suspect of another address gets the one that its name makes most probable.
    given = {each.other: each.at for each in sorted(suspects, key=lambda each: (each.claimed, -each.at))}
    swapped = {given[each.at] for each in suspects if each.at in given}
    return [suspect._replace(is_repaired=suspect.at in swapped) for suspect in suspects]


def _index(local_parts: Iterable[str]) -> dict[str, list[str]]:
    """Return the local parts by each run of letters in them with which a name may begin."""
    index: dict[str, list[str]] = {}
    for local in local_parts:
        starts = range(len(local) - SHORTEST + 1)
        for run in {local[at : at + size] for size in range(SHORTEST, CLAIM_LENGTH + 1) for at in starts}:
            index.setdefault(run, []).append(local)
    return index


def _may_be_same(name: Name, other: Name) -> bool:
    """Return whether two names can be one person's, who may have two addresses, one of them misspelt: Jon, John."""
    left, right = name.readings[0], other.readings[0]
    is_close = _is_close(left.family, right.family) and _is_close(left.given, right.given)
    return is_close or name.written == other.written or is_namesake(name, other)


def _is_close(word: str, other: str) -> bool:
    """Return whether two words differ by one letter in five at most, or are equal up to the end of the shorter."""
    short, long = sorted((word.casefold(), other.casefold()), key=len)
    if not short:
        return not long
    return long.startswith(short) or distance(short, long) <= max(1, len(long) // 5)
