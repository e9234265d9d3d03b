"""Explanations in words: of a ranking, of the public addresses behind a format, of an organisation."""

from collections import Counter
from collections.abc import Iterator, Sequence

from guessmail.data.conventions import MEANINGS
from guessmail.directory import NO_PATTERN, SOURCES
from guessmail.domains.question import Organisation
from guessmail.guesser import Guess, Guesser
from guessmail.model.formats import Format
from guessmail.model.observed import Observed
from guessmail.model.ranking import Ranking
from guessmail.names import Name, Reading
from guessmail.patterns.language import in_words
from guessmail.text import counted, percent, split_address

BACKING = 0.5
"""The least share of a sample's vote for a pattern, or for an address's patterns, that makes the sample one for it."""
_MOST_SAMPLES = 20
"""The most samples that are named for a side; the others are counted."""
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
    if guess.problem:
        return
    if guess.company and guess.company.is_guess:
        yield (
            f"Domain: {guess.domain}, to {percent(guess.company.probability)}, by the name of {guess.company.name};"
            " what follows is of the local parts there."
        )
    if guess.organisation:
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
    from guessmail.data.country_names import NAME_OF_COUNTRY  # other explanations do not need it

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
    spelled = (
        (f"{part} {text}", ", ".join(s.text for s in spellings)) for part, text, spellings in parts if text
    )
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
    for vote in fmt.votes[:_MOST_SAMPLES]:
        best = sorted(vote.shares.items(), key=lambda item: -item[1])[:3]
        patterns = ", ".join(f"{text} {percent(share)}" for text, share in best if share >= 0.005)
        source = f" [{vote.sample.source}]" if vote.sample.source else ""
        weight = f" (weight {vote.sample.weight:.1f})" if vote.sample.domain != fmt.domain else ""
        yield f"  {vote.sample}{source}{weight}: {patterns or 'no pattern'}"
    if len(fmt.votes) > _MOST_SAMPLES:
        yield f"  … and {len(fmt.votes) - _MOST_SAMPLES} more"
    if hidden:
        yield f"  … and {hidden} of people on your do-not-contact list"
    for rejected in fmt.rejected:
        yield f"  skipped ({rejected.reason}): {rejected.sample}"


def _derivation_lines(local_part: str, ranking: Ranking, fmt: Format) -> Iterator[str]:
    derivations = ranking.derivations_of(local_part)
    for derivation in derivations[:3]:
        if derivation.probability >= 0.0005:
            tags = "".join(f"; {MEANINGS.get(tag, tag)}" for tag in derivation.tags)
            yield f"  {percent(derivation.probability, 1):>7}  {derivation.form.text} ({in_words(derivation.form.text)}){tags}"
    texts = {derivation.form.text for derivation in derivations}
    sides: dict[str, list[str]] = {"for": [], "against": []}
    for vote in fmt.votes:
        is_for = sum(vote.shares.get(text, 0.0) for text in texts) >= BACKING
        sides["for" if is_for else "against"].append(str(vote.sample))
    for word, samples in sides.items():
        if samples:
            more = f" and {len(samples) - _MOST_SAMPLES} more" if len(samples) > _MOST_SAMPLES else ""
            yield f"  {word}: {', '.join(samples[:_MOST_SAMPLES])}{more}"
