"""Plain text: `Name <address>` or bare addresses, one or several a line."""

from typing import BinaryIO

from guessmail.samples.decoding import lines
from guessmail.samples.found import Found, Items
from guessmail.samples.mailboxes import mailboxes

__all__ = ["read_text"]


def read_text(stream: BinaryIO) -> Items:
    """Yield every address, with the name before it where it stands in angle brackets."""
    for number, line in enumerate(lines(stream), 1):
        for one in mailboxes(line):
            yield Found(one.address, one.name, f"line {number}")
