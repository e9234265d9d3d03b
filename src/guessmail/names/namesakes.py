"""When two written names can be one person's, as marks that can be compared, or hashed and compared.

The marks are unordered pairs of a given and a family name, over all readings, spellings and nicknames of a
name. They err on the side of finding one: they serve the do-not-contact list. Two names that
contradict each other in a middle name, or in its initial, are two people all the same.
"""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from guessmail.data.variants import GROUPS, SOUNDS
from guessmail.names import Name, Reading
from guessmail.names.spell import surnames_in
from guessmail.text import fold

__all__ = [
    "asked_marks",
    "found_marks",
    "is_namesake",
    "is_one_word",
    "kept_marks",
    "may_be_one_person",
    "own_marks",
    "words_of",
]


def own_marks(name: Name) -> frozenset[str]:
    """Return the pairs of a given and a family name: what two spellings of one name share."""
    return frozenset(f"same: {pair}" for face in _faces(name, _letters) for pair in _known_pairs(face))


def words_of(name: Name) -> set[str]:
    """Return the given and family names that these pairs are made of: names that share none share no pair."""
    return {
        _letters(spelling.text)
        for reading in name.readings
        for spelling in (*reading.firsts, *reading.nicks, *reading.lasts)
    }


def kept_marks(name: Name) -> frozenset[str]:
    """Return what to keep of a person, so that `asked_marks` of any way to write the name meets it."""
    return _marks(_wide_faces(name), _RELATIONS, 0)


def asked_marks(name: Name) -> frozenset[str]:
    """Return what finds a person who may have this name."""
    return _marks(_wide_faces(name), _RELATIONS, 1)


def found_marks(name: Name) -> frozenset[str]:
    """Return what finds a person of this very name, under any of its spellings and variants."""
    return _marks(_wide_faces(name), _SAME, 1)


def is_namesake(one: Name, other: Name) -> bool:
    """Return whether two names are spellings or usual variants of one, and contradict each other in no middle name."""
    return not _marks(_faces(one, sound_of), _SAME, 0).isdisjoint(_marks(_faces(other, sound_of), _SAME, 1))


def may_be_one_person(one: Name, other: Name) -> bool:
    """Return whether two names are namesakes, or would be if an initial were written out: `J. Doe`, Jane Doe."""
    kept, asked = _marks(_wide_faces(one), _ONE_PERSON, 0), _marks(_wide_faces(other), _ONE_PERSON, 1)
    return not kept.isdisjoint(asked)


def is_one_word(name: Name) -> bool:
    """Return whether a name is a given or a family name alone, which everybody of that name shares."""
    return not any(reading.given and reading.family for reading in name.readings)


def _marks(faces: Iterable["_Face"], relations: "_Relations", side: int) -> frozenset[str]:
    """Return the marks of a name as what is kept (`side` 0) or asked (1), each with the middle names that it allows."""
    middles_of = (_kept_middles, _asked_middles)[side]
    return frozenset(
        f"{relation}: {pair} {middle} {surname}"
        for face in faces
        for relation, sides in relations.items()
        for pair in sides[side](face)
        for middle in middles_of(face.middles)
        for surname in middles_of(face.surnames)
    )


class _Face(NamedTuple):
    """One way to call a person: the parts of a reading that can stand beside each other."""

    givens: frozenset[str]
    """The given name and what it is short for."""
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


_Spell = Callable[[str], str]


def _wide_faces(name: Name) -> Iterator[_Face]:
    """Yield the faces with Mac and Mc in each family name: MacDonald and McDonald are taken for each other."""
    for face in _faces(name, sound_of):
        forms = [_MAC.sub(start, text) for text in face.families for start in (r"m\1", r"ma\1")]
        yield face._replace(families=face.families.union(forms))


_MAC = re.compile("^ma?([ck](?=..))")
"""The start of both as they sound, before two letters at least."""


