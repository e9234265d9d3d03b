"""The answer to a question, and the settings of all answers of a run."""

from typing import TYPE_CHECKING, NamedTuple

from guessmail.domains.organisation import UNTOLD, Employer, Organisation
from guessmail.domains.question import Question
from guessmail.errors import Problem
from guessmail.model.ranking import Candidate, Choice
from guessmail.names import NameOrder

if TYPE_CHECKING:  # a guess without DNS and companies does not pay for them
    from guessmail.companies import CompanyDomain, CompanyMatch
    from guessmail.dns.verdict import MailVerdict

__all__ = ["Guess", "Settings"]


class Guess(NamedTuple):
    """The answer to one question."""

    question: Question
    name: str
    domain: str
    """In A-labels; as typed where none could be read."""
    candidates: tuple[Candidate, ...] = ()
    """Best first."""
    samples: int = 0
    """The number of samples of the domain that were counted."""
    mx: "MailVerdict | None" = None
    """None where DNS was not asked."""
    problem: Problem | None = None
    rate: float | None = None
    """The probability of the address that the question gives; None where it gives none, or was not asked for it."""
    borrowed: int = 0
    """The number of samples of related domains that were counted beside its own."""
    observed: int = 0
    """The number of public addresses, counted by the directory, behind the format."""
    company: "CompanyMatch | None" = None
    """How the domain was found by a company's name; None where it was given. Each address's probability is that of the
    domain times that of the local part."""
    employer: Employer = UNTOLD
    """The organisation as the question tells it."""
    organisation: Organisation | None = None
    """The organisation as it was assumed; None if the name or the domain could not be read."""
    suggestion: "CompanyDomain | None" = None
    """The company's most probable domain, where it is too uncertain to be used."""
    misspelling: Candidate | None = None
    """The address that the known one of the person is probably a misspelling of."""
    meant: str = ""
    """The domain that was probably meant, where the one that was given looks mistyped: no address is more probable
    than the best one there."""


class Settings(NamedTuple):
    """The user's choices, the same for all questions of a run."""

    choice: Choice = Choice()
    order: NameOrder = NameOrder.AUTO
    keep_undeliverable: bool = False
    """Offer addresses at domains that are proven to take no mail, too."""
    rate: bool = False
    """Give the probability of the address that a question gives."""
    country: str = ""
    """Where the organisations are (a code of ISO 3166, or a name); empty where that is not known."""
    company_threshold: float = 0.7
    """A domain found by a company's name is used from this probability on."""
