"""Fit the prior: a softmax over readings, one over patterns and one over spellings, by maximum likelihood with a penalty.

Each person gives the logarithm of the summed probability of the ways that render one of the person's real addresses, or
of "no pattern" where none does. The penalty (L2) pulls towards the start values, a tenth as hard on base weights.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from guessmail.model.layout import (
    Spellings,
    Tags,
    Template,
    layout_of,
    parts_of,
    shape_of,
    spelling_pairs,
    template_of,
)
from guessmail.model.prior import LEAST_WEIGHT
from guessmail.model.traits import class_of
from guessmail.names import Reading
from guessmail.patterns.catalog import NONE, PatternFeatures
from pairs import Person

__all__ = ["Design", "Fitted", "fit_prior"]

Vector: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

PENALTY = 3.0
START_PATTERN = -2.0
START_TAG = -2.5


class Hit(NamedTuple):
    """A way that renders a real address: rows of the three softmaxes."""

    person: int
    reading: int
    pattern: int
    """The class's row times the number of patterns and "no pattern", plus the place of the pattern."""
    spelling: int
    """-1 for none."""


class Softmax:
    """Choices in tables: each row of features is a choice, and the rows of one table compete."""

    def __init__(self) -> None:
        self.features: dict[str, int] = {}
        self._rows: list[list[int]] = []
        self._offsets: list[float] = []
        self._starts: list[int] = []

    def table(self, rows: Iterable[tuple[Iterable[str], float]]) -> int:
        """Add a table of choices, each with its features and what is added to its score; return its first row."""
        start = len(self._rows)
        self._starts.append(start)
        for features, offset in rows:
            self._rows.append([self.features.setdefault(one, len(self.features)) for one in features])
            self._offsets.append(offset)
        return start

    def freeze(self) -> None:
        """Make the matrices, when all tables are there."""
        pointers = np.concatenate([[0], np.cumsum([len(row) for row in self._rows])])
        columns = np.fromiter((column for row in self._rows for column in row), dtype=np.int64)
        shape = (len(self._rows), max(len(self.features), 1))
        self.matrix = sparse.csr_matrix((np.ones(len(columns)), columns, pointers), shape=shape)
        self.transposed = self.matrix.T.tocsr()
        self.offsets, self.starts = np.array(self._offsets), np.array(self._starts)
        self.sizes = np.diff([*self._starts, len(self._rows)])
        self.names = list(self.features)

    def logs(self, theta: Vector) -> Vector:
        """Return the logarithm of the probability of each row."""
        scores = self.matrix @ theta + self.offsets
        top = np.maximum.reduceat(scores, self.starts)
        total = np.add.reduceat(np.exp(scores - np.repeat(top, self.sizes)), self.starts)
        return np.asarray(scores - np.repeat(top + np.log(total), self.sizes))

    def slope(self, logs: Vector, counts: Vector) -> Vector:
        """Return the slope of the log-likelihood by weight, where each row was chosen `counts` times."""
        chosen: Vector = np.repeat(np.add.reduceat(counts, self.starts), self.sizes)
        return np.asarray(self.transposed @ (counts - chosen * np.exp(logs)))


@dataclass(frozen=True)
class Fitted:
    """The weights."""

    base: dict[str, float]
    """By pattern notation and `NONE`."""
    weights: dict[str, dict[str, float]]
    """By trait, then by feature of a pattern."""
    tags: dict[str, dict[str, float]]
    """By tag, then by trait or use ("": always)."""


