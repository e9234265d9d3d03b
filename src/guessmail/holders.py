"""Who holds the known addresses of a domain: the person asked for, perhaps under another spelling, or somebody else."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum

from guessmail.names import Name
from guessmail.namesakes import own_marks, words_of

__all__ = ["NOBODY", "Holder", "Holders"]


class Holder(Enum):
    """Who holds an address, seen from the name that is asked for."""

    SAME = "the same person"
    OTHER = "somebody else"
    UNNAMED = "nobody knows whose it is"
    NOBODY = "nobody: mail came back from it"


class Holders:
    """The owners of known local parts."""

    def __init__(self, owners: Iterable[tuple[str, Name | None]] = (), bounced: Iterable[str] = ()) -> None:
        """`owners` are local parts, each with its owner's name where that is known; `bounced` are nobody's."""
        self._bounced = frozenset(bounced)
        self._names: dict[str, list[Name | None]] = {}
        for local, name in owners:
            self._names.setdefault(local, []).append(name)
        self._by_mark: Mapping[str, Sequence[str]] | None = None
        self._words: frozenset[str] | None = None

    def __bool__(self) -> bool:
        return bool(self._names or self._bounced)

    def __contains__(self, local_part: object) -> bool:
        return local_part in self._names or local_part in self._bounced

    def touch(self, name: Name, local_parts: Collection[str]) -> bool:
        """Tell whether it is known who holds some address that a name can lead to, or that the name holds one."""
        return bool(self) and (self._hold_any(local_parts) or bool(self.known_to_hold(name)))

    def may_touch(self, words: Iterable[str], local_parts: Iterable[str]) -> bool:
        """Tell the same of a name that is made of some of these words; true may still mean that nothing is known."""
        return bool(self) and (self._hold_any(local_parts) or not self._all_words().isdisjoint(words))

    def _hold_any(self, local_parts: Iterable[str]) -> bool:
        names, bounced = self._names.keys(), self._bounced
        return not (names.isdisjoint(local_parts) and bounced.isdisjoint(local_parts))

    def holder_of(self, local_part: str, name: Name) -> Holder | None:
        """Return who holds a local part, None where it is not known to exist."""
        if local_part in self._bounced:
            return Holder.NOBODY
        owners = self._names.get(local_part)
        if owners is None:
            return None
        named = [owner for owner in owners if owner is not None]
        if not named:
            return Holder.UNNAMED
        own = own_marks(name)
        if any(not own.isdisjoint(own_marks(owner)) or is_misspelt(name, owner) for owner in named):
            return Holder.SAME
        return Holder.OTHER

    def known_to_hold(self, name: Name) -> list[str]:
        """Return the local parts that samples hold for this very name, under any of its spellings."""
        if not self._names:
            return []
        if self._all_words().isdisjoint(words_of(name)):  # as mostly, and quicker to tell
            return []
        if self._by_mark is None:
            self._by_mark = self._index()
        found = {local for mark in own_marks(name) for local in self._by_mark.get(mark, ())}
        return sorted(found)

    def _all_words(self) -> frozenset[str]:
        """Return the given and family names of the owners."""
        if self._words is None:
            self._words = frozenset(
                word for names in self._names.values() for one in names if one for word in words_of(one)
            )
        return self._words

    def _index(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for local, names in self._names.items():
            for name in names:
                if name is not None:
                    for mark in own_marks(name):
                        index.setdefault(mark, []).append(local)
        return index


NOBODY = Holders()


def is_misspelt(one: Name, other: Name) -> bool:
    """Tell whether two names may be spellings of one that nothing but a letter or two tells apart: Jon and John."""
    left, right = one.readings[0], other.readings[0]
    return _is_close(left.family, right.family) and _is_close(left.given, right.given)


def _is_close(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter in five at most, or one is the other cut short."""
    one, other = one.casefold(), other.casefold()
    short, long = sorted((one, other), key=len)
    if not short:
        return one == other
    if long.startswith(short):
        return True
    return _distance(one, other) <= max(1, len(long) // 5)


def _distance(one: str, other: str) -> int:
    """Return how many letters must be changed, left out or put in (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    return row[-1]
