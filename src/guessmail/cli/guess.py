"""`guessmail guess`: one person, or a list."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from guessmail.cli.given import gather, guesser_of, run_options
from guessmail.cli.guess_options import ROWS, GuessOptions, given_for_lists, help_lists_option
from guessmail.cli.hints import (
    choice_hint,
    disposable_hint,
    file_hint,
    profile_hint,
    quotes_hint,
    typo_hint,
)
from guessmail.cli.options import taking
from guessmail.cli.output_options import format_of, notifier, write_output
from guessmail.cli.status import Status
from guessmail.domains import is_mailbox_provider
from guessmail.domains.question import domain_in
from guessmail.errors import Code, UsageError
from guessmail.guesser import Guess, Guesser, Question
from guessmail.names import Name
from guessmail.text import printable

if TYPE_CHECKING:
    from guessmail.store import Store


_NOT_BOTH = (
    "Give either a name and a domain, or a list with -i FILE and maybe the domain of its people; not both."
)
_UNSETTLED = 0.6
"""Where no sample is known and the best guess is less probable than this, one more sample would say much."""


_GROUPS = {
    "Known addresses": "sample_texts samples_files learn_from_list companies country company_threshold directory_file no_directory",
    "What is guessed": "top until min_probability pattern catalog_file name_order keep_undeliverable rate",
    "Output": "output format_ explain quiet color",
    "Lists": "source map encoding prefix safe_csv resume jobs no_header help_lists",
    "DNS": "mx dns_timeout dns_rate resolvers no_cache",
    "Store": "store_file no_store",
}
"""The groups of options in the help, each with the parameters in it; others come last, under "Other options"."""


class _Guess(click.Command):
    """Takes one person's name as one argument, and says so where it came as several; shows options in groups."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = {
            one.name: one.get_help_record(ctx)
            for one in self.get_params(ctx)
            if isinstance(one, click.Option)
        }
        groups = {
            title: [records.pop(name, None) for name in names.split()] for title, names in _GROUPS.items()
        }
        for title, rows in (groups | {"Other options": list(records.values())}).items():
            if shown := [row for row in rows if row]:
                with formatter.section(title):
                    formatter.write_dl(shown)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
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
@taking("options", GuessOptions)
@help_lists_option
def guess(options: GuessOptions) -> int:
    """Guess the address of a person, or of all people in a list.

    NAME is the person's name as people write it. DOMAIN is the company's domain or web address, an e-mail address
    there, or the company's name: its domain is looked up among the known ones, or guessed. With -i FILE, or piped input
    and no NAME, the people come from a list with a header: CSV, TSV, JSON Lines or Excel. See --help-lists. With -i FILE
    DOMAIN, rows without a company are people there, and FILE may hold nothing but names, one a line.

    On a terminal a table shows each guess's probability and level: high from 70 %, medium from 30 %, else low.

    Exit status: 0 done; 1 guessmail failed; 2 usage error or broken catalogue; 3 no guess for this person; 4 list
    finished, but at least one row has a problem.
    """
    notify = notifier(quiet=options.quiet)
    with ExitStack() as stack:
        if options.name is None or options.is_list:
            return _guess_list(options, stack, notify)
        return _guess_person(options.name, options, stack, notify)


def _guess_list(options: GuessOptions, stack: ExitStack, notify: Callable[[str], None]) -> int:
    if options.lists.source is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError('Nothing to guess. Try: guessmail guess "Jane Doe" acme.com, or -i FILE for a list.')
    if options.default_domain and domain_in(options.default_domain) is None:
        raise UsageError(_NOT_BOTH)
    given = gather(options, stack, notify)
    from guessmail.cli.guess_list import guess_many

    return guess_many(options, given, stack, notify)


def _guess_person(name: str, options: GuessOptions, stack: ExitStack, notify: Callable[[str], None]) -> int:
    if options.lists.source is not None:
        raise UsageError(_NOT_BOTH)
    format_of(options.format_, options.output)  # its faults come first
    rated_address = _asked_to_rate(options.rate, options.domain)
    if unused := given_for_lists():
        notify(f"Only for lists, so it changes nothing here: {', '.join(unused)}.")
    domain = (
        options.domain if options.domain is not None else rated_address or _domain_without(options, notify)
    )
    if hint := profile_hint(domain):
        raise UsageError(hint)
    given = gather(options, stack, notify)
    checker = stack.enter_context(options.dns.checker(notify, patience=0.0)) if options.mx else None
    guesser = guesser_of(options, given)(checker=checker)
    answer = guesser.guess(Question(name, domain, email=rated_address))
    if answer.problem and answer.problem.code is Code.UNKNOWN_COMPANY:
        answer = _confirmed(guesser, answer, given.store, notify)
    if rated_address:
        answer = _rated(guesser, answer)
    elif given.store is not None and given.store.is_writable and answer.candidates:
        from guessmail.cli.store_options import Recorder

        with Recorder(given.store, run_options(options)) as recorder:
            recorder.take([answer])
    return _show(guesser, answer, options, notify)


