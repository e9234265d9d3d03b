"""Verdicts over DNS: for one domain, for many, and for lists that stream by."""

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Self

from guessmail.errors import UsageError
from guessmail.mx.servers import read_address, system_addresses
from guessmail.mx.verdict import MailVerdict, Reason, Verdict

if TYPE_CHECKING:
    from guessmail.mx.cache import DiskCache
    from guessmail.mx.inquiries import Inquiries
    from guessmail.mx.rules import Ruling


_REMEMBERED = 20_000  # verdicts that were asked for once; the oldest are forgotten
_PATIENCE = 30.0  # seconds


class Checker:
    """Gives verdicts on domains by asking resolvers.

    `resolvers` are `HOST[:PORT]`, or None for those of the system; with none at all, each verdict is
    `unknown(no_resolver)`. `timeout` is the budget in seconds for all look-ups of one domain together, which runs only
    while resolvers are asked; `rate` the most packets a second. Resolvers that are down are probed for `patience`
    seconds, and what they failed at is asked again; a checker of a single domain keeps to its budget instead.
    `notice` is told, once, what a user should know of the run. `explain` fills in transcripts (and asks anew what a
    cache knows); `find_wildcards` asks a random sibling of each domain. Raises UsageError for what is no resolver, and
    for a time or rate that is not positive and finite.

    Not for use by several threads. Domains are A-labels, lower case, without a dot at the end. Each distinct domain
    is asked once, as long as its verdict is among the last 20,000.
    """

    def __init__(
        self,
        resolvers: Sequence[str] | None = None,
        *,
        timeout: float = 3.0,
        rate: float = 1000.0,
        patience: float = _PATIENCE,
        cache: "DiskCache | None" = None,
        notice: Callable[[str], None] = lambda _: None,
        explain: bool = False,
        find_wildcards: bool = False,
    ) -> None:
        if not (0 < timeout < math.inf and 0 < rate < math.inf and 0 <= patience < math.inf):
            raise UsageError("The time-out and the rate of DNS queries must be positive numbers.")
        self._addresses = (
            system_addresses() if resolvers is None else tuple(read_address(text) for text in resolvers)
        )
        self._timeout = timeout
        self._rate = rate
        self._patience = patience
        self._cache = cache
        self._notice = notice
        self._explain = explain
        self._find_wildcards = find_wildcards
        labels = sorted(map(str, self._addresses))
        self._cache_key = " ".join(labels) + (" wildcards" if find_wildcards else "")
        self._inquiries: Inquiries | None = None
        self._unread: dict[str, MailVerdict | None] = {}
        """The verdicts that nobody has asked for yet; None while DNS is asked."""
        self._read: dict[str, MailVerdict] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def queries_sent(self) -> int:
        """How many packets were sent."""
        return self._inquiries.sent if self._inquiries else 0

    def submit(self, domain: str) -> None:
        """Have a domain asked ahead of time; returns at once, or after a little work on those before it."""
        if domain in self._unread or domain in self._read:
            return
        verdict = self._unread[domain] = self._known(domain)
        if verdict is None:
            is_alone = len(self._unread) == 1 and not self._read
            self._asking().submit(domain, patience=0.0 if is_alone else self._patience)

    def result(self, domain: str) -> MailVerdict:
        """Return the verdict on a domain as soon as it is there; all others submitted move on meanwhile."""
        self.submit(domain)
        if domain in self._unread and self._unread[domain] is None:
            self._asking().run_until(lambda: self._unread[domain] is not None)
        verdict = self._unread.pop(domain, None) or self._read.pop(domain)
        if len(self._read) >= _REMEMBERED:
            del self._read[next(iter(self._read))]
        self._read[domain] = verdict
        return verdict

    def close(self) -> None:
        """Give up what is under way, and write the cache."""
        if self._inquiries is not None:
            self._inquiries.close()
        if self._cache is not None:
            self._cache.close()

    def _known(self, domain: str) -> MailVerdict | None:
        """Return what can be said without asking."""
        if not self._addresses:
            return MailVerdict(domain, Verdict.UNKNOWN, Reason.NO_RESOLVER)
        if self._cache is not None and not self._explain:
            return self._cache.get(domain, self._cache_key)
        return None

    def _asking(self) -> "Inquiries":
        """Return what asks; made with the first question."""
        if self._inquiries is None:
            from guessmail.mx.inquiries import Inquiries

            self._inquiries = Inquiries(
                self._addresses,
                budget=self._timeout,
                rate=self._rate,
                on_ruling=self._ruled,
                on_down=self._tell_down,
                explain=self._explain,
                find_wildcards=self._find_wildcards,
            )
        return self._inquiries

    def _ruled(self, domain: str, ruling: "Ruling") -> None:
        if self._cache is not None and ruling.lifetime:
            self._cache.put(ruling.verdict, self._cache_key, ruling.lifetime)
        self._unread[domain] = ruling.verdict

    def _tell_down(self, seconds: float) -> None:
        names = ", ".join(map(str, self._addresses))
        self._notice(
            f"resolver down: {names} no longer answers; asking again for {seconds:g} seconds. If that is in vain,"
            " the remaining domains are marked unknown(resolver_down)."
        )
