"""Samples as the prior explains them, and their evidence for conventions and the order of names.

A bare address shows the names that its owner may have: `jane.doe` and `doe.jane` are a Jane Doe's; `jdoe` is an initial and
a surname if `doe` is a surname. Addresses that match no known name are ignored: handles, or names missing from the lists.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import mul
from typing import NamedTuple

from guessmail.model.belief import Belief
from guessmail.model.layout import Tags
from guessmail.model.ranking import Derivations
from guessmail.model.traits import class_of
from guessmail.names import Name, name_from_parts
from guessmail.patterns.catalog import PatternFeatures

SPREAD = 2.0
"""The standard deviation of the log-odds of conventions over companies; 1.5 and 2 fit about as well."""
UNKNOWN = "qxqxq"
"""Letters that stand for those of a part that an address does not show."""


class Match(NamedTuple):
    """A derivation of a sample's address."""

    pattern: int
    """The place of the pattern in the catalogue."""
    probability: float
    tags: Tags


OpenConvention = tuple[str, int, float]
"""A convention that a sample's name leaves open: its tag, a pattern, and the prior probability of the tag with that pattern."""


class SampleEvidence(NamedTuple):
    """A sample as the prior explains it."""

    matches: Sequence[Match]
    expected: Sequence[float]
    """The probability of each pattern, "no pattern" last."""
    conventions: Sequence[OpenConvention]
    weight: float


def evidence_of(name: Name, local_part: str, belief: Belief, weight: float = 1.0) -> SampleEvidence:
    """Return a sample as the prior explains it; `belief` is that of its domain before any sample."""
    derivations = Derivations(name, belief)
    numbers = belief.prior.numbers
    found = list(derivations.of_local_part(local_part))
    matches = [Match(numbers[each.form.text], each.probability, each.tags) for each in found]
    tables = [
        belief.prior.expected(shape.parts, class_of(name, reading, belief.traits), belief.traits)
        for shape, reading in zip(derivations.shapes, name.readings, strict=True)
    ]
    expected: Sequence[float] = tables[0]
    if len(tables) > 1:
        weights = belief.readings(name)
        expected = [math.fsum(map(mul, weights, column)) for column in zip(*tables, strict=True)]
    forms = dict.fromkeys(each.form for each in found)
    return SampleEvidence(matches, expected, list(_open_conventions(derivations, forms, numbers)), weight)


def _open_conventions(
    derivations: Derivations, forms: Iterable[PatternFeatures], numbers: Mapping[str, int]
) -> Iterator[OpenConvention]:
    """Yield the conventions that a name leaves open if one of these patterns makes the address."""
    for form in forms:
        masses: dict[str, float] = defaultdict(float)
        total = 0.0
        for probability, tags in derivations.made_by(form):
            total += probability
            for tag in tags:
                masses[tag] += probability
        for tag, mass in masses.items():
            # A name with a surer order is no evidence for the order that a company uses in less sure names.
            least = 0.15 if tag == "order=family-first" else 0.0
            if least * total <= mass < 0.999 * total:
                yield tag, numbers[form.text], mass / total


def conventions_of(samples: Sequence[SampleEvidence], votes: Sequence[Sequence[float]]) -> dict[str, float]:
    """Return, by tag, the most probable shift of the logarithm of its odds (Newton's method).

    Over all companies the shifts are normally distributed around 0. `votes` are the shares of each sample's matches.
    """
    observed: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for sample, shares in zip(samples, votes, strict=True):
        for tag, pattern, expected in sample.conventions:
            count = shown = 0.0
            for match, share in zip(sample.matches, shares, strict=True):
                if match.pattern == pattern:
                    count += share
                    shown += share * (tag in match.tags)
            odds = math.log(expected / (1.0 - expected))
            observed[tag].append((odds, sample.weight * count, sample.weight * shown))
    return {tag: _most_probable_shift(cases) for tag, cases in observed.items()}


def _most_probable_shift(cases: Sequence[tuple[float, float, float]]) -> float:
    """Return the most probable shift of log-odds; a case has the prior log-odds, and the weights of open and of chosen conventions."""
    shift = 0.0
    for _ in range(8):
        slope, curve = -shift / SPREAD**2, 1.0 / SPREAD**2
        for odds, count, shown in cases:
            chance = 1.0 / (1.0 + math.exp(-odds - shift))
            slope += shown - count * chance
            curve += count * chance * (1.0 - chance)
        shift += max(min(slope / curve, 2.0), -2.0)
    return shift


def owner_of(local_part: str) -> Name | None:
    """Return a name that the owner may have, or None if the local part shows no name."""
    if found := re.fullmatch(r"([a-z]+)[._-]([a-z]+)", local_part):
        parts = _in_order(found[1], found[2])
    elif local_part.isascii() and local_part.isalpha():
        parts = _split(local_part)
    else:
        return None
    if not any(parts):
        return None
    name = name_from_parts(*[part if len(part) > 1 else part + UNKNOWN for part in parts])
    return name if isinstance(name, Name) else None


def _in_order(left: str, right: str) -> tuple[str, str]:
    """Return the given and the family name of two words: family first only if lists or an initial show it."""
    from guessmail.data.census import GIVEN, SURNAMES

    is_reversed = left in SURNAMES and right in GIVEN and not (left in GIVEN and right in SURNAMES)
    if is_reversed or (len(right) == 1 < len(left) and left not in GIVEN):
        return right, left
    return left, right


def _split(word: str) -> tuple[str, str]:
    """Return the given and the family name in a word, the latter of three letters; either may be an initial, or empty."""
    from guessmail.data.census import GIVEN, SURNAMES

    for cut in range(2, len(word) - 2):
        if word[:cut] in GIVEN and word[cut:] in SURNAMES:
            return word[:cut], word[cut:]
    for given, family in ((word, ""), (word[0], word[1:]), (word[:-1], word[-1]), ("", word)):
        is_given = len(given) < 2 or given in GIVEN
        is_family = len(family) < 2 or (family in SURNAMES and len(word) > 3)
        if is_given and is_family and max(len(given), len(family)) > 1:
            return given, family
    return "", ""
