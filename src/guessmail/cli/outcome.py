"""`guessmail outcome`: record whether mail to an address was delivered or bounced."""

from collections import Counter
from collections.abc import Iterator, Sequence
from io import BufferedReader
from itertools import chain
from pathlib import Path
from typing import Annotated

from guessmail.addresses import address_of, name_of
from guessmail.cli.hints import typo_hint
from guessmail.cli.inputs import arguments_or_stdin
from guessmail.cli.options import FILE, StoreFile, argument, group, subcommand
from guessmail.cli.output import listed, notify, report
from guessmail.cli.stores import open_or_create, open_store, today
from guessmail.errors import BrokenFileError, UsageError
from guessmail.lists import TableKind
from guessmail.lists.headers import REPORTS
from guessmail.mailboxes import Mailbox, mailboxes
from guessmail.samples import outcomes as readers
from guessmail.samples.entries import Rejected, RejectionReason, open_samples_table
from guessmail.samples.sources import open_stream, start_of
from guessmail.store import Outcome, OutcomeKind, Store
from guessmail.store.suppression import SuppressionList
from guessmail.text import is_slip, split_address

_Addresses = Annotated[tuple[str, ...], argument(type=FILE, metavar="[ADDRESS|FILE]...")]


@group("""
  guessmail outcome delivered jane.doe@acme.com
  guessmail outcome bounced reports.mbox
  guessmail outcome undo jane.doe@acme.com""")
def outcome() -> None:
    """Record what happened to mail, so that later guesses are better."""


@subcommand(outcome)
def delivered(addresses: _Addresses, store_file: StoreFile) -> None:
    """Record that mail to each ADDRESS, or to those in a report FILE, was delivered."""
    _record(addresses, OutcomeKind.DELIVERED, store_file)


@subcommand(outcome)
def bounced(addresses: _Addresses, store_file: StoreFile) -> None:
    """Record that mail to each ADDRESS, or to those in a report FILE, bounced.

    A file holds bounce messages (mbox or .eml), a mail system's report as CSV, or just addresses. Only
    reports that the mailbox does not exist count.
    """
    _record(addresses, OutcomeKind.BOUNCED, store_file)


@subcommand(outcome)
def undo(
    addresses: Annotated[tuple[str, ...], argument(required=True, metavar="ADDRESS...")],
    store_file: StoreFile,
) -> None:
    """Undo the last outcome of each ADDRESS."""
    with open_store(store_file) as store:
        undone = sum(store.undo_outcome(_mailbox(text).address) for text in addresses if store)
    report(f"{undone} undone, {len(addresses) - undone} had no outcome")


def _record(arguments: tuple[str, ...], kind: OutcomeKind, store_file: str) -> None:
    arguments = arguments_or_stdin(arguments)
    if not arguments:
        raise UsageError("No address given. Name an address or a file, or - for standard input.")
    rejected: Counter[RejectionReason] = Counter()
    outcomes = [found for argument in arguments for found in _outcomes(argument, kind, rejected)]
    with open_or_create(store_file) as store:
        if kind is OutcomeKind.DELIVERED:  # the address becomes a known one
            people, before = SuppressionList(store), len(outcomes)
            outcomes = [found for found in outcomes if not people.covers(found.address, found.name)]
            rejected += Counter({RejectionReason.SUPPRESSED: before - len(outcomes)})
        doubts = list(_doubts(store, [found.address for found in outcomes]))
        changed = store.record_outcomes(outcomes)
    known = len(outcomes) - changed
    report(f"{changed} {kind}" + (f", {known} already known" if known else ""))
    for reason, count in rejected.most_common():
        report(f"  {reason.summary(count)}")
    notify(*doubts)


def _doubts(store: Store, addresses: Sequence[str]) -> Iterator[str]:
    """Yield a sentence about the addresses that the store does not know, and one about each of their mistyped domains."""
    places = {split_address(address)[1] for address in addresses}
    learned = {seen.address.lower() for domain in places for seen in store.sightings(domain)}
    unlearned = (address for address in dict.fromkeys(addresses) if address.lower() not in learned)
    new = [address for address in unlearned if not (store.offered(address) or store.outcome(address))]
    if new:
        were = "was" if len(new) == 1 else "were"
        yield f"Never guessed or learned before, and recorded all the same: {listed(new)}. If one {were} mistyped: guessmail outcome undo ADDRESS"
    known = sorted(store.domains())
    for domain in dict.fromkeys(split_address(address)[1] for address in new[:100]):
        meant = next((other for other in known if is_slip(domain, other)), "") if domain not in known else ""
        hint = f"Did you mean {meant}? {domain} looks like a typing error." if meant else typo_hint(domain)
        if hint.startswith("Did you mean"):
            yield hint


def _outcomes(argument: str, kind: OutcomeKind, rejected: Counter[RejectionReason]) -> Iterator[Outcome]:
    if argument != "-" and not Path(argument).exists():
        address, name, _ = _mailbox(argument)
        yield Outcome(address, kind, today(), name)
        return
    label, stream = open_stream(argument)
    with stream:
        for found in _read_reports(stream, argument):
            if isinstance(found, Rejected):
                rejected[found.reason] += 1
            elif found.kind not in {None, kind}:
                rejected[RejectionReason.OTHER_OUTCOME] += 1
            else:
                yield Outcome(found.address, kind, today(), detail=f"{label}, {found.detail}")


def _read_reports(stream: BufferedReader, path: str) -> readers.Reports:
    """Return the reports in a file; `BrokenFileError` for a file of another kind, and for mail or text without reports."""
    start = start_of(stream)
    is_mail = start.kind in {"mbox", "eml"}
    if start.kind is TableKind.JSONL:
        return readers.read_json_reports(stream)
    table = None if is_mail or start.unsupported else open_samples_table(stream, REPORTS)
    if table and table.kind is not TableKind.EMPTY:
        return readers.read_table_reports(table)
    if not is_mail and start.kind is not TableKind.TEXT:
        raise BrokenFileError(f"{path} is neither a mailbox nor a CSV report, and contains no addresses.")
    reports = readers.read_report_mail(stream) if is_mail else readers.read_text_reports(stream)
    first = next(reports, None)
    if first is None:
        raise BrokenFileError(
            f"{path} has no report of a mail server, and names no address that mail came back from. For mail that came back,"
            " save the bounce message itself; or give the addresses: guessmail outcome bounced ADDRESS."
        )
    return chain([first], reports)


def _mailbox(text: str) -> Mailbox:
    """Return the address and the name in an argument; `UsageError` if there is no address."""
    found = next(mailboxes(text), Mailbox(text))
    address = address_of(found.address)
    if not address:
        raise UsageError(f"{text!r} is neither an e-mail address nor a file.")
    return Mailbox(address, name_of(found.name))
