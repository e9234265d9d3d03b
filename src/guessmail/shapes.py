"""Shapes of names: names of one shape differ in their letters alone, so what is found for one holds for all.

A shape is a name whose letters are placeholders (code points for private use): one for each letter of each spelled
text, the same one where a text begins as an earlier text does. Since the model asks of a name how long its texts are and
which local parts come out equal, but never which letters they are made of, the placeholders go through it as any letters do,
and what comes out of it, local parts of placeholders, is filled with the letters of each name in turn.

The one thing that letters decide is whether two local parts of placeholders are the same word: {l}{first} and {last}{f}
for Anna Anna. `Guards` finds out for which names they are, and `unified` gives these a shape of their own.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, combinations
from operator import itemgetter
from string import ascii_lowercase
from typing import NamedTuple

from guessmail.names import Name, Reading, Spelling
from guessmail.text import common_start

__all__ = [
    "DOMAIN",
    "TAIL",
    "Guards",
    "Readings",
    "Shape",
    "Stencil",
    "by_mask",
    "initials_in",
    "name_of",
    "placeholders",
    "shape_of",
    "unified",
    "word_mask",
]

_ROW = "".join(map(chr, range(0xE000, 0xF8FF)))
"""The placeholders, in the order in which they are taken: six times as many as the longest of names was seen to take."""
_FIXED = re.compile("[^a-z\ue000-\uf8fe]")
_PLACEHOLDERS = re.compile("[\ue000-\uf8ff]+")

DOMAIN = "\uf8ff"
"""Stands for a domain in the text of a stencil."""

TAIL = ascii_lowercase
"""What stands behind the letters of a name, so that the letters of a pattern are found there by place, too."""

_Pairs = tuple[tuple[int, int], ...]
_Tags = tuple[str, ...]
_Spelled = tuple[tuple[int, _Tags], ...]


class _Taken(NamedTuple):
    """A reading, with the numbers of its texts."""

    tags: _Tags
    weight: float
    firsts: _Spelled
    lasts: _Spelled
    nicks: _Spelled
    middles: tuple[int, ...]
    initials: int


Readings = tuple[_Taken, ...]


class Shape(NamedTuple):
    """What names that differ in their letters alone have in common."""

    traits: _Tags
    readings: Readings
    texts: tuple[str, ...]
    """The spelled texts of all readings, in placeholders; hyphens and dots are themselves."""

    @property
    def letters(self) -> str:
        """The placeholders in the order of a name's letters."""
        return "".join(self.texts)


def shape_of(name: Name) -> tuple[Shape, tuple[str, ...]]:
    """Return the shape of a name, and its texts: together, one behind the other, they are its letters."""
    numbers: dict[str, int] = {}

    def number(text: str) -> int:
        return numbers.setdefault(text, len(numbers))

    def spelled(spellings: Iterable[Spelling]) -> _Spelled:
        return tuple([(number(spelling.text), spelling.tags) for spelling in spellings])

    readings = tuple(
        [
            _Taken(
                reading.tags,
                reading.weight,
                spelled(reading.firsts),
                spelled(reading.lasts),
                spelled(reading.nicks),
                tuple([number(middle) for middle in reading.middles]),
                number(reading.initials),
            )
            for reading in name.readings
        ]
    )
    texts = tuple(numbers)
    return Shape(name.traits, readings, placeholders(texts, initials_in(name, readings))), texts


def initials_in(name: Name, readings: Iterable[_Taken]) -> frozenset[int] | None:
    """Return which texts are initials of others; None for a name no text of which is put together of others."""
    is_simple = all(
        one.given.isalpha() and one.family.isalpha() and not one.middles and not one.initials
        for one in name.readings
    )
    return None if is_simple else frozenset(taken.initials for taken in readings)


