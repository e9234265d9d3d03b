"""Countries as far as the format of addresses depends on them: classes, legal forms, suffixes of no country's own.

A country has a class of its own where the corpora hold at least 80 people at firms with its suffix, or shares one with a
neighbour whose firms write addresses alike; all others are one class.
"""

__all__ = ["CLASS_OF_COUNTRY", "COUNTRY_OF_FORM", "COUNTRY_OF_SUFFIX", "NAMES_ALONE", "OTHER"]

OTHER = "other"
"""The class of the countries that have none of their own."""

_CLASSES = """
    us|gb ie nz|ca|au|za|de|at ch li|fr|be lu|nl|it|es ad|br|se|no is|dk|fi|pl|cz sk|hu|jp|kr|cn|tw hk|ru ua by kz|
    ar cl co mx pe uy ve|si hr rs ba me mk ro bg ee lv lt
"""
CLASS_OF_COUNTRY = {
    country: row.split()[0] for row in _CLASSES.replace("\n", "").split("|") for country in row.split()
}
"""By ISO 3166's code, lower case: that of the first country of its class."""

NAMES_ALONE = frozenset(("in",))
"""Countries without a class, of which the names of people everywhere tell more than the few small firms that are known."""

COUNTRY_OF_SUFFIX = {"uk": "gb", "su": "ru", "yu": "rs", "edu": "us", "gov": "us", "mil": "us"}
"""Suffixes that are not the code of their country."""

_FORMS = {
    "us": "inc|incorporated|corp|corporation|llc|l l c|pllc|pc|lp|pbc",
    "gb": "plc|cic",
    "au": "pty|pty ltd|pty limited",
    "ca": "ulc|ltee|limitee",
    "in": "pvt ltd|private limited|pvt",
    "sg": "pte ltd|pte",
    "my": "sdn bhd|bhd|berhad",
    "de": "gmbh|ag|kg|ohg|ug|gbr|ev|e v|kgaa|gmbh co kg|co kg|co kgaa|ggmbh|e k|ek|mbh",
    "at": "gesmbh",
    "fr": "sas|sasu|sarl|eurl|selarl|scop",
    "be": "bvba|sprl|vzw|asbl",
    "nl": "bv|b v|vof",
    "it": "spa|s p a|srl|s r l|srls|sapa",
    "es": "sl|slu|sau|sll|sociedad limitada",
    "pt": "lda|unipessoal lda|unipessoal",
    "br": "ltda|eireli",
    "mx": "sa de cv|s de rl de cv|sapi de cv",
    "se": "ab|ab publ|aktiebolag|hb",
    "no": "asa|ans|enk",
    "dk": "aps|a s|ivs",
    "fi": "oy|oyj|ry",
    "pl": "sp z oo|sp z o o|sp j|sp k|spolka z oo|spolka akcyjna",
    "cz": "sro|s r o|spol s r o",
    "hu": "kft|zrt|nyrt",
    "hr": "doo|d o o|jdoo",
    "ro": "eood",
    "ee": "ou",
    "lt": "uab",
    "lv": "sia",
    "ru": "ooo|oao|zao|pao|pjsc|ojsc|cjsc",
    "ua": "tov",
    "jp": "kk|k k|gk|kabushiki kaisha|godo kaisha|yugen kaisha|yk",
    "id": "tbk|pt",
    "th": "pcl|public company limited",
    "tr": "ltd sti|anonim sirketi|limited sirketi",
}
COUNTRY_OF_FORM = {form: country for country, forms in _FORMS.items() for form in forms.split("|")}
"""By legal form, folded: the country that most companies with it are in. Forms of several countries (Ltd, SA, AS) tell
none."""
