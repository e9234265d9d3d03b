"""What is forgotten, and what stays: the whole store, before and after."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guessmail.dns import MailVerdict, Reason
from guessmail.dns.cache import DiskCache
from guessmail.model.ranking import Basis, Candidate
from guessmail.samples import Sample
from guessmail.store import Company, Origin, Outcome, OutcomeKind, Store
from guessmail.store.forgetting import forget_address, forget_domain, purge
from guessmail.store.subjects import domain_subject
from guessmail.store.suppression import SuppressionList, entries
from program import Ran, run

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


def offer(address: str, pattern: str) -> tuple[Candidate, int]:
    return Candidate(address, 0.5, pattern, Basis.PRIOR), 0


def forgotten(*counts: int, run: int = 0) -> Counter[str]:
    """Return numbers of records: samples, outcomes, offers, companies."""
    tables = ("sample", "outcome", "offer", "company")
    return Counter(dict(zip(tables, counts, strict=False)) | {"run": run})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a store that knows two people at each domain in each way; Bob came later, and from another source."""
    with Store(tmp_path / "store.db") as store:
        for local, date in (("jane", OLD), ("bob", NEW)):
            mine = [address for address in ADDRESSES if address.startswith(local)]
            store.learn(map(Sample, mine), origin=Origin(f"{local}.csv"), date=date)
            store.record_outcomes(Outcome(address, OutcomeKind.DELIVERED, date) for address in mine)
            store.record_run(date, {}, [offer(address, "{first}") for address in mine])
        for number, domain in enumerate(DOMAINS):
            store.add_company(str(number), Company(str(number), domain, OLD if number % 2 else NEW))
        SuppressionList(store).add([domain_subject("example.com")], date=OLD)
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
    return {(str(label), str(domain)) for label, domain in store.rows("SELECT label, domain FROM label")}


def labels_of(*domains: str) -> set[tuple[str, str]]:
    return {(label, domain) for domain in domains for label in domain.split(".")[:-1]}


def sources(store: Store) -> list[str]:
    return [str(row[0]) for row in store.rows("SELECT label FROM source ORDER BY label")]


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
    assert forget_domain(store, domain) == forgotten(2 * count, 2 * count, 2 * count, count)
    for address in ADDRESSES:
        assert traces(store, address) == ("" if address.rpartition("@")[2] in gone else "sof"), address
    left = [each for each in DOMAINS if each not in gone]
    assert companies(store) == sorted(left)
    assert labels(store) == labels_of(*left)
    assert sources(store) == ["bob.csv", "jane.csv"]
    assert len(entries(store)) == 1
    assert not +forget_domain(store, domain)


@pytest.mark.parametrize("kind", ["outcome", "company"])
def test_a_domain_below_that_holds_no_samples(tmp_path: Path, kind: str) -> None:
    with Store(tmp_path / "store.db") as store:
        store.record_run(NEW, {}, [offer("jane@eu.example.com", "{first}")])
        if kind == "outcome":
            store.record_outcomes([Outcome("jane@eu.example.com", OutcomeKind.BOUNCED, NEW)])
        else:
            store.add_company("acme", Company("Acme", "eu.example.com", NEW))
        assert +forget_domain(store, "example.com")
        assert traces(store, "jane@eu.example.com") == ""
        assert store.companies() == ()


def test_a_domain_under_every_key(store: Store) -> None:
    """Offers of a store that was imported are hashed by its own key."""
    first = store.first_key()
    store.keys = (type(first)(b"x" * 32), first)
    store.record_run(NEW, {}, [offer("max@example.com", "{first}")])
    assert forget_domain(store, "example.com")["offer"] == 7
    assert store.offered("max@example.com") == store.offered("jane@example.com") == ()


@pytest.mark.parametrize(
    ("address", "gone"),
    [
        ("Jane@example.com", ["jane@example.com", "jane@eu.example.com", "jane@de.eu.example.com"]),
        ("jane+x@eu.example.com", ["jane@eu.example.com", "jane@de.eu.example.com"]),
        ("bob@acme.test", ["bob@acme.test"]),
        ("nobody@example.com", []),
    ],
)
def test_an_address_with_its_subaddresses_at_its_domain_and_below(
    store: Store, address: str, gone: list[str]
) -> None:
    assert forget_address(store, address) == forgotten(len(gone), len(gone), len(gone))
    for each in ADDRESSES:
        assert traces(store, each) == ("" if each in gone else "sof")
    assert companies(store) == sorted(DOMAINS)
    assert labels(store) == labels_of(*DOMAINS)
    assert not +forget_address(store, address)


def test_the_last_address_of_a_domain_and_of_a_source(store: Store) -> None:
    for domain in DOMAINS:
        forget_address(store, f"jane@{domain}")
    assert sources(store) == ["bob.csv"]
    assert labels(store) == labels_of(*DOMAINS)
    forget_address(store, "bob@acme.test")
    assert labels(store) == labels_of(*DOMAINS[:-1])
    assert store.domains_with_label("acme") == ()


