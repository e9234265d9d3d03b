"""Candidates: the addresses that a person may have, ranked, each with its probability and how it came about."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

from guessmail.catalog import form_of
from guessmail.holders import Holder, Holders
from guessmail.inference import Format, posterior
from guessmail.names import Name
from guessmail.numbering import Numbering, numbered
from guessmail.prior import Key, Keys, Prior, places_of

__all__ = [
    "Basis",
    "Candidate",
    "Choice",
    "Ranked",
    "Way",
    "Weighed",
    "choose",
    "rank",
    "sums_of",
    "weigh_keys",
]


class Basis(StrEnum):
    """What a probability rests on."""

    SAMPLES = "samples"
    PRIOR = "prior"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that a person may have."""

    address: str
    probability: float
    pattern: str
    """The pattern that brings most of the probability, in the notation of `patterns`."""
    basis: Basis
    """`known` where a sample holds the address for this very person."""


class Way(NamedTuple):
    """A part of an address's probability, and the key that brings it."""

    probability: float
    key: Key


class Ranked(NamedTuple):
    """A local part with its probability and the ways that lead to it, the most probable first."""

    local_part: str
    probability: float
    ways: tuple[Way, ...]
    is_known: bool = False
    """Whether a sample holds it for this very person."""

    @property
    def pattern(self) -> str:
        """The pattern that brings most of the probability; empty where none renders a known address."""
        return self.ways[0].key.form.text if self.ways else ""


LEAST_NUMBERED = 0.001
"""Less probable addresses that are somebody else's need no numbered variant."""
KNOWN_SHARE = 0.92
"""How often an address that samples hold for a namesake is the person's own: 456 of 496 pairs of names at one domain."""
ODDS = {Holder.SAME: 1.0, Holder.OTHER: 0.3, Holder.UNNAMED: 4.0, Holder.NOBODY: 0.0}


class Choice(NamedTuple):
    """How many of the ranked addresses are offered."""

    top: int = 5
    until: float = 1.0
    """Stop as soon as the probabilities sum to this much."""
    min_probability: float = 0.005


def rank(name: Name, fmt: Format, prior: Prior) -> list[Ranked]:
    """Return every local part that a name can lead to at a domain, the most probable first.

    One that mail came back from has a probability of 0. The probability of an address is the sum over its keys, of
    the prior moved by what the samples say, normalised against all other keys and "chosen freely". Equal
    probabilities are ordered by the shorter, then by the alphabet.
    """
    induced = [(one.mass, prior.variants(name, one.form)) for one in fmt.induced]
    ranked = weigh_keys(prior.keys(name), induced, fmt).best()
    if not fmt.holders:
        return ranked
    variants = _numbered(ranked, name, fmt.holders, fmt.numbering) if fmt.numbering else []
    return _with_holders(ranked, variants, name, fmt.holders)


class Weighed(NamedTuple):
    """The probabilities of all ways that lead to addresses, by a format alone, whoever may hold the addresses."""

    probabilities: list[float]
    keys: list[Key]
    by_local: Mapping[str, Sequence[int]]
    """Which ways lead to a local part."""
    sums: dict[str, float]
    """The probability of each local part."""

    def best(self, most: int | None = None) -> list[Ranked]:
        """Return the most probable local parts, all by default."""
        sums = self.sums
        order = sorted([(-probability, len(local), local) for local, probability in sums.items()])[:most]
        return [
            Ranked(
                local,
                sums[local],
                tuple(
                    sorted(
                        [Way(self.probabilities[at], self.keys[at]) for at in self.by_local[local]],
                        key=_by_probability,
                    )
                ),
            )
            for _, _, local in order
        ]


def weigh_keys(keys: Keys, induced: Iterable[tuple[float, list[tuple[float, Key]]]], fmt: Format) -> Weighed:
    """Return how probable the ways are.

    `induced` are, of each pattern that was, its mass and the shares of its keys.
    """
    induced = [(mass, variants) for mass, variants in induced if variants]
    probabilities, ways, by_local = posterior(keys, fmt), keys.keys, keys.places
    if induced:
        left = 1.0 - math.fsum(mass for mass, _ in induced)
        probabilities = [left * probability for probability in probabilities]
        probabilities += [mass * share for mass, variants in induced for share, _ in variants]
        ways = ways + [key for _, variants in induced for _, key in variants]
        by_local = places_of(ways)
    return Weighed(probabilities, ways, by_local, sums_of(probabilities, by_local))


def sums_of(probabilities: Sequence[float], by_local: Mapping[str, Sequence[int]]) -> dict[str, float]:
    """Return the probability of each local part."""
    return {
        local: probabilities[own[0]] if len(own) == 1 else math.fsum([probabilities[at] for at in own])
        for local, own in by_local.items()
    }


def _by_probability(way: Way) -> float:
    return -way.probability


def _numbered(ranked: Iterable[Ranked], name: Name, holders: Holders, numbering: Numbering) -> list[Ranked]:
    """Return, for each candidate that is somebody else's, the one with a number, with what that leaves of its probability."""
    found = []
    for one in ranked:
        if one.probability >= LEAST_NUMBERED and holders.holder_of(one.local_part, name) is Holder.OTHER:
            local = numbering.next_free(one.local_part, holders)
            key = one.ways[0].key
            key = key._replace(local_part=local, form=form_of(numbered(key.form.pattern)))
            probability = one.probability * (1.0 - ODDS[Holder.OTHER])
            found.append(Ranked(local, probability, (Way(probability, key),)))
    return found


def _with_holders(ranked: list[Ranked], variants: list[Ranked], name: Name, holders: Holders) -> list[Ranked]:
    """Return the candidates moved by who is known to hold them.

    What a sample holds for this very person has most of the probability, and `is_known`; what it holds for somebody else
    keeps a part, and the variants with numbers have the rest; an address that is known to exist gains.
    """
    odds = {
        one.local_part: ODDS[holder]
        for one in ranked
        if one.local_part in holders and (holder := holders.holder_of(one.local_part, name))
    }
    known = {
        *holders.known_to_hold(name),
        *(local for local, held in odds.items() if held == ODDS[Holder.SAME]),
    }
    if not odds and not known:
        return ranked
    rest = [one for one in (*ranked, *variants) if one.local_part not in known]
    freely = 1.0 - math.fsum(one.probability for one in ranked)
    weights = [one.probability * odds.get(one.local_part, 1.0) for one in rest]
    scale = (1.0 - KNOWN_SHARE * bool(known)) / (math.fsum(weights) + freely)
    ways = {one.local_part: one.ways for one in ranked}
    moved = [
        *(
            Ranked(local, KNOWN_SHARE / len(known), ways.get(local, ()), is_known=True)
            for local in sorted(known)
        ),
        *(one._replace(probability=weight * scale) for one, weight in zip(rest, weights, strict=True)),
    ]
    return sorted(moved, key=lambda one: (-one.probability, len(one.local_part), one.local_part))


class _Probable(Protocol):
    @property
    def probability(self) -> float: ...


_P = TypeVar("_P", bound=_Probable)


def choose(ranked: Iterable[_P], choice: Choice) -> list[_P]:
    """Return those that are offered; none that cannot be."""
    chosen: list[_P] = []
    reached = 0.0
    for one in ranked:
        if len(chosen) >= choice.top or reached >= choice.until:
            break
        if one.probability < choice.min_probability or one.probability <= 0.0:
            break
        chosen.append(one)
        reached += one.probability
    return chosen
