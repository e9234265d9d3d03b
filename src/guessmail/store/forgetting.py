"""Taking things out of the store again; the do-not-contact list survives all of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guessmail.names import Name, read_name
from guessmail.names.namesakes import may_be_one_person, words_of
from guessmail.store.runs import offer_hash, scope_hash
from guessmail.store.store import Store
from guessmail.text import fold

if TYPE_CHECKING:
    import sqlite3

_Mentions = Callable[[str], bool]
_MOST_WORDS = 200
"""Words of a remark that are searched for a name; a name has up to `_NAME_WORDS`."""
_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many records were removed."""

    samples: int = 0
    outcomes: int = 0
    offers: int = 0
    companies: int = 0
    mentions: int = 0
    """Descriptions of sources that named the person, address or domain, and no longer do."""

    def __bool__(self) -> bool:
        return bool(self.samples or self.outcomes or self.offers or self.companies or self.mentions)


def domains_from(store: Store, domain: str) -> frozenset[str]:
    """Return a domain and those below it that the store names; its offers are hashed, and name none."""
    named = store.database.rows(
        "SELECT domain FROM sample UNION SELECT domain FROM outcome UNION SELECT domain FROM company",
        of=(str,),
    )
    return frozenset({domain, *(each for (each,) in named if each.endswith(f".{domain}"))})


def forget_person(
    store: Store, name: Name, local_parts: Mapping[str, Iterable[str]], *, dry_run: bool = False
) -> Forgotten:
    """Remove every trace of a person at some domains; a dry run returns the same counts, and changes nothing.

    `local_parts` are, by domain, those that the name could have. What the store holds under the name, or under initials of
    it, is the person's; so is an address without a name that could be; one that it holds for somebody else is not.
    """
    mine: set[str] = set()
    offered: set[str] = set()
    for domain, could_have in local_parts.items():
        possible = {local.lower() for local in could_have}
        others = set()
        for address, written in _known(store, domain):
            local = address.rpartition("@")[0]
            owner = read_name(written) if written else None
            if may_be_one_person(name, owner) if isinstance(owner, Name) else _base(local) in possible:
                mine.add(address)
            elif isinstance(owner, Name):
                others.add(local)
        offered |= {f"{local}@{domain}" for local in possible - others}

    def mentions(text: str) -> bool:
        return _names(name, text) or any(address in text.lower() for address in mine)

    return _forget(store, mine, offered, mentions, dry_run=dry_run)


def forget_address(
    store: Store, address: str, also: Iterable[str] = (), *, dry_run: bool = False
) -> Forgotten:
    """Remove every trace of an address and its subaddresses (RFC 5233), at its domain, those below it, and others."""
    local, _, own = address.lower().rpartition("@")
    base, domains = _base(local), domains_from(store, own).union(also)
    known = [
        each
        for domain in domains
        for each in _known(store, domain)
        if _base(each[0].rpartition("@")[0]) == base
    ]
    names = {written for _, written in known if written}
    owners = [owner for owner in map(read_name, names) if isinstance(owner, Name)]
    written = re.compile(
        rf"(?<![\w.+-]){re.escape(base)}(?:\+[^\s@]*)?@(?:[\w-]+\.)*{re.escape(own)}(?![\w-]|\.\w)"
    )

    def mentions(text: str) -> bool:
        return bool(written.search(text.lower())) or any(_names(owner, text) for owner in owners)

    offered = {address.lower(), *(f"{base}@{domain}" for domain in domains)}
    return _forget(store, {each for each, _ in known}, offered, mentions, dry_run=dry_run)


def _known(store: Store, domain: str) -> list[tuple[str, str]]:
    """Return the addresses at a domain, in lower case, with the names that the store has for them."""
    known = [(sighting.address.lower(), sighting.name) for sighting in store.sightings(domain)]
    return known + [(outcome.address.lower(), outcome.name) for outcome in store.outcomes_at(domain).values()]


def _base(local_part: str) -> str:
    return local_part.partition("+")[0]


