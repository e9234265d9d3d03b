"""The options of `guess` that are about lists."""

from collections.abc import Callable
from typing import TypeVar

import click

from guessmail.output.added import PREFIX

__all__ = ["list_options"]

_Command = TypeVar("_Command", bound=Callable[..., object])

# Those that name one run (-i, -o, --resume) have no variable: one that was forgotten would write over a file.
_OPTIONS = (
    click.option(
        "-i", "--input", "source", metavar="FILE", help="A list: CSV, TSV, JSON Lines or Excel; - for stdin."
    ),
    click.option(
        "-o",
        "--output",
        metavar="FILE",
        default="",
        help="Write here, by way of FILE.part, instead of to stdout.",
    ),
    click.option(
        "--map",
        envvar="GUESSMAIL_MAP",
        metavar="WHAT=COLUMN",
        multiple=True,
        help="Tell which column holds the name, given, middle, family, domain, company or email. Repeatable.",
    ),
    click.option(
        "--encoding",
        envvar="GUESSMAIL_ENCODING",
        metavar="NAME",
        default="",
        help="The list's encoding; else found by its first bytes.",
    ),
    click.option(
        "--companies",
        envvar="GUESSMAIL_COMPANIES",
        metavar="FILE",
        default="",
        help="Companies' domains, a list with the columns company and domain.",
    ),
    click.option(
        "--learn-from-list",
        envvar="GUESSMAIL_LEARN_FROM_LIST",
        is_flag=True,
        help="Take the e-mail addresses that rows already have as samples for the others.",
    ),
    click.option(
        "--rate",
        envvar="GUESSMAIL_RATE",
        is_flag=True,
        help="Give the probability of the address that a row already has.",
    ),
    click.option(
        "--prefix",
        envvar="GUESSMAIL_PREFIX",
        metavar="TEXT",
        default=PREFIX,
        show_default=True,
        help="Begins the names of added columns.",
    ),
    click.option(
        "--safe-csv",
        envvar="GUESSMAIL_SAFE_CSV",
        is_flag=True,
        help="Neutralise all cells that spreadsheets would run as formulas.",
    ),
    click.option(
        "--resume", is_flag=True, help="Go on after the rows that an interrupted run left in FILE.part."
    ),
)


def list_options(command: _Command) -> _Command:
    """Add the options to a command; `-i` comes as `source`, None if not given, the others by their names."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
