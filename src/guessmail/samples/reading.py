"""Readers of samples: one file a kind of source, chosen by content."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from guessmail.errors import BrokenFileError
from guessmail.samples import Sample
from guessmail.samples.detect import HEAD, SourceKind, detect
from guessmail.samples.found import Items, Rejected
from guessmail.samples.git import is_repository, read_git
from guessmail.samples.judging import judge
from guessmail.samples.lists import read_csv, read_workbook
from guessmail.samples.mail import read_mail
from guessmail.samples.mailboxes import read_text
from guessmail.samples.vcard import read_vcard
from guessmail.tables.decoding import packing_of
from guessmail.text.streams import open_file

T = TypeVar("T")

_TIP = "Use CSV with a column `email`, vCard, mbox, .eml, or lines with addresses."
_READERS: Mapping[SourceKind, Callable[[BinaryIO], Items]] = {
    SourceKind.CSV: read_csv,
    SourceKind.VCARD: read_vcard,
    SourceKind.MBOX: read_mail,
    SourceKind.EML: read_mail,
    SourceKind.TEXT: read_text,
    SourceKind.XLSX: read_workbook,
}
"""How each kind is read; a repository is read by its path."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was opened."""

    label: str
    """Its label: a file's name without its folders."""
    kind: SourceKind
    samples: Iterator[Sample | Rejected]
    """Read lazily; `source` of each is its place within."""


def open_source(path: str) -> Source:
    """Open a file, a git repository, or `-` for what is piped in; `BrokenFileError` if it cannot be read."""
    place = Path(path)
    if path != "-" and place.is_dir():
        if not is_repository(place):
            raise BrokenFileError(f"{path} is a folder but not a git repository; name the files in it.")
        return Source(_label(place.resolve()), SourceKind.GIT, judge(read_git(place)))
    label, stream = open_stream(path)
    head = peek(stream)
    kind = detect(head)
    if kind is None:
        stream.close()
        packing = packing_of(head)
        tip = f"It is {packing}." if packing else _TIP
        raise BrokenFileError(f"{path} contains no known addresses. {tip}")
    return Source(label, kind, judge(closing(stream, read_found(kind, stream))))


def read_found(kind: SourceKind, stream: BinaryIO) -> Items:
    """Yield what a stream of a kind holds, not yet judged."""
    return _READERS[kind](stream)


def read_samples(path: str) -> Iterator[Sample | Rejected]:
    """Yield the samples of a source, each saying which source it is from: `people.csv, line 12`."""
    source = open_source(path)
    for item in source.samples:
        yield item if isinstance(item, Rejected) else item._replace(source=f"{source.label}, {item.source}")


def open_stream(path: str) -> tuple[str, BinaryIO]:
    """Open a file, or what is piped in, for reading from its start; return also what to call it."""
    stream = open_file(path)
    return "standard input" if path == "-" else _label(Path(path)), _seekable(stream)


def _label(path: Path) -> str:
    """Return the name of a file as text: names in the file system are bytes, which need be no UTF-8."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def _seekable(stream: BinaryIO) -> BinaryIO:
    """Return a stream that can be read from its start again: a pipe is copied to a file that has no name."""
    if stream.seekable():
        return stream
    copy = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 - whoever reads it closes it
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return copy


def peek(stream: BinaryIO) -> bytes:
    """Return the first bytes, without consuming them."""
    start = stream.tell()
    try:
        head = stream.read(HEAD)
    except OSError as error:
        raise BrokenFileError(f"The file cannot be read: {error.strerror}.") from error
    stream.seek(start)
    return head


def closing(stream: BinaryIO, items: Iterator[T]) -> Iterator[T]:
    """Yield the items, and close the stream that they are read from in the end."""
    with stream:
        yield from items
