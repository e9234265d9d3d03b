"""The public API: questions in, guesses out. It opens nothing, prints nothing, and takes no clock.

>>> from guessmail.guesser import Guesser, Question
>>> from guessmail.samples import parse_sample
>>> guesser = Guesser(samples=[parse_sample("Bob Jones <bjones@example.com>")])
>>> guesser.guess(Question("Jane Doe", "example.com")).candidates[0].address
'jdoe@example.com'
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from guessmail.candidates import Basis, Candidate, Choice, Ranked, choose, rank
from guessmail.catalog import Catalog, shipped
from guessmail.domains import Domain, kind_of, plain_kind, read_domain
from guessmail.evidence import Evidence, Pool
from guessmail.holders import NOBODY
from guessmail.inference import Format
from guessmail.names import Name, NameOrder, name_from_parts, read_name
from guessmail.prior import Prior
from guessmail.problems import Code, Problem
from guessmail.questions import Question

if TYPE_CHECKING:  # a guess without DNS and samples does not pay for them
    from guessmail.mx.verdict import DomainChecker, MailVerdict
    from guessmail.offers import Filling, Offers
    from guessmail.samples import Bounce, Sample
    from guessmail.templates import Offer

__all__ = ["Companies", "Evidence", "Guess", "Guesser", "LeftAlone", "Question", "Settings"]

AHEAD = 1000
"""How many questions are read ahead of the one that waits for DNS."""
MANY = 20
"""From so many samples of a domain, or domains with samples, on it pays to work by shapes of names."""
MOST_FORMATS = 20_000
"""Formats that are kept."""
LEAVE_ALONE = "The person, or the domain, is on the list of those to leave alone: nothing is offered."
UNTOLD = Format("")
"""What is believed about all domains that no sample tells of."""


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
    lent: int = 0
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
        self._priors: dict[str, Prior] = {}
        self._claims = frozenset(claims)
        self._pool = Pool([*samples, *self._claims], evidence)
        self._companies = companies
        self._left_alone = left_alone
        self._checker = checker
        self._formats: dict[str, Format] = {}
        self._offers: dict[str, Offers] = {}

    def guess(self, question: Question) -> Guess:
        """Answer one question."""
        return self._answer(*self._read(question), self._ranked)

    def guess_all(self, questions: Iterable[Question | None]) -> Iterator[Guess]:
        """Answer questions in their order; domains are asked for ahead, each once.

        None among the questions says that the next one may be long in coming: all before it are answered first.
        """
        waiting: deque[tuple[Question, Name | Problem, Domain | Problem]] = deque()
        for question in questions:
            if question is not None:
                waiting.append(self._read(question))
            limit = 0 if question is None or self._checker is None else AHEAD
            while len(waiting) > limit:
                yield self._answer(*waiting.popleft(), self._by_shape)
        while waiting:
            yield self._answer(*waiting.popleft(), self._by_shape)

    def offered(self, question: Question) -> "Filling | list[Candidate] | None":
        """Return the candidates that `guess` would find, or the template that they are made by.

        None where only `guess` can tell, which it always can.
        """
        if self._checker is not None:
            return None
        domain = question.domain or self._known_domain(question.company)
        kind = plain_kind(domain)
        if not kind:
            read = read_domain(domain)
            if isinstance(read, Problem):
                return None
            domain = read.ascii
            kind = kind_of(domain)
        if self._left_alone is not None and self._left_alone.has_any_at(domain):
            return None
        offers = self._offers.get(kind) or self._offers_of(kind)
        found = offers.to_question(question, domain, self._format(domain))
        return self._candidates(found, domain) if isinstance(found, list) else found

    def format_of(self, domain: str) -> Format:
        """Return what is believed about a domain (A-labels), learned once a run."""
        fmt = self._format(domain)
        return Format(domain) if fmt is UNTOLD else fmt

    def _format(self, domain: str) -> Format:
        """Return the same, for all domains that no sample tells of one and the same format."""
        if (fmt := self._formats.get(domain)) is not None:
            return fmt
        if self._pool.is_silent_on(domain):
            return UNTOLD
        samples, bounces = self._pool.samples(domain), self._pool.bounces(domain)
        fmt = self._learn(domain, samples, bounces) if samples or bounces else UNTOLD
        if len(self._formats) >= MOST_FORMATS:
            self._formats.clear()
        self._formats[domain] = fmt
        return fmt

    def _learn(self, domain: str, samples: "Sequence[Sample]", bounces: "Sequence[Bounce]") -> Format:
        from guessmail.learning import learn  # noqa: PLC0415  # a guess without samples does not pay for it

        if max(len(samples), self._pool.domains) < MANY and kind_of(domain) not in self._offers:
            return learn(domain, samples, self._prior_at(domain), bounces)
        keys_of = self._offers_of(kind_of(domain)).moulds.sample
        return learn(domain, samples, self._prior_at(domain), bounces, keys_of=keys_of)

    def prior_at(self, domain: str) -> Prior:
        """Return what is believed about a domain before any sample."""
        return self._prior_at(domain)

    def rank(self, name: Name, domain: str) -> list[Ranked]:
        """Return every local part that a name can lead to at a domain, the most probable first."""
        return rank(name, self.format_of(domain), self._prior_at(domain))

    def _prior_at(self, domain: str) -> Prior:
        return self._prior_of(kind_of(domain))

    def _prior_of(self, kind: str) -> Prior:
        """Return the prior of a kind of domains."""
        if (prior := self._priors.get(kind)) is None:
            prior = self._priors[kind] = Prior(self._catalog, (kind,))
        return prior

    def _offers_of(self, kind: str) -> "Offers":
        if (offers := self._offers.get(kind)) is None:
            from guessmail.offers import Offers  # noqa: PLC0415  # a single guess does not pay for it

            offers = self._offers[kind] = Offers(self._prior_of(kind), self.settings.choice, self.read_name)
        return offers

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
            from guessmail import companies  # noqa: PLC0415  # a question with a domain does not pay for it

            self._companies = companies.Companies()
        return self._companies

    def _read(self, question: Question) -> tuple[Question, Name | Problem, Domain | Problem]:
        domain, name = self.read_domain(question), self.read_name(question)
        if isinstance(domain, Problem):
            return question, name, domain
        if isinstance(name, Name) and self._is_left_alone(name, domain.ascii):
            return question, Problem(Code.SUPPRESSED, LEAVE_ALONE), domain
        if self._checker is not None:
            self._checker.submit(domain.ascii)
        return question, name, domain

    def _is_left_alone(self, name: Name, domain: str) -> bool:
        if self._left_alone is None or not self._left_alone.has_any_at(domain):
            return False
        return self._left_alone.is_suppressed(name, domain, self.local_parts(name, domain))

    def local_parts(self, name: Name, domain: str) -> Iterator[str]:
        """Yield all local parts that a name could have at a domain, whatever the patterns that are offered."""
        for ranked in self.rank(name, domain):
            yield ranked.local_part
        if self._catalog is not shipped():
            for key in Prior(shipped(), (kind_of(domain),)).keys(name).keys:
                yield key.local_part

    def _answer(
        self,
        question: Question,
        name: Name | Problem,
        domain: Domain | Problem,
        offer: Callable[[Name, str], tuple[Candidate, ...]],
    ) -> Guess:
        said = question.name or f"{question.given} {question.family}".strip()
        written = name.written if isinstance(name, Name) else said
        if isinstance(domain, Problem):
            return Guess(question, written, question.domain, problem=domain)
        if isinstance(name, Problem):
            return Guess(question, written, domain.ascii, problem=name)
        mx = self._checker.result(domain.ascii) if self._checker else None
        fmt, rate = self._format(domain.ascii), None
        if self.settings.rate and "@" in question.email:
            rate = self.rate(name, question.email)
        is_refused = mx is not None and mx.verdict == "no_mail" and not self.settings.keep_undeliverable
        return Guess(
            question,
            written,
            domain.ascii,
            () if is_refused else offer(name, domain.ascii),
            samples=fmt.samples,
            mx=mx,
            rate=rate,
            lent=fmt.lent,
        )

    def rate(self, name: Name, address: str) -> float | None:
        """Return the probability that an address is a person's; None where it is no address."""
        if (told := self._address(name, address)) is None:
            return None
        local, domain = told
        found = self._offers_of(kind_of(domain)).chance(name, self._format_without(local, domain), local)
        return self._ranked_as(name, local, domain).probability if found is None else found

    def rank_address(self, name: Name, address: str) -> Ranked | None:
        """Return an address among all that a person may have at its domain; None where it is no address."""
        told = self._address(name, address)
        return self._ranked_as(name, *told) if told else None

    def _address(self, name: Name, address: str) -> tuple[str, str] | None:
        """Return the local part and the domain of an address that may be told of; None where there is none."""
        local, _, typed = address.strip().strip("<>").rpartition("@")
        domain = read_domain(typed)
        if not local or isinstance(domain, Problem) or self._is_left_alone(name, domain.ascii):
            return None
        return local.lower(), domain.ascii

    def _ranked_as(self, name: Name, local_part: str, domain: str) -> Ranked:
        ranked = rank(name, self._format_without(local_part, domain), self._prior_at(domain))
        return next((one for one in ranked if one.local_part == local_part), Ranked(local_part, 0.0, ()))

    def _format_without(self, local_part: str, domain: str) -> Format:
        """Return what is believed about a domain without what the questions claim of one address."""
        fmt = self.format_of(domain)
        claims = self._claims and {
            vote.sample
            for vote in fmt.votes
            if vote.sample.local_part == local_part and vote.sample in self._claims
        }
        if not claims:
            return fmt
        if len(fmt.votes) > MANY:  # where one sample more or less says next to nothing
            return replace(fmt, holders=NOBODY)
        samples = [sample for sample in self._pool.samples(domain) if sample not in claims]
        return self._learn(domain, samples, self._pool.bounces(domain))

    def _ranked(self, name: Name, domain: str) -> tuple[Candidate, ...]:
        """Return the candidates of one name: all ways are weighed, and the best ones chosen."""
        basis = self._basis(domain)
        return tuple(
            Candidate(
                f"{one.local_part}@{domain}",
                one.probability,
                one.pattern,
                Basis.KNOWN if one.is_known else basis,
            )
            for one in choose(self.rank(name, domain), self.settings.choice)
        )

    def _by_shape(self, name: Name, domain: str) -> tuple[Candidate, ...]:
        """Return the same, by what was worked out for other names of the same shape."""
        offers = self._offers_of(kind_of(domain)).to_name(name, self._format(domain))
        if offers is None:
            return self._ranked(name, domain)
        return tuple(self._candidates(offers, domain))

    def _candidates(self, offers: "Iterable[Offer]", domain: str) -> list[Candidate]:
        basis = self._basis(domain)
        return [Candidate(f"{local}@{domain}", chance, pattern, basis) for local, chance, pattern in offers]

    def _basis(self, domain: str) -> Basis:
        return Basis.SAMPLES if self._format(domain).votes else Basis.PRIOR
