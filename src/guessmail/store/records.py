"""What the store holds, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guessmail.samples import OutcomeKind

__all__ = [
    "Company",
    "Learned",
    "Offer",
    "Offered",
    "Origin",
    "Outcome",
    "OutcomeKind",
    "Sighting",
]


@dataclass(frozen=True, slots=True)
class Origin:
    """A source of samples, in words fit for the people in it."""

    label: str
    """What it is called: a file's name without its folders."""
    kind: str = ""
    """What it is: `csv`, `vcard`, `mbox`, `git`, …"""
    words: str = ""
    """The user's own words for it: `trade fair list, May`."""
    referred_by: str = ""
    """Who handed it on, in the user's words."""

    def __str__(self) -> str:
        text = f"{self.words} ({self.label})" if self.words else self.label
        return f"{text}, referred by {self.referred_by}" if self.referred_by else text


@dataclass(frozen=True, slots=True)
class Learned:
    """What became of a batch of samples."""

    added: Mapping[str, int] = field(default_factory=dict)
    """How many were new, by domain."""
    known: int = 0
    """How many the store held already, from the same source."""

    @property
    def total(self) -> int:
        """How many were new."""
        return sum(self.added.values())


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place in which an address was found."""

    address: str
    name: str
    origin: Origin
    place: str
    """Where in the source: `line 12`; empty when that says nothing."""
    date: str
    """When it was learned, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Company:
    """A company with its mail domain, as the user gave it."""

    name: str
    domain: str
    date: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of mail to an address."""

    address: str
    kind: OutcomeKind
    date: str
    name: str = ""
    """The owner's name, empty where the user gave none."""
    detail: str = ""
    """How it is known, without names and addresses: `bounces.mbox, status 5.1.1`."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An address that a run is about to offer; the store keeps its keyed hash alone."""

    address: str
    pattern: str
    probability: float
    basis: str
    samples: int = 0
    """How many samples stood behind it."""


@dataclass(frozen=True, slots=True)
class Offered:
    """That an address was offered, as the store remembers it."""

    date: str
    pattern: str
    probability: float
    basis: str
    samples: int
    options: Mapping[str, object]
    """The options of the run, none of which names a person."""
