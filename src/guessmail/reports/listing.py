"""Answers to what the command line names, in any format: one listing of columns, cells and JSON, and its writers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

Item = TypeVar("Item")


class Listing(NamedTuple, Generic[Item]):
    """How the answers of one command are written."""

    columns: Sequence[str]
    cells: Callable[[Item], Iterable[Sequence[str]]]
    """The rows of an answer, each with a cell for each column."""
    fields: Callable[[Item], Mapping[str, object]]
    """Its JSON object."""
    plain: Callable[[Item], Iterable[str]]
    """Its lines as plain text."""


def written(listing: Listing[Item], format_: str, batches: Iterable[Sequence[Item]]) -> Iterator[bytes]:
    """Yield the bytes of answers in a format (plain, csv, tsv, json, jsonl or xlsx), as each batch of them comes.

    A JSON array stays unclosed where a batch fails; a workbook comes as a whole at the end.
    """
    if format_ == "xlsx":
        yield _workbook(listing, [one for batch in batches for one in batch])
        return
    for text in _WRITERS[format_](listing, batches):
        if text:
            yield text.encode(errors="replace")


def _plain(listing: Listing[Item], batches: Iterable[Sequence[Item]]) -> Iterator[str]:
    for batch in batches:
        yield "".join(f"{line}\n" for one in batch for line in listing.plain(one))


def _csv(listing: Listing[Item], batches: Iterable[Sequence[Item]], delimiter: str = ",") -> Iterator[str]:
    from guessmail.tables.writing import csv_text, escape_formula  # plain lines do not pay for it

    yield csv_text([listing.columns], delimiter)
    for batch in batches:
        rows = (map(escape_formula, row) for one in batch for row in listing.cells(one))
        yield csv_text(map(list, rows), delimiter)


def _json(listing: Listing[Item], batches: Iterable[Sequence[Item]], *, is_array: bool) -> Iterator[str]:
    from guessmail.tables.writing import array_end, array_part, dump

    count = 0
    for batch in batches:
        objects = [dump(listing.fields(one)) for one in batch]
        yield array_part(objects, count) if is_array else "".join(f"{text}\n" for text in objects)
        count += len(batch)
    if is_array:
        yield array_end(count)


_WRITERS: dict[str, Callable[..., Iterator[str]]] = {
    "plain": _plain,
    "csv": _csv,
    "tsv": partial(_csv, delimiter="\t"),
    "jsonl": partial(_json, is_array=False),
    "json": partial(_json, is_array=True),
}


def _workbook(listing: Listing[Item], items: Sequence[Item]) -> bytes:
    from guessmail.tables import Block, Table, TableKind
    from guessmail.tables.sheets import sheet_rows

    sheet = sheet_rows(Table(TableKind.EMPTY), listing.columns, (0, 0), safe=False)
    cells = [list(row) for one in items for row in listing.cells(one)]
    sheet.add(Block([[] for _ in cells], [""] * len(cells)), cells)
    return sheet.whole()
