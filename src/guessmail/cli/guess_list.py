"""`guessmail guess -i FILE`: the rows of a list with guesses beside them."""

import hashlib
import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from guessmail.batch import relax_gc
from guessmail.cli.guess_options import GuessOptions, Inputs
from guessmail.cli.hints import profile_hint
from guessmail.cli.inputs import samples_of, suggested_columns, unused_samples, with_domains
from guessmail.cli.output import Status, list_format_of, notify, say_if_unused
from guessmail.cli.stores import recording
from guessmail.companies import Companies
from guessmail.domains.company_name import fold_company, short_name
from guessmail.domains.question import company_of
from guessmail.errors import BrokenFileError, Code, Problem, UsageError
from guessmail.guesser import Guess, Guesser, Question
from guessmail.lists import Block, Kind, TableKind, open_table
from guessmail.lists.headers import NAMES, PEOPLE, PERSON, SITES
from guessmail.lists.outputs import interrupted_output
from guessmail.lists.questions import RowReader
from guessmail.mailboxes import Mailbox
from guessmail.reports.added import DOMAIN_CELLS, RATE_CELLS, AddedColumns, cells_of, guess_fields
from guessmail.reports.listing import Listing
from guessmail.runs.run import RESUMABLE, ListRun, answered_in_parts, fingerprint, progress, summary
from guessmail.samples.entries import Rejected, RejectionReason, accept_samples, entries_in
from guessmail.text import counted
from guessmail.text.streams import Span, is_direct, is_file, open_file, refuse_same_file, seekable, unguarded

if TYPE_CHECKING:
    from guessmail.runs.processes import Processes


def guess_many(options: GuessOptions, inputs: Inputs, stack: ExitStack) -> int:
    """Guess for all rows of a list, and write them; return the exit status."""
    list_format_of(options.format_, options.output, "")  # its errors come first
    if "@" in (options.rate or ""):
        raise UsageError("With a list, use --rate without an address: each row's own address is rated.")
    lists, companies = options.lists, inputs.companies or Companies()
    people = _People(options, companies)
    format_ = list_format_of(options.format_, options.output, people.table.kind)
    say_if_unused(lists.safe_csv, format_)
    if options.output and not lists.resume and (part := interrupted_output(options.output)):
        notify(f"{part}, which an interrupted run left, is replaced; --resume would have continued it.")
    notify(*unused_samples(options.sample_texts, ""))
    if options.explain:
        notify(
            "--explain explains one person's guesses and is left out for a list; give a name and a domain."
        )
    people.open_guesser(inputs._replace(companies=companies), stack)
    if inputs.evidence is not None and inputs.evidence.is_writable and options.record:
        people.record = stack.enter_context(recording(inputs.evidence, options.remembered))
    relax_gc()
    size = os.fstat(people.stream.fileno()).st_size if people.is_file else 0
    with progress(unguarded(sys.stderr), size, is_shown=not options.quiet) as update:
        run = people.run(format_, update)
        is_resumable = options.output and people.is_file
        try:
            of_input = fingerprint(people.from_start(), _signature(options, inputs)) if is_resumable else ""
            problems = run.write(options.output, of_input, is_resumed=lists.resume)
        except KeyboardInterrupt:
            stays = is_resumable and not is_direct(options.output) and format_ in RESUMABLE
            hint = "; --resume goes on" if stays else ""
            notify(f"Stopped after {counted(run.tally['rows'], 'row')}{hint}.")
            raise
    notify(summary(run.tally), *people.reader.notices(), *(companies.summary() if companies else ()))
    return Status.SOME_PROBLEMS if problems else Status.DONE


def _signature(options: GuessOptions, inputs: Inputs) -> str:
    """Return the identity of a run for --resume: the options that change its rows, and the contents of their files."""
    # The samples themselves: their source may be a repository, or a pipe.
    samples = [(sample.address, sample.name, sample.weight) for sample in inputs.samples]
    own = map(_file_hash, (options.companies, options.catalog_file, options.directory.directory_file))
    files = *own, inputs.directory is None, samples
    store = inputs.evidence.stamp() if inputs.evidence is not None else ""
    lists = vars(options.lists) | {"source": None, "resume": False, "jobs": 1}
    return repr(
        (options.remembered, lists, options.format_, options.rate is not None, options.mx, files, store)
    )


