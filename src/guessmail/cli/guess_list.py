"""Running a list: its rows through the guesser, to its rows with the guesses beside them."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing

from guessmail.batch import collect_rarely
from guessmail.cli.guess_options import GuessOptions
from guessmail.cli.list_answers import Answered, Answers, ListGuesser
from guessmail.cli.list_input import OpenList
from guessmail.cli.list_resume import whole_csv, whole_jsonl
from guessmail.cli.output_options import ListFormat, list_format_of
from guessmail.cli.progress import Progress, Tally
from guessmail.cli.status import Status
from guessmail.domains.companies import Companies
from guessmail.domains.question import company_of
from guessmail.errors import BrokenFileError, Code, UsageError
from guessmail.guesser import Guess
from guessmail.reports.added import DOMAIN_CELLS, RATE_CELLS, added_columns, cells_of, place_of
from guessmail.reports.jsonlines import JsonRows
from guessmail.streams import unguarded
from guessmail.tables import Block, Columns, Dialect, Table, TableKind
from guessmail.tables.csvrows import CsvRows
from guessmail.tables.outputs import Output, fingerprint, is_direct, open_output, open_stdout

__all__ = ["run_list"]

_MARK = "\ufeff"
_WHOLE = {ListFormat.XLSX, ListFormat.PLAIN}
"""Formats of which an interrupted run leaves nothing that can be continued."""


def run_list(
    opened: OpenList,
    guesser: ListGuesser,
    signature: str,
    *,
    companies: Companies,
    notify: Callable[[str], None],
    record: Callable[[Iterable[Guess]], None] | None,
) -> int:
    """Guess all rows of a list and write them; return the exit status: 0, or 4 if a row has a problem.

    `notify` takes the summary, unless the options are quiet; `record` takes the guesses before they are
    written. Standard error shows the progress if it is a terminal.
    """
    if opened.table.kind is TableKind.EMPTY:
        return Status.DONE
    tally = Tally()
    run = _Run(opened, guesser, signature, companies, tally, record)
    collect_rarely()
    try:
        with Progress(unguarded(sys.stderr), opened.size) as progress:
            run.write(progress)
    except KeyboardInterrupt:
        notify(f"Stopped after {tally.counted}{'; --resume goes on' * run.can_resume}.")
        raise
    if not opened.options.quiet:
        for line in [tally.summary(), *(companies.summary() if companies else [])]:
            notify(line)
    return Status.SOME_PROBLEMS if tally.problems else Status.DONE


class _Run:
    """One run over a list: answers its rows and writes them."""

    def __init__(
        self,
        opened: OpenList,
        guesser: ListGuesser,
        signature: str,
        companies: Companies,
        tally: Tally,
        record: Callable[[Iterable[Guess]], None] | None,
    ) -> None:
        self._opened, self._options, self._table = opened, opened.options, opened.table
        self._guesser, self._companies = guesser, companies
        self._signature, self._tally, self._record = signature, tally, record
        options = opened.options
        self._format = list_format_of(options.format_, options.output, opened.table.kind)
        self._more = _further_cells(opened.table.columns, options)
        self._added = added_columns(options.top, prefix=options.lists.prefix, more=self._more)
        self._answers = Answers(guesser, opened.make, self._table.columns, len(self._table.header))

    @property
    def can_resume(self) -> bool:
        """Whether what was written stays, for a later run to go on."""
        is_kept = bool(self._options.output) and not is_direct(self._options.output)
        return is_kept and self._opened.is_file and self._format in {*ListFormat} - _WHOLE

    def write(self, progress: Progress) -> None:
        """Answer and write all rows."""
        if self._options.lists.resume and self._format in _WHOLE:
            raise UsageError(f"--resume does not work with {self._format}; write CSV instead: -o OUT.csv.")
        if self._format is ListFormat.JSONL:
            self._write_jsonl(progress)
        elif self._format is ListFormat.XLSX:
            self._write_workbook(progress)
        elif self._format is ListFormat.PLAIN:
            self._write_plain(progress)
        else:
            self._write_csv(progress)

    def _write_csv(self, progress: Progress) -> None:
        table, options = self._table, self._options
        dialect = _dialect_of(self._format, table)
        start, stop = place_of(table.header, self._added, prefix=options.lists.prefix)
        rows = CsvRows(table, self._added, (start, stop), dialect, safe=options.lists.safe_csv)
        head = len(table.before.rows) + table.has_header
        with closing(self._open(lambda part: whole_csv(part, dialect, head, start, self._tally))) as output:
            marked = output.is_file and table.wants_mark
            if not output.rows:
                output.write((_MARK * marked + rows.head()).encode())
            for part, cells in self._cells(_after(table.blocks, output.rows - head)):
                output.write(rows.rows(part, cells).encode(errors="replace"))
                self._count(cells, progress)
            output.commit(mark=table.wants_mark and not marked)

    def _write_jsonl(self, progress: Progress) -> None:
        with closing(self._open(lambda part: whole_jsonl(part, self._tally))) as output:
            rows = JsonRows(self._table, output.rows + 1)
            blocks = (_without_blank_lines(block) for block in self._table.blocks)
            for part, guesses in self._guesses(_after(blocks, output.rows)):
                cells = [cells_of(guess, self._options.top) for guess in guesses if guess]
                output.write(rows.rows(part, guesses).encode(errors="replace"))
                self._count(cells, progress)
            output.commit()

    def _write_workbook(self, progress: Progress) -> None:
        from guessmail.tables.sheets import sheet_rows

        if not self._options.output and sys.stdout.isatty():
            raise UsageError("A workbook cannot be shown on a terminal; write it to a file: -o OUT.xlsx.")
        place = place_of(self._table.header, self._added, prefix=self._options.lists.prefix)
        sheet = sheet_rows(self._table, self._added, place, safe=self._options.lists.safe_csv)
        with closing(self._open(None)) as output:
            for part, cells in self._cells(self._table.blocks):
                sheet.add(part, cells)
                self._count(cells, progress)
            sheet.save(output.raw)
            output.commit()

    def _write_plain(self, progress: Progress) -> None:
        """Write a line a row: its guesses, with tabs between them."""
        with closing(self._open(None)) as output:
            for _, guesses in self._guesses(self._table.blocks):
                lines = (
                    "\t".join([one.address for one in guess.candidates] if guess else []) for guess in guesses
                )
                output.write("".join(f"{line}\n" for line in lines).encode(errors="replace"))
                self._count([cells_of(guess, 1) if guess else [] for guess in guesses], progress)
            output.commit()

    def _open(self, whole: Callable[..., tuple[int, int]] | None) -> Output:
        options = self._options
        if not options.output:
            return open_stdout()
        run = fingerprint(self._opened.again(), self._signature) if self._opened.is_file else ""
        return open_output(options.output, run, resume=whole if options.lists.resume else None)

    def _cells(self, blocks: Iterator[Block]) -> Iterator[tuple[Block, list[list[str]]]]:
        """Answer the blocks, in parts as DNS answers come."""
        top, more = self._options.top, self._more
        for part, guesses in self._guesses(blocks):
            yield part, [cells_of(guess, top, more) if guess else [] for guess in guesses]

    def _guesses(self, blocks: Iterator[Block]) -> Iterator[Answered]:
        for part, guesses in self._answers.guesses(self._learn(blocks), self._opened.is_waiting):
            answered = [guess for guess in guesses if guess]
            for guess in answered:
                if guess.problem and guess.problem.code is Code.UNKNOWN_COMPANY:
                    self._companies.count_unknown(company_of(guess.question))
            if self._record is not None:
                self._record(answered)
            yield part, guesses

    def _learn(self, blocks: Iterator[Block]) -> Iterator[Block]:
        """Pass the blocks on; learn companies from a pipe on the way (a file was read for them before)."""
        learns = not self._opened.is_file and self._table.columns.company is not None
        for block in blocks:
            if self._table.lost and self._format not in {ListFormat.JSONL, ListFormat.PLAIN}:
                raise BrokenFileError(f"{self._table.lost[0]} Write JSON Lines instead: --format jsonl.")
            if learns:
                self._guesser.learn_companies([pair for pair in self._opened.pairs(block) if pair[1]])
            yield block

    def _count(self, cells: Sequence[Sequence[str]], progress: Progress) -> None:
        self._tally.add_cells(cells if all(cells) else [row for row in cells if row])
        progress.update(self._tally.rows, self._table.bytes_read)


def _after(blocks: Iterator[Block], skip: int) -> Iterator[Block]:
    """Yield the blocks without the first rows, which an interrupted run has written."""
    for block in blocks:
        if skip <= 0:
            yield block
        elif skip < len(block.rows):
            yield block.part(skip)
        skip -= len(block.rows)


def _without_blank_lines(block: Block) -> Block:
    if all(block.rows):
        return block
    kept = [at for at, row in enumerate(block.rows) if row]
    return Block([block.rows[at] for at in kept], [block.texts[at] for at in kept])


def _further_cells(columns: Columns, options: GuessOptions) -> tuple[str, ...]:
    """Return the cells that this list gains beside those of the guesses: its companies' domains where it lacks them."""
    lacks_domains = columns.company is not None and columns.domain is None and columns.website is None
    return DOMAIN_CELLS * lacks_domains + RATE_CELLS * (options.rate is not None)


def _dialect_of(format_: ListFormat, table: Table) -> Dialect:
    """Return the dialect to write: the list's own, with tabs for TSV."""
    own = table.dialect
    if format_ is ListFormat.TSV:
        return own._replace(delimiter="\t")
    return own
