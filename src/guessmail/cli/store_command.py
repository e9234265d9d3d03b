"""`guessmail store`: its path, copies of it, and removing old entries."""

import datetime
import re
from itertools import islice
from typing import Annotated

import click

from guessmail.cli.options import FILE, DryRun, StoreFile, argument, group, option, subcommand
from guessmail.cli.output import report, write_output
from guessmail.cli.stores import open_or_create, open_store, removed, store_path, store_place
from guessmail.errors import StoreError, UsageError
from guessmail.samples.sources import open_stream
from guessmail.store import Store
from guessmail.store.forgetting import purge as purge_before
from guessmail.store.transfer import export_lines, import_lines


@group("""
  guessmail store path
  guessmail store export -o backup.jsonl
  guessmail store purge --older-than 2y""")
def store() -> None:
    """Show where the store is, copy it, or empty it."""


@subcommand(store)
def path(store_file: StoreFile) -> None:
    """Print the store's path, whether it exists or not."""
    click.echo(store_place(store_file) or str(store_path(store_file)))


@subcommand(store)
def export(
    output: Annotated[str, option("-o --output", type=FILE, default="-"),
        "The file, which only you can read; one that is there is replaced."],
    store_file: StoreFile,
) -> None:  # fmt: skip
    """Write the whole store as JSON Lines, including the key of the do-not-contact list.

    Anyone with the export can read the known addresses, and test whether a name is on that list. A damaged store
    is saved as far as it can be read; the exit status is then 1.
    """
    faults: list[str] = []
    with Store.open(store_path(store_file), damaged=True) as opened:
        lines = (f"{line}\n".encode() for line in export_lines(opened, faults))
        parts = iter(lambda: b"".join(islice(lines, 1000)), b"")
        write_output(parts, "" if output == "-" else output, is_private=True)
    if faults:
        raise StoreError(
            f"The store is damaged; what could be read was saved. Incomplete: {', '.join(faults)}."
        )


@subcommand(store, "import")
def import_(file: Annotated[str, argument(type=FILE)], store_file: StoreFile) -> None:
    """Add what an export contains; what the store already has is not changed."""
    _, stream = open_stream(file)
    with stream, open_or_create(store_file) as opened:
        added = import_lines(opened, stream)
    report(f"{added} new")


@subcommand(store)
def purge(
    older_than: Annotated[str | None, option("--older-than", metavar="AGE"),
        "Remove what is older than 90d, 8w, 18m, 2y."],
    everything: Annotated[bool, option("--all"), "Remove all known addresses, outcomes, companies and runs."],
    yes: Annotated[bool, option("--yes"), "Do not ask."],
    dry_run: DryRun,
    store_file: StoreFile,
) -> None:  # fmt: skip
    """Remove what is old; the do-not-contact list stays."""
    if (older_than is None) is not everything:
        raise UsageError("Give --older-than 2y, or --all.")
    before = "9999" if older_than is None else _date_before(older_than)
    with open_store(store_file, dry_run=dry_run) as opened:
        if opened is None:
            report("There is no store.")
            return
        if everything and not yes and not dry_run:
            click.confirm("Remove all known addresses, outcomes, companies and runs?", abort=True, err=True)
        purged = purge_before(opened, before)
    report(removed(purged, dry_run=dry_run) or "Nothing to remove.")


def _date_before(age: str) -> str:
    """Return today's date minus an age, ISO 8601."""
    match = re.fullmatch(r"(\d{1,4})\s*([dwmy])[a-z]*", age.strip().lower())
    if not match:
        raise UsageError(f"--older-than takes a number and d, w, m or y, such as 90d or 2y, not {age!r}.")
    # Months and years are the means of the Julian calendar.
    days = int(match[1]) * {"d": 1, "w": 7, "m": 30.4375, "y": 365.25}[match[2]]
    today = datetime.datetime.now().astimezone().date()
    return (today - datetime.timedelta(days=min(days, today.toordinal() - 1))).isoformat()
