"""How fast to ask: retransmission timeouts, the window of queries in flight, and a limit on the rate.

All of it is arithmetic on times that are passed in, in seconds.
"""

__all__ = ["Bucket", "RoundTrip", "Window"]


class RoundTrip:
    """The retransmission timeout, from measured round trips (RFC 6298 2)."""

    FIRST, LEAST, MOST = 0.5, 0.3, 2.0

    def __init__(self) -> None:
        self._mean = 0.0
        self._deviation = 0.0
        self.timeout = self.FIRST

    def measured(self, seconds: float) -> None:
        """Learn from one answer."""
        if not self._mean:
            self._mean, self._deviation = seconds, seconds / 2
        else:
            self._deviation += (abs(self._mean - seconds) - self._deviation) / 4
            self._mean += (seconds - self._mean) / 8
        self.timeout = min(max(self._mean + 4 * self._deviation, self.LEAST), self.MOST)

    def after(self, tries: int) -> float:
        """Return how long to wait for the answer to the nth try.

        The first three wait equally long, so that many tries fit into a small budget; only then it backs off.
        """
        return min(self.timeout * (1.5 ** max(0, tries - 3)), self.MOST)


class Window:
    """How many queries may be in flight: additive increase, multiplicative decrease (RFC 5681 3.1).

    A resolver that limits its rate and a line that loses packets now and then differ in the share that is
    lost. Only when more than a tenth is lost does the window shrink, once for all that was sent before.
    """

    FIRST, LEAST, MOST, DOUBLED_TO = 10.0, 2.0, 256.0, 80.0
    _TOLERATED = 0.1
    _SHRINK = 0.7
    _SAMPLE = 20

    def __init__(self) -> None:
        self.size = self.FIRST
        self.in_flight = 0
        self._doubles = True
        self._answered = self._lost = 0
        self._shrunk_at = 0.0
        self._was_full = False

    @property
    def has_room(self) -> bool:
        """Whether one more may be sent."""
        if self.in_flight < self.size:
            return True
        self._was_full = True
        return False

    def answered(self, now: float) -> None:
        """Count an answer."""
        self._answered += 1
        if self._answered + self._lost >= max(self._SAMPLE, self.size):
            self._adapt(now)

    def lost(self, sent_at: float, now: float) -> None:
        """Count a query that was sent at a time and had no answer in time."""
        if sent_at < self._shrunk_at:
            return
        self._lost += 1
        if self._answered + self._lost >= max(self._SAMPLE, self.size):
            self._adapt(now)

    def _adapt(self, now: float) -> None:
        total = self._answered + self._lost
        if self._lost > self._TOLERATED * total:
            self.size = max(self.size * self._SHRINK, self.LEAST)
            self._doubles = False
            self._shrunk_at = now
        elif self._was_full:
            self._doubles = self._doubles and self.size < self.DOUBLED_TO
            self.size = min(self.size * 2 if self._doubles else self.size + 1, self.MOST)
        self._answered = self._lost = 0
        self._was_full = False


class Bucket:
    """At most so many a second, with bursts of a twentieth of a second (a token bucket)."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._depth = max(1.0, rate / 20)
        self._tokens = self._depth
        self._at = 0.0

    def wait(self, now: float) -> float:
        """Return the seconds until one may be sent; 0 for now."""
        self._tokens = min(self._depth, self._tokens + (now - self._at) * self._rate)
        self._at = now
        return 0.0 if self._tokens >= 1 else (1 - self._tokens) / self._rate

    def take(self) -> None:
        """Count one that was sent."""
        self._tokens -= 1
