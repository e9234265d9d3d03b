"""A company's name -> the domains that it may have: known, listed, or made of the name; weighed by DNS's answers.

Imports `domains`, `directory` and the verdicts of `dns`. This module has the known companies, and finds the domains of the
others: `model` makes them of the name by `labels`, `owners` adds those that the directory lists.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from guessmail.data.company_shares import LISTED_ACCEPTS, OTHERS_ACCEPT, RIGHT_ACCEPTS
from guessmail.dns import DomainChecker, MailVerdict, Verdict
from guessmail.domains import registrable
from guessmail.domains.company_name import fold_company, short_name
from guessmail.domains.question import one_line
from guessmail.errors import Code, Problem, UsageError
from guessmail.text import percent

if TYPE_CHECKING:
    from guessmail.directory import Directory

MOST_ASKED = 10
"""The largest number of a company's candidates that DNS is asked about."""
_UNKNOWN = frozenset((None, Verdict.UNKNOWN))


class CompanyDomain(NamedTuple):
    """A domain that a company may have."""

    domain: str
    """A-labels, lower case."""
    probability: float
    basis: str = "name"
    """`name`, `inside` (the domain is written in the name), `dns` (one of these, weighed by DNS's answer), `directory`, or, for
    a known domain, `list` or `store`."""
    sources: tuple[str, ...] = ()
    """The directory's sources that list it under this name."""
    verdict: Verdict | None = None
    """Whether it takes mail; None if DNS was not asked."""

    @property
    def is_guess(self) -> bool:
        """Whether the domain is guessed, not known."""
        return self.basis not in ("list", "store")


class CompanyDomains(NamedTuple):
    """The domains that a company may have."""

    company: str
    """Its name, as the user wrote it."""
    candidates: tuple[CompanyDomain, ...]
    """The most probable first; empty for a name without a letter or digit."""
    none: float
    """The probability that its domain is none of those to which the name leads."""
    problem: Problem | None = None
    """Why no domain is offered."""


