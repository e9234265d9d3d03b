"""Queries over UDP and TCP, many at once, on nonblocking sockets: sends, waits, tries again, tells answers.

What it does not know: what is asked, and why. One thread drives it by calling `turn`.
"""

import os
import random
import selectors
import socket
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from heapq import heappop, heappush
from math import inf

from guessmail.mx.message import SOA, Answer, Question, encode_question, failed, read_answer, write_query
from guessmail.mx.pace import Bucket, Pace, RoundTrip, Window
from guessmail.mx.servers import Address
from guessmail.mx.verdict import Reason

__all__ = ["Query", "Transport"]

_POOL = 16  # UDP sockets, and so source ports, in use for one resolver at one time
_PORT_USES = 256  # queries before a source port is given up (RFC 5452 9.2)
_TRIES = 12
_REFUSALS = 3  # of a closed port, before a query gives up
_REFUSAL_PAUSE = 0.05
_PROBE_TRIES = 3
_FAILURES = 5  # in a row, before the resolver itself is doubted
_PROBE = "com"  # always there, and in every resolver's cache
_RETRY_PLAIN = frozenset((1, 4, 16))  # FORMERR, NOTIMP, BADVERS to a query with EDNS (RFC 6891 7)
_WORKS = frozenset((0, 3))  # NOERROR, NXDOMAIN
_SPEAKS = frozenset(
    (4, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18)
)  # extended errors that another resolver only hides
_BATCH = 64

_random = random.SystemRandom()


class Query:
    """One question on its way."""

    __slots__ = (
        "edns",
        "flights",
        "has_garbage",
        "is_done",
        "is_over_tcp",
        "is_queued",
        "kept",
        "on_answer",
        "question",
        "refusals",
        "section",
        "server",
        "tries",
    )

    def __init__(self, question: Question, on_answer: Callable[["Query", Answer], None]) -> None:
        self.question = question
        self.on_answer = on_answer
        self.section = encode_question(question)
        self.edns = True
        self.flights: list[_Flight] = []
        self.has_garbage = False
        self.is_done = False
        self.is_over_tcp = False
        self.is_queued = False  # waits for its turn, not for an answer
        self.kept: Answer | None = None
        self.refusals = 0
        self.server: _Server | None = None
        self.tries = 0

    def given_up(self, *notes: str, fault: Reason | None = None) -> Answer:
        """Return the best answer there is if no other comes: a refusal by one of the resolvers, or none."""
        if self.kept is not None:
            return self.kept
        if self.is_over_tcp:
            fault = Reason.TRUNCATED
        elif self.has_garbage:
            fault = Reason.MALFORMED
        tries = (f"{self.tries} tries",) if self.tries > 1 else ()
        return failed(self.question, fault or Reason.TIMEOUT, *notes, *tries)


class _Flight:
    """One query packet."""

    __slots__ = ("edns", "epoch", "is_open", "number", "query", "sent_at", "server", "sock")

    def __init__(self, query: Query, server: "_Server", sock: "_Socket", number: int, sent_at: float) -> None:
        self.query = query
        self.server = server
        self.sock = sock
        self.number = number
        self.sent_at = sent_at
        self.epoch = server.pace.sent(sent_at)
        self.edns = query.edns
        self.is_open = True


