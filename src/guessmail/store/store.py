"""The store: what guessmail remembers between runs. Where no store exists, SQLite is not even imported."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from guessmail.errors import StoreError
from guessmail.samples import Bounce, OutcomeKind, Sample
from guessmail.store.files import is_store_there
from guessmail.store.outcomes import Outcomes
from guessmail.store.records import Company, Learned, Origin, Sighting
from guessmail.store.runs import Runs

if TYPE_CHECKING:
    import sqlite3

    from guessmail.store.database import Database


DELIVERED_WEIGHT = 3.0
"""Weight of a sample that mail was delivered to; one that was only seen weighs 1."""

_BATCH = 10_000
"""Rows a transaction: what is lost when the process is killed. Writing more at once is hardly faster."""


class Store(Outcomes, Runs):
    """An open store. Domains come in A-labels and lower case, dates in ISO 8601."""

    def __init__(self, database: "Database") -> None:
        self.database = database

    @classmethod
    def open(cls, path: Path, *, create: bool) -> "Store | None":
        """Open the store at `path`; None where there is none and `create` is not set.

        Raises `StoreError` for a file that is damaged, of a newer guessmail, another user's, or not plain.
        """
        if not create and not is_store_there(path):
            return None
        from guessmail.store.database import Database

        return cls(Database.open(path))

    @classmethod
    def open_damaged(cls, path: Path) -> "Store | None":
        """Open the store at `path` for what can be read of it; None where there is none."""
        if not is_store_there(path):
            return None
        from guessmail.store.database import Database

        return cls(Database.open_damaged(path))

    def __reduce__(self) -> tuple[object, ...]:
        """Open the same file, where it is unpickled: in another process."""
        return _reopened, (self.path,)

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the store is."""
        return self.database.path

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences on the faults of its files that were repaired."""
        return self.database.notices

    @property
    def is_writable(self) -> bool:
        """Whether anything can be remembered; a store on a read-only disk still answers."""
        return self.database.writable

    def samples(self, domain: str) -> tuple[Sample, ...]:
        """Return what is known at a domain, one sample an address and name, without those that bounced.

        An address that mail was delivered to weighs `DELIVERED_WEIGHT`, and is there without a source too.
        A bare address is left out where the same address is there with a name.
        """
        found: dict[tuple[str, str], Sample] = {}
        outcomes = self.outcomes_at(domain)
        for sighting in self.sightings(domain):
            local = sighting.address.rpartition("@")[0].lower()
            kind = outcomes[local].kind if local in outcomes else None
            if kind is OutcomeKind.BOUNCED:
                continue
            weight = DELIVERED_WEIGHT if kind else 1.0
            source = ", ".join(filter(None, (str(sighting.origin), sighting.place)))
            sample = Sample(sighting.address, sighting.name, source, sighting.date, weight)
            found.setdefault((local, sighting.name), sample)
        seen = {local for local, _ in found}
        for local, outcome in outcomes.items():
            if outcome.kind is OutcomeKind.DELIVERED and local not in seen:
                found[local, outcome.name] = Sample(
                    outcome.address, outcome.name, "delivered", outcome.date, DELIVERED_WEIGHT
                )
        named = {local for local, name in found if name}
        return tuple(sample for (local, name), sample in found.items() if name or local not in named)

    def bounces(self, domain: str) -> tuple[Bounce, ...]:
        """Return the addresses at a domain that mail came back from."""
        outcomes = self.outcomes_at(domain)
        gone = {local: out for local, out in outcomes.items() if out.kind is OutcomeKind.BOUNCED}
        if not gone:
            return ()
        seen = {sighting.address.rpartition("@")[0].lower() for sighting in self.sightings(domain)}
        return tuple(
            Bounce(local, out.name, self.pattern_offered(f"{local}@{domain}"), local in seen)
            for local, out in gone.items()
        )

    def stamp(self) -> str:
        """Return a stamp that changes with the evidence for guesses; the record of runs does not change it."""
        row = self.database.rows(
            "SELECT (SELECT COUNT(*) FROM sample), (SELECT MAX(id) FROM source), (SELECT COUNT(*) FROM outcome),"
            " (SELECT MAX(id) FROM outcome), (SELECT COUNT(*) FROM suppression),"
            " (SELECT MAX(id) FROM suppression), (SELECT COUNT(*) || MAX(date) FROM company)"
        )
        return repr(row)

    def sightings(self, domain: str) -> tuple[Sighting, ...]:
        """Return every place where an address at `domain` was found."""
        rows = self.database.rows(
            "SELECT local, name, place, sample.date, label, kind, words, referred_by "
            "FROM sample JOIN source ON source.id = sample.source WHERE domain = ?",
            (domain,),
            of=(str,) * 8,
        )
        return tuple(
            Sighting(f"{local}@{domain}", name, Origin(label, kind, words, referred_by), place, date)
            for local, name, place, date, label, kind, words, referred_by in rows
        )

    def names_of(self, address: str) -> frozenset[str]:
        """Return the names under which an address was found, as they were written."""
        local, _, domain = address.rpartition("@")
        query = "SELECT DISTINCT name FROM sample WHERE domain = ? AND local = ? AND name != ''"
        return frozenset(row[0] for row in self.database.rows(query, (domain, local), of=(str,)))

    def domains(self) -> Mapping[str, int]:
        """Return the domains with samples, each with how many addresses are known there."""
        return dict(
            self.database.rows(
                "SELECT domain, COUNT(DISTINCT local) FROM sample GROUP BY domain", of=(str, int)
            )
        )

    def has_no_data_on(self, domain: str, label: str) -> bool:
        """Tell whether nothing is known at a domain, nor at any that holds a label."""
        ((is_known,),) = self.database.rows(
            "SELECT EXISTS (SELECT 1 FROM sample WHERE domain = ?1) OR EXISTS (SELECT 1 FROM outcome WHERE domain = ?1)"
            " OR EXISTS (SELECT 1 FROM label WHERE label = ?2)",
            (domain, label),
            of=(int,),
        )
        return not is_known

    def domains_with_label(self, label: str) -> tuple[str, ...]:
        """Return the domains with samples that hold a label: `acme` finds eu.acme.com and acme.de."""
        rows = self.database.rows("SELECT domain FROM label WHERE label = ?", (label,), of=(str,))
        return tuple(row[0] for row in rows)

    def learn(
        self, samples: Iterable[Sample], *, origin: Origin, date: str, dry_run: bool = False
    ) -> Learned:
        """Remember samples, whose `source` is the place within `origin`, and say which were new.

        Written in batches, each whole or not at all; learning the same source again changes nothing.
        A dry run says the same, and leaves everything as it was.
        """
        added: Counter[str] = Counter()
        known = 0
        for batch in _batches(samples):
            with self.database.writing(keep=not dry_run) as cursor:
                source = _source_id(cursor, origin, date)
                for sample in batch:
                    domain = sample.domain
                    local = sample.address.rpartition("@")[0]
                    cursor.execute(
                        "INSERT OR IGNORE INTO sample VALUES (?, ?, ?, ?, ?, ?)",
                        (domain, local, sample.name, source, sample.source, sample.date or date),
                    )
                    if cursor.rowcount:
                        added[domain] += 1
                    else:
                        known += 1
                cursor.executemany("INSERT OR IGNORE INTO label VALUES (?, ?)", _labels(batch))
        return Learned(added, known)

    def add_company(self, key: str, company: Company) -> None:
        """Remember a company's domain under `key`, in place of what was remembered under it."""
        with self.database.writing() as cursor:
            cursor.execute(
                "INSERT OR REPLACE INTO company VALUES (?, ?, ?, ?)",
                (key, company.name, company.domain, company.date),
            )

    def companies(self) -> tuple[Company, ...]:
        """Return the companies that the user gave, by name."""
        rows = self.database.rows("SELECT name, domain, date FROM company ORDER BY name", of=(str,) * 3)
        return tuple(Company(*row) for row in rows)


