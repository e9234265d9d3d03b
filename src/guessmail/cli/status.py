"""Exit statuses; frozen, since scripts compare them. The README lists them from here."""

from enum import IntEnum


class Status(IntEnum):
    """How a run ended."""

    DONE = 0, "done"
    FAILED = 1, "guessmail failed: store, input, output, or a bug"
    USAGE = 2, "usage error, or a broken catalogue file"
    NOTHING = 3, "no guess for this person; `check`: some domains accept no mail"
    SOME_PROBLEMS = 4, "list finished, but at least one row has a problem"
    UNKNOWN = 5, "`check`: some domains could not be checked"

    description: str

    def __new__(cls, value: int, description: str) -> "Status":
        """Make a member from its number and what it means."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member
