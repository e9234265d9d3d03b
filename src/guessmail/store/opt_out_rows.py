"""Opt-outs in the rows of a table, by its columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import zip_longest

from guessmail.data import opt_outs as table
from guessmail.data.columns import fold_title
from guessmail.errors import Code
from guessmail.lists.headers import PERSON, SITES, Kind, columns_of
from guessmail.lists.questions import RowReader as NameReader
from guessmail.lists.titles import read_title
from guessmail.names import Name, name_from_parts
from guessmail.store.opt_outs import OptOuts, Sorted, folded, is_remark, opt_outs_of, read_person, sort_out

__all__ = ["RowReader"]


class _Said(StrEnum):
    """Kinds of columns by which a row counts or not; two of them are kinds of columns in lists, too."""

    OPTED_OUT = "unsubscribed"
    OPTED_IN = "opted in"
    COMPLAINT = "complaint"
    STATUS = "status"


_WHO = frozenset({*PERSON, *SITES, Kind.MIDDLE, Kind.EMAIL, Kind.COMPANY})
_OUT, _IN = folded(table.OPTED_OUT), folded(table.OPTED_IN)
_COMPLAINTS = folded(table.COMPLAINTS)
_KINDS: Mapping[str, _Said] = {
    **dict.fromkeys(folded(table.STATUSES), _Said.STATUS),
    **dict.fromkeys(_COMPLAINTS, _Said.COMPLAINT),
    **dict.fromkeys(_IN, _Said.OPTED_IN),
    **dict.fromkeys(_OUT, _Said.OPTED_OUT),
}
_STARTS = re.compile(f"^(?:{'|'.join(sorted(table.TITLE_STARTS, key=len, reverse=True))})(?=...)")
_ENDS = re.compile(f"(?<=...)(?:{'|'.join(sorted(table.TITLE_ENDS, key=len, reverse=True))}|[0-9]+)$")

_YES, _NO, _NOTHING = folded(table.YES), folded(table.NO), folded(table.NOTHING)
_SIGNS = {sign: sign in table.YES for sign in table.YES | table.NO if not fold_title(sign)}
_MEANING: Mapping[_Said, tuple[bool | None, bool | None]] = {
    _Said.OPTED_OUT: (False, True),
    _Said.OPTED_IN: (True, False),
    _Said.COMPLAINT: (None, True),
    _Said.STATUS: (None, None),
}
"""Whether a row is unsubscribed where a column of each kind says no, and yes; None where that does not tell."""


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, header: Sequence[str]) -> None:
        """`header` are the titles of its columns."""
        self._kinds = [_column_kind(title) for title in header]
        self._names = NameReader(columns_of(header))
        self._width = len(header)

    def read(self, cells: Sequence[str]) -> OptOuts:
        """Return whom a row names: every address in it, whatever its column, and the person at each domain."""
        texts = [
            (kind, "" if _is_nothing(cell) else cell)
            for kind, cell in zip_longest(self._kinds[: len(cells)], cells, fillvalue="")
        ]
        if _is_declined(texts):
            return OptOuts(is_declined=True)
        found, sites = Sorted(), Sorted()
        for kind, text in texts:
            if kind in {Kind.EMAIL, Kind.DOMAIN} or (kind == Kind.NAME and "@" in text):
                found.add(sort_out(text))
            elif kind in SITES:
                sites.add(sort_out(text))
            elif "@" in text:  # in a remark: the address counts, the words beside it do not
                found.addresses |= sort_out(text).addresses
        found.addresses |= sites.addresses
        if not found.addresses:
            found.domains |= sites.domains
        for given, family, middle in self._people([text if "@" not in text else "" for _, text in texts]):
            name = name_from_parts(given, family, middle) if family else read_person(given)
            if isinstance(name, Name):
                found.names.append(name)
            elif name.code is not Code.NOT_A_NAME:  # a company's
                found.leftover.append(" ".join(filter(None, (given, middle, family))))
                found.domains.clear()
        return opt_outs_of(found)._replace(has_remark=False)

    def _people(self, texts: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        """Yield the given, family and middle names of a row; a full name that says more than its parts is one more."""
        full, given, middle, family = self._names.parts([*texts, *[""] * (self._width - len(texts))])
        if given or family:
            yield given, family, middle
        words = set(map(fold_title, full.split()))
        if full and not words <= {fold_title(word) for word in f"{given} {middle} {family}".split()}:
            yield full, "", ""


def _is_nothing(cell: str) -> bool:
    """Return whether a cell only says that it is empty: `n/a`, `-`."""
    text = fold_title(cell)
    return text in _NOTHING or (not text and cell.strip() not in _SIGNS and "@" not in cell)


def _column_kind(title: str) -> str:
    """Return the kind of a column: as lists know it, else by its folded title without the words around the one that tells."""
    kind = read_title(title).kind
    titles, seen = {fold_title(title)}, set[str]()
    while titles and kind not in _WHO:
        if known := titles & _KINDS.keys():
            return _KINDS[min(known)]
        seen |= titles
        titles = {words.sub("", each) for each in titles for words in (_STARTS, _ENDS)} - seen
    return kind


def _is_declined(texts: Sequence[tuple[str, str]]) -> bool:
    """Return whether a row says that it is not unsubscribed; where that is unclear, it does not."""
    said = {kind: [_says(kind, text) for each, text in texts if each == kind and text] for kind in _MEANING}
    values = [value for each in said.values() for value in each]
    return False in values and True not in values and None not in said[_Said.OPTED_OUT]


def _says(kind: _Said, text: str) -> bool | None:
    """Return whether a cell says that its row is unsubscribed; None where it does not tell."""
    word = fold_title(text)
    if word in _OUT or word in _COMPLAINTS or (kind is _Said.OPTED_OUT and is_remark(text)):
        return True  # or it holds the date
    if word in _IN:
        return False
    is_yes = _SIGNS.get(text.strip())
    if is_yes is None and word in _YES | _NO:
        is_yes = word in _YES
    return None if is_yes is None else _MEANING[kind][is_yes]
