"""`guessmail domain`: the domains that companies may have, by their names."""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from typing import Any

import click

from guessmail.cli.company_finder import Finder, Found
from guessmail.cli.dns_options import DnsSettings, dns_options
from guessmail.cli.options import FILE, TEXTS, json_lines, no_store_option, option, store_option
from guessmail.cli.status import Status
from guessmail.domains.companies import Companies
from guessmail.domains.company_explain import explanation
from guessmail.errors import UsageError
from guessmail.reports.added import PREFIX
from guessmail.reports.company_domains import Answered, as_csv, as_json, as_plain, print_table
from guessmail.text import printable

__all__ = ["domain"]

_FORMATS = ("table", "plain", "csv", "tsv", "json", "jsonl", "xlsx")


def _country(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if value and not (len(value) == 2 and value.isascii() and value.isalpha()):
        raise click.BadParameter(f"{value!r} is not a two-letter country code such as DE or US (ISO 3166).")
    return value


@click.command(
    epilog="""\b
Examples:
  guessmail domain "Acme Corporation"
  guessmail domain "Acme GmbH" "Beispiel & Partner AG" --country AT --explain
  guessmail domain -i companies.csv -o domains.csv --no-mx"""
)
@click.argument("companies", nargs=-1, metavar="COMPANY...")
@option(
    "-i",
    "--input",
    "source",
    type=FILE,
    metavar="FILE",
    help="Read a list with a column company: CSV, TSV, JSON Lines or Excel; - is stdin.",
)
@option(
    "-o",
    "--output",
    type=FILE,
    metavar="FILE",
    default="",
    help="Write to FILE instead of stdout; it appears once it is complete.",
)
@option(
    "-n",
    "--top",
    type=click.IntRange(1, 1000),
    metavar="N",
    help="Show at most N domains.  [default: 5 for each company, 1 in a list]",
)
@option(
    "--min-probability", type=click.FloatRange(0, 1), default=0.001, show_default=True, metavar="P",
    help="Leave out guesses less probable than this.",
)  # fmt: skip
@option(
    "--country",
    metavar="CC",
    default="",
    callback=_country,
    help="The companies' country: DE, US, … (ISO 3166).",
)
@option(
    "--companies",
    "known",
    metavar="FILE",
    default="",
    help="Known company domains: a list with the columns company and domain.",
)
@option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    callback=json_lines,
    help="Output format.  [default: table on a terminal, else plain; for a list, its own format]",
)
@option(
    "--map",
    type=TEXTS,
    multiple=True,
    metavar="company=COLUMN",
    help="Name the column that holds the company.",
)
@option("--encoding", metavar="NAME", default="", help="The list's encoding.  [default: detected]")
@option("--prefix", metavar="TEXT", default=PREFIX, show_default=True, help="Prefix for added columns.")
@option("--safe-csv", is_flag=True, help="Escape cells that a spreadsheet would run as formulas.")
@option("--mx/--no-mx", default=True, help="Check by DNS which candidates accept mail.  [default: mx]")
@option("--explain", is_flag=True, help="Explain the candidates on stderr.")
@option("-q", "--quiet", is_flag=True, help="Print no notices and no summary.")
@option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Color the table.",
)
@dns_options
@store_option
@no_store_option
def domain(companies: tuple[str, ...], **options: Any) -> int:
    """Guess companies' domains from their names, with probabilities.

    Known domains (--companies, guessmail learn --company) come first. For other companies, DNS is asked about up to ten
    candidates each, unless you give --no-mx; nothing else is contacted.

    Exit status: 0 done; 2 usage error; 3 a company has no candidate; 4 list finished, but at least one row has none.
    """
    if companies and options["source"] is not None:
        raise UsageError("Give either companies, or a list with -i FILE; not both.")
    if options["explain"] and not companies:
        raise UsageError(
            "--explain does not work with a list; name some of its companies on the command line instead."
        )
    if not companies and options["source"] is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError('Missing company. Try: guessmail domain "Acme Corp", or -i FILE for a list.')

    def notify(text: str) -> None:
        if not options["quiet"]:
            click.echo(text, err=True)

    with ExitStack() as stack:
        top = options["top"] or (5 if companies else 1)
        finder = _finder(options, top, stack, notify)
        if companies:
            return _some(companies, finder, options)
        from guessmail.cli.domain_list import run_list  # noqa: PLC0415  # few give a list

        return run_list(finder, top, options, notify)


def _finder(options: dict[str, Any], top: int, stack: ExitStack, notify: Callable[[str], None]) -> Finder:
    known: dict[str, Companies] = {}
    if options["known"]:
        from guessmail.cli.company_file import read_companies  # noqa: PLC0415  # few have a file

        known["list"] = read_companies(options["known"], notify)
    remembered = _remembered(options, stack)
    if remembered:
        known["store"] = remembered
    dns: DnsSettings = options["dns"]
    checker = stack.enter_context(dns.checker(notify)) if options["mx"] else None
    return Finder(known, checker, options["country"], options["min_probability"], top)


def _remembered(options: dict[str, Any], stack: ExitStack) -> Companies:
    from guessmail.cli.store_options import open_store  # noqa: PLC0415  # SQLite

    companies = Companies()
    store = open_store(options["store_file"], no_store=options["no_store"])
    if store is not None:
        stack.enter_context(closing(store))
        companies.remember((one.name, one.domain) for one in store.companies())
    return companies


def _some(companies: Sequence[str], finder: Finder, options: dict[str, Any]) -> int:
    """Answer the companies of the command line."""
    found = finder.find_all(dict.fromkeys(companies))
    answers = [finder.answered(found[name]) for name in companies]
    for answered in answers:
        if options["explain"]:
            _explain(found[answered.company], len(answered.candidates))
        if answered.problem:
            shown = f"{printable(answered.company)}: " if answered.company.strip() else ""
            click.echo(f"Error: {shown}{answered.problem.message}", err=True)
    _write(answers, options)
    return Status.NOTHING if any(one.problem for one in answers) else Status.DONE


def _explain(found: Found, most: int) -> None:
    click.echo(f"{printable(found.domains.company)}:", err=True)
    for line in explanation(found.domains, found.answers, most):
        click.echo(f"  {printable(line)}", err=True)


def _write(answers: Sequence[Answered], options: dict[str, Any]) -> None:
    shape = _format_of(options)
    if shape == "table":
        print_table(answers, color={"always": True, "never": False}.get(options["color"]))
        return
    if shape == "xlsx":
        raise UsageError(
            "Only a list (-i FILE) can be written as a workbook; for companies on the command line choose table, plain, csv, tsv or jsonl."
        )
    data = _text(answers, shape).encode(errors="replace")
    if not options["output"]:
        sys.stdout.buffer.write(data)  # in bytes, whatever the locale: UTF-8, as the documents promise
        return
    from guessmail.tables.outputs import open_output  # noqa: PLC0415  # few write to a file

    with closing(open_output(options["output"], "")) as output:
        output.write(data)
        output.commit()


def _text(answers: Sequence[Answered], shape: str) -> str:
    if shape == "plain":
        return as_plain(answers)
    if shape == "jsonl":
        rows = enumerate(answers, start=1)
        return "".join(as_json(one, row, json.dumps({"company": one.company})) for row, one in rows)
    return as_csv(answers, "\t" if shape == "tsv" else ",")


def _format_of(options: dict[str, Any]) -> str:
    if options["form"]:
        return str(options["form"])
    ending = options["output"].rpartition(".")[2].lower()
    if ending in {"csv", "tsv", "jsonl"}:
        return str(ending)
    return "table" if not options["output"] and sys.stdout.isatty() else "plain"