@pytest.mark.parametrize(
    ("before", "gone", "left"),
    [
        pytest.param(OLD, forgotten(), DOMAINS, id="the day itself is not before it"),
        pytest.param("2025-02-01", forgotten(6, 6, 6, 3, run=1), DOMAINS[::2], id="the day after"),
        pytest.param("9999", forgotten(12, 12, 12, 6, run=2), (), id="all"),
    ],
)
def test_purge(store: Store, before: str, gone: Counter[str], left: tuple[str, ...]) -> None:
    size = store.path.stat().st_size
    assert purge(store, before) == gone
    for address in ADDRESSES:
        date = OLD if address.startswith("jane") else NEW
        assert traces(store, address) == ("" if date < before else "sof")
    assert companies(store) == sorted(left)
    assert sources(store) == [f"{who}.csv" for who, date in (("bob", NEW), ("jane", OLD)) if date >= before]
    assert len(store.rows("SELECT id FROM run")) == len(sources(store))
    assert labels(store) == (labels_of(*DOMAINS) if sources(store) else set())
    assert len(entries(store)) == 1
    assert store.path.stat().st_size <= size
    assert store.rows("PRAGMA freelist_count") == [(0,)]


def test_a_purge_keeps_offers_of_later_runs(store: Store) -> None:
    store.record_run(NEW, {}, [offer("jane@acme.test", "{f}")])
    assert purge(store, NEW)["offer"] == 6
    assert [offered.pattern for offered in store.offered("jane@acme.test")] == ["{f}"]


def test_a_dry_run_says_the_same_and_changes_nothing(store: Store) -> None:
    before, store.is_dry = store.path.read_bytes(), True
    for dry, real in (
        (forget_address(store, "jane@example.com"), forgotten(3, 3, 3)),
        (forget_domain(store, "example.com"), forgotten(6, 6, 6, 3)),
        (purge(store, "9999"), forgotten(12, 12, 12, 6, run=2)),
    ):
        assert dry == real
    assert store.path.read_bytes() == before


JANE = ("Jane Doe", "acme.com")


def program(tmp_path: Path, *arguments: object) -> Ran:
    where = {"GUESSMAIL_STORE": str(tmp_path / "store.db"), "XDG_CACHE_HOME": str(tmp_path)}
    return run(*map(str, arguments), env=where)


HERS = [
    "Jane Doe <x17@acme.com>",
    "Doe, Jane <jd@eu.acme.com>",
    "J. Doe <x18@acme.com>",
    "Jane D. <x19@hr.eu.acme.com>",
    "Jane Doe <jane.doe+news@acme.com>",
    "jane.doe+shop@acme.com",
    "jane.doe@eu.acme.com",
    "janedoe@acme.com",
]
NOT_HERS = [
    "John Doe <jdoe@acme.com>",
    "Bob Jones <jane@acme.com>",
    "bob.jones@acme.com",
    "Jane Doe <jane.doe@initech.test>",
]


@pytest.mark.parametrize(
    "who", [JANE, ("Doe, Jane", "acme.com"), ("JANE DOE", "https://www.acme.com")], ids=" ".join
)
def test_whose_addresses_are_a_persons(tmp_path: Path, who: tuple[str, str]) -> None:
    program(tmp_path, "learn", *HERS, *NOT_HERS)
    for address, name in (("x20@acme.com", "Jane Doe"), ("x21@acme.com", "Jane Roe")):
        program(tmp_path, "outcome", "bounced", f"{name} <{address}>")
    ran = program(tmp_path, "forget", *who)
    assert ran.stdout == "8 known addresses, 1 outcome removed\n", ran
    left = program(tmp_path, "store", "export").stdout
    for sample in (*HERS, *NOT_HERS, "x20@acme.com"):
        local, _, domain = sample.rpartition("<")[2].strip(">").rpartition("@")
        is_left = f'"domain": "{domain}", "local": "{local}"' in left
        assert is_left is (sample in NOT_HERS), sample
    assert "x21" in left
    assert program(tmp_path, "forget", *who).stdout == "Nothing to forget.\n"


@pytest.mark.parametrize(
    "who", [("jane.doe@acme.com",), ("Jane.Doe+x@acme.com",), ("jane.doe+shop@ACME.com",)], ids=" ".join
)
def test_an_address_goes_with_its_subaddresses(tmp_path: Path, who: tuple[str]) -> None:
    program(tmp_path, "learn", *HERS, *NOT_HERS)
    assert program(tmp_path, "forget", *who).stdout == "3 known addresses removed\n"
    left = program(tmp_path, "store", "export").stdout
    assert "jane.doe+" not in left
    assert '"eu.acme.com", "local": "jane.doe"' not in left
    assert '"x17"' in left


CATALOG = """patterns:
  - pattern: "zz-{last}.{first}"
    share: 50
"""


