"""One question on its way to resolvers, and each packet that carries it."""

from collections import Counter
from collections.abc import Callable
from math import inf
from typing import TYPE_CHECKING

from guessmail.mx.answer import Answer, Question, failed
from guessmail.mx.verdict import Reason
from guessmail.mx.wire import encode_question

if TYPE_CHECKING:
    from guessmail.mx.ports import Port
    from guessmail.mx.upstream import Upstream


_REFUSED = 5


class Query:
    """One question on its way.

    `on_answer` is called once, with the query and its answer. A `probe` is about a resolver, not about a domain.
    """

    __slots__ = (
        "_asked",
        "_since",
        "edns",
        "first_sent",
        "flights",
        "has_garbage",
        "is_done",
        "is_over_tcp",
        "is_probe",
        "is_queued",
        "kept",
        "last_sent",
        "on_answer",
        "question",
        "refusals",
        "section",
        "tcp_failures",
        "tries",
        "turned_down",
        "upstream",
        "was_held",
    )

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
        self._since: float | None = None
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
        self._asked = 0.0
        self._since = None

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

    def keep(self, answer: Answer) -> Answer:
        """Remember an answer that is none, and return the most telling so far: "not for you" says the least."""
        if self.kept is None or self.kept.rcode == _REFUSED:
            self.kept = answer
        return self.kept

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


class Flight:
    """One query packet."""

    __slots__ = ("edns", "epoch", "is_open", "number", "port", "query", "sent_at", "upstream")

    def __init__(self, query: Query, upstream: "Upstream", port: "Port", number: int, sent_at: float) -> None:
        self.query = query
        self.upstream = upstream
        self.port = port
        self.number = number
        self.sent_at = sent_at
        self.epoch = upstream.pace.sent(sent_at)
        self.edns = query.edns
        self.is_open = True
