"""Show what wrong samples cost: how far top1 falls with a share of them swapped within their domain.

    python benchmarks/robustness.py FOLDER/linux/tasks [--shots 10] [--seeds 3]

Pairs of a domain's known people are chosen, as many as make the given share in the mean over all domains, and the two swap
their addresses. The targets: with 10 % at most 0.01 lost, with 30 % at most 0.03.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import mean

SHARES = (0.0, 0.1, 0.3)
TARGETS = (0.0, 0.01, 0.03)


def main() -> None:
    """Score guessmail with more and more samples swapped."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tasks", type=Path, help="a folder that benchmarks/corpora/build.sh made")
    parser.add_argument("--shots", type=int, default=10, help="known people a domain")
    parser.add_argument("--seeds", type=int, default=3, help="how often it is swapped")
    options = parser.parse_args()
    folder = options.tasks / f"k{options.shots}"
    rows = list(csv.DictReader((folder / "samples.csv").open(newline="", encoding="utf-8")))
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    whole = 0.0
    for share, target in zip(SHARES, TARGETS, strict=True):
        top1 = mean(_top1(folder, _swapped(rows, share, seed), truth) for seed in range(options.seeds))
        whole = whole or top1
        print(f"{share:4.0%} swapped: top1 {top1:.3f}, {top1 - whole:+.3f} (at most {-target:+.2f})")


def _swapped(rows: list[dict[str, str]], share: float, seed: int) -> list[dict[str, str]]:
    """Return samples of which a share has the address of a colleague."""
    dice = random.Random(seed)
    by_domain: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        by_domain[row["email"].rpartition("@")[2]].append(dict(row))
    for members in by_domain.values():
        dice.shuffle(members)
        for left, right in zip(members[::2], members[1::2], strict=False):
            if dice.random() < share:
                left["email"], right["email"] = right["email"], left["email"]
    return [row for members in by_domain.values() for row in members]


def _top1(folder: Path, samples: list[dict[str, str]], truth: dict[str, list[str]]) -> float:
    """Return how many first guesses are right, through the installed program."""
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["name", "email"])
        writer.writeheader()
        writer.writerows(samples)
        file.flush()
        program = str(Path(sys.executable).with_name("guessmail"))
        command = [program, "guess", "-i", str(folder / "people.csv"), "--samples", file.name]
        options = ["--no-mx", "--no-store", "--quiet", "--min-probability", "0", "--format", "jsonl"]
        done = subprocess.run([*command, *options], stdout=subprocess.PIPE, encoding="utf-8", check=False)
    hits = 0
    for line in done.stdout.splitlines():
        row = json.loads(line)
        hits += any(
            one["address"].partition("@")[0] in truth[row["input"]["id"]] for one in row["candidates"]
        )
    return hits / len(truth)


if __name__ == "__main__":
    main()
