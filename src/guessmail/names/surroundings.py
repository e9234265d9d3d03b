"""Text around a name: jobs, phrases of profiles, endings of files, marks of exports, brackets, quotation marks.

Words are dropped by tables (`data/jobs.py`, `data/decorations.py`), before and behind a name of at least two words.
"""

import functools
import re
from collections.abc import Sequence
from urllib.parse import unquote

from guessmail.data import asides, decorations, titles
from guessmail.data import name_words as table
from guessmail.data.jobs import JOB_ENDINGS
from guessmail.names.known import is_family, is_given, known
from guessmail.names.parts import are_letters, key_of
from guessmail.names.words import nicks_of
from guessmail.text import fold, has_letters

_FILE = re.compile(rf"(?i)\.(?:{'|'.join(decorations.FILE_ENDINGS)})$")
_SLUG = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)+)-(?=[a-z]*\d)\w{2,}|([a-z]+-[a-z]+)")
_CAMEL = re.compile(
    r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])"
)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w+);")
_NOT_WORD = " \t-–—|:,;·.()[]"
_PARENTHESIS = re.compile(
    r"""\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}|"([^"]*)"|(?<![\w.])'([^'\s]{2,30})'(?!\w)"""
)


def without_export_marks(text: str) -> str:
    """Return a cell without the marks of exports and letters: entities of HTML, URL encoding, quotation marks, backslashes, `c/o`."""
    text = re.sub(decorations.ADDRESSED, "", text)
    if "&" in text and _ENTITY.search(text):
        from html import unescape  # its table takes 2 ms to load

        text = unescape(unescape(text))
    text = unquote(text)
    if " " not in text and re.fullmatch(r"[^\W\d_]+(?:\+[^\W\d_]+)+|[^\W\d_]{3,}/[^\W\d_]{3,}", text):
        text = re.sub("[+/]", " ", text)
    if "^" in text and " " not in text:  # DICOM: family^given^middle
        family, *rest = filter(None, text.split("^"))
        text = f"{family}, {' '.join(rest)}"
    if '"' in text or "'" in text or "\\" in text:
        text = re.sub(r"\\[tnr]", " ", text).replace("\\", "").replace('""', '"').strip()
        text = text[1:] if text.startswith('="') else text
        if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
            text = text[1:-1]
        elif text[:1] == "'" and text.count("'") == 1:
            text = text[1:]
        if text.count('"') % 2 or all(word[0] == word[-1] == '"' for word in text.split()):
            text = text.replace('"', "")
    return text


def name_of_file(text: str) -> str:
    """Return the words in the name of a file or the address of a profile; other texts as they are."""
    if profile := re.search(decorations.PROFILE_SITES, text, re.IGNORECASE):
        before = re.sub(r"https?:|//|\bwww\.|\b[a-z]{2}\.(?=$)", " ", text[: profile.start()])
        if " " in (before := before.strip(_NOT_WORD)):
            return before
        text = unquote(profile[1])
    if slug := _SLUG.fullmatch(text):
        words = (slug[1] or slug[2]).split("-")
        if slug[1] or (is_given(words[0]) and not is_given(words[1])):
            return " ".join(words)
    if not _FILE.search(text):
        return text
    text = re.sub("[_+.]", " ", unquote(_FILE.sub("", text)))
    if " " not in text.strip():
        text = text.replace("-", " ")
    words = [piece for word in text.split() for piece in _CAMEL.sub(" ", word).split()]
    while len(words) > 2 and (not has_letters(words[-1]) or key_of(words[-1]) in decorations.FILE_WORDS):
        del words[-1]
    return " ".join(word for word in words if not word.isdigit())


def without_surroundings(text: str) -> str:
    """Return the text without jobs and phrases of profiles before and behind a whole name."""
    text = re.sub(r"(?:^|\s)#\S+", " ", text).strip() if "#" in text else text
    words = text.split()
    keys = list(map(_key, words))
    start = 0
    for at in range(min(_run(keys), len(keys) - 2)):
        is_before_given = is_given(keys[at + 1]) or keys[at + 1] in titles.SURE_TITLES
        is_linked = at > 1 and keys[at - 1] in asides.LINKS and (is_before_given or not is_given(keys[at]))
        is_link = 0 < start == at and keys[at] in asides.LINKS and is_before_given
        if _is_sure(keys[at]) or is_linked or is_link:
            start = at + 1
    end = _end_of_name(keys, start)
    kept = " ".join(words[start:end])
    if end < len(words):
        return kept.removesuffix("'s").strip(_NOT_WORD)
    return kept.strip(_NOT_WORD) if start else text


@functools.lru_cache(maxsize=4096)
def _key(word: str) -> str:
    """Return a word as the tables have it; of words with hyphens or slashes between, the one that is a job."""
    pieces = map(key_of, word.replace("/", "-").split("-")) if "-" in word or "/" in word else ()
    return next(filter(_is_sure, pieces), key_of(word))


def is_job(words: Sequence[str]) -> bool:
    """Return whether words, as keys, begin with a job, or with a phrase that contains a job."""
    return any(map(_is_sure, words[: _run(words)]))


def _is_sure(key: str) -> bool:
    return key in asides.SURE or (len(key) > 8 and key.endswith(JOB_ENDINGS))


