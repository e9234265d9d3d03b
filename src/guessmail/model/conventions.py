"""The evidence of samples for conventions, and for the order of names.

Each is one number, added to the logarithm of its odds: the most probable one, where such numbers are normally distributed
around 0 over all companies (Newton's method).
"""

import math
from collections import defaultdict
from collections.abc import Sequence

from guessmail.model.sample_evidence import SampleEvidence

__all__ = ["conventions_of"]

SPREAD = 2.0
"""The standard deviation that the log-odds of conventions have over companies: 1.5 and 2 fit about as well."""
NEWTON_STEPS = 8


def conventions_of(samples: Sequence[SampleEvidence], votes: Sequence[Sequence[float]]) -> dict[str, float]:
    """Return, by tag, the shift of the logarithm of its odds; `votes` are the shares of each sample's matches."""
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
    """Return the most probable shift of log-odds; a case has the odds before, and the counts of open and of chosen."""
    shift = 0.0
    for _ in range(NEWTON_STEPS):
        slope, curve = -shift / SPREAD**2, 1.0 / SPREAD**2
        for odds, count, shown in cases:
            chance = 1.0 / (1.0 + math.exp(-odds - shift))
            slope += shown - count * chance
            curve += count * chance * (1.0 - chance)
        shift += max(min(slope / curve, 2.0), -2.0)
    return shift
