"""`guessmail formats`: what is believed about domains, and how well the user's own samples are guessed."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from typing import Annotated, Any

import click

from guessmail.cli.inputs import domain_of, load_samples
from guessmail.cli.options import DirectoryOptions, NoStore, SamplesFiles, SampleTexts, StoreFile
from guessmail.cli.output import tell, write_output
from guessmail.cli.parameters import argument, option, with_options
from guessmail.cli.stores import open_store
from guessmail.guesser import Guesser
from guessmail.reports.formats import KnownDomain, as_data, belief_lines, beliefs_of, leading_of
from guessmail.reports.listing import Listing, written
from guessmail.reports.screen import print_plain
from guessmail.samples import Sample
from guessmail.store import Company
from guessmail.store.suppression import SuppressionList
from guessmail.text import percent, printable


@click.command(
    epilog="""\b
Examples:
  guessmail formats
  guessmail formats acme.com --samples known.csv
  guessmail formats --evaluate --samples known.csv"""
)
@with_options
def formats(
    domains: Annotated[tuple[str, ...], argument(metavar="[DOMAIN]...")],
    sample_texts: SampleTexts,
    samples_files: SamplesFiles,
    evaluate: Annotated[
        bool,
        option("--evaluate"),
        "Test the guesses on your own known addresses, and list those that look wrong.",
    ],
    format_: Annotated[
        str | None,
        option("--format", type=click.Choice(["table", "plain", "json", "jsonl"])),
        "Output format.  [default: table on a terminal, else plain]",
    ],
    store_file: StoreFile,
    no_store: NoStore,
    directory: DirectoryOptions,
) -> None:
    """Show each DOMAIN's address format, with the known addresses for and against it; without DOMAIN, list known domains.

    With --evaluate, show how well each known address is guessed from the others instead. At domains with up to 20
    people, each is left out in turn; larger ones are split into ten parts, and at most 1,000 people are guessed.
    """
    wanted = [domain_of(typed) for typed in domains]
    samples = load_samples(sample_texts, samples_files, tell)
    store = open_store(store_file, no_store=no_store)
    format_ = format_ or ("table" if sys.stdout.isatty() else "plain")
    with store or nullcontext():
        people = SuppressionList(store)
        guesser = Guesser(samples=samples, evidence=store, do_not_contact=people, directory=directory.open())
        at: dict[str, list[Sample]] = {domain: [] for domain in (store.domains() if store else ())}
        for sample in samples:
            at.setdefault(sample.domain, []).append(sample)
        if evaluate:
            from guessmail.reports import evaluation

            known = (
                sample
                for domain in wanted or sorted(at)
                for sample in (*at.get(domain, ()), *(store.samples(domain) if store else ()))
            )
            found = evaluation.evaluate(filter(guesser.may_show, known), guesser.prior_at)
            _print(format_, evaluation.evaluation_lines(found), [evaluation.evaluation_data(found)])
        elif wanted:
            beliefs = [beliefs_of(guesser.format_of(domain), guesser.may_show) for domain in wanted]
            _print(
                format_,
                (line for one in beliefs for line in (*belief_lines(one), "")),
                map(as_data, beliefs),
            )
        else:
            held = [
                KnownDomain(fmt.domain, len(fmt.votes) + fmt.skipped, leading_of(fmt))
                for fmt in map(guesser.format_of, sorted(at))
            ]
            _print_known(format_, held, store.companies() if store else ())


def _print(format_: str, lines: Iterable[str], data: Iterable[dict[str, Any]]) -> None:
    """Print lines, JSON, or, on a terminal, lines with some colour."""
    if format_ == "table":
        _print_coloured(lines)
        return
    listing: Listing[Any] = Listing((), lambda _: (), lambda one: one, lambda line: [line])
    items = list(lines) if format_ == "plain" else list(data)
    write_output(written(listing, format_, [items]), "")


def _print_known(format_: str, held: Sequence[KnownDomain], companies: Sequence[Company]) -> None:
    """Print the domains of which samples are known, and the companies."""
    if not held and not companies:
        tell("There are no known addresses yet. Add some: guessmail learn SOURCE, or --samples FILE.")
    names = [(printable(one.name), one.domain) for one in companies]
    if format_ == "table" and (held or companies):
        rows = [
            (printable(domain), f"{samples}", printable(leading.pattern), percent(leading.probability))
            for domain, samples, leading in held
        ]
        print_plain({"Domain": "left", "Samples": "right", "Pattern": "left", "Share": "right"}, rows)
        if companies:
            print_plain({"Company": "left", "Domain": "left"}, names)
        return
    lines = [
        f"{domain}\t{samples}\t{leading.pattern}\t{percent(leading.probability, 1)}"
        for domain, samples, leading in held
    ]
    data = [{"domain": one.domain, "samples": one.samples, **one.leading.data()} for one in held]
    data += [{"company": one.name, "domain": one.domain} for one in companies]
    _print(format_, [*lines, *map("\t".join, names)], data)


def _print_coloured(lines: Iterable[str]) -> None:
    """Print lines with bars and headings in colour."""
    from rich.text import Text

    from guessmail.reports.screen import block_of, open_console

    console = open_console()
    block = block_of(console)
    for line in lines:
        shown = printable(line).replace("█", block)
        text = Text(shown, style="" if line.startswith(" ") else "bold", overflow="fold")
        text.highlight_regex(f"{block}+", "green")
        console.print(text)
