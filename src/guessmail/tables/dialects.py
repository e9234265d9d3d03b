"""How a list is written: its delimiter and line ending, by rules that look at the first lines alone."""

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from guessmail.tables.headers import ColumnRules, Columns, find_columns
from guessmail.tables.records import Dialect

DIALECT_RULES = """\
Format: the delimiter is the one of comma, semicolon, tab and | with which the header is found; if several fit,
the one that gives most cells. Cells may be in double quotes. The first line's ending is kept. A list that starts
with { is JSON Lines: one object per line, its keys are the columns; one that starts with [ is a JSON array of such objects. A
list that starts with PK is an Excel workbook."""

HEAD_ROWS = 20
"""Rows in which the header is looked for: the notes before it in people's exports have up to ten."""

HEAD_LINES = 4 * HEAD_ROWS
"""Lines in which these rows are looked for: cells may have line breaks."""

HEAD_CHARACTERS = 1 << 20
"""Characters in which these rows are looked for."""

_DELIMITERS = ",;\t|"


class Head(NamedTuple):
    """What the first rows show."""

    dialect: Dialect
    columns: Columns | None
    """None where no header was found."""
    rows: list[list[str]]
    """The rows that were looked at; the last one is the header, if it was found."""


def find_dialect(text: str, rules: ColumnRules) -> Head:
    """Return how the list that starts with `text` is written, and its header's columns if it is there.

    Of a list without a header, the first row is the only one that is looked at.
    """
    lines = [line for line, _ in zip(io.StringIO(text, newline=""), range(HEAD_LINES), strict=False)]
    heads = [
        _try_dialect(lines, Dialect(delimiter, _line_end(lines), spaced), rules)
        for delimiter in _DELIMITERS
        for spaced in ((True, False) if rules.header else (False,))  # max() takes the first of equals
    ]
    found = [head for head in heads if head.columns]
    if found:
        return max(found, key=lambda head: (-len(head.rows), len(head.rows[-1])))
    return max(heads, key=lambda head: max(map(len, head.rows), default=0))


def _try_dialect(lines: Sequence[str], dialect: Dialect, rules: ColumnRules) -> Head:
    rows: list[list[str]] = []
    reader = csv.reader(lines, delimiter=dialect.delimiter, skipinitialspace=dialect.spaced)
    try:
        for row, _ in zip(reader, range(HEAD_ROWS), strict=False):
            rows.append(row)
            if not rules.header and row:
                return Head(dialect, None, [row])
            if dialect.spaced and not _is_spaced(row, lines[: reader.line_num], dialect.delimiter):
                continue
            columns = find_columns(row, rules)
            if columns:
                return Head(dialect, columns, rows)
    except csv.Error:  # a cell beyond the limit: reported with its line when the records are read
        pass
    return Head(dialect, None, rows)


def _is_spaced(row: Sequence[str], lines: Sequence[str], delimiter: str) -> bool:
    """Return whether a space follows each delimiter of a header (`name, domain`)."""
    return len(row) > 1 and lines[-1].count(f"{delimiter} ") >= len(row) - 1


def _line_end(lines: Sequence[str]) -> str:
    first = lines[0] if lines else ""
    return "\r\n" if first.endswith("\r\n") else "\r" if first.endswith("\r") else "\n"
