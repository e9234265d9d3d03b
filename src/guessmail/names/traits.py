"""Traits: what a name shows of its kind, by which the prior moves.

- `origin=O-last`, `origin=O-first`: the family name of that origin stands there (`data/surnames.py`);
- `words=1`, `2`, `3`, `4`: how many words it has but particles, four and more being `4`;
- `script=latin-plain`, `latin-marked`, `cyrillic`, `greek`, `han`, `hangul`;
- `initial=first`, `middle`, `last`: which word is a single letter;
- `hyphen=given`, `family`: which part of the first reading has one.
"""

from collections.abc import Sequence

from guessmail.data.name_words import CONJUNCTIONS, PARTICLES
from guessmail.names.types import Reading
from guessmail.names.words import Word

_BINDING = PARTICLES | CONJUNCTIONS

__all__ = ["traits_of"]


def traits_of(words: Sequence[Word], reading: Reading, origin: str, script: str) -> tuple[str, ...]:
    """Return the traits of a name, sorted."""
    if script == "latin":
        script = "latin-plain" if all(word.text.isascii() for word in words) else "latin-marked"
    words = [
        word for i, word in enumerate(words) if not 0 < i < len(words) - 1 or word.folded not in _BINDING
    ]
    traits = {f"script={script}", f"words={min(len(words), 4)}"}
    if origin:
        traits.add(f"origin={origin}")
    traits.update(
        f"hyphen={part}" for part in ("given", "family") if "-" in getattr(reading, part).strip("-")
    )
    places = ["middle"] * len(words)
    places[0], places[-1] = "first", "last"
    if len(words) > 1:
        traits.update(
            f"initial={place}" for place, word in zip(places, words, strict=True) if len(word.folded) == 1
        )
    return tuple(sorted(traits))
