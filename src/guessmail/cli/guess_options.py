"""The options of `guess` about the person, the evidence and what is offered; those about lists are in `list_options`."""

import click

from guessmail.cli.company_options import country_option, threshold_option
from guessmail.cli.options import FILE, FILES, TEXTS, option, options
from guessmail.names import NameOrder

__all__ = ["FORMATS", "guess_options"]

FORMATS = ("table", "plain", "csv", "tsv", "jsonl", "xlsx")

guess_options = options(
    (
        option(
            "-s",
            "--sample",
            "sample_texts",
            type=TEXTS,
            multiple=True,
            metavar="SAMPLE",
            help='A known address: "Bob Jones <bjones@acme.com>". Repeatable.',
        ),
        option(
            "--samples",
            "samples_files",
            type=FILES,
            multiple=True,
            metavar="FILE",
            help="A file of known addresses: CSV, vCard, mbox, or plain text. Repeatable.",
        ),
        option(
            "-n",
            "--top",
            type=click.IntRange(1, 1000),
            metavar="N",
            help="How many guesses at most.  [default: 5 for one person, 1 for a list]",
        ),
        option(
            "--until",
            type=click.FloatRange(0, 1),
            default=1.0,
            metavar="P",
            help="As many guesses as it takes to reach this probability together, within --top.",
        ),
        option(
            "--min-probability",
            type=click.FloatRange(0, 1),
            default=0.005,
            show_default=True,
            metavar="P",
            help="Offer nothing less probable.",
        ),
        option("--pattern", default="", metavar="PATTERN", help="Force a pattern: {first}.{last}, flast, …."),
        option(
            "--catalog",
            "catalog_file",
            type=FILE,
            default="",
            metavar="FILE",
            help="A catalogue of one's own, laid over the shipped one.",
        ),
        option(
            "--name-order",
            type=click.Choice([order.value for order in NameOrder]),
            default="auto",
            show_default=True,
            help="Which part of a name stands first.",
        ),
        country_option,
        threshold_option,
        option(
            "--format",
            "format_",
            type=click.Choice(FORMATS),
            help="How to print.  [default: a table on a terminal, else plain; a list's own format]",
        ),
        option("--mx/--no-mx", default=True, help="Whether to ask DNS if the domain takes mail."),
        option(
            "--keep-undeliverable",
            is_flag=True,
            help="Offer addresses also where the domain is proven to take no mail.",
        ),
        option(
            "--explain",
            is_flag=True,
            help="Say on stderr how the name was read, and why each address stands where it stands.",
        ),
        option("-q", "--quiet", is_flag=True, help="No notices and no summary."),
        option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help="Whether the table has colours.",
        ),
    )
)
