"""Spellings of given and family names: each structure a company gives them, times the choices of letters.

A spelling's tags say in what it departs from the default: one word as it stands, hyphenated and particled
ones joined.
"""

import functools
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from guessmail.data.name_words import (
    ABBREVIATED_GIVEN,
    ARTICLES,
    BOUND_GIVEN,
    CONJUNCTIONS,
    FIXED_PARTICLES,
    HYPHENATED_GIVEN,
    PARTICLES,
    PATRONYMIC_PARTICLES,
)
from guessmail.data.surnames import ORIGINS
from guessmail.data.weights import FAMILY
from guessmail.names.known import known
from guessmail.names.words import Spelling, Word, distinct, variants

__all__ = ["MAX_SPELLINGS", "Joint", "spell_family", "spell_given", "split_given", "surnames_in"]

MAX_SPELLINGS = 6
"""Of one part; what is beyond it is too rare to be worth a guess."""

_COUNTS = {"spanish": "surname=first", "portuguese": "surname=second"}
"""Which of two surnames stands for both where one does."""

_Shape = tuple[str, tuple[str, ...]]
_Shapes = Callable[[list[str]], Iterable[_Shape]]


class Joint(StrEnum):
    """How the words of a given name belong together."""

    NAMES = "names"
    """Each is a name: Mary Ann."""
    SYLLABLES = "syllables"
    """Syllables of one Chinese or Korean name: Wei Ming."""
    BOUND = "bound"
    """One name: Abdul Rahman, María del Carmen."""
    INITIALS = "initials"
    """Some are initials: H. Peter, J. R."""


@functools.lru_cache(maxsize=4096)
def spell_given(
    words: tuple[Word, ...], *, joint: Joint = Joint.NAMES, limit: int = MAX_SPELLINGS
) -> tuple[Spelling, ...]:
    """Spell a given name of one or more words."""
    if len(words) == 1 and "-" not in words[0].folded:
        return words[0].forms[:limit]
    return _spell(words, lambda texts: _given_shapes(texts, joint), limit)


@functools.lru_cache(maxsize=4096)
def spell_family(
    words: tuple[Word, ...], origin: str = "", limit: int = MAX_SPELLINGS
) -> tuple[Spelling, ...]:
    """Spell a family name; `origin` decides which of two surnames stands for both."""
    if len(words) == 1 and "-" not in words[0].folded:
        return words[0].forms[:limit]
    if (
        limit <= len(_PLAIN_SURNAMES)
        and len(words) == 2
        and origin not in _COUNTS
        and all(map(_is_plain, words))
    ):
        one, other = words[0].folded, words[1].folded
        texts = (one + other, one, other)
        return tuple([Spelling(text, tags) for text, tags in zip(texts, _PLAIN_SURNAMES, strict=True)])
    return _spell(words, lambda texts: _family_shapes(texts, origin), limit)


_PLAIN_SURNAMES: tuple[tuple[str, ...], ...] = ((), ("surname=first",), ("surname=second",))
"""How the first spellings of two simple surnames depart from the default, which is both."""


def _is_plain(word: Word) -> bool:
    return len(word.forms) == 1 and "-" not in word.folded and word.folded not in PARTICLES


def surnames_in(texts: Sequence[str]) -> list[tuple[list[str], str]]:
    """Split folded words into surnames, each as its particles and its core.

    `da silva e souza` -> silva, souza.
    """
    units: list[tuple[list[str], str]] = []
    particles: list[str] = []
    for index, text in enumerate(texts):
        last = index == len(texts) - 1
        if not last and units and not particles and text in CONJUNCTIONS:
            continue
        if not last and (text in PARTICLES or (particles and text in CONJUNCTIONS)):
            particles.append(text)
        else:
            units.append((particles, text))
            particles = []
    return units


