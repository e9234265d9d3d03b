"""`guessmail suppress`: the do-not-contact list."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from tempfile import TemporaryDirectory
from typing import Annotated

import click

from guessmail.cli.inputs import domain_of, require_domain
from guessmail.cli.opt_out_files import ImportReport, quoted, read_opt_out_file
from guessmail.cli.options import DryRun, StoreFile
from guessmail.cli.output import listed, quiet_reports_option, report, tell, write_output
from guessmail.cli.parameters import FILE, argument, option, with_options
from guessmail.cli.stores import open_or_create, open_store, today
from guessmail.errors import BrokenFileError, Problem, UsageError
from guessmail.model.related import label_of, related
from guessmail.names import Name, read_name
from guessmail.reports.listing import Listing, written
from guessmail.samples.sources import open_stream, peek
from guessmail.store import Store
from guessmail.store.opt_outs import OptOut, OptOuts, read_opt_outs, read_person
from guessmail.store.subjects import Subject, address_subject, domain_subject, person_subject
from guessmail.store.suppression import SuppressionList, entries, remove_entry
from guessmail.store.transfer import import_lines, is_export
from guessmail.text import printable


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
@with_options
@quiet_reports_option
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
    found = _asked(who, domain)
    for one in found.named:
        if one.person is None or not one.is_name_alone:
            continue
        text = f"A name alone: this suppresses everybody named {one.person.written} at {one.domain}."
        if not yes and sys.stdin is not None and sys.stdin.isatty():
            click.confirm(f"{text} Go on?", abort=True, err=True)
        else:
            tell(text)
    held = 0
    with open_or_create(store_file) as store:
        for one in found.named:
            subject = _subject(one, store)
            number, is_new = SuppressionList(store).add(subject, date=today(), note=note)
            report(f"{number}  {subject.kind}  {'added' if is_new else 'already on the list'}")
            held += sum(subject.is_of(seen.address, seen.name) for seen in store.sightings(subject.domain))
        _notice_related(store, found.named)
    if held:
        tell(f"The store still has known addresses of it ({held}); remove them with `guessmail forget`.")
    if found.leftover:
        raise BrokenFileError(
            f"That was added. What stands beside it was not understood: {quoted(found.leftover)}."
        )


def _asked(who: str, domain: str | None) -> OptOuts:
    """Return the people and domains that the arguments name; `UsageError` without any."""
    if domain is not None and "@" not in who + domain.lstrip("*@"):
        person = read_person(who)
        if isinstance(person, Problem):
            raise UsageError(person.message)
        return OptOuts((OptOut(domain=domain_of(domain), person=person),))
    found = read_opt_outs(who if domain is None else f"{who}, {domain}")
    if found.named:
        return found
    if "@" in who:
        raise UsageError(f"{who!r} is not an e-mail address.")
    return OptOuts((OptOut(domain=require_domain(who)),))


def _subject(opt_out: OptOut, store: Store) -> Subject:
    """Return what goes on the list: an address together with its known owners."""
    if opt_out.address:
        known = map(read_name, sorted(store.names_of(opt_out.address)))
        return address_subject(opt_out.address, names=[name for name in known if isinstance(name, Name)])
    return (
        person_subject(opt_out.person, opt_out.domain) if opt_out.person else domain_subject(opt_out.domain)
    )


def _notice_related(store: Store, named: Iterable[OptOut]) -> None:
    """Name the known domains that are related to a suppressed one, and not covered by it."""
    whole = {each.domain for each in named if each.domain and not each.person}
    known = {
        other for domain in whole for other in related(domain, store.domains_with_label(label_of(domain)))
    }
    left = sorted(other for other in known if not any(f".{other}".endswith(f".{domain}") for domain in whole))
    if left:
        tell(f"Related, and not suppressed: {listed(left)}. Add them too if they are meant.")


@suppress.command()
@with_options
@quiet_reports_option
def remove(who: str, domain: str | None, store_file: StoreFile) -> None:
    """Remove WHO from the list: a number that `list` shows, or what `add` takes."""
    found: list[int] = []
    with open_store(store_file) or nullcontext() as store:
        if store is not None and who.isdecimal() and domain is None:
            found = [int(who)] if remove_entry(store, int(who)) else []
        elif store is not None:
            people = SuppressionList(store)
            found = [n for one in _asked(who, domain).named for n in people.remove(_subject(one, store))]
    if not found:
        raise UsageError("Not on the list. `guessmail suppress list` shows the entries and their numbers.")
    report(f"{', '.join(map(str, found))} removed")


@suppress.command("list")
@with_options
@quiet_reports_option
def list_(
    format_: Annotated[
        str,
        option("--format", type=click.Choice(["plain", "json", "jsonl"]), default="plain"),
        "Output format.",
    ],
    store_file: StoreFile,
) -> None:
    """Show the number, kind, date and note of each entry; names cannot be shown."""
    with open_store(store_file) or nullcontext() as store:
        rows: list[dict[str, object]] = [
            {"id": one.id, "kind": one.kind.value, "date": one.date, "note": one.note}
            for one in (entries(store) if store else ())
        ]
    listing: Listing[dict[str, object]] = Listing(
        (),
        lambda _: (),
        lambda row: row,
        lambda row: ["\t".join(printable(str(cell)) for cell in row.values())],
    )
    write_output(written(listing, format_, [rows]), "")


@suppress.command("import")
@with_options
@quiet_reports_option
def import_(
    file: Annotated[str, argument(type=FILE)],
    note: Annotated[
        str, option("--note"), "A remark on all entries. It is stored in plain text, so name nobody in it."
    ],
    dry_run: DryRun,
    store_file: StoreFile,
) -> None:
    """Add everyone in FILE.

    FILE is an export of a store, a table, an address book or mailbox, or plain text with an address, a domain, or a
    person and a domain a line. In a table every address counts, whatever its column; a column such as Unsubscribed says
    whose row counts, and where it is unclear the row does. What cannot be read is listed, and the exit status is then 1;
    the rest is added anyway.
    """
    _, stream = open_stream(file)
    found = ImportReport()
    with stream, _opened(store_file, dry_run=dry_run) as store:
        if is_export(peek(stream)):
            added = import_lines(store, stream, tables={"suppression", "suppression_mark"}, dry_run=dry_run)
        else:
            subjects = (_subject(one, store) for one in found.taken(read_opt_out_file(stream)))
            added = SuppressionList(store).add_all(subjects, date=today(), note=note, dry_run=dry_run)
        _notice_related(store, found.domains)
    report(f"{added} {'would be added' if dry_run else 'added'}")
    for notice in found.notices():
        tell(notice)
    if faults := "\n".join(found.faults()):
        raise BrokenFileError(faults)


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
