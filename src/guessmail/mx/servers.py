"""Which resolvers are asked: those that the user names, or else those of the system; never a built-in one."""

import re
from collections.abc import Iterable
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

from guessmail.errors import UsageError

__all__ = ["Address", "read_address", "system_addresses"]

_PORT = 53
_MOST = 3  # nameserver lines that resolv.conf(5) heeds
_BRACKETED = re.compile(r"\[([^\]]*)\](?::(\d+))?")


class Address(NamedTuple):
    """Where a resolver listens."""

    host: str
    """An IPv4 or IPv6 address."""
    port: int = _PORT

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.host if self.port == _PORT else f"{host}:{self.port}"


def read_address(text: str) -> Address:
    """Read `HOST[:PORT]`, IPv6 in brackets where a port follows. Raise UsageError for anything else."""
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed:
        host, port = bracketed[1], bracketed[2]
    elif text.count(":") == 1:
        host, _, port = text.partition(":")
    else:
        host, port = text, None
    try:
        ip_address(host)
        number = int(port) if port else _PORT
    except ValueError:
        number = 0
    if not 0 < number < 65536:
        raise UsageError(
            f"'{text}' is no resolver; give its IP address, such as 192.0.2.53 or [2001:db8::53]:5353."
        )
    return Address(host, number)


def system_addresses(path: Path = Path("/etc/resolv.conf")) -> tuple[Address, ...]:
    """Return the resolvers that the system uses; none where it names none."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    return tuple(_nameservers(lines))[:_MOST]


def _nameservers(lines: Iterable[str]) -> Iterable[Address]:
    for line in lines:
        words = line.split()
        if len(words) >= 2 and words[0] == "nameserver":
            try:
                ip_address(words[1])
            except ValueError:
                continue
            yield Address(words[1])
