"""The options about companies whose domains are found by their names."""

import click

from guessmail.cli.options import PROBABILITY, option

__all__ = ["country_option", "threshold_option"]


def _country(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if value and not (len(value) == 2 and value.isascii() and value.isalpha()):
        raise click.BadParameter(f"{value!r} is not a two-letter country code such as DE or US (ISO 3166).")
    return value


country_option = option(
    "--country",
    metavar="CC",
    default="",
    callback=_country,
    help="The companies' country: DE, US, … (ISO 3166); helps to guess their domains.",
)
threshold_option = option(
    "--company-threshold",
    type=PROBABILITY,
    default=0.7,
    show_default=True,
    metavar="P",
    help="Use a domain guessed from the company's name only if it is at least this probable.",
)
