"""Answers in any format, alone or beside a list's rows: a format is a class and its row in `FORMATS`; tables of terminals."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeAlias, TypeVar

from guessmail.text import percent, printable
from guessmail.text.streams import unguarded

if TYPE_CHECKING:  # plain lines do not pay for tables
    from rich.console import Console
    from rich.text import Text

    from guessmail.lists import Block, Table

Item = TypeVar("Item")
Data: TypeAlias = dict[str, Any]
"""The JSON object of a report, with all digits; the report's lines are made from it."""


class Listing(NamedTuple, Generic[Item]):
    """The functions that turn an answer of a command into JSON, lines and cells."""

    fields: Callable[[Item], dict[str, object]]
    """Returns the JSON object; beside the rows of a list, without `row` and `input`."""
    plain: Callable[[Item], Iterable[str]]
    columns: Sequence[str] = ()
    cells: Callable[[Item], Iterable[list[str]]] = lambda _: ()
    """Returns rows with a cell for each column; beside a row of a list, exactly one."""


def written(listing: Listing[Item], format_: str, batches: Iterable[Sequence[Item]]) -> Iterator[bytes]:
    """Yield the bytes of answers that stand alone, in one of `FORMATS`, as each batch comes.

    A JSON array stays unclosed if a batch fails; a workbook comes as a whole at the end.
    """
    writer = FORMATS[format_](listing)
    yield writer.begin().encode(errors="replace")
    for batch in batches:
        yield writer.part(None, batch).encode(errors="replace")
    yield writer.end()


class Writer(Generic[Item]):
    """Writes answers alone, or beside the rows of a table, where they replace the columns `place[0]:place[1]`.

    `safe` escapes cells that a spreadsheet would run. This class writes plain text.
    """

    endings: ClassVar[tuple[str, ...]] = ()
    """The endings of the names of its files, the format's own name first."""
    has_cells: ClassVar[bool] = False
    """Whether spreadsheets show it as cells."""
    takes_mark: ClassVar[bool] = False
    """Whether a byte-order mark shows spreadsheets that it is UTF-8."""

    def __init__(
        self,
        listing: Listing[Item],
        table: "Table | None" = None,
        place: tuple[int, int] = (0, 0),
        *,
        safe: bool = False,
    ) -> None:
        self._listing, self._table, self._place, self._safe = listing, table, place, safe
        self.done = 0
        """The number of JSON objects so far, with those of the interrupted run that is resumed."""

    def begin(self) -> str:
        """Return the text before the answers."""
        return ""

    def part(self, block: "Block | None", answers: Sequence[Item | None]) -> str:
        """Return the text of the next answers: to the rows of a block (None for a blank line), or alone."""
        lines = (line for answer in answers for line in (self._listing.plain(answer) if answer else [""]))
        return "".join(f"{line}\n" for line in lines)

    def end(self) -> bytes:
        """Return the bytes after the answers."""
        return b""


class _JsonLines(Writer[Item]):
    endings: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson")

    def part(self, block: "Block | None", answers: Sequence[Item | None]) -> str:
        return "".join(f"{text}\n" for text in self._objects(block, answers))

    def _objects(self, block: "Block | None", answers: Sequence[Item | None]) -> Iterator[str]:
        """Yield a JSON object for each answer, but not for blank lines."""
        from guessmail.lists.jsontext import dump, dump_row

        for at, answer in enumerate(answers):
            if answer:
                self.done += 1
                text = dump(self._listing.fields(answer))
                if block:
                    row = dump_row(self._keys, block.rows[at]) if self._keys else block.texts[at]
                    text = f'{{"row": {self.done}, "input": {row}, {text[1:]}'
                yield text

    @cached_property
    def _keys(self) -> list[str]:
        """The keys of the rows' cells; empty for a list in JSON, whose objects are copied as they are."""
        from guessmail.lists.jsontext import unique_titles

        return unique_titles(self._table.header) if self._table and self._table.kind != "jsonl" else []


class _JsonArray(_JsonLines[Item]):
    endings = (".json",)

    def part(self, block: "Block | None", answers: Sequence[Item | None]) -> str:
        return "".join(f"{',' if self.done > 1 else '['}\n{text}" for text in self._objects(block, answers))

    def end(self) -> bytes:
        return b"\n]\n" if self.done else b"[]\n"


