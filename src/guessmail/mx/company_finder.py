"""A company's name -> its domain: the one that is known, else those that its name suggests, after DNS's answers."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from guessmail.domains.companies import Companies
from guessmail.domains.company_dns import DnsAnswer, asked_domains, sharpened
from guessmail.domains.company_types import CompanyDomain, CompanyDomains
from guessmail.mx.verdict import DomainChecker, Verdict

if TYPE_CHECKING:
    from guessmail.directory import Directory

_REMEMBERED = 20_000
"""Companies that are kept, so that a list without end takes no memory without end."""
_ACCEPTS = {Verdict.ACCEPTS: True, Verdict.NO_MAIL: False, Verdict.UNKNOWN: None}


class Found(NamedTuple):
    """What is believed about one company's domain."""

    domains: CompanyDomains
    """Its best candidates."""
    answers: Mapping[str, DnsAnswer]
    """What DNS said of these, by domain."""


class Finder:
    """Finds companies' domains, working out each company once."""

    def __init__(
        self,
        companies: Companies,
        checker: DomainChecker | None,
        *,
        directory: "Directory | None" = None,
        country: str = "",
        most: int = 3,
    ) -> None:
        """`companies` are those that are known; without a `checker` DNS is not asked. Others are looked up in the `directory`.

        `country` is where the others are (ISO 3166), empty where that is not known; `most` is how many candidates of
        each are of interest.
        """
        self._companies, self._checker, self._directory = companies, checker, directory
        self._country, self._most = country, most
        self._found: dict[str, Found] = {}

    def known(self, company: str) -> CompanyDomain | None:
        """Return the domain of a company that is known, None for others."""
        return self._companies.lookup(company)

    def learn(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Learn the domains of companies."""
        self._companies.learn(pairs)

    def submit(self, company: str) -> None:
        """Have the candidates of a company that is not known looked up ahead of time."""
        if self._checker is not None and company not in self._found:
            for domain in asked_domains(self._named(company)):
                self._checker.submit(domain)

    def find(self, company: str) -> Found:
        """Return what is believed about a company's domain."""
        if known := self.known(company):
            return Found(CompanyDomains(company, (known,), 0.0), {})
        if company not in self._found:
            if len(self._found) >= _REMEMBERED:
                del self._found[next(iter(self._found))]
            self._found[company] = self._work_out(company)
        return self._found[company]

    def find_all(self, companies: Iterable[str]) -> dict[str, Found]:
        """Return the same for some companies, by name; all their look-ups run at once."""
        names = list(companies)
        for name in names:
            if not self.known(name):
                self.submit(name)
        return {name: self.find(name) for name in names}

    def _work_out(self, company: str) -> Found:
        named = self._named(company)
        answers = {}
        if self._checker is not None:
            for domain in asked_domains(named):
                said = self._checker.result(domain)
                answers[domain] = DnsAnswer(_ACCEPTS[said.verdict], said.hosts)
            named = sharpened(named, answers)
        best = named.candidates[: self._most]
        kept = {one.domain: answers[one.domain] for one in best if one.domain in answers}
        return Found(named._replace(candidates=best), kept)

    def _named(self, company: str) -> CompanyDomains:
        # Importing it reads tables, which known companies do not need.
        from guessmail.domains.company_domains import domains_of

        named = domains_of(company, country=self._country)
        if self._directory is None:
            return named
        from guessmail.directory.owners import find_owners

        return find_owners(named, self._directory, self._country)
