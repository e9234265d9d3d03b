"""What guessmail remembers, in one SQLite file; the only package that opens it."""

from guessmail.samples import OutcomeKind
from guessmail.store.records import Company, Offer, Offered, Origin, Outcome, Sighting
from guessmail.store.store import Store

__all__ = ["Company", "Offer", "Offered", "Origin", "Outcome", "OutcomeKind", "Sighting", "Store"]
