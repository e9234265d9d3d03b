"""What readers of samples yield: the addresses found, and what was skipped with the reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from guessmail.text import counted


class Reason(StrEnum):
    """Why an entry is no sample: a code, and what one such entry is called, and several."""

    # fmt: off
    ROLE = "role", "role address", "role addresses"
    NO_REPLY = "no_reply", "automated sender (noreply and the like)", "automated senders (noreply and the like)"
    PROVIDER = "provider", "address at a mailbox provider", "addresses at mailbox providers"
    DUPLICATE = "duplicate", "duplicate", "duplicates"
    INVALID = "invalid", "invalid address", "invalid addresses"
    CALLED_INVALID = "called_invalid", "address that its row calls invalid", "addresses that their rows call invalid"
    MASKED = "masked", "masked address", "masked addresses"
    UNREAD_NAME = "unread_name", "name that cannot be read (its address is used without it)", "names that cannot be read (their addresses are used without them)"
    NO_ADDRESS = "no_address", "entry without an address", "entries without an address"
    UNREADABLE = "unreadable", "unreadable entry", "unreadable entries"
    SUPPRESSED = "suppressed", "address on your do-not-contact list", "addresses on your do-not-contact list"
    NO_PROOF = "no_proof", "report that does not say whether the address exists", "reports that do not say whether the address exists"
    OTHER_OUTCOME = "other_outcome", "report of the opposite outcome", "reports of the opposite outcome"
    # fmt: on

    one: str
    many: str

    def __new__(cls, value: str, one: str, many: str) -> "Reason":
        """Make a member from its code and its two texts."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.one, member.many = one, many
        return member

    def counted(self, count: int) -> str:
        """Return `1 role address`, `2 role addresses`."""
        return counted(count, self.one, self.many)

    def said(self, count: int) -> str:
        """Return what became of so many: `skipped: 2 role addresses`, `1 known address is listed twice`."""
        if self is Reason.DUPLICATE:
            return counted(count, "known address is listed twice", "known addresses are listed twice")
        return f"skipped: {self.counted(count)}"


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
