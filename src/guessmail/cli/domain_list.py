"""A list of companies: from its rows to the same rows with their domains beside them."""

import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, cast

from guessmail.cli.output_options import ListFormat, list_format_of
from guessmail.cli.status import Status
from guessmail.company_finder import Finder
from guessmail.errors import BrokenFileError, UsageError
from guessmail.reports.company_domains import Answered, added_columns, as_json, cells_of, offered, place_of
from guessmail.streams import open_file
from guessmail.tables import Ask, Block, Kind, Table, TableKind, open_table
from guessmail.tables.csvrows import CsvRows
from guessmail.tables.outputs import Output, open_output, open_stdout, refuse_same_file

if TYPE_CHECKING:
    from guessmail.cli.domain import DomainOptions

__all__ = ["run_list"]

_BLOCK = 200
"""Rows whose look-ups run together."""

Rows = Iterator[tuple[Block, list[Answered | None]]]


def run_list(finder: Finder, options: "DomainOptions", notify: Callable[[str], None]) -> int:
    """Answer all rows of a list and write them; return the exit status: 0, or 4 if a row has a problem."""
    if options.format_ in {"table", "plain"}:
        raise UsageError(
            f"A list is written as csv, tsv, jsonl or xlsx; {options.format_} is for companies on the command line."
        )
    source = options.source or "-"
    stdin = cast("io.BufferedReader[Any]", sys.stdin.buffer)
    with stdin if source == "-" else open_file(source) as stream:
        refuse_same_file(stream, options.output)
        ask = Ask(options.map, options.encoding, (Kind.COMPANY,), person=False)
        table = open_table(stream, ask, notify)
        if table.kind is TableKind.EMPTY:
            return Status.DONE
        run = _Run(table, finder, options)
        with closing(_opened(options.output)) as output:
            run.write(output)
            output.commit()
    notify(run.summary())
    return Status.SOME_PROBLEMS if run.without else Status.DONE


def _opened(path: str) -> Output:
    return open_output(path, "") if path else open_stdout()


class _Run:
    """One run over a list."""

    def __init__(self, table: Table, finder: Finder, options: "DomainOptions") -> None:
        self._table, self._finder, self._options = table, finder, options
        self._format = list_format_of(options.format_, options.output, table.kind)
        self.rows = 0
        self.without = 0
        """Rows that have no candidate."""

    def summary(self) -> str:
        """Return what came of the run, in a line."""
        rows = "1 row" if self.rows == 1 else f"{self.rows:,} rows"
        return f"{rows} · {self.rows - self.without:,} with a domain"

    def write(self, output: Output) -> None:
        """Answer and write all rows."""
        if self._format is ListFormat.JSONL:
            for block, answers in self._answered():
                output.write(self._json(block, answers).encode(errors="replace"))
            return
        added = added_columns(self._options.most, self._options.prefix)
        place = place_of(self._table.header, self._options.prefix)
        kept = {*self._table.header[: place[0]], *self._table.header[place[1] :]}
        if clash := next((name for name in added if name in kept), ""):
            raise UsageError(
                f'The list has a column "{clash}" already; give the added columns another prefix: --prefix new_.'
            )
        if self._format is ListFormat.XLSX:
            self._write_workbook(output, added, place)
        else:
            self._write_csv(output, added, place)

    def _write_csv(self, output: Output, added: list[str], place: tuple[int, int]) -> None:
        own = self._table.dialect
        dialect = own._replace(delimiter="\t") if self._format is ListFormat.TSV else own
        rows = CsvRows(self._table, added, place, dialect, safe=self._options.safe_csv)
        output.write(rows.head().encode(errors="replace"))
        for block, answers in self._answered():
            if self._table.lost:
                raise BrokenFileError(f"{self._table.lost[0]} Write JSON Lines instead: --format jsonl.")
            output.write(rows.rows(block, self._cells(answers)).encode(errors="replace"))

    def _write_workbook(self, output: Output, added: list[str], place: tuple[int, int]) -> None:
        from guessmail.tables.sheets import sheet_rows

        sheet = sheet_rows(self._table, added, place, safe=self._options.safe_csv)
        for block, answers in self._answered():
            sheet.add(block, self._cells(answers))
        sheet.save(output.raw)

    def _cells(self, answers: Sequence[Answered | None]) -> list[list[str]]:
        return [cells_of(one, self._options.most) if one else [] for one in answers]

    def _json(self, block: Block, answers: Sequence[Answered | None]) -> str:
        lines = []
        number = self.rows - sum(one is not None for one in answers)
        for row, text, answered in zip(block.rows, block.texts, answers, strict=True):
            if answered:
                number += 1
                given = text if self._table.kind is TableKind.JSONL else json.dumps(self._input(row))
                lines.append(as_json(answered, number, given))
        return "".join(lines)

    def _input(self, row: Sequence[str]) -> dict[str, object]:
        fields: dict[str, object] = dict(zip(self._table.header, row, strict=False))
        return fields | ({"": row[len(self._table.header) :]} if len(row) > len(self._table.header) else {})

    def _answered(self) -> Rows:
        """Yield the rows in parts, with what is offered for each; None for a blank line."""
        column = self._table.columns.company or 0
        for block in self._table.blocks:
            for start in range(0, len(block.rows), _BLOCK):
                part = block.part(start, start + _BLOCK)
                names = [_company(row, column) for row in part.rows]
                found = self._finder.find_all(dict.fromkeys(name for name in names if name is not None))
                most, least = self._options.most, self._options.min_probability
                answers = [
                    None if name is None else offered(found[name].domains, most, least) for name in names
                ]
                self.rows += sum(one is not None for one in answers)
                self.without += sum(one is not None and one.problem is not None for one in answers)
                yield part, answers


def _company(row: Sequence[str], column: int) -> str | None:
    """Return a row's company, empty where its cell is; None for a blank line."""
    if not row:
        return None
    return row[column].strip() if column < len(row) else ""
