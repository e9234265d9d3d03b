"""Related domains, which lend evidence: those of one company use one format more often than not.

Related are the domains under one registered domain (eu.acme.com, acme.com), and those registered by the same name
under another suffix (acme.de). The latter may be another company's, so what is lent counts less, and nothing is lent
to a domain that has samples enough of its own.
"""

from collections.abc import Iterable, Iterator, Sequence

from guessmail.domains import registrable
from guessmail.samples import Sample

__all__ = ["ENOUGH", "LENT_WEIGHT", "MOST_LENT", "is_lent", "label_of", "lent", "related"]

ENOUGH = 5
"""From so many samples of its own on, a domain borrows none."""
LENT_WEIGHT = 0.3
"""How much of its weight a sample keeps at a related domain."""
MOST_LENT = 20
"""So many samples are lent at most."""
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


def lent(samples: Iterable[Sequence[Sample]]) -> Iterator[Sample]:
    """Yield the samples of related domains as they count elsewhere; most come from those that stand first."""
    left = MOST_LENT
    for group in samples:
        yield from (sample.weighing(sample.weight * LENT_WEIGHT) for sample in group[:left])
        left -= min(left, len(group))


def is_lent(sample: Sample, domain: str) -> bool:
    """Tell whether a sample counts at a domain that is not its own."""
    return sample.domain != domain
