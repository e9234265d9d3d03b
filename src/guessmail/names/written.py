"""What was written in place of a name, before it is taken apart.

Is it a name, and what beside the name stands there.
"""

import re

from guessmail.data import name_words as table
from guessmail.problems import Code, Problem
from guessmail.text import MAX_CHARACTERS, clean, fold, has_letters, is_too_long

__all__ = ["nickname_in", "prepare", "split_address"]

_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"']+@[^\s<>()\[\],;:\"']+\.[^\s<>()\[\],;:\"'@]+")
_BRACKETED_ADDRESS = re.compile(r"<\s*(?:mailto:)?([^<>\s]*@[^<>\s]*)\s*>")
_URL = re.compile(r"(?i)\b[a-z][a-z0-9+.-]*://|\bwww\.")
_MARKUP = re.compile(r"<[^<>]*>")
_SQUARE = re.compile(r"\[/?[^\[\]]*\]")
_TAIL = re.compile(r"\s+[-|@]\s+|\s*\|\s*")
_ASIDE = re.compile(r"\(([^()]*)\)")
_LINKS = frozenset({"at", "of", "for"})
_CREDENTIAL = re.compile(r"[A-Z]{3,6}|(?:[A-Z][a-z]?){2,5}(?<=[a-z])|[A-Z][a-z]?[A-Z]{2,4}")
_GLUE = re.compile(r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_]{2})|(?<=[^\W\d_])\.(?=[^\W\d_]{2})")
_ABBREVIATED = table.TITLES | table.POST_NOMINALS | table.SUFFIX_WORDS | table.PLACEHOLDERS
_ELIDED = re.compile(r"\b([DdOoLl])' ")
_NICKNAME = re.compile(r'\(([^()]+)\)|"([^"]+)"')
_FORMULA = ("=", "+", "@")


def prepare(written: str) -> tuple[str, str] | Problem:  # a way out for each fault
    """Return the name alone, cleaned, and the address that stood beside it; or what is wrong with it."""
    if is_too_long(written):
        return Problem(
            Code.NAME_TOO_LONG, f"The name is over {MAX_CHARACTERS} characters; give the name alone."
        )
    text = clean(written)
    if not text:
        return Problem(Code.NO_NAME, "There is no name; give at least a given or a family name.")
    if not has_letters(text):
        return Problem(Code.NO_LETTERS, "The name holds no letters; give it in letters.")
    if fault := _fault(text):
        return _not_a_name(fault)
    name, address = split_address(text)
    name = _without_tail(_without_asides(_unglued(_without_markup(name))))
    if address and not has_letters(name):
        return _not_a_name("An e-mail address stands in place of the name")
    if "@" in name:
        return _not_a_name("The name holds an @")
    if not has_letters(name) or (fault := _fault(name)):
        return _not_a_name(fault or "The name holds nothing but marks")
    return name, address


def _fault(text: str) -> str:
    """Say why a text is no name of a person, as the beginning of a sentence; empty when it may be one."""
    if text.casefold() in table.PLACEHOLDERS:
        return "What stands there only holds the place of a name"
    if text.startswith(_FORMULA):
        return "The name begins like a formula or a handle"
    if _URL.search(text):
        return "A web address stands in place of the name"
    if fold(text.rsplit(maxsplit=1)[-1].replace(".", "")) in table.COMPANY_WORDS:
        return "The name ends like a company's"
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


def nickname_in(text: str) -> tuple[str, str]:
    """Return the text without the nickname in brackets or quotation marks, and that nickname."""
    found = _NICKNAME.search(text)
    return (
        (_tidy(text[: found.start()] + " " + text[found.end() :]), found[1] or found[2])
        if found
        else (text, "")
    )


def _not_a_name(fault: str) -> Problem:
    return Problem(Code.NOT_A_NAME, f"{fault}; give the person's name.")


def _tidy(text: str) -> str:
    return _ELIDED.sub(r"\1'", " ".join(text.replace("()", " ").split()).strip(" ,;"))


def _without_markup(text: str) -> str:
    """Drop `<b>` and the like, and what square brackets hold where one closes a tag.

    Other brackets hold nicknames.
    """
    text = _MARKUP.sub(" ", text)
    if "[/" in text:
        text = _SQUARE.sub(" ", text)
    return _tidy(text.replace("_", " ").replace("/", " ") if "(" not in text else text)


def _unglued(text: str) -> str:
    """Part words that a full stop alone joins (`J.Doe`, `Jane.Doe`), but degrees (`M.Sc.`)."""
    return " ".join(_GLUE.sub(_parted, word) if _is_glued(word) else word for word in text.split())


def _parted(glue: re.Match[str]) -> str:
    """Keep the full stop of an initial; after a longer word it would make it look like a title."""
    return f"{glue[1]}. " if glue[1] else " "


def _is_glued(word: str) -> bool:
    return _GLUE.search(word) is not None and fold(word).replace("-", "") not in _ABBREVIATED


def _without_asides(text: str) -> str:
    """Drop brackets that hold no nickname: pronouns, departments, more than two words."""
    return _tidy(_ASIDE.sub(lambda found: found[0] if _is_nickname(found[1]) else " ", text))


def _is_nickname(aside: str) -> bool:
    words = aside.split()
    if words and fold(words[0]) in table.MAIDEN_MARKERS:
        return True
    return 0 < len(words) <= 2 and all(c.isalpha() or c in " -'." for c in aside) and not any(
        fold(word) in table.JOB_WORDS or fold(word) in table.TITLES for word in words
    )  # fmt: skip


def _without_tail(text: str) -> str:
    """Drop what follows a whole name and a dash, a bar, or a comma before a job or a credential.

    `Jane Doe | HR`.
    """
    head = _TAIL.split(text, maxsplit=1)[0]
    if len(head.split()) > 1:
        text = head
    first, _, rest = text.partition(",")
    if not rest or len(first.split()) < 2:
        return text
    words = [fold(word) for word in rest.replace(",", " ").split()] or [""]
    is_job = words[0] in table.JOB_WORDS - table.POST_NOMINALS or not _LINKS.isdisjoint(words[1:])
    is_calm = not any(word.isupper() and len(word) > 1 for word in first.split())
    is_credential = is_calm and all(_CREDENTIAL.fullmatch(word) for word in rest.replace(",", " ").split())
    return first if is_job or is_credential else text
