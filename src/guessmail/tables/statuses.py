"""What a cell says of mail to an address: delivered, bounced, a passing fault, or nothing that counts."""

import re
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from guessmail.data.columns import fold_title
from guessmail.data.statuses import BAD_TITLES, GOOD_TITLES, HARD_TITLES, NO, STATUS_WORDS, YES
from guessmail.tables.titles import words_of

__all__ = ["Status", "is_called_invalid", "is_yes_or_no", "status_of"]

_SPLIT = re.compile(r"[^\w]+|_")


_MOST_WORDS = 6


class Status(StrEnum):
    """What became of mail."""

    DELIVERED = "delivered"
    BOUNCED = "bounced"
    """It failed for good."""
    TEMPORARY = "temporary"
    """A passing fault, or one that says nothing of the mailbox."""
    OTHER = "other"
    """Something else happened: sent, complained, unsubscribed."""


def is_yes_or_no(cell: str) -> bool:
    """Return whether a cell says yes or no."""
    return fold_title(cell) in YES | NO or cell.strip() in {"✓", "✔", "✗", "✘"}


@lru_cache(maxsize=4096)
def status_of(title: str, cell: str) -> Status | None:
    """Return what a cell says, under the title of its column where it says yes or no; None for nothing that is known."""
    folded = fold_title(cell)
    if not folded:
        return None
    if is_yes_or_no(cell):
        polarity = _polarity(title)
        if polarity is None:
            return None
        is_good = (folded in YES) is polarity
        if is_good and not polarity and not HARD_TITLES.isdisjoint([*words_of(title), fold_title(title)]):
            return Status.TEMPORARY
        return Status.DELIVERED if is_good else Status.BOUNCED
    word = STATUS_WORDS.get(folded)
    return Status(word) if word else _status_in(cell)


def _status_in(cell: str) -> Status | None:
    """Return what a cell of a few words says: `Bounced (soft)`, `not delivered`."""
    words = [fold_title(word) for word in _SPLIT.split(cell[:200])]
    if len(words) > _MOST_WORDS:
        return None
    pairs = [one + other for one, other in pairwise(words)]
    said = {STATUS_WORDS[word] for word in (*pairs, *words) if word in STATUS_WORDS}
    if "temporary" in said:  # Bounced (soft)
        return Status.TEMPORARY
    negated = any(
        word
        in {"not", "nicht", "non", "no", "niet", "inte", "ej", "ikke", "ei", "nie", "ne", "nem", "nu", "не"}
        for word in words
    )
    if "bounced" in said:
        return None if negated and not pairs else Status.BOUNCED
    if "delivered" in said:
        return Status.BOUNCED if negated else Status.DELIVERED
    return Status.OTHER if "other" in said else None


def _polarity(title: str) -> bool | None:
    """Return whether yes under a title says that mail arrived; None for a title that says neither."""
    folded, words = fold_title(title), words_of(title)
    if folded in BAD_TITLES or not BAD_TITLES.isdisjoint(words):
        return False
    if folded in GOOD_TITLES or not GOOD_TITLES.isdisjoint(words):
        return not any(
            word in {"not", "non", "nicht", "no", "nie", "ne", "nem", "ei", "ikke", "inte", "niet", "не"}
            for word in words
        )
    return None


def is_called_invalid(title: str, cell: str) -> bool:
    """Return whether a cell calls its row's address one that does not exist."""
    return bool(cell) and status_of(title, cell) is Status.BOUNCED
