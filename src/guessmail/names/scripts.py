"""Names in other scripts: those that can be romanised, their division into parts, and the Latin forms of each word."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from guessmail.data import caucasian, cyrillic, greek, han, hangul, kana
from guessmail.data.letters import SCRIPTS
from guessmail.errors import Code, Problem
from guessmail.names.words import Spelling, Word, distinct

NEEDS_LATIN = Problem(
    Code.NEEDS_LATIN,
    "The name can be spelled in several ways in Latin letters; enter the spelling that the person uses.",
)
LETTERS = frozenset({"cyrillic", "greek", "georgian", "armenian", "kana"})
"""Scripts that are read letter by letter."""
_CASED = frozenset({"cyrillic", "greek", "armenian"})
_WAYS = cyrillic.WAYS | greek.WAYS | caucasian.WAYS


def script_of(word: str) -> str:
    """Return the script of a word's letters: latin, cyrillic, greek, georgian, armenian, kana, hangul, han, or other."""
    scripts = {"latin"} if word.isascii() else {_script_of_letter(c) for c in word if c.isalpha()}
    return scripts.pop() if len(scripts) == 1 else "other"


@functools.lru_cache(maxsize=1024)
def _script_of_letter(letter: str) -> str:
    name = unicodedata.name(letter, "")
    if letter in "ªº" or name.startswith("MODIFIER LETTER"):
        return "latin"
    return next((script for start, script in SCRIPTS if name.startswith(start)), "other")


def scripts_of(words: Iterable[str]) -> set[str]:
    """Return the scripts of the words that have letters."""
    return {script_of(word) for word in words if any(map(str.isalpha, word))}


def _word(forms: Iterable[Spelling], parts: tuple[str, ...] = ()) -> Word | None:
    """Return the word of these forms, shown as the first of them; None if all forms are empty."""
    spellings = distinct(forms)
    if not spellings:
        return None
    folded = spellings[0].text
    return Word("-".join(map(str.capitalize, folded.split("-"))), folded, spellings, parts)


def in_latin(text: str, script: str) -> tuple[str, dict[str, Word]]:
    """Return a name in one of `LETTERS` in Latin letters, and its words by their default form."""
    language = _cyrillic_language(text) if script == "cyrillic" else ""
    spelled: list[str] = []
    known: dict[str, Word] = {}
    for token in text.split():
        core = token.strip(".,;:()[]\"'")
        word = alphabetic_word(core, script, language) if script_of(core) == script else None
        if word is None:
            spelled.append(token)
            continue
        shown = word.text.upper() if core.isupper() and len(core) > 1 and script in _CASED else word.text
        spelled.append(token.replace(core, shown, 1))
        known[word.folded] = word
    return " ".join(spelled), known


def word_of_part(text: str, script: str, *, is_family: bool) -> Word | Problem | None:
    """Return a word of a family or given name that is not in Latin letters; `NEEDS_LATIN` if it has several spellings."""
    if script == "hangul":
        return _hangul_family(text) if is_family else _hangul_given(text)
    if script in LETTERS:
        language = _cyrillic_language(text) if script == "cyrillic" else ""
        return alphabetic_word(text, script, language) or NEEDS_LATIN
    if script == "han" and is_family:
        return _han_family(text) if text in han.CHINESE and not _is_japanese(text) else NEEDS_LATIN
    if script != "han" or len(text) > 2 or text.endswith(han.JAPANESE_GIVEN):
        return NEEDS_LATIN
    return _han_given(text)


@functools.lru_cache(maxsize=2048)
def alphabetic_word(text: str, script: str, language: str = "") -> Word | None:
    """Return a word in one of `LETTERS` in Latin; `language` is from `_cyrillic_language`."""
    if script == "kana":
        return _kana_word(text)
    lowered = unicodedata.normalize("NFC", text.lower())
    if script == "greek":  # without accents
        marked = unicodedata.normalize("NFD", lowered).replace("\u0308", "|")
        lowered = "".join([c for c in marked if not unicodedata.combining(c)])
    forms: list[Spelling] = []
    for changes, letters, initial, way in _WAYS[language or script]:
        changed = lowered
        for old, new in changes:
            changed = re.sub(old, new, changed)
        forms.append(Spelling(_spell(changed, letters, initial), (f"translit={way}",) if way else ()))
    if not language and lowered in cyrillic.USUAL:
        usual, *others = cyrillic.USUAL[lowered]
        rare = [Spelling(other, ("translit=other",)) for other in others]
        forms = [Spelling(usual), forms[1], *rare, forms[2]]
    return _word(forms)


