"""Greek letters in Latin: the common way of passports (ELOT 743), and what many bearers write instead.

`DIGRAPHS` and `LETTERS` are the default, read in this order on the word without accents; `CLASSICAL` replaces
letters in the alternative that is tagged `translit=classical`.
"""

from guessmail.data.rows import words

__all__ = ["CLASSICAL", "DIGRAPHS", "INITIAL", "LETTERS", "SOUNDS", "VOICELESS"]

DIGRAPHS = (
    ("ου", "ou"), ("γγ", "ng"), ("γξ", "nx"), ("γχ", "nch"), ("γκ", "gk"),
    ("ντ", "nt"), ("μπ", "mp"), ("τζ", "tz"), ("τσ", "ts"),
)  # fmt: skip

INITIAL = (("μπ", "b"),)
"""At the start of a word."""

SOUNDS = (("ντ", "d"), ("γκ", "g"))
"""At the start of a word, as it sounds: in the classical alternative."""

VOICELESS = frozenset("θκξπστφχψς")
"""Before these (and at the end), αυ, ευ, ηυ sound af, ef, if; before others av, ev, iv."""

LETTERS = dict(
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

CLASSICAL = {"φ": "ph", "χ": "h", "β": "b"}
