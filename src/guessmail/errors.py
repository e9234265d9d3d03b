"""Errors: exceptions for misuse and broken files; problems, which are values: a row that has one is written like any other."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import NamedTuple


class GuessmailError(Exception):
    """A fault outside the program; the message is a full sentence for its user, and says what to try."""


class UsageError(GuessmailError):
    """The user's arguments, options or files make no sense, or not together."""


class BrokenFileError(GuessmailError):
    """A file cannot be read or written, or has another format or content than needed."""


class StoreError(GuessmailError):
    """The store cannot be read or written."""


@contextmanager
def explained(fault: str, kind: type[GuessmailError] = BrokenFileError) -> Iterator[None]:
    """Turn an `OSError` into an error of a kind, with the fault and the system's reason."""
    try:
        yield
    except OSError as error:
        raise kind(f"{fault}: {error.strerror}.") from error


class Code(StrEnum):
    """The codes of problems, frozen: scripts compare them. The README says what they mean."""

    NO_NAME = "no_name"
    NAME_TOO_LONG = "name_too_long"
    NO_LETTERS = "no_letters"
    NOT_A_NAME = "not_a_name"
    SEVERAL_NAMES = "several_names"
    NEEDS_LATIN = "needs_latin"
    NO_DOMAIN = "no_domain"
    BAD_DOMAIN = "bad_domain"
    BAD_ADDRESS = "bad_address"
    UNKNOWN_COMPANY = "unknown_company"
    SUPPRESSED = "suppressed"
    SHORT_ROW = "short_row"


class Problem(NamedTuple):
    """Why a question has no answer."""

    code: Code
    message: str
    """A full sentence that names the fault and what to try."""

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"
