"""`guessmail guess -i FILE`: a list, whose rows come out with the guesses beside them."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeAlias

from guessmail.batch import collect_rarely
from guessmail.cli.given import Given, guesser_of, run_options, signature_of
from guessmail.cli.guess_options import GuessOptions
from guessmail.cli.list_input import OpenList, open_list
from guessmail.cli.list_run import ListRun, Resume
from guessmail.cli.output_options import ListFormat, list_format_of
from guessmail.cli.progress import Progress
from guessmail.cli.sample_files import samples_of, unused_samples
from guessmail.cli.status import Status
from guessmail.domains.companies import Companies
from guessmail.domains.question import company_of
from guessmail.errors import Code, Problem, UsageError
from guessmail.guesser import Guess, Guesser, Question
from guessmail.mx.verdict import DomainChecker
from guessmail.reports.added import DOMAIN_CELLS, RATE_CELLS, AddedColumns, cells_of
from guessmail.reports.jsonlines import guess_fields
from guessmail.samples import Sample
from guessmail.samples.judging import judge
from guessmail.tables import Block, Columns, TableKind
from guessmail.tables.outputs import Output, fingerprint, is_direct, open_output, open_stdout
from guessmail.tables.questions import QuestionMaker
from guessmail.text import counted
from guessmail.text.streams import unguarded

if TYPE_CHECKING:
    from guessmail.cli.list_processes import Processes

_BATCH = 500
"""Rows that wait for DNS before they are written, so that a long run shows what it has."""

_Answered = tuple[Block, list[Guess | None]]
_ListGuesser: TypeAlias = "Guesser | Processes"
"""Whatever answers a list's questions: in this process, or in several."""
_WHOLE = {ListFormat.XLSX, ListFormat.PLAIN}
"""Formats of which an interrupted run leaves nothing that can be continued."""


def guess_many(options: GuessOptions, given: Given, stack: ExitStack, notify: Callable[[str], None]) -> int:
    """Run a list as the options of `guess` say; return the exit status."""
    if options.format_ == "table":
        raise UsageError("A table is for one person; for a list choose plain, csv, tsv, jsonl or xlsx.")
    if "@" in (options.rate or ""):
        raise UsageError("With a list, use --rate without an address: each row's own address is rated.")
    signature = signature_of(options, given) if options.output else ""
    opened = open_list(options, notify)
    for line in unused_samples(options.sample_texts, ""):
        notify(line)
    if options.explain:
        notify(
            "--explain explains one person's guesses and is left out for a list; give a name and a domain."
        )
    companies = given.companies or Companies()
    opened.teach(companies)
    claims = _claims(opened, notify)
    given = given._replace(companies=companies)
    checker = stack.enter_context(options.dns.checker(notify)) if options.mx else None
    guesser = _guesser(options.lists.jobs, guesser_of(options, given, claims), checker, stack)
    record = None
    if given.store is not None and given.store.is_writable:
        from guessmail.cli.recording import Recorder

        record = stack.enter_context(Recorder(given.store, run_options(options))).take
    if opened.table.kind is TableKind.EMPTY:
        return Status.DONE
    collect_rarely()
    with Progress(unguarded(sys.stderr), opened.size) as progress:
        run = _GuessRun(opened, guesser, signature, companies, progress, record)
        try:
            run.write()
        except KeyboardInterrupt:
            notify(f"Stopped after {run.tally.counted}{'; --resume goes on' * run.can_resume}.")
            raise
    if not options.quiet:
        for line in [run.tally.summary(), *(companies.summary() if companies else [])]:
            notify(line)
    return Status.SOME_PROBLEMS if run.tally.problems else Status.DONE


def _guesser(
    jobs: int, make: Callable[..., Guesser], checker: DomainChecker | None, stack: ExitStack
) -> _ListGuesser:
    """Return what answers the rows; `stack` ends its processes."""
    guesser: Guesser = make(checker=checker)
    if jobs == 1:
        return guesser
    from guessmail.cli.list_processes import Processes, cores

    return stack.enter_context(Processes(jobs or cores(), guesser, make, checker))


def _claims(opened: OpenList, notify: Callable[[str], None]) -> list[Sample]:
    """Return the rows' own addresses that are samples; `notify` gets how many they are."""
    claims = samples_of(judge(opened.addresses(notify)), notify)
    if claims:
        count = counted(len(claims), "known address", "known addresses")
        notify(f"Using {count} from the list's own rows; --no-learn-from-list turns this off.")
    return claims


