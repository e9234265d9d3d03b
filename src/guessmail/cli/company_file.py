"""The companies whose domains are known: from `--companies FILE`, a list with the columns company and domain, and the store."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from guessmail.domains.companies import Companies
from guessmail.tables import Ask, Kind, open_table
from guessmail.tables.questions import company_site
from guessmail.text.streams import open_file

if TYPE_CHECKING:
    from guessmail.store import Store


def known_companies(path: str, store: "Store | None", notify: Callable[[str], None]) -> Companies:
    """Return the companies that a file and the store know, each maybe missing; what the file says comes first."""
    companies = read_companies(path, notify) if path else Companies()
    if store is not None:
        companies.remember((one.name, one.domain) for one in store.companies())
    return companies


def read_companies(path: str, notify: Callable[[str], None] = lambda _: None) -> Companies:
    """Return the companies of a file; `UsageError` without the columns, or for two domains of one."""
    companies = Companies()
    with open_file(path) as file:
        table = open_table(file, Ask(needs=(Kind.COMPANY, Kind.DOMAIN), person=False), notify)
        columns = table.columns
        sites = [place for place in (columns.domain, columns.website, columns.url) if place is not None]
        number = 0
        for block in table.blocks:
            for row in block.rows:
                number += 1
                full = row + [""] * (len(table.header) - len(row))
                domain = next((site for place in sites if (site := company_site(full[place]))), "")
                companies.tell(full[columns.company or 0], domain, f"{path}, row {number}")
    return companies
