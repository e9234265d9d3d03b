"""A company's name -> the domains that it may have: those that are known, listed, or made of the name, after DNS's answers.

Imports `domains`, `directory` and the verdicts of `dns`. This face holds values alone; `finder` puts the parts together.
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
    """`name`, `inside` (the domain is written in the name), `dns` (one of these, and DNS had its say), `directory`, or where
    it is known from: `list` or `store`."""
    sources: tuple[str, ...] = ()
    """Those of the directory that list it under this name."""
    verdict: Verdict | None = None
    """DNS's on whether it takes mail; None where DNS was not asked."""


class CompanyDomains(NamedTuple):
    """The domains that a company may have."""

    company: str
    """Its name, as it was given."""
    candidates: tuple[CompanyDomain, ...]
    """The most probable first; empty for a name without a letter or digit."""
    none: float
    """The probability that it is no domain that the name leads to."""
    problem: Problem | None = None
    """Why no domain is offered."""


class CompanyMatch(NamedTuple):
    """How the domain of a guess was found by its company's name."""

    name: str
    """The company, as it was given."""
    probability: float
    """That the domain is the company's; 1 where it is known."""
    basis: str
    """As that of a `CompanyDomain`."""

    @property
    def is_guess(self) -> bool:
        """Whether the domain is guessed, not known."""
        return self.basis not in KNOWN_BASES
