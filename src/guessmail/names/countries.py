"""Which country's names a person's name resembles, as far as its given and its family name tell."""

import math
from functools import lru_cache

from guessmail.data import name_countries as data
from guessmail.names.types import Reading

__all__ = ["country_of_name"]

LEAST = 0.6
"""Less probable countries are none: names that resemble those of several stay unclear."""


def country_of_name(reading: Reading) -> str:
    """Return the country (ISO 3166, lower case); empty where the name is unclear, or unknown."""
    given = _row(data.GIVEN, reading.firsts[0].text) if reading.firsts else ""
    family = _row(data.FAMILY, reading.lasts[0].text) if reading.lasts else ""
    return _most_probable(given, family) if given or family else ""


def _row(table: dict[str, str], word: str) -> str:
    """Return what a table says of a word: pieces of a country's code and a number; empty where the word is not there."""
    text = table.get(word[:2], "")
    start = text.find(f" {word}:")
    return text[start + len(word) + 2 : text.index(" ", start + 1)] if start >= 0 else ""


@lru_cache(maxsize=1 << 12)
def _most_probable(given: str, family: str) -> str:
    """Return the country that has at least `LEAST` of the probability: Bayes' rule with independent words."""
    scores = dict.fromkeys(data.SHARES, 0.0)
    for row in filter(None, (given, family)):
        for country in scores:
            scores[country] += data.UNSEEN[country]
        for piece in row.split(","):
            scores[piece[:2]] += int(piece[2:]) / 10 - data.UNSEEN[piece[:2]]
    masses = {country: data.SHARES[country] * math.exp(score) for country, score in scores.items()}
    best = max(masses, key=masses.__getitem__)
    return best if masses[best] >= LEAST * math.fsum(masses.values()) else ""
