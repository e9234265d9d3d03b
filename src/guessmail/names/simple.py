"""Names of two words in Latin letters that can be nothing but names, and with an initial between them.

The reading is the one that all rules give together, for a third of their time.
"""

import functools
import re

from guessmail.data.languages import PATRONYMIC
from guessmail.data.name_words import ABBREVIATED_GIVEN, ARTICLES, PRONOUNS, SPECIAL
from guessmail.data.surnames import VIETNAMESE
from guessmail.data.titles import MARKED_TITLES, TITLES
from guessmail.names.known import SYLLABIC
from guessmail.names.one_reading import BINDING, initials_of_word, one_reading
from guessmail.names.order import origin_of
from guessmail.names.parts import are_sure_letters, key_of
from guessmail.names.plain import PlainWord, plain_readings, plain_word, traits_of_kind
from guessmail.names.spell import Joint, spell_family, spell_given
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
        family = capitals[-1]
        if len(capitals) > 1 or len(family) < 3 or not family.isupper() or (initial and family is first):
            return None
        first, last = last if family is first else first, _title_case(family)
        order = NameOrder.GIVEN_FIRST
    is_bare = bool(_UMLAUT.search(written)) and has_bare_umlauts((first, last))
    one, other = _word(first, is_bare=is_bare), _word(last, is_bare=is_bare)
    if not one or not other or (not written.isascii() and one[0] in VIETNAMESE):
        return None
    folded = (one[0], initial[0].lower(), other[0]) if initial else (one[0], other[0])
    origin = origin_of(folded) if one[-1] or other[-1] else ""
    readings = plain_readings(one, other, origin, order)
    places: tuple[str, ...] = ()
    if initial:
        is_sure = ABBREVIATED_GIVEN.keys().isdisjoint(folded) and not origin.startswith(tuple(SYLLABIC))
        is_degree = not written.isupper() and are_sure_letters(found[3])
        is_sure = is_sure and not is_degree and not other[0].endswith(PATRONYMIC)
        is_turned = len(readings) > 1 or readings[0].firsts is not one[2]
        if not is_sure or one is other or (is_turned and one[-1]) or without_surroundings(written) != written:
            return None
        words = [word for text in (first, initial, last) if (word := latin_word(text, bare_umlauts=is_bare))]
        readings = tuple([
            reading._replace(middle=initial, middles=(folded[1],)) if reading.firsts is one[2] else one_reading(
                words[1:], (), words[:1], origin=origin, joint=Joint.INITIALS, tags=reading.tags, weight=reading.weight
            )
            for reading in readings
        ])  # fmt: skip
        places = () if folded[1] in BINDING else ("middle",)
    script = "latin-plain" if written.isascii() else "latin-marked"
    hyphens = (
        [part for part in ("given", "family") if "-" in getattr(readings[0], part)] if "-" in written else ()
    )
    return Name(written, readings, traits_of_kind(script, 2 + len(places), origin, places, tuple(hyphens)))


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
