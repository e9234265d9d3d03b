"""The kind of a column by its title: alone, in a group (`Person - Name`), numbered (`E-mail 2`), with a remark in brackets."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from guessmail.data import columns
from guessmail.data.columns import fold_title

_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}|[（【][^（）【】]*[）】]")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_HUMPS = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_NOT_ALONE = {("first",), ("last",), ("middle",), ("given",), ("family",)}
"""Words that are a title of a name's part only if no other word was removed from the title: not in `Last Contact`."""
_HISTORY = {"domain", "company", "name", "given", "family", "middle", "infix"}
"""Kinds whose second numbered column is about another person or company: an earlier employer, a second attendee."""


class Title(NamedTuple):
    """The meaning of a column's title."""

    kind: str = ""
    """The column's kind in `COLUMN_KINDS`; empty if it is not known."""
    number: int = 1
    """The number of the column among those of its kind."""
    is_plain: bool = False
    """Whether it is a plain word for a name, which may hold only a part of it beside columns of parts."""
    is_private: bool = False
    """Whether its addresses may be private: these columns come last."""
    stem: str = ""
    """The kind that an unknown title resembles, if any."""


@lru_cache(maxsize=4096)
def read_title(title: str) -> Title:
    """Return the meaning of a column's title; one of an unknown kind has a `stem` at most."""
    whole = fold_title(title)
    is_private = not columns.PRIVATE.isdisjoint(words_of(title))
    if kind := columns.COLUMN_KINDS.get(whole):
        return Title(kind, 1, whole in columns.PLAIN_NAMES, is_private)
    bare = _REMARK.sub(" ", title[:200])
    words = words_of(bare if fold_title(bare) else title)
    number = next((int(word) for word in words if word.isdecimal() and len(word) < 4), 1)
    words = [word for word in words if not word.isdecimal()][:12]
    together = "".join(words)
    kind, in_company = _title_kind(tuple(words))
    if kind and not (number > 1 and (in_company or kind in _HISTORY)):
        return Title(kind, number, together in columns.PLAIN_NAMES, is_private)
    if kind or not columns.NO_MATTER.isdisjoint(words):
        return Title()
    found = (kind for kind, stems in columns.STEMS.items() for stem in stems if stem in together)
    return Title(stem=next(found, ""))


def words_of(title: str) -> list[str]:
    """Return the words of a title, folded; `firstName` has two."""
    text = unicodedata.normalize("NFC", title[:200])
    return [fold_title(word) for word in _WORDS.findall(_HUMPS.sub(" ", text)) if fold_title(word)]


def _title_kind(words: tuple[str, ...]) -> tuple[str, bool]:
    """Return the kind of a title's words without groups and qualifiers, and whether a group is an organisation's.

    In an organisation's group, `Name` is the company, `URL` the website, and `Contact` a person.
    """
    in_company = not columns.COMPANY_GROUPS.isdisjoint(words)
    while words:
        kind = columns.COLUMN_KINDS.get("".join(words), "")
        if kind:
            return kind, in_company
        if words[0] in columns.COMPANY_GROUPS and len(words) > 1:
            kind, _ = _title_kind(words[1:])
            if kind != "name" or not columns.PLAIN_NAMES.isdisjoint(words[1:]):
                kind = {"name": "company", "url": "website"}.get(kind, kind)
                kind = kind if kind in {"company", "domain", "website", "email"} else ""
            return kind, True
        if words[0] in columns.PERSON_GROUPS or words[0] in columns.QUALIFIERS:
            words = words[1:]
        elif words[-1] in columns.QUALIFIERS or (words[-1] in columns.COMPANY_GROUPS and len(words) > 1):
            words = words[:-1]
            if words in _NOT_ALONE:
                break
        else:
            break
    return "", in_company
