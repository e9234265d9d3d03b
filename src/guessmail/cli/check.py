"""`guessmail check`: whether domains accept mail."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from guessmail.cli.check_input import Subject, SubjectLines, SubjectTable, open_subjects, read_subject
from guessmail.cli.check_output import Format, default_format, explained, list_writer, writer
from guessmail.cli.dns_options import DnsOptions
from guessmail.cli.hints import file_hint
from guessmail.cli.options import FILE, TEXTS, declared, field, json_lines, option, taking
from guessmail.cli.output_options import color_option, encoding_option, notifier
from guessmail.cli.status import Status
from guessmail.mx.verdict import MailVerdict, Reason, Verdict

if TYPE_CHECKING:
    from guessmail.mx.resolver import Checker


_NO_RESOLVER = "No DNS resolver is configured, so nothing can be checked; name one with --resolver."
_AHEAD = 1000  # domains that are looked up before the first verdict is shown


class _ListOptions(NamedTuple):
    """How a list is read."""

    path: str | None = declared(
        click.option(
            "-i",
            "--input",
            "path",
            type=FILE,
            metavar="FILE",
            help="Check a list: one domain or address per line, or CSV or JSON Lines with a column domain, website or email,"
            " which is given back with its columns; - is stdin.",
        )
    )
    mapped: tuple[str, ...] = field(
        "--map",
        "mapped",
        metavar="WHAT=COLUMN",
        type=TEXTS,
        multiple=True,
        help="Name the list's column of the domain or email. Repeatable.",
    )
    encoding: str = declared(encoding_option)


@click.command(
    epilog="""\b
Examples:
  guessmail check acme.com
  guessmail check jane.doe@acme.com --explain
  guessmail check -i domains.txt --format jsonl"""
)
@click.argument("subjects", nargs=-1, metavar="DOMAIN|ADDRESS...")
@taking("listed", _ListOptions)
@option(
    "--format",
    "format_",
    type=click.Choice([*map(str, Format), "json"]),
    callback=json_lines,
    help="Output format.  [default: table on a terminal; else plain, or for a list with columns its own]",
)
@option("--explain", is_flag=True, help="Show on stderr what DNS was asked and answered.")
@taking("dns", DnsOptions)
@option("-q", "--quiet", is_flag=True, help="Print only verdicts and errors.")
@color_option
@click.pass_context
def check(
    context: click.Context,
    *,
    subjects: tuple[str, ...],
    listed: _ListOptions,
    format_: str | None,
    explain: bool,
    dns: DnsOptions,
    quiet: bool,
    color: bool | None,
) -> None:
    """Check whether domains accept mail (DNS only).

    The verdict is `accepts`, `no_mail` (only with positive proof) or `unknown`, each with a reason.
    Addresses are also checked for syntax; DNS cannot know whether a mailbox exists.

    Exit status: 0 all accept; 3 some accept no mail, or are not domains; 5 otherwise, some are unknown. For a list:
    0, or 4 if some lines are neither a domain nor an address.
    """
    path = _list_to_check(subjects, listed.path)
    notice = notifier(quiet=quiet)
    typed = subjects if path is None else open_subjects(path, listed.mapped, listed.encoding, notice)
    table = typed if isinstance(typed, SubjectTable) else None
    write, flush = _writer_for(format_, table, color)
    seen = set()
    with dns.checker(notice, explain=explain, find_wildcards=path is None) as checker:
        for subject, verdict in _checked(typed, checker, flush):
            write(subject, verdict)
            seen.add("problem" if verdict is None else verdict.verdict)
            if verdict is not None and explain:
                click.echo(explained(verdict), err=True)
            if verdict is not None and verdict.reason is Reason.NO_RESOLVER and _NO_RESOLVER not in seen:
                seen.add(_NO_RESOLVER)
                notice(_NO_RESOLVER)
    flush()
    context.exit(_status(seen, is_list=path is not None))


def _writer_for(
    format_: str | None, table: SubjectTable | None, color: bool | None
) -> tuple[Callable[[Subject, MailVerdict | None], None], Callable[[], None]]:
    """Return what writes one verdict, and what flushes, in the format that was asked for or fits."""
    shape = Format(format_) if format_ else default_format(table)
    if shape not in {Format.CSV, Format.TSV}:
        return writer(shape, color)
    if table is None:
        raise click.UsageError(f"{shape} is for lists that have columns; choose table, plain or jsonl.")
    return list_writer(shape, table)


def _list_to_check(subjects: Sequence[str], path: str | None) -> str | None:
    """Return the list that is to be checked, None for the subjects; `UsageError` for both and neither."""
    if path is None and not subjects and sys.stdin is not None and not sys.stdin.isatty():
        path = "-"
    if bool(subjects) == (path is not None):
        raise click.UsageError("Give either domains and addresses, or a list with -i FILE.")
    for one in subjects:
        if hint := file_hint(one, "check", is_file=False):  # a file may be called as a domain is
            raise click.UsageError(hint)
    return path


def _status(seen: set[str], *, is_list: bool) -> int:
    if is_list:
        return Status.SOME_PROBLEMS if "problem" in seen else Status.DONE
    if seen & {"problem", Verdict.NO_MAIL}:
        return Status.NOTHING
    return Status.UNKNOWN if Verdict.UNKNOWN in seen else Status.DONE


def _checked(
    typed: Iterable[str], checker: "Checker", flush: Callable[[], None]
) -> Iterator[tuple[Subject, MailVerdict | None]]:
    """Look domains up ahead of the verdict that is due, but never hold a row back to wait for more input."""
    waiting: deque[Subject] = deque()
    is_ready = typed.is_ready if isinstance(typed, SubjectLines | SubjectTable) else lambda: True
    for text in typed:
        subject = read_subject(text)
        if subject.problem is None:
            checker.submit(subject.domain)
        waiting.append(subject)
        if len(waiting) < _AHEAD and is_ready():
            continue
        while waiting and (len(waiting) >= _AHEAD or not is_ready()):
            yield _with_verdict(waiting.popleft(), checker)
        if not is_ready():
            flush()
    while waiting:
        yield _with_verdict(waiting.popleft(), checker)


def _with_verdict(subject: Subject, checker: "Checker") -> tuple[Subject, MailVerdict | None]:
    return subject, None if subject.problem is not None else checker.result(subject.domain)
