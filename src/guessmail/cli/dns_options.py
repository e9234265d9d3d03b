"""The options about DNS that commands share."""

import math
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from guessmail.errors import UsageError

if TYPE_CHECKING:
    from guessmail.mx.resolver import Checker

__all__ = ["DnsSettings", "dns_options"]

_R = TypeVar("_R")


class _Finite(click.FloatRange):
    """A number in a range; `nan` and `inf`, which pass for numbers in none, are none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail(f"{value!r} is not a usable number; give one such as 10.", param, ctx)
        return number


class DnsSettings(NamedTuple):
    """How the user wants DNS to be asked."""

    timeout: float = 3.0
    """Time limit in seconds for all look-ups of one domain together."""
    rate: float = 1000.0
    """The most queries a second."""
    resolvers: tuple[str, ...] = ()
    """`HOST[:PORT]`; empty for those of the system."""
    use_cache: bool = True

    def checker(
        self, notice: Callable[[str], None], *, explain: bool = False, find_wildcards: bool = False
    ) -> "Checker":
        """Make the checker that asks so; imports what asks."""
        from guessmail.mx.cache import DiskCache  # noqa: PLC0415 - sockets and SQLite are for those who ask DNS
        from guessmail.mx.resolver import Checker  # noqa: PLC0415

        return Checker(
            self.resolvers or None,
            timeout=self.timeout,
            rate=self.rate,
            cache=DiskCache(notice=notice) if self.use_cache else None,
            notice=notice,
            explain=explain,
            find_wildcards=find_wildcards,
        )


def dns_options(command: Callable[..., _R]) -> Callable[..., _R]:
    """Give a command the options about DNS; it is passed `dns`, a `DnsSettings`."""

    @click.option(
        "--dns-timeout",
        type=_Finite(min=0, min_open=True, max=3600),
        default=3.0,
        show_default=True,
        metavar="S",
        envvar="GUESSMAIL_DNS_TIMEOUT",
        help="Time limit in seconds for all look-ups of one domain together.",
    )
    @click.option(
        "--dns-rate",
        type=_Finite(min=0, min_open=True),
        default=1000.0,
        show_default=True,
        metavar="N",
        envvar="GUESSMAIL_DNS_RATE",
        help="Limit of DNS queries per second.",
    )
    @click.option(
        "--resolver",
        multiple=True,
        metavar="HOST[:PORT]",
        envvar="GUESSMAIL_RESOLVER",
        callback=_checked_resolvers,
        help="Ask this resolver instead of the system's. Repeatable.",
    )
    @click.option(
        "--no-cache",
        is_flag=True,
        envvar="GUESSMAIL_NO_CACHE",
        help="Ignore the DNS cache.",
    )
    @wraps(command)
    def with_settings(
        *args: Any,
        dns_timeout: float,
        dns_rate: float,
        resolver: tuple[str, ...],
        no_cache: bool,
        **kwargs: Any,
    ) -> _R:
        return command(*args, dns=DnsSettings(dns_timeout, dns_rate, resolver, not no_cache), **kwargs)

    return with_settings


def _checked_resolvers(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    if values:
        from guessmail.mx.servers import read_address  # noqa: PLC0415 - few give a resolver

        for value in values:
            try:
                read_address(value)
            except UsageError as error:
                raise click.BadParameter(str(error)) from None
    return values
