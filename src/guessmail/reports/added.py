"""The columns that guessmail adds to a list: their names, place and cells; and the fields of a guess in JSON."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from guessmail.errors import UsageError
from guessmail.text import percent

if TYPE_CHECKING:  # checks of domains do not pay for guesses
    from guessmail.dns import MailVerdict
    from guessmail.guesser import Guess

PREFIX = "guess_"
DOMAIN_CELLS = ("domain", "domain_probability")
"""Further columns: the domain that was found by the company's name, and its probability."""
COMPANY_CELLS = (*DOMAIN_CELLS, "domain_basis")
"""The columns of a company's candidate."""
RATE_CELLS = ("rate",)
"""A further column: the probability of the row's own address."""

_FIRST = ("email", "probability", "pattern", "basis", "mx", "mx_reason", "problem")
_NEXT = ("email", "probability", "pattern")
_LAST = ("level", "note")
_ADDED = rf"{'|'.join((*_FIRST, *COMPANY_CELLS, *RATE_CELLS, *_LAST))}|({'|'.join((*_NEXT, *COMPANY_CELLS))})_([2-9]|[1-9]\d+)"
"""The name of an added column without its prefix; that of a further answer has a number: `email_2`."""


class AddedColumns(NamedTuple):
    """The columns that a command adds to a list, without their prefix."""

    top: int = 1
    """The most answers of a row."""
    prefix: str = PREFIX
    more: Sequence[str] = ()
    """The columns that only some lists gain; they come before the last."""
    first: tuple[str, ...] = _FIRST
    """The columns of the best answer; by default, of a guess."""
    further: tuple[str, ...] = _NEXT
    """The columns of each further answer, without its number."""
    last: tuple[str, ...] = _LAST

    @property
    def names(self) -> list[str]:
        """The names of the columns with prefix and numbers, in order."""
        numbered = (f"{name}_{number}" for number in range(2, self.top + 1) for name in self.further)
        return [self.prefix + name for name in (*self.first, *numbered, *self.more, *self.last)]

    def place(self, header: Sequence[str]) -> tuple[int, int]:
        """Return the place that these take, `header[start:stop]`: an earlier run's, or the end; `UsageError` for a clash."""
        names = [name.removeprefix(self.prefix) if name.startswith(self.prefix) else "" for name in header]
        firsts = [(at, first) for at in range(len(names)) for first in (_FIRST, DOMAIN_CELLS)]
        start = next((at for at, first in firsts if tuple(names[at : at + len(first)]) == first), len(names))
        stop = start
        names.append("")  # ends the loop
        while re.fullmatch(_ADDED, names[stop]) and names[stop] not in names[start:stop]:
            stop += 1
        others = {*header[:start], *header[stop:]}
        if clash := next(filter(others.__contains__, self.names), ""):
            raise UsageError(
                f'The list has a column "{clash}" already, and not from an earlier run of guessmail alone.'
                " Give the added columns another prefix: --prefix new_."
            )
        return start, stop


def cells_of(guess: "Guess", top: int, more: Sequence[str] = (), least: float = 0.0) -> list[str]:
    """Return the added cells of a row, in the order of `AddedColumns`; `least` is the least probability of a guess."""
    candidates = guess.candidates[:top]
    found = [[each.address, probability(each.probability), each.pattern] for each in candidates]
    found += [[""] * len(_NEXT)] * (top - len(found))
    basis, word = (candidates[0].basis, level(candidates[0].probability)) if candidates else ("", "")
    mx = [guess.mx.verdict, guess.mx.reason] if guess.mx else ["", ""]
    first = [*found[0], basis, *mx, str(guess.problem or "")]
    further = [cell for three in found[1:] for cell in three]
    return [*first, *further, *[_cell(guess, name) for name in more], word, _note(guess, least)]


def _cell(guess: "Guess", name: str) -> str:
    """Return the cell of a column that only some lists gain."""
    if name == "rate":
        return "" if guess.rate is None else probability(guess.rate)
    found = guess.company or guess.suggestion
    if name == "domain_probability":
        return probability(found.probability) if found else ""
    return guess.domain if guess.company else guess.suggestion.domain if guess.suggestion else ""


def level(probability: float) -> str:
    """Return the word for a probability: high from 70 %, medium from 30 %, else low."""
    return "high" if probability >= 0.7 else "medium" if probability >= 0.3 else "low"


def _note(guess: "Guess", least: float) -> str:
    """Return the note about a row beside its problem: a mistyped domain, a misspelled address, why there is no guess."""
    notes = []
    if guess.meant:
        notes.append(f"{guess.domain} looks mistyped: {guess.meant}?")
    if guess.misspelling:
        likely = percent(guess.misspelling.probability)
        notes.append(f"the address looks misspelled: {guess.misspelling.address} is a guess of {likely}")
    if not (guess.candidates or guess.problem) and guess.name.strip():
        is_refused = guess.mx is not None and guess.mx.verdict == "no_mail"
        improbable = f"no guess is as probable as {percent(least, 1).replace('.0 ', ' ')} (--min-probability)"
        notes.append(f"{guess.domain} accepts no mail" if is_refused else improbable)
    return "; ".join(notes)


def probability(value: float) -> str:
    """Return a probability as it is written in cells: with at most four decimals, `0.61`."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def guess_fields(guess: "Guess") -> dict[str, object]:
    """Return the fields of a guess in JSON, whose keys are frozen, without `row` and `input`."""
    from guessmail.domains.question import company_of

    organisation, found = guess.organisation, guess.company
    name = {"name": company_of(guess.question)}
    company = found and name | {"probability": round(found.probability, 4), "basis": found.basis}
    return {
        "name": guess.name,
        "domain": guess.domain,
        "company": company,
        "candidates": [
            {**each._asdict(), "probability": round(each.probability, 4)} for each in guess.candidates
        ],
        "samples": guess.samples,
        "observed": guess.observed,
        "country": (organisation.country.upper() or None) if organisation else None,
        "kind": organisation.kind if organisation else None,
        "mx": verdict_fields(guess.mx) if guess.mx else None,
        "problem": guess.problem._asdict() if guess.problem else None,
    } | ({} if guess.rate is None else {"rate": round(guess.rate, 4)})


def verdict_fields(mx: "MailVerdict") -> dict[str, object]:
    """Return the fields of a verdict in JSON; `provider` is null if it is not known."""
    hosts = list(mx.hosts)
    return {"verdict": mx.verdict, "reason": mx.reason, "provider": mx.provider or None, "hosts": hosts}
