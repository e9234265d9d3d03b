"""What a domain's samples say of its patterns and conventions.

Every sample votes for all the ways that render it, the vote shared by what is believed so far, three times over. Beside
the votes stands what the prior expected of the same names; where more was seen than expected, the belief rises: of each
pattern, of each separator, and of "no pattern". How strongly the samples speak depends on the patterns that they show,
and on how well they agree. A pattern that cannot apply to a sample's name loses nothing by it.

Conventions and the order of names are one number each, added to the logarithm of their odds: the most probable one,
where such numbers are normally distributed around 0 over all companies (Newton's method).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from typing import NamedTuple

from guessmail.model.belief import Belief
from guessmail.model.ways import Ways, ways_of
from guessmail.names import Name
from guessmail.patterns.catalog import NONE, Form

__all__ = ["Choice", "Evidence", "Hit", "Ratios", "Witness", "weigh", "witness_of"]

STRENGTHS = (0.3, 3.0)
"""How many imagined samples of the expected kind are laid beside the real ones: a bold and a cautious ratio."""
SPREADS = (1.0, 4.0)
"""The standard deviations that the log-odds of conventions may have over companies."""
ROUNDS = 3
NEWTON_STEPS = 8
OTHER, PIECES = "other", "cut or sliced"
KINDS = ("{first}.{last}", "{f}{last}", "{f}.{last}", "{first}", "{last}", OTHER, PIECES, NONE)
"""What a sample may show, as far as it matters for how strongly it speaks."""
MOST_OPEN = 0.999
LEAST_OPEN = {"order=family-first": 0.15}
"""A name that leaves less doubt about its order says nothing of how a company writes those that leave more."""


class Hit(NamedTuple):
    """A way that renders a sample's address."""

    pattern: int
    """Its place in the catalogue."""
    probability: float
    tags: frozenset[str]


class Choice(NamedTuple):
    """A convention that a sample's name leaves open."""

    tag: str
    pattern: int
    expected: float
    """How probable the tag was before any sample, given the pattern."""


class Witness(NamedTuple):
    """A sample as the prior sees it."""

    hits: Sequence[Hit]
    expected: Sequence[float]
    """How probable each pattern was, "no pattern" last."""
    choices: Sequence[Choice]
    weight: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What samples add to the logarithms of probabilities."""

    size: float
    """The weight of all samples together."""
    patterns: Sequence[float]
    """By place in the catalogue, "no pattern" last."""
    tags: Mapping[str, float]
    votes: Sequence[Mapping[int, float]]
    """By sample: how much of its vote went to which pattern; empty where none renders the address."""


def witness_of(name: Name, local_part: str, belief: Belief, weight: float = 1.0) -> Witness:
    """Return what the prior says of a sample; `belief` is that of its domain before any sample."""
    ways = ways_of(name, belief)
    numbers = belief.prior.numbers
    found = list(ways.leading_to(local_part))
    hits = [Hit(numbers[way.form], way.probability, frozenset(way.tags)) for way in found]
    expected = [0.0] * (len(belief.prior.catalog.forms) + 1)
    for reading, share in zip(name.readings, belief.readings(name), strict=True):
        patterns = belief.patterns(name, reading)[0]
        for number, chance in zip((*patterns.layout.numbers, -1), patterns.flat, strict=True):
            expected[number] += share * chance
    return Witness(hits, expected, list(_choices(ways, {way.form for way in found}, numbers)), weight)


def _choices(ways: Ways, forms: Iterable[Form], numbers: Mapping[Form, int]) -> Iterator[Choice]:
    """Yield the conventions that a name leaves open where the address is made by one of these patterns."""
    for form in forms:
        masses: dict[str, float] = defaultdict(float)
        total = 0.0
        for probability, tags in ways.made_by(form):
            total += probability
            for tag in tags:
                masses[tag] += probability
        for tag, mass in masses.items():
            if LEAST_OPEN.get(tag, 0.0) * total <= mass < MOST_OPEN * total:
                yield Choice(tag, numbers[form], mass / total)


class Ratios(NamedTuple):
    """The logarithms of how often something was seen beside how often it was expected, by `STRENGTHS`."""

    patterns: tuple[list[float], ...]
    """By place in the catalogue, "no pattern" last."""
    separators: tuple[list[float], ...]
    """Those of each pattern's separator."""
    shown: list[float]
    """How much of all votes went to each of `KINDS`."""
    agreement: float
    """The share of the strongest pattern, less while samples are few."""


def ratios_of(forms: tuple[Form, ...], seen: Sequence[float], expected: Sequence[float]) -> Ratios:
    """Return what was seen beside what was expected; both by place in the catalogue, "no pattern" last."""
    size = math.fsum(seen)
    separators = _separators(forms)
    seen_by, expected_by = [0.0] * len(forms), [0.0] * len(forms)
    for separator, one, other in zip(separators, seen, expected, strict=False):  # "no pattern" has none
        seen_by[separator] += one
        expected_by[separator] += other
    shown = [0.0] * len(KINDS)
    for kind, count in zip(kinds_of(forms), seen, strict=True):
        shown[kind] += count / size
    patterns, parted = [], []
    for strength in STRENGTHS:
        patterns.append([_ratio(size, *pair, strength) for pair in zip(seen, expected, strict=True)])
        by_separator = [_ratio(size, *pair, strength) for pair in zip(seen_by, expected_by, strict=True)]
        parted.append([by_separator[at] for at in separators])
    agreement = size / (size + 1.0) * max(seen[:-1], default=0.0) / size
    return Ratios(tuple(patterns), tuple(parted), shown, agreement)