def placeholders(texts: Sequence[str], initials: frozenset[int] | None = None) -> tuple[str, ...]:
    """Return texts in placeholders: the same ones where a text begins as another does.

    With `initials`, the numbers of those that are initials of others, also where a text is put together of others:
    what holds for all such names need not be found out for each.
    """
    order: Iterable[int] = range(len(texts))
    if initials is not None:
        order = sorted(order, key=lambda at: (at in initials, len(texts[at])))
    used = 0
    done: dict[str, str] = {}
    for at in order:
        text = texts[at]
        cast, is_whole = _start(text, done)
        if initials is not None and at in initials:
            cast += "".join([_start(letter, done)[0] for letter in text[len(cast) :]])
        elif initials is not None and is_whole:
            cast = _continued(cast, text, done)
        rest = text[len(cast) :]
        fresh = _ROW[used : used + len(rest)]
        if not rest.isalpha():
            fresh = "".join([own if c.isalpha() else c for own, c in zip(fresh, rest, strict=True)])
        done[text] = cast + fresh
        used += len(rest)
    return tuple([done[text] for text in texts])


def _start(text: str, done: Mapping[str, str]) -> tuple[str, bool]:
    """Return the longest start that is another text's, too, in its placeholders, and whether it is all of that."""
    same, found, is_whole = 0, "", False
    for other, replaced in done.items():
        if other[:1] == text[:1] and (size := common_start(other, text)) >= max(same, 1):
            if size > same or size == len(other):
                found, is_whole = replaced[:size], size == len(other)
            same = size
    return found, is_whole


def _continued(cast: str, text: str, done: Mapping[str, str]) -> str:
    """Return more of the placeholders of a text: as far as it is put together of whole others."""
    while rest := text[len(cast) :]:
        if rest[0].isalpha():
            found, is_whole = _start(rest, done)
            if not is_whole or len(found) == 1:
                break
            cast += found
        else:
            cast += rest[0]
    return cast


def name_of(shape: Shape) -> Name:
    """Return the name whose letters are placeholders."""
    texts = shape.texts

    def spellings(spelled: _Spelled) -> tuple[Spelling, ...]:
        return tuple(Spelling(texts[number], tags) for number, tags in spelled)

    def reading(taken: _Taken) -> Reading:
        return Reading(
            given="",
            middle="",
            family="",
            firsts=spellings(taken.firsts),
            lasts=spellings(taken.lasts),
            middles=tuple(texts[number] for number in taken.middles),
            nicks=spellings(taken.nicks),
            initials=texts[taken.initials],
            tags=taken.tags,
            weight=taken.weight,
        )

    return Name("", tuple(map(reading, shape.readings)), shape.traits)


def unified(shape: Shape, places: Iterable[tuple[int, int]]) -> Shape:
    """Return the shape of those names whose letters at these pairs of places are the same."""
    letters = shape.letters + TAIL
    texts = shape.texts
    for one, other in places:
        # A letter of a pattern stays; of placeholders the first one does.
        low, high = sorted((letters[one], letters[other]))
        texts = tuple(text.replace(high, low) for text in texts)
        letters = letters.replace(high, low)
    return shape._replace(texts=texts)


@lru_cache(maxsize=1 << 12)
def word_mask(local_part: str) -> Hashable:
    """Return what local parts have in common that can be the same word: their length, and all that is no letter."""
    return (*map(len, _FIXED.split(local_part)), *_FIXED.findall(local_part))


class Guards:
    """Says which of the pairs of local parts, given in placeholders, are the same for the letters of a name."""

    __slots__ = ("_conditions",)

    def __init__(self, shape: Shape, pairs: Iterable[tuple[str, str]]) -> None:
        place, unlike = _places(shape), _unlike(shape)
        left = {condition for one, other in pairs if (condition := _condition(one, other, place, unlike))}
        # Most names fail the equality that most conditions ask for, and with it all these at once.
        count = Counter(chain.from_iterable(left))
        groups: dict[tuple[int, int], list[frozenset[tuple[int, int]]]] = {}
        for condition in left:
            pair = min(condition, key=lambda one: (-count[one], one))
            groups.setdefault(pair, []).append(condition - {pair})
        self._conditions = [(*pair, _least(rests)) for pair, rests in sorted(groups.items())]

    def __bool__(self) -> bool:
        """Say whether there are any."""
        return bool(self._conditions)

    def fired(self, letters: str) -> list[tuple[int, int]]:
        """Return the pairs of places by whose equality some pair of local parts is the same; mostly none.

        `letters` are those of a name with `TAIL` behind them.
        """
        found: list[tuple[int, int]] = []
        for one, other, rests in self._conditions:
            if letters[one] == letters[other]:
                for rest in rests:
                    if not rest or all(letters[a] == letters[b] for a, b in rest):
                        found += ((one, other), *rest)
        return found


