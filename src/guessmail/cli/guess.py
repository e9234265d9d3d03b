"""`guessmail guess`: guesses for a person; a list is passed on to `guess_list`."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext

import click
from click.core import ParameterSource

from guessmail.cli.guess_options import HELP_OPTIONS, ROWS, GuessCommand, GuessOptions, Inputs, ListOptions
from guessmail.cli.hints import address_hint, comma_hint, file_hint, profile_hint, typed, typo_hint
from guessmail.cli.inputs import ask, can_ask, load_samples, unused_samples
from guessmail.cli.options import command
from guessmail.cli.output import Status, format_of, notify, tell, write_output
from guessmail.cli.stores import open_or_create, recording, today
from guessmail.domains import is_mailbox_provider, read_domain, registrable
from guessmail.domains.question import company_of, domain_in
from guessmail.errors import Code, Problem, StoreError, UsageError
from guessmail.guesser import Guess, Guesser, Question
from guessmail.names import Name
from guessmail.reports.answers import PERSON, print_person
from guessmail.reports.listing import written
from guessmail.text import percent, printable


@command(
    """
  guessmail guess "Jane Doe" acme.com
  guessmail guess "Jane Doe" acme.com --sample "Bob Jones <bjones@acme.com>" --explain
  guessmail guess -i people.csv -o guessed.csv --samples known.csv
  cut -f1,2 people.tsv | guessmail guess --until 80% --top 3""",
    cls=GuessCommand,
    params=HELP_OPTIONS,
)
def guess(options: GuessOptions) -> int:
    """Guess the address of a person, or of all people in a list.

    DOMAIN is the company's domain or web address, an e-mail address there, or its name. With -i FILE, or piped input, the
    people come from a list: CSV, TSV, JSON or Excel (see --help-lists). DOMAIN then counts for rows without a company,
    and FILE may hold nothing but names, one a line.

    Levels: high from 70 %, medium from 30 %, else low. Exit status: 0 done; 1 failed; 2 usage error or broken catalogue;
    3 no guess for this person; 4 list finished, but at least one row has a problem.
    """
    if options.choice.pattern:
        notify(
            f"The probabilities suppose that addresses follow {options.choice.pattern}: --pattern leaves out all others."
        )
    source, team = options.lists.source, options.default_domain
    if options.is_list and source is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError('Nothing to guess. Try: guessmail guess "Jane Doe" acme.com, or -i FILE for a list.')
    if (source is not None and options.domain is not None) or (team and domain_in(team) is None):
        raise UsageError(
            "Give either a name and a domain, or a list with -i FILE and maybe the domain of its people; not both."
        )
    with ExitStack() as stack:
        if options.name is not None and not options.is_list:
            return _guess_person(options.name, options, stack)
        inputs = options.load_inputs(stack)
        from guessmail.cli.guess_list import guess_many

        return guess_many(options, inputs, stack)


def _guess_person(name: str, options: GuessOptions, stack: ExitStack) -> int:
    format_of(options.format_, options.output)  # its errors come first
    rated = _address_to_rate(name, options)
    context = click.get_current_context()
    unused = [
        max(option.secondary_opts if context.params[option.name] is False else option.opts, key=len)
        for option in context.command.params
        if option.name in ListOptions.__annotations__
        and context.get_parameter_source(option.name) is ParameterSource.COMMANDLINE
    ]
    if unused:
        notify(f"Only for lists, so it changes nothing here: {', '.join(unused)}.")
    domain = options.domain if options.domain is not None else rated or _domain_without(name, options)
    if hint := profile_hint(domain) or comma_hint(name, domain):
        raise UsageError(hint)
    inputs = options.load_inputs(stack)
    checker = stack.enter_context(options.dns.checker(is_list=False)) if options.mx else None
    guesser = options.guesser(inputs)(checker=checker)
    typed_domain = read_domain(domain)
    if not rated and not isinstance(typed_domain, Problem) and can_ask():
        meant = guesser.likely_domain(typed_domain)
        question = f"{domain} looks like a typing error. Did you mean {meant}? [Y/n] "
        domain = meant if meant and ask(question) in {"", "y", "yes"} else domain
    answer = guesser.guess(Question(name, domain, email=rated))
    company = domain.strip()
    is_unknown = answer.problem is not None and answer.problem.code is Code.UNKNOWN_COMPANY
    if is_unknown and (chosen := _ask_domain(guesser, company, inputs, options)):
        answer = guesser.guess(Question(name, chosen, company=company))
    if rated:
        read = guesser.read_name(answer.question)
        if answer.rate is not None and isinstance(read, Name):
            found = guesser.rank_address(read, rated, answer.employer)
            answer = answer._replace(candidates=(found,) if found else ())
    elif answer.candidates and options.record and not options.no_store:
        _record(answer, inputs, options, stack)
    return _show(guesser, answer, options)


def _address_to_rate(name: str, options: GuessOptions) -> str:
    """Return the address to rate, empty without --rate; `UsageError` if it is no address, or at another domain."""
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
    if registrable(domain) != registrable(own):
        retry = typed(["guess", name, address.strip("<> ").rpartition("@")[2], "--rate", address])
        raise UsageError(f"{address} is not at {domain}. To rate it at its own domain: {retry}")
    return address


def _domain_without(name: str, options: GuessOptions) -> str:
    """Return the domain of the known addresses in place of the missing one; `UsageError` unless it is one domain."""
    if domains := sorted({sample.domain for sample in load_samples(options.sample_texts, ())}):
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


def _ask_domain(guesser: Guesser, company: str, inputs: Inputs, options: GuessOptions) -> str:
    """Return the domain that the user names for a company, and remember it if asked to; empty without an answer."""
    domains = guesser.finder.find(company)
    if not domains.candidates or not can_ask():
        return ""
    tell(f"{printable(domains.company)}'s domain is not known. Judging by the name, it may be:")
    best = domains.candidates[:3]
    for number, candidate in enumerate(best, start=1):
        tell(f"  {number}  {candidate.domain}  {percent(candidate.probability)}")
    tell("  0  none of these")
    domain = ""
    while not domain:
        answer = ask(
            "Which one? Enter a number or another domain, and r behind it to remember it (1 r); Enter for none: "
        )
        choice, is_remembered = answer.removesuffix(" r").strip(), answer.endswith(" r")
        if choice in {"", "0", "n", "no", "none", "none of these"}:
            return ""
        read = read_domain(choice)
        if choice.isdecimal() and int(choice) <= len(best):
            domain = best[int(choice) - 1].domain
        elif isinstance(read, Problem):
            tell(read.message)
        else:
            domain = read
    if is_remembered and not options.no_store:
        from guessmail.domains.company_name import fold_company
        from guessmail.store import Company

        store = inputs.evidence
        with nullcontext(store) if store else open_or_create(options.store_file) as opened:
            opened.add_company(fold_company(domains.company), Company(domains.company, domain, today()))
            notify(f"Remembered: {printable(domains.company)} has the domain {domain}.")
    return domain


def _record(answer: Guess, inputs: Inputs, options: GuessOptions, stack: ExitStack) -> None:
    """Record a guess for `why`; create the store if needed, which `stack` closes."""
    store = inputs.evidence
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
        with recording(store, options.remembered) as record:
            record([answer])


def _show(guesser: Guesser, answer: Guess, options: GuessOptions) -> int:
    """Write the guesses and the notices about them; return the exit status."""
    if answer.problem:
        tell(f"Error: {answer.problem.message}")
    else:
        notify(*unused_samples(options.sample_texts, answer.domain), *notices(guesser, answer))
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
        known = answer.samples or answer.borrowed or answer.meant or is_mailbox_provider(answer.domain)
        if sys.stderr.isatty() and not known and answer.candidates[0].probability < 0.6:
            notify(
                f"Tip: one known address at {answer.domain} makes this much more certain:"
                f' --sample "Bob Jones <bjones@{answer.domain}>"'
            )
    return Status.DONE if answer.candidates else Status.NOTHING


def notices(guesser: Guesser, answer: Guess) -> Iterator[str]:
    """Yield a sentence for each notice about an answer without a problem."""
    if answer.company and answer.company.is_guess:
        from guessmail.companies import how_to_remember  # already imported

        tip = printable(how_to_remember(company_of(answer.question), answer.domain))
        is_listed = answer.company.basis == "directory"
        found = "found in the directory of organisations" if is_listed else "guessed from the company's name"
        yield f"{answer.domain} is {found} ({percent(answer.company.probability)}). If it is right: {tip}"
    if is_mailbox_provider(answer.domain):
        yield f"{answer.domain} is a mailbox provider, not a company: its users choose their own addresses, so guesses are poor."
    if answer.meant or not answer.samples:
        hint = typo_hint(answer.domain)
        if answer.meant or "top-level" in hint:
            yield hint
    if answer.mx:
        from guessmail.addresses import is_disposable  # reads 5,000 domains

        if is_disposable(answer.domain):
            yield f"{answer.domain} provides disposable addresses; nobody works there."
        why = f"{answer.mx.reason.notice or 'DNS gave no usable answer'} ({answer.mx.reason})"
        if answer.mx.verdict == "no_mail":
            withheld = "" if answer.candidates else " Use --keep-undeliverable to see guesses anyway."
            yield f"{answer.domain} accepts no mail: {why}.{withheld}"
            return
        if answer.mx.verdict == "unknown":
            yield (
                f"Could not check whether {answer.domain} accepts mail: {why}."
                " Guesses are shown anyway; --no-mx skips the check."
            )
    _, until, least = guesser.settings.choice
    total = sum(candidate.probability for candidate in answer.candidates)
    if answer.rate is None and not answer.candidates:
        yield f"No guess is as probable as {percent(least, 1).replace('.0 ', ' ')}. Lower --min-probability to see more."
    elif answer.rate is None and total < until < 1:
        yield f"These guesses reach only {percent(total)} together, not {percent(until)}. Raise --top, or add a known address."
