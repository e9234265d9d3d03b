"""The domains of companies: from a file, the store or an earlier run, or from the user, who may have them remembered."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING

from guessmail.cli.inputs import ask, can_ask
from guessmail.cli.output import notify, tell
from guessmail.cli.stores import open_or_create, today
from guessmail.companies import CompanyDomains
from guessmail.companies.finder import Companies
from guessmail.domains import read_domain
from guessmail.domains.company_name import fold_company
from guessmail.domains.question import Question
from guessmail.errors import Problem
from guessmail.lists import open_table
from guessmail.lists.headers import COMPANY_NAMES, KNOWN_COMPANIES, SITES, unknown_header
from guessmail.lists.questions import RowReader
from guessmail.reports.added import DOMAIN_CELLS, PREFIX
from guessmail.text import percent, printable
from guessmail.text.streams import open_file

if TYPE_CHECKING:  # not needed without a store
    from guessmail.cli.guess_options import GuessOptions
    from guessmail.store import Store

_WHICH = "Which one? Enter a number or another domain, and r behind it to remember it (1 r); Enter for none: "


def suggested_columns(header: Sequence[str], prefix: str = PREFIX) -> tuple[int, ...]:
    """Return the positions of an earlier run's columns of companies' domains and their probabilities, or no positions."""
    names = ([start + name for name in DOMAIN_CELLS] for start in (prefix, PREFIX))
    both = next((pair for pair in names if set(pair) <= set(header)), None)
    return tuple(header.index(name) for name in both) if both else ()


def with_domains(
    questions: Sequence[Question], rows: Sequence[Sequence[str]], places: Sequence[int], threshold: float
) -> Iterator[Question]:
    """Yield the questions of rows; one with a company but no domain gets the domain that an earlier run found.

    The domain's probability must reach the threshold; it is 1 if the user emptied the cell to confirm the domain.
    """
    for row, question in zip(rows, questions, strict=True):
        if not places or question.domain or not question.company:
            yield question
            continue
        domain, written = (row[place].strip() for place in places)
        number = written.replace(",", ".").removesuffix("%").strip()
        try:
            probability = min(float(number or 1) / (100 if written.endswith("%") else 1), 1.0)
        except ValueError:
            domain, probability = "", 0.0
        is_used = domain and probability >= threshold
        yield question._replace(domain=domain, domain_probability=probability) if is_used else question


def known_companies(path: str, store: "Store | None", threshold: float = 0.7) -> Companies:
    """Return the companies in a file and in the store, of which either may be missing; the file overrides the store.

    A domain that an earlier run suggested counts if its probability reaches the threshold. A file without the columns, or
    with two domains of a company, is a `UsageError`.
    """
    companies = Companies()
    for number, question in enumerate(_rows_of(path, threshold) if path else (), 1):
        probability = 1.0 if question.domain_probability is None else question.domain_probability
        companies.tell(question.company, question.domain, f"{path}, row {number}", probability)
    if store is not None:
        companies.remember((company.name, company.domain) for company in store.companies())
    return companies


def _rows_of(path: str, threshold: float) -> Iterator[Question]:
    with open_file(path) as file:
        table = open_table(file, COMPANY_NAMES, notify)
        reader, suggested = RowReader(table.columns, table.header), suggested_columns(table.header)
        if not suggested and not table.columns.has(*SITES):
            raise unknown_header([table.header], KNOWN_COMPANIES)
        for block in table.blocks:
            rows = list(map(table.full, block.rows))
            yield from with_domains(reader.questions(rows), rows, suggested, threshold)


def ask_domain(domains: CompanyDomains, store: "Store | None", options: "GuessOptions") -> str:
    """Ask the user which domain a company has, and remember it if the user wishes; return it.

    It is empty if the user names no domain, or if there is no terminal.
    """
    if not domains.candidates or not can_ask():
        return ""
    tell(f"{printable(domains.company)}'s domain is not known. Judging by the name, it may be:")
    best = domains.candidates[:3]
    for number, candidate in enumerate(best, start=1):
        tell(f"  {number}  {candidate.domain}  {percent(candidate.probability)}")
    tell("  0  none of these")
    domain = ""
    while not domain:
        answer = ask(_WHICH)
        choice, is_remembered = answer.removesuffix(" r").strip(), answer.endswith(" r")
        if choice in {"", "0", "n", "no", "none", "none of these"}:
            return ""
        read = read_domain(choice)
        if choice.isdecimal() and int(choice) <= len(best):
            domain = best[int(choice) - 1].domain
        elif isinstance(read, Problem):
            tell(read.message)
        else:
            domain = read
    if is_remembered and not options.no_store:
        from guessmail.store import Company

        with nullcontext(store) if store else open_or_create(options.store_file) as opened:
            opened.add_company(fold_company(domains.company), Company(domains.company, domain, today()))
            notify(f"Remembered: {printable(domains.company)} has the domain {domain}.")
    return domain
