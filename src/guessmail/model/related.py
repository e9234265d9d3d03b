"""Related domains, which lend evidence: those of one company use one format more often than not.

Related are the domains under one registered domain (eu.acme.com, acme.com), and those registered by the same name
under another suffix (acme.de). The latter may be another company's, so lent samples count less, and
a domain that has samples enough of its own borrows none.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from guessmail.domains import registrable

if TYPE_CHECKING:  # a guess without samples does not pay for them
    from guessmail.samples import Sample

__all__ = ["ENOUGH_SAMPLES", "MOST_LENT", "label_of", "lent", "related"]

ENOUGH_SAMPLES = 5
"""The number of its own samples from which on a domain borrows none."""
OWN_WEIGHT = 0.7
"""The share of its weight that a sample keeps at another domain below the same registered one, …"""
LENT_WEIGHT = 0.3
"""… and at one that is registered by the same name under another suffix."""
MOST_LENT = 20
"""The most samples that are lent."""
SHORTEST_LABEL = 3
"""Shorter names are registered by many companies."""


def label_of(domain: str) -> str:
    """Return the name that a domain (A-labels, lower case) is registered by: `acme` of eu.acme.co.uk."""
    return registrable(domain).partition(".")[0]


def related(domain: str, others: Iterable[str]) -> list[str]:
    """Return those of some domains that are related to one: the company's own first, then other suffixes."""
    own, label = registrable(domain), label_of(domain)
    found = [other for other in others if other != domain and label_of(other) == label]
    if len(label) < SHORTEST_LABEL:
        found = [other for other in found if registrable(other) == own]
    return sorted(found, key=lambda other: (registrable(other) != own, other))


def lent(domain: str, samples: "Iterable[Sequence[Sample]]") -> "Iterator[Sample]":
    """Yield the samples of related domains as they count at a domain; most come from those that stand first."""
    left, own = MOST_LENT, registrable(domain)
    for group in samples:
        for sample in group[:left]:
            share = OWN_WEIGHT if registrable(sample.domain) == own else LENT_WEIGHT
            yield sample._replace(weight=sample.weight * share)
        left -= min(left, len(group))