def _cyrillic_language(text: str) -> str:
    """Return `ukrainian`, `serbian`, `macedonian`, `bulgarian`, by letters or given name; empty for Russian."""
    lowered = text.lower()
    for language, signs in cyrillic.SIGNS.items():
        if not signs.isdisjoint(lowered):
            return language
    if re.search(r"ъ(?![еёюя])\w", lowered):
        return "bulgarian"
    return next((cyrillic.GIVEN_OF[word] for word in lowered.split() if word in cyrillic.GIVEN_OF), "")


def _spell(text: str, letters: Mapping[str, str], initial: Mapping[str, str]) -> str:
    spelled: list[str] = []
    for index, letter in enumerate(text):
        is_initial = letter in initial and (index == 0 or text[index - 1] == "-")
        kept = letter if letter.isascii() and (letter.isalpha() or letter == "-") else ""
        spelled.append((initial if is_initial else letters).get(letter, kept))
    return re.sub(r"-+", "-", "".join(spelled)).strip("-")


def _kana_word(text: str) -> Word | None:
    """Return a word in kana by Hepburn; its first form is without long vowels."""
    hiragana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)
    sounds = [kana.SYLLABLES.get(piece) for piece in re.findall(kana.PIECES, hiragana)]
    spelled = "".join([sound for sound in sounds if sound])
    if None in sounds:
        return None
    spelled = re.sub(r"'([a-z])", lambda m: ("t" if m[1] == "c" else m[1]) + m[1], spelled).replace("'", "")
    return _word([
        Spelling(re.sub(r"ou|oo", "o", spelled).replace("uu", "u")),
        Spelling(re.sub(r"^oo|^ou|(?:ou|oo)$", "oh", spelled).replace("ou", "o"), ("translit=other",)),
        Spelling(spelled, ("translit=common",)),
    ])  # fmt: skip


def _hangul_syllable(syllable: str) -> str:
    """Return the Revised Romanization of a syllable; empty for other characters."""
    index = ord(syllable) - 0xAC00
    if not 0 <= index < 11172:
        return ""
    return hangul.INITIALS[index // 588] + hangul.VOWELS[index % 588 // 28] + hangul.FINALS[index % 28]


def _hangul_family(text: str) -> Word | None:
    """Return a Korean family name: its usual spelling, then others in use; else the official one alone."""
    official = "".join(map(_hangul_syllable, text))
    usual, *others = hangul.SURNAMES.get(text, (official,))
    tags = [("translit=rr",) if other == official else ("translit=other",) for other in others]
    return _word([Spelling(usual), *map(Spelling, others, tags)])


def _hangul_given(text: str) -> Word | None:
    """Return a Korean given name: as its bearers spell it, with and without a hyphen, and by the official rule."""
    official = {c: _hangul_syllable(c) for c in text}
    usual = tuple([hangul.GIVEN.get(c, official[c]) for c in text if official[c]])
    forms = [Spelling("".join(usual))]
    if len(usual) > 1:
        forms.append(Spelling("-".join(usual), ("given=added-hyphen",)))
        forms.append(Spelling(usual[0], ("given=first",)))
    forms.append(Spelling("".join([official[c] for c in text]), ("translit=rr",)))
    return _word(forms, usual)


def _han_family(text: str) -> Word | None:
    """Return a Chinese family name of the table in pinyin, then as it is spelled outside the mainland."""
    usual, *others = han.CHINESE[text]
    return _word([Spelling(usual), *[Spelling(other, ("translit=other",)) for other in others]])


def _han_given(text: str) -> Word | None:
    """Return a Chinese given name in pinyin, in one word (GB/T 28039)."""
    from anyascii import anyascii

    syllables = tuple(filter(None, [re.sub(r"[^a-z]", "", anyascii(c).lower()) for c in text]))
    return _word([Spelling("".join(syllables))], syllables)


def divide_east_asian(words: Sequence[str], script: str) -> tuple[Word | None, Word | None] | Problem:
    """Divide a name in Han or Hangul characters into family and given name, the family name first."""
    is_han, text = script == "han", "".join(words)
    if is_han and _is_japanese(text):
        return NEEDS_LATIN
    if len(words) > 1:
        is_last = not is_han and words[0] not in hangul.SURNAMES and words[-1] in hangul.SURNAMES
        family = words[-1] if is_last else words[0]
        given = "".join(words[:-1] if is_last else words[1:])
    else:
        is_double = len(text) > 2 and text[:2] in (han.CHINESE if is_han else hangul.TWO_SYLLABLE_SURNAMES)
        family, given = text[: 1 + is_double], text[1 + is_double :]
    if not is_han:
        return _hangul_family(family), _hangul_given(given) if given else None
    if family not in han.CHINESE or len(given) > 2:
        return NEEDS_LATIN
    return _han_family(family), _han_given(given) if given else None


def _is_japanese(text: str) -> bool:
    is_family = text[:2] in han.JAPANESE or text[:3] in han.JAPANESE
    return is_family or (len(text) > 2 and text.endswith(han.JAPANESE_GIVEN))
