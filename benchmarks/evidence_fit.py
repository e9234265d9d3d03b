"""Fit how strongly samples speak, on simulated tasks: k samples of a domain, and its other people.

The prior comes from other folds of domains, as it would for a domain that nobody has seen. No weight is negative: one
more sample for a pattern never speaks against it.
"""

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from guessmail.model.belief import ROOM, Belief, MovedBelief, Moves
from guessmail.model.evidence import (
    KINDS,
    ROUNDS,
    SPREADS,
    STRENGTHS,
    Ratios,
    Witness,
    conventions_of,
    features_of,
    ratios_of,
    shifts_of,
    vote,
    witness_of,
)  # fmt: skip
from guessmail.model.ways import ways_of
from guessmail.patterns.catalog import NONE
from pairs import Person
from prior_fit import Vector

__all__ = ["EvidenceWeights", "Task", "fit_evidence", "make_tasks"]

SHOTS = {1: 12, 2: 6, 3: 12, 5: 6, 10: 12}
"""How many people at the most are asked for at a domain, by the number of its samples."""
PENALTY = 1.0
START_POWER = 0.9
COLUMNS = len(STRENGTHS) * (len(KINDS) + 1) + 2 * len(STRENGTHS)
NONE_COLUMNS = 2 * len(STRENGTHS)
REFITS = 3
MOST_CONVENTION_TASKS = 700
STRENGTHS_TRIED = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class EvidenceWeights:
    """What was fitted."""

    power: float
    evidence: dict[str, list[float]]
    conventions: dict[str, list[float]]


