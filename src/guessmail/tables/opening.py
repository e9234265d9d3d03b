"""Opening a list: what it is, its header, and its rows in blocks as they become ready."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from typing import Any, BinaryIO

from guessmail.errors import BrokenFileError, UsageError
from guessmail.tables.decoding import Piece, TextSource
from guessmail.tables.dialects import HEAD_CHARACTERS, HEAD_LINES, HEAD_ROWS, dialect_of_rows, find_dialect
from guessmail.tables.headers import Ask, Columns, find_columns, unknown_header
from guessmail.tables.records import Block, Dialect, csv_blocks, in_parts


class TableKind(StrEnum):
    """What a list is."""

    EMPTY = "empty"
    CSV = "csv"
    JSONL = "jsonl"
    XLSX = "xlsx"


@dataclass(slots=True)
class Table:
    """An opened list; its blocks can be read once."""

    kind: TableKind
    source: TextSource | None = None
    """Where text comes from; None for a workbook."""
    dialect: Dialect = field(default_factory=Dialect)
    header: list[str] = field(default_factory=list)
    header_text: str = ""
    columns: Columns = field(default_factory=Columns)
    before: Block = field(default_factory=lambda: Block([], []))
    """The rows before the header: the notes of some exports."""
    blocks: Iterator[Block] = field(default_factory=lambda: iter(()))
    workbook: BinaryIO | None = None
    """The workbook's file, which an output keeps but for the added cells; None for all others."""
    sheet: str = ""
    """The name of the sheet that the rows are from."""
    lost: list[str] = field(default_factory=list)
    """Sentences about keys of JSON objects that have no column."""
    has_header: bool = True
    """False where `header` has the columns' numbers, which the list does not have."""

    @property
    def bytes_read(self) -> int:
        """How much of the file was read, for the progress."""
        return self.source.bytes_read if self.source else 0

    @property
    def wants_mark(self) -> bool:
        """Whether a file made of it should start with a byte-order mark, as spreadsheets need it."""
        return bool(self.source and (self.source.has_mark or not self.source.is_utf8))


def open_table(
    stream: "io.BufferedReader[Any]", ask: Ask, notify: Callable[[str], None] = lambda _: None
) -> Table:
    """Open a list of people (or companies) from bytes; `notify` takes notices in full sentences.

    Without a header that can be recognised, or with two columns that could be meant, it is a `UsageError`.
    """
    try:
        start = stream.peek(4)[:4]
    except OSError as error:
        raise BrokenFileError(f"The list cannot be read: {error.strerror}.") from error
    if start == b"PK\x03\x04":
        _refuse_numbers(ask)
        from guessmail.tables.workbooks import open_workbook

        return open_workbook(stream, ask, notify)
    source = TextSource(stream, ask.encoding, notify)
    pieces = source.pieces()
    first = _first_pieces(pieces)
    text = "".join(piece.text for piece in first)
    if not text.strip():
        return Table(TableKind.EMPTY, source)
    if text.lstrip().startswith(("{", "[")):
        _refuse_numbers(ask)
        from guessmail.tables.jsonlines import open_jsonlines

        return open_jsonlines(source, chain(first, pieces), text, ask)
    return _open_csv(source, first, pieces, ask) if ask.header else _open_rows(source, text, pieces, ask)


def _refuse_numbers(ask: Ask) -> None:
    if not ask.header:
        raise UsageError("--no-header is for CSV and TSV; JSON Lines and workbooks name their columns.")


def _first_pieces(pieces: Iterator[Piece]) -> list[Piece]:
    first = []
    for piece in pieces:
        first.append(piece)
        if piece.text.strip():
            break
    return first


def _open_rows(source: TextSource, text: str, pieces: Iterator[Piece], ask: Ask) -> Table:
    """Open a list without a header: by numbers, the name and the domain first unless `ask` maps others."""
    dialect, row = dialect_of_rows(text)
    header = [str(number) for number in range(1, len(row) + 1)]
    if ask.mapped.keys().isdisjoint({"name", "given", "family"}):
        ask = replace(ask, map=[*ask.map, "name=1"])
    if ask.mapped.keys().isdisjoint({"domain", "company"}):
        ask = replace(ask, map=[*ask.map, "domain=2"])
    columns = find_columns(header, ask)
    if columns is None:
        columns_needed = ", ".join(f"{kind} in column {column}" for kind, column in ask.mapped.items())
        raise UsageError(
            f"--no-header expects {columns_needed}, but the first row is {dialect.delimiter.join(row)[:200]!r}."
            " Name the columns by number: --map name=1 --map domain=2."
        )
    blocks = csv_blocks(chain([Piece(text, 1)], pieces), dialect)
    return Table(
        TableKind.CSV, source, dialect, header, columns=columns, blocks=in_parts(blocks, len(header)), has_header=False
    )  # fmt: skip


def _open_csv(source: TextSource, first: list[Piece], pieces: Iterator[Piece], ask: Ask) -> Table:
    """Read up to the header, no further: the next rows may come later."""
    while True:
        text = "".join(piece.text for piece in first)
        head = find_dialect(text, ask)
        if head.columns:
            break
        may_come = (
            len(head.rows) < HEAD_ROWS and len(text) < HEAD_CHARACTERS and text.count("\n") < HEAD_LINES
        )
        piece = next(pieces, None) if may_come else None
        if piece is None:
            raise unknown_header(head.rows, ask)
        first.append(piece)
    blocks = csv_blocks(chain([Piece(text, 1)], pieces), head.dialect)
    before = Block([], [])
    for block in blocks:
        for place, row in enumerate(block.rows):
            columns = find_columns(row, ask)
            if columns:
                before = Block(before.rows + block.rows[:place], before.texts + block.texts[:place])
                return Table(
                    TableKind.CSV, source, head.dialect, row, block.texts[place], columns, before,
                    in_parts(chain([block.part(place + 1)], blocks), len(row)),
                )  # fmt: skip
        before = Block(before.rows + block.rows, before.texts + block.texts)
    raise unknown_header(head.rows, ask)
