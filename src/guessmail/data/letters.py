"""Letters that Unicode does not decompose into an ASCII letter and marks, and how names spell them.

Each row maps one lower-case letter to what stands for it in an address. The plain letters follow ICAO Doc
9303-3, section 6 (transliteration of national characters in travel documents), where it keeps to one letter;
the digraphs are those that the same section recommends for German, Danish and Norwegian. All other letters
lose their marks by Unicode's own decomposition.
"""

__all__ = [
    "APOSTROPHES",
    "BULLETS",
    "EMOJI_PARTS",
    "HYPHENS",
    "NORDIC_BARE",
    "NORDIC_DIGRAPH",
    "PLAIN",
    "PUNCTUATION",
    "QUOTES",
    "SCRIPTS",
    "SCRIPT_SETS",
    "UMLAUT_DIGRAPH",
]

PLAIN = str.maketrans(
    {
        "ß": "ss", "ẞ": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ø": "o", "æ": "ae", "œ": "oe",
        "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "ng", "ĸ": "k", "ə": "a", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
        "ɛ": "e", "ɔ": "o", "ɣ": "g", "ŀ": "l", "ǥ": "g", "ƒ": "f", "ɖ": "d", "ĳ": "ij", "ŉ": "n", "ſ": "s",
    }
)  # fmt: skip
"""The default of each letter. The Azerbaijani ə is a in the addresses of its speakers, not the e of its
shape."""

UMLAUT_DIGRAPH = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
"""The German way to write the umlauts without them (Duden, "Umlaute")."""

NORDIC_DIGRAPH = str.maketrans({"å": "aa", "ø": "oe", "æ": "ae"})
"""The Danish and Norwegian way; å was written aa before 1917 (Norway) and 1948 (Denmark)."""

NORDIC_BARE = str.maketrans({"å": "a", "ø": "o", "æ": "a"})
"""The shape of the letter alone: Brændeland -> brandeland."""

APOSTROPHES = "'`´‘’‛′ʹʻʼʽʾʿˈ＇ꞌ‵"
"""Everything that people type for the apostrophe of O'Neil, D'Angelo, Ka'ahumanu."""

BULLETS = "•‣◦▪▫●○■□◆◇❖│║┃¦‖"
"""Everything that people put between a name and what follows it."""

HYPHENS = "-‐‑‒–—―−﹣－⁃"
"""Everything that people type for a hyphen."""

QUOTES = '"“”„‟«»″＂〝〞「」『』'
"""Quotation marks that set off a nickname."""

PUNCTUATION = str.maketrans(
    {**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), **dict.fromkeys(QUOTES, '"')}
    | dict.fromkeys("，、،；", ",")
    | dict.fromkeys("・･＝", " ")
    | dict.fromkeys(BULLETS, "|")
    | {"·": ""}
)
"""One character for each kind of mark."""

EMOJI_PARTS = frozenset("\ufe0e\ufe0f\u20e3\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""Variation selectors, the keycap, skin tones (Unicode Technical Standard 51, 1.4)."""
SCRIPTS = (
    ("LATIN", "latin"), ("CYRILLIC", "cyrillic"), ("GREEK", "greek"), ("HANGUL SYLLABLE", "hangul"),
    ("CJK UNIFIED", "han"), ("CJK COMPATIBILITY", "han"), ("HIRAGANA", "kana"), ("KATAKANA", "kana"),
    ("GEORGIAN", "georgian"), ("ARMENIAN", "armenian"),
)  # fmt: skip
"""The start of the Unicode name of a letter, and the script that it shows."""

SCRIPT_SETS = (
    frozenset(("LATIN", "CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA")),
    frozenset(("LATIN", "CJK", "IDEOGRAPHIC", "BOPOMOFO")),
    frozenset(("LATIN", "CJK", "IDEOGRAPHIC", "HANGUL")),
)
"""Scripts that may stand together in one label of a domain (UTS 39 5.2, highly restrictive)."""
