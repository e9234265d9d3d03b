"""What a resolver says of names that cannot exist: whether its denials, and its answers, can be believed."""

import os
from collections.abc import Generator, Iterable, Iterator, Mapping

from dns.rcode import NXDOMAIN
from dns.rdatatype import SOA

from guessmail.dns.lookup import Addresses, failure
from guessmail.dns.messages import Answer, Query
from guessmail.dns.verdict import Reason

EXISTS = "com"
"""A name that no resolver of the Internet can deny; one that does serves a closed network, and proves nothing."""
Canaries = Mapping[str, tuple[str, ...]]
"""For each resolver, by its label, random names that cannot exist."""


def random_label() -> str:
    """Return a label that nobody has registered."""
    return os.urandom(8).hex()


def new_canaries(servers: Iterable[str]) -> Canaries:
    """Make up names that cannot exist: one below `.invalid` (RFC 6761 6.4), one below a real top-level domain."""
    return {server: (f"{random_label()}.invalid", f"{random_label()}.com") for server in servers}


def queries(canaries: Canaries, server: str, *types: int) -> Iterator[Query]:
    """Return the queries that a resolver must answer with NXDOMAIN."""
    return (Query(name, rtype, server) for name in canaries.get(server, ()) for rtype in types)


def why_not_believed(
    canaries: Canaries, servers: Iterable[str], *types: int
) -> Generator[Query, Answer, Reason | None]:
    """Return why resolvers cannot be believed that something does not exist; None when they can."""
    for server in servers:
        if server not in canaries:
            continue
        for query in queries(canaries, server, *types):
            answer = yield query
            reason = failure(answer)
            if reason is not None:
                return reason
            if answer.rcode != NXDOMAIN or answer.records:
                return Reason.RESOLVER_INTERCEPTS
        answer = yield Query(EXISTS, SOA, server)
        if answer.fault is None and answer.rcode == NXDOMAIN:
            return Reason.RESOLVER_ISOLATED
    return None


def forged_values(
    canaries: Canaries, servers: Iterable[str], rtype: int
) -> Generator[Query, Answer, list[frozenset[str]]]:
    """Return what resolvers give as records of a type for names that cannot exist: a set for each such answer."""
    forged = []
    for server in servers:
        for query in queries(canaries, server, rtype):
            answer = yield query
            values = frozenset(record.value for record in answer.records if record.rtype == rtype)
            if answer.fault is None and values:
                forged.append(values)
    return forged


def is_genuine(
    addresses: Addresses, canaries: Canaries, servers: Iterable[str]
) -> Generator[Query, Answer, bool]:
    """Tell whether some of the global addresses are none that resolvers give to names that cannot exist."""
    forged = yield from forged_values(canaries, servers, addresses.rtype)
    if len(set(forged)) > 1:  # made up anew for each name: none can be told from a true one
        return False
    return not addresses.values <= frozenset().union(*forged)
