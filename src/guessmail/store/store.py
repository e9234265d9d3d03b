"""The store of samples, outcomes, companies and offered addresses, and these as values; dates are ISO 8601."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from guessmail.errors import StoreError
from guessmail.samples import Bounce, OutcomeKind, Sample
from guessmail.store.database import Database, Row, add_labels
from guessmail.store.files import Key, add_keys, is_store_there, key_path, read_keys
from guessmail.text import split_address

if TYPE_CHECKING:  # explanations alone do not pay for the model
    from guessmail.model.ranking import Candidate

_DELIVERED_WEIGHT = 3.0
"""Weight of an address to which mail was delivered; an address that was only seen weighs 1."""


class Origin(NamedTuple):
    """A source of samples, described in words fit for the people in it."""

    label: str
    """Its name: a file's name without its folders."""
    kind: str = ""
    """`csv`, `vcard`, `mbox`, `git`, …"""
    words: str = ""
    """The user's own words for it: `trade fair list, May`."""
    referred_by: str = ""
    """Who passed it on, in the user's words."""

    def __str__(self) -> str:
        text = f"{self.words} ({self.label})" if self.words else self.label
        return f"{text}, referred by {self.referred_by}" if self.referred_by else text


class Sighting(NamedTuple):
    """A place in which an address was found, such as `line 12` of its origin, and the date on which it was learned."""

    address: str
    name: str
    origin: Origin
    place: str
    date: str


class Company(NamedTuple):
    """A company with its mail domain, as the user gave it."""

    name: str
    domain: str
    date: str


class Outcome(NamedTuple):
    """Whether mail to an address was delivered or bounced."""

    address: str
    kind: OutcomeKind
    date: str
    name: str = ""
    """The owner's name; empty if the user gave no name."""
    detail: str = ""
    """The evidence, without names and addresses: `bounces.mbox, status 5.1.1`."""


class Offered(NamedTuple):
    """The record of an address that a run offered, with the run's options, which name no person."""

    date: str
    pattern: str
    probability: float
    basis: str
    samples: int
    options: Mapping[str, object]


