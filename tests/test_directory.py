"""The directory of organisations: what it may hold, its look-ups, and the commands that ask it."""

import functools
import json
import os
import pickle
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from guessmail.companies.model import domains_of
from guessmail.companies.owners import find_owners
from guessmail.data.sources import SOURCES
from guessmail.directory import FIRST_LINE, FORMAT_MARK, NO_PATTERN, SHIPPED, Directory
from guessmail.domains import is_mailbox_provider, is_public_suffix, registrable
from guessmail.domains.company_name import name_key
from guessmail.patterns.catalog import shipped
from program import run

DOMAIN = re.compile(r"(?:[a-z0-9_-]+\.)+[a-z0-9-]{2,}")

OWN = FIRST_LINE + "".join(
    sorted(
        [
            "@example.com\t{f}{last}\t12\tlinux\t\n",
            "@example.com\tnone\t2\trfc\t2021\n",
            "@example.com/eu\t{first}.{last}\t3\trfc\t2020\n",
            "@example.org\t{last}\t1\tiana\t\n",
            "@examples.com\t{first}\t9\tiana\t\n",
            "zyxelfrob\texample.com\tiana icons nsi\t\n",
            "quirbel\texample.de\tnsi\tde\n",
            "quirbel\texample.fr\tnsi\tfr\n",
        ]
    )
)


@functools.cache
def lines() -> list[str]:
    return Path(SHIPPED).read_text(encoding="ascii").splitlines()[1:]


def formats() -> list[list[str]]:
    return [line.split("\t") for line in lines() if line.startswith(FORMAT_MARK)]


def names() -> list[list[str]]:
    return [line.split("\t") for line in lines() if not line.startswith(FORMAT_MARK)]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.tsv"
    path.write_text(OWN, encoding="ascii")
    return path


# What it may hold


def test_its_lines_are_sorted_and_each_stands_once() -> None:
    assert len(lines()) > 100_000
    assert all(one < other for one, other in pairwise(line.encode() for line in lines()))


def test_formats_are_counts_of_known_patterns_by_source() -> None:
    patterns = {form.text for form in shipped().forms} | {NO_PATTERN}
    for key, pattern, people, source, year in formats():
        assert pattern in patterns
        assert people.isdecimal()
        assert int(people) > 0
        assert source in SOURCES
        assert not year or 1969 <= int(year) <= 2100
        home, _, below = key[1:].partition("/")
        assert DOMAIN.fullmatch(f"{below}.{home}".lstrip(".")), key


def test_names_are_folded_names_with_domains_sources_and_countries() -> None:
    for key, domain, sources, countries in names():
        assert key.isalnum()
        assert key == key.lower()
        assert DOMAIN.fullmatch(domain), domain
        assert set(sources.split()) <= SOURCES.keys()
        assert sources
        assert all(re.fullmatch("[a-z]{2}", one) for one in countries.split())


def test_no_line_holds_an_address_and_no_domain_is_anybodys() -> None:
    assert not any("@" in line[1:] for line in lines())
    for domain in {key[1:].partition("/")[0] for key, *_ in formats()} | {row[1] for row in names()}:
        assert not is_mailbox_provider(domain), domain
        assert not is_public_suffix(domain), domain
        assert registrable(domain) == domain


# Look-ups


def test_a_domain_has_its_counts_and_those_of_related_domains(own: Path) -> None:
    found = Directory(str(own)).formats("example.com")
    assert [(one.domain, one.pattern, one.people, one.source, one.year) for one in found] == [
        ("example.com", "none", 2, "rfc", 2021),
        ("example.com", "{f}{last}", 12, "linux", 0),
        ("eu.example.com", "{first}.{last}", 3, "rfc", 2020),
        ("example.org", "{last}", 1, "iana", 0),
    ]
    assert Directory(str(own)).formats("other.example") == []


def test_every_name_of_a_file_is_found(own: Path) -> None:
    directory = Directory(str(own))
    assert [one.domain for one in directory.domains("zyxelfrob")] == ["example.com"]
    assert [(one.domain, one.countries) for one in directory.domains("quirbel")] == [
        ("example.de", ("de",)),
        ("example.fr", ("fr",)),
    ]
    assert directory.domains("zyxel") == directory.domains("zzz") == directory.domains("") == []


@pytest.mark.parametrize("end", ["\n", ""], ids=["a whole last line", "a last line without an end"])
def test_each_of_many_long_names_is_found(tmp_path: Path, end: str) -> None:
    names = {f"{'zyxelfrob' * 8}{number:04}": f"a{number}.example" for number in range(2_000)}
    path = tmp_path / "long.tsv"
    lines = "\n".join(f"{name}\t{domain}\tnsi\t" for name, domain in names.items())
    path.write_text(f"{FIRST_LINE}{lines}{end}")
    directory = Directory(str(path))
    assert {name: directory.domains(name)[0].domain for name in names} == names


