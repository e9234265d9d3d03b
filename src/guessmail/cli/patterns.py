"""`guessmail patterns`: the catalogue of patterns, and the check of a user's own."""

import sys
from itertools import groupby
from typing import Annotated

import click

from guessmail.cli.options import FILE, command, option
from guessmail.cli.output import Status, tell
from guessmail.errors import UsageError
from guessmail.patterns import catalog_file as files
from guessmail.patterns import parse_pattern
from guessmail.text import counted

_EXAMPLE = {
    "first": "jane", "f": "j", "middle": "ann", "m": "a", "last": "doe", "l": "d", "nick": "jen", "n": "2",
}  # fmt: skip


@command("""
  guessmail patterns
  guessmail patterns --format yaml > mine.yaml
  guessmail patterns --check mine.yaml""")
def patterns(
    checked: Annotated[str | None, option("--check", type=FILE),
        "Check a catalogue file and list its errors by line."],
    format_: Annotated[str | None, option("--format", type=click.Choice(["table", "plain", "yaml"])),
        "A table, only the patterns, or a catalogue file.  [default: table]"],
) -> int:  # fmt: skip
    """List the address patterns with their shares in percent, most common first."""
    if checked:
        text = files.read_text(checked)
        try:
            found = files.read_catalog(text, checked)
        except UsageError as faults:
            tell(str(faults))
            return Status.USAGE
        rules = f"{counted(len(found.patterns), 'pattern')}, {counted(len(found.conventions), 'convention')}"
        tell(f"{checked} is valid: {rules}.")
        return Status.DONE
    catalog = files.shipped_file()
    if format_ == "yaml":
        sys.stdout.write(files.dump_catalog(catalog))
    elif format_ == "plain":
        sys.stdout.writelines(f"{entry.text}\n" for entry in catalog.patterns)
    else:
        sys.stdout.writelines(_lines(catalog))
    return Status.DONE


def _lines(catalog: files.CatalogFile) -> list[str]:
    """Return a table of patterns with examples for Jane Ann Doe, shares and counts; those with a middle name come last."""

    def needs_middle(entry: files.Entry) -> bool:
        return any(token.part == "middle" for token in parse_pattern(entry.text).tokens)

    width = max(len(entry.text) for entry in catalog.patterns)
    lines = [f"{'Pattern':{width}}  {'Example':14}  {'Share':>7}  {'Counted':>8}\n"]
    for is_middle, entries in groupby(sorted(catalog.patterns, key=needs_middle), needs_middle):
        if is_middle:
            lines.append("\nWhere a middle name is known:\n")
        for entry in entries:
            example = parse_pattern(entry.text).render(_EXAMPLE)
            count = f"{entry.counted:8.0f}" if entry.counted else entry.note
            lines.append(f"{entry.text:{width}}  {example:14}  {entry.share:6.2f}%  {count}\n")
    return lines