def _least(conditions: list[frozenset[tuple[int, int]]]) -> list[_Pairs]:
    """Return the conditions but those that ask for more than another does."""
    if len(conditions) == 1:
        return [tuple(sorted(conditions[0]))]
    kept: list[frozenset[tuple[int, int]]] = []
    for condition in sorted(conditions, key=lambda one: (len(one), sorted(one))):
        if not any(other <= condition for other in kept):
            kept.append(condition)
    return [tuple(sorted(condition)) for condition in kept]


def _condition(
    one: str, other: str, place: Mapping[str, int], unlike: frozenset[tuple[str, str]]
) -> frozenset[tuple[int, int]]:
    """Return the places whose letters must be the same for two local parts to be; none where they never are."""
    pairs = set()
    for pair in zip(one, other, strict=True):
        if pair[0] != pair[1]:
            if pair in unlike:
                return frozenset()
            a, b = place[pair[0]], place[pair[1]]
            pairs.add(_pair(a, b) if a < b else _pair(b, a))
    return frozenset(pairs)


@cache
def _pair(one: int, other: int) -> tuple[int, int]:
    """Return two places, as the same tuple each time: the guards of all shapes together hold a million."""
    return one, other


def _unlike(shape: Shape) -> frozenset[tuple[str, str]]:
    """Return the placeholders, in both orders, that never are the same letter: those by which two texts begin to differ."""
    found: set[tuple[str, str]] = set()
    for one, other in combinations(filter(None, shape.texts), 2):
        pair = next((pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]), None)
        if pair:
            found.update((pair, pair[::-1]))
    return frozenset(found)


def _places(shape: Shape) -> dict[str, int]:
    """Return where each placeholder stands first, and each letter that patterns may have."""
    places: dict[str, int] = {}
    for at, letter in enumerate(shape.letters + TAIL):
        places.setdefault(letter, at)
    return places


class Stencil:
    """A text in placeholders, to be filled with letters many times."""

    __slots__ = ("_pick", "_stretches", "_text")

    def __init__(self, shape: Shape, text: str) -> None:
        """`DOMAIN` in the text stands for what follows the letters and `TAIL`."""
        place = _places(shape) | {DOMAIN: len(shape.letters + TAIL)}
        numbers: dict[tuple[int, int], int] = {}
        picked: list[int] = []

        def gap(found: re.Match[str]) -> str:
            gaps = 0
            for start, stop in _runs([place[letter] for letter in found[0]]):
                picked.append(numbers.setdefault((start, stop), len(numbers)))
                gaps += 1
            return "%s" * gaps

        self._text = _PLACEHOLDERS.sub(gap, text.replace("%", "%%"))
        end = place[DOMAIN]
        self._stretches = [slice(start, stop if start < end else None) for start, stop in numbers]
        self._pick: Callable[[list[str]], object] = itemgetter(*picked) if len(picked) > 1 else tuple

    def fill(self, letters: str) -> str:
        """Return the text with the letters of a name, behind which `TAIL` stands and, if it is asked for, a domain."""
        return self._text % self._pick([letters[stretch] for stretch in self._stretches])


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield neighbouring places together, as stretches."""
    start = stop = places[0]
    for place in places:
        if place != stop:
            yield start, stop
            start = place
        stop = place + 1
    yield start, stop


def by_mask(words: Iterable[str]) -> dict[Hashable, list[str]]:
    """Return the words in placeholders, together those that can be the same."""
    groups: dict[Hashable, list[str]] = {}
    for word in words:
        groups.setdefault(word_mask(word), []).append(word)
    return groups
