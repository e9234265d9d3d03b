"""Patterns outside the catalogue, induced from the samples of one domain that the catalogue does not explain.

A hypothesis reads a local part as a sequence of pieces: the first letters of a part of the owner's name (or all of them),
separators, and one literal prefix or suffix: `ext.{first}.{last}`, `{first:5}{last:2}`, `{last:3}{f}`. A hypothesis that
explains several samples is kept; the shortest description wins among those that explain the same samples. A single sample
is weak support, and counts only for hypotheses of whole parts and initials.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from guessmail.names import Name
from guessmail.patterns import INITIALS, Pattern, Token, parse_pattern

MOST_SAMPLES = 60
"""The number of unexplained samples from which hypotheses are made; the best are then tried on all samples."""
MOST_HYPOTHESES = 3000
MOST_PIECES = 3
MOST_INDUCED = 4
LONGEST_AFFIX = 7
SEPARATORS = frozenset("._-")
LEAST_LETTERS = 3
"""The fewest letters of the name beside a literal; with fewer, any address would be explained."""
SHORTEST_CUT = 5
CUTTABLE = """
    {first}.{last} {f}{last} {first}{last} {last}{f} {last}{first} {last}.{first} {first}_{last} {first}{l} {f}.{last} {last} {first}
""".split()
"""Patterns that may be cut to a number of letters."""
_DIGIT = re.compile(r"\d")
"""Literals of hypotheses have no digit, which is most often a person's own number."""
WHOLE_PARTS = ("first", "last", "middle")
WEAK = 0.15
"""The support of a hypothesis by a single sample."""
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

    tried = range(0, len(unexplained), max(1, -(-len(unexplained) // MOST_SAMPLES)))
    proposed = (pattern for at in tried for pattern in _hypotheses(unexplained[at][1], parts[at]))
    hypotheses = {
        pattern: set(explained(pattern, tried))
        for pattern in dict.fromkeys(islice(proposed, MOST_HYPOTHESES))
    }
    open_samples = set(range(len(unexplained)))
    found: dict[Pattern, tuple[int, ...]] = {}
    while len(found) < MOST_INDUCED and open_samples:
        gains = Counter({pattern: len(open_samples.intersection(hit)) for pattern, hit in hypotheses.items()})
        best = max(
            gains,
            key=lambda pattern: (gains[pattern], -description_length(pattern), str(pattern)),
            default=None,
        )
        if best is None or not gains[best]:
            break
        del hypotheses[best]
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
    return 0.0 if any(token.length for token in pattern.tokens) else WEAK


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
    if len(local) >= SHORTEST_CUT:
        for base, needs, render in _cuttable():
            whole = render(parts) if needs <= parts.keys() else ""
            if len(whole) > len(local) and whole.startswith(local):
                yield Pattern(base.elements, len(local))
    for start, stop in _cores(local):
        prefix, core, suffix = local[:start], local[start:stop], local[stop:]
        for elements, letters in _segmentations(core, parts, ""):
            if (prefix or suffix) and letters < LEAST_LETTERS:
                continue
            around: list[Token | str] = [prefix, *elements, suffix]
            yield Pattern(_joined([element for element in around if element]))


@cache
def _cuttable() -> list[tuple[Pattern, frozenset[str], Callable[[Mapping[str, str]], str]]]:
    patterns = map(parse_pattern, CUTTABLE)
    return [(pattern, pattern.needs, pattern.renderer()) for pattern in patterns]


def _cores(local: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the whole local part, then those without a prefix or a suffix."""
    size = len(local)
    yield 0, size
    for cut in range(1, min(LONGEST_AFFIX, size - LEAST_LETTERS) + 1):
        if not _DIGIT.search(local, 0, cut) and local[cut] != ".":
            yield cut, size
        if not _DIGIT.search(local, size - cut) and local[size - cut - 1] != ".":
            yield 0, size - cut


def _parts(name: Name) -> dict[str, str]:
    """Return the letters of each token in the most probable reading."""
    reading = name.readings[0]
    parts = {
        "first": reading.firsts[0].text if reading.firsts else "",
        "last": reading.lasts[0].text if reading.lasts else "",
        "middle": reading.middles[0] if reading.middles else "",
    }
    found = {part: text for part, text in parts.items() if text}
    return found | {initial: found[part][0] for initial, part in INITIALS.items() if part in found}


def _segmentations(text: str, parts: Mapping[str, str], used: str) -> Iterator[tuple[list[Token | str], int]]:
    """Yield the ways to read a text as pieces of parts, with separators between, each with the number of letters of the name."""
    if not text:
        if used:
            yield [], 0
        return
    if used.count(" ") >= MOST_PIECES:
        return
    separator = text[0] if used and text[0] in SEPARATORS else ""
    rest = text[len(separator) :]
    for part in WHOLE_PARTS:
        letters = parts.get(part, "")
        if not letters or part in used:
            continue
        for length in range(len(letters), 0, -1):
            if not rest.startswith(letters[:length]):
                continue
            token = _token(part, length, is_whole=length == len(letters))
            for tail, count in _segmentations(rest[length:], parts, f"{used}{part} "):
                yield [separator, token, *tail] if separator else [token, *tail], count + length


def _token(part: str, length: int, *, is_whole: bool) -> Token:
    if is_whole and length > 1:  # a name of one letter is an initial
        return Token(part)
    initial = next((name for name, of in INITIALS.items() if of == part), "")
    return Token(initial) if length == 1 and initial else Token(part, length)


def _joined(elements: Sequence[Token | str]) -> tuple[Token | str, ...]:
    """Return the elements with neighbouring literals joined."""
    joined: list[Token | str] = []
    for element in elements:
        if isinstance(element, str) and joined and isinstance(joined[-1], str):
            joined[-1] += element
        else:
            joined.append(element)
    return tuple(joined)
