"""Exit statuses; frozen, since scripts compare them. The README lists them from here."""

from enum import IntEnum

__all__ = ["Status"]


class Status(IntEnum):
    """How a run ended."""

    DONE = 0, "done"
    FAILED = 1, "guessmail failed: a bug, the store, input or output"
    USAGE = 2, "the command line or a catalogue file is wrong"
    NOTHING = 3, "nothing to offer for one person; `check`: some domains take no mail"
    SOME_PROBLEMS = 4, "a list was finished, and at least one row has a problem"
    UNKNOWN = 5, "`check`: of some domains it is not known whether they take mail"

    description: str

    def __new__(cls, value: int, description: str) -> "Status":
        """Make a member from its number and what it means."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member
