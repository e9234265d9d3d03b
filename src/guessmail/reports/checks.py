"""Verdicts on domains and addresses: as a listing, beside the rows of a list, as tables on a terminal."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guessmail.dns.verdict import MailVerdict, Verdict
from guessmail.errors import Problem
from guessmail.reports.listing import Listing
from guessmail.text import printable

COLUMNS = [f"check_{name}" for name in ("verdict", "reason", "provider", "hosts", "warnings", "problem")]
"""The columns that a list gains."""
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


class Checked(NamedTuple):
    """A domain or an address that is checked, as it was given; without a verdict it has a problem."""

    typed: str
    domain: str = ""
    warnings: tuple[str, ...] = ()
    problem: Problem | None = None
    verdict: MailVerdict | None = None

    @property
    def notes(self) -> list[str]:
        """What is to be said of it and of its domain, a word each."""
        return [*self.warnings, *(self.verdict.warnings if self.verdict else ())]

    @property
    def judged(self) -> list[str]:
        """Its cells up to the problem."""
        if (found := self.verdict) is None:
            return ["", "", "", "", ",".join(self.notes)]
        return [found.verdict, found.reason, found.provider, ",".join(found.hosts), ",".join(self.notes)]


def _beside(one: Checked) -> list[list[str]]:
    from guessmail.lists.writing import escape_formula

    return [[*map(escape_formula, one.judged), str(one.problem or "")]]


def _fields(one: Checked) -> dict[str, object]:
    from guessmail.reports.added import problem_fields, verdict_fields

    return {
        "input": one.typed,
        "domain": one.domain or None,
        **(verdict_fields(one.verdict) if one.verdict else _NO_VERDICT),
        "warnings": one.notes,
        "problem": problem_fields(one.problem),
    }


def _words(one: Checked) -> list[str]:
    """Return the cells for people."""
    if problem := one.problem:
        return [printable(one.typed), "problem", problem.code, "", "", problem.message]
    return [printable(one.typed), *one.judged]


ALONE: Listing[Checked] = Listing(
    ["input", *COLUMNS],
    lambda one: [[one.typed, *one.judged, str(one.problem or "")]],
    _fields,
    lambda one: ["\t".join(_words(one))],
)
BESIDE = ALONE._replace(columns=COLUMNS, cells=_beside)
"""Beside the rows of a list with columns."""


def print_tables(batches: Iterable[Iterable[Checked | None]], *, color: bool | None) -> None:
    """Print each batch of what was checked as a table; `color` None leaves it to the terminal."""
    from rich.text import Text

    from guessmail.reports.screen import open_console, plain_table

    console = open_console(color)
    for batch in batches:
        rows = [_screen_cells(one) for one in batch if one]
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


def _screen_cells(one: Checked) -> list[str]:
    from guessmail.dns.rules import service_of

    shown, outcome, reason, provider, *others = _words(one)
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
