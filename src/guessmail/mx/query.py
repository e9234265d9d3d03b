"""One question on its way to resolvers, what an answer that is none means for it, and each packet that carries it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from dns.rcode import BADVERS, FORMERR, NOERROR, NOTIMP, NXDOMAIN, REFUSED, SERVFAIL

from guessmail.mx.answer import Answer, Question, failed
from guessmail.mx.verdict import Reason
from guessmail.mx.wire import encode_question

if TYPE_CHECKING:
    from guessmail.mx.datagrams import Port
    from guessmail.mx.pace import Epoch
    from guessmail.mx.upstream import Upstream


WORKS = frozenset((NOERROR, NXDOMAIN))
"""Response codes of a resolver that works."""
RETRY_PLAIN = frozenset((FORMERR, NOTIMP, BADVERS))
"""Response codes to a query with EDNS after which it is sent without (RFC 6891 7)."""
_NOT_FOR_YOU = 18  # RFC 8914 4.19
_FINAL = frozenset((4, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17))  # extended errors: filtered, bogus


def is_final(answer: Answer) -> bool:
    """Tell whether an answer is taken though another resolver may hide what it says: filtered, bogus."""
    return not _FINAL.isdisjoint(answer.extended_errors)


def is_for_others(answer: Answer) -> bool:
    """Tell whether a resolver says that it works, but not for this client."""
    return answer.rcode == REFUSED and _NOT_FOR_YOU in answer.extended_errors


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
        may_change = answer.rcode in {SERVFAIL, REFUSED} and not is_for_others(answer)
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
    epoch: "Epoch"
    edns: bool
    is_open: bool = True
