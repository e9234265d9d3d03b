"""Any written name: cleaned, told its script, taken apart, read."""

import re
from collections.abc import Mapping, Sequence

from guessmail.data import weights
from guessmail.data.languages import GREEK_SURNAME, SLAVIC_SURNAME
from guessmail.data.surnames import VIETNAMESE
from guessmail.errors import Code, Problem
from guessmail.names import romanise
from guessmail.names.known import is_english_given, is_given
from guessmail.names.nicks import nicks_of
from guessmail.names.notices import notices_of
from guessmail.names.one_reading import with_maiden, with_nick
from guessmail.names.origin import origin_of
from guessmail.names.parts import Parts, parse
from guessmail.names.readings import read_stated, read_words
from guessmail.names.traits import traits_of
from guessmail.names.types import Name, NameOrder, Reading, Spelling
from guessmail.names.words import Word, distinct, has_bare_umlauts, latin_word
from guessmail.names.written import Written, prepare
from guessmail.text import fold

__all__ = ["read_slowly", "with_english"]

_SCRIPT_BORDER = re.compile(
    "(?<=[\u3400-\u9fff\uac00-\ud7af])(?=[A-Za-zÀ-ɏ])|(?<=[A-Za-zÀ-ɏ])(?=[\u3400-\u9fff\uac00-\ud7af])"
)
"""Where East Asian characters touch Latin letters, which are words of their own: `高超Gao Chao`."""
_SYLLABIC = ("chinese", "korean", "vietnamese")
_VIETNAMESE_MARKS = re.compile("[ơưăđẠ-ỹƠƯĂĐ]")
_NOTHING_LEFT = Problem(Code.NOT_A_NAME, "The name has only titles and suffixes; give the person's name.")


def read_slowly(written: str, order: NameOrder) -> Name | Problem:
    """Read a name of any kind; equals the fast path where that applies."""
    prepared = prepare(written)
    if isinstance(prepared, Problem):
        return prepared
    if prepared.text.isascii():
        return _read_latin(prepared, order, {}, "latin")
    prepared = _with_text_of_other(prepared._replace(text=_SCRIPT_BORDER.sub(" ", prepared.text)))
    text = prepared.text
    tokens = text.replace(",", " ").split()
    scripts = romanise.scripts_of(tokens)
    latin = [token for token in tokens if romanise.scripts_of([token]) == {"latin"}]
    if len(latin) > 1 and scripts != {"latin"}:
        order = _order_beside_han(tokens, latin, order)
        # `高超 Gao Chao`: the bearer gives the Latin spelling.
        kept = " ".join([token for token in text.split() if romanise.scripts_of([token]) <= {"latin"}])
        return _read_latin(prepared._replace(text=kept), order, {}, "latin")
    native = scripts - {"latin"}
    if not native:
        return _read_latin(prepared, order, {}, "latin")
    script = native.pop() if len(native) == 1 else ""
    if script in ("han", "hangul"):
        return _read_east_asian(prepared, tokens, latin, script)
    return _read_letters(prepared, order, script) if script in romanise.LETTERS else romanise.NEEDS_LATIN


def _read_letters(name: Written, order: NameOrder, script: str) -> Name | Problem:
    """Read a name in a script that is read letter by letter; kana that others stand among are not."""
    spelled, known = romanise.in_latin(name.text, script)
    if not known or (script == "kana" and len(known) < len(name.text.split())):
        return romanise.NEEDS_LATIN
    if script == "kana" and order is NameOrder.AUTO:
        order = NameOrder.FAMILY_FIRST
    return _read_latin(name._replace(text=spelled), order, known, script)


def _with_text_of_other(name: Written) -> Written:
    """Return the name with what stands in brackets beside it, where that is in letters that can be read."""
    other = name.asides.other
    scripts = romanise.scripts_of(other.split())
    is_latin = scripts == {"latin"} and len(other.split()) > 1
    if (is_latin or scripts == {"kana"}) and romanise.scripts_of(name.text.split()).isdisjoint(scripts):
        return name._replace(text=other)
    return name


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


