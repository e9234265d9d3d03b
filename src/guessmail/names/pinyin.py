"""Words of Chinese in Latin letters, divided into syllables."""

import functools
import re

from guessmail.data.pinyin import SYLLABLES

__all__ = ["split_pinyin"]

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
