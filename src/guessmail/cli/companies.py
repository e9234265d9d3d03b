"""The domains of companies: known from a file and the store, asked for on a terminal, and remembered."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from guessmail.domains import read_domain
from guessmail.domains.companies import Companies, how_to_remember
from guessmail.domains.company_name import fold_company
from guessmail.domains.company_types import CompanyDomains
from guessmail.errors import Problem
from guessmail.tables import open_table
from guessmail.tables.headers import KNOWN_COMPANIES
from guessmail.tables.questions import RowReader
from guessmail.text import printable
from guessmail.text.streams import open_file

if TYPE_CHECKING:  # a company without a store does not pay for it
    from guessmail.store import Store

_LEAST = 0.3
"""Where the best candidate is less probable, none is worth asking about."""


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
        table = open_table(file, KNOWN_COMPANIES, notify)
        reader = RowReader(table.columns, table.header)
        number = 0
        for block in table.blocks:
            for question in reader.questions(list(map(table.full, block.rows))):
                number += 1
                companies.tell(question.company, question.domain, f"{path}, row {number}")
    return companies


def ask_domain(domains: CompanyDomains) -> str:
    """Return the domain that the user says is a company's; empty where none is said, or nobody can be asked."""
    best = domains.candidates[0].probability if domains.candidates else 0.0
    if best < _LEAST or sys.stdin is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    click.echo(
        f"{printable(domains.company)}'s domain is not known. Judging by the name, it may be:", err=True
    )
    for number, one in enumerate(domains.candidates, start=1):
        click.echo(f"  {number}  {one.domain}  {one.probability:.0%}", err=True)
    while True:
        click.echo(
            "Which one? Enter its number or another domain, or press Enter to skip: ", err=True, nl=False
        )
        typed = sys.stdin.buffer.readline(4096).decode(errors="replace").strip()
        if not typed:
            return ""
        if typed.isdecimal() and 0 < int(typed) <= len(domains.candidates):
            return domains.candidates[int(typed) - 1].domain
        domain = read_domain(typed)
        if not isinstance(domain, Problem):
            return domain.ascii
        click.echo(domain.message, err=True)


def remember(company: str, domain: str, store: "Store | None", notify: Callable[[str], None]) -> None:
    """Remember a domain that the user confirmed where there is a store; else say how to."""
    if store is None or not store.is_writable:
        notify(f"To remember it: {printable(how_to_remember(company, domain))}")
        return
    from guessmail.cli.store_options import today
    from guessmail.store import Company

    store.add_company(fold_company(company), Company(company, domain, today()))
    notify(f"Remembered: {printable(company)} has the domain {domain}.")
