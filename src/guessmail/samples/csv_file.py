"""Tables with a header: a name, or its parts, and an address."""

from typing import BinaryIO

from guessmail.samples.found import Found, Items, Reason, Rejected
from guessmail.samples.rows import read_rows
from guessmail.tables.questions import SEVERAL

__all__ = ["read_csv"]


def read_csv(stream: BinaryIO) -> Items:
    """Yield the addresses and the name of each row."""
    for row in read_rows(stream):
        place = f"line {row.line}"
        address = row.cells.get("email", "")
        if not address:
            yield Rejected(Reason.NO_ADDRESS, place)
        for one in filter(None, address.split(SEVERAL)):
            yield Found(one.strip(), row.name, place)
