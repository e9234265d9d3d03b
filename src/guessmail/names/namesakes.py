"""Marks of names: two names that share a mark can be one person's. Hashed marks show it as well.

The marks are unordered pairs of a given and a family name, over all readings, spellings and nicknames. They serve the
do-not-contact list, so they find too many people rather than too few; contradictory middle names separate two people.
"""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from guessmail.data.variants import GROUPS, SOUNDS
from guessmail.names import Name
from guessmail.names.one_reading import surnames_in
from guessmail.text import fold

_Relations = Mapping[str, tuple[str, str]]
_SAME: _Relations = {"same": ("known", "full"), "by a short form": ("full", "short")}
"""Equal short forms do not make Christian and Christina one person."""
_ONE_PERSON: _Relations = {
    **_SAME,
    "written with an initial": ("with an initial", "written with an initial"),
    "kept with an initial": ("written with an initial", "with an initial"),
}
_RELATIONS: _Relations = {
    **_ONE_PERSON,
    # A name that was kept alone, whose pair lacks the other part, covers everybody who has it.
    "same": ("known", "full or alone"),
    "called by the middle name": ("called", "full"),
    "had a middle name": ("full", "called"),
    "written alone": ("alone", "written alone"),
}
"""By the relation of two names of one person: the kind of pairs that is kept of the first, and that is asked of the second."""
_SOUNDS = [(re.compile(pattern), replacement) for pattern, replacement in SOUNDS]
_MAC = re.compile("^ma?([ck](?=..))")
"""The start of Mac and Mc by their sounds, before at least two letters."""


def own_marks(name: Name) -> frozenset[str]:
    """Return marks, pairs of a given and a family name, of which two spellings of one name share one."""
    return frozenset(f"same: {pair}" for face in _faces(name, _letters) for pair in _KINDS["known"](face))


def words_of(name: Name) -> set[str]:
    """Return the given and family names in `own_marks`: names without a common word share no pair."""
    return {
        _letters(spelling.text)
        for reading in name.readings
        for spelling in (*reading.firsts, *reading.nicks, *reading.lasts)
    }


def kept_marks(name: Name) -> frozenset[str]:
    """Return the marks to keep of a person; `asked_marks` of each way to write the name share one of them."""
    return _marks(_wide_faces(name), _RELATIONS, is_kept=True)


def asked_marks(name: Name) -> frozenset[str]:
    """Return the marks that find a kept person who may have this name."""
    return _marks(_wide_faces(name), _RELATIONS, is_kept=False)


def found_marks(name: Name) -> frozenset[str]:
    """Return the marks that find a kept person of this very name, under any of its spellings and variants."""
    return _marks(_wide_faces(name), _SAME, is_kept=False)


def is_namesake(name: Name, other: Name) -> bool:
    """Return whether two names are spellings or usual variants of one name, without contradictory middle names."""
    kept = _marks(_faces(name, _sound_of), _SAME, is_kept=True)
    return not kept.isdisjoint(_marks(_faces(other, _sound_of), _SAME, is_kept=False))


def may_be_one_person(name: Name, other: Name) -> bool:
    """Return whether two names are namesakes, or would be if an initial were written out: `J. Doe`, Jane Doe."""
    kept = _marks(_wide_faces(name), _ONE_PERSON, is_kept=True)
    return not kept.isdisjoint(_marks(_wide_faces(other), _ONE_PERSON, is_kept=False))


def is_one_word(name: Name) -> bool:
    """Return whether a name is a given or a family name alone, which everybody of that name shares."""
    return not any(reading.given and reading.family for reading in name.readings)


class _Face(NamedTuple):
    """A way to call a person: the parts of a reading that can stand beside each other."""

    givens: frozenset[str]
    """The given name and its full forms."""
    shorts: frozenset[str]
    """Its short forms."""
    families: frozenset[str]
    given_initials: frozenset[str]
    family_initials: frozenset[str]
    called: frozenset[str]
    """Other given names, by which the person may be called."""
    middles: tuple[str, ...]
    """The given names that it leaves out."""
    surnames: tuple[str, ...]
    """The surnames that it leaves out."""


def _marks(faces: Iterable[_Face], relations: _Relations, *, is_kept: bool) -> frozenset[str]:
    """Return the marks of a name as it is kept or asked, each with the middle names that it allows."""
    return frozenset(
        f"{relation}: {pair} {middle} {surname}"
        for face in faces
        for relation, (kept, asked) in relations.items()
        for pair in _KINDS[kept if is_kept else asked](face)
        for middle in _middle_marks(face.middles, is_kept=is_kept)
        for surname in _middle_marks(face.surnames, is_kept=is_kept)
    )


def _middle_marks(middles: tuple[str, ...], *, is_kept: bool) -> list[str]:
    """Return marks of middle names: kept and asked marks share one unless the middle names contradict each other."""
    if not middles:
        return ["?", "*"] if is_kept else ["?"]
    marks = ["?"] if is_kept else ["*"]
    for middle in middles:
        if len(middle) == 1:
            marks += [f"i{middle}", f"o{middle}"] if is_kept else [f"i{middle}"]
        else:
            marks += [f"f{middle}", f"i{middle[0]}" if is_kept else f"o{middle[0]}"]
    return marks


