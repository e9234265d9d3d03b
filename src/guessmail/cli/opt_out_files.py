"""Files of opt-outs, for `suppress import`: whom each place in them names, and what to say of it."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from guessmail.errors import BrokenFileError
from guessmail.names import Name, read_name
from guessmail.samples.decoding import lines
from guessmail.samples.detect import SourceKind, detect, titles_in
from guessmail.samples.found import Rejected
from guessmail.samples.judging import address_of, name_of
from guessmail.samples.reading import peek, read_found
from guessmail.samples.rows import records
from guessmail.store.opt_out_rows import RowReader
from guessmail.store.opt_outs import OptOut, OptOuts, Sorted, opt_outs_of, read_opt_outs
from guessmail.tables import Ask
from guessmail.text import counted

SHOWN = 10
"""Places, or domains, that a message names."""
_LONGEST = 60
_NOBODY = OptOuts(leftover=("",))


def read_opt_out_file(stream: BinaryIO) -> Iterator[tuple[str, OptOuts]]:
    """Yield whom each place in a file names that is not empty."""
    head = peek(stream)
    kind = detect(head)
    if kind in {SourceKind.VCARD, SourceKind.MBOX, SourceKind.EML}:
        yield from _people(kind, stream)
    elif kind is SourceKind.XLSX:
        yield from _read_rows(_workbook_rows(stream), "row")
    elif RowReader(titles_in(head)).is_table:
        yield from _read_rows(records(stream), "line")
    else:
        for number, line in enumerate(lines(stream), 1):
            if line.strip():
                yield f"line {number}", read_opt_outs(line)


def _people(kind: SourceKind, stream: BinaryIO) -> Iterator[tuple[str, OptOuts]]:
    for number, item in enumerate(read_found(kind, stream), 1):
        address = "" if isinstance(item, Rejected) else address_of(item.address)
        found = Sorted()
        if address and not isinstance(item, Rejected):
            name = read_name(name_of(item.name))
            found.addresses[address] = None
            found.names += [name] if isinstance(name, Name) else []
        yield item.place or f"entry {number}", opt_outs_of(found) if address else _NOBODY


def _read_rows(rows: Iterator[tuple[int, list[str]]], place: str) -> Iterator[tuple[str, OptOuts]]:
    """Yield whom the rows of a table name; the first is the header."""
    reader = RowReader(next(rows, (1, []))[1])
    if not reader.is_table:
        raise BrokenFileError("No column holds addresses or domains; name one `email`.")
    for number, cells in rows:
        if any(map(str.strip, cells)):
            found = reader.read(cells)
            yield (
                f"{place} {number}",
                found if found.named or found.is_declined else found._replace(leftover=("",)),
            )


def _workbook_rows(stream: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    from guessmail.tables.workbooks import open_workbook

    table = open_workbook(stream, Ask(person=False))
    number = len(table.before.rows) + 1
    yield number, list(table.header)
    for block in table.blocks:
        for cells in block.rows:
            number += 1
            yield number, list(cells)


class Told:
    """What to say of an import beside the number of entries."""

    def __init__(self) -> None:
        self.domains: list[OptOut] = []
        """The domains that are suppressed as a whole."""
        self._unread: list[str] = []
        self._leftover: list[str] = []
        self._declined = self._remarks = self._names_alone = 0

    def taken(self, places: Iterable[tuple[str, OptOuts]]) -> Iterator[OptOut]:
        """Yield whom the places name."""
        for place, found in places:
            self._declined += found.is_declined
            self._remarks += found.has_remark
            self._names_alone += sum(one.is_name_alone for one in found.named)
            self.domains += [one for one in found.named if not (one.address or one.person)]
            if not found.named and found.leftover:
                self._unread.append(place)
            elif found.leftover:
                self._leftover.append(f"{place} ({quoted(found.leftover)})")
            yield from found.named

    def notices(self) -> Iterator[str]:
        """Yield what became of the places."""
        if self._declined:
            said = counted(self._declined, "row says that it is", "rows say that they are")
            yield f"{said} not unsubscribed: left out."
        if self._remarks:
            what = counted(self._remarks, "entry", "entries")
            yield f"Dates, remarks and single names beside {what} were understood, and are not kept."
        if self._names_alone:
            what = counted(self._names_alone, "name alone suppresses", "names alone suppress")
            yield f"{what} everybody there who has it."
        if self.domains:
            yield f"{counted(len(self.domains), 'domain is', 'domains are')} suppressed as a whole."

    def faults(self) -> Iterator[str]:
        """Yield what was not understood."""
        if self._unread:
            yield (
                f"{len(self._unread)} of the entries could not be read and suppress nobody: "
                f"{_listed(self._unread)}. Each needs an address, a domain, or a name and a domain."
            )
        if self._leftover:
            yield f"Added, but not all that stands there was understood: {_listed(self._leftover)}."


def _listed(places: list[str]) -> str:
    return ", ".join([*places[:SHOWN], *["…"] * (len(places) > SHOWN)])


def quoted(texts: Iterable[str]) -> str:
    """Return what was left over, for a message."""
    return ", ".join(repr(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…") for text in texts)
