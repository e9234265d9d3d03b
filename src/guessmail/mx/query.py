"""Questions on their way to resolvers, how these have done so far, and each packet between them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from dns.rcode import BADVERS, FORMERR, NOTIMP, REFUSED, SERVFAIL

from guessmail.mx.answer import Answer, Question, failed
from guessmail.mx.pace import Epoch, Pace, RoundTrip, Window
from guessmail.mx.servers import Address
from guessmail.mx.verdict import Reason
from guessmail.mx.wire import encode_question

if TYPE_CHECKING:
    from guessmail.mx.datagrams import Port


RETRY_PLAIN = frozenset((FORMERR, NOTIMP, BADVERS))
"""Response codes to a query with EDNS after which it is sent without (RFC 6891 7)."""


class Query:
    """One question on its way.

    `on_answer` is called once, with the query and its answer. A `probe` is about a resolver, not about a domain.
    """

    def __init__(
        self, question: Question, on_answer: Callable[["Query", Answer], None], *, is_probe: bool = False
    ) -> None:
        self.question = question
        self.on_answer = on_answer
        self.is_probe = is_probe
        self.section = encode_question(question)
        self.edns = True
        self.flights: list[Flight] = []
        self.is_done = False
        self.is_queued = False  # waits for its turn, not for an answer
        self.was_held = False  # asked anew once, as the resolver may have been the cause
        self.reset()

    def reset(self) -> None:
        """Forget how asking went so far."""
        self.first_sent = self.last_sent = inf
        self.has_garbage = False
        self.is_over_tcp = False
        self.kept: Answer | None = None  # the best of those answers that another resolver may correct
        self.refusals = 0  # of a closed port
        self.tcp_failures: set[str] = set()
        self.tries = 0
        self.turned_down: Counter[str] = Counter()  # by resolver: answers such as SERVFAIL
        self.upstream: Upstream | None = None
        self.wanted: Upstream | None = None  # the resolver that is to be asked next
        self._asked = 0.0
        self._since: float | None = None

    def spent(self, now: float) -> float:
        """Return for how many seconds resolvers have been asked, without the time spent waiting to ask."""
        return self._asked + (0.0 if self._since is None else now - self._since)

    def asks(self, now: float) -> None:
        """Start, or go on, to count the time."""
        if self._since is None:
            self._since = now

    def waits(self, now: float) -> None:
        """Stop to count the time."""
        self._asked = self.spent(now)
        self._since = None

    def may_ask_again(self, upstream: "Upstream", answer: Answer) -> bool:
        """Tell whether the resolver that failed is asked once more."""
        may_change = answer.rcode in {SERVFAIL, REFUSED} and not answer.is_for_others
        return may_change and self.turned_down[upstream.label] < 2

    def keep(self, answer: Answer) -> Answer:
        """Remember an answer that is none, and return the most telling so far: "not for you" says the least."""
        if self.kept is None or self.kept.rcode == REFUSED:
            self.kept = answer
        return self.kept

    def noted(self, answer: Answer) -> Answer:
        """Return an answer with notes on how it was had."""
        notes = {
            f"{self.tries} tries": self.tries > 1,
            "over TCP": self.is_over_tcp,
            "without EDNS": not self.edns,
        }
        added = tuple(note for note, holds in notes.items() if holds)
        return answer._replace(notes=answer.notes + added) if added else answer

    def given_up(self, *notes: str, fault: Reason = Reason.TIMEOUT) -> Answer:
        """Return the best answer there is if no other comes: a refusal by one of the resolvers, or none."""
        if self.kept is not None:
            return self.kept
        if self.is_over_tcp or self.tcp_failures:
            fault = Reason.TRUNCATED
        elif self.has_garbage:
            fault = Reason.MALFORMED
        tries = (f"{self.tries} tries",) if self.tries > 1 else ()
        return failed(self.question, fault, *notes, *tries)


@dataclass(slots=True, eq=False)
class Flight:
    """One query packet."""

    query: Query
    upstream: "Upstream"
    port: "Port"
    number: int
    sent_at: float
    epoch: Epoch
    edns: bool
    is_open: bool = True


class Upstream:
    """A resolver, and how it has done so far."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.label = str(address)
        self.ports: list[Port] = []
        """The sockets to it."""
        self.round_trip = RoundTrip()
        self.window = Window()
        self.pace = Pace()
        self.failures = 0
        """In a row."""
        self.worked_at = -inf
        self.is_down = False
        self.is_probed = False

    def is_free(self, now: float) -> bool:
        """Tell whether one more query may leave now."""
        if self.pace.limit == inf:
            return self.window.has_room
        # The pace is known, and what was dropped must not block the window until it times out; what only waits must.
        has_room = self.window.has_room if self.round_trip.is_slow else self.window.in_flight < Window.MOST
        return has_room and self.pace.wait(now) <= 0

    def worked(self, now: float) -> None:
        """Note an answer that only a resolver that works gives."""
        self.failures = 0
        self.worked_at = now

    def land(self, flight: "Flight", now: float, *, is_lost: bool | None) -> None:
        """Count what became of a packet: lost, answered, or (None) no longer of interest."""
        if flight.is_open:
            flight.is_open = False
            self.window.in_flight -= 1
            self.pace.landed(flight.epoch, now, is_lost=is_lost)


def other_than(upstream: Upstream, query: Query, upstreams: Sequence[Upstream]) -> Upstream | None:
    """Return a resolver that has not yet failed at the query."""
    if query.question.server:
        return None
    for other in upstreams:
        has_failed = query.turned_down[other.label] or other.label in query.tcp_failures
        if other is not upstream and not other.is_down and not has_failed:
            return other
    return None


def best_for(query: Query, upstreams: Sequence[Upstream], now: float) -> Upstream | None:
    """Return the resolver for the next try: at first the best, then the others in turn; None where none is up."""
    if query.question.server:
        pinned = next(up for up in upstreams if up.label == query.question.server)
        return pinned if query.is_probe or not pinned.is_down else None
    if len(upstreams) == 1:
        return upstreams[0]
    if query.wanted is not None and not query.wanted.is_down:
        return query.wanted
    alive = [up for up in upstreams if not up.is_down]
    if query.upstream is not None:
        after = upstreams.index(query.upstream) + 1
        return next((up for up in (*upstreams[after:], *upstreams[:after]) if up in alive), None)
    trusted = [up for up in alive if up.failures < 2] or alive
    return next((up for up in trusted if up.is_free(now)), next(iter(trusted), None))
