"""The origin and the country that a name's words show, and the probability that the family name is first."""

import functools
import math
from collections.abc import Sequence

from guessmail.data import name_countries, weights
from guessmail.data.asian_given import JAPANESE
from guessmail.data.languages import SLAVIC_ENDINGS
from guessmail.data.more_given import SLAVIC
from guessmail.data.name_words import MARKS_OF_SEX
from guessmail.data.surnames import LEADING, SHARED, SOUTHERN, SOUTHERN_LEADING, SOUTHERN_SURE, VIETNAMESE
from guessmail.names.known import SOUTHERN_SYLLABLES, Known, given_name_origins, is_english_given, known
from guessmail.names.words import Reading

_FAMILY_FIRST_ORIGINS = frozenset({"chinese", "japanese", "korean", "vietnamese", "hungarian"})
"""Origins whose own order is family name first."""
_SOUTHERN_WORDS = SOUTHERN_SYLLABLES | SOUTHERN | SOUTHERN_LEADING
_SURE = math.log(1 / weights.NO_QUESTION - 1)
"""Log-odds from which a reading counts as certain."""


def origin_of(words: Sequence[str]) -> str:
    """Return the origin that the family name shows, with its place: `chinese-last`, or an empty string.

    `words` are the folded words, in the order written; the last word is tried as the family name, then the first.
    """
    if len(words) < 2 or not (known(words[0]).origin or known(words[-1]).origin):
        return ""
    if len(words) > 2 and words[1] in MARKS_OF_SEX and words[0] in VIETNAMESE:
        return "vietnamese-first"
    if len(words) > 2 and is_english_given(words[-1]) and known(words[0]).origin:
        words = words[:-1]
    if southern := southern_place(words):
        return f"chinese-{southern}"
    first, last = known(words[0]), known(words[-1])
    if first.origin == "vietnamese" and not first.is_weak and len(words) > 2:
        return "vietnamese-first"
    at_first = first.origin if first.origin in _FAMILY_FIRST_ORIGINS else ""
    if at_first == last.origin and first.is_weak and words[-1] in SOUTHERN_SURE:
        return f"{at_first}-last"
    if last.origin and (not last.is_weak or last.origin in given_name_origins(words[0])):
        is_given_beside = (
            first.origin == last.origin
            and last.given_log_odds - first.given_log_odds > 1
            and first.origin in given_name_origins(words[-1])
        )
        is_first = at_first and not first.is_weak and (last.is_weak or is_given_beside)
        return f"{at_first}-first" if is_first else f"{last.origin}-last"
    if at_first in ("vietnamese", "hungarian") and not first.is_weak:
        return f"{at_first}-first"
    rest = given_name_origins("".join(words[1:]))
    own = (at_first, SHARED.get(words[0], at_first)) if at_first else ()
    return next((f"{origin}-first" for origin in own if origin in rest), "")


def southern_place(words: Sequence[str]) -> str:
    """Return the place of the family name of three syllables of Singapore or Malaysia: `first` (Goh Siew Hong), `last`, or empty."""
    if len(words) != 3 or not _SOUTHERN_WORDS.issuperset(words):
        return ""
    if words[0] in SOUTHERN_LEADING or (words[0] in SOUTHERN and words[-1] not in SOUTHERN_LEADING | LEADING):
        return "first"
    return "last" if words[-1] in SOUTHERN_LEADING and words[0] not in LEADING else ""


def family_first(before: Known, behind: Known, rest: str, origin: str) -> float:
    """Return the probability that the first of two words is the family name; 0 or 1 if it is almost certain.

    `rest` is all words after the first, folded, if they may be the syllables of one name, else the last.
    """
    odds, own, others = weights.FAMILY_FIRST_ELSE, 0.0, 0.0
    if origin:
        country, _, _ = origin.partition("-")
        odds = weights.FAMILY_FIRST.get(country, odds)
        own = given_name_origins(before.word).get(country, 0.0)
        others = given_name_origins(rest).get(country, 0.0)
    at_first, at_last = before.given_log_odds, behind.given_log_odds
    if at_last > 0 or not behind.is_weak or own:
        odds += at_last
    if at_first > 0 or not before.is_weak or others:
        odds -= at_first
    if at_first == 0 and _may_be_family_beside(before.word, behind.word):
        odds -= weights.ENDS_AS_FAMILY
        odds += weights.GIVEN if at_last == 0 else 0.0
    if others and at_last < weights.GIVEN:
        odds += others
    if own and at_first < weights.GIVEN:
        odds -= own
    return float(odds > 0) if abs(odds) > _SURE else 1 / (1 + math.exp(-odds))


def _may_be_family_beside(first: str, last: str) -> bool:
    """Return whether a folded word looks like a family name before a given name: Boyko Andriy, Ohtani Shohei."""
    if last in SLAVIC:
        return first.endswith(SLAVIC_ENDINGS)
    return last in JAPANESE and first not in JAPANESE and "japanese" in given_name_origins(first)


def origin_of_name(reading: Reading) -> str:
    """Return the country of a name (ISO 3166, lower case).

    It is `english` if several English-speaking countries have such names, `unknown` if the tables have no word of it, and
    empty if it resembles the names of several other countries.
    """
    rows: list[str] = []
    for table, spellings in ((name_countries.GIVEN, reading.firsts), (name_countries.FAMILY, reading.lasts)):
        word = spellings[0].text if spellings else ""
        text = table.get(word[:2], "")
        start = text.find(f" {word}:")
        if start >= 0:
            rows.append(text[start + len(word) + 2 : text.index(" ", start + 1)])
    return _most_probable(*rows) if rows else "unknown"


@functools.lru_cache(maxsize=1 << 12)
def _most_probable(*rows: str) -> str:
    """Return a country or `english` by Bayes' rule with independent words; empty if neither is probable enough."""
    masses, total = _unseen(len(rows))
    found: dict[str, float] = {}
    for row in rows:
        for piece in row.split(","):  # the code of a country, and a number
            country = piece[:2]
            ratio = math.exp(int(piece[2:]) / 10 - name_countries.UNSEEN[country])
            found[country] = found.get(country, masses[country]) * ratio
    best = max(found, key=found.__getitem__)
    total += sum([mass - masses[country] for country, mass in found.items()])
    if found[best] >= 0.6 * total:
        return best
    # Firms with such names write addresses as American ones do.
    english = sum([found.get(country, masses.get(country, 0.0)) for country in ("us", "gb", "ca")])
    return "english" if english >= 0.35 * total else ""


@functools.cache
def _unseen(words: int) -> tuple[dict[str, float], float]:
    """Return the mass of each country, and the sum of all, for this number of words that the country does not have."""
    masses = {
        country: share * math.exp(words * name_countries.UNSEEN[country])
        for country, share in name_countries.SHARES.items()
    }
    return masses, math.fsum(masses.values())
