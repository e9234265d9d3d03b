"""Where a name comes from, as far as small tables tell.

Its traits, its syllables, and how likely its order is.
"""

import functools
import re
from collections.abc import Sequence

from guessmail.data.looks import LOOKS
from guessmail.data.pinyin import LOOKALIKES, SYLLABLES
from guessmail.data.surnames import ENDINGS, ORIGINS, WEAK

__all__ = ["FAMILY_FIRST_ORIGINS", "initials_of", "looks_like", "origin_of", "split_pinyin"]

FAMILY_FIRST_ORIGINS = frozenset({"chinese", "japanese", "korean", "vietnamese", "hungarian"})
"""Origins whose own order is family name first."""

_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def origin_of(words: Sequence[str]) -> str:
    """Return the origin that the family name tells, with its place: `chinese-last`, or an empty string.

    `words` are the folded words, in the order written; the family name is looked for last, then first.
    """
    if len(words) < 2:
        return ""
    first, last = words[0], words[-1]
    at_last, at_first = ORIGINS.get(last) or ENDINGS.get(last[-6:], ""), ORIGINS.get(first, "")
    if not at_last and not at_first:
        return ""
    if at_first == "vietnamese" and first not in WEAK and len(words) > 2:
        return "vietnamese-first"
    if at_last and (last not in WEAK or looks_like(at_last, first)):
        if at_first and last in WEAK and first not in WEAK and at_first in FAMILY_FIRST_ORIGINS:
            return f"{at_first}-first"
        return f"{at_last}-last"
    if at_first in FAMILY_FIRST_ORIGINS and first not in WEAK:
        told = at_first in ("vietnamese", "hungarian") or looks_like(at_first, last)
        return f"{at_first}-first" if told else ""
    return f"{at_first}-first" if at_first in FAMILY_FIRST_ORIGINS and looks_like(at_first, last) else ""


def looks_like(origin: str, word: str) -> bool:
    """Tell whether a word looks like a given name of that origin."""
    if word in LOOKALIKES:
        return False
    word = word.replace("-", "")
    if origin == "chinese":
        return 1 <= len(split_pinyin(word)) <= 3
    return origin in LOOKS and re.search(LOOKS[origin], word) is not None


@functools.lru_cache(maxsize=4096)
def split_pinyin(word: str) -> tuple[str, ...]:
    """Split a folded word into pinyin syllables, as few as can be, the first as long as can be.

    Empty when it cannot be.
    """
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(end - 1, max(end - 7, -1), -1):
            before = best[start]
            if before is not None and word[start:end] in SYLLABLES:
                found = best[end]
                if found is None or len(before) + 1 < len(found):
                    best[end] = (*before, word[start:end])
    return best[-1] or ()


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
