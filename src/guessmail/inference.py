"""What samples say of a domain: the probability model.

Every sample votes for all the keys that render it, the vote shared by what is believed so far, three times over. Beside
the votes stands what the prior expected of the same names; where more was seen than expected, the belief rises, and this
at several levels at once: the exact key, its pattern, the family of its pattern, its separator, its kinds of parts, its
conventions. So contradictions are weighed, one `mueller` teaches the domain its umlauts whatever the pattern is, and a
pattern that cannot apply to a sample's name loses nothing by it. Addresses that nothing renders raise "chosen freely".
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from guessmail.catalog import FREELY, Form
from guessmail.holders import NOBODY, Holders
from guessmail.numbering import Numbering
from guessmail.prior import Keys, kind_of_number

if TYPE_CHECKING:  # a guess without samples does not pay for them
    from guessmail.samples import Sample, SetAside

__all__ = [
    "LEVELS",
    "Counts",
    "Format",
    "Induced",
    "Vote",
    "count_votes",
    "levels_of",
    "log_ratios",
    "posterior",
    "weigh",
]

LEVELS = ("key", "pat", "fam", "sep", "kinds", "tag", "extra", FREELY)
STRENGTHS = (0.3, 3.0)
"""How many imagined samples of the expected kind are laid beside the real ones: a bold and a cautious ratio."""
ROUNDS = 3
REFUTED = 0.5


@lru_cache(maxsize=65536)
def levels_of(form: Form, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a key shares with others: evidence is counted for each, as `level:value`."""
    return (
        f"key:{form.text} {' '.join(tags)}",
        f"pat:{form.text}",
        form.family,
        form.separator,
        form.kinds,
        *(f"tag:{tag}" for tag in tags or ("none",)),
        *(form.extras or ("extra:none",)),
    )


@cache
def _levels_of(number: int) -> tuple[str, ...]:
    return levels_of(*kind_of_number(number))


class Vote(NamedTuple):
    """What one sample was taken for."""

    sample: "Sample"
    shares: Mapping[str, float]
    """By pattern notation: how much of its vote went there; empty where nothing renders the address."""


@dataclass(slots=True)
class Counts:
    """What was seen beside what was expected, by level and value."""

    size: float = 0.0
    """The weight of all samples together."""
    seen: dict[str, float] = field(default_factory=dict)
    expected: dict[str, float] = field(default_factory=dict)
    votes: list[dict[str, float]] = field(default_factory=list)

    @property
    def dominance(self) -> float:
        """The share of the strongest pattern in all votes."""
        best = max((n for value, n in self.seen.items() if value.startswith("pat:")), default=0.0)
        return best / self.size if self.size else 0.0


class Induced(NamedTuple):
    """A pattern outside the catalogue that the samples of the domain suggest."""

    form: Form
    mass: float
    """The probability that an address is made by it."""


@dataclass(frozen=True, slots=True)
class Format:
    """What is believed about a domain."""

    domain: str
    size: float = 0.0
    """The weight of the samples behind it; 0 for none."""
    shifts: Mapping[str, float] = field(default_factory=dict)
    """By level and value: what the samples add to the logarithm of the probability."""
    power: float = 1.0
    """To what power the prior still counts."""
    induced: tuple[Induced, ...] = ()
    votes: tuple[Vote, ...] = ()
    """The samples that were counted, each with what it was taken for."""
    aside: "tuple[SetAside, ...]" = ()
    """The samples that were not."""
    uncounted: int = 0
    """How many further samples there are, which would say nothing new."""
    holders: Holders = NOBODY
    """Whose the known addresses are, and which are nobody's."""
    numbering: Numbering | None = None
    """How numbers are put behind addresses that are somebody else's already, where samples show any."""
    lent: int = 0
    """How many of the votes are of samples that related domains lend."""
    _sums: dict[int, float] = field(init=False, repr=False, compare=False, default_factory=dict)

    @property
    def samples(self) -> int:
        """How many samples of the domain itself were counted."""
        return len(self.votes) - self.lent

    def shifts_of(self, kinds: Sequence[int]) -> list[float]:
        """Return what the samples add to the logarithm of the probability of keys of these kinds."""
        sums = self._sums
        for number in set(kinds).difference(sums):
            sums[number] = self._sum(_levels_of(number))
        return [sums[number] for number in kinds]

    def shift(self, form: Form, tags: tuple[str, ...]) -> float:
        """Return the same for one pattern and its conventions."""
        return self._sum(levels_of(form, tags))

    def _sum(self, levels: Iterable[str]) -> float:
        shifts = self.shifts
        return sum([shifts[level] for level in levels if level in shifts])


class Weighable(Protocol):
    """Keys, as far as their probabilities go."""

    @property
    def logs(self) -> Sequence[float]:
        """The logarithm of the probability of each before any sample."""
        ...

    @property
    def freely(self) -> float:
        """That of an address chosen freely."""
        ...

    @property
    def kinds(self) -> Sequence[int]:
        """The numbers of what samples move of each."""
        ...


