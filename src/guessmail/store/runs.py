"""The store's runs: what was offered when, without the addresses themselves."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from guessmail.store.files import key_path
from guessmail.store.keys import Key, KeyRing
from guessmail.store.records import Offer, Offered

if TYPE_CHECKING:
    import sqlite3

    from guessmail.store.database import Database


class Runs:
    """Runs with their options, and keyed hashes of the addresses that they offered."""

    database: "Database"
    _keys: KeyRing | None = None

    @property
    def keys(self) -> KeyRing:
        """The keys of the hashes, read when they are first asked for."""
        if self._keys is None:
            self._keys = KeyRing.load(key_path(self.database.path))
        return self._keys

    def record_run(self, date: str, options: Mapping[str, object], offers: Iterable[Offer]) -> int:
        """Record a run and its offers, as keyed hashes, and return its number.

        `options` must name no person and no address.
        """
        import json

        with self.database.writing() as cursor:
            cursor.execute("INSERT INTO run (date, options) VALUES (?, ?)", (date, json.dumps(dict(options))))
            run = int(cursor.lastrowid or 0)
            self._insert_offers(cursor, run, offers)
        return run

    def add_offers(self, run: int, offers: Iterable[Offer]) -> None:
        """Record more offers of a run, as its list goes on."""
        with self.database.writing() as cursor:
            self._insert_offers(cursor, run, offers)

    def _insert_offers(self, cursor: "sqlite3.Cursor", run: int, offers: Iterable[Offer]) -> None:
        key = self.keys.first()
        cursor.executemany(
            "INSERT OR IGNORE INTO offer VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    offer_hash(key, offer.address),
                    scope_hash(key, offer.address.rpartition("@")[2]),
                    run,
                    offer.pattern,
                    offer.probability,
                    offer.basis,
                    offer.samples,
                )
                for offer in offers
            ),
        )

    def purge_runs(self, before: str) -> None:
        """Remove the records of guesses before a date; a look at the oldest run tells whether there are any."""
        oldest = self.database.rows("SELECT date FROM run ORDER BY id LIMIT 1", of=(str,))
        if oldest and oldest[0][0] < before:
            with self.database.writing() as cursor:
                cursor.execute(
                    "DELETE FROM offer WHERE run IN (SELECT id FROM run WHERE date < ?)", (before,)
                )
                cursor.execute("DELETE FROM run WHERE date < ?", (before,))

    def pattern_offered(self, address: str) -> str:
        """Return the pattern that an address was last offered by; empty where no run offered it."""
        found = [
            row
            for key in self.keys.keys
            for row in self.database.rows(
                "SELECT run, pattern FROM offer WHERE hash = ? ORDER BY run DESC LIMIT 1",
                (offer_hash(key, address),),
                of=(int, str),
            )
        ]
        return str(max(found)[1]) if found else ""

    def patterns_at(self, domain: str) -> frozenset[str]:
        """Return the patterns by which addresses at a domain were offered: also those of other catalogues."""
        return frozenset(
            pattern
            for key in self.keys.keys
            for (pattern,) in self.database.rows(
                "SELECT DISTINCT pattern FROM offer WHERE scope = ?", (scope_hash(key, domain),), of=(str,)
            )
        )

    def offered(self, address: str) -> tuple[Offered, ...]:
        """Return when an address was offered, the oldest first."""
        import json

        found = []
        for key in self.keys.keys:
            found += self.database.rows(
                "SELECT run.id, run.date, pattern, probability, basis, samples, options "
                "FROM offer JOIN run ON run.id = offer.run WHERE hash = ?",
                (offer_hash(key, address),),
                of=(int, str, str, float, str, int, str),
            )
        try:
            return tuple(
                Offered(date, pattern, probability, basis, samples, dict(json.loads(options)))
                for _, date, pattern, probability, basis, samples, options in sorted(found)
            )
        except (ValueError, TypeError, RecursionError) as error:
            raise self.database.damage() from error


def offer_hash(key: Key, address: str) -> bytes:
    """Return the keyed hash of an address that was offered."""
    return key.hash("offer", address.lower())[:16]


def scope_hash(key: Key, domain: str) -> bytes:
    """Return the keyed hash of an offered address's domain, by which a whole domain is forgotten."""
    return key.hash("offers at", domain.lower())[:8]
