"""A list that was opened."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import BinaryIO

from guessmail.tables.decoding import TextSource
from guessmail.tables.headers import Columns
from guessmail.tables.records import Block, Dialect


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

    def full(self, row: list[str]) -> list[str]:
        """Return a row that is as wide as the header."""
        missing = len(self.header) - len(row)
        return row + [""] * missing if missing > 0 else row

    def numbered_rows(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the rows that hold something, as wide as the header, each with its place: `line 12`, `row 7` of a workbook."""
        is_sheet = self.kind is TableKind.XLSX
        heads = [*self.before.texts, *([self.header_text] if self.has_header else [])]
        number = 1 + (len(heads) if is_sheet else sum(map(_line_count, heads)))
        if self.kind is TableKind.JSONL:
            number = 1
        for block in self.blocks:
            for row, text in zip(block.rows, block.texts, strict=True):
                if any(row):
                    yield f"{'row' if is_sheet else 'line'} {number}", self.full(row)
                number += _line_count(text)


def _line_count(text: str) -> int:
    """Return how many lines a record takes, its own end among them."""
    return 1 + (text.count("\n") or text.count("\r"))