def _faces(name: Name, spell: _Spell) -> Iterator[_Face]:
    is_vietnamese = any(trait.startswith("origin=vietnamese") for trait in name.traits)
    is_syllabic = any(trait.startswith(("origin=chinese", "origin=korean")) for trait in name.traits)
    for reading in name.readings:
        pieces = () if is_syllabic else _later_pieces(reading.given)
        middles = [middle for middle in reading.middles if len(middle) > 1]
        called = frozenset() if is_vietnamese else frozenset(map(spell, (*middles, *pieces)))
        shorts = [nick.text for nick in reading.nicks if "nick=short" in nick.tags]
        # What is a surname here is a middle name in another reading.
        is_middle = "surname=rest" in reading.tags or all(len(word) == 1 for word in _folded(reading.family))
        words = [*_folded(reading.given.replace("-", " ")), *reading.middles]
        for left, givens in _by_rest([*_given_texts(reading), *shorts], words).items():
            for others, families in _by_rest(
                [last.text for last in reading.lasts], _surnames(reading)
            ).items():
                yield _Face(
                    frozenset([spell(text) for text in givens if text not in shorts]),
                    frozenset([spell(text) for text in givens if text in shorts]),
                    frozenset(map(spell, families)),
                    frozenset([text[0] for text in givens]), frozenset([text[0] for text in families]),
                    called, tuple(map(spell, (*left, *others) if is_middle else left)),
                    () if is_middle else tuple(map(spell, others)),
                )  # fmt: skip


def _by_rest(texts: list[str], words: list[str]) -> dict[tuple[str, ...], list[str]]:
    """Return the spellings of a part by the words of it that they leave out; a short form leaves out all but the first."""
    if len(words) < 2 or not texts:
        return {(): texts}
    found: dict[tuple[str, ...], list[str]] = {}
    for text in texts:
        used = {word for word in words if text.startswith(word) or (len(word) > 1 and text.endswith(word))}
        left = tuple([word for word in words if word not in used]) if used else tuple(words[1:])
        found.setdefault(tuple(filter(None, left)), []).append(text)
    return found


def _given_texts(reading: Reading) -> list[str]:
    """Return the given name, what it is short for, and the first of initials that are written as one: JM."""
    texts = [
        spelling.text for spelling in (*reading.firsts, *reading.nicks) if "nick=short" not in spelling.tags
    ]
    is_glued = len(reading.initials) > 1 and bool(texts) and texts[0] == reading.initials
    return [*texts, reading.initials[0]] if is_glued else texts


def _folded(part: str) -> list[str]:
    return [fold(word) for word in part.split()]


def _surnames(reading: Reading) -> list[str]:
    words = _folded(reading.family.replace("-", " "))
    return [_letters(core) for _, core in surnames_in(words)] if len(words) > 1 else []


def _later_pieces(given: str) -> list[str]:
    """Return the later parts of a hyphenated given name, by which its bearer may be called: Lena of Anna-Lena."""
    return [piece for piece in fold(given).split("-")[1:] if len(piece) > 1]


def _kept_middles(middles: tuple[str, ...]) -> list[str]:
    """Return what `_asked_middles` of names that do not contradict these middle names meets."""
    if not middles:
        return ["?", "*"]
    marks = ["?"]
    for middle in middles:
        marks += [f"i{middle[0]}", f"o{middle}" if len(middle) == 1 else f"f{middle}"]
    return marks


def _asked_middles(middles: tuple[str, ...]) -> list[str]:
    """Return the marks of middle names: that there are none, or of each, in full or as an initial."""
    if not middles:
        return ["?"]
    marks = ["*"]
    for middle in middles:
        marks += [f"i{middle}"] if len(middle) == 1 else [f"f{middle}", f"o{middle[0]}"]
    return marks


@functools.lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    """Return the text without what stands between letters: `doe-smith` is `doesmith`."""
    return text if text.isalnum() else "".join(filter(str.isalnum, text))


