"""Verdicts over DNS: for one domain, for many, and for lists that stream by."""

import random
import string
from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Protocol, Self

from guessmail.mx.message import Answer, Question, failed
from guessmail.mx.rules import EXISTS, Ruling, judge
from guessmail.mx.servers import read_address, system_addresses
from guessmail.mx.transport import Query, Transport
from guessmail.mx.verdict import MailVerdict, Reason, Verdict

__all__ = ["Cache", "Checker"]

_REMEMBERED = 20_000  # answers about MX hosts: large providers stay in, domains of their own fall out
_BACKLOG = 256  # domains handed over ahead before `submit` drives the sockets a little
_ENOUGH_TRIES = 3  # in vain, before the next domain with the same MX host is spared the wait
_LETTERS = string.ascii_lowercase + string.digits
_NO_NOTICE: Callable[[str], None] = lambda _: None  # noqa: E731 - a value, not a function with a name

_random = random.SystemRandom()


class Cache(Protocol):
    """Where verdicts of earlier runs are kept; `mx.cache` on disk."""

    def get(self, domain: str, resolvers: str) -> MailVerdict | None:
        """Return what these resolvers said of a domain, as long as it may be believed."""
        ...

    def put(self, verdict: MailVerdict, resolvers: str, lifetime: int) -> None:
        """Keep a verdict for so many seconds."""
        ...

    def close(self) -> None:
        """Write what is not yet written."""
        ...


class _Task:
    """A domain on its way to a verdict."""

    __slots__ = ("deadline", "domain", "is_extended", "is_late", "query", "rules")

    def __init__(self, domain: str, rules: Generator[Question, Answer, Ruling], deadline: float) -> None:
        self.domain = domain
        self.rules = rules
        self.deadline = deadline
        self.is_late = False
        self.is_extended = False
        self.query: Query | None = None


