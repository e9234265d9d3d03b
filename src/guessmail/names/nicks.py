"""Short and long forms of given names."""

import functools

from guessmail.data.short_forms import SHORT_FORMS
from guessmail.names.types import Spelling

__all__ = ["is_short_for", "nicks_of", "words_with_nicks"]

MAX_NICKS = 3


@functools.lru_cache(maxsize=4096)
def nicks_of(given: str) -> tuple[Spelling, ...]:
    """Return the short forms of a folded given name, then what it is short for, `MAX_NICKS` of each."""
    short = SHORT_FORMS.get(given, ())[:MAX_NICKS]
    full = _full_forms().get(given, ())[:MAX_NICKS]
    return (
        *(Spelling(text, ("nick=short",)) for text in short),
        *(Spelling(text, ("nick=formal",)) for text in full),
    )


@functools.cache
def words_with_nicks() -> frozenset[str]:
    """Return the folded given names that have short or long forms."""
    return frozenset((*SHORT_FORMS, *_full_forms()))


def is_short_for(short: str, full: str) -> bool:
    """Say whether the first is a short form of the second, both folded."""
    return short in SHORT_FORMS.get(full, ())


@functools.cache
def _full_forms() -> dict[str, tuple[str, ...]]:
    """Return short form -> full forms, those that use it first before those that use it rarely."""
    ranked: dict[str, list[tuple[int, str]]] = {}
    for full, forms in SHORT_FORMS.items():
        for rank, form in enumerate(forms):
            ranked.setdefault(form, []).append((rank - _IS_COMMON.get(full, 0), full))
    return {form: tuple(full for _, full in sorted(rows)) for form, rows in ranked.items()}


# Among the names that share a short form, these bear it most: they come first.
_IS_COMMON = dict.fromkeys(
    [
        "robert",
        "william",
        "richard",
        "james",
        "john",
        "michael",
        "christopher",
        "daniel",
        "david",
        "thomas",
        "joseph",
        "charles",
        "matthew",
        "anthony",
        "andrew",
        "steven",
        "edward",
        "kenneth",
        "alexander",
        "benjamin",
        "samuel",
        "gregory",
        "katherine",
        "elizabeth",
        "margaret",
        "jennifer",
        "patricia",
        "susan",
        "timothy",
        "ronald",
    ],
    3,
)
