"""Beliefs: tables of probabilities for classes of names and domains, and what the samples of a domain make of them.

The prior is the belief before any sample. Its weights are those of `data/model.py`, fitted by benchmarks/fit.py. Every table
of the prior depends on a class, never on letters, so it is computed once for each class.
"""

import math
import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from operator import add, mul
from typing import NamedTuple

from guessmail.model import softmax
from guessmail.model.layout import Layout, Shape, Spellings, Tags, layout_of, spelling_pairs, template_of
from guessmail.names import Name
from guessmail.patterns.catalog import NONE, Catalog, PatternFeatures

_MIDDLE = re.compile(r"^\{m[^}]*\}[^{|]*|[^}]*\{m[^}]*\}")
"""A middle name in a pattern, with the literal before it, or else behind it."""
LEAST_WEIGHT = 0.001
"""A reading counts at least this much before its tags are weighed."""
UNEXPLAINED_SHARE = 0.02
"""The share of addresses that follow the prior, however sure samples make a pattern: clashes, renames, handles."""
MIDDLE_NAME_TRANSFER = 0.7
"""How much evidence for a pattern with a middle name counts for the same pattern without it; the data allow anything up to 1."""
_NO_SHIFTS: Mapping[str, float] = {}


class Prior:
    """The tables of a catalogue, for classes of names and domains."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.numbers = {form.text: number for number, form in enumerate(catalog.forms)}
        plain = {number: _MIDDLE.sub("", text) for text, number in self.numbers.items() if "{m" in text}
        self.without_middle = {at: self.numbers[text] for at, text in plain.items() if text in self.numbers}
        """By place of a pattern with a middle name: the place of the same pattern without it."""
        self._base = catalog.base()
        # Each instance has caches of its own in place of its methods.
        sizes = {"_vector": 1 << 10, "applying": 1 << 6, "domain_odds": 1 << 10, "_factors": 1 << 10}
        sizes |= {"expected": 1 << 11, "layout": 1 << 9, "_scores": 1 << 11, "tag_weight": 1 << 12}
        for method, size in sizes.items():
            setattr(self, method, lru_cache(maxsize=size)(getattr(self, method)))

    def applying(self, parts: Tags) -> Sequence[int]:
        """Return the places of the patterns that need no parts except these, "no pattern" last, as -1."""
        forms = self.catalog.forms
        return [*(number for number, form in enumerate(forms) if form.needs.issubset(parts)), -1]

    def odds(self, traits: Tags) -> Sequence[float]:
        """Return the factors that traits bring to the odds of all patterns, "no pattern" last."""
        vectors = [self._vector(trait) for trait in traits if trait in self.catalog.weights]
        sums = map(sum, zip(*vectors, strict=True)) if vectors else [0.0] * len(self._base)
        return list(map(math.exp, sums))

    def domain_odds(self, parts: Tags, traits: Tags, power: float) -> Sequence[float]:
        """Return a power of the odds of these patterns, "no pattern" last, at domains with these traits."""
        odds = list(map(mul, self.odds(traits), self._base))
        return [odds[number] ** power for number in self.applying(parts)]

    def _vector(self, trait: str) -> list[float]:
        """Return the terms that a trait adds to the log-odds of all patterns, "no pattern" last."""
        weights, forms = self.catalog.weights[trait], self.catalog.forms
        sums = [sum([weights.get(feature, 0.0) for feature in form.features]) for form in forms]
        return [*sums, weights.get(NONE, 0.0)]

    def own_odds(self, parts: Tags, own: Tags, power: float) -> Iterator[float]:
        """Yield a power of the factors that a name's own traits bring to the odds of these patterns, "no pattern" last."""
        rest, lengths = own[:-2], own[-2:]  # each has few values
        return map(mul, self._factors(parts, rest, power), self._factors(parts, lengths, power))

    def _factors(self, parts: Tags, traits: Tags, power: float) -> Sequence[float]:
        """Return a power of the factors that traits bring to the odds of these patterns, "no pattern" last."""
        odds = self.odds(traits)
        return [odds[number] ** power for number in self.applying(parts)]

    def patterns(self, parts: Tags, own: Tags, domain: Tags) -> list[float]:
        """Return the probabilities of the patterns that names with these parts can follow, "no pattern" last."""
        odds = list(map(mul, self.own_odds(parts, own, 1.0), self.domain_odds(parts, domain, 1.0)))
        return list(map(mul, odds, repeat(1.0 / sum(odds))))

    def expected(self, parts: Tags, own: Tags, domain: Tags) -> list[float]:
        """Return the probabilities of `patterns` by place in the catalogue, "no pattern" last."""
        expected = [0.0] * len(self._base)
        for number, chance in zip(self.applying(parts), self.patterns(parts, own, domain), strict=True):
            expected[number] = chance
        return expected

    def tag_weight(self, tag: str, own: Tags, domain: Tags) -> float:
        """Return the weight of a tag in the score of a reading."""
        weights = self.catalog.tags.get(tag, {})
        return math.fsum([weights.get(trait, 0.0) for trait in ("", *own, *domain)])

    def layout(self, shape: Shape) -> Layout:
        """Return the ways of readings of one shape."""
        forms = tuple([self.catalog.forms[number] for number in self.applying(shape.parts)[:-1]])
        return self.with_shares(layout_of(template_of(forms), shape), {})

    def with_shares(self, layout: Layout, shifts: Mapping[str, float]) -> Layout:
        """Return a layout with the probabilities of its spellings; `shifts` are added to the scores of tags."""
        shares: list[float] = []
        for spellings, alike, size in layout.groups:
            scored = self._scores(spellings)
            chances = softmax([score + sum([shifts.get(tag, 0.0) for tag in tags]) for tags, score in scored])
            for places in alike:
                shares += [sum([chances[place] for place in places])] * size
        return layout._replace(shares=shares)

    def _scores(self, spellings: Spellings) -> list[tuple[Tags, float]]:
        """Return the tags of each pair of spellings, and its score."""
        weights, unseen = self.catalog.tags, {"": -4.0}  # of a tag that no corpus shows
        return [
            (
                pair.tags,
                sum([weights.get(tag, unseen).get(feature, 0.0) for tag, feature in pair.features])
                - 0.7 * pair.later,  # by judgement
            )
            for pair in spelling_pairs(spellings)
        ]


