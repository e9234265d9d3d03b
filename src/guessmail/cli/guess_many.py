"""`guessmail guess -i FILE`: a list by way of the guesser."""

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import Any

from guessmail.cli.given import Given, make_guesser, run_options, signature_of
from guessmail.cli.guess_list import ListFormat, ListOptions, OpenList, open_list, run_list
from guessmail.domains import is_mailbox_provider
from guessmail.domains.companies import Companies
from guessmail.errors import UsageError
from guessmail.samples import Sample
from guessmail.samples.found import Found
from guessmail.samples.judging import judge
from guessmail.samples.reading import Reason

__all__ = ["guess_many"]


def guess_many(
    options: Mapping[str, Any], given: Given, stack: ExitStack, notify: Callable[[str], None]
) -> int:
    """Run a list as the options of `guess` say; return the exit status."""
    if options["format_"] in {"table", "plain"}:
        raise UsageError(
            "A table or plain lines are for one person; for a list choose csv, tsv, jsonl or xlsx."
        )
    if "@" in (options["rate"] or ""):
        raise UsageError("With a list, use --rate without an address: each row's own address is rated.")
    listed = ListOptions(
        options["source"] or "-",
        options["output"],
        ListFormat(options["format_"]) if options["format_"] else None,
        options["map"],
        options["encoding"],
        options["top"] or 1,
        options["prefix"],
        options["safe_csv"],
        options["resume"],
        options["rate"] is not None,
        options["learn_from_list"],
        options["mx"],
        options["quiet"],
        signature_of(options, given) if options["output"] else "",
        is_mailbox_provider,
    )
    opened = open_list(listed, notify)
    companies = given.companies or Companies()
    opened.teach(companies)
    claims = _claims(opened, notify) if listed.learn_from_list else []
    known = given._replace(companies=companies)
    guesser = make_guesser(options, known, stack, notify, top=listed.top, claims=claims)
    record = None
    if given.store is not None and given.store.is_writable:
        from guessmail.cli.recording import Recorder  # noqa: PLC0415  # where there is a store

        recorder = Recorder(given.store, run_options(options, listed.top), guesser)
        record = stack.enter_context(recorder).take_cells
    return run_list(opened, guesser, companies=companies, notify=notify, record=record)


def _claims(opened: OpenList, notify: Callable[[str], None]) -> list[Sample]:
    """Return the addresses that the rows have, as far as they are samples; tell how many are none, and why."""
    claims: list[Sample] = []
    aside: Counter[Reason] = Counter()
    for found in judge(Found(sample.address, sample.name, sample.source) for sample in opened.samples()):
        if isinstance(found, Sample):
            claims.append(found)
        else:
            aside[found.reason] += 1
    for reason, count in aside.most_common():
        notify(f"Skipped: {reason.counted(count)}")
    return claims