class Companies:
    """The domains of companies by name; legal form, place, case, accents and punctuation make no difference.

    A name of the user with the same legal form comes before names with others: `Acme GmbH` and `Acme Inc` may have
    different domains, and `Acme` alone is unknown then.
    """

    def __init__(self) -> None:
        self._by_name: dict[str, str] = {}
        self._by_short: defaultdict[str, set[str]] = defaultdict(set)
        self._learned: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._domains: dict[str, CompanyDomain] = {}
        self.unknown: Counter[str] = Counter()
        """The number of rows by the name of an unknown company; by an empty name for companies beyond the limit."""

    def __bool__(self) -> bool:
        return bool(self._by_name or self._learned)

    def tell(
        self, company: str, domain: str, where: str = "", probability: float = 1.0, basis: str = "list"
    ) -> None:
        """Add a company's domain as the user states it; `UsageError`, which says `where`, for a second domain of a name."""
        key, domain = fold_company(company), domain.strip().lower()
        if not key or not domain:
            return
        if self._by_name.setdefault(key, domain) != domain:
            raise UsageError(
                f"{where or 'The list of companies'} gives two domains for {company.strip()!r}:"
                f" {self._by_name[key]} and {domain}. Keep one of them."
            )
        self._by_short[short_name(company)].add(domain)
        if domain not in self._domains or self._domains[domain].probability < probability:
            self._domains[domain] = CompanyDomain(domain, probability, basis)

    def remember(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Add pairs of company and domain from the store; names of this run come before them."""
        for company, domain in pairs:
            if fold_company(company) not in self._by_name:
                self.tell(company, domain, basis="store")

    def learn(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Learn from pairs of company and domain in rows; the most frequent domain of a company counts."""
        for company, domain in pairs:
            if (key := fold_company(company)) and domain:
                for name in {key, short_name(company)}:
                    self._learned[name][domain.strip().lower()] += 1

    def lookup(self, company: str) -> CompanyDomain | None:
        """Return the domain of a company, or None if it is not known."""
        key = fold_company(company)
        short = short_name(company)
        domains = {self._by_name[key]} if key in self._by_name else self._by_short.get(short, set())
        if not domains and (learned := self._learned.get(key) or self._learned.get(short)):
            # The first of equally frequent domains: a Counter keeps the order of the rows.
            domains = {learned.most_common(1)[0][0]}
        if len(domains) != 1:
            return None
        (domain,) = domains
        return self._domains.get(domain) or CompanyDomain(domain, 1.0, "list")

    def count_unknown(self, company: str) -> None:
        """Count a row whose company is unknown."""
        name = one_line(company)
        # Later ones are counted together: an endless list takes limited memory.
        self.unknown[name if name in self.unknown or len(self.unknown) < 10_000 else ""] += 1

    def summary(self, most: int = 10) -> list[str]:
        """Return the unknown companies by number of rows, a line each; empty if all are known."""
        if not self.unknown:
            return []
        first = [pair for pair in self.unknown.most_common(most + 1) if pair[0]][:most]
        lines = [f"  {count:>7,}  {name}" for name, count in first]
        if others := len(self.unknown.keys() - {""}) - len(first):
            rest = self.unknown.total() - sum(count for _, count in first)
            lines.append(f"  {rest:>7,}  in {others:,} other companies")
        return ["Unknown companies, by rows (give their domains with --companies FILE):", *lines]


class DomainFinder:
    """Finds the domains of companies, of each once: known ones, else by name, directory and DNS, if there is a `checker`.

    A `country` (ISO 3166, or empty) overrides those of single companies; the `most` probable candidates are returned.
    """

    def __init__(
        self,
        companies: Companies,
        checker: DomainChecker | None,
        *,
        directory: "Directory | None" = None,
        country: str = "",
        most: int = 3,
    ) -> None:
        self.companies, self._checker, self._directory = companies, checker, directory
        self._country, self._most = country, most
        self._by_name = lru_cache(maxsize=1 << 10)(self._suggested)
        self._after_dns = lru_cache(maxsize=20_000)(self._checked)  # an endless list takes limited memory

    def submit(self, company: str, country: str = "") -> None:
        """Start asking DNS about the candidates of an unknown company, ahead of `find`."""
        if self._checker is not None and not self.companies.lookup(company):
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
        # Importing these reads tables, which known companies do not need.
        from guessmail.companies.model import domains_of

        named = domains_of(company, country=country)
        if self._directory is None:
            return named
        from guessmail.companies.owners import find_owners

        return find_owners(named, self._directory, country)


def unknown_company(company: str, candidates: Sequence[CompanyDomain] = ()) -> Problem:
    """Return the problem of an unknown company, which names the best candidates and the next step."""
    name = one_line(company)
    short = name if len(name) <= 60 else name[:59] + "…"
    listed = ", ".join(f"{candidate.domain} ({percent(candidate.probability)})" for candidate in candidates)
    likely = f" Most likely: {listed}." if listed else ""
    best = candidates[0].domain if candidates else "DOMAIN"
    return Problem(
        Code.UNKNOWN_COMPANY,
        f"{short}'s domain is not known.{likely} Give the domain, or remember it: {how_to_remember(short, best)}",
    )


def how_to_remember(company: str, domain: str) -> str:
    """Return the command that remembers a company's domain, quoted for a shell."""
    from shlex import quote

    return f"guessmail learn --company {quote(f'{company}={domain}')}"


def asked_domains(named: CompanyDomains) -> list[str]:
    """Return the domains of the candidates that DNS is asked about, the most probable first."""
    return [each.domain for each in named.candidates[:MOST_ASKED] if each.probability >= 0.005]


def after_dns(named: CompanyDomains, answers: Mapping[str, MailVerdict]) -> CompanyDomains:
    """Return the candidates with probabilities after DNS's answers, which come by domain (Bayes' rule).

    A domain that accepts mail becomes likelier, the more so the rarer it is that a domain of its length and suffix
    accepts mail: `acme.com` surely belongs to some company, `acme-logistics.at` only to this. A domain that accepts
    no mail is hardly the company's. An unknown verdict changes nothing.
    """
    verdicts = {domain: answer.verdict for domain, answer in answers.items()}
    candidates = [old._replace(verdict=verdicts.get(old.domain)) for old in named.candidates]
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
