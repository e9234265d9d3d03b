"""Trials for the accuracy benchmarks: pairs of names and addresses, split into samples and people asked for, and scores.

Pairs come from a CSV file (name, local, domain), a git repository, or the text files of a folder. They hold real people's
addresses: they stay outside the repository, and nothing of them is printed but counts.
"""

import argparse
import csv
import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from guessmail.names import Name, read_name
from guessmail.samples import Sample
from guessmail.sources import SetAside, SourceKind, open_source, read_found
from guessmail.sources.judging import judge

__all__ = ["Asked", "Pairs", "Ranking", "Score", "add_pair_options", "pairs_from", "score", "trial"]

TOPS = (1, 3, 5, 10, 25)
MOST_ASKED = 20
"""So many people are asked for at a domain."""
TEXT_ENDINGS = {"", ".txt", ".md", ".rst", ".csv", ".c", ".h", ".py", ".mbox", ".yaml", ".toml"}
LARGEST = 4_000_000

Pairs = Mapping[str, Mapping[str, Sequence[str]]]
"""By domain, then by name: the local parts, sorted."""
Ranking = Sequence[tuple[str, float]]
"""Local parts, best first, each with its probability; 0 for a rule that knows of none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A person whose address is asked for."""

    name: str
    domain: str
    real: frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """How well people were guessed."""

    people: int
    tops: tuple[float, ...]
    ece1: float
    ece5: float
    skill: float


def add_pair_options(parser: argparse.ArgumentParser) -> None:
    """Declare where pairs may come from."""
    parser.add_argument("--pairs", type=Path, action="append", default=[], help="CSV of name, local, domain")
    parser.add_argument("--git", type=Path, action="append", default=[], help="git repository")
    parser.add_argument("--folder", type=Path, action="append", default=[], help="folder of text files")


def pairs_from(options: argparse.Namespace) -> Pairs:
    """Read the pairs that the options name."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, local, domain in _all(options):
        if isinstance(read_name(name), Name):
            found[domain][name].add(local.lower())
    return {
        domain: {name: sorted(found[domain][name]) for name in sorted(found[domain])}
        for domain in sorted(found)
    }


def _all(options: argparse.Namespace) -> Iterator[tuple[str, str, str]]:
    for path in options.pairs:
        with path.open(newline="", encoding="utf-8") as file:
            yield from ((row["name"], row["local"], row["domain"]) for row in csv.DictReader(file))
    for path in options.git:
        yield from _named(open_source(str(path)).samples)
    for path in options.folder:
        for file in sorted(path.rglob("*")):
            if file.suffix in TEXT_ENDINGS and file.is_file() and file.stat().st_size <= LARGEST:
                with file.open("rb") as stream:
                    yield from _named(judge(read_found(SourceKind.TEXT, stream)))


def _named(samples: Iterable[Sample | SetAside]) -> Iterator[tuple[str, str, str]]:
    """Yield the samples with a name of two words and more; an address with another in its name is a reply to a list."""
    for one in samples:
        if isinstance(one, Sample) and 2 <= len(one.name.split()) <= 5:
            yield one.name, one.local_part, one.domain


def trial(pairs: Pairs, shots: int, seed: int = 0) -> tuple[dict[str, list[Sample]], list[Asked]]:
    """Return `shots` samples of each domain that has more people, and the others to ask for, at most `MOST_ASKED`."""
    samples: dict[str, list[Sample]] = {}
    asked: list[Asked] = []
    for domain, people in pairs.items():
        if len(people) > shots:
            names = list(people)
            random.Random(f"{domain} {shots} {seed}").shuffle(names)
            samples[domain] = [Sample(f"{people[name][0]}@{domain}", name) for name in names[:shots]]
            asked += [
                Asked(name, domain, frozenset(people[name])) for name in names[shots : shots + MOST_ASKED]
            ]
    return samples, asked


def score(asked: Sequence[Asked], guess: Callable[[Asked], Ranking]) -> Score:
    """Ask for everybody, and score what comes out."""
    places: list[int] = []
    first: list[tuple[float, bool]] = []
    five: list[tuple[float, bool]] = []
    for person in asked:
        ranking = guess(person)
        place = next((at for at, (local, _) in enumerate(ranking, 1) if local in person.real), 0)
        places.append(place)
        first.append((ranking[0][1] if ranking else 0.0, place == 1))
        five.append((math.fsum(said for _, said in ranking[:5]), 1 <= place <= 5))
    tops = tuple(sum(1 <= place <= top for place in places) / max(len(places), 1) for top in TOPS)
    return Score(len(places), tops, _error(first), _error(five), _skill(first))


def _error(said: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error over ten bins of equal width."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for one in said:
        bins[min(int(one[0] * 10), 9)].append(one)
    gaps = (abs(sum(p for p, _ in held) - sum(hit for _, hit in held)) for held in bins.values())
    return sum(gaps) / max(len(said), 1)


def _skill(said: Sequence[tuple[float, bool]]) -> float:
    """Return by how much the Brier score is better than that of always saying the average."""
    size = max(len(said), 1)
    rate = sum(hit for _, hit in said) / size
    reference = rate * (1 - rate)
    return 1 - sum((p - hit) ** 2 for p, hit in said) / size / reference if reference else 0.0
