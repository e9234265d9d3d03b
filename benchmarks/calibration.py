"""Print how well the probabilities hold: what was said of first guesses, and how many were right.

    python benchmarks/calibration.py FOLDER/companies/tasks FOLDER/rfc/tasks FOLDER/linux/tasks

For each number of samples k, by how probable the first guess was said to be; and for one sample, by the pattern that it
shows. The folders are those that benchmarks/corpora/build.sh makes.
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from guessmail.guesser import Guesser, Question, Settings
from guessmail.model.evidence import kind_of
from guessmail.model.ranking import Choice
from guessmail.patterns import parse_pattern
from guessmail.patterns.catalog import form_of, shipped
from guessmail.samples import Sample

SHOTS = (0, 1, 3, 10)
FORMS = frozenset(shipped().forms)
NOTHING_SHOWN = "no pattern"
Forecast = tuple[float, bool]


def main() -> None:
    """Print the tables of all folders together."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tasks", type=Path, nargs="+")
    for folder in parser.parse_args().tasks:
        by_shots: dict[int, list[Forecast]] = {}
        by_pattern: dict[str, list[Forecast]] = defaultdict(list)
        for shots in SHOTS:
            if (folder / f"k{shots}").is_dir():
                found = list(_forecasts(folder / f"k{shots}", shots))
                by_shots[shots] = [forecast for _, forecast in found]
                if shots == 1:
                    for pattern, forecast in found:
                        by_pattern[pattern].append(forecast)
        print(
            f"\n{folder.parent.name}\n\n| said | " + " | ".join(f"k = {shots}" for shots in by_shots) + " |"
        )
        print("| --- |" + " --- |" * len(by_shots))
        for at in range(10):
            cells = [
                _cell([one for one in held if min(int(one[0] * 10), 9) == at]) for held in by_shots.values()
            ]
            print(f"| .{at} | " + " | ".join(cells) + " |")
        print("\n| the only sample shows | said → right |\n| --- | --- |")
        for pattern, held in sorted(by_pattern.items(), key=lambda item: -len(item[1])):
            print(f"| {pattern} | {_cell(held)} |")


def _forecasts(folder: Path, shots: int) -> Iterator[tuple[str, Forecast]]:
    """Yield what the only sample of each person's domain shows, and the first guess with whether it was right."""
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
            yield _kind(pattern), (best.probability, is_right)


def _kind(pattern: str) -> str:
    if pattern == NOTHING_SHOWN:
        return pattern
    form = form_of(parse_pattern(pattern))
    return kind_of(form) if form in FORMS else "induced"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _cell(held: list[Forecast]) -> str:
    """Return the mean of what was said, the share that was right, and of how many."""
    if not held:
        return ""
    return f"{mean(said for said, _ in held):.2f} → {mean(hit for _, hit in held):.2f} ({len(held)})"


if __name__ == "__main__":
    main()
