"""The domains that companies may have: as lines, CSV, JSON, a table, and the columns that are added to a list."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from guessmail.domains.company_types import CompanyDomain, CompanyDomains
from guessmail.errors import Code, Problem
from guessmail.reports.added import probability
from guessmail.reports.jsonlines import dump, problem_fields
from guessmail.tables.csvrows import csv_text, neutral
from guessmail.text import printable

CELLS = ("domain", "domain_probability", "domain_basis")
"""The columns that are added to a list for each candidate, without their prefix."""
_COLUMNS = ("company", "domain", "probability", "basis")


class Answered(NamedTuple):
    """What is offered for one company."""

    company: str
    candidates: Sequence[CompanyDomain] = ()
    none: float = 1.0
    """The probability that the company's domain is none that the name leads to."""
    problem: Problem | None = None


def offered(domains: CompanyDomains, top: int, least: float) -> Answered:
    """Return what is offered for a company: its best candidates from a probability on, or a problem."""
    kept = [one for one in domains.candidates[:top] if one.probability >= least]
    problem = None if kept else _problem(domains.company, has_candidates=bool(domains.candidates))
    return Answered(domains.company, kept, domains.none, problem)


def _problem(company: str, *, has_candidates: bool) -> Problem:
    if has_candidates:
        fault = "No domain is probable enough for this company; lower --min-probability."
    elif company.strip():
        fault = "The company's name has no letters or digits; write it in Latin letters."
    else:
        fault = "The company's name is missing; give one such as Acme Corp."
    return Problem(Code.UNKNOWN_COMPANY, fault)


def cells_of(answered: Answered, top: int) -> list[str]:
    """Return the added cells of one row."""
    cells = [
        cell
        for one in answered.candidates[:top]
        for cell in (one.domain, probability(one.probability), one.basis)
    ]
    return cells + [""] * (3 * top - len(cells))


def answer_fields(answered: Answered) -> dict[str, object]:
    """Return what is offered, under its keys in JSON, without `row` and `input`."""
    return {
        "company": answered.company,
        "candidates": [
            {"domain": one.domain, "probability": round(one.probability, 4), "basis": one.basis}
            for one in answered.candidates
        ],
        "none": round(answered.none, 4),
        "problem": problem_fields(answered.problem),
    }


def as_jsonl(answers: Sequence[Answered]) -> str:
    """Return an object a line for each company."""
    asked = ({"row": row, "input": {"company": one.company}} for row, one in enumerate(answers, 1))
    return "".join(f"{dump(row | answer_fields(one))}\n" for row, one in zip(asked, answers, strict=True))


def as_plain(answers: Sequence[Answered]) -> str:
    """Return a domain a line; of several companies, the company and a tab before it."""
    several = len(answers) > 1
    return "".join(
        f"{printable(one.company)}\t{found.domain}\n" if several else f"{found.domain}\n"
        for one in answers
        for found in one.candidates
    )


def as_csv(answers: Iterable[Answered], delimiter: str = ",") -> str:
    """Return a row for each candidate, under a header."""
    rows = [
        (neutral(one.company), found.domain, probability(found.probability), found.basis)
        for one in answers
        for found in one.candidates
    ]
    return csv_text([_COLUMNS, *rows], delimiter)


COMPANY_FORMATS: dict[str, Callable[[Sequence[Answered]], str]] = {
    "plain": as_plain,
    "csv": as_csv,
    "tsv": partial(as_csv, delimiter="\t"),
    "jsonl": as_jsonl,
}


def print_table(answers: Iterable[Answered], *, color: bool | None) -> None:
    """Print a table for each company to the terminal; `color` None leaves it to the terminal."""
    from rich.text import Text

    from guessmail.reports.screen import block_of, open_console, plain_table

    console = open_console(color)
    block = block_of(console)
    for one in answers:
        if not one.candidates:
            continue
        table = plain_table()
        table.add_column(Text(printable(one.company)), overflow="fold")
        for heading, side in (("Probability", "right"), ("", "left"), ("Basis", "left")):
            table.add_column(heading, justify=side, no_wrap=True)  # type: ignore[arg-type]  # both are justifications
        for found in one.candidates:
            bar = block * max(1, round(found.probability * 20))
            shown = f"{found.probability:.1%}"
            table.add_row(Text(found.domain, style="bold"), shown, Text(bar, style="green"), found.basis)
        console.print(table)
        rest = 1 - sum(found.probability for found in one.candidates)
        console.print(Text(f"another domain: {max(rest, 0.0):.1%}", style="dim"))
