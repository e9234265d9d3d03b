"""The pattern language: templates of local parts, such as `{first}.{last}` or `{f}{last}|8`.

A pattern is a sequence of tokens (`{first} {last} {middle} {nick}`, their initials `{f} {l} {m}`, their first letters
`{first:3}`, a collision number `{n}`) and literals from `a-z 0-9 . _ -`; `|8` at its end cuts the result to eight
characters. Other common notations are read, this one is printed. Imports errors and data.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from guessmail.data.pattern_words import SYNONYMS
from guessmail.errors import UsageError

_NUMBER = "n"
TOKENS = {
    "first": ("first", "given", "given name"),
    "last": ("last", "family", "surname"),
    "middle": ("middle", "middle", "middle name"),
    "nick": ("nick", "given", "nickname"),
    "f": ("first", "given-initial", "first initial"),
    "l": ("last", "family-initial", "surname initial"),
    "m": ("middle", "middle-initial", "middle initial"),
    _NUMBER: (_NUMBER, "number", "number"),
}
"""By name of a token: its part of the name, its kind in the features of patterns, and words for people.

`Reading` in `names/` has the letters of the parts."""
PARTS = tuple(name for name, (part, *_) in TOKENS.items() if name == part != _NUMBER)
_INITIALS = {part: name for name, (part, *_) in TOKENS.items() if name != part}
_SHOWN = " ".join(f"{{{name}}}" for name in TOKENS)
_LONGEST = 64  # octets of a local part, RFC 5321 4.5.3.1.1

_BRACKETED = re.compile(r"[{\[]\s*([a-z_]+)\s*(?::\s*(\d{1,2}))?\s*[}\]]|([a-z0-9._-])")
_BARE = f"({'|'.join(sorted((*TOKENS, *SYNONYMS), key=len, reverse=True))})()|([0-9._-])"
"""A bare token or a literal; compiled on first use, for start-up."""


class Token(NamedTuple):
    """A place in a pattern for a part of the name."""

    name: str
    """One of `TOKENS`."""
    length: int = 0
    """The number of first letters of the part, 0 for all."""

    def __str__(self) -> str:
        return f"{{{self.name}:{self.length}}}" if self.length else f"{{{self.name}}}"

    @property
    def part(self) -> str:
        """The part of the name for which it stands: `first` for `{f}`."""
        return TOKENS[self.name][0]


class Pattern(NamedTuple):
    """A template for a local part. `str()` gives a notation that `parse_pattern` reads as an equal pattern."""

    elements: tuple[Token | str, ...]
    cut: int = 0
    """The number of characters to which it is cut, 0 for no cut."""

    def __str__(self) -> str:
        return "".join(map(str, self.elements)) + (f"|{self.cut}" if self.cut else "")

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The elements that are no literals."""
        return tuple(element for element in self.elements if isinstance(element, Token))

    @property
    def needs(self) -> frozenset[str]:
        """The names of the tokens; the pattern applies to names that have all of them."""
        return frozenset(token.name for token in self.tokens)

    def render(self, parts: Mapping[str, str]) -> str:
        """Return the local part for letters by token (`first last middle nick f l m n`); empty if some that it needs are missing."""
        return self.renderer()(parts) if all(map(parts.get, self.needs)) else ""

    def renderer(self) -> Callable[[Mapping[str, str]], str]:
        """Return a function that renders the pattern for names with all parts in `needs`."""
        write = "".join(map(str, self.elements)).replace(":", ":.").format_map  # `{first:.3}`
        cut = self.cut
        return (lambda parts: write(parts)[:cut].rstrip(".")) if cut else write


