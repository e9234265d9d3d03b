"""The data of a run on domains: samples of the user, samples from earlier runs, and samples that related domains lend.

Domains of one company mostly use one format. Domains are related if they are under one registered domain (eu.acme.com,
acme.com), or registered by the same name under another suffix (acme.de). The latter may be another company's. So lent
samples count less, and a domain with enough samples of its own does not borrow.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from guessmail.domains import registrable

if TYPE_CHECKING:  # a guess without samples does not need them
    from guessmail.samples import Bounce, Sample

ENOUGH_SAMPLES = 5
"""The number of own samples with which a domain does not borrow."""
OWN_WEIGHT = 0.7
"""The share of its weight that a sample keeps at another domain under the same registered domain."""
LENT_WEIGHT = 0.3
"""The share of its weight that a sample keeps at a domain registered by the same name under another suffix."""
MOST_LENT = 20
"""The most samples that are lent."""
SHORTEST_LABEL = 3
"""The least length of a name that is one company's; shorter names are registered by many."""


def label_of(domain: str) -> str:
    """Return the name by which a domain (A-labels, lower case) is registered: `acme` of eu.acme.co.uk."""
    return registrable(domain).partition(".")[0]


def share_at(domain: str, other: str) -> float:
    """Return the share of its weight that a sample of another domain keeps at a domain; 0 if they are not related."""
    if domain == other:
        return 1.0
    if registrable(domain) == registrable(other):
        return OWN_WEIGHT
    label = label_of(domain)
    return LENT_WEIGHT if label == label_of(other) and len(label) >= SHORTEST_LABEL else 0.0


def related(domain: str, others: Iterable[str]) -> list[str]:
    """Return the domains among others that are related to a domain: first those under the same registered domain."""
    shares = {other: share_at(domain, other) for other in others if other != domain}
    return sorted(filter(shares.get, shares), key=lambda other: (-shares[other], other))


class Evidence(Protocol):
    """Data from earlier runs; `store` keeps them on disk. Domains are in A-labels and lower case."""

    def has_no_data_on(self, domain: str, label: str) -> bool:
        """Return whether there are no data on a domain, nor on any domain with a label: one cheap question."""

    def samples(self, domain: str) -> "Sequence[Sample]":
        """Return the samples of a domain."""

    def bounces(self, domain: str) -> "Sequence[Bounce]":
        """Return the addresses at a domain from which mail came back."""

    def domains_with_label(self, label: str) -> Sequence[str]:
        """Return the domains with samples that have a label: `acme` finds eu.acme.com and acme.de."""


class Pool:
    """All evidence of one run."""

    def __init__(self, samples: "Iterable[Sample]", remembered: Evidence | None) -> None:
        self._remembered = remembered
        self._is_new = lru_cache(maxsize=1 << 12)(  # a run asks once for each domain
            lambda domain: remembered is None or remembered.has_no_data_on(domain, label_of(domain))
        )
        self._by_domain: dict[str, list[Sample]] = {}
        for sample in samples:
            self._by_domain.setdefault(sample.domain, []).append(sample)
        self._by_label: dict[str, list[str]] = {}
        for domain in self._by_domain:
            self._by_label.setdefault(label_of(domain), []).append(domain)

    def has_no_data_on(self, domain: str) -> bool:
        """Return whether there are surely no data on a domain: a quick test, which may miss it."""
        head, _, _ = domain.rpartition(".")
        if head in self._by_label or ("." in head and not self._by_label.keys().isdisjoint(head.split("."))):
            return False
        return self._is_new(domain)

    def samples(self, domain: str) -> "list[Sample]":
        """Return the samples of a domain; if these are few, also the samples that related domains lend."""
        own = self._own(domain)
        return own if len(own) >= ENOUGH_SAMPLES else [*own, *self._lent(domain)]

    def _lent(self, domain: str) -> "Iterator[Sample]":
        """Yield the samples that related domains lend, with their weights at a domain; those of closer domains come first."""
        left, label = MOST_LENT, label_of(domain)
        remembered = self._remembered.domains_with_label(label) if self._remembered else ()
        for other in related(domain, {*self._by_label.get(label, ()), *remembered}):
            samples = self._own(other)[:left]
            left -= len(samples)
            share = share_at(domain, other)
            yield from (sample._replace(weight=sample.weight * share) for sample in samples)

    def bounces(self, domain: str) -> "Sequence[Bounce]":
        """Return the addresses at a domain from which mail came back."""
        return self._remembered.bounces(domain) if self._remembered else ()

    def _own(self, domain: str) -> "list[Sample]":
        remembered = self._remembered.samples(domain) if self._remembered else ()
        return [*self._by_domain.get(domain, ()), *remembered]
