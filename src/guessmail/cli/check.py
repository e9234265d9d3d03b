"""`guessmail check`: whether domains accept mail."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import click

from guessmail.cli.check_input import Subject, Subjects, read_subject
from guessmail.cli.check_output import (
    FORMATS,
    Checked,
    check_format,
    explained,
    print_tables,
    written_checks,
)
from guessmail.cli.hints import file_hint
from guessmail.cli.options import Color, DnsOptions, Encoding, OutputFile, SafeCsv
from guessmail.cli.output import Status, format_of, notifier, say_if_unused, write_output
from guessmail.cli.parameters import FILE, TEXTS, argument, env_option, option, with_options
from guessmail.dns.verdict import Reason, Verdict

if TYPE_CHECKING:
    from guessmail.dns.checker import Checker

_NO_RESOLVER = "No DNS resolver is configured, so nothing can be checked; name one with --resolver."
_BATCH = 500
"""Verdicts that are written together where more are at hand."""
_AHEAD = 1000  # domains that are looked up before the first verdict is shown


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
        env_option("--format", type=click.Choice(FORMATS)),
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
    subjects = (
        map(read_subject, options.subjects)
        if path is None
        else Subjects(path, options.mapped, options.encoding, notice)
    )
    table = subjects.table if isinstance(subjects, Subjects) else None
    format_ = check_format(options.format_, options.output, table)
    say_if_unused(options.safe_csv, format_, notice)
    seen: set[str] = set()
    with options.dns.checker(notice, explain=options.explain, find_wildcards=path is None) as checker:
        batches = _watched(_checked(subjects, checker), seen, notice, explain=options.explain)
        if format_ == "table":
            print_tables(batches, color=options.color)
        else:
            write_output(written_checks(table, format_, batches, safe=options.safe_csv), options.output)
    return _status(seen, is_list=path is not None)


def _watched(
    batches: Iterable[list[Checked]], seen: set[str], notice: Callable[[str], None], *, explain: bool
) -> Iterator[list[Checked]]:
    """Pass the batches on; `seen` gets their verdicts, stderr the explanations of one when its batch is written."""
    for batch in batches:
        yield batch
        for subject, verdict in batch:
            if verdict is None:
                seen.update({"problem"} if subject.problem else ())
                continue
            seen.add(verdict.verdict)
            if explain:
                click.echo(explained(verdict), err=True)
            if verdict.reason is Reason.NO_RESOLVER and _NO_RESOLVER not in seen:
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


def _status(seen: set[str], *, is_list: bool) -> int:
    if is_list:
        return Status.SOME_PROBLEMS if "problem" in seen else Status.DONE
    if seen & {"problem", Verdict.NO_MAIL}:
        return Status.NOTHING
    return Status.UNKNOWN if Verdict.UNKNOWN in seen else Status.DONE


def _checked(subjects: Iterable[Subject], checker: "Checker") -> Iterator[list[Checked]]:
    """Yield verdicts in batches, looked up ahead; no row is held back to wait for more input."""
    waiting: deque[Subject] = deque()
    ready: list[Checked] = []
    is_ready = subjects.is_ready if isinstance(subjects, Subjects) else lambda: True
    for subject in subjects:
        if subject.domain:
            checker.submit(subject.domain)
        waiting.append(subject)
        while waiting and (len(waiting) >= _AHEAD or not is_ready()):
            ready.append(_with_verdict(waiting.popleft(), checker))
        if ready and (not is_ready() or len(ready) >= _BATCH):
            yield ready
            ready = []
    ready += [_with_verdict(subject, checker) for subject in waiting]
    if ready:
        yield ready


def _with_verdict(subject: Subject, checker: "Checker") -> Checked:
    return subject, checker.result(subject.domain) if subject.domain else None
