"""The readings of a name's words: which are given, middle and family name, each reading with a weight.

In Latin letters the family name stands last unless the writing or the words show otherwise. A reading with the family name
first has the tag `order=family-first`, except if it is the only one.
"""

from collections.abc import Iterator

from guessmail.data import name_words as table
from guessmail.data import weights
from guessmail.data.languages import PATRONYMIC
from guessmail.data.surnames import LEADING, ORIGINS, SOUTHERN_SURE
from guessmail.names.known import SYLLABIC, given_name_origins, is_english_given, known, middle_kind
from guessmail.names.one_reading import Joint, Words, one_reading
from guessmail.names.origins import family_first, southern_place
from guessmail.names.words import FAMILY_FIRST, NORDIC_LETTERS, NameOrder, Reading, Word


def read_words(words: Words, *, order: NameOrder, origin: str) -> tuple[Reading, ...]:
    """Read words whose order is not stated, the most probable reading first; the weights sum to one."""
    if len(words) == 1:
        return (one_reading(words, (), ()),)
    head, block = _family_block(words, origin)
    if order is NameOrder.AUTO and (size := _size_before_given(words, head)):
        return tuple(beside_family(words[:size], words[size:], origin))
    share = _family_first_share(words, head, block, order, origin)
    readings: list[Reading] = []
    if share < 1:
        within = _family_within(words, origin, 1 - share) if len(block) == 1 else []
        readings += within or _family_last(head, block, origin, 1 - share)
    if share > 0:
        tags = FAMILY_FIRST if share < 1 else ()
        size = next((i for i, word in enumerate(words) if len(word.folded) > 1), 0) or 1
        readings += beside_family(words[:size], words[size:], origin, tags, share)
    return tuple(sorted(readings, key=lambda reading: -reading.weight))


def _family_block(words: Words, origin: str) -> tuple[Words, Words]:
    """Return the words before the family name, and the family name: from its first particle on, else the last word."""
    if size := _trailing_initials(words):  # as the family name in India
        return words[:-size], words[-size:]
    if origin.startswith("vietnamese"):
        return words[:-1], words[-1:]
    beside = words[2 : min(4, len(words) - 1)]  # María del Carmen Ruiz
    is_marian = words[0].folded in ("maria", "ma") and any(
        known(word.folded).given_log_odds > 0 or word.folded in table.MARIAN for word in beside
    )
    start = 0
    for index in range(1, len(words) - 1):
        folded, before = words[index].folded, words[index - 1].folded
        is_bound = before in table.BOUND_GIVEN and (folded in table.ARTICLES or index == 1)
        is_particle = folded in table.PARTICLES and (len(folded) > 1 or words[index].text == "Ó")
        if is_particle and not is_bound and not (index == 1 and is_marian):
            start = index
            break
        text = words[index].text
        is_conjunction = text in ("y", "e", "i") or (text in ("Y", "E", "I") and _iberian(words[index - 1]))
        if is_conjunction and index > 1 and len(before) > 1:
            start = index - 1  # Ortega y Gasset
            break
    if not start:
        return words[:-1], words[-1:]
    start += len(fathers_name(words[start:]))
    return words[:start], words[start:]


def fathers_name(block: Words) -> Words:
    """Return the words of the father's name before the family's own: bin Salman al-Harbi."""
    if block and block[0].folded in table.PATRONYMIC_PARTICLES:
        later = [i for i in range(2, len(block) - 1) if block[i].folded in table.PARTICLES]
        return block[: later[-1]] if later else ()
    return ()


def _trailing_initials(words: Words) -> int:
    """Return the number of initials at the end of a name that begins with a full word; 0 for other names."""
    if len(words[-1].folded) > 1 or len(words[0].folded) == 1:
        return 0
    return next(size for size, word in enumerate(reversed(words)) if len(word.folded) > 1)


