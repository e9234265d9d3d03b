"""The rules of many domains at once, in a few threads."""

import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeAlias

from dns.rdatatype import MX, A

from guessmail.mx.asking import Asker
from guessmail.mx.canaries import new_canaries, questions, random_label
from guessmail.mx.rules import Ruling, judge
from guessmail.mx.verdict import MailVerdict, Reason, Verdict

_AT_ONCE = 26  # threads; each has one socket at most
_LONGEST_DOMAIN = 253

Outcome: TypeAlias = "SimpleQueue[Ruling | Exception]"
"""Where the ruling on a domain will be, or the fault of the program that prevents it."""


class Inquiries:
    """Asks resolvers about domains, as many at once as there are threads; none of them keeps the process from ending.

    `budget` is in seconds for one domain, and runs only while resolvers are asked.
    """

    def __init__(self, asker: Asker, *, budget: float, explain: bool, find_wildcards: bool) -> None:
        self.asker = asker
        self._budget, self._explain, self._find_wildcards = budget, explain, find_wildcards
        self._canaries = new_canaries(asker.labels)
        self._work: SimpleQueue[tuple[Callable[[], Any], Outcome] | None] = SimpleQueue()
        self._threads = 0

    def submit(self, domain: str) -> Outcome:
        """Take on a domain."""
        is_first = not self._threads
        outcome = self._run(partial(self._ruling, domain))
        if is_first:  # what almost every verdict wants to know of the first resolver
            for question in questions(self._canaries, self.asker.labels[0], A, MX):
                self._run(partial(self.asker.ask, question, self._budget, is_shared=True))
        return outcome

    def close(self) -> None:
        """Give up all that is under way."""
        self.asker.is_lost = True
        for _ in range(self._threads):
            self._work.put(None)

    def _run(self, call: Callable[[], Any]) -> Outcome:
        """Call a function in one of the threads."""
        outcome: Outcome = SimpleQueue()
        self._work.put((call, outcome))
        if self._threads < _AT_ONCE:
            self._threads += 1
            threading.Thread(target=self._serve, daemon=True).start()
        return outcome

    def _serve(self) -> None:
        while (work := self._work.get()) is not None:
            call, outcome = work
            try:
                outcome.put(call())
            except Exception as error:  # noqa: BLE001 - raised again where it is waited for
                outcome.put(error)

    def _ruling(self, domain: str) -> Ruling:
        """Follow the rules, question by question."""
        if self.asker.is_lost:
            return Ruling(MailVerdict(domain, Verdict.UNKNOWN, Reason.RESOLVER_DOWN), 0)
        sibling = f"{random_label()}.{domain.partition('.')[2]}"
        has_sibling = self._find_wildcards and "." in domain and len(sibling) <= _LONGEST_DOMAIN
        rules = judge(
            domain, canaries=self._canaries, sibling=sibling if has_sibling else "", explain=self._explain
        )
        left = self._budget
        try:
            question = own = next(rules)  # which no other domain asks
            while True:
                answer, spent = self.asker.ask(question, left, is_shared=question != own)
                left -= spent
                question = rules.send(answer)
        except StopIteration as done:
            ruling: Ruling = done.value
            return ruling
