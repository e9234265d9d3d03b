"""All ways to make a local part of the readings of one shape, computed once and rendered together.

A way is a pattern, a spelling of the given name, and a spelling of the family name.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from guessmail.names import Reading, Spelling
from guessmail.patterns import Token
from guessmail.patterns.catalog import PatternFeatures, Use

LONGEST = 64
"""Octets of a local part, RFC 5321 4.5.3.1.1."""
SLACK = 16
"""Letters that patterns may add to those of the name: separators, affixes, initials."""
Tags = tuple[str, ...]
ALL_INITIALS: Tags = ("initials=all",)
_REST = ("middle", "m", "nick")
_NOTHING = (Spelling(""),)
_ALL_INITIALS = Spelling("", ALL_INITIALS)


class Shape(NamedTuple):
    """The properties of a reading on which its ways depend; most names have one of a few dozen shapes."""

    parts: Tags
    """The tokens for which the reading has letters."""
    given: tuple[Tags, ...]
    """The tags of the spellings of the given name: its own, then short and long forms."""
    own: int
    """The number of spellings of the given name itself."""
    family: tuple[Tags, ...]
    alike: tuple[int, ...]
    """For each text, then each initial, of the given name, then of the family name: the place of the first equal one."""


def shape_of(reading: Reading) -> tuple[Shape, tuple[str, ...]]:
    """Return the shape of a reading, and its letters: texts and initials in the order of `Shape.alike`, `middle m nick`."""
    lasts = reading.lasts or _NOTHING
    own = reading.firsts or _NOTHING
    if len(reading.initials) > 1 and reading.firsts:
        own = (*own, _ALL_INITIALS)
    given, given_tags = zip(*own, *reading.nicks, strict=True)
    family, family_tags = zip(*lasts, strict=True)
    kinds = (given, [text[:1] or reading.initials for text in given], family, [text[:1] for text in family])
    middle = reading.middles[0] if reading.middles else ""
    nick = reading.nicks[0].text if reading.nicks else ""
    rest = (middle if len(middle) > 1 else "", middle[:1], nick)
    parts: Tags = ("first", "f") if reading.firsts else ()
    parts += ("last", "l") if reading.lasts else ()
    parts += tuple([token for token, letters in zip(_REST, rest, strict=True) if letters])
    alike = tuple([texts.index(text) for texts in kinds for text in texts])
    return Shape(parts, given_tags, len(own), family_tags, alike), (*chain.from_iterable(kinds), *rest)


class Pair(NamedTuple):
    """The places of a spelling of the given name and of a spelling of the family name."""

    given: int
    family: int
    tags: Tags
    features: tuple[tuple[str, str], ...]
    """The keys of weights: each tag alone, and each with the use of its part by the pattern."""
    later: int
    """The number of earlier spellings with the same tags: Robert before Bogdan for Bob."""


Spellings = tuple[tuple[Tags, ...], tuple[Tags, ...], Use, Use]
"""The tags of the spellings of the given and of the family name, and how a pattern uses each."""


@lru_cache(maxsize=1 << 11)
def spelling_pairs(spellings: Spellings) -> Sequence[Pair]:
    """Return the pairs of spellings that go together; a part that is not used has its first spelling.

    A choice that both parts leave open is made once: Jürgen as `jurgen` goes with Müller as `muller`.
    """
    given, family, by_given, by_family = spellings
    firsts = _spellings_for(given, by_given)
    lasts = _spellings_for(family, by_family)
    shared = {tag for _, tags, _ in firsts for tag in tags} & {tag for _, tags, _ in lasts for tag in tags}
    uses = f"given={by_given.name.lower()}", f"family={by_family.name.lower()}"
    pairs = []
    for first, given_tags, early in firsts:
        choice = shared.intersection(given_tags)
        features = [(tag, use) for tag in given_tags for use in ("", uses[0])]
        for last, family_tags, soon in lasts:
            if shared and choice != shared.intersection(family_tags):
                continue
            rest = [tag for tag in family_tags if tag not in given_tags]
            more = [(tag, use) for tag in rest for use in ("", uses[1])]
            pairs.append(Pair(first, last, (*given_tags, *rest), (*features, *more), early + soon))
    return pairs


def _spellings_for(spellings: Sequence[Tags], use: Use) -> list[tuple[int, Tags, int]]:
    """Return place, tags, and number of earlier equals of the spellings for a use; `ALL_INITIALS` serves only as an initial."""
    if use is Use.UNUSED:
        return [(0, (), 0)]
    return [
        (at, tags, spellings[:at].count(tags))
        for at, tags in enumerate(spellings)
        if tags != ALL_INITIALS or use is Use.INITIAL
    ]


class PatternGroup(NamedTuple):
    """Patterns with the same use of the given name and of the family name."""

    by_given: Use
    by_family: Use
    is_common: bool
    """Whether they take short forms of the given name, too; short forms are not cut."""
    places: Sequence[int]
    elements: Sequence[Token | str]
    """The distinct elements of the patterns, and the line break before each pattern."""
    order: Sequence[int]
    """The places of the elements, pattern by pattern."""


class Template(NamedTuple):
    """Patterns that names with certain parts can follow, ready to be laid out for their spellings."""

    forms: Sequence[PatternFeatures]
    place_of: Mapping[PatternFeatures, int]
    blocks: Sequence[PatternGroup]
    literals: Sequence[str]


@lru_cache(maxsize=1 << 6)
def template_of(forms: tuple[PatternFeatures, ...]) -> Template:
    """Return patterns in blocks; cut patterns come last."""
    by_use: dict[tuple[bool, Use, Use, bool], list[int]] = {}
    for place, form in enumerate(forms):
        by_use.setdefault((form.pattern.cut > 0, *form.uses, form.is_common), []).append(place)
    blocks = []
    for (_, given, family, is_common), places in sorted(by_use.items()):
        flat = [element for place in places for element in ("\n", *forms[place].pattern.elements)]
        at = {element: number for number, element in enumerate(dict.fromkeys(flat))}
        blocks.append(PatternGroup(given, family, is_common, places, list(at), [at[each] for each in flat]))
    elements = dict.fromkeys(element for block in blocks for element in block.elements)
    place_of = {form: place for place, form in enumerate(forms)}
    return Template(forms, place_of, blocks, [element for element in elements if isinstance(element, str)])


Group = tuple[Spellings, Sequence[Sequence[int]], int]
"""The spellings of a block of patterns, the places of their pairs, and the number of patterns.

