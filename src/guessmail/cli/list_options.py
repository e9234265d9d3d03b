"""The options of `guess` that are about lists."""

import click

from guessmail.cli.options import FILE, TEXTS, option, options
from guessmail.cli.rating import ROWS
from guessmail.reports.added import PREFIX

__all__ = ["list_options"]


def _print_rules(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    """Print the rules by which lists are read, as the modules state them that follow them."""
    if is_asked:
        from guessmail.tables import DIALECT_RULES, ENCODING_RULES, HEADER_RULES  # noqa: PLC0415 - few ask

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
            help="A list: CSV, TSV, JSON Lines or Excel; - for stdin.",
        ),
        option(
            "-o",
            "--output",
            type=FILE,
            metavar="FILE",
            default="",
            help="Write here, by way of FILE.part, instead of to stdout.",
        ),
        option(
            "--map",
            metavar="WHAT=COLUMN",
            type=TEXTS,
            multiple=True,
            help="Tell which column holds the name, given, middle, family, domain, company or email. Repeatable.",
        ),
        option(
            "--encoding",
            metavar="NAME",
            default="",
            help="The list's encoding; else found by its first bytes.",
        ),
        option(
            "--companies",
            type=FILE,
            metavar="FILE",
            default="",
            help="Companies' domains, a list with the columns company and domain.",
        ),
        option(
            "--learn-from-list",
            is_flag=True,
            help="Take the e-mail addresses that rows already have as samples for the others.",
        ),
        option(
            "--rate",
            metavar="[ADDRESS]",
            is_flag=False,
            flag_value=ROWS,
            help="Give the probability of the address that each row already has; of ADDRESS, for one person.",
        ),
        option(
            "--prefix",
            metavar="TEXT",
            default=PREFIX,
            show_default=True,
            help="Begins the names of added columns.",
        ),
        option(
            "--safe-csv", is_flag=True, help="Neutralise all cells that spreadsheets would run as formulas."
        ),
        option(
            "--resume", is_flag=True, help="Go on after the rows that an interrupted run left in FILE.part."
        ),
        click.option(
            "--help-lists",
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_rules,
            help="Tell how encodings, dialects and headers of lists are found, and exit.",
        ),
    )
)
