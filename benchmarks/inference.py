"""What learning and guessing cost, and how it grows: `python benchmarks/inference.py`.

Microseconds of CPU a sample, for one domain with more and more samples and for more and more domains with five each; and
a guess, alone and as a row of a list, with and without samples. The last column is the cost beside that of the line before.
"""

import time
from collections.abc import Callable
from itertools import islice

from guessmail.candidates import Choice
from guessmail.guesser import Guesser, Question, Settings
from guessmail.output.cells import Cells
from guessmail.samples import Sample
from make_list import make_rows, make_samples

SEED = 1


def samples(count: int, domains: int) -> list[Sample]:
    """Return invented samples."""
    return [Sample(address, name) for name, address in make_samples(count, domains, SEED)]


def cost(work: Callable[[], object], count: int) -> float:
    """Return the microseconds of CPU that some work takes, divided by a count."""
    start = time.process_time()
    work()
    return (time.process_time() - start) / count * 1e6


def show(title: str, costs: dict[int, float]) -> None:
    """Print a table."""
    print(f"\n{title}")
    before = 0.0
    for count, micros in costs.items():
        print(f"{count:>10,} {micros:>10.1f} µs" + (f"   × {micros / before:.2f}" if before else ""))
        before = micros


def learning(count: int, domains: int) -> float:
    """Return what a sample costs."""
    known = samples(count, domains)
    guesser = Guesser(samples=known)
    places = dict.fromkeys(sample.domain for sample in known)
    return cost(lambda: [guesser.format_of(domain) for domain in places], count)


def rows(count: int, known: int) -> float:
    """Return what a row of a list costs at one domain with that many samples."""
    guesser = Guesser(samples=samples(known, 1), settings=Settings(Choice(1)))
    guesser.format_of("company0.example")
    cells = Cells(guesser, 1)
    questions = [Question(name, "company0.example") for name, _ in make_rows(count, 1, SEED + 1)]
    return cost(lambda: [cells.of(question) for question in questions], count)


def alone(known: int) -> float:
    """Return what a guess by itself costs."""
    guesser = Guesser(samples=samples(known, 1))
    guesser.format_of("company0.example")
    names = [name for name, _ in islice(make_rows(300, 1, SEED + 2), 300)]
    return cost(lambda: [guesser.guess(Question(name, "company0.example")) for name in names], len(names))


def _main() -> None:
    show(
        "A sample of one domain, by their number",
        {count: learning(count, 1) for count in (100, 1000, 10_000)},
    )
    counts = (100, 1000, 10_000)
    show(
        "A sample of many domains, five each, by their number",
        {count: learning(count, count // 5) for count in counts},
    )
    show("A guess alone, by the number of samples", {count: alone(count) for count in (0, 10, 1000)})
    show(
        "A row of a list without samples, by the number of rows",
        {count: rows(count, 0) for count in (1000, 10_000, 100_000)},
    )
    show(
        "A row of a list of 10,000, by the number of samples",
        {count: rows(10_000, count) for count in (0, 10, 1000)},
    )


if __name__ == "__main__":
    _main()
