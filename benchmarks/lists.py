"""What a list costs: `python benchmarks/lists.py [--list REAL.csv --pairs PAIRS.csv…] [--rows N] [--runs N] [--beside COMMAND]`.

In one run, turn by turn: a copy of the list by csv.reader and csv.writer, guessmail with one and with five guesses a row, with
5,000 samples, and with a store that holds these samples and 500 suppressions. Prints the CPU time (user and system) of each, its
ratio to the copy, and the peak memory. The figures are the least of the runs: noise only adds. REAL.csv is a list that
benchmarks/corpora/make_real_list.py made, and PAIRS the corpora that its samples are drawn from; without them list and samples
are invented. COMMAND is another program's, run in turn with the list and the output as its last two arguments.
"""

import argparse
import csv
import os
import random
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
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


SAMPLES = 5_000
SUPPRESSED = 500


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


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    """Write a table."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    return path


def samples_from(paths: Sequence[Path], most: int) -> list[tuple[str, str]]:
    """Return known people of the corpora, at random."""
    people = []
    for path in paths:
        with path.open(newline="", encoding="utf-8") as file:
            people += [(row["name"], f"{row['local']}@{row['domain']}") for row in csv.DictReader(file)]
    return random.Random(2).sample(people, min(most, len(people)))


def filled_store(
    program: Sequence[str], path: Path, samples: Path, suppressed: Sequence[tuple[str, str]]
) -> Path:
    """Return a store with samples, and with people who are to be left alone."""
    subprocess.run(
        [*program, "learn", str(samples), "--store", str(path)], check=True, stdout=subprocess.DEVNULL
    )
    rows = [(name, address.rpartition("@")[2]) for name, address in suppressed]
    listed = write(path.with_suffix(".csv"), ["name", "domain"], rows)
    subprocess.run(
        [*program, "suppress", "import", str(listed), "--store", str(path)],
        check=False,  # of real people, some names are none: all others are added
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return path


def _main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--list", type=Path, help="a list of real names")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], help="where its samples are drawn from")
    parser.add_argument("--rows", type=int, default=50_000, help="rows of an invented list")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--program", default=str(Path(sys.executable).with_name("guessmail")))
    parser.add_argument("--beside", default="", help="the command of another program")
    options = parser.parse_args()
    program = shlex.split(options.program)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        people = options.list or write(
            place / "list.csv", ["name", "domain"], make_rows(options.rows, options.rows // 7 + 1, seed=1)
        )
        known = (
            samples_from(options.pairs, SAMPLES)
            if options.pairs
            else list(make_samples(SAMPLES, 1_000, seed=2))
        )
        samples = write(place / "samples.csv", ["name", "email"], known)
        store = filled_store(program, place / "store.db", samples, known[:SUPPRESSED])
        guess = [*program, "guess", "--no-mx", "-q", "-i", str(people), "-o", str(place / "out.csv")]
        commands = {
            "csv copy": [sys.executable, "-c", _COPY, str(people), str(place / "out.csv")],
            "one guess": [*guess, "--no-store"],
            "five guesses": [*guess, "--no-store", "--top", "5"],
            "samples": [*guess, "--no-store", "--samples", str(samples)],
            "store": [*guess, "--store", str(store)],
        }
        if options.beside:
            commands["beside"] = [*shlex.split(options.beside), str(people), str(place / "out.csv")]
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                costs[name].append(measure(command))
        copy = min(cost.seconds for cost in costs["csv copy"])
        for name, found in costs.items():
            least, most = min(cost.seconds for cost in found), max(cost.megabytes for cost in found)
            print(f"{name:15} {least:8.2f} s  {least / copy:6.2f} x the copy  {most:6.0f} MB")


if __name__ == "__main__":
    _main()
