"""What a guess works with, as the options give it: samples, a catalogue, the store, companies."""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, NamedTuple

from guessmail.cli.places import is_anything_there, store_place
from guessmail.guesser import Guesser, Settings
from guessmail.model.ranking import Choice
from guessmail.names import NameOrder
from guessmail.patterns.catalog import Catalog, only, shipped
from guessmail.samples import Sample
from guessmail.streams import open_file

if TYPE_CHECKING:  # a guess without a store, or a company, does not pay for them
    from guessmail.domains.companies import Companies
    from guessmail.store import Store
    from guessmail.store.suppression import SuppressionList

__all__ = ["Given", "gather", "make_guesser", "run_options", "signature_of"]

_NAMED = ("until", "min_probability", "pattern", "name_order", "keep_undeliverable")
"""Options that change what is offered, and name no person: what the store remembers of a run."""


class Given(NamedTuple):
    """What was read before anything is guessed."""

    samples: list[Sample]
    catalog: Catalog
    store: "Store | None"
    left_alone: "SuppressionList | None"
    """None where the do-not-contact list is empty."""
    companies: "Companies | None"
    """None where neither a file nor the store tells any."""


def gather(options: Mapping[str, Any], stack: ExitStack, notify: Callable[[str], None]) -> Given:
    """Read what the options name, so that its faults are told first; `stack` closes the store."""
    samples, catalog = _samples(options, notify), _catalog(options)
    store = _store(options, stack)
    return Given(samples, catalog, store, _left_alone(store), _companies(options, store, notify))


def _samples(options: Mapping[str, Any], notify: Callable[[str], None]) -> list[Sample]:
    """Read the samples that the command line and its files give; tell of those that are none."""
    if not options["sample_texts"] and not options["samples_files"]:
        return []  # and import nothing for it
    from guessmail.cli.sample_files import given_samples  # noqa: PLC0415

    return given_samples(options["sample_texts"], options["samples_files"], notify)


def _catalog(options: Mapping[str, Any]) -> Catalog:
    if options["catalog_file"]:
        from guessmail.patterns.catalog_file import load_catalog  # noqa: PLC0415  # YAML is for users' files alone

        catalog = load_catalog(options["catalog_file"])
    else:
        catalog = shipped()
    return only(catalog, options["pattern"]) if options["pattern"] else catalog


def _store(options: Mapping[str, Any], stack: ExitStack) -> "Store | None":
    if options["no_store"] or not is_anything_there(store_place(options["store_file"])):
        return None  # and import nothing for it
    from guessmail.cli.store_options import open_store  # noqa: PLC0415

    store = open_store(options["store_file"])
    return stack.enter_context(store) if store is not None else None


def _left_alone(store: "Store | None") -> "SuppressionList | None":
    if store is None:
        return None
    from guessmail.store.suppression import SuppressionList  # noqa: PLC0415

    return SuppressionList(store) or None


def _companies(
    options: Mapping[str, Any], store: "Store | None", notify: Callable[[str], None]
) -> "Companies | None":
    remembered = store.companies() if store is not None else ()
    if not options["companies"] and not remembered:
        return None
    from guessmail.cli.company_file import read_companies  # noqa: PLC0415
    from guessmail.domains.companies import Companies  # noqa: PLC0415

    companies = read_companies(options["companies"], notify) if options["companies"] else Companies()
    companies.remember((company.name, company.domain) for company in remembered)
    return companies


def make_guesser(
    options: Mapping[str, Any],
    given: Given,
    stack: ExitStack,
    notify: Callable[[str], None],
    *,
    top: int,
    claims: Iterable[Sample] = (),
) -> Guesser:
    """Wire the library together as the options say; `stack` closes what asks DNS."""
    choice = Choice(top, options["until"], options["min_probability"])
    order = NameOrder(options["name_order"])
    return Guesser(
        samples=given.samples,
        claims=claims,
        evidence=given.store,
        companies=given.companies,
        left_alone=given.left_alone,
        checker=stack.enter_context(options["dns"].checker(notify)) if options["mx"] else None,
        catalog=given.catalog,
        settings=Settings(choice, order, options["keep_undeliverable"], options["rate"] is not None),
    )


def run_options(options: Mapping[str, Any], top: int) -> dict[str, object]:
    """Return what the store remembers of the options of a run: nothing that names a person."""
    return {"top": top, **{name: options[name] for name in _NAMED}}


def signature_of(options: Mapping[str, Any], given: Given) -> str:
    """Return what a resumed run must have in common: the options, and what was read by them."""
    import hashlib  # noqa: PLC0415  # for --resume alone

    companies = _file_hash(options["companies"])
    catalog = _file_hash(options["catalog_file"])
    digest = hashlib.sha256()
    for sample in given.samples:  # as they were read: a source may be a repository, or a pipe
        digest.update(f"{sample.address}\0{sample.name}\0{sample.weight}\n".encode(errors="replace"))
    store = given.store.stamp() if given.store is not None else ""
    return repr([[options[name] for name in _NAMED], companies, catalog, digest.hexdigest(), store])


def _file_hash(path: str) -> str:
    """Return a hash of a file's bytes; empty for no file, and never the same for what can be read but once."""
    import hashlib  # noqa: PLC0415  # as above

    if not path:
        return ""
    if not os.path.isfile(path):  # noqa: PTH113 - pathlib costs milliseconds
        return os.urandom(16).hex()
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
