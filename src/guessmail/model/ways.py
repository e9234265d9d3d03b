"""All ways to make a local part of a name, multiplied out of the tables of a domain."""

from collections.abc import Iterator, Sequence
from operator import mul
from typing import NamedTuple

from guessmail.model.belief import Belief
from guessmail.model.layout import Layout, shape_of
from guessmail.model.prior import class_of
from guessmail.model.spellings import Tags
from guessmail.names import Name, Reading
from guessmail.patterns.catalog import Form

__all__ = ["Way", "Ways", "ways_of"]


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
    chances: Sequence[float]

    def tags(self, at: int) -> Tags:
        """Return the tags of one of the ways."""
        return tuple(sorted({*self.reading.tags, *self.layout.tags[at]}))

    def making(self, local_part: str) -> Iterator[int]:
        """Yield where the ways stand that make a local part."""
        return _places(self.lines, local_part)

    def made_by(self, form: Form) -> Iterator[int]:
        """Yield where the ways stand that take a pattern."""
        forms = self.layout.template.forms
        return _places(self.layout.places, forms.index(form)) if form in forms else iter(())


class Ways:
    """All ways to make a local part of one name."""

    def __init__(self, pages: Sequence[_Page], none: float) -> None:
        self._pages = pages
        self.none = none
        """The probability that no pattern makes the address."""
        self.has_choice = len(pages) > 1 or any(map(len, pages[0].layout.tags))
        """Whether a way may have tags."""

    def sums(self) -> dict[str, float]:
        """Return the probability of each local part."""
        sums: dict[str, float] = {}
        for page in self._pages:
            for local_part, chance in zip(page.lines, page.chances, strict=True):
                sums[local_part] = sums.get(local_part, 0.0) + chance
        sums.pop("", None)
        return sums

    def leading_to(self, local_part: str) -> Iterator[Way]:
        """Yield the ways that render a local part."""
        for page in self._pages:
            for at in page.making(local_part):
                yield Way(local_part, page.chances[at], page.layout.form(at), page.reading, page.tags(at))

    def best_form(self, local_part: str) -> Form | None:
        """Return the pattern of the most probable way that renders a local part, None where none does."""
        best, most = None, -1.0
        for page in self._pages:
            for at in page.making(local_part):
                if page.chances[at] > most:
                    best, most = page.layout.form(at), page.chances[at]
        return best

    def made_by(self, form: Form) -> Iterator[tuple[float, Tags]]:
        """Yield the probability and the tags of each way that takes a pattern."""
        for page in self._pages:
            for at in page.made_by(form):
                yield page.chances[at], page.tags(at)


def _places(row: Sequence[str] | Sequence[int], wanted: str | int) -> Iterator[int]:
    """Yield where something stands in a row."""
    at = -1
    for _ in range(row.count(wanted)):
        at = row.index(wanted, at + 1)
        yield at


def ways_of(name: Name, belief: Belief) -> Ways:
    """Return all ways of a name at a domain of which this is believed."""
    pages, none = [], 0.0
    for reading, weight in zip(name.readings, belief.readings(name), strict=True):
        shape, letters = shape_of(reading)
        patterns = belief.patterns(shape.parts, class_of(name, reading))
        none += weight * patterns[0].none
        for table, (layout, shares) in zip(patterns, belief.layouts(shape), strict=True):
            chances = [weight * chance for chance in table.chances]
            ways = list(map(mul, map(chances.__getitem__, layout.places), shares))
            pages.append(_Page(reading, layout, layout.lines(letters), ways))
    return Ways(pages, none)