class Checker:
    """Tells verdicts on domains by asking resolvers.

    `resolvers` are `HOST[:PORT]`, or None for those of the system; with none at all, each verdict is
    `unknown(no_resolver)`. `timeout` is the budget in seconds for all look-ups of one domain together, `rate`
    the most packets a second. `notice` is told, once, what a user should know of the run. `explain` fills
    in transcripts (and asks anew what a cache knows); `find_wildcards` asks a random sibling of each domain.

    Not for use by several threads. Domains are A-labels, lower case, without a dot at the end. Each distinct
    domain is asked once in the life of a checker.
    """

    def __init__(
        self,
        resolvers: Sequence[str] | None = None,
        *,
        timeout: float = 3.0,
        rate: float = 1000.0,
        cache: Cache | None = None,
        notice: Callable[[str], None] = _NO_NOTICE,
        explain: bool = False,
        find_wildcards: bool = False,
    ) -> None:
        addresses = system_addresses() if resolvers is None else [read_address(text) for text in resolvers]
        self._timeout = timeout
        self._cache = cache
        self._notice = notice
        self._explain = explain
        self._find_wildcards = find_wildcards
        self._transport = Transport(addresses, rate=rate, on_down=self._told_down)
        labels = self._transport.labels
        self._has_resolver = bool(labels)
        self._cache_key = " ".join(sorted(labels)) + (" wildcards" if find_wildcards else "")
        self._canaries = {label: f"{_random_label()}.invalid" for label in labels}
        self._verdicts: dict[str, MailVerdict] = {}
        self._backlog: deque[str] = deque()
        self._queued: set[str] = set()
        self._tasks: deque[_Task] = deque()
        self._facts: dict[Question, Answer] = {}
        self._queries: dict[Question, tuple[Query, list[_Task]]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def queries_sent(self) -> int:
        """How many packets were sent."""
        return self._transport.sent

    def check(self, domain: str) -> MailVerdict:
        """Return the verdict on one domain."""
        return self.result(domain)

    def check_all(self, domains: Iterable[str]) -> Mapping[str, MailVerdict]:
        """Return the verdicts on many domains, in their order, each asked once."""
        ordered = dict.fromkeys(domains)
        for domain in ordered:
            self.submit(domain)
        return {domain: self.result(domain) for domain in ordered}

    def submit(self, domain: str) -> None:
        """Have a domain asked ahead of time; returns at once, or after a little work on those before it."""
        if domain in self._verdicts or domain in self._queued:
            return
        verdict = self._known(domain)
        if verdict is not None:
            self._verdicts[domain] = verdict
            return
        self._queued.add(domain)
        self._backlog.append(domain)
        if len(self._backlog) % _BACKLOG == 0:
            self._drive(0.0)

    def result(self, domain: str) -> MailVerdict:
        """Return the verdict on a domain as soon as it is there; all others submitted move on meanwhile."""
        self.submit(domain)
        if domain not in self._verdicts:
            self._transport.enter()
            while domain not in self._verdicts:
                self._turn(1.0)
            self._transport.leave()
        return self._verdicts[domain]

    def close(self) -> None:
        """Give up what is under way, and write the cache."""
        self._transport.close()
        if self._cache is not None:
            self._cache.close()

    def _known(self, domain: str) -> MailVerdict | None:
        """Return what can be said without asking."""
        if not self._has_resolver:
            return MailVerdict(domain, Verdict.UNKNOWN, Reason.NO_RESOLVER)
        if self._cache is not None and not self._explain:
            cached = self._cache.get(domain, self._cache_key)
            if cached is not None:
                return cached
        if self._transport.is_down:
            return MailVerdict(domain, Verdict.UNKNOWN, Reason.RESOLVER_DOWN)
        return None

    def _drive(self, wait: float) -> None:
        self._transport.enter()
        self._turn(wait)
        self._transport.leave()

    def _turn(self, wait: float) -> None:
        transport = self._transport
        while self._backlog and (transport.is_down or transport.has_room()):
            self._start(self._backlog.popleft())
            transport.send_waiting()
        while self._tasks and (self._tasks[0].query is None or self._tasks[0].is_late):
            self._tasks.popleft()
        if self._tasks:
            wait = min(wait, max(0.0, self._tasks[0].deadline - transport.now))
        elif not self._backlog:
            return
        transport.turn(wait, has_more=bool(self._backlog))
        self._expire()

    def _start(self, domain: str) -> None:
        if self._transport.is_down:
            self._tell(domain, MailVerdict(domain, Verdict.UNKNOWN, Reason.RESOLVER_DOWN))
            return
        sibling = ""
        if self._find_wildcards and "." in domain:
            sibling = f"{_random_label()}.{domain.partition('.')[2]}"
        rules = judge(domain, canaries=self._canaries, sibling=sibling, explain=self._explain)
        task = _Task(domain, rules, self._transport.now + self._timeout)
        self._tasks.append(task)
        self._step(task, None)

    def _step(self, task: _Task, answer: Answer | None) -> None:
        """Tell the rules an answer, and ask what they ask next."""
        task.query = None
        while True:
            try:
                question = next(task.rules) if answer is None else task.rules.send(answer)
            except StopIteration as done:
                self._rule(task.domain, done.value)
                return
            answer = self._facts.get(question)
            if answer is not None:
                continue
            if task.is_late:
                answer = failed(question, Reason.TIMEOUT, "no time was left")
                continue
            self._await(task, question)
            return

    def _await(self, task: _Task, question: Question) -> None:
        asked = self._queries.get(question)
        if asked is not None:
            task.query = asked[0]
            asked[1].append(task)
            return
        query = Query(question, self._answered)
        task.query = query
        self._queries[question] = query, [task]
        self._transport.ask(query)

    def _answered(self, query: Query, answer: Answer) -> None:
        _, waiting = self._queries.pop(query.question)
        self._remember(answer, waiting)
        for task in waiting:
            self._step(task, answer)

    def _remember(self, answer: Answer, waiting: Sequence[_Task]) -> None:
        """Keep an answer for the other domains that hang on it."""
        question = answer.question
        if question.server and question.name != EXISTS and (answer.fault is not None or answer.rcode != 3):
            canary_lies = answer.fault is None and answer.rcode == 0
            if not canary_lies:
                return  # one canary that was lost must not spoil the run
        elif len(waiting) == 1 and question.name == waiting[0].domain:
            return  # nobody else will ask
        if len(self._facts) >= _REMEMBERED:
            del self._facts[next(iter(self._facts))]
        self._facts[question] = answer

    def _expire(self) -> None:
        """End the wait of those whose budget is spent."""
        now = self._transport.now
        while self._tasks and (self._tasks[0].deadline <= now or self._tasks[0].query is None):
            task = self._tasks.popleft()
            query = task.query
            if query is None:
                continue
            if query.is_queued and not task.is_extended:  # it waited for its turn, as the resolver is slow
                task.is_extended = True
                task.deadline = now + self._timeout
                self._tasks.append(task)
                continue
            task.is_late = True
            waiting = self._queries[query.question][1]
            waiting.remove(task)
            answer = query.given_up()
            if not waiting:
                del self._queries[query.question]
                self._transport.cancel(query)
                if query.tries >= _ENOUGH_TRIES:
                    self._remember(answer, [task])
            self._step(task, answer)

    def _rule(self, domain: str, ruling: Ruling) -> None:
        if self._cache is not None and ruling.lifetime:
            self._cache.put(ruling.verdict, self._cache_key, ruling.lifetime)
        self._tell(domain, ruling.verdict)

    def _tell(self, domain: str, verdict: MailVerdict) -> None:
        self._queued.discard(domain)
        self._verdicts[domain] = verdict

    def _told_down(self) -> None:
        self._notice(
            f"resolver down: {', '.join(self._transport.labels)} no longer answers;"
            " the remaining domains are marked unknown(resolver_down)."
        )


def _random_label() -> str:
    return "".join(_random.choices(_LETTERS, k=12))
