"""Pairs of names and addresses to fit on and to score with: CSV files with the columns name, local, domain.

Such files hold real people's addresses: they stay outside the repository.
"""

import csv
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from guessmail.model.traits import domain_traits
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
    source: str = ""
    company: str = ""

    @property
    def traits(self) -> tuple[str, ...]:
        """Those of the domain, and of the company where its name is given."""
        return domain_traits(self.domain, self.company)

    @property
    def is_repeated(self) -> bool:
        """Whether the same person stands in the data without the company's name, too."""
        return bool(self.company)


def domains_in(paths: Iterable[Path]) -> set[str]:
    """Return the domains that the files hold."""
    return {row["domain"] for path in paths for row in _rows(path)}


def read_people(path: Path, pairs: Path | None = None, source: str = "") -> list[Person]:
    """Return the people of a file; where `pairs` has a person's company, once with it and once without, half each."""
    locals_of: dict[tuple[str, str], set[str]] = {}
    for row in _rows(path):
        locals_of.setdefault((row["domain"], row["name"]), set()).add(row["local"].lower())
    companies = (
        {(row["domain"], row["name"]): row.get("company") or "" for row in _rows(pairs)} if pairs else {}
    )
    sizes = Counter(domain for domain, _ in locals_of)
    people = []
    for (domain, written), local_parts in sorted(locals_of.items()):
        name = read_name(written)
        if isinstance(name, Name):
            company = companies.get((domain, written), "")
            weight = min(MOST_PEOPLE, sizes[domain]) / sizes[domain] / (1 + bool(company))
            one = Person(name, domain, frozenset(local_parts), weight, source)
            people += [one, replace(one, company=company)] if company else [one]
    return people


def fold_of(domain: str, folds: int, salt: str = "") -> int:
    """Return the fold of a domain, the same on every machine."""
    return zlib.crc32((salt + domain).encode()) % folds


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
