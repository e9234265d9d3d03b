"""The answer to a question, and the settings of all answers of a run."""

from typing import TYPE_CHECKING, NamedTuple

from guessmail.domains.question import Employer, Organisation, Question
from guessmail.errors import Problem
from guessmail.model.ranking import Candidate, Choice
from guessmail.names import NameOrder

if TYPE_CHECKING:  # a guess without DNS and companies does not pay for them
    from guessmail.companies import CompanyDomain
    from guessmail.dns import MailVerdict


class Guess(NamedTuple):
    """The answer to one question."""

    question: Question
    name: str
    domain: str
    """In A-labels; as typed if it could not be read."""
    candidates: tuple[Candidate, ...] = ()
    """Best first."""
    samples: int = 0
    """The number of the domain's own samples behind the format."""
    mx: "MailVerdict | None" = None
    """None if DNS was not asked."""
    problem: Problem | None = None
    rate: float | None = None
    """The probability of the question's address; None if it has no address, or `Settings.rate` is false."""
    borrowed: int = 0
    """The number of samples of related domains behind the format."""
    observed: int = 0
    """The number of the directory's public addresses behind the format."""
    company: "CompanyDomain | None" = None
    """The domain as it was found by the company's name; None if the question gives it. The probability of an address is
    that of the domain times that of the local part."""
    employer: Employer = Employer()
    """The organisation as the question describes it."""
    organisation: Organisation | None = None
    """The organisation as it was assumed; None if the name or the domain could not be read."""
    suggestion: "CompanyDomain | None" = None
    """The company's most probable domain, if it is too uncertain to be used."""
    misspelling: Candidate | None = None
    """The address of which the person's known one is probably a misspelling."""
    meant: str = ""
    """The domain that was probably meant if the question's looks mistyped. Candidates are then no more probable than the
    best one there."""


class Settings(NamedTuple):
    """The user's choices, the same for all questions of a run."""

    choice: Choice = Choice()
    order: NameOrder = NameOrder.AUTO
    keep_undeliverable: bool = False
    """Whether to offer addresses also at domains that are proven to take no mail."""
    rate: bool = False
    """Whether to rate the address that a question has."""
    country: str = ""
    """The country of the organisations (a code of ISO 3166, or a name); empty if it is not known."""
    company_threshold: float = 0.7
    """The least probability at which a domain found by a company's name is used."""
