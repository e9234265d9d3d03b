"""Fit how strongly samples speak, on simulated tasks: k samples of a domain, and its other people.

The prior comes from other folds of domains, as it would for a domain that nobody has seen. No weight is negative: one
more sample for a pattern never speaks against it.
"""

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from guessmail.model.belief import MIDDLE_NAME_TRANSFER, UNEXPLAINED_SHARE, Belief
from guessmail.model.evidence import KINDS, ORGANISATIONS, REPEATED, Strengths, voted
from guessmail.model.layout import shape_of
from guessmail.model.ranking import Derivations
from guessmail.model.sample_evidence import SampleEvidence, evidence_of
from guessmail.model.traits import class_of
from pairs import Person
from prior_fit import Vector

__all__ = ["Task", "fit_evidence", "make_tasks"]

SHOTS = {1: 12, 2: 6, 3: 12, 5: 6, 10: 12}
"""How many people at the most are asked for at a domain, by the number of its samples."""
PENALTY = 1.0
START = (0.9, 0.2, 0.2, *[-1.5] * len(KINDS), *[0.0] * (len(ORGANISATIONS) + 1))
"""Where the search begins, and what the penalty pulls to: the fields of `Strengths`, one after the other."""
POSITIVE = 3
"""So many of these are not negative."""
REFITS = 3


@dataclass(slots=True)
class Task:
    """Samples of a domain, and the others who are asked for."""

    evidence: list[SampleEvidence]
    asked: list[Person]
    belief: Belief
    weight: float


def make_tasks(
    people: Sequence[Person], belief_of: Callable[[Person], Belief], weight: Sequence[float], seed: int = 1
) -> list[Task]:
    """Return tasks with one to ten samples; `weight` of each person."""
    dice = random.Random(seed)
    by_domain: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        by_domain[person.domain].append(at)
    evidence: dict[int, SampleEvidence] = {}
    tasks = []
    for shots, most in SHOTS.items():
        for members in by_domain.values():
            if len(members) <= shots:
                continue
            order = members[:]
            dice.shuffle(order)
            belief = belief_of(people[order[0]])
            for at in order[:shots]:
                if at not in evidence:
                    evidence[at] = evidence_of(people[at].name, min(people[at].local_parts), belief)
            asked = order[shots : shots + most]
            tasks.append(
                Task(
                    [evidence[at] for at in order[:shots]],
                    [people[at] for at in asked],
                    belief,
                    weight[order[0]],
                )
            )
    return tasks


