"""The public API: questions in, guesses out. It opens nothing, prints nothing, and takes no clock.

>>> from guessmail.guesser import Guesser, Question
>>> from guessmail.samples import parse_sample
>>> guesser = Guesser(samples=[parse_sample("Bob Jones <bjones@example.com>")])
>>> guesser.guess(Question("Jane Doe", "example.com")).candidates[0].address
'jdoe@example.com'
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from guessmail.domains import Domain, is_mailbox_provider, read_domain
from guessmail.domains.question import Question
from guessmail.errors import Code, Problem
from guessmail.model.belief import Belief
from guessmail.model.format import Format
from guessmail.model.holders import NOBODY
from guessmail.model.pool import Evidence, Pool
from guessmail.model.prior import Prior, Tags
from guessmail.model.ranking import Basis, Candidate, Choice, Ranking, choose
from guessmail.model.traits import domain_traits
from guessmail.names import Name, NameOrder, name_from_parts, read_name
from guessmail.patterns.catalog import Catalog, shipped

if TYPE_CHECKING:  # a guess without DNS and samples does not pay for them
    from guessmail.mx.verdict import DomainChecker, MailVerdict
    from guessmail.samples import Bounce, Sample

__all__ = ["Companies", "Evidence", "Guess", "Guesser", "LeftAlone", "Question", "Settings"]

AHEAD = 1000
"""How many questions are read ahead of the one that waits for DNS."""
MANY = 20
"""With so many samples, one more or less says next to nothing."""
MOST_FORMATS = 20_000
"""Formats that are kept."""
SUPPRESSED = "Suppressed: this person or domain is on your do-not-contact list."


@dataclass(frozen=True, slots=True)
class Guess:
    """The answer to one question."""

    question: Question
    name: str
    domain: str
    """In A-labels; as typed where none could be read."""
    candidates: tuple[Candidate, ...] = ()
    """Best first."""
    samples: int = 0
    """How many samples of the domain were counted."""
    mx: "MailVerdict | None" = None
    """None where DNS was not asked."""
    problem: Problem | None = None
    rate: float | None = None
    """The probability of the address that the question gives; None where it gives none, or was not asked for it."""
    borrowed: int = 0
    """How many samples of related domains were counted beside its own."""


class Companies(Protocol):
    """Tells companies' domains; `companies` has one."""

    def lookup(self, company: str) -> str | None:
        """Return the domain of a company, None where it is not known."""
        ...

    def problem(self, company: str) -> Problem:
        """Return the problem of a company that is not known; called once a question."""
        ...


class LeftAlone(Protocol):
    """The people, addresses and domains to leave alone; `suppression` keeps the list."""

    def has_any_at(self, domain: str) -> bool:
        """Return whether anything at a domain is on the list: the cheap question, to ask first."""
        ...

    def is_suppressed(self, name: Name, domain: str, local_parts: Iterable[str]) -> bool:
        """Return whether to offer a name nothing at a domain, where it could have any of `local_parts`."""
        ...


class Settings(NamedTuple):
    """What the user asked for, the same for all questions of a run."""

    choice: Choice = Choice()
    order: NameOrder = NameOrder.AUTO
    keep_undeliverable: bool = False
    """Offer addresses at domains that are proven to take no mail, too."""
    rate: bool = False
    """Give the probability of the address that a question gives."""


