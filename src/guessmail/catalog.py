"""The catalogue: the patterns that are tried, the conventions beside them, and how common each is.

The running program reads the form generated into `data/catalog.py`; people read and edit `patterns.yaml`. A user's own
file has the same schema and is laid over the shipped catalogue.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from guessmail.patterns import Pattern, Token, parse_pattern

__all__ = ["FREELY", "Catalog", "Form", "form_of", "only", "overlaid", "shipped"]

FREELY = "freely"
_KINDS = {"first": "given", "last": "family", "middle": "middle", "nick": "given", "n": "number"}
_INITIALS = {"f": "given-initial", "l": "family-initial", "m": "middle-initial"}


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A pattern with what it shares with others; evidence for one is some evidence for its like.

    Made by `form_of` alone, once for each pattern, so that forms are told apart, and hashed, by identity.
    """

    pattern: Pattern
    text: str
    family: str
    """The parts in order, whatever stands between them: `fam:first last`."""
    kinds: str
    """Which kinds of parts, in whatever order: `kinds:family+given-initial`."""
    separator: str
    """What stands between the first two parts: `sep:.`, or `sep:one` where there is one part alone."""
    extras: tuple[str, ...]
    """What is special: a middle name, a cut, a slice, a literal prefix or suffix."""
    uses: tuple[bool, bool]
    """Whether it uses the given name, in whatever form, and the family name: what is spelled."""
    needs: frozenset[str]
    """The tokens that a name must have letters for."""
    render: Callable[[Mapping[str, str]], str]
    """Returns the local part of a name that has them."""

    @property
    def features(self) -> tuple[str, ...]:
        """All of them, as the weights and the evidence name them."""
        return (self.family, self.kinds, self.separator, *self.extras)


@cache
def form_of(pattern: Pattern) -> Form:
    """Return the pattern with its features."""
    tokens = pattern.tokens
    return Form(
        pattern,
        str(pattern),
        "fam:" + " ".join(f"{token.name}~" if token.length else token.name for token in tokens),
        "kinds:" + "+".join(sorted({_kind(token) for token in tokens})),
        "sep:" + (_separator(pattern) if len(tokens) > 1 else "one"),
        tuple(f"extra:{word}" for word in _extras(pattern)),
        (
            any(token.part in {"first", "nick"} for token in tokens),
            any(token.part == "last" for token in tokens),
        ),
        pattern.needs,
        pattern.renderer(),
    )


def _kind(token: Token) -> str:
    return _INITIALS.get(token.name) or _KINDS[token.name] + ("-slice" if token.length else "")


def _separator(pattern: Pattern) -> str:
    inner = pattern.elements[1:-1]
    return next((element for element in inner if isinstance(element, str)), "")


def _extras(pattern: Pattern) -> list[str]:
    tokens, ends = pattern.tokens, (pattern.elements[0], pattern.elements[-1])
    shown = {
        "middle": any(token.part == "middle" for token in tokens),
        "cut": pattern.cut > 0,
        "slice": any(token.length for token in tokens),
        "affix": any(isinstance(element, str) for element in ends),
        "number": any(token.name == "n" for token in tokens),
    }
    return [word for word, is_so in shown.items() if is_so]


@dataclass(frozen=True, slots=True)
class Catalog:
    """Patterns and conventions with their shares, and the weights that move them by the traits of a name."""

    patterns: Mapping[str, float]
    """By notation: the percentage of addresses that follow it, of a name to which every pattern applies."""
    conventions: Mapping[str, float]
    """By tag (`umlaut=bare`): the percentage of addresses that show it, of those where the name leaves the choice."""
    freely: float
    """The percentage of addresses that no pattern explains."""
    weights: Mapping[str, Mapping[str, float]]
    """By feature of a pattern, then by trait of the name (`""`: always): what is added to the logarithm."""
    forms: tuple[Form, ...]

    def base(self) -> dict[str, float]:
        """Return the logarithms of the shares: by pattern notation, by tag, and of `freely`."""
        logs = {text: math.log(share) for text, share in self.patterns.items()}
        for tag, share in self.conventions.items():
            dimension = tag.partition("=")[0] + "="
            others = sum(value for other, value in self.conventions.items() if other.startswith(dimension))
            logs[tag] = math.log(share / max(100.0 - others, 1.0))
        return logs | {FREELY: math.log(self.freely)}


def _make(
    patterns: Mapping[str, float],
    conventions: Mapping[str, float],
    freely: float,
    weights: Mapping[str, Mapping[str, float]],
) -> Catalog:
    canonical = {str(parse_pattern(text)): share for text, share in patterns.items()}
    forms = tuple(form_of(parse_pattern(text)) for text in canonical)
    return Catalog(canonical, dict(conventions), freely, weights, forms)


@cache
def shipped() -> Catalog:
    """Return the catalogue that comes with the program."""
    from guessmail.data import catalog, model  # noqa: PLC0415  # tables that only guessing needs

    return _make(catalog.PATTERNS, catalog.CONVENTIONS, catalog.FREELY, model.CROSS)


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
    )


def only(catalog: Catalog, pattern: str) -> Catalog:
    """Return the catalogue with one pattern alone, which then has all that is not chosen freely."""
    return _make({pattern: 100.0 - catalog.freely}, catalog.conventions, catalog.freely, {})
