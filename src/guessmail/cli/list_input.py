"""A list's input: its header, and the passes over its rows before the one that answers them."""

import io
import os
import select
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import PurePath
from typing import Any

from guessmail.cli.guess_options import GuessOptions
from guessmail.domains import is_mailbox_provider
from guessmail.domains.companies import Companies
from guessmail.domains.company_name import fold_company, strip_legal_form
from guessmail.errors import BrokenFileError, UsageError
from guessmail.samples.found import Found
from guessmail.samples.lists import found_in
from guessmail.tables import Ask, Block, Kind, Table, TableKind, open_table
from guessmail.tables.outputs import refuse_same_file
from guessmail.tables.questions import QuestionMaker, question_maker
from guessmail.text.streams import open_file

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
        needs = (Kind.EMAIL,) if options.rate is not None or self._learns else ()
        self._ask = Ask(options.lists.map, options.lists.encoding, needs, header=not options.lists.no_header)
        self._start = stream.tell() if self.is_file else 0
        self.table = open_table(stream, self._ask, notify)
        self.make: QuestionMaker = question_maker(self.table.columns, is_mailbox_provider)

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
        """Return whether the next rows may take a while: a pipe that has nothing to read now."""
        if self.is_file:
            return False
        try:
            return not select.select([self.stream], [], [], 0)[0]
        except (OSError, ValueError):  # Windows selects sockets only
            return True

    def addresses(self, notify: Callable[[str], None]) -> Iterator[Found]:
        """Yield the rows' own addresses, in a pass of its own, where the options or the kind of list say so.

        Of a pipe that is not to be spooled, `notify` gets that its addresses are not used, as soon as one comes.
        """
        if self._learns is False or self.table.columns.email is None:
            return
        if not self.is_file:
            self.table.blocks = _watched(self.table.blocks, self.table.columns.email, notify)
        elif self._may_have_addresses():
            with suppress(BrokenFileError):  # which the pass that answers the rows reports
                yield from self._found()

    def _found(self) -> Iterator[Found]:
        name = PurePath(source).name if (source := self.options.lists.source or "-") != "-" else "the list"
        number = 0
        for block in self._all_blocks():
            rows = [row for row in block.rows if len(row) >= len(self.table.header)]
            found = found_in(rows, self.table.columns, self.make, f"{name}, row", number)
            yield from (one for one in found if isinstance(one, Found) and "@" in one.address)
            number += len(rows)

    def _may_have_addresses(self) -> bool:
        """Return whether a look at the bytes finds an @, or cannot know."""
        chunks = iter(partial(self.again().read, 1 << 20), b"")
        return self.table.kind is TableKind.XLSX or any(b"@" in chunk for chunk in chunks)

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
        """Yield each row's company and domain, the latter empty where the row has none."""
        rows = [row for row in block.rows if len(row) >= len(self.table.header)]
        return ((question.company, question.domain) for question in self.make(rows) if question.company)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        return (pair for block in self._all_blocks() for pair in self.pairs(block))

    def again(self) -> "io.BufferedReader[Any]":
        """Return the file from where the list starts, for a pass beside the one that is under way."""
        return io.BufferedReader(_FromStart(self.stream.fileno(), self._start))

    def _all_blocks(self) -> Iterator[Block]:
        return open_table(self.again(), self._ask).blocks


def open_list(options: GuessOptions, notify: Callable[[str], None]) -> OpenList:
    """Open the list that the options name, and read its header; `notify` takes notices in full sentences.

    Misuse is a `UsageError`: no header that is recognised, the output is the input, `--resume` without files.
    """
    stream = open_file(options.lists.source or "-")
    refuse_same_file(stream, options.output)
    opened = OpenList(_spool(stream) if options.lists.learn_from_list else stream, options, notify)
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


def _watched(blocks: Iterator[Block], column: int, notify: Callable[[str], None]) -> Iterator[Block]:
    """Pass the blocks on; `notify` gets that addresses in a column are not used once one comes."""
    for block in blocks:
        if any("@" in "".join(row[column : column + 1]) for row in block.rows):
            notify(_UNUSED)
            yield block
            break
        yield block
    yield from blocks


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
