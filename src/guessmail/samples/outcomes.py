"""Outcomes of mail in tables, in mail services' JSON and in reports of mail servers: delivered, bounced, or no proof of either.

A report counts against an address only if it says that there is no such mailbox. A full mailbox, a refusal for other
reasons and a fault on the way prove nothing.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from email.message import Message
from io import BufferedReader
from itertools import chain, islice, takewhile
from typing import BinaryIO, NamedTuple

from guessmail.addresses import address_of
from guessmail.data import reports
from guessmail.data.columns import fold_title
from guessmail.data.opt_outs import UNCLEAR
from guessmail.data.statuses import ADDRESS_KEYS, ADDRESS_TITLES, OTHER_TITLES, OUTER_KEYS, STATUS_KEYS
from guessmail.errors import BrokenFileError
from guessmail.lists import Kind, Table
from guessmail.lists.cells import Status, status_of, words_of
from guessmail.lists.decoding import TextSource
from guessmail.lists.headers import PERSON
from guessmail.lists.jsontext import json_values
from guessmail.lists.opted_out import is_opt_out
from guessmail.lists.questions import addresses_in
from guessmail.mailboxes import mailboxes
from guessmail.samples import OutcomeKind
from guessmail.samples.entries import Rejected, RejectionReason
from guessmail.samples.texts import lines, messages, parse_header, under_headings

_OUTCOME_SHARE = 0.8  # the share of a column's filled cells that must be outcomes
_DEEPEST = 20  # levels of JSON
_DIAGNOSTIC_LIMIT = 2000
"""Characters of a diagnosis that are read; a line of SMTP has 512 (RFC 5321 4.5.3.1.5)."""


class Report(NamedTuple):
    """The outcome of mail to one address, as a source reports it."""

    address: str
    kind: OutcomeKind | None
    """None if the user says it, not the file."""
    detail: str


Reports = Iterator[Report | Rejected]
_Pairs = Sequence[tuple[str, str]]
"""Titles and cells, or keys and values."""
Recipients = tuple[list[str], _Pairs, bool]
"""Addresses in JSON, the pairs about them at their level and above, and whether they are bare: alone, or with names only."""


def _kind_of_failure(status: str, diagnostic: str) -> OutcomeKind | None:
    """Return BOUNCED if a failure's status (RFC 3463) and the server's words prove it, else None."""
    words = " ".join(diagnostic[:_DIAGNOSTIC_LIMIT].split())
    unknown = status in reports.GENERAL and reports.UNKNOWN_USER.search(words)
    return OutcomeKind.BOUNCED if status in reports.NO_MAILBOX or unknown else None


def read_table_reports(table: Table) -> Reports:
    """Yield the outcomes of a table's addresses; `BrokenFileError` if it has other columns, but none of outcomes."""
    rows = (each for each in table.numbered_rows() if any(each[1]))
    first = list(islice(rows, 1000))  # they show which columns have outcomes
    plain = {place for kind in (*PERSON, Kind.EMAIL) for place in table.columns.of(kind)}
    others = {at: title for at, title in enumerate(table.header) if at not in plain and title.strip()}
    columns = [at for at, title in others.items() if _has_outcomes(title, [row[at] for _, row in first])]
    if others and first and not columns:
        named = ", ".join(f'"{title[:60]}"' for title in [*others.values()][:10])
        raise BrokenFileError(
            f"No column says which addresses bounced or were delivered: {named}. Add a column Status with bounced or delivered,"
            " or give the addresses alone."
        )
    heading, titles = "", {at: table.header[at] for at in table.columns.of(Kind.EMAIL)}
    for place, row in chain(first, rows):
        filled = [cell for cell in row if cell.strip()]
        if len(filled) == 1 and status_of("", filled[0]):  # a row that is a heading of the rows below it
            heading = filled[0]
            continue
        found = {at: [each.address for each in addresses_in(row[at])] for at in titles}
        places = [at for at in titles if found[at]] or [*titles][:1]
        for at in places[:1] if columns else places:  # a status is about the first, not about a private one
            title = "" if fold_title(titles[at]) in ADDRESS_TITLES else titles[at]
            pairs = [("", heading), ("", title), *((table.header[each], row[each]) for each in columns)]
            is_bare = not (columns or heading or _outcome([("", title)]))
            yield from _reports(found[at], _outcome(pairs), place, is_bare=is_bare)


def read_text_reports(stream: BinaryIO) -> Reports:
    """Yield the outcomes of the addresses in a plain text, each line by its own words; the user says that of an address alone."""
    rest = lines(stream)
    first = list(islice(rest, 1000))  # they show whether lines have outcomes
    text = "".join(first)
    mail = b"From: postmaster\n\n" + text.encode(errors="replace")
    pasted = list(_plain_report(mail, "the report")) if reports.STATUS.search(text) else []
    yield from pasted
    said = (words for _, words in map(_beside, first))
    has_outcomes = any(status_of("", words) or reports.STATUS.search(words) for words in said)
    every = takewhile(lambda line: not reports.RETURNED.match(line.strip()), chain(first, rest))
    for number, line, heading in under_headings(() if pasted else every):
        found, words = _beside(line)
        is_prose = reports.SENDER.match(line) or sum(map(str.islower, words.split())) > 3
        kind = _outcome([("", "" if is_prose else heading), ("", words)])
        is_bare = not heading and not (words and (has_outcomes or is_prose))
        yield from _reports(found, kind, f"line {number}", is_bare=is_bare) if found else ()


