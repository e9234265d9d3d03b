"""Spark against the command line: `.venv/spark/bin/python benchmarks/spark_rows.py LIST.csv SAMPLES.csv [--cores N]`.

LIST has the columns name and domain, SAMPLES name and email. Prints the CPU time (user and system) of the command line and of
Spark's Python workers for the same rows, and how many rows differ; the status is 1 if any does. Reads /proc.
"""

import argparse
import csv
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from pyspark.sql import SparkSession

from guessmail.spark import guess_frame
from lists import measure

_TICKS = os.sysconf("SC_CLK_TCK")
Row = tuple[str, ...]


def python_seconds() -> float:
    """Return the CPU time of this process's descendants that run Python, those that ended among them."""
    ticks = 0
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = stat.read_text("utf-8").rpartition(")")
        except OSError:
            continue
        cells = rest.split()
        parents[int(stat.parent.name)] = int(cells[1]), "python" in name, sum(map(int, cells[11:15]))
    for process, (_, is_python, own) in parents.items():
        above = process
        while above in parents and above != os.getpid():
            above = parents[above][0]
        if is_python and above == os.getpid() != process:
            ticks += own
    return ticks / _TICKS


def rows_of(path: Path) -> Counter[Row]:
    """Return the rows of the command line's output, without DNS's columns."""
    with path.open(newline="", encoding="utf-8") as file:
        return Counter((*row[:6], row[8]) for row in list(csv.reader(file))[1:])


def written(cell: object) -> str:
    """Return a cell as the command line writes it."""
    return (
        ""
        if cell is None
        else f"{cell:.4f}".rstrip("0").rstrip(".")
        if isinstance(cell, float)
        else str(cell)
    )


def _main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("list", type=Path)
    parser.add_argument("samples", type=Path)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--program", default=str(Path(sys.executable).with_name("guessmail")))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "out.csv")
        guess = [
            options.program,
            "guess",
            "--no-mx",
            "--no-store",
            "-q",
            "-i",
            str(options.list),
            "-o",
            str(output),
        ]
        cost = measure([*guess, "--samples", str(options.samples)])
        expected = rows_of(output)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (
        SparkSession.builder.master(f"local[{options.cores}]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "2g")
        .config("spark.sql.execution.arrow.pyspark.enabled", "true")
        .getOrCreate()
    )
    people, known = (
        spark.read.csv(str(path), header=True, escape='"', multiLine=True)
        for path in (options.list, options.samples)
    )
    found: Counter[Row] = Counter(
        tuple(map(written, row)) for row in guess_frame(people, samples=known).toLocalIterator()
    )
    seconds = python_seconds()
    different = (expected - found).total()
    print(f"command line {cost.seconds:8.1f} s of CPU")
    print(f"Spark        {seconds:8.1f} s of CPU in Python  {seconds / cost.seconds:5.2f} x")
    print(f"{different:,} of {expected.total():,} rows differ")
    spark.stop()
    return 1 if different or expected.total() != found.total() else 0


if __name__ == "__main__":
    sys.exit(_main())
