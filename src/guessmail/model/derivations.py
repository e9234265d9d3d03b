"""All derivations of local parts from a name, with their probabilities by the tables of a domain."""

import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import mul
from typing import NamedTuple

from guessmail.model.belief import Belief
from guessmail.model.layout import Layout, Shape, Tags, shape_of
from guessmail.model.traits import class_of
from guessmail.names import Name, Reading
from guessmail.patterns.catalog import PatternFeatures
from guessmail.patterns.language import uncut


class Derivation(NamedTuple):
    """A way to make a local part of a name."""

    local_part: str
    probability: float
    form: PatternFeatures
    reading: Reading
    tags: Tags
    """The choices in which the reading and the spellings depart from the default, sorted."""


class _Page:
    """The derivations from one reading by one layout; `start` is the place of the first one among all."""

    def __init__(self, start: int, reading: Reading, layout: Layout) -> None:
        self.start, self.reading, self.layout = start, reading, layout

    def tags(self, at: int) -> Tags:
        """Return the tags of the derivation at a place."""
        tags = self.layout.tags[at - self.start]
        return tuple(sorted({*self.reading.tags, *tags})) if self.reading.tags else tags

    def form(self, at: int) -> PatternFeatures:
        """Return the pattern of the derivation at a place."""
        return self.layout.template.forms[self.layout.places[at - self.start]]


class Derivations:
    """All derivations from one name. Their probabilities are computed on first use."""

    def __init__(self, name: Name, belief: Belief) -> None:
        self._name, self._belief = name, belief
        self.shapes: list[Shape] = []
        """The shape of each reading."""
        self._pages: list[_Page] = []
        self._lines: list[str] = []
        """The local part of each derivation; empty if it is not valid."""
        for reading in name.readings:
            shape, letters = shape_of(reading)
            self.shapes.append(shape)
            for layout in belief.layouts(shape):
                self._pages.append(_Page(len(self._lines), reading, layout))
                self._lines += layout.lines(letters)
        self._none = 0.0

    @cached_property
    def _chances(self) -> list[float]:
        """The probability of each derivation: the product of those of its reading, its pattern and its spellings."""
        name, belief, pages = self._name, self._belief, iter(self._pages)
        chances: list[float] = []
        for reading, shape, weight in zip(name.readings, self.shapes, belief.readings(name), strict=True):
            tables = belief.patterns(shape.parts, class_of(name, reading, belief.traits))
            self._none += weight * tables[0][-1]
            for table in tables:
                layout = next(pages).layout
                products = map(mul, layout.pick(table), layout.shares)
                chances += products if weight == 1.0 else [weight * product for product in products]
        return chances

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
        """Return the probability of a local part; 0 if it has no derivation."""
        return math.fsum([self._chances[at] for at in _places(self._lines, local_part)])

    def of_local_part(self, local_part: str) -> Iterator[Derivation]:
        """Yield the derivations of a local part."""
        for at in _places(self._lines, local_part):
            page = self._page(at)
            yield Derivation(local_part, self._chances[at], page.form(at), page.reading, page.tags(at))

    def best_form(self, local_part: str) -> PatternFeatures | None:
        """Return the pattern of the most probable derivation of a local part, or None; one that cuts nothing of this name is uncut."""
        places = _places(self._lines, local_part)
        if not places:
            return None
        best = max(places, key=self._chances.__getitem__)
        form = self._page(best).form(best)
        if (plain := uncut(form.text)) == form.text:
            return form
        return next((other for at in places if (other := self._page(at).form(at)).text == plain), form)

    def made_by(self, form: PatternFeatures) -> Iterator[tuple[float, Tags]]:
        """Yield the probability and the tags of each derivation by a pattern."""
        for page in self._pages:
            if (place := page.layout.template.place_of.get(form)) is not None:
                for at in _places(page.layout.places, place):
                    yield self._chances[page.start + at], page.tags(page.start + at)

    def _page(self, at: int) -> _Page:
        return next(page for page in reversed(self._pages) if page.start <= at)


def _places(row: Sequence[str] | Sequence[int], wanted: str | int) -> list[int]:
    """Return the places of a value in a row."""
    found: list[int] = []
    for _ in range(row.count(wanted)):
        found.append(row.index(wanted, found[-1] + 1 if found else 0))
    return found