def _domain_without(options: GuessOptions, notify: Callable[[str], None]) -> str:
    """Return the domain of the known addresses where the person's is not given; `UsageError` where none is."""
    if options.sample_texts:
        from guessmail.cli.sample_files import domain_of_samples

        domain = domain_of_samples(options.sample_texts)
        notify(f"Guessing at {domain}, the domain of the known address.")
        return domain
    from pathlib import Path

    name = options.name or ""
    raise UsageError(
        file_hint(name, "guess", is_file=Path(name).is_file())
        or 'The domain is missing. Try: guessmail guess "Jane Doe" acme.com'
    )


def _asked_to_rate(option: str | None, domain: str | None) -> str:
    """Return the address of one person that is to be rated, empty where none is; `UsageError` for no address."""
    if option is None:
        return ""
    is_alone = option.lower() in {ROWS, "1", "true", "yes", "on"}  # the latter in a variable
    address = (domain or "") if is_alone else option
    if "@" not in address.strip("@ "):
        raise UsageError(
            'Give the address to rate: guessmail guess "Jane Doe" acme.com --rate jane.doe@acme.com.'
        )
    return address


def _rated(guesser: Guesser, answer: Guess) -> Guess:
    name = guesser.read_name(answer.question)
    if answer.rate is None or not isinstance(name, Name):
        return answer
    found = guesser.rank_address(name, answer.question.email, answer.employer)
    return answer._replace(candidates=(found,) if found else ())


def _confirmed(
    guesser: Guesser, answer: Guess, store: "Store | None", notify: Callable[[str], None]
) -> Guess:
    """Return the answer at the domain that the user says is the company's, the same where none is said."""
    from guessmail.cli.companies import ask_domain, remember

    company = answer.question.domain.strip()
    domain = ask_domain(guesser.finder.find(company).domains)
    if not domain:
        return answer
    remember(company, domain, store, notify)
    return guesser.guess(Question(answer.question.name, domain, company=company))


def _show(guesser: Guesser, answer: Guess, options: GuessOptions, notify: Callable[[str], None]) -> int:
    if answer.problem:
        click.echo(f"Error: {answer.problem.message}", err=True)
    if options.sample_texts and not answer.problem:
        from guessmail.cli.sample_files import unused_samples  # already imported

        for line in unused_samples(options.sample_texts, answer.domain):
            notify(line)
    for line in _notices(guesser, answer):
        notify(line)
    if options.explain:
        from guessmail.reports.explain import explain

        for line in explain(guesser, answer):
            click.echo(line, err=True)
    _write(answer, options)
    return Status.DONE if answer.candidates else Status.NOTHING


def _write(answer: Guess, options: GuessOptions) -> None:
    from guessmail.reports.listing import written
    from guessmail.reports.person import PERSON, print_table

    format_ = format_of(options.format_, options.output)
    if format_ == "table":
        print_table(answer, color=options.color)
        return
    one_object = "jsonl" if format_ == "json" else format_
    write_output(written(PERSON, one_object, [[answer]]), options.output)


def _notices(guesser: Guesser, answer: Guess) -> Iterator[str]:
    if answer.problem:
        return
    if answer.company and answer.company.is_guess:
        from guessmail.domains.companies import how_to_remember  # already imported

        tip = printable(how_to_remember(answer.company.name, answer.domain))
        found = (
            "found in the directory of organisations"
            if answer.company.basis == "directory"
            else "guessed from the company's name"
        )
        yield f"{answer.domain} is {found} ({answer.company.probability:.0%}). If it is right: {tip}"
    if is_mailbox_provider(answer.domain):
        yield f"{answer.domain} is a mailbox provider, not a company: its users choose their own addresses, so guesses are poor."
    if (not answer.samples and (hint := typo_hint(answer.domain))) or (
        answer.mx and (hint := disposable_hint(answer.domain))
    ):
        yield hint
    if answer.mx and answer.mx.verdict == "no_mail":
        from guessmail.reports.person import no_mail_notice  # where DNS was asked

        withheld = "" if answer.candidates else " Use --keep-undeliverable to see guesses anyway."
        yield no_mail_notice(answer.domain, answer.mx.reason) + withheld
        return
    if answer.mx and answer.mx.verdict == "unknown":
        from guessmail.reports.person import unknown_notice

        yield unknown_notice(answer.domain, answer.mx.reason)
    choice = guesser.settings.choice
    shown = [candidate.probability for candidate in answer.candidates]
    if answer.rate is None and (hint := choice_hint(shown, until=choice.until, least=choice.min_probability)):
        yield hint
    if (
        not answer.samples + answer.borrowed
        and answer.candidates
        and answer.candidates[0].probability < _UNSETTLED
    ):
        yield f'Tip: one known address at {answer.domain} makes this much more certain: --sample "Bob Jones <bjones@{answer.domain}>"'
