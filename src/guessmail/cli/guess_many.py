"""`guessmail guess -i FILE`: a list."""

from collections.abc import Callable
from contextlib import ExitStack

from guessmail.cli.given import Given, guesser_of, run_options, signature_of
from guessmail.cli.guess_list import run_list
from guessmail.cli.guess_options import GuessOptions
from guessmail.cli.list_answers import ListGuesser
from guessmail.cli.list_input import OpenList, open_list
from guessmail.cli.sample_files import samples_of, unused_samples
from guessmail.domains.companies import Companies
from guessmail.errors import UsageError
from guessmail.guesser import Guesser
from guessmail.mx.verdict import DomainChecker
from guessmail.samples import Sample
from guessmail.samples.judging import judge

__all__ = ["guess_many"]


def guess_many(options: GuessOptions, given: Given, stack: ExitStack, notify: Callable[[str], None]) -> int:
    """Run a list as the options of `guess` say; return the exit status."""
    if options.format_ == "table":
        raise UsageError("A table is for one person; for a list choose plain, csv, tsv, jsonl or xlsx.")
    if "@" in (options.rate or ""):
        raise UsageError("With a list, use --rate without an address: each row's own address is rated.")
    signature = signature_of(options, given) if options.output else ""
    opened = open_list(options, notify)
    for line in unused_samples(options.sample_texts, ""):
        notify(line)
    if options.explain:
        notify(
            "--explain explains one person's guesses and is left out for a list; give a name and a domain."
        )
    companies = given.companies or Companies()
    opened.teach(companies)
    claims = _claims(opened, notify)
    given = given._replace(companies=companies)
    checker = stack.enter_context(options.dns.checker(notify)) if options.mx else None
    guesser = _guesser(options.lists.jobs, guesser_of(options, given, claims), checker, stack)
    record = None
    if given.store is not None and given.store.is_writable:
        from guessmail.cli.recording import Recorder

        record = stack.enter_context(Recorder(given.store, run_options(options))).take
    return run_list(opened, guesser, signature, companies=companies, notify=notify, record=record)


def _guesser(
    jobs: int, make: Callable[..., Guesser], checker: DomainChecker | None, stack: ExitStack
) -> ListGuesser:
    """Return what answers the rows; `stack` ends its processes."""
    guesser: Guesser = make(checker=checker)
    if jobs == 1:
        return guesser
    from guessmail.cli.list_processes import Processes, cores

    return stack.enter_context(Processes(jobs or cores(), guesser, make, checker))


def _claims(opened: OpenList, notify: Callable[[str], None]) -> list[Sample]:
    """Return the rows' own addresses that are samples; `notify` gets how many they are."""
    claims = samples_of(judge(opened.addresses(notify)), notify)
    if claims:
        count = "1 known address" if len(claims) == 1 else f"{len(claims):,} known addresses"
        notify(f"Using {count} from the list's own rows; --no-learn-from-list turns this off.")
    return claims
