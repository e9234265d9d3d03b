"""Reading `--companies FILE`: a list with the columns company and domain."""

from collections.abc import Callable

from guessmail.domains.companies import Companies
from guessmail.streams import open_file
from guessmail.tables import Ask, Kind, open_table
from guessmail.tables.questions import company_site

__all__ = ["read_companies"]


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
