"""`guessmail guess -i FILE`: a list, whose rows come out with the guesses beside them."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from guessmail.batch import relax_gc
from guessmail.cli.companies import SuggestedDomains
from guessmail.cli.guess_options import GuessOptions
from guessmail.cli.hints import profile_hint
from guessmail.cli.inputs import Inputs, guesser_of, run_options, samples_of, signature_of, unused_samples
from guessmail.cli.output import Status, list_format_of, say_if_unused
from guessmail.companies.known import Companies
from guessmail.domains.question import company_of
from guessmail.errors import Code, Problem, UsageError
from guessmail.guesser import Guess, Guesser, Question
from guessmail.lists import Block, Kind, TableKind
from guessmail.lists.headers import NAMES, PEOPLE, PERSON, SITES
from guessmail.lists.outputs import left_part
from guessmail.reports.added import DOMAIN_CELLS, RATE_CELLS, AddedColumns, cells_of, guess_fields
from guessmail.reports.listing import Listing
from guessmail.runs.people import PeopleList
from guessmail.runs.progress import Progress
from guessmail.runs.resume import RESUMABLE, fingerprint
from guessmail.runs.run import ListRun, answered_in_parts, is_blank_line
from guessmail.samples.entries import accept_samples
from guessmail.text import counted
from guessmail.text.streams import is_direct, open_file, refuse_same_file, seekable, unguarded

if TYPE_CHECKING:
    from guessmail.runs.processes import Processes


def guess_many(options: GuessOptions, inputs: Inputs, stack: ExitStack, notify: Callable[[str], None]) -> int:
    """Run a list as the options of `guess` say; return the exit status."""
    list_format_of(options.format_, options.output, "")  # its faults come first
    if "@" in (options.rate or ""):
        raise UsageError("With a list, use --rate without an address: each row's own address is rated.")
    signature = signature_of(options, inputs) if options.output else ""
    people, lists = _open(options, notify), options.lists
    format_ = list_format_of(options.format_, options.output, people.table.kind)
    say_if_unused(lists.safe_csv, format_, notify)
    if options.output and not lists.resume and (left := left_part(options.output)):
        notify(f"{left}, which an interrupted run left, is replaced; --resume would have continued it.")
    if people.table.kind is TableKind.EMPTY:
        people.table.has_header = not lists.no_header
    for line in unused_samples(options.sample_texts, ""):
        notify(line)
    if options.explain:
        notify(
            "--explain explains one person's guesses and is left out for a list; give a name and a domain."
        )
    companies = inputs.companies or Companies()
    guesser = _guesser(options, inputs, companies, people, stack, notify)
    record: Callable[[list[Guess]], None] | None = None
    if inputs.store is not None and inputs.store.is_writable and options.record:
        from guessmail.cli.stores import Recorder

        record = stack.enter_context(Recorder(inputs.store, run_options(options))).take
    relax_gc()
    answers = _Answers(people, options, guesser, companies, record)
    size = os.fstat(people.stream.fileno()).st_size if people.is_file else 0
    with Progress(unguarded(sys.stderr), size, is_shown=not options.quiet) as progress:
        run = _run(options, people, answers, format_, progress)
        try:
            of_input = fingerprint(people.again(), signature) if options.output and people.is_file else ""
            run.write(options.output, of_input, is_resumed=lists.resume)
        except KeyboardInterrupt:
            stays = options.output and not is_direct(options.output) and people.is_file
            can_resume = stays and format_ in RESUMABLE
            notify(
                f"Stopped after {counted(run.tally.rows, 'row')}{'; --resume goes on' if can_resume else ''}."
            )
            raise
    if not options.quiet:
        lines = [run.tally.summary(), *people.reader.notices(), *(companies.summary() if companies else [])]
        for line in lines:
            notify(line)
    return Status.SOME_PROBLEMS if run.tally.problems else Status.DONE


def _open(options: GuessOptions, notify: Callable[[str], None]) -> PeopleList:
    """Open the list that the options name, and read its header; `notify` takes notices in full sentences.

    Misuse is a `UsageError`: no header that is recognised, the output is the input, `--resume` without files.
    """
    lists = options.lists
    stream = open_file(lists.source or "-")
    refuse_same_file(stream, options.output)
    rules = NAMES if options.default_domain else PEOPLE
    if options.rate is not None or lists.learn_from_list:
        rules = replace(rules, needs=(*rules.needs, (Kind.EMAIL,)))
    rules = replace(rules, map=lists.map, encoding=lists.encoding, header=not lists.no_header)
    stream = seekable(stream) if lists.learn_from_list else stream
    people = PeopleList(stream, rules, notify, options.default_domain)
    if lists.resume and not (options.output and people.is_file):
        raise UsageError("--resume needs files for input and output: -i FILE -o FILE.")
    return people


def _guesser(
    options: GuessOptions,
    inputs: Inputs,
    companies: Companies,
    people: PeopleList,
    stack: ExitStack,
    notify: Callable[[str], None],
) -> "Guesser | Processes":
    """Return what answers the rows, in this process or in several, which `stack` ends; the rows' own addresses count."""
    name = PurePath(options.lists.source or "-").name
    learns = options.lists.learn_from_list is not False
    found = people.study("the list" if name == "-" else name, companies, notify, learns=learns)
    claims = samples_of(accept_samples(found), notify)
    if claims:
        count = counted(len(claims), "known address", "known addresses")
        notify(f"Using {count} from the list's own rows; --no-learn-from-list turns this off.")
    checker = stack.enter_context(options.dns.checker(notify)) if options.mx else None
    make, jobs = guesser_of(options, inputs._replace(companies=companies), claims), options.lists.jobs
    guesser: Guesser = make(checker=checker)
    if jobs == 1:
        return guesser
    from guessmail.runs.processes import Processes, cores

    return stack.enter_context(Processes(jobs or cores(), guesser, make, checker))


