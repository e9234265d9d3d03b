"""What is believed before any sample: a probability for each way to make an address of a name.

A way is a *key*: a pattern of the catalogue, and the conventions (tags) in which the reading and the spellings that it
used depart from the default. Its score is a sum of weights: that of the pattern, those of its tags, and those of pairs of
a feature of the pattern and a trait of the name (a log-linear model; `data/weights.py` says how it was fitted). "Chosen
freely" is one more choice beside the keys, so that the probabilities of the addresses sum to less than one.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from guessmail.catalog import FREELY, Catalog, Form
from guessmail.names import Name, Reading, Spelling

__all__ = [
    "LEAST_WEIGHT",
    "Key",
    "Keys",
    "Prior",
    "enumerate_keys",
    "kind_of_number",
    "name_traits",
    "pattern_features",
    "places_of",
]

LONGEST = 64  # octets of a local part, RFC 5321 4.5.3.1.1
MOST_KEYS = 3000
"""Where a name has more ways than this, the rest are left out: readings come most probable first."""
LEAST_WEIGHT = 0.001
"""A reading counts at least this much."""

_LENGTHS = ("0", "1", "2", "3", "4", "5-6", "5-6", "7-8", "7-8")
_NOTHING = (Spelling(""),)
_ALL_INITIALS = ("initials=all",)
_USES = ((False, False), (False, True), (True, False), (True, True))
_UNTAGGED: dict[tuple[bool, bool], tuple[str, ...]] = dict.fromkeys(_USES, ())


_Class = tuple[str, tuple[str, ...], int]
"""What else than traits the score of a key depends on: its pattern, its tags, and whether it is short."""


class Key(NamedTuple):
    """One way to make an address of a name."""

    local_part: str
    form: Form
    tags: tuple[str, ...]
    reading: int
    """Which of the name's readings it takes."""


@dataclass(frozen=True, eq=False)
class Keys:
    """All ways to make an address of a name, with the logarithm of the probability of each before any sample."""

    keys: list[Key]
    logs: list[float]
    freely: float
    """The logarithm of the probability that the address was chosen freely."""

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """By local part, which keys render it."""
        return places_of(self.keys)

    @cached_property
    def kinds(self) -> tuple[int, ...]:
        """The numbers of what samples move of each key: its form and tags, as `kind_of_number` tells them."""
        return tuple([_number_of(key.form, key.tags) for key in self.keys])

    def raised(self, power: float) -> list[float]:
        """Return the probability of each key, to a power."""
        return [math.exp(log * power) for log in self.logs]

    def rendering(self, local_part: str) -> list[tuple[Key, float]]:
        """Return the keys that render a local part, each with its probability."""
        return [(self.keys[at], math.exp(self.logs[at])) for at in self.places.get(local_part, ())]


_kinds: list[tuple[Form, tuple[str, ...]]] = []
_numbers: dict[tuple[Form, tuple[str, ...]], int] = {}
"""Numbers for forms and tags, for all of a process: quicker to look up than what they stand for."""


def kind_of_number(number: int) -> tuple[Form, tuple[str, ...]]:
    """Return the form and the tags that a number stands for."""
    return _kinds[number]


def _number_of(form: Form, tags: tuple[str, ...]) -> int:
    number = _numbers.setdefault((form, tags), len(_kinds))
    if number == len(_kinds):
        _kinds.append((form, tags))
    return number


def places_of(keys: Iterable[Key]) -> dict[str, list[int]]:
    """Return, by local part, the places of the keys that render it."""
    places: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        places.setdefault(key.local_part, []).append(at)
    return places


def enumerate_keys(name: Name, forms: tuple[Form, ...]) -> list[Key]:
    """Return every way to make an address of the name; of several with the same pattern and address, the most default."""
    found: dict[tuple[str, str], Key] = {}
    for index, reading in enumerate(name.readings):
        for first, last in _spelled(reading):
            for parts, tags in _part_sets(reading, first, last):
                used_by = _used_tags(reading.tags + tags, first, last)
                for form in _applicable(forms, frozenset(parts)):
                    local = form.render(parts)
                    if not local or len(local) > LONGEST:
                        continue
                    used = used_by[form.uses]
                    best = found.get((form.text, local))
                    if best is None or len(used) < len(best.tags):
                        found[form.text, local] = Key(local, form, used, index)
        if len(found) > MOST_KEYS:
            break
    return list(found.values())


def _spelled(reading: Reading) -> Iterator[tuple[Spelling, Spelling]]:
    """Yield the spellings of the given and the family name together.

    Who writes Jürgen as `jurgen` writes Müller as `muller`: a choice that both names leave is made once.
    """
    firsts, lasts = (reading.firsts or _NOTHING) + reading.nicks, reading.lasts or _NOTHING
    of_both = {tag for one in firsts for tag in one.tags} & {tag for one in lasts for tag in one.tags}
    for first, last in product(firsts, lasts):
        if not of_both or of_both.intersection(first.tags) == of_both.intersection(last.tags):
            yield first, last


