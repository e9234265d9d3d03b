"""Explanations: of a ranking, of an organisation; and the answer to "how did you get my address?"."""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from guessmail.data.conventions import MEANINGS
from guessmail.data.country_names import NAME_OF_COUNTRY
from guessmail.data.sources import SOURCES
from guessmail.directory import NO_PATTERN
from guessmail.domains.question import Organisation, company_of
from guessmail.guesser import Guess, Guesser
from guessmail.model.formats import Format
from guessmail.model.layout import Tags
from guessmail.model.observed import Observed
from guessmail.model.ranking import Ranking
from guessmail.names import Name, Reading, read_name
from guessmail.patterns import in_words, uncut
from guessmail.reports.listing import Data
from guessmail.samples import OutcomeKind
from guessmail.text import counted, percent, split_address

if TYPE_CHECKING:  # a guess without the store does not pay for it
    from guessmail.store import Sighting, Store

BACKING = 0.5
"""The least share of a sample's vote for a pattern, or for an address's patterns, that makes the sample one for it."""
_SOURCES = {"given": "as given", "suffix": "from the domain", "phone": "from the phone number"}
_KINDS = {"academic": "university", "public": "public body", "firm": "company"}


def explain(guesser: Guesser, guess: Guess) -> Iterator[str]:
    """Yield lines: the readings of the name, the samples with their patterns, and the patterns of each candidate."""
    name = guesser.read_name(guess.question)
    if not isinstance(name, Name):
        return
    yield f"Name: {name.written}"
    for reading in name.readings:
        yield f"  {percent(reading.weight):>5}  {_parts(reading)}"
    if guess.problem or not guess.organisation:  # which all others have
        return
    if guess.company and guess.company.is_guess:
        yield (
            f"Domain: {guess.domain}, to {percent(guess.company.probability)}, by the name of {company_of(guess.question)};"
            " what follows is of the local parts there."
        )
    yield f"Organisation: {organisation_text(guess.organisation)}"
    whole = guesser.format_of(guess.domain, guess.employer)
    fmt = whole._replace(
        votes=tuple(vote for vote in whole.votes if guesser.may_show(vote.sample)),
        rejected=tuple(item for item in whole.rejected if guesser.may_show(item.sample)),
    )
    yield from _samples(fmt, hidden=len(whole.votes) - len(fmt.votes))
    offered = {split_address(candidate.address)[0] for candidate in guess.candidates}
    ranking = guesser.rank(name, guess.domain, guess.employer)
    for local_part, probability in ranking.best():
        if local_part in offered:
            yield f"{local_part}@{fmt.domain}: {percent(probability, 1)}"
            yield from _derivation_lines(local_part, ranking, fmt)


def organisation_text(organisation: Organisation) -> str:
    """Return a description such as `company; country: Germany, from the name`."""
    kind, country, source = organisation
    origin = _SOURCES.get(source, f"from the {source}")
    place = f"{NAME_OF_COUNTRY.get(country, country.upper())}, {origin}" if country else "unknown"
    return f"{_KINDS[kind]}; country: {place}"


def observed_lines(domain: str, observed: Sequence[Observed]) -> Iterator[str]:
    """Yield a line about the public addresses at the domain, and one about related domains, with sources and years."""
    for place, is_own in ((domain, True), ("related domains", False)):
        counts = [entry.counts for entry in observed if (entry.counts.domain == domain) is is_own]
        if not counts:
            continue
        totals: Counter[str] = Counter()
        for count in counts:
            totals["without a pattern" if count.pattern == NO_PATTERN else count.pattern] += count.people
        number = counted(totals.total(), "public address", "public addresses")
        ranked = sorted(totals.items(), key=lambda item: (item[0] == "without a pattern", -item[1], item[0]))
        if len(ranked) > 5:
            ranked[4:] = [("others", sum(people for _, people in ranked[4:]))]
        (pattern, people), *others = ranked
        more = f"; {', '.join(f'{count} {text}' for text, count in others)}" if others else ""
        latest = dict(sorted((SOURCES.get(count.source, count.source), count.year) for count in counts))
        sources = ", ".join(f"{name}, latest {year}" if year else name for name, year in latest.items())
        yield f"{people} of {number} at {place} {'is' if people == 1 else 'are'} {pattern}{more} ({sources})"


