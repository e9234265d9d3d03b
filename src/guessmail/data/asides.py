"""Words and marks that stand around a name in a cell, made of the tables of titles, jobs, profiles and name words.

Folded, without full stops. The tables are asked by what reads names that are more than two plain words.
"""

from guessmail.data import name_words as table
from guessmail.data.decorations import DECORATION_PARTS, DECORATIONS, FAMILIES
from guessmail.data.jobs import JOB_PARTS, JOBS
from guessmail.data.rows import words
from guessmail.data.titles import POST_NOMINALS, SUFFIX_WORDS, TITLES

__all__ = [
    "ABBREVIATED",
    "AFTER_COMMA",
    "AND",
    "ASIDE",
    "BESIDE",
    "JOB_LINKS",
    "JOB_WORDS",
    "LINKS",
    "NOISE",
    "NO_NAMES",
    "OTHERS",
    "PARTING",
    "PARTS",
    "SLASHED",
    "SURE",
    "SURE_AND",
    "SURE_DEGREES",
    "TELLING",
    "TRAILING",
]

SURE = JOBS | DECORATIONS
"""Words that are no part of a name; beside other words of the tables they make a phrase."""
PARTS = JOB_PARTS | DECORATION_PARTS
BESIDE = SURE | {part for part in JOB_PARTS - table.PARTICLES - table.CONJUNCTIONS if len(part) > 2}
"""Words of jobs and profiles in brackets, or behind a comma."""
JOB_WORDS = (BESIDE | TITLES) - POST_NOMINALS
NO_NAMES = table.NO_PERSON | JOB_WORDS
AFTER_COMMA = POST_NOMINALS | SUFFIX_WORDS | table.ASIDE_WORDS | table.PRONOUNS
ASIDE = AFTER_COMMA | JOB_WORDS
NOISE = BESIDE | AFTER_COMMA | TITLES | table.NO_PERSON | table.COMPANY_WORDS
"""Words in brackets that say that these hold no name."""
SURE_DEGREES = SUFFIX_WORDS - {"i", "v", "x"} | {"phd", "mba", "md", "ext"}
ABBREVIATED = TITLES | POST_NOMINALS | SUFFIX_WORDS | table.PLACEHOLDERS
"""What may hold a full stop that parts no initial from a name."""
LINKS = frozenset(
    words("of for at de der des du d di da do of von van af for til in to with mit avec con com")
)
JOB_LINKS = frozenset(words("at of for"))
TELLING = frozenset().union(
    FAMILIES, table.PRONOUNS, table.NO_PERSON, table.COMPANY_WORDS, *(phrase.split() for phrase in table.PLACEHOLDERS),
    words("and or und u. oder et ou og och y e i at bei chez on profile"),
)  # fmt: skip
"""Words that may say that what they stand in is no name, or not a name alone; the others need no look."""

AND = r"(?i)\s+(&|\+|/|u\.|and|or|und|oder|et|ou|og|och|y|e|i)\s+"
"""What may stand between two people."""
SURE_AND = frozenset(words("& + and or"))
OTHERS = r"(?i)\bet al\b|(?:&|\+|and|und|et|y|e)\s+(?:\d+\s+)?(?:others?|weitere|autres|otros|altri)\b"
PARTING = r"\s*\|+\s*|\s+(?:[-/~:>]+|@)\s+|\s+@(?=\S)|\s*:\s+"
"""Marks between a name and what is beside it."""
TRAILING = r"(?i)(?:'s?\s+(?:linkedin\s+)?profile?|\s+on linkedin|\s+#.*|\s+(?:at|bei|chez|@)\s+\S.*|\s+\d+(?:st|nd|rd|th)\b\S*)$"
SLASHED = {"a/p": "", "a/l": "", "s/o": "", "d/o": "", "b.": "bin", "bt.": "binti", "bte": "binti"}
"""Words of Malay names before the father's, as they are abbreviated in small letters."""
