"""One reading of a name: the spellings of words whose parts are decided, with nickname and maiden name."""

import re

from guessmail.data import name_words as table
from guessmail.data import weights
from guessmail.data.languages import PATRONYMIC
from guessmail.data.short_forms import SHORT_FORMS
from guessmail.names.known import SYLLABIC, initials_of, is_english_given, middle_kind
from guessmail.names.spell import MAX_SPELLINGS, RARE_SPELLINGS, Joint, Words, spell_family, spell_given
from guessmail.names.words import FAMILY_FIRST, Reading, Spelling, Word, distinct, latin_word, nicks_of
from guessmail.text import fold

_BINDING = table.PARTICLES | table.CONJUNCTIONS
_INITIALS = re.compile(r"[^\W\d_](?:(?:\. ?| )[^\W\d_])*\.?")


def one_reading(
    given: Words, middle: Words, family: Words, *, origin: str = "", joint: Joint = Joint.NAMES,
    tags: tuple[str, ...] = (), weight: float = 1.0,
) -> Reading:  # fmt: skip
    """Make the reading with these words as its parts; `joint` says how the words of the given name belong together."""
    country, _, _ = origin.partition("-")
    limit = RARE_SPELLINGS if tags and weight < 0.5 else MAX_SPELLINGS
    firsts, nicks, initials = _given_part(given, middle, origin, joint, limit) if given else ((), (), "")
    middles: tuple[str, ...] = ()
    if middle:  # a patronymic, by which people are not called, counts by its initial
        unspoken = table.MARKS_OF_SEX if country == "vietnamese" else table.PATRONYMIC_PARTICLES
        names = [word.folded.replace("-", "") for word in middle]
        middles = tuple([n[0] if n.endswith(PATRONYMIC) else n for n in names if n not in unspoken])
    if not middles and len(given) == 1 and _is_glued(given[0]):
        middles = tuple(given[0].folded[1:])
    lasts = spell_family(family, country, limit) if family else ()
    texts = [" ".join([word.text for word in words]) for words in (given, middle, family)]
    return Reading(texts[0], texts[1], texts[2], firsts, lasts, middles, nicks, initials, tags, weight)


def _given_part(
    given: Words, middle: Words, origin: str, joint: Joint, limit: int
) -> tuple[tuple[Spelling, ...], tuple[Spelling, ...], str]:
    """Return the spellings of a given name, also together with a middle name (Mary Ann), its nicknames and its initials."""
    word = given[0]
    called: tuple[Spelling, ...] = ()
    if len(given) > 1:
        firsts = spell_given(given[:3], joint, RARE_SPELLINGS if middle else limit)
        full, rest = table.ABBREVIATED_GIVEN.get(word.folded), "".join([other.folded for other in given[1:]])
        nicks = tuple([Spelling(text, ("nick=formal",)) for text in ((full, full + rest) if full else ())])
        return firsts, nicks, "".join([each.folded[0] for each in given])
    together, limit = given, MAX_SPELLINGS
    if joint is Joint.INITIALS:
        together = (word, *middle[:2])
    elif middle and joint is Joint.NAMES:
        second, last = middle[0].folded, middle[-1].folded
        if origin == "vietnamese-first":
            if len(last) > 1 and last not in table.MARKS_OF_SEX:
                called = (Spelling(last + word.folded, ("given=joined",)),)
        elif len(second) > 1 and second not in table.PARTICLES and middle_kind(second) in ("given", "other"):
            together, limit = (word, middle[0]), RARE_SPELLINGS + (word.folded in table.HYPHENATED_GIVEN)
    if word.parts:
        initials = "".join([part[0] for part in word.parts]) if len(word.parts) > 1 else ""
    elif _is_glued(word):
        initials = word.folded
    else:
        initials = initials_of(word.text, word.folded, is_chinese=origin.startswith("chinese"))
    return spell_given(together, joint, limit) + called, nicks_of(word.folded), initials


def _is_glued(word: Word) -> bool:
    """Return whether a word is initials written together: J.R., JR."""
    size = len(word.text.replace(".", "")) if word.text.isupper() else 0
    return size == 2 or (size == 3 and "." in word.text)


def with_nick_and_maiden(reading: Reading, nick: str, maiden: str, origin: str) -> list[Reading]:
    """Return the reading with the nickname and the family name at birth that were written beside it.

    An English nickname beside a Chinese or Korean name is rather the given name.
    """
    if maiden.strip() and reading.lasts and (word := latin_word(maiden.rsplit(maxsplit=1)[-1])):
        spelled = Spelling(word.folded.replace("-", ""), ("surname=maiden",))
        reading = reading._replace(lasts=distinct((*reading.lasts, spelled), MAX_SPELLINGS + 1))
    word = latin_word(nick.split(maxsplit=1)[0]) if nick.strip() else None
    if word is None or not reading.firsts or (reading.tags == FAMILY_FIRST and reading.weight < 0.5):
        return [reading]
    given, short, english = reading.firsts[0].text, word.folded.replace("-", ""), fold(nick)
    if given in SHORT_FORMS.get(short, ()):  # the name written as given is short for the nickname
        nicks = distinct((Spelling(given, ("nick=written",)), *nicks_of(short)))
        named = reading._replace(given=word.text, firsts=(Spelling(short),), nicks=nicks, initials="")
    else:
        nicks = distinct((Spelling(short, ("nick=written",)), *reading.nicks))
        named = reading._replace(nicks=nicks)
    if not origin.startswith(tuple(SYLLABIC)) or not is_english_given(english):
        return [named]
    own = [Spelling(text, tuple(sorted({*tags, "nick=formal"}))) for text, tags in reading.firsts]
    called = reading._replace(
        given=nick, middle=reading.given, firsts=(Spelling(english),), nicks=distinct((*nicks_of(english), *own)),
        initials="", weight=reading.weight * weights.ENGLISH_GIVEN,
    )  # fmt: skip
    return [called, named._replace(weight=reading.weight * (1 - weights.ENGLISH_GIVEN))]


def notices_of(reading: Reading) -> tuple[str, ...]:
    """Return a sentence for each part of a name that has only initials."""
    parts = [part for part in ("given", "family") if _INITIALS.fullmatch(getattr(reading, part))]
    text = "The {} name is abbreviated ('{}'): enter it in full for a better guess."
    return tuple([text.format(part, getattr(reading, part)) for part in parts])


def traits_of(words: Words, reading: Reading, origin: str, script: str) -> tuple[str, ...]:
    """Return the traits of a name, sorted."""
    folded = [word.folded for word in words]
    inner = [text for text in folded[1:-1] if text not in _BINDING]
    traits = [f"hyphen={part}" for part in ("family", "given") if "-" in getattr(reading, part).strip("-")]
    if len(words) > 1 and 1 in map(len, folded):
        by_place = (("first", folded[:1]), ("last", folded[-1:]), ("middle", inner))
        traits += [f"initial={place}" for place, texts in by_place if 1 in map(len, texts)]
    if inner and len(inner[-1]) > 1:
        traits.append(f"middle={middle_kind(inner[-1])}")
    if origin:
        traits.append(f"origin={origin}")
    if script == "latin":
        script = "latin-plain" if all([word.text.isascii() for word in words]) else "latin-marked"
    return (*traits, f"script={script}", f"words={min(len(inner) + min(len(words), 2), 4)}")
