"""The answer to "how did you get my address?": the store's data on an address, as JSON and in words."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence

from guessmail.guesser import Guesser
from guessmail.names import Name, read_name
from guessmail.patterns.language import in_words
from guessmail.reports.explain import observed_lines
from guessmail.reports.listing import Data
from guessmail.store import Origin, OutcomeKind, Sighting, Store
from guessmail.store.suppression import SuppressionList
from guessmail.text import counted, percent, split_address


def account_of(store: Store | None, guesser: Guesser, address: str, *, name: str, full: bool) -> Data:
    """Return the account of an address, as in JSON; it has other people's addresses only if `full`.

    `name` is the owner's, empty if the user does not give it. Bounced and suppressed addresses are not guessed.
    """
    domain = split_address(address)[1]
    found = store.sightings(domain) if store else ()
    known = [sighting for sighting in found if sighting.address.lower() == address.lower()]
    people = SuppressionList(store)
    others = [seen for seen in found if seen not in known and not people.covers(seen.address, seen.name)]
    name = name or next((sighting.name for sighting in known if sighting.name), "")
    outcome = store.outcome(address) if store else None
    is_suppressed: bool | None = people.covers(address, name)
    if not is_suppressed and people.has_any_at(domain) and not isinstance(read_name(name), Name):
        is_suppressed = None  # only the owner's name would tell: an entry of the list is at this domain
    is_offered = not is_suppressed and not (outcome and outcome.kind is OutcomeKind.BOUNCED)
    how = _explanation(guesser, address, name, "known" if known else "") if is_offered else None
    pairs = {(str(seen.origin), seen.address.lower()) for seen in others}
    sources = Counter(source for source, _ in sorted(pairs)).most_common()
    return {
        "address": address,
        "known": list(map(_sighting_data, known)),
        "offered": [offer._asdict() for offer in (store.offered(address) if store else ())],
        "samples": {
            "addresses": len({seen.address.lower() for seen in others}),
            "sources": [{"source": source, "addresses": count} for source, count in sources],
            **({"known": list(map(_sighting_data, others))} if full else {}),
        },
        "outcome": {"kind": outcome.kind.value, "date": outcome.date, "detail": outcome.detail}
        if outcome
        else None,
        "suppressed": is_suppressed,
        "explanation": how,
        "mx": None,  # DNS is not asked; the key stays for scripts
    }


def _explanation(guesser: Guesser, address: str, written: str, basis: str) -> Data | None:
    """Return how an address would be guessed today, as in JSON; None without a name, or without a pattern for it."""
    name = read_name(written)
    found = guesser.rank_address(name, address) if isinstance(name, Name) else None
    if found is None or not found.pattern:
        return None
    domain = split_address(address)[1]
    fmt = guesser.format_of(domain)
    return {
        "pattern": found.pattern,
        "probability": found.probability,
        "basis": basis or found.basis,
        "samples": fmt.samples,
        "observed": list(observed_lines(domain, fmt.observed)),
    }


def _sighting_data(sighting: Sighting) -> dict[str, str]:
    address, name, origin, place, date = sighting
    source = {"source" if key == "label" else key: value for key, value in origin._asdict().items()}
    return {"address": address, "name": name, **source, "place": place, "date": date}


def account_lines(account: Data) -> Iterator[str]:
    """Yield an account in sentences that can be sent to the owner of the address."""
    address, samples = account["address"], account["samples"]
    yield f"We know {address} from:" if account["known"] else f"We did not find {address} anywhere."
    for seen in account["known"]:
        place = f", {seen['place']}" if seen["place"] else ""
        name = f", as the address of {seen['name']}" if seen["name"] else ""
        yield f"  - {_origin(seen)}{place}{name}; recorded on {_day(seen['date'])}"
    yield from _guess_lines(account["offered"], account["explanation"])
    if samples["addresses"]:
        others = counted(samples["addresses"], "other address", "other addresses")
        yield f"We know {others} at {split_address(address)[1]}, from:"
        yield from (f"  - {source['source']}: {source['addresses']:,}" for source in samples["sources"])
    if samples["addresses"] and "known" in samples:
        yield "They are:"
        for seen in samples["known"]:
            name = f" ({seen['name']})" if seen["name"] else ""
            yield f"  - {seen['address']}{name}; {_origin(seen)}, recorded on {_day(seen['date'])}"
    if outcome := account["outcome"]:
        did = "was delivered" if outcome["kind"] == OutcomeKind.DELIVERED else "bounced"
        detail = f" ({outcome['detail']})" if outcome["detail"] else ""
        yield f"Mail to it {did}, as recorded on {_day(outcome['date'])}{detail}."
    if account["suppressed"]:
        yield "It is on the do-not-contact list and is not guessed any more."
    if account["suppressed"] is None:
        yield (
            "Somebody at this domain is on the do-not-contact list. Whether it is the owner of this address"
            ' can only be told by the name: add --name "Jane Doe".'
        )


def _guess_lines(offered: Sequence[Data], today: Data | None) -> Iterator[str]:
    """Yield sentences about when and how the address was guessed, and how it would be guessed today."""
    if offered:
        first, last, count = offered[0]["date"], offered[-1]["date"], len(offered)
        when = f"{count:,} times on {_day(first)}" if count > 1 else f"on {_day(first)}"
        if first != last:
            when = f"{count:,} times, first on {_day(first)}, last on {_day(last)}"
        yield f"We guessed it {when} {_from(offered[-1])}; the probability was {percent(offered[-1]['probability'])}."
    else:
        yield "We have no record of guessing it. Nothing was recorded of it."
    if today:
        yield f"Today we would guess it {_from(today)}; the probability would be {percent(today['probability'])}."
        yield from (f"We know of {line}." for line in today["observed"])


def _origin(seen: Data) -> str:
    return str(Origin(seen["source"], seen["kind"], seen["words"], seen["referred_by"]))


def _day(date: str) -> str:
    """Return an ISO 8601 date as in a letter: 24 November 2026."""
    day = datetime.date.fromisoformat(date)
    return f"{day.day} {day:%B} {day.year}"  # in English, as no locale is set


def _from(guess: Data) -> str:
    if guess["basis"] == "known":
        return "as a known address"
    words = in_words(guess["pattern"]) if guess["pattern"] else "no pattern"
    if guess["samples"]:
        known = counted(guess["samples"], "address", "addresses")
        return f"from the usual format at this domain ({words}), known from {known}"
    if guess["basis"] == "directory":
        return f"from the format that public addresses at this domain show ({words})"
    return f"from a format that is usual at other companies ({words})"
