"""From rows to questions: of each row the name, the company's site by the order of trust, and the addresses."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from guessmail.addresses import address_of, is_masked
from guessmail.data.columns import fold_title
from guessmail.domains import is_mailbox_provider, read_domain, registrable
from guessmail.domains.question import Question, questions_of
from guessmail.mailboxes import Mailbox, mailboxes
from guessmail.tables.cells import (
    SEVERAL,
    company_in,
    decoded,
    domain_in,
    domain_of_address,
    infix_in,
    is_empty,
    is_readable,
    name_in,
    site_in,
)
from guessmail.tables.headers import PERSON, Columns, Kind
from guessmail.tables.statuses import is_called_invalid
from guessmail.text import counted

Row = Sequence[str]
_READERS = ((Kind.DOMAIN, domain_in), (Kind.WEBSITE, site_in), (Kind.URL, site_in))
"""The columns of sites in the order of trust, and how their cells are read."""
_PLACES = (Kind.COUNTRY, Kind.STATE, Kind.PHONE)


class RowReader:
    """Reads rows, each at least as wide as the header, of a list with these columns.

    Of several columns the first with a usable cell counts; addresses at mailbox providers say nothing about the company.
    """

    def __init__(self, columns: Columns, header: Sequence[str] = ()) -> None:
        self.columns = columns
        self.contradictions = 0
        """Rows in which two usable cells name different companies, of those whose domain was read."""
        self._sites = [(itemgetter(at), read) for kind, read in _READERS for at in columns.of(kind)]
        self._emails = [itemgetter(at) for at in columns.of(Kind.EMAIL)]
        self._companies = [itemgetter(at) for at in columns.of(Kind.COMPANY)]
        self._statuses = [(header[at] if header else "", itemgetter(at)) for at in columns.of(Kind.STATUS)]
        self._places = {kind: at[0] for kind in _PLACES if (at := columns.of(kind))}
        self._kinds = [kind for kind in (*PERSON, Kind.MIDDLE, Kind.INFIX, Kind.SECOND) if columns.of(kind)]
        self._may_contradict = len(self._sites) + len(self._emails) > 1 or len(self._companies) > 1

    def questions(self, rows: Sequence[Row]) -> list[Question]:
        """Return the rows' questions."""
        if self._may_contradict:
            self.contradictions += sum(map(self._contradicts, rows))
        fields: dict[str, Iterable[str]] = {"domain": map(self.domain, rows)}
        if self._companies:
            fields["company"] = map(self.company, rows)
        if self._emails:
            fields["email"] = map(self._address, rows)
        fields |= {kind: map(itemgetter(at), rows) for kind, at in self._places.items()}
        return questions_of(fields | self._names(rows))

    def person(self, row: Row) -> str:
        """Return the whole name in a row; empty where it has none."""
        name = questions_of(self._names([row]))[0]
        parts = (name.given, name.middle, name.family)
        return name.name if not (name.given or name.family) else " ".join(filter(None, parts))

    def addresses(self, row: Row) -> list[Mailbox]:
        """Return the addresses in a row's cells, with the names beside them; without those that it calls invalid."""
        if self.calls_invalid(row):
            return []
        return [
            one
            for cell in self._emails
            for one in addresses_in(cell(row))
            if not is_masked(one.address.rpartition("@")[0])
        ]

    def calls_invalid(self, row: Row) -> bool:
        """Return whether a row says that its address does not exist."""
        return any(is_called_invalid(title, cell(row)) for title, cell in self._statuses)

    def notices(self) -> list[str]:
        """Return a sentence about the rows whose cells contradict each other, if there were any."""
        if not self.contradictions:
            return []
        count = counted(self.contradictions, "row has", "rows have")
        return [
            f"{count} cells that name different companies; the first counts, in the order domain, website, e-mail, company."
        ]

    def _names(self, rows: Sequence[Row]) -> dict[str, Iterable[str]]:
        columns = self.columns
        if self._kinds == [Kind.NAME] and len(columns.of(Kind.NAME)) == 1:
            return {"name": map(name_in, map(itemgetter(columns.of(Kind.NAME)[0]), rows))}
        if self._kinds == [Kind.GIVEN, Kind.FAMILY] and all(
            len(columns.of(kind)) == 1 for kind in self._kinds
        ):
            return {kind: map(name_in, map(itemgetter(columns.of(kind)[0]), rows)) for kind in self._kinds}
        names = zip(*map(self.parts, rows), strict=True)
        return dict(zip(("name", "given", "middle", "family"), names, strict=False))

    def parts(self, row: Row) -> tuple[str, str, str, str]:
        """Return the name in a row, and its given, middle and family part as far as columns say them."""
        columns = self.columns
        cells = {kind: self._first(columns.of(kind), row) for kind in self._kinds}
        given, family, name = (cells.get(kind, "") for kind in (Kind.GIVEN, Kind.FAMILY, Kind.NAME))
        if name and not (given and family) and (given or family):
            is_plain = not columns.plain.isdisjoint(columns.of(Kind.NAME))
            if not is_plain or _has_all_words(name, given or family):
                given = family = ""  # the full name
            elif given:
                family, name = name, ""
            else:
                given, name = name, ""
        if family:
            infix = infix_in(cells.get(Kind.INFIX, ""))
            is_there = fold_title(family).startswith(fold_title(infix))
            family = " ".join(filter(None, ("" if is_there else infix, family, cells.get(Kind.SECOND, ""))))
        middle = cells.get(Kind.MIDDLE, "")
        if given and middle and (fold_title(middle) in (fold_title(given), fold_title(family))):
            middle = ""
        return name, given, middle, family

    @staticmethod
    def _first(places: Sequence[int], row: Row) -> str:
        return next((name for at in places if (name := name_in(row[at]).strip())), "")

    def company(self, row: Row) -> str:
        """Return the company of the first cell that names one."""
        return next((name for cell in self._companies if (name := company_in(cell(row)))), "")

    def _address(self, row: Row) -> str:
        """Return the address that a row's person is said to have: the first at no mailbox provider, else the first."""
        found = self.addresses(row)
        own = (
            one.address for one in found if not is_mailbox_provider(one.address.rpartition("@")[2].lower())
        )
        return next(own, found[0].address if found else "")

    def domain(self, row: Row) -> str:
        """Return the site of the first usable cell in the order of trust: a domain, or a site as it is typed."""
        unread = ""
        for cell, read in self._sites:
            if site := read(cell(row)):
                if len(self._sites) + len(self._emails) == 1 or is_readable(site):
                    return site
                unread = unread or site
        return next((domain for cell in self._emails for domain in _domains_of(cell(row))), unread)

    def _contradicts(self, row: Row) -> bool:
        """Return whether a row's cells name different companies."""
        sites = [site for cell, read in self._sites if (site := read(cell(row))) and is_readable(site)]
        names = [*sites, *(domain for cell in self._emails for domain in _domains_of(cell(row)))]
        if len(names) > 1:
            own = str(read_domain(names[0]))
            return any(
                str(read_domain(name)) != own and _registered(name) != registrable(own) for name in names[1:]
            )
        if names or len(self._companies) < 2:
            return False
        return _are_different([name for cell in self._companies if (name := company_in(cell(row)))])


