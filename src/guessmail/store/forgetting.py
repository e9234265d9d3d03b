"""Removal of people, addresses, domains and old records from the store; the do-not-contact list stays."""

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

from guessmail.names import Name, read_name
from guessmail.names.namesakes import may_be_one_person, words_of
from guessmail.store.store import Store
from guessmail.text import fold, split_address

_Mentions = Callable[[str], bool]
_Rows = Iterable[tuple[str, str, tuple[object, ...]]]
"""Rows to remove: table, condition, and the condition's values."""


def domains_from(store: Store, domain: str) -> frozenset[str]:
    """Return a domain and its subdomains that the store names; offers name no domain, since they are hashed."""
    query = "SELECT domain FROM sample UNION SELECT domain FROM outcome UNION SELECT domain FROM company"
    named = {name for (name,) in store.rows(query, of=(str,))}
    return frozenset({domain, *(name for name in named if name.endswith(f".{domain}"))})


def forget_person(store: Store, name: Name, local_parts: Mapping[str, Iterable[str]]) -> Counter[str]:
    """Remove every trace of a person at some domains; `local_parts` has, by domain, those that the name could have.

    An address with a name is the person's if the two names can be one person's. An address without a readable name is the
    person's if its local part is one of these. Offers of these local parts are removed unless they are another's addresses.
    """
    owned: set[str] = set()
    offered: set[str] = set()
    for domain, could_have in local_parts.items():
        possible = {local.lower() for local in could_have}
        others = set()
        for address, written in _known(store, domain):
            local = split_address(address)[0]
            owner = read_name(written)
            if may_be_one_person(name, owner) if isinstance(owner, Name) else _base(local) in possible:
                owned.add(address)
            elif isinstance(owner, Name):
                others.add(local)
        offered |= {f"{local}@{domain}" for local in possible - others}

    def mentions(text: str) -> bool:
        return _names(name, text) or any(address in text.lower() for address in owned)

    return _forget(store, _rows_of(store, owned, offered), mentions)


def forget_address(store: Store, address: str, also: Iterable[str] = ()) -> Counter[str]:
    """Remove every trace of an address and its subaddresses (RFC 5233) at its domain, its subdomains and the domains `also`."""
    local, own = split_address(address.lower())
    base, domains = _base(local), domains_from(store, own).union(also)
    known = [each for domain in domains for each in _known(store, domain)]
    variants = {each for each, _ in known if _base(split_address(each)[0]) == base}
    names = {written for each, written in known if each in variants}
    owners = [owner for owner in map(read_name, names) if isinstance(owner, Name)]
    written = re.compile(
        rf"(?<![\w.+-]){re.escape(base)}(?:\+[^\s@]*)?@(?:[\w-]+\.)*{re.escape(own)}(?![\w-]|\.\w)"
    )

    def mentions(text: str) -> bool:
        return bool(written.search(text.lower())) or any(_names(owner, text) for owner in owners)

    offered = {address.lower(), *(f"{base}@{domain}" for domain in domains)}
    return _forget(store, _rows_of(store, variants, offered), mentions)


def _known(store: Store, domain: str) -> list[tuple[str, str]]:
    """Return the addresses at a domain, in lower case, each with a name that the store has for it, maybe empty."""
    known = [(sighting.address.lower(), sighting.name) for sighting in store.sightings(domain)]
    return known + [(outcome.address.lower(), outcome.name) for outcome in store.outcomes_at(domain).values()]


def _base(local_part: str) -> str:
    return local_part.partition("+")[0]


def _names(name: Name, text: str) -> bool:
    """Return whether a text has a name of two to four words that can be the person's."""
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?", text)[:200]
    if words_of(name).isdisjoint(map(fold, words)):
        return False
    places = ((start, start + size) for size in range(2, 5) for start in range(len(words)))
    found = (read_name(" ".join(words[start:end])) for start, end in places if end <= len(words))
    return any(may_be_one_person(name, each) for each in found if isinstance(each, Name))


def _rows_of(store: Store, addresses: Collection[str], offered: Iterable[str]) -> _Rows:
    """Yield the samples and outcomes of addresses, and the offers of these and of the addresses `offered`."""
    for address in addresses:
        yield "sample", "local = ? AND domain = ?", split_address(address)
        yield "outcome", "local = ? AND domain = ?", split_address(address)
    for address in {*addresses, *offered}:
        for key in store.keys:
            yield "offer", "hash = ?", (key.of_offer(address),)


def forget_domain(store: Store, domain: str, also: Iterable[str] = ()) -> Counter[str]:
    """Remove every trace of a domain, its subdomains and the domains `also`."""
    domains = domains_from(store, domain).union(also)
    rows = [
        *((table, "domain = ?", (each,)) for table in ("sample", "outcome", "company") for each in domains),
        *(("offer", "scope = ?", (key.of_offers_at(each),)) for key in store.keys for each in domains),
    ]
    written = re.compile(rf"(?<![\w-])(?:[\w-]+\.)*{re.escape(domain)}(?![\w-]|\.\w)")
    return _forget(store, rows, lambda text: bool(written.search(text.lower())))


def purge(store: Store, before: str) -> Counter[str]:
    """Remove all records from before a date (ISO 8601), and return their space to the file system; a dry run only counts them."""
    rows = [
        ("offer", "run IN (SELECT id FROM run WHERE date < ?)", (before,)),
        *((table, "date < ?", (before,)) for table in ("sample", "outcome", "company", "run")),
    ]
    purged = _forget(store, rows, lambda _: False)
    if not store.is_dry:
        store.rows("VACUUM")
    return purged


def _forget(store: Store, rows: _Rows, mentions: _Mentions) -> Counter[str]:
    """Remove rows, then labels and sources without samples, and descriptions of sources with `mentions`.

    Return the number of rows removed from each table; for `source`, that of the descriptions.
    """
    removed: Counter[str] = Counter()
    with store.writing() as cursor:
        for table, where, values in rows:
            removed[table] += _delete(cursor, f"{table} WHERE {where}", *values)
        _delete(cursor, "label WHERE NOT EXISTS (SELECT 1 FROM sample WHERE sample.domain = label.domain)")
        _delete(cursor, "source WHERE id NOT IN (SELECT source FROM sample)")
        removed["source"] = _strike(cursor, mentions)
    return removed


def _delete(cursor: sqlite3.Cursor, where: str, *values: object) -> int:
    cursor.execute(f"DELETE FROM {where}", values)  # noqa: S608 - the conditions stand above
    return cursor.rowcount


def _strike(cursor: sqlite3.Cursor, mentions: _Mentions) -> int:
    """Empty the descriptions of sources that mention somebody; return the number of these sources."""
    rows = cursor.execute("SELECT id, label, words, referred_by, kind FROM source").fetchall()
    struck = 0
    for number, *texts, kind in rows:
        instead = zip(texts, ("forgotten", "", ""), strict=True)
        kept = [other if mentions(text) else text for text, other in instead]
        if kept == texts:
            continue
        struck += 1
        command = "UPDATE OR IGNORE source SET label = ?, words = ?, referred_by = ? WHERE id = ?"
        cursor.execute(command, (*kept, number))
        if not cursor.rowcount:  # another source has this description: both become one
            same = "SELECT id FROM source WHERE (label, words, referred_by, kind) = (?, ?, ?, ?)"
            command = f"UPDATE OR IGNORE sample SET source = ({same}) WHERE source = ?"  # noqa: S608 - as above
            cursor.execute(command, (*kept, kind, number))
            _delete(cursor, "sample WHERE source = ?", number)
            _delete(cursor, "source WHERE id = ?", number)
    return struck
