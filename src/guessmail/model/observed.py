"""The evidence of the directory's counts of public addresses for a domain's format.

They are evidence like samples, but older, of people who may have left, and from sources that the user did not choose. So a
public address counts less than a sample, all together count as ten at most, and the user's samples reduce them further.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from guessmail.data.sources import SOURCE_WEIGHTS
from guessmail.directory import NO_PATTERN, PatternCount
from guessmail.model.belief import Adjustments, Belief, Prior
from guessmail.model.evidence import adjustments_by_samples
from guessmail.model.layout import Tags
from guessmail.model.pool import ENOUGH_SAMPLES, MOST_LENT, share_at
from guessmail.model.sample_evidence import Match, SampleEvidence

MOST = 10.0
"""The limit that the weight of all addresses at a domain approaches."""
OVERRULED = 3.0
"""The number of the user's own samples with which public addresses count half."""
_USUAL: tuple[Tags, Tags] = ("first", "f", "last", "l"), ("script=latin-plain", "words=2")
_MIDDLE: tuple[Tags, Tags] = (*_USUAL[0], "middle", "m"), ("middle=given", "script=latin-plain", "words=3")
"""The parts and the traits of the names that addresses without a name are expected to have."""

Weighed = tuple[tuple[str, float], ...]
"""Patterns, each with its weight."""


class Observed(NamedTuple):
    """Public addresses that follow a pattern, at a domain or a related one."""

    counts: PatternCount
    share: float
    """Their weight; addresses at the domain itself have 1."""


def weighed(observed: Iterable[Observed]) -> Weighed:
    """Return the weight of public addresses for each pattern, in samples; rounded, so that many domains have equal ones."""
    found: dict[str, float] = {}
    for (_, pattern, people, source, year, _), share in observed:
        found[pattern] = found.get(pattern, 0.0) + people * share * _weight_of(source, year)
    total = math.fsum(found.values())
    scale = MOST * (1.0 - math.exp(-total / MOST)) / total if total else 0.0
    return tuple([(pattern, round(weight * scale, 1) or 0.05) for pattern, weight in found.items()])


@cache
def _weight_of(source: str, year: int) -> float:
    """Return the weight of an address by its source and the year when it was last public, 0 if that is not known."""
    age = max(2026 - year, 0) if year else 0  # the directory is of 2026
    return float(SOURCE_WEIGHTS.get(source, 0.3) * 0.5 ** (age / 8))  # halved in eight years


class PublicBeliefs:
    """Beliefs about domains by their public addresses alone; domains with equal ones share a belief."""

    def __init__(self, prior: Prior) -> None:
        self._prior = prior
        self._belief = lru_cache(maxsize=1 << 12)(self._belief_by)
        self._adjustments = lru_cache(maxsize=1 << 12)(self._adjustments_by)

    @staticmethod
    def related_counts(domain: str, counts: Sequence[PatternCount]) -> tuple[Observed, ...]:
        """Return the counts that matter at a domain: its own, and, if these are few, those of related domains."""
        if len(counts) == 1 and counts[0].domain == domain:
            return (Observed(counts[0], 1.0),)  # the usual case
        weighted = [Observed(count, share_at(domain, count.domain)) for count in counts]
        weighted.sort(key=lambda public: -public.share)
        found = [public for public in weighted if public.share == 1.0]
        left = 0 if sum(public.counts.people for public in found) >= ENOUGH_SAMPLES else MOST_LENT
        for count, share in weighted[len(found) :]:
            if share and left:
                people = min(count.people, left)
                found.append(Observed(count._replace(people=people), share))
                left -= people
        return tuple(found)

    def of(self, traits: Tags, observed: Iterable[Observed]) -> Belief:
        """Return the belief about a domain with these traits and public addresses."""
        return self._belief(traits, weighed(observed))

    def _belief_by(self, traits: Tags, weights: Weighed) -> Belief:
        kinds = tuple([trait for trait in traits if trait.startswith("kind=")])
        return Belief(self._prior, traits, self._adjustments(kinds, weights))

    def _adjustments_by(self, kinds: Tags, weights: Weighed) -> Adjustments:
        forms, traits = self._prior.catalog.forms, ("suffix=com", *kinds)
        evidence = evidence_by_counts(weights, Belief(self._prior, traits))
        return adjustments_by_samples(evidence, forms, traits)[0] if evidence else Adjustments()


def evidence_by_counts(found: Weighed, prior: Belief, samples: float = 0.0) -> list[SampleEvidence]:
    """Return public addresses as the evidence of samples; `samples` is the weight of the user's own."""
    share = OVERRULED / (OVERRULED + samples)
    numbers, usual = prior.prior.numbers, _expected(_USUAL, prior)
    evidence = []
    for pattern, weight in found:
        if pattern == NO_PATTERN:
            evidence.append(SampleEvidence((), usual, (), weight * share))
        elif pattern in numbers:
            number = numbers[pattern]
            expected = usual if usual[number] else _expected(_MIDDLE, prior)
            evidence.append(SampleEvidence((Match(number, 1.0, ()),), expected, (), weight * share))
    return evidence


def _expected(kind: tuple[Tags, Tags], prior: Belief) -> Sequence[float]:
    (parts, own), domain = kind, prior.traits
    like = ("like=unknown",) if domain[0].startswith("suffix=") else ()
    return prior.prior.expected(parts, (*own, *like, "given-length=5-6", "family-length=7-8"), domain)
