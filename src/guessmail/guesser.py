"""The public API: questions in, guesses out. It opens no files, prints nothing, and does not read the clock.

>>> from guessmail.guesser import Guesser, Question
>>> from guessmail.samples import parse_sample
>>> guesser = Guesser(samples=[parse_sample("Bob Jones <bjones@example.com>")])
>>> guesser.guess(Question("Jane Doe", "example.com")).candidates[0].address
'jdoe@example.com'
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from guessmail.domains import likely_domain, read_domain
from guessmail.domains.question import (
    Employer,
    Question,
    company_of,
    domain_in,
    employer_of,
    is_meant_as_domain,
    read_country,
    swapped,
)
from guessmail.errors import Code, Problem
from guessmail.guesses import Guess, Settings
from guessmail.model.belief import Prior
from guessmail.model.formats import Format, Formats
from guessmail.model.pool import Evidence, Pool
from guessmail.model.ranking import Basis, Candidate, Ranking
from guessmail.model.traits import organisation_with
from guessmail.names import Name, name_from_parts, read_name
from guessmail.patterns.catalog import Catalog, shipped
from guessmail.text import is_misspelling, split_address

if TYPE_CHECKING:  # a guess without DNS, samples and companies does not pay for them
    from guessmail.companies import Companies, CompanyDomain, DomainFinder
    from guessmail.directory import Directory
    from guessmail.dns import DomainChecker
    from guessmail.samples import Sample
    from guessmail.store.suppression import SuppressionList

__all__ = ["Evidence", "Guess", "Guesser", "Question", "Settings"]

_Read = tuple[Question, str, Name | Problem, str | Problem, str]
"""A question as it was read: itself, the name to show, the name, the domain, and the company by whose name the domain is
found (empty if the question gives the domain)."""
_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")
_SUPPRESSED = Problem(Code.SUPPRESSED, "This person or domain is on your do-not-contact list.")


def ahead(items: Iterable[_Item | None], answer: Callable[[_Item], _Answer], most: int) -> Iterator[_Answer]:
    """Yield the answers to items in their order; up to `most` items are read ahead of their answers.

    A None means "input is paused": everything read so far is answered before reading on.
    """
    waiting: deque[_Item] = deque()
    for item in items:
        if item is not None:
            waiting.append(item)
        while len(waiting) > (0 if item is None else most):
            yield answer(waiting.popleft())
    while waiting:
        yield answer(waiting.popleft())


class Guesser:
    """Answers questions. The work for the run, for a domain or for a name is done once, not for each question."""

    def __init__(  # noqa: PLR0913 - each is a source of its own
        self,
        *,
        samples: "Iterable[Sample]" = (),
        claims: "Iterable[Sample]" = (),
        evidence: Evidence | None = None,
        companies: "Companies | None" = None,
        do_not_contact: "SuppressionList | None" = None,
        directory: "Directory | None" = None,
        checker: "DomainChecker | None" = None,
        catalog: Catalog | None = None,
        settings: Settings = Settings(),  # frozen
    ) -> None:
        """`claims` are the addresses in the questions, which are samples for one another, but not for their own rating.

        `checker` tells whether domains take mail; without one, DNS is not asked. `companies` are those whose domains are
        known, `directory` has public data on organisations, and `evidence` has remembered samples and bounces.
        """
        self.settings = settings
        self._catalog = catalog or shipped()
        claimed = frozenset(claims)
        self._pool = Pool([*samples, *claimed], evidence)
        self.formats = Formats(Prior(self._catalog), self._pool, claimed, directory)
        self._companies, self._directory = companies, directory
        self._do_not_contact, self._checker = do_not_contact, checker
        self._anybody = Employer(country=read_country(settings.country))

    def guess(self, question: Question) -> Guess:
        """Answer one question."""
        return self._answer(self._read(question))

    def guess_all(self, questions: Iterable[Question | None]) -> Iterator[Guess]:
        """Answer questions in their order, as `ahead` does: DNS is asked about the domains of later ones meanwhile."""
        read = (None if question is None else self._read(question) for question in questions)
        return ahead(read, self._answer, 0 if self._checker is None else 1000)

    def learn_companies(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Learn the domains of companies, for all questions from here on."""
        self.finder.companies.learn(pairs)

    def may_have_data_on(self, domain: str) -> bool:
        """Return whether there may be samples at a domain (A-labels) or related ones; cheaper than `format_of`."""
        return not self._pool.has_no_data_on(domain)

    def _read(self, question: Question) -> _Read:
        """Read the name and the domain, and submit the domain, or the company's possible domains, to DNS."""
        name = self.read_name(question)
        domain, company = self._read_domain(question)
        name = swapped(question, domain) or name
        if isinstance(name, Problem):
            domain = name if company and isinstance(domain, Problem) else domain
        elif isinstance(domain, Problem):
            if company:
                self.finder.submit(company, read_country(question.country, question.state, question.phone))
        elif self._is_suppressed(name, domain):
            name = _SUPPRESSED
        elif self._checker is not None:
            self._checker.submit(domain)
        written = name.written if isinstance(name, Name) else question.name
        return question, written or f"{question.given} {question.family}".strip(), name, domain, company

    def _answer(self, read: _Read) -> Guess:
        """Return the guess for a question as it was read; find the domain first if the question names a company only."""
        question, written, name, domain, named = read
        company = None
        if named or question.domain_probability is not None:
            from guessmail.companies import CompanyDomain, unknown_company
        if named and isinstance(name, Name):
            found = self.finder.find(named, read_country(question.country, question.state, question.phone))
            best = next(iter(found.candidates), None)
            if best is None or best.probability < self.settings.company_threshold:
                problem = unknown_company(found.company, found.candidates)
                return Guess(question, written, question.domain, problem=problem, suggestion=best)
            domain, company = read_domain(best.domain), best
            if isinstance(domain, str) and self._is_suppressed(name, domain):
                name = _SUPPRESSED
        if isinstance(domain, Problem):
            return Guess(question, written, question.domain, problem=domain)
        if question.domain_probability is not None:  # found by an earlier run, and confirmed
            company = CompanyDomain(domain, question.domain_probability, "list")
        if isinstance(name, Problem):
            return Guess(question, written, domain, problem=name, company=company)
        return self._ranked(read, name, domain, company)

    def _ranked(self, read: _Read, name: Name, domain: str, company: "CompanyDomain | None") -> Guess:
        question, written, _, _, named = read
        employer = employer_of(question, named, self._anybody.country)
        mx = self._checker.result(domain) if self._checker else None
        fmt = self.formats.of(domain, employer)
        meant = "" if company else self.likely_domain(domain)
        share = company.probability if company else self._slip_share(name, fmt, meant, employer)
        is_refused = mx is not None and mx.verdict == "no_mail" and not self.settings.keep_undeliverable
        is_rated = self.settings.rate and "@" in question.email
        rated = self.rank_address(name, question.email, employer) if is_rated else None
        ranking = Ranking(name, fmt)
        if question.invalid:
            local_part, at = split_address(question.invalid.lower())
            if read_domain(at) == domain:
                ranking.exclude(local_part)
        answer = Guess(
            question,
            written,
            domain,
            () if is_refused else ranking.choose(self.settings.choice, domain, share),
            samples=fmt.samples,
            mx=mx,
            rate=rated.probability if rated else None,
            borrowed=fmt.borrowed,
            observed=sum([public.counts.people for public in fmt.observed]) if fmt.observed else 0,
            company=company,
            employer=employer,
            organisation=organisation_with(name, domain, employer),
            meant=meant,
        )
        if not answer.candidates or answer.candidates[0].basis is not Basis.KNOWN:
            return answer
        return answer._replace(misspelling=self._misspelling(name, ranking, domain, employer))

    def _misspelling(self, name: Name, ranking: Ranking, domain: str, employer: Employer) -> Candidate | None:
        """Return the guess of which the person's known address is probably a misspelling, if any."""
        known, *others = [local_part for local_part, _ in ranking.best(2)]
        if known not in ranking.known or not others or not is_misspelling(known, others[0]):
            return None
        by_format = Ranking(name, self.formats.without(known, domain, employer)._replace(holders=None))
        meant = by_format.candidate(others[0], domain)
        # Other conventions (mueller, muller) have lower odds.
        return meant if meant.probability > max(0.3, 10 * by_format.probabilities.get(known, 0.0)) else None

    def likely_domain(self, domain: str) -> str:
        """Return the domain that was probably meant if `domain` (A-labels) looks mistyped and has no samples; else empty."""
        meant = likely_domain(domain)
        return "" if meant and self.may_have_data_on(domain) and self.formats.of(domain).samples else meant

    def _slip_share(self, name: Name, fmt: Format, meant: str, employer: Employer) -> float:
        """Return the factor for probabilities at a mistyped domain: they do not exceed those at `meant`."""
        if not meant:
            return 1.0
        here, there = (Ranking(name, each).best(1) for each in (fmt, self.formats.of(meant, employer)))
        return min(1.0, there[0][1] / here[0][1]) if here and there else 1.0

    def read_name(self, question: Question) -> Name | Problem:
        """Read the name of a question: from its given or family name if it has one, else from the full name."""
        if question.given or question.family:
            return name_from_parts(question.given, question.family, question.middle)
        return read_name(question.name, order=self.settings.order)

    def _read_domain(self, question: Question) -> tuple[str | Problem, str]:
        """Return a question's domain, a problem until `_answer` finds it, and the company by whose name it is found, maybe empty."""
        domain = read_domain(question.domain)
        company = "" if isinstance(domain, str) else company_of(question)
        if not company:
            return domain, ""
        if known := self.finder.companies.lookup(company):
            return read_domain(known.domain), company
        if question.company and (site := domain_in(question.company)):
            return site, ""
        return domain, "" if is_meant_as_domain(question.domain) else company

    @cached_property
    def finder(self) -> "DomainFinder":
        """The finder of companies' domains, made only if a question needs it."""
        from guessmail.companies import Companies, DomainFinder

        companies = Companies() if self._companies is None else self._companies
        country = self._anybody.country
        return DomainFinder(companies, self._checker, directory=self._directory, country=country)

    def format_of(self, domain: str, employer: Employer | None = None) -> Format:
        """Return the format of a domain (A-labels), learned once a run; `employer` says who owns the domain."""
        return self.formats.of(domain, employer or self._anybody)._replace(domain=domain)

    def rank(self, name: Name, domain: str, employer: Employer | None = None) -> Ranking:
        """Rank every local part that a name can lead to at a domain."""
        return Ranking(name, self.formats.of(domain, employer or self._anybody))

    def rank_address(self, name: Name, address: str, employer: Employer | None = None) -> Candidate | None:
        """Return an address as a candidate of a person, rated without itself as a sample; None if invalid or suppressed."""
        local, typed = split_address(address.strip().strip("<>"))
        domain = read_domain(typed)
        if not local or isinstance(domain, Problem) or self._is_suppressed(name, domain):
            return None
        fmt = self.formats.without(local.lower(), domain, employer or self._anybody)
        return Ranking(name, fmt).candidate(local.lower(), domain)._replace(address=address)

    def may_show(self, sample: "Sample") -> bool:
        """Return whether a sample's person is not on the do-not-contact list."""
        return self._do_not_contact is None or not self._do_not_contact.covers(sample.address, sample.name)

    def _is_suppressed(self, name: Name, domain: str) -> bool:
        if self._do_not_contact is None or not self._do_not_contact.has_any_at(domain):
            return False
        return self._do_not_contact.is_suppressed(name, domain, self.local_parts(name, domain))

    def local_parts(self, name: Name, domain: str) -> Iterator[str]:
        """Yield all local parts that a name can have at a domain: by this guesser's catalogue, then by the shipped one."""
        yield from self.rank(name, domain).probabilities
        if self._catalog is not shipped():
            yield from Guesser().rank(name, domain).probabilities
