"""CSV records: the cells of each, and the text they were read from, which is passed on as it was written."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from guessmail.errors import BrokenFileError
from guessmail.tables.decoding import LINE_LIMIT, Piece

if TYPE_CHECKING:
    from _csv import Reader


_LONG_RECORD = 1 << 13
_MOST_CELLS = 1 << 20


class Dialect(NamedTuple):
    """How a list is written."""

    delimiter: str = ","
    line_end: str = "\n"
    spaced: bool = False
    """Whether a space follows each delimiter, which is no part of the cell."""


class Block(NamedTuple):
    """Rows that were ready together."""

    rows: list[list[str]]
    texts: list[str]
    """What each row was read from, without the line ending; empty for a workbook."""

    def part(self, start: int, stop: int | None = None) -> "Block":
        """Return some of the rows."""
        return Block(self.rows[start:stop], self.texts[start:stop])


def csv_blocks(pieces: Iterable[Piece], dialect: Dialect) -> Iterator[Block]:
    """Yield a block for each piece that completes a row.

    A quote that is never closed, a cell of more than 131,072 characters (`csv.field_size_limit`) and a row
    whose quotes end in the middle of a later line are a `BrokenFileError` that names the line where the
    record starts.
    """
    rest, line = "", 1
    held: list[str] = []
    size = 0
    for piece in chain(pieces, [Piece("", 0)]):
        if not (rest or held):
            line = piece.line
        held.append(piece.text)
        size += len(piece.text)
        # A record has to be parsed from its start: once it is long, only as it grows by an eighth, which takes
        # linear time however small the pieces are.
        if piece.text and len(rest) > _LONG_RECORD and size < len(rest) >> 3:
            continue
        text = "".join([rest, *held])
        held, size = [], 0
        block, rest = _parse(text, dialect, line)
        if rest:
            line += _line_count(text[: len(text) - len(rest)])
        if block.rows:
            yield block
        if len(rest) > LINE_LIMIT:
            raise BrokenFileError(
                f"The record that starts at line {line} has more than {LINE_LIMIT:,} characters:"
                " a quote is missing, or this is not a list."
            )
    if rest:
        raise BrokenFileError(
            f"The record that starts at line {line} has an unclosed quote."
            " Close it, or double it if it is part of the text."
        )


def in_parts(blocks: Iterable[Block], width: int) -> Iterator[Block]:
    """Yield the blocks so small that their rows, filled up to a header of this width, fit the memory."""
    most = max(1, _MOST_CELLS // max(1, width))
    for block in blocks:
        for start in range(0, len(block.rows), most):
            yield block.part(start, start + most) if len(block.rows) > most else block


def _parse(text: str, dialect: Dialect, line: int) -> tuple[Block, str]:
    """Return the records of a text that starts at this line, and the text of an unfinished one at its end."""
    block = _parse_plain(text, dialect)
    return (block, "") if block else _parse_carefully(text, dialect, line)


def _parse_plain(text: str, dialect: Dialect) -> Block | None:
    """Return the records of a text in which each line is one, the common case; else None."""
    end = dialect.line_end
    if text.count("\r") != ("\r" in end) * text.count(end) or text.count("\n") != ("\n" in end) * text.count(
        end
    ):
        return None
    texts = text.split(end)
    if not texts[-1]:
        texts.pop()
    try:
        rows = list(_reader(texts, dialect))
    except csv.Error:
        return None
    return Block(rows, texts) if len(rows) == len(texts) else None


def _parse_carefully(text: str, dialect: Dialect, line: int) -> tuple[Block, str]:
    """Return the same for cells with line breaks, mixed line endings and misplaced quotes."""
    lines = list(io.StringIO(text, newline=""))
    reader = _reader(lines, dialect)
    rows: list[list[str]] = []
    texts: list[str] = []
    while True:
        start = reader.line_num
        try:
            row = next(reader)
        except StopIteration:
            return Block(rows, texts), ""
        except csv.Error as error:
            if str(error) == "unexpected end of data":
                return Block(rows, texts), "".join(lines[start:])
            if str(error).startswith("field larger") or reader.line_num - start > 1:
                _refuse(error, line + start)
            row = _parse_misquoted(lines[start], dialect)
        rows.append(row)
        texts.append(_without_end("".join(lines[start : reader.line_num])))


def _parse_misquoted(line: str, dialect: Dialect) -> list[str]:
    """Return the cells of a line such as `"Bob" Jones,acme.com`: quotes are text if nothing needs them."""
    quoted: list[str] = next(csv.reader([line], delimiter=dialect.delimiter, skipinitialspace=dialect.spaced))
    plain: list[str] = next(csv.reader([line], delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE))
    return plain if len(plain) == len(quoted) else quoted


def _reader(lines: Iterable[str], dialect: Dialect) -> "Reader":
    return csv.reader(lines, delimiter=dialect.delimiter, skipinitialspace=dialect.spaced, strict=True)


def _refuse(error: csv.Error, line: int) -> NoReturn:
    if str(error).startswith("field larger"):
        fault = f"has a cell of more than {csv.field_size_limit():,} characters"
    else:
        fault = "has a quote that is not closed at the end of its cell"
    raise BrokenFileError(
        f"The record that starts at line {line} {fault}."
        " Close the quote, or double it if it is part of the text."
    ) from error


def _without_end(text: str) -> str:
    return text[:-2] if text.endswith("\r\n") else text[:-1] if text.endswith(("\n", "\r")) else text


def _line_count(text: str) -> int:
    return sum(1 for _ in io.StringIO(text, newline=""))