class _Csv(Writer[Item]):
    """CSV with the list's delimiter.

    Rows of CSV with the same delimiter are copied as they are, with their quotes. Only rows that are longer than the header
    or have columns to replace are written anew, and all rows if `safe`.
    """

    endings: ClassVar[tuple[str, ...]] = (".csv",)
    has_cells = True
    takes_mark = True
    delimiter: ClassVar[str] = ""

    @cached_property
    def _whole(self) -> "Table":
        from guessmail.lists import Table, TableKind

        return self._table or Table(TableKind.EMPTY)

    def begin(self) -> str:
        head = self._whole.head
        titles: list[list[str]] = [[] for _ in head.rows[1:]]
        return self._add(head, [*titles, list(self._listing.columns)]) if head.rows else ""

    def part(self, block: "Block | None", answers: Sequence[Item | None]) -> str:
        from guessmail.lists import Block

        cells = [row for answer in answers for row in (self._listing.cells(answer) if answer else [[]])]
        return self._add(block or Block([[]] * len(cells), [""] * len(cells)), cells)

    def _add(self, block: "Block", cells: list[list[str]]) -> str:
        """Return the lines of rows with their added cells; a row without added cells is a blank line or a note."""
        from guessmail.lists.records import csv_lines, escape_formula

        table, (start, stop), width = self._whole, self._place, len(self._whole.header)
        delimiter = self.delimiter or table.dialect.delimiter
        keeps_text = table.kind == "csv" and delimiter == table.dialect.delimiter and not self._safe
        appends = keeps_text and start == stop == width
        cells = [list(map(escape_formula, row)) for row in cells]
        tails = csv_lines(cells, delimiter)
        lines = []
        for row, text, added, tail in zip(block.rows, block.texts, cells, tails, strict=True):
            missing = width - len(row)
            if not added and keeps_text:
                lines.append(text)
            elif added and appends and missing >= 0:
                lines.append(f"{text}{delimiter * (missing + 1)}{tail}")
            else:
                full = row + [""] * missing
                whole = [*full[:start], *added, *full[stop:]] if added else row
                lines += csv_lines([map(escape_formula, whole) if self._safe else whole], delimiter)
        return "".join([line + table.dialect.line_end for line in lines])


class _Tsv(_Csv[Item]):
    endings = (".tsv", ".tab")
    delimiter = "\t"


class _Workbook(_Csv[Item]):
    endings = (".xlsx",)
    takes_mark = False

    def begin(self) -> str:
        from guessmail.lists.sheets import sheet_rows

        self._sheet = sheet_rows(self._whole, self._listing.columns, self._place, safe=self._safe)
        return ""

    def _add(self, block: "Block", cells: list[list[str]]) -> str:
        self._sheet.add(block, cells)
        return ""

    def end(self) -> bytes:
        return self._sheet.whole()


FORMATS: dict[str, type[Writer[Any]]] = {
    "plain": Writer,
    "csv": _Csv,
    "tsv": _Tsv,
    "json": _JsonArray,
    "jsonl": _JsonLines,
    "xlsx": _Workbook,
}
"""The formats by name; answers on a terminal have a table besides."""


def open_console(color: bool | None = None) -> "Console":
    """Return a console on standard output; `color` None leaves it to the terminal."""
    from rich.console import Console

    no_color = None if color is None else not color
    return Console(file=unguarded(sys.stdout), force_terminal=color, no_color=no_color, highlight=False)


def block_of(console: "Console") -> str:
    """Return the character that bars are made of."""
    return "█" if console.encoding.startswith("utf") else "#"


def print_table(
    console: "Console",
    columns: Iterable[tuple[str, Mapping[str, Any]]],
    rows: Iterable[Iterable["str | Text"]],
) -> None:
    """Print a table without lines; `columns` are headings with the options of rich's `add_column`."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, options in columns:
        table.add_column(Text(printable(heading)), **options)
    for row in rows:
        table.add_row(*[cell if isinstance(cell, Text) else Text(printable(cell)) for cell in row])
    console.print(table)


def print_ranking(
    title: str,
    ranked: Sequence[tuple[str, float]],
    columns: Mapping[str, Sequence[str]],
    notes: Iterable[tuple[str, str]],
    *,
    color: bool | None,
    least_bar: int = 0,
) -> None:
    """Print names, their probabilities, the further columns that fit beside them, and notes.

    The bars are the column with the empty heading. If not all columns fit, they are left out first, then the last columns.
    A note is a heading and a text; it is printed if that column is, or if its heading is empty.
    """
    from rich.text import Text

    console = open_console(color)
    bars = [block_of(console) * max(least_bar, round(probability * 20)) for _, probability in ranked]
    columns = {**columns, "": bars}
    left = console.width - max(len(name) for name, _ in ranked) - len("Probability") - 2
    least = {"": 20, "Level": len("medium")}  # widths, whatever the cells
    fitting = []
    for heading in sorted(columns, key=lambda heading: heading == ""):
        left -= max(least.get(heading, 0), len(heading), *map(len, columns[heading])) + 2
        if left < 0:
            break
        fitting.append(heading)
    shown = [heading for heading in columns if heading in fitting]
    names = (title, {"overflow": "fold", "style": "bold"})
    probabilities = ("Probability", {"justify": "right", "no_wrap": True})
    further = [(heading, {"no_wrap": True, "style": "" if heading else "green"}) for heading in shown]
    joined = zip(ranked, *map(columns.__getitem__, shown), strict=True)
    rows = ((name, percent(probability, 1), *cells) for (name, probability), *cells in joined)
    print_table(console, [names, probabilities, *further], rows)
    for heading, note in notes:
        if note and (not heading or heading in fitting):
            console.print(Text(printable(note), style="dim"))
