"""The terminal: a console, plain tables and bars."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from guessmail.text.streams import unguarded

if TYPE_CHECKING:
    from rich.console import Console, JustifyMethod
    from rich.table import Table


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
