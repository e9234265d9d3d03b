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

from guessmail.candidates import Basis, Candidate, Choice, Ranked, choose, rank
from guessmail.catalog import Catalog, shipped
from guessmail.domains import Domain, kind_of, read_domain
from guessmail.inference import Format
from guessmail.names import Name, NameOrder, name_from_parts, read_name
from guessmail.prior import Prior
from guessmail.problems import Problem
from guessmail.samples import Sample

if TYPE_CHECKING:  # a guess without DNS does not pay for them
    from guessmail.mx.verdict import DomainChecker, MailVerdict

__all__ = ["Evidence", "Guess", "Guesser", "Question", "Settings"]

AHEAD = 1000
"""How many questions are read ahead of the one that waits for DNS."""


class Question(NamedTuple):
    """Whose address is asked for: `name`, or else `given` and `family`; `domain`, or else `company`."""

    name: str = ""
    domain: str = ""
    """A domain, a URL or an address, as typed."""
    given: str = ""
    middle: str = ""
    family: str = ""
    company: str = ""
    email: str = ""
    """The address that the person is said to have."""


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


class Evidence(Protocol):
    """What is remembered from before; `store` keeps it on disk."""

    def samples(self, domain: str) -> Sequence[Sample]:
        """Return the samples of a domain."""
        ...


class Settings(NamedTuple):
    """What the user asked for, the same for all questions of a run."""

    choice: Choice = Choice()
    order: NameOrder = NameOrder.AUTO
    keep_undeliverable: bool = False
    """Offer addresses at domains that are proven to take no mail, too."""


class Guesser:
    """Answers questions. Work is done once a run, once a domain and once a name, not once a question."""

    def __init__(
        self,
        *,
        samples: Iterable[Sample] = (),
        evidence: Evidence | None = None,
        checker: "DomainChecker | None" = None,
        catalog: Catalog | None = None,
        settings: Settings = Settings(),  # frozen
    ) -> None:
        """`checker` tells whether domains take mail; without one, DNS is not asked."""
        self.settings = settings
        self._catalog = catalog or shipped()
        self._priors: dict[str, Prior] = {}
        self._evidence = evidence
        self._checker = checker
        self._samples: dict[str, list[Sample]] = {}
        for sample in samples:
            self._samples.setdefault(sample.domain, []).append(sample)
        self._formats: dict[str, Format] = {}

    def guess(self, question: Question) -> Guess:
        """Answer one question."""
        return next(self.guess_all([question]))

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
                yield self._answer(*waiting.popleft())
        while waiting:
            yield self._answer(*waiting.popleft())

    def format_of(self, domain: str) -> Format:
        """Return what is believed about a domain (A-labels), learned once a run."""
        fmt = self._formats.get(domain)
        if fmt is None:
            remembered = self._evidence.samples(domain) if self._evidence else ()
            samples = [*self._samples.get(domain, ()), *remembered]
            if samples:
                from guessmail.learning import learn  # noqa: PLC0415  # a guess without samples does not pay for it

                fmt = learn(domain, samples, self._prior_at(domain))
            else:
                fmt = Format(domain)
            self._formats[domain] = fmt
        return fmt

    def rank(self, name: Name, domain: str) -> list[Ranked]:
        """Return every local part that a name can lead to at a domain, the most probable first."""
        return rank(name, self.format_of(domain), self._prior_at(domain))

    def _prior_at(self, domain: str) -> Prior:
        """Return the prior of the domain's kind."""
        kind = kind_of(domain)
        if (prior := self._priors.get(kind)) is None:
            prior = self._priors[kind] = Prior(self._catalog, (kind,))
        return prior

    def read_name(self, question: Question) -> Name | Problem:
        """Read the name of a question: parts that are said are taken as said."""
        if question.given or question.family:
            return name_from_parts(question.given, question.family, question.middle)
        return read_name(question.name, order=self.settings.order)

    def _read(self, question: Question) -> tuple[Question, Name | Problem, Domain | Problem]:
        domain = read_domain(question.domain)
        if self._checker is not None and isinstance(domain, Domain):
            self._checker.submit(domain.ascii)
        return question, self.read_name(question), domain

    def _answer(self, question: Question, name: Name | Problem, domain: Domain | Problem) -> Guess:
        written = name.written if isinstance(name, Name) else question.name
        if isinstance(domain, Problem):
            return Guess(question, written, question.domain, problem=domain)
        if isinstance(name, Problem):
            return Guess(question, written, domain.ascii, problem=name)
        fmt = self.format_of(domain.ascii)
        mx = self._checker.result(domain.ascii) if self._checker else None
        guess = Guess(question, written, domain.ascii, samples=len(fmt.votes), mx=mx)
        if mx and mx.verdict == "no_mail" and not self.settings.keep_undeliverable:
            return guess
        chosen = choose(self.rank(name, domain.ascii), self.settings.choice)
        return replace(guess, candidates=tuple(self._candidate(one, domain.ascii, fmt) for one in chosen))

    def _candidate(self, ranked: Ranked, domain: str, fmt: Format) -> Candidate:
        basis = Basis.KNOWN if ranked.is_known else Basis.SAMPLES if fmt.votes else Basis.PRIOR
        return Candidate(f"{ranked.local_part}@{domain}", ranked.probability, ranked.pattern, basis)
