"""A company's name -> the domains that it may have: known, listed, or made of the name; weighed by DNS's answers.

Imports `domains`, `directory` and the verdicts of `dns`. This module has only values; `finder` combines the parts.
"""

from typing import NamedTuple

from guessmail.dns.verdict import Verdict
from guessmail.errors import Problem

KNOWN_BASES = frozenset(("list", "store"))
"""The bases of domains that are known."""


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


class CompanyMatch(NamedTuple):
    """How the domain of a guess was found by its company's name."""

    name: str
    """The company, as the user wrote it."""
    probability: float
    """The probability that the domain is the company's."""
    basis: str
    """As in `CompanyDomain`."""

    @property
    def is_guess(self) -> bool:
        """Whether the domain is guessed, not known."""
        return self.basis not in KNOWN_BASES