class Guesser:
    """Answers questions. Work is done once a run, once a domain and once a name, not once a question."""

    def __init__(
        self,
        *,
        samples: "Iterable[Sample]" = (),
        claims: "Iterable[Sample]" = (),
        evidence: Evidence | None = None,
        companies: Companies | None = None,
        left_alone: LeftAlone | None = None,
        checker: "DomainChecker | None" = None,
        catalog: Catalog | None = None,
        settings: Settings = Settings(),  # frozen
    ) -> None:
        """`checker` tells whether domains take mail; without one, DNS is not asked.

        `claims` are the addresses that the questions themselves give, as samples for one another: where an address
        is rated, what it says of itself does not count.
        """
        self.settings = settings
        self._catalog = catalog or shipped()
        self._prior = Prior(self._catalog)
        self._by_traits: dict[Tags, Format] = {}
        self._claims = frozenset(claims)
        self._pool = Pool([*samples, *self._claims], evidence)
        self._companies = companies
        self._left_alone = left_alone
        self._checker = checker
        self._formats: dict[tuple[str, Tags], Format] = {}

    def guess(self, question: Question) -> Guess:
        """Answer one question."""
        return self._answer(self._read(question))

    def guess_all(self, questions: Iterable[Question | None]) -> Iterator[Guess]:
        """Answer questions in their order; domains are asked for ahead, each once.

        None among the questions says that the next one may be long in coming: all before it are answered first.
        """
        waiting: deque[_Read] = deque()
        for question in questions:
            if question is not None:
                waiting.append(self._read(question))
            limit = 0 if question is None or self._checker is None else AHEAD
            while len(waiting) > limit:
                yield self._answer(waiting.popleft())
        while waiting:
            yield self._answer(waiting.popleft())

    def _read(self, question: Question) -> "_Read":
        """Read the name and the domain of a question, and ask DNS for the domain."""
        name, domain = self.read_name(question), self.read_domain(question)
        if isinstance(domain, Domain) and isinstance(name, Name):
            if self._is_suppressed(name, domain.ascii):
                name = Problem(Code.SUPPRESSED, SUPPRESSED)
            elif self._checker is not None:
                self._checker.submit(domain.ascii)
        return _Read(question, name, domain)

    def _answer(self, read: "_Read") -> Guess:
        """Look up the format of the domain, rank the candidates, and choose from them."""
        question, name, domain = read
        if isinstance(domain, Problem):
            return Guess(question, read.written, question.domain, problem=domain)
        if isinstance(name, Problem):
            return Guess(question, read.written, domain.ascii, problem=name)
        mx = self._checker.result(domain.ascii) if self._checker else None
        fmt = self._format(domain.ascii, question.company)
        is_refused = mx is not None and mx.verdict == "no_mail" and not self.settings.keep_undeliverable
        is_rated = self.settings.rate and "@" in question.email
        return Guess(
            question,
            read.written,
            domain.ascii,
            () if is_refused else self._candidates(Ranking(name, fmt), domain.ascii, fmt),
            samples=fmt.samples,
            mx=mx,
            rate=self.rate(name, question.email) if is_rated else None,
            borrowed=fmt.borrowed,
        )

    def _candidates(self, ranking: Ranking, domain: str, fmt: Format) -> tuple[Candidate, ...]:
        basis = Basis.SAMPLES if fmt.votes else Basis.PRIOR
        return tuple(
            [
                Candidate(
                    f"{one.local_part}@{domain}",
                    one.probability,
                    ranking.pattern_of(one.local_part),
                    Basis.KNOWN if one.is_known else basis,
                )
                for one in choose(ranking, self.settings.choice)
            ]
        )

    def read_name(self, question: Question) -> Name | Problem:
        """Read the name of a question: parts that are said are taken as said."""
        if question.given or question.family:
            return name_from_parts(question.given, question.family, question.middle)
        return read_name(question.name, order=self.settings.order)

    def read_domain(self, question: Question) -> Domain | Problem:
        """Read the domain of a question: its company's, where it says none or a company in its place."""
        typed = question.domain
        domain = read_domain(typed)
        if isinstance(domain, Domain) or not (question.company or typed.strip()):
            return domain
        if found := self._known_domain(question.company) or self._known_domain(typed):
            return read_domain(found)
        company = typed if typed.strip() else question.company
        if ("." in company and typed.strip()) or not any(map(str.isalnum, company)):
            return domain
        return self._known_companies().problem(company)

    def _known_domain(self, company: str) -> str:
        return (self._known_companies().lookup(company) or "") if company else ""

    def _known_companies(self) -> Companies:
        if self._companies is None:
            from guessmail.domains import companies

            self._companies = companies.Companies()
        return self._companies

    def format_of(self, domain: str) -> Format:
        """Return what is believed about a domain (A-labels), learned once a run."""
        return replace(self._format(domain), domain=domain)

    def _format(self, domain: str, company: str = "") -> Format:
        """Return the same; for all domains with the same traits of which nothing is known, one and the same format.

        The name of the domain's company, where it is known, helps.
        """
        traits = domain_traits(domain, company)
        if (fmt := self._formats.get((domain, traits))) is not None:
            return fmt
        if self._pool.is_silent_on(domain):
            return self._unknown(traits)
        samples, bounces = self._pool.samples(domain), self._pool.bounces(domain)
        fmt = self._unknown(traits)
        if samples or bounces:
            learned = self._learn(domain, traits, samples, bounces)
            fmt = replace(fmt, holders=learned.holders) if is_mailbox_provider(domain) else learned
        if len(self._formats) >= MOST_FORMATS:
            self._formats.clear()
        self._formats[domain, traits] = fmt
        return fmt

    def _unknown(self, traits: Tags) -> Format:
        if (fmt := self._by_traits.get(traits)) is None:
            fmt = self._by_traits[traits] = Format("", Belief(self._prior, traits))
        return fmt

    def _learn(
        self, domain: str, traits: Tags, samples: "Sequence[Sample]", bounces: "Sequence[Bounce]"
    ) -> Format:
        from guessmail.model.learning import learn

        return learn(domain, samples, self._unknown(traits).belief, bounces)

    def prior_at(self, domain: str) -> Belief:
        """Return what is believed about a domain before any sample."""
        return self._unknown(domain_traits(domain)).belief

    def rank(self, name: Name, domain: str) -> Ranking:
        """Rank every local part that a name can lead to at a domain."""
        return Ranking(name, self._format(domain))

    def rate(self, name: Name, address: str) -> float | None:
        """Return the probability that an address is a person's; None where it is no address, or suppressed."""
        ranked = self.rank_address(name, address)
        return ranked.probability if ranked else None

    def rank_address(self, name: Name, address: str) -> Candidate | None:
        """Return an address as a candidate of a person, by all that is known beside it; None as for `rate`."""
        local, _, typed = address.strip().strip("<>").rpartition("@")
        domain = read_domain(typed)
        if not local or isinstance(domain, Problem) or self._is_suppressed(name, domain.ascii):
            return None
        fmt = self._format_without(local.lower(), domain.ascii)
        ranking = Ranking(name, fmt)
        found = ranking.find(local.lower())
        basis = Basis.KNOWN if found.is_known else Basis.SAMPLES if fmt.votes else Basis.PRIOR
        return Candidate(address, found.probability, ranking.pattern_of(found.local_part), basis)

    def _format_without(self, local_part: str, domain: str) -> Format:
        """Return what is believed about a domain without what the questions claim of one address."""
        fmt = self._format(domain)
        claims = self._claims and {
            vote.sample
            for vote in fmt.votes
            if vote.sample.local_part == local_part and vote.sample in self._claims
        }
        if not claims:
            return fmt
        if len(fmt.votes) > MANY:
            return replace(fmt, holders=NOBODY)
        samples = [sample for sample in self._pool.samples(domain) if sample not in claims]
        return self._learn(domain, fmt.belief.traits, samples, self._pool.bounces(domain))

    def _is_suppressed(self, name: Name, domain: str) -> bool:
        if self._left_alone is None or not self._left_alone.has_any_at(domain):
            return False
        return self._left_alone.is_suppressed(name, domain, self.local_parts(name, domain))

    def local_parts(self, name: Name, domain: str) -> Iterator[str]:
        """Yield all local parts that a name could have at a domain, whatever the patterns that are offered."""
        yield from Ranking(name, self._format(domain)).local_parts
        if self._catalog is not shipped():
            yield from Ranking(name, Format("", Belief(Prior(shipped()), domain_traits(domain)))).local_parts


class _Read(NamedTuple):
    """A question as it was read."""

    question: Question
    name: Name | Problem
    domain: Domain | Problem

    @property
    def written(self) -> str:
        """The name as it is shown."""
        if isinstance(self.name, Name):
            return self.name.written
        return self.question.name or f"{self.question.given} {self.question.family}".strip()
