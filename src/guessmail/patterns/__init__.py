"""The pattern language, the catalogue of patterns, and users' catalogue files. Imports errors, data and text."""

from guessmail.patterns.language import PARTS, TOKENS, Pattern, Token, parse_pattern

__all__ = ["PARTS", "TOKENS", "Pattern", "Token", "parse_pattern"]
