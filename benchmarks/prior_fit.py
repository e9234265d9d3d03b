"""Fit the prior: a softmax over readings, one over patterns and one over spellings, by maximum likelihood with a penalty.

Each person gives the logarithm of the summed probability of the ways that render one of the person's real addresses, or
of "no pattern" where none does. The penalty (L2) pulls towards the start values, a tenth as hard on base weights.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from guessmail.model.belief import LEAST_WEIGHT
from guessmail.model.layout import (
    Spellings,
    Tags,
    Template,
    layout_of,
    shape_of,
    spelling_pairs,
    template_of,
)
from guessmail.model.traits import class_of
from guessmail.names import Name, Reading
from guessmail.patterns.catalog import NONE, PatternFeatures
from pairs import Person

__all__ = ["Design", "fit_prior"]

Vector: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

PENALTY = 6.0
START_PATTERN = -2.0
START_TAG = -2.5
STEPS = (15, 120, 60)
"""How many steps the search takes at the most: until the scale of each weight is known, until all fit, and without those
that hardly matter."""
LEAST_GAIN = 0.5
"""Twice the likelihood that a weight must bring, in nats; most weights bring less, and all these together hardly anything."""


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

    def curvature(self, logs: Vector, counts: Vector) -> Vector:
        """Return about how sharply the log-likelihood bends by weight."""
        chosen: Vector = np.repeat(np.add.reduceat(counts, self.starts), self.sizes)
        return np.asarray(self.transposed @ (chosen * np.exp(logs) * (1.0 - np.exp(logs))))

    def slope(self, logs: Vector, counts: Vector) -> Vector:
        """Return the slope of the log-likelihood by weight, where each row was chosen `counts` times."""
        chosen: Vector = np.repeat(np.add.reduceat(counts, self.starts), self.sizes)
        return np.asarray(self.transposed @ (counts - chosen * np.exp(logs)))


class Design:
    """The ways of many people as the rows of three softmaxes."""

    def __init__(self, people: Sequence[Person], forms: tuple[PatternFeatures, ...]) -> None:
        self.people, self.forms = people, forms
        self.width = len(forms) + 1
        self._templates: dict[Tags, tuple[list[int], Template]] = {}
        self._classes: dict[tuple[tuple[int, ...], Tags], int] = {}
        self._spelled: dict[Spellings, int] = {}
        self._read: dict[Hashable, int] = {}
        self._found: dict[tuple[str, frozenset[str]], list[tuple[int, int, int]]] = {}
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

    def _hits(self, number: int, person: Person) -> Iterator[Hit]:
        """Yield the ways that render a real address of a person; those of "no pattern" where none does."""
        rows = []
        for reading in person.name.readings:
            own = (*class_of(person.name, reading, person.traits), *person.traits)
            applying = tuple(self._applying(shape_of(reading)[0].parts)[0])
            rows.append(self._classes.setdefault((applying, own), len(self._classes)))
            self._rows.append((number, rows[-1]))
        start = self._reading_table(person)
        found = self._ways(person.name, person.local_parts)
        for at, pattern, spelling in found or [(at, self.width - 1, -1) for at in range(len(rows))]:
            yield Hit(number, start + at, rows[at] * self.width + pattern, spelling)

    def _reading_table(self, person: Person) -> int:
        """Return the first row of the table of a person's readings; people whose tables are equal share one."""
        readings = person.name.readings
        traits = ("", *person.name.traits, *person.traits) if len(readings) > 1 else ()
        key = (traits, *((one.tags, one.weight if traits else 1.0) for one in readings))
        if (start := self._read.get(key)) is None:
            start = self._read[key] = self.readings.table(
                (
                    [f"{tag}^{trait}" for tag in one.tags for trait in traits],
                    np.log(max(one.weight, LEAST_WEIGHT)),
                )
                for one in readings
            )
        return start

    def _ways(self, name: Name, real: frozenset[str]) -> list[tuple[int, int, int]]:
        """Return the place of the reading, of the pattern and the row of the spelling of each way to a real address."""
        if (found := self._found.get((name.written, real))) is None:
            rows = (
                (at, *way) for at, reading in enumerate(name.readings) for way in self._ways_of(reading, real)
            )
            found = self._found[name.written, real] = list(dict.fromkeys(rows))
        return found

    def _ways_of(self, reading: Reading, real: frozenset[str]) -> Iterable[tuple[int, int]]:
        shape, letters = shape_of(reading)
        numbers, template = self._applying(shape.parts)
        layout = layout_of(template, shape)
        ways = iter(zip(layout.lines(letters), layout.places, strict=True))
        for spellings, alike, size in layout.groups:
            if (start := self._spelled.get(spellings)) is None:
                pairs = spelling_pairs(spellings)
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
            found = self._templates[parts] = numbers, template_of(tuple([self.forms[at] for at in numbers]))
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
        self.transposed = self.by_trait.T.tocsr()
        self.by_feature = np.zeros((self.width, len(self.features)))
        for number, form in enumerate(self.forms):
            for feature in form.features[1:]:
                self.by_feature[number, place[feature]] = 1.0
        self.by_feature[-1, place[NONE]] = 1.0
        self.applies: NDArray[np.bool_] = np.zeros((len(self._classes), self.width), dtype=bool)
        self.applies[:, -1] = True
        for (numbers, _), row in self._classes.items():
            self.applies[row, list(numbers)] = True

    # The weights as one vector: base of patterns, base of features, trait x feature, readings, spellings.

    def split(self, theta: Vector) -> list[Vector]:
        """Return the parts of the vector of all weights."""
        sizes = [
            self.width, len(self.features), len(self.traits) * len(self.features),
            len(self.readings.features), len(self.spellings.features),
        ]  # fmt: skip
        parts: list[Vector] = np.split(theta, np.cumsum(sizes)[:-1])
        return parts

    def pattern_chances(self, theta: Sequence[Vector]) -> tuple[Vector, Vector, Vector]:
        """Return, a row a class, the probabilities of the patterns, their scores, and the logarithm of what scores sum to."""
        base, common, crossed, *_ = theta
        moved = self.by_trait @ crossed.reshape(len(self.traits), len(self.features)) + common
        scores = moved @ self.by_feature.T + base
        chances = np.exp(scores)
        chances *= self.applies
        totals = chances.sum(axis=1)
        chances /= totals[:, None]
        return chances, scores, np.log(totals)

    def mean_log_total(self, theta: Sequence[Vector]) -> float:
        """Return the mean over people of the logarithm of what the patterns' unscaled probabilities sum to."""
        totals = self.pattern_chances(theta)[2]
        return float(np.average(totals[self.of_class], weights=self.weight[self.of_person]))

    def way_logs(self, theta: Sequence[Vector]) -> tuple[Vector, Vector, Vector, Vector]:
        """Return the logarithms of the probabilities of the hits, and the tables they come from."""
        chances, scores, totals = self.pattern_chances(theta)
        readings, spellings = self.readings.logs(theta[3]), self.spellings.logs(theta[4])
        spelled = np.where(self.spelling >= 0, spellings[self.spelling], 0.0)
        of_patterns = scores.ravel()[self.pattern] - totals[self.pattern // self.width]
        return readings[self.reading] + of_patterns + spelled, chances, readings, spellings

    def loss(self, theta: Vector, weight: Vector) -> tuple[float, Vector]:
        """Return minus the weighted log-likelihood, and its slope."""
        parts = self.split(theta)
        logs, chances, readings, spellings = self.way_logs(parts)
        first = np.flatnonzero(np.diff(self.person, prepend=-1))
        top = np.maximum.reduceat(logs, first)
        mass = np.exp(logs - top[self.person])
        total = np.add.reduceat(mass, first)
        value = -float(weight @ (np.log(total) + top))
        counts = mass / total[self.person] * weight[self.person]
        of_class = np.bincount(self.pattern // self.width, counts, len(chances))
        residual = np.bincount(self.pattern, counts, chances.size).reshape(chances.shape)
        chances *= of_class[:, None]
        residual -= chances
        by_feature = residual @ self.by_feature
        is_spelled = self.spelling >= 0
        of_spellings = np.bincount(self.spelling[is_spelled], counts[is_spelled], len(spellings))
        slopes = [
            residual.sum(axis=0),
            by_feature.sum(axis=0),
            (self.transposed @ by_feature).ravel(),
            self.readings.slope(readings, np.bincount(self.reading, counts, len(readings))),
            self.spellings.slope(spellings, of_spellings),
        ]
        return value, -np.concatenate(slopes)

    def curvature(self, theta: Vector, weight: Vector) -> Vector:
        """Return how sharply the loss bends along each weight, with what made each address taken for known."""
        parts = self.split(theta)
        logs, chances, readings, spellings = self.way_logs(parts)
        counts = np.exp(logs)
        first = np.flatnonzero(np.diff(self.person, prepend=-1))
        counts *= (weight / np.add.reduceat(counts, first))[self.person]
        of_class = np.bincount(self.pattern // self.width, counts, len(chances))
        by_feature = chances @ self.by_feature
        of_features = of_class[:, None] * by_feature * (1.0 - by_feature)
        is_spelled = self.spelling >= 0
        of_spellings = np.bincount(self.spelling[is_spelled], counts[is_spelled], len(spellings))
        return np.concatenate(
            [
                (of_class[:, None] * chances * (1.0 - chances)).sum(axis=0),
                of_features.sum(axis=0),
                (self.transposed @ of_features).ravel(),
                self.readings.curvature(readings, np.bincount(self.reading, counts, len(readings))),
                self.spellings.curvature(spellings, of_spellings),
            ]
        )

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


def fit_prior(design: Design, weight: Vector | None = None) -> Vector:
    """Return the weights that fit best, those that hardly matter dropped; `weight` of each person, their own by default."""
    weight = design.weight if weight is None else weight
    start, pull = design.start()
    kept: NDArray[np.bool_] = np.ones(len(start), dtype=bool)
    theta = start
    for steps in STEPS:
        theta = _search(design, weight, start, pull, np.where(kept, theta, start), kept, steps)
        if steps == max(STEPS):
            kept = (pull < PENALTY) | (design.curvature(theta, weight) * (theta - start) ** 2 >= LEAST_GAIN)
    return theta


def _search(
    design: Design,
    weight: Vector,
    start: Vector,
    pull: Vector,
    begin: Vector,
    kept: NDArray[np.bool_],
    steps: int,
) -> Vector:
    """Return better weights, each sought in steps of about its own error: one for all takes three times as many."""
    scale = np.where(kept, 1.0 / np.sqrt(design.curvature(begin, weight) + pull), 0.0)

    def loss(moved: Vector) -> tuple[float, Vector]:
        theta = begin + moved * scale
        value, slope = design.loss(theta, weight)
        away = theta - start
        return value + 0.5 * float(pull @ away**2), (slope + pull * away) * scale

    options = {"maxiter": steps, "maxcor": 20, "ftol": 1e-9, "gtol": 1e-2}
    found = minimize(loss, np.zeros(len(begin)), jac=True, method="L-BFGS-B", options=options)
    print(
        f"prior: loss {found.fun / weight.sum():.5f} after {found.nit} steps, {kept.sum()} weights",
        flush=True,
    )
    return np.asarray(begin + found.x * scale)
