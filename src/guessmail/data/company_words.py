"""Words of organisations' names that their labels and their listed names have otherwise, folded.

Collected by hand: the articles and prepositions of the languages of companies' names; what a university is called in the
languages of the directory; what people add to the name of a large company, or leave out.
"""

__all__ = [
    "AND", "ARTICLES", "BROAD", "LINKS", "MARKED", "SHORT_UNIVERSITIES", "SIGNS", "UNIVERSITY", "UNIVERSITY_FORMS",
]  # fmt: skip

MARKED = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"}
SIGNS = {"&": "and", "+": "plus"}
ARTICLES = frozenset(("the", "die", "der", "das", "le", "la", "les", "el", "los"))
AND = frozenset(("and", "und", "et", "en", "y", "och", "og", "ja"))
"""Words that a name is listed without: articles at its start, and these within it."""
LINKS = frozenset(
    "a al am an and at auf aus bei by d da dal das de degli dei del della den der des di do dos du e el en et etc for "
    "fur fuer im in l la las le les los mit no of on or per pour s sur the to u und van vom von y z za zum zur".split()
)
"""Words that a label rather leaves out."""
UNIVERSITY = "university|universitat|universitaet|universite|universidade?|universita|universiteit|universitet|univ|uni"
UNIVERSITY_FORMS = (
    "university of {}",
    "{} university",
    "universitat {}",
    "universite de {}",
    "universita di {}",
    "universidad de {}",
)
SHORT_UNIVERSITIES = {
    "uc": ("university of california {}",),
    "tu": ("technische universitat {}", "technical university of {}", "{} university of technology"),
}
"""By the first word of a short name, forms of the long one."""
BROAD = "group|groupe|gruppe|grupo|holdings?|company|corporation|international|global|worldwide|technologies|technology|systems"
"""Words that people add to the name of a large company, or leave out."""
