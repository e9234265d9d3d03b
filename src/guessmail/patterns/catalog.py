"""The catalogue: the patterns that are tried, the conventions beside them, and how common each is.

The running program reads the form generated into `data/catalog.py`; people read and edit `patterns.yaml`. A user's own
file has the same schema and is laid over the shipped catalogue.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from guessmail.patterns import TOKENS, Pattern, Token, parse_pattern

ALWAYS = ""
"""The trait that every name and domain has; its weights correct the shares of the catalogue."""
NONE = "none"
"""The feature of "no pattern"."""
_SECOND_GIVEN = {"fam:first middle": -3.0}
"""A second given name stands for the surname of one in 40 people: too few to tell for each country."""
_JUDGED = {"provider=yes": {NONE: 3.0}}
"""Weights that no corpus can tell: most users of mailbox providers choose addresses that no pattern makes."""


class Use(IntEnum):
    """How a pattern uses a part of the name."""

    UNUSED = 0
    INITIAL = 1
    WHOLE = 2
    """All its letters, or the first few."""


class PatternFeatures(NamedTuple):
    """A pattern with what it shares with others; evidence for one is some evidence for its like.

    Made by `pattern_features` alone, once for each pattern, so that equal forms are one and the same.
    """

    pattern: Pattern
    text: str
    family: str
    """The parts in order, whatever stands between them: `fam:first last`."""
    kinds: str
    """Which kinds of parts, in whatever order: `kinds:family+given-initial`."""
    separator: str
    """The literal between the first two parts: `sep:.`; `sep:one` if there is one part alone."""
    extras: tuple[str, ...]
    """Special features: a middle name, a cut, a slice, a literal prefix or suffix."""
    uses: tuple[Use, Use]
    """How it uses the given name and the family name."""
    needs: frozenset[str]
    """The tokens that a name must have letters for."""
    is_common: bool
    """Whether its kind is worth a look for every name: no slice, cut or affix."""

    def __hash__(self) -> int:
        return id(self)

    @property
    def features(self) -> tuple[str, ...]:
        """The keys of the weights of traits."""
        return (self.text, self.family, self.kinds, self.separator, *self.extras)


@cache
def pattern_features(pattern: Pattern) -> PatternFeatures:
    """Return the pattern with its features."""
    tokens = pattern.tokens
    extras = _extras(pattern, tokens)
    return PatternFeatures(
        pattern,
        str(pattern),
        "fam:" + " ".join(f"{token.name}~" if token.length else token.name for token in tokens),
        "kinds:" + "+".join(sorted({_kind(token) for token in tokens})),
        "sep:" + (_separator(pattern) if len(tokens) > 1 else "one"),
        tuple([f"extra:{word}" for word in extras]),
        (_use(tokens, "first", "f"), _use(tokens, "last", "l")),
        frozenset([token.name for token in tokens]),
        not {"cut", "slice", "affix"}.intersection(extras),
    )


def _use(tokens: Iterable[Token], whole: str, initial: str) -> Use:
    names = {token.name for token in tokens}
    return Use.WHOLE if whole in names else Use.INITIAL if initial in names else Use.UNUSED


def _kind(token: Token) -> str:
    return TOKENS[token.name].kind + ("-slice" if token.length else "")


def _separator(pattern: Pattern) -> str:
    inner = pattern.elements[1:-1]
    return next((element for element in inner if isinstance(element, str)), "")


def _extras(pattern: Pattern, tokens: Sequence[Token]) -> list[str]:
    ends = pattern.elements[0], pattern.elements[-1]
    shown = {
        "middle": any(token.part == "middle" for token in tokens),
        "cut": pattern.cut > 0,
        "slice": any(token.length for token in tokens),
        "affix": any(isinstance(element, str) for element in ends),
        "number": any(token.name == "n" for token in tokens),
    }
    return [word for word, is_so in shown.items() if is_so]


class Catalog(NamedTuple):
    """Patterns and conventions with their shares, and the weights that move them by the class of a name and a domain."""

    patterns: Mapping[str, float]
    """By notation: the percentage of addresses that follow it, of people to whose names it applies."""
    conventions: Mapping[str, float]
    """By tag (`umlaut=bare`): the percentage of addresses that show it, of those where the name leaves the choice."""
    freely: float
    """The percentage of addresses that no pattern explains."""
    weights: Mapping[str, Mapping[str, float]]
    """By trait, then by feature of a pattern (`NONE`: no pattern): what is added to the logarithm."""
    tags: Mapping[str, Mapping[str, float]]
    """By tag, then by trait, or by how a pattern uses the part (`given=initial`; "": always)."""
    forms: tuple[PatternFeatures, ...]

    def base(self) -> list[float]:
        """Return the odds of the patterns before any trait, "no pattern" last."""
        corrections = self.weights.get(ALWAYS, {})
        shares = (*self.patterns.items(), (NONE, self.freely))
        return [share * math.exp(corrections.get(text, 0.0)) for text, share in shares]


def _make(
    patterns: Mapping[str, float],
    conventions: Mapping[str, float],
    freely: float,
    weights: Mapping[str, Mapping[str, float]],
    tags: Mapping[str, Mapping[str, float]],
) -> Catalog:
    canonical = {str(parse_pattern(text)): share for text, share in patterns.items()}
    forms = tuple(pattern_features(parse_pattern(text)) for text in canonical)
    return Catalog(canonical, dict(conventions), freely, weights, _with_odds(tags, conventions), forms)


def _with_odds(
    tags: Mapping[str, Mapping[str, float]], conventions: Mapping[str, float]
) -> dict[str, Mapping[str, float]]:
    """Return the weights of tags with those that the shares of conventions amount to."""
    found: dict[str, Mapping[str, float]] = dict(tags)
    for tag, share in conventions.items():
        dimension = tag.partition("=")[0] + "="
        others = sum(value for other, value in conventions.items() if other.startswith(dimension))
        odds = math.log(share / max(100.0 - others, 1.0))
        found[tag] = {**tags.get(tag, {}), "": odds}
    return found


@cache
def shipped() -> Catalog:
    """Return the catalogue that comes with the program."""
    from guessmail.data import catalog, model

    fitted: Mapping[str, Mapping[str, float]] = model.WEIGHTS
    weights = {**fitted, **_JUDGED, "middle=given": {**fitted.get("middle=given", {}), **_SECOND_GIVEN}}
    return _make(catalog.PATTERNS, catalog.CONVENTIONS, catalog.FREELY, weights, model.TAGS)


def overlaid(
    base: Catalog,
    patterns: Mapping[str, float],
    conventions: Mapping[str, float],
    freely: float | None = None,
) -> Catalog:
    """Return a catalogue with entries replaced and added; percentages, as in `patterns.yaml`."""
    canonical = {str(parse_pattern(text)): share for text, share in patterns.items()}
    return _make(
        {**base.patterns, **canonical},
        {**base.conventions, **conventions},
        base.freely if freely is None else freely,
        base.weights,
        base.tags,
    )


def only(catalog: Catalog, pattern: str) -> Catalog:
    """Return the catalogue with one pattern alone, which then has all that follows any."""
    return _make({pattern: 100.0 - catalog.freely}, catalog.conventions, catalog.freely, {}, catalog.tags)
