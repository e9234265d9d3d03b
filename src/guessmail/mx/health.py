"""Whether resolvers work: doubted after failures, probed, waited for while they are down, and given up in the end."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dns.rdatatype import SOA

from guessmail.mx.answer import Answer, Question
from guessmail.mx.canaries import EXISTS
from guessmail.mx.pace import Pace, Window
from guessmail.mx.query import Query, Upstream

if TYPE_CHECKING:
    from guessmail.mx.transport import Transport


_FAILURES = 5  # in a row, before the resolver itself is doubted
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 5.0  # seconds between probes of resolvers that are down


class Health:
    """Whether any resolver works.

    While `patience` is 0, nothing is probed or waited for. `on_down` is called, once, when no resolver works any
    more.
    """

    def __init__(
        self, upstreams: Sequence[Upstream], asker: "Transport", on_down: Callable[[float], None]
    ) -> None:
        self._upstreams = upstreams
        self._asker = asker
        self._on_down = on_down
        self.patience = 0.0
        """For how many seconds resolvers that are down are probed before they are given up."""
        self.is_out = False
        """No resolver works at the moment."""
        self.is_lost = not upstreams
        """No resolver is asked any more."""
        self._began = 0.0
        self._has_told = False

    def is_in_doubt(self, since: float) -> bool:
        """Tell whether no resolver has shown that it works since a time."""
        return self.patience > 0 and all(upstream.worked_at < since for upstream in self._upstreams)

    def failed(self, upstream: Upstream) -> None:
        """Count a failure; after five in a row, ask for what every resolver knows."""
        upstream.failures += 1
        if upstream.failures >= _FAILURES and self.patience > 0:
            self._probe(upstream)

    def doubt(self) -> None:
        """Find out at once which resolvers work."""
        for upstream in self._upstreams:
            self._probe(upstream)

    def _probe(self, upstream: Upstream) -> None:
        if not (upstream.is_probed or upstream.is_down or self.is_out):
            upstream.is_probed = True
            self._ask(upstream, self._probed)

    def _ask(self, upstream: Upstream, call: Callable[[Upstream, Query, Answer], None]) -> None:
        question = Question(EXISTS, SOA, upstream.label)
        self._asker.ask_first(Query(question, partial(call, upstream), is_probe=True))

    def _probed(self, upstream: Upstream, query: Query, answer: Answer) -> None:
        upstream.is_probed = False
        has_worked = upstream.worked_at >= query.first_sent  # it may drop much and yet be up
        if has_worked or answer.is_good:
            upstream.failures = 0
            self._asker.ask_held_again()
            return
        upstream.is_down = True
        if not self.is_out and all(other.is_down for other in self._upstreams):
            self._outage()

    def _outage(self) -> None:
        self.is_out = True
        self._began = self._asker.loop.now
        if not self._has_told:
            self._has_told = True
            self._on_down(self.patience)
        self._asker.park()
        for upstream in self._upstreams:
            # What was lost while it was down says nothing of it.
            upstream.window, upstream.pace = Window(), Pace()
        self._pulse(_FIRST_PAUSE)

    def _pulse(self, pause: float) -> None:
        """Ask whether a resolver is back, and again after a pause that doubles."""
        if not self.is_out:
            return
        left = self._began + self.patience - self._asker.loop.now
        if left <= 0:
            self.is_out, self.is_lost = False, True
            self._asker.give_up()
            return
        for upstream in self._upstreams:
            self._ask(upstream, self._pulsed)
        loop = self._asker.loop
        loop.at(loop.now + min(pause, left), self._pulse, min(pause * 2, _LONGEST_PAUSE))

    def _pulsed(self, upstream: Upstream, _: Query, answer: Answer) -> None:
        if answer.is_good and not self.is_lost:
            upstream.is_down = self.is_out = False
            upstream.failures = 0
