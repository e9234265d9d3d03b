"""Outcomes of mail: delivery reports (RFC 3464) in mbox or .eml, and tables that mail systems export.

A report counts against an address only where it says that there is no such mailbox: a full one, a refusal for
other reasons or a fault on the way prove nothing.
"""

import re
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO, NamedTuple

from guessmail.samples.found import Reason, Rejected
from guessmail.samples.judging import address_of
from guessmail.samples.mail import messages, parse_header
from guessmail.samples.rows import read_rows
from guessmail.samples.sample import OutcomeKind

_REPORT_LIMIT = 1 << 20
"""Bytes of a message that are looked at; the report comes before the message that it returns (RFC 3462 2)."""

_NO_MAILBOX = re.compile(r"5\.1\.(?:0|1|2|3|6|10)|5\.2\.1")
"""No such mailbox, host or syntax, moved, disabled (RFC 3463 3.2, 3.3); 5.1.10: null MX (RFC 7505 4.2)."""

_UNKNOWN_USER = re.compile(
    r"(?:user|recipient|mailbox|address|account)\S{0,80} (?:is )?"
    r"(?:unknown|not found|unavailable|does ?n.?t exist|does not exist|rejected)|"
    r"(?:no such|unknown|invalid) (?:user|recipient|mailbox|address|account)|recipient address rejected",
    re.IGNORECASE,
)
"""What servers say of an unknown mailbox where the code is a general one: 5.0.0, 5.4.1, 5.5.0; in single spaces."""
_DIAGNOSTIC_LIMIT = 2000
"""Characters of a diagnosis that are looked at; a line of SMTP has 512 (RFC 5321 4.5.3.1.5)."""
_STATUS_PART = re.compile(rb"content-type:\s*message/delivery-status\b", re.IGNORECASE)
_LONGEST_STATUS = 20
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


Reports = Iterator[Report | Rejected]


def read_report_mail(stream: BinaryIO) -> Reports:
    """Yield what the delivery reports among the messages say; other messages are skipped."""
    for number, content in enumerate(messages(stream, headers_only=False, limit=_REPORT_LIMIT), 1):
        if b"delivery-status" not in content:
            continue
        for groups in _status_parts(content):
            # The first group of fields is about the message, the others are about a recipient each.
            for fields in groups[1:]:
                yield _from_fields(parse_header(fields), f"message {number}")


def _status_parts(content: bytes) -> Iterator[list[bytes]]:
    """Yield the groups of fields of each delivery status among a message's parts, however deep it is nested.

    A part is a header, an empty line and a body, up to a line that starts with `--`: the parts are not taken
    apart further, so no depth of nesting costs more than its lines.
    """
    groups: list[bytes] = []
    block: list[bytes] = []
    in_header, is_status = True, False
    for line in [*content.splitlines(keepends=True), b"--"]:
        if line.startswith(b"--"):
            if is_status:
                yield [*groups, b"".join(block)] if block else groups
            groups, block, in_header, is_status = [], [], True, False
        elif line.strip(b" \t\r\n"):
            if in_header or is_status:
                block.append(line)
        elif block:
            text = b"".join(block)
            block = []
            if in_header:
                in_header, is_status = False, bool(_STATUS_PART.search(text))
            else:
                groups.append(text)


def _from_fields(fields: Message, place: str) -> Report | Rejected:
    """Return what the fields about one recipient say (RFC 3464 2.3)."""
    recipient = str(fields.get("Original-Recipient") or fields.get("Final-Recipient") or "")
    address = address_of(recipient.rpartition(";")[2])
    if not address:
        return Rejected(Reason.INVALID, place)
    action = str(fields.get("Action", "")).strip().lower()
    status = str(fields.get("Status", "")).strip().split(" ")[0][:_LONGEST_STATUS]
    kind = _kind(action, status, str(fields.get("Diagnostic-Code", "")))
    return Report(address, kind, f"{place}, status {status}") if kind else Rejected(Reason.NO_PROOF, place)


def _kind(action: str, status: str, diagnostic: str) -> OutcomeKind | None:
    """Return what an action and a status (RFC 3463) prove of the address."""
    if action == "delivered":
        return OutcomeKind.DELIVERED
    if action != "failed":
        return None
    said = " ".join(diagnostic[:_DIAGNOSTIC_LIMIT].split())
    unknown = _GENERAL.fullmatch(status) and _UNKNOWN_USER.search(said)
    return OutcomeKind.BOUNCED if _NO_MAILBOX.fullmatch(status) or unknown else None


def read_report_table(stream: BinaryIO) -> Reports:
    """Yield what the rows of a mail system's export say, by its columns of events and codes, if any."""
    for row in read_rows(stream):
        place = f"line {row.line}"
        address = address_of(row.cells.get("email", ""))
        if not address:
            yield Rejected(Reason.INVALID, place)
            continue
        event = re.sub(r"[\W_]+", "", row.cells.get("event", "").casefold())
        code = row.cells.get("code", "")
        if not event and not code:
            yield Report(address, None, place)
            continue
        kind = _EVENTS.get(event) if event else _kind("failed", code, "")
        if kind is OutcomeKind.BOUNCED and _STATUS.fullmatch(code):
            kind = _kind("failed", code, "")
        yield Report(address, kind, place) if kind else Rejected(Reason.NO_PROOF, place)
