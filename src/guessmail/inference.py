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
from itertools import repeat
from operator import mul
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
    "log_unseen",
    "posterior",
    "weigh",
]

LEVELS = ("key", "pat", "fam", "sep", "kinds", "tag", "extra", FREELY)
STRENGTHS = (0.3, 3.0)
"""How many imagined samples of the expected kind are laid beside the real ones: a bold and a cautious ratio."""
ROUNDS = 3
REFUTED = 0.5
_MOST_SHIFT = 300.0
"""More than this, in logarithms, no sample says: what a number can hold is 709."""


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
def _weighty_levels() -> frozenset[str]:
    """Return the levels that count for anything."""
    from guessmail.data import model  # noqa: PLC0415  # a table of 80 kB that only samples need

    return frozenset(level for level, weights in model.EVIDENCE.items() if any(map(any, weights)))


def _level(value: str) -> str:
    return value.partition(":")[0]


@cache
def _levels_of(number: int) -> tuple[str, str, tuple[str, ...]]:
    """Return the levels of a kind of keys: its own, its pattern's, and what it shares with many others."""
    own, pattern, *shared = levels_of(*kind_of_number(number))
    return own, pattern, tuple([value for value in shared if _level(value) in _weighty_levels()])


class Vote(NamedTuple):
    """What one sample was taken for."""

    sample: "Sample"
    shares: Mapping[str, float]
    """By pattern notation: how much of its vote went there; empty where nothing renders the address."""


@dataclass(slots=True)
class Counts:
    """What was seen beside what was expected, by level and value."""

    owners: Mapping[Keys, float]
    """How much the samples weigh, by the keys of their owners' names."""
    size: float
    """The weight of all samples together."""
    seen: dict[str, float] = field(default_factory=dict)
    expected: dict[str, float] = field(default_factory=dict)
    """How much was expected of what is seen; of all else it is enough to know that it was expected."""
    votes: list[dict[str, float]] = field(default_factory=list)

    @property
    def dominance(self) -> float:
        """The share of the strongest pattern in all votes."""
        best = max((n for value, n in self.seen.items() if value.startswith("pat:")), default=0.0)
        return best / self.size if self.size else 0.0

    def is_expected(self, value: str) -> bool:
        """Tell whether the owners' names could have led to this."""
        return any(value in _masses(keys) for keys in self.owners)

    def expect(self, values: Iterable[str]) -> None:
        """Work out how much was expected of these."""
        owners = [(weight, _masses(keys)) for keys, weight in self.owners.items()]
        for value in values:
            self.expected[value] = math.fsum([weight * masses.get(value, 0.0) for weight, masses in owners])


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
    factors: Mapping[int, float] = field(init=False, repr=False, compare=False)
    """What the samples multiply the probability of a key with, by the number of its kind."""

    @property
    def samples(self) -> int:
        """How many samples of the domain itself were counted."""
        return len(self.votes) - self.lent

    def __post_init__(self) -> None:
        """Find nothing yet of what samples say of each kind of keys."""
        object.__setattr__(self, "factors", _Factors(self.shifts))

    def shift(self, form: Form, tags: tuple[str, ...]) -> float:
        """Return what the samples add to the logarithm of the probability of a pattern with its conventions."""
        return _sum(self.shifts, levels_of(form, tags))


class _Factors(dict[int, float]):
    """What samples multiply the probability of keys with, by the number of their kind."""

    def __init__(self, shifts: Mapping[str, float]) -> None:
        self._shifts = shifts
        self._shared: dict[tuple[str, ...], float] = {}

    def __missing__(self, number: int) -> float:
        own, pattern, shared = _levels_of(number)
        shift = self._shared.get(shared)
        if shift is None:
            shift = self._shared[shared] = _sum(self._shifts, shared)
        shift += self._shifts.get(own, 0.0) + self._shifts.get(pattern, 0.0)
        factor = self[number] = math.exp(min(shift, _MOST_SHIFT))
        return factor


def _sum(amounts: Mapping[str, float], levels: Iterable[str]) -> float:
    return sum(map(amounts.get, levels, repeat(0.0)))


class Weighable(Protocol):
    """Keys, as far as their probabilities go."""

    @property
    def freely(self) -> float:
        """The logarithm of the probability of an address chosen freely, before any sample."""
        ...

    @property
    def kinds(self) -> Sequence[int]:
        """The numbers of what samples move of each key."""
        ...

    def raised(self, power: float) -> Sequence[float]:
        """Return the probability of each key before any sample, to a power."""
        ...


def posterior(keys: Weighable, fmt: Format) -> list[float]:
    """Return the probabilities of the keys of a name at a domain, those of induced patterns apart."""
    masses = keys.raised(fmt.power)
    if fmt.shifts:
        masses = list(map(mul, masses, map(fmt.factors.__getitem__, keys.kinds)))
    freely = math.exp(keys.freely * fmt.power + fmt.shifts.get(FREELY, 0.0))
    total = math.fsum(masses) + freely
    return [mass / total for mass in masses]


