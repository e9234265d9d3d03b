"""Queries of several threads: each is asked once, and again after an outage, for whose end all threads wait."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from queue import SimpleQueue
from typing import Any, TypeAlias

from dns.rdatatype import MX, SOA, A

from guessmail.dns import MailVerdict, Reason, ResolverAddress
from guessmail.dns.exchange import Exchange, Pace, Upstream
from guessmail.dns.messages import Answer, Query
from guessmail.dns.rules import EXISTS, judge, random_label

_REMEMBERED = 20_000  # answers that are kept, mostly about MX hosts; the oldest are dropped
_MAX_DOUBTS = 2  # further attempts at a query that timed out while resolvers worked but dropped much

Pending: TypeAlias = "SimpleQueue[MailVerdict | Exception]"
"""Receives the verdict on a domain, or the exception that prevented it."""


@dataclass(eq=False)
class Inquiries:
    """Asks resolvers about many domains at once, in daemon threads, which do not keep the process from ending."""

    addresses: Sequence[ResolverAddress]
    rate: float
    budget: float
    """Seconds for one domain; only the time in which resolvers are asked counts."""
    explain: bool
    find_wildcards: bool
    patience: float = 0.0
    """Seconds during which resolvers that are down are probed; 0 for no probes."""

    def __post_init__(self) -> None:
        self.pace = Pace(self.rate)
        self.was_down, self._is_lost = False, False
        """Whether all resolvers were down at some time, and whether they are no longer asked."""
        self._upstreams = [*map(Upstream, self.addresses)]
        self._canaries = (f"{random_label()}.invalid", f"{random_label()}.com")
        """Names that cannot exist: one below `.invalid` (RFC 6761 6.4), one below a real top-level domain."""
        self._work: SimpleQueue[tuple[Callable[[], Any], Pending] | None] = SimpleQueue()
        self._threads = 0
        self._lock, self._outage = threading.Lock(), threading.Lock()
        self._gates: dict[Query, threading.Lock] = {}
        self._known: dict[Query, Answer] = {}
        self._failures: Counter[Query] = Counter()

    def submit(self, domain: str) -> Pending:
        """Start a domain in a thread; return the queue that receives its verdict."""
        is_first = not self._threads
        pending = self._run(partial(self._verdict, domain))
        if is_first:  # almost every verdict needs the first resolver's canaries
            for name, rtype in product(self._canaries, (A, MX)):
                self._run(partial(self._ask_once, Query(name, rtype, str(self.addresses[0])), self.budget))
        return pending

    def close(self) -> None:
        """Give up all queries, and end the threads."""
        self._is_lost = True
        for _ in range(self._threads):
            self._work.put(None)

    def _run(self, call: Callable[[], Any]) -> Pending:
        """Call a function in a thread; return the queue that receives its result."""
        pending: Pending = SimpleQueue()
        self._work.put((call, pending))
        if self._threads < 26:  # each has one socket at most
            self._threads += 1
            threading.Thread(target=self._serve, daemon=True).start()
        return pending

    def _serve(self) -> None:
        while (work := self._work.get()) is not None:
            call, pending = work
            try:
                pending.put(call())
            except Exception as error:  # noqa: BLE001 - raised again where it is waited for
                pending.put(error)

    def _verdict(self, domain: str) -> MailVerdict:
        """Return the verdict on a domain by the rules; `unknown(resolver_down)` after `close`, or when patience has ended."""
        if self._is_lost:
            return MailVerdict(domain, Reason.RESOLVER_DOWN)
        sibling = f"{random_label()}.{domain.partition('.')[2]}"
        if not self.find_wildcards or len(sibling) > 253:  # RFC 1035 2.3.4
            sibling = ""
        left = self.budget

        def ask(query: Query) -> Answer:
            nonlocal left
            answer, spent = self._ask_once(query, left)
            left -= spent
            return answer

        return judge(domain, ask, canaries=self._canaries, sibling=sibling, explain=self.explain)

    def _ask_once(self, query: Query, budget: float) -> tuple[Answer, float]:
        """Ask as `_ask` does; a query is asked by one thread, and its answer is kept for all."""
        if known := self._known.get(query):
            return known, 0.0
        began = time.monotonic()
        with self._gates.setdefault(query, threading.Lock()):
            if known := self._known.get(query):
                return known, 0.0
            # In a list the other thread may have waited for a resolver; a single domain keeps to its budget.
            waited = 0.0 if self.patience else time.monotonic() - began
            answer, spent = self._ask(query, budget - waited)
            with self._lock:
                self._gates.pop(query, None)
                if spent and not answer.is_good:
                    self._failures[query] += 1
                # A failure is kept after the third: a single lost answer must not spoil a run.
                if answer.is_good or (spent and self._failures[query] >= 3):
                    if len(self._known) >= _REMEMBERED:
                        del self._known[next(iter(self._known))]
                    self._known[query] = answer
                if len(self._failures) > _REMEMBERED:
                    self._failures.clear()
        return answer, waited + spent

    def _ask(self, query: Query, budget: float) -> tuple[Answer, float]:
        """Return an answer, and the seconds of the budget that it took; waiting for the end of an outage costs nothing."""
        if budget <= 0:
            return Answer(query, fault=Reason.TIMEOUT, notes=("no time was left",)), 0.0
        doubts = 0
        while not self._is_lost:
            began = time.monotonic()
            asked = [upstream for upstream in self._upstreams if query.server in {"", str(upstream.address)}]
            exchange = Exchange(query, budget, asked, self.pace)
            answer = exchange.answer()
            is_settled = answer.is_good or answer.is_final or answer.is_for_others
            is_dropped = self.pace.cut_at > began and answer.fault is Reason.TIMEOUT
            has_worked = self._has_worked(exchange.last_sent)
            if is_settled or not self.patience or doubts >= _MAX_DOUBTS or (has_worked and not is_dropped):
                return answer, exchange.spent
            doubts += 1 if has_worked else _MAX_DOUBTS * self._await_resolver(exchange.last_sent)
        return Answer(query, fault=Reason.RESOLVER_DOWN), 0.0

    def _has_worked(self, since: float) -> bool:
        return any(upstream.worked_at >= since for upstream in self._upstreams)

    def _await_resolver(self, since: float) -> bool:
        """Wait until a resolver works, or patience ends; one thread probes for all. Return whether the first probe succeeds."""
        with self._outage:
            if self._is_lost or self._has_worked(since):
                return False
            waited, pause = self._probe(), 0.1
            if self._has_worked(since):
                return True
            self.was_down = True
            while waited < self.patience:
                time.sleep(min(pause, self.patience - waited))
                waited += pause + self._probe()
                if self._has_worked(since):
                    self.pace.reset()
                    return False
                pause = min(2 * pause, 5.0)
            self._is_lost = True
            return False

    def _probe(self) -> float:
        """Ask each resolver for the SOA of a name that exists; return the seconds that this takes."""
        spent = 0.0
        for upstream in self._upstreams:
            exchange = Exchange(Query(EXISTS, SOA, str(upstream.address)), 1.5, [upstream], self.pace)
            exchange.answer()
            spent += exchange.spent
        return spent
