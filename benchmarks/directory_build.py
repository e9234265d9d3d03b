"""Build the directory of organisations: how their addresses look, and what they are called.

    python benchmarks/directory_build.py FOLDER [--without SOURCE...] [-o FILE]

Fetches what FOLDER lacks, by apt-get, pip and npm, and writes src/guessmail/data/directory.tsv: the same bytes from the same
sources. It holds counts of addresses by pattern, and names of organisations: no person, and no local part.
Domains of organisations that asked to be left out stand in benchmarks/directory_removed.txt, one a line.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from directory_sources import MANY, ORGANISATIONS, PEOPLE, Organisation, Person, fetch, is_called_like
from guessmail.data.company_words import LINKS
from guessmail.directory import FIRST_LINE, FORMAT_MARK, NO_PATTERN
from guessmail.domains import is_mailbox_provider, is_public_suffix, read_domain, registrable
from guessmail.domains.company_name import fold_company, name_key, read_company
from guessmail.model.belief import Belief, Prior
from guessmail.model.ranking import Derivations
from guessmail.model.traits import domain_traits
from guessmail.names import Name, read_name
from guessmail.patterns.catalog import shipped

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src" / "guessmail" / "data" / "directory.tsv"
REMOVED = HERE / "directory_removed.txt"
MOST_OWNERS = 12
"""Of a name with more domains than this, those that are called like it and stand in most sources are kept."""
LONGEST_NAME = 60
PLACEHOLDERS = frozenset(("acme", "example", "test"))
"""Names that stand for any company in documents."""
SHORTENERS = frozenset(
    "bit.ly cutt.ly goo.gl is.gd ow.ly rb.gy rebrand.ly shorturl.at t.co t.ly tiny.cc tinyurl.com wa.me youtu.be".split()
)
UNOWNED = frozenset("acme.com archive.org wikidata.org wikimedia.org wikipedia.org".split())
"""Hosts of pages about others; and the domain that stands for any company in documents."""


class Row(NamedTuple):
    """A line of the directory; the names of its columns stand in guessmail.directory."""

    key: str
    cells: tuple[str, ...]

    def __str__(self) -> str:
        return "\t".join((self.key, *self.cells)) + "\n"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where the sources are, or are fetched to")
    parser.add_argument(
        "--without", nargs="+", default=[], choices=sorted({*PEOPLE, *ORGANISATIONS}), metavar="SOURCE"
    )
    parser.add_argument("-o", "--output", type=Path, default=OUT)
    options = parser.parse_args()
    fetch(options.folder)
    removed = set(REMOVED.read_text(encoding="utf-8").split())
    people = {
        source: read(options.folder) for source, read in PEOPLE.items() if source not in options.without
    }
    named = {
        source: read(options.folder)
        for source, read in ORGANISATIONS.items()
        if source not in options.without
    }
    rows = sorted({str(row) for row in (*formats(people, removed), *names(named, removed))}, key=str.encode)
    options.output.write_text(FIRST_LINE + "".join(rows), encoding="utf-8")
    count = sum(row.startswith(FORMAT_MARK) for row in rows)
    print(f"{options.output}: {count} rows of formats, {len(rows) - count} of names")


def formats(people: Mapping[str, Iterable[Person]], removed: set[str]) -> Iterator[Row]:
    """Yield how many addresses at each domain follow each pattern, each address once."""
    latest: dict[tuple[str, str], tuple[str, str, Person]] = {}
    for source, found in people.items():
        for person in found:
            address = person.local_part, person.domain
            latest[address] = max(latest.get(address, ("", "", person)), (person.year, source, person))
    counts: dict[tuple[str, str, str], int] = Counter()
    years: dict[tuple[str, str, str], str] = {}
    for year, source, person in latest.values():
        if not is_mail_host(person.domain) or registrable(person.domain) in removed:
            continue
        if pattern := pattern_of(person):
            row = person.domain, pattern, source
            counts[row] += 1
            years[row] = max(years.get(row, ""), year)
    for row, count in counts.items():
        domain, pattern, source = row
        home = registrable(domain)
        key = f"{FORMAT_MARK}{home}/{domain[: -len(home) - 1]}".removesuffix("/")
        yield Row(key, (pattern, str(count), source, years[row]))


def pattern_of(person: Person) -> str:
    """Return the pattern that an address most probably follows; empty for a name that cannot be read."""
    name = read_name(person.name)
    if not isinstance(name, Name):
        return ""
    chances: dict[str, float] = defaultdict(float)
    for way in Derivations(name, belief_at(domain_traits(person.domain))).of_local_part(person.local_part):
        chances[way.form.text] += way.probability
    return max(chances, key=lambda text: (chances[text], text), default=NO_PATTERN)


@cache
def belief_at(traits: tuple[str, ...]) -> Belief:
    """Return what is believed of domains with these traits."""
    return Belief(PRIOR, traits)


PRIOR = Prior(shipped())


def names(organisations: Mapping[str, Iterable[Organisation]], removed: set[str]) -> Iterator[Row]:
    """Yield the domains that each name has, with the sources and countries."""
    found: dict[tuple[str, str], tuple[set[str], list[tuple[str, ...]]]] = {}
    for source, listed in organisations.items():
        for one in listed:
            domain = domain_of(one.host)
            if not domain or domain in removed:
                continue
            for key in keys_of(one.name, domain):
                sources, countries = found.setdefault((key, domain), (set(), []))
                sources.add(source)
                countries.append(one.countries)
    names_at = Counter(domain for _, domain in found)
    domains_of: dict[str, list[str]] = defaultdict(list)
    for key, domain in found:
        if names_at[domain] <= MANY or is_called_like(key, domain):
            domains_of[key].append(domain)

    def rank(key: str, domain: str) -> tuple[bool, int, int, str]:
        is_same = domain.partition(".")[0].replace("-", "") == key
        return not is_same, -len(found[key, domain][0]), len(domain), domain

    for key, domains in domains_of.items():
        for _, domain in sorted((rank(key, domain), domain) for domain in domains)[:MOST_OWNERS]:
            sources, countries = found[key, domain]
            places = sorted(set().union(*countries)) if all(countries) else []
            yield Row(key, (domain, " ".join(sorted(sources)), " ".join(places)))


def keys_of(written: str, domain: str) -> set[str]:
    """Return the keys of a name, of its initials where the domain is called like them, and of its short form in brackets."""
    if "@" in written:
        return set()
    keys = {name_key(written)}
    short = read_company(written).acronym
    if len(short) > 1:
        keys.add(name_key(short))
    label = domain.partition(".")[0].replace("-", "")
    words = [
        word for word in fold_company(written.replace("-", " ")).split() if word not in {"inc", "ltd", "gmbh"}
    ]
    initials = {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in LINKS)}
    if len(label) > 2 and label in initials:
        keys.add(label)
    if university := re.search(
        r"\w-\w.*[- ](universit[aä]t \w+)$", written, re.IGNORECASE
    ):  # Ruprecht-Karls-Universität Heidelberg
        keys.add(name_key(university[1]))
    return {key for key in keys - PLACEHOLDERS if 1 < len(key) <= LONGEST_NAME}


@cache
def domain_of(host: str) -> str:
    """Return the registrable domain of a host or a web address; empty where it is nobody's."""
    read = read_domain(host)
    domain = registrable(read) if isinstance(read, str) else ""
    return domain if is_mail_host(domain) else ""


def is_mail_host(domain: str) -> bool:
    """Tell whether an organisation has its mail at a domain, not anybody."""
    return bool(
        domain
        and not is_public_suffix(domain)
        and not is_mailbox_provider(domain)
        and domain not in SHORTENERS | UNOWNED
        and not domain.endswith((".arpa", ".invalid", ".test", ".example", ".local"))
        and registrable(domain) not in {"example.com", "example.org", "example.net"}
    )


if __name__ == "__main__":
    main()
