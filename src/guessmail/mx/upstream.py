"""A resolver, and how it has done so far."""

import selectors
from math import inf

from guessmail.mx.pace import Pace, RoundTrip, Window
from guessmail.mx.ports import Ports
from guessmail.mx.query import Flight, Query
from guessmail.mx.servers import Address


class Upstream:
    """A resolver, and how it has done so far."""

    def __init__(self, address: Address, selector: selectors.BaseSelector) -> None:
        self.address = address
        self.label = str(address)
        self.ports = Ports(address, selector)
        self.round_trip = RoundTrip()
        self.window = Window()
        self.pace = Pace()
        self.failures = 0
        """In a row."""
        self.worked_at = -inf
        self.is_down = False
        self.probe: Query | None = None

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

    def land(self, flight: Flight, now: float, *, is_lost: bool | None) -> None:
        """Count what became of a packet: lost, answered, or (None) no longer of interest."""
        if flight.is_open:
            flight.is_open = False
            self.window.in_flight -= 1
            self.pace.landed(flight.epoch, now, is_lost=is_lost)

    def start_anew(self) -> None:
        """Forget the pace: what was lost while the resolver was down says nothing of it."""
        self.window, self.pace = Window(), Pace()
