"""When two written names can be one person's, as marks that can be compared, or hashed and compared.

The marks are unordered pairs of a given and a family name, over all readings, spellings and nicknames of a
name. They err on the side of finding one: they serve the list of people to leave alone.
"""

from collections.abc import Callable, Iterable, Mapping

from guessmail.names import Name, Reading

__all__ = ["asked_marks", "is_namesake", "kept_marks", "own_marks", "words_of"]


def own_marks(name: Name) -> frozenset[str]:
    """Return the pairs of a given and a family name: what two spellings of one name share."""
    return frozenset(_mark("same", pair) for reading in name.readings for pair in _pairs(reading))


def words_of(name: Name) -> set[str]:
    """Return the given and family names that these pairs are made of: names that share none share no pair."""
    spelled = {
        spelling.text
        for reading in name.readings
        for spelling in (*reading.firsts, *reading.nicks, *reading.lasts)
    }
    return {text if text.isalnum() else "".join(filter(str.isalnum, text)) for text in spelled}


def kept_marks(name: Name) -> frozenset[str]:
    """Return what to keep of a person, so that `asked_marks` of any way to write the name meets it."""
    return frozenset(
        _mark(relation, pair)
        for relation, (kept, _) in _RELATIONS.items()
        for reading in name.readings
        for pair in kept(reading)
    )


def asked_marks(name: Name) -> frozenset[str]:
    """Return what finds a person who may have this name."""
    return frozenset(
        _mark(relation, pair)
        for relation, (_, asked) in _RELATIONS.items()
        for reading in name.readings
        for pair in asked(reading)
    )


def is_namesake(one: Name, other: Name) -> bool:
    """Return whether two names are spellings of one."""
    return not own_marks(one).isdisjoint(own_marks(other))


def _mark(relation: str, pair: str) -> str:
    return f"{relation}: {pair}"


def _letters(texts: Iterable[str]) -> frozenset[str]:
    """Return the texts without what stands between letters: `doe-smith` is `doesmith`."""
    return frozenset("".join(filter(str.isalnum, text)) for text in texts)


def _product(firsts: Iterable[str], lasts: Iterable[str]) -> frozenset[str]:
    """Return the unordered pairs; a part that is lacking is left out of them."""
    pairs = ((first, last) for first in firsts or ("",) for last in lasts or ("",))
    return frozenset(" ".join(sorted(filter(None, pair))) for pair in pairs)


def _givens(reading: Reading) -> frozenset[str]:
    return _letters(spelling.text for spelling in (*reading.firsts, *reading.nicks))


def _families(reading: Reading) -> frozenset[str]:
    return _letters(spelling.text for spelling in reading.lasts)


def _pairs(reading: Reading) -> frozenset[str]:
    """Return the pairs of a given and a family name."""
    return _product(_givens(reading), _families(reading))


def _middle_pairs(reading: Reading) -> frozenset[str]:
    """Return the pairs of a middle name, where one is written out, and a family name."""
    middles = [middle for middle in _letters(reading.middles) if len(middle) > 1]
    return _product(middles, _families(reading)) if middles else frozenset()


def _short_pairs(reading: Reading) -> frozenset[str]:
    """Return the pairs with one of the names cut to its initial."""
    givens, families = _givens(reading), _families(reading)
    if not givens or not families:
        return frozenset()
    return _product({name[:1] for name in givens}, families) | _product(
        givens, {name[:1] for name in families}
    )


def _initial_pairs(reading: Reading) -> frozenset[str]:
    """Return the pairs that were written with an initial: `J. Doe`."""
    return frozenset(
        pair for pair in _pairs(reading) if " " in pair and any(len(name) == 1 for name in pair.split())
    )


def _alone(reading: Reading) -> frozenset[str]:
    """Return each given and family name by itself."""
    return frozenset(name for name in _givens(reading) | _families(reading) if len(name) > 1)


def _single_pairs(reading: Reading) -> frozenset[str]:
    """Return the names that were written alone."""
    return frozenset(pair for pair in _pairs(reading) if " " not in pair)


_Pairs = Callable[[Reading], frozenset[str]]
_RELATIONS: Mapping[str, tuple[_Pairs, _Pairs]] = {
    "same": (_pairs, _pairs),
    "called by the middle name": (_middle_pairs, _pairs),
    "had a middle name": (_pairs, _middle_pairs),
    "written with an initial": (_short_pairs, _initial_pairs),
    "kept with an initial": (_initial_pairs, _short_pairs),
    "written alone": (_alone, _single_pairs),
}
"""How two names can be one person's: what is kept of the one, and what is asked of the other."""
