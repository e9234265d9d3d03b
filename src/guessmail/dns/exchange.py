"""One query to resolvers in turn, the record of each resolver, and the pace of all queries."""

import socket
import threading
import time
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from dns.rcode import BADVERS, FORMERR, NOTIMP, REFUSED, SERVFAIL

from guessmail.dns import Reason, ResolverAddress
from guessmail.dns.messages import Answer, Query, read_answer, write_query


class Pace:
    """Limits the packets a second of several threads to a rate, which falls if resolvers drop packets.

    If over a tenth of the queries is lost, the rate falls to the answers a second; if these are under half of it, to half, or
    to twice the answers if that is less. If hardly any query is lost, it rises again.
    """

    LEAST = 50.0
    _BURST = 0.05  # seconds whose packets may leave at once, before the rate first falls

    def __init__(self, most: float) -> None:
        self._lock = threading.Lock()
        self._most = most
        self._next = -inf
        self.sent = 0
        """The number of packets so far."""
        self.reset()

    def reset(self) -> None:
        """Return to the full rate, and forget the losses."""
        self.rate, self.cut_at = self._most, -inf
        """`cut_at` is the time of the rate's last fall."""
        self._answered, self._lost, self._since = 0, 0, time.monotonic()

    def wait(self) -> None:
        """Wait until a packet may leave, and count it."""
        with self._lock:
            now = time.monotonic()
            slot = max(self._next, now - (self._BURST if self.cut_at == -inf else self._BURST / 5))
            self._next = slot + 1 / self.rate
            self.sent += 1
        if slot > now:
            time.sleep(slot - now)

    def count(self, sent_at: float, *, is_lost: bool) -> None:
        """Count an answer, or the loss of a query's first packet if it left after the last fall; adjust the rate."""
        with self._lock:
            self._answered += not is_lost
            self._lost += is_lost and sent_at >= self.cut_at
            now, total = time.monotonic(), self._answered + self._lost
            if now - self._since < 0.7 or total < 20:  # too little to judge
                return
            if self._lost > 0.1 * total and self.rate > self.LEAST:
                passed = min(self._answered / (now - self._since), self.rate)
                self.rate, self.cut_at = max(passed, min(self.rate / 2, 2 * passed), self.LEAST), now
            elif self._lost < 0.02 * total:
                self.rate = min(self.rate * 1.1, self._most)
            self._answered, self._lost, self._since = 0, 0, now


_MAX_STRIKES = 6  # of a resolver, before it is no longer asked the query
_CLOSED, _REFUSED, _USELESS = 2, 3, 6  # strikes: closed port; it may yet answer (SERVFAIL); it will not


@dataclass(eq=False)
class Upstream:
    """A resolver and its record so far."""

    address: ResolverAddress
    mean: float = 0.1
    """The mean seconds of an answer; `deviation` is the mean distance from it (RFC 6298 2)."""
    deviation: float = 0.1
    failures: int = 0
    """The number of failures in a row."""
    worked_at: float = -inf


