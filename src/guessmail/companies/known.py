"""Companies whose domains are known, by name: from a file, from the store, or from the rows of a list."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from guessmail.companies import CompanyDomain
from guessmail.domains.company_name import fold_company, strip_legal_form
from guessmail.domains.question import one_line
from guessmail.errors import Code, Problem, UsageError
from guessmail.text import percent

_UNKNOWN_LIMIT = 10_000
"""The number of unknown companies that are counted by name, so that an endless list takes limited memory."""


class Companies:
    """The domains of companies by name; legal form, case, accents and punctuation make no difference.

    A name of the user with the same legal form comes before names with others: `Acme GmbH` and `Acme Inc` may have
    different domains, and `Acme` alone is unknown then.
    """

    def __init__(self) -> None:
        self._by_name: dict[str, str] = {}
        self._by_short: defaultdict[str, set[str]] = defaultdict(set)
        self._learned: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._remembered: set[str] = set()
        self._probabilities: dict[str, float] = {}
        self.unknown: Counter[str] = Counter()
        """The number of rows by the name of an unknown company; by an empty name for companies beyond the limit."""

    def __bool__(self) -> bool:
        return bool(self._by_name or self._learned)

    def tell(self, company: str, domain: str, where: str = "", probability: float = 1.0) -> None:
        """Add a company's domain as the user states it; `UsageError`, which says `where`, for a second domain of a name."""
        key = fold_company(company)
        domain = domain.strip().lower()
        if not key or not domain:
            return
        if self._by_name.setdefault(key, domain) != domain:
            raise UsageError(
                f"{where or 'The list of companies'} gives two domains for {company.strip()!r}:"
                f" {self._by_name[key]} and {domain}. Keep one of them."
            )
        self._by_short[strip_legal_form(key)].add(domain)
        self._probabilities[domain] = max(probability, self._probabilities.get(domain, 0.0))

    def remember(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Add pairs of company and domain from the store; names of this run come before them."""
        for company, domain in pairs:
            if (key := fold_company(company)) and key not in self._by_name:
                self.tell(company, domain, probability=self._probabilities.get(domain, 1.0))
                self._remembered.add(domain)

    def learn(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Learn from pairs of company and domain in rows; the most frequent domain of a company counts."""
        for company, domain in pairs:
            key = fold_company(company)
            if key and domain:
                for name in {key, strip_legal_form(key)}:
                    self._learned[name][domain.strip().lower()] += 1

    def lookup(self, company: str) -> CompanyDomain | None:
        """Return the domain of a company, or None if it is not known."""
        key = fold_company(company)
        short = strip_legal_form(key)
        domains = {self._by_name[key]} if key in self._by_name else self._by_short.get(short, set())
        if not domains and (learned := self._learned.get(key) or self._learned.get(short)):
            # The first of equally frequent domains: a Counter keeps the order of the rows.
            domains = {learned.most_common(1)[0][0]}
        if len(domains) != 1:
            return None
        (domain,) = domains
        basis = "store" if domain in self._remembered else "list"
        return CompanyDomain(domain, self._probabilities.get(domain, 1.0), basis)

    def count_unknown(self, company: str) -> None:
        """Count a row whose company is unknown."""
        name = one_line(company)
        is_counted = name in self.unknown or len(self.unknown) < _UNKNOWN_LIMIT
        self.unknown[name if is_counted else ""] += 1

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
