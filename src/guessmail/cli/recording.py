"""Remembering what a run offers, so that `why` can say when: only where there is a store already."""

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
    """Takes what is offered, and writes it in batches; the last one when it is left."""

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
        """Take what is offered to one person."""
        for one in guess.candidates:
            self._offers.append(Offer(one.address, one.pattern, one.probability, one.basis, guess.samples))

    def take_cells(self, rows: Sequence[Sequence[str]]) -> None:
        """Take what is offered in the added cells of some rows."""
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
