"""What a list costs: `python benchmarks/lists.py [ROWS] [--runs N] [--program CMD]`.

In one run, turn by turn: a copy of the list by csv.reader and csv.writer, guessmail with one and with
five guesses a row, and with 10,000 samples at 2,000 domains. Prints the CPU time (user and system) of
each, its ratio to the copy, and the peak memory; with `--tenfold` also that at ten times the rows. The
figures are the least of the runs: noise only adds.
"""

import argparse
import csv
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from make_list import make_rows, make_samples

_COPY = """
import csv, sys
text = {"newline": "", "encoding": "utf-8"}
with open(sys.argv[1], **text) as source, open(sys.argv[2], "w", **text) as target:
    writer = csv.writer(target)
    for row in csv.reader(source):
        writer.writerow(row)
"""


class Cost(NamedTuple):
    """What a process took."""

    seconds: float
    megabytes: float


def measure(command: Sequence[str]) -> Cost:
    """Run a command to its end; one that fails ends the benchmark."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 4}:
        sys.exit(f"{shlex.join(command)} ended with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def write_list(path: Path, rows: int, domains: int) -> Path:
    """Write a list of invented people."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "domain"])
        writer.writerows(make_rows(rows, domains, seed=1))
    return path


def write_samples(path: Path) -> Path:
    """Write 10,000 samples at 2,000 of the list's domains."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "email"])
        writer.writerows(make_samples(10_000, 2_000, seed=2))
    return path


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--domains", type=int, default=150_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--program", default=str(Path(sys.executable).with_name("guessmail")))
    parser.add_argument("--no-samples", action="store_true")
    parser.add_argument(
        "--tenfold", action="store_true", help="measure the memory at ten times the rows, too"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        people = write_list(Path(folder, "list.csv"), options.rows, options.domains)
        guess = [*shlex.split(options.program), "guess", "--no-mx", "--no-store", "-q"]
        into = ["-o", str(Path(folder, "out.csv"))]
        commands = {
            "csv copy": [sys.executable, "-c", _COPY, str(people), into[1]],
            "one guess": [*guess, "-i", str(people), *into],
            "five guesses": [*guess, "-i", str(people), *into, "--top", "5"],
        }
        if not options.no_samples:
            samples = write_samples(Path(folder, "samples.csv"))
            commands["10,000 samples"] = [*commands["one guess"], "--samples", str(samples)]
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                costs[name].append(measure(command))
        copy = min(cost.seconds for cost in costs["csv copy"])
        for name, found in costs.items():
            least, most = min(cost.seconds for cost in found), max(cost.megabytes for cost in found)
            print(f"{name:15} {least:8.2f} s  {least / copy:6.2f} x the copy  {most:6.0f} MB")
        if options.tenfold:
            tenfold = write_list(people, options.rows * 10, options.domains)
            cost = measure([*guess, "-i", str(tenfold), "-o", into[1]])
            print(f"{'ten times rows':15} {cost.seconds:8.2f} s  {'':17} {cost.megabytes:6.0f} MB")


if __name__ == "__main__":
    _main()
