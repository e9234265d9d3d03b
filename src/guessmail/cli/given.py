"""A guess's inputs, read from the options: samples, a catalogue, the store, companies."""

import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from guessmail.cli.guess_options import GuessOptions
from guessmail.cli.places import has_store
from guessmail.guesser import Guesser, Settings
from guessmail.model.ranking import Choice
from guessmail.names import NameOrder
from guessmail.patterns.catalog import Catalog, only, shipped
from guessmail.text.streams import open_file

if TYPE_CHECKING:  # a guess without samples, a store, or a company, does not pay for them
    from guessmail.companies.known import Companies
    from guessmail.directory import Directory
    from guessmail.samples import Sample
    from guessmail.store import Store
    from guessmail.store.suppression import SuppressionList


class Given(NamedTuple):
    """The inputs, read before anything is guessed."""

    samples: "list[Sample]"
    catalog: Catalog
    store: "Store | None"
    suppression: "SuppressionList | None"
    """None where the do-not-contact list is empty."""
    companies: "Companies | None"
    """None where neither a file nor the store has any."""
    directory: "Directory | None"


def gather(options: GuessOptions, stack: ExitStack, notify: Callable[[str], None]) -> Given:
    """Read what the options name, so that its faults are reported first; `stack` closes the store."""
    samples, catalog = _samples(options, notify), _catalog(options)
    store = _store(options, stack, notify)
    companies, directory = _companies(options, store, notify), options.directory.open()
    return Given(samples, catalog, store, _suppression(store), companies, directory)


def _samples(options: GuessOptions, notify: Callable[[str], None]) -> "list[Sample]":
    if not options.sample_texts and not options.samples_files:
        return []  # and import nothing for it
    from guessmail.cli.sample_files import given_samples

    return given_samples(options.sample_texts, options.samples_files, notify)


def _catalog(options: GuessOptions) -> Catalog:
    if options.catalog_file:
        from guessmail.patterns.catalog_file import load_catalog

        catalog = load_catalog(options.catalog_file)
    else:
        catalog = shipped()
    return only(catalog, options.choice.pattern) if options.choice.pattern else catalog


def _store(options: GuessOptions, stack: ExitStack, notify: Callable[[str], None]) -> "Store | None":
    if options.no_store or not has_store(options.store_file, notify):
        return None  # and import nothing for it
    from guessmail.cli.store_options import open_store

    store = open_store(options.store_file)
    return stack.enter_context(store) if store is not None else None


def _suppression(store: "Store | None") -> "SuppressionList | None":
    if store is None or not store.database.rows("SELECT 1 FROM suppression LIMIT 1"):
        return None  # and import nothing for it
    from guessmail.store.suppression import SuppressionList

    return SuppressionList(store) or None


def _companies(
    options: GuessOptions, store: "Store | None", notify: Callable[[str], None]
) -> "Companies | None":
    if not options.companies and not (store is not None and store.companies()):
        return None
    from guessmail.cli.companies import known_companies

    return known_companies(options.companies, store, notify, options.choice.company_threshold)


def guesser_of(options: GuessOptions, given: Given, claims: "Iterable[Sample]" = ()) -> partial[Guesser]:
    """Return what makes a guesser with these options, in any process, of the `checker` to give it."""
    choice = Choice(options.top, options.choice.until, options.choice.min_probability)
    return partial(
        Guesser,
        samples=given.samples,
        claims=claims,
        evidence=given.store,
        companies=given.companies,
        do_not_contact=given.suppression,
        directory=given.directory,
        catalog=None if given.catalog is shipped() else given.catalog,
        settings=Settings(
            choice,
            NameOrder(options.choice.name_order),
            options.choice.keep_undeliverable,
            options.rate is not None,
            options.choice.country,
            options.choice.company_threshold,
        ),
    )


def run_options(options: GuessOptions) -> dict[str, object]:
    """Return what the store remembers of the options of a run: nothing that names a person."""
    return options.choice._replace(top=options.top)._asdict()


def signature_of(options: GuessOptions, given: Given) -> str:
    """Return what a resumed run must have in common: options that change its rows, and the contents of their files."""
    import hashlib

    digest = hashlib.sha256()
    for sample in given.samples:  # as they were read: a source may be a repository, or a pipe
        digest.update(f"{sample.address}\0{sample.name}\0{sample.weight}\n".encode(errors="replace"))
    own = map(_file_hash, (options.companies, options.catalog_file, options.directory.directory_file))
    files = *own, given.directory is None, digest.hexdigest()
    store = given.store.stamp() if given.store is not None else ""
    lists = options.lists._replace(source=None, resume=False, jobs=1)
    rate = options.rate is not None
    return repr((run_options(options), lists, options.format_, rate, options.mx, files, store))


def _file_hash(path: str) -> str:
    """Return a hash of a file's bytes; empty for no file, and never the same for what can be read only once."""
    import hashlib
    from pathlib import Path

    if not path:
        return ""
    if not Path(path).is_file():
        return os.urandom(16).hex()
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
