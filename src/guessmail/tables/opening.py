"""Opening a list: what it is, its header, and its rows in blocks as they become ready."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from guessmail.errors import BrokenFileError, UsageError
from guessmail.names import Name, read_name
from guessmail.tables.decoding import Piece, TextSource
from guessmail.tables.dialects import HEAD_CHARACTERS, HEAD_LINES, HEAD_ROWS, Head, find_dialect
from guessmail.tables.headers import (
    PERSON,
    ColumnRules,
    Columns,
    Kind,
    find_columns,
    known_titles,
    refuse_two_people,
    unused_columns,
)
from guessmail.tables.lacking import unknown_header
from guessmail.tables.records import Block, csv_blocks, in_parts
from guessmail.tables.start import FileKind, look
from guessmail.tables.table import Table, TableKind

_PEOPLE_ROWS = 100
"""Rows by which it is judged what two columns of names hold."""


def open_table(
    stream: "io.BufferedReader[Any]", rules: ColumnRules, notify: Callable[[str], None] = lambda _: None
) -> Table:
    """Open a list from bytes, whatever it is; `notify` takes notices in full sentences.

    Without a header that has what the rules need, or with two columns of different people, it is a `UsageError`.
    """
    try:
        start = stream.peek(16)[:16]
    except OSError as error:
        raise BrokenFileError(f"The list cannot be read: {error.strerror}.") from error
    kind = look(start).kind
    if kind in {FileKind.XLSX, FileKind.JSON} and not rules.header:
        raise UsageError("--no-header is for CSV and TSV; JSON and workbooks name their columns.")
    if kind is FileKind.XLSX:
        from guessmail.tables.workbooks import open_workbook

        table = open_workbook(stream, rules, notify)
    else:
        source = TextSource(stream, rules.encoding, notify, lambda text: _titles_known(text, rules))
        if kind is FileKind.JSON:
            from guessmail.tables.jsontext import open_json

            table = open_json(source, rules, is_array=start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"[")
        else:
            table = _open_text(source, rules)
    _settle(table)
    if sentence := unused_columns(table.header, table.columns) if table.has_header else "":
        notify(sentence)
    return table


def _titles_known(text: str, rules: ColumnRules) -> int:
    """Return how many titles of the header in a text are known as they are written."""
    head = find_dialect(text, rules)
    return known_titles(head.rows[-1]) if head.columns else 0


def _settle(table: Table) -> None:
    """Refuse two columns of different people, judged by the first rows; a pipe is asked for them only where it matters."""
    if not any(len(table.columns.of(kind)) > 1 for kind in PERSON):
        return
    first = next(table.blocks, Block([], []))
    table.blocks = chain([first], table.blocks)
    rows = [table.full(row) for row in first.rows[:_PEOPLE_ROWS]]
    refuse_two_people(table.header, table.columns, rows, lambda cell: isinstance(read_name(cell), Name))


def _open_text(source: TextSource, rules: ColumnRules) -> Table:
    pieces = source.pieces()
    first = _first_pieces(pieces)
    text = "".join(piece.text for piece in first)
    if not text.strip():
        return Table(TableKind.EMPTY, source)
    return (
        _open_csv(source, first, pieces, rules) if rules.header else _open_rows(source, text, pieces, rules)
    )


def _first_pieces(pieces: Iterator[Piece]) -> list[Piece]:
    first = []
    for piece in pieces:
        first.append(piece)
        if piece.text.strip():
            break
    return first


def _open_rows(source: TextSource, text: str, pieces: Iterator[Piece], rules: ColumnRules) -> Table:
    """Open a list without a header: by numbers, the name and the domain first unless the rules map others."""
    dialect, _, rows = find_dialect(text, rules)
    row = rows[0] if rows else []
    header = [str(number) for number in range(1, len(row) + 1)]
    if rules.mapped.keys().isdisjoint(PERSON) and any(Kind.NAME in group for group in rules.needs):
        rules = replace(rules, map=[*rules.map, "name=1"])
    if rules.mapped.keys().isdisjoint({Kind.DOMAIN, Kind.COMPANY}) and len(rules.needs) > 1:
        rules = replace(rules, map=[*rules.map, "domain=2"])
    columns = (
        Columns({Kind.NAME: (0,)}) if len(header) == 1 == len(rules.needs) else find_columns(header, rules)
    )
    if columns is None:
        columns_needed = ", ".join(f"{kind} in column {column}" for kind, column in rules.mapped.items())
        raise UsageError(
            f"--no-header expects {columns_needed}, but the first row is {dialect.delimiter.join(row)[:200]!r}."
            " Name the columns by number: --map name=1 --map domain=2."
        )
    blocks = csv_blocks(chain([Piece(text, 1)], pieces), dialect)
    return Table(
        TableKind.CSV, source, dialect, header, columns=columns, blocks=in_parts(blocks, len(header)), has_header=False
    )  # fmt: skip


def _open_csv(source: TextSource, first: list[Piece], pieces: Iterator[Piece], rules: ColumnRules) -> Table:
    """Read up to the header, no further: the next rows may come later."""
    while True:
        text = "".join(piece.text for piece in first)
        head = find_dialect(text, rules)
        if head.columns:
            break
        may_come = (
            len(head.rows) < HEAD_ROWS and len(text) < HEAD_CHARACTERS and text.count("\n") < HEAD_LINES
        )
        are_lines = rules.lines is not None and not _may_have_columns(head, rules.lines)
        if are_lines and may_come:
            may_come = False  # lines come out as they come in
        piece = next(pieces, None) if may_come else None
        if piece is None:
            if rules.lines and are_lines:
                return _open_lines(source, chain([Piece(text, 1)], pieces), rules.lines)
            raise unknown_header(head.rows, rules)
        first.append(piece)
    blocks = csv_blocks(chain([Piece(text, 1)], pieces), head.dialect)
    before = Block([], [])
    for block in blocks:
        for place, row in enumerate(block.rows):
            columns = find_columns(row, rules)
            if columns:
                before = Block(before.rows + block.rows[:place], before.texts + block.texts[:place])
                return Table(
                    TableKind.CSV, source, head.dialect, row, block.texts[place], columns, before,
                    in_parts(chain([block.part(place + 1)], blocks), len(row)),
                )  # fmt: skip
        before = Block(before.rows + block.rows, before.texts + block.texts)
    raise unknown_header(head.rows, rules)


def _may_have_columns(head: Head, kind: Kind) -> bool:
    """Return whether the first rows have several cells each: a table whose header is not known, and no lines."""
    if kind is Kind.NAME and head.dialect.delimiter == ",":  # `Doe, Jane` and `Jane Doe, CEO` are names
        return False
    filled = [row for row in head.rows if any(map(str.strip, row))]
    return len(filled) > 0 and all(
        len(row) > 2 or (len(row) > 1 and "@" not in "".join(row)) for row in filled
    )


def _open_lines(source: TextSource, pieces: Iterable[Piece], kind: Kind) -> Table:
    """Open a text of which each line is one thing; blank lines stay blank rows."""

    def blocks() -> Iterator[Block]:
        for piece in pieces:
            lines = piece.text.splitlines()
            rows = [[line.strip()] if line.strip() else [] for line in lines]
            yield Block(rows, [_as_csv(row[0]) if row else "" for row in rows])

    return Table(
        TableKind.CSV, source, header=[kind.value], columns=Columns({kind: (0,)}), blocks=blocks(), has_header=False
    )  # fmt: skip


def _as_csv(cell: str) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow([cell])
    return text.getvalue()


__all__ = ["open_table"]
