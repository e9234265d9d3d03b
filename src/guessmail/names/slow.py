"""Any written name: cleaned, told its script, taken apart, read."""

import re
from collections.abc import Mapping, Sequence
from unicodedata import is_normalized

from guessmail.data import name_words as table
from guessmail.data.languages import GREEK_SURNAME, SLAVIC_SURNAME
from guessmail.names import romanise
from guessmail.names.origin import origin_of
from guessmail.names.parts import Parts, parse
from guessmail.names.readings import one_reading, read_words, with_maiden, with_nick
from guessmail.names.traits import traits_of
from guessmail.names.types import Name, NameOrder, Reading
from guessmail.names.words import Word, has_bare_umlauts, latin_word
from guessmail.names.written import prepare
from guessmail.problems import Code, Problem
from guessmail.text import clean, fold

__all__ = ["read_slowly"]

_TWO_WORDS = re.compile("([A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]{2,40})(,?) ([A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]{2,40})")
_SCRIPT_BORDER = re.compile(
    "(?<=[\u3400-\u9fff\uac00-\ud7af])(?=[A-Za-zÀ-ɏ])|(?<=[A-Za-zÀ-ɏ])(?=[\u3400-\u9fff\uac00-\ud7af])"
)
"""Where East Asian characters touch Latin letters, which are words of their own: `高超Gao Chao`."""
_NOTHING_LEFT = Problem(
    Code.NOT_A_NAME, "The name holds nothing but titles and suffixes; give the person's name."
)


def read_slowly(written: str, order: NameOrder) -> Name | Problem:
    """Read a name of any kind; equals the fast path where that applies."""
    if parts := _two_words(written):
        return _read_parts(written, parts, "", order, {}, "latin")
    prepared = prepare(written)
    if isinstance(prepared, Problem):
        return prepared
    text, address = _SCRIPT_BORDER.sub(" ", prepared[0]), prepared[1]
    shown = clean(written)
    tokens = text.replace(",", " ").split()
    scripts = romanise.scripts_of(tokens)
    latin = [token for token in tokens if romanise.scripts_of([token]) == {"latin"}]
    if len(latin) > 1 and scripts != {"latin"}:
        order = _order_beside_han(tokens, latin, order)
        # `高超 Gao Chao`: the bearer gives the Latin spelling.
        kept = (token for token in text.split() if romanise.scripts_of([token]) <= {"latin"})
        text, scripts = " ".join(kept), {"latin"}
    if scripts == {"latin"}:
        return _read_latin(shown, text, address, order, {}, "latin")
    native = scripts - {"latin"}
    if len(native) > 1 or not native <= {"cyrillic", "greek", "han", "hangul"}:
        return romanise.NEEDS_LATIN
    script = native.pop()
    if script in ("han", "hangul"):
        return _read_east_asian(shown, tokens, latin, address, script)
    spelled, known = romanise.in_latin(text, script)
    return _read_latin(shown, spelled, address, order, known, script)


def _two_words(written: str) -> Parts | None:
    """Return the parts of `First Last` and `Last, First`, in Latin letters, where nothing else can be meant."""
    found = _TWO_WORDS.fullmatch(written)
    if found is None or written.casefold() in table.PLACEHOLDERS:
        return None
    first, comma, last = found.groups()
    words = (first, last)
    if not all(word[0].isupper() and word[1:].islower() for word in words) or not is_normalized(
        "NFKC", written
    ):
        return None
    if not table.NO_NAMES.isdisjoint(map(fold, words)):
        return None
    return Parts((last,), (), (first,), is_stated=True) if comma else Parts((first,), (), (last,))


def _order_beside_han(tokens: Sequence[str], latin: Sequence[str], order: NameOrder) -> NameOrder:
    """Return the order of a Latin spelling that stands beside the Han characters of the same name."""
    han = [token for token in tokens if romanise.scripts_of([token]) == {"han"}]
    divided = romanise.divide_east_asian(han, "han") if han else None
    if order is not NameOrder.AUTO or divided is None or isinstance(divided, Problem) or divided[0] is None:
        return order
    spellings = {form.text for form in divided[0].forms}
    if latin[0].lower() in spellings:
        return NameOrder.FAMILY_FIRST
    return NameOrder.GIVEN_FIRST if latin[-1].lower() in spellings else order


def _read_latin(
    shown: str, text: str, address: str, order: NameOrder, known: Mapping[str, Word], script: str
) -> Name | Problem:  # fmt: skip
    parts = parse(text)
    if parts is None:
        return _NOTHING_LEFT
    return _read_parts(shown, parts, address, order, known, script)


def _read_parts(
    shown: str, parts: Parts, address: str, order: NameOrder, known: Mapping[str, Word], script: str
) -> Name | Problem:  # fmt: skip
    bare = has_bare_umlauts(parts.words)
    groups = [_words(group, known, bare_umlauts=bare) for group in (parts.given, parts.middle, parts.family)]
    words = [word for group in groups for word in group]
    if not words:
        return _NOTHING_LEFT
    folded = [word.folded for word in words]
    origin = _native_origin(script, folded) or origin_of(folded)
    readings = _readings(parts, groups, words, order, origin)
    readings = tuple(with_maiden(with_nick(reading, parts.nick), parts.maiden) for reading in readings)
    return Name(shown, readings, traits_of(words, readings[0], origin, script), address)


def _words(texts: Sequence[str], known: Mapping[str, Word], *, bare_umlauts: bool) -> list[Word]:
    words = (latin_word(text, bare_umlauts=bare_umlauts) for text in texts)
    return [known.get(word.folded, word) for word in words if word is not None]


def _readings(
    parts: Parts, groups: Sequence[Sequence[Word]], words: Sequence[Word], order: NameOrder, origin: str
) -> tuple[Reading, ...]:  # fmt: skip
    given, middle, family = groups
    if not given or parts.is_stated:
        return (one_reading(given, middle, family, origin=origin),)
    return read_words(words, order=order, origin=origin)


def _native_origin(script: str, folded: Sequence[str]) -> str:
    """Tell by its ending that a Slavic or Greek family name stands first; the script vouches for it."""
    ending = {"cyrillic": SLAVIC_SURNAME, "greek": GREEK_SURNAME}.get(script)
    if ending is None or len(folded) < 2 or ending.search(folded[-1]) or not ending.search(folded[0]):
        return ""
    return "slavic-first" if script == "cyrillic" else "greek-first"


def _read_east_asian(
    shown: str, tokens: Sequence[str], latin: Sequence[str], address: str, script: str
) -> Name | Problem:
    native = ["".join(c for c in token if c.isalpha()) for token in tokens if token not in latin]
    divided = romanise.divide_east_asian([token for token in native if token], script)
    if isinstance(divided, Problem):
        return divided
    family, given = ([word] if word and word.forms else [] for word in divided)
    if not family:
        return romanise.NEEDS_LATIN
    origin = "chinese-first" if script == "han" else "korean-first"
    reading = one_reading(given, (), family, origin=origin)
    if latin:
        reading = with_nick(reading, latin[0].strip("()\"'"))
    return Name(shown, (reading,), traits_of([*family, *given], reading, origin, script), address)
