"""The explanation of a ranking, in words."""

from collections import Counter
from collections.abc import Iterator

from guessmail.data.conventions import MEANINGS
from guessmail.guesser import Guess, Guesser
from guessmail.model.format import Format
from guessmail.model.ranking import Ranked, Ranking
from guessmail.model.related import is_lent
from guessmail.names import Name, Reading
from guessmail.patterns import parse_pattern
from guessmail.patterns.language import in_words
from guessmail.reports.organisation import organisation_text
from guessmail.text import percent

_BACKING = 0.5
"""A sample speaks for an address if so much of its vote went to patterns that make it."""
_OFTEN = 0.3
"""A company that puts middle initials so often is told to do so."""
_LEAST_SHOWN = 0.0005
"""Less would show as nothing."""
_MOST_SAMPLES = 20
"""So many samples are named for each side; the others are counted."""


def explain(guesser: Guesser, guess: Guess) -> Iterator[str]:
    """Yield lines: the readings of the name, the samples with what they were taken for, and each offered address."""
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
    fmt = guesser.format_of(guess.domain, guess.employer)
    shown = [vote for vote in fmt.votes if guesser.may_show(vote.sample)]
    hidden = len(fmt.votes) - len(shown)
    fmt = fmt._replace(
        votes=tuple(shown), rejected=tuple(one for one in fmt.rejected if guesser.may_show(one.sample))
    )
    yield from _samples(fmt, hidden)
    yield from _missing_initial(name, fmt)
    offered = {candidate.address.rpartition("@")[0] for candidate in guess.candidates}
    ranking = guesser.rank(name, guess.domain, guess.employer)
    for ranked in ranking.best():
        if ranked.local_part in offered:
            yield from _address(ranked, ranking, fmt)


def _parts(reading: Reading) -> str:
    written = {"given": reading.given, "middle": reading.middle, "family": reading.family}
    spelled = {"given": (*reading.firsts, *reading.nicks), "family": reading.lasts}
    texts = []
    for part, text in written.items():
        if text:
            spellings = [spelling.text for spelling in spelled.get(part, ())]
            texts.append(f"{part} {text}" + (f" ({', '.join(spellings)})" if spellings else ""))
    return " · ".join(texts)


def _samples(fmt: Format, hidden: int) -> Iterator[str]:
    if fmt.observed:
        from guessmail.reports.observed import observed_lines

        yield from observed_lines(fmt.domain, fmt.observed)
    if not fmt.samples and not fmt.votes and not fmt.rejected:
        based = "public addresses" if fmt.observed else "other companies"
        yield f"No known addresses at {fmt.domain}; based on {based}."
        return
    borrowed = f", and {fmt.borrowed} at related domains" if fmt.borrowed else ""
    yield f"Known addresses at {fmt.domain}: {fmt.samples}{borrowed}"
    for vote in fmt.votes[:_MOST_SAMPLES]:
        shares = [
            item for item in sorted(vote.shares.items(), key=lambda item: -item[1])[:3] if item[1] >= 0.005
        ]
        taken = ", ".join(f"{text} {percent(share)}" for text, share in shares) or "no pattern"
        source = f" [{vote.sample.source}]" if vote.sample.source else ""
        weight = f" (weight {vote.sample.weight:.1f})" if is_lent(vote.sample, fmt.domain) else ""
        yield f"  {vote.sample}{source}{weight}: {taken}"
    if len(fmt.votes) > _MOST_SAMPLES:
        yield f"  … and {len(fmt.votes) - _MOST_SAMPLES} more"
    if hidden:
        yield f"  … and {hidden} of people on your do-not-contact list"
    for one in fmt.rejected:
        yield f"  skipped ({one.reason}): {one.sample}"


def _missing_initial(name: Name, fmt: Format) -> Iterator[str]:
    """Say that the company uses middle initials, but the name has none; addresses are offered without it."""
    if any(reading.middles for reading in name.readings):
        return
    counts = Counter[str]()
    for vote in fmt.votes:
        counts.update(vote.shares)
    with_middle = {text: count for text, count in counts.items() if _has_middle(text)}
    if sum(with_middle.values()) >= max(_OFTEN * len(fmt.votes), 1.0 - _OFTEN):
        text = max(with_middle, key=lambda one: (with_middle[one], one))
        yield (
            f"Tip: this company uses middle initials ({text}: {with_middle[text]:.0f} of {len(fmt.votes)} known addresses); "
            f"add {name.written}'s middle name or initial."
        )


def _has_middle(pattern: str) -> bool:
    return any(token.part == "middle" for token in parse_pattern(pattern).tokens)


def _address(ranked: Ranked, ranking: Ranking, fmt: Format) -> Iterator[str]:
    yield f"{ranked.local_part}@{fmt.domain}: {percent(ranked.probability, 1)}"
    ways = ranking.ways_to(ranked.local_part)
    for way in ways[:3]:
        if way.probability >= _LEAST_SHOWN:
            tags = "".join(f"; {MEANINGS.get(tag, tag)}" for tag in way.tags)
            yield f"  {percent(way.probability, 1):>7}  {way.form.text} ({in_words(way.form.text)}){tags}"
    texts = {way.form.text for way in ways}
    backing: list[str] = []
    against: list[str] = []
    for vote in fmt.votes:
        side = backing if sum(vote.shares.get(text, 0.0) for text in texts) >= _BACKING else against
        side.append(str(vote.sample))
    for word, samples in (("for", backing), ("against", against)):
        if samples:
            more = f" and {len(samples) - _MOST_SAMPLES} more" if len(samples) > _MOST_SAMPLES else ""
            yield f"  {word}: {', '.join(samples[:_MOST_SAMPLES])}{more}"
