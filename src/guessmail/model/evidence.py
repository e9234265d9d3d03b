"""What a domain's samples say of its patterns and conventions.

Every sample votes for all the ways that render it, the vote shared by what is believed so far, three times over. The
votes speak twice. Beside them stands what the prior expected of the same names: where more was seen than expected, a
pattern, and all with its separator, become more probable, the more the samples agree. And a share of all addresses is
made by just the patterns that samples show; how large it is depends on what kinds of patterns these are, and on how
surprising it is that samples show the same, on how well the prior expected it, and on the kind of the organisation: one
format rules ordinary organisations more often than universities. A pattern that cannot apply to a sample's name loses
nothing by it.

Conventions and the order of names are one number each, added to the logarithm of their odds: the most probable one,
where such numbers are normally distributed around 0 over all companies (Newton's method).
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from operator import mul
from typing import NamedTuple

from guessmail.model.belief import Adjustments
from guessmail.model.witness import Witness
from guessmail.patterns.catalog import NONE, Form

__all__ = ["KINDS", "Evidence", "Features", "Strengths", "weigh"]

BOLD, CAUTIOUS = 0.3, 3.0
"""How many imagined samples of the expected kind are laid beside the real ones: for patterns, and for separators."""
SPREAD = 2.0
"""The standard deviation that the log-odds of conventions have over companies: 1.5 and 2 fit about as well."""
REPEATED = 1.9
"""How much each nat of surprise that patterns are shown again adds to the log-odds of trust: 1.6 and 1.9 score alike, and a
careful reader believes two samples of a rare pattern."""
USUAL = 0.37
"""That a pattern is shown again of which so large a share was expected is no surprise."""
ROUNDS = 3
NEWTON_STEPS = 8
COMMON = ("{first}.{last}", "{f}{last}", "{f}.{last}", "{first}", "{last}")
FULL, INITIAL, SHORT, CUT, SLICE = "both names", "name and initial", "other", "cut", "slice"
APART, JOINED = ", apart", ", joined"
BY_SEPARATOR = (FULL + APART, FULL + JOINED, INITIAL + APART, INITIAL + JOINED)
KINDS = (*COMMON, *BY_SEPARATOR, SHORT, CUT, SLICE, NONE)
"""What a sample may show, as far as it matters for how strongly it speaks."""
ORGANISATIONS = ("kind=academic", "kind=public")
"""The kinds of organisations, as traits, whose samples speak otherwise than those of firms."""
OF_PARTS = {
    "kinds:family+given": FULL,
    "kinds:family+given+middle": FULL,
    "kinds:family+given+middle-initial": FULL,
    "kinds:family+given-initial": INITIAL,
    "kinds:family+given-initial+middle-initial": INITIAL,
    "kinds:family-initial+given": INITIAL,
}
LEAST_EXPECTED = 1e-4


class Evidence(NamedTuple):
    """What samples say, beside the prior."""

    moves: Adjustments
    votes: Sequence[Mapping[int, float]]
    """By sample: how much of its vote went to which pattern; empty where none renders the address."""


class Features(NamedTuple):
    """What is known of samples before they are weighed."""

    ratios: list[tuple[float, float]]
    """By pattern: the logarithms of how often it, and its separator, was seen beside how often it was expected; times how
    far the samples agree."""
    shown: list[float]
    """The share of the votes that went to each of `KINDS`; of `ORGANISATIONS`, 1 for that of the domain; then the mean
    logarithm of the shares that were expected of the patterns that were shown."""
    repeated: float
    """How surprising it is, in nats a sample, that patterns are shown again."""


class Strengths(NamedTuple):
    """How strongly samples speak, as fitted."""

    power: float
    """To what power the prior still counts."""
    pattern: float
    separator: float
    shown: Sequence[float]


def features_of(
    forms: Sequence[Form],
    seen: Sequence[float],
    expected: Sequence[float],
    alike: Sequence[Sequence[int]],
    traits: Collection[str],
) -> Features:
    """Return what is known of samples; what was seen and what was expected by place in the catalogue, "no pattern" last.

    `alike` are the places of the patterns that render the same samples: no sample tells them apart, so they agree as one.
    `traits` are those of the domain.
    """
    size = math.fsum(seen)
    seen_alike = [math.fsum([seen[at] for at in places]) for places in alike]
    expected_alike = [math.fsum([expected[at] for at in places]) for places in alike]
    agreement = max(seen_alike, default=0.0) / (size + 1.0)
    shown = [0.0] * len(KINDS)
    shown[-1] = seen[-1] / size
    seen_by: dict[str, float] = defaultdict(float)
    expected_by: dict[str, float] = defaultdict(float)
    for form, one, other in zip(forms, seen, expected, strict=False):  # "no pattern" has no separator
        expected_by[form.separator] += other
        if one:
            seen_by[form.separator] += one
            shown[_kind_number(form)] += one / size
    unseen = agreement * _ratio(size, 0.0, 1.0, BOLD)  # as most patterns are
    separators = {
        separator: agreement * _ratio(size, seen_by[separator], other, CAUTIOUS)
        for separator, other in expected_by.items()
    }
    ratios = [
        (
            agreement * _ratio(size, one, other, BOLD) if one else unseen if other > 0.0 else 0.0,
            separators[form.separator],
        )
        for form, one, other in zip(forms, seen, expected, strict=False)
    ]
    surprise = math.fsum(
        [
            one / size * math.log(max(other / size, LEAST_EXPECTED))
            for one, other in zip(seen, expected, strict=True)
            if one
        ]
    )
    shown += [*(float(kind in traits) for kind in ORGANISATIONS), surprise]
    repeated = _repeated([*seen_alike, seen[-1]], [*expected_alike, expected[-1]], size)
    return Features(ratios, shown, repeated)


def _ratio(size: float, seen: float, expected: float, imagined: float) -> float:
    """Return the logarithm of how often a thing was seen beside how often it was expected; 0 where it was not expected."""
    if expected <= 0.0:
        return 0.0
    return math.log((size * seen / expected + imagined) / (size + imagined))


def _repeated(seen: Sequence[float], expected: Sequence[float], size: float) -> float:
    return math.fsum(
        [
            (one - 1.0) / size * math.log(USUAL / max(other / size, LEAST_EXPECTED))
            for one, other in zip(seen, expected, strict=True)
            if one > 1.0 and other < USUAL * size
        ]
    )


@cache
def _kind_number(form: Form) -> int:
    return KINDS.index(kind_of(form))


def kind_of(form: Form) -> str:
    if form.text in COMMON:
        return form.text
    if form.is_common:
        kind = OF_PARTS.get(form.kinds)
        return kind + (JOINED if form.separator == "sep:" else APART) if kind else SHORT
    return CUT if form.pattern.cut else SLICE


def weigh(witnesses: Sequence[Witness], forms: Sequence[Form], traits: Collection[str]) -> Evidence:
    """Return what samples of a domain with these traits say; there is at least one."""
    from guessmail.data import model

    strengths = Strengths(*model.STRENGTHS)
    votes, seen, features = voted(witnesses, forms, traits, strengths)
    return Evidence(
        moves_of(seen, features, strengths, conventions_of(witnesses, votes)),
        [_by_pattern(one, shares) for one, shares in zip(witnesses, votes, strict=True)],
    )


def count(
    forms: Sequence[Form], seen: Sequence[float], expected: Sequence[float], traits: Collection[str]
) -> Adjustments:
    """Return what counts of patterns say, where the patterns of samples are known, but nothing else of them."""
    from guessmail.data import model

    strengths = Strengths(*model.STRENGTHS)
    apart = [[place] for place, one in enumerate(seen[:-1]) if one]
    return moves_of(seen, features_of(forms, seen, expected, apart, traits), strengths, {})


def moves_of(
    seen: Sequence[float], features: Features, strengths: Strengths, conventions: Mapping[str, float]
) -> Adjustments:
    """Return how samples of which so much is known move the tables of the prior."""
    shifts, trust = shifts_of(features, strengths), trust_of(features, strengths)
    return Adjustments(strengths.power, shifts, shares_of(seen), trust, conventions)


def shares_of(seen: Sequence[float]) -> list[tuple[int, float]]:
    """Return which share of the votes went to each pattern that was seen, by place; that of "no pattern" is -1."""
    size, last = math.fsum(seen), len(seen) - 1
    return [(-1 if place == last else place, one / size) for place, one in enumerate(seen) if one]


def voted(
    witnesses: Sequence[Witness], forms: Sequence[Form], traits: Collection[str], strengths: Strengths
) -> tuple[list[list[float]], list[float], Features]:
    """Return how each sample's vote is shared among its hits, what was seen of each pattern, and what is known by that."""
    expected = expected_of(witnesses)
    shifts = [0.0] * len(expected)
    alike = _alike(witnesses)
    for _ in range(ROUNDS):
        votes, seen = _vote(witnesses, shifts)
        features = features_of(forms, seen, expected, alike, traits)
        shifts = [*shifts_of(features, strengths), 0.0]  # "no pattern" is not moved
    return votes, seen, features


