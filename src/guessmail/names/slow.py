"""Any written name: cleaned, told its script, taken apart, read; and names that are given by their parts."""

import functools
import re
from collections.abc import Mapping, Sequence

from guessmail.data.languages import GREEK_SURNAME, SLAVIC_SURNAME
from guessmail.data.surnames import VIETNAMESE
from guessmail.errors import Code, Problem
from guessmail.names import scripts
from guessmail.names.known import is_given
from guessmail.names.one_reading import notices_of, one_reading, traits_of, with_nick_and_maiden
from guessmail.names.order import origin_of
from guessmail.names.parts import parse, without_honorifics
from guessmail.names.readings import beside_family, fathers_name, read_words
from guessmail.names.spell import Joint, split_given
from guessmail.names.words import Name, NameOrder, Word, has_bare_umlauts, latin_word, latin_words
from guessmail.names.written import Written, no_name, prepare, prepare_column
from guessmail.text import clean, fold

_SCRIPT_BORDER = re.compile(
    "(?<=[\u3400-\u9fff\uac00-\ud7af])(?=[A-Za-zÀ-ɏ])|(?<=[A-Za-zÀ-ɏ])(?=[\u3400-\u9fff\uac00-\ud7af])"
)
"""Where East Asian characters touch Latin letters, which are words of their own: `高超Gao Chao`."""
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
    found = scripts.scripts_of(tokens)
    latin = [token for token in tokens if scripts.scripts_of([token]) == {"latin"}]
    if len(latin) > 1 and found != {"latin"}:
        order = _order_beside_han(tokens, latin, order)
        # `高超 Gao Chao`: the bearer gives the Latin spelling.
        kept = " ".join([token for token in text.split() if scripts.scripts_of([token]) <= {"latin"}])
        return _read_latin(prepared._replace(text=kept), order, {}, "latin")
    native = found - {"latin"}
    if not native:
        return _read_latin(prepared, order, {}, "latin")
    script = native.pop() if len(native) == 1 else ""
    if script in ("han", "hangul"):
        return _read_east_asian(prepared, tokens, latin, script)
    return _read_letters(prepared, order, script) if script in scripts.LETTERS else scripts.NEEDS_LATIN


def _read_letters(name: Written, order: NameOrder, script: str) -> Name | Problem:
    """Read a name in a script that is read letter by letter; kana that others stand among are not."""
    spelled, known = scripts.in_latin(name.text, script)
    if not known or (script == "kana" and len(known) < len(name.text.split())):
        return scripts.NEEDS_LATIN
    if script == "kana" and order is NameOrder.AUTO:
        order = NameOrder.FAMILY_FIRST
    return _read_latin(name._replace(text=spelled), order, known, script)


def _with_text_of_other(name: Written) -> Written:
    """Return the name with what stands in brackets beside it, where that is in letters that can be read."""
    other = name.parentheses.other
    found = scripts.scripts_of(other.split())
    is_latin = found == {"latin"} and len(other.split()) > 1
    if (is_latin or found == {"kana"}) and scripts.scripts_of(name.text.split()).isdisjoint(found):
        return name._replace(text=other)
    return name


def _order_beside_han(tokens: Sequence[str], latin: Sequence[str], order: NameOrder) -> NameOrder:
    """Return the order of a Latin spelling that stands beside the Han characters of the same name."""
    han = [token for token in tokens if scripts.scripts_of([token]) == {"han"}]
    divided = scripts.divide_east_asian(han, "han") if han else None
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
    is_marked, texts = not name.text.isascii(), (*parts.given, *parts.middle, *parts.family)
    bare = is_marked and has_bare_umlauts(texts)
    groups = [latin_words(group, bare_umlauts=bare) for group in (parts.given, parts.middle, parts.family)]
    if known:
        groups = [[known.get(word.folded, word) for word in words] for words in groups]
    given, middle, family = groups
    words = [*given, *middle, *family]
    if not words:
        return _NOTHING_LEFT
    folded = [word.folded for word in words]
    origin = _native_origin(script, folded) or origin_of(folded)
    may_be_vietnamese = is_marked and not parts.is_stated and folded[0] in VIETNAMESE and len(folded) > 1
    if may_be_vietnamese and any(map(_VIETNAMESE_MARKS.search, texts)):  # in its own order
        origin, order = "vietnamese-first", NameOrder.FAMILY_FIRST if order is NameOrder.AUTO else order
    if parts.is_stated or not given:
        readings = tuple(beside_family(family, [*given, *middle], origin))
    else:
        readings = read_words(words, order=order, origin=origin)
    nick, maiden = name.parentheses.nick, name.parentheses.maiden or parts.maiden
    if nick or maiden:
        readings = tuple([r for each in readings for r in with_nick_and_maiden(each, nick, maiden, origin)])
    traits = traits_of(words, readings[0], origin, script)
    return Name(name.shown, readings, traits, name.address, notices_of(readings[0]))


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
    divided = scripts.divide_east_asian([token for token in native if token], script)
    if isinstance(divided, Problem):
        return divided
    family, given = ([word] if word and word.forms else [] for word in divided)
    if not family:
        return scripts.NEEDS_LATIN
    origin = "chinese-first" if script == "han" else "korean-first"
    (reading,) = beside_family(family, given, origin)
    nick = latin[0].strip("()\"'") if latin else name.parentheses.nick
    readings = tuple(with_nick_and_maiden(reading, nick, "", origin))
    return Name(name.shown, readings, traits_of([*family, *given], reading, origin, script), name.address)


