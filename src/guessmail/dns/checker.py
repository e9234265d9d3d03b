"""Verdicts over DNS: for one domain, for many, and for lists that stream by."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from guessmail.dns.servers import read_resolver, system_addresses
from guessmail.dns.verdict import MailVerdict, Reason, Verdict

if TYPE_CHECKING:
    from guessmail.dns.ask import Inquiries, Outcome
    from guessmail.dns.cache import DiskCache

_REMEMBERED = 20_000  # verdicts that were asked for once; the oldest are forgotten
_LOOK_UP = 0.25  # seconds after which the wait for a verdict is interrupted to tell of an outage


@dataclass(eq=False)
class Checker(AbstractContextManager["Checker"]):
    """Gives verdicts on domains by asking resolvers. Raises UsageError for what is no resolver.

    Not for use by several threads. Domains are A-labels, lower case, without a dot at the end. Each distinct domain
    is asked once, as long as its verdict is among the last 20,000.
    """

    resolvers: Sequence[str] | None = None
    """`HOST[:PORT]`, or None for those of the system; with none at all, each verdict is `unknown(no_resolver)`."""
    _: KW_ONLY
    timeout: float = 3.0
    """The seconds for all look-ups of one domain together, which run only while resolvers are asked."""
    rate: float = 1000.0
    """The most packets a second."""
    patience: float = 30.0
    """For how many seconds resolvers that are down are probed; a checker of a single domain keeps to its time instead."""
    cache: "DiskCache | None" = None
    notice: Callable[[str], None] = lambda _: None
    """Gets, once, what a user should know of the run."""
    explain: bool = False
    """Whether transcripts are filled in; what a cache knows is then asked anew."""
    find_wildcards: bool = False
    """Whether a random sibling of each domain is asked, too."""

    def __post_init__(self) -> None:
        resolvers = self.resolvers
        self._addresses = system_addresses() if resolvers is None else tuple(map(read_resolver, resolvers))
        labels = sorted(map(str, self._addresses))
        self._cache_key = " ".join(labels) + (" wildcards" if self.find_wildcards else "")
        self._inquiries: Inquiries | None = None
        self._has_told = False
        self._unread: dict[str, Outcome | MailVerdict] = {}
        """The verdicts that nobody has asked for yet."""
        self._read: dict[str, MailVerdict] = {}

    def __exit__(self, *_: object) -> None:
        """Give up what is under way, and write the cache."""
        if self._inquiries is not None:
            self._inquiries.close()
        if self.cache is not None:
            self.cache.close()

    @property
    def queries_sent(self) -> int:
        """How many packets were sent."""
        return self._inquiries.pace.sent if self._inquiries else 0

    def submit(self, domain: str) -> None:
        """Have a domain asked ahead of time."""
        if domain in self._unread or domain in self._read:
            return
        is_alone = not self._unread and not self._read
        found: MailVerdict | Outcome | None = None
        if not self._addresses:
            found = MailVerdict(domain, Verdict.UNKNOWN, Reason.NO_RESOLVER)
        elif self.cache is not None and not self.explain:
            found = self.cache.get(domain, self._cache_key)
        if found is None:
            if self._inquiries is None:
                from guessmail.dns.ask import Inquiries

                self._inquiries = Inquiries(
                    self._addresses, self.rate, self.timeout, self.explain, self.find_wildcards
                )
            self._inquiries.patience = 0.0 if is_alone else self.patience
            found = self._inquiries.submit(domain)
        self._unread[domain] = found

    def result(self, domain: str) -> MailVerdict:
        """Return the verdict on a domain as soon as it is there; all others submitted move on meanwhile."""
        self.submit(domain)
        found = self._unread.pop(domain, None) or self._read.pop(domain)
        verdict = found if isinstance(found, MailVerdict) else self._wait_for(found)
        if len(self._read) >= _REMEMBERED:
            del self._read[next(iter(self._read))]
        self._read[domain] = verdict
        return verdict

    def _wait_for(self, outcome: "Outcome") -> MailVerdict:
        """Wait for a verdict; now and then look up to tell of an outage, and for the sake of signals (Windows)."""
        from queue import Empty

        found = None
        while found is None:
            with suppress(Empty):
                found = outcome.get(timeout=_LOOK_UP)
            # Told here, since threads that do not keep the process from ending must not print.
            if self._inquiries and self._inquiries.was_down and not self._has_told:
                self._has_told = True
                self.notice(
                    f"resolver down: {', '.join(map(str, self._addresses))} no longer answers; asking again for"
                    f" {self.patience:g} seconds. If that is in vain, the remaining domains are marked"
                    " unknown(resolver_down)."
                )
        if isinstance(found, Exception):
            raise found
        if self.cache is not None and found.lifetime:
            self.cache.put(found, self._cache_key, found.lifetime)
        return found._replace(lifetime=0)
