"""Texts with addresses, and the lines and values of the formats that are texts."""

import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

from guessmail.lists.decoding import TextSource
from guessmail.mailboxes import mailboxes
from guessmail.samples.entries import Entries

_LONGEST = 1 << 16
"""Characters of a logical line that are kept: a longer one is a picture or a key."""


def lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of a text with their endings, decoded as lists are; `BrokenFileError` for anything but text."""
    for piece in TextSource(cast("io.BufferedReader", stream)).pieces():
        yield from io.StringIO(piece.text, newline="")


def unfolded(pieces: Iterable[str]) -> Iterator[str]:
    """Yield logical lines: the folded (RFC 2849, RFC 6350 3.2) joined, and those that quoted-printable continues."""
    parts: list[str] = []
    size, is_quoted = 0, False
    for piece in pieces:
        text = piece.rstrip("\r\n")
        is_folded = bool(parts) and text[:1] in {" ", "\t"}
        if is_folded or (is_quoted and parts[-1].endswith("=")):
            if size < _LONGEST:
                parts.append(text[1:] if is_folded else f"\n{text}")
                size += len(text)
            continue
        if parts:
            yield "".join(parts)
        parts, size = [text], len(text)
        is_quoted = "QUOTED-PRINTABLE" in text.partition(":")[0].upper()
    yield "".join(parts)


def decode_value(value: bytes) -> str:
    """Return a value of which no encoding is known: UTF-8, else Windows' Western code page."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")


def read_text(stream: BinaryIO) -> Entries:
    """Yield every address, with the name that belongs to it."""
    for number, line in enumerate(lines(stream), 1):
        for found in mailboxes(line):
            yield found._replace(place=f"line {number}")
