"""What given names of an origin look like in Latin letters, folded: patterns that a word is searched for.

They decide for family names that other languages have as well (`surnames.WEAK`), and whether the first of two
words is the family name. Chinese given names are known by their pinyin (`pinyin.py`). Patterns are text: few
runs need them compiled.
"""

__all__ = ["LOOKS"]

LOOKS = {
    # Syllables of the Hepburn romanisation, four letters at least.
    "japanese": r"^(?=.{4})"
    r"(?:(?:[kgsztdnhbpmryw]|[kgnhbpmr]y|sh|j|ch|ts|f)?[aiueo]{1,2}|n(?![aiueoy])|kk|pp|ss|tt)+$",
    # Syllables of given names, as their bearers spell them.
    "korean": r"hyun|young|jung|sung|seung|seong|joon|hoon|kyung|hye|woo|jin|yong|eun|hee|soo",
    # Endings that few other languages have, and the most common names.
    "vietnamese": r"^(?:[a-z]{2,5}h|[a-z]{1,4}ng|van|thi|duc|tuan|quoc|hai|nam|an|huy|khoa|phuc|loc)$",
}
