"""Verdicts over DNS, and the resolvers to ask: those that the user names, else those of the system; never a built-in one."""

import re
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import KW_ONLY, dataclass
from ipaddress import IPv6Network, ip_address
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from guessmail.dns import MailVerdict, Reason, ResolverAddress
from guessmail.errors import UsageError

if TYPE_CHECKING:
    from guessmail.dns.ask import Inquiries, Pending
    from guessmail.dns.cache import DiskCache

_REMEMBERED = 20_000  # verdicts that were returned once; domains of dropped ones, the oldest, are asked again
_NAMESERVER = re.compile(r"^[ \t]*nameserver(?:\[\d+\] :)?[ \t]+(\S+)", re.MULTILINE)
"""Matches a line of resolv.conf or of scutil's output."""
_SCUTIL = "/usr/sbin/scutil"


@dataclass(eq=False)
class Checker(AbstractContextManager["Checker"]):
    """Gives verdicts on domains by asking resolvers, once each; `UsageError` for an invalid resolver. Not for several threads."""

    resolvers: Sequence[str] | None = None
    """Each `HOST[:PORT]`, or None for those of the system; without resolvers, each verdict is `unknown(no_resolver)`."""
    _: KW_ONLY
    timeout: float = 3.0
    """Seconds for all look-ups of one domain together; only the time in which resolvers are asked counts."""
    rate: float = 1000.0
    """The maximum number of packets a second."""
    patience: float = 30.0
    """Seconds during which resolvers that are down are probed; a single domain keeps to `timeout` instead."""
    cache: "DiskCache | None" = None
    notice: Callable[[str], None] = lambda _: None
    """Gets a sentence for the user, once, if all resolvers are down."""
    explain: bool = False
    """Whether transcripts are filled in; the cache is not read then."""
    find_wildcards: bool = False
    """Whether a random sibling of each domain is asked, too, to find wildcards."""

    def __post_init__(self) -> None:
        resolvers = self.resolvers
        self._addresses = system_addresses() if resolvers is None else tuple(map(read_resolver, resolvers))
        labels = sorted(map(str, self._addresses))
        self._cache_key = " ".join(labels) + (" wildcards" if self.find_wildcards else "")
        self._inquiries: Inquiries | None = None
        self._is_outage_reported = False
        self._unread: dict[str, Pending | MailVerdict] = {}
        """The verdicts that were not returned yet."""
        self._read: dict[str, MailVerdict] = {}

    def __exit__(self, *_: object) -> None:
        """Give up all queries, and write the cache."""
        if self._inquiries is not None:
            self._inquiries.close()
        if self.cache is not None:
            self.cache.close()

    @property
    def queries_sent(self) -> int:
        """The number of packets that were sent."""
        return self._inquiries.pace.sent if self._inquiries else 0

    def submit(self, domain: str) -> None:
        """Start asking about a domain, ahead of `result`."""
        if domain in self._unread or domain in self._read:
            return
        is_alone = not self._unread and not self._read
        found: MailVerdict | Pending | None = None
        if not self._addresses:
            found = MailVerdict(domain, Reason.NO_RESOLVER)
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
        """Return the verdict on a domain when it is there; other submitted domains are asked meanwhile."""
        self.submit(domain)
        found = self._unread.pop(domain, None) or self._read.pop(domain)
        verdict = found if isinstance(found, MailVerdict) else self._wait_for(found)
        if len(self._read) >= _REMEMBERED:
            del self._read[next(iter(self._read))]
        self._read[domain] = verdict
        return verdict

    def _wait_for(self, pending: "Pending") -> MailVerdict:
        """Return a verdict after waiting in short steps, to report an outage and to heed signals (Windows)."""
        from queue import Empty

        found = None
        while found is None:
            with suppress(Empty):
                found = pending.get(timeout=0.25)
            # Reported here, since daemon threads must not print.
            if self._inquiries and self._inquiries.was_down and not self._is_outage_reported:
                self._is_outage_reported = True
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


def read_resolver(text: str) -> ResolverAddress:
    """Read `HOST[:PORT]`, with IPv6 in brackets if a port follows; `UsageError` for anything else."""
    host, port = text, ""
    if bracketed := re.fullmatch(r"\[([^\]]*)\](?::(\d+))?", text):
        host, port = bracketed.groups(default="")
    elif text.count(":") == 1:
        host, _, port = text.partition(":")
    try:
        ip_address(host)
        number = int(port or 53)
    except ValueError:
        number = 0
    if not 0 < number < 65536:
        raise UsageError(
            f"'{text}' is not a resolver; give its IP address, such as 192.0.2.53 or [2001:db8::53]:5353."
        )
    return ResolverAddress(host, number)


def system_addresses(path: Path = Path("/etc/resolv.conf")) -> tuple[ResolverAddress, ...]:
    """Return the resolvers of the system, at most three; maybe none."""
    found: list[str] = []
    if sys.platform == "win32":
        import dns.exception
        import dns.resolver

        with suppress(OSError, NotImplementedError, dns.exception.DNSException):
            found = [str(server) for server in dns.resolver.Resolver().nameservers]
    else:
        with suppress(OSError):
            found = _NAMESERVER.findall(path.read_text(encoding="utf-8", errors="replace"))
    if not found and sys.platform == "darwin":
        import subprocess

        with suppress(OSError, subprocess.SubprocessError):  # in the order in which macOS prefers them
            done = subprocess.run([_SCUTIL, "--dns"], capture_output=True, text=True, timeout=5, check=False)  # noqa: S603 - a fixed path
            found = _NAMESERVER.findall(done.stdout)
    hosts = filter(_is_address, dict.fromkeys(found))
    return tuple(map(ResolverAddress, islice(hosts, 3)))  # as many as resolv.conf(5) heeds


def _is_address(host: str) -> bool:
    with suppress(ValueError):  # Windows names addresses of this network if no resolver is set
        return ip_address(host) not in IPv6Network("fec0:0:0:ffff::/64")
    return False
