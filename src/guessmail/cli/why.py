"""`guessmail why`: the account of an address: its sources, guesses and evidence."""

import json
import sys
from typing import Annotated

import click

from guessmail.addresses import address_of
from guessmail.cli.inputs import require
from guessmail.cli.options import DirectoryOptions, StoreFile, argument, command, option
from guessmail.cli.output import wrapped
from guessmail.cli.stores import open_store
from guessmail.domains import read_domain
from guessmail.errors import UsageError
from guessmail.guesser import Guesser
from guessmail.names import Name, read_name
from guessmail.names.namesakes import may_be_one_person
from guessmail.reports.explain import account_lines, account_of
from guessmail.store import Store
from guessmail.text.streams import say


@command("""
  guessmail why jane.doe@acme.com
  guessmail why "Jane Doe" acme.com
  guessmail why jdoe@acme.com --name "Jane Doe" --format json""")
def why(
    who: Annotated[str, argument(metavar="ADDRESS|NAME")],
    domain: str | None,
    name: Annotated[str, option("--name"), "The owner's name, if the store does not know it."],
    full: Annotated[bool, option("--full"), "Also list the other people's addresses behind the guess."],
    format_: Annotated[str, option("--format", type=click.Choice(["text", "json"]), default="text"),
        "Output format."],
    store_file: StoreFile,
    directory: DirectoryOptions,
) -> None:  # fmt: skip
    """Explain where ADDRESS, or the address of NAME at DOMAIN, comes from: sources, dates, pattern and evidence.

    Of a person's addresses it is the known one, else the one that was guessed with the highest probability.
    """
    with open_store(store_file) as store:
        guesser = Guesser(evidence=store, directory=directory.open())
        name = name or ("" if domain is None else who)
        place = require(read_domain(domain)) if domain else ""
        address = _address_of(guesser, store, who, place) if domain else address_of(who)
        if not address:
            raise UsageError(
                f"{who!r} is not an e-mail address. For a person, add the domain:"
                f' guessmail why "{" ".join(who.split())}" acme.com'
            )
        account = account_of(store, guesser, address, name=name, full=full)
    if format_ == "json":
        click.echo(json.dumps(account, ensure_ascii=False, indent=2))
    else:
        say(wrapped("\n".join(account_lines(account)), sys.stdout))


def _address_of(guesser: Guesser, store: Store | None, written: str, domain: str) -> str:
    """Return a person's address at a domain: the known one, else the most probable of those offered, else the best guess."""
    name = require(read_name(written))
    if store is not None:
        possible = {f"{local.lower()}@{domain}" for local in guesser.local_parts(name, domain)}
        known = []
        for seen in store.sightings(domain):
            owner = read_name(seen.name)
            if (
                may_be_one_person(name, owner)
                if isinstance(owner, Name)
                else seen.address.lower() in possible
            ):
                known.append(seen.address)
        offered = {address: offers for address in sorted(possible) if (offers := store.offered(address))}
        best = max(offered, key=lambda address: offered[address][-1].probability, default="")
        if found := min(known, default=best):
            return found
    return f"{guesser.rank(name, domain).best(1)[0][0]}@{domain}"
