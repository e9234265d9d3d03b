"""Where a name comes from and in which order it stands, as far as its words tell."""

import functools
import math
import re
from collections.abc import Sequence

from guessmail.data import weights
from guessmail.data.asian_given import JAPANESE
from guessmail.data.languages import SLAVIC_ENDINGS
from guessmail.data.more_given import SLAVIC
from guessmail.data.name_words import MARKS_OF_SEX
from guessmail.data.surnames import LEADING, SHARED, SOUTHERN, SOUTHERN_LEADING, SOUTHERN_SURE, VIETNAMESE
from guessmail.names.known import (
    Known,
    is_english_given,
    is_southern_syllable,
    known,
    looks_like,
    origin_of_family,
)
from guessmail.names.pinyin import split_pinyin

__all__ = [
    "FAMILY_FIRST_ORIGINS",
    "family_first",
    "initials_of",
    "is_family_beside_given",
    "looks_like",
    "origin_of",
    "share_of",
    "southern_place",
    "split_pinyin",
]

FAMILY_FIRST_ORIGINS = frozenset({"chinese", "japanese", "korean", "vietnamese", "hungarian"})
"""Origins whose own order is family name first."""

_NOTHING: dict[str, float] = {}
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def origin_of(words: Sequence[str]) -> str:
    """Return the origin that the family name tells, with its place: `chinese-last`, or an empty string.

    `words` are the folded words, in the order written; the family name is looked for last, then first.
    """
    if len(words) < 2 or not (origin_of_family(words[0]) or origin_of_family(words[-1])):
        return ""
    if len(words) > 2:
        if words[1] in MARKS_OF_SEX and words[0] in VIETNAMESE:
            return "vietnamese-first"
        if is_english_given(words[-1]) and known(words[0]).origin:
            words = words[:-1]
    if southern := southern_place(words):
        return f"chinese-{southern}"
    first, last = known(words[0]), known(words[-1])
    if first.origin == "vietnamese" and not first.is_weak and len(words) > 2:
        return "vietnamese-first"
    at_first = first.origin if first.origin in FAMILY_FIRST_ORIGINS else ""
    if at_first == last.origin and first.is_weak and words[-1] in SOUTHERN_SURE:
        return f"{at_first}-last"
    if last.origin and (not last.is_weak or last.origin in first.looks):
        is_first = at_first and not first.is_weak and (last.is_weak or _is_given_beside(last, first))
        return f"{at_first}-first" if is_first else f"{last.origin}-last"
    if at_first in ("vietnamese", "hungarian") and not first.is_weak:
        return f"{at_first}-first"
    looks = last.looks if len(words) == 2 else known("".join(words[1:])).looks
    shared = SHARED.get(words[0], at_first)
    return (
        next((f"{origin}-first" for origin in (at_first, shared) if origin and origin in looks), "")
        if at_first
        else ""
    )


def southern_place(words: Sequence[str]) -> str:
    """Return where the family name of three syllables of Singapore or Malaysia stands.

    `first` in Goh Siew Hong, `last` in Kok Leong Tan, empty where the words are no such name.
    """
    if len(words) != 3 or not all(is_southern_syllable(word) or word in SOUTHERN_LEADING for word in words):
        return ""
    if words[0] in SOUTHERN_LEADING or (words[0] in SOUTHERN and words[-1] not in SOUTHERN_LEADING | LEADING):
        return "first"
    return "last" if words[-1] in SOUTHERN_LEADING and words[0] not in LEADING else ""


def _is_given_beside(word: Known, family: Known) -> bool:
    """Tell whether a word that may be a family name is rather the given name of another of its origin."""
    return family.origin == word.origin and word.lean - family.lean > 1 and family.origin in word.looks


def family_first(first: str, last: str, rest: str, origin: str) -> float:
    """Return how probable it is that the first of the folded words is the family name, before any evidence.

    `rest` is what follows it, where that may be the syllables of one name; else it is `last`.
    """
    one, other = known(first), known(last)
    country, _, _ = origin.partition("-")
    is_eastern = country in FAMILY_FIRST_ORIGINS
    looks, own_looks = (known(rest).looks, one.looks) if is_eastern else (_NOTHING, _NOTHING)
    odds = weights.FAMILY_FIRST.get(country, weights.FAMILY_FIRST_ELSE)
    odds += other.lean if other.lean > 0 or not other.is_weak or country in own_looks else 0.0
    odds -= one.lean if one.lean > 0 or not one.is_weak or country in looks else 0.0
    if is_family_beside_given(first, last):
        odds -= weights.ENDS_AS_FAMILY
        odds += weights.GIVEN if other.lean == 0 else 0.0
    odds += looks.get(country, 0.0) if other.lean < weights.GIVEN else 0.0
    odds -= own_looks.get(country, 0.0) if one.lean < weights.GIVEN else 0.0
    return _share(odds)


def is_family_beside_given(first: str, last: str) -> bool:
    """Tell whether an unknown folded word stands before a given name of its language, as Boyko Andriy, Ohtani Shohei."""
    if last in SLAVIC:
        return first.endswith(SLAVIC_ENDINGS) and known(first).lean == 0
    return (
        last in JAPANESE
        and first not in JAPANESE
        and known(first).lean == 0
        and "japanese" in known(first).looks
    )


@functools.lru_cache(maxsize=64)
def share_of(first_lean: float, last_lean: float) -> float:
    """Return the same for a name without an origin, by how much rather each word is a given than a family name."""
    return _share(weights.FAMILY_FIRST_ELSE + last_lean - first_lean)


def _share(odds: float) -> float:
    share = 1 / (1 + math.exp(-odds))
    return 0.0 if share < weights.NO_QUESTION else 1.0 if share > 1 - weights.NO_QUESTION else share


def initials_of(text: str, folded: str, *, is_chinese: bool) -> str:
    """Return the initials of the syllables of a given name, or an empty string when it has one.

    Syllables begin at hyphens, at capitals within the word, and, in the given name of a Chinese, where pinyin
    divides.
    """
    pieces = folded.split("-")
    if len(pieces) == 1:
        pieces = (
            [piece.lower() for piece in _INNER_CAPITAL.split(text)]
            if text.isascii() and text.isalpha()
            else [folded]
        )
    if is_chinese:
        pieces = [syllable for piece in pieces for syllable in (split_pinyin(piece) or (piece,))]
    return "".join(piece[0] for piece in pieces if piece) if len(pieces) > 1 else ""
