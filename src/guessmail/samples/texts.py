"""Texts with addresses, and LDIF (RFC 2849): the people in their lines and entries."""

import base64
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

from guessmail.mailboxes import mailboxes
from guessmail.samples.found import Found, Items, Reason, Rejected
from guessmail.tables.decoding import TextSource

_LONGEST_VALUE = 1 << 12
_NAMES = ("displayname", "cn", "name")
_MAIL = ("mail", "rfc822mailbox", "email", "mailprimaryaddress", "mailalternateaddress", "othermailbox")


def lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of a text with their endings, decoded as lists are; `BrokenFileError` for what is no text."""
    for piece in TextSource(cast("io.BufferedReader", stream)).pieces():
        yield from io.StringIO(piece.text, newline="")


def decode_value(value: bytes) -> str:
    """Return a value of which no encoding is known: UTF-8, else Windows' Western code page."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")


def read_text(stream: BinaryIO) -> Items:
    """Yield every address, with the name that belongs to it."""
    for number, line in enumerate(lines(stream), 1):
        for one in mailboxes(line):
            yield Found(one.address, one.name, f"line {number}")


def read_ldif(stream: BinaryIO) -> Items:
    """Yield the addresses of each entry under its display name, its common name, or its parts."""
    number, entry = 0, dict[str, list[str]]()
    for line in _unfolded(lines(stream)):
        key, colon, value = line.partition(":")
        if not line:
            if entry:
                number += 1
                yield from _addresses(entry, f"entry {number}")
            entry = {}
        elif colon and not line.startswith("#"):
            name = key.partition(";")[0].strip().lower()
            entry.setdefault(name, []).append(_value(value))


def _unfolded(pieces: Iterable[str]) -> Iterator[str]:
    """Yield logical lines, the folded joined (RFC 2849, note 2), and an empty one at the end."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        text = piece.rstrip("\r\n")
        if held and text.startswith(" "):
            if size < _LONGEST_VALUE:
                held.append(text[1:])
                size += len(text)
            continue
        if held:
            yield "".join(held)
        held, size = [text], len(text)
    yield from ("".join(held), "")


def _value(written: str) -> str:
    """Return a value; one behind a second colon is in Base64."""
    if not written.startswith(":"):
        return written.strip()
    try:
        return decode_value(base64.b64decode(written[1:].strip()))
    except ValueError:  # also of characters that are no ASCII
        return ""


def _addresses(entry: dict[str, list[str]], place: str) -> Items:
    name = next((entry[key][0] for key in _NAMES if key in entry), "")
    if not name:
        name = " ".join(entry[key][0] for key in ("givenname", "sn") if key in entry)
    own = [address for key in _MAIL for address in entry.get(key, ())]
    own += [one[5:] for one in entry.get("proxyaddresses", ()) if one.startswith("SMTP:")]
    found = list(dict.fromkeys(own))
    yield from (Found(address, name, place) for address in found)
    if not found and name:
        yield Rejected(Reason.NO_ADDRESS, place)
