"""`guessmail why`: how guessmail comes to an address."""

import json
from functools import partial

import click

from guessmail.addresses import address_of
from guessmail.cli.options import store_option
from guessmail.cli.store_options import open_store
from guessmail.errors import UsageError
from guessmail.guesser import Guesser
from guessmail.names import Name, read_name
from guessmail.reports.account import Explanation, account_of, as_data, as_words
from guessmail.text.streams import say


@click.command(
    epilog="""\b
Examples:
  guessmail why jane.doe@acme.com
  guessmail why jdoe@acme.com --name "Jane Doe" --format json"""
)
@click.argument("address")
@click.option("--name", default="", help="The owner's name, if the store does not know it.")
@click.option("--full", is_flag=True, help="Also list the other people's addresses behind the guess.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@store_option
def why(address: str, name: str, full: bool, shape: str, store_file: str) -> None:
    """Explain where ADDRESS comes from: sources, dates, pattern and evidence."""
    found = address_of(address)
    if not found:
        raise UsageError(f"{address!r} is not an e-mail address.")
    store = open_store(store_file)
    try:
        account = account_of(store, found, name=name, explain=partial(_explain, Guesser(evidence=store)))
    finally:
        if store is not None:
            store.close()
    if shape == "json":
        click.echo(json.dumps(as_data(account, full=full), ensure_ascii=False, indent=2))
    else:
        say(as_words(account, full=full))


def _explain(guesser: Guesser, address: str, name: str) -> Explanation | None:
    """Return how an address would be guessed today; a name is needed for that."""
    read = read_name(name) if name else None
    if not isinstance(read, Name):
        return None
    found = guesser.rank_address(read, address)
    if found is None or not found.pattern:
        return None
    samples = guesser.format_of(address.rpartition("@")[2]).samples
    return Explanation(found.pattern, found.probability, found.basis, samples)
