"""The fast path: names of two plain ASCII words, which are most of a list, in a few microseconds.

A name is plain when it is two words of ASCII letters, each with one capital at most, at its start, and
neither is in the vocabulary of titles, suffixes, particles and conjunctions. What it yields equals what the
slow path would.
"""

import functools
import re

from guessmail.data.name_words import SPECIAL
from guessmail.names.nicks import nicks_of
from guessmail.names.origin import family_first, initials_of, origin_of
from guessmail.names.types import Name, NameOrder, Reading, Spelling

__all__ = ["plain_words", "read_plain"]

_TITLE_CASE = re.compile("[A-Z][a-z]{1,99} [A-Z][a-z]{1,99}")
"""The writing of most names."""
_TAGS = ("order=family-first",)
_FAMILY_FIRST = NameOrder.FAMILY_FIRST
_TRAITS: dict[str, tuple[str, ...]] = {}


def plain_words(written: str) -> tuple[str, str] | None:
    """Return the two words in lower case, the first one first, when the fast path applies; else None."""
    if _TITLE_CASE.fullmatch(written):
        first, last = written.lower().split(" ")
        return None if first in SPECIAL or last in SPECIAL else (first, last)
    words = written.split()
    if len(words) != 2 or len(written) > 300:
        return None
    first, last = words
    if not (first.isascii() and last.isascii() and first.isalpha() and last.isalpha()):
        return None
    low_first, low_last = first.lower(), last.lower()
    if first[1:] != low_first[1:] or last[1:] != low_last[1:] or first[0].isupper() != last[0].isupper():
        return None
    if len(first) < 2 or len(last) < 2 or low_first in SPECIAL or low_last in SPECIAL:
        return None
    return low_first, low_last


def read_plain(written: str, first: str, last: str, order: NameOrder) -> Name:
    """Read a plain name; `first` and `last` are what `plain_words` gave for it."""
    origin = origin_of((first, last))
    share = (
        family_first(first, last, last, origin) if order is NameOrder.AUTO else float(order is _FAMILY_FIRST)
    )
    if share == 0:
        readings: tuple[Reading, ...] = (_reading(first, last, origin, (), 1.0),)
    elif share == 1:
        readings = (_reading(last, first, origin, (), 1.0),)
    else:
        one = _reading(first, last, origin, (), 1 - share)
        other = _reading(last, first, origin, _TAGS, share)
        readings = (other, one) if share > 0.5 else (one, other)
    return Name(" ".join(written.split()), readings, plain_traits(origin))


def _reading(given: str, family: str, origin: str, tags: tuple[str, ...], weight: float) -> Reading:
    shown, firsts, nicks = _facts(given)
    initials = initials_of(shown, given, is_chinese=True) if origin.startswith("chinese") else ""
    family_shown, lasts, _ = _facts(family)
    return Reading(shown, "", family_shown, firsts, lasts, (), nicks, initials, tags, weight)


@functools.lru_cache(maxsize=8192)
def _facts(word: str) -> tuple[str, tuple[Spelling, ...], tuple[Spelling, ...]]:
    """Return a word as it is shown, its spelling, and its short and long forms were it a given name."""
    return word.capitalize(), (Spelling(word),), nicks_of(word)


def plain_traits(origin: str) -> tuple[str, ...]:
    """Return the traits of a plain name."""
    if origin not in _TRAITS:
        _TRAITS[origin] = (*((f"origin={origin}",) if origin else ()), "script=latin-plain", "words=2")
    return _TRAITS[origin]
