"""`guessmail formats`: what is believed about domains, and how well the user's own samples are guessed."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, nullcontext
from typing import Any

import click

from guessmail.cli.options import json_lines, no_store_option, sample_option, samples_option, store_option
from guessmail.cli.sample_files import given_samples
from guessmail.cli.store_options import domain_of, open_store
from guessmail.guesser import Guesser
from guessmail.reports.beliefs import Beliefs, beliefs_of, leading_of
from guessmail.reports.formats import (
    Held,
    as_data,
    belief_lines,
    evaluation_data,
    evaluation_lines,
    held_data,
    held_lines,
)
from guessmail.samples import Sample
from guessmail.store import Store
from guessmail.text import printable


@click.command(
    epilog="""\b
Examples:
  guessmail formats
  guessmail formats acme.com --samples known.csv
  guessmail formats --evaluate --samples known.csv"""
)
@click.argument("domains", nargs=-1, metavar="[DOMAIN]...")
@sample_option
@samples_option
@click.option(
    "--evaluate",
    is_flag=True,
    help="Test the guesses on your own known addresses, and list those that look wrong.",
)
@click.option(
    "--format", "shape", type=click.Choice(["table", "plain", "json", "jsonl"]), callback=json_lines,
    help="Output format.  [default: table on a terminal, else plain]",
)  # fmt: skip
@store_option
@no_store_option
def formats(
    domains: tuple[str, ...],
    sample_texts: tuple[str, ...],
    samples_files: tuple[str, ...],
    shape: str | None,
    store_file: str,
    *,
    evaluate: bool,
    no_store: bool,
) -> None:
    """Show each DOMAIN's address format, with the known addresses for and against it; without DOMAIN, list known domains.

    With --evaluate, show how well each known address is guessed from the others instead. At domains with up to 20
    people, each is left out in turn; larger ones are split into ten parts, and at most 1,000 people are guessed.
    """
    wanted = [domain_of(typed) for typed in domains]
    samples = given_samples(sample_texts, samples_files, lambda text: click.echo(text, err=True))
    store = open_store(store_file, no_store=no_store)
    with closing(store) if store else nullcontext():
        view = _View(samples, store)
        printed = _Printer(shape or ("table" if sys.stdout.isatty() else "plain"))
        if evaluate:
            printed.evaluation(view, wanted)
        elif wanted:
            for domain in wanted:
                printed.beliefs(view.beliefs(domain))
        else:
            printed.held(view, store)


class _View:
    """The samples of the command line and of the store, by domain."""

    def __init__(self, samples: Iterable[Sample], store: Store | None) -> None:
        self._given: dict[str, list[Sample]] = defaultdict(list)
        for sample in samples:
            self._given[sample.domain].append(sample)
        self._store = store
        self.guesser = Guesser(samples=(one for held in self._given.values() for one in held), evidence=store)

    def domains(self) -> list[str]:
        """Return the domains that samples are known of."""
        return sorted({*self._given, *(self._store.domains() if self._store else ())})

    def samples(self, domains: Sequence[str]) -> Iterator[Sample]:
        """Yield the samples of some domains, of all where none is named."""
        for domain in domains or self.domains():
            yield from self._given.get(domain, ())
            yield from self._store.samples(domain) if self._store else ()

    def beliefs(self, domain: str) -> Beliefs:
        """Return what is believed about a domain."""
        return beliefs_of(self.guesser.format_of(domain))


class _Printer:
    """Writes lines, JSON lines, or, on a terminal, lines with some colour."""

    def __init__(self, shape: str) -> None:
        self._shape = shape

    def beliefs(self, beliefs: Beliefs) -> None:
        """Print what is believed about one domain."""
        self._print([*belief_lines(beliefs), ""], [as_data(beliefs)])

    def held(self, view: _View, store: Store | None) -> None:
        """Print the domains that samples are known of, and the companies."""
        held = []
        for domain in view.domains():
            fmt = view.guesser.format_of(domain)
            held.append(Held(domain, len(fmt.votes) + fmt.skipped, leading_of(fmt)))
        companies = store.companies() if store else ()
        data: list[dict[str, Any]] = [held_data(one) for one in held]
        data += [{"company": one.name, "domain": one.domain} for one in companies]
        lines = [*held_lines(held), *(printable(one.name) + f"\t{one.domain}" for one in companies)]
        if not lines:
            click.echo(
                "There are no known addresses yet. Add some: guessmail learn SOURCE, or --samples FILE.",
                err=True,
            )
        elif self._shape == "table":
            _print_held(held, [(one.name, one.domain) for one in companies])
            return
        self._print(lines, data)

    def evaluation(self, view: _View, domains: Sequence[str]) -> None:
        """Print how well the samples are guessed."""
        from guessmail.reports.evaluation import evaluate

        found = evaluate(view.samples(domains), view.guesser.prior_at)
        self._print(evaluation_lines(found), [evaluation_data(found)])

    def _print(self, lines: Iterable[str], data: Iterable[dict[str, Any]]) -> None:
        if self._shape == "jsonl":
            lines = (json.dumps(one, ensure_ascii=False) for one in data)
        elif self._shape == "table":
            _print_coloured(lines)
            return
        # In bytes, whatever the locale: UTF-8, as the documents promise.
        sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())


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


def _print_held(held: Iterable[Held], companies: Sequence[tuple[str, str]]) -> None:
    """Print tables of domains and of companies."""
    from rich.text import Text

    from guessmail.reports.screen import open_console, plain_table

    console, table = open_console(), plain_table()
    for heading, side in (("Domain", "left"), ("Samples", "right"), ("Pattern", "left"), ("Share", "right")):
        table.add_column(heading, justify=side)  # type: ignore[arg-type]  # both are justifications
    for one in held:
        leading = one.leading
        table.add_row(
            Text(printable(one.domain)),
            str(one.samples),
            Text(printable(leading.pattern)),
            f"{leading.probability:.0%}",
        )
    console.print(table)
    if companies:
        table = plain_table()
        table.add_column("Company")
        table.add_column("Domain")
        for name, domain in companies:
            table.add_row(Text(printable(name)), Text(printable(domain)))
        console.print(table)
