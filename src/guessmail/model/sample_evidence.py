"""Samples as the prior sees them, before any of them is believed."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import mul
from typing import NamedTuple

from guessmail.model.belief import Belief
from guessmail.model.derivations import Derivations
from guessmail.model.layout import Tags
from guessmail.model.traits import class_of
from guessmail.names import Name
from guessmail.patterns.catalog import PatternFeatures

__all__ = ["Match", "OpenConvention", "SampleEvidence", "evidence_of"]

MOST_OPEN = 0.999
LEAST_OPEN = {"order=family-first": 0.15}
"""A name that leaves less doubt about its order is no evidence for how a company writes those that leave more."""


class Match(NamedTuple):
    """A derivation of a sample's address."""

    pattern: int
    """The place of the pattern in the catalogue."""
    probability: float
    tags: Tags


class OpenConvention(NamedTuple):
    """A convention that a sample's name leaves open."""

    tag: str
    pattern: int
    expected: float
    """The probability of the tag before any sample, given the pattern."""


class SampleEvidence(NamedTuple):
    """A sample as the prior sees it."""

    matches: Sequence[Match]
    expected: Sequence[float]
    """The probability of each pattern, "no pattern" last."""
    conventions: Sequence[OpenConvention]
    weight: float


def evidence_of(name: Name, local_part: str, belief: Belief, weight: float = 1.0) -> SampleEvidence:
    """Return a sample as the prior sees it; `belief` is that of its domain before any sample."""
    derivations = Derivations(name, belief)
    numbers = belief.prior.numbers
    found = list(derivations.of_local_part(local_part))
    matches = [Match(numbers[one.form], one.probability, one.tags) for one in found]
    tables = [
        belief.prior.expected(shape.parts, class_of(name, reading, belief.traits), belief.traits)
        for shape, reading in zip(derivations.shapes, name.readings, strict=True)
    ]
    expected: Sequence[float] = tables[0]
    if len(tables) > 1:
        weights = belief.readings(name)
        expected = [math.fsum(map(mul, weights, column)) for column in zip(*tables, strict=True)]
    conventions = _open_conventions(derivations, {one.form for one in found}, numbers)
    return SampleEvidence(matches, expected, list(conventions), weight)


def _open_conventions(
    derivations: Derivations, forms: Iterable[PatternFeatures], numbers: Mapping[PatternFeatures, int]
) -> Iterator[OpenConvention]:
    """Yield the conventions that a name leaves open where the address is made by one of these patterns."""
    if not derivations.has_choice:
        return  # as for most names
    for form in forms:
        masses: dict[str, float] = defaultdict(float)
        total = 0.0
        for probability, tags in derivations.made_by(form):
            total += probability
            for tag in tags:
                masses[tag] += probability
        for tag, mass in masses.items():
            if LEAST_OPEN.get(tag, 0.0) * total <= mass < MOST_OPEN * total:
                yield OpenConvention(tag, numbers[form], mass / total)
