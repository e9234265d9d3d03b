"""Titles before a name, and degrees and suffixes after it."""

import functools
import re

from guessmail.data import titles
from guessmail.data.decorations import DETERMINERS
from guessmail.names.known import is_family, is_given, known
from guessmail.text import fold

_INNER_CAPITAL = re.compile(r"[A-Za-z]+[A-Z][a-z]*")
_LETTERS = re.compile(r"(?:[A-Z][a-z]{0,2}){1,6}\d?(?:[-/+&](?:[A-Z][a-z]{0,2}|\d){0,5})*")
_UNSPOKEN = re.compile(
    "[^AEIOUY]+|(?![BCDFGKPRSTVW][HLR]|[MN]|S[CKMNPQTVW]|K[NP]|TS|D[JZW]|CZ|WR|PF|TW|GB)[^AEIOUY]{2}..?"
)
"""Capitals that nobody can say: no vowel in them, or consonants at the start that no language joins."""
SURE_TITLES = titles.TITLES - titles.TITLES_OR_NAMES
_PHRASES = frozenset({"tan sri", "tan seri", "puan sri", "puan seri", "toh puan", "high commissioner"})
MARKED_TITLES = frozenset("on er br arch lek med civ tech don pan".split())
"""Titles with a full stop alone, before two words."""
_GRADES = frozenset({"first", "second", "class"})
"""Words behind a rank."""
_MARKED = frozenset(
    "he hh hm hma ao cp cel ks ak id ars gor av dl dna gn csm ssg spc pt ap red mec egr uff rag di se sem".split()
)
"""Titles in capitals or with full stops alone: H.E., but not the family name He."""
GIVEN_TITLES = frozenset(
    "sir dame lord lady don dona khun datuk dato u daw brother sister father fr sr br".split()
)
_ONE_LETTER = frozenset({"i", "v", "x"})
NEVER_NAMES = SURE_TITLES | (titles.SUFFIX_WORDS - {"filho", "neto", "fils", "pere", "i", "v", "x"}) | {""}
_SUFFIXES = titles.SUFFIX_WORDS - _ONE_LETTER
SURE_SUFFIXES = (titles.POST_NOMINALS | _SUFFIXES) - titles.POST_NOMINALS_OR_NAMES


@functools.lru_cache(maxsize=4096)
def key_of(word: str) -> str:
    """Return a word as the tables of titles and suffixes have it."""
    return fold(word).replace("-", "")


def plain_special(word: str) -> str:
    """Return a title or suffix without its accents (Señor, Júnior), which the vocabulary lacks."""
    if word.isascii():
        return word
    folded = fold(word)
    is_special = folded in titles.TITLES or folded in titles.SUFFIX_WORDS
    return folded.capitalize() + "." * word.endswith(".") if is_special else word


def without_titles(words: list[str]) -> tuple[str, list[str]]:
    """Return the last title before the name, as its key, and the words after it.

    A word that may be a name is a title before two others, or with a full stop. Abbreviations of the faculty follow
    a title (Dr. rer. nat.).
    """
    title, start = "", 0
    while start < len(words) - 1:
        key, word, left = key_of(words[start]), words[start], len(words) - start
        is_marked = "." in word or (word.isupper() and any(map(str.islower, words[-1])))
        is_sure = key in SURE_TITLES or (
            key in titles.TITLES
            and (is_marked or key not in _MARKED)
            and (left > 2 or (word[-1] == "." and len(key) > 1))
        )
        is_faculty = bool(title) and word.islower() and word[-1] == "." and len(key) > 1
        is_faculty = is_faculty or (bool(title) and left > 2 and key in _GRADES)
        is_burmese = word == "U" and start == 0 and left > 2
        if not (is_sure or is_faculty or is_burmese or _is_before_others(words[start:], key)):
            break
        title, start = key, start + 1
    if title and start == len(words) - 1 and key_of(words[start]) in NEVER_NAMES:
        return "", words[start:]
    return title, words[start:]


def _is_before_others(words: list[str], key: str) -> bool:
    """Say whether a word that may be a name is a title by what follows: The Hon., Tan Sri, Don Carlos Ruiz, pan Jan Nowak."""
    following = key_of(words[1])
    if len(words) > 3 and (key in DETERMINERS or f"{key} {following}" in _PHRASES):
        return following in titles.TITLES or following in DETERMINERS
    if len(words) < 3 or key not in MARKED_TITLES:
        return False
    is_don = key == "don" and known(key_of(words[-1])).origin in ("spanish", "portuguese")
    return words[0].endswith(".") or (is_given(following) and (is_don or key == "pan"))


def without_suffixes(words: list[str], *, is_one_case: bool, least: int = 2) -> list[str]:
    """Return the words without the suffixes and degrees that end them, as long as `least` remain."""
    end = len(words)
    while end > least:
        word = words[end - 1]
        key = key_of(word)
        if key not in _SUFFIXES and not _is_degree(word, key, is_one_case=is_one_case):
            # A number follows a given name and a family name, of which none is of India: John Ingram V.
            first, last = known(key_of(words[0])), known(key_of(words[end - 2]))
            is_whole = first.given_log_odds > 0 >= last.given_log_odds and len(last.word) > 1
            if key not in _ONE_LETTER or end < 3 or not is_whole or "indian" in (first.origin, last.origin):
                break
        end -= 1
    return words[:end]


def are_letters(word: str) -> bool:
    """Say whether a word looks like letters behind a name: capitals, with hyphens, slashes and the like between."""
    if word[1:].islower():
        return False
    word = word.strip(".,;")
    capitals = sum(map(str.isupper, word))
    is_mostly_capitals = capitals > 1 and 2 * capitals >= sum(map(str.isalpha, word))
    return is_mostly_capitals and _LETTERS.fullmatch(word) is not None


def are_sure_letters(word: str) -> bool:
    """Say whether a word is letters even where capitals may be the family name's."""
    if not are_letters(word):
        return False
    pieces = re.split("[-/+&]", word.strip(".,;"))
    if len(pieces) == 1 and not (word.isupper() and _UNSPOKEN.fullmatch(word)):
        return False
    return all(len(piece) < 6 and not is_family(piece.lower()) for piece in pieces)


def _is_degree(word: str, key: str, *, is_one_case: bool) -> bool:
    """Say whether a word is a degree: by the vocabulary, and by the way it is written where it may be a name."""
    if key not in titles.POST_NOMINALS:
        return not is_one_case and are_sure_letters(word)
    if ("." in word and len(key) > 1) or key in titles.DEGREES_IN_ANY_CASE:
        return True
    return not is_one_case and (word.isupper() or _INNER_CAPITAL.fullmatch(word) is not None)
