"""One reading of a name: the spellings of words whose parts are decided, with nickname and maiden name.

A part is spelled in each structure in use at companies, with each choice of letters. Tags show the departures of a spelling
from the default, which joins hyphenated words and words with particles.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import partial
from itertools import chain, islice

from guessmail.data import name_words as table
from guessmail.data import weights
from guessmail.data.languages import PATRONYMIC
from guessmail.data.short_forms import SHORT_FORMS
from guessmail.data.surnames import ORIGINS
from guessmail.names.known import SYLLABIC, initials_of, is_english_given, known, middle_kind
from guessmail.names.words import FAMILY_FIRST, Reading, Spelling, Word, distinct, latin_word, nicks_of
from guessmail.text import fold

_MAX_SPELLINGS = 6
"""The number of spellings of a part; further ones are too rare for a guess."""
_RARE_SPELLINGS = 3
"""The same in a rare reading, or beside middle names, which patterns spell out."""
_DEFAULT_OF_TWO = {"spanish": "surname=first", "portuguese": "surname=second"}
"""By origin: the tag of the surname that stands for two; elsewhere both are written."""
Words = Sequence[Word]
_Shape = tuple[str, tuple[str, ...]]
"""A text and its tags, sorted."""


class Joint(StrEnum):
    """How the words of a given name belong together."""

    NAMES = "names"  # Mary Ann
    SYLLABLES = "syllables"  # of one Chinese or Korean name: Wei Ming
    BOUND = "bound"  # Abdul Rahman, María del Carmen
    INITIALS = "initials"  # some or all words are initials: H. Peter, J. R.


def one_reading(
    given: Words, middle: Words, family: Words, *, origin: str = "", joint: Joint = Joint.NAMES,
    tags: tuple[str, ...] = (), weight: float = 1.0,
) -> Reading:  # fmt: skip
    """Make the reading with these words as its parts; `joint` says how the words of the given name belong together."""
    country, _, _ = origin.partition("-")
    limit = _RARE_SPELLINGS if tags and weight < 0.5 else _MAX_SPELLINGS
    firsts, nicks, initials = _given_part(given, middle, origin, joint, limit) if given else ((), (), "")
    middles: tuple[str, ...] = ()
    if middle:  # a patronymic, by which people are not called, counts by its initial
        unspoken = table.MARKS_OF_SEX if country == "vietnamese" else table.PATRONYMIC_PARTICLES
        names = [word.folded.replace("-", "") for word in middle]
        middles = tuple([n[0] if n.endswith(PATRONYMIC) else n for n in names if n not in unspoken])
    if not middles and len(given) == 1 and _is_glued(given[0]):
        middles = tuple(given[0].folded[1:])
    lasts = _spell(family, lambda texts: _family_shapes(texts, country), limit) if family else ()
    texts = [" ".join([word.text for word in words]) for words in (given, middle, family)]
    return Reading(texts[0], texts[1], texts[2], firsts, lasts, middles, nicks, initials, tags, weight)


def _given_part(
    given: Words, middle: Words, origin: str, joint: Joint, limit: int
) -> tuple[tuple[Spelling, ...], tuple[Spelling, ...], str]:
    """Return the spellings of a given name, also together with a middle name (Mary Ann), its nicknames and its initials."""
    word, shapes_of = given[0], partial(_given_shapes, joint=joint)
    called: tuple[Spelling, ...] = ()
    if len(given) > 1:
        firsts = _spell(given[:3], shapes_of, _RARE_SPELLINGS if middle else limit)
        full, rest = table.ABBREVIATED_GIVEN.get(word.folded), "".join([other.folded for other in given[1:]])
        nicks = tuple([Spelling(text, ("nick=formal",)) for text in ((full, full + rest) if full else ())])
        return firsts, nicks, "".join([each.folded[0] for each in given])
    together, limit = given, _MAX_SPELLINGS
    if joint is Joint.INITIALS:
        together = (word, *middle[:2])
    elif middle and joint is Joint.NAMES:
        second, last = middle[0].folded, middle[-1].folded
        if origin == "vietnamese-first":
            if len(last) > 1 and last not in table.MARKS_OF_SEX:
                called = (Spelling(last + word.folded, ("given=joined",)),)
        elif len(second) > 1 and second not in table.PARTICLES and middle_kind(second) in ("given", "other"):
            together, limit = (word, middle[0]), _RARE_SPELLINGS + (word.folded in table.HYPHENATED_GIVEN)
    if word.parts:
        initials = "".join([part[0] for part in word.parts]) if len(word.parts) > 1 else ""
    elif _is_glued(word):
        initials = word.folded
    else:
        initials = initials_of(word.text, word.folded, is_chinese=origin.startswith("chinese"))
    return _spell(together, shapes_of, limit) + called, nicks_of(word.folded), initials


def _is_glued(word: Word) -> bool:
    """Return whether a word is initials written together: J.R., JR."""
    size = len(word.text.replace(".", "")) if word.text.isupper() else 0
    return size == 2 or (size == 3 and "." in word.text)


def with_nick_and_maiden(reading: Reading, nick: str, maiden: str, origin: str) -> list[Reading]:
    """Return the reading with the nickname and the family name at birth that were written beside it."""
    if maiden.strip() and reading.lasts and (word := latin_word(maiden.rsplit(maxsplit=1)[-1])):
        spelled = Spelling(word.folded.replace("-", ""), ("surname=maiden",))
        reading = reading._replace(lasts=distinct((*reading.lasts, spelled), _MAX_SPELLINGS + 1))
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
    # An English nickname beside a Chinese or Korean name is rather the given name.
    own = [Spelling(text, tuple(sorted({*tags, "nick=formal"}))) for text, tags in reading.firsts]
    called = reading._replace(
        given=nick, middle=reading.given, firsts=(Spelling(english),), nicks=distinct((*nicks_of(english), *own)),
        initials="", weight=reading.weight * weights.ENGLISH_GIVEN,
    )  # fmt: skip
    return [called, named._replace(weight=reading.weight * (1 - weights.ENGLISH_GIVEN))]


def _spell(
    words: Words, shapes_of: Callable[[Sequence[str]], Iterable[_Shape]], limit: int
) -> tuple[Spelling, ...]:
    """Return the spellings of a part: the shapes of its texts, for each choice of letters."""
    if len(words) == 1 and "-" not in words[0].folded:
        return words[0].forms[:limit]
    if all([len(word.forms) == 1 for word in words]):
        by_text: dict[str, tuple[str, ...]] = {}
        for text, tags in shapes_of([word.folded for word in words]):
            by_text.setdefault(text, tags)
        return tuple([Spelling(text, tags) for text, tags in islice(by_text.items(), limit)])
    # One choice of letters holds for all words of a part; words without it stay in their default form.
    # A choice is the tags of a form and, among forms with equal tags, its number.
    forms: list[dict[tuple[tuple[str, ...], int], str]] = []
    for word in words:
        forms.append({})
        for form in word.forms:
            number = sum(1 for tags, _ in forms[-1] if tags == form.tags)
            forms[-1][form.tags, number] = form.text
    choices = sorted(dict.fromkeys(chain.from_iterable(forms)), key=lambda choice: bool(choice[0]))
    found: list[tuple[int, Spelling]] = []
    for v, choice in enumerate(choices):
        texts = [each.get(choice, word.folded) for each, word in zip(forms, words, strict=True)]
        for s, (text, shape) in enumerate(dict.fromkeys(shapes_of(texts))):
            # Other letters in the default structure come before rare structures.
            found.append((s + 2 * v if s else v, Spelling(text, tuple(sorted({*choice[0], *shape})))))
    found.sort(key=lambda item: item[0])
    return distinct([spelling for _, spelling in found], limit)


def _given_shapes(texts: Sequence[str], joint: Joint) -> list[_Shape]:
    """Return the ways to write a given name of one or more words, the default first."""
    if len(texts) == 1:
        return _hyphenated(texts[0], "given")
    first, *others = map(_joined, texts)
    hyphen = ("-".join(texts), ("given=added-hyphen",))
    shapes: list[_Shape] = [(first, ()), ("".join((first, *others)), ("given=joined",))]
    if joint is Joint.SYLLABLES:
        shapes = [(shapes[1][0], ()), hyphen, (texts[0], ("given=first",))]
    elif joint is Joint.BOUND:
        if texts[0] != "maria":
            shapes = [(shapes[1][0], ()), (first, ("given=first",))]
        shapes.append((others[-1], ("given=second",)))
    elif joint is Joint.INITIALS:
        names = [text for text in texts if len(text) > 1 and text not in table.ABBREVIATED_GIVEN]
        shapes[:1] = [(_joined(names[0]), ()), (texts[0], ("given=first",))] if names else [(first, ())]
    else:
        shapes += [hyphen] if texts[0] in table.HYPHENATED_GIVEN else []
        shapes.append((others[0], ("given=second",)))
    return [*shapes, (".".join(texts), ("given=dotted",))]


def _hyphenated(text: str, part: str) -> list[_Shape]:
    """Return the shapes of a word of a `given` or `family` name, or of two Iberian `surnames`, the first of which counts."""
    if "-" not in text:
        return [(text, ())]
    first, *_, last = text.split("-")
    joined, dotted = _joined(text), text.replace("-", ".")
    return {
        "given": [(joined, ()), (text, ("given=hyphen",)), (first, ("given=first",)), (dotted, ("given=dotted",))],
        "family": [(joined, ()), (text, ("hyphen=kept",)), (first, ("hyphen=first",)), (last, ("hyphen=second",))],
        "surnames": [(first, ()), (text, ("surname=hyphen",)), (joined, ("surname=both",)), (last, ("surname=second",))],
    }[part]  # fmt: skip


def surnames_in(texts: Sequence[str]) -> list[tuple[list[str], str]]:
    """Split folded words into surnames, each as its particles and its core: `da silva e souza` -> silva, souza."""
    units: list[tuple[list[str], str]] = []
    particles: list[str] = []
    for text in texts[:-1]:
        if text in table.CONJUNCTIONS and units and not particles:
            continue
        if text in table.PARTICLES or (particles and text in table.CONJUNCTIONS):
            particles.append(text)
        else:
            units.append((particles, text))
            particles = []
    return [*units, (particles, texts[-1])]


def _family_shapes(texts: Sequence[str], origin: str) -> list[_Shape]:
    """Return the ways to write a family name, the default first; `origin` is for two surnames."""
    units = surnames_in(texts)
    if len(units) > 1:
        return _two_surnames(units, "".join([_joined(text) for text in texts]), origin)
    particles, core = units[0]
    if not particles:
        return _hyphenated(core, "surnames" if _is_iberian(core) else "family")
    prefix, joined = "".join(particles), _joined(core)
    if particles[-1] in table.PATRONYMIC_PARTICLES:
        return [(joined, ()), (prefix + joined, ("particle=joined",))]
    shapes: list[_Shape] = [
        (prefix + joined, ()),
        (joined, ("particle=dropped",)),
        (".".join((*particles, core)), ("particle=dotted",)),
        ("-".join((*particles, core)), ("particle=hyphen",)),
        ("".join([p[0] for p in particles]) + joined, ("particle=initials",)),
    ]
    for text, tags in _hyphenated(core, "family")[1:]:
        shapes += [(prefix + text, tags), (text, (*tags, "particle=dropped"))]
    left_out = {"particle=dropped"} if table.FIXED_PARTICLES.issuperset(particles) else set()
    if particles[-1] in table.ARTICLES:  # al-Harbi
        left_out |= {"particle=dotted", "particle=initials"}
    return [shape for shape in shapes if left_out.isdisjoint(shape[1])]


def _is_iberian(text: str) -> bool:
    """Return whether a hyphen joins two Spanish or Portuguese surnames, at least one of them known: García-López."""
    pieces = text.split("-") if "-" in text else []
    is_own = [ORIGINS.get(piece) in _DEFAULT_OF_TWO or piece.endswith("ez") for piece in pieces]
    is_foreign = [known(piece).given_log_odds == weights.FAMILY for piece in pieces]
    return any(is_own) and all(own or not foreign for own, foreign in zip(is_own, is_foreign, strict=True))


def _two_surnames(units: Sequence[tuple[Sequence[str], str]], joined: str, origin: str) -> list[_Shape]:
    """Return the shapes of two or more surnames, the default first; `joined` is all words joined."""
    cores = [_joined(core) for _, core in units]
    full = ["".join(particles) + core for (particles, _), core in zip(units, cores, strict=True)]
    dropped = ("particle=dropped",) if cores != full else ()
    shapes: list[_Shape] = [
        ("".join(full), ("surname=both",)),
        (full[0], ("surname=first",)),
        (full[-1], ("surname=second",)),
        (cores[0], (*dropped, "surname=first")),
        (cores[-1], (*dropped, "surname=second")),
        ("".join(cores), (*dropped, "surname=both")),
        ("-".join(cores), (*dropped, "surname=hyphen")),
        (".".join(cores), (*dropped, "surname=dotted")),
        (joined, ("surname=both",)),
    ]
    default = _DEFAULT_OF_TWO.get(origin, "surname=both")
    first = "surname=earlier" if origin == "portuguese" else "surname=first"
    plain = [
        (text, tuple([first if tag == "surname=first" else tag for tag in tags if tag != default]))
        for text, tags in shapes
    ]
    return sorted(plain, key=lambda shape: bool(shape[1]))


def _joined(text: str) -> str:
    return text.replace("-", "")
