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
from guessmail.domains import Domain, is_plain, kind_of, read_domain
from guessmail.inference import Format
from guessmail.names import Name, NameOrder, name_from_parts, read_name
from guessmail.prior import Prior
from guessmail.problems import Problem
from guessmail.samples import Sample

if TYPE_CHECKING:  # a guess without DNS does not pay for them
    from guessmail.mx.verdict import DomainChecker, MailVerdict
    from guessmail.offers import Offers
    from guessmail.templates import Template

__all__ = ["Evidence", "Guess", "Guesser", "Question", "Settings"]

AHEAD = 1000
"""How many questions are read ahead of the one that waits for DNS."""


MANY = 20
"""From so many samples of a domain, or domains with samples, on it pays to work by shapes of names."""
MOST_FORMATS = 20_000
"""Formats that are kept."""
UNTOLD = Format("")
"""What is believed about all domains that no sample tells of."""


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
                yield self._answer(*waiting.popleft(), self._offered)
        while waiting:
            yield self._answer(*waiting.popleft(), self._offered)

    def template(self, question: Question) -> "tuple[Template, str, str] | None":
        """Return what `guess` would answer as a template, the letters of the name to fill it with, and the domain.

        None where only `guess` can tell, which it always can.
        """
        typed = question.domain
        if self._checker is not None or question.given or question.family or not is_plain(typed):
            return None
        found = self._offers_at(typed).to_words(question.name, self._format(typed))
        return (*found, typed) if found else None

    def format_of(self, domain: str) -> Format:
        """Return what is believed about a domain (A-labels), learned once a run."""
        fmt = self._format(domain)
        return Format(domain) if fmt is UNTOLD else fmt

    def _format(self, domain: str) -> Format:
        """Return the same, for all domains that no sample tells of one and the same format."""
        if (fmt := self._formats.get(domain)) is not None:
            return fmt
        if self._evidence is None and domain not in self._samples:
            return UNTOLD
        remembered = self._evidence.samples(domain) if self._evidence else ()
        samples = [*self._samples.get(domain, ()), *remembered]
        fmt = self._learn(domain, samples) if samples else UNTOLD
        if len(self._formats) >= MOST_FORMATS:
            self._formats.clear()
        self._formats[domain] = fmt
        return fmt

    def _learn(self, domain: str, samples: Sequence[Sample]) -> Format:
        from guessmail.learning import learn  # noqa: PLC0415  # a guess without samples does not pay for it

        if max(len(samples), len(self._samples)) < MANY and kind_of(domain) not in self._offers:
            return learn(domain, samples, self._prior_at(domain))
        return learn(domain, samples, self._prior_at(domain), keys_of=self._offers_at(domain).moulds.sample)

    def rank(self, name: Name, domain: str) -> list[Ranked]:
        """Return every local part that a name can lead to at a domain, the most probable first."""
        return rank(name, self.format_of(domain), self._prior_at(domain))

    def _prior_at(self, domain: str) -> Prior:
        """Return the prior of the domain's kind."""
        kind = kind_of(domain)
        if (prior := self._priors.get(kind)) is None:
            prior = self._priors[kind] = Prior(self._catalog, (kind,))
        return prior

    def _offers_at(self, domain: str) -> "Offers":
        kind = kind_of(domain)
        if (offers := self._offers.get(kind)) is None:
            from guessmail.offers import Offers  # noqa: PLC0415  # a single guess does not pay for it

            prior = self._prior_at(domain)
            offers = self._offers[kind] = Offers(prior, self.settings.choice, self.settings.order)
        return offers

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

    def _answer(
        self,
        question: Question,
        name: Name | Problem,
        domain: Domain | Problem,
        offer: Callable[[Name, str], tuple[Candidate, ...]],
    ) -> Guess:
        written = name.written if isinstance(name, Name) else question.name
        if isinstance(domain, Problem):
            return Guess(question, written, question.domain, problem=domain)
        if isinstance(name, Problem):
            return Guess(question, written, domain.ascii, problem=name)
        mx = self._checker.result(domain.ascii) if self._checker else None
        guess = Guess(question, written, domain.ascii, samples=len(self._format(domain.ascii).votes), mx=mx)
        if mx and mx.verdict == "no_mail" and not self.settings.keep_undeliverable:
            return guess
        return replace(guess, candidates=offer(name, domain.ascii))

    def _ranked(self, name: Name, domain: str) -> tuple[Candidate, ...]:
        """Return the candidates of one name: all ways are weighed, and the best ones chosen."""
        basis = Basis.SAMPLES if self._format(domain).votes else Basis.PRIOR
        return tuple(
            Candidate(
                f"{one.local_part}@{domain}",
                one.probability,
                one.pattern,
                Basis.KNOWN if one.is_known else basis,
            )
            for one in choose(self.rank(name, domain), self.settings.choice)
        )

    def _offered(self, name: Name, domain: str) -> tuple[Candidate, ...]:
        """Return the same, by what was worked out for another name of the same shape."""
        found = self._offers_at(domain).to_name(name, self._format(domain))
        if found is None:
            return self._ranked(name, domain)
        template, letters = found
        locals_ = zip(template.local_parts(letters), template.offers, strict=True)
        return tuple(
            Candidate(f"{local}@{domain}", offer.probability, offer.pattern, template.basis)
            for local, offer in locals_
        )
