"""`guessmail guess -i FILE`: a list by way of the guesser."""

from collections.abc import Callable
from typing import Any

from guessmail.cli.company_file import read_companies
from guessmail.cli.guess_list import ListFormat, ListOptions, open_list, run_list
from guessmail.companies import Companies
from guessmail.domains import is_mailbox_provider
from guessmail.errors import UsageError
from guessmail.guesser import Guesser
from guessmail.output.cells import Cells

__all__ = ["guess_many"]


class _Rows:
    """Answers rows; what `run_list` needs of a guesser."""

    def __init__(self, guesser: Guesser, options: ListOptions) -> None:
        self.guess_all = guesser.guess_all
        self.cells = Cells(guesser, options.top, rate=options.rate).of


def guess_many(
    options: dict[str, Any],
    make_guesser: Callable[[int], Guesser],
    notify: Callable[[str], None],
) -> int:
    """Run a list as the options of `guess` say; return the exit status."""
    if options["format_"] in {"table", "plain"}:
        raise UsageError(
            "A list is written as csv, tsv, jsonl or xlsx; a table or plain lines are for one person."
        )
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
        options["rate"],
        options["learn_from_list"],
        options["mx"],
        options["quiet"],
        _others(options),
        is_mailbox_provider,
    )
    opened = open_list(listed, notify)
    companies = read_companies(options["companies"], notify) if options["companies"] else Companies()
    opened.teach(companies)
    guesser = make_guesser(listed.top)
    return run_list(opened, _Rows(guesser, listed), companies=companies, notify=notify)


def _others(options: dict[str, Any]) -> str:
    """Return the further options that change what is written."""
    names = (
        "sample_texts",
        "samples_files",
        "until",
        "min_probability",
        "pattern",
        "catalog_file",
        "name_order",
    )
    return repr([options[name] for name in names])
