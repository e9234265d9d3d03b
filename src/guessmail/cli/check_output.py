"""How `guessmail check` shows verdicts: as a table, as plain lines, as JSON lines."""

import json
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

import click

from guessmail.cli.check_input import Subject
from guessmail.mx.verdict import MailVerdict, Verdict
from guessmail.text import printable

if TYPE_CHECKING:
    from guessmail.tables import Table

_COLUMNS = [f"check_{name}" for name in ("verdict", "reason", "provider", "hosts", "warnings", "problem")]

_SERVICES = {
    "mailbox": "holds the mailboxes",
    "gateway": "a gateway in front of the mailboxes",
    "forwarder": "forwards to mailboxes elsewhere",
    "application": "a program that receives mail",
}
_HEADINGS = ("Input", "Verdict", "Reason", "Provider", "Hosts", "Notes")
_STYLES = {Verdict.ACCEPTS: "green", Verdict.NO_MAIL: "red", Verdict.UNKNOWN: "yellow", "problem": "red"}
_NO_VERDICT: dict[str, object] = {"verdict": None, "reason": None, "provider": None, "hosts": []}
_WHOLE = {1, 2, 3}
"""The columns that are never folded: words that are looked for."""
_FOLDED = 24
"""The room that notes need at least; they fold."""


FORMATS = ("table", "plain", "jsonl", "csv", "tsv")


class Writer(Protocol):
    """Writes verdicts, the next one at a time; what it holds back is out after `flush`."""

    def write(self, subject: Subject, verdict: MailVerdict | None) -> None:
        """Write one verdict; None stands for what has a problem, or is a blank line."""

    def flush(self) -> None:
        """Have all shown."""


def writer_for(format_: str | None, table: "Table | None", color: bool | None) -> Writer:
    """Return what writes in a format, by default a terminal's or the list's own; `UsageError` for columns of no table."""
    if format_ is None:
        own = "plain" if table is None else "jsonl" if table.kind.value == "jsonl" else "csv"
        format_ = "table" if sys.stdout.isatty() else own
    if format_ == "table":
        return _Screen(color)
    if format_ in {"csv", "tsv"}:
        if table is None:
            raise click.UsageError(f"{format_} is for lists that have columns; choose table, plain or jsonl.")
        return _ListRows(table, "\t" if format_ == "tsv" else table.dialect.delimiter)
    return _Lines(_json_line if format_ == "jsonl" else _plain_line)


class _Lines:
    def __init__(self, render: Callable[[Subject, MailVerdict | None], str]) -> None:
        self._render, self._out = render, sys.stdout.buffer
        self.flush = self._out.flush

    def write(self, subject: Subject, verdict: MailVerdict | None) -> None:
        if subject.problem or verdict:
            self._out.write(self._render(subject, verdict).encode("utf-8", "backslashreplace") + b"\n")


class _ListRows:
    """Gives a list back with its columns and those of the verdicts, or anew where it has these."""

    def __init__(self, table: "Table", delimiter: str) -> None:
        from guessmail.tables.csvrows import CsvRows

        header, count = table.header, len(_COLUMNS)
        start = next((at for at in range(len(header)) if header[at : at + count] == _COLUMNS), len(header))
        place = (start, min(start + count, len(header)))
        self._rows = CsvRows(table, _COLUMNS, place, table.dialect._replace(delimiter=delimiter), safe=False)
        self._out = sys.stdout.buffer
        self._out.write(self._rows.head().encode(errors="replace"))
        self.flush = self._out.flush

    def write(self, subject: Subject, verdict: MailVerdict | None) -> None:
        from guessmail.tables import Block
        from guessmail.tables.csvrows import neutral

        row, text = subject.row
        cells = [*map(neutral, _judged(subject, verdict)), str(subject.problem or "")] if row else []
        self._out.write(self._rows.rows(Block([row], [text]), [cells]).encode(errors="replace"))


def _json_line(subject: Subject, verdict: MailVerdict | None) -> str:
    from guessmail.reports.jsonlines import problem_fields, verdict_fields

    row = {
        "input": subject.typed,
        "domain": subject.domain or None,
        **(verdict_fields(verdict) if verdict else _NO_VERDICT),
        "warnings": _notes(subject, verdict),
        "problem": problem_fields(subject.problem),
    }
    return json.dumps(row, ensure_ascii=not subject.typed.isprintable())


def _plain_line(subject: Subject, verdict: MailVerdict | None) -> str:
    return "\t".join(_cells(subject, verdict))


def _cells(subject: Subject, verdict: MailVerdict | None) -> list[str]:
    shown = printable(subject.typed)
    if problem := subject.problem:
        return [shown, "problem", problem.code, "", "", problem.message]
    return [shown, *_judged(subject, verdict)]


def _judged(subject: Subject, verdict: MailVerdict | None) -> list[str]:
    notes = ",".join(_notes(subject, verdict))
    if verdict is None:
        return ["", "", "", "", notes]
    return [verdict.verdict, verdict.reason, verdict.provider, ",".join(verdict.hosts), notes]


def _notes(subject: Subject, verdict: MailVerdict | None) -> list[str]:
    return [*subject.warnings, *(verdict.warnings if verdict else ())]


class _Screen:
    """Collects rows into a table that is printed at each flush."""

    def __init__(self, color: bool | None) -> None:
        from guessmail.reports.screen import open_console

        self._console = open_console(color)
        self._rows: list[list[str]] = []

    def write(self, subject: Subject, verdict: MailVerdict | None) -> None:
        from guessmail.mx.providers import service_of

        if subject.problem or verdict:
            shown, outcome, reason, provider, *others = _cells(subject, verdict)
            service = service_of(provider)
            provider = f"{provider} ({service})" if service else provider
            self._rows.append([shown, outcome, reason, provider, *others])

    def flush(self) -> None:
        if not self._rows:
            return
        from rich.text import Text

        from guessmail.reports.screen import plain_table

        table = plain_table()
        places = _fitting(self._rows, self._console.width)
        for place in places:
            table.add_column(_HEADINGS[place], overflow="fold", no_wrap=place in _WHOLE)
        for row in self._rows:
            shown = [Text(printable(row[place])) for place in places]
            shown[1].stylize(_STYLES.get(row[1], ""))
            table.add_row(*shown)
        self._rows.clear()
        self._console.print(table)


def _fitting(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the columns that fit: hosts and provider go first, so that inputs and notes have room to fold in."""
    widths = [max(map(len, column)) for column in zip(_HEADINGS, *rows, strict=True)]
    *_, notes = widths
    widths[-1] = min(notes, _FOLDED) if any(row[-1] for row in rows) else 0
    places = list(range(len(_HEADINGS))) if widths[-1] else list(range(len(_HEADINGS) - 1))
    for place in (_HEADINGS.index("Hosts"), _HEADINGS.index("Provider")):
        if sum(widths[one] + 1 for one in places) > width:
            places.remove(place)
    return places


def explained(verdict: MailVerdict) -> str:
    """Say what DNS was asked and answered, and what is known of the mail host; in lines."""
    from guessmail.mx.providers import service_of

    lines = list(verdict.transcript or ("no queries sent",))
    service = _SERVICES.get(service_of(verdict.provider))
    if service and verdict.hosts:
        lines.append(f"{verdict.hosts[0]}: {verdict.provider}, {service}")
    return "\n  ".join((verdict.domain, *lines))
