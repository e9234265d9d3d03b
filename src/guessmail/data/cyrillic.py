"""Cyrillic letters in Latin, by language.

`COMMON` is how names are written by their bearers (near BGN/PCGN 1947 without its marks); `PASSPORT` how
Russian passports write them since 2014 (ICAO Doc 9303-3, table B), tagged `translit=passport`. `UKRAINIAN`
follows the Cabinet's resolution 55 of 2010, `SERBIAN` the Latin alphabet of the language, `BULGARIAN` the
Transliteration Act of 2009. Each table holds only what differs from `COMMON`.
"""

__all__ = [
    "BULGARIAN",
    "COMMON",
    "COMMON_ENDINGS",
    "PASSPORT",
    "SERBIAN",
    "SERBIAN_SIGNS",
    "UKRAINIAN",
    "UKRAINIAN_INITIAL",
    "UKRAINIAN_SIGNS",
]

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_LATIN = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"

COMMON = dict(zip(_LETTERS, _LATIN.replace("-", "").split(" "), strict=True)) | {
    "ў": "w", "ј": "j", "ѓ": "g", "ќ": "k", "ѕ": "dz", "і": "i", "ї": "yi", "є": "ye", "ґ": "g",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
}  # fmt: skip
"""The letters of Russian; then what Belarusian, Macedonian, Ukrainian, Kazakh and Tatar have beside them."""

COMMON_ENDINGS = (
    ("ий", "y"),
    ("ый", "y"),
    ("ья", "ya"),
    ("ье", "ye"),
    ("ьё", "ye"),
    ("ию", "iyu"),
    ("ия", "iya"),
)
"""Pairs of letters that are written as one sound: Дмитрий -> Dmitry, Наталья -> Natalya, Мария -> Mariya."""

PASSPORT = {"й": "i", "ъ": "ie", "ю": "iu", "я": "ia"}

UKRAINIAN_SIGNS = frozenset("іїєґ")
UKRAINIAN = {"г": "h", "и": "y", "й": "i", "ї": "i", "є": "ie", "ю": "iu", "я": "ia", "х": "kh", "'": ""}
UKRAINIAN_INITIAL = {"ї": "yi", "є": "ye", "й": "y", "ю": "yu", "я": "ya"}

SERBIAN_SIGNS = frozenset("јљњћђџ")
SERBIAN = {
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ћ": "c",
    "ђ": "dj",
    "џ": "dz",
    "ж": "z",
    "х": "h",
    "ц": "c",
    "ч": "c",
    "ш": "s",
}

BULGARIAN = {"ъ": "a", "щ": "sht", "х": "h"}
"""Told by a ъ before a consonant, where Russian has none."""
