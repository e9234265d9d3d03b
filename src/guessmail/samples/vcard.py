"""vCards: 4.0 (RFC 6350), 3.0 (RFC 2426), and the parts of 2.1 that address books still write."""

import quopri
import re
from typing import BinaryIO

from guessmail.mailboxes import Mailbox
from guessmail.samples.entries import Entries, Rejected, RejectionReason
from guessmail.samples.texts import decode_value, lines, unfolded

_PROPERTY = re.compile(
    r'(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<parameters>(?:;(?:[^":;]|"[^"]*")*)*):(?P<value>.*)', re.DOTALL
)
_ESCAPED = re.compile(r"\\(.)")
_UNESCAPED_SEMICOLON = re.compile(r"(?<!\\);")


def is_vcard(head: bytes) -> bool:
    """Return whether a file starts as a vCard does."""
    return head.lstrip()[:11].upper() == b"BEGIN:VCARD"


def read_vcard(stream: BinaryIO) -> Entries:
    """Yield the addresses of each card under its FN, or the name that its N makes where FN is empty or the company's."""
    number = 0
    card: dict[str, list[str]] = {}
    for line in unfolded(lines(stream)):
        match = _PROPERTY.match(line)
        if not match:
            continue
        name, value = match["name"].upper(), match["value"].strip()
        if name == "BEGIN":
            number += 1
            card = {}
        elif name == "END":
            yield from _addresses(card, f"card {number}")
            card = {}
        elif name in {"FN", "N", "ORG", "EMAIL"}:
            card.setdefault(name, []).append(_decoded(value, match["parameters"].upper()))
    if card:
        yield Rejected(RejectionReason.UNREADABLE, f"card {number}")


def _addresses(card: dict[str, list[str]], place: str) -> Entries:
    name = _plain(card["FN"][0]) if "FN" in card else ""
    company = _plain(_UNESCAPED_SEMICOLON.split(card["ORG"][0])[0]) if "ORG" in card else ""
    if (not name or name.casefold() == company.casefold()) and "N" in card:
        family, given, middle, *_ = [*map(_plain, _UNESCAPED_SEMICOLON.split(card["N"][0])), "", "", ""]
        name = " ".join(filter(None, (given, middle, family))) or name
    for address in card.get("EMAIL", ()):
        yield Mailbox(_plain(address), name, place)
    if "EMAIL" not in card:
        yield Rejected(RejectionReason.NO_ADDRESS, place)


def _decoded(value: str, parameters: str) -> str:
    return decode_value(quopri.decodestring(value.encode())) if "QUOTED-PRINTABLE" in parameters else value


def _plain(value: str) -> str:
    r"""Return a value without its escapes: `\,` is a comma, `\n` a line's end, which a name has none of."""
    return _ESCAPED.sub(lambda match: " " if match[1] in "nN" else match[1], value).strip()