class _Socket:
    """A connected UDP socket: the kernel picks a random port, and drops what anybody else sends."""

    __slots__ = ("pending", "server", "sock", "uses")

    def __init__(self, server: "_Server") -> None:
        self.server = server
        self.sock = socket.socket(server.family, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        try:
            self.sock.connect(server.address)
        except OSError:
            self.sock.close()
            raise
        self.uses = 0
        self.pending: dict[int, _Flight] = {}


class _Stream:
    """A TCP connection for one query (RFC 7766)."""

    __slots__ = ("out", "query", "received", "server", "sock")

    def __init__(self, query: Query, server: "_Server", number: int) -> None:
        self.query = query
        self.server = server
        self.sock = socket.socket(server.family, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
        message = write_query(number, query.section, edns=query.edns)
        self.out = len(message).to_bytes(2) + message
        self.received = b""


class _Server:
    """A resolver, and how it has done so far."""

    __slots__ = (
        "address",
        "failures",
        "family",
        "is_down",
        "label",
        "pace",
        "probe",
        "probed_at",
        "round_trip",
        "sockets",
        "window",
        "worked_at",
    )

    def __init__(self, address: Address) -> None:
        self.address = (address.host, address.port)
        self.label = str(address)
        self.family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
        self.round_trip = RoundTrip()
        self.window = Window()
        self.pace = Pace()
        self.sockets: list[_Socket] = []
        self.failures = 0
        self.probe: Query | None = None
        self.probed_at = 0.0
        self.worked_at = 0.0
        self.is_down = False


class Transport:
    """Asks resolvers.

    `rate` limits the packets a second. `on_down` is called once, when no resolver works any more; from then
    on every query fails at once.
    """

    def __init__(self, addresses: Sequence[Address], *, rate: float, on_down: Callable[[], None]) -> None:
        self._servers = [_Server(address) for address in addresses]
        self._bucket = Bucket(rate)
        self._on_down = on_down
        self._selector = selectors.DefaultSelector()
        self._urgent: deque[Query] = deque()
        self._fresh: deque[Query] = deque()
        self._timers: list[tuple[float, int, _Flight | Query]] = []
        self._timer_count = 0
        self._skipped = 0.0
        self._left_at = time.monotonic()
        self.now = self._left_at
        self.is_down = not addresses
        self.sent = 0

    @property
    def labels(self) -> tuple[str, ...]:
        """The resolvers, as answers name them."""
        return tuple(server.label for server in self._servers)

    def ask(self, query: Query) -> None:
        """Take on a query; its answer is told during a later turn, or at once when all resolvers are down."""
        if self.is_down:
            self._finish(query, query.given_up(fault=Reason.RESOLVER_DOWN))
        else:
            query.is_queued = True
            self._fresh.append(query)

    def cancel(self, query: Query) -> None:
        """Give a query up; its answer is not told."""
        query.is_done = True
        self._forget(query)

    def has_room(self) -> bool:
        """Tell whether a query given now would leave at once."""
        if self._urgent or self._fresh or self._bucket.wait(self.now) > 0:
            return False
        return any(self._is_free(server) for server in self._servers if not server.is_down)

    def _is_free(self, server: _Server) -> bool:
        if server.pace.limit == inf:
            return server.window.has_room
        # The pace is known, and what was dropped must not block the window until it times out.
        return server.window.in_flight < Window.MOST and server.pace.wait(self.now) <= 0

    def enter(self) -> None:
        """Begin to drive: time that the caller spent elsewhere counts for no timeout."""
        self._skipped += time.monotonic() - self._left_at
        self.now = time.monotonic() - self._skipped

    def leave(self) -> None:
        """End to drive."""
        self._left_at = time.monotonic()

    def turn(self, wait: float, *, has_more: bool = False) -> None:
        """Send what may be sent, then wait at most so many seconds for what comes.

        `has_more` ends the wait as soon as more may be sent.
        """
        self.send_waiting()
        pause = min(wait, max(0.0, self._timers[0][0] - self.now)) if self._timers else wait
        if self._urgent or self._fresh or has_more:
            waits = [self._bucket.wait(self.now), *(server.pace.wait(self.now) for server in self._servers)]
            pause = min(pause, max(waits)) if max(waits) > 0 else pause
        if self._selector.get_map():
            events = self._selector.select(pause)
        else:
            events = []
            time.sleep(pause)
        self.now = time.monotonic() - self._skipped
        for key, mask in events:
            if isinstance(key.data, _Socket):
                self._receive(key.data)
            else:
                self._stream_ready(key.data, mask)
        self._fire()

    def close(self) -> None:
        """Close all sockets."""
        for key in list(self._selector.get_map().values()):
            key.data.sock.close()
        self._selector.close()

    # Sending

    def send_waiting(self) -> None:
        """Send what the window and the rate allow."""
        for queue in (self._urgent, self._fresh):
            while queue:
                query = queue[0]
                if not query.is_done:
                    if self._bucket.wait(self.now) > 0:
                        return
                    server = self._choose(query)
                    if server is None:
                        if not query.is_done:
                            return
                    elif not self._is_free(server):
                        return
                    else:
                        queue.popleft()
                        self._send(query, server)
                        continue
                queue.popleft()

    def _choose(self, query: Query) -> _Server | None:
        """Return the resolver for the next try: at first the best, then the others in turn."""
        servers = self._servers
        if self.is_down:
            self._finish(query, query.given_up(fault=Reason.RESOLVER_DOWN))
            return None
        if query.question.server:
            pinned = next(server for server in servers if server.label == query.question.server)
            if not pinned.is_down:
                return pinned
            self._finish(query, query.given_up(fault=Reason.RESOLVER_DOWN))
            return None
        if len(servers) == 1:
            return servers[0]
        alive = [server for server in servers if not server.is_down]
        if query.server is not None:
            after = servers.index(query.server) + 1
            return next(s for s in servers[after:] + servers[:after] if s in alive)
        trusted = [server for server in alive if server.failures < 2] or alive
        return next((server for server in trusted if self._is_free(server)), trusted[0])

    def _send(self, query: Query, server: _Server) -> None:
        query.tries += 1
        query.is_queued = False
        query.server = server
        try:
            sock = self._socket(server)
            number = int.from_bytes(os.urandom(2))
            while number in sock.pending:
                number = int.from_bytes(os.urandom(2))
            flight = _Flight(query, server, sock, number, self.now)
            server.window.in_flight += 1
            query.flights.append(flight)
            sock.pending[number] = flight
            sock.uses += 1
            self._bucket.take()
            self.sent += 1
            sock.sock.send(write_query(number, query.section, edns=query.edns))
        except BlockingIOError:
            self._at(self.now + server.round_trip.after(query.tries), flight)  # as good as lost on the way
        except OSError:  # no route, no such network, or an earlier packet found the port closed
            if query.flights and query.flights[-1].is_open:
                self._land(query.flights[-1], is_lost=None)
            self._refused(query, server)
        else:
            self._at(self.now + server.round_trip.after(query.tries), flight)

    def _socket(self, server: _Server) -> _Socket:
        """Return one of the resolver's sockets at random; ports are changed now and then."""
        pool = server.sockets
        if len(pool) < _POOL and len(pool) <= server.window.in_flight:
            pool.append(self._open(server))
        sock = pool[_random.randrange(len(pool))] if len(pool) > 1 else pool[0]
        if sock.uses >= _PORT_USES:
            fresh = self._open(server)
            pool[pool.index(sock)] = fresh
            if not sock.pending:
                self._close(sock)
            return fresh
        return sock

    def _open(self, server: _Server) -> _Socket:
        sock = _Socket(server)
        self._selector.register(sock.sock, selectors.EVENT_READ, sock)
        return sock

    def _close(self, sock: _Socket | _Stream) -> None:
        with suppress(KeyError, ValueError):
            self._selector.unregister(sock.sock)
        sock.sock.close()

    # Receiving

    def _receive(self, sock: _Socket) -> None:
        for _ in range(_BATCH):
            try:
                data = sock.sock.recv(65535)
            except BlockingIOError:
                return
            except OSError:  # ICMP: nobody listens there
                for flight in list(sock.pending.values()):
                    if flight.is_open:
                        self._land(flight, is_lost=None)
                        self._refused(flight.query, flight.server)
                return
            self._arrived(sock, data)
            if sock.sock.fileno() < 0:
                return

    def _arrived(self, sock: _Socket, data: bytes) -> None:
        flight = sock.pending.get(int.from_bytes(data[:2]))
        if flight is None:
            return  # late, or forged
        query = flight.query
        answer = read_answer(data, query.question, query.section, flight.server.label)
        if answer is None:
            query.has_garbage = True
            return  # the true answer may yet come
        flight.server.round_trip.measured(self.now - flight.sent_at)
        flight.server.window.answered(self.now)
        if flight.is_open:
            self._land(flight, is_lost=False)
        sock.pending.pop(flight.number, None)
        if answer.truncated:
            self._connect(query, flight.server)
        elif flight.edns and answer.rcode in _RETRY_PLAIN:
            query.edns = False
            self._again(query, flight.server)
        else:
            self._judge(query, flight.server, answer)

    def _judge(self, query: Query, server: _Server, answer: Answer) -> None:
        """Take an answer, unless another resolver may know better."""
        if answer.rcode in _WORKS:
            server.failures = 0
            server.worked_at = self.now
        else:
            self._failed(server)
            if self._has_other(query, server) and _SPEAKS.isdisjoint(answer.extended_errors):
                query.kept = query.kept or answer
                self._again(query, None)
                return
            answer = query.kept or answer
        notes = answer.notes
        if query.tries > 1:
            notes += (f"{query.tries} tries",)
        if query.is_over_tcp:
            notes += ("over TCP",)
        if not query.edns:
            notes += ("without EDNS",)
        self._finish(query, answer._replace(notes=notes) if notes else answer)

    def _has_other(self, query: Query, server: _Server) -> bool:
        if query.question.server or query.tries >= len(self._servers):
            return False
        return any(other is not server and not other.is_down for other in self._servers)

    def _again(self, query: Query, server: _Server | None) -> None:
        """Send a query once more, to the same resolver or else to the next."""
        if query.is_done:
            return
        if server is not None and len(self._servers) > 1 and not query.question.server:
            index = self._servers.index(server)
            query.server = self._servers[index - 1]  # so that the next in turn is this one
        query.is_queued = True
        self._urgent.append(query)

    def _finish(self, query: Query, answer: Answer) -> None:
        if query.is_done:
            return
        query.is_done = True
        self._forget(query)
        query.on_answer(query, answer)

    def _forget(self, query: Query) -> None:
        for flight in query.flights:
            if flight.is_open:
                self._land(flight, is_lost=None)
            sock = flight.sock
            sock.pending.pop(flight.number, None)
            if not sock.pending and sock.uses >= _PORT_USES and sock not in flight.server.sockets:
                self._close(sock)
        query.flights.clear()

    def _land(self, flight: _Flight, *, is_lost: bool | None) -> None:
        flight.is_open = False
        flight.server.window.in_flight -= 1
        flight.server.pace.landed(flight.epoch, self.now, is_lost=is_lost)

    # TCP

    def _connect(self, query: Query, server: _Server) -> None:
        if query.is_done or query.is_over_tcp:
            return
        query.is_over_tcp = True
        query.server = server
        self._bucket.take()
        self.sent += 1
        stream = _Stream(query, server, int.from_bytes(os.urandom(2)))
        try:
            stream.sock.connect(server.address)
        except BlockingIOError:
            pass
        except OSError:
            self._stream_failed(stream)
            return
        self._selector.register(stream.sock, selectors.EVENT_WRITE, stream)

    def _stream_ready(self, stream: _Stream, mask: int) -> None:
        if stream.query.is_done:
            self._close(stream)
            return
        try:
            if mask & selectors.EVENT_WRITE:
                stream.out = stream.out[stream.sock.send(stream.out) :]
                if not stream.out:
                    self._selector.modify(stream.sock, selectors.EVENT_READ, stream)
                return
            data = stream.sock.recv(65535)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        stream.received += data
        size = int.from_bytes(stream.received[:2]) + 2
        if len(stream.received) >= max(size, 14):
            message = stream.received[2:size]
            answer = read_answer(message, stream.query.question, stream.query.section, stream.server.label)
            self._close(stream)
            if answer is None or answer.truncated:
                self._stream_failed(stream)
            else:
                self._judge(stream.query, stream.server, answer)
        elif not data:
            self._stream_failed(stream)

    def _stream_failed(self, stream: _Stream) -> None:
        self._close(stream)
        self._finish(
            stream.query,
            failed(stream.query.question, Reason.TRUNCATED, "TCP failed", server=stream.server.label),
        )

    # Time, failures, and the resolver that is down

    def _at(self, when: float, what: _Flight | Query) -> None:
        self._timer_count += 1
        heappush(self._timers, (when, self._timer_count, what))

    def _fire(self) -> None:
        while self._timers and self._timers[0][0] <= self.now:
            what = heappop(self._timers)[2]
            if isinstance(what, Query):
                self._again(what, None)
            elif what.is_open:
                self._land(what, is_lost=True)
                what.server.window.lost(what.sent_at, self.now)
                self._silent(what)

    def _silent(self, flight: _Flight) -> None:
        """No answer in time: try again, though an answer to this try is still welcome."""
        query = flight.query
        self._failed(flight.server)
        if query.is_done or query.is_over_tcp:
            return
        if query.tries >= (_PROBE_TRIES if query is flight.server.probe else _TRIES):
            self._finish(query, query.given_up())
        else:
            self._again(query, None)

    def _refused(self, query: Query, server: _Server) -> None:
        self._failed(server)
        query.refusals += 1
        if query.refusals >= _REFUSALS * len(self._servers):
            self._finish(query, query.given_up(f"nobody listens at {server.label}"))
        elif not query.is_done:
            self._at(self.now + (_REFUSAL_PAUSE if query.refusals >= len(self._servers) else 0), query)

    def _failed(self, server: _Server) -> None:
        """Count a failure; after five in a row, ask for what every resolver knows."""
        server.failures += 1
        if server.failures >= _FAILURES and server.probe is None and not server.is_down:
            server.probed_at = self.now
            server.probe = Query(Question(_PROBE, SOA, server.label), self._probed)
            self._urgent.appendleft(server.probe)

    def _probed(self, query: Query, answer: Answer) -> None:
        server = next(server for server in self._servers if server.probe is query)
        server.probe = None
        has_worked = server.worked_at >= server.probed_at  # it may drop much and yet be up
        if has_worked or (answer.fault is None and answer.rcode in _WORKS):
            server.failures = 0
            return
        server.is_down = True
        if self.is_down or not all(other.is_down for other in self._servers):
            return
        self.is_down = True
        open_queries = {
            id(f.query): f.query for s in self._servers for k in s.sockets for f in k.pending.values()
        }
        for waiting in [*open_queries.values(), *self._urgent, *self._fresh]:
            fault = Reason.TIMEOUT if waiting.tries > 1 else Reason.RESOLVER_DOWN
            self._finish(waiting, waiting.given_up(fault=fault))
        self._on_down()
