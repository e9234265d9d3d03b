"""Names of which every word is a name, and no word may be anything else: two words, or an initial between them."""

import functools
import re

from guessmail.data import weights
from guessmail.data.name_words import SPECIAL
from guessmail.data.short_forms import SHORT_FORMS
from guessmail.data.surnames import WEAK
from guessmail.names.known import given_log_odds, initials_of, origin_of_family
from guessmail.names.order import family_first, is_family_beside_given, origin_of, share_of
from guessmail.names.words import Name, NameOrder, Reading, Spelling, full_forms, nicks_of

_AUTO = NameOrder.AUTO  # looked up in the class for a third of a microsecond
FAMILY_FIRST = ("order=family-first",)
"""The tag of a reading with the family name first, beside another."""
RARE_SPELLINGS = 3
"""Spellings of a part of several words in a reading that is itself rare, or whose middle names the patterns
spell out."""
_TITLE_CASE = re.compile("[A-Z][a-z]{1,99} [A-Z][a-z]{1,99}")
"""The writing of most names."""


PlainWord = tuple[
    str, str, tuple[Spelling, ...], tuple[Spelling, ...], tuple[Spelling, ...], str, float, bool
]
"""A word as part of any name in which it is the given or the family name: folded, and as it is shown; its spellings as a
given name and as a family name; short and long forms, and initials, were it a given name; the log-odds that it is one, where
no other word tells its origin; and whether it tells an origin. Plain tuples take half the time of named ones."""


def plain_words(written: str) -> tuple[str, str] | None:
    """Return the two words in lower case, the first one first, of a plain name in ASCII; None of any other."""
    if not _TITLE_CASE.fullmatch(written):
        words = written.split()
        if len(words) != 2 or len(written) > 300 or not (words[0] + words[1]).isascii():
            return None
        if not all(len(word) > 1 and word.isalpha() and word[1:].islower() for word in words):
            return None
        if words[0][0].isupper() != words[1][0].isupper():
            return None
    first, last = written.lower().split()
    return None if first in SPECIAL or last in SPECIAL else (first, last)


def read_plain(written: str, first: str, last: str, order: NameOrder) -> Name:
    """Read a plain name in ASCII; `first` and `last` are what `plain_words` gave for it."""
    one, other = _ascii_word(first), _ascii_word(last)
    origin = origin_of((first, last)) if one[-1] or other[-1] else ""
    readings = plain_readings(one, other, origin, order)
    return Name(" ".join(written.split()), readings, _plain_traits(origin))


@functools.cache
def _plain_traits(origin: str) -> tuple[str, ...]:
    return traits_of_kind("latin-plain", 2, origin)


@functools.lru_cache(maxsize=8192)
def _ascii_word(word: str) -> PlainWord:
    spellings = (Spelling(word),)
    return plain_word(word, word.capitalize(), spellings, spellings, "")


def plain_word(
    folded: str, text: str, firsts: tuple[Spelling, ...], lasts: tuple[Spelling, ...], initials: str
) -> PlainWord:
    """Return the word with what the tables say of it."""
    nicks = nicks_of(folded) if folded in SHORT_FORMS or folded in full_forms() else ()
    origin = origin_of_family(folded)
    log_odds = given_log_odds(folded, origin)
    if log_odds < 0 and folded in WEAK:
        log_odds = 0.0
    return folded, text, firsts, lasts, nicks, initials, log_odds, origin != ""


def plain_readings(one: PlainWord, other: PlainWord, origin: str, order: NameOrder) -> tuple[Reading, ...]:
    """Read two words, of which each may be the given and the family name; the most probable reading first."""
    if order is not _AUTO:
        share = float(order is NameOrder.FAMILY_FIRST)
    elif origin or is_family_beside_given(one[0], other[0]):
        share = family_first(one[0], other[0], other[0], origin)
    else:
        share = share_of(weights.FAMILY_FIRST_ELSE + other[-2] - one[-2])
    if share == 0:
        return (_reading(one, other, origin, (), 1.0),)
    if share == 1:
        return (_reading(other, one, origin, (), 1.0),)
    as_written = _reading(one, other, origin, (), 1 - share)
    turned = _reading(other, one, origin, FAMILY_FIRST, share)
    return (turned, as_written) if share > 0.5 else (as_written, turned)


def _reading(
    given: PlainWord, family: PlainWord, origin: str, tags: tuple[str, ...], weight: float
) -> Reading:
    folded, text, firsts, _, nicks, initials, _, _ = given
    lasts = family[3]
    if origin[:7] == "chinese":
        initials = initials_of(text, folded, is_chinese=True)
    if tags and weight < 0.5:
        lasts = lasts[:RARE_SPELLINGS]
    return Reading(text, "", family[1], firsts, lasts, (), nicks, initials, tags, weight)


@functools.lru_cache(maxsize=1024)
def traits_of_kind(
    script: str, words: int, origin: str, initials: tuple[str, ...] = (), hyphens: tuple[str, ...] = (), middle: str = ""
) -> tuple[str, ...]:  # fmt: skip
    """Return the traits of all names of a kind, sorted: initials by their place, hyphens by the part that has them."""
    traits = [f"script={script}", f"words={words}"]
    traits += [f"middle={middle}"] if middle else []
    traits += [f"origin={origin}"] if origin else []
    traits += [f"initial={place}" for place in initials]
    traits += [f"hyphen={part}" for part in hyphens]
    return tuple(sorted(traits))
