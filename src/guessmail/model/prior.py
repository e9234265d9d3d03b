"""What is believed before any sample: a table of probabilities for each class of names and domains.

The weights are those of `data/model.py`, fitted by benchmarks/fit.py. Every table depends on a class, never on letters,
so it is made once a class and kept.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, product
from operator import itemgetter, mul
from typing import NamedTuple, Protocol

from guessmail.model.traits import length_traits
from guessmail.names import Name, Reading
from guessmail.patterns import Token
from guessmail.patterns.catalog import NONE, Catalog, Form, Use

__all__ = [
    "ALL_INITIALS",
    "LEAST_WEIGHT",
    "Choices",
    "Group",
    "Layout",
    "Patterns",
    "Prior",
    "Spelled",
    "Tables",
    "Tags",
    "by_group",
    "choices_of",
    "class_of",
    "layout_of",
    "parts_of",
    "softmax",
    "spelling_pairs",
]  # fmt: skip

UNSEEN = {"": -4.0}
"""The weight of a tag that no corpus shows."""
LATER = 0.7
"""Of spellings with the same tags each next one is so much less probable, as a logarithm; by judgement."""
LEAST_WEIGHT = 0.001
"""A reading counts at least this much before its tags are weighed."""

LONGEST = 64
"""Octets of a local part, RFC 5321 4.5.3.1.1."""
SLACK = 16
"""Letters that patterns may add to those of the name: separators, affixes, initials."""
_PLACES = {token: place for place, token in enumerate(("first", "f", "last", "l", "middle", "m", "nick"))}

Tags = tuple[str, ...]
ALL_INITIALS: Tags = ("initials=all",)


class Group(NamedTuple):
    """The patterns of a layout that use the given and the family name in one way."""

    given: Use
    family: Use
    takes_given: bool
    """Whether some of them take the given name's letters, not just its initial."""
    takes_family: bool
    pieces: Callable[[Sequence[str]], Iterable[str]]
    """Picks what all of them are put together of, line breaks between, from the letters, slices of these and literals."""
    slices: tuple[tuple[int, int], ...]
    """Which letters, and how many of them."""
    literals: tuple[str, ...]
    cuts: tuple[int | None, ...]
    """To how many characters each of them cuts what it renders, None for not at all; empty where none does."""
    start: int
    """Where they begin in the layout."""
    size: int
    is_common: bool
    """Whether they take short forms of the given name, too: nobody cuts these."""
    has_given: bool
    """Whether all of them write out the given name."""
    separators: str
    """All that stand in some of them."""
    padding: int
    """How many characters besides those of the name stand in one of them at most."""

    def text(self, letters: Sequence[str]) -> str:
        """Return what its patterns render, a line each; `letters` are those of `first f last l middle m nick`."""
        slices = [letters[place][:length] for place, length in self.slices]
        text = "".join(self.pieces((*letters, *slices, *self.literals)))
        if self.cuts:
            lines = [line[:cut] for line, cut in zip(text.split("\n"), self.cuts, strict=True)]
            text = "\n".join([line.rstrip(".") for line in lines] if "." in text else lines)
        if sum(map(len, letters)) > LONGEST - SLACK:
            text = "\n".join([line if len(line) <= LONGEST else "" for line in text.split("\n")])
        return text


def _group(given: Use, family: Use, forms: Sequence[Form], start: int) -> Group:
    """Return the group of patterns that begins at a place of the layout."""
    slices: dict[tuple[int, int], None] = {}
    literals: dict[str, None] = {"\n": None}
    for form in forms:
        for element in form.pattern.elements:
            if isinstance(element, str):
                literals[element] = None
            elif element.length:
                slices[_PLACES[element.name], element.length] = None
    after = len(_PLACES)
    place_of = {one: after + at for at, one in enumerate(slices)}
    literal_at = {one: after + len(slices) + at for at, one in enumerate(literals)}
    pieces = [
        place
        for form in forms
        for place in (
            literal_at["\n"],
            *(_place(element, place_of, literal_at) for element in form.pattern.elements),
        )
    ]
    cuts = (
        tuple(form.pattern.cut or None for form in forms) if any(form.pattern.cut for form in forms) else ()
    )
    return Group(
        given,
        family,
        given >= Use.WHOLE,
        family >= Use.WHOLE,
        itemgetter(*pieces[1:]),
        tuple(slices),
        tuple(literals),
        cuts,
        start,
        len(forms),
        forms[0].is_common,
        given is Use.WHOLE and forms[0].is_common,
        "".join(literals),
        max(map(_padding, forms)),
    )


