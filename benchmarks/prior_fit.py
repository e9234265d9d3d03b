"""Fit the prior: a log-linear model of which key makes a person's address, by maximum likelihood with a penalty.

Each person gives the logarithm of the summed probability of the keys that render one of the person's real addresses, or
of "chosen freely" where none does. The penalty (L2) pulls towards the start values, a tenth as hard on what is not
crossed with a trait of the name.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from guessmail.catalog import FREELY, Form
from guessmail.domains import kind_of
from guessmail.prior import LEAST_WEIGHT, Key, Keys, enumerate_keys, name_traits, pattern_features
from pairs import Person

__all__ = ["Design", "fit_prior"]

Vector: TypeAlias = NDArray[np.float64]

PENALTY = 3.0
START_PATTERN = -2.0
START_TAG = -2.5
CROSS = "^"
CROSSED = ("fam:", "kinds:", "sep:", "extra:", "order=", "surname=")
"""The features whose weights depend on the traits of a name; those of a spelling are the same for all names."""


@dataclass
class Design:
    """The keys of many people with their features, as a sparse matrix: a row a key, and one more a person, "freely"."""

    people: Sequence[Person]
    keys: list[list[Key]]
    features: list[str]
    matrix: sparse.csr_matrix
    offsets: Vector
    is_hit: NDArray[np.bool_]
    starts: NDArray[np.int64]

    @classmethod
    def of(
        cls, people: Sequence[Person], forms: tuple[Form, ...], vocabulary: dict[str, int] | None = None
    ) -> "Design":
        """Build it; with a vocabulary given, features outside it are left out."""
        grows = vocabulary is None
        index: dict[str, int] = {} if vocabulary is None else vocabulary
        rows: list[list[int]] = []
        offsets: list[float] = []
        hits: list[bool] = []
        starts, all_keys = [0], []

        def numbered(features: list[str]) -> list[int]:
            if grows:
                return [index.setdefault(feature, len(index)) for feature in features]
            return [index[feature] for feature in features if feature in index]

        cache: dict[object, list[int]] = {}
        for person in people:
            keys = enumerate_keys(person.name, forms)
            kind = kind_of(person.domain)
            traits = [(*name_traits(person.name, reading), kind) for reading in person.name.readings]
            for key in keys:
                known = (key.form.text, key.tags, min(len(key.local_part), 4), traits[key.reading])
                if known not in cache:
                    cache[known] = numbered(crossed(key, traits[key.reading]))
                rows.append(cache[known])
                offsets.append(math.log(max(person.name.readings[key.reading].weight, LEAST_WEIGHT)))
                hits.append(key.local_part in person.local_parts)
            is_free = not any(hits[starts[-1] :])
            rows.append(numbered([FREELY, *(FREELY + CROSS + trait for trait in traits[0])]))
            offsets.append(0.0)
            hits.append(is_free)
            starts.append(len(rows))
            all_keys.append(keys)
        pointers = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
        columns = np.fromiter((column for row in rows for column in row), dtype=np.int32)
        matrix = sparse.csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(rows), len(index)))
        return cls(people, all_keys, list(index), matrix, np.array(offsets), np.array(hits), np.array(starts))

    def keys_with(self, theta: Vector) -> list[Keys]:
        """Return each person's keys with the probabilities that the weights give."""
        scores = self.matrix @ theta + self.offsets
        result = []
        for at, keys in enumerate(self.keys):
            own = scores[self.starts[at] : self.starts[at + 1]]
            logs = own - (own.max() + math.log(np.exp(own - own.max()).sum()))
            result.append(Keys(keys, logs[:-1].tolist(), float(logs[-1])))
        return result


def crossed(key: Key, traits: tuple[str, ...]) -> list[str]:
    """Return the names of a key's weights."""
    features = pattern_features(key.form, key.tags, len(key.local_part))
    moved = [feature for feature in features if feature.startswith(CROSSED) and "|" not in feature]
    return [*features, *(feature + CROSS + trait for feature in moved for trait in traits)]


def start_values(features: Sequence[str]) -> tuple[Vector, Vector]:
    """Return what each weight starts from, and how hard it is pulled there."""
    start, pull = np.zeros(len(features)), np.full(len(features), PENALTY)
    for at, feature in enumerate(features):
        if CROSS in feature:
            continue
        pull[at] = PENALTY / 10
        if feature.startswith("{"):
            start[at] = START_PATTERN
        elif (
            "=" in feature and "|" not in feature and not feature.startswith(("short=", "order=", "surname="))
        ):
            start[at] = START_TAG
    return start, pull


def fit_prior(design: Design, chosen: NDArray[np.int64], iterations: int = 120) -> Vector:
    """Return the weights that fit the chosen people best."""
    start, pull = start_values(design.features)
    rows = np.concatenate([np.arange(design.starts[at], design.starts[at + 1]) for at in chosen])
    matrix, offsets, hit = design.matrix[rows], design.offsets[rows], design.is_hit[rows]
    transposed = matrix.T.tocsr()
    sizes = np.diff(design.starts)[chosen]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    weights = np.array([design.people[at].weight for at in chosen])

    def loss(theta: Vector) -> tuple[float, Vector]:
        value, slope = loss_and_slope(matrix @ theta + offsets, hit, starts, sizes, weights)
        away = theta - start
        return value + 0.5 * float(pull @ away**2), transposed @ slope + pull * away

    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": iterations}).x)


def loss_and_slope(
    scores: Vector,
    hit: NDArray[np.bool_],
    starts: NDArray[np.int64],
    sizes: NDArray[np.int64],
    weights: Vector,
) -> tuple[float, Vector]:
    """Return minus the weighted log-likelihood of the hits, and its slope by score; people are runs of rows."""
    top: Vector = np.repeat(np.maximum.reduceat(scores, starts), sizes)
    mass = np.exp(scores - top)
    total = np.add.reduceat(mass, starts)
    hits = np.add.reduceat(mass * hit, starts) + 1e-300
    value = -float(weights @ (np.log(hits) - np.log(total)))
    slope = (mass / np.repeat(total, sizes) - mass * hit / np.repeat(hits, sizes)) * np.repeat(weights, sizes)
    return value, slope
