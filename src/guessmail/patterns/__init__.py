"""The pattern language, the catalogue of patterns that are tried, and users' catalogue files.

Of the package, imports errors and data only.
"""

from guessmail.patterns.language import INITIALS, PARTS, TOKENS, Pattern, Token, parse_pattern

__all__ = ["INITIALS", "PARTS", "TOKENS", "Pattern", "Token", "parse_pattern"]