def posterior(keys: Weighable, fmt: Format) -> list[float]:
    """Return the probabilities of the keys of a name at a domain, those of induced patterns apart."""
    power = fmt.power
    if fmt.shifts:
        scores = [
            log * power + shift for log, shift in zip(keys.logs, fmt.shifts_of(keys.kinds), strict=True)
        ]
    else:
        scores = [log * power for log in keys.logs]
    freely = keys.freely * power + fmt.shifts.get(FREELY, 0.0)
    top = max(scores, default=freely)
    masses = [math.exp(score - top) for score in scores]
    total = math.fsum(masses) + math.exp(freely - top)
    return [mass / total for mass in masses]


def count_votes(samples: Sequence[tuple[Keys, str, float]]) -> Counts:
    """Count the votes of samples: (the keys of the owner's name, the local part, the weight of the sample).

    Names of one shape have the same keys, and samples with the same keys and local part cast the same vote: the work
    is done once for all of them.
    """
    counts = Counts(size=math.fsum(weight for _, _, weight in samples))
    owners: dict[Keys, float] = defaultdict(float)
    cases: dict[tuple[Keys, str], float] = defaultdict(float)
    for keys, local, weight in samples:
        owners[keys] += weight
        cases[keys, local] += weight
    counts.expected = _expected(owners)
    hits = {
        case: [
            (key.form.text, probability, levels_of(key.form, key.tags))
            for key, probability in case[0].rendering(case[1])
        ]
        for case in cases
    }
    told = {level for found in hits.values() for _, _, levels in found for level in levels}
    belief: dict[str, float] = {}
    shares: dict[tuple[Keys, str], dict[str, float]] = {}
    for _ in range(ROUNDS):
        seen: dict[str, float] = defaultdict(float)
        shares = {case: _share(hits[case], weight, belief, seen) for case, weight in cases.items()}
        counts.seen = dict(seen)
        belief = log_ratios(counts, 1.0, told)
    counts.votes = [shares[keys, local] for keys, local, _ in samples]
    return counts


def _expected(owners: Mapping[Keys, float]) -> dict[str, float]:
    expected: dict[str, float] = defaultdict(float)
    for keys, weight in owners.items():
        for level, mass in _masses(keys):
            expected[level] += weight * mass
    return dict(expected)


@lru_cache(maxsize=256)
def _masses(keys: Keys) -> tuple[tuple[str, float], ...]:
    """Return the probability that the prior gives each level."""
    masses: dict[str, float] = defaultdict(float)
    for key, log in zip(keys.keys, keys.logs, strict=True):
        probability = math.exp(log)
        for level in levels_of(key.form, key.tags):
            masses[level] += probability
    masses[FREELY] += math.exp(keys.freely)
    return tuple(masses.items())


def _share(
    found: Sequence[tuple[str, float, Sequence[str]]],
    weight: float,
    belief: Mapping[str, float],
    seen: dict[str, float],
) -> dict[str, float]:
    """Share out one sample's vote among the keys that render it: (pattern, probability, levels); return it by pattern."""
    if not found:
        seen[FREELY] += weight
        return {}
    masses = [
        probability * math.exp(0.5 * sum([belief.get(level, 0.0) for level in levels]))
        for _, probability, levels in found
    ]
    total = math.fsum(masses)
    shares: dict[str, float] = defaultdict(float)
    for (text, _, levels), mass in zip(found, masses, strict=True):
        share = mass / total
        shares[text] += share
        for level in levels:
            seen[level] += weight * share
    return dict(shares)


def log_ratios(counts: Counts, strength: float, values: Iterable[str] | None = None) -> dict[str, float]:
    """Return, by level and value, the logarithm of how often it was seen beside how often it was expected.

    `strength` imagined samples of the expected kind pull the ratio towards one. `values` says for which levels and
    values; None for all.
    """
    k, seen = counts.size, counts.seen
    unseen = math.log(strength / (k + strength))
    return {
        value: math.log((k * seen[value] / expected + strength) / (k + strength)) if value in seen else unseen
        for value in (counts.expected if values is None else values)
        if (expected := counts.expected.get(value, 0.0)) > 0.0
    }


def weigh(counts: Counts, refuted: Iterable[str] = ()) -> dict[str, float]:
    """Return, by level and value, what the counts add to the logarithm of the probability.

    `refuted` are patterns, in their notation, by which an address was made that bounced: each is one more observation,
    in which half of the belief was in that pattern and nothing was seen of it.
    """
    from guessmail.data import model  # noqa: PLC0415  # a table of 80 kB that only samples need

    for text in refuted:
        counts.size += 1.0
        for value in (f"pat:{text}", f"key:{text} "):
            counts.expected[value] = counts.expected.get(value, 0.0) + REFUTED
    settled = counts.size / (counts.size + model.HALF_SETTLED)
    agreed = settled * counts.dominance
    factors = {
        level: [always + later * settled + uniform * agreed for always, later, uniform in weights]
        for level, weights in model.EVIDENCE.items()
    }
    bold, cautious = (log_ratios(counts, strength) for strength in STRENGTHS)
    shifts = {}
    for value, ratio in bold.items():
        one, other = factors[value.partition(":")[0]]
        if one or other:
            shifts[value] = ratio * one + cautious[value] * other
    return shifts
