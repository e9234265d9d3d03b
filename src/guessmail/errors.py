"""Errors: exceptions for misuse and broken files, and problems, which are values.

A row of a list that has a problem is written like any other, and the run goes on.
"""

from enum import StrEnum
from typing import NamedTuple


class GuessmailError(Exception):
    """A fault outside the program; the message is a full sentence for its user, and says what to try."""


class UsageError(GuessmailError):
    """The user's arguments, options or files make no sense, or not together."""


class CatalogError(UsageError):
    """A catalogue file is broken; the message names every fault with its line."""


class BrokenFileError(GuessmailError):
    """A file cannot be read or written, or has another format or content than needed."""


class StoreError(GuessmailError):
    """The store cannot be read or written."""


class Code(StrEnum):
    """The codes of problems, frozen: scripts compare them. The README lists them from the texts here."""

    NO_NAME = "no_name", "There is no name."
    NAME_TOO_LONG = "name_too_long", "The name is longer than 300 characters."
    NO_LETTERS = "no_letters", "The name has no letters."
    NOT_A_NAME = "not_a_name", "This is not a person's name."
    SEVERAL_NAMES = "several_names", "This names more than one person."
    NEEDS_LATIN = "needs_latin", "The name can be spelled in several ways in Latin letters."
    NO_DOMAIN = "no_domain", "There is no domain."
    BAD_DOMAIN = "bad_domain", "This cannot be a mail domain."
    BAD_ADDRESS = "bad_address", "This is not an e-mail address."
    UNKNOWN_COMPANY = "unknown_company", "The company's domain is not known."
    SUPPRESSED = "suppressed", "The person, address or domain is on your do-not-contact list."
    SHORT_ROW = "short_row", "The row has fewer cells than the header."

    description: str

    def __new__(cls, value: str, description: str) -> "Code":
        """Make a member from its code and the sentence that describes it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member


class Problem(NamedTuple):
    """Why a question has no answer."""

    code: Code
    message: str
    """A full sentence that names the fault and what to try."""

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"
