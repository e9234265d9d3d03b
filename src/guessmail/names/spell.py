"""Spellings of given and family names: each structure in use at companies, with each choice of letters.

Tags show the departures of a spelling from the default, which joins hyphenated words and words with particles.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from itertools import chain, islice

from guessmail.data import name_words as table
from guessmail.data.surnames import ORIGINS
from guessmail.data.weights import FAMILY
from guessmail.names.known import known
from guessmail.names.words import Spelling, Word, distinct

MAX_SPELLINGS = 6
"""The number of spellings of a part; further ones are too rare for a guess."""
RARE_SPELLINGS = 3
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


def spell_given(words: Words, joint: Joint, limit: int) -> tuple[Spelling, ...]:
    """Spell a given name of one or more words."""
    if len(words) == 1 and "-" not in words[0].folded:
        return words[0].forms[:limit]
    return _spell(words, lambda texts: _given_shapes(texts, joint), limit)


def spell_family(words: Words, origin: str, limit: int) -> tuple[Spelling, ...]:
    """Spell a family name; `origin` decides which of two surnames stands for both."""
    if len(words) == 1 and "-" not in words[0].folded:
        return words[0].forms[:limit]
    return _spell(words, lambda texts: _family_shapes(texts, origin), limit)


def _spell(
    words: Words, shapes_of: Callable[[Sequence[str]], Iterable[_Shape]], limit: int
) -> tuple[Spelling, ...]:
    """Return the spellings of a part: the shapes of its texts, for each choice of letters."""
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
    is_foreign = [known(piece).given_log_odds == FAMILY for piece in pieces]
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
