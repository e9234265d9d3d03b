"""How long the reading of a name takes: microseconds, the median of seven blocks, for each kind of name.

    python benchmarks/names_speed.py

Caches are passed by: every name of the slower kinds is read as if for the first time. The loop around the
calls is counted.
"""

import importlib
import statistics
import sys
import time
from collections.abc import Callable

from guessmail.names import name_from_parts, plain_words, read_name
from guessmail.names.slow import read_slowly
from guessmail.names.types import NameOrder

_GIVEN = ["Jane", "Robert", "Xiaoming", "Ivan", "Clara", "Stefan", "Amit", "Yuki", "Lucy", "Peter"]
_FAMILY = ["Doe", "Wang", "Smith", "Jones", "Petrov", "Nguyen", "Sharma", "Tanaka", "Hill", "Novak"]
_BLOCKS = 7


def main() -> int:
    """Print a line for each kind."""
    plain = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]
    marked = [f"{given} Müller{family.lower()}" for given in _GIVEN for family in _FAMILY]
    three = [f"{given} Q. {family}" for given in _GIVEN for family in _FAMILY]
    hard = [f"Dr. {given} van der {family}, PhD" for given in _GIVEN for family in _FAMILY]
    cyrillic = [f"{given} {family}ов" for given in ("Дмитрий", "Юлия") for family in ("Щербак", "Иван")] * 25
    slowly: Callable[[str], object] = lambda name: read_slowly(name, NameOrder.AUTO)  # noqa: E731
    kinds: list[tuple[str, Callable[[str], object], list[str]]] = [
        ("plain, the question alone whether it is", plain_words, plain),
        ("plain, two ASCII words", read_name, plain),
        ("plain, by the slow path", slowly, plain),
        ("with an initial", slowly, three),
        ("with an umlaut", slowly, marked),
        ("Cyrillic", slowly, cyrillic),
        ("title, particle and suffix (nameparser)", slowly, hard),
        ("any, seen before", read_name, hard),
        ("two columns, seen before", lambda name: name_from_parts(name, "Doe"), plain),
    ]
    for kind, read, names in kinds:
        print(f"{_microseconds(read, names):8.2f}  {kind}")
    print(f"{_import_milliseconds():8.2f}  ms to import guessmail.names, its own modules, warm")
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
