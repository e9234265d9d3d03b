"""Answers (a person's guesses, companies' domains, verdicts on domains) as listings, and as tables on a terminal."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from guessmail.errors import Code, Problem
from guessmail.reports.added import guess_fields, level, probability, verdict_fields
from guessmail.reports.listing import Listing, open_console, print_ranking, print_table
from guessmail.text import counted, percent, printable

if TYPE_CHECKING:  # each kind of answer does not pay for the others
    from guessmail.companies import CompanyDomains
    from guessmail.dns import MailVerdict
    from guessmail.guesser import Guess

_BASES = {
    "samples": "known addresses",
    "directory": "public addresses",
    "prior": "other companies",
    "known": "known address",
}
CHECK_COLUMNS = [f"check_{name}" for name in "verdict reason provider hosts warnings problem".split()]
"""The columns that a list gains."""
_HEADINGS = ("Input", "Verdict", "Reason", "Provider", "Hosts", "Notes")
_STYLES = {"accepts": "green", "no_mail": "red", "unknown": "yellow", "problem": "red"}
_NO_VERDICT: dict[str, object] = {"verdict": None, "reason": None, "provider": None, "hosts": []}

PERSON: "Listing[Guess]" = Listing(
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


def print_person(guess: "Guess", *, color: bool | None) -> None:
    """Print a person's guesses as a table; `color` None leaves it to the terminal."""
    from guessmail.patterns import in_words

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


def _footing(guess: "Guess") -> str:
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


def _company_rows(answer: "CompanyDomains") -> list[list[str]]:
    return [[found.domain, probability(found.probability), found.basis] for found in answer.candidates]


def _company_fields(answer: "CompanyDomains") -> dict[str, object]:
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
        own = list(chain.from_iterable(_company_rows(answer)))
        return [own + [""] * (len(columns) - len(own))]

    return Listing(_company_fields, lambda _: (), columns, cells)


def companies_listing(count: int) -> "Listing[tuple[int, CompanyDomains]]":
    """Return the listing of the answers for `count` companies, each with its number from 1."""
    return Listing(
        lambda item: {"row": item[0], "input": {"company": item[1].company}, **_company_fields(item[1])},
        lambda item: [
            f"{printable(item[1].company)}\t{candidate.domain}" if count > 1 else candidate.domain
            for candidate in item[1].candidates
        ],
        ("company", "domain", "probability", "basis"),
        lambda item: [[item[1].company, *row] for row in _company_rows(item[1])],
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


class Checked(NamedTuple):
    """A domain or an address that is checked."""

    typed: str
    domain: str = ""
    warnings: tuple[str, ...] = ()
    problem: Problem | None = None
    verdict: "MailVerdict | None" = None

    @property
    def notes(self) -> list[str]:
        """The codes of the warnings about it and about its domain."""
        return [*self.warnings, *(self.verdict.warnings if self.verdict else ())]

    @property
    def cells(self) -> list[str]:
        """The cells of `CHECK_COLUMNS`."""
        found = self.verdict
        four = [found.verdict, found.reason, found.provider, ",".join(found.hosts)] if found else [""] * 4
        return [*four, ",".join(self.notes), str(self.problem or "")]


def _check_fields(subject: Checked) -> dict[str, object]:
    return {
        "input": subject.typed,
        "domain": subject.domain or None,
        **(verdict_fields(subject.verdict) if subject.verdict else _NO_VERDICT),
        "warnings": subject.notes,
        "problem": subject.problem._asdict() if subject.problem else None,
    }


def _words(subject: Checked) -> list[str]:
    """Return the cells of a line for people; a problem takes the place of the verdict."""
    if problem := subject.problem:
        return [printable(subject.typed), "problem", problem.code, "", "", problem.message]
    return [printable(subject.typed), *subject.cells[:-1]]


CHECKS: Listing[Checked] = Listing(
    _check_fields,
    lambda subject: ["\t".join(_words(subject))],
    ["input", *CHECK_COLUMNS],
    lambda subject: [[subject.typed, *subject.cells]],
)
CHECKS_BESIDE = CHECKS._replace(columns=CHECK_COLUMNS, cells=lambda subject: [subject.cells])
"""The listing of verdicts beside the rows of a list with columns."""


def print_checks(batches: Iterable[Iterable[Checked]], *, color: bool | None) -> None:
    """Print each batch as a table; `color` None leaves it to the terminal."""
    from rich.text import Text

    from guessmail.data.mail_providers import SERVICES

    console = open_console(color)
    for batch in batches:
        rows: list[list[Any]] = []
        for typed, verdict, reason, provider, *others in map(_words, batch):
            service = SERVICES.get(provider, "")
            rows.append([typed, verdict, reason, f"{provider} ({service})" if service else provider, *others])
        if not rows:
            continue
        widths = [max(map(len, column)) for column in zip(_HEADINGS, *rows, strict=True)]
        has_notes = any(row[-1] for row in rows)
        widths[-1] = min(widths[-1], 24) if has_notes else 0
        places = list(range(len(_HEADINGS) if has_notes else len(_HEADINGS) - 1))
        for heading in ("Hosts", "Provider"):  # left out for inputs and notes
            if sum(widths[place] + 1 for place in places) > console.width:
                places.remove(_HEADINGS.index(heading))
        # Verdict, reason and provider are never folded.
        columns = [(_HEADINGS[at], {"overflow": "fold", "no_wrap": 0 < at < 4}) for at in places]
        rows = [[row[0], Text.styled(row[1], _STYLES.get(row[1], "")), *row[2:]] for row in rows]
        print_table(console, columns, ([row[place] for place in places] for row in rows))


def explained(verdict: "MailVerdict") -> str:
    """Return lines with the queries and answers of DNS, and the service that the mail host belongs to."""
    from guessmail.data.mail_providers import SERVICE_WORDS, SERVICES

    lines = list(verdict.transcript or ("no queries sent",))
    service = SERVICE_WORDS.get(SERVICES.get(verdict.provider, ""))
    if service and verdict.hosts:
        lines.append(f"{verdict.hosts[0]}: {verdict.provider}, {service}")
    return "\n  ".join((verdict.domain, *lines))
