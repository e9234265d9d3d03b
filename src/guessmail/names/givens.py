"""Which of the words that are not family name are the given name, and how these belong together."""

from collections.abc import Sequence

from guessmail.data.name_words import ABBREVIATED_GIVEN, ARTICLES, BOUND_GIVEN, PARTICLES
from guessmail.names.spell import Joint
from guessmail.names.words import Word

__all__ = ["split_given"]

_Words = Sequence[Word]


def split_given(words: _Words) -> tuple[_Words, _Words, Joint]:
    """Return the words of the given name, the middle names, and how the former belong together."""
    if len(words) < 2:
        return words, (), Joint.NAMES
    if _is_abbreviated(words[0]):
        return _from_initial(words)
    if size := _bound_size(words):
        return words[:size], words[size:], Joint.BOUND
    return words[:1], words[1:], Joint.NAMES


def _is_abbreviated(word: Word) -> bool:
    return len(word.folded) == 1 or (word.folded in ABBREVIATED_GIVEN and word.text != "Ma")


def _from_initial(words: _Words) -> tuple[_Words, _Words, Joint]:
    """Return the first name that is written out with the initials before it: J. Edgar; else the initials alone."""
    full = next((i for i, word in enumerate(words) if not _is_abbreviated(word)), None)
    if full is None:
        return words[:1], words[1:], Joint.INITIALS
    return words[: full + 1], words[full + 1 :], Joint.INITIALS


def _bound_size(words: _Words) -> int:
    """Return how many words are one given name: two after Abdul, all up to the name after María de."""
    if words[0].folded in BOUND_GIVEN:
        return 3 if len(words) > 2 and words[1].folded in ARTICLES else 2
    if len(words) > 2 and words[1].folded in ("ul", "ud", "ur"):  # Noor ul Ain
        return 3
    size = 1
    while size < len(words) - 1 and words[size].folded in PARTICLES:
        size += 1
    return size + 1 if size > 1 and words[0].folded in ("maria", "ma") else 0
