"""Greek letters in Latin: the common way of passports (ELOT 743), and what many bearers write instead.

They are read on the word without accents, in which a bar marks two vowels that are no digraph (Μαΐου).
"""

from guessmail.data.rows import words

__all__ = ["WAYS"]

_VOWELS = ((r"([αεη])υ(?=[|θκξπστφχψς]|$)", r"\1f"), (r"([αεη])υ", r"\1v"))
"""αυ, ευ, ηυ before a voiceless consonant and at the end, and before others."""

_DIGRAPHS = (
    ("ου", "ou"), ("γγ", "ng"), ("γξ", "nx"), ("γχ", "nch"), ("γκ", "gk"),
    ("ντ", "nt"), ("μπ", "mp"), ("τζ", "tz"), ("τσ", "ts"),
)  # fmt: skip

_INITIAL = ((r"(?<![^-])μπ", "b"),)
"""At the start of a word."""

_SOUNDS = ((r"(?<![^-])ντ", "d"), (r"(?<![^-])γκ", "g"))
"""At the start of a word, as it sounds: in the classical alternative."""

_LETTERS = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        words(
            """
    a v g d e z i th i k l m n x o p r s s t y f ch ps o
    """
        ),
        strict=True,
    )
)

_CLASSICAL = {"φ": "ph", "χ": "h", "β": "b"}

_NONE: dict[str, str] = {}
WAYS = {
    "greek": (
        ((*_VOWELS, *_INITIAL, *_DIGRAPHS), _LETTERS, _NONE, ""),
        ((*_VOWELS, *_INITIAL, *_SOUNDS, *_DIGRAPHS), {**_LETTERS, **_CLASSICAL}, _NONE, "classical"),
    )
}
"""As in `cyrillic.py`."""