def _parts(reading: Reading) -> str:
    parts = (
        ("given", reading.given, (*reading.firsts, *reading.nicks)),
        ("middle", reading.middle, ()),
        ("family", reading.family, reading.lasts),
    )
    spelled = ((f"{part} {text}", ", ".join(s.text for s in forms)) for part, text, forms in parts if text)
    return " · ".join(f"{part} ({spellings})" if spellings else part for part, spellings in spelled)


def based_on(fmt: Format) -> str:
    """Return the words for the evidence behind a format without samples."""
    return "public addresses" if fmt.observed else "other companies"


def _samples(fmt: Format, hidden: int) -> Iterator[str]:
    yield from observed_lines(fmt.domain, fmt.observed)
    if not fmt.samples and not fmt.votes and not fmt.rejected:
        yield f"No known addresses at {fmt.domain}; based on {based_on(fmt)}."
        return
    borrowed = f", and {fmt.borrowed} at related domains" if fmt.borrowed else ""
    yield f"Known addresses at {fmt.domain}: {fmt.samples}{borrowed}"
    for vote in fmt.votes[:20]:
        best = sorted(vote.shares.items(), key=lambda item: -item[1])[:3]
        patterns = ", ".join(f"{text} {percent(share)}" for text, share in best if share >= 0.005)
        source = f" [{vote.sample.source}]" if vote.sample.source else ""
        weight = f" (weight {vote.sample.weight:.1f})" if vote.sample.domain != fmt.domain else ""
        yield f"  {vote.sample}{source}{weight}: {patterns or 'no pattern'}"
    if more := len(fmt.votes[20:]):
        yield f"  … and {more} more"
    if hidden:
        yield f"  … and {hidden} of people on your do-not-contact list"
    for rejected in fmt.rejected:
        yield f"  skipped ({rejected.reason}): {rejected.sample}"


def _derivation_lines(local_part: str, ranking: Ranking, fmt: Format) -> Iterator[str]:
    derivations = ranking.derivations_of(local_part)
    texts = {derivation.form.text for derivation in derivations}
    shares: dict[tuple[str, Tags], float] = {}
    for _, probability, form, _, tags in derivations:
        way = uncut(form.text) if uncut(form.text) in texts else form.text, tags
        shares[way] = shares.get(way, 0.0) + probability
    for (text, tags), probability in sorted(shares.items(), key=lambda way: -way[1])[:3]:
        if probability >= 0.0005:
            meanings = "".join(f"; {MEANINGS.get(tag, tag)}" for tag in tags)
            yield f"  {percent(probability, 1):>7}  {text} ({in_words(text)}){meanings}"
    sides: dict[str, list[str]] = {"for": [], "against": []}
    for vote in fmt.votes:
        is_for = sum(vote.shares.get(text, 0.0) for text in texts) >= BACKING
        sides["for" if is_for else "against"].append(str(vote.sample))
    for word, samples in sides.items():
        if samples:
            more = f" and {len(samples) - 20} more" if len(samples) > 20 else ""
            yield f"  {word}: {', '.join(samples[:20])}{more}"


def account_of(store: "Store | None", guesser: Guesser, address: str, *, name: str, full: bool) -> Data:
    """Return the account of an address, as in JSON; it has other people's addresses only if `full`.

    `name` is the owner's, empty if the user does not give it. Bounced and suppressed addresses are not guessed.
    """
    from guessmail.store.suppression import SuppressionList

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
        "outcome": outcome and {"kind": outcome.kind, "date": outcome.date, "detail": outcome.detail},
        "suppressed": is_suppressed,
        "explanation": _explanation(guesser, address, name, "known" if known else "") if is_offered else None,
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


def _sighting_data(sighting: "Sighting") -> dict[str, str]:
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
    from guessmail.store import Origin

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
