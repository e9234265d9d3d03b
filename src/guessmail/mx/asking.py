"""Questions of several threads: each asked once, and again after an outage, for whose end everybody waits."""

import threading
import time
from collections import Counter
from collections.abc import Sequence

from dns.rdatatype import SOA

from guessmail.mx.answer import Answer, Question, failed
from guessmail.mx.canaries import EXISTS
from guessmail.mx.pace import Pace
from guessmail.mx.query import Query, Upstream
from guessmail.mx.servers import ResolverAddress
from guessmail.mx.verdict import Reason

_REMEMBERED = 20_000  # answers about MX hosts: large providers stay in, domains of their own fall out
_ENOUGH_FAILURES = 3  # before a question is no longer asked: one answer that was lost must not spoil a run
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0  # seconds between probes of resolvers that are down
_PROBE = 1.5  # seconds for a probe
_MOST_DOUBTS = 2  # times that a question is asked anew while resolvers work, as much was dropped


class Asker:
    """Asks resolvers for several threads."""

    def __init__(self, addresses: Sequence[ResolverAddress], *, rate: float) -> None:
        self._upstreams = [Upstream(address) for address in addresses]
        self.labels = tuple(upstream.label for upstream in self._upstreams)
        """The resolvers, as answers name them."""
        self.pace = Pace(rate)
        self.patience = 0.0
        """For how many seconds resolvers that are down are probed; with 0, they are not."""
        self.was_down = False
        """There was a time when no resolver worked."""
        self.is_lost = False
        """No resolver is asked any more."""
        self._lock, self._outage = threading.Lock(), threading.Lock()
        self._gates: dict[Question, threading.Lock] = {}
        self._known: dict[Question, Answer] = {}
        self._failures: Counter[Question] = Counter()

    def ask(self, question: Question, budget: float, *, is_shared: bool) -> tuple[Answer, float]:
        """Return the answer, and how many seconds of the budget it took; what is shared is asked by one and kept for all."""
        if known := self._known.get(question):
            return known, 0.0
        if not is_shared:
            return self._ask(question, budget)
        began = time.monotonic()
        with self._lock:
            gate = self._gates.setdefault(question, threading.Lock())
        with gate:
            # In a list another one may have waited for a resolver; a single domain keeps to its time.
            waited = 0.0 if self.patience else time.monotonic() - began
            known = self._known.get(question)
            answer, spent = (known, 0.0) if known else self._ask(question, budget - waited)
            with self._lock:
                self._gates.pop(question, None)
                if not known and (answer.is_good or spent):
                    self._remember(answer)
        return answer, 0.0 if known else waited + spent

    def _remember(self, answer: Answer) -> None:
        """Keep an answer for the run."""
        self._failures[answer.question] += not answer.is_good
        if answer.is_good or self._failures[answer.question] >= _ENOUGH_FAILURES:
            if len(self._known) >= _REMEMBERED:
                del self._known[next(iter(self._known))]
                self._failures.clear()
            self._known[answer.question] = answer

    def _ask(self, question: Question, budget: float) -> tuple[Answer, float]:
        """Ask; what the resolvers may be the cause of is asked anew when they work, and their time costs nothing."""
        if budget <= 0:
            return failed(question, Reason.TIMEOUT, "no time was left"), 0.0
        doubts = 0
        while not self.is_lost:
            began = time.monotonic()
            asked = [upstream for upstream in self._upstreams if question.server in {"", upstream.label}]
            query = Query(question, budget, asked, self.pace)
            answer = query.answer()
            is_settled = answer.is_good or answer.is_final or answer.is_for_others
            is_dropped = self.pace.cut_at > began and answer.fault is Reason.TIMEOUT
            has_worked = self._has_worked(query.last_sent)
            if is_settled or not self.patience or doubts >= _MOST_DOUBTS or (has_worked and not is_dropped):
                return answer, query.spent
            doubts += 1 if has_worked else _MOST_DOUBTS * self._await_resolver(query.last_sent)
        return failed(question, Reason.RESOLVER_DOWN), 0.0

    def _has_worked(self, since: float) -> bool:
        return any(upstream.worked_at >= since for upstream in self._upstreams)

    def _await_resolver(self, since: float) -> bool:
        """Wait until a resolver works, or patience ends; one thread probes for all. Tell whether one does at once."""
        with self._outage:
            if self.is_lost or self._has_worked(since):
                return False
            waited, pause = self._probe(), _FIRST_PAUSE
            if self._has_worked(since):
                return True
            self.was_down = True
            while waited < self.patience:
                time.sleep(min(pause, self.patience - waited))
                waited += pause + self._probe()
                if self._has_worked(since):
                    self.pace.reset()
                    return False
                pause = min(2 * pause, _LONGEST_PAUSE)
            self.is_lost = True
            return False

    def _probe(self) -> float:
        """Ask each resolver for what all know; return how many seconds that took."""
        spent = 0.0
        for upstream in self._upstreams:
            query = Query(Question(EXISTS, SOA, upstream.label), _PROBE, [upstream], self.pace)
            query.answer()
            spent += query.spent
        return spent
