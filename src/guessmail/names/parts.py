"""The parts of a name in Latin letters: titles before it, degrees and suffixes behind it, and the words of each part."""

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from guessmail.data import name_words as table
from guessmail.data import titles
from guessmail.data.decorations import DETERMINERS
from guessmail.data.joined import ELISIONS, IRISH, JOINED_LOWER
from guessmail.data.surnames import ORIGINS
from guessmail.data.titles import NEVER_NAMES, ONE_LETTER, SUFFIXES, SURE_SUFFIXES, SURE_TITLES
from guessmail.names.known import SYLLABIC, given_name_origins, is_english_given, is_family, is_given, known
from guessmail.text import fold

_SIMPLE = re.compile(
    r"[^\W\d_]+(?:['-][^\W\d_]+)*|[^\W\d_]{1,4}\.|'[tsTS]|(?:[^\W\d_]\.){2,4}|(?:[^\W\d_]\.){1,3}[^\W\d_]"
)
_EDGE = ".,;:!?()[]{}<>\"'/\\|*_~"
_CAPITALS = re.compile("[^a-z\\W\\d_]{2}")
_PLAIN = re.compile(r"(?:[^\W\d_]\.|[^\W\d_]+(?:-[^\W\d_]+)*)(?: (?:[^\W\d_]\.|[^\W\d_]+(?:-[^\W\d_]+)*))*")
_TELLING = table.SPECIAL | titles.TITLES | titles.MARKED_TITLES
"""Words that are, or may be, more than a name; texts without them are not examined."""
_ARTICLE = re.compile(r"(?i)\b(al|el|ul|as|ash|ad|ar|az)-(?=[^\W\d_]{3})")
_POST_NOMINAL = re.compile(r"(?:[A-Z][a-z]{0,2}){1,6}\d?(?:[-/+&](?:[A-Z][a-z]{0,2}|\d){0,5})*")
_UNSPOKEN = re.compile(
    "[^AEIOUY]+|(?![BCDFGKPRSTVW][HLR]|[MN]|S[CKMNPQTVW]|K[NP]|TS|D[JZW]|CZ|WR|PF|TW|GB)[^AEIOUY]{2}..?"
)
"""Capitals that cannot be spoken: without a vowel, or with consonants at the start that no language joins."""


class Parts(NamedTuple):
    """The words of a name, as written."""

    words: Sequence[str]
    """All words, except those of the family name if that is stated."""
    family: Sequence[str] | None = None
    """The words of the family name, if the writing shows them (by a comma, or capitals)."""
    maiden: str = ""


@functools.lru_cache(maxsize=4096)
def key_of(word: str) -> str:
    """Return a word as the tables of titles and suffixes have it."""
    return fold(word).replace("-", "")


def parse(text: str) -> Parts | None:
    """Take a cleaned name in Latin letters apart; None if it has only titles and suffixes."""
    if text.islower() or text.isupper():  # case has no meaning
        text = _title_case(text)
    if _PLAIN.fullmatch(text) and not ("-" in text and _ARTICLE.search(text)):
        words = text.split()
        is_degree = len(words) > 2 and are_sure_letters(words[-1])
        if not is_degree and _TELLING.isdisjoint(map(key_of, words)):
            return _family_in_capitals(words) if _CAPITALS.search(text) else Parts(words)
    without_digits = re.sub(r"[^\s,]*\d[^\s,]*", " ", text)
    parts = [[word for word in part.split() if fold(word)] for part in without_digits.split(",")]
    first, others = parts[0], [words for words in parts[1:] if words]
    maiden = others.pop()[-1] if others and _marks_maiden(others[-1][0]) else ""
    title, words, at_birth = _core(first)
    if others:
        _, given, beside = _core([word for words in others for word in words], least=1)
        return _inverted(words, given)._replace(maiden=maiden or at_birth or beside)
    found = _in_order(title, words)
    return found and found._replace(maiden=maiden or at_birth)


def _title_case(text: str) -> str:
    return re.sub(r"[^\W\d_]+(?:\u0307)?", lambda run: run[0].capitalize(), text)


