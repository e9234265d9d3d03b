"""The catalogue: the patterns that are tried, the conventions beside them, and their shares.

It is generated into `data/catalog.py` from `patterns.yaml`. The entries of a user's own file replace it, or are added.
"""

import math
from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from guessmail.patterns import TOKENS, Pattern, parse_pattern

ALWAYS = ""
"""The trait that every name and domain has; its weights correct the shares of the catalogue."""
NONE = "none"
"""The feature of "no pattern"."""


class Use(IntEnum):
    """The use of a part of the name by a pattern."""

    UNUSED = 0
    INITIAL = 1
    WHOLE = 2
    """All its letters, or the first few."""


class PatternFeatures(NamedTuple):
    """A pattern with the features that it shares with others: evidence for a pattern is some evidence for similar ones."""

    pattern: Pattern
    text: str
    family: str
    """The parts in order, without the literals between: `fam:first last`."""
    kinds: str
    """The kinds of parts, sorted: `kinds:family+given-initial`."""
    separator: str
    """The literal between the first two parts: `sep:.`; `sep:one` if there is only one part."""
    extras: tuple[str, ...]
    """Special features: a middle name, a cut, a slice, a literal prefix or suffix."""
    uses: tuple[Use, Use]
    """The use of the given name, and of the family name."""
    needs: frozenset[str]
    """The tokens for which a name must have letters."""
    is_common: bool
    """Whether it has no slice, cut or affix, so that it is common enough to be tried with short forms of names."""

    def __hash__(self) -> int:
        return id(self)  # `pattern_features` makes each once: equal ones are identical

    @property
    def features(self) -> tuple[str, ...]:
        """The keys of the weights of traits."""
        return (self.text, self.family, self.kinds, self.separator, *self.extras)


@cache
def pattern_features(pattern: Pattern) -> PatternFeatures:
    """Return the pattern with its features."""
    tokens, elements = pattern.tokens, pattern.elements
    names = frozenset([token.name for token in tokens])
    kinds = {TOKENS[token.name][1] + ("-slice" if token.length else "") for token in tokens}
    separator = next((element for element in elements[1:-1] if isinstance(element, str)), "")
    extras = {
        "middle": any(token.part == "middle" for token in tokens),
        "cut": pattern.cut > 0,
        "slice": any(token.length for token in tokens),
        "affix": isinstance(elements[0], str) or isinstance(elements[-1], str),
        "number": "n" in names,
    }
    return PatternFeatures(
        pattern,
        str(pattern),
        "fam:" + " ".join(f"{token.name}~" if token.length else token.name for token in tokens),
        "kinds:" + "+".join(sorted(kinds)),
        "sep:" + (separator if len(tokens) > 1 else "one"),
        tuple([f"extra:{word}" for word, is_so in extras.items() if is_so]),
        (_use(names, "first", "f"), _use(names, "last", "l")),
        names,
        not (extras["cut"] or extras["slice"] or extras["affix"]),
    )


def _use(names: frozenset[str], whole: str, initial: str) -> Use:
    return Use.WHOLE if whole in names else Use.INITIAL if initial in names else Use.UNUSED


Shares = Mapping[str, float]
Weights = Mapping[str, Mapping[str, float]]


class Catalog(NamedTuple):
    """Patterns and conventions with their shares, and the weights that change these by the class of a name and a domain."""

    patterns: Shares
    """By notation: the percentage of addresses that follow it, among people to whose names it applies."""
    conventions: Shares
    """By tag (`umlaut=bare`): the percentage of addresses that show it, among names that leave the choice."""
    freely: float
    """The percentage of addresses that no pattern explains."""
    weights: Weights
    """By trait, then by feature of a pattern (`NONE`: no pattern): the term of the log-odds."""
    tags: Weights
    """By tag, then by trait, or by the use of the part by a pattern (`given=initial`; "": always): the term of the score."""
    forms: tuple[PatternFeatures, ...]

    def base(self) -> list[float]:
        """Return the odds of the patterns before any trait, "no pattern" last."""
        corrections = self.weights.get(ALWAYS, {})
        shares = (*self.patterns.items(), (NONE, self.freely))
        return [share * math.exp(corrections.get(text, 0.0)) for text, share in shares]


def _make(patterns: Shares, conventions: Shares, freely: float, weights: Weights, tags: Weights) -> Catalog:
    """Return the catalogue; the shares of conventions become weights of their tags."""
    canonical = {str(parse_pattern(text)): share for text, share in patterns.items()}
    with_odds = dict(tags)
    for tag, share in conventions.items():
        dimension = tag.partition("=")[0] + "="
        others = sum(value for other, value in conventions.items() if other.startswith(dimension))
        with_odds[tag] = {**tags.get(tag, {}), "": math.log(share / max(100.0 - others, 1.0))}
    forms = tuple(pattern_features(parse_pattern(text)) for text in canonical)
    return Catalog(canonical, dict(conventions), freely, weights, with_odds, forms)


@cache
def shipped() -> Catalog:
    """Return the catalogue that comes with the program."""
    from guessmail.data import catalog, model

    weights: dict[str, Shares] = {
        **model.WEIGHTS,
        # No corpus shows it: most users of mailbox providers choose addresses that no pattern makes.
        "provider=yes": {NONE: 3.0},
        # A second given name stands for the surname of one in 40 people: too few for weights by country.
        "middle=given": {**model.WEIGHTS.get("middle=given", {}), "fam:first middle": -3.0},
    }
    return _make(catalog.PATTERNS, catalog.CONVENTIONS, catalog.FREELY, weights, model.TAGS)


def overlaid(base: Catalog, patterns: Shares, conventions: Shares, freely: float | None) -> Catalog:
    """Return a catalogue with entries replaced and added; percentages, as in `patterns.yaml`."""
    merged = {**base.patterns, **patterns}, {**base.conventions, **conventions}
    return _make(*merged, base.freely if freely is None else freely, base.weights, base.tags)


def only(catalog: Catalog, pattern: str) -> Catalog:
    """Return the catalogue with one pattern alone, which gets the share of all patterns."""
    return _make({pattern: 100.0 - catalog.freely}, catalog.conventions, catalog.freely, {}, catalog.tags)
