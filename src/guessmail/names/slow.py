"""Any written name: cleaned, recognised by script, taken apart, read; and names whose parts are stated."""

import functools
import re
from collections.abc import Mapping, Sequence

from guessmail.data import name_words as table
from guessmail.data.languages import GREEK_SURNAME, SLAVIC_SURNAME
from guessmail.data.surnames import VIETNAMESE
from guessmail.errors import Code, Problem
from guessmail.names import scripts
from guessmail.names.known import is_given, middle_kind
from guessmail.names.one_reading import Joint, Words, one_reading, with_nick_and_maiden
from guessmail.names.origins import origin_of
from guessmail.names.parts import parse, without_honorifics
from guessmail.names.readings import beside_family, fathers_name, read_words, split_given
from guessmail.names.words import Name, NameOrder, Reading, Word, has_bare_umlauts, latin_word
from guessmail.names.written import Written, extract_name, extract_part, no_name
from guessmail.text import clean, fold, has_letters

_SCRIPT_BORDER = re.compile(
    "(?<=[\u3400-\u9fff\uac00-\ud7af])(?=[A-Za-zÀ-ɏ])|(?<=[A-Za-zÀ-ɏ])(?=[\u3400-\u9fff\uac00-\ud7af])"
)
"""The place where East Asian characters touch Latin letters, which are words of their own: `高超Gao Chao`."""
_VIETNAMESE_MARKS = re.compile("[ơưăđẠ-ỹƠƯĂĐ]")
_BINDING = table.PARTICLES | table.CONJUNCTIONS
_INITIALS = re.compile(r"[^\W\d_](?:(?:\. ?| )[^\W\d_])*\.?")
_NOTHING_LEFT = Problem(Code.NOT_A_NAME, "The name has only titles and suffixes; give the person's name.")


@functools.lru_cache(maxsize=2048)
def read_slowly(written: str, order: NameOrder) -> Name | Problem:
    """Read a name of any kind; a plain one is read as `read_name` does."""
    name = extract_name(written)
    if isinstance(name, Problem):
        return name
    return _read_latin(name, order, {}, "latin") if name.text.isascii() else _read_scripts(name, order)


def _read_scripts(name: Written, order: NameOrder) -> Name | Problem:
    """Read a name that is not in ASCII, by the script of its letters."""
    text, other = _SCRIPT_BORDER.sub(" ", name.text), name.other
    beside = scripts.scripts_of(other.split())
    is_read = beside == {"kana"} or (beside == {"latin"} and " " in other)
    if is_read and scripts.scripts_of(text.split()).isdisjoint(beside):
        text = other  # in brackets
    tokens = [(word, scripts.script_of(word)) for word in text.replace(",", " ").split() if has_letters(word)]
    latin = [token for token, script in tokens if script == "latin"]
    native = {script for _, script in tokens} - {"latin"}
    if native and len(latin) > 1:  # `高超 Gao Chao`: the bearer gives the Latin spelling
        han = [token for token, script in tokens if script == "han"]
        order = _order_beside_han(han, latin) if han and order is NameOrder.AUTO else order
        text = " ".join([token for token in text.split() if scripts.scripts_of([token]) <= {"latin"}])
    name = name._replace(text=text)
    if not native or len(latin) > 1:
        return _read_latin(name, order, {}, "latin")
    script = native.pop() if len(native) == 1 else "other"
    if script in ("han", "hangul"):
        return _read_east_asian(name, [token for token, own in tokens if own == script], latin, script)
    spelled, known = scripts.in_latin(text, script) if script in scripts.LETTERS else ("", {})
    if not known or (script == "kana" and len(known) < len(text.split())):  # kana among other scripts
        return scripts.NEEDS_LATIN
    if script == "kana" and order is NameOrder.AUTO:
        order = NameOrder.FAMILY_FIRST
    return _read_latin(name._replace(text=spelled), order, known, script)


