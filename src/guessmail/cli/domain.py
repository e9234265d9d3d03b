"""`guessmail domain`: the domains that companies may have, by their names."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from typing import Annotated, NamedTuple

import click

from guessmail.cli.guess_options import Prefix
from guessmail.cli.hints import company_hint
from guessmail.cli.options import (
    PATIENCE,
    Color,
    CompaniesFile,
    Country,
    DirectoryOptions,
    DnsOptions,
    Encoding,
    Format,
    NoStore,
    OutputFile,
    Quiet,
    SafeCsv,
    StoreFile,
)
from guessmail.cli.output import Status, format_of, list_format_of, notifier, say_if_unused, write_output
from guessmail.cli.parameters import FILE, PROBABILITY, TEXTS, argument, env_option, with_options
from guessmail.companies.explain import explanation
from guessmail.companies.finder import DomainFinder
from guessmail.errors import UsageError
from guessmail.reports.company_domains import (
    CELLS,
    Answered,
    answer_fields,
    cells_of,
    companies_listing,
    offered,
    print_table,
)
from guessmail.reports.listing import Listing, written
from guessmail.text import counted, printable

_MISSING = 'Missing company. Try: guessmail domain "Acme Corp", or -i FILE for a list.'
_AHEAD = 200
"""Rows of a list that are looked up ahead of the one that is answered."""


class DomainOptions(NamedTuple):
    """The command line of `domain`. Files that are not named are empty texts."""

    names: Annotated[tuple[str, ...], argument(metavar="COMPANY...")]
    source: Annotated[
        str | None,
        env_option("-i --input", type=FILE),
        "Read a list with a column company: CSV, TSV, JSON Lines or Excel; - is stdin.",
    ]
    output: OutputFile
    top: Annotated[
        int | None,
        env_option("-n --top", type=click.IntRange(1, 1000), metavar="N"),
        "Show at most N domains.  [default: 5 for each company, 1 in a list]",
    ]
    min_probability: Annotated[
        float,
        env_option("--min-probability", type=PROBABILITY, default=0.001, show_default=True, metavar="P"),
        "Leave out guesses less probable than this.",
    ]
    country: Country
    companies: CompaniesFile
    format_: Format
    map: Annotated[
        tuple[str, ...],
        env_option("--map", type=TEXTS, metavar="company=COLUMN"),
        "Name the column that holds the company.",
    ]
    encoding: Encoding
    prefix: Prefix
    safe_csv: SafeCsv
    mx: Annotated[
        bool,
        env_option("--mx/--no-mx", default=True),
        "Check by DNS which candidates accept mail.  [default: mx]",
    ]
    explain: Annotated[bool, env_option("--explain"), "Explain the candidates on stderr."]
    quiet: Quiet
    color: Color
    dns: DnsOptions
    directory: DirectoryOptions
    store_file: StoreFile
    no_store: NoStore

    @property
    def most(self) -> int:
        """How many domains are offered at most for a company."""
        return self.top or (5 if self.names else 1)


@click.command(
    epilog="""\b
