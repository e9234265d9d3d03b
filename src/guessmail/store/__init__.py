"""The memory between runs: one SQLite file, which only this package opens. Imports `model` and the packages before it."""

from guessmail.samples import OutcomeKind
from guessmail.store.store import Company, Offered, Origin, Outcome, Sighting, Store

__all__ = ["Company", "Offered", "Origin", "Outcome", "OutcomeKind", "Sighting", "Store"]
