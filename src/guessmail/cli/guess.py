"""`guessmail guess`: one person, or a list."""

import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import PurePath
from typing import Any

import click

from guessmail.candidates import Choice
from guessmail.catalog import Catalog, only, shipped
from guessmail.cli.list_options import list_options
from guessmail.cli.status import Status
from guessmail.cli.store_options import no_store_option, store_option
from guessmail.errors import UsageError
from guessmail.guesser import Guess, Guesser, Question, Settings
from guessmail.names import NameOrder
from guessmail.samples import Sample, parse_sample

__all__ = ["guess"]

FORMATS = ("table", "plain", "csv", "tsv", "jsonl", "xlsx")


@click.command(
    epilog="""\b
Examples:
  guessmail guess "Jane Doe" acme.com
  guessmail guess "Jane Doe" acme.com --sample "Bob Jones <bjones@acme.com>" --explain
  guessmail guess -i people.csv -o guessed.csv --samples known.csv
  cut -f1,2 people.tsv | guessmail guess --until 0.8 --top 3"""
)
@click.argument("name", required=False)
@click.argument("domain", required=False)
@click.option(
    "-s",
    "--sample",
    "sample_texts",
    multiple=True,
    metavar="SAMPLE",
    envvar="GUESSMAIL_SAMPLE",
    help='A known address: "Bob Jones <bjones@acme.com>". Repeatable.',
)
@click.option(
    "--samples",
    "samples_files",
    multiple=True,
    metavar="FILE",
    envvar="GUESSMAIL_SAMPLES",
    help="A file of known addresses: CSV, vCard, mbox, or plain text. Repeatable.",
)
@click.option(
    "-n",
    "--top",
    type=click.IntRange(1, 1000),
    envvar="GUESSMAIL_TOP",
    help="How many guesses at most.  [default: 5 for one person, 1 for a list]",
)
@click.option(
    "--until",
    type=click.FloatRange(0, 1),
    default=1.0,
    envvar="GUESSMAIL_UNTIL",
    metavar="P",
    help="As many guesses as it takes to reach this probability together, within --top.",
)
@click.option(
    "--min-probability",
    type=click.FloatRange(0, 1),
    default=0.005,
    show_default=True,
    metavar="P",
    envvar="GUESSMAIL_MIN_PROBABILITY",
    help="Offer nothing less probable.",
)
@click.option(
    "--pattern",
    metavar="PATTERN",
    envvar="GUESSMAIL_PATTERN",
    help="Force a pattern: {first}.{last}, flast, ….",
)
@click.option(
    "--catalog",
    "catalog_file",
    metavar="FILE",
    envvar="GUESSMAIL_CATALOG",
    help="A catalogue of one's own, laid over the shipped one.",
)
@click.option(
    "--name-order",
    type=click.Choice([order.value for order in NameOrder]),
    default="auto",
    show_default=True,
    envvar="GUESSMAIL_NAME_ORDER",
    help="Which part of a name stands first.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    envvar="GUESSMAIL_FORMAT",
    help="How to print.  [default: a table on a terminal, else plain; a list's own format]",
)
@click.option(
    "--mx/--no-mx", default=True, envvar="GUESSMAIL_MX", help="Whether to ask DNS if the domain takes mail."
)
@click.option(
    "--dns-timeout",
    type=click.FloatRange(0.05, 600),
    default=3.0,
    show_default=True,
    metavar="SECONDS",
    envvar="GUESSMAIL_DNS_TIMEOUT",
    help="For each domain, all look-ups together.",
)
@click.option(
    "--dns-rate",
    type=click.FloatRange(1),
    default=1000.0,
    show_default=True,
    metavar="N",
    envvar="GUESSMAIL_DNS_RATE",
    help="Queries a second at most.",
)
@click.option(
    "--resolver",
    "resolvers",
    multiple=True,
    metavar="HOST[:PORT]",
    envvar="GUESSMAIL_RESOLVER",
    help="Ask this resolver in place of the system's. Repeatable.",
)
@click.option(
    "--keep-undeliverable",
    is_flag=True,
    envvar="GUESSMAIL_KEEP_UNDELIVERABLE",
    help="Offer addresses also where the domain is proven to take no mail.",
)
@click.option(
    "--explain",
    is_flag=True,
    envvar="GUESSMAIL_EXPLAIN",
    help="Say on stderr how the name was read, and why each address stands where it stands.",
)
@click.option("-q", "--quiet", is_flag=True, envvar="GUESSMAIL_QUIET", help="No notices and no summary.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    envvar="GUESSMAIL_COLOR",
    help="Whether the table has colours.",
)
@list_options
@store_option
@no_store_option
def guess(name: str | None, domain: str | None, **options: Any) -> int:
    """Guess the address of a person, or of all people in a list.

    NAME is a name as people write it; DOMAIN a domain, a web address, or an e-mail address there. With -i FILE, or with
    neither and a pipe on stdin, the people come from a list: CSV, TSV or JSON Lines with a header.
    """
    if name is not None and (options["source"] is not None):
        raise UsageError("Give either a name and a domain, or a list with -i FILE; not both.")
    if name is not None and domain is None:
        raise UsageError('The domain is missing; write guessmail guess "Jane Doe" acme.com.')
    if name is None and options["source"] is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError(
            'There is nothing to guess; write guessmail guess "Jane Doe" acme.com, or -i FILE for a list.'
        )

    def notify(text: str) -> None:
        if not options["quiet"]:
            click.echo(text, err=True)

    if name is None:
        from guessmail.cli.guess_many import guess_many  # noqa: PLC0415  # one person does not need it

        return guess_many(options, make_guesser, notify)
    guesser = make_guesser(options, options["top"] or 5, notify)
    answer = guesser.guess(Question(name, domain or ""))
    return _show(guesser, answer, options, notify)