def _order_beside_han(han: Sequence[str], latin: Sequence[str]) -> NameOrder:
    """Return the order of a Latin spelling beside the Han characters of the same name."""
    divided = scripts.divide_east_asian(han, "han")
    family = None if isinstance(divided, Problem) else divided[0]
    spellings = {form.text for form in family.forms} if family else set()
    if latin[0].lower() in spellings:
        return NameOrder.FAMILY_FIRST
    return NameOrder.GIVEN_FIRST if latin[-1].lower() in spellings else NameOrder.AUTO


def _read_latin(name: Written, order: NameOrder, known: Mapping[str, Word], script: str) -> Name | Problem:
    """Read a name in Latin letters; `known` has words by folded text that came from another `script`."""
    parts = parse(name.text)
    if parts is None:
        return _NOTHING_LEFT
    is_marked = not name.text.isascii()
    texts = [*parts.words, *(parts.family or ())]
    bare = is_marked and has_bare_umlauts(texts)
    rest, family = (
        [known.get(word.folded, word) for text in texts if (word := latin_word(text, bare_umlauts=bare))]
        for texts in (parts.words, parts.family or ())
    )
    words = [*rest, *family]
    if not words:
        return _NOTHING_LEFT
    folded = [word.folded for word in words]
    origin = _native_origin(script, folded) or origin_of(folded)
    may_be_vietnamese = is_marked and parts.family is None and folded[0] in VIETNAMESE and len(folded) > 1
    if may_be_vietnamese and any(map(_VIETNAMESE_MARKS.search, texts)):  # in its own order
        origin, order = "vietnamese-first", NameOrder.FAMILY_FIRST if order is NameOrder.AUTO else order
    if parts.family is None:
        readings = read_words(words, order=order, origin=origin)
    else:
        readings = tuple(beside_family(family, rest, origin))
    return _name_of(name._replace(maiden=name.maiden or parts.maiden), words, readings, origin, script)


def _name_of(name: Written, words: Words, readings: Sequence[Reading], origin: str, script: str) -> Name:
    """Return a name with these readings, to which nickname and name at birth are added."""
    nick, maiden = name.nick, name.maiden
    if nick or maiden:
        readings = [r for each in readings for r in with_nick_and_maiden(each, nick, maiden, origin)]
    first = readings[0]
    abbreviated = [part for part in ("given", "family") if _INITIALS.fullmatch(getattr(first, part))]
    notice = "The {} name is abbreviated ('{}'): enter it in full for a better guess."
    notices = tuple([notice.format(part, getattr(first, part)) for part in abbreviated])
    return Name(name.shown, tuple(readings), _traits_of(words, first, origin, script), name.address, notices)


def _native_origin(script: str, folded: Sequence[str]) -> str:
    """Return the origin of a name in its own script whose Slavic or Greek family name stands first; empty for others."""
    native = {"cyrillic": ("slavic-first", SLAVIC_SURNAME), "greek": ("greek-first", GREEK_SURNAME)}
    origin, endings = native.get(script, ("", ()))
    if not origin or len(folded) < 2 or folded[-1].endswith(endings):
        return ""
    is_first = folded[0].endswith(endings) or (is_given(folded[-1]) and not is_given(folded[0]))
    return origin if is_first else ""


def _read_east_asian(name: Written, own: Sequence[str], latin: Sequence[str], script: str) -> Name | Problem:
    divided = scripts.divide_east_asian(["".join(filter(str.isalpha, token)) for token in own], script)
    if isinstance(divided, Problem):
        return divided
    family, given = ([word] if word else [] for word in divided)
    if not family:
        return scripts.NEEDS_LATIN
    origin = "chinese-first" if script == "han" else "korean-first"
    name = name._replace(nick=latin[0].strip("()\"'") if latin else name.nick)
    return _name_of(name, [*family, *given], tuple(beside_family(family, given, origin)), origin, script)


