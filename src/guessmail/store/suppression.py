"""The do-not-contact list, kept as keyed hashes of the marks of `subjects`: a name that shares a mark is suppressed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from sqlite3 import Cursor
from typing import NamedTuple

from guessmail.errors import StoreError
from guessmail.names import Name
from guessmail.names.namesakes import asked_marks
from guessmail.store.database import Row
from guessmail.store.files import Key, key_path
from guessmail.store.store import Store
from guessmail.store.subjects import Subject, SubjectKind, company_scope, local_marks, marks_of
from guessmail.text import split_address


class Suppression(NamedTuple):
    """An entry of the list, as it can be shown."""

    id: int
    kind: str
    date: str
    note: str


class SuppressionList:
    """The list of a store, or an empty one without a store; `StoreError` if the key of an entry is missing."""

    def __init__(self, store: Store | None) -> None:
        self._keys: tuple[Key, ...] = ()
        self._scopes = lru_cache(maxsize=1 << 12)(self._scopes_of)
        if store is not None:
            self._store = store
            self._load()

    def __reduce__(self) -> tuple[object, ...]:
        return SuppressionList, (self._store,)

    def _load(self) -> None:
        """Read the keys that entries use; `StoreError` if one is missing, or a kind is unknown."""
        self._scopes.cache_clear()
        rows = self._store.rows("SELECT DISTINCT key, kind FROM suppression", of=(str, str))
        used = {key for key, _ in rows}
        self._keys = tuple(key for key in self._store.keys if key.id in used) if used else ()
        if not {kind for _, kind in rows} <= set(SubjectKind):
            raise self._store.damage()
        if len(self._keys) < len(used):
            raise StoreError(
                f"The file {key_path(self._store.path)} lacks the key of your do-not-contact list, "
                "so nobody on it would be recognised. Restore the file from a backup or an export."
            )

    def __bool__(self) -> bool:
        return bool(self._keys)

    def is_suppressed(self, name: Name, domain: str, local_parts: Iterable[str]) -> bool:
        """Return whether a name is suppressed at a domain; `local_parts` it could have are read only if an address is listed."""
        kinds = set[str]().union(*self._scopes(domain).values())
        at_risk = local_parts if SubjectKind.ADDRESS in kinds else ()
        return bool(kinds) and self._has(domain, asked_marks(name).union(*map(local_marks, at_risk)))

    def covers(self, address: str, name: str = "") -> bool:
        """Return whether an address or its owner is on the list; without a name, everybody counts who may be the owner."""
        domain = split_address(address)[1].lower()
        return self.has_any_at(domain) and self._has(domain, marks_of(address, name))

    def has_any_at(self, domain: str) -> bool:
        """Return whether an entry of the list counts at a domain: a cheap test, to run first."""
        return bool(self._scopes(domain))

    def add(self, subjects: Iterable[Subject], *, date: str, note: str = "") -> list[tuple[int, bool]]:
        """Add subjects in one transaction; return the number of each, and whether it is new."""
        added = []
        with self._store.writing() as cursor:
            for subject in subjects:
                first = self._store.first_key()
                row = (subject.kind, date, note, first.id, first.hash("scope", subject.scope))
                hashes = map(subject.hashes, dict.fromkeys((first, *self._keys)))
                added.append(keep_entry(self._store, cursor, row, *hashes))
        self._load()
        return added

    def remove(self, subject: Subject) -> tuple[int, ...]:
        """Remove a subject from the list, in whatever spelling; return the numbers of its entries."""
        found = set[int]()
        for key in self._keys:
            who, where = (_holders(self._store, each, subject.kind) for each in subject.own_hashes(key))
            found |= who.keys() & where.keys()
        removed = remove_entries(self._store, found)
        self._load()
        return removed

    def _scopes_of(self, domain: str) -> Mapping[str, set[str]]:
        """Return the scopes with entries that count at a domain, each with their kinds: it, domains above it, its company."""
        if not self._keys:
            return {}
        labels = domain.split(".")  # the last one alone is a top-level domain
        above = [".".join(labels[start:]) for start in range(max(len(labels) - 1, 1))]
        scopes = *above, company_scope(domain)
        hashes = {key.hash("scope", scope): scope for key in self._keys for scope in scopes}
        found = defaultdict[str, set[str]](set)
        for each, kind in self._kinds_at([*hashes]):
            found[hashes[each]].add(kind)
        return found

    def _kinds_at(self, scopes: list[bytes]) -> Iterable[tuple[bytes, str]]:
        return _rows_with(self._store, "SELECT scope, kind FROM suppression WHERE scope IN", scopes)

    def _has_any(self, hashes: list[bytes]) -> bool:
        return any(_rows_with(self._store, "SELECT 1 FROM suppression_mark WHERE hash IN", hashes))

    def _has(self, domain: str, marks: Iterable[str]) -> bool:
        """Return whether a domain, or a mark within one of its scopes, is on the list."""
        scopes = self._scopes(domain)
        return any(SubjectKind.DOMAIN in kinds for kinds in scopes.values()) or self._has_any(
            [key.of_mark(scope, mark) for mark in marks for key in self._keys for scope in scopes]
        )


class CarriedList(SuppressionList):
    """A copy of the list in memory, which can be pickled and sent to other machines without the store.

    Whoever has it can test whether a guessed name is on it. `kinds` has the kinds of the entries, each beside the hash of
    its scope; `marks` has the hashes of their marks.
    """

    def __init__(self, keys: tuple[Key, ...], kinds: frozenset[Row], marks: frozenset[bytes]) -> None:
        super().__init__(None)
        self._keys, self._kinds, self._marks = keys, kinds, marks

    def __reduce__(self) -> tuple[object, ...]:
        return CarriedList, (self._keys, self._kinds, self._marks)

    @classmethod
    def of(cls, path: Path) -> "CarriedList":
        """Return the list of a store; `StoreError` if the store or a key is missing."""
        with Store.open(path) as store:
            keys = SuppressionList(store)._keys
            kinds = store.rows("SELECT DISTINCT scope, kind FROM suppression", of=(bytes, str))
            marks = store.rows("SELECT hash FROM suppression_mark", of=(bytes,))
        return cls(keys, frozenset(kinds), frozenset(mark for (mark,) in marks))

    def _kinds_at(self, scopes: list[bytes]) -> Iterable[tuple[bytes, str]]:
        return self._kinds.intersection((scope, kind) for scope in scopes for kind in SubjectKind)

    def _has_any(self, hashes: list[bytes]) -> bool:
        return not self._marks.isdisjoint(hashes)


def entries(store: Store) -> tuple[Suppression, ...]:
    """Return the entries of a store's list, the oldest first; this needs no key."""
    rows = store.rows("SELECT id, kind, date, note FROM suppression ORDER BY id", of=(int, str, str, str))
    if not {kind for _, kind, *_ in rows} <= set(SubjectKind):
        raise store.damage()
    return tuple(map(Suppression._make, rows))