@lru_cache(maxsize=256)
def _applicable(forms: tuple[Form, ...], parts: frozenset[str]) -> tuple[Form, ...]:
    """Return the forms that need no other parts than these."""
    return tuple([form for form in forms if form.needs <= parts])


def _part_sets(
    reading: Reading, first: Spelling, last: Spelling
) -> Iterator[tuple[dict[str, str], tuple[str, ...]]]:
    """Yield what the tokens stand for, and once more with the initials of all words and syllables of the given name."""
    parts = {}
    if first.text:
        parts = {"first": first.text, "f": first.text[0]}
    if last.text:
        parts |= {"last": last.text, "l": last.text[0]}
    if reading.nicks:
        parts["nick"] = reading.nicks[0].text
    if reading.middles:
        middle = reading.middles[0]
        parts["m"] = middle[:1]
        if len(middle) > 1:
            parts["middle"] = middle
    yield parts, ()
    if len(reading.initials) > 1 and reading.firsts and first is reading.firsts[0]:
        yield parts | {"f": reading.initials}, _ALL_INITIALS


def _used_tags(
    tags: tuple[str, ...], first: Spelling, last: Spelling
) -> dict[tuple[bool, bool], tuple[str, ...]]:
    """Return the tags of a key, by whether its form uses the given and the family name."""
    if not (tags or first.tags or last.tags):
        return _UNTAGGED
    return {
        (by_first, by_last): tuple(sorted({*tags, *first.tags * by_first, *last.tags * by_last}))
        for by_first, by_last in _USES
    }


def name_traits(name: Name, reading: Reading) -> tuple[str, ...]:
    """Return what of a name, read in one way, moves the prior, as `dimension=value`."""
    first = reading.firsts[0].text if reading.firsts else ""
    last = reading.lasts[0].text if reading.lasts else ""
    return (*name.traits, f"given-length={_length(first)}", f"family-length={_length(last)}")


def _length(text: str) -> str:
    return _LENGTHS[len(text)] if len(text) < len(_LENGTHS) else "9+"


def pattern_features(form: Form, tags: tuple[str, ...], length: int) -> tuple[str, ...]:
    """Return the features of a key: what the weights are given for. `length` is that of its local part."""
    features = (form.text, *form.features, *tags, *(f"{tag}|{form.kinds}" for tag in tags))
    return (*features, f"short={length}") if length <= 3 else features


@dataclass(slots=True)
class Prior:
    """The prior of a catalogue. Scores depend on a name through a few classes only, and are kept by class."""

    catalog: Catalog
    traits: tuple[str, ...] = ()
    """Those of the domain, which hold for every name there."""
    base: dict[str, float] = field(init=False)
    _scores: dict[tuple[str, ...], dict[_Class, float]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.base = self.catalog.base()

    def keys(self, name: Name) -> Keys:
        """Return the keys of a name with their probabilities."""
        traits = [name_traits(name, reading) + self.traits for reading in name.readings]
        keys = enumerate_keys(name, self.catalog.forms)
        weights = [math.log(max(reading.weight, LEAST_WEIGHT)) for reading in name.readings]
        known = [self._scores.setdefault(shown, {}) for shown in traits]
        scores = [self._score(key, known[key.reading], traits) + weights[key.reading] for key in keys]
        freely = self._weight(FREELY, traits[0])
        top = max(scores, default=freely)
        total = top + math.log(math.fsum(math.exp(score - top) for score in scores) + math.exp(freely - top))
        return Keys(keys, [score - total for score in scores], freely - total)

    def variants(self, name: Name, form: Form) -> list[tuple[float, Key]]:
        """Return the keys of one pattern, in the catalogue or not, with their shares, which sum to one."""
        keys = enumerate_keys(name, (form,))
        scores = [
            math.log(max(name.readings[key.reading].weight, LEAST_WEIGHT))
            + sum(self.base.get(tag, 0.0) for tag in key.tags)
            for key in keys
        ]
        total = math.fsum(map(math.exp, scores))
        return [(math.exp(score) / total, key) for score, key in zip(scores, keys, strict=True)]

    def _score(self, key: Key, known: dict[_Class, float], traits: Sequence[tuple[str, ...]]) -> float:
        """Return the score of a key, from those that are `known` of the traits of its reading."""
        length = min(len(key.local_part), 4)
        own = (key.form.text, key.tags, length)
        if (score := known.get(own)) is None:
            features = pattern_features(key.form, key.tags, length)
            score = known[own] = sum(self._weight(feature, traits[key.reading]) for feature in features)
        return score

    def _weight(self, feature: str, traits: tuple[str, ...]) -> float:
        weight = self.base.get(feature, 0.0)
        if crossed := self.catalog.weights.get(feature):
            weight += crossed.get("", 0.0) + sum(crossed[trait] for trait in traits if trait in crossed)
        return weight
