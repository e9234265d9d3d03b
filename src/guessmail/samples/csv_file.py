"""Tables with a header: a name, or its parts, and an address."""

from typing import BinaryIO

from guessmail.samples.found import Found, Items, Reason, Rejected
from guessmail.samples.rows import read_rows

__all__ = ["read_csv"]


def read_csv(stream: BinaryIO) -> Items:
    """Yield the address and the name of each row."""
    for row in read_rows(stream):
        place = f"line {row.line}"
        address = row.cells.get("email", "")
        yield Found(address, row.name, place) if address else Rejected(Reason.NO_ADDRESS, place)