@pytest.mark.parametrize(
    "guessed",
    [
        pytest.param(("--catalog", "own.yaml"), id="by a catalogue of one's own"),
        pytest.param(("--pattern", "{f}x{last}"), id="by a pattern that was said"),
        pytest.param(("--sample", "Ann Lee <qq_ann_lee@acme.com>", "--sample", "Max Poe <qq_max_poe@acme.com>"), id="induced"),
        pytest.param(("--top", "40", "--min-probability", "0.00001"), id="many"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("domain", ["acme.com", "eu.acme.com"])
def test_guesses_of_every_kind_go(tmp_path: Path, guessed: tuple[str, ...], domain: str) -> None:
    (tmp_path / "own.yaml").write_text(CATALOG)
    options = [str(tmp_path / option) if option == "own.yaml" else option for option in guessed]
    program(tmp_path, "learn", "Ann Lee <ann@eu.acme.com>")
    assert program(tmp_path, "guess", "Jane Doe", domain, "--no-mx", *options).stdout
    assert program(tmp_path, "guess", "Bob Jones", domain, "--no-mx", *options).stdout
    exported = program(tmp_path, "store", "export").stdout
    before, theirs = exported.count('"table": "offer"'), 0
    assert program(tmp_path, "forget", *JANE).returncode == 0
    theirs = program(tmp_path, "store", "export").stdout.count('"table": "offer"')
    assert 0 < theirs < before
    program(tmp_path, "forget", "Bob Jones", "acme.com")
    assert '"table": "offer"' not in program(tmp_path, "store", "export").stdout


MENTIONS = [
    # (what is forgotten, who referred, whether that names it)
    (JANE, "Jane Doe", True),
    (JANE, "Doe, Jane (Acme)", True),
    (JANE, "J. Doe", True),
    (JANE, "met by Jane Doe at the fair", True),
    (JANE, "x17@acme.com", True),
    (JANE, "John Doe", False),
    (JANE, "Jane", False),
    (JANE, "Bob Jones", False),
    (("x17@acme.com",), "x17@acme.com", True),
    (("x17@acme.com",), "Jane Doe", True),
    (("x17@acme.com",), "x1@acme.com", False),
    (("acme.com",), "ann@eu.acme.com", True),
    (("acme.com",), "www.acme.com", True),
    (("acme.com",), "acme.company", False),
]


@pytest.mark.parametrize(
    ("who", "text", "is_gone"), MENTIONS, ids=[f"{row[0][0]}, {row[1]}" for row in MENTIONS]
)
@pytest.mark.parametrize("option", ["--referred-by", "--source"])
def test_who_referred_goes(
    tmp_path: Path, who: tuple[str, ...], text: str, option: str, *, is_gone: bool
) -> None:
    program(tmp_path, "learn", "Jane Doe <x17@acme.com>", "Max Weber <mw@initech.test>")
    program(tmp_path, "learn", "Ann Lee <al@initech.test>", option, text)
    said = program(tmp_path, "forget", *who).stdout
    assert ("1 mention in a source's description" in said) is is_gone
    left = program(tmp_path, "store", "export").stdout
    assert (text in left) is not is_gone
    assert '"al"' in left
    assert '"mw"' in left
    assert is_gone is (text.encode() not in (tmp_path / "store.db").read_bytes())


@pytest.mark.parametrize("who", [JANE, ("jane.doe@acme.com",), ("acme.com",)], ids=" ".join)
@pytest.mark.parametrize("has_store", [False, True], ids=["without a store", "with a store"])
def test_the_dns_cache_goes(tmp_path: Path, who: tuple[str, ...], *, has_store: bool) -> None:
    cache = DiskCache(tmp_path / "guessmail" / "dns.sqlite3")
    for domain in ("acme.com", "eu.acme.com", "notacme.com", "initech.test"):
        cache.put(MailVerdict(domain, Reason.MX, "", (f"mx.{domain}",)), "127.0.0.1", 3600)
    cache.close()
    if has_store:
        program(tmp_path, "learn", "Bob Jones <bob@initech.test>")
    assert program(tmp_path, "forget", *who, "--dry-run").stdout == "2 DNS answers would be removed\n"
    assert program(tmp_path, "forget", *who).stdout == "2 DNS answers removed\n"
    left = (tmp_path / "guessmail" / "dns.sqlite3").read_bytes()
    assert b"eu.acme.com" not in left
    assert b"notacme.com" in left
    assert cache_of(tmp_path) == ["initech.test", "notacme.com"]


def cache_of(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "guessmail" / "dns.sqlite3")) as connection:
        return [str(row[0]) for row in connection.execute("SELECT domain FROM verdicts ORDER BY domain")]


def test_a_dns_cache_that_cannot_be_cleared_is_named(tmp_path: Path) -> None:
    (tmp_path / "guessmail").mkdir()
    (tmp_path / "guessmail" / "dns.sqlite3").write_text("no database")
    program(tmp_path, "learn", "Jane Doe <jane@acme.com>")
    ran = program(tmp_path, "forget", "acme.com")
    assert (ran.returncode, ran.stdout) == (1, "1 known address removed\n"), ran
    assert "may still hold acme.com" in ran.stderr
