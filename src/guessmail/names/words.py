"""The values into which a written name is read, and its words in Latin letters with their ASCII forms.

They are named tuples, which take a fifth of the time of frozen dataclasses.
"""

import functools
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple
from unicodedata import normalize

from guessmail.data.languages import BARE_UMLAUTS
from guessmail.data.letters import NORDIC_BARE, NORDIC_DIGRAPH, UMLAUT_DIGRAPH
from guessmail.data.short_forms import COMMON, SHORT_FORMS
from guessmail.names.known import given_name_origins
from guessmail.text import fold


class NameOrder(StrEnum):
    """The order of the parts of a written name."""

    AUTO = "auto"
    GIVEN_FIRST = "given-first"
    FAMILY_FIRST = "family-first"


class Spelling(NamedTuple):
    """A way to write a part of a name in an address."""

    text: str
    """Letters, digits and inner hyphens or dots: a valid piece of a dot-atom (RFC 5322 3.2.3), lower case."""
    tags: tuple[str, ...] = ()
    """The choices in which it departs from the default spelling, as `dimension=value`, sorted."""


class Reading(NamedTuple):
    """A way to take a written name apart."""

    given: str
    middle: str
    family: str
    firsts: tuple[Spelling, ...]
    """Spellings of the given name, the default first; empty if the name has none."""
    lasts: tuple[Spelling, ...]
    middles: tuple[str, ...] = ()
    """The middle names, folded; one letter if only the initial is written."""
    nicks: tuple[Spelling, ...] = ()
    """The nickname that was written, or else short and long forms of the given name."""
    initials: str = ""
    """The initials of all words and syllables of the given name (`jp` for Jean-Pierre); empty if it has only one."""
    tags: tuple[str, ...] = ()
    """The choices in which it departs from the default reading, as `dimension=value`, sorted."""
    weight: float = 1.0
    """Its probability before any evidence; those of the readings of a name sum to one."""


class Name(NamedTuple):
    """A written name, as it was read."""

    written: str
    """The name as the user wrote it, cleaned."""
    readings: tuple[Reading, ...]
    """At least one, the most probable first."""
    traits: tuple[str, ...] = ()
    """Signs of the kind of name, as `dimension=value`: `origin=chinese`, `words=3`; they move the prior."""
    address: str = ""
    """The address that was written beside the name, as in `Jane Doe <jane@acme.com>`."""
    notices: tuple[str, ...] = ()
    """Sentences for the user: that a part is abbreviated."""


FAMILY_FIRST = ("order=family-first",)
"""The tag of a reading with the family name first, beside another."""
_VIETNAMESE = "[àáâãèéêìíòóôõùúýăĩũơưạ-ỹ]"  # compiled on first use, which takes 4 ms
NORDIC_LETTERS = frozenset("åøæÅØÆ")


class Word(NamedTuple):
    """A word of a written name."""

    text: str
    """As written, or romanised."""
    folded: str
    """The default of its forms."""
    forms: tuple[Spelling, ...]
    """Its ASCII forms, the default first, with hyphens; there is at least one, and each has a letter."""
    parts: tuple[str, ...] = ()
    """Its syllables, folded, if the script shows them (Han, Hangul)."""


def has_bare_umlauts(texts: Iterable[str]) -> bool:
    """Return whether the words show a language that drops the dots of ä, ö, ü."""
    return any(re.search(BARE_UMLAUTS, text.lower()) for text in texts)


@functools.lru_cache(maxsize=4096)
def latin_word(text: str, *, bare_umlauts: bool = False) -> Word | None:
    """Return the word with its forms; None if its ASCII form is empty."""
    plain = fold(text)
    if not plain:
        return None
    forms = [Spelling(plain)]
    if text.isascii():
        return Word(text, plain, tuple(forms))
    if re.search("[äöüÄÖÜ]", text):
        digraph = fold(text, UMLAUT_DIGRAPH)
        if bare_umlauts:
            forms.append(Spelling(digraph, ("umlaut=digraph",)))
        else:
            forms = [Spelling(digraph), Spelling(plain, ("umlaut=bare",))]
    if not NORDIC_LETTERS.isdisjoint(text):
        forms.append(Spelling(fold(text, NORDIC_DIGRAPH), ("nordic=digraph",)))
        forms.append(Spelling(fold(text, NORDIC_BARE), ("nordic=bare",)))
    # Letters of a single language, as people may write them.
    lowered = normalize("NFC", text.lower())
    others: list[str] = []
    if "đ" in lowered:
        is_vietnamese = re.search(_VIETNAMESE, lowered) or "vietnamese" in given_name_origins(plain)
        others = [] if is_vietnamese else [lowered.replace("đ", "dj")]
    elif "ə" in lowered:
        others = [lowered.replace("ə", "e")]
    elif "ō" in lowered or "ū" in lowered:
        double = re.sub("^ō", "oo", lowered).replace("ō", "ou").replace("ū", "uu")
        others = [re.sub("^ō|ō$", "oh", lowered), double]
    forms += [Spelling(fold(other), ("translit=other",)) for other in others]
    return Word(text, forms[0].text, distinct(forms))


def distinct(spellings: Iterable[Spelling], limit: int = 6) -> tuple[Spelling, ...]:
    """Return the spellings without repeated and empty texts, the first of each kept, at most `limit`."""
    first: dict[str, Spelling] = {}
    for spelling in spellings:
        if spelling.text:
            first.setdefault(spelling.text, spelling)
    return tuple(first.values())[:limit]


@functools.lru_cache(maxsize=4096)
def nicks_of(given: str) -> tuple[Spelling, ...]:
    """Return the short forms of a folded given name, then its full forms, at most three of each."""
    short, full = SHORT_FORMS.get(given, ()), _full_forms().get(given, ())
    return (
        *[Spelling(text, ("nick=short",)) for text in short[:3]],
        *[Spelling(text, ("nick=formal",)) for text in full[:3]],
    )


@functools.cache
def _full_forms() -> dict[str, tuple[str, ...]]:
    """Return short form -> full forms, those that use it first before those that use it rarely."""
    ranked: dict[str, list[tuple[int, str]]] = {}
    for full, forms in SHORT_FORMS.items():
        for rank, form in enumerate(forms):
            ranked.setdefault(form, []).append((rank - 3 * (full in COMMON), full))
    return {form: tuple(full for _, full in sorted(rows)) for form, rows in ranked.items()}
