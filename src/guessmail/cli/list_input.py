"""The input of a list, opened: its header, and passes over its rows before the one that answers them."""

import io
import os
import select
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from guessmail.domains.companies import Companies, fold_company, strip_legal_form
from guessmail.errors import UsageError
from guessmail.reports.added import PREFIX
from guessmail.samples import Sample
from guessmail.streams import open_file
from guessmail.tables import Ask, Block, Kind, Table, open_table
from guessmail.tables.outputs import refuse_same_file
from guessmail.tables.questions import QuestionMaker, question_maker

__all__ = ["ListFormat", "ListOptions", "OpenList", "open_list"]


class ListFormat(StrEnum):
    """How a list is written."""

    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class ListOptions:
    """How a list is run."""

    source: str = "-"
    """The file, or `-` for standard input."""
    output: str = ""
    """The file to write; standard output if empty."""
    format: ListFormat | None = None
    """None for that of the output's ending, else the input's own."""
    map: tuple[str, ...] = ()
    encoding: str = ""
    top: int = 1
    prefix: str = PREFIX
    safe_csv: bool = False
    resume: bool = False
    rate: bool = False
    learn_from_list: bool = False
    mx: bool = True
    quiet: bool = False
    others: str = ""
    """All further options that change what is written, and hashes of the files they name, for `--resume`."""
    is_provider: Callable[[str], bool] = field(default=lambda _: False, compare=False)
    """Tells mailbox providers, whose addresses say nothing about the company."""

    @property
    def signature(self) -> str:
        """What a resumed run must have in common with the interrupted one."""
        return repr((
            self.format, self.map, self.encoding, self.top, self.prefix, self.safe_csv, self.rate,
            self.learn_from_list, self.mx, self.others,
        ))  # fmt: skip


class OpenList:
    """A list that was opened: its header is read, its rows are not. Close it when it is done."""

    def __init__(
        self, stream: io.BufferedReader, options: ListOptions, notify: Callable[[str], None]
    ) -> None:
        self.stream, self.options = stream, options
        needs = (Kind.EMAIL,) if options.rate or options.learn_from_list else ()
        self._ask = Ask(options.map, options.encoding, needs)
        self._start = stream.tell() if self.is_file else 0
        self.table = open_table(stream, self._ask, notify)
        self.make: QuestionMaker = question_maker(self.table.columns, options.is_provider)

    @property
    def is_file(self) -> bool:
        """Whether it can be read more than once."""
        try:
            return stat.S_ISREG(os.fstat(self.stream.fileno()).st_mode)
        except OSError:
            return False

    @property
    def size(self) -> int:
        """The bytes of a file, 0 where they are not known."""
        return os.fstat(self.stream.fileno()).st_size if self.is_file else 0

    def is_waiting(self) -> bool:
        """Return whether the next rows may be long in coming: a pipe that has nothing to read now."""
        if self.is_file:
            return False
        try:
            return not select.select([self.stream], [], [], 0)[0]
        except (OSError, ValueError):  # Windows asks sockets alone
            return True

    def samples(self) -> Iterator[Sample]:
        """Yield the rows' own addresses as samples, in a pass of its own (`--learn-from-list`)."""
        name = "the list" if self.options.source == "-" else PurePath(self.options.source).name
        number = 0
        for block in self._all_blocks():
            for question in self.make([row for row in block.rows if len(row) >= len(self.table.header)]):
                number += 1
                if "@" in question.email:
                    person = question.name or f"{question.given} {question.family}".strip()
                    yield Sample(question.email.strip(), person, f"{name}, row {number}")

    def teach(self, companies: Companies) -> None:
        """Learn companies' domains from the rows that have both, as far as other rows lack them.

        A pipe is read once: there, `run_list` learns as it goes.
        """
        columns = self.table.columns
        if columns.company is None or not self.is_file or not _has_site(self.table):
            return
        wanted = {
            name
            for company, domain in self._pairs()
            if not domain and not companies.lookup(company)
            for name in (fold_company(company), strip_legal_form(fold_company(company)))
        }
        if wanted:
            pairs = ((company, domain) for company, domain in self._pairs() if domain)
            companies.learn(
                (company, domain)
                for company, domain in pairs
                if strip_legal_form(fold_company(company)) in wanted
            )

    def pairs(self, block: Block) -> Iterator[tuple[str, str]]:
        """Yield each row's company and domain, the latter empty where the row tells none."""
        rows = [row for row in block.rows if len(row) >= len(self.table.header)]
        return ((question.company, question.domain) for question in self.make(rows) if question.company)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        return (pair for block in self._all_blocks() for pair in self.pairs(block))

    def again(self) -> "io.BufferedReader[Any]":
        """Return the file from where the list starts, for a pass beside the one that is under way."""
        return io.BufferedReader(_FromStart(self.stream.fileno(), self._start))

    def _all_blocks(self) -> Iterator[Block]:
        """Return all rows, by a pass of its own."""
        return open_table(self.again(), self._ask).blocks


def open_list(options: ListOptions, notify: Callable[[str], None]) -> OpenList:
    """Open the list that the options name, and read its header; `notify` takes notices in full sentences.

    Misuse is a `UsageError`: no header that is recognised, the output is the input, `--resume` without files.
    """
    stream = open_file(options.source)
    refuse_same_file(stream, options.output)
    opened = OpenList(_spool(stream) if options.learn_from_list else stream, options, notify)
    if options.resume and not (options.output and opened.is_file):
        raise UsageError("--resume needs files for input and output: -i FILE -o FILE.")
    return opened


class _FromStart(io.RawIOBase):
    """A file read from a position without moving the one of its descriptor."""

    def __init__(self, descriptor: int, position: int) -> None:
        self._descriptor, self._position = descriptor, position

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read on."""
        data = os.pread(self._descriptor, len(buffer), self._position)
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)


def _has_site(table: Table) -> bool:
    columns = table.columns
    return {columns.domain, columns.website, columns.url, columns.email} != {None}


def _spool(stream: io.BufferedReader) -> io.BufferedReader:
    """Return the stream as a file that can be read twice: a pipe is copied to one that has no name."""
    if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        return stream
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        return io.BufferedReader(io.FileIO(os.dup(copy.fileno())))
