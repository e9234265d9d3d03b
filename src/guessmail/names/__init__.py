"""Written names -> readings, and the spellings of each part. Pure: no clock, no network, no files. Imports errors, data and text.

Most names are plain: two words in ASCII that can only be names. They are read here, in a tenth of the time; the code for
others is loaded with the first name that needs it.

A reading or spelling has a tag for each choice in which it departs from the default (`data/conventions.py`). The conventions
of companies are such choices, so a tag means the same choice in every name.
"""

import functools
import re

from guessmail.data.name_words import SPECIAL
from guessmail.errors import Problem
from guessmail.names.known import Known, initials_of, known
from guessmail.names.origins import family_first, origin_of, origin_of_name
from guessmail.names.words import FAMILY_FIRST, Name, NameOrder, Reading, Spelling, nicks_of
from guessmail.text import MAX_CHARACTERS

__all__ = [
    "Name", "NameOrder", "Reading", "Spelling", "name_from_parts", "origin_of_name", "plain_words", "read_name",
]  # fmt: skip

_AUTO = NameOrder.AUTO  # looked up in the class for a third of a microsecond
_TRAITS = ("script=latin-plain", "words=2")
_Part = tuple[Known, str, tuple[Spelling, ...]]
"""The knowledge about a word, the word as it is shown, and its spellings."""
_PLAIN = re.compile(r"\s*(?:[A-Z][a-z]+\s+[A-Z][a-z]+|[a-z]{2,}\s+[a-z]{2,})\s*")


def read_name(written: str, *, order: NameOrder = NameOrder.AUTO) -> Name | Problem:
    """Read a name as people write it; `order` is for names whose writing does not show it.

    Returns a problem, and never raises, if the text is no name or cannot be romanised.
    """
    if words := plain_words(written):
        return _read_plain(written, *words, order)
    from guessmail.names.slow import read_slowly

    return read_slowly(written, order)


def name_from_parts(given: str, family: str, middle: str = "") -> Name | Problem:
    """Read a name whose parts are stated, as in the columns of a list; parts may be empty, and are not split further."""
    from guessmail.names.slow import read_columns

    return read_columns(given, family, middle)


def plain_words(written: str) -> tuple[str, str] | None:
    """Return the two words in lower case, the first one first, of a plain name; None for other names."""
    if len(written) > MAX_CHARACTERS or not _PLAIN.fullmatch(written):
        return None
    first, last = written.lower().split()
    return None if first in SPECIAL or last in SPECIAL else (first, last)


def _read_plain(written: str, first: str, last: str, order: NameOrder) -> Name:
    """Read a plain name, the most probable reading first; `first` and `last` are from `plain_words`."""
    before, behind = _part(first), _part(last)
    origin = origin_of((first, last)) if before[0].origin or behind[0].origin else ""
    if order is _AUTO:
        share = family_first(before[0], behind[0], last, origin)
    else:
        share = float(order is NameOrder.FAMILY_FIRST)
    readings: tuple[Reading, ...] = ()
    if share < 1:
        readings = (_reading(before, behind, origin, (), 1 - share),)
    if share > 0:
        turned = _reading(behind, before, origin, FAMILY_FIRST if share < 1 else (), share)
        readings = (turned, *readings) if share > 0.5 else (*readings, turned)
    traits = (f"origin={origin}", *_TRAITS) if origin else _TRAITS
    return Name(" ".join(written.split()), readings, traits)


@functools.lru_cache(maxsize=4096)
def _part(word: str) -> _Part:
    return known(word), word.capitalize(), (Spelling(word),)


def _reading(given: _Part, family: _Part, origin: str, tags: tuple[str, ...], weight: float) -> Reading:
    (found, shown, firsts), (_, family_shown, lasts) = given, family
    initials = initials_of(shown, found.word, is_chinese=True) if origin[:7] == "chinese" else ""
    return Reading(shown, "", family_shown, firsts, lasts, (), nicks_of(found.word), initials, tags, weight)
