"""`guessmail suppress`: the do-not-contact list."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from email.utils import parseaddr
from tempfile import TemporaryDirectory
from typing import BinaryIO

import click

from guessmail.cli.options import FILE, store_option
from guessmail.cli.output_options import write_output
from guessmail.cli.store_options import (
    domain_alone,
    domain_of,
    dry_run_option,
    name_read_from,
    open_or_create,
    open_store,
    today,
)
from guessmail.domains import read_domain
from guessmail.errors import BrokenFileError, Code, Problem, UsageError
from guessmail.names import Name, read_name
from guessmail.reports.listing import Listing, written
from guessmail.samples.decoding import lines
from guessmail.samples.detect import SourceKind, detect, is_table
from guessmail.samples.found import Rejected
from guessmail.samples.judging import address_of, name_of
from guessmail.samples.reading import open_stream, peek, read_found
from guessmail.samples.rows import Row, read_rows
from guessmail.store import Store
from guessmail.store.suppression import (
    Kind,
    Subject,
    SuppressionList,
    address_subject,
    domain_subject,
    entries,
    person_subject,
    remove_entry,
)
from guessmail.store.transfer import import_lines, is_export
from guessmail.text import printable

_PLACES_SHOWN = 10
_NOBODY = Problem(Code.BAD_ADDRESS, Code.BAD_ADDRESS.description)


@click.group(
    epilog="""\b
