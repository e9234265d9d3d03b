"""`guessmail check`: whether domains accept mail."""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import click

from guessmail.cli.hints import file_hint
from guessmail.cli.options import Color, DnsOptions, Encoding, OutputFile, SafeCsv
from guessmail.cli.output import Status, format_of, notifier, say_if_unused, write_output
from guessmail.cli.parameters import FILE, TEXTS, argument, env_option, option, with_options
from guessmail.dns.verdict import Reason, Verdict
from guessmail.domains import is_mailbox_provider, read_domain
from guessmail.errors import BrokenFileError, Problem
from guessmail.reports.checks import ALONE, BESIDE, COLUMNS, Checked, explained, print_tables
from guessmail.reports.listing import FORMATS, written
from guessmail.text.streams import open_file

if TYPE_CHECKING:  # what is checked on the command line does not pay for lists
    from io import BufferedReader

    from guessmail.dns.checker import Checker
    from guessmail.lists import Block, Table

    Part = tuple[Block | None, list[Checked | None]]

_NO_RESOLVER = "No DNS resolver is configured, so nothing can be checked; name one with --resolver."
_AHEAD = 1000
"""Domains of a list that are looked up before the first verdict is shown."""


class CheckOptions(NamedTuple):
    """The command line of `check`."""

    subjects: Annotated[tuple[str, ...], argument(metavar="DOMAIN|ADDRESS...")]
    path: Annotated[
        str | None,
        option("-i --input", type=FILE),
        "Check a list: one domain or address per line, or CSV or JSON Lines with a column domain, website or email,"
        " which is given back with its columns; - is stdin.",
    ]
    mapped: Annotated[
        tuple[str, ...],
        env_option("--map", type=TEXTS, metavar="WHAT=COLUMN"),
        "Name the list's column of the domain or email. Repeatable.",
    ]
    encoding: Encoding
    output: OutputFile
    format_: Annotated[
        str | None,
        env_option("--format", type=click.Choice(["table", *FORMATS])),
        "Output format.  [default: table on a terminal; else plain, or for a list with columns its own]",
    ]
    safe_csv: SafeCsv
    explain: Annotated[bool, env_option("--explain"), "Show on stderr what DNS was asked and answered."]
    dns: DnsOptions
    quiet: Annotated[bool, env_option("-q --quiet"), "Print only verdicts and errors."]
    color: Color


@click.command(
    epilog="""\b
Examples:
  guessmail check acme.com
  guessmail check jane.doe@acme.com --explain
  guessmail check -i domains.txt --format jsonl"""
)
@with_options
def check(options: CheckOptions) -> int:
    """Check whether domains accept mail (DNS only).

    The verdict is `accepts`, `no_mail` (only with positive proof) or `unknown`, each with a reason.
    Addresses are also checked for syntax; DNS cannot know whether a mailbox exists.

    Exit status: 0 all accept; 3 some accept no mail, or are not domains; 5 otherwise, some are unknown. For a list:
    0, or 4 if some lines are neither a domain nor an address.
    """
    path = _list_to_check(options)
    format_of(options.format_, options.output)  # its faults come first
    notice = notifier(quiet=options.quiet)
    opened = _open(path, options, notice) if path is not None else None
    table = opened[1] if opened and opened[1].has_header and opened[1].header else None
    format_ = _format_of(options, table)
    say_if_unused(options.safe_csv, format_, notice)
    seen: set[str] = set()
    with options.dns.checker(notice, explain=options.explain, find_wildcards=path is None) as checker:
        found = _of_rows(*opened, checker) if opened else _of_subjects(options.subjects, checker)
        parts = _watched(found, seen, notice, explain=options.explain)
        if format_ == "table":
            print_tables((answers for _, answers in parts), color=options.color)
        elif table and FORMATS[format_].has_cells:
            writer = FORMATS[format_](BESIDE, table, _place(table), safe=options.safe_csv)
            write_output(writer.written(parts), options.output, is_list=True)
        else:
            batches = ([one for one in answers if one] for _, answers in parts)
            write_output(written(ALONE, format_, batches), options.output, is_list=path is not None)
    if path is not None:
        return Status.SOME_PROBLEMS if "problem" in seen else Status.DONE
    if seen & {"problem", Verdict.NO_MAIL}:
        return Status.NOTHING
    return Status.UNKNOWN if Verdict.UNKNOWN in seen else Status.DONE


