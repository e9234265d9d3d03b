"""Queries over UDP and TCP, many at once, on nonblocking sockets: sends, waits, tries again, gives answers.

It knows neither what is asked nor why. One thread drives it by calling `turn`.
"""

from collections import deque
from collections.abc import Callable, Sequence

from guessmail.mx.answer import Answer
from guessmail.mx.datagrams import Datagrams
from guessmail.mx.health import Health
from guessmail.mx.loop import Loop
from guessmail.mx.pace import Bucket
from guessmail.mx.query import RETRY_PLAIN, Flight, Query, Upstream, best_for, other_than
from guessmail.mx.servers import Address
from guessmail.mx.streams import Streams
from guessmail.mx.verdict import Reason

_TRIES, _PROBE_TRIES = 12, 3
_CLOSED_PORT_TRIES = 3  # at each resolver
_PAUSE = 0.05  # seconds before a resolver is asked once more that refused or failed
_TCP_ALONE, _TCP_BESIDE_OTHERS = 10.0, 2.0  # seconds for an answer, without and with another resolver to ask


class Transport:
    """Asks resolvers.

    `rate` limits the packets a second. `on_down` is called once, with the seconds for which they are still probed,
    when no resolver works any more.
    """

    def __init__(
        self, addresses: Sequence[Address], *, rate: float, on_down: Callable[[float], None]
    ) -> None:
        self.loop = Loop()
        self._upstreams = [Upstream(address) for address in addresses]
        self.labels = tuple(upstream.label for upstream in self._upstreams)
        """The resolvers, as answers name them."""
        self.health = Health(self._upstreams, self, on_down)
        self._datagrams = Datagrams(
            self.loop, on_answer=self._arrived, on_silence=self._missed, on_closed=self._found_closed
        )
        self._streams = Streams(self.loop, on_end=self._stream_ended)
        self._bucket = Bucket(rate)
        self._urgent: deque[Query] = deque()
        self._fresh: deque[Query] = deque()
        self._live: dict[Query, None] = {}
        self._held: list[Query] = []
        self.sent = 0
        """Packets so far."""

    # What callers ask for

    def ask(self, query: Query) -> None:
        """Take on a query; its answer is given during a later turn, or at once when all resolvers are lost."""
        self._live[query] = None
        if self.health.is_lost:
            self._finish(query, query.given_up(fault=Reason.RESOLVER_DOWN))
        else:
            query.is_queued = True
            self._fresh.append(query)

    def ask_first(self, query: Query) -> None:
        """Take on a query that goes before all others."""
        self._live[query] = None
        query.is_queued = True
        self._urgent.appendleft(query)

    def cancel(self, query: Query) -> None:
        """Give a query up; its answer is not given."""
        query.is_done = True
        self._withdraw(query)
        self._live.pop(query, None)

    def hold(self, query: Query) -> bool:
        """Keep a query that brought no answer, to be asked once more, if the resolvers may be the cause of it."""
        is_refused = query.kept is not None and query.kept.is_for_others
        if query.is_probe or query.was_held or is_refused or not self.health.is_in_doubt(query.last_sent):
            return False
        query.was_held = True
        self._withdraw(query)
        query.reset()
        self._held.append(query)
        self.health.doubt()
        return True

    def has_room(self) -> bool:
        """Tell whether a query given now would leave at once."""
        now = self.loop.now
        if self._urgent or self._fresh or self.health.is_out or self._bucket.wait(now) > 0:
            return False
        return any(up.is_free(now) for up in self._upstreams if not up.is_down)

    def turn(self, wait: float, *, has_more: bool = False) -> None:
        """Send what may be sent, then wait at most so many seconds for what comes.

        `has_more` ends the wait as soon as more may be sent.
        """
        self.send_waiting()
        if self._urgent or self._fresh or has_more:
            now = self.loop.now
            longest = max(self._bucket.wait(now), *(up.pace.wait(now) for up in self._upstreams))
            wait = min(wait, longest) if longest > 0 else wait
        self.loop.turn(wait)

    def send_waiting(self) -> None:
        """Send what the window and the rate allow."""
        while self._urgent and self._send_next(self._urgent):
            pass
        while self._fresh and not self.health.is_out and self._send_next(self._fresh):
            pass

    def _send_next(self, queue: deque[Query]) -> bool:
        """Send, or drop, the first query of a queue; tell whether the next may follow."""
        query, now = queue[0], self.loop.now
        upstream = None if query.is_done else best_for(query, self._upstreams, now)
        if upstream is not None:
            if self._bucket.wait(now) > 0 or not (query.is_probe or upstream.is_free(now)):
                return False
            queue.popleft()
            self._send(query, upstream)
            return True
        queue.popleft()
        self._finish(query, query.given_up(fault=Reason.RESOLVER_DOWN))
        return True

    def _send(self, query: Query, upstream: Upstream) -> None:
        now = self.loop.now
        query.tries += 1
        query.is_queued = False
        query.upstream, query.wanted = upstream, None
        query.last_sent = now
        query.first_sent = min(query.first_sent, now)
        query.asks(now)
        self._bucket.take()
        self.sent += 1
        self._datagrams.send(query, upstream)

    def _arrived(self, flight: Flight, answer: Answer) -> None:
        query, upstream = flight.query, flight.upstream
        if answer.truncated:
            upstream.worked(self.loop.now)
            self._connect(query, upstream)
        elif flight.edns and answer.rcode in RETRY_PLAIN:
            query.edns = False
            self._again(query, upstream)
        else:
            self._judge(query, upstream, answer)

    def _judge(self, query: Query, upstream: Upstream, answer: Answer) -> None:
        """Take an answer, unless the resolver or another may know better when asked again."""
        now = self.loop.now
        if answer.is_good:
            upstream.worked(now)
            self._finish(query, query.noted(answer))
            return
        if not answer.is_for_others:
            self.health.failed(upstream)
        query.turned_down[upstream.label] += 1
        answer = query.keep(query.noted(answer))
        if query.is_probe or answer.is_final:
            self._conclude(query, answer)
        elif query.may_ask_again(upstream, answer):
            self._withdraw(query)
            query.waits(now)
            self.loop.at(now + _PAUSE, self._again, query, upstream)
        elif not self._ask_another(query, upstream):
            self._conclude(query, answer)

    def _ask_another(self, query: Query, upstream: Upstream) -> bool:
        """Ask a resolver that has not yet failed at the query; tell whether there is one."""
        other = other_than(upstream, query, self._upstreams)
        if other is not None:
            self._withdraw(query)
            self._again(query, other)
        return other is not None

    def _connect(self, query: Query, upstream: Upstream) -> None:
        """Ask for the whole of an answer that was cut."""
        if query.is_done or query.is_over_tcp:
            return
        self._withdraw(query)
        query.is_over_tcp = True
        self._bucket.take()
        self.sent += 1
        query.waits(self.loop.now)
        is_alone = other_than(upstream, query, self._upstreams) is None
        self._streams.ask(query, upstream, _TCP_ALONE if is_alone else _TCP_BESIDE_OTHERS)

    def _stream_ended(self, query: Query, upstream: Upstream, answer: Answer | None) -> None:
        if query.is_done:
            return
        if answer is not None:
            self._judge(query, upstream, answer)
            return
        query.tcp_failures.add(upstream.label)
        if not self._ask_another(query, upstream):
            self._conclude(query, query.given_up("TCP failed", fault=Reason.TRUNCATED))

    # Trying again, and giving up

    def _again(self, query: Query, upstream: Upstream | None) -> None:
        """Send a query once more, to a resolver or else to the next."""
        if query.is_done or query.is_queued:
            return
        query.wanted = upstream
        query.is_over_tcp = False
        query.waits(self.loop.now)
        query.is_queued = True
        self._urgent.append(query)

    def _missed(self, flight: Flight) -> None:
        query = flight.query
        self.health.failed(flight.upstream)
        if query.is_done or query.is_over_tcp:
            return
        if query.tries >= (_PROBE_TRIES if query.is_probe else _TRIES):
            self._conclude(query, query.given_up())
        else:
            self._again(query, None)

    def _found_closed(self, query: Query, upstream: Upstream) -> None:
        """Nobody listens at the resolver: try again after a pause, or give up."""
        self.health.failed(upstream)
        query.refusals += 1
        if query.is_done or query.is_over_tcp:
            return
        if query.refusals >= _CLOSED_PORT_TRIES * len(self._upstreams):
            self._conclude(query, query.given_up(f"nobody listens at {upstream.label}"))
        else:
            now = self.loop.now
            query.waits(now)
            pause = _PAUSE if query.refusals >= len(self._upstreams) else 0.0
            self.loop.at(now + pause, self._again, query, None)

    def _conclude(self, query: Query, answer: Answer) -> None:
        """End a query that brought no answer, unless the resolvers may be the cause of it."""
        if not query.is_done and not self.hold(query):
            self._finish(query, answer)

    def _finish(self, query: Query, answer: Answer) -> None:
        if query.is_done:
            return
        query.waits(self.loop.now)
        self.cancel(query)
        query.on_answer(query, answer)

    def _withdraw(self, query: Query) -> None:
        """Expect no answer to what was sent."""
        self._datagrams.drop(query)
        if query.is_over_tcp:
            self._streams.drop(query)

    # What the resolvers' health asks for

    def park(self) -> None:
        """Take back all that is asked; it is asked anew when a resolver works again."""
        self._urgent.clear()
        self._held.clear()
        for query in list(self._live):
            if query.is_probe:
                self.cancel(query)
                continue
            self._withdraw(query)
            query.reset()
            query.was_held = False
            query.is_queued = True
        self._fresh = deque(self._live)

    def ask_held_again(self) -> None:
        """Ask anew what was held."""
        for query in self._held:
            if not query.is_done:
                query.is_queued = True
                self._fresh.append(query)
        self._held.clear()

    def give_up(self) -> None:
        """End all queries without an answer."""
        for query in list(self._live):
            self._finish(query, query.given_up(fault=Reason.RESOLVER_DOWN))
