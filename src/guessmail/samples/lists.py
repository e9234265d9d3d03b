"""Lists of people, as `guessmail.lists` opens them: the addresses in their rows."""

from collections.abc import Iterable, Iterator
from io import BufferedReader

from guessmail.errors import BrokenFileError, UsageError
from guessmail.lists import Kind, Table, TableKind, open_table
from guessmail.lists.cells import is_empty
from guessmail.lists.headers import ADDRESSES, ColumnRules
from guessmail.lists.questions import Row, RowReader
from guessmail.mailboxes import has_address
from guessmail.samples.entries import Entries, Rejected, RejectionReason


def open_samples_table(stream: BufferedReader, rules: ColumnRules = ADDRESSES) -> Table | None:
    """Open a table with addresses; None, at the start again, for a text that is none. JSON and workbooks must be one."""
    start = stream.tell()
    try:
        table = open_table(stream, rules)
    except UsageError as error:
        stream.seek(start)
        if stream.read(2).startswith((b"PK", b"{", b"[")):
            raise BrokenFileError(str(error)) from error
        stream.seek(start)
        return None
    if table.kind is TableKind.CSV and any(map(has_address, table.before.texts)):
        stream.seek(start)
        return None
    return table


def read_table(table: Table) -> Entries:
    """Yield the addresses and the name of each row."""
    return entries_in(RowReader(table.columns, table.header), table.numbered_rows())


def entries_in(reader: RowReader, rows: Iterable[tuple[str, Row]]) -> Entries:
    """Yield the addresses in rows as wide as their header, each with its place."""
    for place, row in rows:
        found = reader.addresses(row)
        if found:
            person = reader.person(row)
            yield from (each._replace(name=person or each.name, place=place) for each in found)
        else:
            yield from _rejected(reader, row, place)


def _rejected(reader: RowReader, row: Row, place: str) -> Iterator[Rejected]:
    cells = [row[at].strip() for at in reader.columns.of(Kind.EMAIL)]
    if reader.calls_invalid(row) and any("@" in cell for cell in cells):
        yield Rejected(RejectionReason.CALLED_INVALID, place)
    elif any(cell and "@" in cell for cell in cells):
        yield Rejected(RejectionReason.MASKED, place)
    elif all(is_empty(cell) for cell in cells):
        yield Rejected(RejectionReason.NO_ADDRESS, place)
    else:
        yield Rejected(RejectionReason.INVALID, place)
