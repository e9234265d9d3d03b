"""A company's name -> its domain: the one that is known, else those that its name suggests, after DNS's answers."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from guessmail.companies import CompanyDomain, CompanyDomains, DnsAnswer
from guessmail.companies.known import Companies
from guessmail.dns.verdict import DomainChecker, Verdict
from guessmail.domains import registrable

if TYPE_CHECKING:
    from guessmail.directory import Directory

MOST_ASKED = 10
"""So many candidates of a company are looked up at most."""
_LEAST_ASKED = 0.005
"""A candidate less probable than this is not worth a query."""
_RIGHT_ACCEPTS = 0.98
"""How often the domain that a company has mail at accepts mail today. Judged, not measured."""
_OTHERS_ACCEPT = {
    "com": ((3, 0.6), (4, 0.45), (5, 0.33), (6, 0.25), (8, 0.18), (12, 0.12), (16, 0.07), (63, 0.04)),
    "": ((3, 0.4), (4, 0.3), (5, 0.2), (6, 0.17), (8, 0.14), (12, 0.08), (16, 0.04), (63, 0.02)),
}
"""By suffix, else under any: up to which length of the label which share of domains that somebody else's name could
make accept mail. Judged by how densely com and the larger country suffixes are registered (150 million names in com,
and all of up to four letters), since no list of registered domains may be had here."""


def asked_domains(named: CompanyDomains) -> list[str]:
    """Return the candidates to look up, the most probable first."""
    return [one.domain for one in named.candidates[:MOST_ASKED] if one.probability >= _LEAST_ASKED]


_LISTED_ACCEPT = 0.9
"""How often a domain that the directory lists accepts mail, whether it is the company's or not. Judged."""


def after_dns(named: CompanyDomains, answers: Mapping[str, DnsAnswer]) -> CompanyDomains:
    """Return the same beliefs after DNS's answers, by domain.

    A domain that accepts mail is likelier to be the company's, the more so the rarer it is that a domain of its length
    and suffix accepts mail at all: `acme.com` surely belongs to somebody, `acme-logistics.at` to the company alone. A
    domain that accepts none is hardly the company's. What could not be found out changes nothing.
    """
    said = {domain: answer.accepts for domain, answer in answers.items() if answer.accepts is not None}
    weights = {one.domain: one.probability * _ratio(one, said.get(one.domain)) for one in named.candidates}
    whole = sum(weights.values()) + named.none
    if not said or not whole:
        return named
    for domain, host in _belonging(named, answers):
        weights[host] += weights.pop(domain)
    before = {one.domain: one for one in named.candidates}
    found = (_weighed(before[domain], weight / whole, domain in said) for domain, weight in weights.items())
    ranked = tuple(sorted(found, key=lambda one: -one.probability))
    return CompanyDomains(named.company, ranked, max(0.0, 1.0 - sum(one.probability for one in ranked)))


def _weighed(one: CompanyDomain, probability: float, is_said: bool) -> CompanyDomain:
    basis = "dns" if is_said and one.basis != "directory" else one.basis
    return one._replace(probability=probability, basis=basis)


def _ratio(one: CompanyDomain, accepts: bool | None) -> float:
    """Return how much likelier DNS's answer is where the domain is the company's."""
    if accepts is None:
        return 1.0
    label, _, suffix = one.domain.partition(".")
    shares = _OTHERS_ACCEPT.get(suffix, _OTHERS_ACCEPT[""])
    others = next(share for longest, share in shares if len(label) <= longest)
    if one.basis == "directory":
        others = _LISTED_ACCEPT
    return _RIGHT_ACCEPTS / others if accepts else (1 - _RIGHT_ACCEPTS) / (1 - others)


def _belonging(named: CompanyDomains, answers: Mapping[str, DnsAnswer]) -> list[tuple[str, str]]:
    """Return pairs of candidates of which the first has its mail at hosts of the second, so that both are one company's."""
    names = {one.domain for one in named.candidates}
    found, taken = [], set()
    for one in named.candidates:
        hosts = answers[one.domain].hosts if one.domain in answers else ()
        homes = (registrable(host) for host in hosts)
        host = next((home for home in homes if home in names and home != one.domain), "")
        if host and host not in taken and one.domain not in taken:
            found.append((one.domain, host))
            taken |= {one.domain, host}
    return found


_REMEMBERED = 20_000
"""Companies that are kept, so that a list without end takes no memory without end."""
_ACCEPTS = {Verdict.ACCEPTS: True, Verdict.NO_MAIL: False, Verdict.UNKNOWN: None}


class FoundDomains(NamedTuple):
    """What is believed about one company's domain."""

    domains: CompanyDomains
    """Its best candidates."""
    answers: Mapping[str, DnsAnswer]
    """What DNS said of these, by domain."""


class DomainFinder:
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
        self._found: dict[str, FoundDomains] = {}

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

    def find(self, company: str) -> FoundDomains:
        """Return what is believed about a company's domain."""
        if known := self.known(company):
            return FoundDomains(CompanyDomains(company, (known,), 0.0), {})
        if company not in self._found:
            if len(self._found) >= _REMEMBERED:
                del self._found[next(iter(self._found))]
            self._found[company] = self._work_out(company)
        return self._found[company]

    def find_all(self, companies: Iterable[str]) -> dict[str, FoundDomains]:
        """Return the same for some companies, by name; all their look-ups run at once."""
        names = list(companies)
        for name in names:
            if not self.known(name):
                self.submit(name)
        return {name: self.find(name) for name in names}

    def _work_out(self, company: str) -> FoundDomains:
        named = self._named(company)
        answers = {}
        if self._checker is not None:
            for domain in asked_domains(named):
                said = self._checker.result(domain)
                answers[domain] = DnsAnswer(_ACCEPTS[said.verdict], said.hosts)
            named = after_dns(named, answers)
        best = named.candidates[: self._most]
        kept = {one.domain: answers[one.domain] for one in best if one.domain in answers}
        return FoundDomains(named._replace(candidates=best), kept)

    def _named(self, company: str) -> CompanyDomains:
        # Importing it reads tables, which known companies do not need.
        from guessmail.companies.model import domains_of

        named = domains_of(company, country=self._country)
        if self._directory is None:
            return named
        from guessmail.companies.owners import find_owners

        return find_owners(named, self._directory, self._country)