@dataclass(slots=True)
class Task:
    """Samples of a domain, and the others who are asked for."""

    witnesses: list[Witness]
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
    witnesses: dict[int, Witness] = {}
    tasks = []
    for shots, most in SHOTS.items():
        for members in by_domain.values():
            if len(members) <= shots:
                continue
            order = members[:]
            dice.shuffle(order)
            belief = belief_of(people[order[0]])
            for at in order[:shots]:
                if at not in witnesses:
                    witnesses[at] = witness_of(people[at].name, min(people[at].local_parts), belief)
            asked = order[shots : shots + most]
            tasks.append(
                Task(
                    [witnesses[at] for at in order[:shots]],
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
        self.weight = np.array(self.weights)

    def features(self, theta: Vector) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return those of each task, with the votes that the weights lead to."""
        found = [features_of(_ratios(task, _named(theta))) for task in self.tasks]
        return np.array([rows for rows, _ in found]), np.array([none for _, none in found])

    def fit(self, begin: Vector, features: tuple[NDArray[np.float64], NDArray[np.float64]]) -> Vector:
        """Return the weights that fit best."""
        rows, nones = features
        people = len(self.weight)

        def loss(theta: Vector) -> tuple[float, Vector]:
            power, of_patterns, of_none = theta[0], theta[1 : 1 + COLUMNS], theta[1 + COLUMNS :]
            shifts = np.concatenate([rows @ of_patterns, (nones @ of_none)[:, None]], axis=1)
            scores = power * self.logs + shifts[self.of_task]
            top = scores.max(axis=1, keepdims=True)
            logs = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
            chance = (1.0 - ROOM) * self.mass * np.exp(logs[self.table, self.pattern])
            room = ROOM * self.mass * np.exp(self.logs[self.table, self.pattern])
            total = np.bincount(self.person, chance + room, people) + 1e-300
            value = -float(self.weight @ np.log(total))
            counts = chance / total[self.person] * self.weight[self.person]
            slope = np.zeros_like(logs)
            np.add.at(slope, (self.table, self.pattern), counts)
            slope -= slope.sum(axis=1, keepdims=True) * np.exp(logs)
            finite = np.where(np.isfinite(self.logs), self.logs, 0.0)
            by_task = np.zeros((len(rows), slope.shape[1]))
            np.add.at(by_task, self.of_task, slope)
            found = np.concatenate(
                [
                    [float((slope * finite).sum())],
                    np.einsum("tp,tpc->c", by_task[:, :-1], rows),
                    by_task[:, -1] @ nones,
                ]
            )
            away = theta - begin
            return value + 0.5 * PENALTY * float(away @ away), -found + PENALTY * away

        bounds = [(0.0, None)] * len(begin)
        found = minimize(loss, begin, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 200})
        print(f"evidence: loss {found.fun / self.weight.sum():.4f}")
        return np.asarray(found.x)


def _hits(person: Person, belief: Belief) -> Iterator[tuple[tuple[float, ...], int, float]]:
    """Yield, for each way to a real address, the class's table, the pattern, and the probability of all else."""
    prior = belief.prior
    width = len(prior.catalog.forms) + 1
    ways = ways_of(person.name, belief)
    chances = dict(zip(person.name.readings, belief.readings(person.name), strict=True))
    tables = {}
    for reading in person.name.readings:
        patterns = belief.patterns(person.name, reading)[0]
        table = [-math.inf] * width
        for number, chance in zip((*patterns.layout.numbers, width - 1), patterns.flat, strict=True):
            table[number] = math.log(chance)
        tables[reading] = tuple(table)
    found = [way for local in person.local_parts for way in ways.leading_to(local)]
    for way in found:
        number = prior.numbers[way.form]
        log = tables[way.reading][number]
        yield tables[way.reading], number, way.probability / math.exp(log)
    if not found:
        for reading, chance in chances.items():
            yield tables[reading], width - 1, chance


def _named(theta: Vector) -> dict[str, list[float]]:
    """Return the weights as the tables of the program have them."""
    kinds = len(STRENGTHS) * (len(KINDS) + 1)
    values = [round(float(one), 3) for one in theta]
    return {
        "patterns": values[1 : 1 + kinds],
        "separators": values[1 + kinds : 1 + COLUMNS],
        NONE: values[1 + COLUMNS :],
    }


def fit_evidence(tasks: Sequence[Task]) -> EvidenceWeights:
    """Fit on tasks whose beliefs come from a prior that was fitted on other domains."""
    design = _Design(tasks)
    begin = np.full(1 + COLUMNS + NONE_COLUMNS, 0.2)
    begin[0] = START_POWER
    theta = begin
    for _ in range(REFITS):
        theta = design.fit(begin, design.features(theta))
    named, power = _named(theta), round(float(theta[0]), 3)
    return EvidenceWeights(power, named, _fit_conventions(tasks, named, power))


def _ratios(task: Task, weights: Mapping[str, Sequence[float]]) -> Ratios:
    """Return the ratios of a task's samples, with the votes that the weights lead to."""
    expected = list(map(math.fsum, zip(*[one.expected for one in task.witnesses], strict=True)))
    forms = task.belief.prior.catalog.forms
    shifts = [0.0] * len(expected)
    for _ in range(ROUNDS):
        _, seen = vote(task.witnesses, shifts)
        ratios = ratios_of(forms, seen, expected)
        shifts = shifts_of(ratios, weights)
    return ratios


def _fit_conventions(
    tasks: Sequence[Task], evidence: Mapping[str, Sequence[float]], power: float
) -> dict[str, list[float]]:
    """Return the strengths of conventions, tried one after the other."""
    chosen = [task for task in tasks if any(one.choices for one in task.witnesses)]
    chosen = random.Random(3).sample(chosen, min(len(chosen), MOST_CONVENTION_TASKS))
    moves = [shifts_of(_ratios(task, evidence), evidence) for task in chosen]
    weights = {"readings": [0.5, 0.0], "spellings": [0.5, 0.0]}

    def loss() -> float:
        total = 0.0
        for task, move in zip(chosen, moves, strict=True):
            votes, _ = vote(task.witnesses, move)
            tags = conventions_of(task.witnesses, votes, weights)
            belief = MovedBelief(task.belief.prior, task.belief.traits, Moves(power, move, tags))
            for person in task.asked[:4]:
                ways = ways_of(person.name, belief)
                sums = ways.sums()
                mass = sum(sums.get(local, 0.0) for local in person.local_parts) or ways.none
                total -= math.log(mass) * task.weight
        return total

    best = loss()
    for strengths in weights.values():
        for at in range(len(SPREADS)):
            for value in STRENGTHS_TRIED:
                before = strengths[at]
                strengths[at] = value
                now = best if value == before else loss()
                if now < best:
                    best = now
                else:
                    strengths[at] = before
    print(f"conventions: {weights}")
    return weights
