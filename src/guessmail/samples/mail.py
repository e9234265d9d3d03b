"""Mail: single messages (`.eml`, RFC 5322) and mailboxes (mbox, RFC 4155): the people in their headers."""

import re
from binascii import Error as Base64Error
from codecs import BOM_UTF8
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import HeaderParser
from itertools import takewhile
from typing import BinaryIO

from guessmail.mailboxes import Mailbox, mailboxes
from guessmail.samples.entries import Entries, Rejected, RejectionReason
from guessmail.samples.texts import decode_value

_FIELDS = ("From", "To", "Cc", "Reply-To")
_FIELD = re.compile(
    rb"(?:return-path|received|from|to|date|message-id|subject|mime-version|delivered-to|x-failed-recipients):",
    re.IGNORECASE,
)
_HEADER_LIMIT = 1 << 18  # bytes of headers that are looked at; a longer header is an attack or no mail
_LINE_LIMIT = 1 << 16  # bytes of a line that are looked at; RFC 5322 2.1.1 allows 998
_NAME_LIMIT = 2000  # characters of an encoded name that are decoded: each of 300 letters may take six
_LINE_END = re.compile(r"[\r\n]+")


def is_mail(head: bytes) -> bool:
    """Return whether two different header fields stand at the start, folded lines apart (RFC 5322 2.2.3)."""
    lines = takewhile(bytes.strip, head.lstrip().splitlines()[:50])
    return len({match[0].lower() for line in lines if (match := _FIELD.match(line))}) > 1


def read_mail(stream: BinaryIO) -> Entries:
    """Yield the addresses in From, To, Cc and Reply-To of each message; bodies are skipped."""
    for number, header in enumerate(messages(stream), 1):
        if len(header) >= _HEADER_LIMIT:
            yield Rejected(RejectionReason.UNREADABLE, f"message {number}")
            continue
        message = parse_header(header)
        for field in _FIELDS:
            for value in message.get_all(field, []):
                for found in mailboxes(_LINE_END.sub(" ", value)):  # its name, decoded, may hold commas
                    yield Mailbox(found.address, _decoded(found.name), f"message {number}, {field}")


def parse_header(header: bytes) -> Message:
    """Return the fields of a header; bytes that no charset is named for are UTF-8, or else Windows-1252."""
    return HeaderParser().parsestr(decode_value(header))


def messages(stream: BinaryIO, limit: int = 0) -> Iterator[bytes]:
    """Yield each message of a mailbox, or the one of an `.eml`, cut after `limit` bytes; without a limit its header.

    A message starts after a line `From ` that follows an empty one or starts the file (RFC 4155, appendix A).
    """
    kept: list[bytes] = []
    size, most, in_header, was_blank, is_whole = 0, limit or _HEADER_LIMIT, True, True, True
    while line := stream.readline(_LINE_LIMIT):
        is_blank = is_whole and not line.strip(b"\r\n")
        if was_blank and line.removeprefix(BOM_UTF8).startswith(b"From "):
            if kept:
                yield b"".join(kept)[:most]
            kept, size, in_header = [], 0, True
        else:
            in_header = in_header and not (is_blank and kept)
            if (in_header or limit) and size < most:
                kept.append(line)
                size += len(line)
        was_blank, is_whole = is_blank, line.endswith(b"\n")
    if kept:
        yield b"".join(kept)[:most]


def _decoded(name: str) -> str:
    """Return a display name without its encoded words (RFC 2047); empty where they are broken."""
    try:
        parts = decode_header(name[:_NAME_LIMIT])
        return "".join([
            part if isinstance(part, str) else part.decode(code or "latin-1", "replace") for part, code in parts
        ])  # fmt: skip
    # ValueError: of a charset whose name is no text
    except (HeaderParseError, Base64Error, LookupError, ValueError):
        return ""
