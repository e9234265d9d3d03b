"""Time and sockets: one selector, timers, and a clock that stands still while nobody can see an answer."""

import selectors
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from heapq import heappop, heappush
from typing import Self, cast

from guessmail.mx.servers import Address

_LATE = 0.1  # seconds by which a wait may end too late before the process was evidently stopped


class Loop:
    """Waits for sockets and for points in time, in seconds of a clock of its own; it is driven while it is entered.

    The clock skips the time that the caller spends elsewhere, and that in which the process does not run (a busy
    machine, ^Z, a laptop that sleeps): no resolver is to blame for an answer that could not be read.
    """

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self._timers: list[tuple[float, int, Callable[..., None], tuple[object, ...]]] = []
        self._count = 0
        self._skipped = 0.0
        self._left_at = self.now = time.monotonic()

    def __enter__(self) -> Self:
        self._skipped += time.monotonic() - self._left_at
        self.now = time.monotonic() - self._skipped
        return self

    def __exit__(self, *_: object) -> None:
        self._left_at = time.monotonic()

    def at(self, when: float, call: Callable[..., None], *arguments: object) -> None:
        """Call a function at a time, with the arguments."""
        self._count += 1
        heappush(self._timers, (when, self._count, call, arguments))

    def watch(self, sock: socket.socket, events: int, call: Callable[[], None]) -> None:
        """Call a function whenever a socket is ready for the events, and for no others any more."""
        with suppress(KeyError):
            self._selector.unregister(sock)
        self._selector.register(sock, events, call)

    def drop(self, sock: socket.socket) -> None:
        """Close a socket."""
        with suppress(KeyError, ValueError):
            self._selector.unregister(sock)
        sock.close()

    def turn(self, seconds: float) -> None:
        """Wait for sockets, at most until the next timer, and call all whose time has come."""
        if self._timers:
            seconds = min(seconds, max(0.0, self._timers[0][0] - self.now))
        events = []
        if self._selector.get_map():
            events = self._selector.select(seconds)
        else:  # some platforms cannot wait for nothing
            time.sleep(seconds)
        now = time.monotonic() - self._skipped
        stopped = max(0.0, now - self.now - seconds - _LATE)
        self._skipped += stopped
        self.now = now - stopped
        for key, _ in events:
            key.data()
        while self._timers and self._timers[0][0] <= self.now:
            _, _, call, arguments = heappop(self._timers)
            call(*arguments)

    def close(self) -> None:
        """Close all sockets."""
        for key in list(self._selector.get_map().values()):
            cast("socket.socket", key.fileobj).close()
        self._selector.close()


def connected(address: Address, kind: socket.SocketKind) -> socket.socket:
    """Return a socket to an address that never blocks. Raise OSError where there is no way to it."""
    sock = socket.socket(address.family, kind)
    try:
        sock.setblocking(False)
        with suppress(BlockingIOError):  # TCP connects meanwhile
            sock.connect((address.host, address.port))
    except OSError:
        sock.close()
        raise
    return sock
