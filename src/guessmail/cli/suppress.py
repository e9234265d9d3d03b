"""`guessmail suppress`: the do-not-contact list."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BufferedReader
from tempfile import TemporaryDirectory
from typing import Annotated

import click

from guessmail.addresses import address_of, name_of
from guessmail.cli.inputs import require, require_domain
from guessmail.cli.options import FILE, DryRun, StoreFile, argument, group, option, subcommand
from guessmail.cli.output import listed, report, tell, write_output
from guessmail.cli.stores import open_or_create, open_store, today
from guessmail.domains import read_domain
from guessmail.errors import BrokenFileError, UsageError
from guessmail.lists import Table, TableKind
from guessmail.lists.headers import DO_NOT_CONTACT, columns_of
from guessmail.lists.opted_out import OptOutColumns, is_opt_out
from guessmail.lists.questions import RowReader
from guessmail.model.pool import label_of, related
from guessmail.names import Name, read_name
from guessmail.reports.listing import Listing, written
from guessmail.samples.entries import Rejected, open_samples_table
from guessmail.samples.outcomes import opted_out_in
from guessmail.samples.sources import READERS, open_stream, peek, read_entries, start_of
from guessmail.samples.texts import lines, under_headings
from guessmail.store import Store
from guessmail.store.opt_outs import OptOut, OptOuts, Part, opt_outs_of, read_opt_outs, read_person, read_row
from guessmail.store.subjects import Subject, address_subject, domain_subject, person_subject
from guessmail.store.suppression import Suppression, SuppressionList, entries, remove_entries
from guessmail.store.transfer import import_lines, is_export
from guessmail.text import counted, printable


@group("""
  guessmail suppress add "Jane Doe" acme.com
  guessmail suppress add jane.doe@acme.com
  guessmail suppress import opted-out.csv
  guessmail suppress list""")
def suppress() -> None:
    """Manage the do-not-contact list of people, addresses and domains.

    The list holds keyed hashes, no names and no addresses. Anyone with both the store and its key can test
    whether a name is on it.
    """


@subcommand(suppress)
def add(
    who: str,
    domain: str | None,
    note: Annotated[str, option("--note"), "A remark. It is stored in plain text, so name nobody in it."],
    yes: Annotated[bool, option("--yes"), "Do not ask whether a name alone means everybody who has it."],
    store_file: StoreFile,
) -> None:
    """Suppress WHO: addresses, domains, or a person at DOMAIN.

    A person is suppressed under every spelling, nickname and order of the name, at DOMAIN and all related domains; a
    name alone, such as Doe, means everybody there who has it. An address is suppressed together with every name that
    could have it; a domain (acme.com or *@acme.com) together with its subdomains.
    """
    found = _opt_outs(who, domain)
    for each in found.named:
        if each.person and each.is_name_alone:
            text = f"A name alone: this suppresses everybody named {each.person.written} at {each.domain}."
            if not yes and sys.stdin is not None and sys.stdin.isatty():
                click.confirm(f"{text} Go on?", abort=True, err=True)
            else:
                tell(text)
    with open_or_create(store_file) as store:
        subjects = [_subject(opt_out, store) for opt_out in found.named]
        added = SuppressionList(store).add(subjects, date=today(), note=note)
        for subject, (number, is_new) in zip(subjects, added, strict=True):
            report(f"{number}  {subject.kind}  {'added' if is_new else 'already on the list'}")
        seen_at = ((subject, seen) for subject in subjects for seen in store.sightings(subject.domain))
        known = sum(subject.is_of(seen.address, seen.name) for subject, seen in seen_at)
        _notice_related(store, found.named)
    if known:
        tell(f"The store still has known addresses of it ({known}); remove them with `guessmail forget`.")
    if found.leftover:
        raise BrokenFileError(
            f"That was added. What stands beside it was not understood: {_quoted(found.leftover)}."
        )


def _opt_outs(who: str, domain: str | None) -> OptOuts:
    """Return the people, addresses and domains that the arguments name; `UsageError` if there are none."""
    if domain is not None and "@" not in who + domain.lstrip("*@"):
        return OptOuts((OptOut(person=require(read_person(who)), domain=require(read_domain(domain))),))
    found = read_opt_outs(who if domain is None else f"{who}, {domain}")
    if found.named:
        return found
    if "@" in who:
        raise UsageError(f"{who!r} is not an e-mail address.")
    return OptOuts((OptOut(domain=require_domain(who)),))


def _subject(opt_out: OptOut, store: Store) -> Subject:
    """Return the entry of the list for an opt-out; that of an address has the names of its known owners."""
    if opt_out.person:
        return person_subject(opt_out.person, opt_out.domain)
    if not opt_out.address:
        return domain_subject(opt_out.domain)
    owners = map(read_name, sorted(store.names_of(opt_out.address)))
    return address_subject(opt_out.address, names=[name for name in owners if isinstance(name, Name)])


def _notice_related(store: Store, named: Iterable[OptOut]) -> None:
    """Tell the user which known domains are related to a suppressed one and not covered by it."""
    whole = {opt_out.domain for opt_out in named if opt_out.domain and not opt_out.person}
    known = {each for domain in whole for each in related(domain, store.domains_with_label(label_of(domain)))}
    free = sorted(each for each in known if not any(f".{each}".endswith(f".{domain}") for domain in whole))
    if free:
        tell(f"Related, and not suppressed: {listed(free)}. Add them too if they are meant.")


@subcommand(suppress)
def remove(who: str, domain: str | None, store_file: StoreFile) -> None:
    """Remove WHO from the list: a number that `list` shows, or what `add` takes."""
    found: Sequence[int] = ()
    with open_store(store_file) as store:
        if store is not None and who.isdecimal() and domain is None:
            found = remove_entries(store, [int(who)])
        elif store is not None:
            subjects = (_subject(opt_out, store) for opt_out in _opt_outs(who, domain).named)
            people = SuppressionList(store)
            found = [number for subject in subjects for number in people.remove(subject)]
    if not found:
        raise UsageError("Not on the list. `guessmail suppress list` shows the entries and their numbers.")
    report(f"{', '.join(map(str, found))} removed")


@subcommand(suppress, "list")
def list_(
    format_: Annotated[str, option("--format", type=click.Choice(["plain", "json", "jsonl"]), default="plain"),
        "Output format."],
    store_file: StoreFile,
) -> None:  # fmt: skip
    """Show the number, kind, date and note of each entry; names cannot be shown."""
    with open_store(store_file) as store:
        found = entries(store) if store else ()
    listing: Listing[Suppression] = Listing(
        Suppression._asdict, lambda entry: ["\t".join(printable(str(cell)) for cell in entry)]
    )
    write_output(written(listing, format_, [found]), "")


@subcommand(suppress, "import")
def import_(
    file: Annotated[str, argument(type=FILE)],
    note: Annotated[str, option("--note"),
        "A remark on all entries. It is stored in plain text, so name nobody in it."],
    dry_run: DryRun,
    store_file: StoreFile,
) -> None:  # fmt: skip
    """Add everyone in FILE.

    FILE is an export of a store, a table, an address book or mailbox, or plain text with an address, a domain, or a
    person and a domain a line. In a table every address counts, whatever its column; a column such as Unsubscribed says
    whose row counts, and where it is unclear the row does. What cannot be read is listed, and the exit status is then 1;
    the rest is added anyway.
    """
    _, stream = open_stream(file)
    found = _ImportReport()
    with stream, _opened(store_file, dry_run=dry_run) as store:
        if is_export(peek(stream)):
            added = import_lines(store, stream, tables={"suppression", "suppression_mark"})
        else:
            subjects = (_subject(opt_out, store) for opt_out in found.collect(_read_places(stream)))
            kept = SuppressionList(store).add(subjects, date=today(), note=note)
            added = sum(is_new for _, is_new in kept)
        _notice_related(store, found.domains)
    report(f"{added} {'would be added' if dry_run else 'added'}")
    found.conclude()


@contextmanager
def _opened(store_file: str, *, dry_run: bool) -> Iterator[Store]:
    """Open the store; create it if needed. For a dry run without a list, use a temporary one."""
    with open_store(store_file, dry_run=True) if dry_run else open_or_create(store_file) as store:
        if store is not None and (store.keys or not dry_run):
            yield store
            return
    with TemporaryDirectory() as folder, open_or_create(f"{folder}/store.db") as passing:
        yield passing


def _read_places(stream: BufferedReader) -> Iterator[tuple[str, OptOuts]]:
    """Yield the opt-outs of each entry in a file, with its place: `line 12`."""
    if b"\nfeedback-type:" in peek(stream).lower():
        yield from _read_complaints(stream)
        return
    if (kind := start_of(stream).kind) in READERS:
        for number, item in enumerate(read_entries(stream, "The file")[1], 1):
            parts: list[Part] = []
            if not isinstance(item, Rejected) and (address := address_of(item.address)):
                name = read_name(name_of(item.name))
                parts = [("address", address), *[("name", name)] * isinstance(name, Name)]
            yield item.place or f"entry {number}", opt_outs_of(parts) if parts else OptOuts(leftover=("",))
        return
    try:
        table = open_samples_table(stream, DO_NOT_CONTACT)
        has_events = kind == TableKind.JSONL and table is not None and "event" in table.header
    except BrokenFileError:
        if kind != TableKind.JSONL:
            raise
        has_events = True
    if has_events:  # of a mail service: those that say so count
        stream.seek(0)
        for place, addresses in opted_out_in(stream):
            yield place, OptOuts(tuple(map(OptOut, addresses)), () if addresses else ("",))
        return
    if table and table.kind is not TableKind.EMPTY:
        yield from _read_table(table)
        return
    for number, line, heading in under_headings(lines(stream)):
        if line.strip():
            is_declined = is_opt_out(heading) is False
            yield f"line {number}", OptOuts(is_declined=True) if is_declined else read_opt_outs(line)


def _read_table(table: Table) -> Iterator[tuple[str, OptOuts]]:
    columns, names = OptOutColumns(table.header), RowReader(columns_of(table.header))
    for place, cells in filter(lambda row: any(row[1]), table.numbered_rows()):
        row = read_row(columns, names, cells)
        yield place, row if row.named or row.is_declined else row._replace(leftover=("",))


def _read_complaints(stream: BufferedReader) -> Iterator[tuple[str, OptOuts]]:
    """Yield whom each complaint about mail (RFC 5965) is about, by the report's fields and the mail's own."""
    in_report, is_named, nobody = False, True, ("a complaint that names nobody", OptOuts(leftover=("",)))
    for number, line in enumerate(lines(stream), 1):
        field, _, value = line.lower().partition(":")
        if field == "feedback-type":
            yield from [] if is_named else [nobody]
            in_report, is_named = True, False
        elif line.startswith("From "):  # the next message of a mailbox
            in_report = False
        elif in_report and field in {"original-rcpt-to", "removal-recipient", "to"}:
            is_named = True
            yield f"line {number}", read_opt_outs(value)
    yield from [] if is_named else [nobody]


class _ImportReport:
    """The notices and errors of an import, collected while its entries are read."""

    def __init__(self) -> None:
        self.domains: list[OptOut] = []
        """The domains that are suppressed as a whole."""
        self._unread: list[str] = []
        self._leftover: list[str] = []
        self._doubts: Counter[str] = Counter()
        self._declined = self._remarks = self._names_alone = 0

    def collect(self, places: Iterable[tuple[str, OptOuts]]) -> Iterator[OptOut]:
        """Yield the opt-outs of the places, and collect the notices about them."""
        for place, found in places:
            self._declined += found.is_declined
            self._remarks += found.has_remark
            self._names_alone += sum(opt_out.is_name_alone for opt_out in found.named)
            self.domains += [opt_out for opt_out in found.named if not (opt_out.address or opt_out.person)]
            if found.named and found.doubt is not None:
                self._doubts[repr(found.doubt.strip()[:40]) if found.doubt.strip() else "empty"] += 1
            if not found.named and found.leftover:
                self._unread.append(place)
            elif found.leftover:
                self._leftover.append(f"{place} ({_quoted(found.leftover)})")
            yield from found.named

    def conclude(self) -> None:
        """Print the notices; raise a `BrokenFileError` if entries were not understood."""
        cells = ", ".join(f"{cell} ({count})" for cell, count in self._doubts.most_common(5))
        for count, noun, plural, rest in (
            (self._declined, "row says that it is", "rows say that they are", "{} not unsubscribed: left out."),
            (self._remarks, "entry", "entries",
                "Dates, remarks and single names beside {} were understood, and are not kept."),
            (self._names_alone, "name alone suppresses", "names alone suppress", "{} everybody there who has it."),
            (len(self.domains), "domain is", "domains are", "{} suppressed as a whole."),
            (self._doubts.total(), "row counts as an opt-out", "rows count as opt-outs",
                f"{{}} though the column leaves it open: {cells}. Write no there to leave them out."),
        ):  # fmt: skip
            if count:
                tell(rest.replace("{}", counted(count, noun, plural), 1))
        faults = [
            f"{len(self._unread)} of the entries could not be read and suppress nobody: "
            f"{listed(self._unread)}. Each needs an address, a domain, or a name and a domain."
        ] * bool(self._unread)
        if self._leftover:
            faults.append(f"Added, but not all that stands there was understood: {listed(self._leftover)}.")
        if faults:
            raise BrokenFileError("\n".join(faults))


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(repr(text if len(text) <= 60 else f"{text[:60]}…") for text in texts)
