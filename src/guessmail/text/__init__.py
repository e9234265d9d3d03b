"""Untrusted text: its cap, its cleaning, its folding to ASCII, and its safe display, all in linear time once capped.

Imports errors and data alone. `text.streams` has the streams in and out, through which none passes unseen.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping

from guessmail.data.letters import BULLETS, EMOJI_PARTS, PLAIN, PUNCTUATION

MAX_CHARACTERS = 300
"""Code points that a name may have. Unicode normalisation is quadratic on runs of mixed marks: cap first."""

# Control, format (bidirectional marks, zero-width joints), lone surrogates, private use.
_REMOVED = frozenset({"Cc", "Cf", "Cs", "Co"})
# Emoji, flags, check marks, trade marks, arrows: they part words, and are no part of one.
_SYMBOLS = frozenset({"So", "Sm"})
_MIDDLE_DOT = r"(?:^|(?<=\s))[·∙⋅]+(?=\s|$)"
"""One that parts, and does not join letters as in the Catalan Gal·la; compiled where it is used, as few texts need."""
_TERMINAL_SEQUENCE = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])"
"""What a terminal would obey (ECMA-48, 5.4 and 8.3.89): the letters in it are no part of the text."""
_NOT_KEPT = re.compile(r"[^a-z0-9-]+")
_HYPHEN_RUNS = re.compile(r"-{2,}")


def clean(text: str) -> str:
    """Return the text without what cannot be part of a name, in Unicode's compatible composed form (NFKC).

    Control, format and bidirectional characters and surrogates vanish without a gap, so a zero-width joint
    joins nothing apart; symbols (emoji, ™, ✔) leave a space; white space becomes single spaces; every
    apostrophe, hyphen and quotation mark becomes the ASCII one, and every bullet a bar. Cleaning twice
    changes nothing.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.replace("`", "'").split())
    if "\x1b" in text:
        text = re.sub(_TERMINAL_SEQUENCE, "", text)
    # Before normalising, which would tear a spacing accent (O´Neil) into a space and a mark; and after, for
    # what it makes.
    composed = _plain(unicodedata.normalize("NFKC", _plain(text)))
    return unicodedata.normalize("NFKC", " ".join(composed.split()))


def _plain(text: str) -> str:
    """Return the text without what is no part of a name, and with one character for each kind of mark."""
    return re.sub(_MIDDLE_DOT, "|", "".join(map(_kept, text))).translate(PUNCTUATION)


@functools.lru_cache(maxsize=2048)
def _kept(character: str) -> str:
    """Return what is kept of a character: itself, a space for white space and symbols, or nothing."""
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in _REMOVED or character in EMOJI_PARTS:
        return ""
    if category not in _SYMBOLS or character.isascii() or character in BULLETS:
        return character
    letter = unicodedata.normalize("NFKC", character)  # Ⓙ is a letter in a circle
    return character if len(letter) == 1 and letter.isalpha() else " "


def fold(text: str, letters: Mapping[int, str] | None = None) -> str:
    """Return the text in `[a-z0-9-]`: lower case, marks dropped, everything else romanised or dropped.

    `letters` (a table as `str.translate` takes it) goes before the defaults: with `UMLAUT_DIGRAPH`, ü becomes
    ue. Hyphens stay between letters only.
    """
    lowered = text.lower()
    if lowered.isascii():
        if lowered.isalpha():
            return lowered
    else:
        lowered = unicodedata.normalize("NFC", lowered).translate(letters or {}).translate(_FOLDING)
    return _HYPHEN_RUNS.sub("-", _NOT_KEPT.sub("", lowered)).strip("-")


class _Folding(dict[int, str]):
    """What each letter becomes, as `str.translate` asks for it; found out when it is first met."""

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


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: `1 row`, `2,000 rows`; `many` where the plural has more than an s."""
    return f"1 {one}" if count == 1 else f"{count:,} {many or f'{one}s'}"


def percent(share: float, digits: int = 0) -> str:
    """Return a share as people read it: `61 %`, or `61.2 %` with one digit."""
    return f"{100 * share:.{digits}f} %"


def is_slip(one: str, other: str) -> bool:
    """Return whether two texts differ by one letter, put in, left out or replaced, or by two that changed places."""
    short, long = sorted((one, other), key=len)
    if short == long or len(long) - len(short) > 1:
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]


def is_misspelling(one: str, other: str) -> bool:
    """Return whether two local parts differ by a letter or two; separators, or a number at the end, are no letters."""
    short, long = sorted((one.translate(_NO_SEPARATORS), other.translate(_NO_SEPARATORS)), key=len)
    if short == long or len(short) < 5 or len(long) - len(short) > 2:
        return False
    if (len(short) < len(long) and long[-1:].isdigit()) or len(set(short) ^ set(long)) > 4:
        return False
    is_similar = short[0] == long[0] or short[-1] == long[-1]  # else no slip of the keys: `doe.jane`
    return is_similar and distance(short, long) <= 2


def distance(one: str, other: str) -> int:
    """Return how many letters must be changed, left out or put in (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]


_NO_SEPARATORS = str.maketrans("", "", "._-")


def has_letters(text: str) -> bool:
    """Say whether the text holds a letter of any script."""
    return any(map(str.isalpha, text))


def printable(text: str) -> str:
    """Return the text safe to show on a terminal: what is not printable is U+FFFD, a space of another width a space."""
    if text.isprintable():
        return text
    return "".join([
        c if c.isprintable() else " " if unicodedata.category(c) == "Zs" else "\N{REPLACEMENT CHARACTER}" for c in text
    ])  # fmt: skip


def printable_lines(text: str) -> str:
    """Return text of several lines, or cells parted by tabs, safe to show on a terminal, as `printable` does."""
    return "\n".join(
        ["\t".join(map(printable, line.split("\t"))) for line in text.replace("\r\n", "\n").split("\n")]
    )


def split_address(address: str) -> tuple[str, str]:
    """Return the local part and the domain; the last `@` parts them, as a quoted local part may hold one."""
    local, _, domain = address.rpartition("@")
    return local, domain


def is_text(text: str) -> bool:
    """Say whether a string has no lone surrogates, which stand for bytes that are no text (PEP 383)."""
    return text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)