def count_votes(samples: Sequence[tuple[Keys, str, float]]) -> Counts:
    """Count the votes of samples: (the keys of the owner's name, the local part, the weight of the sample).

    Names of one shape have the same keys, and samples with the same keys and local part cast the same vote: the work
    is done once for all of them.
    """
    owners: dict[Keys, float] = defaultdict(float)
    cases: dict[tuple[Keys, str], float] = defaultdict(float)
    for keys, local, weight in samples:
        owners[keys] += weight
        cases[keys, local] += weight
    counts = Counts(owners, math.fsum(weight for _, _, weight in samples))
    hits = {
        case: [
            (key.form.text, probability, levels_of(key.form, key.tags))
            for key, probability in case[0].rendering(case[1])
        ]
        for case in cases
    }
    counts.expect({FREELY, *(level for found in hits.values() for _, _, levels in found for level in levels)})
    belief: dict[str, float] = {}
    shares: dict[tuple[Keys, str], dict[str, float]] = {}
    for _ in range(ROUNDS):
        seen: dict[str, float] = defaultdict(float)
        shares = {case: _share(hits[case], weight, belief, seen) for case, weight in cases.items()}
        counts.seen = dict(seen)
        belief = log_ratios(counts, 1.0)
    counts.votes = [shares[keys, local] for keys, local, _ in samples]
    return counts


@lru_cache(maxsize=256)
def _masses(keys: Keys) -> dict[str, float]:
    """Return the probability that the prior gives each value of each level."""
    masses: dict[str, float] = defaultdict(float)
    for key, log in zip(keys.keys, keys.logs, strict=True):
        probability = math.exp(log)
        for level in levels_of(key.form, key.tags):
            masses[level] += probability
    masses[FREELY] += math.exp(keys.freely)
    return dict(masses)


@lru_cache(maxsize=256)
def _values(keys: Keys) -> "_Values":
    """Return the levels that count, each with its values: one and the same for names that lead to the same."""
    values: dict[str, list[str]] = {level: [] for level in _weighty_levels()}
    for value in sorted(_masses(keys)):
        if _level(value) in values:
            values[_level(value)].append(value)
    return _same_values(tuple((level, tuple(found)) for level, found in values.items()))


_Values = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=256)
def _same_values(values: _Values) -> _Values:
    return values


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
    masses = [probability * math.exp(0.5 * _sum(belief, levels)) for _, probability, levels in found]
    total = math.fsum(masses)
    shares: dict[str, float] = defaultdict(float)
    for (text, _, levels), mass in zip(found, masses, strict=True):
        share = mass / total
        shares[text] += share
        for level in levels:
            seen[level] += weight * share
    return dict(shares)


def log_ratios(counts: Counts, strength: float) -> dict[str, float]:
    """Return, by level and value, the logarithm of how often it was seen beside how often it was expected.

    `strength` imagined samples of the expected kind pull the ratio towards one. The values are those of `counts.expected`;
    whatever else was expected was never seen, and its ratio is `log_unseen`.
    """
    k, seen, unseen = counts.size, counts.seen, log_unseen(counts, strength)
    return {
        value: math.log((k * seen[value] / expected + strength) / (k + strength)) if value in seen else unseen
        for value, expected in counts.expected.items()
        if expected > 0.0
    }


def log_unseen(counts: Counts, strength: float) -> float:
    """Return the same for what was expected and never seen."""
    return math.log(strength / (counts.size + strength))


def weigh(counts: Counts, refuted: Iterable[str] = ()) -> dict[str, float]:
    """Return, by level and value, what the counts add to the logarithm of the probability.

    `refuted` are patterns, in their notation, by which an address was made that bounced: each is one more observation,
    in which half of the belief was in that pattern and nothing was seen of it.
    """
    from guessmail.data import model  # noqa: PLC0415  # a table of 80 kB that only samples need

    for text in refuted:
        counts.size += 1.0
        for value in (f"pat:{text}", f"key:{text} "):
            if value not in counts.expected:
                counts.expect([value])
            counts.expected[value] += REFUTED
    settled = counts.size / (counts.size + model.HALF_SETTLED)
    agreed = settled * counts.dominance
    factors = {
        level: [always + later * settled + uniform * agreed for always, later, uniform in weights]
        for level, weights in model.EVIDENCE.items()
    }

    def added(level: str, ratios: Iterable[float]) -> float:
        return math.fsum(map(mul, ratios, factors[level]))

    unseen = [log_unseen(counts, strength) for strength in STRENGTHS]
    seen = [log_ratios(counts, strength) for strength in STRENGTHS]
    shifts: dict[str, float] = {}
    for found in {id(found): found for found in map(_values, counts.owners)}.values():
        for level, values in found:
            shifts.update(dict.fromkeys(values, added(level, unseen)))
    for value, ratio in seen[0].items():
        if _level(value) in _weighty_levels():
            shifts[value] = added(_level(value), (ratio, seen[1][value]))
    return shifts
