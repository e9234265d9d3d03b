"""What became of mail: delivery reports (RFC 3464) in mbox or .eml, and tables that mail systems export.

A report counts against an address only where it says that there is no such mailbox: a full one, a refusal for
other reasons or a fault on the way prove nothing.
"""

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from typing import BinaryIO, NamedTuple

from guessmail.sources.found import Reason, SetAside
from guessmail.sources.judging import address_of
from guessmail.sources.mail import messages
from guessmail.sources.rows import read_rows
from guessmail.store.records import OutcomeKind

__all__ = ["Report", "Reports", "read_report_mail", "read_report_table"]

_REPORT_LIMIT = 1 << 20
"""Bytes of a message that are looked at; the report comes before the message that it returns (RFC 3462 2)."""

_NO_MAILBOX = re.compile(r"5\.1\.(?:0|1|2|3|6|10)|5\.2\.1")
"""No such mailbox, host or syntax, moved, disabled (RFC 3463 3.2, 3.3); 5.1.10: null MX (RFC 7505 4.2)."""

_UNKNOWN_USER = re.compile(
    r"(?:user|recipient|mailbox|address|account)\S*\s+(?:is\s+)?"
    r"(?:unknown|not\s+found|unavailable|does\s*n.?t\s+exist|does\s+not\s+exist|rejected)|"
    r"(?:no\s+such|unknown|invalid)\s+(?:user|recipient|mailbox|address|account)|recipient\s+address\s+rejected",
    re.IGNORECASE,
)
"""What servers say of an unknown mailbox where the code is a general one: 5.0.0, 5.4.1, 5.5.0."""
_STATUS = re.compile(r"\d\.\d+\.\d+")
_GENERAL = re.compile(r"5\.(?:0\.0|4\.1|5\.0)")

_EVENTS = {
    **dict.fromkeys(("delivered", "delivery", "open", "opened", "click", "clicked"), OutcomeKind.DELIVERED),
    **dict.fromkeys(
        ("bounce", "bounced", "hardbounce", "hardbounced", "failed", "permanentfailure"), OutcomeKind.BOUNCED
    ),
}
"""What mail systems call what happened, without spaces and signs; a soft bounce or a deferral is neither."""


class Report(NamedTuple):
    """What one report says."""

    address: str
    kind: OutcomeKind | None
    """None where the table does not say, but its user does."""
    detail: str


Reports = Iterator[Report | SetAside]


def read_report_mail(stream: BinaryIO) -> Reports:
    """Yield what the delivery reports among the messages say; other messages are passed over."""
    parser = BytesParser()
    for number, content in enumerate(messages(stream, headers_only=False, limit=_REPORT_LIMIT), 1):
        if b"delivery-status" not in content:
            continue
        for part in parser.parsebytes(content).walk():
            if part.get_content_type() == "message/delivery-status" and part.is_multipart():
                # The first group of fields is about the message, the others are about a recipient each.
                for fields in list(part.get_payload())[1:]:
                    yield _from_fields(fields, f"message {number}")


def _from_fields(fields: object, place: str) -> Report | SetAside:
    """Return what the fields about one recipient say (RFC 3464 2.3)."""
    if not isinstance(fields, Message):
        return SetAside(Reason.UNREADABLE, place)
    recipient = str(fields.get("Original-Recipient") or fields.get("Final-Recipient") or "")
    address = address_of(recipient.rpartition(";")[2])
    if not address:
        return SetAside(Reason.INVALID, place)
    action = str(fields.get("Action", "")).strip().lower()
    status = str(fields.get("Status", "")).strip().split(" ")[0]
    kind = _kind(action, status, str(fields.get("Diagnostic-Code", "")))
    return Report(address, kind, f"{place}, status {status}") if kind else SetAside(Reason.NO_PROOF, place)


def _kind(action: str, status: str, diagnostic: str) -> OutcomeKind | None:
    """Return what an action and a status (RFC 3463) prove of the address."""
    if action == "delivered":
        return OutcomeKind.DELIVERED
    if action != "failed":
        return None
    unknown = _GENERAL.fullmatch(status) and _UNKNOWN_USER.search(diagnostic)
    return OutcomeKind.BOUNCED if _NO_MAILBOX.fullmatch(status) or unknown else None


def read_report_table(stream: BinaryIO) -> Reports:
    """Yield what the rows of a mail system's export say, by its columns of events and codes, if any."""
    for row in read_rows(stream):
        place = f"line {row.line}"
        address = address_of(row.cells.get("email", ""))
        if not address:
            yield SetAside(Reason.INVALID, place)
            continue
        event = re.sub(r"[\W_]+", "", row.cells.get("event", "").casefold())
        code = row.cells.get("code", "")
        if not event and not code:
            yield Report(address, None, place)
            continue
        kind = _EVENTS.get(event) if event else _kind("failed", code, "")
        if kind is OutcomeKind.BOUNCED and _STATUS.fullmatch(code):
            kind = _kind("failed", code, "")
        yield Report(address, kind, place) if kind else SetAside(Reason.NO_PROOF, place)