@functools.lru_cache(maxsize=4096)
def sound_of(text: str) -> str:
    """Return what the usual variants of a folded name have in common."""
    text = _sounds(_letters(text))
    return _variants().get(text, text)


def _sounds(text: str) -> str:
    if len(text) > _SHORT:
        for pattern, replacement in _SOUNDS:
            text = pattern.sub(replacement, text)
    return text


_SHORT = 3
"""Names of so few letters have no variants: Doe, Sue, Lee."""
_SOUNDS = [(re.compile(pattern), replacement) for pattern, replacement in SOUNDS]


@functools.cache
def _variants() -> dict[str, str]:
    """Return each variant of a given name -> the first of its group, as they sound."""
    groups = (row.split() for row in GROUPS.strip().splitlines())
    found: dict[str, str] = {}
    for first, *others in groups:
        for variant in (first, *others):
            found.setdefault(_sounds(variant), _sounds(first))
    return found


def _product(firsts: Iterable[str], lasts: Iterable[str]) -> frozenset[str]:
    """Return the unordered pairs; a part that is lacking is left out of them."""
    pairs = ((first, last) for first in firsts or ("",) for last in lasts or ("",))
    return frozenset([" ".join(sorted(filter(None, pair))) for pair in pairs])


def _pairs(face: _Face) -> frozenset[str]:
    """Return the pairs of a given name, or what it is short for, and a family name."""
    return _product(face.givens, face.families) if face.givens or not face.shorts else frozenset()


def _short_forms(face: _Face) -> frozenset[str]:
    """Return the pairs of a short form and a family name."""
    return _product(face.shorts, face.families) if face.shorts else frozenset()


def _known_pairs(face: _Face) -> frozenset[str]:
    return _pairs(face) | _short_forms(face)


def _called_pairs(face: _Face) -> frozenset[str]:
    """Return the pairs of another given name and a family name."""
    return _product(face.called, face.families) if face.called else frozenset()


def _pairs_with_initials(face: _Face) -> frozenset[str]:
    """Return the pairs with one of the names cut to its initial."""
    givens = face.givens | face.shorts
    if not givens or not face.families:
        return frozenset()
    return _product(face.given_initials, face.families) | _product(givens, face.family_initials)


def _written_initials(face: _Face) -> frozenset[str]:
    """Return the pairs that were written with an initial: `J. Doe`."""
    return frozenset(
        pair for pair in _pairs(face) if " " in pair and any(len(name) == 1 for name in pair.split())
    )


def _alone(face: _Face) -> frozenset[str]:
    """Return each given and family name by itself."""
    return frozenset(name for name in face.givens | face.shorts | face.families if len(name) > 1)


def _written_alone(face: _Face) -> frozenset[str]:
    """Return the names that were written alone."""
    return frozenset(pair for pair in _pairs(face) if " " not in pair)


_Pairs = Callable[[_Face], frozenset[str]]
_Relations = Mapping[str, tuple[_Pairs, _Pairs]]
_SAME: _Relations = {"same": (_known_pairs, _pairs), "by a short form": (_pairs, _short_forms)}
"""Two short forms that are the same do not make one person of Christian and Christina."""
_ONE_PERSON: _Relations = {
    **_SAME,
    "written with an initial": (_pairs_with_initials, _written_initials),
    "kept with an initial": (_written_initials, _pairs_with_initials),
}
_RELATIONS: _Relations = {
    **_ONE_PERSON,
    # A name that was kept alone, whose pair lacks the other part, covers everybody who has it.
    "same": (_known_pairs, lambda face: _pairs(face) | _alone(face)),
    "called by the middle name": (_called_pairs, _pairs),
    "had a middle name": (_pairs, _called_pairs),
    "written alone": (_alone, _written_alone),
}
"""How two names can be one person's: what is kept of the one, and what is asked of the other."""
