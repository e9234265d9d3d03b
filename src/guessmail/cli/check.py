"""`guessmail check`: whether domains take mail."""

import csv
import json
import os
import select
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import IO, TYPE_CHECKING

import click

from guessmail.cli.dns_options import DnsSettings, dns_options
from guessmail.cli.status import Status
from guessmail.domains import is_mailbox_provider, read_domain
from guessmail.errors import BrokenFileError, UsageError
from guessmail.inputs import open_file
from guessmail.mx.verdict import MailVerdict, Reason, Verdict
from guessmail.problems import Problem
from guessmail.terminal import unguarded
from guessmail.text import printable

if TYPE_CHECKING:
    from guessmail.mx.resolver import Checker

__all__ = ["check"]

_AHEAD = 1000  # rows that are asked about before the first of them is told
_COLUMNS = ("domain", "company domain", "website", "url", "email", "e-mail", "email address", "address")
_DELIMITERS = ",;\t|"
_LONGEST_LINE = 1 << 20

_HEADINGS = ("Input", "Verdict", "Reason", "Provider", "Hosts", "Notes")


class _Format(StrEnum):
    TABLE = "table"
    PLAIN = "plain"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class _Subject:
    """One thing to check, as it was given."""

    typed: str
    domain: str = ""
    warnings: tuple[str, ...] = ()
    problem: Problem | None = None


@click.command(
    epilog="""\b
Examples:
  guessmail check acme.com
  guessmail check jane.doe@acme.com --explain
  guessmail check -i domains.txt --format jsonl"""
)
@click.argument("subjects", nargs=-1, metavar="DOMAIN|ADDRESS...")
@click.option(
    "-i",
    "--input",
    "path",
    type=click.Path(allow_dash=True, dir_okay=False),
    metavar="FILE",
    help="Check a list: a domain or address a line, or a CSV file with a column domain, email or address.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([str(form) for form in _Format]),
    envvar="GUESSMAIL_FORMAT",
    help="How to print verdicts.  [default: table on a terminal, else plain]",
)
@click.option(
    "--explain", is_flag=True, envvar="GUESSMAIL_EXPLAIN", help="Tell what DNS was asked and answered."
)
@dns_options
@click.option(
    "-q", "--quiet", is_flag=True, envvar="GUESSMAIL_QUIET", help="Print verdicts and errors alone."
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    envvar="GUESSMAIL_COLOR",
    help="Whether to colour the table.",
)
@click.pass_context
def check(
    context: click.Context,
    *,
    subjects: tuple[str, ...],
    path: str | None,
    form: str | None,
    explain: bool,
    dns: DnsSettings,
    quiet: bool,
    color: str,
) -> None:
    """Tell whether domains take mail, asking DNS and nothing else.

    The verdict is `accepts`, `no_mail` (on positive proof alone) or `unknown`, each with its reason.
    Addresses are checked for their syntax, too.

    Exit status: 0 all accept; 3 some take no mail, or are no domain; 5 else, some are unknown. For a list:
    0, or 4 when some lines are neither a domain nor an address.
    """
    if bool(subjects) == (path is not None):
        raise click.UsageError("Give either domains and addresses, or a list by -i FILE.")
    notice = _silence if quiet else _to_stderr
    typed = subjects if path is None else _List(path)
    write, flush = _writer(_Format(form) if form else _default_format(), color)
    seen: set[str] = set()
    with dns.checker(notice, explain=explain, find_wildcards=path is None) as checker:
        for subject, verdict in _checked(typed, checker, flush):
            write(subject, verdict)
            seen.add(_outcome(verdict))
            if verdict is not None and explain:
                _explain(verdict)
            if (
                verdict is not None
                and verdict.reason is Reason.NO_RESOLVER
                and Reason.NO_RESOLVER not in seen
            ):
                seen.add(Reason.NO_RESOLVER)
                notice("No DNS resolver is configured, so nothing is known; name one by --resolver.")
    flush()
    context.exit(_status(seen, is_list=path is not None))


def _outcome(verdict: MailVerdict | None) -> str:
    return "problem" if verdict is None else str(verdict.verdict)


