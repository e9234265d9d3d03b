"""All ways to make a local part of a name, multiplied out of the tables of a domain."""

import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import mul
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

    start: int
    """Where the first of them stands among all."""
    reading: Reading
    layout: Layout

    def tags(self, at: int) -> Tags:
        """Return the tags of one of the ways."""
        tags = self.layout.tags[at - self.start]
        return tuple(sorted({*self.reading.tags, *tags})) if self.reading.tags else tags

    def form(self, at: int) -> Form:
        """Return the pattern of one of the ways."""
        return self.layout.form(at - self.start)


class Ways:
    """All ways to make a local part of one name. How probable they are is found out when it is asked for the first time."""

    def __init__(self, name: Name, belief: Belief) -> None:
        self._name, self._belief = name, belief
        self.shapes: list[Shape] = []
        """That of each reading."""
        self._pages: list[_Page] = []
        self._lines: list[str] = []
        """What each way makes; empty where it makes nothing valid."""
        for reading in name.readings:
            shape, letters = shape_of(reading)
            self.shapes.append(shape)
            for layout in belief.layouts(shape):
                self._pages.append(_Page(len(self._lines), reading, layout))
                self._lines += layout.lines(letters)
        self._none = 0.0

    @cached_property
    def _chances(self) -> list[float]:
        """How probable each way is: the product of the probabilities of its reading, its pattern and its spellings."""
        name, belief, pages = self._name, self._belief, iter(self._pages)
        chances: list[float] = []
        for reading, shape, weight in zip(name.readings, self.shapes, belief.readings(name), strict=True):
            tables = belief.patterns(shape.parts, class_of(name, reading, belief.traits))
            self._none += weight * tables[0].none
            for table, shares in zip(tables, belief.shares(shape), strict=True):
                products = map(mul, map(table.chances.__getitem__, next(pages).layout.places), shares)
                chances += products if weight == 1.0 else [weight * one for one in products]
        return chances

    @property
    def has_choice(self) -> bool:
        """Whether a way may have tags."""
        return len(self._pages) > 1 or any(self._pages[0].layout.tags)

    @property
    def none(self) -> float:
        """The probability that no pattern makes the address."""
        return self._none if self._chances else 1.0

    def sums(self) -> dict[str, float]:
        """Return the probability of each local part."""
        sums: dict[str, float] = {}
        for local_part, chance in zip(self._lines, self._chances, strict=True):
            if local_part in sums:
                sums[local_part] += chance
            else:
                sums[local_part] = chance
        sums.pop("", None)
        return sums

    def probability(self, local_part: str) -> float:
        """Return that of one local part; 0 where no way makes it."""
        return math.fsum([self._chances[at] for at in _places(self._lines, local_part)])

    def leading_to(self, local_part: str) -> Iterator[Way]:
        """Yield the ways that render a local part."""
        for at in _places(self._lines, local_part):
            page = self._page(at)
            yield Way(local_part, self._chances[at], page.form(at), page.reading, page.tags(at))

    def best_form(self, local_part: str) -> Form | None:
        """Return the pattern of the most probable way that renders a local part, None where none does."""
        best = max(_places(self._lines, local_part), key=self._chances.__getitem__, default=None)
        return None if best is None else self._page(best).form(best)

    def made_by(self, form: Form) -> Iterator[tuple[float, Tags]]:
        """Yield the probability and the tags of each way that takes a pattern."""
        for page in self._pages:
            if (place := page.layout.template.place_of.get(form)) is not None:
                for at in _places(page.layout.places, place):
                    yield self._chances[page.start + at], page.tags(page.start + at)

    def _page(self, at: int) -> _Page:
        return next(page for page in reversed(self._pages) if page.start <= at)


def _places(row: Sequence[str] | Sequence[int], wanted: str | int) -> Iterator[int]:
    """Yield where something stands in a row."""
    at = -1
    for _ in range(row.count(wanted)):
        at = row.index(wanted, at + 1)
        yield at
