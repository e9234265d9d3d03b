"""The rules of many domains at once: their questions, each asked once, and the answers they share."""

from collections import Counter, deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

from dns.rdatatype import MX, A

from guessmail.mx.answer import Answer, Question, failed
from guessmail.mx.canaries import EXISTS, new_canaries, questions, random_label
from guessmail.mx.query import Query
from guessmail.mx.rules import Ruling, judge
from guessmail.mx.transport import Transport
from guessmail.mx.verdict import MailVerdict, Reason, Verdict

_REMEMBERED = 20_000  # answers about MX hosts: large providers stay in, domains of their own fall out
_BACKLOG = 256  # domains taken on before the sockets are driven a little
_ENOUGH_TRIES = 3  # in vain, before the next domain with the same MX host is spared the wait
_ENOUGH_FAILURES = 3  # of a canary, before it is no longer asked
_LEAST_WAIT, _LONGEST_WAIT = 0.05, 5.0  # seconds before a budget is looked at again


@dataclass(slots=True, eq=False)
class _Task:
    """A domain on its way to a verdict."""

    domain: str
    rules: Generator[Question, Answer, Ruling]
    left: float
    """Seconds of its budget, when the query was joined."""
    base: float = 0.0
    """Seconds that were spent on the query by then."""
    is_late: bool = False
    query: Query | None = None


class Inquiries:
    """Asks resolvers about domains, as many at once as they take.

    `budget` is in seconds for one domain, and runs only while resolvers are asked. `on_ruling` is called once for each
    domain.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        budget: float,
        on_ruling: Callable[[str, Ruling], None],
        explain: bool,
        find_wildcards: bool,
    ) -> None:
        self.transport = transport
        self._budget = budget
        self._on_ruling = on_ruling
        self._explain = explain
        self._find_wildcards = find_wildcards
        self._canaries = new_canaries(self.transport.labels)
        self._canary_failures: Counter[Question] = Counter()
        self._facts: dict[Question, Answer] = {}
        self._queries: dict[Question, tuple[Query, list[_Task]]] = {}
        self._backlog: deque[str] = deque()
        self._has_prefetched = False

    def submit(self, domain: str, *, patience: float) -> None:
        """Take on a domain; at times, go on a little with those before it.

        Resolvers that are down are probed for `patience` seconds, and asked again what they failed at.
        """
        self.transport.health.patience = patience
        self._backlog.append(domain)
        if len(self._backlog) % _BACKLOG == 0:
            with self.transport.loop:
                self._start_waiting()
                self.transport.turn(0.0, has_more=bool(self._backlog))

    def run_until(self, is_done: Callable[[], bool]) -> None:
        """Go on with all domains until something is done."""
        with self.transport.loop:
            while not is_done():
                self._start_waiting()
                if not is_done():
                    self.transport.turn(1.0, has_more=bool(self._backlog))

    def _start_waiting(self) -> None:
        while self._backlog and (self.transport.health.is_lost or self.transport.has_room()):
            self._start(self._backlog.popleft())

    def _start(self, domain: str) -> None:
        if self.transport.health.is_lost:
            self._on_ruling(domain, Ruling(MailVerdict(domain, Verdict.UNKNOWN, Reason.RESOLVER_DOWN), 0))
            return
        sibling = ""
        if self._find_wildcards and "." in domain:
            sibling = f"{random_label()}.{domain.partition('.')[2]}"
        rules = judge(domain, canaries=self._canaries, sibling=sibling, explain=self._explain)
        self._step(_Task(domain, rules, self._budget), None)
        if not self._has_prefetched:  # what almost every verdict wants to know of the first resolver
            self._has_prefetched = True
            for question in questions(self._canaries, self.transport.labels[0], A, MX):
                self._ask(question)
        self.transport.send_waiting()

    def _ask(self, question: Question) -> tuple[Query, list[_Task]]:
        """Return the query for a question and those who wait for it; made and sent where there is none."""
        asked = self._queries.get(question)
        if asked is None:
            query = Query(question, self._answered)
            asked = self._queries[question] = query, []
            self.transport.ask(query)
        return asked

    def _step(self, task: _Task, answer: Answer | None) -> None:
        """Give the rules an answer, and ask what they ask next."""
        task.query = None
        while True:
            try:
                question = next(task.rules) if answer is None else task.rules.send(answer)
            except StopIteration as done:
                self._on_ruling(task.domain, done.value)
                return
            answer = self._facts.get(question)
            if answer is None and self.transport.health.is_lost:
                answer = failed(question, Reason.RESOLVER_DOWN)
            elif answer is None and task.is_late:
                answer = failed(question, Reason.TIMEOUT, "no time was left")
            elif answer is None:
                query, waiting = self._ask(question)
                waiting.append(task)
                now = self.transport.loop.now
                task.query, task.base = query, query.spent(now)
                self.transport.loop.at(now + min(task.left, _LONGEST_WAIT), self._look_at_budget, task, query)
                return

    def _answered(self, query: Query, answer: Answer) -> None:
        _, waiting = self._queries.pop(query.question)
        self._remember(answer, waiting)
        now = self.transport.loop.now
        for task in waiting:
            task.left = max(0.0, task.left - max(0.0, query.spent(now) - task.base))
            self._step(task, answer)

    def _look_at_budget(self, task: _Task, query: Query) -> None:
        """End the wait of a domain whose budget is spent on asking."""
        if task.query is not query:
            return
        loop = self.transport.loop
        left = task.left - (query.spent(loop.now) - task.base)
        if left <= 0 and self.transport.hold(query):
            task.base, left = 0.0, task.left
        if left > 0:
            pause = min(max(left, _LEAST_WAIT), _LONGEST_WAIT)
            loop.at(loop.now + pause, self._look_at_budget, task, query)
            return
        task.is_late = True
        waiting = self._queries[query.question][1]
        waiting.remove(task)
        answer = query.given_up()
        if not waiting:
            del self._queries[query.question]
            self.transport.cancel(query)
            if query.tries >= _ENOUGH_TRIES:
                self._remember(answer, [task])
        self._step(task, answer)

    def _remember(self, answer: Answer, waiting: Sequence[_Task]) -> None:
        """Keep an answer for the other domains that hang on it."""
        question = answer.question
        if question.server:
            if not self._is_worth_keeping(answer):
                return
        elif len(waiting) == 1 and question.name == waiting[0].domain:
            return  # nobody else will ask
        if len(self._facts) >= _REMEMBERED:
            del self._facts[next(iter(self._facts))]
        self._facts[question] = answer

    def _is_worth_keeping(self, answer: Answer) -> bool:
        """Tell whether an answer about a resolver holds for the run: one canary that was lost must not spoil it."""
        if answer.question.name == EXISTS or answer.is_good:
            return True
        self._canary_failures[answer.question] += 1
        return self._canary_failures[answer.question] >= _ENOUGH_FAILURES
