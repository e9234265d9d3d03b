"""Kinds of domains whose companies build addresses differently, by their suffix; the prior is fitted for each kind.

Universities give handles and initials more often, German firms `first.last`; what is not in the tables is `other`.
"""

__all__ = ["ACADEMIC_LABELS", "KIND_OF_SUFFIX"]

ACADEMIC_LABELS = frozenset(("ac", "edu"))
"""Second-level labels below which universities register: ac.uk, edu.au."""

KIND_OF_SUFFIX = {
    suffix: kind
    for kind, suffixes in {
        "edu": "edu",
        "com": "com",
        "org": "org",
        "net": "net",
        "io": "io ai dev co",
        "german": "de at ch li",
        "chinese": "cn tw hk",
        "japanese": "jp",
        "indian": "in",
        "other-country": """
            ar au be bg br ca cl cz dk ee es fi fr gr hr hu id ie il is it kr lt lu lv mx my nl no nz pe ph pl pt ro rs ru
            se sg si sk th tr ua uk us vn za
        """,
    }.items()
    for suffix in suffixes.split()
}

GENERIC_SUFFIXES = frozenset("com org net edu gov mil int info biz io ai co eu".split())
"""Suffixes with weights of their own."""
WORLDWIDE = frozenset("io ai co tv me eu ws cc fm ly".split())
"""Suffixes of two letters whose domains say nothing of a country."""
