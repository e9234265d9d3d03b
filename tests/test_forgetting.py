"""What is forgotten, and what stays: the whole store, before and after."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guessmail.names import Name, read_name
from guessmail.samples import Sample
from guessmail.store import Company, Offer, Origin, Outcome, OutcomeKind, Store
from guessmail.store.forgetting import (
    Forgotten,
    addresses_of,
    forget_addresses,
    forget_domain,
    purge,
)
from guessmail.store.subjects import domain_subject
from guessmail.store.suppression import SuppressionList, entries

OLD, NEW = "2025-01-31", "2026-05-04"
DOMAINS = (
    "example.com",
    "eu.example.com",
    "de.eu.example.com",
    "notexample.com",
    "example.com.test",
    "acme.test",
)
"""The first with the two below it, and others whose names only look alike."""
ADDRESSES = [f"{local}@{domain}" for domain in DOMAINS for local in ("jane", "bob")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a store that knows two people at each domain in each way; Bob came later, and from another source."""
    store = Store.open(tmp_path / "store.db", create=True)
    assert store is not None
    with store:
        for local, date in (("jane", OLD), ("bob", NEW)):
            mine = [address for address in ADDRESSES if address.startswith(local)]
            store.learn(map(Sample, mine), origin=Origin(f"{local}.csv"), date=date)
            store.record_outcomes(Outcome(address, OutcomeKind.DELIVERED, date) for address in mine)
            store.record_run(date, {}, [Offer(address, "{first}", 0.5, "prior") for address in mine])
        for number, domain in enumerate(DOMAINS):
            store.add_company(str(number), Company(str(number), domain, OLD if number % 2 else NEW))
        SuppressionList(store).add(domain_subject("example.com"), date=OLD)
        yield store


def traces(store: Store, address: str) -> str:
    """Return the letters of what the store holds of an address: a sample, an outcome, an offer."""
    domain = address.rpartition("@")[2]
    held = {
        "s": any(sighting.address == address for sighting in store.sightings(domain)),
        "o": store.outcome(address) is not None,
        "f": bool(store.offered(address)),
    }
    return "".join(letter for letter, is_held in held.items() if is_held)


def companies(store: Store) -> list[str]:
    return sorted(company.domain for company in store.companies())


def labels(store: Store) -> set[tuple[str, str]]:
    return {
        (str(label), str(domain)) for label, domain in store.database.rows("SELECT label, domain FROM label")
    }


def labels_of(*domains: str) -> set[tuple[str, str]]:
    return {(label, domain) for domain in domains for label in domain.split(".")[:-1]}


def sources(store: Store) -> list[str]:
    return [str(row[0]) for row in store.database.rows("SELECT label FROM source ORDER BY label")]


@pytest.mark.parametrize(
    ("domain", "gone"),
    [
        ("example.com", ("example.com", "eu.example.com", "de.eu.example.com")),
        ("eu.example.com", ("eu.example.com", "de.eu.example.com")),
        ("de.eu.example.com", ("de.eu.example.com",)),
        ("acme.test", ("acme.test",)),
        ("com", ("example.com", "eu.example.com", "de.eu.example.com", "notexample.com")),
        ("other.test", ()),
    ],
)
def test_a_domain_with_those_below_it(store: Store, domain: str, gone: tuple[str, ...]) -> None:
    count = len(gone)
    assert forget_domain(store, domain) == Forgotten(2 * count, 2 * count, 2 * count, count)
    for address in ADDRESSES:
        assert traces(store, address) == ("" if address.rpartition("@")[2] in gone else "sof"), address
    left = [each for each in DOMAINS if each not in gone]
    assert companies(store) == sorted(left)
    assert labels(store) == labels_of(*left)
    assert sources(store) == ["bob.csv", "jane.csv"]
    assert len(entries(store)) == 1
    assert not forget_domain(store, domain)


@pytest.mark.parametrize("kind", ["outcome", "company"])
def test_a_domain_below_that_holds_no_samples(tmp_path: Path, kind: str) -> None:
    store = Store.open(tmp_path / "store.db", create=True)
    assert store is not None
    with store:
        store.record_run(NEW, {}, [Offer("jane@eu.example.com", "{first}", 0.5, "prior")])
        if kind == "outcome":
            store.record_outcomes([Outcome("jane@eu.example.com", OutcomeKind.BOUNCED, NEW)])
        else:
            store.add_company("acme", Company("Acme", "eu.example.com", NEW))
        assert forget_domain(store, "example.com")
        assert traces(store, "jane@eu.example.com") == ""
        assert store.companies() == ()