def _status(seen: set[str], *, is_list: bool) -> int:
    if is_list:
        return Status.SOME_PROBLEMS if "problem" in seen else Status.DONE
    if seen & {"problem", Verdict.NO_MAIL}:
        return Status.NOTHING
    return Status.UNKNOWN if Verdict.UNKNOWN in seen else Status.DONE


def _checked(
    typed: Iterable[str], checker: "Checker", flush: Callable[[], None]
) -> Iterator[tuple[_Subject, MailVerdict | None]]:
    """Have domains asked ahead of the one that is told, but never hold a row back to wait for more input."""
    waiting: deque[_Subject] = deque()
    is_ready = typed.is_ready if isinstance(typed, _List) else _always
    for text in typed:
        subject = _subject(text)
        if subject.problem is None:
            checker.submit(subject.domain)
        waiting.append(subject)
        if len(waiting) < _AHEAD and is_ready():
            continue
        while waiting and (len(waiting) >= _AHEAD or not is_ready()):
            yield _told(waiting.popleft(), checker)
        if not is_ready():
            flush()
    while waiting:
        yield _told(waiting.popleft(), checker)


def _always() -> bool:
    return True


def _told(subject: _Subject, checker: "Checker") -> tuple[_Subject, MailVerdict | None]:
    return subject, None if subject.problem is not None else checker.result(subject.domain)


def _subject(typed: str) -> _Subject:
    """Read what was given: an address where it has an @ and is no URL, else a domain."""
    if "@" in typed and "//" not in typed:
        from guessmail.mx.address import read_address  # noqa: PLC0415 - email-validator takes 40 ms

        address = read_address(typed)
        if isinstance(address, Problem):
            return _Subject(typed, problem=address)
        return _Subject(typed, address.domain.ascii, address.warnings)
    domain = read_domain(typed)
    if isinstance(domain, Problem):
        return _Subject(typed, problem=domain)
    warnings = ("mailbox_provider",) if is_mailbox_provider(domain.ascii) else ()
    return _Subject(typed, domain.ascii, warnings)


# Input


