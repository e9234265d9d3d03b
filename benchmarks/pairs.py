"""Pairs of names and addresses to fit on and to score with: CSV files with the columns name, local, domain.

Such files hold real people's addresses: they stay outside the repository.
"""

import csv
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guessmail.names import Name, read_name

__all__ = ["MOST_PEOPLE", "Person", "domains_in", "fold_of", "read_people"]

MOST_PEOPLE = 20
"""No domain counts for more people than this."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person with all local parts that the person has at a domain."""

    name: Name
    domain: str
    local_parts: frozenset[str]
    weight: float


def domains_in(paths: Iterable[Path]) -> set[str]:
    """Return the domains that the files hold."""
    return {row["domain"] for path in paths for row in _rows(path)}


def read_people(
    paths: Iterable[Path], leave_out: set[str], *, folds: Iterable[int] = range(5)
) -> list[Person]:
    """Return the people of domains that are not left out and fall into one of the folds (of five, by CRC-32)."""
    wanted = set(folds)
    locals_of: dict[tuple[str, str], set[str]] = {}
    for path in paths:
        for row in _rows(path):
            domain = row["domain"]
            if domain not in leave_out and fold_of(domain, 5) in wanted:
                locals_of.setdefault((domain, row["name"]), set()).add(row["local"].lower())
    sizes = Counter(domain for domain, _ in locals_of)
    people = []
    for (domain, written), local_parts in sorted(locals_of.items()):
        name = read_name(written)
        if isinstance(name, Name):
            weight = min(MOST_PEOPLE, sizes[domain]) / sizes[domain]
            people.append(Person(name, domain, frozenset(local_parts), weight))
    return people


def fold_of(domain: str, folds: int, salt: str = "") -> int:
    """Return the fold of a domain, the same on every machine."""
    return zlib.crc32((salt + domain).encode()) % folds


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
