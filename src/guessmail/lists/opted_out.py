"""Which rows of a table say that their person opted out of mail, by their columns."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, zip_longest

from guessmail.data import opt_outs as table
from guessmail.data.columns import fold_title
from guessmail.lists.cells import is_date, read_title, words_of
from guessmail.lists.headers import PERSON, SITES, Kind

MAX_REMARK_WORDS = 12
REMARKS = table.REMARKS | table.YES
_WHO = frozenset({*PERSON, *SITES, Kind.MIDDLE, Kind.EMAIL, Kind.COMPANY})
_ANSWERS: dict[str, tuple[frozenset[str], bool | None, bool | None]] = {
    "tag": (table.TAGS, None, None),
    Kind.STATUS: (table.STATUSES, None, None),
    "consent": (table.CONSENTS, None, None),
    "mail": (table.KINDS_OF_MAIL, None, None),
    "complaint": (table.COMPLAINTS, None, True),
    "opted in": (table.OPTED_IN, True, False),
    "allowed": (table.ALLOWED, True, False),
    Kind.UNSUBSCRIBED: (table.OPTED_OUT, False, True),
    "opted out": (frozenset(), False, True),
    "reason": (frozenset(), None, True),
}
"""For each kind of column that says whether its row is unsubscribed: its titles, then whether a "no" means so, and whether
a "yes" does (None if the cell leaves it open)."""
_KINDS = {title: kind for kind, (titles, *_) in _ANSWERS.items() for title in titles}
_STARTS = re.compile(f"^(?:{'|'.join(sorted(table.TITLE_STARTS, key=len, reverse=True))})(?=...)")
_ENDS = re.compile(f"(?<=...)(?:{'|'.join(sorted(table.TITLE_ENDS, key=len, reverse=True))}|[0-9]+)$")


class OptOutColumns:
    """The columns of a table, by its titles, with those that may say that a row's person opted out."""

    def __init__(self, header: Sequence[str]) -> None:
        self._header = header
        self._kinds = [_column_kind(title) for title in header]
        self._answers = [(at, kind) for at, kind in enumerate(self._kinds) if kind in _ANSWERS]
        self.states = [at for at, kind in self._answers if kind in {Kind.STATUS, "tag", "mail"}]  # and tags

    def opted_out_by(self, cells: Sequence[str]) -> str:
        """Return the title of the column by which a row's person opted out, complained, or may have (but not: never opted in); else empty."""
        if not self._answers:  # as in most lists
            return ""
        answers = self.answers(cells)
        sure = [title for title, kind, value in answers if value and kind != "opted in"]
        unclear = (title for title, kind, value in answers if value is None and kind == Kind.UNSUBSCRIBED)
        return next(chain(sure, unclear), "")

    def answers(self, cells: Sequence[str]) -> list[tuple[str, str, bool | None]]:
        """Return what each cell of these columns says of opting out, None if it leaves it open, behind its column's title and kind."""
        found = [(self._header[at], kind, cells[at]) for at, kind in self._answers if at < len(cells)]
        filled = (each for each in found if each[2] and not _is_nothing(each[2]))
        return [(title, *_answer(kind, cell)) for title, kind, cell in filled]

    def doubt(self, cells: Sequence[str]) -> str | None:
        """Return the cell that should say whether a row opted out but leaves it open; None if another says so, or no column should."""
        should = [at for at, kind in self._answers if _ANSWERS[kind][1] is not None]  # "no" says something
        is_open = all(value is None for _, _, value in self.answers(cells))
        return next((cells[at] for at in should if is_open and at < len(cells)), None)

    def texts(self, cells: Sequence[str]) -> list[tuple[str, str]]:
        """Return the cells, those that stand for an empty one as empty, beside the kinds of their columns."""
        pairs = zip_longest(self._kinds, cells, fillvalue="")
        return [(kind, "" if _is_nothing(cell) else cell) for kind, cell in pairs]


def _is_nothing(cell: str) -> bool:
    """Return whether a cell stands for an empty one: `n/a`, `-`."""
    text = fold_title(cell)
    return text in table.NOTHING or (not text and cell.strip() not in table.SIGNS and "@" not in cell)


def _column_kind(title: str) -> str:
    """Return the kind of a column as lists know it, else by its folded title without usual words at its start and end."""
    kind, words = read_title(title).kind, words_of(title)
    is_other = not table.NOT_OF_MAIL.isdisjoint(words)
    kind = "" if is_other and kind == Kind.UNSUBSCRIBED else kind
    # HubSpot: "Opted out of email: Marketing Information".
    titles, seen = {fold_title(title), fold_title(re.split(r"[:(\[|]|\s[-–—]", title)[0])}, set[str]()
    while titles and kind not in _WHO:
        if known := titles & _KINDS.keys():
            return _KINDS[min(known)]
        seen |= titles
        titles = {usual.sub("", each) for each in titles for usual in (_STARTS, _ENDS)} - seen
    phrases = {"".join(words[at:end]) for at in range(len(words)) for end in range(at + 1, at + 4)}
    is_out = bool(phrases & table.OUT_IN_TITLES) and not is_other
    if is_out and not table.REASONS.isdisjoint(words):
        return "reason"
    said = {_KINDS.get(word, "") for word in words}
    if kind or {"consent", "tag", Kind.STATUS} & said:
        return kind or ("consent" if "consent" in said else "tag")
    return "opted out" if is_out else ""


def _answer(kind: str, text: str) -> tuple[str, bool | None]:
    """Return whether a cell says that its row is unsubscribed, None if it leaves it open; and the kind that says so: a word's, or the column's."""
    word = fold_title(text)
    is_date = kind in {Kind.UNSUBSCRIBED, "opted out"} and is_remark(text)
    is_phrase = kind == "tag" and table.PHRASES.search(text[:2000])
    tags = re.split(r"[,;|\n]+", text) if kind in {Kind.STATUS, "tag"} else []
    words = {word, *map(fold_title, tags)} - (table.UNCLEAR if kind == "tag" else frozenset())
    said = {_KINDS.get(each) for each in words}
    is_withdrawn = kind == "consent" and not table.WITHDRAWN.isdisjoint({word, *words_of(text)})
    if is_date or is_phrase or is_withdrawn or said & {Kind.UNSUBSCRIBED, "complaint"}:
        return Kind.UNSUBSCRIBED, True
    if kind != "tag" and "opted in" in said:
        return kind, False
    _, if_no, if_yes = _ANSWERS[kind]
    sign = text.strip()
    if table.SIGNS.get(sign, word in table.YES):
        return kind, if_yes
    if sign in table.SIGNS or word in table.NO:
        return kind, if_no
    return kind, True if kind == "reason" else None  # who gave a reason has done so


@lru_cache(maxsize=64)
def is_opt_out(phrase: str) -> bool | None:
    """Return whether a phrase, such as a heading, says that the people below it opted out, or in; None if it says neither."""
    said = [_answer(kind, phrase)[1] for kind in ("tag", Kind.STATUS)]
    said.append(False if fold_title(phrase) in table.ALLOWED else None)
    return next((value for value in said if value is not None), None)


def is_remark(text: str) -> bool:
    """Return whether a text is a date, a remark on opting out, or both: `opted out on 4 May 2026`."""
    words = text.split()
    cuts = range(len(words) + 1) if 0 < len(words) <= MAX_REMARK_WORDS else ()
    halves = ((words[:cut], words[cut:]) for cut in cuts)
    return any(
        all(not half or fold_title("".join(half)) in REMARKS or is_date(half) for half in each)
        for each in halves
    )
