"""What is believed before any sample: a table of probabilities for each class of names and domains.

The weights are those of `data/model.py`, fitted by benchmarks/fit.py. Every table depends on a class, never on letters,
so it is made once a class and kept.
"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import product
from operator import mul
from typing import NamedTuple, Protocol

from guessmail.model.layout import Choices, Layout, Patterns, Tags, by_group, layout_of
from guessmail.model.traits import length_traits
from guessmail.names import Name, Reading
from guessmail.patterns.catalog import NONE, Catalog, Form, Use

__all__ = [
    "ALL_INITIALS",
    "LEAST_WEIGHT",
    "Prior",
    "Spelled",
    "Tables",
    "class_of",
    "softmax",
    "spelling_pairs",
]  # fmt: skip

UNSEEN = {"": -4.0}
"""The weight of a tag that no corpus shows."""
LATER = 0.7
"""Of spellings with the same tags each next one is so much less probable, as a logarithm; by judgement."""
LEAST_WEIGHT = 0.001
"""A reading counts at least this much before its tags are weighed."""

ALL_INITIALS: Tags = ("initials=all",)


class Spelled(NamedTuple):
    """A way to spell both parts, with its probability: the places of the spellings."""

    given: int
    family: int
    probability: float


class Tables(Protocol):
    """The tables of a domain."""

    def readings(self, name: Name) -> Sequence[float]:
        """Return the probability of each reading of a name."""
        ...

    def patterns(self, name: Name, reading: Reading) -> Sequence[Patterns]:
        """Return the patterns that a reading can follow: those of the catalogue, then those that samples induce."""
        ...

    def spellings(
        self, given: tuple[Tags, ...], family: tuple[Tags, ...], by_given: Use, by_family: Use
    ) -> Sequence[Spelled]:
        """Return the ways to spell parts with these tags, for patterns that use the parts so."""
        ...


def class_of(name: Name, reading: Reading) -> Tags:
    """Return the traits of a name, read in one way."""
    return (*name.traits, *length_traits(reading))


def _without_middle(forms: Sequence[Form]) -> dict[int, int]:
    """Return, by place of a pattern with a middle name, the place of the same without."""
    places = {form.pattern: place for place, form in enumerate(forms)}
    return {
        place: places[plain]
        for place, form in enumerate(forms)
        if (plain := form.pattern.without("middle")) != form.pattern and plain in places
    }


class Prior:
    """The tables of a catalogue. Domains bring their traits along."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.numbers = {form: number for number, form in enumerate(catalog.forms)}
        self.without_middle = _without_middle(catalog.forms)
        self._shares = catalog.shares()
        self._by_trait: dict[str, list[float]] = {}
        self.layout = lru_cache(maxsize=64)(self._layout)
        self.odds = lru_cache(maxsize=1 << 12)(self._odds)
        self.chances = lru_cache(maxsize=1 << 13)(self._chances)
        self.tag_weight = lru_cache(maxsize=1 << 12)(self._tag_weight)
        self.pairs = lru_cache(maxsize=1 << 11)(self._pairs)
        self.spellings = lru_cache(maxsize=1 << 11)(self._spellings)

    def _layout(self, parts: Tags, choices: Choices) -> Layout:
        return layout_of(self.catalog.forms, parts, choices)

    def _odds(self, traits: Tags) -> list[float]:
        """Return what traits multiply the odds of all patterns with, and those of "no pattern" behind them."""
        vectors = [self._vector(trait) for trait in traits if trait in self.catalog.weights]
        return [math.exp(math.fsum(column)) for column in zip(*vectors, strict=True)] or [1.0] * len(
            self._shares
        )

    def _vector(self, trait: str) -> list[float]:
        if (vector := self._by_trait.get(trait)) is None:
            weights = self.catalog.weights[trait]
            vector = [
                sum([weights.get(feature, 0.0) for feature in form.features]) for form in self.catalog.forms
            ]
            self._by_trait[trait] = vector = [*vector, weights.get(NONE, 0.0)]
        return vector

    def _chances(self, parts: Tags, choices: Choices, own: Tags, domain: Tags) -> Patterns:
        """Return the probabilities of a layout's patterns for a class of names and domains."""
        layout = self.layout(parts, choices)
        odds = list(map(mul, map(mul, self.odds(own), self.odds(domain)), self._shares))
        chosen = [*map(odds.__getitem__, layout.numbers), odds[-1]]
        total = math.fsum(chosen)
        return by_group(layout, [one / total for one in chosen])

    def _tag_weight(self, tag: str, own: Tags, domain: Tags) -> float:
        """Return what a tag of a reading adds to its score."""
        weights = self.catalog.tags.get(tag, {})
        return math.fsum([weights.get(trait, 0.0) for trait in ("", *own, *domain)])

    def _pairs(
        self, given: tuple[Tags, ...], family: tuple[Tags, ...], by_given: Use, by_family: Use
    ) -> list[tuple[int, int, Tags, float]]:
        """Return the ways to spell both parts, with their tags and scores."""
        weights = self.catalog.tags
        return [
            (
                pair.given,
                pair.family,
                pair.tags,
                sum([weights.get(tag, UNSEEN).get(feature, 0.0) for tag, feature in pair.features])
                - LATER * pair.later,
            )
            for pair in spelling_pairs(given, family, by_given, by_family)
        ]

    def _spellings(
        self, given: tuple[Tags, ...], family: tuple[Tags, ...], by_given: Use, by_family: Use
    ) -> list[Spelled]:
        return self.moved_spellings(given, family, by_given, by_family, {})

    def moved_spellings(
        self,
        given: tuple[Tags, ...],
        family: tuple[Tags, ...],
        by_given: Use,
        by_family: Use,
        shifts: Mapping[str, float],
    ) -> list[Spelled]:
        """Return the ways to spell parts with these tags; `shifts` are added to the scores of tags."""
        pairs = self.pairs(given, family, by_given, by_family)
        scores = [score + sum([shifts.get(tag, 0.0) for tag in tags]) for *_, tags, score in pairs]
        return [
            Spelled(first, last, chance)
            for (first, last, *_), chance in zip(pairs, softmax(scores), strict=True)
        ]