def _spell(words: Sequence[Word], shapes_of: _Shapes, limit: int) -> tuple[Spelling, ...]:
    if all(len(word.forms) == 1 for word in words):
        shapes = shapes_of([word.folded for word in words])
        return distinct([Spelling(text, tuple(sorted(tags))) for text, tags in shapes], limit)
    found: list[tuple[int, Spelling]] = []
    for v, (letters, texts) in enumerate(variants(words)):
        for s, (text, shape) in enumerate(dict.fromkeys(shapes_of(texts))):
            # Other letters in the default structure come before rare structures.
            found.append((s + 2 * v if s else v, Spelling(text, tuple(sorted({*letters, *shape})))))
    found.sort(key=lambda item: item[0])
    return distinct([spelling for _, spelling in found], limit)


def _given_shapes(texts: Sequence[str], joint: Joint) -> Iterable[_Shape]:
    if len(texts) == 1:
        yield from _hyphenated(texts[0], "given")
        return
    if joint is Joint.SYLLABLES:
        yield from _syllables(texts)
        return
    names = [text for text in texts if len(text) > 1 and text not in ABBREVIATED_GIVEN]
    joined = _joined("".join(texts))
    if joint is Joint.BOUND:
        is_maria = texts[0] == "maria"
        yield (_joined(texts[0]), ()) if is_maria else (joined, ())
        yield (joined, ("given=joined",)) if is_maria else (_joined(texts[0]), ("given=first",))
        yield _joined(texts[-1]), ("given=second",)
    elif joint is Joint.INITIALS and names:
        yield _joined(names[0]), ()
        yield texts[0], ("given=first",)
        yield joined, ("given=joined",)
    else:
        yield _joined(texts[0]), ()
        yield joined, ("given=joined",)
        if joint is not Joint.INITIALS:
            if texts[0] in HYPHENATED_GIVEN:
                yield "-".join(texts), ("given=added-hyphen",)
            yield _joined(texts[1]), ("given=second",)
    yield ".".join(texts), ("given=dotted",)


def _syllables(texts: Sequence[str]) -> Iterable[_Shape]:
    """Yield the shapes of a given name whose syllables are not written with a hyphen between them."""
    yield _joined("".join(texts)), ()
    yield "-".join(texts), ("given=added-hyphen",)
    yield texts[0], ("given=first",)
    yield ".".join(texts), ("given=dotted",)


def _hyphenated(text: str, part: str) -> Iterable[_Shape]:
    """Yield the shapes of one word, which may have hyphens."""
    yield _joined(text), ()
    pieces = text.split("-")
    if len(pieces) == 1:
        return
    if part == "given":
        yield text, ("given=hyphen",)
        yield pieces[0], ("given=first",)
        yield text.replace("-", "."), ("given=dotted",)
    else:
        yield text, ("hyphen=kept",)
        yield pieces[0], ("hyphen=first",)
        yield pieces[-1], ("hyphen=second",)


def _family_shapes(texts: Sequence[str], origin: str) -> Iterable[_Shape]:
    units = surnames_in(texts)
    if len(units) == 1:
        yield from _one_surname(*units[0])
    else:
        yield from _two_surnames(units, texts, origin)


def _one_surname(particles: Sequence[str], core: str) -> Iterable[_Shape]:
    if not particles:
        yield from _two_hyphenated(core) if _is_iberian(core) else _hyphenated(core, "family")
        return
    prefix = "".join(particles)
    if particles[-1] in PATRONYMIC_PARTICLES:
        yield _joined(core), ()
        yield prefix + _joined(core), ("particle=joined",)
        return
    yield prefix + _joined(core), ()
    is_fixed = FIXED_PARTICLES.issuperset(particles)
    if not is_fixed:
        yield _joined(core), ("particle=dropped",)
    if particles[-1] not in ARTICLES:  # al-Harbi
        yield ".".join((*particles, core)), ("particle=dotted",)
    yield "-".join((*particles, core)), ("particle=hyphen",)
    if particles[-1] not in ARTICLES:
        yield "".join(particle[0] for particle in particles) + _joined(core), ("particle=initials",)
    for text, tags in list(_hyphenated(core, "family"))[1:]:
        yield prefix + text, tags
        if not is_fixed:
            yield text, ("particle=dropped", *tags)


