"""One reading of a name: the spellings of words whose parts are decided, with nickname and maiden name."""

import functools
import re
from collections.abc import Sequence

from guessmail.data.languages import PATRONYMIC
from guessmail.data.name_words import (
    ABBREVIATED_GIVEN,
    CONJUNCTIONS,
    HYPHENATED_GIVEN,
    MARKS_OF_SEX,
    PARTICLES,
    PATRONYMIC_PARTICLES,
)
from guessmail.names import is_short_for, nicks_of
from guessmail.names.known import initials_of, middle_kind
from guessmail.names.spell import MAX_SPELLINGS, Joint, spell_family, spell_given
from guessmail.names.words import Reading, Spelling, Word, distinct, latin_word

_BINDING = PARTICLES | CONJUNCTIONS

__all__ = ["FAMILY_FIRST", "notices_of", "one_reading", "traits_of", "with_maiden", "with_nick"]

_RARE_SPELLINGS = 3
"""Spellings of a part of several words in a reading that is itself rare, or whose middle names the patterns
spell out."""
FAMILY_FIRST = ("order=family-first",)
"""The tag of a reading with the family name first, beside another."""

_Words = Sequence[Word]


def one_reading(
    given: _Words, middle: _Words, family: _Words, *, origin: str = "", joint: Joint = Joint.NAMES,
    tags: tuple[str, ...] = (), weight: float = 1.0,
) -> Reading:  # fmt: skip
    """Make the reading with these words as its parts; `joint` says how the words of the given name belong together."""
    country, _, _ = origin.partition("-")
    is_rare = bool(tags) and weight < 0.5
    limit = _RARE_SPELLINGS if is_rare or middle else MAX_SPELLINGS
    return Reading(
        given=_text(given),
        middle=_text(middle),
        family=_text(family),
        firsts=_firsts(given, middle, joint, limit, is_vietnamese=origin == "vietnamese-first"),
        lasts=spell_family(tuple(family), country, _RARE_SPELLINGS if is_rare else MAX_SPELLINGS)
        if family
        else (),
        middles=_middles(middle, is_vietnamese=country == "vietnamese") or _glued_middles(given),
        nicks=_nicks(given),
        initials=_initials(given, is_chinese=country == "chinese"),
        tags=tags,
        weight=weight,
    )


def with_nick(reading: Reading, nick: str) -> Reading:
    """Return the reading with a nickname that was written.

    Beside a short form the full one is the given name.
    """
    word = latin_word(nick.split(maxsplit=1)[0]) if nick.strip() else None
    if word is None or not reading.firsts or (reading.tags == FAMILY_FIRST and reading.weight < 0.5):
        return reading
    given, short = reading.firsts[0].text, word.folded.replace("-", "")
    if is_short_for(given, short):
        full = (Spelling(short),)
        nicks = (Spelling(given, ("nick=written",)), *nicks_of(short))
        return reading._replace(given=word.text, firsts=full, nicks=distinct(nicks), initials="")
    return reading._replace(nicks=distinct((Spelling(short, ("nick=written",)), *reading.nicks)))


def with_maiden(reading: Reading, maiden: str) -> Reading:
    """Return the reading with the family name at birth as one more spelling of the family name."""
    word = latin_word(maiden.rsplit(maxsplit=1)[-1]) if maiden.strip() else None
    if word is None or not reading.lasts:
        return reading
    spelled = Spelling(word.folded.replace("-", ""), ("surname=maiden",))
    return reading._replace(lasts=distinct((*reading.lasts, spelled), MAX_SPELLINGS + 1))


def _firsts(
    given: _Words, middle: _Words, joint: Joint, limit: int, *, is_vietnamese: bool
) -> tuple[Spelling, ...]:
    if not given:
        return ()
    if joint is Joint.INITIALS and len(given) == 1:
        return spell_given((given[0], *middle[:2]), joint=joint)
    if len(given) == 1 and middle and joint is Joint.NAMES:
        if is_vietnamese:
            is_name = middle[-1].folded not in MARKS_OF_SEX and len(middle[-1].folded) > 1
            both = (Spelling(middle[-1].folded + given[0].folded, ("given=joined",)),) if is_name else ()
            return (*spell_given((given[0],)), *both)
        if _is_second_given(middle[0]):
            is_hyphenated = given[0].folded in HYPHENATED_GIVEN
            return spell_given((given[0], middle[0]), limit=limit + is_hyphenated)
        return spell_given((given[0],))
    return spell_given(tuple(given[:3]), joint=joint, limit=limit if len(given) > 1 else MAX_SPELLINGS)


