"""The resolvers to ask: those that the user names, else those of the system; never a built-in one."""

import re
import sys
from contextlib import suppress
from ipaddress import IPv6Network, ip_address
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from guessmail.errors import UsageError

_PORT = 53
_BRACKETED = re.compile(r"\[([^\]]*)\](?::(\d+))?")
_NAMESERVER = re.compile(r"^[ \t]*nameserver(?:\[\d+\] :)?[ \t]+(\S+)", re.MULTILINE)
"""Matches a line of resolv.conf or of scutil's output."""
_SCUTIL = "/usr/sbin/scutil"


class ResolverAddress(NamedTuple):
    """The address at which a resolver listens."""

    host: str
    """An IPv4 or IPv6 address."""
    port: int = _PORT

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.host if self.port == _PORT else f"{host}:{self.port}"


def read_resolver(text: str) -> ResolverAddress:
    """Read `HOST[:PORT]`, with IPv6 in brackets if a port follows; `UsageError` for anything else."""
    host, port = text, ""
    if bracketed := _BRACKETED.fullmatch(text):
        host, port = bracketed.groups(default="")
    elif text.count(":") == 1:
        host, _, port = text.partition(":")
    try:
        ip_address(host)
        number = int(port or _PORT)
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
