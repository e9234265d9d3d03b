"""Print how well the probabilities hold: what was said of first guesses, and how many were right.

    python benchmarks/calibration.py FOLDER/{companies,pubmed,sbir,openstates,rfc,linux}/tasks

For each number of samples k, by how probable the first guess was said to be; and for one sample, by the pattern that it
shows. Then the mean distance between what was said and what was right over the ten rows, beside that of a perfect forecaster
who says the same: people at one domain are right or wrong together, so that chance leaves more of it than of as many
people at domains of their own. The folders are those that benchmarks/corpora/build.sh makes.
"""

import argparse
import csv
import json
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import NormalDist, mean, quantiles
from typing import NamedTuple

from guessmail.guesser import Guesser, Question, Settings
from guessmail.model.evidence import pattern_kind
from guessmail.model.ranking import Choice
from guessmail.patterns import parse_pattern
from guessmail.patterns.catalog import pattern_features, shipped
from guessmail.samples import Sample

SHOTS = (0, 1, 3, 10)
FORMS = frozenset(shipped().forms)
NOTHING_SHOWN = "no pattern"
ROWS = 10
SIMULATIONS = 200
LATENT = 1.5
"""The correlation of normal variables is about so much larger than that of what exceeds a threshold."""


class Forecast(NamedTuple):
    """What was said of a first guess, and what came of it."""

    domain: str
    shown: str
    """What kind of pattern the only sample shows; empty where there is none, or more than one."""
    said: float
    is_right: bool


def main() -> None:
    """Print the tables of all folders together."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tasks", type=Path, nargs="+")
    for folder in parser.parse_args().tasks:
        by_shots = {
            shots: list(_forecasts(folder / f"k{shots}", shots))
            for shots in SHOTS
            if (folder / f"k{shots}").is_dir()
        }
        print(
            f"\n{folder.parent.name}\n\n| said | " + " | ".join(f"k = {shots}" for shots in by_shots) + " |"
        )
        print("| --- |" + " --- |" * len(by_shots))
        for at in range(ROWS):
            cells = [_cell([one for one in held if _row_of(one) == at]) for held in by_shots.values()]
            print(f"| .{at} | " + " | ".join(cells) + " |")
        print("\n| the only sample shows | said → right |\n| --- | --- |")
        by_pattern: dict[str, list[Forecast]] = defaultdict(list)
        for one in by_shots[1]:
            by_pattern[one.shown].append(one)
        for pattern, held in sorted(by_pattern.items(), key=lambda item: -len(item[1])):
            print(f"| {pattern} | {_cell(held)} |")
        for shots, held in by_shots.items():
            perfect = _errors_of_a_perfect_forecaster(held)
            print(
                f"k = {shots}: mean distance {_error(held):.3f}; of a perfect forecaster {mean(perfect):.3f}, in 19 of 20"
                f" cases below {quantiles(perfect, n=20)[-1]:.3f} ({len({one.domain for one in held})} domains)"
            )


def _row_of(one: Forecast) -> int:
    return min(int(one.said * ROWS), ROWS - 1)


def _error(held: Sequence[Forecast]) -> float:
    """Return the mean distance between what was said and what was right, over rows of equal width."""
    excess = [0.0] * ROWS
    for one in held:
        excess[_row_of(one)] += one.said - one.is_right
    return math.fsum(map(abs, excess)) / len(held)


def _errors_of_a_perfect_forecaster(held: Sequence[Forecast]) -> list[float]:
    """Return what chance alone leaves, again and again: what is common to a domain is drawn once for all of its people."""
    by_domain: dict[str, list[Forecast]] = defaultdict(list)
    for one in held:
        by_domain[one.domain].append(one)
    common = max(0.0, min(_correlation(by_domain.values()) * LATENT, 0.95))
    dice, normal = random.Random(1), NormalDist()
    thresholds = {one.said: normal.inv_cdf(one.said) for one in held}
    found = []
    for _ in range(SIMULATIONS):
        drawn = []
        for members in by_domain.values():
            shared = math.sqrt(common) * dice.gauss(0.0, 1.0)
            drawn += [
                one._replace(
                    is_right=shared + math.sqrt(1.0 - common) * dice.gauss(0.0, 1.0) < thresholds[one.said]
                )
                for one in members
            ]
        found.append(_error(drawn))
    return found


def _correlation(domains: Iterable[Sequence[Forecast]]) -> float:
    """Return how far people at one domain are right or wrong together."""
    shared = pairs = 0.0
    for members in domains:
        rests = [(one.is_right - one.said) / math.sqrt(one.said * (1.0 - one.said)) for one in members]
        shared += math.fsum(rests) ** 2 - math.fsum(rest**2 for rest in rests)
        pairs += len(rests) * (len(rests) - 1)
    return shared / pairs if pairs else 0.0


def _forecasts(folder: Path, shots: int) -> Iterator[Forecast]:
    """Yield the first guess for each person, what was said of it, and whether it was right."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    samples = [Sample(row["email"], row["name"]) for row in _rows(folder / "samples.csv")]
    guesser = Guesser(samples=samples, settings=Settings(Choice(1, min_probability=0.0)))
    for row in _rows(folder / "people.csv"):
        guess = guesser.guess(Question(row["name"], row["domain"]))
        if guess.candidates:
            best = guess.candidates[0]
            is_right = best.address.partition("@")[0] in truth[row["id"]]
            votes = guesser.format_of(guess.domain).votes if shots == 1 else ()
            shares = votes[0].shares if votes else {}
            pattern = max(shares, key=lambda text: shares[text], default=NOTHING_SHOWN)
            yield Forecast(guess.domain, _kind(pattern), best.probability, is_right)


def _kind(pattern: str) -> str:
    if pattern == NOTHING_SHOWN:
        return pattern
    form = pattern_features(parse_pattern(pattern))
    return pattern_kind(form) if form in FORMS else "induced"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _cell(held: list[Forecast]) -> str:
    """Return the mean of what was said, the share that was right, and of how many."""
    if not held:
        return ""
    return f"{mean(one.said for one in held):.2f} → {mean(one.is_right for one in held):.2f} ({len(held)})"


if __name__ == "__main__":
    main()
