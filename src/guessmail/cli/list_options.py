"""The options of `guess` that are about lists."""

from typing import NamedTuple

import click
from click.core import ParameterSource

from guessmail.cli.options import FILE, TEXTS, companies_option, gathered, option, options
from guessmail.cli.output_options import added_options, encoding_option, output_option
from guessmail.cli.rating import ROWS

__all__ = ["ListOptions", "given_for_lists", "list_options"]


class ListOptions(NamedTuple):
    """How a list is read and written."""

    source: str | None
    """The file; `-`, or None, for standard input."""
    map: tuple[str, ...]
    """`WHAT=COLUMN`."""
    no_header: bool
    encoding: str
    learn_from_list: bool | None
    """None for what can be read twice."""
    prefix: str
    safe_csv: bool
    resume: bool
    jobs: int
    """How many processes answer the rows; 0 for one a core."""


def given_for_lists() -> list[str]:
    """Return the options about lists that the command line has."""
    context = click.get_current_context()
    return [
        max(option.opts, key=len)
        for option in context.command.params
        if option.name in ListOptions._fields
        and context.get_parameter_source(option.name) is ParameterSource.COMMANDLINE
    ]


def _print_rules(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    """Print the rules for reading lists, from the modules that implement them."""
    if is_asked:
        from guessmail.tables import DIALECT_RULES, ENCODING_RULES, HEADER_RULES

        click.echo("\n\n".join([ENCODING_RULES, DIALECT_RULES, HEADER_RULES]))
        context.exit()


list_options = options(
    (
        option(
            "-i",
            "--input",
            "source",
            type=FILE,
            metavar="FILE",
            help="Read a list: CSV, TSV, JSON Lines or Excel; - is stdin.",
        ),
        output_option,
        option(
            "--map",
            metavar="WHAT=COLUMN",
            type=TEXTS,
            multiple=True,
            help="Name the column of the name, given, middle, family, domain, company or email. Repeatable.",
        ),
        option(
            "--no-header",
            is_flag=True,
            help="The first row is a person, too: column 1 has the name and 2 the domain, or as --map says by number.",
        ),
        encoding_option,
        companies_option,
        option(
            "--learn-from-list/--no-learn-from-list",
            default=None,
            help="Use the addresses that rows already have as known addresses for the other rows."
            "  [default: for a file, not for a pipe]",
        ),
        option(
            "--rate",
            metavar="[ADDRESS]",
            is_flag=False,
            flag_value=ROWS,
            help="Rate the address that each row already has; for one person, ADDRESS.",
        ),
        added_options,
        option("--resume", is_flag=True, help="Continue an interrupted run from its FILE.part."),
        option(
            "--jobs",
            type=click.IntRange(0, 1000),
            default=1,
            show_default=True,
            metavar="N",
            help="Guess with N processes; 0 is one a core. What is written is the same.",
        ),
        click.option(
            "--help-lists",
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_rules,
            help="Explain how encodings, delimiters and headers are detected, and exit.",
        ),
        gathered("lists", ListOptions),
    )
)
