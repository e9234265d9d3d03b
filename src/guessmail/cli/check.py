"""`guessmail check`: whether domains accept mail."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from guessmail.cli.check_input import Subject, SubjectLines, SubjectTable, open_subjects, read_subject
from guessmail.cli.check_output import FORMATS, explained, writer_for
from guessmail.cli.dns_options import DnsOptions
from guessmail.cli.hints import file_hint
from guessmail.cli.options import FILE, TEXTS, declared, field, json_lines, taking
from guessmail.cli.output_options import color_option, encoding_option, notifier
from guessmail.cli.status import Status
from guessmail.mx.verdict import MailVerdict, Reason, Verdict

if TYPE_CHECKING:
    from guessmail.mx.resolver import Checker

_NO_RESOLVER = "No DNS resolver is configured, so nothing can be checked; name one with --resolver."
_AHEAD = 1000  # domains that are looked up before the first verdict is shown


class CheckOptions(NamedTuple):
    """The command line of `check`."""

    subjects: tuple[str, ...] = declared(click.argument("subjects", nargs=-1, metavar="DOMAIN|ADDRESS..."))
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
    format_: str | None = field(
        "--format",
        "format_",
        type=click.Choice([*FORMATS, "json"]),
        callback=json_lines,
        help="Output format.  [default: table on a terminal; else plain, or for a list with columns its own]",
    )
    explain: bool = field("--explain", is_flag=True, help="Show on stderr what DNS was asked and answered.")
    dns: DnsOptions = declared(taking("dns", DnsOptions))
    quiet: bool = field("-q", "--quiet", is_flag=True, help="Print only verdicts and errors.")
    color: bool | None = declared(color_option)


@click.command(
    epilog="""\b
Examples:
  guessmail check acme.com
  guessmail check jane.doe@acme.com --explain
  guessmail check -i domains.txt --format jsonl"""
)
@taking("options", CheckOptions)
def check(options: CheckOptions) -> int:
    """Check whether domains accept mail (DNS only).

    The verdict is `accepts`, `no_mail` (only with positive proof) or `unknown`, each with a reason.
    Addresses are also checked for syntax; DNS cannot know whether a mailbox exists.

    Exit status: 0 all accept; 3 some accept no mail, or are not domains; 5 otherwise, some are unknown. For a list:
    0, or 4 if some lines are neither a domain nor an address.
    """
    path = _list_to_check(options)
    notice = notifier(quiet=options.quiet)
    typed = (
        map(read_subject, options.subjects)
        if path is None
        else open_subjects(path, options.mapped, options.encoding, notice)
    )
    writer = writer_for(
        options.format_, typed.table if isinstance(typed, SubjectTable) else None, options.color
    )
    seen: set[str] = set()
    with options.dns.checker(notice, explain=options.explain, find_wildcards=path is None) as checker:
        for subject, verdict in _checked(typed, checker, writer.flush):
            writer.write(subject, verdict)
            if verdict is None:
                seen.update({"problem"} if subject.problem else ())
                continue
            seen.add(verdict.verdict)
            if options.explain:
                click.echo(explained(verdict), err=True)
            if verdict.reason is Reason.NO_RESOLVER and _NO_RESOLVER not in seen:
                seen.add(_NO_RESOLVER)
                notice(_NO_RESOLVER)
    writer.flush()
    return _status(seen, is_list=path is not None)


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


def _checked(
    subjects: Iterable[Subject], checker: "Checker", flush: Callable[[], None]
) -> Iterator[tuple[Subject, MailVerdict | None]]:
    """Look domains up ahead of the verdict that is due, but never hold a row back to wait for more input."""
    waiting: deque[Subject] = deque()
    is_ready = subjects.is_ready if isinstance(subjects, SubjectLines | SubjectTable) else lambda: True
    for subject in subjects:
        if subject.domain:
            checker.submit(subject.domain)
        waiting.append(subject)
        while waiting and (len(waiting) >= _AHEAD or not is_ready()):
            yield _with_verdict(waiting.popleft(), checker)
        if not is_ready():
            flush()
    while waiting:
        yield _with_verdict(waiting.popleft(), checker)


def _with_verdict(subject: Subject, checker: "Checker") -> tuple[Subject, MailVerdict | None]:
    return subject, checker.result(subject.domain) if subject.domain else None
