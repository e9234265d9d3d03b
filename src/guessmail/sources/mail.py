"""Mail: single messages (`.eml`, RFC 5322) and mailboxes (mbox, RFC 4155): the people in their headers."""

from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses
from typing import BinaryIO

from guessmail.sources.found import Found, Items

__all__ = ["messages", "read_mail"]

_FIELDS = ("From", "To", "Cc", "Reply-To")
_HEADER_LIMIT = 1 << 18
"""Bytes of headers that are looked at; what is longer is an attack or no mail."""


def read_mail(stream: BinaryIO) -> Items:
    """Yield the addresses in From, To, Cc and Reply-To of each message; bodies are passed over unread."""
    parser = BytesHeaderParser()
    for number, header in enumerate(messages(stream, headers_only=True), 1):
        message = parser.parsebytes(header)
        for field in _FIELDS:
            yield from _people(message, field, f"message {number}, {field}")


def messages(stream: BinaryIO, *, headers_only: bool, limit: int = _HEADER_LIMIT) -> Iterator[bytes]:
    """Yield each message of a mailbox, or the one of an `.eml`, cut after `limit` bytes.

    A message starts after a line `From ` that follows an empty one or starts the file (RFC 4155, appendix A).
    """
    kept: list[bytes] = []
    size, in_header, was_blank = 0, True, True
    for line in stream:
        is_blank = not line.strip(b"\r\n")
        if was_blank and line.startswith(b"From "):
            if kept:
                yield b"".join(kept)
            kept, size, in_header = [], 0, True
        else:
            in_header = in_header and not (is_blank and kept)
            if (in_header or not headers_only) and size < limit:
                kept.append(line)
                size += len(line)
        was_blank = is_blank
    if kept:
        yield b"".join(kept)


def _people(message: Message, field: str, place: str) -> Items:
    """Yield the mailboxes of one field; names are decoded once it is taken apart: they may hold commas."""
    values = [str(value).replace("\n", " ").replace("\r", " ") for value in message.get_all(field, [])]
    for name, address in getaddresses(values):
        if address:
            yield Found(address, _decoded(name), place)


def _decoded(name: str) -> str:
    """Return a display name without its encoded words (RFC 2047), or as it is where they are broken."""
    if "=?" not in name:
        return name
    try:
        return str(make_header(decode_header(name)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return ""
