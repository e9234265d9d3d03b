"""The guesses for one person: a table on a terminal, else plain lines, CSV, TSV or JSON."""

import sys
from collections.abc import Callable

from guessmail.guesser import Guess
from guessmail.reports.added import probability
from guessmail.streams import unguarded
from guessmail.text import printable

__all__ = ["PERSON_FORMATS", "as_csv", "as_jsonl", "as_plain", "as_rate", "as_tsv", "print_table"]

COLUMNS = ("address", "probability", "pattern", "basis")


def as_plain(guess: Guess) -> str:
    """Return one address a line."""
    return "".join(f"{candidate.address}\n" for candidate in guess.candidates)


def as_rate(guess: Guess) -> str:
    """Return the probability of the address that was asked about, alone."""
    return "" if guess.rate is None else f"{probability(guess.rate)}\n"


def as_csv(guess: Guess, delimiter: str = ",") -> str:
    """Return one row a candidate, under a header; no cell needs quotes."""
    rows = [COLUMNS, *((c.address, probability(c.probability), c.pattern, c.basis) for c in guess.candidates)]
    return "".join(delimiter.join(row) + "\n" for row in rows)


def as_tsv(guess: Guess) -> str:
    """Return the same with tabs."""
    return as_csv(guess, "\t")


def as_jsonl(guess: Guess) -> str:
    """Return one JSON object, as for a row of a list."""
    import json

    from guessmail.reports.jsonlines import guess_fields

    asked = {key: value for key, value in guess.question._asdict().items() if value}
    return json.dumps({"row": 1, "input": asked, **guess_fields(guess)}, ensure_ascii=False) + "\n"


PERSON_FORMATS: dict[str, Callable[[Guess], str]] = {
    "plain": as_plain,
    "csv": as_csv,
    "tsv": as_tsv,
    "jsonl": as_jsonl,
}


def print_table(guess: Guess, *, color: bool | None) -> None:
    """Print a table to the terminal; `color` None leaves it to the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(
        file=unguarded(sys.stdout),
        force_terminal=color,
        no_color=None if color is None else not color,
        highlight=False,
    )
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Address")
    table.add_column("Probability", justify="right")
    table.add_column("")
    table.add_column("Pattern")
    table.add_column("Basis")
    for candidate in guess.candidates:
        bar = "█" * max(1, round(candidate.probability * 20))
        table.add_row(
            Text(printable(candidate.address), style="bold"),
            f"{candidate.probability:.1%}",
            Text(bar, style="green"),
            Text(printable(candidate.pattern)),
            candidate.basis,
        )
    console.print(table)
    console.print(Text(printable(_footing(guess)), style="dim"))


def _footing(guess: Guess) -> str:
    """Say what the probabilities are based on, and what DNS says."""
    if guess.samples:
        based = f"Based on {_known(guess.samples)} at {guess.domain}"
        based += f" and {guess.borrowed} at related domains." if guess.borrowed else "."
    else:
        others = f"{_known(guess.borrowed)} at related domains" if guess.borrowed else "other companies"
        based = f"No known addresses at {guess.domain}; based on {others}."
    if guess.company and guess.company.is_guess:
        based += f" Domain guessed from the company's name ({guess.company.probability:.0%})."
    if not guess.mx:
        return based
    provider = f", {guess.mx.provider}" if guess.mx.provider else ""
    return f"{based} Mail: {guess.mx.verdict} ({guess.mx.reason}{provider})."


def _known(count: int) -> str:
    return "1 known address" if count == 1 else f"{count:,} known addresses"