def make_guesser(options: dict[str, Any], top: int, notify: Callable[[str], None]) -> Guesser:
    """Wire the library together as the options say."""
    choice = Choice(top, options["until"], options["min_probability"])
    checker = None
    if options["mx"]:
        from guessmail.mx.resolver import Checker  # noqa: PLC0415  # --no-mx does not pay for it

        checker = Checker(
            list(options["resolvers"]) or None,
            timeout=options["dns_timeout"],
            rate=options["dns_rate"],
            notice=notify,
        )
    return Guesser(
        samples=_samples(options, notify),
        checker=checker,
        catalog=_catalog(options),
        settings=Settings(choice, NameOrder(options["name_order"]), options["keep_undeliverable"]),
    )


def _catalog(options: dict[str, Any]) -> Catalog:
    if options["catalog_file"]:
        from guessmail.catalog_file import load_catalog  # noqa: PLC0415  # YAML is for users' files alone

        catalog = load_catalog(options["catalog_file"])
    else:
        catalog = shipped()
    return only(catalog, options["pattern"]) if options["pattern"] else catalog


def _samples(options: dict[str, Any], notify: Callable[[str], None]) -> list[Sample]:
    samples = [parse_sample(text, "the command line") for text in options["sample_texts"]]
    for path in options["samples_files"]:
        from guessmail.sources import read_samples  # noqa: PLC0415  # only where a file is named

        samples += [found for found in read_samples(path) if isinstance(found, Sample)]
    return samples


def _show(guesser: Guesser, answer: Guess, options: dict[str, Any], notify: Callable[[str], None]) -> int:
    from guessmail.output.person import PERSON_FORMATS, print_table  # noqa: PLC0415  # after the guess, for start-up

    for line in _notices(answer):
        notify(line)
    if options["explain"]:
        from guessmail.explain import explain  # noqa: PLC0415  # only when asked

        for line in explain(guesser, answer):
            click.echo(line, err=True)
    shape = _format_of(options)
    if shape == "table":
        print_table(answer, color={"always": True, "never": False}.get(options["color"]))
    else:
        text = PERSON_FORMATS[shape](answer)
        if options["output"]:
            from guessmail.output.files import open_output  # noqa: PLC0415  # as above

            with closing(open_output(options["output"], "")) as output:
                output.write(text.encode())
                output.commit()
        else:
            sys.stdout.write(text)
    return Status.DONE if answer.candidates else Status.NOTHING


def _format_of(options: dict[str, Any]) -> str:
    if options["format_"]:
        return str(options["format_"])
    ending = PurePath(options["output"]).suffix.lower().removeprefix(".")
    if ending in {"csv", "tsv", "jsonl"}:
        return ending
    return "table" if not options["output"] and sys.stdout.isatty() else "plain"


def _notices(answer: Guess) -> list[str]:
    """Return what the user should know beside the guesses."""
    if answer.problem:
        return [answer.problem.message]
    notices = []
    if answer.mx and answer.mx.verdict == "no_mail":
        notices.append(f"{answer.domain} takes no mail ({answer.mx.reason}), as DNS proves.")
    elif answer.mx and answer.mx.verdict == "unknown":
        notices.append(
            f"Whether {answer.domain} takes mail is unknown ({answer.mx.reason}); nothing is withheld."
        )
    return notices
