"""Mailboxes in a text, as mail programs, directories and people write them, each with the name that belongs to it.

`Jane Doe <a@x>, "Doe, Jane" <b@x>; Doe, Jane <c@x>` · `a@x (Jane Doe)` · `Jane Doe (a@x)` · `Jane Doe - a@x` · `Jane Doe, a@x` ·
`> From: Jane Doe <a@x>` · `On Tue, 5 May 2026 at 10:00, Jane Doe <a@x> wrote:`
"""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, zip_longest
from typing import NamedTuple

from guessmail.data.asides import JOB_WORDS
from guessmail.data.mail_words import AFTER_TIME, NOT_FIRST
from guessmail.data.name_words import PARTICLES, SPECIAL
from guessmail.names import Name, read_name
from guessmail.names.known import is_given
from guessmail.text import fold

# Each alternative matches as soon as its first character does, so a text is read once, from left to right.
_PART = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.)*)"?'
    r"| ?<(?P<angle>[^<>]*)>?"
    r"|(?P<mark>[\[\](){}|;\t\n]|[,:](?=\s|$)|\s[-–—/·•=]+(?=\s))"
    r'|(?P<words>[^\s",:;|<>()\[\]{}]+|.)',
    re.DOTALL,
)
_QUOTING = re.compile(r"^[\s>|]*[>|]\s*")
_LEAD = re.compile(r"^[\s*•·\d.)#-]*(?:\*{0,2}[^\W\d][\w-]{0,20}\*{0,2}:\*{0,2}\s+|(?:uid +)?\[ ?\w+\] )?")
"""The text before a name that starts a line: a number, a bullet, a field's name, a mark such as `[EXT]`."""
_GROUP = re.compile(r"[{(\[]([\w.+-]+(?:\s*[,;|]\s*[\w.+-]+)+)[})\]]@([\w.-]+)")
"""Addresses at one domain, as papers name their authors: `{jane.doe, bob.jones}@acme.com`."""
_SPACES = re.compile(" {2,}")
"""The gap between two columns, as in a table that was copied from a document."""
_MAILTO = re.compile(r"mailto:\s*", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}|\b(?:19|20)\d{2}\b|年")
_EDGES = " \t\r\n,;:|<>()[]{}-–—/·•=*'\"、，"


class Mailbox(NamedTuple):
    """An address as it is written, not yet validated."""

    address: str
    name: str = ""
    place: str = ""
    """The place in its source: `line 12`."""


_Pieces = Sequence[tuple[str, str]]
"""The parts of a text, each with its kind: `words`, `quoted`, `mark` (a separator), `angle` (an address in angle brackets)
or `bare` (an address without)."""


def has_address(text: str) -> bool:
    """Return whether a text has a word that looks like an address."""
    return any(_address_in(word) for word in text.split() if "@" in word)


def mailboxes(text: str) -> Iterator[Mailbox]:
    """Yield the mailboxes of a text in their order, in linear time."""
    if "@" not in text:
        return
    bare = _SPACES.sub("\t", _MAILTO.sub("", _LEAD.sub("", _QUOTING.sub("", text), count=1)))
    apart = _GROUP.sub(lambda group: re.sub(r"[\w.+-]+", rf"\g<0>@{group[2]}", group[1]), bare)
    found = list(_pieces(apart))
    pieces = [  # without an address that is only the display name of the next one: `a@x <a@x>`
        (part, kind)
        for (part, kind), following in zip_longest(found, found[1:])
        if following != (part, "angle") or kind != "bare"
    ]
    at = [place for place, (_, kind) in enumerate(pieces) if kind in {"angle", "bare"}]
    if not at:
        return
    is_behind = pieces[at[0]][1] == "bare" and not _bare_name(pieces[: at[0]])
    for last, place, following in zip([-1, *at], at, [*at[1:], len(pieces)], strict=False):
        address, kind = pieces[place]
        before, behind = pieces[last + 1 : place], pieces[place + 1 : following]
        name = _name_before(before) if kind == "angle" else _bare_name(behind if is_behind else before)
        yield Mailbox(address, name)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    for part in _PART.finditer(text):
        kind = part.lastgroup or ""
        inner = part[kind].replace("\\", "") if kind == "quoted" else part[kind]
        # A cell of a table: "Doe, Jane <jane@acme.com>".
        if kind == "quoted" and "<" in inner and "@" in inner:
            yield from _pieces(inner.replace('"', ""))
        elif kind != "mark" and (address := _address_in(inner)):
            yield address, "angle" if kind == "angle" else "bare"
        elif kind != "angle":
            yield inner, kind