def test_a_process_gets_the_same_directory(own: Path) -> None:
    again: Directory = pickle.loads(pickle.dumps(Directory(str(own))))  # noqa: S301
    assert again.domains("zyxelfrob") == Directory(str(own)).domains("zyxelfrob")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Siemens AG", "siemens"),
        ("SIEMENS AKTIENGESELLSCHAFT", "siemens"),
        ("The Home Depot, Inc.", "homedepot"),
        ("Johnson & Johnson", "johnsonjohnson"),
        ("Johnson and Johnson", "johnsonjohnson"),
        ("Massachusetts Institute of Technology (MIT)", "massachusettsinstituteoftechnology"),
        ("L'Oréal S.A.", "loreal"),
        ("ETH Zürich", "ethzurich"),
        ("Société Générale", "societegenerale"),
        ("E.ON SE", "eon"),
        ("腾讯", "tengxun"),
        ("And", "and"),
        ("***", ""),
    ],
)
def test_a_name_has_a_key(written: str, key: str) -> None:
    assert name_key(written) == key


# Public organisations that everybody knows, as people write them; none of them is a person.
FAMOUS = """
Google google.com|IBM ibm.com|Siemens AG siemens.com|ETH Zürich ethz.ch|Eth Zurich ethz.ch|Microsoft Corporation microsoft.com
Red Hat, Inc. redhat.com|SAP SE sap.com|Intel intel.com|Cisco Systems cisco.com|Oracle oracle.com|The Boeing Company boeing.com
Pfizer Inc. pfizer.com|Nokia nokia.com|Ericsson ericsson.com|ABB abb.com|Airbus airbus.com|BASF basf.com|Harvard University harvard.edu
MIT mit.edu|Stanford University stanford.edu|University of Oxford ox.ac.uk|Oxford University ox.ac.uk|Universität Heidelberg uni-heidelberg.de
Universitaet Heidelberg uni-heidelberg.de|UC Berkeley berkeley.edu|TU München tum.de|UCLA ucla.edu|EPFL epfl.ch|Yale University yale.edu
AT&T att.com|Walmart walmart.com|FedEx fedex.com|Volvo Cars volvocars.com|Samsung samsung.com|Amazon.com, Inc. amazon.com|Spotify AB spotify.com
"""


@pytest.mark.parametrize(
    ("written", "domain"),
    [tuple(line.rsplit(" ", 1)) for line in FAMOUS.replace("\n", "|").split("|") if line],
)
def test_well_known_organisations_are_found(written: str, domain: str) -> None:
    assert find_owners(domains_of(written), Directory()).candidates[0].domain == domain


def test_a_name_of_several_owners_gives_several_domains_and_the_country_decides(own: Path) -> None:
    def found(country: str) -> list[str]:
        named = domains_of("Quirbel", country=country)
        best = find_owners(named, Directory(str(own)), country).candidates
        return [one.domain for one in best if one.basis == "directory"][:2]

    assert set(found("")) == {"example.de", "example.fr"}
    assert found("DE")[0] == "example.de"
    assert found("FR")[0] == "example.fr"


@pytest.mark.parametrize(
    "written", ["Siemens AG", "Zyxelfrob GmbH", "Quirbel", "***", "", "Example Inc", "Apollo"]
)
@pytest.mark.parametrize("country", ["", "de"])
def test_probabilities_add_up_to_one(written: str, country: str) -> None:
    found = find_owners(domains_of(written, country=country), Directory(), country)
    assert sum(one.probability for one in found.candidates) + found.none == pytest.approx(1)
    assert all(0 < one.probability < 1 for one in found.candidates)


# The commands


def test_guess_uses_the_domain_that_a_name_is_listed_with(own: Path) -> None:
    ran = run("guess", "Jane Doe", "Zyxelfrob", "--no-mx", "--directory", str(own), "--format", "jsonl")
    answer = json.loads(ran.stdout)
    assert answer["domain"] == "example.com"
    assert answer["company"]["basis"] == "directory"
    assert "example.com is found in the directory of organisations" in ran.stderr


def test_domain_shows_the_sources(own: Path) -> None:
    ran = run("domain", "Zyxelfrob", "--no-mx", "--directory", str(own), "--explain", "--format", "csv")
    assert "example.com" in ran.stdout.splitlines()[1]
    assert ran.stdout.splitlines()[1].endswith(",directory")
    assert "listed in the directory of organisations (iana, icons, nsi)" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "variables", "is_found"),
    [
        (("--directory", "{own}"), {}, True),
        ((), {"GUESSMAIL_DIRECTORY": "{own}"}, True),
        (("--no-directory",), {}, False),
        (("--no-directory",), {"GUESSMAIL_DIRECTORY": "{own}"}, False),
        ((), {"GUESSMAIL_DIRECTORY": "{own}", "GUESSMAIL_NO_DIRECTORY": "1"}, False),
        (("--directory", "{own}"), {"GUESSMAIL_NO_DIRECTORY": "1"}, True),
        ((), {}, False),
    ],
)
def test_which_directory_is_asked(
    own: Path, arguments: tuple[str, ...], variables: dict[str, str], is_found: bool
) -> None:
    env = {name: value.format(own=own) for name, value in variables.items()}
    ran = run("domain", "Zyxelfrob", "--no-mx", *(one.format(own=own) for one in arguments), env=env)
    assert ("example.com" in ran.stdout) == is_found


