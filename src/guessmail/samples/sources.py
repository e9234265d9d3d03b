"""Sources of samples: the reader of a file is chosen by its first bytes."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, NamedTuple

from guessmail.errors import BrokenFileError
from guessmail.lists import TableKind
from guessmail.lists.decoding import Start, recognise
from guessmail.lists.questions import RowReader
from guessmail.mailboxes import has_address
from guessmail.samples import Sample
from guessmail.samples.entries import Entries, Rejected, accept_samples, entries_in, open_samples_table
from guessmail.samples.git import is_repository, read_git
from guessmail.samples.texts import is_mail, lines, read_ldif, read_mail, read_text, read_vcard
from guessmail.text.streams import open_file, seekable

READERS: Mapping[str, tuple[Callable[[bytes], object], Callable[[BinaryIO], Entries]]] = {
    "vcard": (re.compile(rb"\s*BEGIN:VCARD", re.IGNORECASE).match, read_vcard),
    "mbox": (re.compile(rb"From .*\n").match, read_mail),
    "ldif": (re.compile(rb"(?:#.*\n|version:.*\n|\s)*dn::?[ \t]", re.IGNORECASE).match, read_ldif),
    "eml": (is_mail, read_mail),
}
"""By kind of file: a function that recognises its start, and its reader. Folders are repositories; headers show tables."""


class Source(NamedTuple):
    """An open source of samples."""

    label: str
    """A file's name without its folders."""
    kind: str
    """`vcard`, `git`, `csv`, …"""
    samples: Iterator[Sample | Rejected]
    """Read lazily; the `source` of a sample is its place within."""


def open_source(path: str) -> Source:
    """Open a file, a git repository, or `-` for standard input; `BrokenFileError` if it cannot be read."""
    place = Path(path)
    if path != "-" and place.is_dir():
        if not is_repository(place):
            raise BrokenFileError(f"{path} is a folder but not a git repository; name the files in it.")
        return Source(_label(place.resolve()), "git", accept_samples(read_git(place)))
    label, stream = open_stream(path)
    kind, entries = read_entries(stream, path)
    return Source(label, kind, _read(stream, entries))


def read_entries(stream: BufferedReader, path: str) -> tuple[str, Entries]:
    """Return the kind of a stream, and its entries; `BrokenFileError`, with the stream closed, if it has no addresses."""
    start = start_of(stream)
    if start.kind in READERS:
        return start.kind, READERS[start.kind][1](stream)
    try:
        table = open_samples_table(stream)
        if table and table.kind is not TableKind.EMPTY:
            kind = "json" if table.kind is TableKind.JSONL else table.kind.value
            return kind, entries_in(RowReader(table.columns, table.header), table.numbered_rows())
        if table or _has_addresses(stream):
            return "text", read_text(stream)
    except BrokenFileError:
        if start.kind in {TableKind.JSONL, TableKind.XLSX}:
            stream.close()
            raise
    stream.close()
    tip = "Use CSV with a column `email`, vCard, mbox, .eml, or lines with addresses."
    tip = f"It is {start.unsupported}." if start.unsupported else tip
    raise BrokenFileError(f"{path} contains no known addresses. {tip}")


def _has_addresses(stream: BufferedReader) -> bool:
    """Return whether a text has an address, and no binary data before it."""
    start = stream.tell()
    first = next((line for line in lines(stream) if "\0" in line or has_address(line)), "\0")
    stream.seek(start)
    return "\0" not in first


def read_samples(path: str) -> Iterator[Sample | Rejected]:
    """Yield the samples of a source, each with the source's label: `people.csv, line 12`."""
    source = open_source(path)
    for item in source.samples:
        yield item if isinstance(item, Rejected) else item._replace(source=f"{source.label}, {item.source}")


def open_stream(path: str) -> tuple[str, BufferedReader]:
    """Return the name and the stream of a file, or of standard input (`-`); the stream can seek."""
    return "standard input" if path == "-" else _label(Path(path)), seekable(open_file(path))


def _label(path: Path) -> str:
    """Return the name of a file as text; invalid UTF-8 is replaced."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def start_of(stream: BufferedReader) -> Start:
    """Return the format that the first bytes show, without consuming them."""
    head = peek(stream)
    start = recognise(head)
    if start.kind is not TableKind.TEXT or start.encoding not in {"", "utf-8"}:
        return start
    text = head.removeprefix(start.mark)
    kinds = (kind for kind, (find_start, _) in READERS.items() if find_start(text))
    return start._replace(kind=next(kinds, start.kind))


def peek(stream: BufferedReader) -> bytes:
    """Return the first bytes, without consuming them; `BrokenFileError` if they cannot be read."""
    start = stream.tell()
    try:
        head = stream.read(1 << 16)  # for all kinds; a few suffice for the encoding
    except OSError as error:
        raise BrokenFileError(f"The file cannot be read: {error.strerror}.") from error
    stream.seek(start)
    return head


def _read(stream: BinaryIO, entries: Entries) -> Iterator[Sample | Rejected]:
    """Yield the samples among the entries, then close the stream from which they are read."""
    with stream:
        yield from accept_samples(entries)