_ODD_NAMES = frozenset({"Null", "Nan", "None"})
"""People's names that are placeholders where they stand alone."""


@functools.lru_cache(maxsize=2048)
def read_columns(given: str, family: str, middle: str = "") -> Name | Problem:
    """Read a name whose parts are said; a part may be empty, all may not."""
    columns: list[Written] = []
    for part in (given, middle, family):
        prepared = Written(clean(part), clean(part)) if clean(part) in _ODD_NAMES else prepare_column(part)
        if isinstance(prepared, Problem):
            return prepared
        columns.append(prepared)
    whole = [column for column in columns if column.text]
    if len(whole) == 1 and any(column.shown for column in columns if not column.text):
        return read_slowly(whole[0].shown, NameOrder.AUTO)  # Jane Doe, | MBA
    shown = " ".join([column.shown for column in (columns[0], columns[1], columns[2]) if column.shown])
    if not any(column.text for column in columns):
        return no_name(shown)
    return _as_one_cell(shown, columns) or _read(shown, columns)


def _as_one_cell(shown: str, columns: list[Written]) -> Name | None:
    """Return a Vietnamese name as it is read where it stands whole: `Văn An` beside `Nguyễn` is An, with the middle name Văn."""
    words = [word for column in (columns[2], columns[1], columns[0]) for word in column.text.split()]
    if (
        len(words) < 3
        or len(words[-1].strip(".")) < 2
        or not origin_of([fold(word) for word in words]).startswith("vietnamese")
    ):
        return None
    read = read_slowly(" ".join(words), NameOrder.AUTO)
    return read._replace(written=shown) if isinstance(read, Name) else None


def _read(shown: str, columns: list[Written]) -> Name | Problem:
    bare = has_bare_umlauts([column.text for column in columns])
    parts: list[list[Word]] = []
    script = "latin"
    for index, column in enumerate(columns):
        found = _part(column.text, is_family=index == 2, bare_umlauts=bare)
        if isinstance(found, Problem):
            return found
        words, own_script = found
        script = own_script if own_script != "latin" else script
        parts.append(words)
    first, second, last = parts
    father = fathers_name(last)
    second, last = [*second, *father], last[len(father) :]
    given, middle, joint = _given(first, second)
    if not given and not last:
        given, middle = middle, []
    words = [*given, *middle, *last]
    if not words:
        return scripts.NEEDS_LATIN
    origin = origin_of([word.folded for word in words]) or {
        "han": "chinese-last",
        "hangul": "korean-last",
    }.get(script, "")
    nick = next((column.parentheses.nick for column in columns if column.parentheses.nick), "")
    maiden = next((column.parentheses.maiden for column in columns if column.parentheses.maiden), "")
    reading = one_reading(given, middle, last, origin=origin, joint=joint)
    readings = tuple(with_nick_and_maiden(reading, nick, maiden, origin))
    return Name(shown, readings, traits_of(words, reading, origin, script), notices=notices_of(reading))


def _given(words: list[Word], middle: list[Word]) -> tuple[Sequence[Word], Sequence[Word], Joint]:
    """Return the words of a given name without initials that end it, these as middle names, and how they are joined."""
    if len(words) > 1 and not middle and len(words[-1].folded) == 1:
        return words[:-1], words[-1:], Joint.NAMES
    given, rest, joint = split_given(words)
    return (words, middle, Joint.NAMES) if rest else (given, middle, joint)


def _part(text: str, *, is_family: bool, bare_umlauts: bool) -> tuple[list[Word], str] | Problem:
    """Return the words of one part and their script."""
    words: list[Word] = []
    script = "latin"
    for token in without_honorifics(text.replace(",", " ").split()):
        own = next(iter(scripts.scripts_of([token])), "latin")
        if own == "latin":
            word: Word | Problem | None = latin_word(token, bare_umlauts=bare_umlauts)
        else:
            script = own
            letters = "".join([c for c in token if c.isalpha() or c == "-"])
            word = scripts.word_of_part(letters, own, is_family=is_family)
        if isinstance(word, Problem):
            return word
        if word is not None and word.forms:
            words.append(word)
    return words, script
