"""Taking things out of the store again; the do-not-contact list survives all of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guessmail.errors import Problem
from guessmail.names import Name
from guessmail.names.namesakes import is_namesake
from guessmail.store.runs import offer_hash, scope_hash
from guessmail.store.store import Store

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many records were removed."""

    samples: int = 0
    outcomes: int = 0
    offers: int = 0
    companies: int = 0

    def __bool__(self) -> bool:
        return bool(self.samples or self.outcomes or self.offers or self.companies)


def addresses_of(
    store: Store,
    name: Name,
    domain: str,
    local_parts: Iterable[str],
    read: Callable[[str], Name | Problem],
) -> frozenset[str]:
    """Return the addresses at a domain that are a person's, by their name or by a local part without one.

    `local_parts` are those that the name could have; one that the store holds for somebody else is left out.
    """
    mine: set[str] = set()
    others: set[str] = set()
    known = [(sighting.address, sighting.name) for sighting in store.sightings(domain)]
    known += [(outcome.address, outcome.name) for outcome in store.outcomes_at(domain).values()]
    for address, written in known:
        found = read(written) if written else None
        if isinstance(found, Name):
            (mine if is_namesake(name, found) else others).add(address.lower())
    return frozenset(mine | ({f"{local.lower()}@{domain}" for local in local_parts} - others))


def forget_addresses(store: Store, addresses: Iterable[str], *, dry_run: bool = False) -> Forgotten:
    """Remove every trace of some addresses; a dry run returns the same counts, and changes nothing."""
    samples = outcomes = offers = 0
    domains = set()
    with store.database.writing(keep=not dry_run) as cursor:
        for address in addresses:
            local, _, domain = address.rpartition("@")
            domains.add(domain)
            samples += _delete(cursor, "sample WHERE domain = ? AND local = ?", domain, local)
            outcomes += _delete(cursor, "outcome WHERE domain = ? AND local = ?", domain, local)
            for key in store.keys.keys:
                offers += _delete(cursor, "offer WHERE hash = ?", offer_hash(key, address))
        _sweep(cursor, domains)
    return Forgotten(samples, outcomes, offers)


def forget_domain(store: Store, domain: str, *, dry_run: bool = False) -> Forgotten:
    """Remove every trace of a domain and its subdomains; a dry run as `forget_addresses`.

    Offers are kept by their hashes, so below the domain those go whose domain something else in the store names.
    """
    samples = outcomes = offers = companies = 0
    with store.database.writing(keep=not dry_run) as cursor:
        named = cursor.execute(
            "SELECT domain FROM sample UNION SELECT domain FROM outcome UNION SELECT domain FROM company"
        )
        below = {str(row[0]) for row in named if str(row[0]).endswith(f".{domain}")}
        for each in (domain, *below):
            samples += _delete(cursor, "sample WHERE domain = ?", each)
            outcomes += _delete(cursor, "outcome WHERE domain = ?", each)
            companies += _delete(cursor, "company WHERE domain = ?", each)
            for key in store.keys.keys:
                offers += _delete(cursor, "offer WHERE scope = ?", scope_hash(key, each))
        _sweep(cursor, {domain, *below})
    return Forgotten(samples, outcomes, offers, companies)


def purge(store: Store, before: str, *, dry_run: bool = False) -> Forgotten:
    """Remove what was learned before a date, and return its space to the file system; a dry run does neither."""
    with store.database.writing(keep=not dry_run) as cursor:
        samples = _delete(cursor, "sample WHERE date < ?", before)
        outcomes = _delete(cursor, "outcome WHERE date < ?", before)
        offers = _delete(cursor, "offer WHERE run IN (SELECT id FROM run WHERE date < ?)", before)
        companies = _delete(cursor, "company WHERE date < ?", before)
        _delete(cursor, "run WHERE date < ?", before)
        _sweep(
            cursor, {str(row[0]) for row in cursor.execute("SELECT DISTINCT domain FROM label").fetchall()}
        )
    if not dry_run:
        store.database.shrink()
    return Forgotten(samples, outcomes, offers, companies)


def _delete(cursor: "sqlite3.Cursor", where: str, *values: object) -> int:
    cursor.execute(f"DELETE FROM {where}", values)  # noqa: S608 - the conditions stand above
    return cursor.rowcount


def _sweep(cursor: "sqlite3.Cursor", domains: Iterable[str]) -> None:
    """Remove what nothing refers to any more: sources, and the labels of domains without samples."""
    for domain in domains:
        if not cursor.execute("SELECT 1 FROM sample WHERE domain = ? LIMIT 1", (domain,)).fetchone():
            cursor.executemany(
                "DELETE FROM label WHERE label = ? AND domain = ?",
                [(label, domain) for label in domain.split(".")],
            )
    cursor.execute("DELETE FROM source WHERE id NOT IN (SELECT source FROM sample)")
