"""The parts of a name in Latin letters: what is title, nickname, suffix, and which words are which name.

Names of simple words are taken apart here; the others by nameparser, with the project's own vocabulary of
titles and post-nominals (`data/name_words.py`) in place of its own, so that both ways agree on what a title
is.
"""

import dataclasses
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guessmail.data import name_words as table
from guessmail.text import fold

if TYPE_CHECKING:
    from nameparser import ParsedName, Parser

__all__ = ["Parts", "parse", "parse_with_nameparser", "without_honorifics"]

_SIMPLE = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[^\W\d_]\.")
_GLUED_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,4}|(?:[^\W\d_]\.){1,3}[^\W\d_]")
_EDGE = ".,;:!?()[]{}<>\"'/\\|*_~"
_LETTERS = re.compile(r"[^\W\d_]+(?:\u0307)?")
_CREDENTIAL = re.compile(r"[A-Za-z]+[A-Z][a-z]*")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of a name by their part, as written."""

    given: tuple[str, ...]
    middle: tuple[str, ...]
    family: tuple[str, ...]
    nick: str = ""
    maiden: str = ""
    is_stated: bool = False
    """Whether the writing says which part is the family name (a comma, capitals)."""

    @property
    def words(self) -> tuple[str, ...]:
        """All words but nickname and maiden name."""
        return (*self.given, *self.middle, *self.family)


def parse(text: str) -> Parts | None:
    """Take a cleaned name in Latin letters apart; None when nothing but titles and suffixes is in it."""
    words = [_plain_special(word) for word in _even_case(text).split()]
    words = _without_credentials(words)
    even = " ".join(words)
    if _is_simple(words):
        return _without_shouting(Parts(tuple(words[:1]), tuple(words[1:-1]), tuple(words[1:][-1:])))
    if all(_key(word) in _NEVER_NAMES for word in words):
        return None
    if size := _leading_family(words):
        return Parts(
            tuple(words[size : size + 1]), tuple(words[size + 1 :]), tuple(words[:size]), is_stated=True
        )
    parts = parse_with_nameparser(even)
    if not parts.words:
        return None
    return parts if parts.is_stated else _without_shouting(parts)


def parse_with_nameparser(text: str) -> Parts:
    """Take a name apart by nameparser alone."""
    return _from_parsed(_parser(short=len(text.split()) == 2).parse(text))


def without_honorifics(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of one part without titles before and suffixes after, as long as a word remains."""
    kept = list(words)
    while len(kept) > 1 and _key(kept[0]) in _SURE_TITLES:
        del kept[0]
    while len(kept) > 1 and (_key(kept[-1]) in _SURE_SUFFIXES or _ORDINAL.match(_key(kept[-1]))):
        del kept[-1]
    return tuple(kept)


_SURE_TITLES = table.TITLES - table.TITLES_OR_NAMES
_NEVER_NAMES = _SURE_TITLES | (table.SUFFIX_WORDS - {"filho", "neto", "fils", "pere"}) | {""}
_SURE_SUFFIXES = (table.POST_NOMINALS | table.SUFFIX_WORDS) - table.POST_NOMINALS_OR_NAMES - {"i", "v", "x"}


def _key(word: str) -> str:
    return fold(word).replace("-", "")


def _even_case(text: str) -> str:
    """Return a text of one case in title case, so that case decides nothing where it says nothing."""
    if text.islower() or text.isupper():
        return _LETTERS.sub(lambda run: run[0].capitalize(), text)
    return text


def _is_simple(words: Sequence[str]) -> bool:
    return all(_SIMPLE.fullmatch(word) and not _is_special(word) for word in words) and not (
        len(words) > 2 and _key(words[0]) in table.TITLES_OR_NAMES
    )


def _plain_special(word: str) -> str:
    """Return a title or suffix without its accents (Señor, Júnior), which the vocabulary lacks."""
    return (
        fold(word).capitalize()
        if not word.isascii() and fold(word) in table.TITLES | table.SUFFIX_WORDS
        else word
    )


def _without_credentials(words: list[str]) -> list[str]:
    """Drop post-nominals after two words that their inner capitals tell from names (MEng, LAc)."""
    end = len(words)
    while end > 2 and _CREDENTIAL.fullmatch(words[end - 1]) and _key(words[end - 1]) in table.POST_NOMINALS:
        end -= 1
    return words[:end]


