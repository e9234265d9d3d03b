"""`guessmail check`: the verdict of DNS on domains, addresses and lists of them."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import click

from guessmail.addresses import read_address
from guessmail.cli import options as shared
from guessmail.cli.hints import file_hint
from guessmail.cli.options import FILE, TEXTS, argument, env_option, option
from guessmail.cli.output import Status, be_quiet, format_of, notify, say_if_unused, write_output
from guessmail.dns import Reason, Verdict
from guessmail.domains import is_mailbox_provider, read_domain
from guessmail.errors import BrokenFileError, Problem
from guessmail.reports.answers import CHECK_COLUMNS, CHECKS, CHECKS_BESIDE, Checked, explained, print_checks
from guessmail.reports.listing import FORMATS, written
from guessmail.text.streams import open_file, refuse_same_file

if TYPE_CHECKING:  # subjects on the command line do not need lists
    from io import BufferedReader

    from guessmail.dns.checker import Checker
    from guessmail.lists import Block, Table

    Part = tuple[Any, Sequence[Checked | None]]

_NO_RESOLVER = "No DNS resolver is configured, so nothing can be checked; name one with --resolver."


class CheckOptions(shared.Options):
    """The arguments and options of `check`."""

    # fmt: off
    subjects: Annotated[tuple[str, ...], argument(metavar="DOMAIN|ADDRESS...")]
    path: Annotated[str | None, option("-i --input", type=FILE),
        "Check a list: one domain or address per line, or CSV or JSON Lines with a column domain, website or email,"
        " which is given back with its columns; - is stdin."]
    mapped: Annotated[tuple[str, ...], env_option("--map", type=TEXTS, metavar="WHAT=COLUMN"),
        "Name the list's column of the domain or email. Repeatable."]
    encoding: shared.Encoding
    output: shared.OutputFile
    format_: Annotated[str | None, env_option("--format", type=click.Choice(["table", *FORMATS])),
        "Output format.  [default: table on a terminal; else plain, or for a list with columns its own]"]
    safe_csv: shared.SafeCsv
    explain: Annotated[bool, env_option("--explain"), "Show on stderr what DNS was asked and answered."]
    dns: shared.DnsOptions
    quiet: Annotated[bool, env_option("-q --quiet", read=be_quiet), "Print only verdicts and errors."]
    color: shared.Color
    # fmt: on


@shared.command("""
  guessmail check acme.com
  guessmail check jane.doe@acme.com --explain
  guessmail check -i domains.txt --format jsonl""")
def check(options: CheckOptions) -> int:
    """Check whether domains accept mail (DNS only).

    The verdict is `accepts`, `no_mail` (only with positive proof) or `unknown`, each with a reason.
    Addresses are also checked for syntax; DNS cannot know whether a mailbox exists.

    Exit status: 0 all accept; 3 some accept no mail, or are not domains; 5 otherwise, some are unknown. For a list:
    0, or 4 if some lines are neither a domain nor an address.
    """
    opened = _open_list(options)
    has_columns = bool(opened and opened[1].head.rows and opened[1].header)
    format_ = format_of(options.format_, options.output)
    if opened and has_columns and format_ == "plain" and not options.format_:  # the list's own
        format_ = "jsonl" if opened[1].kind.value == "jsonl" else "csv"
    say_if_unused(options.safe_csv, format_)
    seen: set[str] = set()
    with options.dns.checker(explain=options.explain, find_wildcards=not opened) as checker:
        watched = partial(_watched, seen=seen, explain=options.explain)
        if opened and format_ != "table":
            from guessmail.runs.run import ListRun

            is_beside = has_columns and FORMATS[format_].has_cells
            rows, listing = partial(_of_rows, *opened, checker), CHECKS_BESIDE if is_beside else CHECKS
            run = ListRun(opened[1], format_, listing, _place, lambda blocks: watched(rows(blocks)))
            run.is_beside, run.safe = is_beside, options.safe_csv
            run.write(options.output)
        else:
            submitted = [_submitted(subject, checker) for subject in options.subjects]
            alone = [(None, [_with_verdict(subject, checker) for subject in submitted])]
            found = _of_rows(*opened, checker, opened[1].blocks) if opened else alone
            batches = ([checked for checked in answers if checked] for _, answers in watched(found))
            if format_ == "table":
                print_checks(batches, color=options.color)
            else:
                write_output(written(CHECKS, format_, batches), options.output)
    if opened:
        return Status.SOME_PROBLEMS if "problem" in seen else Status.DONE
    if seen & {"problem", Verdict.NO_MAIL}:
        return Status.NOTHING
    return Status.UNKNOWN if Verdict.UNKNOWN in seen else Status.DONE


def _open_list(options: CheckOptions) -> "tuple[BufferedReader, Table] | None":
    """Open the list, if there is one; `UsageError` for both subjects and a list, or for neither."""
    path = options.path
    if path is None and not options.subjects and sys.stdin is not None and not sys.stdin.isatty():
        path = "-"
    if bool(options.subjects) == (path is not None):
        raise click.UsageError("Give either domains and addresses, or a list with -i FILE.")
    for subject in options.subjects:
        if hint := file_hint(subject, "check", is_file=False):  # a file may have the name of a domain
            raise click.UsageError(hint)
    format_of(options.format_, options.output)  # its errors come before those of the list
    if path is None:
        return None
    from guessmail.lists import open_table
    from guessmail.lists.headers import CHECKED

    stream = open_file(path)
    refuse_same_file(stream, options.output)
    try:
        rules = replace(CHECKED, map=options.mapped, encoding=options.encoding)
        return stream, open_table(stream, rules, notify)
    except BrokenFileError as error:
        raise BrokenFileError(f"{path} cannot be read. {error}") from error


def _place(header: Sequence[str]) -> tuple[int, int]:
    """Return the start and stop of an earlier run's columns, or the header's end twice."""
    count, end = len(CHECK_COLUMNS), len(header)
    start = next((at for at in range(end) if list(header[at : at + count]) == CHECK_COLUMNS), end)
    return start, min(start + count, end)


def _watched(parts: "Iterable[Part]", seen: set[str], *, explain: bool) -> "Iterator[Part]":
    """Yield the parts; after each is written, add its verdicts to `seen`, and print explanations on stderr."""
    for part in parts:
        yield part
        for checked in filter(None, part[1]):
            if checked.verdict is None:
                seen.add("problem")
                continue
            seen.add(checked.verdict.verdict)
            if explain:
                click.echo(explained(checked.verdict), err=True)
            if checked.verdict.reason is Reason.NO_RESOLVER and _NO_RESOLVER not in seen:
                seen.add(_NO_RESOLVER)
                notify(_NO_RESOLVER)


def _of_rows(
    stream: "BufferedReader", table: "Table", checker: "Checker", blocks: "Iterable[Block]"
) -> "Iterator[Part]":
    """Yield the rows of a list with the verdict on the first usable cell of each; DNS is asked ahead."""
    from guessmail.guesser import ahead
    from guessmail.lists.cells import is_empty
    from guessmail.lists.headers import SITES, Kind
    from guessmail.runs.run import answered_in_parts

    places = [place for kind in (*SITES, Kind.EMAIL) for place in table.columns.of(kind)]

    def subjects(block: "Block") -> Iterator[Checked]:
        for row in block.rows:
            cells = [row[place] for place in places if place < len(row)]
            usable = (cell for cell in cells if not is_empty(cell))
            yield _submitted(next(usable, ""), checker) if row else Checked("")

    answers_to = partial(ahead, answer=partial(_with_verdict, checker=checker), most=1000)
    return answered_in_parts(blocks, subjects, answers_to, stream)


def _submitted(typed: str, checker: "Checker") -> Checked:
    """Read an address (a text with an @ that is no URL) or a domain, and submit its domain to DNS."""
    read = read_address(typed) if "@" in typed and "//" not in typed else read_domain(typed)
    if isinstance(read, Problem):
        return Checked(typed, problem=read)
    if isinstance(read, str):
        read = read, ("mailbox_provider",) * is_mailbox_provider(read)
    domain, warnings = read
    checker.submit(domain)
    return Checked(typed, domain, warnings)


def _with_verdict(subject: Checked, checker: "Checker") -> Checked:
    return subject._replace(verdict=checker.result(subject.domain)) if subject.domain else subject