def _core(words: list[str], least: int = 2) -> tuple[str, list[str], str]:
    """Return the title before a name or part, its words without suffixes and degrees (`least` or more), and the name at birth."""
    at_birth = ""
    for index, word in enumerate(words[1:-1], 1):
        if _marks_maiden(word) and (len(key_of(word)) > 1 or key_of(words[index + 1]) == "domu"):
            words, at_birth = words[:index], words[-1]
            break
    title, words = _without_titles(words)
    while len(words) > least and _is_suffix(words):
        words = words[:-1]
    return title, _joined(words), at_birth


def _in_order(title: str, words: list[str]) -> Parts | None:
    words = [word if _SIMPLE.fullmatch(word) else word.strip(_EDGE) for word in words]
    if not words or (len(words) == 1 and key_of(words[0]) in NEVER_NAMES):
        return None
    if title and len(words) == 1:
        return Parts(words) if title in titles.GIVEN_TITLES else Parts((), words)
    if at := next((i for i, word in enumerate(words[:-1]) if i and key_of(word) in titles.COURTESY), 0):
        before, behind = words[:at], without_honorifics(words[at + 1 :])
        if is_given(key_of(before[0])) and not is_given(key_of(behind[0])):
            return _family_in_capitals([*before, *behind])
        return _inverted(before, behind)
    if words[0].islower() or key_of(words[0]) in table.PARTICLES:
        # A family name may begin the name: `van der Berg Jan`.
        size = next((i for i, word in enumerate(words, 1) if key_of(word) not in table.FAMILY_PARTICLES), 0)
        if len(words) > size > 1 and (size > 2 or words[0].islower()):
            return Parts(words[size:], words[:size])
    return _family_in_capitals(words)


def _inverted(family: list[str], given: list[str]) -> Parts:
    """Read `Doe, Jane`; particles that end the given name begin the family name (`Berg, Jan van der`)."""
    while len(given) > 1 and key_of(given[-1]) in SURE_TITLES:
        given = given[:-1]
    end = len(given)
    while end > 1 and key_of(given[end - 1]) in table.PARTICLES and len(given[end - 1]) > 1:
        end -= 1
    family, given = [*given[end:], *family], given[:end]
    if len(given) == 1 and len(family) > 1 and is_english_given(key_of(given[0])):
        # Beside a Chinese, Korean or Vietnamese family name and the given name after it.
        first, rest = known(key_of(family[0])), "".join(map(key_of, family[1:]))
        if first.origin in SYLLABIC and given_name_origins(rest) and not known(rest).origin:
            return Parts([*given, *family[1:]], family[:1])
    return Parts(given, family)


def without_honorifics(words: Sequence[str]) -> list[str]:
    """Return the words of one part without titles and suffixes; at least one word remains."""
    kept = list(words)
    while len(kept) > 1 and key_of(kept[0]) in SURE_TITLES:
        del kept[0]
    while len(kept) > 1 and (
        key_of(kept[-1]) in SURE_SUFFIXES or re.match(r"\d+(?:st|nd|rd|th)$", key_of(kept[-1]))
    ):
        del kept[-1]
    return _joined(kept)


def _marks_maiden(word: str) -> bool:
    key = key_of(word)
    return key in table.MAIDEN_MARKERS and (word[0].islower() or not word.isascii() or key in ("nee", "geb"))


def _joined(words: list[str]) -> list[str]:
    """Return the words with O Brien or D Angelo as one word each, and Arabic articles as words of their own."""
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


def _family_in_capitals(words: Sequence[str]) -> Parts:
    """Read capitals as the mark of the family name if only some words have them: `DOE Jane`, `Jason CHAN Tai Man`."""
    in_capitals = list(map(_is_in_capitals, words))
    if all(in_capitals) or not any(in_capitals):
        return Parts(words)
    start = in_capitals.index(True)
    end = len(words) - in_capitals[::-1].index(True)
    while start > 1 and words[start - 1].islower() and key_of(words[start - 1]) in table.PARTICLES:
        start -= 1
    if words[0].islower() and key_of(words[0]) in table.PARTICLES:
        start = 0
    rest = [*words[:start], *words[end:]]
    if not rest or not all(in_capitals[i] or words[i].islower() for i in range(start, end)):
        return Parts(words)
    return Parts(rest, [_title_case(word) if word.isupper() else word for word in words[start:end]])


