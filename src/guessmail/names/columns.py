"""Names given by their parts, as in two columns of a list.

Taken as said, cleaned, and spelled like all others.
"""

from guessmail.names import romanise
from guessmail.names.origin import origin_of
from guessmail.names.parts import without_honorifics
from guessmail.names.readings import one_reading, with_nick
from guessmail.names.traits import traits_of
from guessmail.names.types import Name
from guessmail.names.words import Word, has_bare_umlauts, latin_word
from guessmail.names.written import nickname_in, prepare
from guessmail.problems import Code, Problem
from guessmail.text import clean

__all__ = ["read_columns"]

_Words = tuple[list[Word], str]


def read_columns(given: str, family: str, middle: str = "") -> Name | Problem:
    """Read a name whose parts are said; a part may be empty, all may not."""
    shown = " ".join(filter(None, (clean(part) for part in (given, middle, family))))
    texts: list[str] = []
    for part in (given, middle, family):
        prepared = prepare(part)
        if isinstance(prepared, Problem):
            if prepared.code is not Code.NO_NAME:
                return prepared
            prepared = ("", "")
        texts.append(prepared[0])
    if not any(texts):
        return Problem(Code.NO_NAME, "There is no name; give at least a given or a family name.")
    return _read(shown, texts)


def _read(shown: str, texts: list[str]) -> Name | Problem:
    bare = has_bare_umlauts(texts)
    parts: list[list[Word]] = []
    script, nick = "latin", ""
    for index, text in enumerate(texts):
        plain, written_nick = nickname_in(text)
        nick = nick or written_nick
        found = _part(plain, is_family=index == 2, bare_umlauts=bare)
        if isinstance(found, Problem):
            return found
        words, own_script = found
        script = own_script if own_script != "latin" else script
        parts.append(words)
    first, second, last = parts
    if len(first) > 1 and not second and len(first[-1].folded) == 1:
        first, second = first[:-1], first[-1:]
    if not first and not last:
        first, second = second, []
    words = [*first, *second, *last]
    if not words:
        return romanise.NEEDS_LATIN
    origin = origin_of([word.folded for word in words]) or {
        "han": "chinese-last",
        "hangul": "korean-last",
    }.get(script, "")
    reading = with_nick(one_reading(first, second, last, origin=origin), nick)
    return Name(shown, (reading,), traits_of(words, reading, origin, script))


def _part(text: str, *, is_family: bool, bare_umlauts: bool) -> _Words | Problem:
    """Return the words of one part and their script."""
    words: list[Word] = []
    script = "latin"
    for token in without_honorifics(text.replace(",", " ").split()):
        scripts = romanise.scripts_of([token])
        own = next(iter(scripts), "latin")
        if own == "latin":
            word: Word | Problem | None = latin_word(token, bare_umlauts=bare_umlauts)
        else:
            script = own
            word = (romanise.family_word if is_family else romanise.given_word)(_letters(token), own)
        if isinstance(word, Problem):
            return word
        if word is not None and word.forms:
            words.append(word)
    return words, script


def _letters(token: str) -> str:
    return "".join(c for c in token if c.isalpha() or c == "-")
