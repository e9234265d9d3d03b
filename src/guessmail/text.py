"""Untrusted text: its cap, its cleaning, its folding to ASCII, and its safe display.

All in linear time once capped.
"""

import re
import unicodedata
from collections.abc import Mapping

from guessmail.data.letters import APOSTROPHES, HYPHENS, PLAIN, QUOTES

__all__ = [
    "MAX_CHARACTERS",
    "clean",
    "common_start",
    "fold",
    "has_letters",
    "is_text",
    "is_too_long",
    "printable",
    "printable_lines",
]

MAX_CHARACTERS = 300
"""Code points that a name may have. Unicode normalisation is quadratic on runs of mixed marks: cap first."""

# Control, format (bidirectional marks, zero-width joints), lone surrogates, private use.
_REMOVED = frozenset({"Cc", "Cf", "Cs", "Co"})

_PUNCTUATION = str.maketrans(
    {**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), **dict.fromkeys(QUOTES, '"')}
    | dict.fromkeys("，、،；", ",")
    | dict.fromkeys("・•", " ")
    | {"·": ""}
)

_TERMINAL_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])")
"""What a terminal would obey (ECMA-48, 5.4 and 8.3.89): the letters in it are no part of the text."""

_NOT_KEPT = re.compile(r"[^a-z0-9-]+")
_HYPHEN_RUNS = re.compile(r"-{2,}")


def is_too_long(text: str) -> bool:
    """Say whether the text is over the cap; ask before anything else is done with it."""
    return len(text) > MAX_CHARACTERS


def clean(text: str) -> str:
    """Return the text without what cannot be part of a name, in Unicode's compatible composed form (NFKC).

    Control, format and bidirectional characters and surrogates vanish without a gap, so a zero-width joint
    joins nothing apart; white space becomes single spaces; every apostrophe, hyphen and quotation mark
    becomes the ASCII one. Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.replace("`", "'").split())
    if "\x1b" in text:
        text = _TERMINAL_SEQUENCE.sub("", text)
    spaced = "".join(" " if c.isspace() else c for c in text)
    kept = "".join(c for c in spaced if unicodedata.category(c) not in _REMOVED)
    # Before normalising, which would tear a spacing accent (O´Neil) into a space and a mark; and after, for
    # what it makes.
    composed = unicodedata.normalize("NFKC", kept.translate(_PUNCTUATION)).translate(_PUNCTUATION)
    return unicodedata.normalize("NFKC", " ".join(composed.split()))


def fold(text: str, letters: Mapping[int, str] | None = None) -> str:
    """Return the text in `[a-z0-9-]`: lower case, marks dropped, everything else romanised or dropped.

    `letters` (a table as `str.translate` takes it) goes before the defaults: with `UMLAUT_DIGRAPH`, ü becomes
    ue. Hyphens stay between letters only.
    """
    lowered = text.lower()
    if not lowered.isascii():
        lowered = unicodedata.normalize("NFC", lowered).translate(letters or {}).translate(_FOLDING)
    return _HYPHEN_RUNS.sub("-", _NOT_KEPT.sub("", lowered)).strip("-")


class _Folding(dict[int, str]):
    """What each letter becomes, as `str.translate` asks for it; found out when it is first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).translate(PLAIN))
        bare = "".join(c for c in decomposed if not unicodedata.combining(c))
        if not bare.isascii():
            # Its tables take 20 ms to load, and names in European letters never come here.
            from anyascii import anyascii  # noqa: PLC0415

            bare = anyascii(bare).lower()
        self[code] = bare
        return bare


_FOLDING = _Folding()


def common_start(one: str, other: str) -> int:
    """Return with how many equal letters two texts begin."""
    for size, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return size
    return min(len(one), len(other))


def has_letters(text: str) -> bool:
    """Say whether the text holds a letter of any script."""
    return any(c.isalpha() for c in text)


def printable(text: str) -> str:
    """Return the text safe to show on a terminal.

    What is not printable shows as U+FFFD, and nothing is interpreted.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def printable_lines(text: str) -> str:
    """Return text of several lines, or cells parted by tabs, safe to show on a terminal, as `printable` does."""
    text = text.replace("\r\n", "\n")
    if text.isascii() and text.translate(_BREAKS).isprintable():
        return text
    return "".join(c if c in "\n\t" else _shown(c) for c in text)


def is_text(text: str) -> bool:
    """Say whether a string has no lone surrogates, which stand for bytes that are no text (PEP 383)."""
    return text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)


_BREAKS = {ord("\n"): None, ord("\t"): None}


def _shown(character: str) -> str:
    """Return what shows in place of a character: itself, a space for one of another width, or U+FFFD."""
    if character.isprintable():
        return character
    return " " if unicodedata.category(character) == "Zs" else "\N{REPLACEMENT CHARACTER}"
