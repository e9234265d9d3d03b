"""What was written in place of a name, before it is taken apart.

Is it a name of one person, and what beside the name stands there.
"""

import re
from typing import NamedTuple

from guessmail.data import name_words as table
from guessmail.errors import Code, Problem
from guessmail.names.asides import Asides, take_asides
from guessmail.names.known import is_family, is_given
from guessmail.text import MAX_CHARACTERS, clean, fold, has_letters, is_too_long

__all__ = ["Written", "no_name", "prepare", "prepare_column"]


class Written(NamedTuple):
    """What is left of a written name, and what stood beside it."""

    shown: str
    """As it was written, cleaned."""
    text: str
    """The name alone."""
    address: str = ""
    asides: Asides = Asides()


_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"']+@[^\s<>()\[\],;:\"']+\.[^\s<>()\[\],;:\"'@]+")
_BRACKETED_ADDRESS = re.compile(r"<\s*(?:mailto:)?([^<>\s]*@[^<>\s]*)\s*>")
_URL = re.compile(r"(?i)\b[a-z][a-z0-9+.-]*://|\bwww\.")
_MARKUP = re.compile(r"<[^<>]*>")
_TAGS = re.compile(r"\[/?[^\[\]]*\]")
_CALM = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*(?: (?:[^\W\d_]\.|[^\W\d_]+(?:['-][^\W\d_]+)*))*")
"""Words of letters and initials alone: nothing in it but words needs a look."""
_PARTING = re.compile(r"\s*\|+\s*|\s+(?:[-/~:>]+|@)\s+|\s+@(?=\S)|\s*:\s+")
_AND = re.compile(r"\s+(&|\+|/|and|or|und|oder|et|ou|og|och|y|e|i)\s+", re.IGNORECASE)
_SURE_AND = frozenset({"&", "+", "and", "or"})
_TRAILING = re.compile(
    r"(?i)(?:'s?\s+(?:linkedin\s+)?profile?|\s+on linkedin|\s+#.*|\s+(?:at|bei|chez|@)\s+\S.*|\s+\d+(?:st|nd|rd|th)\b\S*)$"
)
_SLASHED = {"a/p": "", "a/l": "", "s/o": "", "d/o": "", "b.": "bin", "bt.": "binti", "bte": "binti"}
_INITIAL = "B."
"""In lower case it is short for `bin`."""
_CREDENTIAL = re.compile(
    r"(?:[^\W\d_]\.){2,}|[A-Z]{2,6}|(?:[A-Z][a-z]?){2,5}(?<=[a-z])|[A-Z][a-z]?[A-Z]{2,4}"
)
_GLUE = re.compile(r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_]{2})|(?<=[^\W\d_])\.(?=[^\W\d_]{2})")
_ABBREVIATED = table.TITLES | table.POST_NOMINALS | table.SUFFIX_WORDS | table.PLACEHOLDERS
_AFTER_COMMA = table.POST_NOMINALS | table.SUFFIX_WORDS | table.ASIDE_WORDS | table.PRONOUNS
_JOBS = (table.JOB_WORDS | table.TITLES) - table.POST_NOMINALS
_LINKS = frozenset({"at", "of", "for"})
_ELIDED = re.compile(r"\b([DdOoLl])' ")
_CAMEL = re.compile(r"([A-Z][a-z]+)([A-Z][a-z]+)")
_MARIA = re.compile(r"\bM\.?ª\.?")
_TELLING = frozenset().union(
    table.PRONOUNS, table.NO_PERSON, table.COMPANY_WORDS, *(phrase.split() for phrase in table.PLACEHOLDERS),
    "and or und oder et ou og och y e i at bei chez on profile".split(),
)  # fmt: skip
"""Words that may say that what they stand in is no name, or not a name alone; the others need no look."""
_FORMULA = ("=", "+", "@")


def prepare(written: str) -> Written | Problem:  # a way out for each fault
    """Return the name alone, and what stood beside it; or what is wrong with it."""
    if is_too_long(written):
        return Problem(
            Code.NAME_TOO_LONG, f"The name is longer than {MAX_CHARACTERS} characters; give only the name."
        )
    shown = clean(_MARIA.sub("María", written) if "ª" in written else written)
    if not has_letters(shown):
        return no_name(written)
    text, address, asides = shown, "", Asides()
    if _CALM.fullmatch(shown):
        if _TELLING.isdisjoint(shown.lower().split()) and not _CAMEL.fullmatch(shown):
            return Written(shown, shown)
    else:
        if fault := _fault(shown):
            return _not_a_name(fault)
        name, address = split_address(shown)
        text, asides = take_asides(_without_markup(name))
        if address and not has_letters(text):
            return _not_a_name("This is an e-mail address, not a name")
        if "@" in re.sub(r"\s@\s*\S.*$", "", text):
            return _not_a_name("The name contains an @")
    return _judged(Written(shown, text, address, asides))


def no_name(written: str) -> Problem:
    """Return what is wrong with a name without letters: that there is none, or none in letters."""
    if any(c.isprintable() and not c.isspace() for c in written):
        return Problem(Code.NO_LETTERS, "The name has no letters; write it in letters.")
    return Problem(Code.NO_NAME, "The name is missing; give at least a given or a family name.")


def prepare_column(written: str) -> Written | Problem:
    """Return one part of a name alone, as `prepare` does a whole name; an empty one is no problem."""
    prepared = prepare(written)
    if isinstance(prepared, Problem):
        is_empty = prepared.code in (Code.NO_NAME, Code.NO_LETTERS)
        return Written(clean(written), "") if is_empty else prepared
    words = [_key(word) for word in prepared.text.split()]
    is_noise = all(word in table.POST_NOMINALS for word in words) and not all(map(is_family, words))
    return prepared._replace(text="") if is_noise else prepared


def _judged(name: Written) -> Written | Problem:
    """Return the name without what follows it, or what is wrong with it."""
    parts = _PARTING.split(name.text, maxsplit=1) if " " in name.text or "|" in name.text else [name.text]
    if _are_several(name.text):
        return Problem(Code.SEVERAL_NAMES, "This names more than one person; give one name per row.")
    text = _without_tail(name.text, parts[0])
    if not has_letters(text) or (fault := _fault(text) or _no_person(text)):
        return _not_a_name(fault if has_letters(text) else "The name has only punctuation")
    return name._replace(text=text)


def _fault(text: str) -> str:
    """Say why a text is no name of a person, as the beginning of a sentence; empty when it may be one."""
    if text.casefold() in table.PLACEHOLDERS:
        return f"'{text}' is a placeholder, not a name"
    if text.startswith(_FORMULA):
        return "This looks like a formula or a handle"
    if _URL.search(text):
        return "This is a web address, not a name"
    return ""


def _no_person(text: str) -> str:
    """Say so where the words are those of a company, a department or a post."""
    words = [fold(word.replace(".", "")) for word in text.split()]
    if words[-1] in table.COMPANY_WORDS:
        return "This looks like a company's name"
    is_group = words[-1] in table.GROUPS and len(words) > 1 and not is_given(words[0])
    if is_group or all(word in table.NO_PERSON for word in words):
        return "This is a department or an account, not a person"
    return ""


def split_address(text: str) -> tuple[str, str]:
    """Return the text without the first address in it, and that address."""
    found = _BRACKETED_ADDRESS.search(text)
    if found:
        return _tidy(text[: found.start()] + " " + text[found.end() :]), found[1]
    plain = _ADDRESS.search(text)
    if plain:
        return _tidy(text[: plain.start()] + " " + text[plain.end() :]), plain[0]
    return text, ""


def _not_a_name(fault: str) -> Problem:
    return Problem(Code.NOT_A_NAME, f"{fault}; give the person's name.")


def _tidy(text: str) -> str:
    return _ELIDED.sub(r"\1'", " ".join(text.replace("()", " ").split()).strip(" ,;"))


def _without_markup(text: str) -> str:
    """Drop `<b>` and the like, and what square brackets hold where one closes a tag; part what marks glue."""
    text = _MARKUP.sub(" ", text)
    if "[/" in text:
        text = _TAGS.sub(" ", text)
    words = (
        word if word == _INITIAL else _SLASHED.get(word.lower(), word)
        for word in text.replace("_", " ").replace(";", ",").split()
    )
    return _tidy(" ".join(_GLUE.sub(_parted, word) if _is_glued(word) else word for word in words))


def _parted(glue: re.Match[str]) -> str:
    """Keep the full stop of an initial; after a longer word it would make it look like a title."""
    return f"{glue[1]}. " if glue[1] else " "


def _is_glued(word: str) -> bool:
    return "." in word and _GLUE.search(word) is not None and fold(word).replace("-", "") not in _ABBREVIATED


def _are_several(text: str) -> bool:
    """Say whether a text names two people, as in `Jane Doe & John Roe`, `Jane / John`."""
    for found in _AND.finditer(text):
        before, after = text[: found.start()].split(), text[found.end() :].split()
        if not before or not after:
            continue
        joint, left, right = found[1].lower(), fold(before[-1]), fold(after[0])
        if right in table.NO_PERSON or right in _JOBS or left in table.NO_PERSON or left in _JOBS:
            continue
        is_joint = joint in _SURE_AND and "," not in text[: found.start()]
        if is_joint or (is_given(right) and (joint not in "yei" or (len(before) == 1 and is_given(left)))):
            return True
    return False


def _without_tail(text: str, head: str) -> str:
    """Drop what follows a whole name: after a bar or a dash (`head` stands before it), a comma, a word like `at`."""
    if len(head.split()) > 1 or _is_aside(text[len(head) :]):
        text = head
    else:
        text = " ".join(_PARTING.sub(" ", text).split())
    text = _without_pronouns(text)
    while len(text.split()) > 2 and (shorter := _TRAILING.sub("", text)) != text:
        text = shorter
    first, *others = [part.strip() for part in text.split(",")]
    kept = [first]
    for part in others:
        kind = _kind_of(part, first)
        if kind == "job":
            break
        if kind == "name" and part:
            kept.append(part)
    text = ", ".join(filter(None, kept))
    if camel := _CAMEL.fullmatch(text):
        return f"{camel[1]} {camel[2]}" if is_given(camel[1].lower()) else text
    return text


def _is_aside(text: str) -> bool:
    """Say whether a text, after a mark that parts, is nothing but degrees, jobs and the like."""
    words = [_key(word) for word in text.split() if has_letters(word)]
    return bool(words) and (words[0] in _JOBS or all(word in _AFTER_COMMA for word in words))


def _without_pronouns(text: str) -> str:
    """Drop pronouns that end the text: two of them, parted by a slash, a comma or a space."""
    words = text.split()
    end = len(words)
    while end > 1 and all(fold(piece) in table.PRONOUNS for piece in words[end - 1].strip(",").split("/")):
        end -= 1
    dropped = " ".join(words[end:])
    is_sure = "/" in dropped or "," in dropped
    return " ".join(words[:end]).strip(" ,") if is_sure else text


def _kind_of(part: str, first: str) -> str:
    """Say what stands after a comma: a `job`, and all that follows it; a `degree`; or a `name`."""
    words = [_key(word) for word in part.split()]
    if not words or len(first.split()) < 2:
        return "degree" if words and all(word in _SURE_DEGREES for word in words) else "name"
    if words[0] in table.MAIDEN_MARKERS:
        return "name"
    if words[0] in _JOBS or not _LINKS.isdisjoint(words[1:]) or words[-1] in table.COMPANY_WORDS:
        return "job"
    if all(word in _AFTER_COMMA for word in words):
        return "degree" if part.isupper() or "." in part or not all(map(is_given, words)) else "name"
    is_calm = not any(word.isupper() and len(word) > 1 for word in first.replace(".", "").split())
    is_credential = is_calm and all(_CREDENTIAL.fullmatch(word) for word in part.split())
    return (
        "degree"
        if is_credential and (is_given(fold(first.split(maxsplit=1)[0])) or "." not in part)
        else "name"
    )


_SURE_DEGREES = table.SUFFIX_WORDS - {"i", "v", "x"} | {"phd", "mba", "md", "ext"}


def _key(word: str) -> str:
    return fold(word).replace("-", "")