def _beside(line: str) -> tuple[list[str], str]:
    """Return the addresses in a line, and the words beside them and their names, if it has any."""
    line = reports.OTHER_ADDRESS.sub(" ", line)
    found = list(mailboxes(line))
    names = {word for mailbox in found for word in mailbox.name.split()}
    words = (word for word in re.split(r"[^\w@.=:]+", line if found else "") if word and "@" not in word)
    return [mailbox.address for mailbox in found], " ".join(word for word in words if word not in names)


def _has_outcomes(title: str, cells: Sequence[str]) -> bool:
    """Return whether the cells of a column are outcomes; the title alone does not show it."""
    is_of_mail = OTHER_TITLES.isdisjoint(words_of(title))
    filled = [cell.strip() for cell in cells if is_of_mail and cell.strip()]
    statuses = [status_of(title, cell) for cell in filled]
    if any(statuses) and sum(status is not None for status in statuses) >= _OUTCOME_SHARE * len(filled):
        return {*statuses} - {None, Status.OTHER} != set()
    forms = (reports.STATUS.search, reports.REPLY_LINE.match, reports.UNKNOWN_USER.search)
    replies = [cell for cell in filled if any(form(cell[:200]) for form in forms)]
    return bool(filled) and len(replies) >= _OUTCOME_SHARE * len(filled)


def _reports(
    addresses: Sequence[str], kind: OutcomeKind | None, place: str, detail: str = "", *, is_bare: bool = False
) -> Reports:
    """Yield a report on each address, or rejections; bare addresses (`is_bare`) need no kind, which the user says."""
    found = [*map(address_of, addresses)]
    if not found or not all(found):
        yield Rejected(RejectionReason.INVALID, place)
    elif kind or is_bare:
        yield from (Report(address, kind, detail or place) for address in found)
    else:
        yield from [Rejected(RejectionReason.NO_PROOF, place)] * len(found)


def _outcome(pairs: _Pairs) -> OutcomeKind | None:
    """Return the outcome that words and codes together prove, or None."""
    found = [(status_of(title, cell), cell) for title, cell in pairs]
    words = {status for status, _ in found}
    if {Status.SENT, Status.NOT_BOUNCED} <= words:
        words.add(Status.DELIVERED)
    text = " ".join([cell for status, cell in found if status is None])[:_DIAGNOSTIC_LIMIT]
    if Status.TEMPORARY in words or {Status.BOUNCED, Status.DELIVERED} <= words:
        return None
    is_bounced = Status.BOUNCED in words
    statuses, replies = reports.STATUS.findall(text), reports.REPLY.findall(text)
    codes = [*statuses, *replies]
    if not codes:
        delivered = OutcomeKind.DELIVERED if Status.DELIVERED in words else None
        is_unknown = words == {None} and reports.UNKNOWN_USER.search(text)
        return OutcomeKind.BOUNCED if is_bounced or is_unknown else delivered
    is_refused = not statuses and replies[0] in reports.NO_MAILBOX_REPLIES
    if is_bounced and is_refused and not reports.UNKNOWN_USER.search(text):
        return OutcomeKind.BOUNCED
    if any(code.startswith("4") for code in codes):
        return None
    if codes[0].startswith("2"):
        return None if is_bounced else OutcomeKind.DELIVERED
    if not statuses and not any(map(str.isalpha, text.replace("smtp", ""))):
        return OutcomeKind.BOUNCED if is_refused else None
    return next((kind for status in statuses or ["5.0.0"] if (kind := _kind_of_failure(status, text))), None)


def read_json_reports(stream: BufferedReader) -> Reports:
    """Yield the outcomes in mail services' JSON: one object, lines of objects, or an array."""
    for place, found in _recipients_in(stream):
        for addresses, pairs, is_bare in found:
            yield from _reports(addresses, _outcome(pairs), place, is_bare=is_bare)
        if not found:
            yield Rejected(RejectionReason.NO_ADDRESS, place)


def _recipients_in(stream: BufferedReader) -> Iterator[tuple[str, list[Recipients]]]:
    """Yield the place of each value in JSON, and the recipients in it."""
    for line, _, value in chain.from_iterable(json_values(TextSource(stream).chunks())):
        yield f"line {line}", list(_recipients(value, (), 0))


def opted_out_in(stream: BufferedReader) -> Iterator[tuple[str, list[str]]]:
    """Yield the place of each value in JSON, and the recipients that it says unsubscribed or complained; blocked mail came back."""
    for place, found in _recipients_in(stream):
        said = (
            (each, {fold_title(value) for _, value in pairs if is_opt_out(value)}) for each, pairs, _ in found
        )
        addresses = chain.from_iterable(each for each, words in said if words - UNCLEAR)
        yield place, list(filter(None, map(address_of, addresses)))


