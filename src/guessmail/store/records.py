"""The store's records, as values. Dates are ISO 8601."""

from collections.abc import Mapping
from typing import NamedTuple

from guessmail.samples import OutcomeKind


class Origin(NamedTuple):
    """A source of samples, described in words fit for the people in it."""

    label: str
    """Its name: a file's name without its folders."""
    kind: str = ""
    """`csv`, `vcard`, `mbox`, `git`, …"""
    words: str = ""
    """The user's own words for it: `trade fair list, May`."""
    referred_by: str = ""
    """Who passed it on, in the user's words."""

    def __str__(self) -> str:
        text = f"{self.words} ({self.label})" if self.words else self.label
        return f"{text}, referred by {self.referred_by}" if self.referred_by else text


class Sighting(NamedTuple):
    """A place in which an address was found, such as `line 12` of its origin, and the date on which it was learned."""

    address: str
    name: str
    origin: Origin
    place: str
    date: str


class Company(NamedTuple):
    """A company with its mail domain, as the user gave it."""

    name: str
    domain: str
    date: str


class Outcome(NamedTuple):
    """Whether mail to an address was delivered or bounced."""

    address: str
    kind: OutcomeKind
    date: str
    name: str = ""
    """The owner's name; empty if the user gave no name."""
    detail: str = ""
    """The evidence, without names and addresses: `bounces.mbox, status 5.1.1`."""


class Offer(NamedTuple):
    """An address that a run offers, and the number of samples that support it. The store keeps a keyed hash of the address."""

    address: str
    pattern: str
    probability: float
    basis: str
    samples: int = 0


class Offered(NamedTuple):
    """The record of an address that a run offered, with the run's options, which name no person."""

    date: str
    pattern: str
    probability: float
    basis: str
    samples: int
    options: Mapping[str, object]
