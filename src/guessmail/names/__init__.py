"""Written names -> readings, and the spellings of each part. Pure: no clock, no network, no files.

Importing this package costs what plain names need; the rest is loaded with the first name that needs it.

A reading or spelling carries a tag for each choice in which it departs from the default; a company's
convention is such a choice, so the same tag means the same choice in every name:

- `order=family-first`: read with the family name first, where the words leave the order open;
- `surname=rest`: all words after the first are family name; `surname=two`: the last two are (Spain,
  Portugal);
- `surname=first`, `second`, `both`, `hyphen`, `dotted`: of two surnames that one, or both so joined. The
  default is the first in Spanish names, the last in Portuguese ones, both joined elsewhere;
- `surname=earlier`: the first of two Portuguese surnames. Spanish and Portuguese surnames that a hyphen joins
  have the same tags, and the first as their default;
- `surname=maiden`: the family name at birth, where it is written;
- `hyphen=kept`, `first`, `second`: a hyphenated family name so, or that part of it; the default joins it;
- `particle=dropped`, `dotted`, `hyphen`: van der Berg as berg, van.der.berg, van-der-berg; the default
  joins it. `particle=joined`: binsalman of bin Salman, where the default drops it;
- `given=joined`, `second`, `dotted`: of two given words; the default is the first. Of one that is bound
  (Abdul Rahman) or follows an initial (J. Edgar) `given=first`, too; the default is the name in use. Of a
  hyphenated or syllabic given name `given=hyphen`, `first`, `dotted`; the default joins it. `given=added-hyphen`
  where no hyphen is written: Kim Min Jun, Jean Pierre;
- `umlaut=bare`: ü as u, where ue is the default; `umlaut=digraph`: ue, where the language writes u;
- `nordic=digraph`: ø as oe, å as aa; `nordic=bare`: æ as a; the default is o, a, ae;
- `translit=passport`, `common`, `classical`, `rr`, `other`: another romanisation than the usual one of the
  language, or another spelling of its letters (đ as dj, ō as oh);
- `nick=written`, `short`, `formal`: the nickname that was written, a short form, the form that the given
  name is short for.

The traits of a name are listed in `one_reading.py`.
"""

import functools
import math
import re

from guessmail.data import name_countries as data
from guessmail.data.name_words import SPECIAL
from guessmail.data.short_forms import COMMON, SHORT_FORMS
from guessmail.errors import Problem
from guessmail.names.known import initials_of, log_odds_alone, origin_of_family
from guessmail.names.words import (
    Name,
    NameOrder,
    Reading,
    Spelling,
    family_first,
    is_family_beside_given,
    origin_of,
    share_of,
)

__all__ = [
    "Name",
    "NameOrder",
    "Reading",
    "Spelling",
    "country_of_name",
    "is_short_for",
    "name_from_parts",
    "nicks_of",
    "plain_words",
    "read_name",
    "read_plain",
    "words_with_nicks",
]


def read_name(written: str, *, order: NameOrder = NameOrder.AUTO) -> Name | Problem:
    """Read a name as people write it; `order` says which part comes first where the writing does not.

    Returns a problem, and never raises, for what is no name or cannot be romanised.
    """
    words = plain_words(written)
    if words:
        return read_plain(written, *words, order)
    return _read_slowly(written, order)


def name_from_parts(given: str, family: str, middle: str = "") -> Name | Problem:
    """Read a name whose parts are said, as in the columns of a list; no part is taken apart into another."""
    return _read_columns(given, family, middle)


@functools.lru_cache(maxsize=2048)
def _read_slowly(written: str, order: NameOrder) -> Name | Problem:
    from guessmail.names.slow import read_slowly

    return read_slowly(written, order)


@functools.lru_cache(maxsize=2048)
def _read_columns(given: str, family: str, middle: str) -> Name | Problem:
    from guessmail.names.slow import read_columns

    return read_columns(given, family, middle)


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
    return word.capitalize(), (Spelling(word),), nicks, log_odds_alone(word, origin), bool(origin)


