"""`guessmail guess -i FILE`: a list, whose rows come out with the guesses beside them."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeAlias

from guessmail.batch import collect_rarely
from guessmail.cli.companies import SuggestedDomains
from guessmail.cli.guess_options import GuessOptions
from guessmail.cli.hints import profile_hint
from guessmail.cli.inputs import Inputs, guesser_of, run_options, samples_of, signature_of, unused_samples
from guessmail.cli.list_input import OpenList, open_list
from guessmail.cli.output import Status, list_format_of, say_if_unused
from guessmail.companies.known import Companies
from guessmail.domains.question import company_of
from guessmail.errors import Code, Problem, UsageError
from guessmail.guesser import Guess, Guesser, Question
from guessmail.mailboxes import Mailbox
from guessmail.reports.added import DOMAIN_CELLS, RATE_CELLS, AddedColumns, cells_of, guess_fields
from guessmail.runs.progress import Progress
from guessmail.runs.run import Answering, Destination, ListRun
from guessmail.samples import Sample
from guessmail.samples.entries import Rejected, accept_samples
from guessmail.tables import Block, Columns, Kind, TableKind
from guessmail.tables.headers import PERSON, SITES
from guessmail.tables.outputs import fingerprint, is_direct, left_part
from guessmail.text import counted
from guessmail.text.streams import unguarded

if TYPE_CHECKING:
    from guessmail.runs.processes import Processes

_BATCH = 500
"""Rows that wait for DNS before they are written, so that a long run shows what it has."""

_ListGuesser: TypeAlias = "Guesser | Processes"
"""Whatever answers a list's questions: in this process, or in several."""
_Record: TypeAlias = Callable[[Iterable[Guess]], None]
_WHOLE = {"xlsx", "plain"}
"""Formats of which an interrupted run leaves nothing that can be continued."""


def guess_many(options: GuessOptions, inputs: Inputs, stack: ExitStack, notify: Callable[[str], None]) -> int:
    """Run a list as the options of `guess` say; return the exit status."""
    list_format_of(options.format_, options.output, "")  # its faults come first
    if "@" in (options.rate or ""):
        raise UsageError("With a list, use --rate without an address: each row's own address is rated.")
    signature = signature_of(options, inputs) if options.output else ""
    opened = open_list(options, notify)
    say_if_unused(options.lists.safe_csv, _format_of(opened), notify)
    if options.output and not options.lists.resume and (left := left_part(options.output)):
        notify(f"{left}, which an interrupted run left, is replaced; --resume would have continued it.")
    if opened.table.kind is TableKind.EMPTY:
        opened.table.has_header = not options.lists.no_header
    for line in unused_samples(options.sample_texts, ""):
        notify(line)
    if options.explain:
        notify(
            "--explain explains one person's guesses and is left out for a list; give a name and a domain."
        )
    companies = inputs.companies or Companies()
    claims = _claims(opened.study(companies, notify), notify)
    guesser = _guesser(options, inputs._replace(companies=companies), claims, stack, notify)
    record: _Record | None = None
    if inputs.store is not None and inputs.store.is_writable and options.record:
        from guessmail.cli.stores import Recorder

        record = stack.enter_context(Recorder(inputs.store, run_options(options))).take
    collect_rarely()
    answers = _Answers(opened, guesser, companies, record)
    with Progress(unguarded(sys.stderr), opened.size, is_shown=not options.quiet) as progress:
        run = _run(opened, answers, signature, progress)
        try:
            run.write()
        except KeyboardInterrupt:
            notify(f"Stopped after {run.tally.counted}{'; --resume goes on' * _can_resume(opened)}.")
            raise
    if not options.quiet:
        lines = [run.tally.summary(), *opened.reader.notices(), *(companies.summary() if companies else [])]
        for line in lines:
            notify(line)
    return Status.SOME_PROBLEMS if run.tally.problems else Status.DONE


def _guesser(
    options: GuessOptions,
    inputs: Inputs,
    claims: Iterable[Sample],
    stack: ExitStack,
    notify: Callable[[str], None],
) -> _ListGuesser:
    """Return what answers the rows; `stack` ends its processes."""
    checker = stack.enter_context(options.dns.checker(notify)) if options.mx else None
    make, jobs = guesser_of(options, inputs, claims), options.lists.jobs
    guesser: Guesser = make(checker=checker)
    if jobs == 1:
        return guesser
    from guessmail.runs.processes import Processes, cores

    return stack.enter_context(Processes(jobs or cores(), guesser, make, checker))


def _claims(found: Iterable[Mailbox | Rejected], notify: Callable[[str], None]) -> list[Sample]:
    """Return the rows' own addresses that are samples; `notify` gets how many they are."""
    claims = samples_of(accept_samples(found), notify)
    if claims:
        count = counted(len(claims), "known address", "known addresses")
        notify(f"Using {count} from the list's own rows; --no-learn-from-list turns this off.")
    return claims


