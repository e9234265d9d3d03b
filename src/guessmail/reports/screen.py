"""The terminal: a console, tables without lines, and rankings with bars."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from guessmail.text import percent, printable
from guessmail.text.streams import unguarded

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_BAR = 20
_LEAST = {"": _BAR, "Level": len("medium")}
"""The least width of some columns, whatever their cells."""


def open_console(color: bool | None = None) -> "Console":
    """Return a console on standard output; `color` None leaves it to the terminal."""
    from rich.console import Console

    no_color = None if color is None else not color
    return Console(file=unguarded(sys.stdout), force_terminal=color, no_color=no_color, highlight=False)


def block_of(console: "Console") -> str:
    """Return the character that bars are made of."""
    return "█" if console.encoding.startswith("utf") else "#"


def print_table(
    console: "Console",
    columns: Iterable[tuple[str, Mapping[str, Any]]],
    rows: Iterable[Iterable["str | Text"]],
) -> None:
    """Print a table without lines; `columns` are headings with the options of rich's `add_column`."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, options in columns:
        table.add_column(Text(printable(heading)), **options)
    for row in rows:
        table.add_row(*[cell if isinstance(cell, Text) else Text(printable(cell)) for cell in row])
    console.print(table)


def print_ranking(
    title: str,
    ranked: Sequence[tuple[str, float]],
    columns: Mapping[str, Sequence[str]],
    notes: Iterable[tuple[str, str]],
    *,
    color: bool | None,
    least_bar: int = 0,
) -> None:
    """Print names, their probabilities, the further columns that fit beside them, and notes.

    The bars are the column with the empty heading. If not all columns fit, they are left out first, then the last columns.
    A note is a heading and a text; it is printed if that column is, or if its heading is empty.
    """
    from rich.text import Text

    console = open_console(color)
    bars = [block_of(console) * max(least_bar, round(probability * _BAR)) for _, probability in ranked]
    columns = {**columns, "": bars}
    left = console.width - max(len(name) for name, _ in ranked) - len("Probability") - 2
    fitting = []
    for heading in sorted(columns, key=lambda heading: heading == ""):
        left -= max(_LEAST.get(heading, 0), len(heading), *map(len, columns[heading])) + 2
        if left < 0:
            break
        fitting.append(heading)
    shown = [heading for heading in columns if heading in fitting]
    names = (title, {"overflow": "fold", "style": "bold"})
    probabilities = ("Probability", {"justify": "right", "no_wrap": True})
    further = [(heading, {"no_wrap": True, "style": "" if heading else "green"}) for heading in shown]
    joined = zip(ranked, *map(columns.__getitem__, shown), strict=True)
    rows = ((name, percent(probability, 1), *cells) for (name, probability), *cells in joined)
    print_table(console, [names, probabilities, *further], rows)
    for heading, note in notes:
        if note and (not heading or heading in fitting):
            console.print(Text(printable(note), style="dim"))
