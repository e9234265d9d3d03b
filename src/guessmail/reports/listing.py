"""Answers in any format, alone or beside the rows of a list. A format is one class here, and its row in `FORMATS`."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:  # plain lines do not pay for tables
    from guessmail.lists import Block, Table

Item = TypeVar("Item")
Data: TypeAlias = dict[str, Any]
"""What JSON shows of something, with all digits; the lines of reports are made of it."""


class Listing(NamedTuple, Generic[Item]):
    """How the answers of one command are written."""

    fields: Callable[[Item], dict[str, object]]
    """Its JSON object; of an answer to a row without `row` and `input`."""
    plain: Callable[[Item], Iterable[str]]
    """Its lines as plain text."""
    columns: Sequence[str] = ()
    cells: Callable[[Item], Iterable[list[str]]] = lambda _: ()
    """The rows of an answer, each with a cell for each column; beside a row of a list it is one."""


def written(listing: Listing[Item], format_: str, batches: Iterable[Sequence[Item]]) -> Iterator[bytes]:
    """Yield the bytes of answers that stand alone, in one of `FORMATS`, as each batch of them comes.

    A JSON array stays unclosed where a batch fails; a workbook comes as a whole at the end.
    """
    writer = FORMATS[format_](listing)
    yield writer.begin().encode(errors="replace")
    for batch in batches:
        yield writer.part(None, batch).encode(errors="replace")
    yield writer.end()


class Writer(Generic[Item]):
    """Writes answers alone, or beside the rows of a table: in its columns from `place[0]` up to `place[1]`.

    With `safe`, no cell is left that a spreadsheet runs.
    """

    endings: ClassVar[tuple[str, ...]] = ()
    """How the names of files in this format end, its own name first."""
    has_cells: ClassVar[bool] = False
    """Whether spreadsheets show it as cells."""
    takes_mark: ClassVar[bool] = False
    """Whether a byte-order mark tells a spreadsheet that it is UTF-8."""

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
        """The number of answers that an interrupted run wrote."""

    def begin(self) -> str:
        """Get ready, and return the text before the answers."""
        return ""

    def part(self, block: "Block | None", answers: Sequence[Item | None]) -> str:
        """Return the next answers, as plain text: to the rows of a block, None for a blank line, or alone."""
        lines = (line for answer in answers for line in (self._listing.plain(answer) if answer else [""]))
        return "".join(f"{line}\n" for line in lines)

    def end(self) -> bytes:
        """Return the bytes behind the answers."""
        return b""


class _JsonLines(Writer[Item]):
    endings: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson")

    def part(self, block: "Block | None", answers: Sequence[Item | None]) -> str:
        return "".join(f"{text}\n" for text in self._objects(block, answers))

    def _objects(self, block: "Block | None", answers: Sequence[Item | None]) -> Iterator[str]:
        """Yield an object for each answer; blank lines have none."""
        from guessmail.lists.jsontext import dump, dump_row

        for at, answer in enumerate(answers):
            if answer:
                self.done += 1
                text = dump(self._listing.fields(answer))
                if block:
                    given = dump_row(self._keys, block.rows[at]) if self._keys else block.texts[at]
                    text = f'{{"row": {self.done}, "input": {given}, {text[1:]}'
                yield text

    @cached_property
    def _keys(self) -> list[str]:
        """The keys of the rows' cells; empty for JSON, whose objects are passed on as they were written."""
        from guessmail.lists.jsontext import unique_titles

        return unique_titles(self._table.header) if self._table and self._table.kind != "jsonl" else []


class _JsonArray(_JsonLines[Item]):
    """An array with an object a line."""

    endings = (".json",)

    def part(self, block: "Block | None", answers: Sequence[Item | None]) -> str:
        return "".join(f"{',' if self.done > 1 else '['}\n{text}" for text in self._objects(block, answers))

    def end(self) -> bytes:
        return b"\n]\n" if self.done else b"[]\n"


class _Csv(Writer[Item]):
    """With the delimiter of the list.

    Rows that were CSV with it are passed on as they were written, quotes and all; only those that must change are written
    anew: those longer than the header or with earlier guesses, and all with `safe`.
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
        """Return rows with their added cells; a row without added cells is a blank line."""
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
"""The formats of answers; those of single subjects have a table for the terminal beside them."""
