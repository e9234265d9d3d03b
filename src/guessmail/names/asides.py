"""What stands in brackets or quotation marks within a written name: nickname, name at birth, or noise."""

import re
from typing import NamedTuple

from guessmail.data import name_words as table
from guessmail.data import titles
from guessmail.names.known import is_given, known
from guessmail.names.nicks import words_with_nicks
from guessmail.names.surroundings import BESIDE
from guessmail.text import fold

__all__ = ["Asides", "take_asides"]


class Asides(NamedTuple):
    """What of it says something of the person."""

    nick: str = ""
    maiden: str = ""
    other: str = ""
    """The name in another script."""


_ASIDE = re.compile(
    r"""\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}|"([^"]*)"|(?<![\w.])'([^'\s]{2,30})'(?!\w)"""
)
_OPEN = re.compile(r"""[(\[{].*$|["\])}]""")
_NOISE = (
    table.PRONOUNS | table.ASIDE_WORDS | BESIDE | titles.TITLES | titles.POST_NOMINALS | titles.SUFFIX_WORDS
    | table.NO_PERSON | table.COMPANY_WORDS
)  # fmt: skip
_MOST_WORDS = 2
_PIECES = re.compile(r"[\s/,.&+-]+")


def take_asides(text: str) -> tuple[str, Asides]:
    """Return the text without what stands in brackets or quotation marks, and what of it is of use."""
    asides = Asides()
    if not _has_marks(text):
        return text, asides
    rest = text
    while found := _ASIDE.search(rest):
        inner = next(group for group in found.groups() if group is not None).strip()
        asides = _with(
            asides, inner, is_square=found[0][0] in "[{", is_latin=_is_latin(_ASIDE.sub(" ", rest))
        )
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    rest = " ".join(_OPEN.sub(" ", rest).split()).strip(" ,")
    if not rest and asides.nick:
        return asides.nick, Asides()
    last = rest.rsplit(maxsplit=1)[-1] if rest else ""
    full = asides.nick or asides.maiden
    if re.fullmatch(r"[^\W\d_]\.?", last) and fold(full)[:1] == fold(last) and " " in rest:  # Jane D. (Doe)
        return f"{rest.rsplit(maxsplit=1)[0]} {full}", Asides()
    return rest, asides


def _has_marks(text: str) -> bool:
    return any(mark in text for mark in "([{\")]}'")


def _with(asides: Asides, inner: str, *, is_square: bool, is_latin: bool) -> Asides:
    words = [word for word in _PIECES.split(inner) if word]
    keys = [fold(word) for word in words]
    if not words:
        return asides
    if keys[0] in table.MAIDEN_MARKERS and len(words) > 1:
        return asides._replace(maiden=asides.maiden or words[-1])
    if (is_inner_latin := _is_latin(inner)) is not is_latin or (not is_latin and _is_kana(inner)):
        if is_inner_latin and len(words) == 1:
            return asides._replace(nick=asides.nick or inner)
        return asides._replace(other=asides.other or inner)
    if _is_noise(inner, keys, is_square=is_square):
        return asides
    if len(words) == 1 and known(keys[0]).lean < 0:  # Jane (Doe) Smith: the other family name
        return asides._replace(maiden=asides.maiden or inner)
    return asides._replace(nick=asides.nick or inner)


def _is_noise(inner: str, keys: list[str], *, is_square: bool) -> bool:
    """Say whether what stands in brackets is no name; in square brackets it is one only where it is known as one."""
    if len(inner.split()) > _MOST_WORDS or any(not (c.isalpha() or c in " -'.") for c in inner):
        return True
    if not table.PRONOUNS.isdisjoint(keys) or (not _NOISE.isdisjoint(keys) and not all(map(is_given, keys))):
        return True
    return is_square and not (is_given(keys[0]) or keys[0] in words_with_nicks())


def _is_kana(text: str) -> bool:
    return any("\u3041" <= c <= "\u30ff" for c in text)


def _is_latin(text: str) -> bool:
    """Say whether a text is in Latin letters: below the Greek ones in Unicode's order."""
    letters = [c for c in text if c.isalpha()]
    return all(c < "\u0370" or "\u1e00" <= c <= "\u1eff" for c in letters)
