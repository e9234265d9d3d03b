"""The country that a name tells, from the names of people at organisations whose country is known."""

import functools
import math

from guessmail.data import name_countries as data
from guessmail.names.words import Reading

_MIN_PROBABILITY = 0.6
"""Of a country: names that resemble those of several stay unclear."""
ENGLISH = "english"
"""Names that resemble those of English-speaking countries, of which none is clear."""
_ENGLISH_COUNTRIES = ("us", "gb", "ca")
_MIN_ENGLISH = 0.35
"""Of these countries together: firms where people have such names write addresses as American ones do."""
UNKNOWN = "unknown"
"""Names of words that the tables do not hold."""


def country_of_name(reading: Reading) -> str:
    """Return the country (ISO 3166, lower case); empty where the name is unclear, or unknown."""
    found = origin_of_name(reading)
    return found if len(found) == 2 else ""


def origin_of_name(reading: Reading) -> str:
    """Return the country of a name, else `ENGLISH` or `UNKNOWN`; empty where it resembles those of several others."""
    rows = [
        row
        for table, spellings in ((data.GIVEN, reading.firsts), (data.FAMILY, reading.lasts))
        if spellings and (row := _row(table, spellings[0].text))
    ]
    return _most_probable(*rows) if rows else UNKNOWN


def _row(table: dict[str, str], word: str) -> str:
    """Return the row of a word: pieces of a country's code and a number; empty where the word is not there."""
    text = table.get(word[:2], "")
    start = text.find(f" {word}:")
    return text[start + len(word) + 2 : text.index(" ", start + 1)] if start >= 0 else ""


@functools.lru_cache(maxsize=1 << 12)
def _most_probable(*rows: str) -> str:
    """Return what is probable enough, a country or `ENGLISH`: Bayes' rule with independent words."""
    masses, total = _unseen(len(rows))
    found: dict[str, float] = {}
    for row in rows:
        for piece in row.split(","):
            country = piece[:2]
            ratio = math.exp(int(piece[2:]) / 10 - data.UNSEEN[country])
            found[country] = found.get(country, masses[country]) * ratio
    best = max(found, key=found.__getitem__)
    total += sum([mass - masses[country] for country, mass in found.items()])
    if found[best] >= _MIN_PROBABILITY * total:
        return best
    english = sum([found.get(country, masses.get(country, 0.0)) for country in _ENGLISH_COUNTRIES])
    return ENGLISH if english >= _MIN_ENGLISH * total else ""


@functools.cache
def _unseen(words: int) -> tuple[dict[str, float], float]:
    """Return the mass of each country, and of all, for this number of words that it does not have."""
    masses = {
        country: share * math.exp(words * data.UNSEEN[country]) for country, share in data.SHARES.items()
    }
    return masses, math.fsum(masses.values())
