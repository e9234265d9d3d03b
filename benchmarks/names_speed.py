"""How long the reading of a name takes: microseconds, the median of seven blocks, for each kind of name.

    python benchmarks/names_speed.py [--names PAIRS.csv]

With `--names`, the names of that file (column `name`), plain ones and others, each read once.

Caches are passed by: every name of the slower kinds is read as if for the first time. The loop around the
calls is counted.
"""

import argparse
import csv
import importlib
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from guessmail.names import name_from_parts, plain_words, read_name
from guessmail.names.slow import read_slowly
from guessmail.names.words import NameOrder

_GIVEN = ["Jane", "Robert", "Xiaoming", "Ivan", "Clara", "Stefan", "Amit", "Yuki", "Lucy", "Peter"]
_FAMILY = ["Doe", "Wang", "Smith", "Jones", "Petrov", "Nguyen", "Sharma", "Tanaka", "Hill", "Novak"]
_BLOCKS = 7
_MOST_NAMES = 8000
_WARM = 300


def main() -> int:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=Path, help="a table of real names")
    if path := parser.parse_args().names:
        return _real_names(path)
    plain = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]
    marked = [f"{given} Müller{family.lower()}" for given in _GIVEN for family in _FAMILY]
    three = [f"{given} Q. {family}" for given in _GIVEN for family in _FAMILY]
    hard = [f"Dr. {given} van der {family}, PhD" for given in _GIVEN for family in _FAMILY]
    cyrillic = [f"{given} {family}ов" for given in ("Дмитрий", "Юлия") for family in ("Щербак", "Иван")] * 25
    slowly: Callable[[str], object] = lambda name: read_slowly.__wrapped__(name, NameOrder.AUTO)  # noqa: E731
    kinds: list[tuple[str, Callable[[str], object], list[str]]] = [
        ("plain, the question alone whether it is", plain_words, plain),
        ("plain, two ASCII words", read_name, plain),
        ("plain, by the slow path", slowly, plain),
        ("with an initial", slowly, three),
        ("with an umlaut", slowly, marked),
        ("Cyrillic", slowly, cyrillic),
        ("title, particle and suffix", slowly, hard),
        ("any, seen before", read_name, hard),
        ("two columns, seen before", lambda name: name_from_parts(name, "Doe"), plain),
    ]
    for kind, read, names in kinds:
        print(f"{_microseconds(read, names):8.2f}  {kind}")
    print(f"{_import_milliseconds():8.2f}  ms to import guessmail.names, its own modules, warm")
    return 0


def _real_names(path: Path) -> int:
    """Print the processor time of names that were never read before, after as many as fill no cache."""
    with path.open(encoding="utf-8", newline="") as file:
        names = sorted({row["name"] for row in csv.DictReader(file)})
    random.Random(1).shuffle(names)
    plain = [name for name in names if plain_words(name)][:_MOST_NAMES]
    other = [name for name in names if not plain_words(name)][:_MOST_NAMES]
    for kind, chosen in (("plain", plain), ("other", other)):
        for name in chosen[:_WARM]:
            read_name(name)
        start = time.process_time()
        for name in chosen[_WARM:]:
            read_name(name)
        print(f"{(time.process_time() - start) / max(len(chosen) - _WARM, 1) * 1e6:8.2f}  {kind}")
    return 0


def _microseconds(read: Callable[[str], object], names: list[str]) -> float:
    times: list[float] = []
    for name in names:  # what is loaded with the first name of a kind, and the caches that real lists fill
        read(name)
    for _ in range(_BLOCKS):
        start = time.perf_counter()
        for name in names:
            read(name)
        times.append((time.perf_counter() - start) / len(names) * 1e6)
    return statistics.median(times)


def _import_milliseconds() -> float:
    times: list[float] = []
    for _ in range(_BLOCKS):
        for module in [module for module in sys.modules if module.startswith("guessmail")]:
            del sys.modules[module]
        start = time.perf_counter()
        importlib.import_module("guessmail.names")
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