def expected_of(witnesses: Sequence[Witness]) -> list[float]:
    """Return the sum of the weighted probabilities that samples had by each pattern, "no pattern" last."""
    tables = {id(one.expected): one.expected for one in witnesses}  # many names share one
    weights: dict[int, float] = defaultdict(float)
    for one in witnesses:
        weights[id(one.expected)] += one.weight
    columns = zip(*[[weights[at] * chance for chance in table] for at, table in tables.items()], strict=True)
    return list(map(math.fsum, columns))


def _alike(witnesses: Sequence[Witness]) -> list[list[int]]:
    """Return the places of the patterns that render any sample, those together that render the same ones."""
    rendered: dict[int, set[int]] = defaultdict(set)
    for number, one in enumerate(witnesses):
        for hit in one.hits:
            rendered[hit.pattern].add(number)
    found: dict[frozenset[int], list[int]] = defaultdict(list)
    for place, numbers in rendered.items():
        found[frozenset(numbers)].append(place)
    return list(found.values())


def _vote(witnesses: Sequence[Witness], shifts: Sequence[float]) -> tuple[list[list[float]], list[float]]:
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


def shifts_of(features: Features, strengths: Strengths) -> list[float]:
    """Return what is added to the logarithm of each pattern's probability."""
    return [
        strengths.pattern * pattern + strengths.separator * separator
        for pattern, separator in features.ratios
    ]


def trust_of(features: Features, strengths: Strengths) -> float:
    """Return the share of addresses that are made by just the patterns that samples show."""
    score = _dot(strengths.shown, features.shown) + REPEATED * features.repeated
    return 1.0 / (1.0 + math.exp(-score))


def conventions_of(witnesses: Sequence[Witness], votes: Sequence[Sequence[float]]) -> dict[str, float]:
    """Return, by tag, what is added to the logarithm of its odds."""
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
    return {tag: shift_of(cases) for tag, cases in observed.items()}


def _dot(weights: Iterable[float], values: Iterable[float]) -> float:
    return math.fsum(map(mul, weights, values))


def shift_of(cases: Sequence[tuple[float, float, float]]) -> float:
    """Return the most probable shift of log-odds; `cases` are the odds before, how often asked, how often so."""
    shift = 0.0
    for _ in range(NEWTON_STEPS):
        slope, curve = -shift / SPREAD**2, 1.0 / SPREAD**2
        for odds, count, shown in cases:
            chance = 1.0 / (1.0 + math.exp(-odds - shift))
            slope += shown - count * chance
            curve += count * chance * (1.0 - chance)
        shift += max(min(slope / curve, 2.0), -2.0)
    return shift
