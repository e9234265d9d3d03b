"""A do-not-contact list that travels to other machines: its hashes and their keys, without the file."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from guessmail.errors import StoreError
from guessmail.store.keys import Key
from guessmail.store.store import Store
from guessmail.store.subjects import Kind, scopes_of
from guessmail.store.suppression import SuppressionList


class CarriedList(SuppressionList):
    """The list as it is now, in memory, to be pickled. Whoever has it can test whether a name they guess is on it."""

    def __init__(
        self, keys: tuple[Key, ...], kinds: Mapping[bytes, frozenset[Kind]], marks: frozenset[bytes]
    ) -> None:
        """`kinds` are those of the entries, by the hash of their domain; `marks` are their hashes."""
        super().__init__(None)
        self._keys, self._kinds, self._marks = keys, kinds, marks

    def __reduce__(self) -> tuple[object, ...]:
        return CarriedList, (self._keys, self._kinds, self._marks)

    @classmethod
    def of(cls, path: Path) -> "CarriedList":
        """Return the list of a store; `StoreError` if there is no store, or it lacks its keys."""
        store = Store.open(path, create=False)
        if store is None:
            raise StoreError(
                f"There is no store at {path}, so nobody on its do-not-contact list would be recognised."
            )
        with store:
            keys = SuppressionList(store)._keys
            kinds: dict[bytes, frozenset[Kind]] = {}
            for scope, kind in store.database.rows(
                "SELECT DISTINCT scope, kind FROM suppression", of=(bytes, str)
            ):
                kinds[scope] = kinds.get(scope, frozenset()) | {Kind(kind)}
            marks = store.database.rows("SELECT hash FROM suppression_mark", of=(bytes,))
            return cls(keys, kinds, frozenset(mark for (mark,) in marks))

    def _look_up_scopes(self, domain: str) -> Mapping[str, frozenset[Kind]]:
        found: dict[str, frozenset[Kind]] = {}
        for name in scopes_of(domain):
            scopes = (key.hash("scope", name) for key in self._keys)
            if kinds := frozenset[Kind]().union(*(self._kinds.get(scope, ()) for scope in scopes)):
                found[name] = kinds
        return found

    def _has_any(self, hashes: Iterable[bytes]) -> bool:
        return not self._marks.isdisjoint(hashes)
