"""Files of opt-outs, for `suppress import`: the people whom each place in them names, and a report."""

from collections.abc import Iterable, Iterator
from io import BufferedReader

from guessmail.addresses import address_of, name_of
from guessmail.cli.output import listed
from guessmail.lists import TableKind
from guessmail.lists.headers import DO_NOT_CONTACT
from guessmail.names import Name, read_name
from guessmail.samples.entries import Rejected
from guessmail.samples.lists import open_samples_table
from guessmail.samples.sources import READERS, read_entries, start_of
from guessmail.samples.texts import lines
from guessmail.store.opt_out_rows import RowReader
from guessmail.store.opt_outs import OptOut, OptOuts, Sorted, opt_outs_of, read_opt_outs
from guessmail.text import counted

_LONGEST = 60
_NOBODY = OptOuts(leftover=("",))


def read_opt_out_file(stream: BufferedReader) -> Iterator[tuple[str, OptOuts]]:
    """Yield whom each place in a file names that is not empty."""
    if start_of(stream).kind in READERS:
        yield from _people(stream)
        return
    table = open_samples_table(stream, DO_NOT_CONTACT)
    if table and table.kind is not TableKind.EMPTY:
        reader = RowReader(table.header)
        for place, cells in table.numbered_rows():
            found = reader.read(cells)
            yield place, found if found.named or found.is_declined else found._replace(leftover=("",))
        return
    for number, line in enumerate(lines(stream), 1):
        if line.strip():
            yield f"line {number}", read_opt_outs(line)


def _people(stream: BufferedReader) -> Iterator[tuple[str, OptOuts]]:
    for number, item in enumerate(read_entries(stream, "The file")[1], 1):
        address = "" if isinstance(item, Rejected) else address_of(item.address)
        found = Sorted()
        if address and not isinstance(item, Rejected):
            name = read_name(name_of(item.name))
            found.addresses[address] = None
            found.names += [name] if isinstance(name, Name) else []
        yield item.place or f"entry {number}", opt_outs_of(found) if address else _NOBODY


class ImportReport:
    """Notices and faults of an import, collected while its entries are read."""

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
        """Yield the entries that were not understood."""
        if self._unread:
            yield (
                f"{len(self._unread)} of the entries could not be read and suppress nobody: "
                f"{listed(self._unread)}. Each needs an address, a domain, or a name and a domain."
            )
        if self._leftover:
            yield f"Added, but not all that stands there was understood: {listed(self._leftover)}."


def quoted(texts: Iterable[str]) -> str:
    """Return texts that were left over, for a message."""
    return ", ".join(repr(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…") for text in texts)
