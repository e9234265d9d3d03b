"""The words of a name and the values that are made of them: forms in Latin letters, and what they tell of origin and order.

Named tuples: made in a fifth of the time of frozen dataclasses, once a name, and declared in a tenth, once a run.
"""

import functools
import math
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple
from unicodedata import normalize

from guessmail.data import weights
from guessmail.data.asian_given import JAPANESE
from guessmail.data.languages import BARE_UMLAUTS, SLAVIC_ENDINGS
from guessmail.data.letters import NORDIC_BARE, NORDIC_DIGRAPH, UMLAUT_DIGRAPH
from guessmail.data.more_given import SLAVIC
from guessmail.data.name_words import MARKS_OF_SEX
from guessmail.data.surnames import SHARED, SOUTHERN_SURE, VIETNAMESE
from guessmail.names.known import (
    Known,
    is_english_given,
    known,
    looks_like,
    origin_of_family,
    southern_place,
)
from guessmail.text import fold

__all__ = [
    "FAMILY_FIRST_ORIGINS",
    "NORDIC_LETTERS",
    "Name",
    "NameOrder",
    "Reading",
    "Spelling",
    "Word",
    "distinct",
    "family_first",
    "has_bare_umlauts",
    "is_family_beside_given",
    "latin_word",
    "origin_of",
    "share_of",
    "variants",
]


class NameOrder(StrEnum):
    """Which part of a written name comes first."""

    AUTO = "auto"
    GIVEN_FIRST = "given-first"
    FAMILY_FIRST = "family-first"


class Spelling(NamedTuple):
    """One way to write a part of a name in an address."""

    text: str
    """Letters, digits and inner hyphens or dots: a valid piece of a dot-atom (RFC 5322 3.2.3), lower case."""
    tags: tuple[str, ...] = ()
    """The choices in which it departs from the default spelling, as `dimension=value`, sorted."""


class Reading(NamedTuple):
    """One way to take a written name apart."""

    given: str
    middle: str
    family: str
    firsts: tuple[Spelling, ...]
    """Spellings of the given name, the default first; empty when the name has none."""
    lasts: tuple[Spelling, ...]
    middles: tuple[str, ...] = ()
    """The middle names, folded; one letter where only the initial is written."""
    nicks: tuple[Spelling, ...] = ()
    """The nickname that was written, or else short and long forms of the given name."""
    initials: str = ""
    """The initials of all words and syllables of the given name (`jp` for Jean-Pierre), empty when there is
    one."""
    tags: tuple[str, ...] = ()
    """The choices in which it departs from the default reading, as `dimension=value`, sorted."""
    weight: float = 1.0
    """How probable it is beside the other readings of the same name, before any evidence; they sum to one."""


class Name(NamedTuple):
    """What was made of a written name."""

    written: str
    """The name as it was given, cleaned."""
    readings: tuple[Reading, ...]
    """At least one, the most probable first."""
    traits: tuple[str, ...] = ()
    """What the name shows of its kind, as `dimension=value`: `origin=chinese`, `words=3`; moves the prior."""
    address: str = ""
    """The address that was written beside the name, as in `Jane Doe <jane@acme.com>`."""
    notices: tuple[str, ...] = ()
    """What the user should know of it, as sentences: that a part is abbreviated."""


_VIETNAMESE = "[àáâãèéêìíòóôõùúýăĩũơưạ-ỹ]"  # compiled where it is used: that takes 4 ms
_UMLAUTS = frozenset("äöüÄÖÜ")
NORDIC_LETTERS = frozenset("åøæÅØÆ")


class Word:
    """A word of a written name; equal to itself alone, so that what is cached by it is found quickly."""

    __slots__ = ("folded", "forms", "parts", "text")

    def __init__(
        self, text: str, forms: tuple[Spelling, ...], folded: str, parts: tuple[str, ...] = ()
    ) -> None:
        """`forms` are its ASCII forms, the default first; hyphens stay. Never empty, never without a letter."""
        self.text = text
        """As written; romanised by default where the script is not Latin."""
        self.forms = forms
        self.folded = folded
        """The default form."""
        self.parts = parts
        """Its syllables, where the script shows them (Han, Hangul), folded."""


def has_bare_umlauts(texts: Iterable[str]) -> bool:
    """Say whether the words show a language that drops the dots of ä, ö, ü."""
    return any(re.search(BARE_UMLAUTS, text.lower()) for text in texts)


@functools.lru_cache(maxsize=8192)
def latin_word(text: str, *, bare_umlauts: bool = False) -> Word | None:
    """Return the word with its forms, or None when no letter is left of it."""
    plain = fold(text)
    if not plain:
        return None
    forms = [Spelling(plain)]
    if not text.isascii():
        if not _UMLAUTS.isdisjoint(text):
            digraph = fold(text, UMLAUT_DIGRAPH)
            if bare_umlauts:
                forms.append(Spelling(digraph, ("umlaut=digraph",)))
            else:
                forms = [Spelling(digraph), Spelling(plain, ("umlaut=bare",))]
        if not NORDIC_LETTERS.isdisjoint(text):
            forms.append(Spelling(fold(text, NORDIC_DIGRAPH), ("nordic=digraph",)))
            forms.append(Spelling(fold(text, NORDIC_BARE), ("nordic=bare",)))
        forms += _other_spellings(text.lower(), plain)
    return Word(text, distinct(forms), forms[0].text)


