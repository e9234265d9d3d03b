"""The domains that companies may have: as a listing, a table, and the columns that are added to a list."""

from collections.abc import Iterable
from itertools import chain

from guessmail.companies import CompanyDomains
from guessmail.errors import Code, Problem
from guessmail.reports.added import probability, problem_fields
from guessmail.reports.listing import Listing
from guessmail.text import percent, printable


def offered(domains: CompanyDomains, top: int, least: float) -> CompanyDomains:
    """Return what is offered for a company: its best candidates from a probability on, or a problem."""
    kept = tuple(candidate for candidate in domains.candidates[:top] if candidate.probability >= least)
    if kept:
        return domains._replace(candidates=kept)
    fault = "The company's name is missing; give one such as Acme Corp."
    if domains.candidates:
        fault = "No domain is probable enough for this company; lower --min-probability."
    elif domains.company.strip():
        fault = "The company's name has no letters or digits; write it in Latin letters."
    return domains._replace(candidates=(), problem=Problem(Code.UNKNOWN_COMPANY, fault))


def cells_of(answer: CompanyDomains, top: int) -> list[str]:
    """Return the added cells of one row."""
    rows = ((found.domain, probability(found.probability), found.basis) for found in answer.candidates[:top])
    cells = list(chain.from_iterable(rows))
    return cells + [""] * (3 * top - len(cells))


def answer_fields(answer: CompanyDomains) -> dict[str, object]:
    """Return what is offered, under its keys in JSON, without `row` and `input`."""
    return {
        "company": answer.company,
        "candidates": [
            {"domain": found.domain, "probability": round(found.probability, 4), "basis": found.basis}
            for found in answer.candidates
        ],
        "none": round(answer.none, 4),
        "problem": problem_fields(answer.problem),
    }


def companies_listing(count: int) -> Listing[tuple[int, CompanyDomains]]:
    """Return how the answers for so many companies, each with its number from 1, are written."""
    return Listing(
        ("company", "domain", "probability", "basis"),
        lambda item: [
            [item[1].company, candidate.domain, probability(candidate.probability), candidate.basis]
            for candidate in item[1].candidates
        ],
        lambda item: {"row": item[0], "input": {"company": item[1].company}, **answer_fields(item[1])},
        lambda item: [
            f"{printable(item[1].company)}\t{candidate.domain}" if count > 1 else candidate.domain
            for candidate in item[1].candidates
        ],
    )


def print_domains(answers: Iterable[CompanyDomains], *, color: bool | None) -> None:
    """Print a table for each company to the terminal; `color` None leaves it to the terminal."""
    from guessmail.reports.screen import Column, print_ranking

    for answer in answers:
        if answer.candidates:
            ranked = [(found.domain, found.probability) for found in answer.candidates]
            basis = Column("Basis", [found.basis for found in answer.candidates])
            rest = 1 - sum(probability for _, probability in ranked)
            notes = [("", f"another domain: {percent(max(rest, 0.0), 1)}")]
            print_ranking(answer.company, ranked, [], [basis], notes, color=color, least_bar=1)
