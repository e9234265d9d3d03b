"""How `guessmail check` shows verdicts: as a table, as plain lines, as JSON lines."""

import json
import sys
from collections import deque
from collections.abc import Callable, Sequence
from enum import StrEnum

from guessmail.cli.check_input import Subject, SubjectTable
from guessmail.mx.verdict import MailVerdict, Verdict
from guessmail.text import printable

_COLUMNS = [f"check_{name}" for name in ("verdict", "reason", "provider", "hosts", "warnings", "problem")]

_SERVICES = {
    "mailbox": "holds the mailboxes",
    "gateway": "a gateway in front of the mailboxes",
    "forwarder": "forwards to mailboxes elsewhere",
    "application": "a program that receives mail",
}
_HEADINGS = ("Input", "Verdict", "Reason", "Provider", "Hosts", "Notes")
_WHOLE = {1, 2, 3}
"""The columns that are never folded: words that are looked for."""
_FOLDED = 24
"""The room that notes need at least; they fold."""


class Format(StrEnum):
    """How verdicts are printed."""

    TABLE = "table"
    PLAIN = "plain"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"


def default_format(list_: SubjectTable | None) -> Format:
    """Return the default format: that of a list that has columns, where it is not shown on a terminal."""
    if sys.stdout.isatty():
        return Format.TABLE
    if list_ is None:
        return Format.PLAIN
    return Format.JSONL if list_.table.kind.value == "jsonl" else Format.CSV


_Write = Callable[[Subject, MailVerdict | None], None]
_Render = Callable[[Subject, MailVerdict | None], str]


def writer(format_: Format, color: bool | None) -> tuple[_Write, Callable[[], None]]:
    """Return a function that writes one verdict, and one that flushes."""
    if format_ is Format.TABLE:
        return _table(color)
    out = sys.stdout.buffer
    render: _Render = _json_line if format_ is Format.JSONL else _plain_line

    def write(subject: Subject, verdict: MailVerdict | None) -> None:
        out.write(render(subject, verdict).encode("utf-8", "backslashreplace") + b"\n")

    return write, out.flush


def list_writer(format_: Format, list_: SubjectTable) -> tuple[_Write, Callable[[], None]]:
    """Return the same for a list that is given back with its columns: `write` adds those of its next row."""
    from guessmail.tables import Block
    from guessmail.tables.csvrows import CsvRows, neutral

    table, out = list_.table, sys.stdout.buffer
    width = len(table.header)
    start = next((at for at in range(width) if table.header[at : at + len(_COLUMNS)] == _COLUMNS), width)
    dialect = table.dialect._replace(delimiter="\t") if format_ is Format.TSV else table.dialect
    rows = CsvRows(table, _COLUMNS, (start, min(start + len(_COLUMNS), width)), dialect, safe=False)
    waiting = list_.rows = deque()
    out.write(rows.head().encode(errors="replace"))

    def write_next(cells: list[str]) -> None:
        row, text = waiting.popleft()
        out.write(rows.rows(Block([row], [text]), [cells]).encode(errors="replace"))

    def write_blank() -> None:
        while waiting and not waiting[0][0]:
            write_next([])

    def write(subject: Subject, verdict: MailVerdict | None) -> None:
        write_blank()
        _, *cells = _cells(subject, verdict)
        verdict_cells = cells if verdict else ["", "", "", "", ",".join(_notes(subject, verdict))]
        write_next([*map(neutral, verdict_cells), str(subject.problem or "")])

    def flush() -> None:
        write_blank()
        out.flush()

    return write, flush


def _json_line(subject: Subject, verdict: MailVerdict | None) -> str:
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


def _plain_line(subject: Subject, verdict: MailVerdict | None) -> str:
    return "\t".join(_cells(subject, verdict))


def _cells(subject: Subject, verdict: MailVerdict | None) -> tuple[str, ...]:
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


def _notes(subject: Subject, verdict: MailVerdict | None) -> list[str]:
    return [*subject.warnings, *(verdict.warnings if verdict else ())]


def _table(color: bool | None) -> tuple[_Write, Callable[[], None]]:
    """Collect rows into a table that is printed at each flush."""
    from rich.text import Text

    from guessmail.mx.providers import service_of
    from guessmail.reports.screen import open_console, plain_table

    console = open_console(color)
    rows: list[tuple[str, ...]] = []
    styles = {Verdict.ACCEPTS: "green", Verdict.NO_MAIL: "red", Verdict.UNKNOWN: "yellow", "problem": "red"}

    def write(subject: Subject, verdict: MailVerdict | None) -> None:
        shown, outcome, reason, provider, *others = _cells(subject, verdict)
        service = service_of(provider)
        rows.append((shown, outcome, reason, f"{provider} ({service})" if service else provider, *others))

    def flush() -> None:
        if not rows:
            return
        table = plain_table()
        places = _fitting(rows, console.width)
        for place in places:
            table.add_column(_HEADINGS[place], overflow="fold", no_wrap=place in _WHOLE)
        for row in rows:
            shown = [Text(printable(row[place])) for place in places]
            shown[1].stylize(styles.get(row[1], ""))
            table.add_row(*shown)
        rows.clear()
        console.print(table)

    return write, flush


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
