"""Pairs of names and addresses to fit on and to score with: CSV files with the columns name, local, domain.

Such files hold real people's addresses: they stay outside the repository.
"""

import csv
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from guessmail.data.countries import COUNTRY_OF_FORM
from guessmail.domains.company_name import read_company
from guessmail.domains.question import Employer, Organisation, organisation_of
from guessmail.model.traits import domain_traits
from guessmail.names import Name, read_name

__all__ = ["CORPORA", "MOST_PEOPLE", "Person", "domains_in", "fold_of", "read_people"]

CORPORA = {
    "companies": "contacts of organisations of all trades (IANA's enterprise numbers)",
    "rfc": "authors of RFCs",
    "linux": "contributors to Linux",
    "pubmed": "authors of biomedical articles",
    "sbir": "people of small technology firms in the US",
    "openstates": "people of US cities, counties and legislatures",
}
"""What the corpora hold."""
MOST_PEOPLE = 20
"""No domain counts for more people than this."""
REPEATED = 0.5
"""How much a person counts with the company's name or the country beside the domain, of once without."""


@dataclass(frozen=True)
class Person:
    """A person with all local parts that the person has at a domain."""

    name: Name
    domain: str
    local_parts: frozenset[str]
    weight: float
    source: str = ""
    company: str = ""
    """Empty where the question does not tell it, like the country."""
    country: str = ""
    is_repeated: bool = False
    """Whether the same person stands in the data with less told, too."""

    @cached_property
    def organisation(self) -> Organisation:
        """What is assumed of the organisation."""
        return organisation_of(self.domain, Employer(self.company, self.country))

    @cached_property
    def traits(self) -> tuple[str, ...]:
        """Those of the domain, and of the company where its name is given."""
        return domain_traits(self.domain, Employer(self.company, self.country))


def domains_in(paths: Iterable[Path]) -> set[str]:
    """Return the domains that the files hold."""
    return {row["domain"] for path in paths for row in _rows(path)}


def read_people(path: Path, pairs: Path | None = None, source: str = "") -> list[Person]:
    """Return the people of a file; once more with the company's name and with its country, where `pairs` has them."""
    locals_of: dict[tuple[str, str], set[str]] = {}
    for row in _rows(path):
        locals_of.setdefault((row["domain"], row["name"]), set()).add(row["local"].lower())
    beside = (
        {
            (row["domain"], row["name"]): (row.get("company") or "", (row.get("country") or "").lower())
            for row in _rows(pairs)
        }
        if pairs
        else {}
    )
    sizes = Counter(domain for domain, _ in locals_of)
    people = []
    for (domain, written), local_parts in sorted(locals_of.items()):
        name = read_name(written)
        if isinstance(name, Name):
            weight = min(MOST_PEOPLE, sizes[domain]) / sizes[domain]
            person = Person(name, domain, frozenset(local_parts), weight, source)
            people += [person, *_told_more(person, *beside.get((domain, written), ("", "")))]
    return people


def _told_more(person: Person, company: str, country: str) -> Iterator[Person]:
    """Yield the same person as a list has it that has these columns, wherever that changes the traits."""
    if not country and company and (forms := read_company(company).forms):
        country = COUNTRY_OF_FORM.get(forms[-1], "")
    seen = {person.traits}
    told_more: list[Person] = []
    for name, place in ((company, ""), ("", country), (company, country)):
        one = replace(person, company=name, country=place, is_repeated=True)
        if one.traits not in seen:
            seen.add(one.traits)
            told_more.append(one)
    for one in told_more:
        yield replace(one, weight=person.weight * REPEATED / len(told_more))


def fold_of(domain: str, folds: int, salt: str = "") -> int:
    """Return the fold of a domain, the same on every machine."""
    return zlib.crc32((salt + domain).encode()) % folds


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
