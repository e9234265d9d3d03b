"""Answers to what the command line names, in any format: one listing of columns, cells and JSON, and its writers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
    from guessmail.tables.csvrows import (
        csv_text,
        neutral,
    )  # plain lines, which most ask for, do not pay for it

    yield csv_text([listing.columns], delimiter)
    for batch in batches:
        yield csv_text([list(map(neutral, row)) for one in batch for row in listing.cells(one)], delimiter)


def _tsv(listing: Listing[Item], batches: Iterable[Sequence[Item]]) -> Iterator[str]:
    return _csv(listing, batches, "\t")


def _jsonl(listing: Listing[Item], batches: Iterable[Sequence[Item]]) -> Iterator[str]:
    from guessmail.reports.jsonlines import dump

    for batch in batches:
        yield "".join(f"{dump(listing.fields(one))}\n" for one in batch)


def _json(listing: Listing[Item], batches: Iterable[Sequence[Item]]) -> Iterator[str]:
    from guessmail.reports.jsonlines import array_end, array_part, dump

    count = 0
    for batch in batches:
        yield array_part([dump(listing.fields(one)) for one in batch], count)
        count += len(batch)
    yield array_end(count)


_WRITERS: dict[str, Callable[..., Iterator[str]]] = {
    "plain": _plain,
    "csv": _csv,
    "tsv": _tsv,
    "jsonl": _jsonl,
    "json": _json,
}


def _workbook(listing: Listing[Item], items: Sequence[Item]) -> bytes:
    from guessmail.tables.records import Block
    from guessmail.tables.sheets import sheet_rows
    from guessmail.tables.table import Table, TableKind

    sheet = sheet_rows(Table(TableKind.EMPTY), listing.columns, (0, 0), safe=False)
    cells = [list(row) for one in items for row in listing.cells(one)]
    sheet.add(Block([[] for _ in cells], [""] * len(cells)), cells)
    return sheet.whole()
