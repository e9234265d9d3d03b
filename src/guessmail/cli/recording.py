"""Recording a run's offers in an existing store, so that `why` can say when an address was offered."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Self

from guessmail.cli.store_options import today
from guessmail.store import Offer, Store

if TYPE_CHECKING:
    from guessmail.guesser import Guess


_BATCH = 5000


class Recorder:
    """Collects offers, and writes them in batches; the last one on exit."""

    def __init__(self, store: Store, options: Mapping[str, object]) -> None:
        """`options` are those of the run; none may name a person."""
        self._store, self._options = store, options
        self._run: int | None = None
        self._offers: list[Offer] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()

    def take(self, guesses: "Iterable[Guess]") -> None:
        """Record the candidates of some people."""
        for guess in guesses:
            for one in guess.candidates:
                self._offers.append(
                    Offer(one.address, one.pattern, one.probability, one.basis, guess.samples)
                )
        if len(self._offers) >= _BATCH:
            self._flush()

    def _flush(self) -> None:
        if self._run is None:
            if self._offers:
                self._run = self._store.record_run(today(), self._options, self._offers)
        else:
            self._store.add_offers(self._run, self._offers)
        self._offers.clear()
