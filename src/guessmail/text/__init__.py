"""Untrusted text: its cleaning, folding and safe display; streams in and out, through which none passes unseen.

Imports errors and data alone.
"""

from guessmail.text.cleaning import (
    MAX_CHARACTERS,
    clean,
    common_start,
    counted,
    fold,
    has_letters,
    is_slip,
    is_text,
    is_too_long,
    printable,
    printable_lines,
)

__all__ = [
    "MAX_CHARACTERS",
    "clean",
    "common_start",
    "counted",
    "fold",
    "has_letters",
    "is_slip",
    "is_text",
    "is_too_long",
    "printable",
    "printable_lines",
]
