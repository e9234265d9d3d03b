"""The text of a name before it is taken apart: whether it is a name, and the data beside it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from guessmail.data import asides, titles
from guessmail.data import name_words as table
from guessmail.data.decorations import COUPLES, FAMILIES
from guessmail.errors import Code, Problem
from guessmail.names import surroundings as around
from guessmail.names.known import is_family, is_given
from guessmail.names.parts import key_of
from guessmail.text import MAX_CHARACTERS, clean, fold, has_letters


class Written(NamedTuple):
    """A written name without its surroundings, and the useful data among these."""

    shown: str
    """As it was written, cleaned."""
    text: str
    """The name alone."""
    address: str = ""
    nick: str = ""
    maiden: str = ""
    other: str = ""
    """The name in another script."""


_BRACKETED_ADDRESS = re.compile(r"<\s*(?:mailto:)?([^<>\s]*@[^<>\s]*)\s*>")
_ADDRESS = re.compile(r"([^\s<>()\[\],;:\"']+@[^\s<>()\[\],;:\"']+\.[^\s<>()\[\],;:\"'@]+)")
_PLAIN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*(?: (?:[^\W\d_]\.|[^\W\d_]+(?:['-][^\W\d_]+)*))*")
"""Words of letters and initials alone: only the words of such a text are examined."""
_GLUE = re.compile(
    r"(?<![^\W\d_])([^\W\d_])\.(?=[^\W\d_]{2})|(?<=[^\W\d_])\.(?=[^\W\d_]{2})|(?<=[^\W\d_]{3})\.(?=[^\W\d_]\.)"
)
_URL = re.compile(r"(?i)\b[a-z][a-z0-9+.-]*://|\bwww\.")
_CAMEL = re.compile(r"([A-Z][a-z]+)([A-Z][a-z]+)")
_SEVERAL = Problem(Code.SEVERAL_NAMES, "This names more than one person; give one name per row.")


def extract_name(written: str) -> Written | Problem:
    """Return the name alone, with the useful data beside it; or a problem."""
    if len(written) > MAX_CHARACTERS:  # checked before anything else
        fault = f"The name is longer than {MAX_CHARACTERS} characters; give only the name."
        return Problem(Code.NAME_TOO_LONG, fault)
    shown = clean(re.sub(r"\bM\.?ª\.?", "María", written) if "ª" in written else written)
    if not has_letters(shown):
        return no_name(written)
    if "\n" in written and _are_people(written.splitlines()):
        return _SEVERAL
    is_plain = _PLAIN.fullmatch(shown) and asides.TELLING.isdisjoint(shown.lower().split())
    if is_plain and not _CAMEL.fullmatch(shown):
        return Written(shown, around.without_surroundings(shown) if shown.count(" ") > 1 else shown)
    name = _name_alone(shown)
    if isinstance(name, Problem):
        return name
    if _are_several(name.text):
        return _SEVERAL
    text = _without_tail(name.text)
    if not has_letters(text):
        return _not_a_name("The name has only punctuation")
    fault = _fault(text) or _no_person(text)
    return _not_a_name(fault) if fault else name._replace(text=text)


def _name_alone(shown: str) -> Written | Problem:
    """Return a name without marks of exports, address and brackets; or a problem."""
    text = around.name_of_file(around.without_export_marks(shown))
    if fault := _fault(text):
        return _not_a_name(fault)
    if ";" in text and _are_people(text.split(";")):
        return _SEVERAL
    address = ""
    if found := _BRACKETED_ADDRESS.search(text) or _ADDRESS.search(text):
        address = found[1]
        text = f"{text[: found.start()]} {text[found.end() :]}"
    text, beside = around.split_parentheses(_without_markup(text))
    nick = beside.get("nick", "")
    if " " in nick and fold(text.partition(" ")[0]) == fold(nick):  # janedoe (Jane Doe)
        text, beside = nick, {}
    if address and not has_letters(text):
        return _not_a_name("This is an e-mail address, not a name")
    if "@" in re.sub(r"\s@\s*\S.*$", "", text):
        return _not_a_name("The name contains an @")
    return Written(shown, text, address, **beside)


def no_name(written: str) -> Problem:
    """Return the problem of a text without letters."""
    if any(c.isprintable() and not c.isspace() for c in written):
        return Problem(Code.NO_LETTERS, "The name has no letters; write it in letters.")
    return Problem(Code.NO_NAME, "The name is missing; give at least a given or a family name.")


def extract_part(written: str) -> Written | Problem:
    """Return one part of a name alone, as `extract_name` does a whole name; it may be empty."""
    name = extract_name(written)
    if isinstance(name, Problem):
        return Written(clean(written), "") if name.code in (Code.NO_NAME, Code.NO_LETTERS) else name
    words = [key_of(word) for word in name.text.split()]
    is_noise = titles.POST_NOMINALS.issuperset(words) and not all(map(is_family, words))
    return name._replace(text="") if is_noise else name


def _fault(text: str) -> str:
    """Return the reason why a text is no name, as the beginning of a sentence; empty if it may be a name."""
    if text.casefold() in table.PLACEHOLDERS:
        return f"'{text}' is a placeholder, not a name"
    if text.startswith(("=", "+", "@")):
        return "This looks like a formula or a handle"
    return "This is a web address, not a name" if _URL.search(text) else ""


def _no_person(text: str) -> str:
    """Return the same as `_fault`, for the words of a company, a department or a post."""
    words = [fold(word.replace(".", "")) for word in text.replace("-", " ").split() if has_letters(word)]
    if words[-1] in table.COMPANY_WORDS:
        return "This looks like a company's name"
    is_group = words[-1] in table.GROUPS and len(words) > 1 and not is_given(words[0])
    if is_group or all(word in table.NO_PERSON for word in words):
        return "This is a department or an account, not a person"
    return ""


def _not_a_name(fault: str) -> Problem:
    return Problem(Code.NOT_A_NAME, f"{fault}; give the person's name.")


def _without_markup(text: str) -> str:
    """Return a text without HTML tags, and with separate words where marks join them."""
    text = re.sub("<[^<>]*>", " ", text) if "<" in text else text
    words: list[str] = []
    for written in text.replace("_", " ").replace(";", ",").split():
        word = written if written == "B." else asides.SLASHED.get(written.lower(), written)  # no initial
        if "." in word and key_of(word) not in asides.ABBREVIATED:
            # The full stop of an initial is kept; after a longer word it would make it look like a title.
            word = _GLUE.sub(lambda glue: f"{glue[1]}. " if glue[1] else " ", word)
        words.append(word)
    text = " ".join(" ".join(words).replace("()", " ").split()).strip(" ,;")
    return re.sub(r"\b([DdOoLl])' ", r"\1'", text) if "' " in text else text


def _are_several(text: str) -> bool:
    """Return whether a text names two people: `Jane Doe & John Roe`, `Jane / John`, `Mr. and Mrs. Doe`."""
    words = text.split()
    if len(words) > 1 and not FAMILIES.isdisjoint([key_of(words[0]), key_of(words[-1])]):
        return True
    if re.search(asides.OTHERS, text) or any(mark in text and _are_people(text.split(mark)) for mark in ",/"):
        return True
    for found in re.finditer(asides.AND, text):
        before, after = text[: found.start()].split(), text[found.end() :].split()
        if not before or not after or found[1] in ("U.", "Y", "E", "I"):  # an initial
            continue
        joint, left, right = found[1].lower(), fold(before[-1]), fold(after[0])
        if left in COUPLES and right in COUPLES and left != right:
            return True
        if not asides.NO_NAMES.isdisjoint((left, right)):
            continue
        is_sure = joint not in "yei" or (len(after) > 1 and right not in table.PARTICLES)
        is_sure = is_sure or (len(before) == 1 and is_given(left))
        if (joint in asides.SURE_AND and "," not in text[: found.start()]) or (is_given(right) and is_sure):
            return True
    return False


def _are_people(parts: Sequence[str]) -> bool:
    """Return whether the first two texts with letters are each a given name before a family name."""
    people = [[fold(word) for word in part.replace(".", " ").split()] for part in parts if has_letters(part)]
    return len(people) > 1 and all(
        len(words) > 1
        and len(words[-1]) > 1
        and words[-1] not in titles.POST_NOMINALS
        and is_given(words[0])
        and not is_given(words[-1])
        and not around.is_job(words[1:])
        for words in people[:2]
    )


def _without_tail(text: str) -> str:
    """Return a whole name without the text that a bar, a dash, a comma, or words like `at` separate from it."""
    text = _person_in(text)
    end = len(words := text.split())
    while end > 1 and table.PRONOUNS.issuperset(map(fold, words[end - 1].strip(",").split("/"))):
        end -= 1
    if any(mark in word for word in words[end:] for mark in "/,"):
        text = " ".join(words[:end]).strip(" ,")
    while len(text.split()) > 2 and (shorter := re.sub(asides.TRAILING, "", text)) != text:
        text = shorter
    first, *others = [part.strip() for part in text.split(",")]
    beside = list(map(fold, others[0].split())) if others and around.is_aside(first) else []
    # `Bishop, Jane A.` has no whole name behind the comma, `Dr., Jane Doe` has.
    is_whole = len(beside) > 1 and len(beside[-1]) > 1 and not is_given(beside[-1])
    if is_whole or (beside and key_of(first) in titles.NEVER_NAMES):
        first, *others = others
    first = around.without_surroundings(first)
    kept = [first]
    for part in others:
        role = around.role_after_comma(part, first)
        if role == "job":
            break
        if role == "name" and part:
            kept.append(part)
    text = ", ".join(filter(None, kept))
    camel = _CAMEL.fullmatch(text)
    return f"{camel[1]} {camel[2]}" if camel and is_given(camel[1].lower()) else text


def _person_in(text: str) -> str:
    """Return the part of a text, divided by bars and dashes, that is a whole name; else the whole text."""
    parts = [part for part in re.split(asides.PARTING, text) if has_letters(part)]
    people = [part for part in parts if not around.is_aside(part) and not _no_person(part)]
    whole = [part.strip() for part in people if len(part.split()) > 1]
    if whole and (len(people[0].split()) > 1 or (len(whole) == 1 and is_given(fold(whole[0].split()[0])))):
        return whole[0]
    return people[0].strip() if len(people) == 1 else " ".join(" ".join(parts).split())
