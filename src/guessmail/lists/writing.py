"""Lists as text: the user's part of a row as it was written, and the added cells or the answer's JSON behind it."""

import csv
import json
import re
from collections.abc import Iterable, Sequence

from guessmail.lists.decoding import TableKind
from guessmail.lists.records import Block, Dialect, Table
from guessmail.text import is_text

_DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫")
"""A cell that starts so is run as a formula by spreadsheets, maybe after spaces (OWASP, CSV Injection)."""
_NUMBER = re.compile(
    r"[+-][\s\u00a0\u202f.,'’()/$€£¥-]*+\d[\d\s\u00a0\u202f.,'’()/$€£¥-]*+(?:[Ee][+-]?\d+|%|ext\.?\s*+\d+)?",
    re.ASCII,
)
"""A number, or a telephone number: without letters, nothing can be called or referred to."""


class CsvRows:
    """Turns rows and their added cells into CSV text.

    Where `dialect` is the list's own, the text of a row is passed on, quotes and all, and only rows that must
    change are written anew: those longer than the header or with earlier guesses, and all with `safe`.
    """

    def __init__(
        self, table: Table, added: Sequence[str], place: tuple[int, int], dialect: Dialect, *, safe: bool
    ) -> None:
        self._table, self._added, self._safe = table, added, safe
        self._start, self._stop = place
        self._width = len(table.header)
        self._delimiter, self._end = dialect.delimiter, dialect.line_end
        same = table.kind is TableKind.CSV and table.dialect.delimiter == dialect.delimiter
        self._keeps_text = same and not safe
        self._appends = self._keeps_text and self._start == self._stop == self._width

    def head(self) -> str:
        """Return the rows before the header, and the header."""
        head = self._table.head
        return self.rows(head, [*([] for _ in head.rows[1:]), list(self._added)]) if head.rows else ""

    def rows(self, block: Block, cells: list[list[str]]) -> str:
        """Return a block's rows with their added cells; a row without added cells is a blank line."""
        lines = []
        cells = [[escape_formula(cell) for cell in row] for row in cells]
        tails = csv_lines(cells, self._delimiter)
        for row, text, added, tail in zip(block.rows, block.texts, cells, tails, strict=True):
            missing = self._width - len(row)
            if not added:
                lines.append(text if self._keeps_text else self._line(row))
            elif self._appends and missing >= 0:
                lines.append(f"{text}{self._delimiter * (missing + 1)}{tail}")
            else:
                full = row + [""] * missing
                lines.append(self._line([*full[: self._start], *added, *full[self._stop :]]))
        return "".join([line + self._end for line in lines])

    def _line(self, row: Sequence[str]) -> str:
        return csv_lines([map(escape_formula, row) if self._safe else row], self._delimiter)[0]


class _Lines(list[str]):
    """Takes the rows that `csv.writer` writes."""

    write = list.append


def csv_lines(rows: Iterable[Iterable[str]], delimiter: str = ",") -> list[str]:
    """Return rows as CSV without line endings."""
    lines = _Lines()
    # Which line breaks the writer quotes depends on the line ending it is given (until Python 3.13): both.
    csv.writer(lines, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return [line[:-2] for line in lines]


def unique_titles(header: Sequence[str]) -> list[str]:
    """Return a header with a number after each title that stood before, so that no cell is lost."""
    keys: dict[str, None] = {}
    numbers = dict.fromkeys(header, 1)
    for title in header:
        key = title
        while key in keys:
            numbers[title] += 1
            key = f"{title} ({numbers[title]})"
        keys[key] = None
    return list(keys)


def dump_row(keys: Sequence[str], row: Sequence[str]) -> str:
    """Return a row as a JSON object; cells beyond the header are a list under an empty key."""
    fields: dict[str, object] = dict(zip(keys, row, strict=False))
    if rest := row[len(keys) :]:
        fields[""] = rest
    return dump(fields)


def dump(value: object) -> str:
    """Return a value as JSON in UTF-8; with a lone surrogate, which has no UTF-8 but may be escaped, in ASCII."""
    text = json.dumps(value, ensure_ascii=False)
    return text if is_text(text) else json.dumps(value)


def escape_formula(cell: str) -> str:
    """Return a cell that no spreadsheet runs: an apostrophe before what starts like a formula and is no number."""
    if cell[:1] not in _DANGEROUS and cell.lstrip()[:1] not in _DANGEROUS:
        return cell
    return cell if _NUMBER.fullmatch(cell) else f"'{cell}"
