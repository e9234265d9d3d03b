"""`guessmail patterns`: the catalogue."""

import sys
from typing import Annotated

import click

from guessmail.cli.output import Status, tell
from guessmail.cli.parameters import FILE, option, with_options
from guessmail.patterns.catalog_file import (
    CatalogFile,
    PatternEntry,
    dump_catalog,
    faults_of,
    read_catalog,
    read_text,
    shipped_file,
)
from guessmail.text import counted

_EXAMPLE = {
    "first": "jane", "f": "j", "middle": "ann", "m": "a", "last": "doe", "l": "d", "nick": "jen", "n": "2",
}  # fmt: skip


@click.command(
    epilog="""\b
Examples:
  guessmail patterns
  guessmail patterns --format yaml > mine.yaml
  guessmail patterns --check mine.yaml"""
)
@with_options
def patterns(
    checked: Annotated[
        str | None, option("--check", type=FILE), "Check a catalogue file and list its errors by line."
    ],
    format_: Annotated[
        str | None,
        option("--format", type=click.Choice(["table", "plain", "yaml"])),
        "A table, only the patterns, or a catalogue file.  [default: table]",
    ],
) -> int:
    """List the address patterns with their shares in percent, most common first."""
    if checked:
        text = read_text(checked)
        if faults := faults_of(text):
            for line, fault in faults:
                tell(f"{checked}, line {line}: {fault}")
            return Status.USAGE
        found = read_catalog(text, checked)
        tell(
            f"{checked} is valid: {counted(len(found.patterns), 'pattern')}, {counted(len(found.conventions), 'convention')}."
        )
        return Status.DONE
    catalog = shipped_file()
    if format_ == "yaml":
        sys.stdout.write(dump_catalog(catalog))
    elif format_ == "plain":
        sys.stdout.writelines(f"{entry.pattern}\n" for entry in catalog.patterns)
    else:
        sys.stdout.writelines(_lines(catalog))
    return Status.DONE


def _lines(catalog: CatalogFile) -> list[str]:
    """Return a table of patterns, examples for Jane Ann Doe, shares and counts; those with a middle name come last."""
    plain = [entry for entry in catalog.patterns if not _needs_middle(entry)]
    middle = [entry for entry in catalog.patterns if _needs_middle(entry)]
    width = max(len(entry.pattern) for entry in catalog.patterns)
    lines = [f"{'Pattern':{width}}  {'Example':14}  {'Share':>7}  {'Counted':>8}\n"]
    for entry in (*plain, *middle):
        if middle and entry is middle[0]:
            lines.append("\nWhere a middle name is known:\n")
        example = entry.parsed.render(_EXAMPLE)
        counted = f"{entry.counted:8.0f}" if entry.counted else entry.rule
        lines.append(f"{entry.pattern:{width}}  {example:14}  {entry.share:6.2f}%  {counted}\n")
    return lines


def _needs_middle(entry: PatternEntry) -> bool:
    return any(token.part == "middle" for token in entry.parsed.tokens)
