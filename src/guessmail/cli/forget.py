"""`guessmail forget`: erase every trace of a person, an address or a domain, except in the do-not-contact list."""

import sqlite3
from collections import Counter
from collections.abc import Iterator

import click

from guessmail.addresses import address_of
from guessmail.cli.inputs import require, require_domain
from guessmail.cli.options import DryRun, StoreFile, command
from guessmail.cli.stores import open_store, removed
from guessmail.dns.cache import DiskCache
from guessmail.domains import read_domain
from guessmail.errors import StoreError, UsageError
from guessmail.guesser import Guesser
from guessmail.names import Name, read_name
from guessmail.patterns.catalog import only, shipped
from guessmail.store import Store
from guessmail.store.forgetting import domains_from, forget_address, forget_domain, forget_person
from guessmail.text import split_address


@command("""
  guessmail forget jane.doe@acme.com
  guessmail forget "Jane Doe" acme.com
  guessmail forget acme.com""")
def forget(who: str, domain: str | None, dry_run: DryRun, store_file: StoreFile) -> None:
    """Erase every trace of WHO from the store: an address, a domain, or a person at DOMAIN.

    Known addresses, outcomes and records of guesses go, at subdomains too, and what sources are said to be where it names
    WHO, and DNS answers for the domain; entries of `guessmail suppress` stay.
    """
    with open_store(store_file, dry_run=dry_run) as store:
        if domain is not None:
            place = require(read_domain(domain))
        elif "@" not in who:
            place = require_domain(who)
        elif not (place := split_address(address_of(who))[1]):
            raise UsageError(f"{who!r} is not an e-mail address.")
        cached, fault = _cached(place, dry_run=True)
        if store is None:
            forgotten = Counter[str]()
        elif domain is not None:
            name, domains = require(read_name(who)), domains_from(store, place) | cached
            local_parts = {each: _local_parts(store, name, each) for each in domains}
            forgotten = forget_person(store, name, local_parts)
        elif "@" in who:
            forgotten = forget_address(store, address_of(who), cached)
        else:
            forgotten = forget_domain(store, place, cached)
    if not dry_run and not fault:  # only now: the store may be locked, or the name unusable
        cached, fault = _cached(place, dry_run=False)
    nothing = "Nothing to forget." if store else "There is no store, so there is nothing to forget."
    click.echo(removed(forgotten | {"DNS": len(cached)}, dry_run=dry_run) or nothing)
    if fault:
        raise StoreError(fault)


def _cached(domain: str, *, dry_run: bool) -> tuple[frozenset[str], str]:
    """Delete the cached DNS answers of a domain and its subdomains; return those domains, or the error of the cache."""
    cache = DiskCache()
    try:
        return cache.forget(domain, dry_run=dry_run), ""
    except (OSError, sqlite3.Error) as error:
        return frozenset(), f"The DNS cache {cache.path} may still hold {domain} ({error}): delete the file."


def _local_parts(store: Store, name: Name, domain: str) -> Iterator[str]:
    """Yield the local parts that a name can have, also by patterns of other catalogues, and with a number at the end."""
    yield from Guesser(evidence=store).local_parts(name, domain)
    numbers = [f"{number:0{digits}}" for digits in (1, 2) for number in range(100)]
    for text in store.patterns_at(domain) - {""}:
        stems = Guesser(catalog=only(shipped(), text.replace("{n}", ""))).rank(name, domain).probabilities
        yield from (f"{stem}{number}" for stem in stems for number in (numbers if "{n}" in text else [""]))
