"""`guessmail guess`: one person, or a list."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Any

import click

from guessmail.cli.dns_options import dns_options
from guessmail.cli.given import gather, make_guesser, run_options
from guessmail.cli.guess_options import guess_options
from guessmail.cli.list_options import list_options
from guessmail.cli.options import no_store_option, store_option
from guessmail.cli.rating import asked_to_rate, rated
from guessmail.cli.status import Status
from guessmail.domains import is_mailbox_provider
from guessmail.errors import Code, UsageError
from guessmail.guesser import Guess, Guesser, Question
from guessmail.text import printable

if TYPE_CHECKING:
    from guessmail.store import Store

__all__ = ["guess"]

UNSETTLED = 0.6
"""Where no sample is known and the best guess is less probable than this, one more sample would say much."""


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
@guess_options
@list_options
@dns_options
@store_option
@no_store_option
def guess(name: str | None, domain: str | None, **options: Any) -> int:
    """Guess the address of a person, or of all people in a list.

    NAME is a name as people write it; DOMAIN a domain, a web address, an e-mail address there, or a company: its
    domain is the one that was told, or guessed by its name. With -i FILE, or with neither and a pipe on stdin, the people come from a list: CSV, TSV or JSON
    Lines with a header; --help-lists tells how it is read.

    Exit status: 0 done; 1 guessmail failed; 2 the command line or a catalogue file is wrong; 3 nothing to offer for
    one person; 4 a list was finished, and at least one row has a problem.
    """
    if name is not None and options["source"] is not None:
        raise UsageError("Give either a name and a domain, or a list with -i FILE; not both.")
    asked = asked_to_rate(options["rate"], domain) if name is not None else ""
    domain = asked or None if domain is None else domain
    if name is not None and domain is None:
        raise UsageError('The domain is missing; write guessmail guess "Jane Doe" acme.com.')
    if name is None and options["source"] is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError(
            'There is nothing to guess; write guessmail guess "Jane Doe" acme.com, or -i FILE for a list.'
        )

    def notify(text: str) -> None:
        if not options["quiet"]:
            click.echo(text, err=True)

    with ExitStack() as stack:
        given = gather(options, stack, notify)
        if name is None:
            from guessmail.cli.guess_many import guess_many  # noqa: PLC0415  # one person does not need it

            return guess_many(options, given, stack, notify)
        guesser = make_guesser(options, given, stack, notify, top=options["top"] or 5, patience=0.0)
        answer = guesser.guess(Question(name, domain or "", email=asked))
        if answer.problem and answer.problem.code is Code.UNKNOWN_COMPANY:
            answer = _confirmed(guesser, answer, given.store, notify)
        if asked:
            answer = rated(guesser, answer)
        elif given.store is not None and given.store.is_writable and answer.candidates:
            from guessmail.cli.recording import Recorder  # noqa: PLC0415  # where there is a store

            with Recorder(given.store, run_options(options, options["top"] or 5), guesser) as recorder:
                recorder.take(answer)
        return _show(guesser, answer, options, notify)


def _confirmed(
    guesser: Guesser, answer: Guess, store: "Store | None", notify: Callable[[str], None]
) -> Guess:
    """Return the answer at the domain that the user says is the company's, the same where none is said."""
    from guessmail.cli.company_prompt import ask_domain, remember  # noqa: PLC0415  # few domains must be asked for

    company = answer.question.domain.strip()
    domain = ask_domain(guesser.finder.find(company).domains)
    if not domain:
        return answer
    remember(company, domain, store, notify)
    return guesser.guess(Question(answer.question.name, domain, company=company))


def _show(guesser: Guesser, answer: Guess, options: dict[str, Any], notify: Callable[[str], None]) -> int:
    if answer.problem:
        click.echo(f"Error: {answer.problem.message}", err=True)
    for line in _notices(guesser, answer):
        notify(line)
    if options["explain"]:
        from guessmail.reports.explain import explain  # noqa: PLC0415  # only when asked

        for line in explain(guesser, answer):
            click.echo(line, err=True)
    _write(answer, options)
    return Status.DONE if answer.candidates else Status.NOTHING


def _write(answer: Guess, options: dict[str, Any]) -> None:
    from guessmail.reports.person import PERSON_FORMATS, as_rate, print_table  # noqa: PLC0415  # after the guess is made

    shape = _format_of(options)
    if shape == "table" and not options["output"]:
        print_table(answer, color={"always": True, "never": False}.get(options["color"]))
        return
    if shape not in PERSON_FORMATS:
        raise UsageError(f"One person is written as {', '.join(PERSON_FORMATS)}; {shape} is for lists.")
    text = as_rate(answer) if shape == "plain" and answer.rate is not None else PERSON_FORMATS[shape](answer)
    if not options["output"]:
        # In bytes, whatever the locale: UTF-8, as the documents promise.
        sys.stdout.buffer.write(text.encode(errors="replace"))
        return
    from guessmail.tables.outputs import open_output  # noqa: PLC0415  # few write one person to a file

    with closing(open_output(options["output"], "")) as output:
        output.write(text.encode(errors="replace"))
        output.commit()


def _format_of(options: dict[str, Any]) -> str:
    if options["format_"]:
        return str(options["format_"])
    ending = options["output"].rpartition(".")[2].lower()
    if ending in {"csv", "tsv", "jsonl"}:
        return str(ending)
    return "table" if not options["output"] and sys.stdout.isatty() else "plain"


def _notices(guesser: Guesser, answer: Guess) -> Iterator[str]:
    """Yield what the user should know beside the guesses."""
    if answer.problem:
        return
    if answer.company and answer.company.is_guess:
        from guessmail.domains.companies import how_to_remember  # noqa: PLC0415  # already imported

        tip = printable(how_to_remember(answer.company.name, answer.domain))
        yield f"{answer.domain} is a guess by the company's name ({answer.company.probability:.0%}). If it is right: {tip}"
    if is_mailbox_provider(answer.domain):
        yield f"{answer.domain} is a mailbox provider, not a company: its users choose their addresses freely."
    if answer.mx and answer.mx.verdict == "no_mail":
        withheld = "" if answer.candidates else " --keep-undeliverable offers addresses nonetheless."
        yield f"{answer.domain} takes no mail ({answer.mx.reason}), as DNS proves.{withheld}"
        return
    if answer.mx and answer.mx.verdict == "unknown":
        yield f"Whether {answer.domain} takes mail is unknown ({answer.mx.reason}); nothing is withheld."
    if (
        not answer.samples + answer.borrowed
        and answer.candidates
        and answer.candidates[0].probability < UNSETTLED
    ):
        yield f"One known address at {answer.domain} would settle the format: add --sample."
