"""Candidates: the addresses that a person may have, ranked, each with its probability and how it came about."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from guessmail.inference import Format
from guessmail.prior import Key, Keys

__all__ = ["Basis", "Candidate", "Choice", "Ranked", "choose", "rank"]


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


class Ranked(NamedTuple):
    """A local part with its probability and the keys that lead to it, the most probable first."""

    local_part: str
    probability: float
    keys: tuple[tuple[float, Key], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """How many of the ranked addresses are offered."""

    top: int = 5
    until: float = 1.0
    """Stop as soon as the probabilities sum to this much."""
    min_probability: float = 0.005


def rank(keys: Keys, fmt: Format) -> list[Ranked]:
    """Return every local part that the keys lead to, the most probable first.

    The probability of an address is the sum over its keys, of the prior moved by what the samples say, normalised
    against all other keys and "chosen freely". Equal probabilities are ordered by the shorter, then by the alphabet.
    """
    scores = [
        log * fmt.power + fmt.shift(key.form, key.tags) for key, log in zip(keys.keys, keys.logs, strict=True)
    ]
    freely = keys.freely * fmt.power + fmt.shifts.get("freely", 0.0)
    top = max(scores, default=freely)
    total = math.fsum(math.exp(score - top) for score in scores) + math.exp(freely - top)
    found: dict[str, list[tuple[float, Key]]] = {}
    for score, key in zip(scores, keys.keys, strict=True):
        found.setdefault(key.local_part, []).append((math.exp(score - top) / total, key))
    ranked = [
        Ranked(local, math.fsum(p for p, _ in ways), tuple(sorted(ways, key=lambda way: -way[0])))
        for local, ways in found.items()
    ]
    ranked.sort(key=lambda one: (-one.probability, len(one.local_part), one.local_part))
    return ranked


def choose(ranked: Iterable[Ranked], choice: Choice) -> list[Ranked]:
    """Return those that are offered."""
    chosen: list[Ranked] = []
    reached = 0.0
    for one in ranked:
        if len(chosen) >= choice.top or one.probability < choice.min_probability or reached >= choice.until:
            break
        chosen.append(one)
        reached += one.probability
    return chosen
