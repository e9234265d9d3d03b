"""Written names -> readings, and the spellings of each part. Pure: no clock, no network, no files.

Importing this package costs what plain names need; the rest is loaded with the first name that needs it.

A reading or spelling has a tag for each choice in which it departs from the default. The conventions of companies are such
choices, so a tag means the same choice in every name:

- `order=family-first`: read with the family name first, where the words leave the order open;
- `surname=rest`: all words after the first are family name; `surname=two`: the last two are (Spain, Portugal);
- `surname=first`, `second`, `both`, `hyphen`, `dotted`: one of two surnames, or both so joined. The default is the first in
  Spanish names, also where a hyphen joins two, the last in Portuguese ones, both joined elsewhere;
- `surname=earlier`: the first of two Portuguese surnames; `surname=maiden`: the family name at birth, where it is written;
- `hyphen=kept`, `first`, `second`: a hyphenated family name so, or that part of it; the default joins it;
- `particle=dropped`, `dotted`, `hyphen`: van der Berg as berg, van.der.berg, van-der-berg; the default joins it.
  `particle=joined`: binsalman of bin Salman, where the default drops it;
- `given=joined`, `second`, `dotted`: of two given words; the default is the first. If it is bound (Abdul Rahman) or follows
  an initial (J. Edgar) also `given=first`; the default is the name in use. Of a hyphenated or syllabic given name
  `given=hyphen`, `first`, `dotted`; the default joins it. `given=added-hyphen` where no hyphen is written: Kim Min Jun;
- `umlaut=bare`: ü as u, where ue is the default; `umlaut=digraph`: ue, where the language writes u;
- `nordic=digraph`: ø as oe, å as aa; `nordic=bare`: æ as a; the default is o, a, ae;
- `translit=passport`, `common`, `classical`, `rr`, `other`: another romanisation than the usual one of the language, or
  another spelling of its letters (đ as dj, ō as oh);
- `nick=written`, `short`, `formal`: the nickname that was written, a short form, the form that the given name is short for.

The traits of a name are listed in `plain.py`.
"""

from guessmail.errors import Problem
from guessmail.names.origins import country_of_name, origin_of_name
from guessmail.names.plain import plain_words, read_plain
from guessmail.names.words import Name, NameOrder, Reading, Spelling

__all__ = [
    "Name",
    "NameOrder",
    "Reading",
    "Spelling",
    "country_of_name",
    "name_from_parts",
    "origin_of_name",
    "plain_words",
    "read_name",
]


def read_name(written: str, *, order: NameOrder = NameOrder.AUTO) -> Name | Problem:
    """Read a name as people write it; `order` is for names whose writing does not tell it.

    Returns a problem, and never raises, if the text is no name or cannot be romanised.
    """
    if words := plain_words(written):
        return read_plain(written, *words, order)
    from guessmail.names.slow import read_slowly

    return read_slowly(written, order)


def name_from_parts(given: str, family: str, middle: str = "") -> Name | Problem:
    """Read a name whose parts are stated, as in the columns of a list; some may be empty, and none is split further."""
    from guessmail.names.slow import read_columns

    return read_columns(given, family, middle)
