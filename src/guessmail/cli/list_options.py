"""The options of `guess` that are about lists."""

from typing import NamedTuple

import click
from click.core import ParameterSource

from guessmail.cli.options import TEXTS, declared, field, list_option
from guessmail.cli.output_options import encoding_option, prefix_option, safe_option


def _print_rules(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    """Print the rules for reading lists, from the modules that implement them."""
    if is_asked:
        from guessmail.tables import DIALECT_RULES, ENCODING_RULES, HEADER_RULES

        click.echo("\n\n".join([ENCODING_RULES, DIALECT_RULES, HEADER_RULES]))
        context.exit()


class ListOptions(NamedTuple):
    """How a list is read and written."""

    source: str | None = declared(list_option("a list"))
    map: tuple[str, ...] = field(
        "--map",
        metavar="WHAT=COLUMN",
        type=TEXTS,
        multiple=True,
        help="Name the column of the name, given, middle, family, domain, company or email. Repeatable.",
    )
    no_header: bool = field(
        "--no-header",
        is_flag=True,
        help="The first row is a person, too: column 1 has the name and 2 the domain, or as --map says by number.",
    )
    encoding: str = declared(encoding_option)
    learn_from_list: bool | None = field(
        "--learn-from-list/--no-learn-from-list",
        default=None,
        help="Use the addresses that rows already have as known addresses for the other rows."
        "  [default: for a file, not for a pipe]",
    )
    prefix: str = declared(prefix_option)
    safe_csv: bool = declared(safe_option)
    resume: bool = field("--resume", is_flag=True, help="Continue an interrupted run from its FILE.part.")
    jobs: int = field(
        "--jobs",
        type=click.IntRange(0, 1000),
        default=1,
        show_default=True,
        metavar="N",
        help="Guess with N processes; 0 is one a core. What is written is the same.",
    )


def given_for_lists() -> list[str]:
    """Return the options about lists that the command line has."""
    context = click.get_current_context()
    return [
        max(option.opts, key=len)
        for option in context.command.params
        if option.name in ListOptions._fields
        and context.get_parameter_source(option.name) is ParameterSource.COMMANDLINE
    ]


help_lists_option = click.option(
    "--help-lists",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_rules,
    help="Explain how encodings, delimiters and headers are detected, and exit.",
)
