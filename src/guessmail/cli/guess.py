"""`guessmail guess`: one person, or a list."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import Any

import click

from guessmail.cli.dns_options import dns_options
from guessmail.cli.given import gather, make_guesser, run_options
from guessmail.cli.guess_options import guess_options
from guessmail.cli.hints import (
    choice_hint,
    disposable_hint,
    file_hint,
    profile_hint,
    quotes_hint,
    typo_hint,
)
from guessmail.cli.list_options import list_options
from guessmail.cli.options import no_store_option, store_option
from guessmail.cli.rating import asked_to_rate, rated
from guessmail.cli.status import Status
from guessmail.domains import is_mailbox_provider
from guessmail.errors import UsageError
from guessmail.guesser import Guess, Guesser, Question
from guessmail.reports.verdicts import no_mail_notice, unknown_notice

__all__ = ["guess"]

UNSETTLED = 0.6
"""Where no sample is known and the best guess is less probable than this, one more sample would say much."""


_GROUPS = {
    "Known addresses": "sample_texts samples_files learn_from_list companies country company_threshold",
    "What is guessed": "top until min_probability pattern catalog_file name_order keep_undeliverable rate",
    "Output": "output format_ explain quiet color",
    "Lists": "source map encoding prefix safe_csv resume jobs no_header help_lists",
    "DNS": "mx dns_timeout dns_rate resolver no_cache",
    "Store": "store_file no_store",
}
"""The groups of options in the help, each with the parameters in it; others come last, under "Other options"."""


class _Guess(click.Command):
    """Takes one person's name as one argument, and says so where it came as several; shows options in groups."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, in groups."""
        records = {one.name: one.get_help_record(ctx) for one in self.get_params(ctx)}
        groups = {
            title: [records.pop(name, None) for name in names.split()] for title, names in _GROUPS.items()
        }
        for title, rows in (groups | {"Other options": list(records.values())}).items():
            if shown := [row for row in rows if row]:
                with formatter.section(title):
                    formatter.write_dl(shown)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the command line; raise `UsageError` for more than a name and a domain."""
        ctx.allow_extra_args = True
        if surplus := super().parse_args(ctx, args):
            raise UsageError(quotes_hint([ctx.params["name"], ctx.params["domain"], *surplus]))
        return []


@click.command(
    cls=_Guess,
    epilog="""\b
Examples:
  guessmail guess "Jane Doe" acme.com
  guessmail guess "Jane Doe" acme.com --sample "Bob Jones <bjones@acme.com>" --explain
  guessmail guess -i people.csv -o guessed.csv --samples known.csv
  cut -f1,2 people.tsv | guessmail guess --until 0.8 --top 3""",
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

    NAME is the person's name as people write it. DOMAIN is the company's domain or web address, an e-mail address
    there, or a company whose domain is known. With -i FILE, or piped input and no NAME, the people come from a list
    with a header: CSV, TSV, JSON Lines or Excel. See --help-lists.

    On a terminal a table shows each guess's probability and level: high from 70 %, medium from 30 %, else low.

    Exit status: 0 done; 1 guessmail failed; 2 usage error or broken catalogue; 3 no guess for this person; 4 list
    finished, but at least one row has a problem.
    """
    if name is not None and options["source"] is not None:
        raise UsageError("Give either a name and a domain, or a list with -i FILE; not both.")
    asked = asked_to_rate(options["rate"], domain) if name is not None else ""
    domain = asked or None if domain is None else domain
    if name is not None and domain is None:
        from pathlib import Path  # noqa: PLC0415  # for a fault alone

        raise UsageError(
            file_hint(name, is_file=Path(name).is_file())
            or 'The domain is missing. Try: guessmail guess "Jane Doe" acme.com'
        )
    if hint := profile_hint(domain or ""):
        raise UsageError(hint)
    if name is None and options["source"] is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError('Nothing to guess. Try: guessmail guess "Jane Doe" acme.com, or -i FILE for a list.')

    def notify(text: str) -> None:
        if not options["quiet"]:
            click.echo(text, err=True)

    with ExitStack() as stack:
        given = gather(options, stack, notify)
        if name is None:
            from guessmail.cli.guess_many import guess_many  # noqa: PLC0415  # one person does not need it

            return guess_many(options, given, stack, notify)
        guesser = make_guesser(options, given, stack, notify, top=options["top"] or 5)
        answer = guesser.guess(Question(name, domain or "", email=asked))
        if asked:
            answer = rated(guesser, answer)
        elif given.store is not None and given.store.is_writable and answer.candidates:
            from guessmail.cli.recording import Recorder  # noqa: PLC0415  # where there is a store

            with Recorder(given.store, run_options(options, options["top"] or 5), guesser) as recorder:
                recorder.take(answer)
        return _show(guesser, answer, options, notify)


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
        raise UsageError(f"{shape} is for lists; for one person choose {', '.join(PERSON_FORMATS)}.")
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
    if is_mailbox_provider(answer.domain):
        yield f"{answer.domain} is a mailbox provider, not a company: its users choose their own addresses, so guesses are poor."
    if (not answer.samples and (hint := typo_hint(answer.domain))) or (
        answer.mx and (hint := disposable_hint(answer.domain))
    ):
        yield hint
    if answer.mx and answer.mx.verdict == "no_mail":
        withheld = "" if answer.candidates else " Use --keep-undeliverable to see guesses anyway."
        yield no_mail_notice(answer.domain, answer.mx.reason) + withheld
        return
    if answer.mx and answer.mx.verdict == "unknown":
        yield unknown_notice(answer.domain, answer.mx.reason)
    choice = guesser.settings.choice
    shown = [candidate.probability for candidate in answer.candidates]
    if answer.rate is None and (hint := choice_hint(shown, until=choice.until, least=choice.min_probability)):
        yield hint
    if (
        not answer.samples + answer.borrowed
        and answer.candidates
        and answer.candidates[0].probability < UNSETTLED
    ):
        yield f'Tip: one known address at {answer.domain} makes this much more certain: --sample "Bob Jones <bjones@{answer.domain}>"'
