"""The evidence of a domain's samples for its patterns.

Every sample votes for all its derivations by their present probabilities, in three rounds. The votes count twice. First, a
pattern with more votes than the prior expected of the same names becomes more probable, and so do the other patterns with
its separator, the more the samples agree. Second, a share of all addresses, the trust, follows only the patterns with votes.
The trust depends on the kinds of these patterns, on the surprise that samples show the same pattern, on the expectation of
the prior, and on the kind of the organisation: one format is more frequent at ordinary organisations than at universities.
A pattern that cannot apply to a sample's name does not lose by it.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache
from operator import mul
from typing import NamedTuple

from guessmail.model.belief import Adjustments
from guessmail.model.sample_evidence import SampleEvidence, conventions_of
from guessmail.patterns.catalog import NONE, PatternFeatures

BOLD, CAUTIOUS = 0.3, 3.0
"""The number of imagined samples of the expected kind beside the real ones: for patterns, and for separators."""
REPEATED = 1.9
"""The log-odds of trust for each nat of surprise that patterns are shown again. 1.6 and 1.9 score alike; with 1.9, two
samples of a rare pattern are believed."""
USUAL = 0.37
"""A pattern with at least this share of the expected samples is no surprise when it is shown again."""
COMMON = ("{first}.{last}", "{f}{last}", "{f}.{last}", "{first}", "{last}")
FULL, INITIAL, SHORT, CUT, SLICE = "both names", "name and initial", "other", "cut", "slice"
APART, JOINED = ", apart", ", joined"
KINDS = (*COMMON, *(of + way for of in (FULL, INITIAL) for way in (APART, JOINED)), SHORT, CUT, SLICE, NONE)
"""The kinds of patterns; the strength of the evidence depends on them."""
ORGANISATIONS = ("kind=academic", "kind=public")
"""The kinds of organisations, as traits, whose samples have another strength than those of firms."""
LEAST_EXPECTED = 1e-4


Forms = Sequence[PatternFeatures]
Row = Sequence[float]
"""A value for each pattern of the catalogue, "no pattern" last."""


class Features(NamedTuple):
    """Features of a domain's samples, which the strengths weigh."""

    ratios: list[tuple[float, float]]
    """For each pattern: the logarithms of the ratios of votes to expected votes, for the pattern and for its separator, times
    the agreement of the samples."""
    shown: list[float]
    """The share of the votes for each of `KINDS`; 1 or 0 for each of `ORGANISATIONS`; the mean logarithm of the expected
    shares of the patterns with votes."""
    repeated: float
    """The surprise, in nats a sample, that patterns are shown again."""


class Strengths(NamedTuple):
    """The strengths of the evidence of samples, as fitted."""

    power: float
    """The power to which the odds of the prior are raised."""
    pattern: float
    separator: float
    shown: Sequence[float]


def adjustments_by_samples(
    samples: Sequence[SampleEvidence], forms: Forms, traits: Collection[str]
) -> tuple[Adjustments, list[dict[str, float]]]:
    """Return the adjustments of the prior by the samples, at least one, of a domain with these traits.

    The second value has, for each sample, the shares of its vote by pattern notation; empty if no pattern renders the address.
    """
    from guessmail.data import model

    strengths = Strengths(*model.STRENGTHS)
    votes, seen, shifts, features = voted(samples, forms, traits, strengths)
    texts = [*[form.text for form in forms], NONE]
    by_pattern = []
    for sample, shares in zip(samples, votes, strict=True):
        found: dict[str, float] = {}
        for match, share in zip(sample.matches, shares, strict=True):
            text = texts[match.pattern]
            found[text] = found.get(text, 0.0) + share
        by_pattern.append(found)
    size, last = math.fsum(seen), len(forms)
    of_votes = [(-1 if place == last else place, count / size) for place, count in enumerate(seen) if count]
    score = math.fsum(map(mul, strengths.shown, features.shown)) + REPEATED * features.repeated
    trust = 1.0 / (1.0 + math.exp(-score))
    factors = array("d", map(math.exp, shifts))
    adjustments = Adjustments(strengths.power, factors, of_votes, trust, conventions_of(samples, votes))
    return adjustments, by_pattern


def voted(
    samples: Sequence[SampleEvidence], forms: Forms, traits: Collection[str], strengths: Strengths
) -> tuple[list[list[float]], list[float], list[float], Features]:
    """Return each sample's votes by match, the votes by pattern, the shifts of the patterns' log-odds that they show, and features."""
    expected = _expected(samples)
    alike = _alike(samples)
    shifts = [0.0] * len(expected)
    for _ in range(3 if any(len(sample.matches) > 1 for sample in samples) else 1):  # else rounds are equal
        votes, seen = _vote(samples, shifts)
        features = _features(forms, seen, expected, alike, traits)
        shifts = [strengths.pattern * own + strengths.separator * like for own, like in features.ratios]
        shifts.append(0.0)  # "no pattern" is not shifted
    return votes, seen, shifts, features