class _List:
    """The domains and addresses in a file, or on stdin."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._stream: IO[bytes] | None = None
        self._lines: deque[bytes] = deque()

    def is_ready(self) -> bool:
        """Tell whether more can be read without waiting for whoever writes it."""
        if self._lines or self._stream is None:
            return True
        try:
            return bool(select.select([self._stream], [], [], 0)[0])
        except (OSError, ValueError):  # Windows selects sockets alone
            return True

    def __iter__(self) -> Iterator[str]:
        try:
            with open_file(self._path) as self._stream:
                yield from self._subjects(self._decoded(self._stream.fileno()))
        except OSError as error:
            raise BrokenFileError(f"{self._path} cannot be read: {error.strerror}.") from None
        except csv.Error as error:
            raise BrokenFileError(f"{self._path} is no CSV file: {error}.") from None

    def _subjects(self, lines: Iterator[str]) -> Iterator[str]:
        head = next(lines, "")
        delimiter = max(_DELIMITERS, key=head.count)
        cells = next(csv.reader([head], delimiter=delimiter), [])
        column = _column(cells)
        if column is None and len(cells) > 1:
            raise UsageError(
                f"No column of {self._path} is named {', '.join(_COLUMNS[:-1])} or {_COLUMNS[-1]};"
                f" it has {', '.join(cells)[:200]!r}. Rename one, or give a domain or address a line."
            )
        if column is None:
            yield from (line.strip() for line in chain((head,), lines) if line.strip())
            return
        for row in csv.reader((line + "\n" for line in lines), delimiter=delimiter):
            if row:
                yield row[column] if column < len(row) else ""

    def _decoded(self, descriptor: int) -> Iterator[str]:
        rest = b""
        while data := os.read(descriptor, 65536):
            *lines, rest = (rest + data).split(b"\n")
            if len(rest) > _LONGEST_LINE:
                raise BrokenFileError(f"A line of {self._path} is longer than a megabyte; is it a text file?")
            self._lines.extend(lines)
            while self._lines:
                yield _decoded_line(self._lines.popleft())
        if rest:
            yield _decoded_line(rest)


def _decoded_line(line: bytes) -> str:
    return line.decode("utf-8", "replace").rstrip("\r").removeprefix("\ufeff")


def _column(header: list[str]) -> int | None:
    """Return the column to take from a header; a domain is trusted more than an address."""
    names = [cell.strip().casefold().replace("_", " ") for cell in header]
    return next((names.index(wanted) for wanted in _COLUMNS if wanted in names), None)


# Output


def _default_format() -> _Format:
    return _Format.TABLE if sys.stdout.isatty() else _Format.PLAIN


_Write = Callable[[_Subject, MailVerdict | None], None]
_Render = Callable[[_Subject, MailVerdict | None], str]


def _writer(form: _Format, color: str) -> tuple[_Write, Callable[[], None]]:
    """Return what writes one verdict, and what sees to it that those written are seen."""
    if form is _Format.TABLE:
        return _table(color)
    out = sys.stdout.buffer
    render: _Render = _json_line if form is _Format.JSONL else _plain_line

    def write(subject: _Subject, verdict: MailVerdict | None) -> None:
        out.write(render(subject, verdict).encode("utf-8", "backslashreplace") + b"\n")

    return write, out.flush


def _json_line(subject: _Subject, verdict: MailVerdict | None) -> str:
    problem = subject.problem
    row = {
        "input": subject.typed,
        "domain": subject.domain or None,
        "verdict": verdict.verdict if verdict else None,
        "reason": verdict.reason if verdict else None,
        "provider": verdict.provider or None if verdict else None,
        "hosts": list(verdict.hosts) if verdict else [],
        "warnings": _notes(subject, verdict),
        "problem": {"code": problem.code, "message": problem.message} if problem else None,
    }
    return json.dumps(row, ensure_ascii=not subject.typed.isprintable())


def _plain_line(subject: _Subject, verdict: MailVerdict | None) -> str:
    return "\t".join(_cells(subject, verdict))


def _cells(subject: _Subject, verdict: MailVerdict | None) -> tuple[str, ...]:
    shown = printable(subject.typed)
    notes = ",".join(_notes(subject, verdict))
    if verdict is None:
        problem = subject.problem
        return (
            shown,
            "problem",
            str(problem.code) if problem else "",
            "",
            "",
            problem.message if problem else "",
        )
    return (shown, verdict.verdict, verdict.reason, verdict.provider, ",".join(verdict.hosts), notes)


def _notes(subject: _Subject, verdict: MailVerdict | None) -> list[str]:
    return [*subject.warnings, *(verdict.warnings if verdict else ())]


def _table(color: str) -> tuple[_Write, Callable[[], None]]:
    """Collect rows into a table that is drawn at the end, or whenever a screenful has come."""
    from rich.console import Console  # noqa: PLC0415 - takes 50 ms, and only terminals need it
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(
        file=unguarded(sys.stdout),
        force_terminal=True if color == "always" else None,
        no_color=color == "never",
        highlight=False,
    )
    rows: list[tuple[str, ...]] = []
    styles = {Verdict.ACCEPTS: "green", Verdict.NO_MAIL: "red", Verdict.UNKNOWN: "yellow", "problem": "red"}

    def write(subject: _Subject, verdict: MailVerdict | None) -> None:
        rows.append(_cells(subject, verdict))

    def flush() -> None:
        if not rows:
            return
        table = Table(*_HEADINGS, box=None, header_style="bold", pad_edge=False)
        for row in rows:
            shown = [Text(printable(cell)) for cell in row]
            shown[1].stylize(styles.get(row[1], ""))
            table.add_row(*shown)
        rows.clear()
        console.print(table)

    return write, flush


def _explain(verdict: MailVerdict) -> None:
    _to_stderr("\n  ".join((verdict.domain, *(verdict.transcript or ("nothing was asked",)))))


def _to_stderr(text: str) -> None:
    click.echo(text, err=True)


def _silence(_text: str) -> None:
    pass
