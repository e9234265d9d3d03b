"""The addresses of one name, and what their absence proves: pure rules."""

from collections.abc import Generator, Iterable
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple

from dns.rdatatype import AAAA, A

from guessmail.mx.answer import Answer, Question
from guessmail.mx.canaries import Canaries, forged_values
from guessmail.mx.lookup import Kind, look
from guessmail.mx.verdict import Reason


class Addresses(NamedTuple):
    """What is known of the addresses of a name; by default, that it has none."""

    rtype: int = 0
    """The type of those that are global; 0 where none is."""
    values: frozenset[str] = frozenset()
    """The global ones of that type."""
    doubt: Reason | None = None
    """Why it is not proven that there is no global one."""
    denials: frozenset[Kind] = frozenset()
    """How their existence was denied."""
    is_alias: bool = False


def find_addresses(name: str) -> Generator[Question, Answer, Addresses]:
    """Find global addresses of a name, IPv4 first."""
    doubts: list[Reason] = []
    denials: set[Kind] = set()
    is_private = False
    for rtype in (A, AAAA):
        found = yield from look(name, rtype)
        if found.kind is Kind.RECORDS:
            values = frozenset(record.value for record in found.records if is_global(record.value))
            if values:
                return Addresses(rtype, values, is_alias=found.is_alias)
            is_private = True
        elif found.kind is Kind.FAILED or found.kind is Kind.UNPROVEN:
            doubts.append(found.reason or Reason.UNPROVEN)
        else:
            denials.add(found.kind)
    if is_private:
        doubts.insert(0, Reason.NON_GLOBAL_ADDRESS)
    elif len(denials) > 1:  # one says that the name exists, the other that it does not (RFC 4074 4.2)
        doubts.append(Reason.CONTRADICTION)
    return Addresses(doubt=next(iter(doubts), None), denials=frozenset(denials))


def is_genuine(
    addresses: Addresses, canaries: Canaries, servers: Iterable[str]
) -> Generator[Question, Answer, bool]:
    """Tell whether some of the global addresses are none that resolvers give to names that cannot exist."""
    forged = yield from forged_values(canaries, servers, addresses.rtype)
    if len(set(forged)) > 1:  # made up anew for each name: none can be told from a true one
        return False
    return not addresses.values <= frozenset().union(*forged)


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
