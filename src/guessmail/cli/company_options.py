"""The options about companies whose domains are found by their names."""

import click

from guessmail.cli.options import option

__all__ = ["country_option", "threshold_option"]


def _country(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if value and not (len(value) == 2 and value.isascii() and value.isalpha()):
        raise click.BadParameter(
            f"{value!r} is no country's code of two letters, such as DE or US (ISO 3166)."
        )
    return value


country_option = option(
    "--country",
    metavar="CC",
    default="",
    callback=_country,
    help="Where the companies are: DE, US, … (ISO 3166); for guessing domains by their names.",
)
threshold_option = option(
    "--company-threshold",
    type=click.FloatRange(0, 1),
    default=0.7,
    show_default=True,
    metavar="P",
    help="Use a domain guessed by the company's name only from this probability on.",
)
