"""Readers of samples: one file a kind of source, chosen by content."""

import io
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, TypeVar

from guessmail.errors import BrokenFileError
from guessmail.samples import Sample
from guessmail.sources.csv_file import read_csv
from guessmail.sources.detect import HEAD, SourceKind, detect
from guessmail.sources.found import Items, Reason, SetAside
from guessmail.sources.git import is_repository, read_git
from guessmail.sources.judging import judge
from guessmail.sources.mail import read_mail
from guessmail.sources.text import read_text
from guessmail.sources.vcard import read_vcard

__all__ = [
    "Reason",
    "SetAside",
    "Source",
    "SourceKind",
    "closing",
    "open_source",
    "open_stream",
    "peek",
    "read_found",
    "read_samples",
]

T = TypeVar("T")

_READERS: Mapping[SourceKind, Callable[[BinaryIO], Items]] = {
    SourceKind.CSV: read_csv,
    SourceKind.VCARD: read_vcard,
    SourceKind.MBOX: read_mail,
    SourceKind.EML: read_mail,
    SourceKind.TEXT: read_text,
}
"""How each kind is read; a repository is read by its path."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was opened."""

    label: str
    """What to call it: a file's name without its folders."""
    kind: SourceKind
    samples: Iterator[Sample | SetAside]
    """Read as they are asked for; `source` of each is its place within."""


def open_source(path: str) -> Source:
    """Open a file, a git repository, or `-` for what is piped in; `BrokenFileError` if it cannot be read."""
    place = Path(path)
    if path != "-" and place.is_dir():
        if not is_repository(place):
            raise BrokenFileError(f"{path} is a folder, but no git repository: name the files in it.")
        return Source(place.resolve().name, SourceKind.GIT, judge(read_git(place)))
    label, stream = open_stream(path)
    head = peek(stream)
    kind = detect(head)
    if kind is None:
        stream.close()
        raise BrokenFileError(f"{path} holds nothing that can be learned from. {_tip(head)}")
    return Source(label, kind, judge(closing(stream, read_found(kind, stream))))


def read_found(kind: SourceKind, stream: BinaryIO) -> Items:
    """Yield what a stream of a kind holds, before it is judged."""
    return _READERS[kind](stream)


def read_samples(path: str) -> Iterator[Sample | SetAside]:
    """Yield the samples of a source, each saying which source it is from: `people.csv, line 12`."""
    source = open_source(path)
    for item in source.samples:
        yield item if isinstance(item, SetAside) else replace(item, source=f"{source.label}, {item.source}")


def open_stream(path: str) -> tuple[str, BinaryIO]:
    """Open a file, or what is piped in, for reading from its start; return also what to call it."""
    if path == "-":
        return "standard input", io.BytesIO(sys.stdin.buffer.read())
    try:
        return Path(path).name, Path(path).open("rb")
    except OSError as error:
        raise BrokenFileError(f"{path} cannot be read: {error.strerror}.") from error


def peek(stream: BinaryIO) -> bytes:
    """Return the first bytes, and leave them to be read again."""
    head = stream.read(HEAD)
    stream.seek(0)
    return head


def closing(stream: BinaryIO, items: Iterator[T]) -> Iterator[T]:
    """Yield the items, and close the stream that they are read from in the end."""
    with stream:
        yield from items


def _tip(head: bytes) -> str:
    """Return what to try with a file that is of no known kind."""
    if head.startswith(b"PK"):
        return "If it is a workbook, save its sheet as CSV."
    return "It takes CSV with a column `email`, vCard, mbox, .eml, or lines with addresses."
