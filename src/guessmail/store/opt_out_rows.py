"""Opt-outs in the rows of a table, by its columns."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from guessmail.data import opt_outs as table
from guessmail.data.columns import fold_title
from guessmail.errors import Code
from guessmail.lists.cells import read_title
from guessmail.lists.headers import PERSON, SITES, Kind, columns_of
from guessmail.lists.questions import RowReader
from guessmail.names import Name, name_from_parts
from guessmail.store.opt_outs import OptOuts, Part, is_remark, of_kind, opt_outs_of, read_person, sort_out

_WHO = frozenset({*PERSON, *SITES, Kind.MIDDLE, Kind.EMAIL, Kind.COMPANY})
_ANSWERS: dict[str, tuple[frozenset[str], bool | None, bool | None]] = {
    Kind.STATUS: (table.STATUSES, None, None),
    "complaint": (table.COMPLAINTS, None, True),
    "opted in": (table.OPTED_IN, True, False),
    Kind.UNSUBSCRIBED: (table.OPTED_OUT, False, True),
}
"""For each kind of column that says whether its row is unsubscribed: its titles, then whether a "no" means so, and whether
a "yes" does (None if the cell leaves it open)."""
_KINDS = {title: kind for kind, (titles, *_) in _ANSWERS.items() for title in titles}
_STARTS = re.compile(f"^(?:{'|'.join(sorted(table.TITLE_STARTS, key=len, reverse=True))})(?=...)")
_ENDS = re.compile(f"(?<=...)(?:{'|'.join(sorted(table.TITLE_ENDS, key=len, reverse=True))}|[0-9]+)$")


class OptOutReader:
    """Reads opt-outs from the rows of a table; `header` has the titles of its columns."""

    def __init__(self, header: Sequence[str]) -> None:
        self._kinds = [_column_kind(title) for title in header]
        self._names = RowReader(columns_of(header))

    def read(self, cells: Sequence[str]) -> OptOuts:
        """Return the opt-outs of a row: every address, in whatever column, and the person at each domain.

        A row is declined if a cell says that it is not unsubscribed, and no other cell says that it is or may be.
        """
        texts, answers = self._texts(cells)
        values = {value for _, value in answers}
        if False in values and True not in values and (Kind.UNSUBSCRIBED, None) not in answers:
            return OptOuts(is_declined=True)
        parts: list[Part] = []
        sites: list[Part] = []
        for kind, text in texts:
            if kind in {Kind.EMAIL, Kind.DOMAIN} or (kind == Kind.NAME and "@" in text):
                parts += sort_out(text)
            elif kind in SITES:
                sites += sort_out(text)
            elif "@" in text:  # in a remark: the address counts, the words beside it do not
                parts += of_kind("address", sort_out(text))
        parts += of_kind("address", sites)
        if not of_kind("address", parts):
            parts += of_kind("domain", sites)
        full, given, middle, family = self._names.parts(["" if "@" in text else text for _, text in texts])
        people = [(given, middle, family)] if given or family else []
        # A full name with words that its parts lack is another person's.
        if not {*map(fold_title, full.split())} <= {*map(fold_title, f"{given} {middle} {family}".split())}:
            people.append((full, "", ""))
        for given, middle, family in people:
            name = name_from_parts(given, family, middle) if family else read_person(given)
            if isinstance(name, Name):
                parts.append(("name", name))
            elif name.code is not Code.NOT_A_NAME:  # a company's name is ignored
                written = " ".join(filter(None, (given, middle, family)))
                parts = [*(part for part in parts if part[0] != "domain"), ("leftover", written)]
        return opt_outs_of(parts)._replace(has_remark=False)

    def is_opted_out(self, cells: Sequence[str]) -> bool:
        """Return whether a row says that its person opted out or complained, or may say so; who never opted in did not opt out."""
        _, answers = self._texts(cells)
        said = [value for kind, value in answers if kind != "opted in"]
        return any(said) or (Kind.UNSUBSCRIBED, None) in answers

    def _texts(self, cells: Sequence[str]) -> tuple[list[tuple[str, str]], list[tuple[str, bool | None]]]:
        """Return the cells without placeholders, and the answers about unsubscribing, each beside the kind of its column."""
        pairs = zip_longest(self._kinds, cells, fillvalue="")
        texts = [(kind, "" if _is_nothing(cell) else cell) for kind, cell in pairs]
        return texts, [
            (kind, _is_unsubscribed(kind, text)) for kind, text in texts if kind in _ANSWERS and text
        ]


def _is_nothing(cell: str) -> bool:
    """Return whether a cell stands for an empty one: `n/a`, `-`."""
    text = fold_title(cell)
    return text in table.NOTHING or (not text and cell.strip() not in table.SIGNS and "@" not in cell)


def _column_kind(title: str) -> str:
    """Return the kind of a column as lists know it, else by its folded title without usual words at its start and end."""
    kind = read_title(title).kind
    titles, seen = {fold_title(title)}, set[str]()
    while titles and kind not in _WHO:
        if known := titles & _KINDS.keys():
            return _KINDS[min(known)]
        seen |= titles
        titles = {words.sub("", each) for each in titles for words in (_STARTS, _ENDS)} - seen
    return kind


def _is_unsubscribed(kind: str, text: str) -> bool | None:
    """Return whether a cell says that its row is unsubscribed; None if it leaves it open."""
    word = fold_title(text)
    is_date = kind == Kind.UNSUBSCRIBED and is_remark(text)
    if is_date or _KINDS.get(word) in {Kind.UNSUBSCRIBED, "complaint"}:
        return True
    if _KINDS.get(word) == "opted in":
        return False
    _, if_no, if_yes = _ANSWERS[kind]
    sign = text.strip()
    if table.SIGNS.get(sign, word in table.YES):
        return if_yes
    return if_no if sign in table.SIGNS or word in table.NO else None
