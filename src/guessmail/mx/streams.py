"""TCP connections to resolvers, one a query whose answer was cut (RFC 7766): few, timed, closed with it."""

import selectors
import socket
from collections import deque
from collections.abc import Callable
from functools import partial

from guessmail.mx.answer import Answer
from guessmail.mx.loop import Loop, connected
from guessmail.mx.query import Query, Upstream
from guessmail.mx.wire import random_id, read_answer, write_query

_MOST = 12  # open at one time; the others wait
_LEAST = 14  # bytes: the length, and a header


class Stream:
    """A TCP connection for one query."""

    def __init__(self, query: Query, upstream: Upstream) -> None:
        self.query = query
        self.upstream = upstream
        self.number = random_id()
        message = write_query(self.number, query.section, edns=query.edns)
        self.out = len(message).to_bytes(2) + message
        self.received = b""
        self.sock = connected(upstream.address, socket.SOCK_STREAM)

    def advance(self) -> bytes | None:
        """Send what is left to send, else receive; return the message when it is whole, nothing where none will come."""
        try:
            if self.out:
                self.out = self.out[self.sock.send(self.out) :]
                return None
            data = self.sock.recv(65535)
        except BlockingIOError:
            return None
        except OSError:
            return b""
        self.received += data
        size = int.from_bytes(self.received[:2]) + 2
        if len(self.received) >= max(size, _LEAST):
            return self.received[2:size]
        return None if data else b""


class Streams:
    """All TCP connections.

    `on_end` is called with the query, its resolver and the answer, or None where TCP brought none.
    """

    def __init__(self, loop: Loop, *, on_end: Callable[[Query, Upstream, Answer | None], None]) -> None:
        self._loop = loop
        self._on_end = on_end
        self._open: dict[Query, Stream] = {}
        self._waiting: deque[tuple[Query, Upstream, float]] = deque()

    def ask(self, query: Query, upstream: Upstream, patience: float) -> None:
        """Ask by TCP, as soon as a connection may be opened; wait so many seconds at most for the answer."""
        if len(self._open) >= _MOST:
            self._waiting.append((query, upstream, patience))
            return
        query.asks(self._loop.now)
        try:
            stream = Stream(query, upstream)
        except OSError:
            self._on_end(query, upstream, None)
            return
        self._open[query] = stream
        self._loop.watch(stream.sock, selectors.EVENT_WRITE, partial(self._go_on, stream))
        self._loop.at(self._loop.now + patience, self._end, stream, b"")

    def drop(self, query: Query) -> None:
        """Close the connection of a query, or take it from those that wait for one."""
        self._waiting = deque(waiting for waiting in self._waiting if waiting[0] is not query)
        stream = self._open.pop(query, None)
        if stream is not None:
            self._loop.drop(stream.sock)
            self._next()

    def _go_on(self, stream: Stream) -> None:
        message = stream.advance()
        if message is not None:
            self._end(stream, message)
        elif not stream.out:
            self._loop.watch(stream.sock, selectors.EVENT_READ, partial(self._go_on, stream))

    def _end(self, stream: Stream, message: bytes) -> None:
        query, upstream = stream.query, stream.upstream
        if self._open.get(query) is not stream:
            return  # closed meanwhile
        del self._open[query]
        self._loop.drop(stream.sock)
        answer = None
        if int.from_bytes(message[:2]) == stream.number:
            answer = read_answer(message, query.question, query.section, upstream.label)
        self._on_end(query, upstream, None if answer is None or answer.truncated else answer)
        self._next()

    def _next(self) -> None:
        while self._waiting and len(self._open) < _MOST:
            query, upstream, patience = self._waiting.popleft()
            self.ask(query, upstream, patience)
