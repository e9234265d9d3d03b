"""The options of `guess` about the person, the evidence and what is offered; those about lists are in `list_options`."""

import click

from guessmail.cli.options import FILE, FILES, TEXTS, json_lines, option, options
from guessmail.names import NameOrder

__all__ = ["FORMATS", "guess_options"]

FORMATS = ("table", "plain", "csv", "tsv", "json", "jsonl", "xlsx")

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
            help="A file of known addresses: CSV, vCard, mbox or plain text. Repeatable.",
        ),
        option(
            "-n",
            "--top",
            type=click.IntRange(1, 1000),
            metavar="N",
            help="Show at most N guesses.  [default: 5 for one person, 1 for a list]",
        ),
        option(
            "--until",
            type=click.FloatRange(0, 1),
            default=1.0,
            metavar="P",
            help="Show as few guesses as reach this total probability, at most --top.",
        ),
        option(
            "--min-probability",
            type=click.FloatRange(0, 1),
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
        option(
            "--format",
            "format_",
            type=click.Choice(FORMATS),
            callback=json_lines,
            help="Output format.  [default: table on a terminal, else plain; for a list, its own format]",
        ),
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
        option("-q", "--quiet", is_flag=True, help="Print no notices and no summary."),
        option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help="Color the table.",
        ),
    )
)
