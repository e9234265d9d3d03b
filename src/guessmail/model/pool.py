"""The data of a run on domains: samples it was given, those remembered, and those that related domains lend."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from guessmail.model.related import ENOUGH_SAMPLES, label_of, lent, related

if TYPE_CHECKING:  # a guess without samples does not pay for them
    from guessmail.samples import Bounce, Sample

__all__ = ["Evidence", "Pool"]

_MAX_DOMAINS = 1 << 14
"""Domains of which a run keeps whether there is anything to learn, so that it asks once for each."""


class Evidence(Protocol):
    """Data remembered from before; `store` keeps it on disk. Domains are in A-labels and lower case."""

    def has_no_data_on(self, domain: str, label: str) -> bool:
        """Tell whether no data is remembered of a domain, or of any that holds a label: one cheap question."""
        ...

    def samples(self, domain: str) -> "Sequence[Sample]":
        """Return the samples of a domain."""
        ...

    def bounces(self, domain: str) -> "Sequence[Bounce]":
        """Return the addresses at a domain that mail came back from."""
        ...

    def domains_with_label(self, label: str) -> Sequence[str]:
        """Return the domains with samples that hold a label: `acme` finds eu.acme.com and acme.de."""
        ...


class Pool:
    """All evidence of one run."""

    def __init__(self, given: "Iterable[Sample]", remembered: Evidence | None) -> None:
        self._remembered = remembered
        self._is_new = lru_cache(maxsize=_MAX_DOMAINS)(
            lambda domain: remembered is None or remembered.has_no_data_on(domain, label_of(domain))
        )
        self._given: dict[str, list[Sample]] = {}
        for sample in given:
            self._given.setdefault(sample.domain, []).append(sample)
        self._by_label: dict[str, list[str]] = {}
        for domain in self._given:
            self._by_label.setdefault(label_of(domain), []).append(domain)
        self._labels = frozenset(self._by_label)

    @property
    def domains(self) -> int:
        """The number of domains with samples that were given."""
        return len(self._given)

    def has_no_data_on(self, domain: str) -> bool:
        """Tell quickly that there is no data on a domain; False may still mean that there is none."""
        head, _, _ = domain.rpartition(".")
        if head in self._labels or ("." in head and not self._labels.isdisjoint(head.split("."))):
            return False
        return self._is_new(domain)

    def samples(self, domain: str) -> "list[Sample]":
        """Return the samples of a domain; if these are few, also those that related domains lend."""
        own = self._own(domain)
        if len(own) >= ENOUGH_SAMPLES:
            return own
        return own + list(lent(domain, map(self._own, related(domain, self._alike(domain)))))

    def bounces(self, domain: str) -> "Sequence[Bounce]":
        """Return the addresses at a domain that mail came back from."""
        return self._remembered.bounces(domain) if self._remembered else ()

    def _own(self, domain: str) -> "list[Sample]":
        remembered = self._remembered.samples(domain) if self._remembered else ()
        return [*self._given.get(domain, ()), *remembered]

    def _alike(self, domain: str) -> set[str]:
        label = label_of(domain)
        remembered = self._remembered.domains_with_label(label) if self._remembered else ()
        return {*self._by_label.get(label, ()), *remembered}
