"""Fit how much each level of evidence counts, on simulated tasks: k samples of a domain, and its other people.

The priors come from other folds of domains, as they would for a domain that nobody has seen. No weight is negative: one
more sample for a pattern never speaks against it.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from guessmail.catalog import FREELY
from guessmail.inference import LEVELS, STRENGTHS, Counts, count_votes, levels_of, log_ratios, log_unseen
from guessmail.prior import Keys
from pairs import Person
from prior_fit import Vector, loss_and_slope

__all__ = ["HALF_SETTLED", "EvidenceWeights", "fit_evidence"]

HALF_SETTLED = 1.0
"""With this many samples, half the weight that comes with many is reached."""
SHOTS = {1: 12, 2: 6, 3: 12, 5: 6, 10: 12}
"""How many people at the most are asked for at a domain, by the number of its samples."""
PENALTY = 2.0
START = {"key": 0.3, "pat": 0.3, "fam": 0.2, "sep": 0.3, "kinds": 0.2, "tag": 0.3, "extra": 0.1, FREELY: 1.0}
START_POWER = 0.9
COLUMNS = [(level, at) for level in LEVELS for at in range(len(STRENGTHS))]
MODIFIERS = 3


@dataclass(frozen=True)
class EvidenceWeights:
    """What was fitted."""

    power: float
    by_level: dict[str, list[tuple[float, ...]]]
    """By level: for each strength, the weight always, the one that comes with samples, the one with their agreement."""


def fit_evidence(people: Sequence[Person], keys: Sequence[Keys], seed: int = 1) -> EvidenceWeights:
    """Fit on all people, whose keys bear the probabilities of a prior that was fitted on others."""
    blocks, logs, hits, sizes = [], [], [], []
    for person, own, counts in _tasks(people, keys, random.Random(seed)):
        blocks.append(_features(own, counts))
        logs.append(np.array([*own.logs, own.freely]))
        is_hit = [key.local_part in people[person].local_parts for key in own.keys]
        hits.append(np.array([*is_hit, not any(is_hit)]))
        sizes.append(len(is_hit) + 1)
    matrix = np.concatenate(blocks).astype(np.float32)
    theta = _minimise(matrix, np.concatenate(logs), np.concatenate(hits), np.array(sizes))
    table = theta[:-1].reshape(MODIFIERS, len(COLUMNS)).T
    by_level = {
        level: [
            tuple(round(float(weight), 3) for weight in table[COLUMNS.index((level, at))]) for at in range(2)
        ]
        for level in LEVELS
    }
    print(f"evidence: {len(sizes)} tasks")
    return EvidenceWeights(round(float(theta[-1]), 3), by_level)


def _tasks(
    people: Sequence[Person], keys: Sequence[Keys], dice: random.Random
) -> list[tuple[int, Keys, Counts]]:
    by_domain: dict[str, list[int]] = {}
    for at, person in enumerate(people):
        by_domain.setdefault(person.domain, []).append(at)
    tasks = []
    for shots, most in SHOTS.items():
        for members in by_domain.values():
            if len(members) <= shots:
                continue
            order = members[:]
            dice.shuffle(order)
            counts = count_votes([(keys[at], min(people[at].local_parts), 1.0) for at in order[:shots]])
            tasks += [(at, keys[at], counts) for at in order[shots : shots + most]]
    return tasks


def _features(keys: Keys, counts: Counts) -> NDArray[np.float64]:
    """Return, a row a key and one for "freely", the log-ratios of its levels, as they are, settled, and agreed."""
    ratios = [log_ratios(counts, strength) for strength in STRENGTHS]
    unseen = [log_unseen(counts, strength) for strength in STRENGTHS]
    column = {pair: at for at, pair in enumerate(COLUMNS)}
    rows = np.zeros((len(keys.keys) + 1, len(COLUMNS)))
    for row, key in enumerate(keys.keys):
        for value in levels_of(key.form, key.tags):
            if counts.is_expected(value):
                for at, ratio in enumerate(ratios):
                    rows[row, column[value.partition(":")[0], at]] += ratio.get(value, unseen[at])
    for at, ratio in enumerate(ratios):
        rows[-1, column[FREELY, at]] = ratio[FREELY]
    settled = counts.size / (counts.size + HALF_SETTLED)
    return np.concatenate([rows, rows * settled, rows * settled * counts.dominance], axis=1)


def _minimise(
    matrix: NDArray[np.float32], logs: Vector, hits: NDArray[np.bool_], sizes: NDArray[np.int64]
) -> Vector:
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    weights = np.ones(len(sizes))
    begin = np.zeros(matrix.shape[1] + 1)
    begin[-1] = START_POWER
    for at, (level, _) in enumerate(COLUMNS):
        begin[at] = START[level] / len(STRENGTHS)

    def loss(theta: Vector) -> tuple[float, Vector]:
        scores = matrix @ theta[:-1].astype(np.float32) + logs * theta[-1]
        value, slope = loss_and_slope(scores, hits, starts, sizes, weights)
        away = theta - begin
        slopes: Vector = np.append(matrix.T @ slope.astype(np.float32), logs @ slope).astype(np.float64)
        return value + 0.5 * PENALTY * float(away @ away), slopes + PENALTY * away

    bounds = [(0.0, None)] * len(begin)
    return np.asarray(
        minimize(loss, begin, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 120}).x
    )