def keep_entry(store: Store, cursor: Cursor, row: Row, *hashes: Iterable[bytes]) -> tuple[int, bool]:
    """Insert an entry (kind, date, note, key, scope) unless its kind has it already; return its number, and whether it is new.

    Each of `hashes` has its marks' hashes under one key. An entry with all hashes of one key is the same; a new one gets the first.
    """
    for wanted in map(set, hashes):
        holders = _holders(store, [*wanted], str(row[0]))
        if same := [number for number, count in holders.items() if count == len(wanted)]:
            return min(same), False
    cursor.execute("INSERT INTO suppression (kind, date, note, key, scope) VALUES (?, ?, ?, ?, ?)", row)
    number = int(cursor.lastrowid or 0)
    marks = [(each, number) for each in {*hashes[0]}]
    cursor.executemany("INSERT INTO suppression_mark VALUES (?, ?)", marks)
    return number, True


def remove_entries(store: Store, numbers: Iterable[int]) -> tuple[int, ...]:
    """Remove entries from the list by their numbers; return the numbers of those that were there."""
    rows = [(number,) for number in sorted(numbers)]
    with store.writing() as cursor:
        cursor.executemany("DELETE FROM suppression_mark WHERE suppression = ?", rows)
        delete = "DELETE FROM suppression WHERE id = ?"
        return tuple(number for (number,) in rows if cursor.execute(delete, (number,)).rowcount)


def _holders(store: Store, hashes: Sequence[bytes], kind: str) -> Counter[int]:
    """Return the entries of a kind that have any of the hashes, each with the number of its hashes among them."""
    sql = "SELECT suppression, kind FROM suppression_mark JOIN suppression ON id = suppression WHERE hash IN"
    return Counter(number for number, actual in _rows_with(store, sql, hashes) if kind == actual)


def _rows_with(store: Store, query: str, values: Sequence[object]) -> Iterator[Row]:
    """Yield the rows of a query that ends in `IN`, for any number of values."""
    for start in range(0, len(values), 500):  # older builds of SQLite take 999 values
        chunk = tuple(values[start : start + 500])
        yield from store.rows(f"{query} ({','.join('?' * len(chunk))})", chunk)
