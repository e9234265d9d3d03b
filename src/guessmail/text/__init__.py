"""Untrusted text: cleaning, folding to ASCII and safe display, all in linear time once it is capped."""

import functools
import re
import unicodedata
from collections.abc import Mapping
from itertools import zip_longest

from guessmail.data.letters import BULLETS, EMOJI_PARTS, PLAIN, PUNCTUATION

MAX_CHARACTERS = 300
"""The most code points of a name. Cap before normalising, which is quadratic on runs of mixed marks."""
_MIDDLE_DOT = r"(?:^|(?<=\s))[·∙⋅]+(?=\s|$)"
"""A middle dot between words, not between letters as in the Catalan Gal·la; compiled only if a text needs it."""
_TERMINAL_SEQUENCE = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])"
"""A control sequence of terminals (ECMA-48, 5.4 and 8.3.89), whose letters are no part of the text."""
_NOT_KEPT = re.compile(r"[^a-z0-9-]+")
_HYPHEN_RUNS = re.compile(r"-{2,}")
_NO_SEPARATORS = str.maketrans("", "", "._-")


def clean(text: str) -> str:
    """Return a text reduced to characters that a name may have, in Unicode's compatible composed form (NFKC).

    Control, format and bidirectional characters, surrogates and parts of emoji are deleted without a gap. Other symbols
    (emoji, ™, ✔) and white space become single spaces. Every apostrophe, hyphen and quotation mark becomes the ASCII
    one, and every bullet a bar. A second cleaning changes nothing.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.replace("`", "'").split())
    text = re.sub(_TERMINAL_SEQUENCE, "", text)
    # Before normalising, which splits a spacing accent (O´Neil) in two; and after it, as it makes such characters.
    composed = _plain(unicodedata.normalize("NFKC", _plain(text)))
    return unicodedata.normalize("NFKC", " ".join(composed.split()))


def _plain(text: str) -> str:
    """Return a text without characters that no name has, and with one character for each kind of punctuation."""
    return re.sub(_MIDDLE_DOT, "|", "".join(map(_kept, text))).translate(PUNCTUATION)


@functools.lru_cache(maxsize=2048)
def _kept(character: str) -> str:
    """Return the character, a space for white space and symbols, or an empty text for one that is deleted."""
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in {"Cc", "Cf", "Cs", "Co"} or character in EMOJI_PARTS:  # control, format, private use
        return ""
    if category not in {"So", "Sm"} or character.isascii() or character in BULLETS:  # emoji, flags, arrows, ™
        return character
    letter = unicodedata.normalize("NFKC", character)  # Ⓙ is a letter in a circle
    return character if len(letter) == 1 and letter.isalpha() else " "


def fold(text: str, letters: Mapping[int, str] | None = None) -> str:
    """Return a text in `[a-z0-9-]`: lower case, without marks; other characters are romanised or dropped.

    `letters` (a table of `str.translate`) overrides the defaults: with `UMLAUT_DIGRAPH`, ü becomes ue. Single hyphens
    stay, except at the ends.
    """
    lowered = text.lower()
    if lowered.isascii():
        if lowered.isalpha():
            return lowered
    else:
        lowered = unicodedata.normalize("NFC", lowered).translate(letters or {}).translate(_FOLDING)
    return _HYPHEN_RUNS.sub("-", _NOT_KEPT.sub("", lowered)).strip("-")


class _Folding(dict[int, str]):
    """A table of `str.translate` from letters to ASCII, filled as letters are looked up."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).translate(PLAIN))
        bare = "".join(c for c in decomposed if not unicodedata.combining(c))
        if not bare.isascii():
            # Its tables take 20 ms to load, and names in European letters never come here.
            from anyascii import anyascii

            bare = anyascii(bare).lower()
        self[code] = bare
        return bare


_FOLDING = _Folding()


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return a count with its noun: `1 row`, `2,000 rows`; `plural` is needed unless it only adds an s."""
    return f"1 {noun}" if count == 1 else f"{count:,} {plural or f'{noun}s'}"


def percent(share: float, digits: int = 0) -> str:
    """Return a share as people read it: `61 %`, or `61.2 %` with one digit."""
    return f"{100 * share:.{digits}f} %"


def is_slip(text: str, other: str) -> bool:
    """Return whether two texts differ by one letter (added, left out or replaced) or by two neighbours swapped."""
    at = next((i for i, (one, two) in enumerate(zip_longest(text, other)) if one != two), 0)
    left, right = text[at:], other[at:]
    is_swapped = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return text != other and (is_swapped or left == right[1:] or left[1:] in {right, right[1:]})


def is_misspelling(text: str, other: str) -> bool:
    """Return whether two local parts differ by one or two letters: not by separators, or by a number at the end."""
    short, long = sorted((text.translate(_NO_SEPARATORS), other.translate(_NO_SEPARATORS)), key=len)
    if short == long or len(short) < max(5, len(long) - 2):
        return False
    is_numbered = len(short) < len(long) and long[-1].isdigit()
    is_similar = short[0] == long[0] or short[-1] == long[-1]  # else no slip of the keys: `doe.jane`
    return is_similar and not is_numbered and distance(short, long) <= 2


def distance(text: str, other: str) -> int:
    """Return the number of letters to replace, delete or insert to get from one text to the other (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(text, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]


def has_letters(text: str) -> bool:
    """Return whether a text has a letter of any script."""
    return any(map(str.isalpha, text))


def printable(text: str) -> str:
    """Return a text safe for a terminal: unprintable characters become U+FFFD, spaces of other widths a plain space."""
    return "".join([
        c if c.isprintable() else " " if unicodedata.category(c) == "Zs" else "\N{REPLACEMENT CHARACTER}" for c in text
    ])  # fmt: skip


def printable_lines(text: str) -> str:
    """Return a text made `printable` except for its line breaks and tabs."""
    return re.sub(r"[^\n\t]+", lambda match: printable(match[0]), text.replace("\r\n", "\n"))


def split_address(address: str) -> tuple[str, str]:
    """Return the local part and the domain around the last `@`: a quoted local part may contain another."""
    local, _, domain = address.rpartition("@")
    return local, domain


def is_text(text: str) -> bool:
    """Return whether a string is free of lone surrogates, which stand for undecodable bytes (PEP 383)."""
    return text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)
