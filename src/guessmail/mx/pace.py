"""How fast to ask: retransmission timeouts, the window of queries in flight, and a limit on the rate.

All of it is arithmetic on times that are passed in, in seconds.
"""

from collections import deque
from dataclasses import dataclass
from math import inf


class RoundTrip:
    """The retransmission timeout, from measured round trips (RFC 6298 2)."""

    FIRST, LEAST, MOST = 0.5, 0.3, 2.0
    _SLOW = 0.5

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

    @property
    def is_slow(self) -> bool:
        """Whether answers take so long that more queries in flight would only wait behind each other."""
        return self._mean > self._SLOW

    def after(self, tries: int) -> float:
        """Return how long to wait for the answer to the nth try.

        The first three wait equally long, so that many tries fit into a small budget; only then it backs off.
        """
        return min(self.timeout * (1.5 ** max(0, tries - 3)), self.MOST)


class Window:
    """How many queries may be in flight: doubled at first, then additive increase (RFC 5681 3.1).

    It shrinks by multiplication when a third is lost; losses that are fewer are for `Pace`. The first window holds a
    company's ten candidates and what is asked of the resolver itself, so that they share one time-out.
    """

    FIRST, LEAST, MOST, DOUBLED_TO = 16.0, 16.0, 256.0, 80.0
    _TOLERATED = 0.33
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

    def answered(self, now: float, *, is_slow: bool = False) -> None:
        """Count an answer; while they are slow, the window does not grow."""
        self._was_full &= not is_slow
        self._answered += 1
        self._adapt(now)

    def lost(self, sent_at: float, now: float) -> None:
        """Count a query without an answer; all that were sent before the window shrank count no more."""
        if sent_at >= self._shrunk_at:
            self._lost += 1
            self._adapt(now)

    def _adapt(self, now: float) -> None:
        total = self._answered + self._lost
        if total < max(self._SAMPLE, self.size):
            return
        if self._lost > self._TOLERATED * total:
            self.size = max(self.size * self._SHRINK, min(self.LEAST, self.size))
            self._doubles = False
            self._shrunk_at = now
        elif self._was_full:
            self._doubles = self._doubles and self.size < self.DOUBLED_TO
            self.size = min(self.size * 2 if self._doubles else self.size + 1, self.MOST)
        self._answered = self._lost = 0
        self._was_full = False


@dataclass(slots=True)
class Epoch:
    """What became of the queries of a short time."""

    start: float
    sent: int = 0
    answered: int = 0
    lost: int = 0
    seconds: float = 0.0
    """How long it was; 0 while it lasts."""


class Pace:
    """How many queries a second a resolver takes, learned from those that it drops.

    A resolver that limits its rate and a line that loses packets now and then differ in the share that is
    lost: at more than a tenth, what got through becomes the limit. While little is lost it rises again.
    """

    FIRST_EPOCH, EPOCH = 0.5, 1.0  # seconds; limits are often counted anew every second
    LEAST = 50.0  # queries a second
    _TOLERATED, _LITTLE = 0.1, 0.02
    _SAMPLE = 20

    def __init__(self) -> None:
        self.limit = inf
        self._bucket = Bucket(inf)
        self._epoch = Epoch(0.0)
        self._cut_at = 0.0
        self._step = 2.0
        self._recent: deque[Epoch] = deque(maxlen=3)

    def wait(self, now: float) -> float:
        """Return the seconds until one more may be sent; 0 for now."""
        return 0.0 if self.limit == inf else self._bucket.wait(now)

    def sent(self, now: float) -> Epoch:
        """Count a query that is sent; the epoch returned is given back with what became of it."""
        epoch = self._epoch
        if now - epoch.start >= (self.FIRST_EPOCH if self.limit == inf else self.EPOCH):
            epoch.seconds = now - epoch.start
            self._judge(epoch, now)
            epoch = self._epoch = Epoch(now)
        epoch.sent += 1
        if self.limit < inf:
            self._bucket.take()
        return epoch

    def landed(self, epoch: Epoch, now: float, *, is_lost: bool | None) -> None:
        """Count what became of a query: answered, lost, or (None) no longer of interest."""
        if is_lost is None:
            epoch.sent -= 1
        elif is_lost:
            epoch.lost += 1
        else:
            epoch.answered += 1
        self._judge(epoch, now)

    def _judge(self, epoch: Epoch, now: float) -> None:
        """Learn from an epoch that is over, once it is known what became of all of its queries."""
        if not epoch.seconds or epoch.answered + epoch.lost < epoch.sent:
            return
        if epoch.sent < self._SAMPLE or epoch.start < self._cut_at:
            return
        self._recent.append(epoch)
        rate = epoch.sent / epoch.seconds
        share = epoch.lost / epoch.sent
        if share > self._TOLERATED:
            if self.limit == inf:  # what passed while the window was full of what was dropped says little
                passed = sum(epoch.answered for epoch in self._recent) / sum(e.seconds for e in self._recent)
                self._set(max(passed * 3, rate * 0.7))
            else:
                self._set(max(epoch.answered / epoch.seconds * 0.98, min(self.limit, rate) * 0.7))
                self._step = 1.1
            self._cut_at = now
        elif rate > 0.8 * self.limit:
            self._set(self.limit * (self._step if share < self._LITTLE else 1.02))

    def _set(self, limit: float) -> None:
        self.limit = max(limit, self.LEAST)
        self._bucket.rate = self.limit


class Bucket:
    """At most so many a second, with bursts of a twentieth of a second (a token bucket)."""

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self._tokens = 1.0
        self._at = 0.0

    def wait(self, now: float) -> float:
        """Return the seconds until one may be sent; 0 for now."""
        depth = max(1.0, self.rate / 20)
        self._tokens = max(min(depth, self._tokens + (now - self._at) * self.rate), -depth)
        self._at = now
        return 0.0 if self._tokens >= 1 else (1 - self._tokens) / self.rate

    def take(self) -> None:
        """Count one that was sent."""
        self._tokens -= 1
