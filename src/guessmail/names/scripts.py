"""Words in Cyrillic, Greek, Hangul and Han characters as words with Latin forms."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping

from guessmail.names.words import Spelling, Word, distinct

__all__ = [
    "Script",
    "alphabetic_word",
    "cyrillic_language",
    "cyrillic_word",
    "greek_word",
    "han_family",
    "han_given",
    "hangul_family",
    "hangul_given",
    "kana_word",
    "script_of",
]

Script = str
"""latin, cyrillic, greek, georgian, armenian, kana, hangul, han, or other: what cannot be romanised without knowing the
name."""

_RANGES: tuple[tuple[str, Script], ...] = (
    ("LATIN", "latin"), ("CYRILLIC", "cyrillic"), ("GREEK", "greek"), ("HANGUL SYLLABLE", "hangul"),
    ("CJK UNIFIED", "han"), ("CJK COMPATIBILITY", "han"), ("HIRAGANA", "kana"), ("KATAKANA", "kana"),
    ("GEORGIAN", "georgian"), ("ARMENIAN", "armenian"),
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


def _word(forms: Iterable[Spelling], text: str = "", parts: tuple[str, ...] = ()) -> Word | None:
    """Return the word of these forms, shown as the first; None when no letter is left of it."""
    spellings = distinct(forms)
    return Word(text or _title(spellings[0].text), spellings, spellings[0].text, parts) if spellings else None


def alphabetic_word(text: str, script: Script, *, language: str = "") -> Word | None:
    """Return a word of a script that is read letter by letter."""
    if script == "cyrillic":
        return cyrillic_word(text, language=language)
    if script == "greek":
        return greek_word(text)
    if script == "kana":
        return kana_word(text)
    from guessmail.data.caucasian import ARMENIAN, ARMENIAN_INITIAL, GEORGIAN

    if script == "georgian":
        return _word([Spelling(_spell(text.lower(), GEORGIAN))])
    return _word([Spelling(_spell(text.lower().replace("ու", "u"), ARMENIAN, ARMENIAN_INITIAL))])


@functools.lru_cache(maxsize=2048)
def cyrillic_word(text: str, *, language: str = "") -> Word | None:
    """Return a Cyrillic word in Latin.

    `language` is `ukrainian`, `serbian`, `macedonian`, `bulgarian` or, by default, Russian.
    """
    from guessmail.data import cyrillic as table

    lowered = unicodedata.normalize("NFC", text.lower())
    common = _spell(_with_endings(lowered), table.COMMON)
    if language == "ukrainian":
        usual = _with_endings(lowered, table.UKRAINIAN_ENDINGS)
        forms = [
            Spelling(_spell(lowered, table.COMMON | table.UKRAINIAN, table.UKRAINIAN_INITIAL)),
            Spelling(_spell(usual, table.COMMON | table.UKRAINIAN_USUAL), ("translit=common",)),
            Spelling(_spell(usual, table.COMMON | table.UKRAINIAN_USUAL | {"г": "g"}), ("translit=other",)),
        ]
    elif language in ("serbian", "macedonian"):
        letters = table.COMMON | table.SERBIAN
        forms = [
            Spelling(_spell(lowered, letters | table.MACEDONIAN if language == "macedonian" else letters))
        ]
        forms.append(Spelling(_spell(lowered, letters | table.WITHOUT_DIGRAPHS), ("translit=other",)))
    elif language == "bulgarian":
        bulgarian = _spell(_with_endings(lowered, table.BULGARIAN_ENDINGS), table.COMMON | table.BULGARIAN)
        forms = [Spelling(bulgarian), Spelling(common, ("translit=common",))]
    else:
        usual, *others = table.USUAL.get(lowered, (common,))
        forms = [
            Spelling(usual),
            Spelling(_spell(lowered, table.COMMON | table.PASSPORT), ("translit=passport",)),
            *(Spelling(other, ("translit=other",)) for other in others),
            Spelling(common, ("translit=common",)),
        ]
    return _word(forms)


def cyrillic_language(text: str) -> str:
    """Return the language of a whole Cyrillic name: by the letters that others lack, then by its given name.

    Empty for Russian and where nothing tells.
    """
    from guessmail.data import cyrillic as table

    lowered = text.lower()
    words = lowered.split()
    for language, signs in table.SIGNS.items():
        if not signs.isdisjoint(lowered):
            return language
    if re.search(r"ъ(?![еёюя])\w", lowered):
        return "bulgarian"
    return next((table.GIVEN_OF[word] for word in words if word in table.GIVEN_OF), "")


def _with_endings(text: str, endings: Iterable[tuple[str, str]] = ()) -> str:
    from guessmail.data.cyrillic import COMMON_ENDINGS

    for old, new in endings or COMMON_ENDINGS:
        text = re.sub(old + r"$", new, text) if old[-1] in "йя" else text.replace(old, new)
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
    from guessmail.data import greek as table

    bare = _without_accents(text.lower())
    return _word([
        Spelling(_greek(bare, table.LETTERS)),
        Spelling(_greek(bare, table.LETTERS | table.CLASSICAL, table.SOUNDS), ("translit=classical",)),
    ])  # fmt: skip


def kana_word(text: str) -> Word | None:
    """Return a word in kana by Hepburn: without its long vowels, then with them as they are written."""
    from guessmail.data import kana as table

    hiragana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)
    spelled, index = "", 0
    while index < len(hiragana):
        pair, one = hiragana[index : index + 2], hiragana[index]
        sound = table.SYLLABLES.get(pair) or table.SYLLABLES.get(one)
        if sound is None and one != "っ":
            return None
        index += 2 if pair in table.SYLLABLES and len(pair) == 2 else 1
        spelled += sound or "'"
    spelled = re.sub(r"'([a-z])", lambda m: ("t" if m[1] == "c" else m[1]) + m[1], spelled).replace("'", "")
    long = re.sub(r"ou|oo", "o", spelled).replace("uu", "u")
    return _word([
        Spelling(long),
        Spelling(re.sub(r"^oo|^ou|(?:ou|oo)$", "oh", spelled).replace("ou", "o"), ("translit=other",)),
        Spelling(spelled, ("translit=common",)),
    ])  # fmt: skip


def _without_accents(text: str) -> str:
    """Drop the accents; the two dots that keep vowels apart (Μαΐου) become a mark that ends a digraph."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(
        "|" if c == "\u0308" else c for c in decomposed if c == "\u0308" or not unicodedata.combining(c)
    )


