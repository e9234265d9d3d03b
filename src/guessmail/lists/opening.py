"""Opening a list: its kind, dialect and header are found, and its rows come in blocks as they are ready."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import accumulate, chain, islice
from typing import Any, NamedTuple

from guessmail.addresses import address_of
from guessmail.data.columns import COLUMN_KINDS, fold_title, written_titles
from guessmail.errors import BrokenFileError, UsageError, explained
from guessmail.lists import headers
from guessmail.lists.decoding import TableKind, TextSource, count_lines, recognise
from guessmail.lists.headers import PERSON, ColumnRules, Columns, Kind, find_columns, unknown_header
from guessmail.lists.records import NO_ROWS, Block, Dialect, Table, csv_blocks, csv_lines

ALIGNED = (
    "Only spaces set the columns of the list apart, as in a table copied from a PDF. Paste it into a spreadsheet and save it as"
    " CSV (UTF-8), or put a tab between the columns."
)
_GAP = re.compile(r"[^\s,;|]( {2,})(?=[^\s,;|])")
_HEADER_LINES = 4 * headers.HEADER_ROWS  # lines that are searched for the header: cells may have line breaks


class _Head(NamedTuple):
    """The first rows, read in a dialect."""

    dialect: Dialect
    columns: Columns | None
    """None if no header was found."""
    rows: list[list[str]]
    """The last one is the header if it was found."""


def open_table(
    stream: "io.BufferedReader[Any]", rules: ColumnRules, notify: Callable[[str], None] = lambda _: None
) -> Table:
    """Open a list of any kind; `notify` takes notices. Missing columns, and two of different people's names, are a `UsageError`."""
    with explained("The list cannot be read"):
        kind = recognise(stream.peek(16)[:16]).kind
    if kind in {TableKind.XLSX, TableKind.JSONL} and not rules.header:
        raise UsageError("--no-header is for CSV and TSV; JSON and workbooks name their columns.")
    if kind is TableKind.XLSX:
        from guessmail.lists.workbooks import open_workbook

        table = open_workbook(stream, rules, notify)
    else:
        source = TextSource(stream, rules.encoding, notify, lambda text: _titles_known(text, rules))
        if kind is TableKind.JSONL:
            from guessmail.lists.jsontext import open_json

            table = open_json(source, rules)
        else:
            table = _open_text(source, rules)
    # Small blocks: the output of a long run can be watched, and rows that are filled up fit into memory.
    blocks = ((block, start) for block in table.blocks for start in range(0, len(block.rows), 500))
    table.blocks = (block.part(start, start + 500) for block, start in blocks)
    _settle_names(table, rules)
    names = [at for at, row in enumerate(table.head.rows, 1) if find_columns(row, rules)]
    if len(names) > 1:
        notify(f"Row {names[-1]} is taken as the header; row {names[0]} could be one, too.")
    if table.head.rows and (sentence := headers.unused_columns(table.header, table.columns)):
        notify(sentence)
    return table


def _settle_names(table: Table, rules: ColumnRules) -> None:
    """Drop columns without people's names; of two people's, refuse those that are needed, and drop the others."""
    if all(len(table.columns.of(kind)) < 2 for kind in PERSON):  # a pipe is not asked for rows yet
        return
    first = list(islice(table.blocks, 1))
    table.blocks = chain(first, table.blocks)
    rows = [table.full(row) for block in first for row in block.rows[:100]]
    try:
        headers.refuse_two_people(table.header, table.columns, rows)
    except UsageError:
        if PERSON in rules.needs:
            raise
        for kind in PERSON:
            table.columns.pop(kind, None)
        table.columns.has_two_people = True


def _titles_known(text: str, rules: ColumnRules) -> int:
    """Return the number of titles of a text's header that are known with their accents."""
    head, known = _find_dialect(text, rules), written_titles()
    titles = head.rows[-1] if head.columns else []
    return sum(fold_title(title) in COLUMN_KINDS and title.strip().casefold() in known for title in titles)


def _open_text(source: TextSource, rules: ColumnRules) -> Table:
    """Open CSV, or lines; no more is read than the header, or the first line, as the next rows may come later."""
    pieces = source.pieces()
    text = next((text for text in accumulate(pieces) if text.strip()), "")
    if not text:
        return Table(TableKind.EMPTY, source, head=Block([[]], [""]) if rules.header else NO_ROWS)
    while not (head := _find_dialect(text, rules)).columns and rules.header:
        if _is_aligned(text, rules.lines):
            raise UsageError(ALIGNED)
        if rules.lines and not _may_have_columns(head, rules.lines):
            # Each line is one cell; a blank line is a blank row.
            texts = (piece.splitlines() for piece in chain([text], pieces))
            parts = ([[line] if line else [] for line in map(str.strip, lines)] for lines in texts)
            cells = (Block(rows, csv_lines(rows)) for rows in parts)
            columns = Columns({rules.lines: (0,)})
            return Table(TableKind.CSV, source, Dialect(), [rules.lines.value], columns, NO_ROWS, cells)
        is_over = count_lines(text) >= _HEADER_LINES or len(text) >= 1 << 20
        more = "" if is_over else next(pieces, "")
        if not more:
            raise unknown_header(head.rows or [text.splitlines()[:1]], rules)
        text += more
    blocks = csv_blocks(chain([text], pieces), head.dialect)
    if not rules.header:
        return _open_rows(source, head, blocks, rules)
    first, at = next(blocks), len(head.rows) - 1
    header, columns = first.rows[at], head.columns or Columns()
    rest = chain([first.part(at + 1)], blocks)
    return Table(TableKind.CSV, source, head.dialect, header, columns, first.part(0, at + 1), rest)


