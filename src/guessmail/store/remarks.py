"""What stands beside people in do-not-contact lists and names nobody: dates, and words that say why they are listed."""

import re
from collections.abc import Iterable, Sequence

from guessmail.data import opt_outs as table
from guessmail.data.columns import fold_title

__all__ = ["REMARKS", "folded", "is_remark", "split_date"]

_MOST_WORDS = 12
"""Words of a remark that is understood."""
_NUMBER = re.compile(r"\d[\d./:+\-TZ]*(?:st|nd|rd|th|[年月日時])?\.?|[+-]\d{4}|\d{4}年\d+月\d+日")
_YEAR = re.compile(r"(?:19|20)\d\d")


def folded(words: Iterable[str]) -> frozenset[str]:
    """Return words of `data.opt_outs` as cells are compared with them."""
    return frozenset(filter(None, map(fold_title, words)))


REMARKS = folded(table.REMARKS | table.YES)
_DATE_WORDS = folded(table.DATE_WORDS)


def is_remark(text: str) -> bool:
    """Return whether a text is a date, or says that somebody is unsubscribed: `opted out on 4 May 2026`."""
    words = text.split()
    cuts = range(len(words) + 1) if 0 < len(words) <= _MOST_WORDS else ()
    return any(_is_known(words[:cut]) and _is_known(words[cut:]) for cut in cuts)


def split_date(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return words without the date behind them, and this date."""
    for at in range(max(0, len(words) - _MOST_WORDS), len(words)):
        if _is_date(words[at:]):
            return list(words[:at]), list(words[at:])
    return list(words), []


def _is_known(words: Sequence[str]) -> bool:
    return not words or fold_title("".join(words)) in REMARKS or _is_date(words)


def _is_date(words: Sequence[str]) -> bool:
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    others = [fold_title(word) for word in words if word not in numbers]
    digits = sum(len(re.findall(r"\d+", number)) for number in numbers)
    is_known = bool(others) or digits > 2 or any(map(_YEAR.fullmatch, numbers))
    return bool(numbers) and is_known and _DATE_WORDS.issuperset(filter(None, others))
