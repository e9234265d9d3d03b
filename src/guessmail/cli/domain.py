"""`guessmail domain`: the probable domains of companies, by their names."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import Annotated

import click

from guessmail.cli import options as shared
from guessmail.cli.guess_options import Prefix
from guessmail.cli.hints import typed
from guessmail.cli.inputs import known_companies
from guessmail.cli.options import FILE, TEXTS, argument, env_option
from guessmail.cli.output import Status, format_of, list_format_of, notify, say_if_unused, write_output
from guessmail.cli.stores import open_store
from guessmail.companies import CompanyDomains, DomainFinder
from guessmail.companies.model import explanation
from guessmail.errors import UsageError
from guessmail.guesser import ahead
from guessmail.lists import Block, TableKind, open_table
from guessmail.lists.headers import COMPANY_NAMES
from guessmail.lists.questions import RowReader
from guessmail.reports.added import COMPANY_CELLS, AddedColumns
from guessmail.reports.answers import companies_beside, companies_listing, offered, print_domains
from guessmail.reports.listing import written
from guessmail.text import counted, printable
from guessmail.text.streams import open_file, refuse_same_file

_MISSING = 'Missing company. Try: guessmail domain "Acme Corp", or -i FILE for a list.'
_PARTS_OF_NAMES = frozenset(
    "of and & the de la du und y e et für for der die van inc inc. ltd ltd. llc gmbh ag plc corp corp. co co. sa s.a. spa"
    " srl bv nv ab as oy kg group company".split()
)
"""Words that are never a company's whole name."""


class DomainOptions(shared.Options):
    """The arguments and options of `domain`; a file that is not given is an empty text."""

    # fmt: off
    names: Annotated[tuple[str, ...], argument(metavar="COMPANY...")]
    source: Annotated[str | None, env_option("-i --input", type=FILE),
        "Read a list with a column company: CSV, TSV, JSON Lines or Excel; - is stdin."]
    output: shared.OutputFile
    top: Annotated[int | None, env_option("-n --top", type=click.IntRange(1, 1000), metavar="N"),
        "Show at most N domains.  [default: 5 for each company, 1 in a list]"]
    min_probability: Annotated[float, env_option("--min-probability", default=0.001, show_default=True),
        "Leave out guesses less probable than this."]
    country: shared.Country
    companies: shared.CompaniesFile
    format_: shared.Format
    map: Annotated[tuple[str, ...], env_option("--map", type=TEXTS, metavar="company=COLUMN"),
        "Name the column that holds the company."]
    encoding: shared.Encoding
    prefix: Prefix
    safe_csv: shared.SafeCsv
    mx: Annotated[bool, env_option("--mx/--no-mx", default=True),
        "Check by DNS which candidates accept mail.  [default: mx]"]
    explain: Annotated[bool, env_option("--explain"), "Explain the candidates on stderr."]
    quiet: shared.Quiet
    color: shared.Color
    dns: shared.DnsOptions
    directory: shared.DirectoryOptions
    store_file: shared.StoreFile
    no_store: shared.NoStore
    # fmt: on


@shared.command("""
  guessmail domain "Acme Corporation"
  guessmail domain "Acme GmbH" "Beispiel & Partner AG" --country AT --explain
  guessmail domain -i companies.csv -o domains.csv --no-mx""")
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
    if len(options.names) > 1 and not any(" " in name for name in options.names):
        whole = typed(["domain", " ".join(options.names)])
        if any(name.lower() in _PARTS_OF_NAMES for name in options.names):
            raise UsageError(f"Put the company's name in quotes: {whole}")
        notify(f"Read as {len(options.names)} companies; as one: {whole}")
    with ExitStack() as stack:
        store = stack.enter_context(open_store(options.store_file, no_store=options.no_store))
        known = known_companies(options.companies, store)
        checker = stack.enter_context(options.dns.checker(is_list=not options.names)) if options.mx else None
        directory, top = options.directory.open(), options.top or (5 if options.names else 1)
        finder = DomainFinder(known, checker, directory=directory, country=options.country, most=top)
        return (_answer_names if options.names else _answer_list)(finder, options, top)


def _answer_names(finder: DomainFinder, options: DomainOptions, top: int) -> int:
    format_ = format_of(options.format_, options.output)
    for name in options.names:  # so that their look-ups run at the same time
        finder.submit(name)
    found = {name: finder.find(name) for name in options.names}
    answers = [offered(found[name], top, options.min_probability) for name in options.names]
    for answer in answers:
        if options.explain:
            click.echo(f"{printable(answer.company)}:", err=True)
            for line in explanation(found[answer.company], len(answer.candidates)):
                click.echo(f"  {printable(line)}", err=True)
        if answer.problem:
            shown = f"{printable(answer.company)}: " if answer.company.strip() else ""
            click.echo(f"Error: {shown}{answer.problem.message}", err=True)
    if format_ == "table":
        print_domains(answers, color=options.color)
    else:
        listing = companies_listing(len(answers))
        write_output(written(listing, format_, [list(enumerate(answers, 1))]), options.output)
    return Status.NOTHING if any(answer.problem for answer in answers) else Status.DONE


def _answer_list(finder: DomainFinder, options: DomainOptions, top: int) -> int:
    """Answer all rows of a list and write them; return the exit status: 0, or 4 if a row has a problem."""
    from guessmail.runs.run import ListRun, answered_in_parts

    if options.format_ == "plain":
        raise UsageError("A list keeps its columns; plain is for companies on the command line.")
    list_format_of(options.format_, options.output, "")  # its errors come first

    def companies(block: Block) -> Iterator[tuple[str, str]]:
        for row in map(table.full, block.rows):
            asked = reader.company(row), reader.country(row)
            finder.submit(*asked)
            yield asked

    def answers(questions: Iterator[tuple[str, str] | None]) -> Iterator[CompanyDomains]:
        return ahead(questions, lambda asked: offered(finder.find(*asked), top, options.min_probability), 200)

    with open_file(options.source or "-") as stream:
        refuse_same_file(stream, options.output)
        table = open_table(stream, replace(COMPANY_NAMES, map=options.map, encoding=options.encoding), notify)
        reader = RowReader(table.columns, table.header)
        added = AddedColumns(top, options.prefix, first=COMPANY_CELLS, further=COMPANY_CELLS, last=())
        format_ = list_format_of(options.format_, options.output, table.kind)
        say_if_unused(options.safe_csv, format_)
        listing = companies_beside(added.names)
        answered = partial(answered_in_parts, questions=companies, answers_to=answers, stream=stream)
        run = ListRun(table, format_, listing, added.place, answered, safe=options.safe_csv)
        problems = run.write(options.output)
    if options.source is None and table.kind is TableKind.EMPTY:
        notify(_MISSING)
    rows = run.tally["rows"]
    notify(f"{counted(rows, 'row')} · {rows - problems:,} with a domain", *reader.notices())
    return Status.SOME_PROBLEMS if problems else Status.DONE
