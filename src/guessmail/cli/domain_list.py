"""A list of companies: from its rows to the same rows with their domains beside them."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from guessmail.cli.list_run import Answering, Destination, ListRun
from guessmail.cli.output_options import list_format_of
from guessmail.cli.status import Status
from guessmail.errors import UsageError
from guessmail.mx.company_finder import Finder
from guessmail.reports.added import AddedColumns
from guessmail.reports.company_domains import CELLS, Answered, answer_fields, cells_of, offered
from guessmail.tables import Block, open_table
from guessmail.tables.cells import company_in
from guessmail.tables.headers import COMPANY_NAMES, Kind
from guessmail.tables.outputs import refuse_same_file
from guessmail.text.streams import open_file

if TYPE_CHECKING:
    from guessmail.cli.domain import DomainOptions

_BLOCK = 200
"""Rows whose look-ups run together."""


def run_list(finder: Finder, options: "DomainOptions", notify: Callable[[str], None]) -> int:
    """Answer all rows of a list and write them; return the exit status: 0, or 4 if a row has a problem."""
    if options.format_ == "plain":
        raise UsageError("A list keeps its columns; plain is for companies on the command line.")
    list_format_of(options.format_, options.output, "")
    source, top = options.source or "-", options.most
    stdin = cast("io.BufferedReader[Any]", sys.stdin.buffer)
    with stdin if source == "-" else open_file(source) as stream:
        refuse_same_file(stream, options.output)
        table = open_table(stream, COMPANY_NAMES.said(options.map, options.encoding), notify)
        columns = table.columns.of(Kind.COMPANY)
        answering = Answering(
            lambda blocks: _answered(finder, options, columns, blocks),
            AddedColumns(top, options.prefix, first=CELLS, further=CELLS, last=()),
            cells=lambda answer: cells_of(answer, top),
            fields=answer_fields,
            counts=_counts,
        )
        format_ = list_format_of(options.format_, options.output, table.kind)
        run = ListRun(table, answering, format_, Destination(options.output), safe=options.safe_csv)
        run.write()
    with_domain = run.tally.rows - run.tally.problems.total()
    notify(f"{run.tally.counted} · {with_domain:,} with a domain")
    return Status.SOME_PROBLEMS if run.tally.problems else Status.DONE


def _answered(
    finder: Finder, options: "DomainOptions", columns: Sequence[int], blocks: Iterator[Block]
) -> Iterator[tuple[Block, list[Answered | None]]]:
    """Yield the rows in parts, with what is offered for each; None for a blank line."""
    for block in blocks:
        for start in range(0, len(block.rows), _BLOCK):
            part = block.part(start, start + _BLOCK)
            names = [_company(row, columns) for row in part.rows]
            found = finder.find_all(
                dict.fromkeys(name for row, name in zip(part.rows, names, strict=True) if row)
            )
            yield (
                part,
                [
                    offered(found[name].domains, options.most, options.min_probability) if row else None
                    for row, name in zip(part.rows, names, strict=True)
                ],
            )


def _company(row: Sequence[str], columns: Sequence[int]) -> str:
    """Return the company of the first column that names one."""
    return next((name for at in columns if at < len(row) and (name := company_in(row[at]))), "")


def _counts(answer: Answered) -> tuple[str, str, str]:
    first = answer.candidates[0].domain if answer.candidates else ""
    return first, "", answer.problem.code if answer.problem else ""
