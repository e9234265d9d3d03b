"""Finding companies' domains for a command: those that are known, else by the name, sharpened by DNS."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from guessmail.domains.companies import Companies
from guessmail.domains.company_dns import DnsAnswer, asked_domains
from guessmail.domains.company_domains import domains_of
from guessmail.domains.company_types import CompanyDomain, CompanyDomains
from guessmail.errors import Code, Problem
from guessmail.mx.verdict import Verdict
from guessmail.reports.company_domains import Answered

if TYPE_CHECKING:
    from guessmail.mx.resolver import Checker

__all__ = ["Finder", "Found"]

_ACCEPTS = {Verdict.ACCEPTS: True, Verdict.NO_MAIL: False, Verdict.UNKNOWN: None}


class Found(NamedTuple):
    """What is believed about one company's domain, and what DNS said."""

    domains: CompanyDomains
    answers: Mapping[str, DnsAnswer]


class Finder:
    """Finds companies' domains. `known` has companies by where they are known from: `list` or `store`."""

    def __init__(
        self, known: Mapping[str, Companies], checker: "Checker | None", country: str, least: float, top: int
    ) -> None:
        self._known, self._checker, self._country = known, checker, country
        self._least, self._top = least, top

    def find_all(self, companies: Iterable[str]) -> dict[str, Found]:
        """Return what is believed about some companies, by name; all their look-ups run at once."""
        found = {name: self._by_name(name) for name in companies}
        if self._checker is None:
            return {name: Found(domains, {}) for name, domains in found.items()}
        asked = {
            name: [] if _is_known(domains) else asked_domains(domains) for name, domains in found.items()
        }
        for domains in asked.values():
            for domain in domains:
                self._checker.submit(domain)
        return {name: self._sharpened(found[name], domains) for name, domains in asked.items()}

    def answered(self, found: Found) -> Answered:
        """Return what is offered for a company: its best candidates, or a problem."""
        domains = found.domains
        kept = [one for one in domains.candidates if one.probability >= self._least][: self._top]
        problem = None if kept else _problem(domains.company, has_candidates=bool(domains.candidates))
        return Answered(domains.company, kept, domains.none, problem)

    def _by_name(self, company: str) -> CompanyDomains:
        for basis, companies in self._known.items():
            if domain := companies.lookup(company):
                return CompanyDomains(company, (CompanyDomain(domain, 1.0, basis),), 0.0)
        return domains_of(company, country=self._country)

    def _sharpened(self, named: CompanyDomains, asked: Iterable[str]) -> Found:
        assert self._checker is not None  # noqa: S101 - only called where there is one
        verdicts = (self._checker.result(domain) for domain in asked)
        answers = {one.domain: DnsAnswer(_ACCEPTS[one.verdict], one.hosts) for one in verdicts}
        return Found(
            domains_of(named.company, country=self._country, answers=answers) if answers else named, answers
        )


def _is_known(domains: CompanyDomains) -> bool:
    return bool(domains.candidates) and domains.candidates[0].basis in {"list", "store"}


def _problem(company: str, *, has_candidates: bool) -> Problem:
    if has_candidates:
        fault, tip = "No domain is probable enough for this company", "lower --min-probability"
    elif company.strip():
        fault, tip = (
            "The company's name has no letters or digits",
            "write it in Latin letters",
        )
    else:
        fault, tip = "The company's name is missing", "give one such as Acme Corp"
    return Problem(Code.UNKNOWN_COMPANY, f"{fault}; {tip}.")
