"""Which kind of source it is, by its content."""

import csv
import re
from enum import StrEnum

from guessmail.errors import BrokenFileError
from guessmail.samples.decoding import decode_start
from guessmail.samples.mailboxes import has_address
from guessmail.samples.rows import column_kinds

HEAD = 1 << 16
"""How many of the first bytes are examined."""

_HEADER_FIELD = re.compile(
    rb"(?:return-path|received|from|to|date|message-id|subject|mime-version|delivered-to):", re.IGNORECASE
)


class SourceKind(StrEnum):
    """Kinds of sources that samples are read from."""

    CSV = "csv"
    VCARD = "vcard"
    MBOX = "mbox"
    EML = "eml"
    GIT = "git"
    TEXT = "text"
    XLSX = "xlsx"


def detect(head: bytes) -> SourceKind | None:
    """Return the kind of a source that starts with `head`, None if it is not readable."""
    if head.startswith(b"PK\x03\x04"):
        return SourceKind.XLSX
    stripped = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if stripped[:11].upper() == b"BEGIN:VCARD":
        return SourceKind.VCARD
    if head.startswith(b"From ") and b"\n" in head:
        return SourceKind.MBOX
    try:
        text = decode_start(head)
    except BrokenFileError:
        return None
    if "\0" in text:
        return None
    if _is_message(stripped):
        return SourceKind.EML
    if is_table(head, "email"):
        return SourceKind.CSV
    return SourceKind.TEXT if not text.strip() or has_address(text) else None


def _is_message(head: bytes) -> bool:
    """Return whether two different header fields stand at the start, folded lines apart (RFC 5322 2.2.3)."""
    fields = set()
    for line in head.splitlines()[:50]:
        if not line.strip():
            break
        match = _HEADER_FIELD.match(line)
        if match:
            fields.add(match[0].lower())
    return len(fields) > 1


def is_table(head: bytes, *kinds: str) -> bool:
    """Return whether the first line names a column of one of the kinds, and holds no address itself."""
    return not column_kinds(titles_in(head)).keys().isdisjoint(kinds)


def titles_in(head: bytes) -> list[str]:
    """Return the cells of the first line of a text, none where it holds an address, so that it is no header."""
    line = next(iter(decode_start(head).splitlines()), "")
    delimiter = max(",;\t|", key=line.count)
    return [] if has_address(line) else next(csv.reader([line], delimiter=delimiter), [])