class Design:
    """The ways of many people as the rows of three softmaxes."""

    def __init__(self, people: Sequence[Person], forms: tuple[PatternFeatures, ...]) -> None:
        self.people, self.forms = people, forms
        self.width = len(forms) + 1
        self._templates: dict[Tags, tuple[list[int], Template]] = {}
        self._classes: dict[tuple[Tags, Tags], int] = {}
        self._spelled: dict[Spellings, int] = {}
        self.readings, self.spellings = Softmax(), Softmax()
        self._rows: list[tuple[int, int]] = []
        hits: list[Hit] = []
        for number, person in enumerate(people):
            hits += self._hits(number, person)
        columns = list(zip(*hits, strict=True))
        self.person, self.reading, self.pattern, self.spelling = (np.array(column) for column in columns)
        self.of_person, self.of_class = np.array(self._rows).T
        self.readings.freeze()
        self.spellings.freeze()
        self.weight = np.array([person.weight for person in people])
        self._make_classes()

    def _hits(self, number: int, person: Person) -> list[Hit]:
        readings = person.name.readings
        domain = person.traits
        start = self.readings.table(
            (
                [f"{tag}^{trait}" for tag in one.tags for trait in ("", *person.name.traits, *domain)],
                np.log(max(one.weight, LEAST_WEIGHT)),
            )
            for one in readings
        )
        found: dict[Hit, None] = {}
        none = []
        for at, reading in enumerate(readings):
            parts = parts_of(reading)
            own = (*class_of(person.name, reading, domain), *domain)
            number_of_class = self._classes.setdefault((parts, own), len(self._classes))
            self._rows.append((number, number_of_class))
            row = number_of_class * self.width
            none.append(Hit(number, start + at, row + self.width - 1, -1))
            for pattern, spelling in self._ways(reading, parts, person.local_parts):
                found[Hit(number, start + at, row + pattern, spelling)] = None
        return list(found) or none

    def _ways(self, reading: Reading, parts: Tags, real: frozenset[str]) -> Iterable[tuple[int, int]]:
        """Yield the place of the pattern and the row of the spelling of each way that renders a real address."""
        numbers, template = self._applying(parts)
        shape, letters = shape_of(reading)
        layout = layout_of(template, shape)
        ways = iter(zip(layout.lines(letters), layout.places, strict=True))
        for spellings, alike, size in layout.groups:
            if (start := self._spelled.get(spellings)) is None:
                pairs = spelling_pairs(*spellings)
                rows = ([f"{tag}^{use}" for tag, use in pair.features] for pair in pairs)
                start = self._spelled[spellings] = self.spellings.table((row, 0.0) for row in rows)
            for pairs_alike in alike:
                for text, place in islice(ways, size):
                    if text in real:
                        for pair in pairs_alike:
                            yield numbers[place], start + pair

    def _applying(self, parts: Tags) -> tuple[list[int], Template]:
        """Return the places of the patterns that need no other parts, and the template of these."""
        if (found := self._templates.get(parts)) is None:
            numbers = [at for at, form in enumerate(self.forms) if form.needs.issubset(parts)]
            found = self._templates[parts] = numbers, template_of([self.forms[at] for at in numbers])
        return found

    def _make_classes(self) -> None:
        """Make the matrices of patterns by features and of classes by traits."""
        self.traits = sorted({trait for _, own in self._classes for trait in own})
        index = {trait: at for at, trait in enumerate(self.traits)}
        self.features = sorted({feature for form in self.forms for feature in form.features[1:]} | {NONE})
        place = {feature: at for at, feature in enumerate(self.features)}
        rows = [(row, index[trait]) for (_, own), row in self._classes.items() for trait in own]
        at, columns = np.array(rows).T
        shape = (len(self._classes), len(self.traits))
        self.by_trait = sparse.csr_matrix((np.ones(len(rows)), (at, columns)), shape=shape)
        self.by_feature = np.zeros((self.width, len(self.features)))
        for number, form in enumerate(self.forms):
            for feature in form.features[1:]:
                self.by_feature[number, place[feature]] = 1.0
        self.by_feature[-1, place[NONE]] = 1.0
        self.applies: NDArray[np.bool_] = np.zeros((len(self._classes), self.width), dtype=bool)
        self.applies[:, -1] = True
        for (parts, _), row in self._classes.items():
            self.applies[row, self._applying(parts)[0]] = True

    # The weights as one vector: base of patterns, base of features, trait x feature, readings, spellings.

    def split(self, theta: Vector) -> list[Vector]:
        """Return the parts of the vector of all weights."""
        sizes = [
            self.width, len(self.features), len(self.traits) * len(self.features),
            len(self.readings.features), len(self.spellings.features),
        ]  # fmt: skip
        parts: list[Vector] = np.split(theta, np.cumsum(sizes)[:-1])
        return parts

    def pattern_logs(self, theta: Sequence[Vector]) -> Vector:
        """Return, a row a class, the logarithms of the probabilities of the patterns."""
        base, common, crossed, *_ = theta
        moved = self.by_trait @ crossed.reshape(len(self.traits), len(self.features)) + common
        scores = np.where(self.applies, moved @ self.by_feature.T + base, -np.inf)
        top = scores.max(axis=1, keepdims=True)
        return np.asarray(scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True)))

    def mean_log_total(self, theta: Sequence[Vector]) -> float:
        """Return the mean over people of the logarithm of what the patterns' unscaled probabilities sum to."""
        base, common, crossed, *_ = theta
        moved = self.by_trait @ crossed.reshape(len(self.traits), len(self.features)) + common
        of_none = moved @ self.by_feature[-1] + base[-1]
        totals = of_none - self.pattern_logs(theta)[:, -1]
        return float(np.average(totals[self.of_class], weights=self.weight[self.of_person]))

    def way_logs(self, theta: Sequence[Vector]) -> tuple[Vector, Vector, Vector, Vector]:
        """Return the logarithms of the probabilities of the hits, and the tables they come from."""
        patterns = self.pattern_logs(theta)
        readings, spellings = self.readings.logs(theta[3]), self.spellings.logs(theta[4])
        spelled = np.where(self.spelling >= 0, spellings[self.spelling], 0.0)
        logs = readings[self.reading] + patterns.ravel()[self.pattern] + spelled
        return logs, patterns, readings, spellings

    def loss(self, theta: Vector, weight: Vector) -> tuple[float, Vector]:
        """Return minus the weighted log-likelihood, and its slope."""
        parts = self.split(theta)
        logs, patterns, readings, spellings = self.way_logs(parts)
        top = np.full(len(self.people), -np.inf)
        np.maximum.at(top, self.person, logs)
        mass = np.exp(logs - top[self.person])
        total = np.bincount(self.person, mass, len(self.people))
        value = -float(weight @ (np.log(total) + top))
        counts = mass / total[self.person] * weight[self.person]
        of_patterns = np.bincount(self.pattern, counts, patterns.size).reshape(patterns.shape)
        residual = of_patterns - of_patterns.sum(axis=1, keepdims=True) * np.exp(patterns)
        by_feature = residual @ self.by_feature
        is_spelled = self.spelling >= 0
        of_spellings = np.bincount(self.spelling[is_spelled], counts[is_spelled], len(spellings))
        slopes = [
            residual.sum(axis=0),
            by_feature.sum(axis=0),
            (self.by_trait.T @ by_feature).ravel(),
            self.readings.slope(readings, np.bincount(self.reading, counts, len(readings))),
            self.spellings.slope(spellings, of_spellings),
        ]
        return value, -np.concatenate(slopes)

    def start(self) -> tuple[Vector, Vector]:
        """Return what each weight starts from, and how hard it is pulled there."""
        start = self.split(np.zeros(sum(map(len, self.split(np.zeros(self.size))))))
        pull = [np.full(len(part), PENALTY) for part in start]
        start[0][:-1] = START_PATTERN
        for softmax, at, value in ((self.readings, 3, 0.0), (self.spellings, 4, START_TAG)):
            for place, name in enumerate(softmax.names):
                if name.endswith("^"):
                    start[at][place], pull[at][place] = value, PENALTY / 10
        pull[0][:] = pull[1][:] = PENALTY / 10
        return np.concatenate(start), np.concatenate(pull)

    @property
    def size(self) -> int:
        """How many weights there are."""
        return (
            self.width + len(self.features) * (1 + len(self.traits))
            + max(len(self.readings.features), 1) + max(len(self.spellings.features), 1)
        )  # fmt: skip


def fit_prior(design: Design, weight: Vector | None = None, iterations: int = 150) -> Vector:
    """Return the weights that fit best; `weight` of each person, their own by default."""
    weight = design.weight if weight is None else weight
    start, pull = design.start()

    def loss(theta: Vector) -> tuple[float, Vector]:
        value, slope = design.loss(theta, weight)
        away = theta - start
        return value + 0.5 * float(pull @ away**2), slope + pull * away

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations})
    return np.asarray(found.x)