@lru_cache(maxsize=4096)
def parse_pattern(text: str) -> Pattern:
    """Read a pattern in any notation (`{first}.{last}`, `flast`, `[first_initial][last]@acme.com`); `UsageError` names its fault."""
    body = text.strip().lower().partition("@")[0]
    cut = 0
    before, bar, digits = body.rpartition("|")
    if bar and digits.strip().isdecimal() and len(digits.strip()) <= 2:
        cut, body = int(digits), before.rstrip()
        if not 2 <= cut <= _LONGEST:
            raise UsageError(f"The pattern {text!r} cuts to {cut} characters; a cut is from 2 to {_LONGEST}.")
    if not body:
        raise UsageError("The pattern is empty; write one such as {first}.{last}.")
    elements = _elements(body, text)
    probe = "".join("x" if isinstance(element, Token) else element for element in elements)
    fault = ""
    if not any(isinstance(element, Token) and element.name != _NUMBER for element in elements):
        fault = "contains no part of a name; write one such as {first}.{last}"
    elif probe.startswith(".") or probe.endswith(".") or ".." in probe:  # no dot-atom (RFC 5322 3.2.3)
        fault = "would put a dot at an end or two dots in a row, which is not allowed in an address"
    elif len(probe) > _LONGEST:
        fault = f"is longer than a local part may be ({_LONGEST} characters)"
    if fault:
        raise UsageError(f"The pattern {text!r} {fault}.")
    return Pattern(elements, cut)


def _elements(body: str, text: str) -> tuple[Token | str, ...]:
    """Return tokens and literals; neighbouring literals are joined, so that equal patterns are equal."""
    is_bare = set(body).isdisjoint("{[")
    expression = re.compile(_BARE) if is_bare else _BRACKETED
    elements: list[Token | str] = []
    at = 0
    while at < len(body):
        found = expression.match(body, at)
        if not found:
            # The word with the fault.
            start = at - len(re.split(r"[^a-z]", body[:at])[-1])
            word = re.split(r"(?<=[a-z])(?=[^a-z])", body[start:], maxsplit=1)[0] if is_bare else ""
            raise _unknown(text, word, f"cannot be read from {body[at:]!r} on")
        word, length, literal = found.groups()
        name, size = SYNONYMS.get(word, word), int(length or 0)
        if literal and elements and isinstance(elements[-1], str):
            elements[-1] += literal
        elif literal:
            elements.append(literal)
        elif name not in TOKENS:
            raise _unknown(text, word, f"has an unknown token {{{word}}}")
        elif size and name not in PARTS:
            fault = f"gives a length to {{{word}}}; only whole parts take one: {{first:3}}"
            raise UsageError(f"The pattern {text!r} {fault}.")
        else:
            elements.append(Token(_INITIALS[name]) if size == 1 and name in _INITIALS else Token(name, size))
        at = found.end()
    return tuple(elements)


def _unknown(text: str, word: str, fault: str) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(word, [*TOKENS, *SYNONYMS], 1)
    tip = f" Did you mean {{{SYNONYMS.get(near[0], near[0])}}}?" if near and word != near[0] else ""
    unknown = f": {word!r} is unknown" if word and word not in TOKENS else ""
    return UsageError(
        f"The pattern {text!r} {fault}{unknown}.{tip} Parts are {_SHOWN}; literals a-z 0-9 . _ -"
    )


def in_words(pattern: str) -> str:
    """Return a pattern in words: `first initial + surname`, `given name + "." + surname`."""
    parsed = parse_pattern(pattern)
    words: list[str] = []
    for element in parsed.elements:
        if isinstance(element, str):
            words.append(f'"{element}"')
        else:
            cut = f"first {element.length} letters of the " if element.length else ""
            words.append(cut + TOKENS[element.name][2])
    return " + ".join(words) + (f", cut to {parsed.cut} letters" if parsed.cut else "")


def uncut(pattern: str) -> str:
    """Return a pattern that cuts nothing: `{first}{last}` for `{first:5}{last}|8`."""
    return re.sub(r":\d+(?=\})|\|\d+$", "", pattern) if ":" in pattern or "|" in pattern else pattern
