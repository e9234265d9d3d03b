"""Names given by their parts, as in two columns of a list.

Taken as said, cleaned, and spelled like all others.
"""

from collections.abc import Sequence

from guessmail.errors import Problem
from guessmail.names import romanise
from guessmail.names.givens import split_given
from guessmail.names.notices import notices_of
from guessmail.names.one_reading import one_reading, with_maiden
from guessmail.names.origin import origin_of
from guessmail.names.parts import without_honorifics
from guessmail.names.readings import fathers_name
from guessmail.names.slow import read_slowly as read_name
from guessmail.names.slow import with_english
from guessmail.names.spell import Joint
from guessmail.names.traits import traits_of
from guessmail.names.types import Name, NameOrder
from guessmail.names.words import Word, has_bare_umlauts, latin_word
from guessmail.names.written import Written, no_name, prepare_column
from guessmail.text import clean, fold

__all__ = ["read_columns"]


_ODD_NAMES = frozenset({"Null", "Nan", "None"})
"""People's names that are placeholders where they stand alone."""


def read_columns(given: str, family: str, middle: str = "") -> Name | Problem:
    """Read a name whose parts are said; a part may be empty, all may not."""
    columns: list[Written] = []
    for part in (given, middle, family):
        prepared = Written(clean(part), clean(part)) if clean(part) in _ODD_NAMES else prepare_column(part)
        if isinstance(prepared, Problem):
            return prepared
        columns.append(prepared)
    whole = [column for column in columns if column.text]
    if len(whole) == 1 and any(column.shown for column in columns if not column.text):
        return read_name(whole[0].shown, NameOrder.AUTO)  # Jane Doe, | MBA
    shown = " ".join([column.shown for column in (columns[0], columns[1], columns[2]) if column.shown])
    if not any(column.text for column in columns):
        return no_name(shown)
    return _as_one_cell(shown, columns) or _read(shown, columns)


def _as_one_cell(shown: str, columns: list[Written]) -> Name | None:
    """Return a Vietnamese name as it is read where it stands whole: `Văn An` beside `Nguyễn` is An, with the middle name Văn."""
    words = [word for column in (columns[2], columns[1], columns[0]) for word in column.text.split()]
    if len(words) < 3 or not origin_of([fold(word) for word in words]).startswith("vietnamese"):
        return None
    read = read_name(" ".join(words), NameOrder.AUTO)
    return read._replace(written=shown) if isinstance(read, Name) else None


def _read(shown: str, columns: list[Written]) -> Name | Problem:
    bare = has_bare_umlauts([column.text for column in columns])
    parts: list[list[Word]] = []
    script = "latin"
    for index, column in enumerate(columns):
        found = _part(column.text, is_family=index == 2, bare_umlauts=bare)
        if isinstance(found, Problem):
            return found
        words, own_script = found
        script = own_script if own_script != "latin" else script
        parts.append(words)
    first, second, last = parts
    father = fathers_name(last)
    second, last = [*second, *father], last[len(father) :]
    given, middle, joint = _given(first, second)
    if not given and not last:
        given, middle = middle, []
    words = [*given, *middle, *last]
    if not words:
        return romanise.NEEDS_LATIN
    origin = origin_of([word.folded for word in words]) or {
        "han": "chinese-last",
        "hangul": "korean-last",
    }.get(script, "")
    nick = next((column.asides.nick for column in columns if column.asides.nick), "")
    maiden = next((column.asides.maiden for column in columns if column.asides.maiden), "")
    reading = one_reading(given, middle, last, origin=origin, joint=joint)
    readings = tuple([with_maiden(each, maiden) for each in with_english(reading, nick, origin)])
    return Name(shown, readings, traits_of(words, reading, origin, script), notices=notices_of(reading))


def _given(words: list[Word], middle: list[Word]) -> tuple[Sequence[Word], Sequence[Word], Joint]:
    """Return the words of a given name without initials that end it, these as middle names, and how they are joined."""
    if len(words) > 1 and not middle and len(words[-1].folded) == 1:
        return words[:-1], words[-1:], Joint.NAMES
    given, rest, joint = split_given(words)
    return (words, middle, Joint.NAMES) if rest else (given, middle, joint)


def _part(text: str, *, is_family: bool, bare_umlauts: bool) -> tuple[list[Word], str] | Problem:
    """Return the words of one part and their script."""
    words: list[Word] = []
    script = "latin"
    for token in without_honorifics(text.replace(",", " ").split()):
        own = next(iter(romanise.scripts_of([token])), "latin")
        if own == "latin":
            word: Word | Problem | None = latin_word(token, bare_umlauts=bare_umlauts)
        else:
            script = own
            word = (romanise.family_word if is_family else romanise.given_word)(_letters(token), own)
        if isinstance(word, Problem):
            return word
        if word is not None and word.forms:
            words.append(word)
    return words, script


def _letters(token: str) -> str:
    return "".join(c for c in token if c.isalpha() or c == "-")
