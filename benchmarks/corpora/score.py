#!/usr/bin/env python3
"""Score a guesser on frozen tasks, through its command line.

    score.py TASKS [--shots 0,1,3,10] [--directory] [--save FILE] [--against FILE] -- COMMAND...

COMMAND is run once per K with `-i people.csv [--samples samples.csv] --no-mx --top 25 --min-probability 0
--format jsonl` appended; each output line must be the JSON object that docs/lists.md describes (the input row's columns
under `input`, `candidates` best first, each with `address` and `probability`).
GUESSMAIL_NO_DIRECTORY=1 is set unless --directory is given: the directory of organisations counts the very people of these corpora.
Printed per K, and at the end over all:
top1 … top25   share of people whose real address is among the first 1, 3, 5, 10, 25 guesses
ece1           expected calibration error (10 bins of equal width) of the first guess's probability
ece5           the same for the sum of the first five against one of them being right
over           ece1 less that of a perfect forecaster with the same probabilities (simulated): what is left is miscalibration
skill          1 - Brier score of the first guess / Brier score of always saying the average hit rate;
               0 says nothing about who will be hit, 1 says all
people_per_s   of the whole process
--save keeps who was hit; --against FILE (kept by another run on the same tasks) prints the paired differences of top1, top3, top5 and
top10, each with its standard error, whole domains drawn again: less than twice that is no difference.
"""

import csv
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

TOPS = (1, 3, 5, 10, 25)


def calibration_error(said: list[tuple[float, bool]]) -> float:
    """Mean distance between what was said and what happened, over ten bins of equal width; about 0.03 for a perfect
    forecaster with a thousand forecasts, 0.055 with three hundred and fifty."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for p, hit in said:
        bins.setdefault(min(int(p * 10), 9), []).append((p, hit))
    return sum(abs(sum(p for p, _ in b) - sum(h for _, h in b)) for b in bins.values()) / max(len(said), 1)


def floor(said: list[tuple[float, bool]]) -> float:
    """Mean calibration error of forecasters who say the same and are right as often as they say."""
    draw = random.Random(1)
    return sum(calibration_error([(p, draw.random() < p) for p, _ in said]) for _ in range(40)) / 40


def paired(folder: Path, one: list[list[bool]], other: list[list[bool]]) -> str:
    """Return the differences of two runs on a task, with standard errors over domains."""
    with open(folder / "people.csv", newline="", encoding="utf-8") as file:
        domains = {row["id"]: row["domain"] for row in csv.DictReader(file)}
    by_domain: dict[str, list[int]] = {}
    for at, key in enumerate(json.loads((folder / "truth.json").read_text(encoding="utf-8"))):
        by_domain.setdefault(domains[key], []).append(at)
    draw, found = random.Random(2), []
    for column, top in enumerate(TOPS[:4]):
        sums = [
            (sum(one[at][column] - other[at][column] for at in people), len(people))
            for people in by_domain.values()
        ]
        again = []
        for _ in range(300):
            drawn = draw.choices(sums, k=len(sums))
            again.append(sum(d for d, _ in drawn) / sum(n for _, n in drawn))
        mean = sum(again) / len(again)
        error = (sum((x - mean) ** 2 for x in again) / len(again)) ** 0.5
        found.append(f"top{top} {sum(d for d, _ in sums) / sum(n for _, n in sums):+.4f} ± {error:.4f}")
    return ", ".join(found)


def skill(said: list[tuple[float, bool]]) -> float:
    rate = sum(hit for _, hit in said) / max(len(said), 1)
    reference = rate * (1 - rate)
    return 1 - sum((p - hit) ** 2 for p, hit in said) / len(said) / reference if reference else 0.0


def ask(folder: Path, command: list[str]) -> tuple[list[tuple[set, list]], float]:
    """Run the command on a task; return (real local parts, guesses) of each person, and the seconds it took."""
    truth = {k: set(v) for k, v in json.loads((folder / "truth.json").read_text(encoding="utf-8")).items()}
    argv = [
        *command,
        "-i",
        str(folder / "people.csv"),
        "--no-mx",
        "--top",
        "25",
        "--min-probability",
        "0",
        "--format",
        "jsonl",
    ]
    if folder.name != "k0":
        argv += ["--samples", str(folder / "samples.csv")]
    start = time.perf_counter()
    done = subprocess.run(argv, capture_output=True, text=True, encoding="utf-8")
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 4):
        sys.exit(f"{' '.join(argv)}\nexit status {done.returncode}\n{done.stderr[-2000:]}")
    guesses = {}
    for line in done.stdout.splitlines():
        row = json.loads(line)
        guesses[str(row["input"]["id"])] = [
            (c["address"].partition("@")[0].lower(), c["probability"]) for c in row["candidates"]
        ]
    return [(real, guesses.get(key, [])) for key, real in truth.items()], seconds


def score(people: list[tuple[set, list]]) -> dict:
    n = len(people)
    out = {"people": n}
    for top in TOPS:
        out[f"top{top}"] = round(sum(any(g in real for g, _ in said[:top]) for real, said in people) / n, 3)
    first = [(said[0][1] if said else 0.0, bool(said) and said[0][0] in real) for real, said in people]
    five = [(sum(p for _, p in said[:5]), any(g in real for g, _ in said[:5])) for real, said in people]
    return out | {
        "ece1": round(calibration_error(first), 4),
        "ece5": round(calibration_error(five), 4),
        "over": round(calibration_error(first) - floor(first), 4),
        "skill": round(skill(first), 3),
    }


def main() -> None:
    cut = sys.argv.index("--")
    tasks, options, command = Path(sys.argv[1]), sys.argv[2:cut], sys.argv[cut + 1 :]
    shots = options[options.index("--shots") + 1] if "--shots" in options else "0,1,3,10"
    if "--directory" not in options:
        os.environ["GUESSMAIL_NO_DIRECTORY"] = "1"
    everyone, hits = [], {}
    before = (
        json.loads(Path(options[options.index("--against") + 1]).read_text())
        if "--against" in options
        else {}
    )
    for k in shots.split(","):
        people, seconds = ask(tasks / f"k{k}", command)
        hits[k] = [[any(g in real for g, _ in said[:top]) for top in TOPS] for real, said in people]
        everyone += people
        print(
            f"k={k}", json.dumps(score(people) | {"people_per_s": round(len(people) / seconds)}), flush=True
        )
        if k in before:
            print(f"k={k} against:", paired(tasks / f"k{k}", hits[k], before[k]), flush=True)
    if "--save" in options:
        Path(options[options.index("--save") + 1]).write_text(json.dumps(hits))
    print("all", json.dumps(score(everyone)))


if __name__ == "__main__":
    main()
