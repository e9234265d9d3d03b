"""Entries of sources, which are mailboxes as written, or rejections; the entries of tables; the samples among entries."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from io import BufferedReader
from typing import NamedTuple

from guessmail.addresses import address_of, name_of
from guessmail.data.mailbox_providers import MAILBOX_PROVIDERS
from guessmail.data.roles import NO_REPLY, NO_REPLY_DOMAIN, ROLES
from guessmail.errors import BrokenFileError, Problem, UsageError
from guessmail.lists import Kind, Table, TableKind, open_table
from guessmail.lists.cells import is_empty
from guessmail.lists.decoding import recognise
from guessmail.lists.headers import ADDRESSES, ColumnRules, find_columns
from guessmail.lists.opening import ALIGNED
from guessmail.lists.opted_out import OptOutColumns
from guessmail.lists.questions import Row, RowReader
from guessmail.mailboxes import Mailbox, has_address
from guessmail.names import read_name
from guessmail.samples import Sample
from guessmail.text import counted, split_address

_NO_REPLY, _NO_REPLY_DOMAIN = map(re.compile, (NO_REPLY, NO_REPLY_DOMAIN))


class RejectionReason(Enum):
    """Why an entry is no sample: the words for one such entry, and for several."""

    # fmt: off
    ROLE = "role address", "role addresses"
    NO_REPLY = "automated sender (noreply and the like)", "automated senders (noreply and the like)"
    PROVIDER = "address at a mailbox provider", "addresses at mailbox providers"
    DUPLICATE = "duplicate", "duplicates"
    INVALID = "invalid address", "invalid addresses"
    CALLED_INVALID = "address that the list calls invalid", "addresses that the list calls invalid"
    GUESS = "address that the list calls a guess", "addresses that the list calls guesses"
    MASKED = "masked address", "masked addresses"
    UNREAD_NAME = "name that cannot be read (its address is used without it)", "names that cannot be read (their addresses are used without them)"
    TWO_NAMES = "row that names two people (its address is used without a name)", "rows that name two people (their addresses are used without a name)"
    NO_ADDRESS = "entry without an address", "entries without an address"
    UNREADABLE = "unreadable entry", "unreadable entries"
    OPTED_OUT = "person who opted out, as the list says", "people who opted out, as the list says"
    SUPPRESSED = "address on your do-not-contact list", "addresses on your do-not-contact list"
    NO_PROOF = "report that does not say whether the address exists", "reports that do not say whether the address exists"
    OTHER_OUTCOME = "report of the opposite outcome", "reports of the opposite outcome"
    # fmt: on

    def summary(self, count: int) -> str:
        """Return the fate of a number of entries: `skipped: 2 role addresses`, `1 known address is listed twice`."""
        if self is RejectionReason.DUPLICATE:
            return counted(count, "known address is listed twice", "known addresses are listed twice")
        return f"skipped: {counted(count, *self.value)}"


class Rejected(NamedTuple):
    """An entry that is no sample, with its place."""

    reason: RejectionReason
    place: str = ""


Entries = Iterator[Mailbox | Rejected]
"""The result of a reader, lazy."""


def open_samples_table(stream: BufferedReader, rules: ColumnRules = ADDRESSES) -> Table | None:
    """Return the table in a stream; None, at its start again, for other text; `BrokenFileError` for JSON and workbooks without one."""
    start = stream.tell()
    try:
        table = open_table(stream, rules)
        if not any(map(has_address, table.head.texts[:-1])):
            return table
    except UsageError as error:
        stream.seek(start)
        if recognise(stream.read(64)).kind is not TableKind.TEXT:
            raise BrokenFileError(str(error)) from error
        stream.seek(start)
        titles = re.split(" {2,}", stream.readline(1 << 12).decode(errors="replace"))
        said = OptOutColumns(titles if len(titles) > 1 else []).answers(["yes"] * len(titles))
        if any(value is not None for _, _, value in said):  # each line would count, whatever its column says
            raise UsageError(ALIGNED) from error
    stream.seek(start)
    return None


def entries_in(reader: RowReader, rows: Iterable[tuple[str, Row]]) -> Entries:
    """Yield the entries in rows; another header, as wide as its own rows, may stand behind an empty row or one of a single cell."""
    is_apart, width = False, 0
    for place, cells in rows:
        row, filled = [*cells, *[""] * (width - len(cells))], sum(map(bool, cells))
        header = find_columns(row, ADDRESSES) if is_apart and filled > 1 else None
        is_apart = filled < 2
        if header:
            reader, width = RowReader(header, row), len(row)
        elif not filled:
            continue
        elif reader.opt_outs.opted_out_by(row):
            yield Rejected(RejectionReason.OPTED_OUT, place)
        elif (found := reader.addresses(row)) and not reader.calls_guess(row):
            person = reader.person(row)
            if reader.columns.has_two_people:
                yield Rejected(RejectionReason.TWO_NAMES, place)
            yield from (mailbox._replace(name=person or mailbox.name, place=place) for mailbox in found)
        else:
            yield Rejected(_fault_of(reader, row), place)


def _fault_of(reader: RowReader, row: Row) -> RejectionReason:
    cells = [row[at].strip() for at in reader.columns.of(Kind.EMAIL)]
    if any("@" in cell for cell in cells):
        if reader.calls_invalid(row):
            return RejectionReason.CALLED_INVALID
        return RejectionReason.GUESS if reader.calls_guess(row) else RejectionReason.MASKED
    if any("@" in row[at] for at in reader.columns.of(Kind.GUESS)):
        return RejectionReason.GUESS
    return RejectionReason.NO_ADDRESS if all(map(is_empty, cells)) else RejectionReason.INVALID


def accept_samples(entries: Iterable[Mailbox | Rejected]) -> Iterator[Sample | Rejected]:
    """Yield a sample for each person's address at a company, once; a rejection for each other entry, and before one with an unreadable name."""
    seen: set[int] = set()  # of hashes: a million addresses in 60 MB
    for entry in entries:
        if isinstance(entry, Rejected):
            yield entry
            continue
        address, name = address_of(entry.address), name_of(entry.name)
        local, domain = split_address(address.lower())
        key = hash((local, domain, name))
        reason: RejectionReason | None = None
        if not address:
            reason = RejectionReason.INVALID if entry.address.strip() else RejectionReason.NO_ADDRESS
        elif key in seen:
            reason = RejectionReason.DUPLICATE
        elif _NO_REPLY.fullmatch(local) or _NO_REPLY_DOMAIN.search(domain):
            reason = RejectionReason.NO_REPLY
        elif local.partition("+")[0] in ROLES:
            reason = RejectionReason.ROLE
        elif domain in MAILBOX_PROVIDERS:
            reason = RejectionReason.PROVIDER
        seen.add(key)
        if reason is None and name and isinstance(read_name(name), Problem):
            yield Rejected(RejectionReason.UNREAD_NAME, entry.place)
        yield Rejected(reason, entry.place) if reason else Sample(address, name, entry.place)
