"""Words of Chinese in Latin letters, divided into syllables."""

import functools

from guessmail.data.pinyin import SYLLABLES

__all__ = ["split_pinyin"]


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
