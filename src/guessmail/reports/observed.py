"""The public addresses that a format rests on, for people to read and for JSON."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from guessmail.directory import SOURCES
from guessmail.directory.files import NO_PATTERN
from guessmail.model.observed import Observed
from guessmail.text import counted

_MOST_PATTERNS = 5
"""Of the patterns that public addresses follow, fewer are named."""


def people_in(observed: Iterable[Observed]) -> int:
    """Return how many public addresses there are."""
    return sum(one.counts.people for one in observed)


def observed_lines(domain: str, observed: Sequence[Observed]) -> Iterator[str]:
    """Yield what public addresses show: at the domain itself, then at related ones."""
    own = [one for one in observed if one.counts.domain == domain]
    for place, some in ((domain, own), ("related domains", [one for one in observed if one not in own])):
        if some:
            number = people_in(some)
            first, *others = _patterns(some)
            verb = "is" if first.startswith("1 ") else "are"
            count, _, pattern = first.partition(" ")
            more = f"; {', '.join(others)}" if others else ""
            yield f"{count} of {counted(number, 'public address', 'public addresses')} at {place} {verb} {pattern}{more} ({sources_of(some)})"


def sources_of(observed: Iterable[Observed]) -> str:
    """Return the sources of public addresses, with the latest year where it is known."""
    latest: dict[str, int] = {}
    for counts, _ in observed:
        latest[counts.source] = max(latest.get(counts.source, 0), counts.year)
    named = sorted((SOURCES.get(source, source), year) for source, year in latest.items())
    return ", ".join(f"{name}, latest {year}" if year else name for name, year in named)


def _patterns(observed: Iterable[Observed]) -> list[str]:
    """Return how many addresses follow each pattern, the most first; those without a pattern come last."""
    totals = Counter[str]()
    for counts, _ in observed:
        totals[counts.pattern] += counts.people
    ranked = sorted(totals.items(), key=lambda item: (item[0] == NO_PATTERN, -item[1], item[0]))
    kept = (
        ranked
        if len(ranked) <= _MOST_PATTERNS
        else [
            *ranked[: _MOST_PATTERNS - 1],
            ("others", sum(count for _, count in ranked[_MOST_PATTERNS - 1 :])),
        ]
    )
    return [f"{count} {'without a pattern' if pattern == NO_PATTERN else pattern}" for pattern, count in kept]


def observed_data(observed: Iterable[Observed]) -> list[dict[str, Any]]:
    """Return the counts of public addresses, for JSON."""
    return [
        {
            "domain": counts.domain,
            "pattern": None if counts.pattern == NO_PATTERN else counts.pattern,
            "addresses": counts.people,
            "source": counts.source,
            "year": counts.year or None,
        }
        for counts, _ in observed
    ]
