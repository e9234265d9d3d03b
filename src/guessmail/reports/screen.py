"""The terminal: a console, tables without lines, and tables of what is ranked, with bars."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from guessmail.text import percent, printable
from guessmail.text.streams import unguarded

if TYPE_CHECKING:
    from rich.console import Console, JustifyMethod
    from rich.table import Table

_BAR = 20


class Column(NamedTuple):
    """A further column of a table of what is ranked."""

    heading: str
    cells: Sequence[str]
    width: int
    """Characters that it takes, of which none is cut."""


def open_console(color: bool | None = None) -> "Console":
    """Return a console on standard output; `color` None leaves it to the terminal."""
    from rich.console import Console

    no_color = None if color is None else not color
    return Console(file=unguarded(sys.stdout), force_terminal=color, no_color=no_color, highlight=False)


def plain_table() -> "Table":
    """Return a table without lines."""
    from rich.table import Table

    return Table(box=None, pad_edge=False, header_style="bold")


def block_of(console: "Console") -> str:
    """Return the character that bars are made of."""
    return "█" if console.encoding.startswith("utf") else "#"


def print_plain(headings: Mapping[str, "JustifyMethod"], rows: Iterable[Sequence[str]]) -> None:
    """Print a table of plain cells; `headings` has the side on which each column stands."""
    from rich.text import Text

    table = plain_table()
    for heading, side in headings.items():
        table.add_column(heading, justify=side)
    for row in rows:
        table.add_row(*map(Text, row))
    open_console().print(table)


def print_ranking(
    console: "Console",
    title: str,
    ranked: Sequence[tuple[str, float]],
    first: Sequence[Column],
    last: Sequence[Column],
    *,
    least_bar: int = 0,
) -> list[str]:
    """Print names, their probabilities, and as many of the further columns as fit beside them; return their headings.

    A bar stands between `first` and `last`. It goes before any of these, the later of which go before the earlier;
    no name is ever folded for one of them.
    """
    from rich.text import Text

    left = console.width - max((len(name) for name, _ in ranked), default=0) - len("Probability") - 2
    widths = {column.heading: column.width for column in (*first, *last)} | {"": _BAR}
    fitting = []
    for heading, width in widths.items():
        if (left := left - width - 2) < 0:
            break
        fitting.append(heading)
    bars = [block_of(console) * max(least_bar, round(probability * _BAR)) for _, probability in ranked]
    shown = [column for column in (*first, Column("", bars, _BAR), *last) if column.heading in fitting]
    table = plain_table()
    table.add_column(Text(printable(title)), overflow="fold", style="bold")
    table.add_column("Probability", justify="right", no_wrap=True)
    for column in shown:
        table.add_column(column.heading, no_wrap=True, style="" if column.heading else "green")
    for (name, probability), *cells in zip(ranked, *(column.cells for column in shown), strict=True):
        texts = map(Text, map(printable, (name, percent(probability, 1), *cells)))
        table.add_row(*texts)
    console.print(table)
    return fitting
