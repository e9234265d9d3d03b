"""Resuming an interrupted run: which of its rows are complete, and their counts."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

from guessmail.errors import BrokenFileError
from guessmail.reports.added import CELL_MX, CELL_PROBLEM
from guessmail.runs.progress import Tally
from guessmail.tables import Dialect
from guessmail.tables.decoding import TextSource
from guessmail.tables.records import Block, csv_blocks

_MARK_BYTES = 3


def whole_csv(part: Path, dialect: Dialect, head: int, start: int, tally: Tally) -> tuple[int, int]:
    """Return the whole records of a CSV file and the bytes that they take; a torn last one is left out.

    `head` is the number of records up to the header, `start` the place of the added cells. What the rows
    came to is added to `tally`. A file torn within the header has no rows.
    """
    rows, size = 0, 0
    with part.open("rb") as file:
        whole = io.BufferedReader(_WholeLines(file, dialect.line_end.encode()))
        source = TextSource(whole, "utf-8")
        for block in _blocks_to_tear(source, dialect):
            size += sum(map(len, map(str.encode, block.texts))) + len(block.texts) * len(dialect.line_end)
            data = block.rows[max(head - rows, 0) :]
            if any("\0" in text for text in block.texts) or any(
                len(row) <= start and any(map(str.strip, row)) for row in data
            ):
                raise ValueError("rows that this program does not write")
            rows += len(block.rows)
            for row in data:
                if len(row) > start + CELL_PROBLEM:
                    tally.add(row[start], row[start + CELL_MX], row[start + CELL_PROBLEM])
    if rows < head:
        return 0, 0
    return rows, size + _MARK_BYTES * source.has_mark


def whole_jsonl(part: Path, tally: Tally) -> tuple[int, int]:
    """Return the whole lines of a JSON Lines file and the bytes that they take; the rest as `whole_csv`.

    Of a damaged file it is the lines before the damage.
    """
    rows = size = 0
    with part.open("rb") as file:
        for line in file:
            cells = _cells_in(line)
            if cells is None:
                break
            rows, size = rows + 1, size + len(line)
            tally.add(*cells)
    return rows, size


def whole_json(part: Path, tally: Tally) -> tuple[int, int]:
    """Return the same of a JSON array of an object a line: those before a comma are whole, and the comma is left out."""
    rows = size = 0
    with part.open("rb") as file:
        if file.readline() != b"[\n":
            return 0, 0
        for line in file:
            cells = _cells_in(line.replace(b",\n", b"\n")) if line.endswith(b",\n") else None
            if cells is None:
                break
            rows, size = (
                rows + 1,
                size + len(line),
            )  # the first line is as long as the comma and the line break
            tally.add(*cells)
    return rows, size


def _cells_in(line: bytes) -> tuple[str, str, str] | None:
    """Return the first guess, verdict and problem in a line, each maybe empty; None if it is not whole."""
    if not line.endswith(b"\n"):
        return None
    try:
        item = json.loads(line)
        first = item["candidates"][0]["address"] if item["candidates"] else ""
        return first, (item["mx"] or {}).get("verdict", ""), (item["problem"] or {}).get("code", "")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


class _WholeLines(io.RawIOBase):
    """A file up to its last line ending."""

    def __init__(self, file: io.BufferedReader, end: bytes) -> None:
        self._file = file
        self._left = _last_end(file, end)
        file.seek(0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count = self._file.readinto(buffer[: self._left])
        self._left -= count
        return count


def _last_end(file: io.BufferedReader, end: bytes) -> int:
    """Return how many bytes a file has up to and with its last line ending."""
    position = file.seek(0, io.SEEK_END)
    tail = b""
    while position and end not in tail:
        step = min(position, 1 << 16)
        position = file.seek(position - step)
        tail = file.read(step) + tail
    return position + tail.rfind(end) + len(end) if end in tail else 0


def _blocks_to_tear(source: TextSource, dialect: Dialect) -> Iterator[Block]:
    """Yield the records up to one that is torn within its quotes."""
    try:
        yield from csv_blocks(source.pieces(), dialect)
    except BrokenFileError:
        return
