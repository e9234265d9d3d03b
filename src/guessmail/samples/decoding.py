"""Bytes -> lines of text, by what the bytes show: read as they come, in bounded memory."""

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from guessmail.errors import BrokenFileError
from guessmail.tables.decoding import TextSource


def lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of a text with their endings, decoded as lists are; `BrokenFileError` for what is no text."""
    for piece in TextSource(cast("io.BufferedReader", stream)).pieces():
        yield from io.StringIO(piece.text, newline="")


def decode_start(content: bytes) -> str:
    """Return the lines at the start of a file, of which the last may be cut within a character."""
    found: list[str] = []
    try:
        found.extend(lines(io.BytesIO(content)))
    except BrokenFileError:
        if not found:
            raise
    return "".join(found)


def decode_value(value: bytes) -> str:
    """Return a value of which no encoding is known: UTF-8, else Windows' Western code page."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")