def _address_in(text: str) -> str:
    """Return the address in a word or in angle brackets; empty if there is none."""
    words = text.partition("?")[0].split()
    found = (word.strip(".,;:'\"`()[]{}<>") for word in words if "@" in word)
    return next((word for word in found if "@" in word[1:-1]), "")


def _name_before(pieces: _Pieces) -> str:
    """Return the name before an address in angle brackets, without the date in the first line of a reply."""
    quoted = [text for text, kind in pieces if kind == "quoted"]
    if quoted and not any(text.strip() for text, kind in pieces if kind == "words"):
        return " ".join(quoted[-1].split())
    after = max((place for place, (text, _) in enumerate(pieces) if text in {";", "\n", "|"}), default=-1)
    text = " ".join("".join(text for text, _ in pieces[after + 1 :]).split())
    if text.endswith("=") and not text.endswith("?="):  # a field of a log: to=<jane.doe@acme.com>
        return ""
    return _last_of(_after_time(text).strip(" ,:;-–—/(<[•·"))


def _after_time(text: str) -> str:
    """Return the name after the date in the first line of a reply: `2026 um 10:00 Uhr schrieb Bob Jones` is Bob Jones."""
    *before, last = _TIME.split(text)
    return " ".join(dropwhile(_is_no_name, last.strip(_EDGES).split())) if before else text


def _is_no_name(word: str) -> bool:
    bare = word.strip(_EDGES).lower()
    is_small = word[:1].islower() and fold(word) not in PARTICLES
    return not bare or bare in AFTER_TIME or is_small or any(map(str.isdecimal, word))


def _last_of(text: str) -> str:
    """Return the last full name in a text: of `Bob Jones, Jane Doe` the second; `Doe, Jane` is one name."""
    before, comma, last = text.rpartition(",")
    words = last.split()
    if not comma or ("," not in before and not (len(words) > 1 and len(before.split()) > 1)):
        return text
    if "," in before and len(words) == 1:  # …, Doe, Jane
        return f"{before.rpartition(',')[2].strip()}, {words[0]}"
    are_two = is_given(fold(words[0])) and is_given(fold(before.split()[0]))
    return last.strip() if are_two else text


def _bare_name(pieces: _Pieces) -> str:
    """Return the name beside an address without angle brackets, in one of several columns; empty if there is none."""
    text = "".join(text for text, _ in pieces).strip(_EDGES).rpartition(";")[2]
    names = list(filter(None, map(name_alone, dict.fromkeys([*re.split(r"[|\t]", text), text]))))
    return next((name for name in names if is_given(fold(name.split()[0]))), names[0] if names else "")


def name_alone(text: str) -> str:
    """Return the name in a text that has no other words; empty if it is no name."""
    text = _after_time(" ".join(text.split()).strip(_EDGES))
    words = text.replace(",", " ").split()
    if not 1 < len(words) <= 6 or len(text) > 120 or text.count(",") > 1:
        return ""
    folded = [fold(word.strip(".,")) for word in words]
    is_prose = folded[0] in NOT_FIRST or (SPECIAL | JOB_WORDS).issuperset(folded)
    is_name = not is_prose and all(map(_may_be_of_name, words)) and isinstance(read_name(text), Name)
    return text if is_name else ""


def _may_be_of_name(word: str) -> bool:
    letters = word.strip(".,'\"’()")
    is_word = bool(letters) and all(c.isalpha() or c in "-'’.·" for c in letters)
    return is_word and (not letters[0].islower() or fold(letters) in PARTICLES)
