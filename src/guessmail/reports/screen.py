"""The terminal: a console, plain tables and bars."""

import sys
from typing import TYPE_CHECKING

from guessmail.text.streams import unguarded

if TYPE_CHECKING:
    from rich.console import Console
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
