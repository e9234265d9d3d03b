"""Names of two words, without reading them: what a word brings to any name that it stands in is found out once.

Names whose words are of the same kinds differ in their letters alone: reading one of them tells all. Words that may be
more than a name (titles, particles) or are put together (hyphens) are left to `phrases`.
"""

import functools
import re
from collections.abc import Hashable, Sequence
from typing import NamedTuple
from unicodedata import is_normalized

from guessmail.data.name_words import NO_NAMES
from guessmail.data.surnames import ENDINGS, ORIGINS
from guessmail.names.nicks import nicks_of, words_with_nicks
from guessmail.names.origin import origin_of
from guessmail.names.types import Spelling
from guessmail.names.words import has_bare_umlauts, latin_word
from guessmail.text import common_start

__all__ = ["Half", "Pair", "half_of", "pair_in", "pair_of"]

_MOST = 1 << 13
_TWO_PLAIN = re.compile("[A-Z][a-z]{1,39} [A-Z][a-z]{1,39}")
_PLAIN = re.compile("[A-Za-z][a-z]{1,39}")
_MARKED = re.compile("[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ][a-zß-öø-ɏḀ-ỿ]{1,39}")
_UMLAUTS = frozenset("äöü")
_TELLING = frozenset().union(NO_NAMES, ORIGINS, ENDINGS, words_with_nicks())

Pair = tuple[Hashable, Sequence[str]]
"""The kind of a name, and the texts of its words: the letters of all names of a kind are made of these in one way."""


class Half(NamedTuple):
    """What a word brings to a name of two."""

    kind: object
    """The same for words that differ in their letters alone."""
    texts: tuple[str, ...]
    """Its spellings and, were it a given name, its short and long forms."""
    initials: frozenset[str]
    """What these begin with."""
    is_title: bool
    """Whether it begins with a capital."""
    tells_origin: bool
    bare: bool | None
    """Whether its language drops the dots of ä, ö, ü, as far as it tells: False for a word with such a letter."""


def pair_of(written: str) -> Pair | None:
    """Return the kind and the texts of a name as it is written, `Jane Doe` or `Doe, Jane`; None where it is no pair."""
    if _TWO_PLAIN.fullmatch(written):
        first, last = written.lower().split(" ")
        if _TELLING.isdisjoint((first, last, last[-6:])):  # most names: quicker to do than to look up
            shared = common_start(first, last) if first[0] == last[0] else 0
            return (len(first), len(last), shared), (first, last)
    if written.isupper():  # in a list in capitals they say nothing
        title = written.title()
        pair = None if title.isupper() else pair_of(title)
        return pair and (("capitals", pair[0]), pair[1])
    first, space, last = written.partition(" ")
    if not space:
        return None
    is_reversed = first[-1] == "," if first else False
    one, other = half_of(first[:-1] if is_reversed else first), half_of(last)
    if one is None or other is None or one.is_title is not other.is_title:
        return None
    if is_reversed:
        return _pair("reversed", one, other) if one.is_title else None
    return _pair("in order", one, other)


def pair_in(given: str, family: str) -> Pair | None:
    """Return the same for a name that is given by its parts."""
    one, other = half_of(given), half_of(family)
    return _pair("by parts", one, other) if one and other else None


def _pair(order: str, one: Half, other: Half) -> Pair | None:
    if one.bare is not other.bare and None not in (one.bare, other.bare):  # one says how the other is spelled
        return None
    origin = ""
    if one.tells_origin or other.tells_origin:
        folded = one.texts[0], other.texts[0]
        origin = origin_of(folded[::-1] if order == "reversed" else folded)
        if origin.startswith("chinese"):  # whose syllables have initials
            return None
    shared = () if one.initials.isdisjoint(other.initials) else _shared(one.texts, other.texts)
    return (order, one.kind, other.kind, shared, origin), one.texts + other.texts


@functools.lru_cache(maxsize=_MOST)
def half_of(word: str) -> Half | None:
    """Return what a written word brings, None where it may be more than a name."""
    low = word.lower()
    bare = has_bare_umlauts([low]) or (None if _UMLAUTS.isdisjoint(low) else False)
    if _PLAIN.fullmatch(word):
        spellings: tuple[Spelling, ...] = (Spelling(low),)
    elif _is_marked(word):
        read = latin_word(word, bare_umlauts=bool(bare))
        if read is None:
            return None
        spellings = read.forms
    else:
        return None
    if not NO_NAMES.isdisjoint([low, *[text for text, _ in spellings]]):
        return None
    folded = spellings[0].text
    spellings += nicks_of(folded)
    texts = tuple([spelling.text for spelling in spellings])
    within: tuple[int, ...] = ()
    if len(texts) > 1:
        within = _shared(texts, texts)
        if len({*texts}) < len(texts) or not "".join(texts).isalpha():
            return None
    kind = _kind(word.isascii(), within, *[(len(text), tags) for text, tags in spellings])
    initials = _initials("".join([text[0] for text in texts]))
    return Half(kind, texts, initials, word[0] != low[0], folded in ORIGINS or folded[-6:] in ENDINGS, bare)


def _is_marked(word: str) -> bool:
    """Tell whether this is a word of Latin letters with marks that is nothing but a name."""
    return (
        _MARKED.fullmatch(word) is not None
        and word[0].isupper()
        and word[1:].islower()
        and is_normalized("NFKC", word)
    )


@functools.lru_cache(maxsize=_MOST)
def _kind(*_what_is_the_same: Hashable) -> object:
    return object()  # quicker to look up than what it stands for


@functools.lru_cache(maxsize=_MOST)
def _initials(letters: str) -> frozenset[str]:
    return frozenset(letters)


def _shared(texts: tuple[str, ...], others: tuple[str, ...]) -> tuple[int, ...]:
    """Return with how many equal letters each text and each other one begin."""
    return tuple([common_start(text, other) for text in texts for other in others])
