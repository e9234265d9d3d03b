"""Traits: what a name shows of its kind, by which the prior moves.

- `origin=O-last`, `origin=O-first`: the family name of that origin stands there (`data/surnames.py`);
- `words=1`, `2`, `3`, `4`: how many words it has but particles, four and more being `4`;
- `script=latin-plain`, `latin-marked`, `cyrillic`, `greek`, `han`, `hangul`;
- `initial=first`, `middle`, `last`: which word is a single letter;
- `hyphen=given`, `family`: which part of the first reading has one;
- `middle=given`, `family`, `patronymic`, `other`: what the word before the last one is, in a name of three and more.
"""

import functools
from collections.abc import Sequence

from guessmail.data.name_words import CONJUNCTIONS, PARTICLES
from guessmail.names.known import middle_kind
from guessmail.names.types import Reading
from guessmail.names.words import Word

_BINDING = PARTICLES | CONJUNCTIONS

__all__ = ["traits_of"]

_PLACES = {"f": "first", "m": "middle", "l": "last"}
_PARTS = {"g": "given", "f": "family"}


def traits_of(words: Sequence[Word], reading: Reading, origin: str, script: str) -> tuple[str, ...]:
    """Return the traits of a name, sorted."""
    if script == "latin":
        script = "latin-plain" if all([word.text.isascii() for word in words]) else "latin-marked"
    inner = [word for word in words[1:-1] if word.folded not in _BINDING]
    places = ""
    if len(words) > 1:
        places = (
            ("f" if len(words[0].folded) == 1 else "")
            + ("m" if any([len(word.folded) == 1 for word in inner]) else "")
            + ("l" if len(words[-1].folded) == 1 else "")
        )
    hyphens = ("g" if "-" in reading.given.strip("-") else "") + (
        "f" if "-" in reading.family.strip("-") else ""
    )
    middle = middle_kind(inner[-1].folded) if inner and len(inner[-1].folded) > 1 else ""
    return _traits(script, min(len(inner) + min(len(words), 2), 4), origin, places, hyphens, middle)


@functools.lru_cache(maxsize=1024)
def _traits(script: str, words: int, origin: str, places: str, hyphens: str, middle: str) -> tuple[str, ...]:
    """Return the traits of all names of a class: initials by their place, hyphens by the part that has them."""
    traits = [f"script={script}", f"words={words}"]
    if middle:
        traits.append(f"middle={middle}")
    if origin:
        traits.append(f"origin={origin}")
    traits += [f"initial={_PLACES[place]}" for place in places]
    traits += [f"hyphen={_PARTS[part]}" for part in hyphens]
    return tuple(sorted(traits))
