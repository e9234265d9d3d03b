"""What commands that use the store share: opening it, the date, reading arguments, recording offers."""

import datetime
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

from guessmail.cli.places import has_store, store_path
from guessmail.domains import read_domain
from guessmail.errors import Problem, UsageError
from guessmail.names import Name, read_name
from guessmail.store import Offer, Store
from guessmail.text import counted

if TYPE_CHECKING:
    from guessmail.guesser import Guess
    from guessmail.store.forgetting import Forgotten

_KEPT_YEARS = 2
"""Records of guesses are removed after so many years."""
_BATCH = 5000
"""Offers that are written together."""
dry_run_option = click.option("--dry-run", is_flag=True, help="Show what would change, but change nothing.")


def open_store(store_file: str, *, no_store: bool = False) -> Store | None:
    """Open the existing store; None if there is none, or with --no-store. `StoreError` if it cannot be read."""
    if no_store or not has_store(store_file, _say):
        return None
    return _noticed(Store.open(store_path(store_file), create=False))


def open_or_create(store_file: str) -> Store:
    """Open the store; create it if needed."""
    store = _noticed(Store.open(store_path(store_file), create=True))
    assert store is not None  # noqa: S101 - None is for those who do not create
    return store


def _say(text: str) -> None:
    click.echo(text, err=True)


def _noticed(store: Store | None) -> Store | None:
    for notice in store.notices if store else ():
        _say(notice)
    return store


def today() -> str:
    """Return today's local date, ISO 8601."""
    return datetime.datetime.now().astimezone().date().isoformat()


def domain_of(typed: str) -> str:
    """Return the domain in A-labels; `UsageError` if it is invalid."""
    domain = read_domain(typed)
    if isinstance(domain, Problem):
        raise UsageError(domain.message)
    return domain.ascii


def domain_alone(who: str) -> str:
    """Return the domain that is named in place of a person, in A-labels; `UsageError` if it is none."""
    found = read_domain(who)
    if isinstance(found, Problem) and "comma" in found.message and " " not in who:
        raise UsageError(found.message)
    if isinstance(found, Problem) or " " in who.strip() or "." not in who:
        raise UsageError(
            f'{who!r} is neither an address nor a domain. For a person, add the domain: "{who}" acme.com'
        )
    return found.ascii


def name_read_from(written: str) -> Name:
    """Return the name that was read; `UsageError` if it cannot be read."""
    name = read_name(written)
    if isinstance(name, Problem):
        raise UsageError(name.message)
    return name


def piped_or(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Return the arguments; without any, `-` if input is piped."""
    return arguments or (() if sys.stdin is None or sys.stdin.isatty() else ("-",))


def removed(gone: "Forgotten", *, dry_run: bool, answers: int = 0) -> str:
    """Return what was taken out of the store, and how many DNS `answers` of their cache, in words; empty for nothing."""
    counts = {
        ("known address", "known addresses"): gone.samples,
        ("outcome", "outcomes"): gone.outcomes,
        ("record of a guess", "records of guesses"): gone.offers,
        ("company", "companies"): gone.companies,
        ("mention in a source's description", "mentions in sources' descriptions"): gone.mentions,
        ("DNS answer", "DNS answers"): answers,
    }
    parts = [counted(count, *nouns) for nouns, count in counts.items() if count]
    return f"{', '.join(parts)} {'would be removed' if dry_run else 'removed'}" if parts else ""


def is_file(argument: str) -> bool:
    """Return whether an argument is an existing file or `-`."""
    return argument == "-" or Path(argument).exists()


class Recorder:
    """Collects a run's offers, so that `why` can say when an address was offered, and writes them in batches."""

    def __init__(self, store: Store, options: Mapping[str, object]) -> None:
        """`options` are those of the run; none may name a person."""
        self._store, self._options = store, options
        self._run: int | None = None
        self._offers: list[Offer] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()

    def take(self, guesses: "Iterable[Guess]") -> None:
        """Record the candidates of some people."""
        for guess in guesses:
            for one in guess.candidates:
                self._offers.append(
                    Offer(one.address, one.pattern, one.probability, one.basis, guess.samples)
                )
        if len(self._offers) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        if self._run is None:
            if self._offers:
                date = today()
                self._run = self._store.record_run(date, self._options, self._offers)
                self._store.purge_runs(f"{int(date[:4]) - _KEPT_YEARS}{date[4:]}")
        else:
            self._store.add_offers(self._run, self._offers)
        self._offers.clear()