def _family_last(head: Words, block: Words, origin: str, share: float) -> Iterator[Reading]:
    """Yield the readings in which the family name ends the name, their weights summing to `share`."""
    given, middle, joint = split_given(head)
    country = _iberian(block[-1]) or (_iberian(middle[-1]) if middle else "")
    extra = 0.0
    if len(block[0].folded) > 1 and middle and _may_be_surname(middle, block):
        # In the Philippines (Ma. for Maria), the mother's family name stands before the father's, which counts.
        is_philippine = head[0].folded == "ma" and joint is Joint.INITIALS
        if country and not is_philippine:
            is_long = len(middle) > 1 and len(middle[-2].folded) > 1
            extra = weights.LAST_SURNAME if is_long else 0.0
            if _iberian(middle[-1]):
                extra = weights.TWO_SURNAMES if _iberian(block[-1]) else weights.FIRST_SURNAME
        if extra:
            surnames, tags = (middle[-1], *block), ("surname=two",)
            own = (head[:-1], ()) if joint is Joint.NAMES else split_given(head[:-1])[:2]
            yield one_reading(*own, surnames, origin=country, joint=joint, tags=tags, weight=share * extra)
        else:
            extra = weights.REST
            surnames, tags = (*middle, *block), ("surname=rest",)
            yield one_reading(given, (), surnames, tags=tags, weight=share * extra)
    origin = country or origin
    yield one_reading(given, middle, block, origin=origin, joint=joint, weight=share * (1 - extra))


def _may_be_surname(middle: Words, block: Words) -> bool:
    """Return whether the last middle word may be a first surname: it is no initial, given name or patronymic."""
    last = middle[-1].folded
    is_other = len(last) == 1 or middle_kind(last) in ("given", "patronymic")
    if is_other or middle[0].folded in table.PATRONYMIC_PARTICLES:
        return False
    # Nordic middle names look like surnames: 9 of 72 such people are addressed by the last word, 2 by the middle one.
    return all(NORDIC_LETTERS.isdisjoint(word.text) for word in (*middle, *block))


def _iberian(word: Word) -> str:
    country = ORIGINS.get(word.folded, "")
    return country if country in ("spanish", "portuguese") else ""


def _size_before_given(words: Words, head: Words) -> int:
    """Return the number of words of a family name before a given name or initials: Kovácsné Tóth Éva; Garcia Lopez M."""
    last = known(words[-1].folded).given_log_odds
    if len(words) < 3 or (last < weights.GIVEN and len(words[-1].folded) > 1):
        return 0
    odds = [known(word.folded).given_log_odds for word in words[:-1]]
    if len(words[-1].folded) == 1:
        size = len(words) - _trailing_initials(words)
        return size if size == 2 and max(odds[:2]) <= weights.FAMILY else 0
    if len(words) > 3 or len(head) != 2 or max(odds) >= 0:
        return 0
    return 2 if words[0].folded.endswith("ne") or ORIGINS.get(words[1].folded) == "spanish" else 0


def _family_first_share(words: Words, head: Words, block: Words, order: NameOrder, origin: str) -> float:
    """Return the probability that the first word is the family name."""
    if order is not NameOrder.AUTO:
        return float(order is NameOrder.FAMILY_FIRST)
    first, last = words[0].folded, words[-1].folded
    letters = words[-1].text.replace(".", "")
    is_glued = letters.isupper() and 1 < len(letters) < 4 and not words[0].text.isupper()
    if len(last) == 1 or (is_glued and known(first).given_log_odds < 0):  # Doe J., Doe JA
        return _first_share_before_initials(words)
    if len(first) == 1:
        is_alone = all(len(word.folded) == 1 for word in words[:-1])
        log_odds = known(last).given_log_odds
        if is_alone and (log_odds >= 0 or known(last).origin):
            return weights.INITIALS_FIRST_OF_GIVEN if log_odds > 0 else weights.INITIALS_FIRST
    if len(first) == 1 or len(block) > 1:
        return 0.0
    if southern := southern_place([word.folded for word in words]):
        if southern == "last" or last not in SOUTHERN_SURE:
            return float(southern == "first")
        return family_first(known(first), known(last), "".join([word.folded for word in words[1:]]), origin)
    if len(words) > 2 and last.endswith(PATRONYMIC):
        return weights.PATRONYMIC_LAST
    rest = last
    if origin[:7] in ("chinese", "korean-") and last not in SOUTHERN_SURE:
        own = words[1:-1] if len(words) > 2 and is_english_given(last) else words[1:]
        rest = "".join([word.folded for word in own])
    return family_first(known(first), known(last), rest, origin)