def test_a_domain_under_every_key(store: Store) -> None:
    """Offers of a store that was imported are hashed by its own key."""
    first = store.keys.first()
    store.keys.keys = (type(first)(b"x" * 32), first)
    store.record_run(NEW, {}, [Offer("max@example.com", "{first}", 0.5, "prior")])
    assert forget_domain(store, "example.com").offers == 7
    assert store.offered("max@example.com") == store.offered("jane@example.com") == ()


def test_addresses(store: Store) -> None:
    gone = ["Jane@example.com", "bob@eu.example.com", "nobody@example.com"]
    assert forget_addresses(store, gone) == Forgotten(2, 2, 2)
    for address in ADDRESSES:
        assert traces(store, address) == (
            "" if address in {"jane@example.com", "bob@eu.example.com"} else "sof"
        )
    assert companies(store) == sorted(DOMAINS)
    assert labels(store) == labels_of(*DOMAINS)
    assert not forget_addresses(store, gone)


def test_the_last_address_of_a_domain_and_of_a_source(store: Store) -> None:
    forget_addresses(store, [address for address in ADDRESSES if address.startswith("jane")])
    assert sources(store) == ["bob.csv"]
    assert labels(store) == labels_of(*DOMAINS)
    forget_addresses(store, ["bob@acme.test"])
    assert labels(store) == labels_of(*DOMAINS[:-1])
    assert store.domains_with_label("acme") == ()


@pytest.mark.parametrize(
    ("before", "gone", "left"),
    [
        pytest.param(OLD, Forgotten(), DOMAINS, id="the day itself is not before it"),
        pytest.param("2025-02-01", Forgotten(6, 6, 6, 3), DOMAINS[::2], id="the day after"),
        pytest.param("9999", Forgotten(12, 12, 12, 6), (), id="all"),
    ],
)
def test_purge(store: Store, before: str, gone: Forgotten, left: tuple[str, ...]) -> None:
    size = store.path.stat().st_size
    assert purge(store, before) == gone
    for address in ADDRESSES:
        date = OLD if address.startswith("jane") else NEW
        assert traces(store, address) == ("" if date < before else "sof")
    assert companies(store) == sorted(left)
    assert sources(store) == [f"{who}.csv" for who, date in (("bob", NEW), ("jane", OLD)) if date >= before]
    assert len(store.database.rows("SELECT id FROM run")) == len(sources(store))
    assert labels(store) == (labels_of(*DOMAINS) if sources(store) else set())
    assert len(entries(store)) == 1
    assert store.path.stat().st_size <= size
    assert store.database.rows("PRAGMA freelist_count") == [(0,)]


def test_a_purge_keeps_offers_of_later_runs(store: Store) -> None:
    store.record_run(NEW, {}, [Offer("jane@acme.test", "{f}", 0.5, "prior")])
    assert purge(store, NEW).offers == 6
    assert [offered.pattern for offered in store.offered("jane@acme.test")] == ["{f}"]


def test_a_dry_run_says_the_same_and_changes_nothing(store: Store) -> None:
    before = store.path.read_bytes()
    for dry, real in (
        (forget_addresses(store, ADDRESSES, dry_run=True), Forgotten(12, 12, 12)),
        (forget_domain(store, "example.com", dry_run=True), Forgotten(6, 6, 6, 3)),
        (purge(store, "9999", dry_run=True), Forgotten(12, 12, 12, 6)),
    ):
        assert dry == real
    assert store.path.read_bytes() == before


@pytest.mark.parametrize(
    ("gone", "is_true"),
    [
        (Forgotten(), False),
        (Forgotten(samples=1), True),
        (Forgotten(outcomes=1), True),
        (Forgotten(offers=1), True),
        (Forgotten(companies=1), True),
    ],
)
def test_whether_anything_was_known(gone: Forgotten, is_true: bool) -> None:
    assert bool(gone) is is_true


def test_whose_addresses(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store.db", create=True)
    jane = read_name("Jane Doe")
    assert store is not None
    assert isinstance(jane, Name)
    with store:
        store.learn(
            [
                Sample("X17@example.com", "Doe, Jane"),
                Sample("jdoe@example.com", "John Doe"),
                Sample("doe@example.com", ""),
                Sample("bad@example.com", "12345"),
                Sample("jane.doe@example.org", "Jane Doe"),
            ],
            origin=Origin("x"),
            date=NEW,
        )
        store.record_outcomes(
            [
                Outcome("Boss@example.com", OutcomeKind.BOUNCED, NEW, "JANE DOE"),
                Outcome("jane@example.com", OutcomeKind.BOUNCED, NEW, "Jane Roe"),
            ]
        )
        could_have = ["Jane.Doe", "jdoe", "jane", "doe", "bad"]
        assert addresses_of(store, jane, "example.com", could_have, read_name) == {
            f"{local}@example.com" for local in ("x17", "boss", "jane.doe", "doe", "bad")
        }
