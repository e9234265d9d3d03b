"""Time and sockets: one selector, timers, and a clock that stands still while nobody can see an answer."""

import selectors
import time
from collections.abc import Callable
from heapq import heappop, heappush

_LATE = 0.1  # seconds by which a wait may end too late before the process was evidently stopped


class Loop:
    """Waits for sockets and for points in time, in seconds of a clock of its own.

    The clock skips the time that the caller spends elsewhere, and that in which the process does not run (a busy
    machine, ^Z, a laptop that sleeps): no resolver is to blame for an answer that could not be read.
    """

    def __init__(self) -> None:
        self.selector = selectors.DefaultSelector()
        self._timers: list[tuple[float, int, Callable[..., None], tuple[object, ...]]] = []
        self._count = 0
        self._skipped = 0.0
        self._left_at = self.now = time.monotonic()

    def enter(self) -> None:
        """Begin to drive: time that the caller spent elsewhere counts for no timeout."""
        self._skipped += time.monotonic() - self._left_at
        self.now = time.monotonic() - self._skipped

    def leave(self) -> None:
        """End to drive."""
        self._left_at = time.monotonic()

    def at(self, when: float, call: Callable[..., None], *arguments: object) -> None:
        """Call a function at a time, with the arguments."""
        self._count += 1
        heappush(self._timers, (when, self._count, call, arguments))

    def wait(self, seconds: float) -> list[tuple[selectors.SelectorKey, int]]:
        """Wait for sockets, at most until the next timer, and return those that are ready."""
        if self._timers:
            seconds = min(seconds, max(0.0, self._timers[0][0] - self.now))
        events = []
        if self.selector.get_map():
            events = self.selector.select(seconds)
        else:  # some platforms cannot wait for nothing
            time.sleep(seconds)
        now = time.monotonic() - self._skipped
        stopped = max(0.0, now - self.now - seconds - _LATE)
        self._skipped += stopped
        self.now = now - stopped
        return events

    def call_what_is_due(self) -> None:
        """Call what was to be called by now."""
        while self._timers and self._timers[0][0] <= self.now:
            _, _, call, arguments = heappop(self._timers)
            call(*arguments)

    def close(self) -> None:
        """Close all sockets."""
        for key in list(self.selector.get_map().values()):
            key.data.sock.close()
        self.selector.close()
