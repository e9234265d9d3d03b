"""TCP connections to resolvers, one a query whose answer was cut (RFC 7766): few, timed, closed with it."""

import selectors
import socket
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from guessmail.mx.answer import Answer
from guessmail.mx.loop import Loop
from guessmail.mx.ports import random_id
from guessmail.mx.query import Query
from guessmail.mx.upstream import Upstream
from guessmail.mx.wire import read_answer, write_query

_MOST = 12  # open at one time; the others wait
_LEAST = 14  # bytes: the length, and a header


class Stream:
    """A TCP connection for one query."""

    __slots__ = ("number", "out", "query", "received", "sock", "upstream")

    def __init__(self, query: Query, upstream: Upstream) -> None:
        self.query = query
        self.upstream = upstream
        self.number = random_id()
        message = write_query(self.number, query.section, edns=query.edns)
        self.out = len(message).to_bytes(2) + message
        self.received = b""
        address = upstream.address
        self.sock = socket.socket(address.family, socket.SOCK_STREAM)
        try:
            self.sock.setblocking(False)
            with suppress(BlockingIOError):
                self.sock.connect((address.host, address.port))
        except OSError:
            self.sock.close()
            raise

    def advance(self, mask: int) -> bytes | None:
        """Send and receive what can be; return the message when it is whole, nothing where none will come."""
        try:
            if mask & selectors.EVENT_WRITE:
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
        self._loop.selector.register(stream.sock, selectors.EVENT_WRITE, stream)
        self._loop.at(self._loop.now + patience, self._too_late, stream)

    def ready(self, stream: Stream, mask: int) -> None:
        """Go on with a connection that can be written to or read from."""
        if self._open.get(stream.query) is not stream:
            return  # closed meanwhile
        message = stream.advance(mask)
        if message is not None:
            self._end(stream, message)
        elif not stream.out:
            self._loop.selector.modify(stream.sock, selectors.EVENT_READ, stream)

    def drop(self, query: Query) -> None:
        """Close the connection of a query, or take it from those that wait for one."""
        self._waiting = deque(waiting for waiting in self._waiting if waiting[0] is not query)
        stream = self._open.pop(query, None)
        if stream is not None:
            self._close(stream)
            self._next()

    def _too_late(self, stream: Stream) -> None:
        if self._open.get(stream.query) is stream:
            self._end(stream, b"")

    def _end(self, stream: Stream, message: bytes) -> None:
        query, upstream = stream.query, stream.upstream
        del self._open[query]
        self._close(stream)
        answer = None
        if int.from_bytes(message[:2]) == stream.number:
            answer = read_answer(message, query.question, query.section, upstream.label)
        self._on_end(query, upstream, None if answer is None or answer.truncated else answer)
        self._next()

    def _next(self) -> None:
        while self._waiting and len(self._open) < _MOST:
            query, upstream, patience = self._waiting.popleft()
            self.ask(query, upstream, patience)

    def _close(self, stream: Stream) -> None:
        with suppress(KeyError, ValueError):
            self._loop.selector.unregister(stream.sock)
        stream.sock.close()
