"""What the user should know of a name that could be read: that a part of it is missing."""

import re

from guessmail.names.types import Reading

__all__ = ["notices_of"]

_INITIALS = re.compile(r"[^\W\d_](?:(?:\. ?| )[^\W\d_])*\.?")
_SENTENCE = "The {part} is abbreviated ('{text}'): enter it in full for a better guess."


def notices_of(reading: Reading) -> tuple[str, ...]:
    """Return a sentence for each part of the name of which only initials are written."""
    given, family = _INITIALS.fullmatch(reading.given), _INITIALS.fullmatch(reading.family)
    if not given and not family:
        return ()
    parts = (("given name", given), ("family name", family))
    return tuple([_SENTENCE.format(part=part, text=found[0]) for part, found in parts if found])
