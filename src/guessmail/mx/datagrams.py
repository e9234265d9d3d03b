"""Query packets over UDP: sent, matched with their answers, and missed when none comes in time."""

from collections.abc import Callable
from typing import NamedTuple

from guessmail.mx.answer import Answer
from guessmail.mx.loop import Loop
from guessmail.mx.ports import Port
from guessmail.mx.query import Flight, Query
from guessmail.mx.upstream import Upstream
from guessmail.mx.wire import read_answer, write_query

_BATCH = 64  # read from a socket before others have their turn


class Listener(NamedTuple):
    """What is called when something became of a packet."""

    on_answer: Callable[[Flight, Answer], None]
    on_silence: Callable[[Flight], None]
    """No answer came in time; a late one is still welcome."""
    on_closed: Callable[[Query, Upstream], None]
    """Nobody listens at the resolver, or there is no way to it."""


class Datagrams:
    """All packets under way."""

    def __init__(self, loop: Loop, listener: Listener) -> None:
        self._loop = loop
        self._listener = listener

    def send(self, query: Query, upstream: Upstream) -> None:
        """Send a query to a resolver."""
        now = self._loop.now
        try:
            port = upstream.ports.pick(upstream.window.in_flight)
        except OSError:  # no route, or no such network
            self._listener.on_closed(query, upstream)
            return
        flight = Flight(query, upstream, port, port.new_id(), now)
        upstream.window.in_flight += 1
        query.flights.append(flight)
        port.pending[flight.number] = flight
        try:
            port.sock.send(write_query(flight.number, query.section, edns=query.edns))
        except BlockingIOError:
            pass  # as good as lost on the way
        except OSError:  # an earlier packet found the port closed
            upstream.land(flight, now, is_lost=None)
            self._listener.on_closed(query, upstream)
            return
        self._loop.at(now + upstream.round_trip.after(query.tries), self._too_late, flight)

    def ready(self, port: Port) -> None:
        """Read what has come."""
        for _ in range(_BATCH):
            if port.sock.fileno() < 0:
                return
            try:
                data = port.sock.recv(65535)
            except BlockingIOError:
                return
            except OSError:  # ICMP: nobody listens there
                self._found_closed(port)
                return
            flight = port.pending.get(int.from_bytes(data[:2]))
            if flight is not None:  # else it is late, or forged
                self._arrived(flight, data)

    def drop(self, query: Query) -> None:
        """Expect no answer to what was sent."""
        for flight in query.flights:
            flight.upstream.land(flight, self._loop.now, is_lost=None)
            flight.upstream.ports.release(flight)
        query.flights.clear()

    def _arrived(self, flight: Flight, data: bytes) -> None:
        query, upstream, now = flight.query, flight.upstream, self._loop.now
        answer = read_answer(data, query.question, query.section, upstream.label)
        if answer is None:
            query.has_garbage = True
            return  # the true answer may yet come
        upstream.round_trip.measured(now - flight.sent_at)
        upstream.window.answered(now, is_slow=upstream.round_trip.is_slow)
        upstream.land(flight, now, is_lost=False)
        upstream.ports.release(flight)
        self._listener.on_answer(flight, answer)

    def _found_closed(self, port: Port) -> None:
        for flight in list(port.pending.values()):
            if flight.is_open:
                flight.upstream.land(flight, self._loop.now, is_lost=None)
                self._listener.on_closed(flight.query, flight.upstream)

    def _too_late(self, flight: Flight) -> None:
        if flight.is_open:
            flight.upstream.land(flight, self._loop.now, is_lost=True)
            flight.upstream.window.lost(flight.sent_at, self._loop.now)
            self._listener.on_silence(flight)