class Pair(NamedTuple):
    """A spelling of the given name and one of the family name."""

    given: int
    family: int
    tags: Tags
    features: tuple[tuple[str, str], ...]
    """Each tag alone, and with how the pattern uses its part: what weights are given for."""
    later: int
    """How many spellings with the same tags stand before these: Robert before Bogdan for Bob."""


def spelling_pairs(
    given: Sequence[Tags], family: Sequence[Tags], by_given: Use, by_family: Use
) -> list[Pair]:
    """Return which spellings of both parts go together; a part that is not used has one, the first.

    Who writes Jürgen as `jurgen` writes Müller as `muller`: a choice that both parts leave is made once.
    """
    firsts = _spellings_for(given, by_given)
    lasts = _spellings_for(family, by_family)
    shared = {tag for _, tags, _ in firsts for tag in tags} & {tag for _, tags, _ in lasts for tag in tags}
    uses = f"given={by_given.name.lower()}", f"family={by_family.name.lower()}"
    pairs = []
    for (first, ones, early), (last, others, soon) in product(firsts, lasts):
        if not shared or shared.intersection(ones) == shared.intersection(others):
            rest = [tag for tag in others if tag not in ones]
            features = [
                *((tag, use) for tag in ones for use in ("", uses[0])),
                *((tag, use) for tag in rest for use in ("", uses[1])),
            ]
            pairs.append(Pair(first, last, (*ones, *rest), tuple(features), early + soon))
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


def softmax(scores: Sequence[float]) -> list[float]:
    """Return the probabilities of choices with these scores."""
    top = max(scores)
    masses = [math.exp(score - top) for score in scores]
    total = math.fsum(masses)
    return [mass / total for mass in masses]