@pytest.mark.parametrize(
    ("content", "message", "status"),
    [
        (b"", "is not a directory of organisations", 2),
        (b"name,email\nx,y\n", "is not a directory of organisations", 2),
        (None, "cannot be read", 1),
    ],
)
@pytest.mark.parametrize("command", [("domain", "Acme"), ("guess", "Jane Doe", "acme.com")])
def test_what_is_no_directory_is_refused(
    tmp_path: Path, command: tuple[str, ...], content: bytes | None, message: str, status: int
) -> None:
    path = tmp_path / "x.tsv"
    if content is not None:
        path.write_bytes(content)
    ran = run(*command, "--no-mx", "--directory", str(path))
    assert ran.returncode == status
    assert message in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_file_and_none_contradict_each_other(own: Path) -> None:
    ran = run("domain", "Acme", "--no-mx", "--no-directory", "--directory", str(own))
    assert ran.returncode == 2
    assert "not both" in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no FIFOs")
def test_a_directory_may_come_from_a_pipe(own: Path, tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    if not os.fork():
        fifo.write_bytes(own.read_bytes())
        os._exit(0)
    ran = run("domain", "Zyxelfrob", "--no-mx", "--directory", str(fifo))
    os.wait()
    assert ran.stdout.startswith("example.com")


# Formats as evidence


def answer(*arguments: str) -> dict[str, Any]:
    ran = run("guess", *arguments, "--no-mx", "--no-store", "--format", "jsonl")
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_public_addresses_decide_the_format_and_are_counted(own: Path) -> None:
    found = answer("Jane Doe", "example.com", "--directory", str(own))
    first = found["candidates"][0]
    assert (first["address"], first["basis"], found["observed"], found["samples"]) == (
        "jdoe@example.com",
        "directory",
        14,
        0,
    )
    without = answer("Jane Doe", "example.com", "--no-directory")
    assert (without["candidates"][0]["basis"], without["observed"]) == ("prior", 0)


def test_known_addresses_overrule_public_ones(own: Path) -> None:
    samples = [f"--sample={given} Roe <{given.lower()}_roe@example.com>" for given in ("Ann", "Bob", "Max")]
    found = answer("Jane Doe", "example.com", "--directory", str(own), *samples)
    assert (found["candidates"][0]["address"], found["candidates"][0]["basis"]) == (
        "jane_doe@example.com",
        "samples",
    )
    assert (found["samples"], found["observed"]) == (3, 14)


def test_related_domains_lend_public_addresses(own: Path) -> None:
    plain = answer("Jane Doe", "us.example.com", "--no-directory")["candidates"]
    found = answer("Jane Doe", "us.example.com", "--directory", str(own))
    shares = {one["address"]: one["probability"] for one in found["candidates"]}
    before = {one["address"]: one["probability"] for one in plain}
    assert found["observed"] > 0
    assert shares["jdoe@us.example.com"] > before["jdoe@us.example.com"]


def test_what_public_addresses_show_is_said(own: Path) -> None:
    line = "12 of 14 public addresses at example.com are {f}{last}; 2 without a pattern (authors of RFCs, latest 2021, the Linux kernel's sources)"
    explained = run(
        "guess", "Jane Doe", "example.com", "--no-mx", "--no-store", "--directory", str(own), "--explain"
    )
    assert line in explained.stderr
    assert line in run("formats", "example.com", "--no-store", "--directory", str(own)).stdout
    why = run("why", "jdoe@example.com", "--name", "Jane Doe", "--directory", str(own)).stdout
    assert "from the format that public addresses at this domain show" in why
    assert f"We know of {line}." in why


def test_formats_has_the_counts_in_json(own: Path) -> None:
    ran = run("formats", "example.com", "--no-store", "--format", "jsonl", "--directory", str(own))
    assert json.loads(ran.stdout)["observed"] == [
        {"domain": "example.com", "pattern": None, "addresses": 2, "source": "rfc", "year": 2021},
        {"domain": "example.com", "pattern": "{f}{last}", "addresses": 12, "source": "linux", "year": None},
    ]
    ran = run("formats", "example.com", "--no-store", "--format", "jsonl", "--no-directory")
    assert json.loads(ran.stdout)["observed"] == []


@pytest.mark.parametrize(
    "domain", ["example.com", "us.example.com", "example.net", "other.example", "gmail.com"]
)
def test_a_list_says_the_same_as_one_person(own: Path, domain: str) -> None:
    ran = run(
        "guess",
        "--no-mx",
        "--no-store",
        "--directory",
        str(own),
        "--format",
        "jsonl",
        piped=f"name,domain\nJane Doe,{domain}\n",
    )
    assert (
        json.loads(ran.stdout)["candidates"]
        == answer("Jane Doe", domain, "--directory", str(own))["candidates"][:1]
    )