class Adjustments(NamedTuple):
    """How samples adjust the tables of the prior."""

    power: float = 1.0
    """The power to which the odds of the prior are raised."""
    factors: Sequence[float] = ()
    """The factors of the odds of patterns, by place in the catalogue, "no pattern" last."""
    shares: Sequence[tuple[int, float]] = ()
    """The place of each pattern with votes, -1 for "no pattern", and its share of the votes. Without votes, only tags count."""
    trust: float = 0.0
    """The share of addresses that follow only these patterns."""
    tags: Mapping[str, float] = _NO_SHIFTS
    """The shifts of the log-odds of conventions, by tag."""


class Belief:
    """The tables of the prior for all domains with the same traits, or for one domain, adjusted by its samples."""

    def __init__(
        self,
        prior: Prior,
        traits: Tags,
        adjustments: Adjustments = Adjustments(),  # frozen
        induced: Sequence[tuple[PatternFeatures, float]] = (),
    ) -> None:
        """`induced` are the patterns outside the catalogue that samples suggest, with their probabilities."""
        self.prior, self.traits = prior, traits
        self._adjustments, self._induced = adjustments, induced
        self._tables: dict[Tags, tuple[array[float], list[tuple[int, float]]]] = {}
        """By the parts of names: the odds of their patterns, "no pattern" last, and the shares of the patterns that samples show."""
        self._layouts: dict[Shape, Sequence[Layout]] = {}

    def readings(self, name: Name) -> Sequence[float]:
        """Return the probability of each reading of a name."""
        if len(name.readings) == 1:
            return (1.0,)
        weight, shifts = self.prior.tag_weight, self._adjustments.tags
        return softmax(
            [
                math.log(max(reading.weight, LEAST_WEIGHT))
                + sum([weight(tag, name.traits, self.traits) + shifts.get(tag, 0.0) for tag in reading.tags])
                for reading in name.readings
            ]
        )

    def patterns(self, parts: Tags, own: Tags) -> Sequence[Sequence[float]]:
        """Return the probabilities of the patterns that a name with these parts and traits can follow, by layout of `layouts`.

        The last one of each layout is that of "no pattern".
        """
        chances = self.prior.patterns(parts, own, self.traits)
        if self._adjustments.shares:
            chances = self._mixed(chances, parts, own)
        induced = [mass for form, mass in self._induced if form.needs.issubset(parts)]
        if not induced:
            return (chances,)
        left = 1.0 - math.fsum(induced)
        return [left * chance for chance in chances], [*induced, 0.0]

    def layouts(self, shape: Shape) -> Sequence[Layout]:
        """Return the layouts of readings of a shape, one for each group of `patterns`."""
        own, shifts = self.prior.layout(shape), self._adjustments.tags
        if not (shifts or self._induced):
            return (own,)
        # Not by lru_cache: a circle of references would keep every belief in memory.
        if (found := self._layouts.get(shape)) is None:
            if not shifts.keys().isdisjoint(chain.from_iterable((*shape.given, *shape.family))):
                own = self.prior.with_shares(own, shifts)
            found = (own,)
            if induced := tuple([form for form, _ in self._induced if form.needs.issubset(shape.parts)]):
                found = (own, self.prior.with_shares(layout_of(template_of(induced), shape), shifts))
            self._layouts[shape] = found
        return found

    def _mixed(self, before: Sequence[float], parts: Tags, own: Tags) -> list[float]:
        """Return a mixture of the probabilities as samples adjust them, as samples show them, and as `before`."""
        adjustments = self._adjustments
        if (tables := self._tables.get(parts)) is None:
            odds = self.prior.domain_odds(parts, self.traits, adjustments.power)
            numbers = self.prior.applying(parts)
            moved = map(mul, odds, [adjustments.factors[number] for number in numbers])
            tables = self._tables[parts] = array("d", moved), self._shown(numbers)
        domain_odds, shown = tables
        odds = list(map(mul, self.prior.own_odds(parts, own, adjustments.power), domain_odds))
        of_shown = (1.0 - UNEXPLAINED_SHARE) * adjustments.trust
        scale = (1.0 - UNEXPLAINED_SHARE - of_shown * math.fsum([share for _, share in shown])) / sum(odds)
        unexplained = map(mul, before, repeat(UNEXPLAINED_SHARE))
        mixed = list(map(add, map(mul, odds, repeat(scale)), unexplained))
        for place, share in shown:
            mixed[place] += of_shown * share
        return mixed

    def _shown(self, numbers: Sequence[int]) -> list[tuple[int, float]]:
        """Return the shares of these patterns, by place; a pattern whose middle name is missing counts for the same without it."""
        found = []
        for number, share in self._adjustments.shares:
            if number in numbers:
                found.append((numbers.index(number), share))
            elif (plain := self.prior.without_middle.get(number)) in numbers:
                found.append((numbers.index(plain), MIDDLE_NAME_TRANSFER * share))
        return found
