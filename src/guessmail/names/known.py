"""What the tables say of one word: given or family name, and of which origin. Found out once a word."""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from guessmail.data import known_names
from guessmail.data.languages import GREEK_SURNAME, PATRONYMIC, SLAVIC_SURNAME
from guessmail.data.looks import LOOKS
from guessmail.data.more_given import FATHERS, MORE_GIVEN
from guessmail.data.pinyin import LOOKALIKES, SYLLABLES
from guessmail.data.surnames import ENDINGS, LEADING, ORIGINS, SOUTHERN, SOUTHERN_LEADING, WEAK
from guessmail.data.weights import (
    ENDS_AS_FAMILY,
    FAMILY,
    GIVEN,
    LEADING_FAMILY,
    LOOKS_GIVEN,
    RATHER_GIVEN,
    STRONG_FAMILY,
    WEAK_FAMILY,
)

__all__ = [
    "Known",
    "initials_of",
    "is_english_given",
    "is_family",
    "is_given",
    "is_southern_syllable",
    "known",
    "log_odds_alone",
    "looks_like",
    "middle_kind",
    "origin_of_family",
    "southern_place",
    "split_pinyin",
]

_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_SYLLABLE = "(?:[a-z]|[tcsz]h|hs|ts|tz|[ghk]w|[ghkmbp]y|kh|jh)?[aeiou]{1,3}(?:ng?|h|k|t|p|m|l|r)?"
"""One syllable, however Chinese or Korean is romanised; two with a hyphen between them are a given name."""


_ENDINGS = SLAVIC_SURNAME + GREEK_SURNAME
_LAST_LETTERS = frozenset(ending[-2:] for ending in _ENDINGS)
_SYLLABIC = frozenset({"chinese", "korean", "vietnamese"})
_ALSO_GIVEN = _SYLLABIC | {"indian", "japanese"}
"""Origins whose family names stand between the other words as given names, too: Ka Wai, Kumar."""


class Known(NamedTuple):
    """What is known of a folded word."""

    word: str
    given_log_odds: float
    """How much rather it is a given than a family name, as a log-odds; 0 where the tables do not tell."""
    origin: str
    """The origin that it tells as a family name."""
    is_weak: bool
    """Whether it tells that only beside a word that looks the part."""

    @property
    def given_name_origins(self) -> dict[str, float]:
        """The origins of which it looks like a given name, each with the log-odds that this is worth."""
        return _looks(self.word)


@functools.lru_cache(maxsize=8192)
def known(word: str) -> Known:
    """Return what the tables say of a folded word."""
    origin = origin_of_family(word)
    return Known(word, _log_odds(word, origin), origin, word in WEAK)


def log_odds_alone(word: str, origin: str) -> float:
    """Return how much rather a folded word is a given than a family name where no other word tells its origin."""
    log_odds = _log_odds(word, origin)
    return log_odds if log_odds > 0 or word not in WEAK else 0.0


def _log_odds(word: str, origin: str) -> float:
    if "-" in word:
        odds_of_each = [
            _log_odds(piece, origin_of_family(piece)) for piece in word.split("-") if len(piece) > 2
        ]
        return FAMILY if odds_of_each and max(odds_of_each) <= FAMILY else 0.0
    if word in MORE_GIVEN or _is_listed(word, known_names.GIVEN):
        if word in FATHERS and not origin:
            return RATHER_GIVEN
        if origin and word not in WEAK:
            return 0.0
        return RATHER_GIVEN if _is_listed(word, known_names.FAMILY) else GIVEN
    if _is_listed(word, known_names.FAMILY):
        return FAMILY
    if word in LEADING:
        return LEADING_FAMILY
    if origin:
        # Most syllables of Chinese are family names of some people, and given names of more.
        return WEAK_FAMILY if word in WEAK or origin == "chinese" else STRONG_FAMILY
    return ENDS_AS_FAMILY if word[-2:] in _LAST_LETTERS and word.endswith(_ENDINGS) else 0.0


def origin_of_family(word: str) -> str:
    """Return the origin that a folded word tells as a family name, or an empty string."""
    origin = ORIGINS.get(word) or ENDINGS.get(word[-6:], "")
    if not origin and word[-2:] == "ne":  # Hungarian: the wife of
        return "hungarian" if ORIGINS.get(word[:-2]) == "hungarian" else ""
    return origin


def _is_listed(word: str, table: Mapping[str, str]) -> bool:
    return f" {word} " in table.get(word[:2], "")


def looks_like(origin: str, word: str) -> bool:
    """Tell whether a folded word looks like a given name of that origin."""
    return origin in known(word).given_name_origins


def is_given(word: str) -> bool:
    """Tell whether a folded word is a given name, and seldom a family name."""
    return known(word).given_log_odds > 0


def is_family(word: str) -> bool:
    """Tell whether a folded word is known as a family name."""
    found = known(word)
    return found.given_log_odds < 0 or bool(found.origin)


def is_english_given(word: str) -> bool:
    """Tell whether a folded word is a given name that people of Chinese or Korean names bear beside their own."""
    found = known(word)
    is_own = bool(found.origin) or not _SYLLABIC.isdisjoint(found.given_name_origins)
    return found.given_log_odds >= RATHER_GIVEN and len(word) > 2 and not is_own