def _file_hash(path: str) -> str:
    """Return the SHA-256 of a file; empty for an empty path, random for a pipe, which cannot be read again."""
    if not Path(path).is_file():
        return os.urandom(16).hex() if path else ""
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class _People:
    """The list that the options name, with its header read; `UsageError` for misuse of the options."""

    def __init__(self, options: GuessOptions, companies: Companies) -> None:
        lists = options.lists
        self._options, self._companies = options, companies
        self._guesser: Guesser | Processes
        stream = open_file(lists.source or "-")
        refuse_same_file(stream, options.output)
        rules = NAMES if options.default_domain else PEOPLE
        if options.rate is not None or lists.learn_from_list:
            rules = replace(rules, needs=(*rules.needs, (Kind.EMAIL,)))
        self._rules = replace(rules, map=lists.map, encoding=lists.encoding, header=not lists.no_header)
        self.stream = seekable(stream) if lists.learn_from_list else stream
        self.is_file = is_file(self.stream)
        self._start = self.stream.tell() if self.is_file else 0
        self.table = open_table(self.stream, self._rules, notify)
        if lists.resume and not (options.output and self.is_file):
            raise UsageError("--resume needs files for input and output: -i FILE -o FILE.")
        self._columns, self._width = self.table.columns, len(self.table.header)
        self.reader = RowReader(self._columns, self.table.header)
        self.record: Callable[[list[Guess]], None] = lambda _: None
        """Called with the guesses before they are written."""
        self._warns = lists.learn_from_list is None and not self.is_file
        """Whether to tell the user that addresses in a pipe are not used."""
        self._read = 0
        """The number of rows that were read, with those that are not answered yet."""
        self.tally: Counter[str] = Counter()
        person = [place for kind in PERSON for place in self._columns.of(kind)]
        best = self._columns.first(*SITES, Kind.EMAIL, Kind.COMPANY)
        self._needed = max([*person, -1 if best is None else best])
        """The last column that a short row must have: of those of the name, and the company's most trusted one."""
        self._suggested = suggested_columns(self.table.header, lists.prefix)

    def open_guesser(self, inputs: Inputs, stack: ExitStack) -> None:
        """Make the guesser, which learns from the rows' own addresses, for one or several processes, which `stack` ends."""
        claims = samples_of(accept_samples(self._first_pass()))
        if claims:
            count = counted(len(claims), "known address", "known addresses")
            notify(f"Using {count} from the list's own rows; --no-learn-from-list turns this off.")
        checker = stack.enter_context(self._options.dns.checker()) if self._options.mx else None
        make, jobs = self._options.guesser(inputs, claims), self._options.lists.jobs
        guesser: Guesser = make(checker=checker)
        self._guesser = guesser
        if jobs != 1:
            from guessmail.runs.processes import Processes

            self._guesser = stack.enter_context(Processes(jobs, guesser, make, checker))

    def _first_pass(self) -> list[Mailbox | Rejected]:
        """Learn companies' domains from a file, and return the rows' addresses if they are wanted; a pipe is not read."""
        lists = self._options.lists
        wants_addresses = lists.learn_from_list is not False and self._columns.has(Kind.EMAIL)
        wants_companies = self._columns.has(Kind.COMPANY) and self._columns.has(*SITES, Kind.EMAIL)
        if not self.is_file:
            return []
        if wants_addresses and self.table.kind is not TableKind.XLSX:  # searching the bytes is fast
            chunks = iter(partial(self.from_start().read, 1 << 20), b"")
            wants_addresses = any(b"@" in chunk for chunk in chunks)
        if not wants_addresses and not wants_companies:
            return []
        name = "the list" if lists.source in {None, "-"} else PurePath(lists.source or "").name
        found: list[Mailbox | Rejected] = []
        wanted: set[str] = set()
        with suppress(BrokenFileError):  # raised again when the rows are answered
            blocks = open_table(self.from_start(), self._rules).blocks
            for number, row in enumerate(self._whole_rows(blocks), 1):
                if wants_addresses:
                    entries = entries_in(self.reader, [(f"{name}, row {number}", row)])
                    found += (
                        entry
                        for entry in entries
                        if isinstance(entry, Mailbox) or entry.reason is not RejectionReason.NO_ADDRESS
                    )
                company = self.reader.company(row) if wants_companies else ""
                if company and not self.reader.domain(row) and not self._companies.lookup(company):
                    wanted |= {fold_company(company), short_name(company)}
            if wanted:
                pairs = self._pairs(open_table(self.from_start(), self._rules).blocks)
                learned = (pair for pair in pairs if short_name(pair[0]) in wanted)
                self._companies.learn(learned)
        return found

    def _whole_rows(self, blocks: Iterable[Block]) -> Iterator[list[str]]:
        return (row for block in blocks for row in block.rows if len(row) >= self._width)

    def _pairs(self, blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
        """Yield the company and the domain of each whole row that has both."""
        found = ((self.reader.company(row), self.reader.domain(row)) for row in self._whole_rows(blocks))
        return (pair for pair in found if all(pair))

    def from_start(self) -> "io.BufferedReader[Any]":
        """Return the file from the start of the list, for a second pass at the same time."""
        return io.BufferedReader(Span(self.stream.fileno(), self._start))

    def run(self, format_: str, update: Callable[[int, int], None]) -> ListRun[Guess]:
        """Return the run that writes the guesses beside the rows; `update` gets the rows and bytes so far."""
        options, columns = self._options, self._columns
        if options.lists.resume and format_ not in RESUMABLE:
            raise UsageError(f"--resume does not work with {format_}; write CSV instead: -o OUT.csv.")
        lacks_domains = columns.has(Kind.COMPANY) and not columns.has(Kind.DOMAIN, Kind.WEBSITE)
        more = DOMAIN_CELLS * lacks_domains + RATE_CELLS * (options.rate is not None)
        added = AddedColumns(options.top, options.lists.prefix, more)
        listing: Listing[Guess] = Listing(
            guess_fields,
            lambda guess: ["\t".join([candidate.address for candidate in guess.candidates])],
            added.names,
            lambda guess: [cells_of(guess, options.top, more, options.choice.min_probability)],
        )
        answered = partial(self._answered, update=update)
        safe, tally = options.lists.safe_csv, self.tally
        return ListRun(self.table, format_, listing, added.place, answered, safe=safe, tally=tally)

    def _answered(
        self, blocks: Iterable[Block], update: Callable[[int, int], None]
    ) -> Iterator[tuple[Block, list[Guess | None]]]:
        """Yield the rows with their guesses, in parts as DNS answers come; None for a blank line."""
        source, tally = self.table.source, self.tally
        for part, guesses in answered_in_parts(blocks, self._questions, self._guesser.guess_all, self.stream):
            pairs = zip(part.rows, guesses, strict=True)
            answers = [self._adjusted(row, guess) if guess else None for row, guess in pairs]
            present = [guess for guess in answers if guess]
            for guess in present:
                if guess.problem and guess.problem.code is Code.UNKNOWN_COMPANY:
                    self._companies.count_unknown(company_of(guess.question))
            self.record(present)
            tally["guessed"] += sum(bool(guess.candidates) for guess in present)
            tally.update(guess.mx.verdict for guess in present if guess.mx)
            yield part, answers
            update(tally["rows"], source.bytes_read * tally["rows"] // self._read if source else 0)

    def _questions(self, block: Block) -> Iterable[Question]:
        rows = list(map(self.table.full, block.rows))
        if not self.is_file and self._columns.has(Kind.COMPANY):  # those of a file were learned before
            self._guesser.learn_companies(self._pairs([block]))
        if self._warns and any("@" in row[at] for at in self._columns.of(Kind.EMAIL) for row in rows):
            self._warns = False
            notify(
                "Addresses in the list's rows are not used as known addresses: a pipe is read once, and its rows are"
                " answered as they come. To read all of it first: --learn-from-list."
            )
        self._read += len(rows)
        found = self.reader.questions(rows)
        if default := self._options.default_domain:  # for rows without a domain and without a company
            found = [q if q.domain or q.company else q._replace(domain=default) for q in found]
        return with_domains(found, rows, self._suggested, self._options.choice.company_threshold)

    def _adjusted(self, row: Sequence[str], guess: Guess) -> Guess | None:
        """Return the guess with the problem of an opt-out, a short row or a profile page; None for a blank line of at most one cell."""
        if column := self.reader.opt_outs.opted_out_by(row):
            said = f"The list itself says that this person opted out of mail (column {column[:60]})."
            opted_out = Problem(Code.SUPPRESSED, said)
            return Guess(guess.question, guess.name, guess.domain, problem=opted_out)
        if guess.problem and guess.problem.code is Code.NO_DOMAIN:
            sites = [row[at] for kind in SITES for at in self._columns.of(kind) if at < len(row)]
            if hint := next(filter(None, map(profile_hint, sites)), ""):
                guess = guess._replace(problem=Problem(Code.NO_DOMAIN, hint))
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
