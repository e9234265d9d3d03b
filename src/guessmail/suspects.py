"""Samples whose address is more probably somebody else's: two that were swapped, or one that went astray.

A sample is suspect where the name of another sample gives its address far more probability than its own name does, though
that person's own address is another one. Where the person is suspect too, the address goes to the name that it fits;
one alone is set aside.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from guessmail.holders import is_misspelt
from guessmail.names import Name
from guessmail.namesakes import is_namesake

__all__ = ["Holding", "Suspect", "find_suspects"]

RATIO = 20.0
"""So many times the probability that its own name gives an address makes another name the likelier owner."""
LEAST_PROBABILITY = 0.004
"""What the own name gives an address counts as this much at least: people do choose addresses freely."""
MOST_HOLDERS = 10
"""An address that more samples than this hold is nobody's."""


class Holding(NamedTuple):
    """A sample, as far as it matters here."""

    name: Name
    local_part: str
    possible: Collection[str]
    """The local parts that the name can lead to."""


class Suspect(NamedTuple):
    """A sample whose address fits the name of another one."""

    at: int
    """Which sample."""
    claimant: int
    """The sample whose name fits."""
    own: float
    """The probability of the address for the name that it stands beside, …"""
    claimed: float
    """… and for the name that it fits."""
    is_repaired: bool
    """Whether the claimant is suspect too, so that the address is the claimant's."""


def find_suspects(
    holdings: Sequence[Holding],
    doubtful: Iterable[int],
    probabilities: Callable[[int, Collection[str]], Mapping[str, float]],
) -> list[Suspect]:
    """Return the suspects among the doubtful samples, in their order.

    `probabilities(at, local_parts)` tells what the name of a sample gives to some local parts. It is asked once for each
    doubtful sample and for each that can claim the address of one: no work grows with the square of the samples.
    """
    holders: dict[str, list[int]] = {}
    for at in doubtful:
        holders.setdefault(holdings[at].local_part, []).append(at)
    wanted = {local for local, held in holders.items() if len(held) <= MOST_HOLDERS}
    best: dict[int, tuple[float, str, int]] = {}
    for claimant, holding in enumerate(holdings):
        claimed = wanted.intersection(holding.possible)
        claimed.discard(holding.local_part)
        if not claimed:
            continue
        for local, probability in probabilities(claimant, claimed).items():
            for at in holders[local]:
                claim = (probability, holding.name.written, claimant)
                if claim > best.get(at, (0.0,)) and not _is_same(holdings[at].name, holding.name):
                    best[at] = claim
    found: dict[int, tuple[float, float, int]] = {}
    for at, (probability, _, claimant) in best.items():
        local = holdings[at].local_part
        own = probabilities(at, {local}).get(local, 0.0)
        if probability > RATIO * max(own, LEAST_PROBABILITY):
            found[at] = (own, probability, claimant)
    paired = _pairs(found)
    return [Suspect(at, found[at][2], *found[at][:2], at in paired) for at in sorted(found)]


def _pairs(found: Mapping[int, tuple[float, float, int]]) -> set[int]:
    """Return the suspects whose claimant is suspect and claims no other address with more right."""
    taken: dict[int, int] = {}
    for at, (_, probability, claimant) in found.items():
        rival = taken.get(claimant)
        if claimant in found and (rival is None or (probability, -at) > (found[rival][1], -rival)):
            taken[claimant] = at
    return set(taken.values())


def _is_same(one: Name, other: Name) -> bool:
    """Tell whether two names can be one person's, who may well have two addresses."""
    return one.written == other.written or is_namesake(one, other) or is_misspelt(one, other)