def _first_share_before_initials(words: Words) -> float:
    """Return the probability that the first word is the family name if initials end the name: Doe J., Doe Jane A."""
    full = [word.folded for word in words[:-1] if len(word.folded) > 1]
    log_odds = known(full[0]).given_log_odds if full else 0.0
    if len(full) > 1:
        is_sure = log_odds <= weights.ENDS_AS_FAMILY and known(full[-1]).given_log_odds > 0
        return 1.0 if is_sure else family_first(known(full[0]), known(full[-1]), full[-1], "")
    if log_odds > 0:
        return 0.0
    if log_odds <= weights.ENDS_AS_FAMILY:
        is_indian = len(words) == 2 and known(full[0]).origin == "indian"
        return weights.INITIAL_LAST_OF_FAMILY if is_indian else 1.0
    return weights.INITIAL_LAST if len(words) == 2 else 0.0


def _family_within(words: Words, origin: str, share: float) -> list[Reading]:
    """Return the reading with the family name between given names: Kenneth Tan Ah Kow, Bao Pham Quoc."""
    if len(words) < 3 or "." in words[1].text or not known(words[1].folded).origin:
        return []
    first, last, rest = words[0].folded, words[-1].folded, "".join([word.folded for word in words[2:]])
    second, origins = known(words[1].folded), given_name_origins(rest)
    country = second.origin
    if country not in SYLLABIC or last in LEADING:
        return []
    is_within = country == "vietnamese" and all(country in given_name_origins(word) for word in (first, last))
    if not is_within and is_english_given(first) and known(rest).given_log_odds <= 0:
        is_last_open = not known(last).origin or known(last).is_weak
        is_syllables = country in origins if second.is_weak else is_last_open or origins
        is_within = bool(is_syllables) and all(len(w.folded) < 8 or "-" in w.text for w in words[2:-1])
    return [one_reading(words[:1], words[2:], words[1:2], origin=origin, weight=share)] if is_within else []


def beside_family(
    family: Words, rest: Words, origin: str, tags: tuple[str, ...] = (), share: float = 1.0
) -> Iterator[Reading]:
    """Yield the readings of the words beside a family name; their weights sum to `share`."""
    country = origin.partition("-")[0] or known(family[-1].folded).origin if family else ""
    if len(rest) > 1 and country in SYLLABIC and family:
        english = next((i for i in (0, len(rest) - 1) if is_english_given(rest[i].folded)), None)
        if english is not None:
            own = [word for i, word in enumerate(rest) if i != english]
            yield one_reading(rest[english : english + 1], own, family, origin=origin, tags=tags,
                              weight=share * weights.ENGLISH_GIVEN)  # fmt: skip
            yield one_reading(own, (), family, origin=origin, joint=Joint.SYLLABLES, tags=tags,
                              weight=share * (1 - weights.ENGLISH_GIVEN))  # fmt: skip
            return
    is_patronymic = len(rest) > 1 and rest[-1].folded.endswith(PATRONYMIC)
    if country == "vietnamese" and not is_patronymic and rest and len(rest[-1].folded) > 1:
        given, middle, joint = rest[-1:], rest[:-1], Joint.NAMES
    elif country in ("chinese", "korean") and 1 < len(rest) <= 3 and all(len(w.folded) > 1 for w in rest):
        given, middle, joint = rest, (), Joint.SYLLABLES
    else:
        given, middle, joint = split_given(rest)
    yield one_reading(given, middle, family, origin=origin, joint=joint, tags=tags, weight=share)


def split_given(words: Words) -> tuple[Words, Words, Joint]:
    """Return the words of the given name, the middle names, and the joint of the given name."""
    if len(words) < 2:
        return words, (), Joint.NAMES
    if _is_abbreviated(words[0]):
        # The first name that is written out, with the initials before it: J. Edgar; else the first initial.
        size = next((i for i, word in enumerate(words, 1) if not _is_abbreviated(word)), 1)
        return words[:size], words[size:], Joint.INITIALS
    first, second = words[0].folded, words[1].folded
    if first in table.BOUND_GIVEN:
        size = 3 if len(words) > 2 and second in table.ARTICLES else 2
        return words[:size], words[size:], Joint.BOUND
    if len(words) > 2 and second in ("ul", "ud", "ur"):  # Noor ul Ain
        return words[:3], words[3:], Joint.BOUND
    size = 1
    while first in ("maria", "ma") and size < len(words) - 1 and words[size].folded in table.PARTICLES:
        size += 1
    if size > 1:  # María del Carmen
        return words[: size + 1], words[size + 1 :], Joint.BOUND
    return words[:1], words[1:], Joint.NAMES


def _is_abbreviated(word: Word) -> bool:
    return len(word.folded) == 1 or (word.folded in table.ABBREVIATED_GIVEN and word.text != "Ma")