def _padding(form: Form) -> int:
    """Return how many characters a pattern may put beside one of each part."""
    parts = [token.part for token in form.pattern.tokens]
    is_simple = len(parts) == len(set(parts))
    return sum(len(one) for one in form.pattern.elements if isinstance(one, str)) if is_simple else LONGEST


def _place(element: Token | str, slices: Mapping[tuple[int, int], int], literals: Mapping[str, int]) -> int:
    if isinstance(element, str):
        return literals[element]
    place = _PLACES[element.name]
    return slices[place, element.length] if element.length else place


class Layout(NamedTuple):
    """The patterns that a name with certain parts can follow, ordered by group."""

    groups: tuple[Group, ...]
    forms: tuple[Form, ...]
    numbers: tuple[int, ...]
    """The places of the forms in the catalogue."""


class Patterns(NamedTuple):
    """A layout with the probabilities of its patterns."""

    layout: Layout
    chances: tuple[tuple[float, ...], ...]
    """By group."""
    masses: tuple[float, ...]
    """The sums of these."""
    none: float
    """The probability of "no pattern"."""

    @property
    def flat(self) -> tuple[float, ...]:
        """The probabilities of the layout's patterns, and of "no pattern" behind them."""
        return (*chain.from_iterable(self.chances), self.none)


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


class Choices(NamedTuple):
    """Which parts of a reading can be spelled in several ways."""

    given: bool
    """The given name, short forms among its spellings."""
    given_itself: bool
    """The given name without these."""
    family: bool


def choices_of(reading: Reading) -> Choices:
    """Return which parts of a reading can be spelled in several ways."""
    itself = len(reading.firsts) > 1 or len(reading.initials) > 1
    return Choices(itself or bool(reading.nicks), itself, len(reading.lasts) > 1)


def parts_of(reading: Reading) -> Tags:
    """Return the tokens that a reading has letters for."""
    middle = reading.middles[0] if reading.middles else ""
    found: Tags = ("first", "f") if reading.firsts else ()
    if reading.lasts:
        found += ("last", "l")
    if middle:
        found += ("m", "middle") if len(middle) > 1 else ("m",)
    return (*found, "nick") if reading.nicks else found


def layout_of(forms: Iterable[Form], parts: Tags, choices: Choices) -> Layout:
    """Return the patterns that need no other parts, in groups: how they use a part matters where that has a choice."""
    by_use: dict[tuple[Use, Use, bool, bool], list[tuple[int, Form]]] = {}
    for number, form in enumerate(forms):
        if form.needs.issubset(parts):
            is_open = choices.given if form.is_common else choices.given_itself
            given = form.uses[0] if is_open else Use.ANY
            family = form.uses[1] if choices.family else Use.ANY
            by_use.setdefault((given, family, form.is_common, form.pattern.cut > 0), []).append(
                (number, form)
            )
    groups: list[Group] = []
    ordered: list[tuple[int, Form]] = []
    for (given, family, *_), members in by_use.items():
        groups.append(_group(given, family, [form for _, form in members], len(ordered)))
        ordered += members
    return Layout(tuple(groups), tuple(form for _, form in ordered), tuple(number for number, _ in ordered))


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


def by_group(layout: Layout, chances: Sequence[float]) -> Patterns:
    """Return the probabilities of a layout's patterns, "no pattern" last, by group."""
    parts = tuple([tuple(chances[group.start : group.start + group.size]) for group in layout.groups])
    return Patterns(layout, parts, tuple(map(sum, parts)), chances[-1])


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