def _is_second_given(word: Word) -> bool:
    """Say whether a middle name may be one with the given name: Mary Ann."""
    is_name = len(word.folded) > 1 and word.folded not in PARTICLES
    return is_name and middle_kind(word.folded) not in ("family", "patronymic")


def _nicks(given: _Words) -> tuple[Spelling, ...]:
    """Return the short and long forms of the given name; of an abbreviated one that, and with it the name after it."""
    if len(given) == 1:
        return nicks_of(given[0].folded)
    if given and (full := ABBREVIATED_GIVEN.get(given[0].folded)):
        joined = full + "".join([word.folded for word in given[1:]])
        return tuple([Spelling(text, ("nick=formal",)) for text in (full, joined)])
    return ()


def _middles(middle: _Words, *, is_vietnamese: bool) -> tuple[str, ...]:
    """Return the middle names; of a patronymic, which nobody is called by, the initial."""
    folded = [word.folded.replace("-", "") for word in middle]
    marks = MARKS_OF_SEX if is_vietnamese else PATRONYMIC_PARTICLES
    names = [text for text in folded if text not in marks]
    return tuple([text[0] if text.endswith(PATRONYMIC) else text for text in names])


def _initials(given: _Words, *, is_chinese: bool) -> str:
    if len(given) == 1:
        word = given[0]
        if word.parts:
            return "".join([part[0] for part in word.parts]) if len(word.parts) > 1 else ""
        return word.folded if _is_glued(word) else initials_of(word.text, word.folded, is_chinese=is_chinese)
    return "".join([word.folded[0] for word in given])


def _is_glued(word: Word) -> bool:
    """Say whether the word is initials written as one: J.R., JR."""
    letters = word.text.replace(".", "")
    return 2 <= len(letters) <= 3 and letters.isupper() and (len(letters) == 2 or "." in word.text)


def _glued_middles(given: _Words) -> tuple[str, ...]:
    return tuple(given[0].folded[1:]) if len(given) == 1 and _is_glued(given[0]) else ()


def _text(words: _Words) -> str:
    return words[0].text if len(words) == 1 else " ".join([word.text for word in words])


_INITIALS = re.compile(r"[^\W\d_](?:(?:\. ?| )[^\W\d_])*\.?")
_SENTENCE = "The {part} is abbreviated ('{text}'): enter it in full for a better guess."


def notices_of(reading: Reading) -> tuple[str, ...]:
    """Return a sentence for each part of the name of which only initials are written."""
    given, family = _INITIALS.fullmatch(reading.given), _INITIALS.fullmatch(reading.family)
    if not given and not family:
        return ()
    parts = (("given name", given), ("family name", family))
    return tuple([_SENTENCE.format(part=part, text=found[0]) for part, found in parts if found])


_PLACES = {"f": "first", "m": "middle", "l": "last"}
_PARTS = {"g": "given", "f": "family"}


def traits_of(words: Sequence[Word], reading: Reading, origin: str, script: str) -> tuple[str, ...]:
    """Return the traits of a name, sorted."""
    if script == "latin":
        script = "latin-plain" if all([word.text.isascii() for word in words]) else "latin-marked"
    inner = [word for word in words[1:-1] if word.folded not in _BINDING]
    places = ""
    if len(words) > 1:
        places = (
            ("f" if len(words[0].folded) == 1 else "")
            + ("m" if any([len(word.folded) == 1 for word in inner]) else "")
            + ("l" if len(words[-1].folded) == 1 else "")
        )
    hyphens = ("g" if "-" in reading.given.strip("-") else "") + (
        "f" if "-" in reading.family.strip("-") else ""
    )
    middle = middle_kind(inner[-1].folded) if inner and len(inner[-1].folded) > 1 else ""
    return _traits(script, min(len(inner) + min(len(words), 2), 4), origin, places, hyphens, middle)


@functools.lru_cache(maxsize=1024)
def _traits(script: str, words: int, origin: str, places: str, hyphens: str, middle: str) -> tuple[str, ...]:
    """Return the traits of all names of a class: initials by their place, hyphens by the part that has them."""
    traits = [f"script={script}", f"words={words}"]
    if middle:
        traits.append(f"middle={middle}")
    if origin:
        traits.append(f"origin={origin}")
    traits += [f"initial={_PLACES[place]}" for place in places]
    traits += [f"hyphen={_PARTS[part]}" for part in hyphens]
    return tuple(sorted(traits))