def _reading(given: _Facts, family: _Facts, origin: str, tags: tuple[str, ...], weight: float) -> Reading:
    shown, firsts, nicks, _, _ = given
    initials = initials_of(shown, firsts[0].text, is_chinese=True) if origin[:7] == "chinese" else ""
    return Reading(shown, "", family[0], firsts, family[1], (), nicks, initials, tags, weight)


def plain_traits(origin: str) -> tuple[str, ...]:
    """Return the traits of a plain name."""
    if origin not in _TRAITS:
        _TRAITS[origin] = (*((f"origin={origin}",) if origin else ()), "script=latin-plain", "words=2")
    return _TRAITS[origin]


MAX_NICKS = 3


@functools.lru_cache(maxsize=4096)
def nicks_of(given: str) -> tuple[Spelling, ...]:
    """Return the short forms of a folded given name, then what it is short for, `MAX_NICKS` of each."""
    short = SHORT_FORMS.get(given, ())[:MAX_NICKS]
    full = _full_forms().get(given, ())[:MAX_NICKS]
    return (
        *(Spelling(text, ("nick=short",)) for text in short),
        *(Spelling(text, ("nick=formal",)) for text in full),
    )


@functools.cache
def words_with_nicks() -> frozenset[str]:
    """Return the folded given names that have short or long forms."""
    return frozenset((*SHORT_FORMS, *_full_forms()))


def is_short_for(short: str, full: str) -> bool:
    """Say whether the first is a short form of the second, both folded."""
    return short in SHORT_FORMS.get(full, ())


@functools.cache
def _full_forms() -> dict[str, tuple[str, ...]]:
    """Return short form -> full forms, those that use it first before those that use it rarely."""
    ranked: dict[str, list[tuple[int, str]]] = {}
    for full, forms in SHORT_FORMS.items():
        for rank, form in enumerate(forms):
            ranked.setdefault(form, []).append((rank - 3 * (full in COMMON), full))
    return {form: tuple(full for _, full in sorted(rows)) for form, rows in ranked.items()}


LEAST = 0.6
"""Less probable countries are none: names that resemble those of several stay unclear."""


def country_of_name(reading: Reading) -> str:
    """Return the country (ISO 3166, lower case); empty where the name is unclear, or unknown."""
    given, family = reading.firsts, reading.lasts
    return _of_words(given[0].text if given else "", family[0].text if family else "")


@functools.lru_cache(maxsize=1 << 12)
def _of_words(given: str, family: str) -> str:
    rows = _row(data.GIVEN, given), _row(data.FAMILY, family)
    return _most_probable(*rows) if any(rows) else ""


def _row(table: dict[str, str], word: str) -> str:
    """Return what a table says of a word: pieces of a country's code and a number; empty where the word is not there."""
    text = table.get(word[:2], "")
    start = text.find(f" {word}:")
    return text[start + len(word) + 2 : text.index(" ", start + 1)] if start >= 0 else ""


@functools.lru_cache(maxsize=1 << 12)
def _most_probable(given: str, family: str) -> str:
    """Return the country that has at least `LEAST` of the probability: Bayes' rule with independent words."""
    rows = [row for row in (given, family) if row]
    masses, total = _unseen(len(rows))
    found: dict[str, float] = {}
    for row in rows:
        for piece in row.split(","):
            country = piece[:2]
            ratio = math.exp(int(piece[2:]) / 10 - data.UNSEEN[country])
            found[country] = found.get(country, masses[country]) * ratio
    best = max(found, key=found.__getitem__)
    total += sum([mass - masses[country] for country, mass in found.items()])
    return best if found[best] >= LEAST * total else ""


@functools.cache
def _unseen(words: int) -> tuple[dict[str, float], float]:
    """Return how probable each country is, and all together, where so many words were met in none of them."""
    masses = {
        country: share * math.exp(words * data.UNSEEN[country]) for country, share in data.SHARES.items()
    }
    return masses, math.fsum(masses.values())