def _read_latin(name: Written, order: NameOrder, known: Mapping[str, Word], script: str) -> Name | Problem:
    parts = parse(name.text)
    if parts is None:
        return _NOTHING_LEFT
    bare = not name.text.isascii() and has_bare_umlauts(parts.words)
    groups = [_words(group, known, bare_umlauts=bare) for group in (parts.given, parts.middle, parts.family)]
    words = [word for group in groups for word in group]
    if not words:
        return _NOTHING_LEFT
    folded = [word.folded for word in words]
    origin = _native_origin(script, folded) or origin_of(folded)
    if not name.text.isascii() and not parts.is_stated and _is_vietnamese(parts.words, folded):
        origin, order = "vietnamese-first", NameOrder.FAMILY_FIRST if order is NameOrder.AUTO else order
    readings = _readings(parts, groups, words, order, origin)
    nick, maiden = name.asides.nick or parts.nick, name.asides.maiden or parts.maiden
    if nick or maiden:
        readings = tuple([
            with_maiden(each, maiden) for reading in readings for each in with_english(reading, nick, origin)
        ])  # fmt: skip
    traits = traits_of(words, readings[0], origin, script)
    return Name(name.shown, readings, traits, name.address, notices_of(readings[0]))


def with_english(reading: Reading, nick: str, origin: str) -> list[Reading]:
    """Return the reading with a nickname; an English one beside a Chinese or Korean name is rather the given name."""
    named = with_nick(reading, nick)
    english = fold(nick)
    if not origin.startswith(_SYLLABIC) or not is_english_given(english) or named is reading:
        return [named]
    own = tuple([Spelling(s.text, tuple(sorted({*s.tags, "nick=formal"}))) for s in reading.firsts])
    called = reading._replace(
        given=nick, middle=reading.given, firsts=(Spelling(english),), nicks=distinct((*nicks_of(english), *own)),
        initials="", weight=reading.weight * weights.ENGLISH_GIVEN,
    )  # fmt: skip
    return [called, named._replace(weight=reading.weight * (1 - weights.ENGLISH_GIVEN))]


def _is_vietnamese(texts: Sequence[str], folded: Sequence[str]) -> bool:
    """Say whether a name is written with the marks of Vietnamese, and so in its own order."""
    return folded[0] in VIETNAMESE and len(folded) > 1 and any(map(_VIETNAMESE_MARKS.search, texts))


def _words(texts: Sequence[str], known: Mapping[str, Word], *, bare_umlauts: bool) -> list[Word]:
    words = [word for text in texts if (word := latin_word(text, bare_umlauts=bare_umlauts))]
    return [known.get(word.folded, word) for word in words] if known else words


def _readings(
    parts: Parts, groups: Sequence[Sequence[Word]], words: Sequence[Word], order: NameOrder, origin: str
) -> tuple[Reading, ...]:  # fmt: skip
    given, middle, family = groups
    if parts.is_stated or not given:
        return read_stated(family, [*given, *middle], origin=origin)
    return read_words(words, order=order, origin=origin)


def _native_origin(script: str, folded: Sequence[str]) -> str:
    """Tell by its ending that a Slavic or Greek family name stands first; the script vouches for it."""
    endings = {"cyrillic": SLAVIC_SURNAME, "greek": GREEK_SURNAME}.get(script, ())
    if not endings or len(folded) < 2 or folded[-1].endswith(endings):
        return ""
    if not folded[0].endswith(endings) and not (is_given(folded[-1]) and not is_given(folded[0])):
        return ""
    return "slavic-first" if script == "cyrillic" else "greek-first"


def _read_east_asian(
    name: Written, tokens: Sequence[str], latin: Sequence[str], script: str
) -> Name | Problem:
    native = ["".join(c for c in token if c.isalpha()) for token in tokens if token not in latin]
    divided = romanise.divide_east_asian([token for token in native if token], script)
    if isinstance(divided, Problem):
        return divided
    family, given = ([word] if word and word.forms else [] for word in divided)
    if not family:
        return romanise.NEEDS_LATIN
    origin = "chinese-first" if script == "han" else "korean-first"
    (reading,) = read_stated(family, given, origin=origin)
    nick = latin[0].strip("()\"'") if latin else name.asides.nick
    readings = tuple(with_english(reading, nick, origin)) if nick else (reading,)
    return Name(name.shown, readings, traits_of([*family, *given], reading, origin, script), name.address)