def _watched(
    parts: "Iterable[Part]", seen: set[str], notice: Callable[[str], None], *, explain: bool
) -> "Iterator[Part]":
    """Pass the parts on; `seen` gets their verdicts, stderr the explanations of one when it is written."""
    for part in parts:
        yield part
        for one in part[1]:
            if one is None or one.verdict is None:
                seen.update({"problem"} if one else ())
                continue
            seen.add(one.verdict.verdict)
            if explain:
                click.echo(explained(one.verdict), err=True)
            if one.verdict.reason is Reason.NO_RESOLVER and _NO_RESOLVER not in seen:
                seen.add(_NO_RESOLVER)
                notice(_NO_RESOLVER)


def _list_to_check(options: CheckOptions) -> str | None:
    """Return the list that is to be checked, None for the subjects; `UsageError` for both and neither."""
    path = options.path
    if path is None and not options.subjects and sys.stdin is not None and not sys.stdin.isatty():
        path = "-"
    if bool(options.subjects) == (path is not None):
        raise click.UsageError("Give either domains and addresses, or a list with -i FILE.")
    for one in options.subjects:
        if hint := file_hint(one, "check", is_file=False):  # a file may be called as a domain is
            raise click.UsageError(hint)
    return path


def _open(path: str, options: CheckOptions, notice: Callable[[str], None]) -> "tuple[BufferedReader, Table]":
    """Open a list: one domain or address a line, or a table."""
    from guessmail.lists import open_table
    from guessmail.lists.headers import CHECKED

    stream = open_file(path)
    try:
        return stream, open_table(stream, CHECKED.said(options.mapped, options.encoding), notice)
    except BrokenFileError as error:
        raise BrokenFileError(f"{path} cannot be read. {error}") from error


def _format_of(options: CheckOptions, table: "Table | None") -> str:
    """Return the format that was asked for, else that of the output's ending, a terminal's, or the list's own."""
    chosen = format_of(options.format_, options.output)
    if chosen != "plain" or options.format_ or table is None:
        return chosen
    return "jsonl" if table.kind.value == "jsonl" else "csv"


def _place(table: "Table") -> tuple[int, int]:
    """Return where the columns stand: those of an earlier run, or the header's end."""
    header, count = table.header, len(COLUMNS)
    start = next((at for at in range(len(header)) if header[at : at + count] == COLUMNS), len(header))
    return start, min(start + count, len(header))


def read_subject(typed: str) -> Checked:
    """Read what was given: an address where it has an @ and is no URL, else a domain."""
    if "@" in typed and "//" not in typed:
        from guessmail.addresses import read_address

        address = read_address(typed)
        if isinstance(address, Problem):
            return Checked(typed, problem=address)
        return Checked(typed, address.domain.ascii, address.warnings)
    domain = read_domain(typed)
    if isinstance(domain, Problem):
        return Checked(typed, problem=domain)
    warnings = ("mailbox_provider",) if is_mailbox_provider(domain.ascii) else ()
    return Checked(typed, domain.ascii, warnings)


def _of_subjects(typed: Iterable[str], checker: "Checker") -> "Iterator[Part]":
    """Yield what the command line names with its verdicts."""
    asked = [_asked(one, checker) for one in typed]
    yield None, [_answered(one, checker) for one in asked]


def _of_rows(stream: "BufferedReader", table: "Table", checker: "Checker") -> "Iterator[Part]":
    """Yield the rows of a list with the verdict on the first usable cell of each, looked up ahead."""
    from guessmail.guesser import ahead
    from guessmail.lists.cells import is_empty
    from guessmail.lists.headers import SITES, Kind
    from guessmail.runs.run import answered_in_parts

    places = [place for kind in (*SITES, Kind.EMAIL) for place in table.columns.of(kind)]

    def subjects(block: "Block") -> Iterator[Checked]:
        for row in block.rows:
            cells = [row[place] for place in places if place < len(row)]
            usable = (cell for cell in cells if not is_empty(cell))
            yield _asked(next(usable, "".join(cells[:1])), checker) if row else Checked("")

    answers_to = partial(ahead, answer=partial(_answered, checker=checker), most=_AHEAD)
    return answered_in_parts(table.blocks, subjects, answers_to, stream)


def _asked(typed: str, checker: "Checker") -> Checked:
    """Read what was given, and have its domain looked up."""
    one = read_subject(typed)
    if one.domain:
        checker.submit(one.domain)
    return one


def _answered(one: Checked, checker: "Checker") -> Checked:
    return one._replace(verdict=checker.result(one.domain)) if one.domain else one
