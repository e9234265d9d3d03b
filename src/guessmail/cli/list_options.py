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
            help="Read a list: CSV, TSV, JSON Lines or Excel; - is stdin.",
        ),
        option(
            "-o",
            "--output",
            type=FILE,
            metavar="FILE",
            default="",
            help="Write to FILE instead of stdout; it appears once it is complete.",
        ),
        option(
            "--map",
            metavar="WHAT=COLUMN",
            type=TEXTS,
            multiple=True,
            help="Name the column of the name, given, middle, family, domain, company or email. Repeatable.",
        ),
        option(
            "--encoding",
            metavar="NAME",
            default="",
            help="The list's encoding.  [default: detected]",
        ),
        option(
            "--companies",
            type=FILE,
            metavar="FILE",
            default="",
            help="Known company domains: a list with the columns company and domain.",
        ),
        option(
            "--learn-from-list",
            is_flag=True,
            help="Use the addresses that rows already have as known addresses for the other rows.",
        ),
        option(
            "--rate",
            metavar="[ADDRESS]",
            is_flag=False,
            flag_value=ROWS,
            help="Rate the address that each row already has; for one person, ADDRESS.",
        ),
        option(
            "--prefix",
            metavar="TEXT",
            default=PREFIX,
            show_default=True,
            help="Prefix for added columns.",
        ),
        option("--safe-csv", is_flag=True, help="Escape cells that a spreadsheet would run as formulas."),
        option("--resume", is_flag=True, help="Continue an interrupted run from its FILE.part."),
        click.option(
            "--help-lists",
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_rules,
            help="Explain how encodings, delimiters and headers are detected, and exit.",
        ),
    )
)
