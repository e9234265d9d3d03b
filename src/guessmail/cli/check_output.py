"""How `guessmail check` shows verdicts: as a table, as a listing, or beside the rows of a list."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from guessmail.cli.check_input import Subject
from guessmail.cli.output import format_of
from guessmail.dns.verdict import MailVerdict, Verdict
from guessmail.reports.listing import Listing, written
from guessmail.text import printable

if TYPE_CHECKING:
    from guessmail.tables import Block, Table
    from guessmail.tables.sheets import Sheet
    from guessmail.tables.writing import CsvRows

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
FORMATS = ("table", "plain", "csv", "tsv", "json", "jsonl", "xlsx")
Checked = tuple[Subject, MailVerdict | None]
"""What was checked; without a verdict it has a problem, or is a blank line."""


def check_format(format_: str | None, output: str, table: "Table | None") -> str:
    """Return the format that was asked for, else that of the output's ending, a terminal's, or the list's own."""
    chosen = format_of(format_, output)
    if chosen != "plain" or format_ or table is None:
        return chosen
    return "jsonl" if table.kind.value == "jsonl" else "csv"


def written_checks(
    table: "Table | None", format_: str, batches: Iterable[Sequence[Checked]], *, safe: bool
) -> Iterator[bytes]:
    """Yield what was checked, in a format; a list with columns keeps these in CSV, TSV and workbooks.

    With `safe`, no cell is left that a spreadsheet runs.
    """
    if table is not None and format_ in {"csv", "tsv"}:
        from guessmail.tables.writing import CsvRows

        dialect = table.dialect._replace(delimiter="\t") if format_ == "tsv" else table.dialect
        return _list_text(CsvRows(table, _COLUMNS, _place(table), dialect, safe=safe), batches)
    if table is not None and format_ == "xlsx":
        from guessmail.tables.sheets import sheet_rows

        return _list_workbook(sheet_rows(table, _COLUMNS, _place(table), safe=safe), batches)
    rows = ([one for one in batch if one[0].problem or one[1]] for batch in batches)
    return written(_LISTING, format_, rows)


def _place(table: "Table") -> tuple[int, int]:
    """Return where the columns stand: those of an earlier run, or the header's end."""
    header, count = table.header, len(_COLUMNS)
    start = next((at for at in range(len(header)) if header[at : at + count] == _COLUMNS), len(header))
    return start, min(start + count, len(header))


def _list_text(rows: "CsvRows", batches: Iterable[Sequence[Checked]]) -> Iterator[bytes]:
    yield rows.head().encode(errors="replace")
    for batch in batches:
        yield rows.rows(*_list_rows(batch)).encode(errors="replace")


def _list_workbook(sheet: "Sheet", batches: Iterable[Sequence[Checked]]) -> Iterator[bytes]:
    for batch in batches:
        sheet.add(*_list_rows(batch))
    yield sheet.whole()


def _list_rows(batch: Sequence[Checked]) -> tuple["Block", list[list[str]]]:
    from guessmail.tables import Block
    from guessmail.tables.writing import escape_formula

    rows, texts = [subject.row[0] for subject, _ in batch], [subject.row[1] for subject, _ in batch]
    cells = [
        [*map(escape_formula, _judged(subject, verdict)), str(subject.problem or "")]
        if subject.row[0]
        else []
        for subject, verdict in batch
    ]
    return Block(rows, texts), cells


def _fields(item: Checked) -> dict[str, object]:
    from guessmail.reports.added import problem_fields, verdict_fields

    subject, verdict = item
    return {
        "input": subject.typed,
        "domain": subject.domain or None,
        **(verdict_fields(verdict) if verdict else _NO_VERDICT),
        "warnings": _notes(subject, verdict),
        "problem": problem_fields(subject.problem),
    }


_LISTING: Listing[Checked] = Listing(
    ["input", *_COLUMNS],
    lambda item: [[item[0].typed, *_judged(*item), str(item[0].problem or "")]],
    _fields,
    lambda item: ["\t".join(_cells(*item))],
)


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


def print_tables(batches: Iterable[Sequence[Checked]], *, color: bool | None) -> None:
    """Print each batch of what was checked as a table; `color` None leaves it to the terminal."""
    from rich.text import Text

    from guessmail.reports.screen import open_console, plain_table

    console = open_console(color)
    for batch in batches:
        rows = [_screen_cells(*one) for one in batch if one[0].problem or one[1]]
        if not rows:
            continue
        table = plain_table()
        places = _fitting(rows, console.width)
        for place in places:
            table.add_column(_HEADINGS[place], overflow="fold", no_wrap=place in _WHOLE)
        for row in rows:
            shown = [Text(printable(row[place])) for place in places]
            shown[1].stylize(_STYLES.get(row[1], ""))
            table.add_row(*shown)
        console.print(table)


def _screen_cells(subject: Subject, verdict: MailVerdict | None) -> list[str]:
    from guessmail.dns.rules import service_of

    shown, outcome, reason, provider, *others = _cells(subject, verdict)
    service = service_of(provider)
    return [shown, outcome, reason, f"{provider} ({service})" if service else provider, *others]


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
    from guessmail.dns.rules import service_of

    lines = list(verdict.transcript or ("no queries sent",))
    service = _SERVICES.get(service_of(verdict.provider))
    if service and verdict.hosts:
        lines.append(f"{verdict.hosts[0]}: {verdict.provider}, {service}")
    return "\n  ".join((verdict.domain, *lines))
