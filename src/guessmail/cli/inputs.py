"""What commands are given: their arguments, and what a guess rests on, read from the files and the store that options name."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, nullcontext
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import click

from guessmail.cli.stores import open_store
from guessmail.domains import read_domain
from guessmail.errors import Problem, UsageError
from guessmail.names import Name, NameOrder, read_name
from guessmail.text.streams import open_file

if TYPE_CHECKING:  # a command without them does not pay for them
    from guessmail.cli.guess_options import GuessOptions
    from guessmail.companies.known import Companies
    from guessmail.directory import Directory
    from guessmail.guesser import Guesser
    from guessmail.patterns.catalog import Catalog
    from guessmail.samples import Sample
    from guessmail.samples.entries import Rejected, RejectionReason
    from guessmail.store import Store
    from guessmail.store.suppression import SuppressionList


def arguments_or_stdin(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Return the arguments; without any, `-` if input is piped."""
    return arguments or (() if sys.stdin is None or sys.stdin.isatty() else ("-",))


def can_ask() -> bool:
    """Return whether somebody at a terminal can answer a question."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> str:
    """Return the answer to a question, in lower case."""
    click.echo(question, err=True, nl=False)
    return sys.stdin.buffer.readline(4096).decode(errors="replace").strip().lower()


def domain_of(typed: str) -> str:
    """Return the domain in A-labels; `UsageError` if it is invalid."""
    domain = read_domain(typed)
    if isinstance(domain, Problem):
        raise UsageError(domain.message)
    return domain.ascii


def require_domain(who: str) -> str:
    """Return the domain that is named in place of a person, in A-labels; `UsageError` if it is none."""
    found = read_domain(who)
    if isinstance(found, Problem) and "comma" in found.message and " " not in who:
        raise UsageError(found.message)
    if isinstance(found, Problem) or " " in who.strip() or "." not in who:
        raise UsageError(
            f'{who!r} is neither an address nor a domain. For a person, add the domain: "{who}" acme.com'
        )
    return found.ascii


def require_name(written: str) -> Name:
    """Return the name that was read; `UsageError` if it cannot be read."""
    name = read_name(written)
    if isinstance(name, Problem):
        raise UsageError(name.message)
    return name


# Known addresses


def load_samples(texts: Iterable[str], files: Sequence[str], notify: Callable[[str], None]) -> "list[Sample]":
    """Return the samples of the options; `notify` gets the number of entries of the files that were rejected, and why."""
    if not texts and not files:
        return []  # and import nothing for it
    from guessmail.samples import parse_samples

    samples = [sample for text in texts for sample in parse_samples(text, "entered by hand")]
    if not files:
        return samples
    from guessmail.samples.sources import read_samples

    return samples + samples_of((found for path in files for found in read_samples(path)), notify)


def samples_of(entries: "Iterable[Sample | Rejected]", notify: Callable[[str], None]) -> "list[Sample]":
    """Return the samples among the entries of sources; `notify` gets the number of entries that were rejected, and why."""
    from guessmail.samples import Sample

    samples: list[Sample] = []
    rejected: Counter[RejectionReason] = Counter()
    for entry in entries:
        if isinstance(entry, Sample):
            samples.append(entry)
        else:
            rejected[entry.reason] += 1
    for reason, count in rejected.most_common():
        said = reason.said(count)
        notify(said[0].upper() + said[1:] + ".")
    return samples


def unused_samples(texts: Iterable[str], domain: str) -> Iterator[str]:
    """Yield a sentence for each sample of the command line that says nothing of a domain (A-labels, lower case).

    For an empty domain, as in a list, it is one for each role address.
    """
    if not texts:
        return  # and import nothing for it
    from guessmail.data.roles import ROLES
    from guessmail.model.related import label_of
    from guessmail.samples import parse_samples

    for sample in (sample for text in texts for sample in parse_samples(text)):
        if sample.local_part in ROLES:
            yield f"{sample.address} is a role address and shows no format, so it is not used."
        elif domain and label_of(sample.domain) != label_of(domain):
            yield f"{sample.address} is not at {domain}, so it is not used."


# Inputs of a guess


class Inputs(NamedTuple):
    """The inputs of a guess, read before anything is guessed."""

    samples: "list[Sample]"
    catalog: "Catalog | None"
    """None for the built-in one."""
    store: "Store | None"
    suppression: "SuppressionList | None"
    """None where the do-not-contact list is empty."""
    companies: "Companies | None"
    """None where neither a file nor the store has any."""
    directory: "Directory | None"


def load_inputs(options: "GuessOptions", stack: ExitStack, notify: Callable[[str], None]) -> Inputs:
    """Read what the options name, so that its faults are reported first; `stack` closes the store."""
    samples = load_samples(options.sample_texts, options.samples_files, notify)
    catalog: Catalog | None = None
    if options.catalog_file:
        from guessmail.patterns.catalog_file import load_catalog

        catalog = load_catalog(options.catalog_file)
    if options.choice.pattern:
        from guessmail.patterns.catalog import only, shipped

        catalog = only(catalog or shipped(), options.choice.pattern)
    store = open_store(options.store_file, no_store=options.no_store, notify=notify)
    stack.enter_context(store or nullcontext())
    companies: Companies | None = None
    if options.companies or (store is not None and store.companies()):
        from guessmail.cli.companies import known_companies

        companies = known_companies(options.companies, store, notify, options.choice.company_threshold)
    return Inputs(samples, catalog, store, _suppression(store), companies, options.directory.open())


def _suppression(store: "Store | None") -> "SuppressionList | None":
    if store is None or not store.database.rows("SELECT 1 FROM suppression LIMIT 1"):
        return None  # and import nothing for it
    from guessmail.store.suppression import SuppressionList

    return SuppressionList(store) or None


def guesser_of(
    options: "GuessOptions", inputs: Inputs, claims: "Iterable[Sample]" = ()
) -> "partial[Guesser]":
    """Return what makes a guesser with these options, in any process, of the `checker` to give it."""
    from guessmail.guesser import Guesser, Settings
    from guessmail.model.ranking import Choice

    choice = options.choice
    return partial(
        Guesser,
        samples=inputs.samples,
        claims=claims,
        evidence=inputs.store,
        companies=inputs.companies,
        do_not_contact=inputs.suppression,
        directory=inputs.directory,
        catalog=inputs.catalog,
        settings=Settings(
            Choice(options.top, choice.until, choice.min_probability),
            NameOrder(choice.name_order),
            choice.keep_undeliverable,
            options.rate is not None,
            choice.country,
            choice.company_threshold,
        ),
    )


def run_options(options: "GuessOptions") -> dict[str, object]:
    """Return what the store remembers of the options of a run: none of it names a person."""
    return options.choice._replace(top=options.top)._asdict()


def signature_of(options: "GuessOptions", inputs: Inputs) -> str:
    """Return what a resumed run must have in common: options that change its rows, and the contents of their files."""
    import hashlib

    digest = hashlib.sha256()
    for sample in inputs.samples:  # as they were read: a source may be a repository, or a pipe
        digest.update(f"{sample.address}\0{sample.name}\0{sample.weight}\n".encode(errors="replace"))
    own = map(_file_hash, (options.companies, options.catalog_file, options.directory.directory_file))
    files = *own, inputs.directory is None, digest.hexdigest()
    store = inputs.store.stamp() if inputs.store is not None else ""
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
