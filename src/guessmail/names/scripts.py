"""Words in Cyrillic, Greek, Hangul and Han characters as words with Latin forms."""

import functools
import re
import unicodedata
from collections.abc import Mapping

from guessmail.names.types import Spelling
from guessmail.names.words import Word, distinct

__all__ = [
    "Script",
    "cyrillic_word",
    "greek_word",
    "han_family",
    "han_given",
    "hangul_family",
    "hangul_given",
    "script_of",
]

Script = str
"""latin, cyrillic, greek, hangul, han, or other: what cannot be romanised without knowing the name."""

_RANGES: tuple[tuple[str, Script], ...] = (
    ("LATIN", "latin"), ("CYRILLIC", "cyrillic"), ("GREEK", "greek"), ("HANGUL SYLLABLE", "hangul"),
    ("CJK UNIFIED", "han"),
)  # fmt: skip


def script_of(word: str) -> Script:
    """Return the script of a word's letters.

    `other` when it is none of those known here, or more than one.
    """
    if word.isascii():
        return "latin"
    scripts = {_script_of_letter(c) for c in word if c.isalpha()}
    return scripts.pop() if len(scripts) == 1 else "other"


@functools.lru_cache(maxsize=1024)
def _script_of_letter(letter: str) -> Script:
    name = unicodedata.name(letter, "")
    if letter in "ªº" or name.startswith("MODIFIER LETTER"):
        return "latin"
    return next((script for start, script in _RANGES if name.startswith(start)), "other")


def _title(text: str) -> str:
    return "-".join(piece[:1].upper() + piece[1:] for piece in text.split("-"))


def cyrillic_word(text: str, *, language: str = "") -> Word | None:
    """Return a Cyrillic word in Latin.

    `language` is `ukrainian`, `serbian`, `bulgarian` or, by default, Russian.
    """
    from guessmail.data import cyrillic as table  # noqa: PLC0415  # not needed for most names

    lowered = unicodedata.normalize("NFC", text.lower())
    if language in ("ukrainian", "serbian", "bulgarian"):
        letters = (
            table.COMMON
            | {"ukrainian": table.UKRAINIAN, "serbian": table.SERBIAN, "bulgarian": table.BULGARIAN}[language]
        )
        forms = [
            Spelling(_spell(lowered, letters, table.UKRAINIAN_INITIAL if language == "ukrainian" else {}))
        ]
        if language != "serbian":
            forms.append(Spelling(_spell(_with_endings(lowered), table.COMMON), ("translit=common",)))
    else:
        passport = Spelling(_spell(lowered, table.COMMON | table.PASSPORT), ("translit=passport",))
        forms = [Spelling(_spell(_with_endings(lowered), table.COMMON)), passport]
    spellings = distinct(forms)
    return Word(_title(spellings[0].text), spellings) if spellings else None


def cyrillic_language(text: str) -> str:
    """Return the language of a whole Cyrillic name by the letters that others lack.

    Empty for Russian and where none is.
    """
    from guessmail.data import cyrillic as table  # noqa: PLC0415

    lowered = text.lower()
    if not table.SERBIAN_SIGNS.isdisjoint(lowered):
        return "serbian"
    if not table.UKRAINIAN_SIGNS.isdisjoint(lowered):
        return "ukrainian"
    return "bulgarian" if re.search(r"ъ(?![еёюя])\w", lowered) else ""


def _with_endings(text: str) -> str:
    from guessmail.data.cyrillic import COMMON_ENDINGS  # noqa: PLC0415

    for old, new in COMMON_ENDINGS:
        text = re.sub(old + r"$", new, text) if old in ("ий", "ый") else text.replace(old, new)
    return text


def _spell(text: str, letters: Mapping[str, str], initial: Mapping[str, str] | None = None) -> str:
    spelled: list[str] = []
    for index, letter in enumerate(text):
        table = (
            initial if initial and (index == 0 or text[index - 1] == "-") and letter in initial else letters
        )
        spelled.append(
            table.get(letter, letter if letter.isascii() and (letter.isalpha() or letter == "-") else "")
        )
    return re.sub(r"-+", "-", "".join(spelled)).strip("-")


