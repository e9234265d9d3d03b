"""What is believed about a domain: the prior's tables, and these as the domain's samples move them."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from guessmail.model.layout import Choices, Patterns, Tags, by_group, choices_of, layout_of, parts_of
from guessmail.model.prior import LEAST_WEIGHT, Prior, Spelled, class_of, softmax
from guessmail.names import Name, Reading
from guessmail.patterns.catalog import Form, Use

__all__ = ["ROOM", "Belief", "Induced", "MovedBelief", "Moves"]

ROOM = 0.02
"""However sure samples make a pattern, so many addresses are made as if nothing were known: clashes, renames, handles."""
ALIKE = 0.7
"""So far is a pattern with a middle name one for the same without; the corpora tell this apart neither from 1 nor from less."""
_NOTHING: Mapping[str, float] = {}


class Induced(NamedTuple):
    """A pattern outside the catalogue that the samples of the domain suggest."""

    form: Form
    probability: float


class Moves(NamedTuple):
    """How samples move the tables of the prior."""

    power: float = 1.0
    """To what power the prior still counts."""
    patterns: Sequence[float] = ()
    """What is added to the logarithms of the probabilities of patterns, by place in the catalogue."""
    shares: Sequence[float] = ()
    """How the samples' votes are shared among the patterns, "no pattern" last."""
    trust: float = 0.0
    """The share of addresses that are made by just these."""
    tags: Mapping[str, float] = _NOTHING
    """What is added to the logarithms of the odds of conventions."""


class Belief:
    """The prior's tables for domains with the same traits."""

    def __init__(self, prior: Prior, traits: Tags) -> None:
        self.prior, self.traits = prior, traits
        self._tags = _NOTHING

    def readings(self, name: Name) -> Sequence[float]:
        """Return the probability of each reading of a name."""
        if len(name.readings) == 1:
            return (1.0,)
        weight, shifts = self.prior.tag_weight, self._tags
        return softmax(
            [
                math.log(max(reading.weight, LEAST_WEIGHT))
                + sum([weight(tag, name.traits, self.traits) + shifts.get(tag, 0.0) for tag in reading.tags])
                for reading in name.readings
            ]
        )

    def patterns(self, name: Name, reading: Reading) -> Sequence[Patterns]:
        """Return the patterns that a reading can follow with their probabilities."""
        return (
            self.prior.chances(parts_of(reading), choices_of(reading), class_of(name, reading), self.traits),
        )

    def spellings(
        self, given: tuple[Tags, ...], family: tuple[Tags, ...], by_given: Use, by_family: Use
    ) -> Sequence[Spelled]:
        """Return the ways to spell parts with these tags, for patterns that use the parts so."""
        return self.prior.spellings(given, family, by_given, by_family)


class MovedBelief(Belief):
    """The tables of one domain, moved by its samples; tables are made once a class of names."""

    def __init__(self, prior: Prior, traits: Tags, moves: Moves, induced: Sequence[Induced] = ()) -> None:
        super().__init__(prior, traits)
        self._tags = moves.tags
        self._moves, self._induced = moves, induced
        self._table = lru_cache(maxsize=256)(self._moved)
        self._spelled = lru_cache(maxsize=256)(self._spellings)

    def patterns(self, name: Name, reading: Reading) -> Sequence[Patterns]:
        """Return the patterns of the catalogue, then those that samples induce."""
        return self._table(parts_of(reading), choices_of(reading), class_of(name, reading))

    def _moved(self, parts: Tags, choices: Choices, own: Tags) -> Sequence[Patterns]:
        layout = self.prior.layout(parts, choices)
        before = self.prior.chances(parts, choices, own, self.traits).flat
        chances = self._mixed(layout.numbers, before) if self._moves.patterns else before
        if not self._induced:
            return (by_group(layout, chances),)
        induced = layout_of([one.form for one in self._induced], parts, choices)
        masses = [self._induced[number].probability for number in induced.numbers]
        left = 1.0 - math.fsum(masses)
        return by_group(layout, [left * one for one in chances]), by_group(induced, [*masses, 0.0])

    def _mixed(self, numbers: Sequence[int], before: Sequence[float]) -> Sequence[float]:
        """Return the probabilities of these patterns, "no pattern" last: moved, as samples show them, and as before."""
        power, shifts, shares, trust, _ = self._moves
        moved = softmax(
            [
                power * math.log(one) + shift
                for one, shift in zip(before, (*map(shifts.__getitem__, numbers), 0.0), strict=True)
            ]
        )
        shown = self._shown(numbers, shares)
        by_shares = (1.0 - ROOM) * trust
        by_moves = 1.0 - ROOM - by_shares * math.fsum(shown)
        return [
            by_moves * one + by_shares * share + ROOM * other
            for one, share, other in zip(moved, shown, before, strict=True)
        ]

    def _shown(self, numbers: Sequence[int], shares: Sequence[float]) -> list[float]:
        """Return the shares of these patterns, "no pattern" last; who has no middle name is written without one."""
        found = dict.fromkeys(numbers, 0.0)
        for number, share in enumerate(shares[:-1]):
            if share:
                place = number if number in found else self.prior.without_middle.get(number)
                if place in found:
                    found[place] += share if place == number else ALIKE * share
        return [*found.values(), shares[-1]]

    def spellings(
        self, given: tuple[Tags, ...], family: tuple[Tags, ...], by_given: Use, by_family: Use
    ) -> Sequence[Spelled]:
        """Return the ways to spell parts with these tags, for patterns that use the parts so."""
        if self._tags:
            return self._spelled(given, family, by_given, by_family)
        return self.prior.spellings(given, family, by_given, by_family)

    def _spellings(
        self, given: tuple[Tags, ...], family: tuple[Tags, ...], by_given: Use, by_family: Use
    ) -> Sequence[Spelled]:
        return self.prior.moved_spellings(given, family, by_given, by_family, self._tags)
