"""Fit how much what the directory lists says of an organisation's domain.

    python benchmarks/directory_fit.py FOLDER [--names FILE...] [--most 4000]

The organisations of each source are looked up in the directory without that source; those of FILES (CSV with the columns name,
domain and country), which are no sources, in the whole. Half of their domains are fitted on, the other half tell how often the
first guess was right, beside what it said.
"""

import argparse
import csv
import random
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from directory_build import OUT, domain_of
from directory_sources import ORGANISATIONS, Organisation
from guessmail.companies.model import domains_of
from guessmail.companies.owners import Option, calibrated, options_for, score_of
from guessmail.directory import Directory, ListedDomain, PatternCount
from guessmail.model import softmax

PENALTY = 1.0
ENOUGH = 100
"""In a tenth with fewer names, what is right is mostly chance."""
FIXED = {"by name": 1.0, "none by name": 1.0}
"""Where the directory knows nothing, what the name suggests stands."""
FOLDS = 5
"""Of IANA's organisations, the statistical model was fitted on those in folds 0 to 2."""


class Without(Directory):
    """A directory without what one source says."""

    def __init__(self, path: str, source: str) -> None:
        super().__init__(path)
        self._source = source

    def formats(self, domain: str) -> list[PatternCount]:
        """Return the counts of other sources."""
        return [one for one in super().formats(domain) if one.source != self._source]

    def domains(self, key: str) -> list[ListedDomain]:
        """Return the domains that other sources have."""
        rows = [
            one._replace(sources=tuple(s for s in one.sources if s != self._source))
            for one in super().domains(key)
        ]
        return [one for one in rows if one.sources]


@dataclass(slots=True)
class Case:
    """A name whose domains are known."""

    source: str
    name: str
    country: str
    right: frozenset[str]
    options: list[Option]


def read_names(path: Path) -> Iterator[Organisation]:
    """Yield the organisations of a file."""
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield Organisation(row["name"], row["domain"], (row["country"],) if row["country"] else ())


def read_cases(folder: Path, files: Sequence[Path], path: Path, most: int) -> Iterator[Case]:
    """Yield organisations of each source with the options that a directory without it gives."""
    lists = {source: read(folder) for source, read in ORGANISATIONS.items()} | {
        one.stem: read_names(one) for one in files
    }
    for source, organisations in lists.items():
        right: dict[str, set[str]] = defaultdict(set)
        places: dict[str, str] = {}
        for one in organisations:
            if domain := domain_of(one.host):
                right[one.name].add(domain)
                if len(one.countries) == 1:
                    places[one.name] = one.countries[0]
        names = sorted(
            name for name in right if source != "iana" or zlib.crc32(min(right[name]).encode()) % FOLDS == 3
        )
        random.Random(source).shuffle(names)
        directory = Without(str(path), source)
        for at, name in enumerate(names[:most]):
            country = places.get(name, "") if at % 2 else ""
            yield Case(
                source,
                name,
                country,
                frozenset(right[name]),
                options_for(domains_of(name, country=country), directory, country),
            )


def is_for_fit(case: Case) -> bool:
    """Tell whether a case is fitted on, by its domain."""
    return zlib.crc32(min(case.right).encode()) % 2 == 0


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return the weights by which the right options are the most probable; sources weigh the same."""
    names = sorted({name for case in cases for one in case.options for name in one.features})
    place = {name: at for at, name in enumerate(names)}
    rows: list[list[tuple[int, float]]] = []
    of_case, is_right, weight = [], [], []
    sizes: dict[str, int] = defaultdict(int)
    for case in cases:
        sizes[case.source] += 1
    for number, case in enumerate(cases):
        hits = [one.domain in case.right for one in case.options]
        hits[-1] = not any(hits)
        for one, hit in zip(case.options, hits, strict=True):
            rows.append([(place[name], value) for name, value in one.features.items()])
            of_case.append(number)
            is_right.append(hit)
        weight.append(len(cases) / len(sizes) / sizes[case.source])
    ends = np.cumsum([0, *map(len, rows)])
    design = csr_matrix(
        ([value for row in rows for _, value in row], [at for row in rows for at, _ in row], ends),
        shape=(len(rows), len(names)),
    )
    case_of, right, weights = np.array(of_case), np.array(is_right), np.array(weight)
    count = len(cases)
    start = np.array([FIXED.get(name, 0.0) for name in names])
    bounds = [(FIXED.get(name), FIXED.get(name)) for name in names]

    def loss(theta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = design @ theta
        top = np.full(count, -np.inf)
        np.maximum.at(top, case_of, scores)
        masses = np.exp(scores - top[case_of])
        whole = np.bincount(case_of, masses, count)
        good = np.bincount(case_of, masses * right, count)
        shares = masses / whole[case_of]
        aims = masses * right / (good + 1e-300)[case_of]
        away = theta - start
        value = -float(weights @ np.log(good / whole + 1e-300)) + 0.5 * PENALTY * float(away @ away)
        return value, design.T @ ((shares - aims) * weights[case_of]) + PENALTY * away

    best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500})
    return {name: round(float(one), 2) for name, one in zip(names, best.x, strict=True) if abs(one) >= 0.01}


class Answer(NamedTuple):
    """The first guess at an organisation's domain."""

    said: float
    is_right: bool
    is_listed: bool
    """Whether the directory lists the name."""
    has_country: bool
    """Whether the country was given."""


def answer_to(case: Case, weights: Mapping[str, float]) -> Answer:
    """Return the first guess with these weights."""
    chances = softmax([score_of(one, weights) for one in case.options])
    said, first = max(
        zip(chances, case.options, strict=True), key=lambda item: (bool(item[1].domain), item[0])
    )
    is_listed = any(one.listed for one in case.options)
    return Answer(calibrated(said), first.domain in case.right, is_listed, bool(case.country))


def show(source: str, answers: Sequence[Answer]) -> None:
    """Print how often the first guess is right, by what it said."""
    listed, sure = [one for one in answers if one.is_listed], [one for one in answers if one.said >= 0.7]
    shares = f"{len(listed) / len(answers):.3f} listed, right {_rate(listed)}; {len(sure) / len(answers):.3f} sure, right {_rate(sure)}"
    print(f"{source}: {len(answers)} names, first right {_rate(answers)}; {shares}")
    for low in range(10):
        tenth = [one for one in answers if min(int(one.said * 10), 9) == low]
        if len(tenth) >= ENOUGH:
            print(
                f"    said {sum(one.said for one in tenth) / len(tenth):.3f}  right {_rate(tenth)}  of {len(tenth)}"
            )


def _rate(answers: Sequence[Answer]) -> str:
    return f"{sum(one.is_right for one in answers) / max(len(answers), 1):.3f}"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where the sources are")
    parser.add_argument("--names", type=Path, nargs="+", default=[], help="CSV of name, domain, country")
    parser.add_argument("--directory", type=Path, default=OUT)
    parser.add_argument("--most", type=int, default=4000, help="so many organisations of each source at most")
    options = parser.parse_args()
    cases = list(read_cases(options.folder, options.names, options.directory, options.most))
    weights = fit([case for case in cases if is_for_fit(case)])
    for source in sorted({case.source for case in cases}):
        answers = [
            answer_to(case, weights) for case in cases if case.source == source and not is_for_fit(case)
        ]
        show(source, answers)
        for told, words in (True, "the country given"), (False, "no country given"):
            if found := [one for one in answers if not one.is_listed and one.has_country == told]:
                show(f"  {source}, not listed, {words}", found)
    for name, weight in weights.items():
        print(f"    {name!r}: {weight},")


if __name__ == "__main__":
    main()
