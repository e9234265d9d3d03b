"""The knowledge about a word, from the tables: whether it is a given or a family name, and its origin; cached by word."""

import functools
import re
from typing import NamedTuple

from guessmail.data import known_names, weights
from guessmail.data.asian_given import JAPANESE, SOUTHERN_CHINESE, VIETNAMESE
from guessmail.data.given_shapes import GIVEN_SHAPES
from guessmail.data.languages import GREEK_SURNAME, PATRONYMIC, SLAVIC_SURNAME
from guessmail.data.more_given import FATHERS, MORE_GIVEN
from guessmail.data.pinyin import LOOKALIKES, SYLLABLES
from guessmail.data.surnames import ENDINGS, LEADING, ORIGINS, WEAK

_SYLLABLE = "(?:[a-z]|[tcsz]h|hs|ts|tz|[ghk]w|[ghkmbp]y|kh|jh)?[aeiou]{1,3}(?:ng?|h|k|t|p|m|l|r)?"
"""A syllable in any romanisation of Chinese or Korean; two with a hyphen between them are a given name."""
SOUTHERN_SYLLABLES = SOUTHERN_CHINESE | SYLLABLES
_FOREIGN = "[bdfhjklmpqrtwxy](?:[^aeiouv]|$)|[czs](?:[^aeiouh]|$)"
"""A consonant before another, or at the end, that no Chinese syllable has, but most words of other languages."""
_ENDINGS = SLAVIC_SURNAME + GREEK_SURNAME
SYLLABIC = frozenset({"chinese", "korean", "vietnamese"})
"""Origins whose names are made of syllables."""


class Known(NamedTuple):
    """The knowledge about a folded word."""

    word: str
    given_log_odds: float
    """The log-odds that it is a given name, not a family name; 0 if the tables do not show it."""
    origin: str
    """The origin that it shows as a family name, or an empty string."""
    is_weak: bool
    """Whether it shows this origin only beside a given name of the same origin."""


@functools.lru_cache(maxsize=4096)
def known(word: str) -> Known:
    """Return the knowledge about a folded word."""
    origin = ORIGINS.get(word) or ENDINGS.get(word[-6:], "")
    if not origin and word[-2:] == "ne" and ORIGINS.get(word[:-2]) == "hungarian":  # the wife of
        origin = "hungarian"
    return Known(word, _given_log_odds(word, origin), origin, word in WEAK)


def _given_log_odds(word: str, origin: str) -> float:
    """Return the log-odds that a folded word of this origin is a given name, not a family name."""
    if "-" in word:
        odds = [known(piece).given_log_odds for piece in word.split("-") if len(piece) > 2]
        return weights.FAMILY if odds and max(odds) <= weights.FAMILY else 0.0
    is_listed = f" {word} " in known_names.FAMILY.get(word[:2], "")
    if _is_listed_as_given(word):
        if word in FATHERS and not origin:
            return weights.RATHER_GIVEN
        if origin and word not in WEAK:
            return 0.0
        return weights.RATHER_GIVEN if is_listed else weights.GIVEN
    if is_listed:
        return weights.FAMILY
    if word in LEADING:
        return weights.LEADING_FAMILY
    if origin:
        # Most syllables of Chinese are family names of some people, and given names of more.
        return weights.WEAK_FAMILY if word in WEAK or origin == "chinese" else weights.STRONG_FAMILY
    return weights.ENDS_AS_FAMILY if word.endswith(_ENDINGS) else 0.0


def _is_listed_as_given(word: str) -> bool:
    return word in MORE_GIVEN or f" {word} " in known_names.GIVEN.get(word[:2], "")


def is_given(word: str) -> bool:
    """Return whether a folded word is a given name, and seldom a family name."""
    return known(word).given_log_odds > 0


def is_family(word: str) -> bool:
    """Return whether a folded word is known as a family name."""
    found = known(word)
    return found.given_log_odds < 0 or bool(found.origin)


def is_english_given(word: str) -> bool:
    """Return whether a folded word is a given name that people with Chinese or Korean names bear beside their own."""
    found = known(word)
    is_known = found.given_log_odds >= weights.RATHER_GIVEN and len(word) > 2 and not found.origin
    return is_known and SYLLABIC.isdisjoint(given_name_origins(word))


def middle_kind(word: str) -> str:
    """Return the kind of a folded word between the first and the last one: `given`, `family`, `patronymic` or `other`."""
    if word.endswith(PATRONYMIC):
        return "patronymic"
    if word in FATHERS:
        return "other"
    found = known(word)
    if found.given_log_odds > 0:
        return "given" if found.given_log_odds >= weights.GIVEN or not found.origin else "other"
    # Family names of these origins are given names between other words, too: Ka Wai, Kumar.
    if found.origin in ("chinese", "korean", "vietnamese", "indian", "japanese"):
        return "other"
    return "family" if found.origin or found.given_log_odds else "other"


@functools.lru_cache(maxsize=4096)
def given_name_origins(word: str) -> dict[str, float]:
    """Return the origins whose given names a folded word resembles, each with its log-odds."""
    found: dict[str, float] = {}
    pieces, word = word.split("-"), word.replace("-", "")
    if (
        4 <= len(word) <= 12
        and word not in LOOKALIKES
        and word not in SOUTHERN_SYLLABLES
        and not _is_listed_as_given(word)
        and any(
            word[:at] in SOUTHERN_SYLLABLES and word[at:] in SOUTHERN_SYLLABLES
            for at in range(2, len(word) - 1)
        )
    ):
        found["chinese"] = weights.SHAPED_AS_GIVEN[2]
    if (
        len(pieces) == 2
        and all(re.fullmatch(_SYLLABLE, piece) for piece in pieces)
        and (split_pinyin(pieces[0]) or known(pieces[0]).given_log_odds <= 0)
    ):
        found = dict.fromkeys(("chinese", "korean"), weights.SHAPED_AS_GIVEN[2])
    if word in LOOKALIKES:
        return found
    if syllables := len(split_pinyin(word)):
        found.setdefault("chinese", weights.SHAPED_AS_GIVEN[min(syllables, 2)])
    shaped = [origin for origin, pattern in GIVEN_SHAPES.items() if re.search(pattern, word)]
    found |= dict.fromkeys(shaped, weights.SHAPED_AS_GIVEN[2])
    if word in JAPANESE:
        found["japanese"] = weights.GIVEN
    if word in VIETNAMESE:
        found["vietnamese"] = weights.GIVEN
    return found


@functools.lru_cache(maxsize=4096)
def split_pinyin(word: str) -> tuple[str, ...]:
    """Split a folded word into at most three pinyin syllables, as few and as long as possible; empty if that fails."""
    if len(word) > 18 or re.search(_FOREIGN, word):
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


def initials_of(text: str, folded: str, *, is_chinese: bool) -> str:
    """Return the initials of the syllables of a given name; empty if it has only one.

    Syllables begin at hyphens, at capitals within the word, and, in Chinese names, where pinyin divides.
    """
    if text[1:].islower() and not is_chinese and "-" not in folded:
        return ""
    pieces = folded.split("-")
    if len(pieces) == 1 and text.isascii() and text.isalpha():
        pieces = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", text).lower().split("-")
    if is_chinese:
        pieces = [syllable for piece in pieces for syllable in (split_pinyin(piece) or (piece,))]
    return "".join([piece[0] for piece in pieces if piece]) if len(pieces) > 1 else ""
