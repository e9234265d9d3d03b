"""Resolvers: how each has done so far, and which of them is asked next."""

from collections.abc import Sequence
from math import inf
from typing import TYPE_CHECKING

from guessmail.mx.pace import Pace, RoundTrip, Window
from guessmail.mx.servers import Address

if TYPE_CHECKING:
    from guessmail.mx.datagrams import Port
    from guessmail.mx.query import Flight, Query


class Upstream:
    """A resolver, and how it has done so far."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.label = str(address)
        self.ports: list[Port] = []
        """The sockets to it."""
        self.round_trip = RoundTrip()
        self.window = Window()
        self.pace = Pace()
        self.failures = 0
        """In a row."""
        self.worked_at = -inf
        self.is_down = False
        self.is_probed = False

    def is_free(self, now: float) -> bool:
        """Tell whether one more query may leave now."""
        if self.pace.limit == inf:
            return self.window.has_room
        # The pace is known, and what was dropped must not block the window until it times out; what only waits must.
        has_room = self.window.has_room if self.round_trip.is_slow else self.window.in_flight < Window.MOST
        return has_room and self.pace.wait(now) <= 0

    def worked(self, now: float) -> None:
        """Note an answer that only a resolver that works gives."""
        self.failures = 0
        self.worked_at = now

    def land(self, flight: "Flight", now: float, *, is_lost: bool | None) -> None:
        """Count what became of a packet: lost, answered, or (None) no longer of interest."""
        if flight.is_open:
            flight.is_open = False
            self.window.in_flight -= 1
            self.pace.landed(flight.epoch, now, is_lost=is_lost)


def other_than(upstream: Upstream, query: "Query", upstreams: Sequence[Upstream]) -> Upstream | None:
    """Return a resolver that has not yet failed at the query."""
    if query.question.server:
        return None
    for other in upstreams:
        has_failed = query.turned_down[other.label] or other.label in query.tcp_failures
        if other is not upstream and not other.is_down and not has_failed:
            return other
    return None


def best_for(query: "Query", upstreams: Sequence[Upstream], now: float) -> Upstream | None:
    """Return the resolver for the next try: at first the best, then the others in turn; None where none is up."""
    if query.question.server:
        pinned = next(up for up in upstreams if up.label == query.question.server)
        return pinned if query.is_probe or not pinned.is_down else None
    if len(upstreams) == 1:
        return upstreams[0]
    if query.wanted is not None and not query.wanted.is_down:
        return query.wanted
    alive = [up for up in upstreams if not up.is_down]
    if query.upstream is not None:
        after = upstreams.index(query.upstream) + 1
        return next((up for up in (*upstreams[after:], *upstreams[:after]) if up in alive), None)
    trusted = [up for up in alive if up.failures < 2] or alive
    return next((up for up in trusted if up.is_free(now)), next(iter(trusted), None))
