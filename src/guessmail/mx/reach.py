"""Which addresses the whole Internet can reach."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

__all__ = ["is_global"]

_UNICAST = IPv6Network("2000::/3")  # all that is assigned for it (RFC 4291 2.4, IANA)
_SIX_TO_FOUR = IPv6Network("2002::/16")  # its relays are gone (RFC 7526)
_TRANSLATED = IPv6Network("64:ff9b::/96")  # synthesised from an IPv4 address (RFC 6052 2.1)


@lru_cache(maxsize=4096)
def is_global(address: str) -> bool:
    """Tell whether an address, as text, can be reached from the whole Internet."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        if ip in _TRANSLATED:
            ip = IPv4Address(int(ip) & 0xFFFFFFFF)
        elif ip not in _UNICAST or ip in _SIX_TO_FOUR:
            return False
    return ip.is_global and not ip.is_multicast
