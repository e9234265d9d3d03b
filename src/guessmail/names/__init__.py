"""Written names -> readings, and the spellings of each part. Pure: no clock, no network, no files. Imports errors, data and text.

Importing this package loads only the code for plain names; the rest is loaded with the first name that needs it.

A reading or spelling has a tag for each choice in which it departs from the default (`data/conventions.py`). The conventions
of companies are such choices, so a tag means the same choice in every name. `plain.py` lists the traits of names.
"""

from guessmail.errors import Problem
from guessmail.names.origins import origin_of_name
from guessmail.names.plain import plain_words, read_plain
from guessmail.names.words import Name, NameOrder, Reading, Spelling

__all__ = [
    "Name",
    "NameOrder",
    "Reading",
    "Spelling",
    "name_from_parts",
    "origin_of_name",
    "plain_words",
    "read_name",
]


def read_name(written: str, *, order: NameOrder = NameOrder.AUTO) -> Name | Problem:
    """Read a name as people write it; `order` is for names whose writing does not show it.

    Returns a problem, and never raises, if the text is no name or cannot be romanised.
    """
    if words := plain_words(written):
        return read_plain(written, *words, order)
    from guessmail.names.slow import read_slowly

    return read_slowly(written, order)


def name_from_parts(given: str, family: str, middle: str = "") -> Name | Problem:
    """Read a name whose parts are stated, as in the columns of a list; parts may be empty, and are not split further."""
    from guessmail.names.slow import read_columns

    return read_columns(given, family, middle)
