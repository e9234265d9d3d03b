"""Query packets over UDP: sent, matched with their answers, and missed when none comes in time.

They leave from few sockets a resolver, with random source ports that change (RFC 5452 9.2).
"""

import os
import selectors
import socket
from collections.abc import Callable
from functools import partial

from guessmail.mx.answer import Answer
from guessmail.mx.loop import Loop, connected
from guessmail.mx.query import Flight, Query, Upstream
from guessmail.mx.servers import Address
from guessmail.mx.wire import random_id, read_answer, write_query

_BATCH = 64  # read from a socket before others have their turn
_MOST = 8  # sockets open to a resolver at one time
_USES = 256  # queries before a port is given up


class Port:
    """A connected UDP socket: the kernel picks a random port, and drops what anybody else sends."""

    def __init__(self, address: Address) -> None:
        self.pending: dict[int, Flight] = {}
        """By query ID, what is expected."""
        self.uses = 0
        self.sock = connected(address, socket.SOCK_DGRAM)

    def new_id(self) -> int:
        """Return an ID that no packet under way has."""
        number = random_id()
        while number in self.pending:
            number = random_id()
        return number


class Datagrams:
    """All packets under way.

    `on_answer` is called with a packet and its answer; `on_silence` with one to which none came in time, though a late
    one is still welcome; `on_closed` where nobody listens at a resolver, or there is no way to it.
    """

    def __init__(
        self,
        loop: Loop,
        *,
        on_answer: Callable[[Flight, Answer], None],
        on_silence: Callable[[Flight], None],
        on_closed: Callable[[Query, Upstream], None],
    ) -> None:
        self._loop = loop
        self._on_answer, self._on_silence, self._on_closed = on_answer, on_silence, on_closed

    def send(self, query: Query, upstream: Upstream) -> None:
        """Send a query to a resolver."""
        now = self._loop.now
        try:
            port = self._pick(upstream)
        except OSError:  # no route, or no such network
            self._on_closed(query, upstream)
            return
        flight = Flight(query, upstream, port, port.new_id(), now, upstream.pace.sent(now), query.edns)
        upstream.window.in_flight += 1
        query.flights.append(flight)
        port.pending[flight.number] = flight
        try:
            port.sock.send(write_query(flight.number, query.section, edns=query.edns))
        except BlockingIOError:
            pass  # as good as lost on the way
        except OSError:  # an earlier packet found the port closed
            upstream.land(flight, now, is_lost=None)
            self._on_closed(query, upstream)
            return
        self._loop.at(now + upstream.round_trip.after(query.tries), self._too_late, flight)

    def drop(self, query: Query) -> None:
        """Expect no answer to what was sent."""
        for flight in query.flights:
            self._end(flight, is_lost=None)
        query.flights.clear()

    def _pick(self, upstream: Upstream) -> Port:
        """Return a port for one more query, at random. Raise OSError where none can be had."""
        fresh = [port for port in upstream.ports if port.uses < _USES]
        if len(upstream.ports) < _MOST and len(fresh) <= upstream.window.in_flight:
            try:
                port = Port(upstream.address)
            except OSError:  # out of descriptors, or no route
                if not upstream.ports:
                    raise
            else:
                self._loop.watch(port.sock, selectors.EVENT_READ, partial(self._read, port))
                upstream.ports.append(port)
                fresh.append(port)
        among = fresh or upstream.ports
        port = among[os.urandom(1)[0] % len(among)]
        port.uses += 1
        return port

    def _read(self, port: Port) -> None:
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

    def _arrived(self, flight: Flight, data: bytes) -> None:
        query, upstream, now = flight.query, flight.upstream, self._loop.now
        answer = read_answer(data, query.question, query.section, upstream.label)
        if answer is None:
            query.has_garbage = True
            return  # the true answer may yet come
        upstream.round_trip.measured(now - flight.sent_at)
        upstream.window.answered(now, is_slow=upstream.round_trip.is_slow)
        self._end(flight, is_lost=False)
        self._on_answer(flight, answer)

    def _end(self, flight: Flight, *, is_lost: bool | None) -> None:
        """Expect no answer to a packet any more; a port that is worn out closes with its last one."""
        port, upstream = flight.port, flight.upstream
        upstream.land(flight, self._loop.now, is_lost=is_lost)
        port.pending.pop(flight.number, None)
        if port.uses >= _USES and not port.pending and port in upstream.ports:
            upstream.ports.remove(port)
            self._loop.drop(port.sock)

    def _found_closed(self, port: Port) -> None:
        for flight in list(port.pending.values()):
            if flight.is_open:
                flight.upstream.land(flight, self._loop.now, is_lost=None)
                self._on_closed(flight.query, flight.upstream)

    def _too_late(self, flight: Flight) -> None:
        if flight.is_open:
            flight.upstream.land(flight, self._loop.now, is_lost=True)
            flight.upstream.window.lost(flight.sent_at, self._loop.now)
            self._on_silence(flight)
