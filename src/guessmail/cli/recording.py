"""Recording a run's offers in an existing store, so that `why` can say when an address was offered."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Self

from guessmail.cli.store_options import today
from guessmail.reports.added import offered_in
from guessmail.store import Offer, Store

if TYPE_CHECKING:
    from guessmail.guesser import Guess, Guesser

__all__ = ["Recorder"]

_BATCH = 5000


class Recorder:
    """Collects offers, and writes them in batches; the last one on exit."""

    def __init__(self, store: Store, options: Mapping[str, object], guesser: "Guesser") -> None:
        """`options` are those of the run; none may name a person."""
        self._store, self._options, self._guesser = store, options, guesser
        self._run: int | None = None
        self._offers: list[Offer] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()

    def take(self, guess: "Guess") -> None:
        """Record one person's candidates."""
        for one in guess.candidates:
            self._offers.append(Offer(one.address, one.pattern, one.probability, one.basis, guess.samples))

    def take_cells(self, rows: Sequence[Sequence[str]]) -> None:
        """Record the candidates in the added cells of some rows."""
        for cells in rows:
            for address, probability, pattern, basis in offered_in(cells):
                samples = self._guesser.format_of(address.rpartition("@")[2]).samples
                self._offers.append(Offer(address, pattern, float(probability), basis, samples))
        if len(self._offers) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        if self._run is None:
            if self._offers:
                self._run = self._store.record_run(today(), self._options, self._offers)
        else:
            self._store.add_offers(self._run, self._offers)
        self._offers.clear()
