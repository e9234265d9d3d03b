"""The fast path: names of two plain ASCII words, which are most of a list, in a few microseconds.

A name is plain when it is two words of ASCII letters, each with one capital at most, at its start, and
neither is in the vocabulary of titles, suffixes, particles and conjunctions. What it yields equals what the
slow path would.
"""

import functools
import re

from guessmail.data.name_words import SPECIAL
from guessmail.names.known import lean_alone, origin_of_family
from guessmail.names.nicks import nicks_of, words_with_nicks
from guessmail.names.origin import family_first, initials_of, is_family_beside_given, origin_of, share_of
from guessmail.names.types import Name, NameOrder, Reading, Spelling

__all__ = ["plain_words", "read_plain"]

_TITLE_CASE = re.compile("[A-Z][a-z]{1,99} [A-Z][a-z]{1,99}")
"""The writing of most names."""
_TURNED = ("order=family-first",)
_AUTO = NameOrder.AUTO
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
    one, other = _facts(first), _facts(last)
    origin = origin_of((first, last)) if one[4] or other[4] else ""
    if order is not _AUTO:
        share = float(order is NameOrder.FAMILY_FIRST)
    elif origin or is_family_beside_given(first, last):
        share = family_first(first, last, last, origin)
    else:
        share = share_of(one[3], other[3])
    if share == 0:
        readings: tuple[Reading, ...] = (_reading(one, other, origin, (), 1.0),)
    elif share == 1:
        readings = (_reading(other, one, origin, (), 1.0),)
    else:
        as_written = _reading(one, other, origin, (), 1 - share)
        turned = _reading(other, one, origin, _TURNED, share)
        readings = (turned, as_written) if share > 0.5 else (as_written, turned)
    return Name(" ".join(written.split()), readings, plain_traits(origin))


_Facts = tuple[str, tuple[Spelling, ...], tuple[Spelling, ...], float, bool]
"""What a plain word brings to any name that it stands in: how it is shown and spelled; its short and long forms, were it
a given name; how much rather it is one than a family name; whether it tells an origin."""


@functools.lru_cache(maxsize=8192)
def _facts(word: str) -> _Facts:
    """Return what a word in lower case brings."""
    nicks = nicks_of(word) if word in words_with_nicks() else ()
    origin = origin_of_family(word)
    return word.capitalize(), (Spelling(word),), nicks, lean_alone(word, origin), bool(origin)


def _reading(given: _Facts, family: _Facts, origin: str, tags: tuple[str, ...], weight: float) -> Reading:
    shown, firsts, nicks, _, _ = given
    initials = initials_of(shown, firsts[0].text, is_chinese=True) if origin[:7] == "chinese" else ""
    return Reading(shown, "", family[0], firsts, family[1], (), nicks, initials, tags, weight)


def plain_traits(origin: str) -> tuple[str, ...]:
    """Return the traits of a plain name."""
    if origin not in _TRAITS:
        _TRAITS[origin] = (*((f"origin={origin}",) if origin else ()), "script=latin-plain", "words=2")
    return _TRAITS[origin]
