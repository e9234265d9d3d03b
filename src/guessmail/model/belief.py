"""Beliefs about a domain: the tables of the prior, as the samples of the domain adjust them."""

import math
from array import array
from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from operator import add, mul
from typing import NamedTuple

from guessmail.model import softmax
from guessmail.model.layout import Layout, Shape, Tags, layout_of, template_of
from guessmail.model.prior import LEAST_WEIGHT, Prior
from guessmail.names import Name
from guessmail.patterns.catalog import PatternFeatures

UNEXPLAINED_SHARE = 0.02
"""The share of addresses that follow the prior, however sure samples make a pattern: clashes, renames, handles."""
MIDDLE_NAME_TRANSFER = 0.7
"""How much evidence for a pattern with a middle name counts for the same pattern without it; the data allow anything up to 1."""
_NO_SHIFTS: Mapping[str, float] = {}


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
            if induced := [form for form, _ in self._induced if form.needs.issubset(shape.parts)]:
                found = (own, self.prior.with_shares(layout_of(template_of(induced), shape), shifts))
            self._layouts[shape] = found
        return found

    def _mixed(self, before: Sequence[float], parts: Tags, own: Tags) -> list[float]:
        """Return a mixture of the probabilities as samples adjust them, as samples show them, and as `before`."""
        adjustments, applying = self._adjustments, self.prior.applying(parts)
        if (tables := self._tables.get(parts)) is None:
            odds = self.prior.domain_odds(parts, self.traits, adjustments.power)
            moved = map(mul, odds, applying.pick(adjustments.factors))
            tables = self._tables[parts] = array("d", moved), self._shown(applying.numbers)
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
            if number == -1:
                found.append((-1, share))
            elif number in numbers:
                found.append((numbers.index(number), share))
            elif (plain := self.prior.without_middle.get(number)) in numbers:
                found.append((numbers.index(plain), MIDDLE_NAME_TRANSFER * share))
        return found