class _Design:
    """What the people who are asked for may have, as far as patterns go; rows are hits."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self.tasks = tasks
        tables: dict[tuple[int, tuple[float, ...]], int] = {}
        hits, self.weights = [], []
        count = 0
        for number, task in enumerate(tasks):
            for person in task.asked:
                rows = list(_hits(person, task.belief))
                for logs, pattern, mass in rows:
                    table = tables.setdefault((number, logs), len(tables))
                    hits.append((count, table, pattern, mass))
                self.weights.append(task.weight)
                count += 1
        self.person, self.table, self.pattern, self.mass = (
            np.array(column) for column in zip(*hits, strict=True)
        )
        self.of_task = np.array([number for number, _ in tables])
        self.logs = np.array([logs for _, logs in tables])
        self.before = np.exp(self.logs)
        self.weight = np.array(self.weights)

    def fit(self, begin: Vector) -> Vector:
        """Return the strengths that fit best, with the votes that others lead to."""
        forms = self.tasks[0].belief.prior.catalog.forms
        found = [voted(task.evidence, forms, task.belief.traits, _named(begin)) for task in self.tasks]
        ratios = np.array([features.ratios for *_, features in found])
        shown_kinds = np.array([features.shown for *_, features in found])
        surprise = REPEATED * np.array([features.repeated for *_, features in found])
        shares = self._shares(np.array([seen for _, seen, *_ in found]))
        start = np.array(START)
        people = len(self.weight)
        finite = np.where(np.isfinite(self.logs), self.logs, 0.0)
        unlikely = UNEXPLAINED_SHARE * self.mass * self.before[self.table, self.pattern]
        shown = shares[self.table, self.pattern]
        applied = shares.sum(axis=1)[self.table]

        def loss(theta: Vector) -> tuple[float, Vector]:
            shifts = np.pad(ratios @ theta[1:3], ((0, 0), (0, 1)))
            scores = theta[0] * self.logs + shifts[self.of_task]
            masses = np.exp(scores - scores.max(axis=1, keepdims=True))
            moved = masses / masses.sum(axis=1, keepdims=True)
            trust = 1.0 / (1.0 + np.exp(-surprise - shown_kinds @ theta[3:]))
            own = trust[self.of_task][self.table]
            by_moves = moved[self.table, self.pattern]
            chance = (1.0 - UNEXPLAINED_SHARE) * self.mass * (1.0 - own * applied) * by_moves
            total = np.bincount(
                self.person, chance + (1.0 - UNEXPLAINED_SHARE) * self.mass * own * shown + unlikely, people
            )
            value = -float(self.weight @ np.log(total + 1e-300))
            each = (self.weight / (total + 1e-300))[self.person]
            slope = np.zeros_like(moved)
            np.add.at(slope, (self.table, self.pattern), chance * each)
            slope -= slope.sum(axis=1, keepdims=True) * moved
            by_task = np.zeros((len(ratios), slope.shape[1]))
            np.add.at(by_task, self.of_task, slope)
            of_trust = np.bincount(
                self.of_task[self.table],
                (1.0 - UNEXPLAINED_SHARE)
                * self.mass
                * (shown - applied * by_moves)
                * each
                * own
                * (1.0 - own),
                len(ratios),
            )
            gradient = np.concatenate(
                [
                    [float((slope * finite).sum())],
                    np.einsum("tp,tpc->c", by_task[:, :-1], ratios),
                    of_trust @ shown_kinds,
                ]
            )
            away = theta - start
            return value + 0.5 * PENALTY * float(away @ away), -gradient + PENALTY * away

        bounds = [(0.0, None)] * POSITIVE + [(None, None)] * (len(START) - POSITIVE)
        best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 200})
        print(f"evidence: loss {best.fun / self.weight.sum():.4f}")
        return np.asarray(best.x)

    def _shares(self, seen: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return which shares of the votes go to the patterns of each table."""
        applies = np.isfinite(self.logs)
        votes = (seen / seen.sum(axis=1, keepdims=True))[self.of_task]
        found = np.where(applies, votes, 0.0)
        for place, plain in self.tasks[0].belief.prior.without_middle.items():
            moved = np.where(applies[:, plain] & ~applies[:, place], votes[:, place], 0.0)
            found[:, plain] += MIDDLE_NAME_TRANSFER * moved
        return found


def _hits(person: Person, belief: Belief) -> Iterator[tuple[tuple[float, ...], int, float]]:
    """Yield, for each way to a real address, the class's table, the pattern, and the probability of all else."""
    prior = belief.prior
    width = len(prior.catalog.forms) + 1
    ways = Derivations(person.name, belief)
    chances = dict(zip(person.name.readings, belief.readings(person.name), strict=True))
    tables = {}
    for reading in person.name.readings:
        parts = shape_of(reading)[0].parts
        expected = prior.expected(parts, class_of(person.name, reading, belief.traits), belief.traits)
        tables[reading] = tuple(math.log(chance) if chance else -math.inf for chance in expected)
    found = [way for local in person.local_parts for way in ways.of_local_part(local)]
    for way in found:
        number = prior.numbers[way.form.text]
        log = tables[way.reading][number]
        yield tables[way.reading], number, way.probability / math.exp(log)
    if not found:
        for reading, chance in chances.items():
            yield tables[reading], width - 1, chance


def _named(theta: Vector) -> Strengths:
    power, pattern, separator, *shown = (round(float(one), 3) for one in theta)
    return Strengths(power, pattern, separator, shown)


def fit_evidence(tasks: Sequence[Task]) -> Strengths:
    """Fit on tasks whose beliefs come from a prior that was fitted on other domains."""
    design = _Design(tasks)
    theta = np.array(START)
    for _ in range(REFITS):
        theta = design.fit(theta)
    return _named(theta)
