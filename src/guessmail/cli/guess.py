"""`guessmail guess`: one person, or a list."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from typing import TYPE_CHECKING

import click

from guessmail.cli.given import gather, guesser_of, run_options
from guessmail.cli.guess_options import ROWS, GuessOptions, given_for_lists, help_lists_option
from guessmail.cli.hints import (
    address_hint,
    choice_hint,
    comma_hint,
    disposable_hint,
    elsewhere_hint,
    file_hint,
    profile_hint,
    quotes_hint,
    repeat_hint,
    typo_hint,
)
from guessmail.cli.options import taking
from guessmail.cli.output_options import format_of, notifier, tell, write_output
from guessmail.cli.status import Status
from guessmail.domains import is_mailbox_provider, read_domain, registrable
from guessmail.domains.question import domain_in
from guessmail.errors import Code, Problem, StoreError, UsageError
from guessmail.guesser import Guess, Guesser, Question
from guessmail.names import Name
from guessmail.text import percent, printable

if TYPE_CHECKING:
    from guessmail.store import Store


_NOT_BOTH = (
    "Give either a name and a domain, or a list with -i FILE and maybe the domain of its people; not both."
)
_UNSETTLED = 0.6
"""Where no sample is known and the best guess is less probable than this, one more sample would say much."""


_MOST_USED = frozenset(
    "sample_texts samples_files country top until output format_ explain quiet source mx"
    " no_store record help".split()
)
"""The options that the help shows; `--help-all` shows all."""
_GROUPS = {
    "Known addresses": "sample_texts samples_files learn_from_list companies country company_threshold directory_file no_directory",
    "What is guessed": "top until min_probability pattern catalog_file name_order keep_undeliverable rate",
    "Output": "output format_ explain quiet color",
    "Lists": "source map encoding prefix safe_csv resume jobs no_header help_lists",
    "DNS": "mx dns_timeout dns_rate resolvers no_cache",
    "Store": "store_file no_store record",
}
"""The groups of options in the help, each with the parameters in it; others come last, under "Other options"."""


_ALL = "guessmail.help_all"


class _Guess(click.Command):
    """Takes one person's name as one argument, and says so where it came as several; shows options in groups."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = {one.name: one.get_help_record(ctx) for one in self._shown(ctx)}
        groups = {
            title: [records.pop(name, None) for name in names.split()] for title, names in _GROUPS.items()
        }
        for title, rows in (groups | {"Other options": list(records.values())}).items():
            if shown := [row for row in rows if row]:
                with formatter.section(title):
                    formatter.write_dl(shown)

    def _shown(self, ctx: click.Context) -> list[click.Option]:
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        return [one for one in options if one.name in _MOST_USED or ctx.meta.get(_ALL)]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        if not ctx.meta.get(_ALL):
            more = len(self.get_params(ctx)) - len(self._shown(ctx)) - 2  # name and domain are no options
            formatter.write(f"\nguessmail guess --help-all shows {more} more options.\n")

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        repeat = repeat_hint(args)
        surplus = super().parse_args(ctx, args)
        if repeat or surplus:
            raise UsageError(repeat or quotes_hint([ctx.params["name"], ctx.params["domain"], *surplus]))
        return []


