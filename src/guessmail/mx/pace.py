"""How fast to ask: a limit on the rate, which falls while resolvers drop much."""

import threading
import time
from math import inf


class Pace:
    """How many packets a second leave, for several threads: at most a rate, and fewer where resolvers drop them.

    Where over a tenth of the questions is lost, the rate falls to what got through, at most by half; where hardly any is,
    it rises, at first fast.
    """

    LEAST = 50.0
    _BURST = 0.05  # seconds whose packets may leave at once, while no limit is known
    _FIRST_SPAN, _SPAN, _SAMPLE = 0.7, 1.0, 20  # seconds, and questions, that are judged together
    _MUCH, _LITTLE = 0.1, 0.02

    def __init__(self, most: float) -> None:
        self._lock = threading.Lock()
        self._most = most
        self._next = -inf
        self.sent = 0
        """Packets so far."""
        self.reset()

    def reset(self) -> None:
        """Forget what was lost."""
        self.rate, self._rise, self._before_rise = self._most, 2.0, 0.0
        self.cut_at = -inf
        """When the rate fell last."""
        self._answered = self._lost = self._passed = 0
        self._since = self._passed_since = time.monotonic()

    def wait(self) -> None:
        """Wait until one more may leave."""
        with self._lock:
            now = time.monotonic()
            slot = max(self._next, now - (self._BURST if self.cut_at == -inf else self._BURST / 5))
            self._next = slot + 1 / self.rate
            self.sent += 1
        if slot > now:
            time.sleep(slot - now)

    def landed(self, sent_at: float, *, is_lost: bool) -> None:
        """Count an answer, or that none came to the first packet of a question."""
        with self._lock:
            now = time.monotonic()
            self._answered += not is_lost
            self._lost += is_lost and sent_at >= self.cut_at
            total, span = self._answered + self._lost, self._FIRST_SPAN if self.cut_at == -inf else self._SPAN
            if now - self._since < span or total < self._SAMPLE:
                return
            share = self._lost / total
            self._passed += self._answered
            self._answered, self._lost, self._since = 0, 0, now
            if share > self._MUCH and self.rate > self.LEAST:
                # What passed while all waited for what was dropped says little: it may be a quarter of the limit.
                passed = min(self._passed / (now - self._passed_since), self.rate)
                half, self._before_rise = self.rate / 2, 0.0
                self.rate = max(passed, min(half, 4 * passed), self.LEAST)
                self._rise = 1.1 if self.rate >= half else 2.0
                self.cut_at, self._passed, self._passed_since = now, 0, now
            elif share < self._LITTLE:
                self.rate, self._before_rise = min(self.rate * self._rise, self._most), self.rate
            elif self._before_rise:  # it rose too far; a line that loses some loses them at any rate
                self.rate, self._rise, self._before_rise = self._before_rise, 1.02, 0.0