@cache
def kinds_of(forms: tuple[Form, ...]) -> tuple[int, ...]:
    """Return which of `KINDS` each pattern is, "no pattern" last."""
    kinds = [form.text if form.text in KINDS else OTHER if form.is_common else PIECES for form in forms]
    return tuple(map(KINDS.index, (*kinds, NONE)))


@cache
def _separators(forms: tuple[Form, ...]) -> tuple[int, ...]:
    """Return a number for the separator of each pattern."""
    numbers: dict[str, int] = {}
    return tuple([numbers.setdefault(form.separator, len(numbers)) for form in forms])


def _ratio(size: float, seen: float, expected: float, strength: float) -> float:
    if expected <= 0.0:
        return 0.0
    return math.log((size * seen / expected + strength) / (size + strength))


def weigh(witnesses: Sequence[Witness], forms: tuple[Form, ...]) -> Evidence:
    """Return what samples say; there is at least one."""
    from guessmail.data import model

    columns = zip(*[[one.weight * chance for chance in one.expected] for one in witnesses], strict=True)
    expected = list(map(math.fsum, columns))
    shifts = [0.0] * len(expected)
    votes: list[list[float]] = []
    for _ in range(ROUNDS):
        votes, seen = vote(witnesses, shifts)
        shifts = shifts_of(ratios_of(forms, seen, expected), model.EVIDENCE)
    return Evidence(
        math.fsum([one.weight for one in witnesses]),
        shifts,
        conventions_of(witnesses, votes, model.CONVENTIONS),
        [_by_pattern(one, shares) for one, shares in zip(witnesses, votes, strict=True)],
    )


def vote(witnesses: Sequence[Witness], shifts: Sequence[float]) -> tuple[list[list[float]], list[float]]:
    """Return how each sample's vote is shared among its hits, and what was seen of each pattern."""
    seen = [0.0] * len(shifts)
    votes = []
    for one in witnesses:
        masses = [hit.probability * math.exp(shifts[hit.pattern]) for hit in one.hits]
        total = math.fsum(masses)
        shares = [mass / total for mass in masses]
        for hit, share in zip(one.hits, shares, strict=True):
            seen[hit.pattern] += one.weight * share
        if not one.hits:
            seen[-1] += one.weight
        votes.append(shares)
    return votes, seen


def _by_pattern(witness: Witness, shares: Sequence[float]) -> dict[int, float]:
    found: dict[int, float] = {}
    for hit, share in zip(witness.hits, shares, strict=True):
        found[hit.pattern] = found.get(hit.pattern, 0.0) + share
    return found


def features_of(ratios: Ratios) -> tuple[list[list[float]], list[float]]:
    """Return what the weights of the evidence are given for: for each pattern, and for "no pattern"."""
    shown, agreement = ratios.shown, ratios.agreement
    rows = [
        [
            *(ratio * share for ratio in (bold, cautious) for share in (*shown, agreement)),
            *(ratio * share for ratio in (bold_parted, cautious_parted) for share in (1.0, agreement)),
        ]
        for bold, cautious, bold_parted, cautious_parted in zip(
            *ratios.patterns, *ratios.separators, strict=False
        )
    ]
    none = [ratio[-1] * share for ratio in ratios.patterns for share in (1.0, agreement)]
    return rows, none


def shifts_of(ratios: Ratios, weights: Mapping[str, Sequence[float]]) -> list[float]:
    """Return what is added to the logarithm of each pattern's probability, and of "no pattern"."""
    shown, agreement = (*ratios.shown, ratios.agreement), (1.0, ratios.agreement)
    width = len(shown)
    by_strength = [_dot(weights["patterns"][at * width : (at + 1) * width], shown) for at in range(2)]
    parted = [_dot(weights["separators"][2 * at : 2 * at + 2], agreement) for at in range(2)]
    none = [_dot(weights[NONE][2 * at : 2 * at + 2], agreement) for at in range(2)]
    factors = (*by_strength, *parted)
    columns = zip(*ratios.patterns, *ratios.separators, strict=False)  # "no pattern" has no separator
    found = [_dot(factors, column) for column in columns]
    return [*found, _dot(none, [ratio[-1] for ratio in ratios.patterns])]


def conventions_of(
    witnesses: Sequence[Witness], votes: Sequence[Sequence[float]], weights: Mapping[str, Sequence[float]]
) -> dict[str, float]:
    """Return, by tag, what is added to the logarithm of its odds; `weights` by dimension, for each of `SPREADS`."""
    observed: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for witness, shares in zip(witnesses, votes, strict=True):
        for tag, pattern, expected in witness.choices:
            count = shown = 0.0
            for hit, share in zip(witness.hits, shares, strict=True):
                if hit.pattern == pattern:
                    count += share
                    shown += share * (tag in hit.tags)
            observed[tag].append(
                (math.log(expected / (1.0 - expected)), witness.weight * count, witness.weight * shown)
            )
    return {
        tag: _dot(weights[_dimension(tag)], [shift_of(cases, spread) for spread in SPREADS])
        for tag, cases in observed.items()
    }


def _dot(weights: Iterable[float], values: Iterable[float]) -> float:
    return math.fsum(map(mul, weights, values))


def _dimension(tag: str) -> str:
    return "readings" if tag.startswith(("order=", "surname=rest", "surname=two")) else "spellings"


def shift_of(cases: Sequence[tuple[float, float, float]], spread: float) -> float:
    """Return the most probable shift of log-odds; `cases` are the odds before, how often asked, how often so."""
    shift = 0.0
    for _ in range(NEWTON_STEPS):
        slope, curve = -shift / spread**2, 1.0 / spread**2
        for odds, count, shown in cases:
            chance = 1.0 / (1.0 + math.exp(-odds - shift))
            slope += shown - count * chance
            curve += count * chance * (1.0 - chance)
        shift += max(min(slope / curve, 2.0), -2.0)
    return shift
