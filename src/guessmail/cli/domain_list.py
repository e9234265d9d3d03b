"""A list of companies: from its rows to the same rows with their domains beside them."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from guessmail.cli.list_run import ListRun, Resume
from guessmail.cli.output_options import list_format_of
from guessmail.cli.status import Status
from guessmail.errors import UsageError
from guessmail.mx.company_finder import Finder
from guessmail.reports.added import AddedColumns
from guessmail.reports.company_domains import CELLS, Answered, answer_fields, cells_of, offered
from guessmail.tables import Ask, Block, Kind, Table, TableKind, open_table
from guessmail.tables.outputs import Output, open_output, open_stdout, refuse_same_file
from guessmail.text.streams import open_file

if TYPE_CHECKING:
    from guessmail.cli.domain import DomainOptions


_BLOCK = 200
"""Rows whose look-ups run together."""


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
        run = _DomainRun(table, finder, options)
        run.write()
    with_domain = run.tally.rows - run.tally.problems.total()
    notify(f"{run.tally.counted} · {with_domain:,} with a domain")
    return Status.SOME_PROBLEMS if run.tally.problems else Status.DONE


class _DomainRun(ListRun[Answered]):
    """One run over a list of companies."""

    def __init__(self, table: Table, finder: Finder, options: "DomainOptions") -> None:
        self._finder, self._options = finder, options
        added = AddedColumns(options.most, options.prefix, first=CELLS, further=CELLS, special=())
        format_ = list_format_of(options.format_, options.output, table.kind)
        super().__init__(table, format_, added, options.output, safe=options.safe_csv)

    def open(self, whole: Resume | None) -> Output:
        """Open the destination; a run is never resumed."""
        return open_output(self.output, "") if self.output else open_stdout()

    def answered(self, blocks: Iterator[Block]) -> Iterator[tuple[Block, list[Answered | None]]]:
        """Yield the rows in parts, with what is offered for each; None for a blank line."""
        column = self.table.columns.company or 0
        most, least = self._options.most, self._options.min_probability
        for block in blocks:
            for start in range(0, len(block.rows), _BLOCK):
                part = block.part(start, start + _BLOCK)
                names = [_company(row, column) for row in part.rows]
                found = self._finder.find_all(dict.fromkeys(name for name in names if name is not None))
                yield (
                    part,
                    [None if name is None else offered(found[name].domains, most, least) for name in names],
                )

    def cells(self, answer: Answered) -> list[str]:
        """Return the added cells of a row."""
        return cells_of(answer, self._options.most)

    def fields(self, answer: Answered) -> dict[str, object]:
        """Return what is offered, under its keys."""
        return answer_fields(answer)

    def count(self, answers: list[Answered]) -> None:
        """Count what is offered."""
        self.tally.add(
            [one.candidates[0].domain if one.candidates else "" for one in answers],
            [],
            [one.problem.code if one.problem else "" for one in answers],
        )


def _company(row: Sequence[str], column: int) -> str | None:
    """Return a row's company, empty where its cell is; None for a blank line."""
    if not row:
        return None
    return row[column].strip() if column < len(row) else ""
