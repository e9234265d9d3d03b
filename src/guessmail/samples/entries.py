"""Entries of sources: mailboxes as they are written, and rejected ones with the reason; and which of them are samples."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from guessmail.addresses import address_of, name_of
from guessmail.data.mailbox_providers import MAILBOX_PROVIDERS
from guessmail.data.roles import ROLES
from guessmail.errors import Problem
from guessmail.mailboxes import Mailbox
from guessmail.names import plain_words, read_name
from guessmail.samples.sample import Sample
from guessmail.text import counted, split_address

_NO_REPLY = re.compile(
    r"(?:no|donot|do-not|do_not|never)[-_.]?reply|mailer-daemon|bounces?[-+].*|.*\[bot\]|[0-9a-f-]{30,}"
)
_NO_REPLY_DOMAIN = re.compile(r"(?:^|\.)no-?reply\.")


class RejectionReason(Enum):
    """Why an entry is no sample: the words for one such entry, and for several."""

    # fmt: off
    ROLE = "role address", "role addresses"
    NO_REPLY = "automated sender (noreply and the like)", "automated senders (noreply and the like)"
    PROVIDER = "address at a mailbox provider", "addresses at mailbox providers"
    DUPLICATE = "duplicate", "duplicates"
    INVALID = "invalid address", "invalid addresses"
    CALLED_INVALID = "address that its row calls invalid", "addresses that their rows call invalid"
    MASKED = "masked address", "masked addresses"
    UNREAD_NAME = "name that cannot be read (its address is used without it)", "names that cannot be read (their addresses are used without them)"
    NO_ADDRESS = "entry without an address", "entries without an address"
    UNREADABLE = "unreadable entry", "unreadable entries"
    SUPPRESSED = "address on your do-not-contact list", "addresses on your do-not-contact list"
    NO_PROOF = "report that does not say whether the address exists", "reports that do not say whether the address exists"
    OTHER_OUTCOME = "report of the opposite outcome", "reports of the opposite outcome"
    # fmt: on

    def counted(self, count: int) -> str:
        """Return `1 role address`, `2 role addresses`."""
        return counted(count, *self.value)

    def said(self, count: int) -> str:
        """Return the fate of a number of entries: `skipped: 2 role addresses`, `1 known address is listed twice`."""
        if self is RejectionReason.DUPLICATE:
            return counted(count, "known address is listed twice", "known addresses are listed twice")
        return f"skipped: {self.counted(count)}"


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that is no sample: only its place is kept, which leads back to it."""

    reason: RejectionReason
    place: str = ""


Entries = Iterator[Mailbox | Rejected]
"""The result of a reader, lazy."""


def accept_samples(entries: Iterable[Mailbox | Rejected]) -> Iterator[Sample | Rejected]:
    """Yield a sample for each address of a person at a company's domain, once, and a reason for each other.

    A name that cannot be read has a reason of its own beside its sample.
    """
    seen: set[int] = set()  # of hashes: a million addresses in 60 MB
    for entry in entries:
        if isinstance(entry, Rejected):
            yield entry
            continue
        address = address_of(entry.address)
        if not address:
            is_written = bool(entry.address.strip())
            yield Rejected(RejectionReason.INVALID if is_written else RejectionReason.NO_ADDRESS, entry.place)
            continue
        name = name_of(entry.name)
        key = hash((address.lower(), name))
        reason = (
            RejectionReason.DUPLICATE if key in seen else _reason_against(*split_address(address.lower()))
        )
        seen.add(key)
        if reason is None and name and not plain_words(name) and isinstance(read_name(name), Problem):
            yield Rejected(RejectionReason.UNREAD_NAME, entry.place)
        yield Rejected(reason, entry.place) if reason else Sample(address, name, entry.place)


def _reason_against(local: str, domain: str) -> RejectionReason | None:
    """Return why an address in lower case is no evidence of a company's format, or None."""
    if _NO_REPLY.fullmatch(local) or _NO_REPLY_DOMAIN.search(domain):
        return RejectionReason.NO_REPLY
    if local.partition("+")[0] in ROLES:
        return RejectionReason.ROLE
    return RejectionReason.PROVIDER if domain in MAILBOX_PROVIDERS else None