def middle_kind(word: str) -> str:
    """Return what a folded word between the first and the last one is: `given`, `family`, `patronymic` or `other`.

    `other` is a word that the tables do not have, or one of an origin whose family names are given names as well.
    """
    if word.endswith(PATRONYMIC):
        return "patronymic"
    found = known(word)
    if word in FATHERS:
        return "other"
    if found.given_log_odds > 0:
        return "given" if found.given_log_odds >= GIVEN or not found.origin else "other"
    is_open = found.origin in _ALSO_GIVEN or (not found.origin and found.given_log_odds == 0)
    return "other" if is_open else "family"


def is_southern_syllable(word: str) -> bool:
    """Tell whether a folded word is a syllable of names in the south of China, Singapore and Malaysia."""
    return word in _southern_syllables() or word in SOUTHERN


@functools.cache
def _southern_syllables() -> frozenset[str]:
    from guessmail.data.asian_given import SOUTHERN_CHINESE

    return SOUTHERN_CHINESE | SYLLABLES


def _is_southern(word: str) -> bool:
    """Tell whether a folded word is two such syllables, and no given name elsewhere."""
    syllables = _southern_syllables()
    if not 4 <= len(word) <= 12 or word in LOOKALIKES or word in syllables or _log_odds(word, "") > 0:
        return False
    return any(word[:at] in syllables and word[at:] in syllables for at in range(2, len(word) - 1))


@functools.cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(origin, re.compile(pattern)) for origin, pattern in LOOKS.items()]


@functools.lru_cache(maxsize=4096)
def _looks(word: str) -> dict[str, float]:
    from guessmail.data.asian_given import JAPANESE, VIETNAMESE

    found: dict[str, float] = {}
    pieces = word.split("-")
    word = word.replace("-", "")
    if _is_southern(word):
        found["chinese"] = LOOKS_GIVEN[2]
    if (
        len(pieces) == 2
        and all(re.fullmatch(_SYLLABLE, piece) for piece in pieces)
        and (split_pinyin(pieces[0]) or known(pieces[0]).given_log_odds <= 0)
    ):
        found |= {"chinese": LOOKS_GIVEN[2], "korean": LOOKS_GIVEN[2]}
    if word in LOOKALIKES:
        return found
    syllables = len(split_pinyin(word))
    if 1 <= syllables <= 3:
        found.setdefault("chinese", LOOKS_GIVEN[min(syllables, 2)])
    for origin, pattern in _patterns():
        if pattern.search(word):
            found[origin] = LOOKS_GIVEN[2]
    if word in JAPANESE:
        found["japanese"] = GIVEN
    if word in VIETNAMESE:
        found["vietnamese"] = GIVEN
    return found


_FOREIGN = "[bdfhjklmpqrtwxy](?:[^aeiouv]|$)|[czs](?:[^aeiouh]|$)"
"""A consonant before another, or at the end, as no syllable has it: most words of other languages."""


@functools.cache
def _foreign() -> re.Pattern[str]:
    return re.compile(_FOREIGN)  # with the first word that needs it, for start-up


@functools.lru_cache(maxsize=4096)
def split_pinyin(word: str) -> tuple[str, ...]:
    """Split a folded word into at most three pinyin syllables, as few as can be, the first as long as can be.

    Empty when it cannot be.
    """
    if len(word) > _LONGEST or _foreign().search(word):
        return ()
    if word in SYLLABLES:
        return (word,)
    heads = [size for size in range(min(6, len(word) - 1), 0, -1) if word[:size] in SYLLABLES]
    for size in heads:
        if word[size:] in SYLLABLES:
            return word[:size], word[size:]
    for size in heads:
        for end in range(min(size + 6, len(word) - 1), size, -1):
            if word[size:end] in SYLLABLES and word[end:] in SYLLABLES:
                return word[:size], word[size:end], word[end:]
    return ()


_LONGEST = 18
"""Letters of three syllables."""


def southern_place(words: Sequence[str]) -> str:
    """Return where the family name of three syllables of Singapore or Malaysia stands.

    `first` in Goh Siew Hong, `last` in Kok Leong Tan, empty where the words are no such name.
    """
    if len(words) != 3 or (words[0] not in SOUTHERN and words[-1] not in SOUTHERN_LEADING):
        return ""
    if not all(is_southern_syllable(word) or word in SOUTHERN_LEADING for word in words):
        return ""
    if words[0] in SOUTHERN_LEADING or (words[0] in SOUTHERN and words[-1] not in SOUTHERN_LEADING | LEADING):
        return "first"
    return "last" if words[-1] in SOUTHERN_LEADING and words[0] not in LEADING else ""


def initials_of(text: str, folded: str, *, is_chinese: bool) -> str:
    """Return the initials of the syllables of a given name, or an empty string when it has one.

    Syllables begin at hyphens, at capitals within the word, and, in the given name of a Chinese, where pinyin
    divides.
    """
    pieces = folded.split("-")
    if len(pieces) == 1:
        pieces = (
            [piece.lower() for piece in _INNER_CAPITAL.split(text)]
            if text.isascii() and text.isalpha()
            else [folded]
        )
    if is_chinese:
        pieces = [syllable for piece in pieces for syllable in (split_pinyin(piece) or (piece,))]
    return "".join(piece[0] for piece in pieces if piece) if len(pieces) > 1 else ""
