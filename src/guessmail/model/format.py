"""A domain's address format: what is believed of it, and the samples behind that."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from guessmail.model.belief import Belief
from guessmail.model.holders import NOBODY, Holders
from guessmail.model.numbering import Numbering

if TYPE_CHECKING:  # a guess without samples does not pay for them
    from guessmail.model.observed import Observed
    from guessmail.samples import RejectedSample, Sample

__all__ = ["Format", "Vote"]


class Vote(NamedTuple):
    """What one sample was taken for."""

    sample: "Sample"
    shares: Mapping[str, float]
    """By pattern notation: how much of its vote went there; empty where nothing renders the address."""


class Format(NamedTuple):
    """What is believed about a domain."""

    domain: str
    belief: Belief
    votes: tuple[Vote, ...] = ()
    """The samples that were counted, each with what it was taken for."""
    rejected: "tuple[RejectedSample, ...]" = ()
    """The samples that were not."""
    skipped: int = 0
    """How many further samples there are, which would say nothing new."""
    holders: Holders = NOBODY
    """Whose the known addresses are, and which are nobody's."""
    numbering: Numbering | None = None
    """How numbers are put behind addresses that are taken, where samples show any."""
    borrowed: int = 0
    """How many of the votes are of samples of related domains."""
    observed: "tuple[Observed, ...]" = ()
    """Public addresses at the domain, and at related ones, that the directory counts."""

    @property
    def samples(self) -> int:
        """How many samples of the domain itself were counted."""
        return len(self.votes) - self.borrowed