def _is_in_capitals(word: str) -> bool:
    """Return whether a word is in capitals as a family name; most words of two letters are initials (CC, JR)."""
    letters = word.removeprefix("Mc").removeprefix("Mac")
    if not letters.isupper() or "." in letters:
        return False
    return len(letters) > 2 or (len(letters) == 2 and fold(letters) in ORIGINS)


def _without_titles(words: list[str]) -> tuple[str, list[str]]:
    """Return the last title before the name, as its key, and the words after it."""
    title, start = "", 0
    while start < len(words) - 1:
        key, word, left = key_of(words[start]), words[start], len(words) - start
        is_marked = "." in word or (word.isupper() and any(map(str.islower, words[-1])))
        # One that may be a name is a title before two others, or with a full stop.
        is_sure = key in SURE_TITLES or (
            key in titles.TITLES
            and (is_marked or key not in titles.TITLES_IN_CAPITALS)
            and (left > 2 or (word[-1] == "." and len(key) > 1))
        )
        is_faculty = bool(title) and word.islower() and word[-1] == "." and len(key) > 1  # Dr. rer. nat.
        is_faculty = is_faculty or (bool(title) and left > 2 and key in titles.GRADES)
        is_burmese = word == "U" and start == 0 and left > 2
        if not (is_sure or is_faculty or is_burmese or _is_before_others(words[start:], key)):
            break
        title, start = key, start + 1
    if title and start == len(words) - 1 and key_of(words[start]) in NEVER_NAMES:
        return "", words[start:]
    return title, words[start:]


def _is_before_others(words: list[str], key: str) -> bool:
    """Return whether a word that may be a name is a title, by the next words: The Hon., Tan Sri, Don Carlos Ruiz, pan Jan Nowak."""
    following = key_of(words[1])
    if len(words) > 3 and (key in DETERMINERS or f"{key} {following}" in titles.PHRASES):
        return following in titles.TITLES or following in DETERMINERS
    if len(words) < 3 or key not in titles.MARKED_TITLES:
        return False
    is_don = key == "don" and known(key_of(words[-1])).origin in ("spanish", "portuguese")
    return words[0].endswith(".") or (is_given(following) and (is_don or key == "pan"))


def _is_suffix(words: list[str]) -> bool:
    key = key_of(words[-1])
    if key in SUFFIXES or _is_degree(words[-1], key) or (key in titles.COURTESY and len(words) > 2):
        return True
    if key not in ONE_LETTER or len(words) < 3:
        return False
    # A number follows a given name and a family name, neither of India: John Ingram V.
    first, last = known(key_of(words[0])), known(key_of(words[-2]))
    is_whole = first.given_log_odds > 0 >= last.given_log_odds and len(last.word) > 1
    return is_whole and "indian" not in (first.origin, last.origin)


def are_letters(word: str) -> bool:
    """Return whether a word looks like letters behind a name: capitals, maybe with hyphens or slashes between."""
    if word[1:].islower():
        return False
    word = word.strip(".,;")
    capitals = sum(map(str.isupper, word))
    is_mostly_capitals = capitals > 1 and 2 * capitals >= sum(map(str.isalpha, word))
    return is_mostly_capitals and _POST_NOMINAL.fullmatch(word) is not None


def are_sure_letters(word: str) -> bool:
    """Return whether a word is letters even if capitals may be the family name's."""
    if not are_letters(word):
        return False
    pieces = re.split("[-/+&]", word.strip(".,;"))
    if len(pieces) == 1 and not (word.isupper() and _UNSPOKEN.fullmatch(word)):
        return False
    return all(len(piece) < 6 and not is_family(piece.lower()) for piece in pieces)


def _is_degree(word: str, key: str) -> bool:
    """Return whether a word is a degree: by the vocabulary, and, if it may be a name, by its writing."""
    if key not in titles.POST_NOMINALS:
        return are_sure_letters(word)
    if ("." in word and len(key) > 1) or key in titles.DEGREES_IN_ANY_CASE:
        return True
    return word.isupper() or re.fullmatch("[A-Za-z]+[A-Z][a-z]*", word) is not None
