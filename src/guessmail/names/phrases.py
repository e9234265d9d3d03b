"""Names of any words, without reading them: what each word brings to a name is found out once.

Reading asks of a word how long it is, how it is written, and whether a table knows it; never which letters it is made
of. So names whose words are of the same kinds, one by one, are read alike: one of them tells all. `pairs` does the same
for names of two words, faster.
"""

import functools
import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, count
from typing import NamedTuple, TypeVar

from guessmail.data.languages import PATRONYMIC
from guessmail.data.looks import LOOKS
from guessmail.data.name_words import NO_NAMES
from guessmail.data.surnames import ENDINGS, ORIGINS, WEAK
from guessmail.names.nicks import words_with_nicks
from guessmail.names.origin import looks_like
from guessmail.names.pairs import half_of
from guessmail.text import fold

__all__ = ["Composition", "Phrase", "compositions", "phrase_in", "phrase_of"]

_MOST = 1 << 13
_MOST_WORDS = 6
_INITIAL = re.compile(r"[A-Z]\.?")
_COMPOUND = re.compile("[A-Z][a-z]+(?:-[A-Z][a-z]+){1,2}|[A-Z][a-z]+[A-Z][a-z]+")
_ELIDED = re.compile("[A-Z]'[A-Z][a-z]+")
_KNOWN = re.compile(r"[A-Za-z.]{1,20}")
_PIECE = re.compile("[A-Z][a-z]+")
_JOINTS = ("", "-", ".")


class _Word(NamedTuple):
    """What a written word brings to a name."""

    kind: Hashable
    """The same for words that differ in their letters alone."""
    pieces: tuple[tuple[str, ...], ...]
    """What stands between its hyphens or inner capitals, each with its spellings and its short and long forms."""
    joint: str
    """What stands between the pieces."""
    folded: str
    origins: frozenset[str] = frozenset()
    """Those that it may tell."""
    bare: bool | None = None
    """Whether its language drops the dots of ä, ö, ü, as far as it tells."""


class Phrase(NamedTuple):
    """A name, as far as it is known unread."""

    kind: Hashable
    """The same for names that are read alike but for their letters."""
    words: tuple[_Word, ...]

    @property
    def texts(self) -> list[str]:
        """The texts of its words, and behind them the initials of all these."""
        found = [text for word in self.words for piece in word.pieces for text in piece]
        return found + [text[0] for text in found]


def phrase_of(written: str) -> Phrase | None:
    """Return the phrase that a name is as it is written, `Jane M. Doe-Smith, PhD`; None where it must be read."""
    if written.isupper() or written.islower():
        return _phrase((written.isupper(), "of one case"), [written.title().split(" ")])
    return _phrase("written", [written.split(" ")])


def phrase_in(given: str, middle: str, family: str) -> Phrase | None:
    """Return the same for a name that is given by its parts."""
    return _phrase("by parts", [part.split(" ") if part else [] for part in (given, middle, family)])


def _phrase(way: Hashable, parts: Sequence[Sequence[str]]) -> Phrase | None:
    texts = [text for part in parts for text in part]
    if not 0 < len(texts) <= _MOST_WORDS:
        return None
    words = tuple([word for text in texts if (word := _word(text))])
    if len(words) < len(texts) or len({word.bare for word in words} - {None}) > 1:
        return None
    origins = frozenset().union(*[word.origins for word in words])
    if "chinese" in origins:  # whose syllables have initials
        return None
    looks = tuple(
        [looks_like(origin, word.folded) for origin in sorted(origins & LOOKS.keys()) for word in words]
    )
    return Phrase((way, *map(len, parts), *[word.kind for word in words], looks), words)


@functools.lru_cache(maxsize=_MOST)
def _word(text: str) -> _Word | None:
    """Return what a word brings, None where that cannot be told of it alone."""
    bare, comma = text.removesuffix(",").replace("\u2019", "'"), text[-1:] == ","
    folded = fold(bare)
    if not folded:
        return None
    told = {ORIGINS.get(folded, ""), ENDINGS.get(folded[-6:], "")} - {""}
    table = (*sorted(told), folded in WEAK, PATRONYMIC.search(folded) is not None, comma)
    word = functools.partial(_Word, folded=folded, origins=frozenset(told))
    if not NO_NAMES.isdisjoint((folded, folded.replace("-", ""))):
        is_known = _KNOWN.fullmatch(bare) is not None
        return word((text, table), ((folded,),), "") if is_known else None
    if _INITIAL.fullmatch(bare):
        return word((len(bare), table), ((folded,),), "")
    if _ELIDED.fullmatch(bare):
        return word((bare[:2], len(bare), table), ((folded,),), "")
    if _COMPOUND.fullmatch(bare):
        if folded in words_with_nicks():
            return None
        joint = "-" * ("-" in bare)
        pieces = tuple([(piece.lower(),) for piece in _PIECE.findall(bare)])
        return word((joint, *[len(piece) for (piece,) in pieces], table), pieces, joint)
    half = half_of(bare)
    if half is None or not half.is_title:
        return None
    return word((half.kind, table), (half.texts,), "", bare=half.bare)


Composition = tuple[int | str, ...]
"""What a spelling is put together of: places among the texts of a phrase, and what stands between them."""


def compositions(phrase: Phrase) -> Iterator[Composition]:
    """Yield all that the spellings of a name may be put together of."""
    place = count()
    pieces = [[[next(place) for _ in piece] for piece in word.pieces] for word in phrase.words]
    size = next(place)
    texts = phrase.texts

    def initial(piece: Sequence[int]) -> Composition:
        return (piece[0] + size * (len(texts[piece[0]]) > 1),)

    flat = [piece for word in pieces for piece in word]
    for piece in flat:
        yield from [(at,) for at in piece]
    for run in _runs(flat):
        yield _joined(map(initial, run), "")
        for choice in range(max(map(len, run))):
            chosen = [(piece[choice if choice < len(piece) else 0],) for piece in run]
            yield from [_joined(chosen, joint) for joint in _JOINTS]
    wholes = [
        _joined([(piece[0],) for piece in own], word.joint)
        for word, own in zip(phrase.words, pieces, strict=True)
    ]
    for words in _runs(wholes):
        yield from [_joined(words, joint) for joint in _JOINTS]
    for firsts in _runs([initial(word[0]) for word in pieces]):
        yield _joined(firsts, "")


_T = TypeVar("_T")


def _runs(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """Yield all stretches of two or more."""
    return (items[start:stop] for start, stop in combinations(range(len(items) + 1), 2) if stop - start > 1)


def _joined(parts: Iterable[Composition], joint: str) -> Composition:
    """Return some compositions one behind the other."""
    found: Composition = ()
    for part in parts:
        found += (joint, *part) if found and joint else part
    return found
