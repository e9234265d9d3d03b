"""The options about output that commands share, and what follows from them."""

import sys
from collections.abc import Callable
from contextlib import closing
from enum import StrEnum

import click

from guessmail.cli.options import FILE, json_lines, option
from guessmail.reports.added import PREFIX

_FORCED = {"always": True, "never": False}


class ListFormat(StrEnum):
    """How a list is written."""

    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    XLSX = "xlsx"
    PLAIN = "plain"


output_option = option(
    "-o", "--output", type=FILE, metavar="FILE", default="",
    help="Write to FILE instead of stdout; it appears once it is complete.",
)  # fmt: skip
format_option = option(
    "--format", "format_", type=click.Choice(["table", "plain", "csv", "tsv", "json", "jsonl", "xlsx"]),
    callback=json_lines,
    help="Output format.  [default: table on a terminal, else plain; for a list, its own format]",
)  # fmt: skip
encoding_option = option(
    "--encoding", metavar="NAME", default="", help="The list's encoding.  [default: detected]"
)  # fmt: skip
prefix_option = option(
    "--prefix", metavar="TEXT", default=PREFIX, show_default=True, help="Prefix for added columns."
)
safe_option = option(
    "--safe-csv", is_flag=True, help="Escape cells that a spreadsheet would run as formulas."
)
color_option = option(
    "--color", type=click.Choice(["auto", *_FORCED]), default="auto", show_default=True,
    callback=lambda _context, _option, value: _FORCED.get(value),
    help="Color the table.",
)  # fmt: skip
"""The command gets True, False, or None where the terminal decides."""
quiet_option = option("-q", "--quiet", is_flag=True, help="Print no notices and no summary.")


def format_of(format_: str | None, output: str) -> str:
    """Return how answers to the command line's own subjects are written, where `format_` was asked for."""
    ending = output.rpartition(".")[2].lower()
    if format_ or ending in {"csv", "tsv", "jsonl"}:
        return format_ or ending
    return "table" if not output and sys.stdout.isatty() else "plain"


def list_format_of(format_: str | None, output: str, own: str) -> ListFormat:
    """Return the format that was asked for, else that of the output's ending, else the list's own."""
    from pathlib import PurePath

    ending = PurePath(output).suffix.lower().removeprefix(".")
    return ListFormat(format_ or (ending if ending in set(ListFormat) else own))


def write_output(text: str, output: str) -> None:
    """Write to a file, or to standard output: in UTF-8, whatever the locale, as the documents promise."""
    data = text.encode(errors="replace")
    if not output:
        sys.stdout.buffer.write(data)
        return
    from guessmail.tables.outputs import open_output

    with closing(open_output(output, "")) as opened:
        opened.write(data)
        opened.commit()


def notifier(*, quiet: bool) -> Callable[[str], None]:
    """Return what takes notices in full sentences: it prints them on stderr, or nothing."""

    def notify(text: str) -> None:
        if not quiet:
            click.echo(text, err=True)

    return notify
