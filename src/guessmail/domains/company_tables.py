"""The fitted tables of the model of companies' domains, read when the first company is to be guessed."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple


class CompanyTables(NamedTuple):
    """What was counted and fitted."""

    commonness: Mapping[str, int]
    """How common words of companies' names are, from 1 (rare) to 4; those that few companies have are not there."""
    abbreviations: Mapping[str, str]
    """How labels shorten words: the two most frequent ways, parted by a space."""
    affixes: Sequence[str]
    suffixes: Sequence[str]
    counts: Sequence[int]
    """How many companies have each suffix."""
    plan_weights: Mapping[str, float]
    """By feature."""
    affix_weights: Mapping[str, Sequence[tuple[int, float]]]
    """By feature: the affixes that it bears on, by number, each with its weight."""
    suffix_weights: Mapping[str, Sequence[tuple[int, float]]]
    """Likewise; the number after the last suffix is that of "another one"."""
    inside: tuple[float, float]
    """How often a domain that is written in a name is the company's: beside other words, and as the whole name."""


@lru_cache(maxsize=1)
def tables() -> CompanyTables:
    """Return the tables."""
    from guessmail.data import company_model as data

    levels = enumerate(data.WORDS, start=1)
    return CompanyTables(
        {word: level for level, words in levels for word in words.split()},
        dict(line.split("\t") for line in data.ABBREVIATIONS.splitlines()),
        ("", *data.AFFIXES.split()),
        data.SUFFIXES.split(),
        [int(count) for count in data.COUNTS.split()],
        {feature: int(weight) / 100 for feature, weight in map(_two, data.PLANS.splitlines())},
        _Rows(data.AFFIX_WEIGHTS),
        _Rows(data.SUFFIX_WEIGHTS),
        data.INSIDE,
    )


def _two(line: str) -> tuple[str, str]:
    feature, _, rest = line.rpartition("\t")
    return feature, rest


class _Rows(dict[str, Sequence[tuple[int, float]]]):
    """Rows of weights by feature, each taken apart when it is first asked for: a company needs few of thousands."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._texts = dict(map(_two, text.splitlines()))

    def __missing__(self, feature: str) -> Sequence[tuple[int, float]]:
        pairs = (pair.split(":") for pair in self._texts.get(feature, "").split())
        row = [(int(option), int(weight) / 10) for option, weight in pairs]
        if row:
            self[feature] = row
        return row
