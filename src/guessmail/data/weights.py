"""How probable each reading of a name is, before any evidence; those of one name are brought to a sum of one.

The order of a name is the sum of log-odds that the first of its words is the family name: of the origin, of the
last word being a given name, of the first being a family name. They were judged by hand, and held against 30,000
names whose addresses tell the order: of a word unknown before a given name 43 % are family names, of an unknown
word before another 5 %, and hardly any of a given name.
"""

__all__ = [
    "ENDS_AS_FAMILY",
    "ENGLISH_GIVEN",
    "FAMILY",
    "FAMILY_FIRST",
    "FAMILY_FIRST_ELSE",
    "FIRST_SURNAME",
    "GIVEN",
    "INITIALS_FIRST",
    "INITIALS_FIRST_OF_GIVEN",
    "INITIAL_LAST",
    "INITIAL_LAST_OF_FAMILY",
    "LAST_SURNAME",
    "LEADING_FAMILY",
    "NO_QUESTION",
    "PATRONYMIC_LAST",
    "RATHER_GIVEN",
    "REST",
    "SHAPED_AS_GIVEN",
    "STRONG_FAMILY",
    "TWO_SURNAMES",
    "WEAK_FAMILY",
]

FAMILY_FIRST = {
    "chinese": -0.6,
    "korean": -0.8,
    "vietnamese": -0.3,
    "hungarian": -1.0,
    "japanese": -1.0,
    "greek": 0.0,
    "slavic": 0.0,
    "indian": -2.7,
}
"""By the origin of the family name, wherever it stands."""
FAMILY_FIRST_ELSE = -3.2

GIVEN = 3.0
"""The word is known as a given name."""
RATHER_GIVEN = 1.2
"""It is known as both, and more often a given name."""
SHAPED_AS_GIVEN = {1: 1.5, 2: 2.5}
"""It looks like a given name of the family name's origin; by the syllables that it has."""
FAMILY = -2.2
"""The word is known as a family name."""
ENDS_AS_FAMILY = -2.0
"""It ends like one."""
STRONG_FAMILY = -3.0
"""It is one by which an origin is known."""
LEADING_FAMILY = -4.0
"""It is one of the few that most people of its origin bear."""
WEAK_FAMILY = -1.0
"""It is one among other things."""

NO_QUESTION = 0.01
"""A reading that is less probable is none."""

INITIAL_LAST = 0.2
"""A word, then an initial (Brijesh R): the word is the family name."""
INITIAL_LAST_OF_FAMILY = 0.7
"""The same of a known family name (Doe J.)."""
INITIALS_FIRST = 0.12
"""Initials, then a word (S. Ramesh): they stand for the father's name, as in the south of India."""
INITIALS_FIRST_OF_GIVEN = 0.4
"""The same before a known given name."""

ENGLISH_GIVEN = 0.65
"""An English given name beside a Chinese or Korean one: addresses have the English one."""

PATRONYMIC_LAST = 0.95
"""A patronymic that stands last: the family name is first."""

TWO_SURNAMES = 0.8
"""Both last words are Spanish or Portuguese family names."""
FIRST_SURNAME = 0.45
"""The first of them is."""
LAST_SURNAME = 0.3
"""The last of them is, in a name of four words and more."""
REST = 0.08
"""Elsewhere: all words after the first are family name."""