def greek_word(text: str) -> Word | None:
    """Return a Greek word in Latin: the common way, and the classical one."""
    from guessmail.data import greek as table  # noqa: PLC0415

    bare = _without_accents(text.lower())
    forms = [
        Spelling(_greek(bare, table.LETTERS)),
        Spelling(_greek(bare, table.LETTERS | table.CLASSICAL), ("translit=classical",)),
    ]
    spellings = distinct(forms)
    return Word(_title(spellings[0].text), spellings) if spellings else None


def _without_accents(text: str) -> str:
    """Drop the accents; the two dots that keep vowels apart (Μαΐου) become a mark that ends a digraph."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(
        "|" if c == "\u0308" else c for c in decomposed if c == "\u0308" or not unicodedata.combining(c)
    )


def _greek(text: str, letters: Mapping[str, str]) -> str:
    from guessmail.data.greek import DIGRAPHS, INITIAL, VOICELESS  # noqa: PLC0415

    text = re.sub(
        r"([αεη])υ(?=([^|]?))", lambda m: m[1] + ("f" if not m[2] or m[2] in VOICELESS else "v"), text
    )
    for old, new in INITIAL:
        text = re.sub(rf"(?:^|(?<=-)){old}", new, text)
    for old, new in DIGRAPHS:
        text = text.replace(old, new)
    return _spell(text.replace("|", ""), letters)


def hangul_syllable(syllable: str) -> str:
    """Return the Revised Romanization of one syllable."""
    from guessmail.data.hangul import FINALS, INITIALS, VOWELS  # noqa: PLC0415

    index = ord(syllable) - 0xAC00
    if not 0 <= index < 11172:
        return ""
    return INITIALS[index // 588] + VOWELS[index % 588 // 28] + FINALS[index % 28]


def hangul_family(text: str) -> Word:
    """Return a Korean family name: its usual spelling, then others."""
    from guessmail.data.hangul import SURNAMES  # noqa: PLC0415

    official = "".join(hangul_syllable(c) for c in text)
    usual, *others = SURNAMES.get(text, (official,))
    forms = [
        Spelling(usual),
        *(Spelling(o, ("translit=other",)) for o in others if o != official),
        Spelling(official, ("translit=rr",)),
    ]
    return Word(_title(usual), distinct(forms))


def hangul_given(text: str) -> Word:
    """Return a Korean given name, its syllables parted by hyphens.

    As its bearers spell it, and by the official rule.
    """
    from guessmail.data.hangul import GIVEN  # noqa: PLC0415

    text = "".join(c for c in text if hangul_syllable(c))
    official = tuple(hangul_syllable(c) for c in text)
    usual = tuple(GIVEN.get(c, o) for c, o in zip(text, official, strict=True))
    forms = distinct((Spelling("-".join(usual)), Spelling("-".join(official), ("translit=rr",))))
    return Word("".join(usual).capitalize(), forms, usual)


def han_family(text: str) -> Word:
    """Return a Chinese family name in pinyin, then as it is spelled outside the mainland."""
    from guessmail.data.han import CHINESE  # noqa: PLC0415

    usual, *others = CHINESE.get(text) or ("".join(_pinyin(text)),)
    return Word(
        usual.capitalize(), distinct((Spelling(usual), *(Spelling(o, ("translit=other",)) for o in others)))
    )


def han_given(text: str) -> Word:
    """Return a Chinese given name in pinyin, its syllables parted by hyphens."""
    syllables = _pinyin(text)
    return Word("".join(syllables).capitalize(), distinct([Spelling("-".join(syllables))]), syllables)


def _pinyin(text: str) -> tuple[str, ...]:
    from anyascii import anyascii  # noqa: PLC0415  # 20 ms to load

    spelled = (re.sub(r"[^a-z]", "", anyascii(c).lower()) for c in text)
    return tuple(syllable for syllable in spelled if syllable)