def _open_rows(source: TextSource, head: _Head, blocks: Iterator[Block], rules: ColumnRules) -> Table:
    """Open a list without a header: columns are named by number; 1 is the name and 2 the domain unless they are mapped."""
    row = head.rows[0] if head.rows else []
    header = [str(number) for number in range(1, len(row) + 1)]
    if rules.mapped.keys().isdisjoint(PERSON) and any(Kind.NAME in group for group in rules.needs):
        rules = replace(rules, map=[*rules.map, "name=1"])
    if rules.mapped.keys().isdisjoint({Kind.DOMAIN, Kind.COMPANY}) and len(rules.needs) > 1:
        rules = replace(rules, map=[*rules.map, "domain=2"])
    is_name = len(header) == 1 == len(rules.needs)
    columns = Columns({Kind.NAME: (0,)}) if is_name else find_columns(header, rules)
    if columns is None:
        columns_needed = ", ".join(f"{kind} in column {column}" for kind, column in rules.mapped.items())
        raise UsageError(
            f"--no-header expects {columns_needed}, but the first row is {head.dialect.delimiter.join(row)[:200]!r}."
            " Name the columns by number: --map name=1 --map domain=2."
        )
    return Table(TableKind.CSV, source, head.dialect, header, columns, NO_ROWS, blocks)


def _may_have_columns(head: _Head, kind: Kind) -> bool:
    """Return whether the first rows have several cells each: then it is a table with an unknown header."""
    if kind is Kind.NAME and head.dialect.delimiter == ",":  # `Doe, Jane` and `Jane Doe, CEO` are names
        return False
    filled = [row for row in head.rows if any(map(str.strip, row))]
    return bool(filled) and all(len(row) > 2 or (len(row) > 1 and "@" not in "".join(row)) for row in filled)


def _is_aligned(text: str, kind: Kind | None) -> bool:
    """Return whether most of the first lines have several columns that only spaces set apart; two words are one name (`kind`)."""
    fewest = 3 if kind is Kind.NAME else 2
    lines = [line for line in text.splitlines()[: headers.HEADER_ROWS] if line.strip()]
    gaps = [_GAP.findall(line) for line in lines if len(line.split()) >= fewest]
    wide = [each for each in gaps if len(each) > 1 or len(max(each, default="")) > 2]
    return len(lines) > 1 and 2 * len(wide) > len(lines)


def _find_dialect(text: str, rules: ColumnRules) -> _Head:
    """Return the most plausible dialect of the list that starts with `text`, and the columns of its header, if any."""
    lines = list(islice(io.StringIO(text, newline=""), _HEADER_LINES))
    first = lines[0] if lines else ""
    end = "\r\n" if first.endswith("\r\n") else "\r" if first.endswith("\r") else "\n"
    heads = [
        _try_dialect("".join(lines), Dialect(delimiter, end, spaced), rules)
        for delimiter in ",;\t|"
        for spaced in ((True, False) if rules.header else (False,))  # max() takes the first of equals
    ]
    if found := [head for head in heads if head.columns]:
        # A row of several cells, and one of groups, may read as a single title.
        return max(found, key=lambda head: (len(head.rows[-1]) > 1, -len(head.rows), len(head.rows[-1])))
    return max(heads, key=lambda head: max(map(len, head.rows), default=0))


def _try_dialect(text: str, dialect: Dialect, rules: ColumnRules) -> _Head:
    block = NO_ROWS
    with suppress(BrokenFileError):  # raised again, with its line, when the rows are read
        block = next(csv_blocks([text], dialect), block).part(0, headers.HEADER_ROWS)
    rows = block.rows
    if not rules.header:
        return _Head(dialect, None, [*filter(None, rows)][:1] or rows)
    at, columns = headers.find_header(rows, rules) or (0, None)
    space = f"{dialect.delimiter} "  # follows each delimiter of a header such as `name, domain`
    if columns and (not dialect.spaced or 0 < len(rows[at]) - 1 <= block.texts[at].count(space)):
        return _Head(dialect, columns, rows[: at + 1])
    for at, row in enumerate(rows if not dialect.spaced else ()):
        titles = dict.fromkeys(_titles_of_addresses(rows[at:]), Kind.EMAIL)
        if titles and (columns := find_columns(row, replace(rules, titles={**titles, **rules.titles}))):
            return _Head(dialect, columns, rows[: at + 1])
    return _Head(dialect, None, rows)


def _titles_of_addresses(rows: list[list[str]]) -> list[str]:
    """Return the folded titles of the first row, one of several, below which two rows or more have nothing but addresses."""
    filled, width = list(filter(any, rows)), len(rows[0])
    is_table = width > 1 and {width} == {*map(len, filled)} and "@" not in "".join(rows[0])
    columns = zip(*filled, strict=True) if is_table and len(filled) > 2 else ()
    filled_columns = ((title, [*filter(None, cells)]) for title, *cells in columns)
    return [fold_title(title) for title, cells in filled_columns if cells and all(map(address_of, cells))]
