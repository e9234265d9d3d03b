"""All ways to make a local part of a name, multiplied out of the tables of a domain."""

import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter, mul
from typing import NamedTuple

from guessmail.model.belief import Belief
from guessmail.model.layout import Layout, Shape, shape_of
from guessmail.model.spellings import Tags
from guessmail.model.traits import class_of
from guessmail.names import Name, Reading
from guessmail.patterns.catalog import Form

__all__ = ["Way", "Ways"]


class Way(NamedTuple):
    """One way to make a local part."""

    local_part: str
    probability: float
    form: Form
    reading: Reading
    tags: Tags
    """The choices in which the reading and the spellings depart from the default, sorted."""


class _Page(NamedTuple):
    """The ways of one reading by one layout."""

    reading: Reading
    layout: Layout
    lines: Sequence[str]
    """What each makes; empty where it makes nothing valid."""

    def tags(self, at: int) -> Tags:
        """Return the tags of one of the ways."""
        tags = self.layout.tags[at]
        return tuple(sorted({*self.reading.tags, *tags})) if self.reading.tags else tags

    def made_by(self, form: Form) -> Iterator[int]:
        """Yield where the ways stand that take a pattern."""
        place = self.layout.template.place_of.get(form)
        return iter(()) if place is None else _places(self.layout.places, place)


class _Odds(NamedTuple):
    """How probable the ways of a page are: the product of three probabilities."""

    reading: float
    patterns: Sequence[float]
    shares: Sequence[float]
    """How probable each way's spellings are, given its pattern."""


class Ways:
    """All ways to make a local part of one name. How probable they are is found out when it is asked for the first time."""

    def __init__(self, name: Name, belief: Belief) -> None:
        self._name, self._belief = name, belief
        self.shapes: list[Shape] = []
        """That of each reading."""
        self._pages: list[_Page] = []
        for reading in name.readings:
            shape, letters = shape_of(reading)
            self.shapes.append(shape)
            for layout in belief.layouts(shape):
                self._pages.append(_Page(reading, layout, layout.lines(letters)))
        self._none = 0.0

    @cached_property
    def _odds(self) -> list[_Odds]:
        name, belief = self._name, self._belief
        odds: list[_Odds] = []
        for reading, shape, weight in zip(name.readings, self.shapes, belief.readings(name), strict=True):
            tables = belief.patterns(shape.parts, class_of(name, reading, belief.traits))
            self._none += weight * tables[0].none
            for table, shares in zip(tables, belief.shares(shape), strict=True):
                odds.append(_Odds(weight, table.chances, shares))
        return odds

    @property
    def has_choice(self) -> bool:
        """Whether a way may have tags."""
        return len(self._pages) > 1 or any(self._pages[0].layout.tags)

    @property
    def none(self) -> float:
        """The probability that no pattern makes the address."""
        return self._none if self._odds else 1.0

    def sums(self) -> dict[str, float]:
        """Return the probability of each local part."""
        sums: dict[str, float] = {}
        for page, (weight, patterns, shares) in zip(self._pages, self._odds, strict=True):
            chances = map(mul, map(patterns.__getitem__, page.layout.places), shares)
            for local_part, chance in zip(page.lines, chances, strict=True):
                sums[local_part] = sums.get(local_part, 0.0) + weight * chance
        sums.pop("", None)
        return sums

    def probability(self, local_part: str) -> float:
        """Return that of one local part; 0 where no way makes it."""
        return math.fsum([chance for *_, chance in self._making(local_part)])

    def leading_to(self, local_part: str) -> Iterator[Way]:
        """Yield the ways that render a local part."""
        for page, at, chance in self._making(local_part):
            yield Way(local_part, chance, page.layout.form(at), page.reading, page.tags(at))

    def best_form(self, local_part: str) -> Form | None:
        """Return the pattern of the most probable way that renders a local part, None where none does."""
        best = max(self._making(local_part), key=itemgetter(2), default=None)
        return best and best[0].layout.form(best[1])

    def made_by(self, form: Form) -> Iterator[tuple[float, Tags]]:
        """Yield the probability and the tags of each way that takes a pattern."""
        for number, page in enumerate(self._pages):
            for at in page.made_by(form):
                yield self._chance(number, at), page.tags(at)

    def _making(self, local_part: str) -> Iterator[tuple[_Page, int, float]]:
        """Yield the ways that make a local part, each as its page, its place there, and its probability."""
        for number, page in enumerate(self._pages):
            for at in _places(page.lines, local_part):
                yield page, at, self._chance(number, at)

    def _chance(self, number: int, at: int) -> float:
        weight, patterns, shares = self._odds[number]
        return weight * patterns[self._pages[number].layout.places[at]] * shares[at]


def _places(row: Sequence[str] | Sequence[int], wanted: str | int) -> Iterator[int]:
    """Yield where something stands in a row."""
    at = -1
    for _ in range(row.count(wanted)):
        at = row.index(wanted, at + 1)
        yield at
