"""The options of `guess` that are about lists."""

from guessmail.cli.options import TEXTS, option, options
from guessmail.output.added import PREFIX

__all__ = ["list_options"]

list_options = options(
    (
        option(
            "-i",
            "--input",
            "source",
            metavar="FILE",
            help="A list: CSV, TSV, JSON Lines or Excel; - for stdin.",
        ),
        option(
            "-o",
            "--output",
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
            metavar="FILE",
            default="",
            help="Companies' domains, a list with the columns company and domain.",
        ),
        option(
            "--learn-from-list",
            is_flag=True,
            help="Take the e-mail addresses that rows already have as samples for the others.",
        ),
        option("--rate", is_flag=True, help="Give the probability of the address that a row already has."),
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
    )
)
