"""What is believed about a domain: the prior's tables, and these as the domain's samples move them."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import mul
from typing import NamedTuple

from guessmail.model.layout import Layout, Shape, layout_of, template_of
from guessmail.model.prior import LEAST_WEIGHT, Patterns, Prior, softmax
from guessmail.model.spellings import Tags
from guessmail.names import Name
from guessmail.patterns.catalog import Form

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


class Moves:
    """How samples move the tables of the prior."""

    def __init__(
        self,
        power: float = 1.0,
        patterns: Sequence[float] = (),
        shares: Sequence[tuple[int, float]] = (),
        trust: float = 0.0,
        tags: Mapping[str, float] = _NOTHING,
    ) -> None:
        self.power = power
        """To what power the prior still counts."""
        self.patterns = patterns
        """What is added to the logarithms of the probabilities of patterns, by place in the catalogue."""
        self.shares = shares
        """How the samples' votes are shared among the patterns, by place; that of "no pattern" is -1."""
        self.trust = trust
        """The share of addresses that are made by just these."""
        self.tags = tags
        """What is added to the logarithms of the odds of conventions."""
        self._factors: dict[Tags, list[float]] = {}

    def factors(self, parts: Tags, numbers: Sequence[int]) -> list[float]:
        """Return what the odds of the patterns of names with these parts are multiplied with, "no pattern" last."""
        if (found := self._factors.get(parts)) is None:
            found = self._factors[parts] = [*[math.exp(self.patterns[number]) for number in numbers], 1.0]
        return found


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

    def patterns(self, parts: Tags, own: Tags) -> Sequence[Patterns]:
        """Return the patterns that a name with these parts, and traits of its own, can follow."""
        return (self.prior.patterns(parts, own, self.traits),)

    def layouts(self, shape: Shape) -> Sequence[Layout]:
        """Return the ways to make a local part of readings of a shape, by each of `patterns`."""
        return (self.prior.layout(shape),)

    def shares(self, shape: Shape) -> Sequence[Sequence[float]]:
        """Return how probable the spellings of each way of `layouts` are, given its pattern."""
        return (self.prior.shares(shape),)


class MovedBelief(Belief):
    """The tables of one domain, moved by its samples; tables are made once a class of names."""

    def __init__(self, prior: Prior, traits: Tags, moves: Moves, induced: Sequence[Induced] = ()) -> None:
        super().__init__(prior, traits)
        self._tags = moves.tags
        self._moves, self._induced = moves, induced
        self._patterns: Callable[[Tags, Tags], Sequence[Patterns]] = self._moved
        self._layouts: Callable[[Shape], Sequence[Layout]] = super().layouts
        self._shares: Callable[[Shape], Sequence[Sequence[float]]] = super().shares
        if induced or moves.tags:  # not for public addresses, of which a list may hold very many domains
            self._patterns = lru_cache(maxsize=256)(self._moved)
            self._layouts = lru_cache(maxsize=256)(self._laid_out)
            self._shares = lru_cache(maxsize=256)(self._spelled)

    def patterns(self, parts: Tags, own: Tags) -> Sequence[Patterns]:
        """Return the patterns of the catalogue, then those that samples induce."""
        return self._patterns(parts, own)

    def _moved(self, parts: Tags, own: Tags) -> Sequence[Patterns]:
        before = self.prior.patterns(parts, own, self.traits)
        moved = self._mixed(before, parts, own) if self._moves.patterns else before
        induced = [one for one in self._induced if one.form.needs.issubset(parts)]
        if not induced:
            return (moved,)
        masses = [one.probability for one in induced]
        left = 1.0 - math.fsum(masses)
        return (
            moved._replace(chances=[left * one for one in moved.chances], none=left * moved.none),
            Patterns([one.form for one in induced], (), masses, 0.0),
        )

    def layouts(self, shape: Shape) -> Sequence[Layout]:
        """Return the ways to make a local part of readings of a shape, by each of `patterns`."""
        return self._layouts(shape)

    def _laid_out(self, shape: Shape) -> Sequence[Layout]:
        induced = [one.form for one in self._induced if one.form.needs.issubset(shape.parts)]
        own = self.prior.layout(shape)
        return (own, layout_of(template_of(induced), shape)) if induced else (own,)

    def shares(self, shape: Shape) -> Sequence[Sequence[float]]:
        """Return how probable the spellings of each way of `layouts` are, given its pattern."""
        return self._shares(shape)

    def _spelled(self, shape: Shape) -> Sequence[Sequence[float]]:
        own, *induced = self.layouts(shape)
        is_moved = not self._tags.keys().isdisjoint(chain.from_iterable((*shape.given, *shape.family)))
        shares = self.prior.shares_of(own, self._tags) if is_moved else self.prior.shares(shape)
        return (shares, *[self.prior.shares_of(one, self._tags) for one in induced])

    def _mixed(self, before: Patterns, parts: Tags, own: Tags) -> Patterns:
        """Return the patterns with their probabilities moved, as samples show them, and as before."""
        moves = self._moves
        moved = list(
            map(
                mul,
                self.prior.powers(parts, own, self.traits, moves.power),
                moves.factors(parts, before.numbers),
            )
        )
        shown = self._shown(before.numbers, moves.shares)
        by_shares = (1.0 - ROOM) * moves.trust
        by_moves = (1.0 - ROOM - by_shares * math.fsum([share for _, share in shown])) / math.fsum(moved)
        mixed = [
            by_moves * one + ROOM * other
            for one, other in zip(moved, (*before.chances, before.none), strict=True)
        ]
        for place, share in shown:
            mixed[place] += by_shares * share
        none = mixed.pop()
        return before._replace(chances=mixed, none=none)

    def _shown(self, numbers: Sequence[int], shares: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
        """Return the shares of these patterns, by place, "no pattern" last; who has no middle name is written without one."""
        found = []
        for number, share in shares:
            if number == -1:
                found.append((-1, share))
            elif number in numbers:
                found.append((numbers.index(number), share))
            elif (plain := self.prior.without_middle.get(number)) in numbers:
                found.append((numbers.index(plain), ALIKE * share))
        return found