def _run(
    options: GuessOptions, people: PeopleList, answers: "_Answers", format_: str, progress: Progress
) -> ListRun[Guess]:
    if options.lists.resume and format_ not in RESUMABLE:
        raise UsageError(f"--resume does not work with {format_}; write CSV instead: -o OUT.csv.")
    table, columns = people.table, people.table.columns
    lacks_domains = columns.has(Kind.COMPANY) and not columns.has(Kind.DOMAIN, Kind.WEBSITE)
    more = DOMAIN_CELLS * lacks_domains + RATE_CELLS * (options.rate is not None)
    added = AddedColumns(options.top, options.lists.prefix, more)
    listing: Listing[Guess] = Listing(
        added.names,
        lambda guess: [cells_of(guess, options.top, more, options.choice.min_probability)],
        guess_fields,
        lambda guess: ["\t".join([one.address for one in guess.candidates])],
    )
    return ListRun(
        table,
        format_,
        listing,
        added.place,
        answers.answered,
        _counts,
        safe=options.lists.safe_csv,
        on_count=lambda tally: progress.update(tally.rows, table.bytes_read * tally.rows // answers.read),
    )


def _counts(guess: Guess) -> tuple[str, str, str]:
    return (
        guess.candidates[0].address if guess.candidates else "",
        guess.mx.verdict if guess.mx else "",
        guess.problem.code if guess.problem else "",
    )


class _Answers:
    """Answers the rows of one list; `record` takes the guesses before they are written.

    Short rows are answered where their cells suffice, and have a problem in any case; rows without any text have
    neither guess nor problem.
    """

    def __init__(
        self,
        people: PeopleList,
        options: GuessOptions,
        guesser: "Guesser | Processes",
        companies: Companies,
        record: Callable[[list[Guess]], None] | None,
    ) -> None:
        self._people, self._guesser, self._companies, self._record = people, guesser, companies, record
        self._columns, header = people.table.columns, people.table.header
        self._width = len(header)
        self.read = 0
        """How many rows were read, some of which may not be answered yet."""
        person = [place for kind in PERSON for place in self._columns.of(kind)]
        best = self._columns.first(*SITES, Kind.EMAIL, Kind.COMPANY)
        self._needed = max([*person, -1 if best is None else best])
        """The last of the columns without which a row is not answered: a person's, and the company's most trusted."""
        # A file was read for its companies before; a pipe is on the way.
        self._learns = not people.is_file and self._columns.has(Kind.COMPANY)
        self._suggested = SuggestedDomains(header, options.lists.prefix, options.choice.company_threshold)

    def answered(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, list[Guess | None]]]:
        """Yield the guesses to the rows, in parts as DNS answers come; None for a blank line."""
        guess_all, stream = self._guesser.guess_all, self._people.stream
        for part, guesses in answered_in_parts(blocks, self._questions, guess_all, stream):
            pairs = zip(part.rows, guesses, strict=True)
            mended = [self._mend(row, guess) if guess else None for row, guess in pairs]
            told = [guess for guess in mended if guess]
            for guess in told:
                if guess.problem and guess.problem.code is Code.UNKNOWN_COMPANY:
                    self._companies.count_unknown(company_of(guess.question))
            if self._record is not None:
                self._record(told)
            yield part, mended

    def _questions(self, block: Block) -> Iterable[Question]:
        rows = block.rows
        if self._learns:
            self._guesser.learn_companies(self._people.pairs(rows))
        self.read += len(rows)
        if set(map(len, rows)) != {self._width}:
            rows = [row + [""] * (self._width - len(row)) for row in rows]
        questions = self._people.questions(rows)
        return self._suggested.with_domains(rows, questions) if self._suggested else questions

    def _mend(self, row: Sequence[str], guess: Guess) -> Guess | None:
        if guess.problem and guess.problem.code is Code.NO_DOMAIN:
            sites = [row[at] for kind in SITES for at in self._columns.of(kind) if at < len(row)]
            if hint := next(filter(None, map(profile_hint, sites)), ""):  # it is a page about a person
                guess = guess._replace(problem=Problem(Code.NO_DOMAIN, hint))
        is_blank = not any(map(str.strip, row))
        if len(row) >= self._width and not is_blank:
            return guess
        nothing = guess._replace(candidates=(), mx=None, problem=None, company=None)
        if is_blank:
            return None if is_blank_line(row) else nothing
        short = Problem(Code.SHORT_ROW, f"The row has {len(row)} of {self._width} cells.")
        if len(row) <= self._needed:
            return nothing._replace(problem=short)
        return guess._replace(problem=guess.problem or short)
