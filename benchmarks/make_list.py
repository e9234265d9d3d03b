"""Make a list of invented people: `python benchmarks/make_list.py ROWS [--domains N] [--seed N] > list.csv`.

Each row has a name and a domain under `.example`; 3 % of the names are not ASCII, 2 % are written
`Last, First` and so quoted. The same arguments give the same bytes.
"""

import argparse
import csv
import math
import random
import sys
from collections.abc import Callable, Iterator

__all__ = ["make_rows", "make_samples", "make_words"]

_STARTS = [
    "B",
    "Br",
    "C",
    "Ch",
    "D",
    "F",
    "G",
    "H",
    "J",
    "K",
    "L",
    "M",
    "N",
    "P",
    "R",
    "S",
    "St",
    "T",
    "V",
    "W",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
_ENDS = ["n", "l", "r", "s", "t", "nd", "rt", "ck", "m", "n", "l"]
_FOREIGN = ["ä", "é", "ö", "ü", "ñ", "ø", "ł", "ç", "š", "ğ"]


def make_words(dice: random.Random, count: int, syllables: int) -> list[str]:
    """Return invented words, none twice."""
    words: dict[str, None] = {}
    while len(words) < count:
        inner = "".join(dice.choice(_STARTS).lower() + dice.choice(_VOWELS) for _ in range(syllables - 1))
        words[(dice.choice(_STARTS) + dice.choice(_VOWELS) + inner + dice.choice(_ENDS))] = None
    return list(words)


def make_rows(rows: int, domains: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield names and domains."""
    dice = random.Random(seed)
    given, family = make_words(dice, 2000, 1 + 1), make_words(dice, 30_000, 3)
    for _ in range(rows):
        first, last = _by_zipf(dice, given), _by_zipf(dice, family)
        kind = dice.random()
        if kind < 0.03:
            last = last[:1] + dice.choice(_FOREIGN) + last[2:]
        elif kind < 0.05:
            last, first = first, f"{last},"
        yield f"{first} {last}", f"company{dice.randrange(domains)}.example"


def _by_zipf(dice: random.Random, words: list[str]) -> str:
    """Return a word, the n-th one with a probability that falls as 1 / n: as often as names repeat in life."""
    return words[min(int(math.exp(dice.random() * math.log(len(words) + 1))), len(words)) - 1]


def make_samples(samples: int, domains: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield names with their addresses, at the first of the domains, each of one of three formats."""
    dice = random.Random(seed)
    formats: list[Callable[[str, str], str]] = [
        lambda first, last: f"{first}.{last}",
        lambda first, last: f"{first[:1]}{last}",
        lambda first, _: first,
    ]
    given, family = make_words(dice, 2000, 2), make_words(dice, 30_000, 3)
    for number in range(samples):
        first, last = dice.choice(given), dice.choice(family)
        domain = number % domains
        local = formats[domain % 3](first.lower(), last.lower())
        yield f"{first} {last}", f"{local}@company{domain}.example"


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int)
    parser.add_argument("--domains", type=int, default=150_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--samples", action="store_true", help="make samples (name,email) instead of questions"
    )
    options = parser.parse_args()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    make = make_samples if options.samples else make_rows
    writer.writerow(["name", "email" if options.samples else "domain"])
    writer.writerows(make(options.rows, options.domains, options.seed))


if __name__ == "__main__":
    _main()
