"""A list's input: its header, and the pass over its rows before the one that answers them."""

import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import Any

from guessmail.cli.guess_options import GuessOptions
from guessmail.companies.known import Companies
from guessmail.domains.company_name import fold_company, strip_legal_form
from guessmail.domains.question import Question
from guessmail.errors import BrokenFileError, UsageError
from guessmail.mailboxes import Mailbox
from guessmail.samples.entries import Reason, Rejected
from guessmail.samples.lists import entries_in
from guessmail.tables import Block, Kind, TableKind, open_table
from guessmail.tables.headers import NAMES, PEOPLE, SITES
from guessmail.tables.outputs import refuse_same_file
from guessmail.tables.questions import RowReader
from guessmail.text.streams import has_more, is_file, open_file, seekable

_UNUSED = (
    "Addresses in the list's rows are not used as known addresses: a pipe is read once, and its rows are answered"
    " as they come. To read all of it first: --learn-from-list."
)


class OpenList:
    """An opened list: its header is read, its rows are not."""

    def __init__(
        self, stream: io.BufferedReader, options: GuessOptions, notify: Callable[[str], None]
    ) -> None:
        self.stream, self.options = stream, options
        self._learns = options.lists.learn_from_list
        rules = NAMES if options.default_domain else PEOPLE
        if options.rate is not None or self._learns:
            rules = replace(rules, needs=(*rules.needs, (Kind.EMAIL,)))
        lists = options.lists
        self._rules = rules.said(lists.map, lists.encoding, header=not lists.no_header)
        self.is_file = is_file(stream)
        self._start = stream.tell() if self.is_file else 0
        self.table = open_table(stream, self._rules, notify)
        self.reader = RowReader(self.table.columns, self.table.header)

    @property
    def size(self) -> int:
        """The bytes of a file, 0 where they are not known."""
        return os.fstat(self.stream.fileno()).st_size if self.is_file else 0

    def is_waiting(self) -> bool:
        """Return whether the next rows may take a while: a pipe that has nothing to read now."""
        return not has_more(self.stream)

    def questions(self, rows: Sequence[list[str]]) -> list[Question]:
        """Return the questions of rows as wide as the header; those without a domain and company get the command line's."""
        found = self.reader.questions(rows)
        default = self.options.default_domain
        if not default:
            return found
        return [one if one.domain or one.company else one._replace(domain=default) for one in found]

    def study(self, companies: Companies, notify: Callable[[str], None]) -> list[Mailbox | Rejected]:
        """Read a file once before it is answered: return the rows' own addresses, and learn companies' domains from rows that have both.

        Of a pipe that is not to be spooled, `notify` gets that its addresses are not used, as soon as one comes;
        `run_list` learns its companies as it goes.
        """
        columns = self.table.columns
        wants_addresses = self._learns is not False and columns.has(Kind.EMAIL)
        wants_companies = columns.has(Kind.COMPANY) and columns.has(*SITES, Kind.EMAIL)
        if not self.is_file:
            if wants_addresses:
                self.table.blocks = _watched(self.table.blocks, columns.of(Kind.EMAIL), notify)
            return []
        wants_addresses = wants_addresses and self._may_have_addresses()
        if not wants_addresses and not wants_companies:
            return []
        found: list[Mailbox | Rejected] = []
        wanted: set[str] = set()
        with suppress(BrokenFileError):  # which the pass that answers the rows reports
            for place, row in self._rows():
                if wants_addresses:
                    found += [one for one in entries_in(self.reader, [(place, row)]) if _is_told(one)]
                if wants_companies:
                    wanted |= set(self._unknown(row, companies))
            if wanted:
                companies.learn(self._known(wanted))
        return found

    def _unknown(self, row: list[str], companies: Companies) -> Iterator[str]:
        """Yield the names that the domain of a row's company may be known under, where the row lacks it."""
        company = self.reader.company(row)
        if company and not self.reader.domain(row) and not companies.lookup(company):
            name = fold_company(company)
            yield from (name, strip_legal_form(name))

    def _known(self, wanted: set[str]) -> Iterator[tuple[str, str]]:
        for _, row in self._rows():
            company = self.reader.company(row)
            if strip_legal_form(fold_company(company)) in wanted and (domain := self.reader.domain(row)):
                yield company, domain

    def _rows(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the rows that are not too short, in a pass of their own, each with its place."""
        name = PurePath(source).name if (source := self.options.lists.source or "-") != "-" else "the list"
        number, width = 0, len(self.table.header)
        for block in open_table(self.again(), self._rules).blocks:
            for row in block.rows:
                if len(row) >= width:
                    number += 1
                    yield f"{name}, row {number}", row

    def _may_have_addresses(self) -> bool:
        """Return whether a look at the bytes finds an @, or cannot know."""
        chunks = iter(partial(self.again().read, 1 << 20), b"")
        return self.table.kind is TableKind.XLSX or any(b"@" in chunk for chunk in chunks)

    def pairs(self, block: Block) -> list[tuple[str, str]]:
        """Return the company and the domain of each row that has both."""
        rows = [row for row in block.rows if len(row) >= len(self.table.header)]
        found = ((self.reader.company(row), self.reader.domain(row)) for row in rows)
        return [(company, domain) for company, domain in found if company and domain]

    def again(self) -> "io.BufferedReader[Any]":
        """Return the file from where the list starts, for a pass beside the one that is under way."""
        return io.BufferedReader(_FromStart(self.stream.fileno(), self._start))


def _is_told(one: Mailbox | Rejected) -> bool:
    """Return whether a row's address, or what is wrong with it, is worth saying: an empty cell is not."""
    return isinstance(one, Mailbox) or one.reason is not Reason.NO_ADDRESS


def open_list(options: GuessOptions, notify: Callable[[str], None]) -> OpenList:
    """Open the list that the options name, and read its header; `notify` takes notices in full sentences.

    Misuse is a `UsageError`: no header that is recognised, the output is the input, `--resume` without files.
    """
    stream = open_file(options.lists.source or "-")
    refuse_same_file(stream, options.output)
    opened = OpenList(seekable(stream) if options.lists.learn_from_list else stream, options, notify)
    if options.lists.resume and not (options.output and opened.is_file):
        raise UsageError("--resume needs files for input and output: -i FILE -o FILE.")
    return opened


class _FromStart(io.RawIOBase):
    """A file read from a position without moving the one of its descriptor."""

    def __init__(self, descriptor: int, position: int) -> None:
        self._descriptor, self._position = descriptor, position

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        place = os.lseek(self._descriptor, 0, os.SEEK_CUR)
        os.lseek(self._descriptor, self._position, os.SEEK_SET)
        data = os.read(self._descriptor, len(buffer))
        os.lseek(self._descriptor, place, os.SEEK_SET)
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)


def _watched(
    blocks: Iterator[Block], columns: Sequence[int], notify: Callable[[str], None]
) -> Iterator[Block]:
    """Pass the blocks on; `notify` gets that addresses in some columns are not used once one comes."""
    for block in blocks:
        if any("@" in "".join(row[at : at + 1]) for row in block.rows for at in columns):
            notify(_UNUSED)
            yield block
            break
        yield block
    yield from blocks
