"""Which spellings of a given and of a family name go together, and what the weights of the model say of them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from guessmail.patterns.catalog import Use

__all__ = ["ALL_INITIALS", "Pair", "Spellings", "Tags", "spelling_pairs"]

Tags = tuple[str, ...]

ALL_INITIALS: Tags = ("initials=all",)


class Pair(NamedTuple):
    """A spelling of the given name and one of the family name: their places."""

    given: int
    family: int
    tags: Tags
    features: tuple[tuple[str, str], ...]
    """Each tag alone, and with how the pattern uses its part: what weights are given for."""
    later: int
    """How many spellings with the same tags stand before these: Robert before Bogdan for Bob."""


class Spellings(NamedTuple):
    """The tags of the spellings of both parts, and how a pattern uses the parts."""

    given: tuple[Tags, ...]
    family: tuple[Tags, ...]
    by_given: Use
    by_family: Use


@lru_cache(maxsize=1 << 11)
def spelling_pairs(
    given: tuple[Tags, ...], family: tuple[Tags, ...], by_given: Use, by_family: Use
) -> Sequence[Pair]:
    """Return which spellings of both parts go together; a part that is not used has one, the first.

    Who writes Jürgen as `jurgen` writes Müller as `muller`: a choice that both parts leave is made once.
    """
    firsts = _spellings_for(given, by_given)
    lasts = _spellings_for(family, by_family)
    shared = {tag for _, tags, _ in firsts for tag in tags} & {tag for _, tags, _ in lasts for tag in tags}
    uses = f"given={by_given.name.lower()}", f"family={by_family.name.lower()}"
    pairs = []
    for first, ones, early in firsts:
        choice = shared.intersection(ones)
        features = [(tag, use) for tag in ones for use in ("", uses[0])]
        for last, others, soon in lasts:
            if shared and choice != shared.intersection(others):
                continue
            rest = [tag for tag in others if tag not in ones]
            more = [(tag, use) for tag in rest for use in ("", uses[1])]
            pairs.append(Pair(first, last, (*ones, *rest), (*features, *more), early + soon))
    return pairs


def _spellings_for(spellings: Sequence[Tags], use: Use) -> list[tuple[int, Tags, int]]:
    """Return the spellings that a pattern may use, each with how many of the same tags stand before it.

    All initials of a given name serve for an initial alone.
    """
    if use is Use.UNUSED:
        return [(0, (), 0)]
    return [
        (at, tags, spellings[:at].count(tags))
        for at, tags in enumerate(spellings)
        if tags != ALL_INITIALS or use is Use.INITIAL
    ]
