"""The pattern language, the catalogue of patterns that are tried, and users' catalogue files.

Imports errors, data and nothing else of the package.
"""

from guessmail.patterns.language import INITIALS, PARTS, TOKENS, Pattern, Token, parse_pattern

__all__ = ["INITIALS", "PARTS", "TOKENS", "Pattern", "Token", "parse_pattern"]
