"""Questions: what a user, or a row of a list, asks for."""

from typing import NamedTuple

__all__ = ["Question"]


class Question(NamedTuple):
    """Whose address is asked for: `name`, or else `given` and `family`; `domain`, or else `company`."""

    name: str = ""
    domain: str = ""
    """A domain, a URL or an address, as typed."""
    given: str = ""
    middle: str = ""
    family: str = ""
    company: str = ""
    email: str = ""
    """The address that the person is said to have."""
