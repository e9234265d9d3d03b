"""Fitting softmaxes over weighted features, by L-BFGS on their penalised likelihood."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import scipy.optimize
import scipy.sparse

__all__ = ["Choices", "Ways", "fit_choices", "fit_ways", "matrix_of"]


class Choices(NamedTuple):
    """Rows that each chose one of the same options."""

    features: list[list[str]]
    chosen: list[int]
    options: int


class Ways(NamedTuple):
    """Rows that each have options of their own, some of which would give what was seen."""

    features: list[list[str]]
    """Of the options of the first row, then of the second, …"""
    starts: list[int]
    """Where each row's options start, and where the last one's end."""
    hits: list[bool]


def matrix_of(rows: Sequence[Sequence[str]], names: Sequence[str]) -> Any:
    """Return the rows as a sparse matrix of ones, a column for each of the named features."""
    place = {name: at for at, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns += [place[name] for name in row if name in place]
        ends.append(len(columns))
    shape = len(rows), len(names)
    ones = np.ones(len(columns))
    return scipy.sparse.csr_matrix((ones, np.array(columns, np.int32), np.array(ends)), shape=shape)


def fit_choices(data: Choices, names: Sequence[str], penalty: float, steps: int = 80) -> Any:
    """Return the weights of a multinomial logistic regression, a row for each feature."""
    seen = matrix_of(data.features, names)
    turned = seen.T.tocsr()
    every, chosen = np.arange(len(data.chosen)), np.array(data.chosen)
    wanted = scipy.sparse.csr_matrix(
        (np.ones(len(chosen)), (every, chosen)), shape=(len(chosen), data.options)
    )
    target = (turned @ wanted).toarray()

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(target.shape)
        scores = seen @ weights
        scores -= scores.max(1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(1, keepdims=True))
        slope = turned @ np.exp(logs) - target + penalty * weights
        return penalty / 2 * (flat**2).sum() - logs[every, chosen].sum(), slope.ravel()

    return _smallest(loss, target.size, steps).reshape(target.shape)


def fit_ways(data: Ways, names: Sequence[str], penalty: float, steps: int = 120) -> Any:
    """Return the weights under which the hits are likely, all hits of a row together."""
    seen = matrix_of(data.features, names)
    turned = seen.T.tocsr()
    starts = np.array(data.starts)
    row_of: Any = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    hits = np.array(data.hits, float)

    def loss(weights: Any) -> tuple[float, Any]:
        scores = seen @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts[:-1])[row_of])
        whole = np.add.reduceat(powers, starts[:-1])
        hit = np.add.reduceat(powers * hits, starts[:-1])
        slope = turned @ (powers / whole[row_of] - powers * hits / hit[row_of]) + penalty * weights
        return penalty / 2 * (weights**2).sum() - (np.log(hit) - np.log(whole)).sum(), slope

    return _smallest(loss, len(names), steps)


def _smallest(loss: Any, size: int, steps: int) -> Any:
    found = scipy.optimize.minimize(
        loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": steps}
    )
    return found.x
