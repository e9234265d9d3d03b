"""Which patterns a name with certain parts can follow, in groups that are rendered at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from guessmail.names import Reading
from guessmail.patterns import Token
from guessmail.patterns.catalog import Form, Use

__all__ = [
    "Choices",
    "Group",
    "Layout",
    "Patterns",
    "Tags",
    "by_group",
    "choices_of",
    "layout_of",
    "parts_of",
    "rest_of",
]  # fmt: skip

LONGEST = 64
"""Octets of a local part, RFC 5321 4.5.3.1.1."""
SLACK = 16
"""Letters that patterns may add to those of the name: separators, affixes, initials."""
_REST = ("middle", "m", "nick")
_PLACES = {token: place for place, token in enumerate(("first", "f", "last", "l", *_REST))}

Tags = tuple[str, ...]


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


def rest_of(reading: Reading) -> tuple[str, ...]:
    """Return the letters of the tokens `middle m nick`, empty where a reading has none."""
    middle = reading.middles[0] if reading.middles else ""
    nick = reading.nicks[0].text if reading.nicks else ""
    return middle if len(middle) > 1 else "", middle[:1], nick


def parts_of(reading: Reading) -> Tags:
    """Return the tokens that a reading has letters for."""
    found: Tags = ("first", "f") if reading.firsts else ()
    if reading.lasts:
        found += ("last", "l")
    return (*found, *[token for token, letters in zip(_REST, rest_of(reading), strict=True) if letters])


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


def by_group(layout: Layout, chances: Sequence[float]) -> Patterns:
    """Return the probabilities of a layout's patterns, "no pattern" last, by group."""
    parts = tuple([tuple(chances[group.start : group.start + group.size]) for group in layout.groups])
    return Patterns(layout, parts, tuple(map(sum, parts)), chances[-1])
