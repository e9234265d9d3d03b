"""All derivations of local parts from a name, and the ranked candidates: addresses of a person, with probabilities."""

import math
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from operator import mul
from typing import NamedTuple

from guessmail.model.belief import Belief
from guessmail.model.formats import Format
from guessmail.model.layout import Layout, Shape, Tags, shape_of
from guessmail.model.traits import class_of
from guessmail.names import Name, Reading
from guessmail.patterns import Pattern, Token, uncut
from guessmail.patterns.catalog import PatternFeatures


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


class Basis(StrEnum):
    """The evidence on which a probability rests."""

    SAMPLES = "samples"
    DIRECTORY = "directory"
    PRIOR = "prior"
    KNOWN = "known"


class Candidate(NamedTuple):
    """An address that a person may have."""

    address: str
    probability: float
    pattern: str
    """The pattern with most of the probability, in the notation of `patterns`."""
    basis: Basis
    """`known` if a sample has the address for this very person."""


class Choice(NamedTuple):
    """The number of ranked addresses that are offered."""

    top: int = 5
    until: float = 1.0
    """The sum of probabilities with which the offer ends."""
    min_probability: float = 0.005


class Ranking:
    """All local parts that a name can have at a domain."""

    def __init__(self, name: Name, fmt: Format) -> None:
        self._format = fmt
        self.derivations = Derivations(name, fmt.belief)
        self.probabilities = self.derivations.sums()
        """The probability of each local part."""
        self.known: frozenset[str] = frozenset()
        """The local parts that samples have for this very person."""
        self._numbered: Mapping[str, str] = {}
        if fmt.holders:
            from guessmail.model.holders import moved_by_holders  # needed only for known addresses

            self.probabilities, self.known, self._numbered = moved_by_holders(
                self.probabilities, self.derivations.none, name, fmt.holders, fmt.numbering
            )

    def exclude(self, local_part: str) -> None:
        """Take away a local part that the person does not have; the others share its probability."""
        gone = self.probabilities.get(local_part, 0.0)
        left = {local: chance for local, chance in self.probabilities.items() if local != local_part}
        whole = 1.0 - gone if gone < 1.0 else 1.0
        self.probabilities = {local: chance / whole for local, chance in left.items()}

    def best(self, most: int | None = None) -> list[tuple[str, float]]:
        """Return the most probable local parts, all by default, with probabilities; equal ones by length and alphabet."""
        found = self.probabilities
        bound = 0.0
        if most and most <= len(found):
            bound = max(found.values()) if most == 1 else sorted(found.values())[-most]
        order = sorted([(-chance, len(local), local) for local, chance in found.items() if chance >= bound])
        return [(local, -chance) for chance, _, local in order[:most]]

    def choose(self, choice: Choice, domain: str, share: float = 1.0) -> tuple[Candidate, ...]:
        """Return the local parts that are offered, as candidates at a domain; `share` is the probability of the domain."""
        chosen: list[Candidate] = []
        reached = 0.0
        for local_part, chance in self.best(choice.top):
            probability = chance * share
            if reached >= choice.until or probability < choice.min_probability or not probability:
                break
            chosen.append(self.candidate(local_part, domain, share))
            reached += probability
        return tuple(chosen)

    def candidate(self, local_part: str, domain: str, share: float = 1.0) -> Candidate:
        """Return a local part as a candidate at a domain."""
        fmt = self._format
        basis = Basis.SAMPLES if fmt.votes else Basis.DIRECTORY if fmt.observed else Basis.PRIOR
        return Candidate(
            f"{local_part}@{domain}",
            self.probabilities.get(local_part, 0.0) * share,
            self.pattern_of(local_part),
            Basis.KNOWN if local_part in self.known else basis,
        )

    def pattern_of(self, local_part: str) -> str:
        """Return the pattern with most of a local part's probability; empty if no pattern renders it."""
        stem = self._numbered.get(local_part)
        form = self.derivations.best_form(stem or local_part)
        if form is None:
            return ""
        return str(Pattern((*form.pattern.elements, Token("n")))) if stem else form.text

    def derivations_of(self, local_part: str) -> list[Derivation]:
        """Return the derivations of a local part, the most probable first, without regard to holders."""
        stem = self._numbered.get(local_part, local_part)
        return sorted(self.derivations.of_local_part(stem), key=lambda derivation: -derivation.probability)
