"""The builder of the directory: what it counts, what it leaves out, and the same lines from the same sources."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))

from directory_build import formats, keys_of, names
from directory_sources import Organisation, Person

PEOPLE = {
    "rfc": [
        Person("Jane Doe", "jdoe", "example.de", "2019"),
        Person("Bob Jones", "bjones", "example.de", "2021"),
        Person("Ann Lee", "xq7", "example.de", "2001"),
        Person("Ann Lee", "ann.lee", "gmail.com", "2020"),
        Person("Ann Lee", "ann.lee", "removed.de", "2020"),
    ],
    "linux": [Person("Jane Doe", "jdoe", "example.de"), Person("Joe Roe", "joe.roe", "eu.example.de")],
}


def test_addresses_are_counted_once_by_pattern_with_the_latest_year() -> None:
    assert sorted(map(str, formats(PEOPLE, {"removed.de"}))) == [
        "@example.de\tnone\t1\trfc\t2001\n",
        "@example.de\t{f}{last}\t2\trfc\t2021\n",
        "@example.de/eu\t{first}.{last}\t1\tlinux\t\n",
    ]


def test_names_have_their_domains_sources_and_countries() -> None:
    listed = {
        "iana": [
            Organisation("Quirbel GmbH", "mail.quirbel.de"),
            Organisation("Jane Doe <jdoe@quirbel.example>", "quirbel.de"),
        ],
        "nsi": [
            Organisation("Quirbel", "https://www.quirbel.de/about", ("de",)),
            Organisation("The Quirbel & Frob", "https://quirbel.fr", ("fr",)),
            Organisation("Gone", "removed.de"),
            Organisation("Short", "https://bit.ly/x"),
            Organisation("Mail", "https://gmail.com"),
        ],
    }
    assert sorted(map(str, names(listed, {"removed.de"}))) == [
        "quirbel\tquirbel.de\tiana nsi\t\n",
        "quirbelfrob\tquirbel.fr\tnsi\tfr\n",
    ]


def test_a_host_of_many_keeps_those_that_are_called_like_it() -> None:
    customers = [Organisation(f"Customer {number} Ltd", "hoster.de") for number in range(30)]
    found = names({"iana": [*customers, Organisation("Hoster AG", "hoster.de")]}, set())
    assert [str(row) for row in found] == ["hoster\thoster.de\tiana\t\n"]


@pytest.mark.parametrize(
    ("written", "domain", "keys"),
    [
        ("University of Quirbel (UQ)", "uquirbel.edu", {"universityofquirbel", "uq"}),
        ("Quirbel Institute of Frobs", "qif.org", {"quirbelinstituteoffrobs", "qif"}),
        (
            "Karl-Theodor-Universität Quirbel",
            "uni-quirbel.de",
            {"karltheodoruniversitatquirbel", "universitatquirbel"},
        ),
        ("jdoe@quirbel.example", "quirbel.de", set()),
    ],
)
def test_a_name_is_found_by_its_short_forms(written: str, domain: str, keys: set[str]) -> None:
    assert keys_of(written, domain) == keys
