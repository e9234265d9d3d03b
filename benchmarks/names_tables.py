"""Write src/guessmail/data/known_names.py: which words are given names, and which are family names.

    pip install faker mimesis
    python benchmarks/names_tables.py

From the lists of names in Faker and Mimesis (both under the MIT licence) and the census of the United States
(`data/census.py`). A word that most of them have as one kind of name is listed as that; a word of the census's
given names that as many have as family name is listed as both. Names that their ending gives away, and those
of `data/surnames.py`, are left out.
"""

import importlib
import itertools
import json
import pkgutil
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from operator import itemgetter
from pathlib import Path

from guessmail.data.census import GIVEN, SURNAMES
from guessmail.data.languages import GREEK_SURNAME, SLAVIC_SURNAME
from guessmail.data.surnames import ORIGINS
from guessmail.names.scripts import alphabetic_word, script_of
from guessmail.text import fold

_TARGET = Path(__file__).parents[1] / "src/guessmail/data/known_names.py"
_LANGUAGES = {"uk": "ukrainian", "bg": "bulgarian"}
_ALSO_GIVEN = frozenset("id ro pl hr lt lv sl ja hu ig yo tw ha pt da el".split())
_ALSO_FAMILY = frozenset("ro hu cs fr no fi da lt lv sl id ig yo tw hr tr".split())
"""Languages whose names are listed though no other language has them; the rest would fill the table with rare ones."""
_LONGEST_OF_ONE = 7
"""Letters of a name that one language alone has; longer ones are rare, and take much room."""
_MAJORITY = 3

_Found = dict[str, set[str]]


def main() -> int:
    """Write the table."""
    given: _Found = defaultdict(set)
    family: _Found = defaultdict(set)
    for language, kind, names in itertools.chain(_faker(), _mimesis(), _census()):
        found = given if kind == "given" else family
        for word in {word for name in names for word in _folded(name, language)}:
            found[word].add(language)
    both = {word for word in given if word in GIVEN and not _is_clear(word, given, family) and word in family}
    only_given = {
        word for word in given if _is_listed(word, given, _ALSO_GIVEN) and _leads(word, given, family)
    }
    only_family = {
        word for word in family if _is_listed(word, family, _ALSO_FAMILY) and _leads(word, family, given)
    } - {word for word in family if word.endswith(SLAVIC_SURNAME + GREEK_SURNAME)}
    known = set(ORIGINS)
    _write((only_given | both) - known, (only_family | both) - known)
    return 0


def _faker() -> Iterator[tuple[str, str, list[str]]]:
    providers = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(providers.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for name, values in vars(provider).items():
            if isinstance(values, tuple | list | dict):
                if name.startswith("first_") and "name" in name:
                    yield module.name[:2], "given", list(values)
                elif name.startswith("last_") and "name" in name:
                    yield module.name[:2], "family", list(values)


def _mimesis() -> Iterator[tuple[str, str, list[str]]]:
    for folder in resources.files("mimesis.datasets").iterdir():
        person = folder / "person.json"
        if person.is_file():
            table = json.loads(person.read_text(encoding="utf-8"))
            yield folder.name[:2], "given", _leaves(table.get("names", []))
            yield folder.name[:2], "family", _leaves(table.get("surnames", []))


def _census() -> Iterator[tuple[str, str, list[str]]]:
    yield "census", "given", list(GIVEN)
    yield "census", "family", list(SURNAMES)


def _leaves(values: object) -> list[str]:
    if isinstance(values, dict):
        return [leaf for value in values.values() for leaf in _leaves(value)]
    return list(values) if isinstance(values, list) else []


def _folded(name: object, language: str) -> list[str]:
    """Return the spellings of a name that is one word and can be written in Latin letters."""
    text = str(name[0] if isinstance(name, tuple) else name).strip()
    script = script_of(text)
    if " " in text or "." in text or script not in ("latin", "cyrillic", "greek"):
        return []
    if script == "latin":
        words = [fold(text)]
    else:
        word = alphabetic_word(text, script, _LANGUAGES.get(language, ""))
        words = [form.text for form in word.forms] if word else []
    return [word for word in words if len(word) > 1 and word.isalpha()]


def _is_listed(word: str, found: _Found, also: Iterable[str]) -> bool:
    is_known = len(found[word]) > 1 or "census" in found[word]
    return is_known or (len(word) <= _LONGEST_OF_ONE and not found[word].isdisjoint(also))


def _leads(word: str, one: _Found, other: _Found) -> bool:
    return len(one[word]) >= _MAJORITY * len(other.get(word, ()))


def _is_clear(word: str, given: _Found, family: _Found) -> bool:
    return _leads(word, given, family) or _leads(word, family, given)


def _write(given: set[str], family: set[str]) -> None:
    _TARGET.write_text(
        '"""Words that are given names, and words that are family names. Generated by benchmarks/names_tables.py.\n\n'
        "Source: the lists of names in Faker and Mimesis (MIT licence), and the census of the United States of 1990\n"
        "(in the public domain). A word in both tables is a given name more often than not; one that is as often the\n"
        "other is in none. By the first two letters: texts, which are loaded and searched sooner than a set of all is made.\n"
        '"""\n\n__all__ = ["FAMILY", "GIVEN"]\n\n# fmt: off\n'
        f"GIVEN = {_table(given)}\n\nFAMILY = {_table(family)}\n",
        encoding="utf-8",
    )


def _table(words: set[str]) -> str:
    """Return a literal: by the first two letters, the words with a blank before and behind each."""
    rows = []
    for letters, group in itertools.groupby(sorted(words), key=itemgetter(slice(2))):
        lines = textwrap.wrap(" ".join(group), 104)
        rows += [
            f"{letters!r}:",
            *(f"    {f' {line}'!r}" for line in lines[:-1]),
            f"    {f' {lines[-1]} '!r},",
        ]
    return "\n".join(["{", *(f"    {row}" for row in rows), "}"])


if __name__ == "__main__":
    sys.exit(main())