def addresses_in(cell: str) -> Iterator[Mailbox]:
    """Yield the addresses in a cell with the names beside them, masked ones too."""
    if "@" not in cell:
        return
    if is_plain := address_of(cell):
        yield Mailbox(cell.strip()) if cell.strip() == is_plain else Mailbox(is_plain)
        return
    for one in mailboxes(decoded(cell).replace(SEVERAL, "; ")[:4096]):
        local, _, domain = one.address.rpartition("@")
        yield one._replace(address=f"{local}@{domain}")


def _domains_of(cell: str) -> Iterator[str]:
    """Yield the domains of the addresses in a cell that are at no mailbox provider."""
    if "@" not in cell or is_empty(cell):
        return
    for one in addresses_in(cell):
        domain = domain_of_address(one.address)
        if domain and not is_mailbox_provider(domain):
            yield domain


def _has_all_words(name: str, part: str) -> bool:
    """Return whether a name has all words of one of its parts, and more."""
    whole, own = (
        [fold_title(word) for word in name.replace(",", " ").split()],
        [fold_title(word) for word in part.split()],
    )
    return len(whole) > len(own) and all(word in whole for word in own)


def _registered(typed: str) -> str:
    domain = read_domain(typed)
    return registrable(str(domain))


def _are_different(companies: Sequence[str]) -> bool:
    """Return whether names of companies differ by more than case and what follows them."""
    folded = [fold_title(company) for company in companies]
    return any(not (one.startswith(folded[0]) or folded[0].startswith(one)) for one in folded[1:])
