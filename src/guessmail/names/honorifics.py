"""Titles before a name, and degrees and suffixes after it."""

import functools
import re

from guessmail.data import name_words as table
from guessmail.text import fold

__all__ = [
    "GIVEN_TITLES",
    "NEVER_NAMES",
    "SURE_SUFFIXES",
    "SURE_TITLES",
    "key_of",
    "plain_special",
    "without_suffixes",
    "without_titles",
]

_INNER_CAPITAL = re.compile(r"[A-Za-z]+[A-Z][a-z]*")
SURE_TITLES = table.TITLES - table.TITLES_OR_NAMES
GIVEN_TITLES = frozenset(
    "sir dame lord lady don dona khun datuk dato u daw brother sister father fr sr br".split()
)
NEVER_NAMES = SURE_TITLES | (table.SUFFIX_WORDS - {"filho", "neto", "fils", "pere", "i", "v", "x"}) | {""}
_SUFFIXES = table.SUFFIX_WORDS - {"i", "v", "x"}
SURE_SUFFIXES = (table.POST_NOMINALS | _SUFFIXES) - table.POST_NOMINALS_OR_NAMES


@functools.lru_cache(maxsize=4096)
def key_of(word: str) -> str:
    """Return a word as the tables of titles and suffixes have it."""
    return fold(word).replace("-", "")


def plain_special(word: str) -> str:
    """Return a title or suffix without its accents (Señor, Júnior), which the vocabulary lacks."""
    if word.isascii():
        return word
    folded = fold(word)
    return folded.capitalize() if folded in table.TITLES or folded in table.SUFFIX_WORDS else word


def without_titles(words: list[str]) -> tuple[str, list[str]]:
    """Return the last title before the name, as its key, and the words after it.

    A word that may be a name is a title before two others, or with a full stop. Abbreviations of the faculty follow
    a title (Dr. rer. nat.).
    """
    title, start = "", 0
    while start < len(words) - 1:
        key, word, left = key_of(words[start]), words[start], len(words) - start
        is_sure = key in SURE_TITLES or (
            key in table.TITLES and (left > 2 or (word[-1] == "." and len(key) > 1))
        )
        is_faculty = bool(title) and word.islower() and word[-1] == "." and len(key) > 1
        is_burmese = word == "U" and start == 0 and left > 2
        if not (is_sure or is_faculty or is_burmese):
            break
        title, start = key, start + 1
    if title and start == len(words) - 1 and key_of(words[start]) in NEVER_NAMES:
        return "", words[start:]
    return title, words[start:]


def without_suffixes(words: list[str], *, is_even: bool, least: int = 2) -> list[str]:
    """Return the words without the suffixes and degrees that end them, as long as `least` remain."""
    end = len(words)
    while end > least:
        word = words[end - 1]
        key = key_of(word)
        if key not in _SUFFIXES and not _is_degree(word, key, is_even=is_even):
            break
        end -= 1
    return words[:end]


def _is_degree(word: str, key: str, *, is_even: bool) -> bool:
    """Say whether a word is a degree: by the vocabulary, and by the way it is written where it may be a name."""
    if key not in table.POST_NOMINALS:
        return False
    is_dotted = "." in word and len(key) > 1
    is_marked = is_dotted or (not is_even and (word.isupper() or _INNER_CAPITAL.fullmatch(word) is not None))
    return is_marked or (key in table.DEGREES_IN_ANY_CASE)
