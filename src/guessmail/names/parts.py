"""The parts of a name in Latin letters: what is title, nickname, suffix, and which words are which name."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from guessmail.data import name_words as table
from guessmail.data import titles
from guessmail.data.joined import ELISIONS, IRISH, JOINED_LOWER
from guessmail.data.surnames import ORIGINS
from guessmail.names.honorifics import (
    GIVEN_TITLES,
    MARKED_TITLES,
    NEVER_NAMES,
    SURE_SUFFIXES,
    SURE_TITLES,
    are_sure_letters,
    key_of,
    plain_special,
    without_suffixes,
    without_titles,
)
from guessmail.names.known import SYLLABIC, is_english_given, known
from guessmail.text import fold

_SIMPLE = re.compile(
    r"[^\W\d_]+(?:['-][^\W\d_]+)*|[^\W\d_]{1,4}\.|'[tsTS]|(?:[^\W\d_]\.){2,4}|(?:[^\W\d_]\.){1,3}[^\W\d_]"
)
_GLUED_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,4}|(?:[^\W\d_]\.){1,3}[^\W\d_]")
_EDGE = ".,;:!?()[]{}<>\"'/\\|*_~"
_LETTERS = re.compile(r"[^\W\d_]+(?:\u0307)?")
_CAPITALS = re.compile("[^a-z\\W\\d_]{2}")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_PLAIN = re.compile(r"(?:[^\W\d_]\.|[^\W\d_]+(?:-[^\W\d_]+)*)(?: (?:[^\W\d_]\.|[^\W\d_]+(?:-[^\W\d_]+)*))*")
_TELLING = table.SPECIAL | titles.TITLES | MARKED_TITLES
"""Words that are more than a name, or may be; what holds none of them needs no look."""
_BEGIN_FAMILY = table.PARTICLES - table.BOUND_GIVEN
_ARTICLES = re.compile(r"(?i)\b(?:al|el|ul|as|ash|ad|ar|an|az)-")
_ARTICLE = re.compile(r"(?i)(al|el|ul|as|ash|ad|ar|an|az)-(?=[^\W\d_]{3})")


class Parts(NamedTuple):
    """The words of a name by their part, as written."""

    given: Sequence[str]
    middle: Sequence[str]
    family: Sequence[str]
    maiden: str = ""
    is_stated: bool = False
    """Whether the writing says which part is the family name (a comma, capitals)."""


def parse(text: str) -> Parts | None:
    """Take a cleaned name in Latin letters apart; None when nothing but titles and suffixes is in it."""
    is_one_case = text.islower() or text.isupper()
    if plain := _plain_parts(text, is_one_case=is_one_case):
        return plain
    if is_one_case:
        text = _title_case(text)
    # In capitals or small letters alone, case decides nothing.
    parts = [[plain_special(word) for word in part.split()] for part in text.split(",")]
    parts = [[word for word in words if fold(word) and not any(map(str.isdigit, word))] for words in parts]
    first, others = parts[0], [words for words in parts[1:] if words]
    maiden = others.pop()[-1] if others and _marks_maiden(others[-1][0]) else ""
    if not others:
        return _in_order(first, maiden, is_one_case=is_one_case)
    return _inverted(first, [word for words in others for word in words], maiden, is_one_case=is_one_case)


def _plain_parts(text: str, *, is_one_case: bool) -> Parts | None:
    """Return the parts of a name in which no word can be anything but a name; None of others."""
    if not _PLAIN.fullmatch(text) or ("-" in text and _ARTICLES.search(text)):
        return None
    words = _title_case(text).split() if is_one_case else text.split()
    if not _TELLING.isdisjoint([key_of(word) for word in words]):
        return None
    if len(words) > 2 and not is_one_case and are_sure_letters(words[-1]):
        return None
    return _by_place(words) if is_one_case else _family_in_capitals(words)


def _title_case(text: str) -> str:
    return _LETTERS.sub(lambda run: run[0].capitalize(), text)


def _in_order(words: list[str], maiden: str, *, is_one_case: bool) -> Parts | None:
    words, found = _without_maiden(words)
    maiden = maiden or found
    title, words = without_titles(words)
    words = without_suffixes(words, is_one_case=is_one_case)
    if not words or (len(words) == 1 and key_of(words[0]) in NEVER_NAMES):
        return None
    if title and len(words) == 1:
        return Parts(words, (), (), maiden) if title in GIVEN_TITLES else Parts((), (), words, maiden)
    words = _joined(words)
    if not all(map(_SIMPLE.fullmatch, words)):
        words = [word if _GLUED_INITIALS.fullmatch(word) else word.strip(_EDGE) for word in words]
        words = [word for word in words if fold(word)]
    if not words:
        return None
    if words[0].islower() or key_of(words[0]) in table.PARTICLES:
        # A family name may begin the name: `van der Berg Jan`.
        size = next((i for i, word in enumerate(words, 1) if key_of(word) not in _BEGIN_FAMILY), 0)
        if len(words) > size > 1 and (size > 2 or words[0].islower()):
            return Parts(words[size : size + 1], words[size + 1 :], words[:size], maiden, is_stated=True)
    return _family_in_capitals(words, maiden)


def _by_place(words: Sequence[str], maiden: str = "") -> Parts:
    return Parts(words[:1], words[1:-1], words[1:][-1:], maiden)


def _inverted(family: list[str], given: list[str], maiden: str, *, is_one_case: bool) -> Parts | None:
    """Read `Doe, Jane`; particles that end the given name begin the family name (`Berg, Jan van der`)."""
    _, family = without_titles(family)
    family, found = _without_maiden(_joined(without_suffixes(family, is_one_case=is_one_case)))
    _, given = without_titles(given)
    given = _joined(without_suffixes(given, is_one_case=is_one_case, least=1))
    while len(given) > 1 and key_of(given[-1]) in SURE_TITLES:
        given = given[:-1]
    end = len(given)
    while end > 1 and key_of(given[end - 1]) in table.PARTICLES and len(given[end - 1]) > 1:
        end -= 1
    family, given = [*given[end:], *family], given[:end]
    if len(given) == 1 and len(family) > 1 and is_english_given(key_of(given[0])):
        # Beside a Chinese, Korean or Vietnamese family name and the given name after it.
        first, rest = known(key_of(family[0])), known("".join(map(key_of, family[1:])))
        if first.origin in SYLLABIC and rest.given_name_origins and not rest.origin:
            return Parts(given, family[1:], family[:1], maiden or found, is_stated=True)
    return Parts(given[:1], given[1:], family, maiden or found, is_stated=True)


def without_honorifics(words: Sequence[str]) -> list[str]:
    """Return the words of one part without titles before and suffixes after, as long as a word remains."""
    kept = list(words)
    while len(kept) > 1 and key_of(kept[0]) in SURE_TITLES:
        del kept[0]
    while len(kept) > 1 and (key_of(kept[-1]) in SURE_SUFFIXES or _ORDINAL.match(key_of(kept[-1]))):
        del kept[-1]
    return _joined(kept)


def _marks_maiden(word: str) -> bool:
    key = key_of(word)
    return key in table.MAIDEN_MARKERS and (word[0].islower() or not word.isascii() or key in ("nee", "geb"))


def _without_maiden(words: list[str]) -> tuple[list[str], str]:
    """Return the words before `née` and the like, and the last word after it."""
    for index, word in enumerate(words[1:-1], 1):
        if _marks_maiden(word) and (len(key_of(word)) > 1 or key_of(words[index + 1]) == "domu"):
            return words[:index], words[-1]
    return words, ""


def _joined(words: list[str]) -> list[str]:
    """Return the words with those joined that are one (O Brien, D Angelo), and Arabic articles by themselves."""
    joined: list[str] = []
    for index, word in enumerate(words):
        before = joined[-1] if joined else ""
        if before in ("O", "o") and key_of(word) in IRISH:
            joined[-1] = f"O'{word}"
        elif before in ("D", "d", "L", "Dell", "dell") and len(joined) > 1 and key_of(word) in ELISIONS:
            joined[-1] = f"{before}'{word}"
        elif before == "in" and index > 1 and word == "'t":
            joined[-1] = "int"
        elif (article := _ARTICLE.match(word)) and len(words) > 1:
            joined += [article[1], word[article.end() :]]
        else:
            joined.append(JOINED_LOWER.get(word, word))
    return joined


def _family_in_capitals(words: Sequence[str], maiden: str = "") -> Parts:
    """Read capitals as the mark of the family name, where some words are so written and others not.

    `DOE Jane`, `Jason CHAN Tai Man`.
    """
    if not any(map(_CAPITALS.search, words)):
        return _by_place(words, maiden)
    in_capitals = [_is_in_capitals(word) for word in words]
    if all(in_capitals) or not any(in_capitals):
        return _by_place(words, maiden)
    start = in_capitals.index(True)
    end = len(words) - in_capitals[::-1].index(True)
    while start > 1 and words[start - 1].islower() and key_of(words[start - 1]) in table.PARTICLES:
        start -= 1
    if words[0].islower() and key_of(words[0]) in table.PARTICLES:
        start = 0
    rest = [*words[:start], *words[end:]]
    if not rest or not all(in_capitals[i] or words[i].islower() for i in range(start, end)):
        return _by_place(words, maiden)
    family = [_title_case(word) if word.isupper() else word for word in words[start:end]]
    return Parts(rest[:1], rest[1:], family, maiden, is_stated=True)


def _is_in_capitals(word: str) -> bool:
    """Say whether a word is in capitals as a family name is; of two letters, most others are initials (CC, JR)."""
    letters = word.removeprefix("Mc").removeprefix("Mac")
    if not letters.isupper() or "." in letters:
        return False
    return len(letters) > 2 or (len(letters) == 2 and fold(letters) in ORIGINS)
