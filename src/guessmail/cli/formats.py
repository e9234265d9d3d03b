"""`guessmail formats`: the formats of domains, and an evaluation on the user's own samples."""

import sys
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import click

from guessmail.cli import options as shared
from guessmail.cli.inputs import load_samples, require
from guessmail.cli.options import argument, option
from guessmail.cli.output import tell, write_output
from guessmail.cli.stores import open_store
from guessmail.domains import read_domain
from guessmail.guesser import Guesser
from guessmail.model.formats import Format
from guessmail.reports import evaluation
from guessmail.reports.formats import belief_lines, beliefs_of, rounded, shares_of
from guessmail.reports.listing import Data, Listing, block_of, open_console, print_table, written
from guessmail.store import Company
from guessmail.store.suppression import SuppressionList
from guessmail.text import percent, printable


@shared.command("""
  guessmail formats
  guessmail formats acme.com --samples known.csv
  guessmail formats --evaluate --samples known.csv""")
def formats(
    domains: Annotated[tuple[str, ...], argument(metavar="[DOMAIN]...")],
    sample_texts: shared.SampleTexts,
    samples_files: shared.SamplesFiles,
    evaluate: Annotated[bool, option("--evaluate"),
        "Test the guesses on your own known addresses, and list those that look wrong."],
    format_: Annotated[str | None, option("--format", type=click.Choice(["table", "plain", "json", "jsonl"])),
        "Output format.  [default: table on a terminal, else plain]"],
    store_file: shared.StoreFile,
    no_store: shared.NoStore,
    directory: shared.DirectoryOptions,
) -> None:  # fmt: skip
    """Show each DOMAIN's address format, with the known addresses for and against it; without DOMAIN, list known domains.

    With --evaluate, show how well each known address is guessed from the others instead. At domains with up to 20
    people, each is left out in turn; larger ones are split into ten parts, and at most 1,000 people are guessed.
    """
    wanted = [require(read_domain(typed)) for typed in domains]
    samples = load_samples(sample_texts, samples_files)
    format_ = format_ or ("table" if sys.stdout.isatty() else "plain")
    with open_store(store_file, no_store=no_store) as store:
        people = SuppressionList(store)
        guesser = Guesser(samples=samples, evidence=store, do_not_contact=people, directory=directory.open())
        all_domains = {sample.domain for sample in samples}.union(store.domains() if store else ())
        if evaluate:
            asked = set(wanted) or all_domains
            known = [sample for sample in samples if sample.domain in asked]
            known += (sample for domain in asked for sample in (store.samples(domain) if store else ()))
            result = evaluation.evaluate(filter(guesser.may_show, known), guesser.formats.prior_at)
            _print(format_, evaluation.evaluation_lines(result), [result])
        elif wanted:
            beliefs = [(fmt, beliefs_of(fmt, guesser.may_show)) for fmt in map(guesser.format_of, wanted)]
            lines = (line for belief in beliefs for line in (*belief_lines(*belief), ""))
            _print(format_, lines, [data for _, data in beliefs])
        else:
            companies = store.companies() if store else ()
            _print_known(format_, map(guesser.format_of, sorted(all_domains)), companies)


def _print_known(format_: str, formats_at: Iterable[Format], companies: Sequence[Company]) -> None:
    data: list[Data] = []
    known = []
    for fmt in formats_at:
        count, (pattern, share) = len(fmt.votes) + fmt.skipped, next(iter(shares_of(fmt).items()))
        known.append((fmt.domain, f"{count}", pattern, percent(share, 0 if format_ == "table" else 1)))
        data.append({"domain": fmt.domain, "samples": count, "pattern": pattern, "probability": share})
    names = [(printable(company.name), company.domain) for company in companies]
    data += [{"company": company.name, "domain": company.domain} for company in companies]
    if not data:
        tell("There are no known addresses yet. Add some: guessmail learn SOURCE, or --samples FILE.")
    if format_ != "table" or not data:
        _print(format_, map("\t".join, [*known, *names]), data)
        return
    console, right = open_console(), {"justify": "right"}
    print_table(console, [("Domain", {}), ("Samples", right), ("Pattern", {}), ("Share", right)], known)
    if companies:
        print_table(console, [("Company", {}), ("Domain", {})], names)


def _print(format_: str, lines: Iterable[str], data: Iterable[Data]) -> None:
    """Print lines, JSON, or (`table`) lines with bars and headings in colour."""
    if format_ != "table":
        listing: Listing[Any] = Listing(rounded, lambda line: [line])
        write_output(written(listing, format_, [list(lines if format_ == "plain" else data)]), "")
        return
    from rich.text import Text

    console = open_console()
    block = block_of(console)
    for line in lines:
        shown = printable(line).replace("█", block)
        text = Text(shown, style="" if line.startswith(" ") else "bold", overflow="fold")
        text.highlight_regex(f"{block}+", "green")
        console.print(text)