def _run(keys: Sequence[str]) -> int:
    """Return the number of words from the first on that are in the tables."""
    names = (i for i, key in enumerate(keys) if key and key not in asides.PARTS and not _is_sure(key))
    return next(names, len(keys))


def _end_of_name(keys: Sequence[str], start: int) -> int:
    """Return the end of the name: before the phrase of the first sure word behind two others."""
    while start < len(keys) and keys[start] in titles.SURE_TITLES:
        start += 1
    for at in range(start + 2, len(keys)):
        key, before, rest = keys[at], keys[at - 1], keys[at:]
        is_whole = is_given(keys[start]) and is_family(before) and not is_given(before)
        if _is_sure(key) or (key in asides.BESIDE and is_whole and not is_given(key) and not is_family(key)):
            return at
        if key in asides.PARTS and _run(rest) == len(rest) and any(map(_is_sure, rest)):
            return at
    return len(keys)


def is_aside(text: str) -> bool:
    """Return whether a text behind a separating mark has only degrees, jobs and similar words."""
    words = [key_of(word) for word in text.split() if has_letters(word)]
    return words != [] and (is_job(words) or asides.ASIDE.issuperset(words))


def role_after_comma(part: str, first: str) -> str:
    """Return the role of a text behind a comma: `job`, which includes all further text, `degree` or `name`."""
    tokens = [word for word in part.split() if has_letters(word) and not re.match(r"v?\d", word)]
    words = [key_of(word) for word in tokens]
    if not words or len(first.split()) < 2:
        return "degree" if words and asides.SURE_DEGREES.issuperset(words) else "name"
    if words[0] in table.MAIDEN_MARKERS:
        return "name"
    is_sure = is_job(words) or (words[0] in asides.JOB_WORDS and not is_given(words[0]))
    if is_sure or not asides.JOB_LINKS.isdisjoint(words[1:]) or words[-1] in table.COMPANY_WORDS:
        return "job"
    if asides.AFTER_COMMA.issuperset(words):
        return "degree" if part.isupper() or "." in part or not all(map(is_given, words)) else "name"
    is_in_capitals = any(word.isupper() and len(word) > 1 for word in first.replace(".", "").split())
    if is_in_capitals or ("." in part and not is_given(fold(first.split(maxsplit=1)[0]))):
        return "name"
    is_credential = all(
        are_letters(token)
        or re.fullmatch(r"(?:[^\W\d_]{1,4}\.){2,}[^\W\d_]{0,4}", token)
        or word in asides.BESIDE
        or word in titles.POST_NOMINALS
        for token, word in zip(tokens, words, strict=True)
    )
    return "degree" if is_credential else "name"


def split_parentheses(text: str) -> tuple[str, dict[str, str]]:
    """Return the text without brackets and quotation marks, and the names in them, by their fields in `Written`."""
    roles: dict[str, str] = {}
    rest = text
    while found := _PARENTHESIS.search(rest):
        inner = next(group for group in found.groups() if group is not None).strip()
        is_latin = _is_latin(_PARENTHESIS.sub(" ", rest))
        role, name = _role_in_brackets(inner, is_square=found[0][0] in "[{", is_latin=is_latin)
        roles.setdefault(role, name)
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    roles.pop("", None)
    nick = roles.get("nick", "")
    rest = " ".join(re.sub(r"""[(\[{].*$|["\])}]""", " ", rest).split()).strip(" ,")
    if not rest and nick:
        return nick, {}
    before, _, last = rest.rpartition(" ")
    full = nick or roles.get("maiden", "")
    if before and re.fullmatch(r"[^\W\d_]\.?", last) and fold(full)[:1] == fold(last):  # Jane D. (Doe)
        return f"{before} {full}", {}
    return rest, roles


def _role_in_brackets(inner: str, *, is_square: bool, is_latin: bool) -> tuple[str, str]:
    """Return the field of `Written` for a text in brackets, and its name; `is_latin` is about the text outside."""
    words = [word for word in re.split(r"[\s/,.&+-]+", inner) if word]
    keys = [fold(word) for word in words]
    if not words:
        return "", ""
    if keys[0] in table.MAIDEN_MARKERS and len(words) > 1:
        return "maiden", words[-1]
    is_kana = any("\u3041" <= c <= "\u30ff" for c in inner)
    if (is_inner_latin := _is_latin(inner)) is not is_latin or (not is_latin and is_kana):
        return "nick" if is_inner_latin and len(words) == 1 else "other", inner
    is_noise = (
        len(inner.split()) > 2
        or any(not (c.isalpha() or c in " -'.") for c in inner)
        or not table.PRONOUNS.isdisjoint(keys)
        or (not asides.NOISE.isdisjoint(keys) and not all(map(is_given, keys)))
        or (is_square and not is_given(keys[0]) and not nicks_of(keys[0]))
    )
    if is_noise:
        return "", ""
    # Jane (Doe) Smith: the other family name.
    return "maiden" if len(words) == 1 and known(keys[0]).given_log_odds < 0 else "nick", inner


def _is_latin(text: str) -> bool:
    """Return whether all letters are Latin: below the Greek ones in Unicode's order."""
    return all(c < "\u0370" or "\u1e00" <= c <= "\u1eff" for c in text if c.isalpha())