def _reopened(path: Path) -> Store:
    """Open a store again, in another process; one that has gone since is an error, not an empty one."""
    store = Store.open(path, create=False)
    if store is None:
        raise StoreError(f"The store {path} is gone.")
    return store


def _batches(samples: Iterable[Sample]) -> Iterator[list[Sample]]:
    """Cut a stream into batches."""
    stream = iter(samples)
    while batch := list(islice(stream, _BATCH)):
        yield batch


def _labels(batch: Iterable[Sample]) -> Iterator[tuple[str, str]]:
    """Yield each label of each domain but the last, beside the domain."""
    for domain in {sample.domain for sample in batch}:
        for label in set(domain.split(".")[:-1]):
            yield label, domain


def _source_id(cursor: "sqlite3.Cursor", origin: Origin, date: str) -> int:
    """Return the number of a source, remembered if it is new."""
    values = (origin.label, origin.kind, origin.words, origin.referred_by)
    cursor.execute(
        "INSERT OR IGNORE INTO source (label, kind, words, referred_by, date) VALUES (?, ?, ?, ?, ?)",
        (*values, date),
    )
    found = cursor.execute(
        "SELECT id FROM source WHERE label = ? AND kind = ? AND words = ? AND referred_by = ?", values
    ).fetchone()
    return int(found[0])