class Exchange:
    """Asks resolvers a query in turn until one answers, or until waiting for answers has spent the budget of seconds.

    It has one socket at a time. A wait that ends late because the process was stopped costs only its planned time.
    """

    def __init__(self, query: Query, budget: float, upstreams: Sequence[Upstream], pace: Pace) -> None:
        self.query, self.spent, self.last_sent = query, 0.0, -inf
        self._budget, self._pace = budget, pace
        self._left = deque(sorted(upstreams, key=lambda upstream: upstream.failures > 1))
        """The resolvers that may yet answer; the first is asked next."""
        self._edns = True
        self._message = write_query(query, edns=True)
        self._tries = 0
        self._strikes: Counter[Upstream] = Counter()
        self._sockets: dict[Upstream, socket.socket] = {}

    def answer(self) -> Answer:
        """Return the first good answer, else the most telling failure: time-outs say least, then refusals."""
        best = Answer(self.query, fault=Reason.TIMEOUT)
        try:
            while self._left and self._tries < 12 and self.spent < self._budget:
                upstream = self._left[0]
                self._pace.wait()
                self._tries += 1
                self.last_sent = time.monotonic()
                answer = self._ask(upstream)
                is_better = best.fault is not None or best.rcode == REFUSED
                if answer.is_good or (is_better and answer.fault is not Reason.TIMEOUT):
                    best = answer
                if answer.is_good or answer.is_final:
                    break
                self._turn_from(upstream, answer)
        finally:
            self._close()
        noted = {f"{self._tries} tries": self._tries > 1, "without EDNS": not self._edns}
        return best._replace(notes=best.notes + tuple(note for note, holds in noted.items() if holds))

    def _ask(self, upstream: Upstream) -> Answer:
        """Ask a resolver once, over TCP if the answer is cut, and update its record."""
        try:
            answer = self._ask_udp(upstream)
        except OSError:  # the port is closed, or there is no route
            self._strikes[upstream] += _CLOSED
            return Answer(self.query, fault=Reason.TIMEOUT)
        is_silent = answer.fault is not None
        if self._tries == 1 or not is_silent:
            self._pace.count(self.last_sent, is_lost=is_silent)
        if answer.truncated:
            upstream.worked_at = time.monotonic()
            answer = self._ask_tcp(upstream)
        if answer.is_good:
            upstream.failures, upstream.worked_at = 0, time.monotonic()
        return answer

    def _turn_from(self, upstream: Upstream, answer: Answer) -> None:
        """Choose the resolver to ask next after a failure; the same without EDNS if it cannot read that."""
        upstream.failures += not answer.is_for_others
        if self._edns and answer.rcode in {FORMERR, NOTIMP, BADVERS}:  # RFC 6891 7
            self._edns = False
            self._message = write_query(self.query, edns=False)
            return
        if answer.fault in {None, Reason.TRUNCATED}:
            may_change = answer.rcode in {SERVFAIL, REFUSED} and not answer.is_for_others
            self._strikes[upstream] += _REFUSED if may_change else _USELESS
        self._left.rotate(-1)
        if self._strikes[upstream] >= _MAX_STRIKES:
            self._left.pop()
        elif self._strikes[upstream]:
            time.sleep(0.05)

    def _ask_udp(self, upstream: Upstream) -> Answer:
        """Return the answer to a packet; OSError if the port is closed."""
        late = max(upstream.mean + 4 * upstream.deviation, 0.3) if self._tries <= 3 else inf
        wait = min(late, 2.0, self._budget - self.spent)
        fault, began = Reason.TIMEOUT, time.monotonic()
        is_again = upstream in self._sockets  # the answer to an earlier try may yet come
        if not is_again:
            self._close()
            # Connected, at a random port: no other host can send to it, and a closed port is an error.
            family = socket.AF_INET6 if ":" in upstream.address.host else socket.AF_INET
            self._sockets[upstream] = socket.socket(family, socket.SOCK_DGRAM)
            self._sockets[upstream].connect(upstream.address)
        sock = self._sockets[upstream]
        sock.send(self._message)
        try:
            while (left := began + wait - time.monotonic()) > 0:
                sock.settimeout(left)
                data = sock.recv(65535)
                if data[:2] != self._message[:2]:
                    continue
                answer = read_answer(data, self._message, self.query, str(upstream.address))
                if answer is not None:
                    if not is_again:  # else it may answer either try (RFC 6298 3)
                        took = time.monotonic() - began
                        upstream.deviation += (abs(took - upstream.mean) - upstream.deviation) / 4
                        upstream.mean += (took - upstream.mean) / 8
                    return answer
                fault = Reason.MALFORMED  # the true answer may yet come
        except TimeoutError:
            pass
        finally:
            self.spent += min(time.monotonic() - began, wait)
        return Answer(self.query, fault=fault)

    def _close(self) -> None:
        while self._sockets:
            self._sockets.popitem()[1].close()

    def _ask_tcp(self, upstream: Upstream) -> Answer:
        """Return the whole of an answer that was cut, over TCP (RFC 7766)."""
        self._close()
        self._pace.wait()
        wait = min(10.0 if len(self._left) == 1 else 2.0, self._budget - self.spent)
        began, data = time.monotonic(), b""
        try:
            with socket.create_connection(upstream.address, wait) as sock:
                sock.sendall(len(self._message).to_bytes(2) + self._message)
                while len(data) < 2 + int.from_bytes(data[:2]) or len(data) < 2:
                    sock.settimeout(max(began + wait - time.monotonic(), 0.001))
                    data += (more := sock.recv(65535))
                    if not more:
                        break
        except OSError:
            data = b""
        self.spent += min(time.monotonic() - began, wait)
        answer = read_answer(data[2:], self._message, self.query, str(upstream.address))
        if answer is None or answer.truncated:
            return Answer(self.query, fault=Reason.TRUNCATED, notes=("TCP failed",))
        return answer._replace(notes=(*answer.notes, "over TCP"))