def _greek(text: str, letters: Mapping[str, str], sounds: Iterable[tuple[str, str]] = ()) -> str:
    from guessmail.data.greek import DIGRAPHS, INITIAL, VOICELESS

    text = re.sub(
        r"([αεη])υ(?=([^|]?))", lambda m: m[1] + ("f" if not m[2] or m[2] in VOICELESS else "v"), text
    )
    for old, new in (*INITIAL, *sounds):
        text = re.sub(rf"(?:^|(?<=-)){old}", new, text)
    for old, new in DIGRAPHS:
        text = text.replace(old, new)
    return _spell(text.replace("|", ""), letters)


def hangul_syllable(syllable: str) -> str:
    """Return the Revised Romanization of one syllable."""
    from guessmail.data.hangul import FINALS, INITIALS, VOWELS

    index = ord(syllable) - 0xAC00
    if not 0 <= index < 11172:
        return ""
    return INITIALS[index // 588] + VOWELS[index % 588 // 28] + FINALS[index % 28]


def hangul_family(text: str) -> Word | None:
    """Return a Korean family name: its usual spelling, then others in use; the official one alone where none is known."""
    from guessmail.data.hangul import SURNAMES

    official = "".join(hangul_syllable(c) for c in text)
    usual, *others = SURNAMES.get(text, (official,))
    tags = {official: ("translit=rr",)}
    return _word([Spelling(usual), *(Spelling(o, tags.get(o, ("translit=other",))) for o in others)])


def hangul_given(text: str) -> Word | None:
    """Return a Korean given name: as its bearers spell it, with and without a hyphen, and by the official rule."""
    from guessmail.data.hangul import GIVEN

    text = "".join(c for c in text if hangul_syllable(c))
    official = tuple(hangul_syllable(c) for c in text)
    usual = tuple(GIVEN.get(c, o) for c, o in zip(text, official, strict=True))
    forms = [Spelling("".join(usual)), Spelling("".join(official), ("translit=rr",))]
    if len(usual) > 1:
        forms[1:1] = [
            Spelling("-".join(usual), ("given=added-hyphen",)),
            Spelling(usual[0], ("given=first",)),
        ]
    return _word(forms, "".join(usual).capitalize(), usual)


def han_family(text: str) -> Word | None:
    """Return a Chinese family name in pinyin, then as it is spelled outside the mainland."""
    from guessmail.data.han import CHINESE

    usual, *others = CHINESE.get(text) or ("".join(_pinyin(text)),)
    return _word([Spelling(usual), *(Spelling(o, ("translit=other",)) for o in others)])


def han_given(text: str) -> Word | None:
    """Return a Chinese given name in pinyin, in one word, as its orthography has it (GB/T 28039)."""
    syllables = _pinyin(text)
    return _word([Spelling("".join(syllables))], parts=syllables)


def _pinyin(text: str) -> tuple[str, ...]:
    from anyascii import anyascii

    spelled = (re.sub(r"[^a-z]", "", anyascii(c).lower()) for c in text)
    return tuple(syllable for syllable in spelled if syllable)
