"""The options of `guess`."""

from typing import NamedTuple

import click
from click.core import ParameterSource

from guessmail.cli.directory_options import DirectoryOptions
from guessmail.cli.dns_options import DnsOptions
from guessmail.cli.options import (
    FILE,
    PROBABILITY,
    TEXTS,
    companies_option,
    country_option,
    declared,
    field,
    list_option,
    no_store_option,
    record_option,
    sample_option,
    samples_option,
    store_option,
    taking,
)
from guessmail.cli.output_options import (
    color_option,
    encoding_option,
    format_option,
    output_option,
    prefix_option,
    quiet_option,
    safe_option,
)
from guessmail.names import NameOrder

ROWS = "*"
"""The value of `--rate` without an address: rate those that the rows have."""


class ChoiceOptions(NamedTuple):
    """Which candidates are offered; none of it names a person, and the store remembers it of each run."""

    top: int | None = field(
        "-n",
        "--top",
        type=click.IntRange(1, 1000),
        metavar="N",
        help="Show at most N guesses.  [default: 5 for one person and with --until, else 1]",
    )
    until: float = field(
        "--until",
        type=PROBABILITY,
        default=1.0,
        metavar="P",
        help="Show as few guesses as reach this total probability, at most --top.",
    )
    min_probability: float = field(
        "--min-probability",
        type=PROBABILITY,
        default=0.005,
        show_default=True,
        metavar="P",
        help="Leave out guesses less probable than this.",
    )
    pattern: str = field(
        "--pattern",
        default="",
        metavar="PATTERN",
        help="Use only this pattern: {first}.{last}, flast, ….",
    )
    name_order: str = field(
        "--name-order",
        type=click.Choice(list(map(str, NameOrder))),
        default="auto",
        show_default=True,
        help="Which part of the name comes first.",
    )
    keep_undeliverable: bool = field(
        "--keep-undeliverable",
        is_flag=True,
        help="Show guesses even if the domain provably accepts no mail.",
    )
    country: str = declared(country_option)
    company_threshold: float = field(
        "--company-threshold",
        type=PROBABILITY,
        default=0.7,
        show_default=True,
        metavar="P",
        help="Use a domain guessed from the company's name only if it is at least this probable.",
    )


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


class GuessOptions(NamedTuple):
    """The command line of `guess`. Files that are not named are empty texts."""

    name: str | None = declared(click.argument("name", required=False))
    domain: str | None = declared(click.argument("domain", required=False))
    sample_texts: tuple[str, ...] = declared(sample_option)
    samples_files: tuple[str, ...] = declared(samples_option)
    catalog_file: str = field(
        "--catalog",
        "catalog_file",
        type=FILE,
        default="",
        metavar="FILE",
        help="Your own pattern catalogue; overrides the built-in one.",
    )
    companies: str = declared(companies_option)
    choice: ChoiceOptions = declared(taking("choice", ChoiceOptions))
    lists: ListOptions = declared(taking("lists", ListOptions))
    rate: str | None = field(
        "--rate",
        metavar="[ADDRESS]",
        is_flag=False,
        flag_value=ROWS,
        help="Rate the address that each row already has; for one person, ADDRESS.",
    )
    output: str = declared(output_option)
    format_: str | None = declared(format_option)
    explain: bool = field("--explain", is_flag=True, help="Explain the ranking on stderr.")
    quiet: bool = declared(quiet_option)
    color: bool | None = declared(color_option)
    mx: bool = field(
        "--mx/--no-mx", default=True, help="Check by DNS whether the domain accepts mail.  [default: mx]"
    )
    dns: DnsOptions = declared(taking("dns", DnsOptions))
    directory: DirectoryOptions = declared(taking("directory", DirectoryOptions))
    store_file: str = declared(store_option)
    no_store: bool = declared(no_store_option)
    record: bool = declared(record_option)

    @property
    def top(self) -> int:
        """How many candidates are offered at most."""
        return self.choice.top or (1 if self.is_list and self.choice.until == 1 else 5)

    @property
    def is_list(self) -> bool:
        """Whether a list is guessed for, and no single person."""
        return self.name is None or (self.lists.source is not None and self.domain is None)

    @property
    def default_domain(self) -> str:
        """The domain that a list's rows have which name none: `guess -i team.txt acme.com`; empty without one."""
        return self.name or "" if self.is_list else ""


def _print_rules(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        from guessmail.tables import DIALECT_RULES, ENCODING_RULES, HEADER_RULES

        click.echo("\n\n".join([ENCODING_RULES, DIALECT_RULES, HEADER_RULES]))
        context.exit()


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
