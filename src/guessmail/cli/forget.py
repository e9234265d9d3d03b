"""`guessmail forget`: erase every trace from the store but the do-not-contact list."""

import click

from guessmail.addresses import address_of
from guessmail.cli.options import store_option
from guessmail.cli.store_options import (
    domain_alone,
    domain_of,
    dry_run_option,
    name_read_from,
    open_store,
    removed,
)
from guessmail.errors import UsageError
from guessmail.guesser import Guesser
from guessmail.names import read_name
from guessmail.store import Store
from guessmail.store.forgetting import Forgotten, addresses_of, forget_addresses, forget_domain


@click.command(
    epilog="""\b
Examples:
  guessmail forget jane.doe@acme.com
  guessmail forget "Jane Doe" acme.com
  guessmail forget acme.com"""
)
@click.argument("who")
@click.argument("domain", required=False)
@dry_run_option
@store_option
def forget(who: str, domain: str | None, dry_run: bool, store_file: str) -> None:
    """Erase every trace of WHO from the store: an address, a domain, or a person at DOMAIN.

    Known addresses, outcomes and records of guesses go; entries of `guessmail suppress` stay.
    """
    store = open_store(store_file)
    if store is None:
        click.echo("There is no store, so there is nothing to forget.")
        return
    with store:
        gone = _forget(store, who, domain, dry_run=dry_run)
    click.echo(removed(gone, dry_run=dry_run) or "Nothing to forget.")


def _forget(store: Store, who: str, domain: str | None, *, dry_run: bool) -> Forgotten:
    if domain is not None:
        place = domain_of(domain)
        name = name_read_from(who)
        local_parts = Guesser(evidence=store).local_parts(name, place)
        addresses = addresses_of(store, name, place, local_parts, read_name)
        return forget_addresses(store, addresses, dry_run=dry_run)
    if "@" in who:
        address = address_of(who)
        if not address:
            raise UsageError(f"{who!r} is not an e-mail address.")
        return forget_addresses(store, [address], dry_run=dry_run)
    return forget_domain(store, domain_alone(who), dry_run=dry_run)
