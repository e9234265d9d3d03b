"""`guessmail domain`: the domains that companies may have, by their names."""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from typing import Any

import click

from guessmail.cli.company_options import country_option
from guessmail.cli.dns_options import PATIENCE, DnsSettings, dns_options
from guessmail.cli.options import TEXTS, no_store_option, option, store_option
from guessmail.cli.status import Status
from guessmail.company_finder import Finder, Found
from guessmail.domains.company_explain import explanation
from guessmail.errors import UsageError
from guessmail.reports.added import PREFIX
from guessmail.reports.company_domains import Answered, as_csv, as_json, as_plain, offered, print_table
from guessmail.text import printable

__all__ = ["domain"]

_FORMATS = ("table", "plain", "csv", "tsv", "jsonl", "xlsx")


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
    metavar="FILE",
    help="A list with a column company: CSV, TSV, JSON Lines or Excel; - for stdin.",
)
@option(
    "-o",
    "--output",
    metavar="FILE",
    default="",
    help="Write here, by way of FILE.part, instead of to stdout.",
)
@option(
    "-n",
    "--top",
    type=click.IntRange(1, 1000),
    metavar="N",
    help="How many domains at most.  [default: 5 a company, 1 in a list]",
)
@option(
    "--min-probability", type=click.FloatRange(0, 1), default=0.001, show_default=True, metavar="P",
    help="Offer nothing less probable.",
)  # fmt: skip
@country_option
@option(
    "--companies",
    "known",
    metavar="FILE",
    default="",
    help="Domains that are known: a list with the columns company and domain.",
)
@option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="How to print.  [default: a table on a terminal, else plain; a list's own format]",
)
@option(
    "--map", type=TEXTS, multiple=True, metavar="company=COLUMN", help="Name the list's column of companies."
)
@option("--encoding", metavar="NAME", default="", help="The list's encoding; else found by its first bytes.")
@option("--prefix", metavar="TEXT", default=PREFIX, show_default=True, help="Prefix for added columns.")
@option("--safe-csv", is_flag=True, help="Escape cells that a spreadsheet would run as formulas.")
@option("--mx/--no-mx", default=True, help="Whether to ask DNS which candidates accept mail.")
@option("--explain", is_flag=True, help="Explain the candidates on stderr.")
@option("-q", "--quiet", is_flag=True, help="No notices and no summary.")
@option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Whether the table has colours.",
)
@dns_options
@store_option
@no_store_option
def domain(companies: tuple[str, ...], **options: Any) -> int:
    """Guess the domains of companies by their names, with probabilities.

    A company whose domain is known (--companies, guessmail learn --company) has that one. For the others, up to ten
    candidates a company are looked up in DNS, unless --no-mx is given; nothing else is contacted.

    Exit status: 0 done; 2 the command line is wrong; 3 some company has no candidate; 4 a list was finished, and at
    least one row has none.
    """
    if companies and options["source"] is not None:
        raise UsageError("Give either companies, or a list with -i FILE; not both.")
    if options["explain"] and not companies:
        raise UsageError("--explain is for companies on the command line; give some of the list's there.")
    if not companies and options["source"] is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError('There is no company; write guessmail domain "Acme Corp", or -i FILE for a list.')

    def notify(text: str) -> None:
        if not options["quiet"]:
            click.echo(text, err=True)

    with ExitStack() as stack:
        top = options["top"] or (5 if companies else 1)
        finder = _finder(options, top, 0.0 if companies else PATIENCE, stack, notify)
        if companies:
            return _some(companies, finder, top, options)
        from guessmail.cli.domain_list import run_list  # noqa: PLC0415  # few give a list

        return run_list(finder, top, options, notify)


def _finder(
    options: dict[str, Any], top: int, patience: float, stack: ExitStack, notify: Callable[[str], None]
) -> Finder:
    from guessmail.cli.company_file import known_companies  # noqa: PLC0415  # SQLite, and readers of tables
    from guessmail.cli.store_options import open_store  # noqa: PLC0415

    store = open_store(options["store_file"], no_store=options["no_store"])
    if store is not None:
        stack.enter_context(closing(store))
    known = known_companies(options["known"], store, notify)
    dns: DnsSettings = options["dns"]
    checker = stack.enter_context(dns.checker(notify, patience=patience)) if options["mx"] else None
    return Finder(known, checker, country=options["country"], most=top)


def _some(companies: Sequence[str], finder: Finder, top: int, options: dict[str, Any]) -> int:
    """Answer the companies of the command line."""
    found = finder.find_all(dict.fromkeys(companies))
    answers = [offered(found[name].domains, top, options["min_probability"]) for name in companies]
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
            "Workbooks are for lists: -i FILE; companies are written as table, plain, csv, tsv or jsonl."
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
