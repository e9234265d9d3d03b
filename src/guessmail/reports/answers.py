"""The answers to single questions (a person's guesses, companies' domains) as listings, and as tables on a terminal."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from guessmail.errors import Code, Problem
from guessmail.guesser import Guess
from guessmail.reports.added import guess_fields, level, probability
from guessmail.reports.listing import Listing, print_ranking
from guessmail.text import counted, percent, printable

if TYPE_CHECKING:  # a person's guesses do not pay for companies
    from guessmail.companies import CompanyDomains

_BASES = {
    "samples": "known addresses",
    "directory": "public addresses",
    "prior": "other companies",
    "known": "known address",
}
"""The words for a candidate's basis on a terminal."""

PERSON: Listing[Guess] = Listing(
    lambda guess: {
        "row": 1,
        "input": {key: value for key, value in guess.question._asdict().items() if value},
        **guess_fields(guess),
    },
    lambda guess: (
        [found.address for found in guess.candidates] if guess.rate is None else [probability(guess.rate)]
    ),
    ("address", "probability", "pattern", "basis", "name", "domain"),
    lambda guess: [
        [address, probability(chance), pattern, basis, guess.name, guess.domain]
        for address, chance, pattern, basis in guess.candidates
    ],
)
"""The guesses for one person; as plain text, addresses, or the probability of the address that was to be rated."""


def print_person(guess: Guess, *, color: bool | None) -> None:
    """Print a person's guesses as a table; `color` None leaves it to the terminal."""
    from guessmail.patterns.language import in_words

    candidates = guess.candidates
    patterns = [candidate.pattern for candidate in candidates]
    unclear = dict.fromkeys(pattern for pattern in patterns if re.search(r"\{[flmn]\}|[:|]", pattern))
    legend = "; ".join(f"{pattern}: {in_words(pattern)}" for pattern in [*unclear][:2])
    print_ranking(
        "Address",
        [(candidate.address, candidate.probability) for candidate in candidates],
        {
            "Level": [level(candidate.probability) for candidate in candidates],
            "": [],
            "Pattern": patterns,
            "Basis": [_BASES[candidate.basis] for candidate in candidates],
        },
        [("", _footing(guess)), ("Pattern", legend and f"{legend}.")],
        color=color,
    )


def _footing(guess: Guess) -> str:
    """Return sentences about the evidence behind the probabilities and about the verdict of DNS."""
    known = counted(guess.samples or guess.borrowed, "known address", "known addresses")
    if guess.samples:
        related = f" and {guess.borrowed} at related domains" if guess.borrowed else ""
        based = f"Based on {known} at {guess.domain}{related}."
    else:
        public = counted(guess.observed, "public address", "public addresses")
        others = public if guess.observed else "other companies"
        source = f"{known} at related domains" if guess.borrowed else others
        based = f"No known addresses at {guess.domain}; based on {source}."
    if guess.company and guess.company.is_guess:
        based += f" Domain guessed from the company's name ({percent(guess.company.probability)})."
    if not guess.mx:
        return based
    provider = f", {guess.mx.provider}" if guess.mx.provider else ""
    return f"{based} Mail: {guess.mx.verdict} ({guess.mx.reason}{provider})."


def offered(domains: "CompanyDomains", top: int, least: float) -> "CompanyDomains":
    """Return a company's best candidates, at most `top` and each as probable as `least`; or a problem if there are none."""
    kept = tuple(candidate for candidate in domains.candidates[:top] if candidate.probability >= least)
    if kept:
        return domains._replace(candidates=kept)
    fault = "The company's name is missing; give one such as Acme Corp."
    if domains.candidates:
        fault = "No domain is probable enough for this company; lower --min-probability."
    elif domains.company.strip():
        fault = "The company's name has no letters or digits; write it in Latin letters."
    return domains._replace(candidates=(), problem=Problem(Code.UNKNOWN_COMPANY, fault))


def _rows(answer: "CompanyDomains") -> list[list[str]]:
    return [[found.domain, probability(found.probability), found.basis] for found in answer.candidates]


def _fields(answer: "CompanyDomains") -> dict[str, object]:
    return {
        "company": answer.company,
        "candidates": [
            {"domain": found.domain, "probability": round(found.probability, 4), "basis": found.basis}
            for found in answer.candidates
        ],
        "none": round(answer.none, 4),
        "problem": answer.problem._asdict() if answer.problem else None,
    }


def companies_beside(columns: Sequence[str]) -> "Listing[CompanyDomains]":
    """Return the listing of answers beside the rows of a list, in `columns`."""

    def cells(answer: "CompanyDomains") -> list[list[str]]:
        own = list(chain.from_iterable(_rows(answer)))
        return [own + [""] * (len(columns) - len(own))]

    return Listing(_fields, lambda _: (), columns, cells)


def companies_listing(count: int) -> "Listing[tuple[int, CompanyDomains]]":
    """Return the listing of the answers for `count` companies, each with its number from 1."""
    return Listing(
        lambda item: {"row": item[0], "input": {"company": item[1].company}, **_fields(item[1])},
        lambda item: [
            f"{printable(item[1].company)}\t{candidate.domain}" if count > 1 else candidate.domain
            for candidate in item[1].candidates
        ],
        ("company", "domain", "probability", "basis"),
        lambda item: [[item[1].company, *row] for row in _rows(item[1])],
    )


def print_domains(answers: "Iterable[CompanyDomains]", *, color: bool | None) -> None:
    """Print a table for each company that has candidates; `color` None leaves it to the terminal."""
    for answer in answers:
        if answer.candidates:
            ranked = [(found.domain, found.probability) for found in answer.candidates]
            columns = {"": [], "Basis": [found.basis for found in answer.candidates]}
            rest = 1 - sum(probability for _, probability in ranked)
            notes = [("", f"another domain: {percent(max(rest, 0.0), 1)}")]
            print_ranking(answer.company, ranked, columns, notes, color=color, least_bar=1)
