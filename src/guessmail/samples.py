"""Samples: known addresses, with or without the name of their owner, and where they came from."""

from dataclasses import dataclass

__all__ = ["Sample"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A known address."""

    address: str
    """`local@domain`, as it was found, trimmed; the domain in A-labels and lower case."""
    name: str = ""
    """The owner's name as written; empty for a bare address."""
    source: str = ""
    """Where it came from, in words fit for its owner: `people.csv, line 12`."""
    date: str = ""
    """When it was learned, ISO 8601; empty when not known."""
    weight: float = 1.0
    """How much it counts: 1 for one that was seen, more for one that mail was delivered to."""

    @property
    def local_part(self) -> str:
        """The local part in lower case; a company's mail system does not tell cases apart."""
        return self.address.rpartition("@")[0].lower()

    @property
    def domain(self) -> str:
        """The domain."""
        return self.address.rpartition("@")[2].lower()
