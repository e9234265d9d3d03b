"""What the store costs: building one of a million samples, and reading one domain from it in a new process.

    python benchmarks/store.py [--samples N] [--domains N] [--keep FILE]

Prints the size, the time to build, and medians over new processes: of an interpreter alone, of one that finds
no store, and of one that opens the store and reads a domain; then the same reading within one process.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from guessmail.model.ranking import Basis, Candidate
from guessmail.names import Name, Reading, Spelling
from guessmail.samples import Sample
from guessmail.store import Origin, Store
from guessmail.store.subjects import person_subject
from guessmail.store.suppression import SuppressionList

DATE = "2026-05-04"
RUNS = 21
SYLLABLES = [first + second for first in "bdfgklmnprstv" for second in "aeiou"]

NOTHING = "pass"
NO_STORE = """
import sys; from pathlib import Path; from guessmail.store.files import is_store_there
import guessmail.store
assert not is_store_there(Path(sys.argv[1] + ".none"))
"""
ONE_DOMAIN = """
import sys; from pathlib import Path
from guessmail.store import Store
from guessmail.store.suppression import SuppressionList
with Store.open(Path(sys.argv[1])) as store:
    assert store.samples(sys.argv[2])
    SuppressionList(store).has_any_at(sys.argv[2])
"""
ONE_DOMAIN_AND_RUN = (
    ONE_DOMAIN
    + """
    from guessmail.model.ranking import Basis, Candidate
    offers = [(Candidate(f"p{n}@{sys.argv[2]}", 0.5, "{first}.{last}", Basis.SAMPLES), 10) for n in range(5)]
    store.record_run("2026-05-04", {}, offers)
"""
)


def domain(number: int) -> str:
    """Return one of the domains."""
    return f"company{number}.example"


def word(number: int) -> str:
    """Return an invented name in plain letters, as most are, of its own for each number."""
    syllables: list[str] = []
    while number or len(syllables) < 2:
        number, place = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[place])
    return "".join(syllables)


def samples(count: int, domains: int) -> Iterator[Sample]:
    """Yield invented samples, the domains in no order, as a list of people has them."""
    draw = random.Random(1)
    for number in range(count):
        place = domain(draw.randrange(domains))
        given, family = word(number), word(number % 9973)
        yield Sample(f"{given}.{family}@{place}", f"{given.title()} {family.title()}", "line 1")


def milliseconds(action: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median of several runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def process(code: str, *arguments: object) -> Callable[[], object]:
    """Return what runs a program in a process of its own."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return lambda: subprocess.run(command, check=True)


def build(path: Path, count: int, domains: int) -> None:
    """Make the store, and say what that took."""
    start = time.perf_counter()
    with Store(path) as store:
        store.learn(samples(count, domains), origin=Origin("people.csv"), date=DATE)
    seconds = time.perf_counter() - start
    print(f"learn {count:,} samples at {domains:,} domains: {seconds:.1f} s, {count / seconds:,.0f} a second")
    print(f"size: {path.stat().st_size / 1e6:.0f} MB")


def measure(path: Path, domains: int) -> None:
    """Print what reading costs."""
    place = domain(random.Random(2).randrange(domains))
    alone = milliseconds(process(NOTHING))
    print(f"new process, interpreter alone: {alone:.1f} ms")
    for title, code in (
        ("no store", NO_STORE),
        ("one domain", ONE_DOMAIN),
        ("and a run recorded", ONE_DOMAIN_AND_RUN),
    ):
        print(f"new process, {title}: +{milliseconds(process(code, path, place)) - alone:.1f} ms")
    with Store(path) as store:
        numbers = iter(random.Random(3).sample(range(domains), RUNS))
        took = milliseconds(lambda: store.samples(domain(next(numbers))))
        print(f"samples(domain), a new one each time: {took:.3f} ms")
        offers = [(Candidate(f"p{n}@{place}", 0.5, "{first}", Basis.PRIOR), 0) for n in range(5)]
        took = milliseconds(lambda: store.record_run(DATE, {}, offers))
        print(f"record_run of 5 offers: {took:.2f} ms")
        measure_list(store, domains)


def measure_guess(path: Path, domains: int) -> None:
    """Print what a guess for one person takes with the store, beside one without: the two taken in turn."""
    place = domain(random.Random(4).randrange(domains))
    program = str(Path(sys.executable).with_name("guessmail"))
    command = [program, "guess", "Jane Doe", place, "--no-mx", "-q", "--store", str(path)]
    times: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(RUNS):
        for with_store, took in times.items():
            whole = command if with_store else [*command, "--no-store"]
            start = time.perf_counter()
            subprocess.run(whole, check=True, stdout=subprocess.DEVNULL)
            took.append((time.perf_counter() - start) * 1000)
    own, without = (statistics.median(times[with_store]) for with_store in (True, False))
    print(
        f"guess for one person: {own:.0f} ms with the store, {without:.0f} ms without: ratio {own / without:.2f}"
    )


def measure_list(store: Store, domains: int) -> None:
    """Print what asking the list of people to leave alone costs a row: empty, and with a thousand on it."""
    jane = Name("Jane Doe", (Reading("Jane", "", "Doe", (Spelling("jane"),), (Spelling("doe"),)),))
    places = [domain(number) for number in range(min(domains, 10_000))]
    for count in (0, 1000):
        people = SuppressionList(store)
        for place in places[:count]:
            people.add([person_subject(jane, place)], date=DATE)
        for title, asked in (("new domains", places), ("the same domains again", places)):
            start = time.perf_counter()
            for each in asked:
                people.is_suppressed(jane, each, ())
            took = (time.perf_counter() - start) * 1000
            print(f"is_suppressed, {count} on the list, {title}: {took / len(asked) * 1000:.1f} µs a row")


def main() -> None:
    """Build or take a store, and measure it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--samples", type=int, default=1_000_000)
    parser.add_argument("--domains", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, metavar="FILE", help="make the store there, and leave it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        path = options.keep or Path(folder) / "store.db"
        if not path.exists():
            build(path, options.samples, options.domains)
        measure(path, options.domains)
        measure_guess(path, options.domains)


if __name__ == "__main__":
    main()
