"""Lists of people, as `tables` opens them: the addresses in their rows."""

from collections.abc import Sequence
from typing import BinaryIO

from guessmail.errors import BrokenFileError, UsageError
from guessmail.samples.found import Found, Items, Reason, Rejected
from guessmail.samples.rows import read_rows
from guessmail.tables import Ask, Columns, Kind
from guessmail.tables.questions import SEVERAL, QuestionMaker, question_maker


def read_workbook(stream: BinaryIO) -> Items:
    """Yield the addresses and the name of each row of an Excel workbook; without such a list, a `BrokenFileError`."""
    from guessmail.tables.workbooks import open_workbook

    try:
        table = open_workbook(stream, Ask(needs=(Kind.EMAIL,), person=False))
    except UsageError as error:
        raise BrokenFileError(str(error)) from error
    make = question_maker(table.columns)
    number = len(table.before.rows) + 1
    for block in table.blocks:
        yield from found_in(block.rows, table.columns, make, "row", number)
        number += len(block.rows)


def found_in(
    rows: Sequence[Sequence[str]], columns: Columns, make: QuestionMaker, place: str, before: int
) -> Items:
    """Yield the addresses in rows as wide as their header; their places are numbered on from `before`."""
    for number, (row, question) in enumerate(zip(rows, make(rows), strict=True), before + 1):
        cell = row[columns.email or 0]
        person = question.name or f"{question.given} {question.family}".strip()
        if not cell.strip():
            yield Rejected(Reason.NO_ADDRESS, f"{place} {number}")
            continue
        for address in cell.split(SEVERAL):
            yield Found(address.strip(), person, f"{place} {number}")


def read_csv(stream: BinaryIO) -> Items:
    """Yield the addresses and the name of each row."""
    for row in read_rows(stream):
        place = f"line {row.line}"
        address = row.cells.get("email", "")
        if not address:
            yield Rejected(Reason.NO_ADDRESS, place)
        for one in filter(None, address.split(SEVERAL)):
            yield Found(one.strip(), row.name, place)