def _print_all(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        context.meta[_ALL] = True
        click.echo(context.get_help())
        context.exit()


@click.command(
    cls=_Guess,
    epilog="""\b
Examples:
  guessmail guess "Jane Doe" acme.com
  guessmail guess "Jane Doe" acme.com --sample "Bob Jones <bjones@acme.com>" --explain
  guessmail guess -i people.csv -o guessed.csv --samples known.csv
  cut -f1,2 people.tsv | guessmail guess --until 80% --top 3""",
)
@taking("options", GuessOptions)
@help_lists_option
@click.option(
    "--help-all", is_flag=True, is_eager=True, expose_value=False, callback=_print_all,
    help="Show all options and exit.",
)  # fmt: skip
def guess(options: GuessOptions) -> int:
    """Guess the address of a person, or of all people in a list.

    DOMAIN is the company's domain or web address, an e-mail address there, or its name. With -i FILE, or piped input, the
    people come from a list: CSV, TSV, JSON or Excel (see --help-lists). DOMAIN then counts for rows without a company,
    and FILE may hold nothing but names, one a line.

    Levels: high from 70 %, medium from 30 %, else low. Exit status: 0 done; 1 failed; 2 usage error or broken catalogue;
    3 no guess for this person; 4 list finished, but at least one row has a problem.
    """
    notify = notifier(quiet=options.quiet)
    if options.choice.pattern:
        notify(
            f"The probabilities suppose that addresses follow {options.choice.pattern}: --pattern leaves out all others."
        )
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
    if hint := profile_hint(domain) or comma_hint(name, domain):
        raise UsageError(hint)
    _refuse_elsewhere(name, options.domain, rated_address)
    given = gather(options, stack, notify)
    checker = stack.enter_context(options.dns.checker(notify, patience=0.0)) if options.mx else None
    guesser = guesser_of(options, given)(checker=checker)
    if not rated_address:
        domain = _meant(domain, guesser)
    answer = guesser.guess(Question(name, domain, email=rated_address))
    if answer.problem and answer.problem.code is Code.UNKNOWN_COMPANY:
        answer = _confirmed(guesser, answer, given.store, options, notify)
    if rated_address:
        answer = _rated(guesser, answer)
    elif answer.candidates and options.record and not options.no_store:
        _record(answer, given.store, options, notify)
    return _show(guesser, answer, options, notify)


def _refuse_elsewhere(name: str, domain: str | None, address: str) -> None:
    """Raise `UsageError` for an address to rate that is at another company's domain than the one that is given."""
    given, own = read_domain(domain or ""), read_domain(address)
    if isinstance(given, Problem) or isinstance(own, Problem):
        return
    if registrable(given.ascii) != registrable(own.ascii):
        raise UsageError(elsewhere_hint(name, given.ascii, address))


def _record(
    answer: Guess, store: "Store | None", options: GuessOptions, notify: Callable[[str], None]
) -> None:
    """Record a guess, so that `why` can explain it; make the store where there is none."""
    from guessmail.cli.store_options import Recorder, open_or_create

    with ExitStack() as stack:
        if store is None:
            try:
                store = stack.enter_context(open_or_create(options.store_file))
            except StoreError as fault:
                notify(f"The guess is not recorded. {fault}")
                return
            notify(
                f"Guesses are recorded from now on, as hashes in {store.path}, so that `guessmail why` can explain"
                " them; --no-record leaves them out."
            )
        if store.is_writable:
            with Recorder(store, run_options(options)) as recorder:
                recorder.take([answer])


def _domain_without(options: GuessOptions, notify: Callable[[str], None]) -> str:
    """Return the domain of the known addresses where the person's is not given; `UsageError` where none is."""
    if options.sample_texts:
        from guessmail.cli.sample_files import domain_of_samples

        domain = domain_of_samples(options.sample_texts)
        notify(f"Guessing at {domain}, the domain of the known address.")
        return domain
    from pathlib import Path

    name = options.name or ""
    if "@" in name:
        raise UsageError(address_hint(name))
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
    guesser: Guesser,
    answer: Guess,
    store: "Store | None",
    options: GuessOptions,
    notify: Callable[[str], None],
) -> Guess:
    """Return the answer at the domain that the user says is the company's, the same where none is said."""
    from guessmail.cli.companies import ask_domain, remember

    company = answer.question.domain.strip()
    domain, is_remembered = ask_domain(guesser.finder.find(company).domains)
    if not domain:
        return answer
    if is_remembered and not options.no_store:
        from guessmail.cli.store_options import open_or_create

        with nullcontext(store) if store else open_or_create(options.store_file) as kept:
            remember(company, domain, kept, notify)
    return guesser.guess(Question(answer.question.name, domain, company=company))


def _meant(domain: str, guesser: Guesser) -> str:
    """Return the domain that the user means by one that looks mistyped, as a terminal can ask."""
    found = read_domain(domain)
    meant = "" if isinstance(found, Problem) else guesser.likely_domain(found.ascii)
    if not meant or sys.stdin is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return domain
    click.echo(f"{domain} looks like a typing error. Did you mean {meant}? [Y/n] ", err=True, nl=False)
    said = sys.stdin.buffer.readline(4096).decode(errors="replace").strip().lower()
    return meant if said in {"", "y", "yes"} else domain


def _show(guesser: Guesser, answer: Guess, options: GuessOptions, notify: Callable[[str], None]) -> int:
    if answer.problem:
        tell(f"Error: {answer.problem.message}")
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
    if _write(answer, options) == "table" and sys.stderr.isatty() and (tip := _tip(answer)):
        notify(tip)
    return Status.DONE if answer.candidates else Status.NOTHING


def _tip(answer: Guess) -> str:
    """Return that one more known address would say much, where it would; empty elsewhere."""
    if answer.samples + answer.borrowed or not answer.candidates or answer.meant:
        return ""
    if is_mailbox_provider(answer.domain):
        return ""
    if answer.candidates[0].probability >= _UNSETTLED:
        return ""
    return f'Tip: one known address at {answer.domain} makes this much more certain: --sample "Bob Jones <bjones@{answer.domain}>"'


def _write(answer: Guess, options: GuessOptions) -> str:
    """Write the guesses, and return in which format."""
    from guessmail.reports.listing import written
    from guessmail.reports.person import PERSON, print_table

    format_ = format_of(options.format_, options.output)
    if format_ == "table":
        if answer.candidates:
            print_table(answer, color=options.color)
        return format_
    one_object = "jsonl" if format_ == "json" else format_
    write_output(written(PERSON, one_object, [[answer]]), options.output)
    return format_


def _notices(guesser: Guesser, answer: Guess) -> Iterator[str]:
    if answer.problem:
        return
    if answer.company and answer.company.is_guess:
        from guessmail.companies.known import how_to_remember  # already imported

        tip = printable(how_to_remember(answer.company.name, answer.domain))
        found = (
            "found in the directory of organisations"
            if answer.company.basis == "directory"
            else "guessed from the company's name"
        )
        yield f"{answer.domain} is {found} ({percent(answer.company.probability)}). If it is right: {tip}"
    if is_mailbox_provider(answer.domain):
        yield f"{answer.domain} is a mailbox provider, not a company: its users choose their own addresses, so guesses are poor."
    if answer.meant or not answer.samples:
        hint = typo_hint(answer.domain)
        if answer.meant or "top-level" in hint:
            yield hint
    if answer.mx and (hint := disposable_hint(answer.domain)):
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
