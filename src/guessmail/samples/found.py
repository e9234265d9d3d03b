"""What readers of samples yield: what they found, or what was rejected, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

__all__ = ["Found", "Items", "Reason", "Rejected"]


class Reason(StrEnum):
    """Why something is no sample; the text completes `3 were set aside: …`."""

    ROLE = "role", "addresses of a role, not of a person"
    NO_REPLY = "no_reply", "addresses that a machine sends from"
    PROVIDER = "provider", "addresses at a mailbox provider, which show no company's format"
    DUPLICATE = "duplicate", "repeated in the same source"
    INVALID = "invalid", "no valid e-mail address"
    NO_ADDRESS = "no_address", "without an address"
    UNREADABLE = "unreadable", "broken beyond reading"
    SUPPRESSED = "suppressed", "on the list of those to leave alone"
    NO_PROOF = "no_proof", "reports that do not say whether the address exists"
    OTHER_OUTCOME = "other_outcome", "reports that say the opposite"

    description: str

    def __new__(cls, value: str, description: str) -> "Reason":
        """Make a member from its code and its text."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member


class Found(NamedTuple):
    """An address as a source has it, not yet validated."""

    address: str
    name: str = ""
    place: str = ""
    """Where in the source: `line 12`."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that is no sample: only its place is kept, which leads back to it."""

    reason: Reason
    place: str = ""


Items = Iterator[Found | Rejected]
"""What a reader returns: a lazy iterator."""