class Store(Database):
    """An open store. Domains come in A-labels and lower case, dates in ISO 8601."""

    @classmethod
    def open(cls, path: Path, *, damaged: bool = False) -> "Store":
        """Open the store at `path` as `Database` does; `StoreError` if it is missing."""
        if not is_store_there(path):
            raise StoreError(f"There is no store at {path}.")
        return cls(path, damaged=damaged)

    def __reduce__(self) -> tuple[object, ...]:
        return Store.open, (self.path,)

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The keys of the hashes, read on first use: the first is for new entries, the others came with imports."""
        return read_keys(key_path(self.path))

    def first_key(self) -> Key:
        """Return the key for new entries, which is created if it is missing; call it while `writing`."""
        path = key_path(self.path)
        self.keys = self.keys or read_keys(path) or add_keys(path, Key(os.urandom(32)))
        return self.keys[0]

    def stamp(self) -> str:
        """Return a text that changes with the evidence for guesses, but not with the record of runs."""
        row = self.rows(
            "SELECT (SELECT COUNT(*) FROM sample), (SELECT MAX(id) FROM source), (SELECT COUNT(*) FROM outcome),"
            " (SELECT MAX(id) FROM outcome), (SELECT COUNT(*) FROM suppression),"
            " (SELECT MAX(id) FROM suppression), (SELECT COUNT(*) || MAX(date) FROM company)"
        )
        return repr(row)

    def samples(self, domain: str) -> tuple[Sample, ...]:
        """Return the samples at a domain, one for each address and name, without addresses that bounced.

        An address to which mail was delivered weighs more, and needs no source. An address without a name is left out if
        another sample names its owner.
        """
        found: dict[tuple[str, str], Sample] = {}
        outcomes = self.outcomes_at(domain)
        for address, name, origin, place, date in self.sightings(domain):
            local = split_address(address)[0].lower()
            kind = outcomes[local].kind if local in outcomes else None
            if kind is not OutcomeKind.BOUNCED:
                source = ", ".join(filter(None, (str(origin), place)))
                sample = Sample(address, name, source, date, _DELIVERED_WEIGHT if kind else 1.0)
                found.setdefault((local, name), sample)
        seen = {local for local, _ in found}
        for local, (address, kind, date, name, _) in outcomes.items():
            if kind is OutcomeKind.DELIVERED and local not in seen:
                found[local, name] = Sample(address, name, "delivered", date, _DELIVERED_WEIGHT)
        named = {local for local, name in found if name}
        return tuple(sample for (local, name), sample in found.items() if name or local not in named)

    def sightings(self, domain: str) -> tuple[Sighting, ...]:
        """Return every place where an address at `domain` was found."""
        query = (
            "SELECT local, name, place, sample.date, label, kind, words, referred_by "
            "FROM sample JOIN source ON source.id = sample.source WHERE domain = ?"
        )
        return tuple(
            Sighting(f"{local}@{domain}", name, Origin(*origin), place, date)
            for local, name, place, date, *origin in self.rows(query, (domain,), of=(str,) * 8)
        )

    def names_of(self, address: str) -> frozenset[str]:
        """Return the names under which an address was found, as they were written."""
        query = "SELECT DISTINCT name FROM sample WHERE local = ? AND domain = ? AND name != ''"
        return frozenset(name for (name,) in self.rows(query, split_address(address), of=(str,)))

    def domains(self) -> Mapping[str, int]:
        """Return the domains with samples, each with the number of its known addresses."""
        query = "SELECT domain, COUNT(DISTINCT local) FROM sample GROUP BY domain"
        return dict(self.rows(query, of=(str, int)))

    def has_no_data_on(self, domain: str, label: str) -> bool:
        """Return whether the store has no data on a domain, nor on any domain with a label."""
        query = (
            "SELECT 1 FROM sample WHERE domain = ?1 UNION ALL SELECT 1 FROM outcome WHERE domain = ?1"
            " UNION ALL SELECT 1 FROM label WHERE label = ?2 LIMIT 1"
        )
        return not self.rows(query, (domain, label))

    def domains_with_label(self, label: str) -> tuple[str, ...]:
        """Return the domains with samples that have a label: `acme` finds eu.acme.com and acme.de."""
        rows = self.rows("SELECT domain FROM label WHERE label = ?", (label,), of=(str,))
        return tuple(domain for (domain,) in rows)

    def has_suppressions(self) -> bool:
        """Return whether the do-not-contact list has an entry."""
        return bool(self.rows("SELECT 1 FROM suppression LIMIT 1"))

    def learn(self, samples: Iterable[Sample], *, origin: Origin, date: str) -> tuple[Counter[str], int]:
        """Remember samples, whose `source` is the place within `origin`; return the number of new ones by domain, and of known ones.

        Each batch is a transaction, which a killed process loses. Learning the same source again changes nothing.
        """
        added, known, stream = Counter[str](), 0, iter(samples)
        while batch := list(islice(stream, 10_000)):  # more are hardly faster
            with self.writing() as cursor:
                new = "INSERT OR IGNORE INTO source (label, kind, words, referred_by, date) VALUES (?, ?, ?, ?, ?)"
                cursor.execute(new, (*origin, date))
                query = "SELECT id FROM source WHERE label = ? AND kind = ? AND words = ? AND referred_by = ?"
                ((source,),) = cursor.execute(query, origin)
                for sample in batch:
                    domain, local = sample.domain, split_address(sample.address)[0]
                    row = (domain, local, sample.name, source, sample.source, sample.date or date)
                    cursor.execute("INSERT OR IGNORE INTO sample VALUES (?, ?, ?, ?, ?, ?)", row)
                    added[domain] += cursor.rowcount
                    known += not cursor.rowcount
                add_labels(cursor, {sample.domain for sample in batch})
        return +added, known

    def add_company(self, key: str, company: Company) -> None:
        """Remember a company's domain under `key`, in place of an earlier one."""
        with self.writing() as cursor:
            cursor.execute("INSERT OR REPLACE INTO company VALUES (?, ?, ?, ?)", (key, *company))

    def companies(self) -> tuple[Company, ...]:
        """Return the companies that the user gave, sorted by name."""
        rows = self.rows("SELECT name, domain, date FROM company ORDER BY name", of=(str,) * 3)
        return tuple(Company(*row) for row in rows)

    def record_outcomes(self, outcomes: Iterable[Outcome]) -> int:
        """Record outcomes in one transaction; return the number that differ from the last outcome of their address."""
        changed = 0
        query = "SELECT kind FROM outcome WHERE local = ? AND domain = ? ORDER BY id DESC LIMIT 1"
        new = "INSERT INTO outcome (domain, local, kind, date, name, detail) VALUES (?, ?, ?, ?, ?, ?)"
        with self.writing() as cursor:
            for address, kind, date, name, detail in outcomes:
                local, domain = split_address(address)
                if cursor.execute(query, (local, domain)).fetchone() != (kind,):
                    cursor.execute(new, (domain, local, kind.value, date, name, detail))
                    changed += 1
        return changed

    def undo_outcome(self, address: str) -> bool:
        """Remove the last outcome of an address; return whether there was one."""
        last = "DELETE FROM outcome WHERE id = (SELECT MAX(id) FROM outcome WHERE local = ? AND domain = ?)"
        with self.writing() as cursor:
            return bool(cursor.execute(last, split_address(address)).rowcount)

    def outcome(self, address: str) -> Outcome | None:
        """Return the last outcome of an address, or None."""
        local, domain = split_address(address)
        return self.outcomes_at(domain, local).get(local.lower())

    def outcomes_at(self, domain: str, *local_part: str) -> dict[str, Outcome]:
        """Return the last outcomes at a domain, of all local parts or of one, by local part in lower case."""
        query = "SELECT domain, local, kind, date, name, detail FROM outcome WHERE domain = ?"
        query += f"{' AND local = ?' * len(local_part)} ORDER BY id"
        rows = self.rows(query, (domain, *local_part), of=(str,) * 6)
        if not {row[2] for row in rows} <= set(OutcomeKind):
            raise self.damage()
        return {
            local.lower(): Outcome(f"{local}@{domain}", OutcomeKind(kind), date, name, detail)
            for domain, local, kind, date, name, detail in rows
        }

    def bounces(self, domain: str) -> tuple[Bounce, ...]:
        """Return the addresses at a domain from which mail came back last."""
        outcomes = self.outcomes_at(domain)
        gone = {local: out.name for local, out in outcomes.items() if out.kind is OutcomeKind.BOUNCED}
        seen = {split_address(each.address)[0].lower() for each in (self.sightings(domain) if gone else ())}
        offers = {local: self.offered(f"{local}@{domain}") for local in gone}
        patterns = {local: found[-1].pattern for local, found in offers.items() if found}
        return tuple(
            Bounce(local, name, patterns.get(local, ""), local in seen) for local, name in gone.items()
        )

    def record_run(
        self, date: str, options: Mapping[str, Any], offers: "Iterable[tuple[Candidate, int]]", run: int = 0
    ) -> int:
        """Record offers as keyed hashes, and return the number of their run: `run`, or a new one. `options` must name no person.

        An offer has the number of samples that support it. A new run removes records of more than two years before its date.
        """
        with self.writing() as cursor:
            if not run:
                before = (f"{int(date[:4]) - 2}{date[4:]}",)
                cursor.execute("DELETE FROM offer WHERE run IN (SELECT id FROM run WHERE date < ?)", before)
                cursor.execute("DELETE FROM run WHERE date < ?", before)
                new = (date, json.dumps(dict(options)))
                run = int(cursor.execute("INSERT INTO run (date, options) VALUES (?, ?)", new).lastrowid or 0)
            key = self.first_key()
            rows = (
                (key.of_offer(address), key.of_offers_at(split_address(address)[1]), run, *more, samples)
                for (address, *more), samples in offers
            )
            names = "hash, scope, run, probability, pattern, basis, samples"
            cursor.executemany(f"INSERT OR IGNORE INTO offer ({names}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)  # noqa: S608
        return run

    def patterns_at(self, domain: str) -> frozenset[str]:
        """Return the patterns by which addresses at a domain were offered, including patterns of other catalogues."""
        query = "SELECT DISTINCT pattern FROM offer WHERE scope = ?"
        return frozenset(pattern for (pattern,) in self._hashed(query, Key.of_offers_at, domain, of=(str,)))

    def offered(self, address: str) -> tuple[Offered, ...]:
        """Return the records of an address's offers, the oldest first."""
        query = (
            "SELECT run.id, run.date, pattern, probability, basis, samples, options "
            "FROM offer JOIN run ON run.id = offer.run WHERE hash = ?"
        )
        found = self._hashed(query, Key.of_offer, address, of=(int, str, str, float, str, int, str))
        try:
            rows = [(*row, dict(json.loads(options))) for _, *row, options in sorted(found)]
        except (ValueError, TypeError, RecursionError) as error:
            raise self.damage() from error
        return tuple(map(Offered._make, rows))

    def _hashed(self, query: str, hashed: Callable[[Key, str], bytes], text: str, of: Row) -> list[Row]:
        """Return the rows of a query for a text's hash, under each key."""
        return [row for key in self.keys for row in self.rows(query, (hashed(key, text),), of=of)]