Examples:
  guessmail suppress add "Jane Doe" acme.com
  guessmail suppress add jane.doe@acme.com
  guessmail suppress import opted-out.csv
  guessmail suppress list"""
)
def suppress() -> None:
    """Manage the do-not-contact list of people, addresses and domains.

    The list holds keyed hashes, no names and no addresses. Anyone with both the store and its key can test
    whether a name is on it.
    """


@suppress.command()
@click.argument("who")
@click.argument("domain", required=False)
@click.option("--note", default="", help="A remark. It is stored in plain text, so name nobody in it.")
@store_option
def add(who: str, domain: str | None, note: str, store_file: str) -> None:
    """Suppress WHO: an address, a domain, or a person at DOMAIN.

    A person is suppressed under every spelling, nickname and order of the name; an address together with
    every name that could have it; a domain together with its subdomains.
    """
    with open_or_create(store_file) as store:
        held = 0
        for subject in _subjects(who, domain, store):
            number, is_new = SuppressionList(store).add(subject, date=today(), note=note)
            click.echo(f"{number}  {subject.kind}  {'added' if is_new else 'already on the list'}")
            held += _held(store, subject)
    if held:
        click.echo(
            f"The store still has known addresses of it ({held}); remove them with `guessmail forget`.",
            err=True,
        )


@suppress.command()
@click.argument("who")
@click.argument("domain", required=False)
@store_option
def remove(who: str, domain: str | None, store_file: str) -> None:
    """Remove WHO from the list: a number that `list` shows, or what `add` takes."""
    store = open_store(store_file)
    found: tuple[int, ...] = ()
    if store is not None:
        with store:
            if who.isdecimal() and domain is None:
                found = (int(who),) if remove_entry(store, int(who)) else ()
            else:
                people = SuppressionList(store)
                found = tuple(n for subject in _subjects(who, domain, store) for n in people.remove(subject))
    if not found:
        raise UsageError("Not on the list. `guessmail suppress list` shows the entries and their numbers.")
    click.echo(f"{', '.join(map(str, found))} removed")


@suppress.command("list")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["plain", "json", "jsonl"]),
    default="plain",
    help="Output format.",
)
@store_option
def list_(shape: str, store_file: str) -> None:
    """Show the number, kind, date and note of each entry; names cannot be shown."""
    store = open_store(store_file)
    with store or nullcontext():
        rows: list[dict[str, object]] = [
            {"id": one.id, "kind": one.kind.value, "date": one.date, "note": one.note}
            for one in (entries(store) if store else ())
        ]
    columns = ("id", "kind", "date", "note")
    listing: Listing[dict[str, object]] = Listing(
        columns,
        lambda row: [[str(row[name]) for name in columns]],
        lambda row: row,
        lambda row: ["\t".join(printable(str(row[name])) for name in columns)],
    )
    write_output(written(listing, shape, [rows]), "")


@suppress.command("import")
@click.argument("file", type=FILE)
@click.option(
    "--note", default="", help="A remark on all entries. It is stored in plain text, so name nobody in it."
)
@dry_run_option
@store_option
def import_(file: str, note: str, dry_run: bool, store_file: str) -> None:
    """Add everyone in FILE.

    FILE is an export of a store, a table with addresses or with names and domains, or anything `learn` reads;
    each line of plain text is an address or a domain. Entries that cannot be read are listed, and the exit status
    is then 1; the others are added anyway.
    """
    _, stream = open_stream(file)
    unread: list[str] = []
    with stream, _opened(store_file, dry_run=dry_run) as store:
        if is_export(peek(stream)):
            added = import_lines(store, stream, tables={"suppression", "suppression_mark"}, dry_run=dry_run)
        else:
            listed = _listed(stream, store, unread)
            added = SuppressionList(store).add_all(listed, date=today(), note=note, dry_run=dry_run)
    click.echo(f"{added} {'would be added' if dry_run else 'added'}")
    if unread:
        shown = [*unread[:_PLACES_SHOWN], *["…"] * (len(unread) > _PLACES_SHOWN)]
        raise BrokenFileError(
            f"{len(unread)} of the entries could not be read and suppress nobody: "
            f"{', '.join(shown)}. Each needs an address, a domain, or a name and a domain."
        )


@contextmanager
def _opened(store_file: str, *, dry_run: bool) -> Iterator[Store]:
    """Open the store; create it if needed. For a dry run without a list, use a temporary one."""
    store = open_store(store_file) if dry_run else open_or_create(store_file)
    if store is not None and (store.keys.keys or not dry_run):
        with store:
            yield store
        return
    with TemporaryDirectory() as folder, open_or_create(f"{folder}/store.db") as passing:
        yield passing


def _listed(stream: BinaryIO, store: Store, unread: list[str]) -> Iterator[Subject]:
    """Yield the subjects in a file, addresses of roles and at mailbox providers among them.

    The places of what names nobody are added to `unread`.
    """
    for place, named in _entries_in(stream, store):
        if isinstance(named, Problem):
            unread.append(place)
        else:
            yield from named


def _entries_in(stream: BinaryIO, store: Store) -> Iterator[tuple[str, Sequence[Subject] | Problem]]:
    head = peek(stream)
    kind = detect(head)
    if kind is not SourceKind.XLSX and is_table(head, "email", "domain"):
        for row in read_rows(stream):
            yield f"line {row.line}", _in_row(row, store)
    elif kind is None or kind is SourceKind.TEXT:
        for number, line in enumerate(lines(stream), 1):
            if line.strip():
                yield f"line {number}", _in_line(line.strip(), store)
    else:
        for number, item in enumerate(read_found(kind, stream), 1):
            address = "" if isinstance(item, Rejected) else address_of(item.address)
            place = item.place or f"entry {number}"
            if isinstance(item, Rejected) or not address:
                yield place, _NOBODY
            else:
                yield place, tuple(_of_address(address, name_of(item.name), store))


def _in_row(row: Row, store: Store) -> Sequence[Subject] | Problem:
    """Return what a row names: an address, or a person at a domain, or a domain where no person is named."""
    address, domain = address_of(row.cells.get("email", "")), read_domain(row.cells.get("domain", ""))
    if address:
        return tuple(_of_address(address, name_of(row.name), store))
    if row.cells.get("email"):
        return _NOBODY
    if isinstance(domain, Problem):
        return domain
    if not row.name:
        return (domain_subject(domain.ascii),)
    name = read_name(row.name)
    return (person_subject(name, domain.ascii),) if isinstance(name, Name) else name


def _in_line(line: str, store: Store) -> Sequence[Subject] | Problem:
    try:
        return tuple(_subjects(line, None, store))
    except UsageError:
        return _NOBODY


def _subjects(who: str, domain: str | None, store: Store) -> Iterator[Subject]:
    """Yield what an argument names; `Name <address>` is both."""
    if domain is not None:
        yield person_subject(name_read_from(who), domain_of(domain))
        return
    written, address = parseaddr(who)
    address = address_of(address)
    if "@" in who:
        if not address:
            raise UsageError(f"{who!r} is not an e-mail address.")
        yield from _of_address(address, name_of(written), store)
        return
    yield domain_subject(domain_alone(who))


def _of_address(address: str, written: str, store: Store) -> Iterator[Subject]:
    """Yield an address with its known owners, and the person who was named with it."""
    domain = address.rpartition("@")[2]
    known = sorted(store.names_of(address))
    names = [name for name in map(read_name, known) if isinstance(name, Name)]
    yield address_subject(address, names=names)
    person = read_name(written) if written else None
    if isinstance(person, Name):
        yield person_subject(person, domain)


def _held(store: Store, subject: Subject) -> int:
    """Return how many samples the store has of a suppressed subject."""
    people = SuppressionList(store)
    samples = store.sightings(subject.domain)
    if subject.kind is Kind.PERSON:
        names = [read_name(sample.name) for sample in samples if sample.name]
        return sum(people.is_suppressed(name, subject.domain, ()) for name in names if isinstance(name, Name))
    return sum(people.is_address_suppressed(sample.address) for sample in samples)
