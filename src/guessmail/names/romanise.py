"""Whole names in other scripts.

Which can be romanised, and how their words divide into family and given name.
"""

from collections.abc import Sequence

from guessmail.errors import Code, Problem
from guessmail.names import scripts
from guessmail.names.words import Word, latin_word

__all__ = [
    "LETTERS",
    "NEEDS_LATIN",
    "Divided",
    "divide_east_asian",
    "family_word",
    "given_word",
    "in_latin",
    "scripts_of",
]

NEEDS_LATIN = Problem(
    Code.NEEDS_LATIN,
    "The name can be spelled in several ways in Latin letters; enter the spelling that the person uses.",
)

LETTERS = frozenset({"cyrillic", "greek", "georgian", "armenian", "kana"})
"""Scripts that are read letter by letter."""
_CASED = frozenset({"cyrillic", "greek", "armenian"})

Divided = tuple[Word | None, Word | None]
"""Family and given name."""


def scripts_of(words: Sequence[str]) -> set[scripts.Script]:
    """Return the scripts of the words that hold letters."""
    return {scripts.script_of(word) for word in words if any(c.isalpha() for c in word)}


def in_latin(text: str, script: scripts.Script) -> tuple[str, dict[str, Word]]:
    """Return a name in a script that is read letter by letter in Latin letters, and its words by their default form."""
    language = scripts.cyrillic_language(text) if script == "cyrillic" else ""
    spelled: list[str] = []
    known: dict[str, Word] = {}
    for token in text.split():
        core = token.strip(".,;:()[]\"'")
        native = scripts.script_of(core) == script
        word = scripts.alphabetic_word(core, script, language=language) if native else None
        if word is None:
            spelled.append(token)
            continue
        shown = word.text.upper() if core.isupper() and len(core) > 1 and script in _CASED else word.text
        spelled.append(token.replace(core, shown, 1))
        known[word.folded] = word
    return " ".join(spelled), known


def divide_east_asian(words: Sequence[str], script: scripts.Script) -> Divided | Problem:
    """Divide a name in Han or Hangul characters into family and given name, the family name first."""
    if script == "han":
        return _divide_han(words)
    return _divide_hangul(words)


def _divide_han(words: Sequence[str]) -> Divided | Problem:
    from guessmail.data.han import CHINESE

    text = "".join(words)
    if _is_japanese(text):
        return NEEDS_LATIN
    if len(words) > 1:
        family, given = words[0], "".join(words[1:])
    else:
        size = 2 if text[:2] in CHINESE and len(text) > 2 else 1
        family, given = text[:size], text[size:]
    if family not in CHINESE or len(given) > 2:
        return NEEDS_LATIN
    return scripts.han_family(family), scripts.han_given(given) if given else None


def _is_japanese(text: str) -> bool:
    from guessmail.data.han import JAPANESE, JAPANESE_GIVEN

    return any(text[:size] in JAPANESE for size in (2, 3)) or (
        len(text) > 2 and text.endswith(JAPANESE_GIVEN)
    )


def _divide_hangul(words: Sequence[str]) -> Divided:
    from guessmail.data.hangul import SURNAMES, TWO_SYLLABLE_SURNAMES

    if len(words) > 1:
        if words[0] not in SURNAMES and words[-1] in SURNAMES:
            family, given = words[-1], "".join(words[:-1])
        else:
            family, given = words[0], "".join(words[1:])
    else:
        text = words[0]
        size = 2 if text[:2] in TWO_SYLLABLE_SURNAMES and len(text) > 2 else 1
        family, given = text[:size], text[size:]
    return scripts.hangul_family(family), scripts.hangul_given(given) if given else None


def family_word(text: str, script: scripts.Script) -> Word | Problem | None:
    """Return one word of a family name that is known to be one."""
    if script == "han":
        from guessmail.data.han import CHINESE

        return scripts.han_family(text) if text in CHINESE and not _is_japanese(text) else NEEDS_LATIN
    if script == "hangul":
        return scripts.hangul_family(text)
    return _alphabetic(text, script)


def given_word(text: str, script: scripts.Script) -> Word | Problem | None:
    """Return one word of a given name that is known to be one."""
    if script == "han":
        return NEEDS_LATIN if len(text) > 2 or text.endswith(_japanese_given()) else scripts.han_given(text)
    if script == "hangul":
        return scripts.hangul_given(text)
    return _alphabetic(text, script)


def _japanese_given() -> tuple[str, ...]:
    from guessmail.data.han import JAPANESE_GIVEN

    return JAPANESE_GIVEN


def _alphabetic(text: str, script: scripts.Script) -> Word | Problem | None:
    if script == "latin":
        return latin_word(text)
    if script in LETTERS:
        language = scripts.cyrillic_language(text) if script == "cyrillic" else ""
        return scripts.alphabetic_word(text, script, language=language) or NEEDS_LATIN
    return NEEDS_LATIN
