"""Outcomes of mail in reports of mail servers: mbox or .eml, with a machine-readable part (RFC 3464) or without."""

import re
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO

from guessmail.addresses import address_of
from guessmail.samples import OutcomeKind
from guessmail.samples.entries import Rejected
from guessmail.samples.mail import messages, parse_header
from guessmail.samples.outcomes import Report, Reports, kind_of_failure, report_of

_REPORT_LIMIT = 1 << 20
"""Bytes of a message that are looked at; the report comes before the message that it returns (RFC 3462 2)."""

_STATUS_PART = re.compile(rb"content-type:\s*message/delivery-status\b", re.IGNORECASE)
_BOUNDARY = re.compile(rb"^--.*\n?(?:[ \t\r]*\n)*", re.MULTILINE)
_EMPTY_LINES = re.compile(rb"^(?:[ \t\r]*\n)+", re.MULTILINE)
_LONGEST_STATUS = 20
_FAILED = re.compile(r"^\s{0,8}<?([^\s<>:]{1,64}@[^\s<>:]{1,255})>?:?\s*$")
"""A line that names a recipient: exim's, indented; qmail's, in angle brackets before a colon."""
_ENHANCED = re.compile(r"(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![\d.])")
_RETURNED = re.compile(
    r"(?i)^-+ ?(?:this is a copy of|original message|below this line|message header|the (?:header|body) of|return-path)|^return-path:|^------ this is a copy|^--- below"
)
"""Where the message that is given back begins."""
_REPORT_WORDS = re.compile(
    r"(?i)permanent|could not be delivered|wasn.?t able to deliver|undeliver|delivery (?:has )?failed|returned to sender|delivery to the following|failed permanently|i.?m not going to try again|address not found|mail delivery"
)
_MAIL_SYSTEM = re.compile(rb"(?i)^from:.*(?:mailer-daemon|postmaster|mail delivery)", re.MULTILINE)


def read_report_mail(stream: BinaryIO) -> Reports:
    """Yield the reports in the delivery reports among the messages; other messages are skipped."""
    for number, message in enumerate(messages(stream, headers_only=False, limit=_REPORT_LIMIT), 1):
        place, content = f"message {number}", message.replace(b"\r\n", b"\n")
        groups_of_parts = list(_status_parts(content)) if b"delivery-status" in content else []
        if not groups_of_parts:
            yield from _plain_report(content, place)
        for groups in groups_of_parts:
            # The first group of fields is about the message, the others are about a recipient each.
            for fields in groups[1:]:
                yield _from_fields(parse_header(fields), place)


def _status_parts(content: bytes) -> Iterator[list[bytes]]:
    """Yield the groups of fields of each delivery status among a message's parts, however deep it is nested.

    A part is a header, an empty line and a body, up to a line that starts with `--`: the parts are not taken
    apart further, so no depth of nesting costs more than its lines.
    """
    for part in _BOUNDARY.split(content.lstrip()):
        header, *groups = _EMPTY_LINES.split(part)
        if groups and _STATUS_PART.search(header):
            yield [fields for fields in groups if fields]


def _from_fields(fields: Message, place: str) -> Report | Rejected:
    """Return the report in the fields about one recipient (RFC 3464 2.3)."""
    recipient = str(fields.get("Original-Recipient") or fields.get("Final-Recipient") or "")
    address = address_of(recipient.rpartition(";")[2])
    action = str(fields.get("Action", "")).strip().lower()
    status = str(fields.get("Status", "")).strip().split(" ")[0][:_LONGEST_STATUS]
    kind = kind_of_failure(status, str(fields.get("Diagnostic-Code", ""))) if action == "failed" else None
    kind = OutcomeKind.DELIVERED if action == "delivered" else kind
    return report_of(address, kind, place, f"{place}, status {status}")


def _plain_report(content: bytes, place: str) -> Reports:
    """Yield the reports of a message without a machine-readable part, by its field X-Failed-Recipients and the text below each address."""
    head, _, body = content.partition(b"\n\n")
    recipients = str(parse_header(head).get("X-Failed-Recipients") or "")
    text = body.decode("utf-8", "replace")
    if not recipients and not (_REPORT_WORDS.search(text[:4000]) and _MAIL_SYSTEM.search(head)):
        return
    below = _text_below(text)
    failed = list(filter(None, map(address_of, recipients.split(",")))) or list(below)
    for address in failed:
        diagnostic = below.get(address.lower(), text if len(failed) == 1 else "")
        status = next(iter(_ENHANCED.findall(diagnostic)), "5.0.0")
        kind = kind_of_failure(status, diagnostic)
        yield report_of(address, kind, place, f"{place}, status {status}")


def _text_below(text: str) -> dict[str, str]:
    """Return each address that has a line to itself, in lower case, with the text below it."""
    below: dict[str, list[str]] = {}
    address = ""
    for line in text.split("\n"):
        if _RETURNED.match(line.strip()):
            break
        match = _FAILED.match(line[:400])
        if match and (found := address_of(match[1])):
            address = found.lower()
            below[address] = []
        elif address:
            below[address].append(line.strip()[:600])
    return {address: " ".join(lines) for address, lines in below.items()}
