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
        from guessmail.lists.writing import dump, dump_row

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
        from guessmail.lists.writing import unique_titles

        return unique_titles(self._table.header) if self._table and self._table.kind != "jsonl" else []


class _JsonArray(_JsonLines[Item]):
    """An array with an object a line."""

    endings = (".json",)

    def part(self, block: "Block | None", answers: Sequence[Item | None]) -> str:
        return "".join(f"{',' if self.done > 1 else '['}\n{text}" for text in self._objects(block, answers))

    def end(self) -> bytes:
        return b"\n]\n" if self.done else b"[]\n"


class _Csv(Writer[Item]):
    """With the delimiter of the list."""

    endings: ClassVar[tuple[str, ...]] = (".csv",)
    has_cells = True
    takes_mark = True
    delimiter: ClassVar[str] = ""

    def begin(self) -> str:
        from guessmail.lists import Table, TableKind
        from guessmail.lists.writing import CsvRows

        table = self._table or Table(TableKind.EMPTY)
        dialect = table.dialect._replace(delimiter=self.delimiter or table.dialect.delimiter)
        self._rows = CsvRows(table, self._listing.columns, self._place, dialect, safe=self._safe)
        return self._rows.head()

    def part(self, block: "Block | None", answers: Sequence[Item | None]) -> str:
        return self._rows.rows(*self._cells(block, answers))

    def _cells(
        self, block: "Block | None", answers: Sequence[Item | None]
    ) -> "tuple[Block, list[list[str]]]":
        from guessmail.lists import Block

        cells = [row for answer in answers for row in (self._listing.cells(answer) if answer else [[]])]
        return block or Block([[]] * len(cells), [""] * len(cells)), cells


class _Tsv(_Csv[Item]):
    endings = (".tsv", ".tab")
    delimiter = "\t"


class _Workbook(_Csv[Item]):
    endings = (".xlsx",)
    takes_mark = False

    def begin(self) -> str:
        from guessmail.lists import Table, TableKind
        from guessmail.lists.sheets import sheet_rows

        table = self._table or Table(TableKind.EMPTY)
        self._sheet = sheet_rows(table, self._listing.columns, self._place, safe=self._safe)
        return ""

    def part(self, block: "Block | None", answers: Sequence[Item | None]) -> str:
        self._sheet.add(*self._cells(block, answers))
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
