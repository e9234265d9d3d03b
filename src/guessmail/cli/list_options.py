"""The options of `guess` that are about lists."""

from collections.abc import Callable
from typing import TypeVar

import click

from guessmail.output.added import PREFIX

__all__ = ["list_options"]

_Command = TypeVar("_Command", bound=Callable[..., object])

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
        metavar="WHAT=COLUMN",
        multiple=True,
        help="Tell which column holds the name, given, middle, family, domain, company or email. Repeatable.",
    ),
    click.option(
        "--encoding", metavar="NAME", default="", help="The list's encoding; else found by its first bytes."
    ),
    click.option(
        "--companies",
        metavar="FILE",
        default="",
        help="Companies' domains, a list with the columns company and domain.",
    ),
    click.option(
        "--learn-from-list",
        is_flag=True,
        help="Take the e-mail addresses that rows already have as samples for the others.",
    ),
    click.option("--rate", is_flag=True, help="Give the probability of the address that a row already has."),
    click.option(
        "--prefix",
        metavar="TEXT",
        default=PREFIX,
        show_default=True,
        help="Begins the names of added columns.",
    ),
    click.option(
        "--safe-csv", is_flag=True, help="Neutralise all cells that spreadsheets would run as formulas."
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
