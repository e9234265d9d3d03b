"""All ways to make a local part of a name, multiplied out of the tables of a domain."""

import heapq
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from guessmail.model.layout import Group, Layout, Tags, rest_of
from guessmail.model.prior import ALL_INITIALS, Spelled, Tables
from guessmail.names import Name, Reading, Spelling
from guessmail.patterns.catalog import Form

__all__ = ["LEAST", "Spellings", "Way", "Ways", "ways_of"]

LEAST = 1e-8
"""Blocks of ways that are less probable all together are left out: not even a hundred of them change a probability by 1e-6."""
RARE = 0.03
"""Blocks of ways that are less probable all together are looked at where it matters."""
SEPARATORS = "._-"
_NOTHING = (Spelling(""),)


class Way(NamedTuple):
    """One way to make a local part."""

    local_part: str
    probability: float
    form: Form
    reading: Reading
    tags: Tags
    """The choices in which the reading and the spellings depart from the default, sorted."""


class _Block(NamedTuple):
    """Ways that differ in their pattern alone."""

    layout: Layout
    group: Group
    share: float
    """How probable the choices are that they have in common."""
    chances: Sequence[float]
    """Those of the patterns."""
    mass: float
    """How probable the ways are all together."""
    letters: Sequence[str]
    spellings: "Spellings"
    first: int
    last: int

    def form_at(self, place: int) -> Form:
        """Return the pattern of one of its ways."""
        return self.layout.forms[self.group.start + place]

    def way(self, place: int, local_part: str) -> Way:
        """Return one of its ways, which renders a local part."""
        chance = self.share * self.chances[place]
        return Way(local_part, chance, self.form_at(place), self.spellings.reading, self.tags)

    @property
    def tags(self) -> Tags:
        """The choices in which the reading and the spellings depart from the default."""
        return self.spellings.tags(self.group, self.first, self.last)

    def may_render(self, local_part: str) -> bool:
        """Tell quickly whether some way may render a local part: by its length, the given name in it, and separators."""
        group = self.group
        given, initial, family, other, middle, second, *_ = self.letters
        longest = len(given or initial) + len(family or other) + len(middle or second) + group.padding
        if len(local_part) > longest:
            return False
        if group.has_given and given not in local_part:
            return False
        for separator in SEPARATORS:
            if separator in local_part and separator not in group.separators:
                return separator in given or separator in family
        return True


class Ways:
    """All ways to make a local part of one name.

    They are flat lists, since millions of them are made in a list of names. Blocks of ways that are improbable all
    together wait until they matter.
    """

    def __init__(self) -> None:
        self.none = 0.0
        """The probability that no pattern makes the address."""
        self._local_parts: list[str] = []
        self._probabilities: list[float] = []
        self._blocks: list[_Block] = []
        self._starts: list[int] = []
        self._waiting: list[_Block] = []

    def add(self, block: _Block) -> None:
        """Add a block."""
        if block.mass < RARE:
            self._waiting.append(block)
        else:
            self._append(block)

    def _append(self, block: _Block) -> None:
        self._blocks.append(block)
        self._starts.append(len(self._local_parts))
        self._local_parts += block.group.text(block.letters).split("\n")
        share = block.share
        self._probabilities += [share * chance for chance in block.chances]

    def _complete(self) -> None:
        """Bring all blocks into the lists."""
        for block in self._waiting:
            self._append(block)
        self._waiting = []

    def sums(self) -> dict[str, float]:
        """Return the probability of each local part."""
        self._complete()
        sums: dict[str, float] = {}
        self._add_to(sums, 0)
        sums.pop("", None)
        return sums

    def _add_to(self, sums: dict[str, float], start: int) -> None:
        """Add the probabilities of ways from a place on."""
        pairs = zip(self._local_parts[start:], self._probabilities[start:], strict=True)
        for local_part, probability in pairs:
            sums[local_part] = sums.get(local_part, 0.0) + probability

    def leading(self, most: int, least: float) -> dict[str, float]:
        """Return the probabilities of local parts, of all that may be among the `most` first ones and reach `least`."""
        waiting = sorted(self._waiting, key=_mass)
        rest = math.fsum([block.mass for block in waiting])
        sums: dict[str, float] = {}
        start = 0
        while True:
            self._add_to(sums, start)
            start = len(self._local_parts)
            bound = max(least, heapq.nlargest(most, sums.values())[-1] if len(sums) >= most else 0.0)
            if rest < bound or not waiting:
                break
            while waiting and rest >= bound / 2:  # what waits could be among the first ones
                block = waiting.pop()
                self._append(block)
                rest = math.fsum([block.mass for block in waiting])
        self._waiting = waiting
        sums.pop("", None)
        found = {local: chance for local, chance in sums.items() if chance + rest >= bound}
        for block in waiting:
            locals_ = [local for local in found if block.may_render(local)]
            if locals_:
                lines = block.group.text(block.letters).split("\n")
                for local in locals_:
                    if local in lines:
                        pairs = zip(lines, block.chances, strict=True)
                        found[local] += block.share * sum([chance for line, chance in pairs if line == local])
        return found

    def leading_to(self, local_part: str) -> Iterator[Way]:
        """Yield the ways that render a local part."""
        for at in self._places(local_part):
            number = bisect_right(self._starts, at) - 1
            yield self._blocks[number].way(at - self._starts[number], local_part)
        for block in self._waiting:
            if block.may_render(local_part):
                for place, line in enumerate(block.group.text(block.letters).split("\n")):
                    if line == local_part:
                        yield block.way(place, local_part)

    def best_form(self, local_part: str) -> Form | None:
        """Return the pattern of the most probable way that renders a local part, None where none does."""
        best = max(self._places(local_part), key=self._probabilities.__getitem__, default=None)
        if self._waiting and (best is None or self._probabilities[best] < RARE):
            self._complete()
            return self.best_form(local_part)
        if best is None:
            return None
        number = bisect_right(self._starts, best) - 1
        return self._blocks[number].form_at(best - self._starts[number])

    def _places(self, local_part: str) -> Iterator[int]:
        at = -1
        for _ in range(self._local_parts.count(local_part)):
            at = self._local_parts.index(local_part, at + 1)
            yield at

    def made_by(self, form: Form) -> Iterator[tuple[float, Tags]]:
        """Yield the probability and the tags of each way that takes a pattern."""
        for block in (*self._blocks, *self._waiting):
            group = block.group
            forms = block.layout.forms[group.start : group.start + group.size]
            if form in forms:
                yield block.share * block.chances[forms.index(form)], block.tags


