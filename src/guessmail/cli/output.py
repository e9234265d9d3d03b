"""The output of commands: its format, messages on stderr, and exit statuses."""

import os
import sys
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import partial
from typing import TextIO

import click

from guessmail.errors import UsageError
from guessmail.reports.listing import FORMATS
from guessmail.text.streams import say

FILE_FORMATS = [name for name, writer in FORMATS.items() if writer.endings]
_ENDINGS = f"{', '.join(f'.{name}' for name in FILE_FORMATS[:-1])} or .{FILE_FORMATS[-1]}"
_QUIET = "guessmail.quiet"


class Status(IntEnum):
    """The exit statuses; frozen, since scripts compare the numbers."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOTHING = 3
    SOME_PROBLEMS = 4
    UNKNOWN = 5


def be_quiet(value: bool) -> bool:
    """Print neither reports nor notices from here on if `value`; return it."""
    click.get_current_context().meta[_QUIET] = value
    return value


def is_quiet() -> bool:
    """Return whether `-q` is given."""
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(_QUIET))


def report(text: str) -> None:
    """Print a command's report on standard output, unless `-q` is given."""
    if not is_quiet():
        say(text)


def notify(*texts: str) -> None:
    """Print notices on stderr, unless `-q` is given."""
    if not is_quiet():
        tell(*texts)


def format_of(format_: str | None, output: str) -> str:
    """Return the format of answers to arguments: `format_`, else by the output's ending, else table or plain."""
    if format_ == "table" and output:
        raise UsageError(f"A table is for a terminal. For a file choose {_ENDINGS}.")
    return format_ or _format_by_ending(output) or ("plain" if output or not sys.stdout.isatty() else "table")


def list_format_of(format_: str | None, output: str, own: str) -> str:
    """Return the format of a list's output: `format_`, else by the output's ending, else the list's own."""
    if format_ == "table":
        raise UsageError(
            f"A table is for single subjects; for a list choose {', '.join(FILE_FORMATS)}, plain."
        )
    named = format_ or _format_by_ending(output) or own
    return named if named in FORMATS else "csv"


def _format_by_ending(output: str) -> str:
    """Return the format by a file's ending, empty for an unknown one; `UsageError` for a format that cannot be written."""
    from guessmail.data.file_starts import UNWRITABLE

    ending = os.path.splitext(output)[1].lower()  # noqa: PTH122 - pathlib costs milliseconds
    if ending.removeprefix(".") in UNWRITABLE:
        raise UsageError(f"guessmail cannot write {ending} files. Name the output {_ENDINGS}.")
    return next((name for name, writer in FORMATS.items() if ending in writer.endings), "")


def say_if_unused(safe_csv: bool, format_: str) -> None:
    """Notify the user if `--safe-csv` has no effect in a format."""
    if safe_csv and not (format_ in FORMATS and FORMATS[format_].has_cells):
        notify(f"--safe-csv changes nothing in {format_}, only in CSV, TSV and workbooks.")


def listed(names: Sequence[str]) -> str:
    """Return the first ten names with commas, for a message."""
    return ", ".join([*names[:10], *["…"] * (len(names) > 10)])


def write_output(parts: Iterable[bytes], output: str, *, is_private: bool = False) -> None:
    """Write bytes to a file (once complete; `is_private`: for its owner only), or to standard output for an empty path."""
    if not output:
        for part in parts:
            sys.stdout.buffer.write(part)
            sys.stdout.buffer.flush()
        return
    from guessmail.lists.outputs import open_output

    with open_output(output, None) as opened:
        for part in parts:
            opened.write(part)
        opened.commit(is_private=is_private)


def tell(*texts: str) -> None:
    """Print texts on stderr, each on lines of its own."""
    for text in texts:
        click.echo(wrapped(text), err=True)


def wrapped(text: str, stream: TextIO | None = None) -> str:
    """Return a text for a stream (stderr by default), wrapped between words on a terminal; list items are indented."""
    if not (stream or sys.stderr).isatty():
        return text
    import shutil
    import textwrap

    width = shutil.get_terminal_size().columns
    fill = partial(textwrap.fill, width=width, break_long_words=False, break_on_hyphens=False)
    lines = (fill(line, subsequent_indent=" " * 4 * line.startswith("  - ")) for line in text.splitlines())
    return "\n".join(lines)
