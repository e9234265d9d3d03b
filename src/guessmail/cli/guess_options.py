"""The options of `guess` about the person, the evidence and what is offered; those about lists are in `list_options`."""

from typing import NamedTuple

import click

from guessmail.cli.company_options import country_option, threshold_option
from guessmail.cli.dns_options import DnsOptions
from guessmail.cli.list_options import ListOptions
from guessmail.cli.options import FILE, PROBABILITY, gathered, option, options, sample_options
from guessmail.cli.output_options import format_option, screen_options
from guessmail.names import NameOrder

__all__ = ["ChoiceOptions", "GuessOptions", "guess_options"]


class ChoiceOptions(NamedTuple):
    """Which candidates are offered; none of it names a person, and the store remembers it of each run."""

    top: int | None
    """None for 5 where one person is asked about, and 1 in a list."""
    until: float
    min_probability: float
    pattern: str
    """Empty for all."""
    name_order: str
    keep_undeliverable: bool
    country: str
    company_threshold: float


class GuessOptions(NamedTuple):
    """The command line of `guess`. Files that are not named are empty texts."""

    name: str | None
    domain: str | None
    sample_texts: tuple[str, ...]
    samples_files: tuple[str, ...]
    catalog_file: str
    companies: str
    choice: ChoiceOptions
    lists: ListOptions
    rate: str | None
    """An address, or `rating.ROWS`; None where none is rated."""
    output: str
    format_: str | None
    explain: bool
    quiet: bool
    color: bool | None
    mx: bool
    dns: DnsOptions
    store_file: str
    no_store: bool

    @property
    def top(self) -> int:
        """How many candidates are offered at most."""
        return self.choice.top or (1 if self.name is None else 5)


guess_options = options(
    (
        sample_options,
        option(
            "-n",
            "--top",
            type=click.IntRange(1, 1000),
            metavar="N",
            help="Show at most N guesses.  [default: 5 for one person, 1 for a list]",
        ),
        option(
            "--until",
            type=PROBABILITY,
            default=1.0,
            metavar="P",
            help="Show as few guesses as reach this total probability, at most --top.",
        ),
        option(
            "--min-probability",
            type=PROBABILITY,
            default=0.005,
            show_default=True,
            metavar="P",
            help="Leave out guesses less probable than this.",
        ),
        option(
            "--pattern",
            default="",
            metavar="PATTERN",
            help="Use only this pattern: {first}.{last}, flast, ….",
        ),
        option(
            "--catalog",
            "catalog_file",
            type=FILE,
            default="",
            metavar="FILE",
            help="Your own pattern catalogue; overrides the built-in one.",
        ),
        option(
            "--name-order",
            type=click.Choice([order.value for order in NameOrder]),
            default="auto",
            show_default=True,
            help="Which part of the name comes first.",
        ),
        country_option,
        threshold_option,
        format_option,
        option(
            "--mx/--no-mx", default=True, help="Check by DNS whether the domain accepts mail.  [default: mx]"
        ),
        option(
            "--keep-undeliverable",
            is_flag=True,
            help="Show guesses even if the domain provably accepts no mail.",
        ),
        option(
            "--explain",
            is_flag=True,
            help="Explain the ranking on stderr.",
        ),
        screen_options,
        gathered("choice", ChoiceOptions),
    )
)