@functools.lru_cache(maxsize=2048)
def read_columns(given: str, family: str, middle: str = "") -> Name | Problem:
    """Read a name whose parts are stated; parts may be empty."""
    columns: list[Written] = []
    for part in (given, middle, family):
        cleaned = clean(part)
        # These are people's names, although placeholders if they stand alone.
        column = Written(cleaned, cleaned) if cleaned in ("Null", "Nan", "None") else extract_part(part)
        if isinstance(column, Problem):
            return column
        columns.append(column)
    shown = " ".join([column.shown for column in columns if column.shown])
    full = [column for column in columns if column.text]
    if not full:
        return no_name(shown)
    if len(full) == 1 and any(column.shown for column in columns if not column.text):
        return read_slowly(full[0].shown, NameOrder.AUTO)  # Jane Doe, | MBA
    # A Vietnamese name is read as a whole: `Văn An` beside `Nguyễn` is An, with the middle name Văn.
    words = [word for at in (2, 1, 0) for word in columns[at].text.split()]
    is_whole = len(words) > 2 and len(words[-1].strip(".")) > 1
    if is_whole and origin_of(list(map(fold, words))).startswith("vietnamese"):
        name = read_slowly(" ".join(words), NameOrder.AUTO)
        if isinstance(name, Name):
            return name._replace(written=shown)
    return _read_parts(shown, columns)


def _read_parts(shown: str, columns: Sequence[Written]) -> Name | Problem:
    """Read the given name, the middle names and the family name, each as it is."""
    bare = has_bare_umlauts([column.text for column in columns])
    parts: list[list[Word]] = []
    script = "latin"
    for column in columns:
        parts.append([])
        for token in without_honorifics(column.text.replace(",", " ").split()):
            word_script = scripts.script_of(token) if has_letters(token) else "latin"
            word: Word | Problem | None = latin_word(token, bare_umlauts=bare)
            if word_script != "latin":
                script = word_script
                letters = "".join([c for c in token if c.isalpha() or c == "-"])
                word = scripts.word_of_part(letters, word_script, is_family=len(parts) == 3)
            if isinstance(word, Problem):
                return word
            parts[-1] += [word] if word else []
    first, second, last = parts
    father = fathers_name(last)
    second, last = [*second, *father], last[len(father) :]
    given, rest, joint = split_given(first)
    middle: Sequence[Word] = second
    if len(first) > 1 and not second and len(first[-1].folded) == 1:  # an initial that ends a given name
        given, middle, joint = first[:-1], first[-1:], Joint.NAMES
    elif rest:
        given, joint = first, Joint.NAMES
    if not given and not last:
        given, middle = middle, ()
    words = [*given, *middle, *last]
    if not words:
        return scripts.NEEDS_LATIN
    origin = origin_of([word.folded for word in words])
    origin = origin or {"han": "chinese-last", "hangul": "korean-last"}.get(script, "")
    nick = next((column.nick for column in columns if column.nick), "")
    maiden = next((column.maiden for column in columns if column.maiden), "")
    name = Written(shown, "", nick=nick, maiden=maiden)
    reading = one_reading(given, middle, last, origin=origin, joint=joint)
    return _name_of(name, words, [reading], origin, script)


def _traits_of(words: Words, reading: Reading, origin: str, script: str) -> tuple[str, ...]:
    """Return the traits of a name, sorted."""
    folded = [word.folded for word in words]
    inner = [text for text in folded[1:-1] if text not in _BINDING]
    traits = [f"hyphen={part}" for part in ("family", "given") if "-" in getattr(reading, part).strip("-")]
    if len(words) > 1 and 1 in map(len, folded):
        by_place = (("first", folded[:1]), ("last", folded[-1:]), ("middle", inner))
        traits += [f"initial={place}" for place, texts in by_place if 1 in map(len, texts)]
    if inner and len(inner[-1]) > 1:
        traits.append(f"middle={middle_kind(inner[-1])}")
    if origin:
        traits.append(f"origin={origin}")
    if script == "latin":
        script = "latin-plain" if all([word.text.isascii() for word in words]) else "latin-marked"
    return (*traits, f"script={script}", f"words={min(len(inner) + min(len(words), 2), 4)}")
