"""The readings of a name's parts: which words are given, middle and family name, each with a weight.

At most five readings a name. In Latin letters the family name stands last unless the writing says otherwise,
so a reading with the family name first always carries `order=family-first`, even where it is the more
probable one: what a company's samples teach about that order then holds for all its names.
"""

from collections.abc import Iterable, Sequence

from guessmail.data import weights
from guessmail.data.languages import PATRONYMIC
from guessmail.data.name_words import ARTICLES, BOUND_GIVEN, PARTICLES
from guessmail.data.surnames import ORIGINS
from guessmail.names.nicks import is_short_for, nicks_of
from guessmail.names.origin import initials_of
from guessmail.names.spell import MAX_SPELLINGS, spell_family, spell_given
from guessmail.names.types import NameOrder, Reading, Spelling
from guessmail.names.words import Word, distinct, latin_word

__all__ = ["one_reading", "read_words", "with_maiden", "with_nick"]

_RARE_SPELLINGS = 3
"""Spellings of a part of several words in a reading that is itself rare, or whose middle names the patterns
spell out."""
_IBERIAN = frozenset({"spanish", "portuguese"})


def read_words(words: Sequence[Word], *, order: NameOrder, origin: str) -> tuple[Reading, ...]:
    """Read words whose order is not stated, the most probable reading first; the weights sum to one."""
    if len(words) == 1:
        return (one_reading(words, (), ()),)
    head, block = (words[:-1], words[-1:]) if origin.startswith("vietnamese") else _family_block(words)
    share = _family_first_share(words, block, order, origin)
    readings = list(_family_last(head, block, origin, 1 - share)) if share < 1 else []
    if share > 0:
        readings.append(_family_first(words, origin, share))
    return tuple(sorted(readings, key=lambda reading: -reading.weight))


