"""The answer to "how did you get my address?": what the store knows of one address, in words and as data."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from guessmail.names import Name, read_name
from guessmail.patterns.language import in_words
from guessmail.store import Offered, Outcome, OutcomeKind, Sighting, Store
from guessmail.store.suppression import SuppressionList
from guessmail.text import counted, percent, split_address

_MONTHS = """
    January February March April May June July August September October November December
""".split()
"""In English whatever the locale, as the sentences are."""


class Explanation(NamedTuple):
    """How the address would be guessed today."""

    pattern: str
    probability: float
    basis: str
    """`samples`, `directory`, `prior` or `known`."""
    samples: int
    """The number of samples behind the format of the domain."""
    observed: tuple[str, ...] = ()
    """What public addresses at the domain show, a phrase each."""


class Account(NamedTuple):
    """All that is known of one address."""

    address: str
    known: tuple[Sighting, ...]
    offered: tuple[Offered, ...]
    """The oldest first."""
    neighbours: tuple[Sighting, ...]
    """Where other addresses at its domain were found: what a guess rests on."""
    outcome: Outcome | None
    is_suppressed: bool | None
    """None where that shows only with the owner's name: somebody at the domain is on the do-not-contact list."""
    explanation: Explanation | None
    """How it would be guessed today; None if it bounced or is suppressed."""


def account_of(
    store: Store | None, address: str, *, name: str, explain: Callable[[str, str], Explanation | None]
) -> Account:
    """Return what is known of an address; `name` is its owner's, empty if the user does not say it.

    `explain` returns how an address is guessed for a name, maybe empty; None if no pattern gives it.
    """
    domain = split_address(address)[1]
    found = store.sightings(domain) if store else ()
    known = tuple(sighting for sighting in found if sighting.address.lower() == address.lower())
    people = SuppressionList(store)
    others = (sighting for sighting in found if sighting not in known)
    name = name or next((sighting.name for sighting in known if sighting.name), "")
    outcome = store.outcome(address) if store else None
    is_suppressed: bool | None = people.covers(address, name)
    if not is_suppressed and people.has_any_at(domain) and not isinstance(read_name(name), Name):
        is_suppressed = None
    is_offered = not is_suppressed and not (outcome and outcome.kind is OutcomeKind.BOUNCED)
    how = explain(address, name) if is_offered else None
    return Account(
        address,
        known,
        offered=store.offered(address) if store else (),
        neighbours=tuple(other for other in others if not people.covers(other.address, other.name)),
        outcome=outcome,
        is_suppressed=is_suppressed,
        explanation=how._replace(basis="known") if how and known else how,
    )


def as_data(account: Account, *, full: bool) -> dict[str, Any]:
    """Return an account as what JSON is made of; other people's addresses only if `full`."""
    outcome, sources = account.outcome, _by_source(account.neighbours).items()
    samples: dict[str, Any] = {
        "addresses": _addresses(account.neighbours),
        "sources": [{"source": source, "addresses": count} for source, count in sources],
    }
    if full:
        samples["known"] = list(map(_sighting_data, account.neighbours))
    result = {"kind": outcome.kind.value, "date": outcome.date, "detail": outcome.detail} if outcome else None
    return {
        "address": account.address,
        "known": list(map(_sighting_data, account.known)),
        "offered": [offer._asdict() for offer in account.offered],
        "samples": samples,
        "outcome": result,
        "suppressed": account.is_suppressed,
        "explanation": account.explanation._asdict() if account.explanation else None,
        "mx": None,  # DNS is not asked; the key is kept for scripts
    }


def _sighting_data(sighting: Sighting) -> dict[str, str]:
    address, name, origin, place, date = sighting
    source = {"source" if key == "label" else key: value for key, value in origin._asdict().items()}
    return {"address": address, "name": name, **source, "place": place, "date": date}


def account_lines(account: Account, *, full: bool) -> Iterator[str]:
    """Yield an account in sentences that can be sent to the owner of the address."""
    known, unknown = f"We know {account.address} from:", f"We did not find {account.address} anywhere."
    yield known if account.known else unknown
    for sighting in account.known:
        place = f", {sighting.place}" if sighting.place else ""
        name = f", as the address of {sighting.name}" if sighting.name else ""
        yield f"  - {sighting.origin}{place}{name}; recorded on {_day(sighting.date)}"
    yield from _guess_lines(account)
    yield from _evidence_lines(account, full=full)
    if account.outcome:
        did = "was delivered" if account.outcome.kind is OutcomeKind.DELIVERED else "bounced"
        detail = f" ({account.outcome.detail})" if account.outcome.detail else ""
        yield f"Mail to it {did}, as recorded on {_day(account.outcome.date)}{detail}."
    if account.is_suppressed:
        yield "It is on the do-not-contact list and is not guessed any more."
    if account.is_suppressed is None:
        yield (
            "Somebody at this domain is on the do-not-contact list. Whether it is the owner of this address"
            ' can only be told by the name: add --name "Jane Doe".'
        )


def _guess_lines(account: Account) -> Iterator[str]:
    """Yield when and how the address was guessed, and how it would be today."""
    if account.offered:
        first, last, count = account.offered[0], account.offered[-1], len(account.offered)
        when = f"{count:,} times on {_day(first.date)}" if count > 1 else f"on {_day(first.date)}"
        if first.date != last.date:
            when = f"{count:,} times, first on {_day(first.date)}, last on {_day(last.date)}"
        yield f"We guessed it {when} {_from(last)}; the probability was {percent(last.probability)}."
    else:
        yield "We have no record of guessing it. Nothing was recorded of it."
    if today := account.explanation:
        yield f"Today we would guess it {_from(today)}; the probability would be {percent(today.probability)}."
        yield from (f"We know of {line}." for line in today.observed)


def _day(date: str) -> str:
    """Return an ISO 8601 date as it is written in a letter: 24 November 2026."""
    day = datetime.date.fromisoformat(date)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _from(guess: Offered | Explanation) -> str:
    if guess.basis == "known":
        return "as a known address"
    words = in_words(guess.pattern) if guess.pattern else "no pattern"
    if guess.samples:
        known = counted(guess.samples, "address", "addresses")
        return f"from the usual format at this domain ({words}), known from {known}"
    if guess.basis == "directory":
        return f"from the format that public addresses at this domain show ({words})"
    return f"from a format that is usual at other companies ({words})"


def _evidence_lines(account: Account, *, full: bool) -> Iterator[str]:
    """Yield which sources a guess at the domain rests on; whose addresses they are only if `full`."""
    if not account.neighbours:
        return
    others = counted(_addresses(account.neighbours), "other address", "other addresses")
    yield f"We know {others} at {account.address.rpartition('@')[2]}, from:"
    for source, number in _by_source(account.neighbours).items():
        yield f"  - {source}: {number:,}"
    if full:
        yield "They are:"
        for sighting in account.neighbours:
            name = f" ({sighting.name})" if sighting.name else ""
            yield f"  - {sighting.address}{name}; {sighting.origin}, recorded on {_day(sighting.date)}"


def _addresses(sightings: Iterable[Sighting]) -> int:
    return len({sighting.address.lower() for sighting in sightings})


def _by_source(sightings: Iterable[Sighting]) -> dict[str, int]:
    """Return the sources with how many addresses each holds, the most first."""
    pairs = {(str(sighting.origin), sighting.address.lower()) for sighting in sightings}
    return dict(Counter(source for source, _ in sorted(pairs)).most_common())