def _run(opened: OpenList, answers: "_Answers", signature: str, progress: Progress) -> ListRun[Guess]:
    options, table = opened.options, opened.table
    format_ = _format_of(opened)
    if options.lists.resume and format_ in _WHOLE:
        raise UsageError(f"--resume does not work with {format_}; write CSV instead: -o OUT.csv.")
    columns = table.columns
    lacks_domains = columns.has(Kind.COMPANY) and not columns.has(Kind.DOMAIN, Kind.WEBSITE)
    more = DOMAIN_CELLS * lacks_domains + RATE_CELLS * (options.rate is not None)
    answering = Answering(
        answers.answered,
        AddedColumns(options.top, options.lists.prefix, more),
        cells=lambda guess: cells_of(guess, options.top, more, options.choice.min_probability),
        fields=guess_fields,
        plain=lambda guess: "\t".join([one.address for one in guess.candidates]),
        counts=_counts,
    )
    run = fingerprint(opened.again(), signature) if options.output and opened.is_file else ""
    return ListRun(
        table,
        answering,
        format_,
        Destination(options.output, run, options.lists.resume),
        safe=options.lists.safe_csv,
        on_count=lambda tally: progress.update(tally.rows, table.bytes_read * tally.rows // answers.read),
    )


def _format_of(opened: OpenList) -> str:
    return list_format_of(opened.options.format_, opened.options.output, opened.table.kind)


def _can_resume(opened: OpenList) -> bool:
    """Return whether what was written stays, for a later run to go on."""
    output = opened.options.output
    is_kept = bool(output) and not is_direct(output)
    return is_kept and opened.is_file and _format_of(opened) not in _WHOLE


def _counts(guess: Guess) -> tuple[str, str, str]:
    return (
        guess.candidates[0].address if guess.candidates else "",
        guess.mx.verdict if guess.mx else "",
        guess.problem.code if guess.problem else "",
    )


def _needed(columns: Columns) -> int:
    """Return the last of the columns without which a row is not answered: a person's, and the most trusted of the company's."""
    person = [place for kind in PERSON for place in columns.of(kind)]
    best = columns.first(*SITES, Kind.EMAIL, Kind.COMPANY)
    return max([*person, -1 if best is None else best])


class _Answers:
    """Answers the rows of one list; `record` takes the guesses before they are written.

    Short rows are answered where their cells suffice, and have a problem in any case; rows without any text have
    neither guess nor problem.
    """

    def __init__(
        self, opened: OpenList, guesser: _ListGuesser, companies: Companies, record: _Record | None
    ) -> None:
        self._opened, self._guesser, self._companies, self._record = opened, guesser, companies, record
        columns = opened.table.columns
        self._width = len(opened.table.header)
        self.read = 0
        """How many rows were read, some of which may not be answered yet."""
        self._needed = _needed(columns)
        self._learns = not opened.is_file and columns.has(Kind.COMPANY)
        self._suggested = SuggestedDomains(
            opened.table.header, opened.options.lists.prefix, opened.options.choice.company_threshold
        )

    def answered(self, blocks: Iterator[Block]) -> Iterator[tuple[Block, list[Guess | None]]]:
        """Yield the guesses to the rows, in parts as DNS answers come; None for a blank line."""
        asked: deque[Block] = deque()
        found = self._guesser.guess_all(self._questions(blocks, asked))
        for first in found:
            block = asked.popleft()
            guesses = chain([first], islice(found, len(block.rows) - 1))
            for start in range(0, len(block.rows), _BATCH):
                part = block.part(start, start + _BATCH)
                mended = [self._mend(row, guess) for row, guess in zip(part.rows, guesses, strict=False)]
                self._note([guess for guess in mended if guess])
                yield part, mended

    def _questions(self, blocks: Iterable[Block], asked: deque[Block]) -> Iterator[Question | None]:
        """Yield the rows' questions, and None where the next block may be long in coming; `asked` gets the blocks."""
        for block in blocks:
            if self._learns:  # from a pipe, on the way; a file was read for its companies before
                self._guesser.learn_companies(self._opened.pairs(block))
            self.read += len(block.rows)
            if block.rows:
                asked.append(block)
                rows = self._even(block.rows)
                questions = self._opened.questions(rows)
                yield from self._suggested.with_domains(rows, questions) if self._suggested else questions
                if self._opened.is_waiting():
                    yield None

    def _without_site(self, row: Sequence[str], problem: Problem) -> Problem:
        """Return the problem of a row without a domain, which says so where its site is a page about a person."""
        places = [place for kind in SITES for place in self._opened.table.columns.of(kind)]
        cells = [row[place] for place in places if place < len(row)]
        return next((Problem(problem.code, hint) for cell in cells if (hint := profile_hint(cell))), problem)

    def _note(self, guesses: list[Guess]) -> None:
        for guess in guesses:
            if guess.problem and guess.problem.code is Code.UNKNOWN_COMPANY:
                self._companies.count_unknown(company_of(guess.question))
        if self._record is not None:
            self._record(guesses)

    def _even(self, rows: list[list[str]]) -> list[list[str]]:
        """Return the rows, the short ones filled up."""
        if set(map(len, rows)) == {self._width}:
            return rows
        return [row + [""] * (self._width - len(row)) for row in rows]

    def _mend(self, row: list[str], guess: Guess) -> Guess | None:
        if guess.problem and guess.problem.code is Code.NO_DOMAIN:
            guess = guess._replace(problem=self._without_site(row, guess.problem))
        is_blank = not any(map(str.strip, row))
        if len(row) >= self._width and not is_blank:
            return guess
        nothing = guess._replace(candidates=(), mx=None, problem=None, company=None)
        if is_blank:
            return nothing if len(row) > 1 else None
        short = Problem(Code.SHORT_ROW, f"The row has {len(row)} of {self._width} cells.")
        if len(row) <= self._needed:
            return nothing._replace(problem=short)
        return guess._replace(problem=guess.problem or short)
