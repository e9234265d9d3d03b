"""`guessmail guess`: one person, or a list."""

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack, nullcontext
from typing import TYPE_CHECKING

import click

from guessmail.cli.guess_options import (
    ROWS,
    GuessCommand,
    GuessOptions,
    help_all_option,
    help_lists_option,
    list_options_used,
)
from guessmail.cli.hints import address_hint, comma_hint, elsewhere_hint, file_hint, profile_hint
from guessmail.cli.inputs import (
    ask,
    can_ask,
    guesser_of,
    load_inputs,
    load_samples,
    run_options,
    unused_samples,
)
from guessmail.cli.notices import notices_of, tip_of
from guessmail.cli.options import command
from guessmail.cli.output import Status, format_of, notifier, tell, write_output
from guessmail.cli.stores import Recorder, open_or_create
from guessmail.domains import read_domain, registrable
from guessmail.domains.question import domain_in
from guessmail.errors import Code, Problem, StoreError, UsageError
from guessmail.guesser import Guess, Guesser, Question
from guessmail.names import Name

if TYPE_CHECKING:
    from guessmail.store import Store

_NOT_BOTH = (
    "Give either a name and a domain, or a list with -i FILE and maybe the domain of its people; not both."
)


@command(
    """
  guessmail guess "Jane Doe" acme.com
  guessmail guess "Jane Doe" acme.com --sample "Bob Jones <bjones@acme.com>" --explain
  guessmail guess -i people.csv -o guessed.csv --samples known.csv
  cut -f1,2 people.tsv | guessmail guess --until 80% --top 3""",
    cls=GuessCommand,
)
@help_lists_option
@help_all_option
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
    inputs = load_inputs(options, stack, notify)
    from guessmail.cli.guess_list import guess_many

    return guess_many(options, inputs, stack, notify)


def _guess_person(name: str, options: GuessOptions, stack: ExitStack, notify: Callable[[str], None]) -> int:
    if options.lists.source is not None:
        raise UsageError(_NOT_BOTH)
    format_of(options.format_, options.output)  # its faults come first
    rated = _address_to_rate(name, options)
    if unused := list_options_used():
        notify(f"Only for lists, so it changes nothing here: {', '.join(unused)}.")
    domain = options.domain if options.domain is not None else rated or _domain_without(name, options, notify)
    if hint := profile_hint(domain) or comma_hint(name, domain):
        raise UsageError(hint)
    inputs = load_inputs(options, stack, notify)
    checker = stack.enter_context(options.dns.checker(notify, patience=0.0)) if options.mx else None
    guesser = guesser_of(options, inputs)(checker=checker)
    if not rated:
        domain = _meant(domain, guesser)
    answer = guesser.guess(Question(name, domain, email=rated))
    if answer.problem and answer.problem.code is Code.UNKNOWN_COMPANY:
        answer = _confirmed(guesser, answer, inputs.store, options, notify)
    if rated:
        read = guesser.read_name(answer.question)
        if answer.rate is not None and isinstance(read, Name):
            found = guesser.rank_address(read, rated, answer.employer)
            answer = answer._replace(candidates=(found,) if found else ())
    elif answer.candidates and options.record and not options.no_store:
        _record(answer, inputs.store, options, notify)
    return _show(guesser, answer, options, notify)


def _address_to_rate(name: str, options: GuessOptions) -> str:
    """Return the address of one person that is to be rated, empty where none is; `UsageError` for no address, or one elsewhere."""
    if options.rate is None:
        return ""
    is_alone = options.rate.lower() in {ROWS, "1", "true", "yes", "on"}  # the latter in a variable
    address = (options.domain or "") if is_alone else options.rate
    if "@" not in address.strip("@ "):
        raise UsageError(
            'Give the address to rate: guessmail guess "Jane Doe" acme.com --rate jane.doe@acme.com.'
        )
    domain, own = read_domain(options.domain or ""), read_domain(address)
    if isinstance(domain, Problem) or isinstance(own, Problem):
        return address
    if registrable(domain.ascii) != registrable(own.ascii):
        raise UsageError(elsewhere_hint(name, domain.ascii, address))
    return address


def _domain_without(name: str, options: GuessOptions, notify: Callable[[str], None]) -> str:
    """Return the domain of the known addresses where the person's is missing; `UsageError` where none is."""
    if domains := sorted({sample.domain for sample in load_samples(options.sample_texts, (), notify)}):
        if len(domains) > 1:
            raise UsageError(
                f"The domain is missing, and the known addresses are at {' and '.join(domains)}. Give the person's:"
                f' guessmail guess "Jane Doe" {domains[0]}'
            )
        notify(f"Guessing at {domains[0]}, the domain of the known address.")
        return domains[0]
    if "@" in name:
        raise UsageError(address_hint(name))
    raise UsageError(
        file_hint(name, "guess", is_file=os.path.isfile(name))  # noqa: PTH113 - pathlib costs milliseconds
        or 'The domain is missing. Try: guessmail guess "Jane Doe" acme.com'
    )


def _meant(domain: str, guesser: Guesser) -> str:
    """Return the domain that the user means by one that looks mistyped, as a terminal can ask."""
    found = read_domain(domain)
    meant = "" if isinstance(found, Problem) else guesser.likely_domain(found.ascii)
    if not meant or not can_ask():
        return domain
    said = ask(f"{domain} looks like a typing error. Did you mean {meant}? [Y/n] ")
    return meant if said in {"", "y", "yes"} else domain


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
    domain, is_remembered = ask_domain(guesser.finder.find(company))
    if not domain:
        return answer
    if is_remembered and not options.no_store:
        with nullcontext(store) if store else open_or_create(options.store_file) as kept:
            remember(company, domain, kept, notify)
    return guesser.guess(Question(answer.question.name, domain, company=company))


def _record(
    answer: Guess, store: "Store | None", options: GuessOptions, notify: Callable[[str], None]
) -> None:
    """Record a guess, so that `why` can explain it; make the store where there is none."""
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


def _show(guesser: Guesser, answer: Guess, options: GuessOptions, notify: Callable[[str], None]) -> int:
    """Write the guesses and the notices about them; return the exit status."""
    from guessmail.reports.listing import written
    from guessmail.reports.person import PERSON, print_person

    if answer.problem:
        tell(f"Error: {answer.problem.message}")
    else:
        for line in (*unused_samples(options.sample_texts, answer.domain), *notices_of(guesser, answer)):
            notify(line)
    if options.explain:
        from guessmail.reports.explain import explain

        for line in explain(guesser, answer):
            click.echo(line, err=True)
    format_ = format_of(options.format_, options.output)
    if format_ != "table":
        one_object = "jsonl" if format_ == "json" else format_
        write_output(written(PERSON, one_object, [[answer]]), options.output)
    elif answer.candidates:
        print_person(answer, color=options.color)
        if sys.stderr.isatty() and (tip := tip_of(answer)):
            notify(tip)
    return Status.DONE if answer.candidates else Status.NOTHING