def _expected(samples: Sequence[SampleEvidence]) -> list[float]:
    """Return the sum over samples of the prior probabilities of each pattern, "no pattern" last."""
    tables = {id(sample.expected): sample.expected for sample in samples}  # many names share one
    weights: dict[int, float] = defaultdict(float)
    for sample in samples:
        weights[id(sample.expected)] += sample.weight
    rows = [[weights[at] * chance for chance in table] for at, table in tables.items()]
    return rows[0] if len(rows) == 1 else list(map(math.fsum, zip(*rows, strict=True)))


def _alike(samples: Sequence[SampleEvidence]) -> list[list[int]]:
    """Return the places of the patterns that render any sample, in groups that render the same samples."""
    rendered: dict[int, set[int]] = defaultdict(set)
    for number, sample in enumerate(samples):
        for match in sample.matches:
            rendered[match.pattern].add(number)
    found: dict[frozenset[int], list[int]] = defaultdict(list)
    for place, numbers in rendered.items():
        found[frozenset(numbers)].append(place)
    return list(found.values())


def _vote(samples: Sequence[SampleEvidence], shifts: Row) -> tuple[list[list[float]], list[float]]:
    """Return the shares of each sample's matches in its vote, and the sum of the votes by pattern."""
    seen = [0.0] * len(shifts)
    votes = []
    for sample in samples:
        masses = [match.probability * math.exp(shifts[match.pattern]) for match in sample.matches]
        total = math.fsum(masses)
        shares = [mass / total for mass in masses]
        for match, share in zip(sample.matches, shares, strict=True):
            seen[match.pattern] += sample.weight * share
        if not sample.matches:
            seen[-1] += sample.weight
        votes.append(shares)
    return votes, seen


def _features(
    forms: Forms, seen: Row, expected: Row, alike: Sequence[Sequence[int]], traits: Collection[str]
) -> Features:
    """Return the features of samples.

    `alike` has the places of the patterns that render the same samples: samples cannot distinguish them, so their votes agree.
    `traits` are those of the domain.
    """
    size = math.fsum(seen)
    seen_alike = [math.fsum([seen[at] for at in places]) for places in alike]
    expected_alike = [math.fsum([expected[at] for at in places]) for places in alike]
    agreement = max(seen_alike, default=0.0) / (size + 1.0)
    shown = [0.0] * len(KINDS)
    shown[-1] = seen[-1] / size
    for form, count in zip(forms, seen, strict=False):
        if count:
            shown[KINDS.index(pattern_kind(form))] += count / size
    surprise = [
        count / size * math.log(max(wanted / size, LEAST_EXPECTED))
        for count, wanted in zip(seen, expected, strict=True)
        if count
    ]
    shown += [*(float(kind in traits) for kind in ORGANISATIONS), math.fsum(surprise)]
    repeated = [
        (count - 1.0) / size * math.log(USUAL / max(wanted / size, LEAST_EXPECTED))
        for count, wanted in zip([*seen_alike, seen[-1]], [*expected_alike, expected[-1]], strict=True)
        if count > 1.0 and wanted < USUAL * size
    ]
    return Features(_ratios(forms, seen, expected, agreement), shown, math.fsum(repeated))


def _ratios(forms: Forms, seen: Row, expected: Row, agreement: float) -> list[tuple[float, float]]:
    size = math.fsum(seen)
    seen_by: dict[str, float] = defaultdict(float)
    expected_by: dict[str, float] = defaultdict(float)
    for form, count, wanted in zip(forms, seen, expected, strict=False):  # "no pattern" has no separator
        expected_by[form.separator] += wanted
        seen_by[form.separator] += count
    separators = {
        separator: agreement * _ratio(size, seen_by[separator], wanted, CAUTIOUS)
        for separator, wanted in expected_by.items()
    }
    unseen = agreement * _ratio(size, 0.0, 1.0, BOLD)  # whatever was expected: the case of most patterns
    return [
        (
            agreement * _ratio(size, count, wanted, BOLD) if count else unseen if wanted > 0.0 else 0.0,
            separators[form.separator],
        )
        for form, count, wanted in zip(forms, seen, expected, strict=False)
    ]


def _ratio(size: float, seen: float, expected: float, imagined: float) -> float:
    """Return the logarithm of the ratio of `seen` to `expected`, smoothed by `imagined` samples; 0 if `expected` is 0."""
    return math.log((size * seen / expected + imagined) / (size + imagined)) if expected > 0.0 else 0.0


@cache
def pattern_kind(form: PatternFeatures) -> str:
    """Return the kind of a pattern, from `KINDS`."""
    if form.text in COMMON:
        return form.text
    if not form.is_common:
        return CUT if form.pattern.cut else SLICE
    is_full = form.kinds.startswith("kinds:family+given")
    if not is_full and form.kinds != "kinds:family-initial+given":
        return SHORT
    kind = FULL if is_full and "given-initial" not in form.kinds else INITIAL
    return kind + (JOINED if form.separator == "sep:" else APART)
