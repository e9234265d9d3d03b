"""How probable each reading of a name is, before any evidence; those of one name are brought to a sum of one.

`FAMILY_FIRST`: the share of names with that trait, written in Latin letters, in which the first word is the
family name; others say what they mean. All are judged by hand from how such names stand in lists of people;
the prior that is fitted on public data corrects them by the tags of the readings and the traits of the name.
"""

__all__ = [
    "FAMILY_FIRST",
    "FAMILY_FIRST_ELSE",
    "FIRST_SURNAME",
    "LAST_SURNAME",
    "PATRONYMIC_LAST",
    "REST",
    "TWO_SURNAMES",
]

FAMILY_FIRST = {
    "chinese-first": 0.6,
    "korean-first": 0.7,
    "vietnamese-first": 0.7,
    "hungarian-first": 0.6,
    "japanese-first": 0.7,
    "greek-first": 0.9,
    "slavic-first": 0.9,
    "chinese-last": 0.03,
    "japanese-last": 0.02,
    "korean-last": 0.03,
    "vietnamese-last": 0.05,
    "indian-last": 0.06,
}
FAMILY_FIRST_ELSE = 0.04
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
