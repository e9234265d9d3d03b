"""From rows to questions: the name, the company's most trusted site, and the addresses of each row."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from guessmail.addresses import address_of, is_masked
from guessmail.data.cell_forms import GUEST
from guessmail.data.columns import fold_title
from guessmail.domains import is_mailbox_provider, read_domain, registrable
from guessmail.domains.question import Question, questions_of, read_country
from guessmail.lists import cells
from guessmail.lists.headers import Columns, Kind
from guessmail.lists.opted_out import OptOutColumns
from guessmail.mailboxes import Mailbox, mailboxes
from guessmail.text import counted, split_address

Row = Sequence[str]
_READERS = (
    (Kind.DOMAIN, lambda cell: cells.site_in(cell, frozenset())),
    (Kind.WEBSITE, cells.site_in),
    (Kind.URL, cells.site_in),
)
"""The kinds of columns of sites, the most trusted first, with the readers of their cells."""
_NAMES = ("name", "given", "middle", "family", "infix", "second")
_PLACES = (Kind.COUNTRY, Kind.STATE, Kind.PHONE)


class RowReader:
    """Reads rows, at least as wide as their header: the first usable cell counts; mailbox providers do not show the company."""

    def __init__(self, columns: Columns, header: Sequence[str] = ()) -> None:
        self.columns = columns
        self._contradictions = self._unknown_countries = 0  # rows
        self._unknown_country = ""
        self._sites = [(itemgetter(at), read) for kind, read in _READERS for at in columns.of(kind)]
        self._emails = [itemgetter(at) for at in columns.of(Kind.EMAIL)]
        self._companies = [itemgetter(at) for at in columns.of(Kind.COMPANY)]
        self._statuses = [(header[at] if header else "", at) for at in columns.of(Kind.STATUS)]
        self._places = {kind: at[0] for kind in _PLACES if (at := columns.of(kind))}
        self._names = [(kind, at) for kind in _NAMES for at in columns.of(Kind(kind))]
        # A column "No email" of a list of people says that their address is not known.
        self.opt_outs = OptOutColumns(["" if fold_title(title) == "noemail" else title for title in header])
        self._states = [at for at in self.opt_outs.states if at not in columns.of(Kind.STATUS)]
        self._may_contradict = len(self._sites) + len(self._emails) > 1 or len(self._companies) > 1

    def questions(self, rows: Sequence[Row]) -> list[Question]:
        """Return a question for each row; count contradictions and unknown countries."""
        if self._may_contradict:
            self._contradictions += sum(map(self._contradicts, rows))
        for row in rows if Kind.COUNTRY in self._places else ():
            self._check_country(row[self._places[Kind.COUNTRY]])
        fields: dict[str, Iterable[str]] = {"domain": map(self.domain, rows)}
        if self._companies:
            fields["company"] = map(self.company, rows)
        if self._emails:
            fields["email"] = map(self._address, rows)
        if self._emails and (self._statuses or self._states):
            fields["invalid"] = map(self._invalid_address, rows)
        fields |= {kind: map(itemgetter(at), rows) for kind, at in self._places.items()}
        names = zip(*map(self.parts, rows), strict=True)
        fields |= dict(zip(("name", "given", "middle", "family"), names, strict=False))
        return questions_of(fields)

    def person(self, row: Row) -> str:
        """Return the whole name in a row; empty if there is none."""
        name, given, middle, family = self.parts(row)
        return " ".join(filter(None, (given, middle, family))) if given or family else name

    def parts(self, row: Row) -> tuple[str, str, str, str]:
        """Return the full name in a row, and its given, middle and family parts; each is empty if no column has it."""
        names = dict.fromkeys(_NAMES, "")
        for kind, at in self._names:
            names[kind] = names[kind] or cells.name_in(row[at]).strip()
        name, given, middle, family, infix, second = names.values()
        if name and not (given and family) and (given or family):
            whole = [fold_title(word) for word in name.replace(",", " ").split()]
            own = [fold_title(word) for word in (given or family).split()]
            is_longer = len(whole) > len(own) and set(own) <= set(whole)
            if is_longer or self.columns.plain.isdisjoint(self.columns.of(Kind.NAME)):
                given = family = ""  # the full name
            elif given:
                family, name = name, ""
            else:
                given, name = name, ""
        if family and (infix or second):
            infix = cells.infix_in(infix)
            is_there = fold_title(family).startswith(fold_title(infix))
            family = " ".join(filter(None, ("" if is_there else infix, family, second)))
        if given and middle and fold_title(middle) in {fold_title(given), fold_title(family)}:
            middle = ""
        return name, given, middle, family

    def addresses(self, row: Row) -> list[Mailbox]:
        """Return the addresses in a row's cells, with the names beside them; none of a row that calls them invalid."""
        if self.calls_invalid(row):
            return []
        found = [mailbox for cell in self._emails for mailbox in addresses_in(cell(row))]
        return [mailbox for mailbox in found if not is_masked(split_address(mailbox.address)[0])]

    def calls_invalid(self, row: Row) -> bool:
        """Return whether a row says that its address does not exist."""
        found = (cells.status_of(title, row[at]) for title, at in self._statuses if row[at])
        return cells.Status.BOUNCED in found or any(cells.is_bad_address(row[at]) for at in self._states)

    def calls_guess(self, row: Row) -> bool:
        """Return whether a row says that a tool guessed its address."""
        return any(cells.is_guess(row[at]) for _, at in self._statuses)

    def _address(self, row: Row) -> str:
        """Return the person's address in a row: the first that is not at a mailbox provider, else the first."""
        found = [mailbox.address for mailbox in self.addresses(row)]
        own = (address for address in found if not is_mailbox_provider(split_address(address)[1].lower()))
        return next(own, found[0] if found else "")

    def _invalid_address(self, row: Row) -> str:
        """Return the first address in a row that calls it invalid; empty for other rows."""
        found = (mailbox.address for cell in self._emails for mailbox in addresses_in(cell(row)))
        return next(found, "") if self.calls_invalid(row) else ""

    def company(self, row: Row) -> str:
        """Return the company of the first cell that names one."""
        return next(self._companies_of(row), "")

    def _companies_of(self, row: Row) -> Iterator[str]:
        return (name for cell in self._companies if (name := cells.company_in(cell(row))))

    def country(self, row: Row) -> str:
        """Return the country in a row (ISO 3166), also by a state or a phone; empty if no column tells it."""
        found = [row[self._places[kind]] if kind in self._places else "" for kind in _PLACES]
        self._check_country(found[0])
        return read_country(*found)

    def _check_country(self, cell: str) -> None:
        if not (cells.is_empty(cell) or read_country(cell)):
            self._unknown_countries += 1
            self._unknown_country = self._unknown_country or " ".join(cell[:40].split())

    def domain(self, row: Row) -> str:
        """Return the site in the most trusted usable cell, as it is typed, or the domain of an address."""
        unread = ""
        for cell, read in self._sites:
            if site := read(cell(row)):
                if len(self._sites) + len(self._emails) == 1 or cells.is_readable(site):
                    return site
                unread = unread or site
        return next(self._domains_of_addresses(row), unread)

    def _domains_of_addresses(self, row: Row) -> Iterator[str]:
        """Return the domains of the addresses in a row, except mailbox providers."""
        found = (mailbox for cell in self._emails for mailbox in addresses_in(cell(row)))
        domains = (cells.domain_of_address(mailbox.address) for mailbox in found)
        return (domain for domain in domains if domain and not is_mailbox_provider(domain))

    def _contradicts(self, row: Row) -> bool:
        sites = [site for cell, read in self._sites if (site := read(cell(row))) and cells.is_readable(site)]
        own, *others = [str(read_domain(name)) for name in (*sites, *self._domains_of_addresses(row))] or [""]
        if own:
            return any(name != own and registrable(name) != registrable(own) for name in others)
        first, *more = [fold_title(name) for name in self._companies_of(row)] or [""]
        return any(not (name.startswith(first) or first.startswith(name)) for name in more)

    def notices(self) -> list[str]:
        """Return sentences about contradictions and unknown countries, if there were any."""
        reasons = {
            "cells that name different companies; the first counts, in the order domain, website, e-mail, company.": self._contradictions,
            f'a country that is not known, such as "{self._unknown_country}"; it is not used.': self._unknown_countries,
        }
        return [f"{counted(n, 'row has', 'rows have')} {reason}" for reason, n in reasons.items() if n]


def addresses_in(cell: str) -> Iterator[Mailbox]:
    """Yield the addresses in a cell with the names beside them, also masked ones."""
    if "@" not in cell:
        return
    if "#" in cell and (guest := GUEST.fullmatch(cell.strip()[:400])):
        cell = f"{guest[1]}@{guest[2]}"
    if address := address_of(cell):
        yield Mailbox(address)
    else:
        # Google's exports of contacts separate the values within a cell by ` ::: `.
        yield from mailboxes(cells.decoded(cell).replace(" ::: ", "; ")[:4096])