Examples:
  guessmail domain "Acme Corporation"
  guessmail domain "Acme GmbH" "Beispiel & Partner AG" --country AT --explain
  guessmail domain -i companies.csv -o domains.csv --no-mx"""
)
@with_options
def domain(options: DomainOptions) -> int:
    """Guess companies' domains from their names, with probabilities.

    Known domains (--companies, guessmail learn --company) come first. Other companies are looked up in the directory of
    organisations that comes with guessmail, and their domains guessed from their names. DNS is asked about up to ten
    candidates each, unless you give --no-mx; nothing else is contacted.

    Exit status: 0 done; 2 usage error; 3 a company has no candidate; 4 list finished, but at least one row has none.
    """
    if options.names and options.source is not None:
        raise UsageError("Give either companies, or a list with -i FILE; not both.")
    if options.explain and not options.names:
        raise UsageError(
            "--explain does not work with a list; name some of its companies on the command line instead."
        )
    if not options.names and options.source is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError(_MISSING)
    notify = notifier(quiet=options.quiet)
    hint, is_certain = company_hint(options.names)
    if is_certain:
        raise UsageError(hint)
    if hint:
        notify(hint)
    with ExitStack() as stack:
        finder = _finder(options, 0.0 if options.names else PATIENCE, stack, notify)
        if options.names:
            return _some(finder, options)
        return _list(finder, options, notify)


def _finder(
    options: DomainOptions, patience: float, stack: ExitStack, notify: Callable[[str], None]
) -> DomainFinder:
    from guessmail.cli.companies import known_companies
    from guessmail.cli.stores import open_store

    store = open_store(options.store_file, no_store=options.no_store)
    if store is not None:
        stack.enter_context(closing(store))
    known = known_companies(options.companies, store, notify)
    checker = stack.enter_context(options.dns.checker(notify, patience=patience)) if options.mx else None
    directory = options.directory.open()
    return DomainFinder(known, checker, directory=directory, country=options.country, most=options.most)


def _some(finder: DomainFinder, options: DomainOptions) -> int:
    format_ = format_of(options.format_, options.output)
    found = finder.find_all(dict.fromkeys(options.names))
    answers = [offered(found[name], options.most, options.min_probability) for name in options.names]
    for one in answers:
        if options.explain:
            click.echo(f"{printable(one.company)}:", err=True)
            for line in explanation(found[one.company], len(one.candidates)):
                click.echo(f"  {printable(line)}", err=True)
        if one.problem:
            shown = f"{printable(one.company)}: " if one.company.strip() else ""
            click.echo(f"Error: {shown}{one.problem.message}", err=True)
    if format_ == "table":
        print_table(answers, color=options.color)
    else:
        listing = companies_listing(len(answers))
        write_output(written(listing, format_, [list(enumerate(answers, 1))]), options.output)
    return Status.NOTHING if any(one.problem for one in answers) else Status.DONE


def _list(finder: DomainFinder, options: DomainOptions, notify: Callable[[str], None]) -> int:
    """Answer all rows of a list and write them; return the exit status: 0, or 4 if a row has a problem."""
    from guessmail.guesser import ahead
    from guessmail.lists import Block, TableKind, open_table
    from guessmail.lists.cells import company_in
    from guessmail.lists.headers import COMPANY_NAMES, Kind
    from guessmail.lists.outputs import refuse_same_file
    from guessmail.reports.added import AddedColumns
    from guessmail.runs.run import ListRun, answered_in_parts
    from guessmail.text.streams import open_file

    if options.format_ == "plain":
        raise UsageError("A list keeps its columns; plain is for companies on the command line.")
    list_format_of(options.format_, options.output, "")
    with open_file(options.source or "-") as stream:
        refuse_same_file(stream, options.output)
        table = open_table(stream, COMPANY_NAMES.said(options.map, options.encoding), notify)
        columns, top = table.columns.of(Kind.COMPANY), options.most

        def companies(block: Block) -> Iterator[str]:
            """Have the company of each row looked up, of the first column that names one, and yield it."""
            for row in block.rows:
                cells = [row[at] for at in columns if at < len(row)]
                company = next(filter(None, map(company_in, cells)), "")
                finder.submit(company)
                yield company

        def answer(company: str) -> Answered:
            return offered(finder.find(company), top, options.min_probability)

        def answered(blocks: Iterable[Block]) -> Iterator[tuple[Block, list[Answered | None]]]:
            answers_to = partial(ahead, answer=answer, most=_AHEAD)
            return answered_in_parts(blocks, companies, answers_to, stream)

        added = AddedColumns(top, options.prefix, first=CELLS, further=CELLS, last=())
        format_ = list_format_of(options.format_, options.output, table.kind)
        say_if_unused(options.safe_csv, format_, notify)
        listing = Listing(added.names, lambda one: [cells_of(one, top)], answer_fields, lambda _: ())
        run = ListRun(table, format_, listing, added.place, answered, _counts, safe=options.safe_csv)
        run.write(options.output)
    if options.source is None and table.kind is TableKind.EMPTY:
        notify(_MISSING)
    with_domain = run.tally.rows - run.tally.problems.total()
    notify(f"{counted(run.tally.rows, 'row')} · {with_domain:,} with a domain")
    return Status.SOME_PROBLEMS if run.tally.problems else Status.DONE


def _counts(answer: Answered) -> tuple[str, str, str]:
    first = answer.candidates[0].domain if answer.candidates else ""
    return first, "", answer.problem.code if answer.problem else ""
