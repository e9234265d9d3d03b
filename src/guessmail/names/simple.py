"""Names of two words in Latin letters that can be nothing but names, and with an initial between them.

The reading is the one that all rules give together, for a third of their time.
"""

import functools
import re

from guessmail.data.languages import PATRONYMIC
from guessmail.data.name_words import ABBREVIATED_GIVEN, ARTICLES, PRONOUNS, SPECIAL
from guessmail.data.surnames import VIETNAMESE
from guessmail.data.titles import TITLES
from guessmail.names.honorifics import MARKED_TITLES, are_sure_letters, key_of
from guessmail.names.one_reading import BINDING, initials_of_word
from guessmail.names.order import origin_of
from guessmail.names.plain import PlainWord, plain_readings, plain_word, traits_of_kind
from guessmail.names.spell import spell_family, spell_given
from guessmail.names.surroundings import without_surroundings
from guessmail.names.words import Name, NameOrder, has_bare_umlauts, latin_word

_LETTER = "[A-Za-zÀ-ÖØ-öø-įıĴ-ľŁ-ňŊ-ž]"
"""Of European languages, composed: cleaning changes none of them."""
_WORD = f"{_LETTER}{{2,30}}(?:['-]{_LETTER}{{2,30}})?"
_NAME = re.compile(f"({_WORD}) (?:([A-Z]\\.|[A-CE-KM-NP-Z]) )?({_WORD})")
"""O, D and L without a full stop may be the beginning of the family name: O Brien."""
_MAC = re.compile("Ma?c[A-Z]{2,}")
_TELLING = SPECIAL | TITLES | MARKED_TITLES | PRONOUNS | {"on", "at", "bei", "chez", "profile"}
_UMLAUT = re.compile("[äöüÄÖÜ]")


def read_simple(written: str, order: NameOrder) -> Name | None:
    """Return the reading of such a name; None of any other."""
    found = _NAME.fullmatch(written)
    if not found:
        return None
    first, initial, last = found.groups("")
    if written.islower() or written.isupper():
        first, last = _title_case(first), _title_case(last)
    elif capitals := [text for text in (first, last) if text.isupper() or _MAC.match(text)]:
        # In capitals is the family name.
        if (
            len(capitals) > 1
            or len(capitals[0]) < 3
            or not capitals[0].isupper()
            or (initial and capitals[0] is first)
        ):
            return None
        first, last = (last, first) if capitals[0] is first else (first, last)
        last, order = _title_case(last), NameOrder.GIVEN_FIRST
    is_bare = bool(_UMLAUT.search(written)) and has_bare_umlauts((first, last))
    one, other = _word(first, is_bare=is_bare), _word(last, is_bare=is_bare)
    if not one or not other or (not written.isascii() and one[0] in VIETNAMESE):
        return None
    origin = origin_of((one[0], other[0])) if one[-1] or other[-1] else ""
    readings = plain_readings(one, other, origin, order)
    if initial:
        is_sure = len(readings) == 1 and readings[0].firsts is one[2] and not (one[-1] or other[-1])
        if not is_sure or _is_more(one, other, last) or without_surroundings(written) != written:
            return None
        readings = (readings[0]._replace(middle=initial, middles=(initial[0].lower(),)),)
    is_middle = initial != "" and initial[0].lower() not in BINDING
    script = "latin-plain" if written.isascii() else "latin-marked"
    hyphens = (
        tuple([part for part in ("given", "family") if "-" in getattr(readings[0], part)])
        if "-" in written
        else ()
    )
    traits = traits_of_kind(script, 2 + is_middle, origin, ("middle",) if is_middle else (), hyphens)
    return Name(written, readings, traits)


def _is_more(one: PlainWord, other: PlainWord, last: str) -> bool:
    """Say whether the words around an initial are more than a given and a family name: Ma. C. Reyes, Petr A. Ivanovich."""
    return one[0] in ABBREVIATED_GIVEN or other[0].endswith(PATRONYMIC) or are_sure_letters(last)


@functools.lru_cache(maxsize=8192)
def _word(text: str, *, is_bare: bool) -> PlainWord | None:
    """Return a word that can be nothing but a name; None of any other."""
    word = latin_word(text, bare_umlauts=is_bare)
    if word is None or key_of(text) in _TELLING or text.lower() in _TELLING:
        return None
    if word.folded.partition("-")[0] in ARTICLES:
        return None
    firsts, lasts = spell_given((word,)), spell_family((word,))
    return plain_word(word.folded, text, firsts, lasts, initials_of_word(word, is_chinese=False))


def _title_case(text: str) -> str:
    return re.sub(f"{_LETTER}+", lambda run: run[0].capitalize(), text)