def _names(name: Name, text: str) -> bool:
    """Return whether a text names a person, by two words or more."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?", text)[:_MOST_WORDS]
    if words_of(name).isdisjoint(map(fold, words)):
        return False
    runs = (
        words[start : start + size]
        for size in range(2, _NAME_WORDS + 1)
        for start in range(len(words) - size + 1)
    )
    found = (read_name(" ".join(run)) for run in runs)
    return any(may_be_one_person(name, each) for each in found if isinstance(each, Name))


def _forget(
    store: Store, addresses: Iterable[str], offered: Iterable[str], mentions: _Mentions, *, dry_run: bool
) -> Forgotten:
    """Remove addresses, the offers of these and others, and what is said of somebody in descriptions of sources."""
    samples = outcomes = offers = 0
    domains = set()
    with store.database.writing(keep=not dry_run) as cursor:
        for address in addresses:
            local, _, domain = address.rpartition("@")
            domains.add(domain)
            samples += _delete(cursor, "sample WHERE domain = ? AND local = ?", domain, local)
            outcomes += _delete(cursor, "outcome WHERE domain = ? AND local = ?", domain, local)
        for address in {*addresses, *offered}:
            for key in store.keys.keys:
                offers += _delete(cursor, "offer WHERE hash = ?", offer_hash(key, address))
        _sweep(cursor, domains)
        struck = _strike(cursor, mentions)
    return Forgotten(samples, outcomes, offers, mentions=struck)


def forget_domain(store: Store, domain: str, also: Iterable[str] = (), *, dry_run: bool = False) -> Forgotten:
    """Remove every trace of a domain, those below it, and others; a dry run as `forget_person`."""
    domains = domains_from(store, domain).union(also)
    samples = outcomes = offers = companies = 0
    written = re.compile(rf"(?<![\w-])(?:[\w-]+\.)*{re.escape(domain)}(?![\w-]|\.\w)")
    with store.database.writing(keep=not dry_run) as cursor:
        for each in domains:
            samples += _delete(cursor, "sample WHERE domain = ?", each)
            outcomes += _delete(cursor, "outcome WHERE domain = ?", each)
            companies += _delete(cursor, "company WHERE domain = ?", each)
            for key in store.keys.keys:
                offers += _delete(cursor, "offer WHERE scope = ?", scope_hash(key, each))
        _sweep(cursor, domains)
        struck = _strike(cursor, lambda text: bool(written.search(text.lower())))
    return Forgotten(samples, outcomes, offers, companies, struck)


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


def _strike(cursor: "sqlite3.Cursor", mentions: _Mentions) -> int:
    """Empty the descriptions of sources that mention somebody; return of how many sources."""
    rows = cursor.execute("SELECT id, label, kind, words, referred_by FROM source").fetchall()
    struck = 0
    for number, label, kind, words, referred_by in _mentioning(rows, mentions):
        struck += 1
        same = (label, kind, words, referred_by)
        query = (
            "SELECT id FROM source WHERE label = ? AND kind = ? AND words = ? AND referred_by = ? AND id != ?"
        )
        other = cursor.execute(query, (*same, number)).fetchone()
        if other is None:
            cursor.execute(
                "UPDATE source SET label = ?, kind = ?, words = ?, referred_by = ? WHERE id = ?",
                (*same, number),
            )
        else:  # now both are described alike, and are one
            cursor.execute("UPDATE OR IGNORE sample SET source = ? WHERE source = ?", (other[0], number))
            _delete(cursor, "sample WHERE source = ?", number)
            _delete(cursor, "source WHERE id = ?", number)
    return struck


def _mentioning(
    rows: Iterable[tuple[int, str, str, str, str]], mentions: _Mentions
) -> Iterator[tuple[int, str, str, str, str]]:
    """Yield the sources whose texts mention somebody, without these texts."""
    for number, label, kind, words, referred_by in rows:
        found = [mentions(text) for text in (label, words, referred_by)]
        if any(found):
            kept = (
                "forgotten" if found[0] else label,
                kind,
                "" if found[1] else words,
                "" if found[2] else referred_by,
            )
            yield (number, *kept)
