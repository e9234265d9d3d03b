"""`--rate`: how probable an address is that somebody already has."""

from guessmail.errors import UsageError
from guessmail.guesser import Guess, Guesser
from guessmail.names import Name

__all__ = ["ROWS", "asked_to_rate", "rated"]

ROWS = "*"
"""The option's value where none is given: rate the addresses that the rows have."""
_YES = {ROWS, "1", "true", "yes", "on"}  # the latter in a variable


def asked_to_rate(option: str | None, domain: str | None) -> str:
    """Return the address of one person that is to be rated, empty where none is; `UsageError` for no address."""
    if option is None:
        return ""
    address = (domain or "") if option.lower() in _YES else option
    if "@" not in address.strip("@ "):
        raise UsageError(
            'Give the address to rate: guessmail guess "Jane Doe" acme.com --rate jane.doe@acme.com.'
        )
    return address


def rated(guesser: Guesser, answer: Guess) -> Guess:
    """Return an answer whose only candidate is the rated address."""
    name = guesser.read_name(answer.question)
    if answer.rate is None or not isinstance(name, Name):
        return answer
    found = guesser.rank_address(name, answer.question.email)
    return answer._replace(candidates=(found,) if found else ())
