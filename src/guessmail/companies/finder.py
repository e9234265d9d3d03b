"""A company's name -> its domain: the known one, else those that its name suggests, weighed by DNS's answers."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from guessmail.companies import CompanyDomain, CompanyDomains
from guessmail.companies.known import Companies
from guessmail.data.company_shares import LISTED_ACCEPTS, OTHERS_ACCEPT, RIGHT_ACCEPTS
from guessmail.dns.verdict import DomainChecker, MailVerdict, Verdict
from guessmail.domains import registrable

if TYPE_CHECKING:
    from guessmail.directory import Directory

MOST_ASKED, _LEAST_ASKED = 10, 0.005
"""The largest number of a company's candidates that DNS is asked about, and their least probability."""
_UNKNOWN = frozenset((None, Verdict.UNKNOWN))
_REMEMBERED = 20_000
"""The number of companies that are kept, so that an endless list takes limited memory."""


class DomainFinder:
    """Finds the domains of companies, of each company once."""

    def __init__(
        self,
        companies: Companies,
        checker: DomainChecker | None,
        *,
        directory: "Directory | None" = None,
        country: str = "",
        most: int = 3,
    ) -> None:
        """`companies` has the known companies; the others are looked up in the `directory`.

        Without a `checker`, DNS is not asked. `country` (ISO 3166) is that of all unknown companies, or empty; it overrides
        those of single ones. The `most` probable candidates of each company are returned.
        """
        self.companies, self._checker, self._directory = companies, checker, directory
        self._country, self._most = country, most
        self._by_name = lru_cache(maxsize=1 << 10)(self._suggested)
        self._after_dns = lru_cache(maxsize=_REMEMBERED)(self._checked)

    def submit(self, company: str, country: str = "") -> None:
        """Start asking DNS about the candidates of an unknown company, ahead of `find`."""
        if self._checker is None or self.companies.lookup(company):
            return
        for domain in asked_domains(self._by_name(company, self._country or country)):
            self._checker.submit(domain)

    def find(self, company: str, country: str = "") -> CompanyDomains:
        """Return the known domain of a company, else the best candidates in a country (ISO 3166, or empty)."""
        if known := self.companies.lookup(company):
            return CompanyDomains(company, (known,), 0.0)
        return self._after_dns(company, self._country or country)

    def _checked(self, company: str, country: str) -> CompanyDomains:
        named = self._by_name(company, country)
        if self._checker is not None:
            answers = {domain: self._checker.result(domain) for domain in asked_domains(named)}
            named = after_dns(named, answers)
        return named._replace(candidates=named.candidates[: self._most])

    def _suggested(self, company: str, country: str) -> CompanyDomains:
        # Importing it reads tables, which known companies do not need.
        from guessmail.companies.model import domains_of

        named = domains_of(company, country=country)
        if self._directory is None:
            return named
        from guessmail.companies.owners import find_owners

        return find_owners(named, self._directory, country)


def asked_domains(named: CompanyDomains) -> list[str]:
    """Return the domains of the candidates that DNS is asked about, the most probable first."""
    first = named.candidates[:MOST_ASKED]
    return [candidate.domain for candidate in first if candidate.probability >= _LEAST_ASKED]


def after_dns(named: CompanyDomains, answers: Mapping[str, MailVerdict]) -> CompanyDomains:
    """Return the candidates with probabilities after DNS's answers, which come by domain (Bayes' rule).

    A domain that accepts mail becomes likelier, the more so the rarer it is that a domain of its length and suffix
    accepts mail: `acme.com` surely belongs to some company, `acme-logistics.at` only to this. A domain that accepts
    no mail is hardly the company's. An unknown verdict changes nothing.
    """
    verdicts = {domain: answer.verdict for domain, answer in answers.items()}
    candidates = [old._replace(verdict=verdicts.get(old.domain, old.verdict)) for old in named.candidates]
    weights = {candidate.domain: candidate.probability * _ratio(candidate) for candidate in candidates}
    whole = sum(weights.values()) + named.none
    if all(candidate.verdict in _UNKNOWN for candidate in candidates):
        return named._replace(candidates=tuple(candidates))
    for domain, home in _same_companies(named, answers).items():
        weights[home] += weights.pop(domain)
    found = []
    for candidate in candidates:
        if candidate.domain in weights:
            is_listed = candidate.basis == "directory"
            basis = candidate.basis if is_listed or candidate.verdict in _UNKNOWN else "dns"
            found.append(candidate._replace(probability=weights[candidate.domain] / whole, basis=basis))
    found.sort(key=lambda candidate: -candidate.probability)
    none = max(0.0, 1.0 - sum(candidate.probability for candidate in found))
    return CompanyDomains(named.company, tuple(found), none)


def _ratio(candidate: CompanyDomain) -> float:
    """Return how much likelier DNS's answer is for the company's domain than for another's."""
    if candidate.verdict in _UNKNOWN:
        return 1.0
    label, _, suffix = candidate.domain.partition(".")
    shares = OTHERS_ACCEPT.get(suffix, OTHERS_ACCEPT[""])
    others = next(share for longest, share in shares if len(label) <= longest)
    others = LISTED_ACCEPTS if candidate.basis == "directory" else others
    accepts = candidate.verdict is Verdict.ACCEPTS
    return RIGHT_ACCEPTS / others if accepts else (1 - RIGHT_ACCEPTS) / (1 - others)


def _same_companies(named: CompanyDomains, answers: Mapping[str, MailVerdict]) -> dict[str, str]:
    """Return the candidates with mail at hosts of another candidate, each with that: both are one company's."""
    names = [candidate.domain for candidate in named.candidates]
    homes: dict[str, str] = {}
    for domain in filter(answers.__contains__, names):
        owners = map(registrable, answers[domain].hosts)
        home = next((owner for owner in owners if owner in names and owner != domain), "")
        if home and {domain, home}.isdisjoint({*homes, *homes.values()}):
            homes[domain] = home
    return homes