def _is_iberian(text: str) -> bool:
    """Tell whether a hyphen joins two Spanish or Portuguese surnames, of which one at least is known: García-López."""
    pieces = text.split("-") if "-" in text else []
    is_own = [ORIGINS.get(piece) in _COUNTS or piece.endswith("ez") for piece in pieces]
    is_foreign = [known(piece).given_log_odds == FAMILY for piece in pieces]
    return any(is_own) and all(own or not foreign for own, foreign in zip(is_own, is_foreign, strict=True))


def _two_hyphenated(text: str) -> Iterable[_Shape]:
    """Yield the shapes of such surnames: the first counts, as where no hyphen joins them."""
    pieces = text.split("-")
    yield pieces[0], ()
    yield text, ("surname=hyphen",)
    yield _joined(text), ("surname=both",)
    yield pieces[-1], ("surname=second",)


def _two_surnames(
    units: Sequence[tuple[Sequence[str], str]], texts: Sequence[str], origin: str
) -> Iterable[_Shape]:
    """Yield the shapes of two or more surnames.

    In Spain the first counts, in Portugal the last, elsewhere both.
    """
    cores = [_joined(core) for _, core in units]
    full = ["".join(particles) + core for (particles, _), core in zip(units, cores, strict=True)]
    dropped = ("particle=dropped",) if cores != full else ()
    shapes: list[_Shape] = [
        ("".join(full), ("surname=both",)),
        (full[0], ("surname=first",)),
        (full[-1], ("surname=second",)),
        (cores[0], ("surname=first", *dropped)),
        (cores[-1], ("surname=second", *dropped)),
        ("".join(cores), ("surname=both", *dropped)),
        ("-".join(cores), ("surname=hyphen", *dropped)),
        (".".join(cores), ("surname=dotted", *dropped)),
        ("".join(_joined(text) for text in texts), ("surname=both",)),
    ]
    default = _COUNTS.get(origin, "surname=both")
    plain = [(text, tuple(tag for tag in tags if tag != default)) for text, tags in shapes]
    if origin == "portuguese":
        plain = [(text, tuple(tag.replace("=first", "=earlier") for tag in tags)) for text, tags in plain]
    yield from sorted(plain, key=lambda shape: bool(shape[1]))


def _joined(text: str) -> str:
    return text.replace("-", "")


_Words = Sequence[Word]


def split_given(words: _Words) -> tuple[_Words, _Words, Joint]:
    """Return the words of the given name, the middle names, and how the former belong together."""
    if len(words) < 2:
        return words, (), Joint.NAMES
    if _is_abbreviated(words[0]):
        return _from_initial(words)
    if size := _bound_size(words):
        return words[:size], words[size:], Joint.BOUND
    return words[:1], words[1:], Joint.NAMES


def _is_abbreviated(word: Word) -> bool:
    return len(word.folded) == 1 or (word.folded in ABBREVIATED_GIVEN and word.text != "Ma")


def _from_initial(words: _Words) -> tuple[_Words, _Words, Joint]:
    """Return the first name that is written out with the initials before it: J. Edgar; else the initials alone."""
    full = next((i for i, word in enumerate(words) if not _is_abbreviated(word)), None)
    if full is None:
        return words[:1], words[1:], Joint.INITIALS
    return words[: full + 1], words[full + 1 :], Joint.INITIALS


def _bound_size(words: _Words) -> int:
    """Return how many words are one given name: two after Abdul, all up to the name after María de."""
    if words[0].folded in BOUND_GIVEN:
        return 3 if len(words) > 2 and words[1].folded in ARTICLES else 2
    if len(words) > 2 and words[1].folded in ("ul", "ud", "ur"):  # Noor ul Ain
        return 3
    size = 1
    while size < len(words) - 1 and words[size].folded in PARTICLES:
        size += 1
    return size + 1 if size > 1 and words[0].folded in ("maria", "ma") else 0