def one_reading(
    given: Sequence[Word], middle: Sequence[Word], family: Sequence[Word], *, origin: str = "",
    compound: bool = False,
    tags: tuple[str, ...] = (), weight: float = 1.0,
) -> Reading:  # fmt: skip
    """Make the reading with these words as its parts; `compound` joins the words of the given name."""
    country, _, _ = origin.partition("-")
    is_rare = bool(tags) and weight < 0.5
    firsts = _firsts(
        given, middle, compound=compound, limit=_RARE_SPELLINGS if is_rare or middle else MAX_SPELLINGS
    )
    return Reading(
        given=_text(given),
        middle=_text(middle),
        family=_text(family),
        firsts=firsts,
        lasts=spell_family(tuple(family), country, _RARE_SPELLINGS if is_rare else MAX_SPELLINGS)
        if family
        else (),
        middles=tuple(word.folded.replace("-", "") for word in middle) or _glued_middles(given),
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
    if word is None or not reading.firsts or reading.tags == ("order=family-first",):
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
    return reading._replace(lasts=distinct((*reading.lasts, *_maiden(word)), MAX_SPELLINGS + 1))


def _maiden(word: Word) -> tuple[Spelling, ...]:
    return (Spelling(word.folded.replace("-", ""), ("surname=maiden",)),)


def _family_block(words: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """Split the words before the family name that ends them: from its first particle on, else the last word.

    A conjunction binds the word before it, too: Ortega y Gasset.
    """
    for index in range(1, len(words) - 1):
        folded, before = words[index].folded, words[index - 1].folded
        is_bound = before in BOUND_GIVEN and folded in ARTICLES
        if folded in PARTICLES and len(folded) > 1 and not is_bound:
            return words[:index], words[index:]
        if index > 1 and _is_conjunction(words, index):
            return words[: index - 1], words[index - 1 :]
    return words[:-1], words[-1:]


def _is_conjunction(words: Sequence[Word], index: int) -> bool:
    """Say whether a word of one letter joins two surnames, and is no initial."""
    word = words[index]
    joins = word.text in ("y", "e", "i") or (
        word.text in ("Y", "E", "I") and bool(_iberian(words[index - 1]))
    )
    return joins and len(words[index - 1].folded) > 1


def _family_last(head: Sequence[Word], block: Sequence[Word], origin: str, share: float) -> Iterable[Reading]:
    """Yield the readings in which the family name ends the name, their weights summing to `share`."""
    size = _bound_size(head)
    given, middle = head[:size], head[size:]
    country = _iberian(block[-1]) or (_iberian(middle[-1]) if middle else "")
    extra = 0.0
    if middle and len(middle[-1].folded) > 1 and not PATRONYMIC.search(middle[-1].folded):
        extra = _two_surnames_share(middle, block) if country else 0.0
        if extra:
            surnames, tags = (middle[-1], *block), ("surname=two",)
            yield one_reading(head[:-1], (), surnames, origin=country, tags=tags, weight=share * extra)
        else:
            extra = weights.REST
            surnames, tags = (*middle, *block), ("surname=rest",)
            yield one_reading(given, (), surnames, tags=tags, weight=share * extra)
    origin = country or origin
    yield one_reading(given, middle, block, origin=origin, compound=size > 1, weight=share * (1 - extra))


def _two_surnames_share(middle: Sequence[Word], block: Sequence[Word]) -> float:
    """Return how often the last word before the family name is a first surname, as in Spain.

    0 when it may not be.
    """
    first, last = bool(_iberian(middle[-1])), bool(_iberian(block[-1]))
    if first and last:
        return weights.TWO_SURNAMES
    if first:
        return weights.FIRST_SURNAME
    return weights.LAST_SURNAME if len(middle) > 1 and len(middle[-2].folded) > 1 else 0.0


def _iberian(word: Word) -> str:
    country = ORIGINS.get(word.folded, "")
    return country if country in _IBERIAN else ""


def _family_first_share(words: Sequence[Word], block: Sequence[Word], order: NameOrder, origin: str) -> float:
    """Return how probable it is that the first word is the family name."""
    if len(block) > 1 or order is NameOrder.GIVEN_FIRST:
        return 0.0
    if order is NameOrder.FAMILY_FIRST:
        return 1.0
    if len(words) > 2 and PATRONYMIC.search(words[-1].folded):
        return weights.PATRONYMIC_LAST
    return weights.FAMILY_FIRST.get(origin, weights.FAMILY_FIRST_ELSE)


def _family_first(words: Sequence[Word], origin: str, share: float) -> Reading:
    """Return the reading in which the first word is the family name."""
    family, rest = words[:1], words[1:]
    tags = () if share == 1 else ("order=family-first",)
    full = [index for index, word in enumerate(rest) if len(word.folded) > 1]
    compound = origin in ("chinese-first", "korean-first")
    if len(rest) > 1 and PATRONYMIC.search(rest[-1].folded):
        at = 0
    elif origin.startswith("vietnamese"):
        at = len(rest) - 1
    elif 0 < len(full) < len(rest):
        at = full[0]
    else:
        return one_reading(rest, (), family, origin=origin, compound=compound, tags=tags, weight=share)
    given, middle = rest[at : at + 1], [*rest[:at], *rest[at + 1 :]]
    return one_reading(given, middle, family, origin=origin, compound=compound, tags=tags, weight=share)


def _bound_size(head: Sequence[Word]) -> int:
    """Return how many words the given name has: two after a word like Abdul, else one."""
    return 2 if len(head) > 1 and head[0].folded in BOUND_GIVEN else 1


def _firsts(
    given: Sequence[Word], middle: Sequence[Word], *, compound: bool, limit: int
) -> tuple[Spelling, ...]:
    if not given:
        return ()
    if len(given) == 1 and middle and len(middle[0].folded) > 1:
        return spell_given((given[0], middle[0]), limit=limit)
    return spell_given(tuple(given[:3]), compound=compound, limit=limit if len(given) > 1 else MAX_SPELLINGS)


def _nicks(given: Sequence[Word]) -> tuple[Spelling, ...]:
    return nicks_of(given[0].folded) if len(given) == 1 else ()


def _initials(given: Sequence[Word], *, is_chinese: bool) -> str:
    if len(given) == 1:
        word = given[0]
        if word.parts:
            return "".join(part[0] for part in word.parts) if len(word.parts) > 1 else ""
        return word.folded if _is_glued(word) else initials_of(word.text, word.folded, is_chinese=is_chinese)
    return "".join(word.folded[0] for word in given)


def _is_glued(word: Word) -> bool:
    """Say whether the word is initials written as one: J.R., JR."""
    letters = word.text.replace(".", "")
    return 2 <= len(letters) <= 3 and letters.isupper() and (len(letters) == 2 or "." in word.text)


def _glued_middles(given: Sequence[Word]) -> tuple[str, ...]:
    return tuple(given[0].folded[1:]) if len(given) == 1 and _is_glued(given[0]) else ()


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
