"""Written names -> readings, and the spellings of each part. Pure: no clock, no network, no files.

The importing of this package costs what plain names need; the rest is loaded with the first name that needs
it.
"""

import functools

from guessmail.names.plain import plain_words, read_plain
from guessmail.names.types import Name, NameOrder, Reading, Spelling
from guessmail.problems import Problem

__all__ = ["Name", "NameOrder", "Reading", "Spelling", "name_from_parts", "plain_words", "read_name"]


def read_name(written: str, *, order: NameOrder = NameOrder.AUTO) -> Name | Problem:
    """Read a name as people write it; `order` says which part comes first where the writing does not.

    Returns a problem, and never raises, for what is no name or cannot be romanised.
    """
    words = plain_words(written)
    if words:
        return read_plain(written, *words, order)
    return _read_slowly(written, order)


def name_from_parts(given: str, family: str, middle: str = "") -> Name | Problem:
    """Read a name whose parts are said, as in the columns of a list; no part is taken apart into another."""
    return _read_columns(given, family, middle)


@functools.lru_cache(maxsize=8192)
def _read_slowly(written: str, order: NameOrder) -> Name | Problem:
    from guessmail.names.slow import read_slowly  # noqa: PLC0415  # most names never need it

    return read_slowly(written, order)


@functools.lru_cache(maxsize=8192)
def _read_columns(given: str, family: str, middle: str) -> Name | Problem:
    from guessmail.names.columns import read_columns  # noqa: PLC0415  # as above

    return read_columns(given, family, middle)
