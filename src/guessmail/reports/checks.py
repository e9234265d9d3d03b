"""Verdicts on domains and addresses: as listings, alone or beside the rows of a list, and as tables on a terminal."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from guessmail.dns import MailVerdict, Verdict
from guessmail.errors import Problem
from guessmail.reports.listing import Listing, open_console, print_table
from guessmail.text import printable

COLUMNS = [f"check_{name}" for name in ("verdict", "reason", "provider", "hosts", "warnings", "problem")]
"""The columns that a list gains."""
_HEADINGS = ("Input", "Verdict", "Reason", "Provider", "Hosts", "Notes")
_STYLES = {Verdict.ACCEPTS: "green", Verdict.NO_MAIL: "red", Verdict.UNKNOWN: "yellow", "problem": "red"}
_NO_VERDICT: dict[str, object] = {"verdict": None, "reason": None, "provider": None, "hosts": []}


class Checked(NamedTuple):
    """A domain or an address that is checked."""

    typed: str
    domain: str = ""
    warnings: tuple[str, ...] = ()
    problem: Problem | None = None
    verdict: MailVerdict | None = None

    @property
    def notes(self) -> list[str]:
        """The codes of the warnings about it and about its domain."""
        return [*self.warnings, *(self.verdict.warnings if self.verdict else ())]

    @property
    def cells(self) -> list[str]:
        """The cells of `COLUMNS`."""
        found = self.verdict
        four = [found.verdict, found.reason, found.provider, ",".join(found.hosts)] if found else [""] * 4
        return [*four, ",".join(self.notes), str(self.problem or "")]


def verdict_fields(mx: MailVerdict) -> dict[str, object]:
    """Return the fields of a verdict in JSON; `provider` is null if it is not known."""
    hosts = list(mx.hosts)
    return {"verdict": mx.verdict, "reason": mx.reason, "provider": mx.provider or None, "hosts": hosts}


def _fields(subject: Checked) -> dict[str, object]:
    return {
        "input": subject.typed,
        "domain": subject.domain or None,
        **(verdict_fields(subject.verdict) if subject.verdict else _NO_VERDICT),
        "warnings": subject.notes,
        "problem": subject.problem._asdict() if subject.problem else None,
    }


def _words(subject: Checked) -> list[str]:
    """Return the cells of a line for people; a problem takes the place of the verdict."""
    if problem := subject.problem:
        return [printable(subject.typed), "problem", problem.code, "", "", problem.message]
    return [printable(subject.typed), *subject.cells[:-1]]


ALONE: Listing[Checked] = Listing(
    _fields,
    lambda subject: ["\t".join(_words(subject))],
    ["input", *COLUMNS],
    lambda subject: [[subject.typed, *subject.cells]],
)
BESIDE = ALONE._replace(columns=COLUMNS, cells=lambda subject: [subject.cells])
"""The listing of verdicts beside the rows of a list with columns."""


def print_checks(batches: Iterable[Iterable[Checked]], *, color: bool | None) -> None:
    """Print each batch as a table; `color` None leaves it to the terminal."""
    from rich.text import Text

    from guessmail.data.mail_providers import SERVICES

    console = open_console(color)
    for batch in batches:
        rows: list[list[Any]] = []
        for typed, verdict, reason, provider, *others in map(_words, batch):
            service = SERVICES.get(provider, "")
            shown = f"{provider} ({service})" if service else provider
            rows.append([typed, verdict, reason, shown, *others])
        if not rows:
            continue
        places = _fitting(rows, console.width)
        # Verdict, reason and provider are never folded.
        columns = [(_HEADINGS[at], {"overflow": "fold", "no_wrap": 0 < at < 4}) for at in places]
        rows = [[row[0], Text.styled(row[1], _STYLES.get(row[1], "")), *row[2:]] for row in rows]
        print_table(console, columns, ([row[place] for place in places] for row in rows))


def _fitting(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the positions of columns that fit: hosts, then the provider, are left out for inputs and notes."""
    widths = [max(map(len, column)) for column in zip(_HEADINGS, *rows, strict=True)]
    has_notes = any(row[-1] for row in rows)
    widths[-1] = min(widths[-1], 24) if has_notes else 0
    places = list(range(len(_HEADINGS) if has_notes else len(_HEADINGS) - 1))
    for heading in ("Hosts", "Provider"):
        if sum(widths[place] + 1 for place in places) > width:
            places.remove(_HEADINGS.index(heading))
    return places


def explained(verdict: MailVerdict) -> str:
    """Return lines with the queries and answers of DNS, and the service that the mail host belongs to."""
    from guessmail.data.mail_providers import SERVICE_WORDS, SERVICES

    lines = list(verdict.transcript or ("no queries sent",))
    service = SERVICE_WORDS.get(SERVICES.get(verdict.provider, ""))
    if service and verdict.hosts:
        lines.append(f"{verdict.hosts[0]}: {verdict.provider}, {service}")
    return "\n  ".join((verdict.domain, *lines))