def _other_spellings(lowered: str, plain: str) -> list[Spelling]:
    """Return the spellings of letters that one language has, as its bearers may write them: đ as dj, ō as oh."""
    lowered = normalize("NFC", lowered)
    texts: list[str] = []
    if "đ" in lowered and not re.search(_VIETNAMESE, lowered) and not looks_like("vietnamese", plain):
        texts = [fold(lowered.replace("đ", "dj"))]
    elif "ə" in lowered:
        texts = [fold(lowered.replace("ə", "e"))]
    elif "ō" in lowered or "ū" in lowered:
        double = re.sub("^ō", "oo", lowered).replace("ō", "ou").replace("ū", "uu")
        texts = [fold(re.sub("^ō|ō$", "oh", lowered)), fold(double)]
    return [Spelling(text, ("translit=other",)) for text in texts]


def distinct(spellings: Iterable[Spelling], limit: int = 6) -> tuple[Spelling, ...]:
    """Return the spellings without repeated and empty texts, the first of each kept, at most `limit`."""
    first: dict[str, Spelling] = {}
    for spelling in spellings:
        if spelling.text:
            first.setdefault(spelling.text, spelling)
    return tuple(first.values())[:limit]


def variants(words: Sequence[Word]) -> list[tuple[tuple[str, ...], list[str]]]:
    """Return each choice of letters with the words in it, the default first.

    One choice holds for all words of a part.

    Words that do not know the choice stay in their default form.
    """
    choices = dict.fromkeys(choice for word in words for choice in _by_choice(word))
    # The default has no tags; the others stay as they came.
    ordered = sorted(choices, key=lambda choice: bool(choice[0]))
    return [(tags, [_by_choice(word).get((tags, n), word.folded) for word in words]) for tags, n in ordered]


def _by_choice(word: Word) -> dict[tuple[tuple[str, ...], int], str]:
    """Return the forms of a word by their tags and, among those of equal tags, their number."""
    found: dict[tuple[tuple[str, ...], int], str] = {}
    for form in word.forms:
        number = sum(1 for tags, _ in found if tags == form.tags)
        found[form.tags, number] = form.text
    return found


FAMILY_FIRST_ORIGINS = frozenset({"chinese", "japanese", "korean", "vietnamese", "hungarian"})
"""Origins whose own order is family name first."""

_NOTHING: dict[str, float] = {}


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
    if last.origin and (not last.is_weak or last.origin in first.given_name_origins):
        is_first = at_first and not first.is_weak and (last.is_weak or _is_given_beside(last, first))
        return f"{at_first}-first" if is_first else f"{last.origin}-last"
    if at_first in ("vietnamese", "hungarian") and not first.is_weak:
        return f"{at_first}-first"
    looks = last.given_name_origins if len(words) == 2 else known("".join(words[1:])).given_name_origins
    shared = SHARED.get(words[0], at_first)
    return (
        next((f"{origin}-first" for origin in (at_first, shared) if origin and origin in looks), "")
        if at_first
        else ""
    )


def _is_given_beside(word: Known, family: Known) -> bool:
    """Tell whether a word that may be a family name is rather the given name of another of its origin."""
    return (
        family.origin == word.origin
        and word.given_log_odds - family.given_log_odds > 1
        and family.origin in word.given_name_origins
    )


def family_first(first: str, last: str, rest: str, origin: str) -> float:
    """Return how probable it is that the first of the folded words is the family name, before any evidence.

    `rest` is what follows it, where that may be the syllables of one name; else it is `last`.
    """
    one, other = known(first), known(last)
    country, _, _ = origin.partition("-")
    is_eastern = country in FAMILY_FIRST_ORIGINS
    looks, own_looks = (
        (known(rest).given_name_origins, one.given_name_origins) if is_eastern else (_NOTHING, _NOTHING)
    )
    odds = weights.FAMILY_FIRST.get(country, weights.FAMILY_FIRST_ELSE)
    odds += (
        other.given_log_odds if other.given_log_odds > 0 or not other.is_weak or country in own_looks else 0.0
    )
    odds -= one.given_log_odds if one.given_log_odds > 0 or not one.is_weak or country in looks else 0.0
    if is_family_beside_given(first, last):
        odds -= weights.ENDS_AS_FAMILY
        odds += weights.GIVEN if other.given_log_odds == 0 else 0.0
    odds += looks.get(country, 0.0) if other.given_log_odds < weights.GIVEN else 0.0
    odds -= own_looks.get(country, 0.0) if one.given_log_odds < weights.GIVEN else 0.0
    return _share(odds)


def is_family_beside_given(first: str, last: str) -> bool:
    """Tell whether an unknown folded word stands before a given name of its language, as Boyko Andriy, Ohtani Shohei."""
    if last in SLAVIC:
        return first.endswith(SLAVIC_ENDINGS) and known(first).given_log_odds == 0
    return (
        last in JAPANESE
        and first not in JAPANESE
        and known(first).given_log_odds == 0
        and "japanese" in known(first).given_name_origins
    )


@functools.lru_cache(maxsize=64)
def share_of(first_lean: float, last_lean: float) -> float:
    """Return the same for a name without an origin, by how much rather each word is a given than a family name."""
    return _share(weights.FAMILY_FIRST_ELSE + last_lean - first_lean)


def _share(odds: float) -> float:
    share = 1 / (1 + math.exp(-odds))
    return 0.0 if share < weights.NO_QUESTION else 1.0 if share > 1 - weights.NO_QUESTION else share
