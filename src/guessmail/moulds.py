"""Moulds: the ways to make addresses of all names of one shape, worked out once."""

from itertools import combinations

from guessmail.names import Name
from guessmail.prior import Keys, Prior
from guessmail.shapes import TAIL, Guards, Shape, colliding, name_of, shape_of, unified, word_mask

__all__ = ["Mould", "Moulds"]

_MOST = 20_000
"""Moulds that are kept: more shapes than this are no shapes that many names share."""


class Mould:
    """What the model makes of the names of one shape, in placeholders."""

    def __init__(self, shape: Shape, prior: Prior) -> None:
        self.shape = shape
        self.keys: Keys = prior.keys(name_of(shape))
        by_form: dict[str, dict[str, None]] = {}
        self._by_mask: dict[str, dict[str, None]] = {}
        for key in self.keys.keys:
            by_form.setdefault(key.form.text, {})[key.local_part] = None
            self._by_mask.setdefault(word_mask(key.local_part), {})[key.local_part] = None
        pairs = (pair for locals_ in by_form.values() if len(locals_) > 1 for pair in colliding(locals_))
        self.guards = Guards(shape, pairs)
        """Of two ways of one pattern to the same local part the model counts one."""

    def rivals(self, local_part: str) -> list[str]:
        """Return the local parts that can be the same word as this one, itself among them."""
        return list(self._by_mask.get(word_mask(local_part), ()))

    def renderings(self, local_part: str, letters: str) -> list[str]:
        """Return the local parts in placeholders that are this word for the letters of a name."""
        filled = {ord(placeholder): letter for placeholder, letter in zip(self.shape.letters, letters, strict=False)}
        return [rival for rival in self.rivals(local_part) if rival.translate(filled) == local_part]


class Moulds:
    """Finds the mould of a name."""

    def __init__(self, prior: Prior) -> None:
        self._prior = prior
        self._known: dict[Shape, Mould] = {}

    def of(self, name: Name) -> tuple[Mould, str]:
        """Return the mould of a name, and the name's letters with `TAIL` behind them."""
        shape, letters = shape_of(name)
        letters += TAIL
        return self.fitting(shape, letters), letters

    def fitting(self, shape: Shape, letters: str) -> Mould:
        """Return the mould for these letters: that of the shape, or of one in which more letters are the same."""
        while True:
            mould = self._known.get(shape)
            if mould is None:
                if len(self._known) >= _MOST:
                    self._known.clear()
                mould = self._known[shape] = Mould(shape, self._prior)
            same = mould.guards.fired(letters)
            if not same:
                return mould
            shape = unified(shape, same)

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
        return mould.keys, found[0] if found else local_part
