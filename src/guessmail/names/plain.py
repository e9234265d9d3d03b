"""Names of which every word is a name, and no word may be anything else: two words, or an initial between them."""

import functools
import re
from typing import NamedTuple

from guessmail.data import weights
from guessmail.data.name_words import SPECIAL
from guessmail.data.short_forms import SHORT_FORMS
from guessmail.names.known import initials_of, known
from guessmail.names.order import family_first, is_family_beside_given, origin_of, share_of
from guessmail.names.words import Name, NameOrder, Reading, Spelling, full_forms, nicks_of

FAMILY_FIRST = ("order=family-first",)
"""The tag of a reading with the family name first, beside another."""
RARE_SPELLINGS = 3
"""Spellings of a part of several words in a reading that is itself rare, or whose middle names the patterns
spell out."""
_TITLE_CASE = re.compile("[A-Z][a-z]{1,99} [A-Z][a-z]{1,99}")
"""The writing of most names."""


class PlainWord(NamedTuple):
    """A word as part of any name in which it is the given or the family name."""

    folded: str
    text: str
    firsts: tuple[Spelling, ...]
    lasts: tuple[Spelling, ...]
    nicks: tuple[Spelling, ...]
    initials: str
    given_log_odds: float
    """How much rather it is a given than a family name where no other word tells its origin."""
    has_origin: bool


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
    origin = origin_of((first, last)) if one.has_origin or other.has_origin else ""
    readings = plain_readings(one, other, origin, order)
    return Name(" ".join(written.split()), readings, traits_of_kind("latin-plain", 2, origin))


@functools.lru_cache(maxsize=8192)
def _ascii_word(word: str) -> PlainWord:
    spellings = (Spelling(word),)
    return plain_word(word, word.capitalize(), spellings, spellings, "")


def plain_word(
    folded: str, text: str, firsts: tuple[Spelling, ...], lasts: tuple[Spelling, ...], initials: str
) -> PlainWord:
    """Return the word with what the tables say of it."""
    nicks = nicks_of(folded) if folded in SHORT_FORMS or folded in full_forms() else ()
    found = known(folded)
    log_odds = found.given_log_odds if found.given_log_odds > 0 or not found.is_weak else 0.0
    return PlainWord(folded, text, firsts, lasts, nicks, initials, log_odds, bool(found.origin))


def plain_readings(one: PlainWord, other: PlainWord, origin: str, order: NameOrder) -> tuple[Reading, ...]:
    """Read two words, of which each may be the given and the family name; the most probable reading first."""
    if order is not NameOrder.AUTO:
        share = float(order is NameOrder.FAMILY_FIRST)
    elif origin or is_family_beside_given(one.folded, other.folded):
        share = family_first(one.folded, other.folded, other.folded, origin)
    else:
        share = share_of(weights.FAMILY_FIRST_ELSE + other.given_log_odds - one.given_log_odds)
    if share == 0:
        return (_reading(one, other, origin),)
    if share == 1:
        return (_reading(other, one, origin),)
    as_written = _reading(one, other, origin, (), 1 - share)
    turned = _reading(other, one, origin, FAMILY_FIRST, share)
    return (turned, as_written) if share > 0.5 else (as_written, turned)


def _reading(
    given: PlainWord, family: PlainWord, origin: str, tags: tuple[str, ...] = (), weight: float = 1.0
) -> Reading:
    _, text, firsts, _, nicks, initials, _, _ = given
    if origin[:7] == "chinese":
        initials = initials_of(text, given.folded, is_chinese=True)
    lasts = family.lasts[:RARE_SPELLINGS] if tags and weight < 0.5 else family.lasts
    return Reading(text, "", family.text, firsts, lasts, (), nicks, initials, tags, weight)


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
