"""A list of people: its header, its questions, and the pass over its rows before the one that answers them."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from guessmail.companies.known import Companies
from guessmail.domains.company_name import fold_company, strip_legal_form
from guessmail.domains.question import Question
from guessmail.errors import BrokenFileError
from guessmail.lists import Block, ColumnRules, Kind, TableKind, open_table
from guessmail.lists.headers import SITES
from guessmail.lists.questions import RowReader
from guessmail.mailboxes import Mailbox
from guessmail.samples.entries import Rejected, RejectionReason
from guessmail.samples.lists import entries_in
from guessmail.text.streams import Span, is_file

_UNUSED = (
    "Addresses in the list's rows are not used as known addresses: a pipe is read once, and its rows are answered"
    " as they come. To read all of it first: --learn-from-list."
)


class PeopleList:
    """An opened list: its header is read, its rows are not. Rows without a domain and company get the `default` domain."""

    def __init__(
        self, stream: io.BufferedReader, rules: ColumnRules, notify: Callable[[str], None], default: str = ""
    ) -> None:
        self.stream, self._rules, self._default = stream, rules, default
        self.is_file = is_file(stream)
        self._start = stream.tell() if self.is_file else 0
        self.table = open_table(stream, rules, notify)
        self.reader = RowReader(self.table.columns, self.table.header)

    def questions(self, rows: Sequence[list[str]]) -> list[Question]:
        """Return the questions of rows as wide as the header."""
        found = self.reader.questions(rows)
        if not self._default:
            return found
        return [one if one.domain or one.company else one._replace(domain=self._default) for one in found]

    def study(
        self, name: str, companies: Companies, notify: Callable[[str], None], *, learns: bool
    ) -> list[Mailbox | Rejected]:
        """Read a file once before it is answered: return the rows' own addresses, and learn companies' domains from rows that have both.

        Addresses are read if the run `learns` from them; the `name` is that of the file in their places. Of a pipe,
        `notify` gets that its addresses are not used, as soon as one comes.
        """
        columns = self.table.columns
        wants_addresses = learns and columns.has(Kind.EMAIL)
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
            for number, row in enumerate(self._rows(), 1):
                if wants_addresses:
                    found += filter(_is_told, entries_in(self.reader, [(f"{name}, row {number}", row)]))
                company = self.reader.company(row) if wants_companies else ""
                if company and not self.reader.domain(row) and not companies.lookup(company):
                    wanted |= {fold_company(company), strip_legal_form(fold_company(company))}
            if wanted:
                pairs = self.pairs(self._rows())
                companies.learn(one for one in pairs if strip_legal_form(fold_company(one[0])) in wanted)
        return found

    def _rows(self) -> Iterator[list[str]]:
        """Yield the rows that are not too short, in a pass of their own."""
        width = len(self.table.header)
        for block in open_table(self.again(), self._rules).blocks:
            yield from (row for row in block.rows if len(row) >= width)

    def _may_have_addresses(self) -> bool:
        """Return whether a look at the bytes finds an @, or cannot know."""
        chunks = iter(partial(self.again().read, 1 << 20), b"")
        return self.table.kind is TableKind.XLSX or any(b"@" in chunk for chunk in chunks)

    def pairs(self, rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
        """Yield the company and the domain of each row that has both, and is as wide as the header."""
        whole = (row for row in rows if len(row) >= len(self.table.header))
        found = ((self.reader.company(row), self.reader.domain(row)) for row in whole)
        return (pair for pair in found if all(pair))

    def again(self) -> "io.BufferedReader[Any]":
        """Return the file from where the list starts, for a pass beside the one that is under way."""
        return io.BufferedReader(Span(self.stream.fileno(), self._start))


def _is_told(one: Mailbox | Rejected) -> bool:
    """Return whether a row's address, or what is wrong with it, is worth saying: an empty cell is not."""
    return isinstance(one, Mailbox) or one.reason is not RejectionReason.NO_ADDRESS


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
