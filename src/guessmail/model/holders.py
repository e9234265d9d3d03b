"""Who holds the known addresses of a domain: the person asked for, perhaps under another spelling, or somebody else."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cached_property

from guessmail.names import Name
from guessmail.text import distance

__all__ = ["NOBODY", "Holder", "Holders"]


class Holder(Enum):
    """Who holds an address, seen from the name that is asked for."""

    SAME = "the same person"
    NAMESAKE = "somebody whom only a middle name tells apart"
    OTHER = "somebody else"
    UNNAMED = "nobody knows whose it is"
    NOBODY = "nobody: mail came back from it"


class Holders:
    """The owners of known local parts."""

    def __init__(self, owners: Iterable[tuple[str, Name | None]] = (), bounced: Iterable[str] = ()) -> None:
        """`owners` are local parts, each with its owner's name if that is known. Mail to `bounced` came back."""
        self._bounced = frozenset(bounced)
        self._owners: dict[str, list[Name]] = {}
        for local, name in owners:
            self._owners.setdefault(local, []).extend([name] if name else [])
        self.local_parts = frozenset((*self._owners, *self._bounced))
        """All that are known, including those that bounced."""

    def __bool__(self) -> bool:
        return bool(self.local_parts)

    def __contains__(self, local_part: object) -> bool:
        return local_part in self.local_parts

    def holder_of(self, local_part: str, name: Name) -> Holder | None:
        """Return who holds a local part, None where it is not known to exist."""
        if local_part in self._bounced:
            return Holder.NOBODY
        owners = self._owners.get(local_part)
        if owners is None:
            return None
        if not owners:
            return Holder.UNNAMED
        from guessmail.names.namesakes import is_namesake  # where samples are known

        namesakes = [owner for owner in owners if is_namesake(name, owner)]
        if any(not has_other_middle(name, owner) for owner in namesakes):
            return Holder.SAME
        return Holder.NAMESAKE if namesakes else Holder.OTHER

    def known_to_hold(self, name: Name) -> list[str]:
        """Return the local parts that samples hold for this very name, under any of its spellings."""
        from guessmail.names.namesakes import own_marks, words_of  # as above

        if self._words.isdisjoint(words_of(name)):
            return []  # as mostly
        found = {local for mark in own_marks(name) for local in self._by_mark.get(mark, ())}
        return sorted(local for local in found if self.holder_of(local, name) is Holder.SAME)

    @cached_property
    def _words(self) -> frozenset[str]:
        from guessmail.names.namesakes import words_of  # as above

        return frozenset().union(*[words_of(name) for names in self._owners.values() for name in names])

    @cached_property
    def _by_mark(self) -> Mapping[str, Sequence[str]]:
        from guessmail.names.namesakes import own_marks  # as above

        index: dict[str, list[str]] = {}
        for local, names in self._owners.items():
            for mark in {mark for name in names for mark in own_marks(name)}:
                index.setdefault(mark, []).append(local)
        return index


NOBODY = Holders()


def has_other_middle(one: Name, other: Name) -> bool:
    """Tell whether two names contradict each other in a middle name or initial."""
    left, right = one.readings[0].middles, other.readings[0].middles
    return bool(left and right) and not any(
        mine.startswith(yours) or yours.startswith(mine) for mine in left for yours in right
    )


def is_misspelt(one: Name, other: Name) -> bool:
    """Tell whether two names may be spellings of one that differ by a letter or two: Jon and John."""
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
    return distance(one, other) <= max(1, len(long) // 5)
