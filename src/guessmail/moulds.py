"""Moulds: the ways to make addresses of all names of one shape, worked out once."""

import math
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, combinations

from guessmail.names import Name
from guessmail.prior import Key, Keys, Prior
from guessmail.shapes import (
    TAIL,
    Guards,
    Readings,
    Shape,
    Stencil,
    by_mask,
    name_of,
    shape_of,
    unified,
    word_mask,
)

__all__ = ["Mould", "Moulds", "Outline", "of_one_form"]

_MOST = 10_000
"""Moulds that are kept: more shapes than this are no shapes that many names share."""
_MOST_KEYS = 32
"""Moulds whose keys are kept, from their guards to their templates."""
_MOST_OWNERS = 256
"""Those of the owners of samples: so many, since these are asked for again and again."""
_MOST_OUTLINES = 2000


class Outline:
    """Keys without their local parts, in a tenth of their memory: enough to weigh them."""

    __slots__ = ("_logs", "_more", "_ones", "_raised", "_stencil", "_twos", "freely", "kinds")

    def __init__(self, shape: Shape, keys: Keys) -> None:
        self._logs, self.freely, self.kinds = array("d", keys.logs), keys.freely, keys.kinds
        self._raised: tuple[float, array[float]] = (0.0, array("d"))
        by_number: dict[int, dict[str, tuple[int, ...]]] = {1: {}, 2: {}, 3: {}}
        for local_part, places in keys.places.items():
            by_number[min(len(places), 3)][local_part] = _places(*places)
        self._ones, self._twos, self._more = [tuple(found.values()) for found in by_number.values()]
        self._stencil = Stencil(shape, " ".join(chain(*by_number.values())))

    @property
    def places(self) -> Iterator[tuple[int, ...]]:
        """Which keys render each of the local parts."""
        return chain(self._ones, self._twos, self._more)

    def filled(self, letters: str) -> list[str]:
        """Return the local parts of the name with these letters."""
        return self._stencil.fill(letters).split(" ")

    def raised(self, power: float) -> Sequence[float]:
        """Return the probability of each key, to a power."""
        known, masses = self._raised
        if known != power:
            masses = array("d", [math.exp(log * power) for log in self._logs])
            self._raised = power, masses
        return masses

    def sums(self, probabilities: Sequence[float]) -> list[float]:
        """Return the probabilities of the local parts, from those of the keys."""
        return [
            *[probabilities[at] for (at,) in self._ones],
            *[probabilities[one] + probabilities[other] for one, other in self._twos],
            *[math.fsum([probabilities[at] for at in own]) for own in self._more],
        ]


class Mould:
    """What the model makes of the names of one shape, in placeholders."""

    def __init__(self, shape: Shape, prior: Prior) -> None:
        self.shape, self.prior = shape, prior
        self.guards = Guards(shape, of_one_form(self.keys.keys)) or None
        """Of two ways of one pattern to the same local part the model counts one."""

    @property
    def name(self) -> Name:
        """The name whose letters are placeholders."""
        return name_of(self.shape)

    @property
    def keys(self) -> Keys:
        """The ways to make addresses of it."""
        return _keys(self)

    @property
    def local_parts(self) -> dict[Hashable, list[str]]:
        """All local parts, together those that can be the same word, by their mask."""
        return by_mask(self.keys.places)

    @property
    def outline(self) -> Outline:
        """What is left of the keys where the letters of their local parts are apart."""
        return _outline(self)

    def filled(self, letters: str) -> list[str]:
        """Return all local parts of the name with these letters."""
        return _outline(self).filled(letters)

    def renderings(self, local_part: str, letters: str) -> list[str]:
        """Return the local parts in placeholders that are this word for the letters of a name."""
        filled = dict(zip(map(ord, self.shape.letters), letters, strict=False))
        _, local_parts = _owner(self)
        rivals = local_parts.get(word_mask(local_part), ())
        return [rival for rival in rivals if rival.translate(filled) == local_part]


# Those of all moulds would fill the memory.
@lru_cache(maxsize=_MOST_KEYS)
def _keys(mould: Mould) -> Keys:
    return mould.prior.keys(mould.name)


@lru_cache(maxsize=_MOST_OWNERS)
def _owner(mould: Mould) -> tuple[Keys, dict[Hashable, list[str]]]:
    return mould.keys, mould.local_parts


@lru_cache(maxsize=_MOST_OUTLINES)
def _outline(mould: Mould) -> Outline:
    keys, _ = _owner(mould)  # which may be known from samples
    return Outline(mould.shape, keys)


@lru_cache(maxsize=1 << 14)
def _places(*places: int) -> tuple[int, ...]:
    return places


@lru_cache(maxsize=1 << 12)
def _same(readings: Readings) -> Readings:
    """Return equal readings as one and the same: few shapes have any of their own, and they are most of a shape."""
    return readings


def of_one_form(keys: Iterable[Key]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of local parts that one pattern makes and that can be the same word."""
    alike: dict[tuple[str, Hashable], dict[str, None]] = {}
    for key in keys:
        alike.setdefault((key.form.text, word_mask(key.local_part)), {})[key.local_part] = None
    for local_parts in alike.values():
        yield from combinations(local_parts, 2)


class Moulds:
    """Finds the mould of a name."""

    def __init__(self, prior: Prior, on_full: Callable[[], None] = lambda: None) -> None:
        """`on_full` is called when all moulds are let go, so that what was made of them can be let go as well."""
        self._prior, self._on_full = prior, on_full
        self._known: dict[Shape, Mould] = {}

    def of(self, name: Name) -> tuple[Mould, str]:
        """Return the mould of a name, and the name's letters with `TAIL` behind them."""
        shape, texts = shape_of(name)
        letters = "".join(texts) + TAIL
        return self.fitting(shape, letters), letters

    def fitting(self, shape: Shape, letters: str) -> Mould:
        """Return the mould for these letters: that of the shape, or of one in which more letters are the same."""
        while True:
            mould = self.of_shape(shape)
            same = mould.guards and mould.guards.fired(letters)
            if not same:
                return mould
            shape = unified(shape, same)

    def of_shape(self, shape: Shape) -> Mould:
        """Return the mould of a shape."""
        mould = self._known.get(shape)
        if mould is None:
            if len(self._known) >= _MOST:
                self._known.clear()
                self._on_full()
            shape = shape._replace(readings=_same(shape.readings))
            mould = self._known[shape] = Mould(shape, self._prior)
        return mould

    def sample(self, name: Name, local_part: str) -> tuple[Keys, str]:
        """Return the keys of a sample's owner, and its local part as they have it, both in placeholders.

        A local part that none of them renders is returned as it is.
        """
        mould, letters = self.of(name)
        found = mould.renderings(local_part, letters)
        while len(found) > 1:
            same = Guards(mould.shape, combinations(found, 2)).fired(letters)
            mould = self.fitting(unified(mould.shape, same), letters)
            found = mould.renderings(local_part, letters)
        keys, _ = _owner(mould)
        return keys, found[0] if found else local_part
