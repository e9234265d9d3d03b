"""Mailboxes in a line of text or a header field: `Name <address>`, bare addresses, `address (Name)`."""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from guessmail.samples.decoding import lines
from guessmail.samples.found import Found, Items

# Each part takes what it can, and none can fail behind its first character: a line is read once, from left to right.
_PART = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.)*)"?'
    r"|<(?P<angle>[^<>]*)>?"
    r"|\((?P<comment>[^()]*)\)?"
    r"|(?P<end>[,;:|\[\]])"
    r'|(?P<text>[^",;:|<>()\[\]]+)'
)
_LEAD = re.compile(r"(?:[\w-]+:\s)?[\s*•·\d.)-]*")
"""What stands before a name that has a line to itself: a field's name, a number, a bullet."""
_SEPARATORS = re.compile(r"[\s<>,;:()\[\]\"|]+")


class Mailbox(NamedTuple):
    """An address as it is written, not yet validated."""

    address: str
    name: str = ""
    comment: str = ""
    """What stands in brackets behind a bare address: in old mail, its owner's name."""


def mailboxes(text: str) -> Iterator[Mailbox]:
    """Yield the mailboxes of a line in their order, in linear time."""
    if "@" not in text:
        return
    if alone := _alone(text):
        yield alone
        return
    name: list[str] = []
    for part in _PART.finditer(text):
        if part["end"]:
            yield from _bare(name)
            name = []
        elif part["angle"] is None:
            name.append(part[0] if part["quoted"] is None else part["quoted"].replace("\\", ""))
        elif addresses := _addresses(part["angle"]):
            yield from _bare([piece for piece in name if "@" in piece])
            yield Mailbox(addresses[0], " ".join("".join(name).split()))
            name = []
    yield from _bare(name)


def has_address(text: str) -> bool:
    """Return whether there is anything to read."""
    return bool(_addresses(text))


def _alone(text: str) -> Mailbox | None:
    """Return the mailbox of a line that is one person, whose name may then hold a comma: `Doe, Jane <jane@acme.com>`."""
    name, opening, rest = text.partition("<")
    address, closing, tail = rest.partition(">")
    found = _addresses(address)
    if not (opening and closing and len(found) == 1) or "@" in name or tail.strip(" \t\r\n,;."):
        return None
    lead = _LEAD.match(name)
    return Mailbox(found[0], name[lead.end() if lead else 0 :].strip().strip('"'))


def _bare(parts: list[str]) -> Iterator[Mailbox]:
    """Yield the addresses that stand without angle brackets, the comments behind them apart."""
    comment = " ".join(part.strip("()") for part in parts if part.startswith("("))
    for address in _addresses(" ".join(part for part in parts if not part.startswith("("))):
        yield Mailbox(address, comment=comment)
    for part in parts:
        if part.startswith("("):
            yield from map(Mailbox, _addresses(part))


def _addresses(text: str) -> list[str]:
    words = (word.strip(".") for word in _SEPARATORS.split(text) if "@" in word)
    return [word for word in words if "@" in word[1:-1]]


def read_text(stream: BinaryIO) -> Items:
    """Yield every address, with the name before it where it stands in angle brackets."""
    for number, line in enumerate(lines(stream), 1):
        for one in mailboxes(line):
            yield Found(one.address, one.name, f"line {number}")
