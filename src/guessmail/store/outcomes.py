"""The store's outcomes: whether mail to an address was delivered or bounced."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from guessmail.samples import OutcomeKind
from guessmail.store.records import Outcome

if TYPE_CHECKING:
    from guessmail.store.database import Database


class Outcomes:
    """Outcomes, kept as a log: an address's last one counts."""

    database: "Database"

    def record_outcomes(self, outcomes: Iterable[Outcome]) -> int:
        """Record outcomes in one transaction, and return how many changed the last outcome of their address."""
        changed = 0
        with self.database.writing() as cursor:
            for outcome in outcomes:
                local, _, domain = outcome.address.rpartition("@")
                last = cursor.execute(
                    "SELECT kind FROM outcome WHERE domain = ? AND local = ? ORDER BY id DESC LIMIT 1",
                    (domain, local),
                ).fetchone()
                if last is None or last[0] != outcome.kind:
                    cursor.execute(
                        "INSERT INTO outcome (domain, local, kind, date, name, detail) "
                        "VALUES (?, ?, ?, ?, ?, ?)",
                        (domain, local, outcome.kind.value, outcome.date, outcome.name, outcome.detail),
                    )
                    changed += 1
        return changed

    def undo_outcome(self, address: str) -> Outcome | None:
        """Remove the last outcome of an address, and return it; None if there is none."""
        outcome = self.outcome(address)
        local, _, domain = address.rpartition("@")
        with self.database.writing() as cursor:
            cursor.execute(
                "DELETE FROM outcome WHERE id = (SELECT MAX(id) FROM outcome WHERE domain = ? AND local = ?)",
                (domain, local),
            )
        return outcome

    def outcome(self, address: str) -> Outcome | None:
        """Return the last outcome of an address."""
        local, _, domain = address.rpartition("@")
        return self._last("domain = ? AND local = ?", domain, local).get(local.lower())

    def outcomes_at(self, domain: str) -> dict[str, Outcome]:
        """Return the last outcome of each local part at a domain, in lower case."""
        return self._last("domain = ?", domain)

    def _last(self, where: str, *values: str) -> dict[str, Outcome]:
        rows = self.database.rows(
            f"SELECT domain, local, kind, date, name, detail FROM outcome WHERE {where} ORDER BY id",  # noqa: S608 - the conditions stand above
            values,
            of=(str,) * 6,
        )
        if not {row[2] for row in rows} <= set(OutcomeKind):
            raise self.database.damage()
        return {
            local.lower(): Outcome(f"{local}@{domain}", OutcomeKind(kind), date, name, detail)
            for domain, local, kind, date, name, detail in rows
        }
