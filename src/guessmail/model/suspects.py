"""Samples whose address is more probably somebody else's: two addresses were swapped, or one has a wrong name.

A sample is suspect if the name of another sample makes its address far more probable than its own name does, although
that person has another address. If the other sample is suspect too, the address goes to the name that it fits; else the
sample is set aside.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from guessmail.model.holders import is_misspelt
from guessmail.names import Name
from guessmail.names.namesakes import is_namesake

RATIO = 20.0
"""The ratio of the probabilities of an address for another name and for its own from which the other is the likelier owner."""
LEAST_PROBABILITY = 0.004
"""The least probability of an address for its own name: people do choose addresses freely."""
MOST_HOLDERS = 10
"""The most samples with an address; an address with more is shared."""
CLAIM_LENGTH = 3
"""The number of first letters of a part by which a name can claim an address; initials are not enough."""
SHORTEST = 2
"""The number of letters of the shortest part that is no initial."""


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
    is_repaired: bool
    """Whether the other is suspect too, so that the address belongs to its name."""


Probabilities = Callable[[Name, Collection[str]], Mapping[str, float]]
"""Returns the probabilities of local parts for a name; impossible ones may be left out."""


def find_suspects(
    samples: Mapping[int, tuple[Name, str]], doubtful: Iterable[int], probabilities: Probabilities
) -> list[Suspect]:
    """Return the suspects among the doubtful samples, in their order; samples are names with local parts.

    `probabilities` is called once for each name that shares letters with a doubtful address, and once for each claimed
    address, so that the work does not grow with the square of the samples.
    """
    holders: dict[str, list[int]] = {}
    for at in doubtful:
        if len(local := samples[at][1]) > CLAIM_LENGTH:
            holders.setdefault(local, []).append(at)
    by_letters = _index(local for local, places in holders.items() if len(places) <= MOST_HOLDERS)
    best: dict[int, tuple[float, str, int]] = {}
    for other, (name, own_local) in samples.items():
        spellings = (
            spelling for each in name.readings for spelling in (*each.firsts, *each.lasts, *each.nicks)
        )
        heads = {spelling.text[:CLAIM_LENGTH] for spelling in spellings if len(spelling.text) >= SHORTEST}
        claimed = {local for head in heads for local in by_letters.get(head, ())} - {own_local}
        for local, probability in (probabilities(name, claimed) if claimed else {}).items():
            for at in holders[local]:
                claim = (probability, name.written, other)
                if claim > best.get(at, (0.0,)) and not _may_be_same(samples[at][0], name):
                    best[at] = claim
    found: dict[int, tuple[float, float, int]] = {}
    for at, (probability, _, other) in best.items():
        if probability > RATIO * LEAST_PROBABILITY:
            name, local = samples[at]
            own = probabilities(name, {local}).get(local, 0.0)
            if probability > RATIO * own:
                found[at] = (own, probability, other)
    paired = _pairs(found)
    return [
        Suspect(at, other, own, claimed, at in paired) for at, (own, claimed, other) in sorted(found.items())
    ]


def _index(local_parts: Iterable[str]) -> dict[str, list[str]]:
    """Return the local parts by each run of letters in them with which a name may begin."""
    index: dict[str, list[str]] = {}
    for local in local_parts:
        starts = range(len(local) - SHORTEST + 1)
        for run in {local[at : at + size] for size in range(SHORTEST, CLAIM_LENGTH + 1) for at in starts}:
            index.setdefault(run, []).append(local)
    return index


def _pairs(found: Mapping[int, tuple[float, float, int]]) -> set[int]:
    """Return the suspects whose other sample is suspect too, and claims no other address with a higher probability."""
    taken: dict[int, int] = {}
    for at, (_, probability, other) in sorted(found.items()):
        rival = taken.get(other)
        if other in found and (rival is None or probability > found[rival][1]):
            taken[other] = at
    return set(taken.values())


def _may_be_same(name: Name, other: Name) -> bool:
    """Return whether two names can be one person's, who may have two addresses."""
    return name.written == other.written or is_namesake(name, other) or is_misspelt(name, other)
