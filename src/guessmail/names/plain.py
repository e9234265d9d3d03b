"""The fast path: names of two plain ASCII words, which are most of a list, in a few microseconds.

A name is plain when it is two words of ASCII letters, each with one capital at most, at its start, and
neither is in the vocabulary of titles, suffixes, particles and conjunctions. What it yields equals what the
slow path would.
"""

import functools
import re

from guessmail.data import weights
from guessmail.data.name_words import SPECIAL
from guessmail.names.nicks import nicks_of
from guessmail.names.origin import initials_of, origin_of
from guessmail.names.types import Name, NameOrder, Reading, Spelling

__all__ = ["plain_words", "read_plain"]

_TITLE_CASE = re.compile("[A-Z][a-z]{1,99} [A-Z][a-z]{1,99}")
"""The writing of most names."""
_FAMILY_FIRST = ("order=family-first",)
_LONGEST = 40
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
    given_text, family_text = first.capitalize(), last.capitalize()
    firsts, lasts = _only(first), _only(last)
    if order is NameOrder.AUTO:
        share = weights.FAMILY_FIRST.get(origin, weights.FAMILY_FIRST_ELSE)
    else:
        share = float(order is NameOrder.FAMILY_FIRST)
    is_chinese = origin.startswith("chinese")
    readings: list[Reading] = []
    if share < 1:
        initials = initials_of(given_text, first, is_chinese=True) if is_chinese else ""
        readings.append(
            Reading(given_text, "", family_text, firsts, lasts, (), nicks_of(first), initials, (), 1 - share)
        )
    if share > 0:
        initials = initials_of(family_text, last, is_chinese=True) if is_chinese else ""
        tags = _FAMILY_FIRST if share < 1 else ()
        readings.append(
            Reading(family_text, "", given_text, lasts, firsts, (), nicks_of(last), initials, tags, share)
        )
    if share > 0.5 and len(readings) == 2:
        readings.reverse()
    return Name(" ".join(written.split()), tuple(readings), plain_traits(origin))


@functools.lru_cache(maxsize=8192)
def _only(word: str) -> tuple[Spelling, ...]:
    return (Spelling(word),)


def plain_traits(origin: str) -> tuple[str, ...]:
    """Return the traits of a plain name."""
    if origin not in _TRAITS:
        _TRAITS[origin] = (*((f"origin={origin}",) if origin else ()), "script=latin-plain", "words=2")
    return _TRAITS[origin]
