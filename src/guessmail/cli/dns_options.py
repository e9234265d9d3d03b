"""The options about DNS that commands share."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import click

from guessmail.cli.options import Finite, field
from guessmail.errors import UsageError

if TYPE_CHECKING:
    from guessmail.dns.checker import Checker


PATIENCE = 30.0
"""Seconds for which a list waits for resolvers that are down; a single person does not."""


def _checked_resolvers(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    if values:
        from guessmail.dns.servers import read_resolver

        for value in values:
            try:
                read_resolver(value)
            except UsageError as error:
                raise click.BadParameter(str(error)) from None
    return values


class DnsOptions(NamedTuple):
    """How DNS is asked."""

    dns_timeout: float = field(
        "--dns-timeout",
        type=Finite(min=0, min_open=True, max=3600),
        default=3.0,
        show_default=True,
        metavar="S",
        help="Time limit in seconds for all look-ups of one domain together.",
    )
    dns_rate: float = field(
        "--dns-rate",
        type=Finite(min=0, min_open=True),
        default=1000.0,
        show_default=True,
        metavar="N",
        help="Limit of DNS queries per second.",
    )
    resolvers: tuple[str, ...] = field(
        "--resolver",
        "resolvers",
        multiple=True,
        metavar="HOST[:PORT]",
        callback=_checked_resolvers,
        help="Ask this resolver instead of the system's. Repeatable.",
    )
    no_cache: bool = field("--no-cache", is_flag=True, help="Ignore the DNS cache.")

    def checker(
        self,
        notice: Callable[[str], None],
        *,
        patience: float = PATIENCE,
        explain: bool = False,
        find_wildcards: bool = False,
    ) -> "Checker":
        """Return a checker with these options."""
        from guessmail.dns.cache import DiskCache
        from guessmail.dns.checker import Checker

        return Checker(
            self.resolvers or None,
            timeout=self.dns_timeout,
            rate=self.dns_rate,
            patience=patience,
            cache=None if self.no_cache else DiskCache(notice=notice),
            notice=notice,
            explain=explain,
            find_wildcards=find_wildcards,
        )