def _recipients(value: object, above: _Pairs, depth: int) -> Iterator[Recipients]:
    if isinstance(value, list) and depth <= _DEEPEST:
        for inner in value:
            yield from _recipients(inner, above, depth + 1)
    if not isinstance(value, Mapping) or depth > _DEEPEST:
        return
    pairs = [*_pairs_in(value, 0), *above]
    # Of recipients within an object that has words of its own, the user says nothing.
    inside = pairs or [("", "")] * any(isinstance(inner, str) for inner in value.values())
    for key, inner in value.items():
        is_outer = fold_title(str(key)) in OUTER_KEYS
        if is_outer and not isinstance(inner, str):
            continue
        texts = inner if isinstance(inner, list) else [inner]
        found = (mailbox for text in texts if isinstance(text, str) for mailbox in addresses_in(text))
        if fold_title(str(key)) in ADDRESS_KEYS and (addresses := [mailbox.address for mailbox in found]):
            yield addresses, pairs, not above and not value.keys() - {key, "name", "first_name", "last_name"}
            continue
        if isinstance(inner, str) and is_outer and inner.startswith("{"):
            with suppress(ValueError, RecursionError):
                inner = json.loads(inner)  # noqa: PLW2901 - in an envelope
        yield from _recipients(inner, inside, depth + 1)


def _pairs_in(value: Mapping[str, object], depth: int) -> Iterator[tuple[str, str]]:
    """Yield the pairs of an object about its recipients: its own values, and those of inner objects without recipients."""
    for key, inner in value.items():
        folded = fold_title(str(key))
        if isinstance(inner, Mapping):
            if folded not in OUTER_KEYS and depth < 4 and not any(_recipients(inner, (), _DEEPEST - 3)):
                yield from _pairs_in(inner, depth + 1)
        elif folded in STATUS_KEYS and isinstance(inner, str | int | bool):
            yield str(key), str(inner)


def read_report_mail(stream: BinaryIO) -> Reports:
    """Yield the reports in the delivery reports among the messages; their parts end at `--`, so nested ones cost no more than their lines."""
    # The report comes before the message that it returns (RFC 3462 2).
    for number, message in enumerate(messages(stream, limit=1 << 20), 1):
        place, content = f"message {number}", message.replace(b"\r\n", b"\n")
        parts = reports.BOUNDARY.split(content.lstrip()) if reports.STATUS_PART.search(content) else []
        split = map(reports.EMPTY_LINES.split, parts)
        found = [groups for header, *groups in split if reports.STATUS_PART.search(header)]
        if not any(found):
            yield from _plain_report(content, place)
        for groups in found:
            for fields in map(parse_header, filter(None, groups)):  # about a recipient each, or the message
                if recipient := fields.get("Original-Recipient") or fields.get("Final-Recipient"):
                    yield from _from_fields(fields, str(recipient), place)


def _from_fields(fields: Message, recipient: str, place: str) -> Reports:
    # The fields about one recipient (RFC 3464 2.3, RFC 8098 3.2).
    action = str(fields.get("Action", "")).strip().lower()
    status = str(fields.get("Status", "")).strip().split(" ")[0][:20]
    kind = _kind_of_failure(status, str(fields.get("Diagnostic-Code", ""))) if action == "failed" else None
    is_read = "displayed" in str(fields.get("Disposition", "")).lower()
    kind = OutcomeKind.DELIVERED if action == "delivered" or is_read else kind
    return _reports([recipient.rpartition(";")[2]], kind, place, f"{place}, status {status}")


def _plain_report(content: bytes, place: str) -> Reports:
    """Yield the reports of a message without a machine-readable part, by its field X-Failed-Recipients and the text below each address."""
    head, _, body = content.partition(b"\n\n")
    recipients = str(parse_header(head).get("X-Failed-Recipients") or "")
    text = body.decode("utf-8", "replace")
    if not recipients and not (reports.REPORT_WORDS.search(text[:4000]) and reports.MAIL_SYSTEM.search(head)):
        return
    below = _text_below(text)
    failed = list(filter(None, map(address_of, recipients.split(",")))) or list(below)
    for address in failed:
        diagnostic = below.get(address.lower(), text if len(failed) == 1 else "")
        status = next((code for code in reports.STATUS.findall(diagnostic) if code[0] == "5"), "5.0.0")
        kind = _kind_of_failure(status, diagnostic)
        yield from _reports([address], kind, place, f"{place}, status {status}")


def _text_below(text: str) -> dict[str, str]:
    """Return each address that has a line to itself, in lower case, with the text below it."""
    below: dict[str, list[str]] = {}
    address = ""
    for line in takewhile(lambda line: not reports.RETURNED.match(line.strip()), text.split("\n")):
        match = reports.FAILED.match(line[:400])
        if match and (found := address_of(match[1])):
            address = found.lower()
            below[address] = []
        elif address:
            below[address].append(line.strip()[:600])
    return {address: " ".join(lines) for address, lines in below.items()}
