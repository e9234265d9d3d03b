"""Opened lists and their rows, with the text of each row, which CSV outputs keep; reading and writing CSV."""

import csv
import io
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from guessmail.data import cell_forms as forms
from guessmail.errors import BrokenFileError
from guessmail.lists.decoding import LINE_LIMIT, TableKind, TextSource, count_lines
from guessmail.lists.headers import Columns


class Dialect(NamedTuple):
    """The form of a CSV list."""

    delimiter: str = ","
    line_end: str = "\n"
    spaced: bool = False
    """Whether a space follows each delimiter and is no part of the cell."""


class Block(NamedTuple):
    """Rows that were ready together, 500 at the most."""

    rows: list[list[str]]
    texts: list[str]
    """The text of each row, without its line ending; empty for a workbook."""

    def part(self, start: int, stop: int | None = None) -> "Block":
        """Return the rows from `start` to before `stop`."""
        return Block(self.rows[start:stop], self.texts[start:stop])


NO_ROWS = Block([], [])


@dataclass(slots=True)
class Table:
    """An opened list; its blocks can be read once."""

    kind: TableKind
    source: TextSource | None = None
    """The text of the list; None for a workbook."""
    dialect: Dialect = field(default_factory=Dialect)
    header: list[str] = field(default_factory=list)
    """The titles of the columns, or their numbers if the list has no header."""
    columns: Columns = field(default_factory=Columns)
    head: Block = field(default_factory=lambda: Block([[]], [""]))
    """The rows up to and including the header; some exports have notes before it."""
    blocks: Iterator[Block] = field(default_factory=lambda: iter(()))
    workbook: BinaryIO | None = None
    """The workbook's file; an output is a copy of it with the added cells."""
    sheet: str = ""
    """The name of the sheet with the rows."""
    lost: list[str] = field(default_factory=list)
    """Sentences about keys of JSON objects that have no column."""

    def full(self, row: list[str]) -> list[str]:
        """Return a row with empty cells added up to the header's width."""
        return row + [""] * (len(self.header) - len(row))

    def numbered_rows(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the rows, as wide as the header, with their places: `line 12`, or a workbook's `row 7`."""
        word = "row" if self.kind is TableKind.XLSX else "line"
        above = [] if self.kind is TableKind.JSONL else self.head.texts
        number = 1 + sum(1 + count_lines(text) for text in above)
        for block in self.blocks:
            for row, text in zip(block.rows, block.texts, strict=True):
                yield f"{word} {number}", self.full(row)
                number += 1 + count_lines(text)


def csv_blocks(pieces: Iterable[str], dialect: Dialect) -> Iterator[Block]:
    """Yield a block for each piece that completes a row; `BrokenFileError`, with the record's first line, for faults of quotes and huge cells."""
    ready: deque[str] = deque()
    record: list[str] = []
    lines = _lines_of(pieces, ready, record)
    reader = csv.reader(lines, delimiter=dialect.delimiter, skipinitialspace=dialect.spaced, strict=True)
    rows: list[list[str]] = []
    texts: list[str] = []
    try:
        while True:
            try:
                row = next(reader)
            except StopIteration:
                break
            except csv.Error as error:
                row = _misquoted(record, dialect, error, reader.line_num - len(record) + 1)
            rows.append(row)
            texts.append("".join(record).removesuffix("\n").removesuffix("\r"))
            record.clear()
            if not ready:
                yield Block(rows, texts)
                rows, texts = [], []
    except BrokenFileError:
        if rows:
            yield Block(rows, texts)
        raise


def _lines_of(pieces: Iterable[str], ready: deque[str], record: list[str]) -> Iterator[str]:
    """Yield the lines of the pieces; `record` gets the lines of the current record, `ready` the rest of the current piece."""
    number = size = 0
    for piece in pieces:
        ready.extend(io.StringIO(piece, newline=""))
        while ready:
            line = ready.popleft()
            size = size + len(line) if record else 0
            if size > LINE_LIMIT:
                raise BrokenFileError(
                    f"The record that starts at line {number - len(record) + 1} has more than"
                    f" {LINE_LIMIT:,} characters: a quote is missing, or this is not a list."
                )
            record.append(line)
            number += 1
            yield line


def _misquoted(record: list[str], dialect: Dialect, error: csv.Error, line: int) -> list[str]:
    """Return the cells of a line with a misplaced quote, such as `"Bob" Jones,acme.com`; else raise `BrokenFileError`."""
    advice = "Close the quote, or double it if it is part of the text."
    if str(error) == "unexpected end of data":
        fault, advice = "has an unclosed quote", advice.replace("the quote", "it")
    elif len(record) > 1 and not str(error).startswith("field larger"):
        fault = "has a quote that is not closed at the end of its cell"
    else:
        delimiter = dialect.delimiter
        try:
            quoted = next(csv.reader(record, delimiter=delimiter, skipinitialspace=dialect.spaced))
            plain = next(csv.reader(record, delimiter=delimiter, quoting=csv.QUOTE_NONE))
            return plain if len(plain) == len(quoted) else quoted
        except csv.Error:  # a cell is too long
            fault = f"has a cell of more than {csv.field_size_limit():,} characters"
    raise BrokenFileError(f"The record that starts at line {line} {fault}. {advice}") from error


class _Lines(list[str]):
    """A file for `csv.writer` that collects the written rows."""

    write = list.append


def csv_lines(rows: Iterable[Iterable[str]], delimiter: str = ",") -> list[str]:
    """Return rows as CSV without line endings."""
    lines = _Lines()
    # Until Python 3.13, the writer quotes only the line breaks that its own line ending has: here both.
    csv.writer(lines, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return [line[:-2] for line in lines]


def escape_formula(cell: str) -> str:
    """Return a cell that spreadsheets do not run: with an apostrophe if it starts like a formula and is no number."""
    if cell[:1] not in forms.FORMULA_STARTS and cell.lstrip()[:1] not in forms.FORMULA_STARTS:
        return cell
    return cell if forms.HARMLESS_NUMBER.fullmatch(cell) else f"'{cell}"