Pairs that are rendered equally, such as short forms with the same initial, stand together: they are one way of each
pattern."""


class Layout(NamedTuple):
    """The ways of all readings of one shape, by group, then by spelling, then by pattern; cut ones come last."""

    template: Template
    groups: Sequence[Group]
    places: Sequence[int]
    """The place of each way's pattern in the template."""
    pick: Callable[[Sequence[float]], Sequence[float]]
    """Picks the value of each way's pattern from the values of the template's patterns."""
    tags: Sequence[Tags]
    """The choices in which each way's spellings depart from the default, sorted."""
    pieces: Callable[[Sequence[str]], Iterable[str]]
    """Picks the pieces of all ways, line breaks between, from the letters, literals and slices of letters."""
    slices: Sequence[tuple[int, int]]
    """The place of the letters of each slice, and its length."""
    cuts: Sequence[int]
    """The number of characters to which each of the last ways is cut."""
    shares: Sequence[float] = ()
    """The probability of the spellings of each way, if its pattern is known."""

    def lines(self, letters: Sequence[str]) -> list[str]:
        """Return the local part that each way makes of the letters of a reading; empty if it is too long."""
        if not self.places:
            return []
        slices = [letters[place][:length] for place, length in self.slices]
        lines = "".join(self.pieces((*letters, *self.template.literals, *slices))).split("\n")
        if self.cuts:
            at = len(lines) - len(self.cuts)
            lines[at:] = [line[:cut].rstrip(".") for line, cut in zip(lines[at:], self.cuts, strict=True)]
        if sum(map(len, letters)) > LONGEST - SLACK:
            lines = [line if len(line) <= LONGEST else "" for line in lines]
        return lines


def layout_of(template: Template, shape: Shape) -> Layout:
    """Return the ways of readings of a shape, to which all patterns of the template apply."""
    literals = {text: len(shape.alike) + len(_REST) + at for at, text in enumerate(template.literals)}
    slices: dict[tuple[int, int], int] = {}
    start = len(shape.alike) + len(_REST) + len(literals)
    groups: list[Group] = []
    places: list[int] = []
    tags: list[Tags] = []
    pieces: list[int] = []
    for block in template.blocks:
        given = shape.given if block.is_common else shape.given[: shape.own]
        spellings = given, shape.family, block.by_given, block.by_family
        pairs = spelling_pairs(spellings)
        alike = _alike(shape, spellings, pairs)
        groups.append((spellings, alike, len(block.places)))
        for first, *_ in alike:
            letters = _letters(shape, pairs[first])
            picks = [
                literals[element]
                if isinstance(element, str)
                else slices.setdefault((letters[element.name], element.length), start + len(slices))
                if element.length
                else letters[element.name]
                for element in block.elements
            ]
            pieces += map(picks.__getitem__, block.order)
            places += block.places
            tags += [tuple(sorted(pairs[first].tags))] * len(block.places)
    cuts = [cut for place in places if (cut := template.forms[place].pattern.cut)]
    pick = itemgetter(*places, -1) if places else list
    return Layout(
        template, groups, places, pick, tags, itemgetter(*pieces[1:]) if pieces else list, list(slices), cuts
    )


def _alike(shape: Shape, spellings: Spellings, pairs: Sequence[Pair]) -> list[list[int]]:
    """Return the places of the pairs, those together that are rendered equally."""
    firsts, lasts = len(shape.given), len(shape.family)
    given, given_initials = shape.alike[:firsts], shape.alike[firsts : 2 * firsts]
    family, family_initials = shape.alike[2 * firsts : -lasts], shape.alike[-lasts:]
    is_given, is_family = (use is Use.WHOLE for use in spellings[2:])
    found: dict[tuple[int, int, int, int], list[int]] = {}
    for number, (first, last, *_) in enumerate(pairs):
        whole = given[first] if is_given else 0, family[last] if is_family else 0
        found.setdefault((given_initials[first], family_initials[last], *whole), []).append(number)
    return list(found.values())


def _letters(shape: Shape, pair: Pair) -> dict[str, int]:
    """Return the places of the letters of each token among those of a reading."""
    firsts, lasts, after = len(shape.given), len(shape.family), len(shape.alike)
    return {
        "first": pair.given,
        "f": firsts + pair.given,
        "last": 2 * firsts + pair.family,
        "l": 2 * firsts + lasts + pair.family,
        **{token: after + at for at, token in enumerate(_REST)},
    }
