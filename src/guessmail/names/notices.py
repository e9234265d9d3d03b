"""What the user should know of a name that could be read: that a part of it is missing."""

from guessmail.names.types import Reading

__all__ = ["notices_of"]

_SENTENCE = "The {part} is abbreviated ('{text}'): enter it in full for a better guess."


def notices_of(reading: Reading) -> tuple[str, ...]:
    """Return a sentence for each part of the name of which only initials are written."""
    parts = (("given name", reading.given), ("family name", reading.family))
    return tuple([_SENTENCE.format(part=part, text=text) for part, text in parts if text and _is_short(text)])


def _is_short(text: str) -> bool:
    return all(sum(c.isalpha() for c in word) == 1 for word in text.replace(".", ". ").split())