def _leading_family(words: Sequence[str]) -> int:
    """Return how many words a family name has that begins the name: `van der Berg Jan`; 0 if none."""
    particles = table.PARTICLES - table.BOUND_GIVEN
    size = next((i for i, word in enumerate(words) if _key(word) not in particles), 0)
    is_one = size > 1 or (size == 1 and words[0].islower())
    return size + 1 if is_one and len(words) > size + 1 and all(map(_SIMPLE.fullmatch, words)) else 0


def _is_special(word: str) -> bool:
    return not word.endswith(".") and fold(word) in table.SPECIAL


@functools.cache
def _parser(*, short: bool) -> "Parser":
    """Return nameparser's parser.

    `short` for names of two words, in which an Earl is rather a name than a title.
    """
    # It takes 40 ms to load, and most names do without.
    from nameparser import Lexicon, Parser  # noqa: PLC0415

    titles = _SURE_TITLES if short else table.TITLES
    lexicon = dataclasses.replace(
        Lexicon.default(),
        titles=titles,
        given_name_titles=frozenset({"sir", "dame"}) & titles,
        suffix_acronyms=table.POST_NOMINALS,
        suffix_acronyms_ambiguous=table.POST_NOMINALS_OR_NAMES,
        suffix_words=table.SUFFIX_WORDS,
        honorific_tails=frozenset(),
        after_given_titles=frozenset(),
    )
    return Parser(lexicon=lexicon)


def _from_parsed(parsed: "ParsedName") -> Parts:
    given, middle, family = (
        _without_titles(_letters(part)) for part in (parsed.given, parsed.middle, parsed.family)
    )
    stated = "," in parsed.original and bool(given) and bool(family) and _is_before(parsed)
    if not family and len(given) > 1:
        given, family = given[:-1], given[-1:]
    if not given and middle:
        given, middle = middle[:1], middle[1:]
    return Parts(
        given, middle, family, " ".join(_letters(parsed.nickname)), " ".join(_letters(parsed.maiden)), stated
    )


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Drop the titles that stand at the end of a part, as in `Doe, Jane Mrs`."""
    while len(words) > 1 and _key(words[-1]) in _SURE_TITLES:
        words = words[:-1]
    return words


def _is_before(parsed: "ParsedName") -> bool:
    """Say whether the family name stands before the given name."""
    original = parsed.original
    return original.find(parsed.family.split()[-1]) < original.rfind(parsed.given.split()[0])


def _letters(part: str) -> tuple[str, ...]:
    """Return the words of a part that hold letters, without digits and punctuation at their edges."""
    words = (word.strip(_EDGE) if not _GLUED_INITIALS.fullmatch(word) else word for word in part.split())
    kept = (word for word in words if any(c.isalpha() for c in word) and not any(c.isdigit() for c in word))
    return tuple(word for word in kept if fold(word))


def _without_shouting(parts: Parts) -> Parts:
    """Read capitals as the mark of the family name, where some words are so written and others not.

    `DOE Jane`.
    """
    words = parts.words
    shouted = [_is_shouted(word) for word in words]
    if all(shouted) or not any(shouted) or len(words) < 2:
        return parts
    count = sum(shouted)
    if all(shouted[:count]):
        family, rest = words[:count], words[count:]
    elif all(shouted[-count:]):
        start = len(words) - count
        while start > 1 and fold(words[start - 1]) in table.PARTICLES and words[start - 1].islower():
            start -= 1
        family, rest = words[start:], words[:start]
    elif words[0].islower() and fold(words[0]) in table.PARTICLES:
        end = max(i for i, loud in enumerate(shouted) if loud) + 1
        family, rest = words[:end], words[end:]
    else:
        return parts
    if not rest:
        return parts
    calm = tuple(_even_case(word) for word in family)
    return Parts(rest[:1], rest[1:], calm, parts.nick, parts.maiden, is_stated=True)


def _is_shouted(word: str) -> bool:
    letters = word.removeprefix("Mc").removeprefix("Mac")
    if not letters.isupper() or len(letters) < 2 or "." in letters:
        return False
    return len(letters) > 2 or fold(letters) in _short_surnames()


@functools.cache
def _short_surnames() -> frozenset[str]:
    """Return the family names of two letters: in capitals, other such words are initials (CC, JR)."""
    from guessmail.data.surnames import ORIGINS  # noqa: PLC0415

    return frozenset(name for name in ORIGINS if len(name) == 2)
