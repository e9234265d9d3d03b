"""Names of two words in ASCII that can only be names. Most names are such, and are read in a tenth of the time."""

import functools
import re

from guessmail.data.name_words import SPECIAL
from guessmail.names.known import Known, initials_of, look_up
from guessmail.names.origins import family_first, origin_of
from guessmail.names.words import Name, NameOrder, Reading, Spelling, nicks_of
from guessmail.text import MAX_CHARACTERS

_AUTO = NameOrder.AUTO  # looked up in the class for a third of a microsecond
FAMILY_FIRST = ("order=family-first",)
"""The tag of a reading with the family name first, beside another."""
RARE_SPELLINGS = 3
"""The number of spellings of a part in a rare reading, or beside middle names, which patterns spell out."""
_Part = tuple[Known, str, tuple[Spelling, ...]]
"""The knowledge about a word, the word as it is shown, and its spellings."""
_PLAIN = re.compile(r"\s*(?:[A-Z][a-z]+\s+[A-Z][a-z]+|[a-z]{2,}\s+[a-z]{2,})\s*")


def plain_words(written: str) -> tuple[str, str] | None:
    """Return the two words in lower case, the first one first, of a plain name in ASCII; None for other names."""
    if len(written) > MAX_CHARACTERS or not _PLAIN.fullmatch(written):
        return None
    first, last = written.lower().split()
    return None if first in SPECIAL or last in SPECIAL else (first, last)


def read_plain(written: str, first: str, last: str, order: NameOrder) -> Name:
    """Read a plain name in ASCII, the most probable reading first; `first` and `last` are from `plain_words`."""
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
    return Name(" ".join(written.split()), readings, traits_of_kind("latin-plain", 2, origin))


@functools.lru_cache(maxsize=8192)
def _part(word: str) -> _Part:
    return look_up(word), word.capitalize(), (Spelling(word),)


def _reading(given: _Part, family: _Part, origin: str, tags: tuple[str, ...], weight: float) -> Reading:
    (found, shown, firsts), (_, family_shown, lasts) = given, family
    initials = initials_of(shown, found.word, is_chinese=True) if origin[:7] == "chinese" else ""
    return Reading(shown, "", family_shown, firsts, lasts, (), nicks_of(found.word), initials, tags, weight)


@functools.lru_cache(maxsize=1024)
def traits_of_kind(
    script: str, words: int, origin: str, initials: tuple[str, ...] = (), hyphens: tuple[str, ...] = (), middle: str = ""
) -> tuple[str, ...]:  # fmt: skip
    """Return the traits of all names of a kind, sorted: initials by their place, hyphens by the part that has them."""
    traits = [f"script={script}", f"words={words}"]
    traits += [f"middle={middle}"] if middle else []
    traits += [f"origin={origin}"] if origin else []
    traits += [f"initial={place}" for place in initials]
    traits += [f"hyphen={part}" for part in hyphens]
    return tuple(sorted(traits))
