"""The fitted tables of the model of companies' domains; importing them, at the first company to be guessed, reads them."""

from collections.abc import Mapping, Sequence

from guessmail.data import company_model as data

Weights = Sequence[tuple[int, float]]
"""The options that a feature bears on, by number, each with its weight."""


def _two(line: str) -> tuple[str, str]:
    feature, _, rest = line.rpartition("\t")
    return feature, rest


class _Rows(dict[str, Weights]):
    """Rows of weights by feature, each taken apart when it is first asked for: a company needs few of thousands."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._texts = dict(map(_two, text.splitlines()))

    def __missing__(self, feature: str) -> Weights:
        pairs = (pair.split(":") for pair in self._texts.get(feature, "").split())
        row = [(int(option), int(weight) / 10) for option, weight in pairs]
        if row:
            self[feature] = row
        return row


COMMONNESS: Mapping[str, int] = {
    word: level for level, words in enumerate(data.WORDS, start=1) for word in words.split()
}
"""How common words of companies' names are, from 1 (rare) to 4; those that few companies have are not there."""
ABBREVIATIONS: Mapping[str, str] = dict(line.split("\t") for line in data.ABBREVIATIONS.splitlines())
"""How labels shorten words: the two most frequent ways, parted by a space."""
AFFIXES: Sequence[str] = ("", *data.AFFIXES.split())
SUFFIXES: Sequence[str] = data.SUFFIXES.split()
COUNTS: Mapping[str, int] = dict(zip(SUFFIXES, map(int, data.COUNTS.split()), strict=True))
"""How many companies have each suffix."""
PLAN_WEIGHTS: Mapping[str, float] = {
    feature: int(weight) / 100 for feature, weight in map(_two, data.PLANS.splitlines())
}
"""By feature."""
AFFIX_WEIGHTS: Mapping[str, Weights] = _Rows(data.AFFIX_WEIGHTS)
"""By feature; nothing for one without weights."""
SUFFIX_WEIGHTS: Mapping[str, Weights] = _Rows(data.SUFFIX_WEIGHTS)
"""Likewise; the number after the last suffix is that of "another one"."""
INSIDE: tuple[float, float] = data.INSIDE
"""How often a domain that is written in a name is the company's: beside other words, and as the whole name."""