_KINDS: dict[str, Callable[[_Face], frozenset[str]]] = {
    "full": lambda face: _product(face.givens or (() if face.shorts else ("",)), face.families),
    "short": lambda face: _product(face.shorts, face.families),
    "known": lambda face: _KINDS["full"](face) | _KINDS["short"](face),
    "called": lambda face: _product(face.called, face.families),
    "alone": lambda face: frozenset(
        [name for name in face.givens | face.shorts | face.families if len(name) > 1]
    ),
    "full or alone": lambda face: _KINDS["full"](face) | _KINDS["alone"](face),
    "written alone": lambda face: frozenset([pair for pair in _KINDS["full"](face) if " " not in pair]),
    "with an initial": lambda face: (
        _product(face.given_initials, face.families)
        | _product(face.givens | face.shorts, face.family_initials)
        if face.families
        else frozenset()
    ),
    "written with an initial": lambda face: frozenset(
        [pair for pair in _KINDS["full"](face) if " " in pair and 1 in map(len, pair.split())]
    ),
}
"""Unordered pairs of a given and a family name, and names alone, by their kind."""


def _product(firsts: Iterable[str], lasts: Iterable[str]) -> frozenset[str]:
    """Return the unordered pairs; a missing family name is left out of them."""
    pairs = ((first, last) for first in firsts for last in lasts or ("",))
    return frozenset([" ".join(sorted(filter(None, pair))) for pair in pairs])


def _wide_faces(name: Name) -> Iterator[_Face]:
    """Yield the faces with Mac and Mc in each family name: MacDonald and McDonald count as equal."""
    for face in _faces(name, _sound_of):
        forms = [_MAC.sub(start, text) for text in face.families for start in (r"m\1", r"ma\1")]
        yield face._replace(families=face.families.union(forms))


def _faces(name: Name, spell: Callable[[str], str]) -> Iterator[_Face]:
    """Yield a face for each way to leave out words of a reading's given and family name; `spell` maps folded names."""
    is_vietnamese = any(trait.startswith("origin=vietnamese") for trait in name.traits)
    is_syllabic = any(trait.startswith(("origin=chinese", "origin=korean")) for trait in name.traits)
    for reading in name.readings:
        # Lena of Anna-Lena.
        pieces = [] if is_syllabic else fold(reading.given).split("-")[1:]
        others = [word for word in (*reading.middles, *pieces) if len(word) > 1]
        called = frozenset() if is_vietnamese else frozenset(map(spell, others))
        shorts = [nick.text for nick in reading.nicks if "nick=short" in nick.tags]
        full = [form.text for form in (*reading.firsts, *reading.nicks) if "nick=short" not in form.tags]
        if len(reading.initials) > 1 and full[:1] == [reading.initials]:  # written as one: JM
            full.append(reading.initials[0])
        families = list(map(fold, reading.family.split()))
        # A surname here is a middle name in another reading.
        is_middle = "surname=rest" in reading.tags or all(len(word) == 1 for word in families)
        words = [*map(fold, reading.given.replace("-", " ").split()), *reading.middles]
        surnames = list(map(fold, reading.family.replace("-", " ").split()))
        surnames = [_letters(core) for _, core in surnames_in(surnames)] if len(surnames) > 1 else []
        for left, givens in _by_rest([*full, *shorts], words).items():
            for rest, lasts in _by_rest([last.text for last in reading.lasts], surnames).items():
                yield _Face(
                    frozenset([spell(text) for text in givens if text not in shorts]),
                    frozenset([spell(text) for text in givens if text in shorts]),
                    frozenset(map(spell, lasts)),
                    frozenset([text[0] for text in givens]), frozenset([text[0] for text in lasts]),
                    called, tuple(map(spell, (*left, *rest) if is_middle else left)),
                    () if is_middle else tuple(map(spell, rest)),
                )  # fmt: skip


def _by_rest(texts: list[str], words: list[str]) -> dict[tuple[str, ...], list[str]]:
    """Return the spellings of a part by the words that they leave out; a short form leaves out all but the first."""
    if len(words) < 2 or not texts:
        return {(): texts}
    found: dict[tuple[str, ...], list[str]] = {}
    for text in texts:
        used = {word for word in words if text.startswith(word) or (len(word) > 1 and text.endswith(word))}
        left = tuple([word for word in words if word not in used]) if used else tuple(words[1:])
        found.setdefault(tuple(filter(None, left)), []).append(text)
    return found


@functools.lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    """Return letters and digits alone: `doe-smith` is `doesmith`."""
    return text if text.isalnum() else "".join(filter(str.isalnum, text))


@functools.lru_cache(maxsize=4096)
def _sound_of(text: str) -> str:
    """Return the text that the usual variants of a folded name share."""
    text = _sounds(_letters(text))
    return _variants().get(text, text)


def _sounds(text: str) -> str:
    for pattern, replacement in _SOUNDS if len(text) > 3 else ():  # Doe, Sue, Lee have no variants
        text = pattern.sub(replacement, text)
    return text


@functools.cache
def _variants() -> dict[str, str]:
    """Return variant of a given name -> first name of its first group, both by their sounds."""
    groups = [list(map(_sounds, row.split())) for row in GROUPS.strip().splitlines()]
    return {variant: group[0] for group in reversed(groups) for variant in group}
