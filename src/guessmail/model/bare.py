"""Bare addresses: the names that their owners may have, by the local part alone.

`jane.doe` and `doe.jane` are a Jane Doe's. `jdoe` is an initial and a surname if `doe` is a surname. Addresses that match
no known name are ignored: handles, or names missing from the lists.
"""

import re

from guessmail.names import Name, name_from_parts

WEIGHT = 0.7
"""The weight of a bare address; a sample with its owner's name has 1."""
SHORTEST_SURNAME = 3
UNKNOWN = "qxqxq"
"""Letters that stand for those of a part that an address does not show."""

_TWO_WORDS = re.compile(r"([a-z]+)[._-]([a-z]+)")


def owner_of(local_part: str) -> Name | None:
    """Return a name that the owner may have, or None if the local part shows no name."""
    if found := _TWO_WORDS.fullmatch(local_part):
        given, family = _in_order(*found.groups())
    elif local_part.isascii() and local_part.isalpha():
        given, family = _split(local_part)
    else:
        return None
    if not (given or family):
        return None
    name = name_from_parts(*(part if len(part) > 1 else part + UNKNOWN for part in (given, family)))
    return name if isinstance(name, Name) else None


def _in_order(left: str, right: str) -> tuple[str, str]:
    """Return the given and the family name of two words: family first only if lists or an initial show it."""
    from guessmail.data.census import GIVEN, SURNAMES

    is_reversed = left in SURNAMES and right in GIVEN and not (left in GIVEN and right in SURNAMES)
    if is_reversed or (len(right) == 1 < len(left) and left not in GIVEN):
        return right, left
    return left, right


def _split(word: str) -> tuple[str, str]:
    """Return the given and the family name in a word; either may be an initial, or empty."""
    from guessmail.data.census import GIVEN, SURNAMES

    for cut in range(2, len(word) - SHORTEST_SURNAME + 1):
        if word[:cut] in GIVEN and word[cut:] in SURNAMES:
            return word[:cut], word[cut:]
    for given, family in ((word, ""), (word[0], word[1:]), (word[:-1], word[-1]), ("", word)):
        is_given = len(given) < 2 or given in GIVEN
        is_family = len(family) < 2 or (family in SURNAMES and len(word) > SHORTEST_SURNAME)
        if is_given and is_family and max(len(given), len(family)) > 1:
            return given, family
    return "", ""
