"""Kinds of names: from the name of a question to its mould and its letters, mostly without reading it."""

from collections.abc import Callable, Hashable, Sequence
from operator import itemgetter
from typing import NamedTuple

from guessmail.moulds import Mould, Moulds
from guessmail.names import Name
from guessmail.names.pairs import Pair, pair_in, pair_of
from guessmail.names.phrases import Composition, Phrase, compositions, phrase_in, phrase_of
from guessmail.namesakes import words_of
from guessmail.problems import Problem
from guessmail.questions import Question
from guessmail.shapes import TAIL, Shape, initials_in, placeholders, shape_of

__all__ = ["Cast", "Kinds"]

_MOST = 10_000

Cast = tuple[Mould, str, Sequence[str]]
"""What there is to know of a name: its mould, its letters with `TAIL` behind them, and words among which are all its
given and family names, spelled in every way. A plain tuple, since one is made for every row."""


class _OfPairs(NamedTuple):
    """What names of two words of a kind have in common: all but their letters."""

    mould: Mould
    pick: Callable[[Sequence[str]], Sequence[str]]
    """Puts the texts of such a name in the order of its letters."""


class _OfPhrases(NamedTuple):
    """What other names of a kind have in common: how they are read, and how their spellings are put together."""

    shape: Shape
    spelled: str
    pick: Callable[[Sequence[str]], object]
    """Picks the texts that are filled in there."""
    initials: frozenset[int] | None
    """As for `placeholders`."""

    def spell(self, texts: Sequence[str]) -> list[str]:
        """Return the spellings of a name of these texts, in the order of its letters."""
        return (self.spelled % self.pick(texts)).split(" ")


class Kinds:
    """Learns kinds by the first name of each."""

    def __init__(self, moulds: Moulds, read_name: Callable[[Question], Name | Problem]) -> None:
        self._moulds, self._read_name = moulds, read_name
        self._pairs: dict[Hashable, _OfPairs] = {}
        self._phrases: dict[Hashable, _OfPhrases | None] = {}

    def clear(self) -> None:
        """Forget all kinds."""
        self._pairs.clear()
        self._phrases.clear()

    def of(self, question: Question) -> Cast | None:
        """Return what there is to know of the name of a question; None where it is no name."""
        return self._unread(question) or self._read(question)

    def _read(self, question: Question) -> Cast | None:
        name = self._read_name(question)
        return None if isinstance(name, Problem) else (*self._moulds.of(name), tuple(words_of(name)))

    def _unread(self, question: Question) -> Cast | None:
        """Return the same by the kind of the name; None where it must be read."""
        given, middle, family = question.given, question.middle, question.family
        if given or family:
            pair = None if middle else pair_in(given, family)
            phrase = None if pair else phrase_in(given, middle, family)
        else:
            pair = pair_of(question.name)
            phrase = None if pair else phrase_of(question.name)
        if pair:
            return self._of_pair(pair, question)
        return self._of_phrase(phrase, question) if phrase else None

    def _of_pair(self, pair: Pair, question: Question) -> Cast | None:
        key, texts = pair
        kind = self._pairs.get(key) or self._learn_pair(pair, question)
        if kind is None:
            return None
        mould, letters = kind.mould, "".join(kind.pick(texts)) + TAIL
        if mould.guards and mould.guards.fired(letters):
            mould = self._moulds.fitting(mould.shape, letters)
        return mould, letters, texts

    def _learn_pair(self, pair: Pair, question: Question) -> _OfPairs | None:
        name = self._read_name(question)
        if isinstance(name, Problem):
            return None
        key, texts = pair
        shape, used = shape_of(name)
        if not set(used) <= {*texts, ""}:
            return None
        if len(self._pairs) >= _MOST:
            self._pairs.clear()
        kind = _OfPairs(
            self._moulds.of_shape(shape), itemgetter(*[texts.index(text) for text in used if text])
        )
        self._pairs[key] = kind
        return kind

    def _of_phrase(self, phrase: Phrase, question: Question) -> Cast | None:
        if phrase.kind not in self._phrases:
            self._learn_phrase(phrase, question)
        kind = self._phrases.get(phrase.kind)
        if kind is None:
            return None
        spelled = kind.spell(phrase.texts)
        if len({*spelled}) < len(spelled):  # equal ones are one, which changes the shape
            return None
        letters = "".join(spelled) + TAIL
        mould = self._moulds.fitting(kind.shape._replace(texts=placeholders(spelled, kind.initials)), letters)
        return mould, letters, ["".join(filter(str.isalnum, text)) for text in spelled]

    def _learn_phrase(self, phrase: Phrase, question: Question) -> None:
        """Read one name, to know all of its kind; none where others would have to be read as well."""
        if len(self._phrases) >= _MOST:
            self._phrases.clear()
        name = self._read_name(question)
        if isinstance(name, Problem):
            self._phrases[phrase.kind] = None
            return
        shape, used = shape_of(name)
        texts = phrase.texts
        ways: dict[str, set[Composition]] = {"": {()}}
        for way in compositions(phrase):
            ways.setdefault(_text(way, texts), set()).add(way)
        if not ways.keys() >= {*used}:
            self._phrases[phrase.kind] = None
        elif all(len(ways[text]) == 1 for text in used):  # a name that has it by chance tells nothing
            chosen = [way for text in used for way in ways[text]]
            spelled = " ".join(
                ["".join([one if isinstance(one, str) else "%s" for one in way]) for way in chosen]
            )
            pick = itemgetter(*[one for way in chosen for one in way if not isinstance(one, str)])
            self._phrases[phrase.kind] = _OfPhrases(shape, spelled, pick, initials_in(name, shape.readings))


def _text(way: Composition, texts: Sequence[str]) -> str:
    return "".join([one if isinstance(one, str) else texts[one] for one in way])
