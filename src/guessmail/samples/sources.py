"""Sources of samples: files, whose reader is chosen by their first bytes, and git repositories with the people of their commits."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from threading import Timer
from typing import IO, BinaryIO, NamedTuple

from guessmail.data.file_starts import PAGE
from guessmail.errors import BrokenFileError, explained
from guessmail.lists import TableKind
from guessmail.lists.decoding import Start, recognise
from guessmail.lists.questions import RowReader
from guessmail.mailboxes import Mailbox, has_address
from guessmail.samples import Sample
from guessmail.samples.entries import Entries, Rejected, accept_samples, entries_in, open_samples_table
from guessmail.samples.texts import (
    is_mail,
    lines,
    read_calendar,
    read_ldif,
    read_mail,
    read_page,
    read_text,
    read_vcard,
)
from guessmail.text.streams import open_file, seekable

READERS: Mapping[str, tuple[Callable[[bytes], object], Callable[[BinaryIO], Entries]]] = {
    "calendar": (re.compile(rb"\s*BEGIN:VCALENDAR", re.IGNORECASE).match, read_calendar),
    "vcard": (re.compile(rb"\s*BEGIN:VCARD", re.IGNORECASE).match, read_vcard),
    "mbox": (re.compile(rb"From .*\n").match, read_mail),
    "ldif": (re.compile(rb"(?:#.*\n|version:.*\n|\s)*dn::?[ \t]", re.IGNORECASE).match, read_ldif),
    "eml": (is_mail, read_mail),
    "page": (re.compile(PAGE).match, read_page),
}
"""By kind of file: a function that recognises its start, and its reader. Folders are repositories; headers show tables."""
_FORMAT = "%h%x00%aN%x00%ae%x00%cN%x00%ce%x00%(trailers:only,unfold,separator=%x01)"
_TRAILER = re.compile(r"[\w-]+:([^<>]*)<([^<>]+)>")
_SILENCE = 60.0
"""Seconds before the first commit after which git is killed: it may wait for a pipe that its settings include."""
_SETTINGS = f"""
    core.fsmonitor=false core.hooksPath={os.devnull} i18n.logOutputEncoding=UTF-8 log.showSignature=false
    mailmap.blob= mailmap.file= protocol.allow=never safe.bareRepository=explicit
""".split()
"""They replace a repository's own settings, which may name programs to run and files to read (git-config(1))."""
_ENVIRONMENT = f"""
    GIT_ALLOW_PROTOCOL=none GIT_CONFIG_GLOBAL={os.devnull} GIT_CONFIG_NOSYSTEM=1 GIT_NO_LAZY_FETCH=1 GIT_OPTIONAL_LOCKS=0
    GIT_TERMINAL_PROMPT=0 LC_ALL=C
""".split()
"""GIT_ALLOW_PROTOCOL takes precedence over every protocol.*.allow: missing objects are not fetched, whatever the remote."""


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
        is_bare = (place / "HEAD").is_file() and (place / "objects").is_dir()
        if not is_bare and not (place / ".git").exists():
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
    kinds = (kind for kind, (find, _) in READERS.items() if find(head.removeprefix(start.mark)))
    return start._replace(kind=next(kinds, start.kind))


def peek(stream: BufferedReader) -> bytes:
    """Return the first bytes, without consuming them; `BrokenFileError` if they cannot be read."""
    start = stream.tell()
    with explained("The file cannot be read"):
        head = stream.read(1 << 16)  # for all kinds; a few suffice for the encoding
    stream.seek(start)
    return head


def _read(stream: BinaryIO, entries: Entries) -> Iterator[Sample | Rejected]:
    """Yield the samples among the entries, then close the stream from which they are read."""
    with stream:
        yield from accept_samples(entries)


def read_git(path: Path) -> Entries:
    """Yield the people of every commit, newest first; nothing in the repository is run or changed. `BrokenFileError` if git fails."""
    place = path.absolute()
    folder = place / ".git" if (place / ".git").exists() else place
    for special in filter(_is_special, (place / ".mailmap", *folder.rglob("*"))):
        raise BrokenFileError(f"{special} is a pipe or a device, for which git would wait: remove it.")
    program = shutil.which("git") or ""
    # A git in a folder relative to the current one is a stranger's.
    if not Path(program).is_absolute():
        raise BrokenFileError("Git is needed to read a repository, but was not found.")
    command = [program, "--no-pager", f"--git-dir={folder}", f"--work-tree={place}"]
    for setting in _SETTINGS:
        command += ["-c", setting]
    command += ["log", "--all", "--no-color", "--no-ext-diff", "--no-textconv", f"--format={_FORMAT}"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= dict(setting.split("=") for setting in _ENVIRONMENT)
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(  # noqa: S603 - no shell, and the paths are parts of options
            command, cwd=place, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints, env=environment
        )  # fmt: skip
        patience = Timer(_SILENCE, process.kill)
        patience.start()
        try:
            with process:
                assert process.stdout is not None  # noqa: S101 - it was asked for
                for entry in _people(process.stdout):
                    patience.cancel()
                    yield entry
        finally:
            patience.cancel()
        if process.returncode:
            complaints.seek(0)
            said = complaints.read().decode("utf-8", "replace").strip() or "it says nothing"
            raise BrokenFileError(f"git cannot read the repository {path}: {said.splitlines()[-1][:300]}")


def _is_special(path: Path) -> bool:
    with suppress(OSError):
        return path.is_fifo() or path.is_char_device()
    return False


def _people(log: IO[bytes]) -> Entries:
    while line := log.readline(1 << 20):  # names, addresses, and some thousand trailers
        fields = line.decode("utf-8", "replace").rstrip("\n").split("\0")
        if len(fields) != 6:
            continue
        commit, author, author_address, committer, committer_address, trailers = fields
        yield Mailbox(author_address, author, f"commit {commit}, author")
        if (committer, committer_address) != (author, author_address):
            yield Mailbox(committer_address, committer, f"commit {commit}, committer")
        for match in map(_TRAILER.fullmatch, trailers.split("\1")):
            if match:
                yield Mailbox(match[2], match[1].strip(), f"commit {commit}, trailer")
