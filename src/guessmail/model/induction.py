"""Patterns outside the catalogue, induced from the samples of one domain that the catalogue does not explain.

A hypothesis reads a local part as a sequence of pieces: the first letters of a part of the owner's name (or all of them),
separators, and one literal prefix or suffix: `ext.{first}.{last}`, `{first:5}{last:2}`, `{last:3}{f}`. A hypothesis that
explains several samples is kept; the shortest description wins among those that explain the same samples. A single sample
is weak support, and counts only for hypotheses of whole parts and initials.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from guessmail.names import Name
from guessmail.patterns import PARTS, Pattern, Token, parse_pattern

SEPARATORS = frozenset("._-")
LEAST_LETTERS = 3
"""The fewest letters of the name beside a literal; with fewer, any address would be explained."""
CUTTABLE = """
    {first}.{last} {f}{last} {first}{last} {last}{f} {last}{first} {last}.{first} {first}_{last} {first}{l} {f}.{last} {last} {first}
""".split()
"""Patterns that may be cut to a number of letters."""
DISCOUNT = 0.6
"""The loss in support of a hypothesis, since it was made from its samples."""


class Hypothesis(NamedTuple):
    """A pattern that the samples of a domain suggest."""

    pattern: Pattern
    support: float
    """The number of samples for which it stands, discounted since it was made from them."""
    samples: tuple[int, ...]
    """The places of the unexplained samples that it explains."""


def induce(unexplained: Sequence[tuple[Name, str]]) -> list[Hypothesis]:
    """Return the patterns that best explain the samples, names with local parts, that the catalogue does not explain."""
    parts = [_parts(name) for name, _ in unexplained]

    def explained(pattern: Pattern, among: Iterable[int]) -> list[int]:
        needs, render = pattern.needs, pattern.renderer()
        return [at for at in among if needs <= parts[at].keys() and render(parts[at]) == unexplained[at][1]]

    # Hypotheses are made from at most 60 samples; the best are then tried on all samples.
    tried = range(0, len(unexplained), max(1, -(-len(unexplained) // 60)))
    proposed = (pattern for at in tried for pattern in _hypotheses(unexplained[at][1], parts[at]))
    hypotheses = {each: set(explained(each, tried)) for each in dict.fromkeys(islice(proposed, 3000))}
    open_samples = set(range(len(unexplained)))
    found: dict[Pattern, tuple[int, ...]] = {}
    while len(found) < 4:
        gains = {pattern: gain for pattern, hit in hypotheses.items() if (gain := len(open_samples & hit))}
        if not gains:
            break
        best = max(gains, key=lambda pattern: (gains[pattern], -description_length(pattern), str(pattern)))
        found[best] = tuple(explained(best, sorted(open_samples)))
        open_samples.difference_update(found[best])
    alike = Counter(map(_without_affix, found))
    supported = [
        Hypothesis(pattern, _support(pattern, len(hit), alike[_without_affix(pattern)]), hit)
        for pattern, hit in found.items()
    ]
    return [hypothesis for hypothesis in supported if hypothesis.support > 0]


def _support(pattern: Pattern, count: int, alike: int) -> float:
    """Return the support of a pattern that explains `count` samples; `alike` patterns differ only in the literal around them."""
    if count > 1:
        return count - DISCOUNT
    if alike > 1:
        return 1.0 - DISCOUNT / alike
    return 0.0 if any(token.length for token in pattern.tokens) else 0.15


def _without_affix(pattern: Pattern) -> Pattern:
    """Return a pattern with a prefix or suffix reduced to its separator: those of countries or departments become equal."""
    elements = list(pattern.elements)
    for end, beside in ((0, -1), (-1, 0)):
        affix = elements[end]
        if isinstance(affix, str) and affix[beside] in SEPARATORS:
            elements[end] = affix[beside]
    return pattern._replace(elements=tuple(elements))


def description_length(pattern: Pattern) -> float:
    """Return the description length of a pattern: its tokens, their lengths, and each literal letter."""
    length = 0.0
    for element in pattern.elements:
        if isinstance(element, Token):
            length += 1.0 if not element.length else 1.5 + 0.01 * element.length
        else:
            length += 0.5 if element in SEPARATORS else 1.0 + len(element)
    return length


def _hypotheses(local: str, parts: Mapping[str, str]) -> Iterator[Pattern]:
    """Yield the patterns that render a local part, the likelier kinds first."""
    if len(local) >= 5:
        for base in map(parse_pattern, CUTTABLE):
            whole = base.render(parts)
            if len(whole) > len(local) and whole.startswith(local):
                yield Pattern(base.elements, len(local))
    names = {part: letters for part, letters in parts.items() if part in PARTS}
    for prefix, core, suffix in _cores(local):
        for elements, letters in _segmentations(core, names):
            if letters >= LEAST_LETTERS or not (prefix or suffix):
                yield Pattern(tuple(filter(None, (prefix, *elements, suffix))))


def _cores(local: str) -> Iterator[tuple[str, str, str]]:
    """Yield the local part without an affix, then with a prefix, or a suffix, apart; a digit is most often the person's own."""
    yield "", local, ""
    for cut in range(1, min(7, len(local) - LEAST_LETTERS) + 1):
        if not re.search(r"\d", local[:cut]) and local[cut] != ".":
            yield local[:cut], local[cut:], ""
        if not re.search(r"\d", local[-cut:]) and local[-cut - 1] != ".":
            yield "", local[:-cut], local[-cut:]


def _parts(name: Name) -> dict[str, str]:
    """Return the letters of each token in the most probable reading."""
    reading = name.readings[0]
    spellings = {"first": reading.firsts, "last": reading.lasts}
    parts = {part: forms[0].text for part, forms in spellings.items() if forms}
    parts |= {"middle": reading.middles[0]} if reading.middles else {}
    return parts | {part[0]: text[0] for part, text in parts.items()}  # initials


def _segmentations(text: str, parts: Mapping[str, str]) -> Iterator[tuple[list[Token | str], int]]:
    """Yield the ways to read a text as pieces of parts, with separators between, each with the number of letters of the name."""
    for part, letters in parts.items():
        others = {other: parts[other] for other in parts if other != part}
        for length in range(len(letters), 0, -1):
            if not text.startswith(letters[:length]):
                continue
            # A name of one letter is an initial.
            token = Token(part[0]) if length == 1 else Token(part, length if length < len(letters) else 0)
            rest = text[length:]
            if not rest:
                yield [token], length
            separator = rest[:1] if rest[:1] in SEPARATORS else ""
            for tail, count in _segmentations(rest[len(separator) :], others):
                yield [token, separator, *tail], length + count