def ways_of(name: Name, tables: Tables, least: float = LEAST) -> Ways:
    """Return all ways of a name, but for blocks of them that are less probable than `least` all together."""
    ways = Ways()
    for reading, weight in zip(name.readings, tables.readings(name), strict=True):
        if weight < least:
            continue
        patterns = tables.patterns(name, reading)
        ways.none += weight * patterns[0].none
        spellings = Spellings(reading)
        for layout, chances, masses, _ in patterns:
            for group, own, mass in zip(layout.groups, chances, masses, strict=True):
                spelled = tables.spellings(*spellings.tags_for(group), group.given, group.family)
                for letters, (share, first, last) in spellings.spell(group, weight, spelled):
                    if share * mass >= least:
                        ways.add(
                            _Block(layout, group, share, own, share * mass, letters, spellings, first, last)
                        )
    return ways


class Spellings:
    """The spellings of the parts of a reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        firsts, lasts = reading.firsts or _NOTHING, reading.lasts or _NOTHING
        self._given = [spelling.text for spelling in firsts]
        self._family = [spelling.text for spelling in lasts]
        self._itself = tuple([spelling.tags for spelling in firsts])
        self._family_tags = tuple([spelling.tags for spelling in lasts])
        if len(reading.initials) > 1 and reading.firsts:
            self._itself += (ALL_INITIALS,)
            self._given.append("")
        self._given += [spelling.text for spelling in reading.nicks]
        self._given_tags = self._itself + tuple([spelling.tags for spelling in reading.nicks])
        self._rest = rest_of(reading)

    def tags_for(self, group: Group) -> tuple[tuple[Tags, ...], tuple[Tags, ...]]:
        """Return the tags of the spellings of the given name, and of the family name, that a group of patterns takes."""
        return self._given_tags if group.is_common else self._itself, self._family_tags

    def letters(self, group: Group, first: int, last: int) -> tuple[str, ...]:
        """Return what a group's template takes for two of the spellings."""
        given, family = self._given[first], self._family[last]
        return (
            given if group.takes_given else "",
            given[:1] or self.reading.initials,
            family if group.takes_family else "",
            family[:1],
            *self._rest,
        )

    def spell(
        self, group: Group, weight: float, spelled: Sequence[Spelled]
    ) -> Iterable[tuple[tuple[str, ...], tuple[float, int, int]]]:
        """Return the letters of each way to spell, with how probable they are and which spellings these are.

        Spellings that come out equal, such as short forms with one initial, are added up under the first of them.
        """
        if len(spelled) == 1:
            first, last, chance = spelled[0]
            return ((self.letters(group, first, last), (weight * chance, first, last)),)
        found: dict[tuple[str, ...], tuple[float, int, int]] = {}
        for first, last, chance in spelled:
            letters = self.letters(group, first, last)
            if known := found.get(letters):
                found[letters] = known[0] + weight * chance, known[1], known[2]
            else:
                found[letters] = weight * chance, first, last
        return found.items()

    def tags(self, group: Group, first: int, last: int) -> Tags:
        """Return the tags of the reading and of the spellings that a group of patterns uses."""
        given = self._given_tags[first] if group.given else ()
        family = self._family_tags[last] if group.family else ()
        return tuple(sorted({*self.reading.tags, *given, *family}))


def _mass(block: _Block) -> float:
    return block.mass
