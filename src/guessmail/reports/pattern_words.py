"""Patterns in words, for people who do not know the notation."""

from guessmail.patterns import TOKENS, Token, parse_pattern


def in_words(pattern: str) -> str:
    """Return a pattern in words: `first initial + surname`, `given name + "." + surname`."""
    parsed = parse_pattern(pattern)
    words = " + ".join(_element(one) for one in parsed.elements)
    return f"{words}, cut to {parsed.cut} characters" if parsed.cut else words


def _element(element: Token | str) -> str:
    if isinstance(element, str):
        return f'"{element}"'
    word = TOKENS[element.name].words
    return f"first {element.length} letters of the {word}" if element.length else word
