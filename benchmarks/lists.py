"""How fast lists are, as ratios: `python benchmarks/lists.py [--rows N] [--domains N] [--samples N] [--keep]`.

Each row is a run of the installed program over an invented list (`make_list.py`), its CPU time divided by that of a copy of
the same file by csv.reader and csv.writer that ran just before; `growth` is the peak memory at ten times the rows. A ratio
over its limit ends the command with status 1.
"""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from make_list import make_rows, make_samples

COPY = """
import csv, sys
with open(sys.argv[1], newline="") as source, open(sys.argv[2], "w", newline="") as target:
    writer = csv.writer(target)
    for row in csv.reader(source):
        writer.writerow(row)
"""


class Spent(NamedTuple):
    """What a process used."""

    cpu: float
    """Seconds, of user and system."""
    peak: float
    """Megabytes of memory."""


def spend(command: Sequence[str]) -> Spent:
    """Run a command to its end, which must be a success."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with status {process.returncode}")
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a list."""
    with path.open("w", newline="", encoding="utf-8") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    return str(path)


class Bench:
    """Runs the program beside the copy."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.is_over = False

    def guess(self, listed: str, *options: str) -> Spent:
        """Guess a list."""
        output = str(self._folder / "guessed.csv")
        command = [sys.executable, "-m", "guessmail", "guess", "-i", listed, "-o", output, "--no-mx", "--no-store", "-q"]
        return spend([*command, *options])

    def copy(self, listed: str) -> Spent:
        """Copy it."""
        return spend([sys.executable, "-c", COPY, listed, str(self._folder / "copy.csv")])

    def show(self, what: str, ratio: float, limit: float, goal: float | None = None, unit: str = "×") -> None:
        """Print a ratio beside what it may be."""
        self.is_over |= ratio > limit
        wanted = f"at most {limit:g}" + (f", goal {goal:g}" if goal else "")
        print(f"{what:<44} {ratio:7.2f} {unit:<4} ({wanted}){'  OVER' if ratio > limit else ''}", flush=True)


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--domains", type=int, default=150_000)
    parser.add_argument("--samples", type=int, default=10_000)
    parser.add_argument("--sampled-domains", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(folder)
        made = (options.domains, options.seed)
        whole = write(folder / "list.csv", ["name", "domain"], make_rows(options.rows, *made))
        tenth = write(folder / "tenth.csv", ["name", "domain"], make_rows(options.rows // 10, *made))
        known = make_samples(options.samples, options.sampled_domains, options.seed)
        samples = write(folder / "samples.csv", ["name", "email"], known)
        copy, one = bench.copy(whole), bench.guess(whole)
        bench.show("one guess a row, CPU of a copy", one.cpu / copy.cpu, 15, 5)
        copy, five = bench.copy(whole), bench.guess(whole, "--top", "5")
        bench.show("five guesses a row, CPU of a copy", five.cpu / copy.cpu, 25, 8)
        plain, told = bench.guess(whole), bench.guess(whole, "--samples", samples)
        bench.show(f"with {options.samples} samples, CPU of without", told.cpu / plain.cpu, 1.5)
        small = bench.guess(tenth)
        bench.show("peak memory, one guess", one.peak, 80, unit="MB")
        bench.show("peak memory, five guesses", five.peak, 80, unit="MB")
        bench.show("growth of memory by ten times the rows", one.peak / small.peak, 1.25)
    sys.exit(bench.is_over)


if __name__ == "__main__":
    _main()
