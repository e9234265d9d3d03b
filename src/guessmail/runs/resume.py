"""Resuming an interrupted run: which of its rows are complete, and their counts."""

import hashlib
import io
import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

from guessmail import __version__
from guessmail.errors import BrokenFileError
from guessmail.lists import Dialect, Table
from guessmail.lists.decoding import TextSource
from guessmail.lists.records import csv_blocks
from guessmail.reports.added import CELL_MX, CELL_PROBLEM
from guessmail.runs.progress import Tally
from guessmail.text.streams import Span

RESUMABLE = frozenset(("csv", "tsv", "json", "jsonl"))
"""Formats of which an interrupted run leaves rows that can be continued."""
_MARK_BYTES = 3


def fingerprint(source: io.BufferedReader, options: str) -> str:
    """Return what identifies a run: a hash of guessmail's version, the options and the input's bytes."""
    digest = hashlib.sha256(f"{__version__}\n{options}".encode())
    while chunk := source.read(1 << 20):
        digest.update(chunk)
    return digest.hexdigest()


def whole_of(format_: str, table: Table, start: int, tally: Tally) -> Callable[[Path], tuple[int, int]]:
    """Return the function that reads the rows of an interrupted run, with the added cells from column `start` on.

    It returns the number of complete rows and the bytes up to their end, and adds the rows to `tally`.
    """
    if format_ in {"json", "jsonl"}:
        return partial(whole_json, tally=tally, is_array=format_ == "json")
    dialect = table.dialect._replace(delimiter="\t") if format_ == "tsv" else table.dialect
    head = len(table.before.rows) + table.has_header
    return partial(whole_csv, dialect=dialect, head=head, start=start, tally=tally)


def whole_csv(part: Path, dialect: Dialect, head: int, start: int, tally: Tally) -> tuple[int, int]:
    """Read a CSV file of which the last record may be torn, with `head` records up to its header.

    Without a row behind them, these are to be written anew.
    """
    rows, size, end = -head, 0, dialect.line_end.encode()
    if not part.stat().st_size:  # which cannot be mapped
        return 0, 0
    with part.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as mapped:
        stop = at + len(end) if (at := mapped.rfind(end)) >= 0 else 0
        source = TextSource(io.BufferedReader(Span(file.fileno(), 0, stop)), "utf-8")
        with suppress(BrokenFileError):  # a record that is torn within its quotes
            for block in csv_blocks(source.pieces(), dialect):
                size += sum(map(len, map(str.encode, block.texts))) + len(block.texts) * len(dialect.line_end)
                data = block.rows[max(-rows, 0) :]
                if any("\0" in text for text in block.texts) or any(
                    len(row) <= start and any(map(str.strip, row)) for row in data
                ):
                    raise ValueError("rows that this program does not write")
                rows += len(block.rows)
                for row in data:
                    if len(row) > start + CELL_PROBLEM:
                        tally.add(row[start], row[start + CELL_MX], row[start + CELL_PROBLEM])
    return (rows, size + _MARK_BYTES * source.has_mark) if rows > 0 else (0, 0)


def whole_json(part: Path, tally: Tally, *, is_array: bool) -> tuple[int, int]:
    """Read a file of JSON objects, on a line each, up to one that is torn or damaged.

    In an array, an object is known to be whole by the comma behind it, and goes on before that.
    """
    rows = size = 0
    end = b",\n" if is_array else b"\n"
    with part.open("rb") as file:
        if is_array and file.readline() != b"[\n":
            return 0, 0
        for line in file:
            try:
                item: Any = json.loads(line.removesuffix(end)) if line.endswith(end) else None
                first = item["candidates"][0]["address"] if item["candidates"] else ""
                verdict = (item["mx"] or {}).get("verdict", "")
                problem = (item["problem"] or {}).get("code", "")
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                break
            rows += 1
            size += len(line)  # the first line of an array is as long as the comma and the line break
            tally.add(first, verdict, problem)
    return rows, size