class _GuessRun(ListRun[Guess]):
    """One run over a list of people; `record` takes the guesses before they are written."""

    def __init__(
        self,
        opened: OpenList,
        guesser: _ListGuesser,
        signature: str,
        companies: Companies,
        progress: Progress,
        record: Callable[[Iterable[Guess]], None] | None,
    ) -> None:
        self._opened, self._options = opened, opened.options
        self._guesser, self._companies = guesser, companies
        self._signature, self._progress, self._record = signature, progress, record
        table, options = opened.table, opened.options
        self._more = _further_cells(table.columns, options)
        added = AddedColumns(options.top, options.lists.prefix, self._more)
        format_ = list_format_of(options.format_, options.output, table.kind)
        super().__init__(table, format_, added, options.output, safe=options.lists.safe_csv)
        self._answers = _Answers(guesser, opened.make, table.columns, len(table.header))

    @property
    def can_resume(self) -> bool:
        """Whether what was written stays, for a later run to go on."""
        is_kept = bool(self.output) and not is_direct(self.output)
        return is_kept and self._opened.is_file and self.format not in _WHOLE

    def write(self) -> None:
        """Answer and write all rows."""
        if self._options.lists.resume and self.format in _WHOLE:
            raise UsageError(f"--resume does not work with {self.format}; write CSV instead: -o OUT.csv.")
        if self.format is ListFormat.PLAIN:
            self._write_plain()
        else:
            super().write()

    def _write_plain(self) -> None:
        """Write a line a row: its guesses, with tabs between them."""
        with closing(self.open(None)) as output:
            for _, guesses in self.answered(self.table.blocks):
                lines = (
                    "\t".join([one.address for one in guess.candidates] if guess else []) for guess in guesses
                )
                output.write("".join(f"{line}\n" for line in lines).encode(errors="replace"))
                self.count([guess for guess in guesses if guess])
            output.commit()

    def open(self, whole: Resume | None) -> Output:
        """Open the destination."""
        if not self.output:
            return open_stdout()
        run = fingerprint(self._opened.again(), self._signature) if self._opened.is_file else ""
        return open_output(self.output, run, resume=whole if self._options.lists.resume else None)

    def answered(self, blocks: Iterator[Block]) -> Iterator[_Answered]:
        """Guess the rows, in parts as DNS answers come."""
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
        learns = not self._opened.is_file and self.table.columns.company is not None
        for block in blocks:
            if learns:
                self._guesser.learn_companies([pair for pair in self._opened.pairs(block) if pair[1]])
            yield block

    def cells(self, answer: Guess) -> list[str]:
        """Return the added cells of a row."""
        return cells_of(answer, self._options.top, self._more)

    def fields(self, answer: Guess) -> dict[str, object]:
        """Return what a guess says, under its keys."""
        return guess_fields(answer)

    def count(self, answers: list[Guess]) -> None:
        """Count guesses, and show the progress."""
        self.tally.add(
            [guess.candidates[0].address if guess.candidates else "" for guess in answers],
            [guess.mx.verdict if guess.mx else "" for guess in answers],
            [guess.problem.code if guess.problem else "" for guess in answers],
        )
        self._progress.update(self.tally.rows, self.table.bytes_read)


def _further_cells(columns: Columns, options: GuessOptions) -> tuple[str, ...]:
    """Return the cells that this list gains beside those of the guesses: its companies' domains where it lacks them."""
    lacks_domains = columns.company is not None and columns.domain is None and columns.website is None
    return DOMAIN_CELLS * lacks_domains + RATE_CELLS * (options.rate is not None)


class _Answers:
    """Answers the rows of one list.

    `width` is the number of cells of the header. Short rows are answered where their cells suffice, and
    have a problem in any case; rows without any text have neither guess nor problem.
    """

    def __init__(self, guesser: _ListGuesser, make: QuestionMaker, columns: Columns, width: int) -> None:
        self._guesser, self._make, self._width = guesser, make, width
        self._last = max(columns.used, default=-1)

    def guesses(self, blocks: Iterable[Block], is_waiting: Callable[[], bool]) -> Iterator[_Answered]:
        """Yield the guesses to the rows, in parts as DNS answers come; None for a blank line.

        `is_waiting` returns whether the next block may be long in coming: then all rows so far are answered.
        """
        asked: deque[Block] = deque()

        def questions() -> Iterator[Question | None]:
            for block in blocks:
                if block.rows:
                    asked.append(block)
                    yield from self._make(self._even(block.rows))
                    if is_waiting():
                        yield None

        found = self._guesser.guess_all(questions())
        for first in found:
            block = asked.popleft()
            guesses = chain([first], islice(found, len(block.rows) - 1))
            for start in range(0, len(block.rows), _BATCH):
                part = block.part(start, start + _BATCH)
                yield part, [self._mend(row, guess) for row, guess in zip(part.rows, guesses, strict=False)]

    def _even(self, rows: list[list[str]]) -> list[list[str]]:
        """Return the rows, the short ones filled up."""
        if set(map(len, rows)) == {self._width}:
            return rows
        return [row + [""] * (self._width - len(row)) for row in rows]

    def _mend(self, row: list[str], guess: Guess) -> Guess | None:
        if _is_blank(row):
            return (
                guess._replace(candidates=(), mx=None, problem=None, company=None) if len(row) > 1 else None
            )
        if len(row) >= self._width:
            return guess
        if len(row) <= self._last:
            return guess._replace(candidates=(), mx=None, problem=self._short(row), company=None)
        return guess._replace(problem=guess.problem or self._short(row))

    def _short(self, row: Sequence[str]) -> Problem:
        return Problem(Code.SHORT_ROW, f"The row has {len(row)} of {self._width} cells.")


def _is_blank(row: Sequence[str]) -> bool:
    return not any(map(str.strip, row))
