"""The exceptions: misuse and broken files. What merely could not be done is a value (`problems.Problem`)."""

__all__ = ["BrokenFileError", "CatalogError", "GuessmailError", "StoreError", "UsageError"]


class GuessmailError(Exception):
    """A fault outside the program; the message is a full sentence for its user, and says what to try."""


class UsageError(GuessmailError):
    """The program was asked for something that it cannot make sense of."""


class CatalogError(UsageError):
    """A catalogue file is broken; the message names every fault with its line."""


class BrokenFileError(GuessmailError):
    """A file cannot be read or written, or is not what it should be."""


class StoreError(GuessmailError):
    """The store cannot be read or written."""
