"""The do-not-contact list of people, addresses and domains, kept as keyed hashes that name nobody.

What is hashed are marks. A domain has one mark, an address its local part, and a person at a domain every
pair of names that a namesake could share (`namesakes`): a name that shares a mark is suppressed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from guessmail.errors import StoreError
from guessmail.names.namesakes import asked_marks, found_marks, kept_marks

if TYPE_CHECKING:
    from sqlite3 import Cursor

    from guessmail.names import Name
    from guessmail.store import Store
    from guessmail.store.database import Database
    from guessmail.store.keys import Key


_CHUNK = 500
"""Values a query; older builds of SQLite take 999."""

_DOMAIN_MARK = "domain"


class Kind(StrEnum):
    """What an entry of the list names."""

    ADDRESS = "address"
    PERSON = "person"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class Subject:
    """A person, an address or a domain on the list."""

    kind: Kind
    domain: str
    """In A-labels and lower case."""
    marks: frozenset[str]
    """Its keyed hashes."""
    own: frozenset[str]
    """The marks by which it is found again, to remove it from the list."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """One entry of the list, as it can be shown."""

    id: int
    kind: Kind
    date: str
    note: str


def domain_subject(domain: str) -> Subject:
    """Return a whole domain, and all domains below it."""
    marks = frozenset({_DOMAIN_MARK})
    return Subject(Kind.DOMAIN, domain, marks, marks)


def address_subject(address: str, *, names: "Iterable[Name]" = ()) -> Subject:
    """Return an address, and with it the people (`names`) who are known to have it."""
    local, _, domain = address.lower().rpartition("@")
    own = frozenset(_local_marks((local, local.partition("+")[0])))
    return Subject(Kind.ADDRESS, domain, own.union(*(kept_marks(name) for name in names)), own)


def person_subject(name: "Name", domain: str) -> Subject:
    """Return a person at a domain and the domains below it."""
    return Subject(Kind.PERSON, domain, kept_marks(name), found_marks(name))


class SuppressionList:
    """The list of one store. Lookups in an empty list, or without a store, cost next to nothing."""

    def __init__(self, store: "Store | None") -> None:
        """Open the list of `store`; `StoreError` if a key of its entries is missing."""
        self._store = store
        self._keys: tuple[Key, ...] = ()
        self._scopes: dict[str, Mapping[str, frozenset[Kind]]] = {}
        if store is not None:
            self._load(store)

    def _load(self, store: "Store") -> None:
        """Read the keys of the entries."""
        self._scopes.clear()
        rows = store.database.rows("SELECT DISTINCT key FROM suppression", of=(str,))
        used = {row[0] for row in rows}
        self._keys = tuple(key for key in store.keys.keys if key.id in used) if used else ()
        if len(self._keys) < len(used):
            raise StoreError(
                f"The file {store.keys.path} lacks the key of your do-not-contact list, "
                "so nobody on it would be recognised. Restore the file from a backup or an export."
            )

    def __bool__(self) -> bool:
        return bool(self._keys)

    def __reduce__(self) -> tuple[object, ...]:
        """Open it again, where it is unpickled: in another process."""
        return SuppressionList, (self._store,)

    def is_suppressed(self, name: "Name", domain: str, local_parts: Iterable[str]) -> bool:
        """Return whether this name is suppressed at `domain`, where it could have any of `local_parts`.

        These may come as a generator; it is not started where nothing at the domain is on the list.
        """
        scopes = self._scopes_of(domain)
        if not scopes:
            return False
        # Hundreds of local parts need no look where no address at the domain is on the list.
        at_risk = local_parts if Kind.ADDRESS in scopes.get(domain, ()) else ()
        return self._has(scopes, domain, (*asked_marks(name), *_local_marks(at_risk)))

    def is_address_suppressed(self, address: str) -> bool:
        """Return whether an address, or its whole domain, is on the list."""
        local, _, domain = address.lower().rpartition("@")
        scopes = self._scopes_of(domain)
        return bool(scopes) and self._has(scopes, domain, _local_marks((local, local.partition("+")[0])))

    def has_any_at(self, domain: str) -> bool:
        """Return whether the list has any entry for a domain: the cheap test, to run first."""
        return bool(self._scopes_of(domain))

    def add(self, subject: Subject, *, date: str, note: str = "") -> tuple[int, bool]:
        """Add a subject to the list; return its number, and whether it is new."""
        store = self._open_store()
        with store.database.writing() as cursor:
            number, is_new = self._add(cursor, subject, date, note)
        self._load(store)
        return number, is_new

    def add_all(
        self, subjects: Iterable[Subject], *, date: str, note: str = "", dry_run: bool = False
    ) -> int:
        """Add all subjects in one transaction; return how many are new. A dry run adds none."""
        store = self._open_store()
        with store.database.writing(keep=not dry_run) as cursor:
            count = sum(self._add(cursor, subject, date, note)[1] for subject in subjects)
        self._load(store)
        return count

    def _add(self, cursor: "Cursor", subject: Subject, date: str, note: str) -> tuple[int, bool]:
        first = self._open_store().keys.first()
        for key in (first, *self._keys):
            hashes = [_hash(key, subject.domain, mark) for mark in subject.marks]
            for number, count in _holders(cursor.execute, hashes).items():
                if count == len(hashes):
                    return number, False
        hashes = [_hash(first, subject.domain, mark) for mark in subject.marks]
        cursor.execute(
            "INSERT INTO suppression (kind, date, note, key, scope) VALUES (?, ?, ?, ?, ?)",
            (subject.kind.value, date, note, first.id, first.hash("scope", subject.domain)),
        )
        number = int(cursor.lastrowid or 0)
        cursor.executemany("INSERT INTO suppression_mark VALUES (?, ?)", ((each, number) for each in hashes))
        return number, True

    def remove(self, subject: Subject) -> tuple[int, ...]:
        """Remove a subject from the list, however it was spelled; return its numbers."""
        store = self._open_store()
        with store.database.writing() as cursor:
            hashes = [_hash(key, subject.domain, mark) for key in self._keys for mark in subject.own]
            rows = cursor.execute(
                "SELECT id FROM suppression WHERE kind = ?", (subject.kind.value,)
            ).fetchall()
            found = tuple(sorted({int(row[0]) for row in rows} & _holders(cursor.execute, hashes).keys()))
            for number in found:
                _delete(cursor.execute, number)
        self._load(store)
        return found

    def _open_store(self) -> "Store":
        if self._store is None:
            raise StoreError("There is no store for the do-not-contact list.")
        return self._store

    def _scopes_of(self, domain: str) -> Mapping[str, frozenset[Kind]]:
        """Return those of a domain and its parent domains that the list has entries for."""
        if not self._keys:
            return {}
        if domain not in self._scopes:
            self._scopes[domain] = self._look_up_scopes(domain)
        return self._scopes[domain]

    def _look_up_scopes(self, domain: str) -> Mapping[str, frozenset[Kind]]:
        labels = domain.split(".")
        names = [".".join(labels[start:]) for start in range(len(labels))]
        name_of: dict[object, str] = {key.hash("scope", name): name for key in self._keys for name in names}
        database = self._open_store().database
        found: dict[str, frozenset[Kind]] = {}
        query = "SELECT DISTINCT scope, kind FROM suppression WHERE scope IN"
        for scope, kind in _rows_with(database.rows, query, [*name_of]):
            name = name_of[scope]
            found[name] = found.get(name, frozenset()) | {_kind(str(kind), database)}
        return found

    def _has_any(self, hashes: list[bytes]) -> bool:
        """Return whether an entry holds any of some hashes."""
        return bool(_holders(self._open_store().database.rows, hashes))

    def _has(self, scopes: Mapping[str, frozenset[Kind]], domain: str, marks: Iterable[str]) -> bool:
        """Return whether a mark is on the list; local parts say something at their own domain alone."""
        if any(Kind.DOMAIN in kinds for kinds in scopes.values()):
            return True
        wanted = set(marks)
        hashes = [
            _hash(key, scope, mark)
            for key in self._keys
            for scope in scopes
            for mark in wanted
            if scope == domain or not mark.startswith("local ")
        ]
        return self._has_any(hashes)


def entries(store: "Store") -> tuple[Suppression, ...]:
    """Return what is on the list of a store, the oldest first; no key is needed to see it."""
    rows = store.database.rows(
        "SELECT id, kind, date, note FROM suppression ORDER BY id", of=(int, str, str, str)
    )
    return tuple(
        Suppression(number, _kind(kind, store.database), date, note) for number, kind, date, note in rows
    )


def _kind(word: str, database: "Database") -> Kind:
    """Return the kind of an entry; an unknown one is damage."""
    try:
        return Kind(word)
    except ValueError as error:
        raise database.damage() from error


def remove_entry(store: "Store", number: int) -> bool:
    """Remove an entry from the list by its number; return whether there was one."""
    with store.database.writing() as cursor:
        return _delete(cursor.execute, number)


_Execute = Callable[[str, tuple[object, ...]], Iterable[tuple[object, ...]]]


def _delete(execute: _Execute, number: int) -> bool:
    """Delete an entry and its marks."""
    execute("DELETE FROM suppression_mark WHERE suppression = ?", (number,))
    return bool(list(execute("DELETE FROM suppression WHERE id = ? RETURNING id", (number,))))


def _holders(execute: _Execute, hashes: list[bytes]) -> dict[int, int]:
    """Return the entries that hold any of the hashes, each with how many of them."""
    found: dict[int, int] = {}
    for (number,) in _rows_with(execute, "SELECT suppression FROM suppression_mark WHERE hash IN", hashes):
        found[int(str(number))] = found.get(int(str(number)), 0) + 1
    return found


def _rows_with(execute: _Execute, query: str, hashes: Sequence[object]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a query that ends with what is to be among the hashes, which may be many."""
    for start in range(0, len(hashes), _CHUNK):
        chunk = tuple(hashes[start : start + _CHUNK])
        yield from execute(f"{query} ({','.join('?' * len(chunk))})", chunk)


def _hash(key: "Key", domain: str, mark: str) -> bytes:
    return key.hash("suppression", domain, mark)


def _local_marks(local_parts: Iterable[str]) -> Iterator[str]:
    return (f"local {local.lower()}" for local in local_parts)
