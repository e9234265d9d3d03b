"""Samples as the prior sees them, before any of them is believed."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import mul
from typing import NamedTuple

from guessmail.model.belief import Belief
from guessmail.model.derivations import Derivations
from guessmail.model.spellings import Tags
from guessmail.model.traits import class_of
from guessmail.names import Name
from guessmail.patterns.catalog import Form

__all__ = ["Choice", "Match", "Witness", "witness_of"]

MOST_OPEN = 0.999
LEAST_OPEN = {"order=family-first": 0.15}
"""A name that leaves less doubt about its order says nothing of how a company writes those that leave more."""


class Match(NamedTuple):
    """A way that renders a sample's address."""

    pattern: int
    """Its place in the catalogue."""
    probability: float
    tags: Tags


class Choice(NamedTuple):
    """A convention that a sample's name leaves open."""

    tag: str
    pattern: int
    expected: float
    """How probable the tag was before any sample, given the pattern."""


class Witness(NamedTuple):
    """A sample as the prior sees it."""

    hits: Sequence[Match]
    expected: Sequence[float]
    """How probable each pattern was, "no pattern" last."""
    choices: Sequence[Choice]
    weight: float


def witness_of(name: Name, local_part: str, belief: Belief, weight: float = 1.0) -> Witness:
    """Return what the prior says of a sample; `belief` is that of its domain before any sample."""
    ways = Derivations(name, belief)
    numbers = belief.prior.numbers
    found = list(ways.of_local_part(local_part))
    hits = [Match(numbers[way.form], way.probability, way.tags) for way in found]
    tables = [
        belief.prior.expected(shape.parts, class_of(name, reading, belief.traits), belief.traits)
        for shape, reading in zip(ways.shapes, name.readings, strict=True)
    ]
    expected = tables[0] if len(tables) == 1 else _mixed(belief.readings(name), tables)
    return Witness(hits, expected, list(_choices(ways, {way.form for way in found}, numbers)), weight)


def _mixed(weights: Sequence[float], tables: Sequence[Sequence[float]]) -> Sequence[float]:
    """Return the mean of tables."""
    return [math.fsum(map(mul, weights, column)) for column in zip(*tables, strict=True)]


def _choices(ways: Derivations, forms: Iterable[Form], numbers: Mapping[Form, int]) -> Iterator[Choice]:
    """Yield the conventions that a name leaves open where the address is made by one of these patterns."""
    if not ways.has_choice:
        return  # as for most names
    for form in forms:
        masses: dict[str, float] = defaultdict(float)
        total = 0.0
        for probability, tags in ways.made_by(form):
            total += probability
            for tag in tags:
                masses[tag] += probability
        for tag, mass in masses.items():
            if LEAST_OPEN.get(tag, 0.0) * total <= mass < MOST_OPEN * total:
                yield Choice(tag, numbers[form], mass / total)
