"""The words of a name, each with the ways to write its letters in ASCII."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from guessmail.data.languages import BARE_UMLAUTS
from guessmail.data.letters import NORDIC_BARE, NORDIC_DIGRAPH, UMLAUT_DIGRAPH
from guessmail.names.known import looks_like
from guessmail.names.types import Spelling
from guessmail.text import fold

__all__ = ["NORDIC_LETTERS", "Word", "distinct", "has_bare_umlauts", "latin_word", "variants"]

_VIETNAMESE = re.compile("[àáâãèéêìíòóôõùúýăĩũơưạ-ỹ]")
_UMLAUTS = frozenset("äöüÄÖÜ")
NORDIC_LETTERS = frozenset("åøæÅØÆ")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word of a written name; equal to itself alone, so that what is cached by it is found quickly."""

    text: str
    """As written; romanised by default where the script is not Latin."""
    forms: tuple[Spelling, ...]
    """Its ASCII forms, the default first; hyphens stay. Never empty, never without a letter."""
    folded: str
    """The default form."""
    parts: tuple[str, ...] = ()
    """Its syllables, where the script shows them (Han, Hangul), folded."""


def has_bare_umlauts(texts: Iterable[str]) -> bool:
    """Say whether the words show a language that drops the dots of ä, ö, ü."""
    return any(re.search(BARE_UMLAUTS, text.lower()) for text in texts)


@functools.lru_cache(maxsize=8192)
def latin_word(text: str, *, bare_umlauts: bool = False) -> Word | None:
    """Return the word with its forms, or None when no letter is left of it."""
    plain = fold(text)
    if not plain:
        return None
    forms = [Spelling(plain)]
    if not text.isascii():
        if not _UMLAUTS.isdisjoint(text):
            digraph = fold(text, UMLAUT_DIGRAPH)
            if bare_umlauts:
                forms.append(Spelling(digraph, ("umlaut=digraph",)))
            else:
                forms = [Spelling(digraph), Spelling(plain, ("umlaut=bare",))]
        if not NORDIC_LETTERS.isdisjoint(text):
            forms.append(Spelling(fold(text, NORDIC_DIGRAPH), ("nordic=digraph",)))
            forms.append(Spelling(fold(text, NORDIC_BARE), ("nordic=bare",)))
        forms += _other_spellings(text.lower(), plain)
    return Word(text, distinct(forms), forms[0].text)


def _other_spellings(lowered: str, plain: str) -> list[Spelling]:
    """Return the spellings of letters that one language has, as its bearers may write them: đ as dj, ō as oh."""
    lowered = normalize("NFC", lowered)
    texts: list[str] = []
    if "đ" in lowered and not _VIETNAMESE.search(lowered) and not looks_like("vietnamese", plain):
        texts = [fold(lowered.replace("đ", "dj"))]
    elif "ə" in lowered:
        texts = [fold(lowered.replace("ə", "e"))]
    elif "ō" in lowered or "ū" in lowered:
        double = re.sub("^ō", "oo", lowered).replace("ō", "ou").replace("ū", "uu")
        texts = [fold(re.sub("^ō|ō$", "oh", lowered)), fold(double)]
    return [Spelling(text, ("translit=other",)) for text in texts]


def distinct(spellings: Iterable[Spelling], limit: int = 6) -> tuple[Spelling, ...]:
    """Return the spellings without repeated and empty texts, the first of each kept, at most `limit`."""
    first: dict[str, Spelling] = {}
    for spelling in spellings:
        if spelling.text:
            first.setdefault(spelling.text, spelling)
    return tuple(first.values())[:limit]


def variants(words: Sequence[Word]) -> list[tuple[tuple[str, ...], list[str]]]:
    """Return each choice of letters with the words in it, the default first.

    One choice holds for all words of a part.

    Words that do not know the choice stay in their default form.
    """
    choices = dict.fromkeys(choice for word in words for choice in _by_choice(word))
    # The default has no tags; the others stay as they came.
    ordered = sorted(choices, key=lambda choice: bool(choice[0]))
    return [(tags, [_by_choice(word).get((tags, n), word.folded) for word in words]) for tags, n in ordered]


def _by_choice(word: Word) -> dict[tuple[tuple[str, ...], int], str]:
    """Return the forms of a word by their tags and, among those of equal tags, their number."""
    found: dict[tuple[tuple[str, ...], int], str] = {}
    for form in word.forms:
        number = sum(1 for tags, _ in found if tags == form.tags)
        found[form.tags, number] = form.text
    return found
