"""What is believed about a company's domain."""

from typing import NamedTuple

__all__ = ["CompanyDomain", "CompanyDomains"]


class CompanyDomain(NamedTuple):
    """A domain that a company may have."""

    domain: str
    """A-labels, lower case."""
    probability: float
    basis: str = "name"
    """`name`, `inside` (the domain is written in the name), or `dns` (one of these, and DNS had its say)."""


class CompanyDomains(NamedTuple):
    """The domains that a company may have."""

    company: str
    """Its name, as it was given."""
    candidates: tuple[CompanyDomain, ...]
    """The most probable first; empty for a name without a letter or digit."""
    none: float
    """The probability that it is none of the candidates."""
