"""What is believed about domains: shares of patterns, conventions, samples for and against; as lines, and as data for JSON."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from guessmail.data.conventions import DEFAULTS, MEANINGS
from guessmail.directory import NO_PATTERN
from guessmail.domains.organisation import organisation_of
from guessmail.model.derivations import Derivations
from guessmail.model.formats import Format, Vote
from guessmail.model.layout import parts_of
from guessmail.model.observed import TYPICAL, TYPICAL_MIDDLE
from guessmail.model.traits import class_of
from guessmail.names import Name, read_name
from guessmail.patterns import parse_pattern
from guessmail.patterns.catalog import pattern_features
from guessmail.reports.explain import BACKING, based_on, observed_lines, organisation_text
from guessmail.samples import RejectedSample, Sample
from guessmail.text import counted, percent, printable

_LEAST_SHARE = 0.005
_BAR = 30
_MOST_NAMED = 10
"""Samples named for each side; the others are counted."""


class Share(NamedTuple):
    """The probability that a person's address is made by a pattern."""

    pattern: str
    probability: float

    def data(self) -> dict[str, Any]:
        """Return the share for JSON."""
        return {"pattern": self.pattern, "probability": round(self.probability, 4)}


class Convention(NamedTuple):
    """How a company treats special names: `shown` by some samples, `of` those whose names leave the choice."""

    tag: str
    """`umlaut=bare`; `umlaut=` for the default."""
    means: str
    shown: float
    of: float


class Beliefs(NamedTuple):
    """What is believed about a domain, and why."""

    fmt: Format
    shares: tuple[Share, ...]
    """Of the patterns, the most probable first; without those that hardly matter."""
    none: float
    """The probability that an address follows no pattern."""
    with_middle: Share | None
    """The leading pattern where a middle name is known, if that is another one."""
    conventions: tuple[Convention, ...]
    backing: tuple[Sample, ...]
    against: tuple[Sample, ...]
    """The samples for the leading pattern, and those for which it could have made the address, but did not."""
    rejected: tuple[RejectedSample, ...]

    @property
    def leading(self) -> Share:
        """The most probable pattern."""
        return self.shares[0] if self.shares else Share("", 0.0)


def beliefs_of(fmt: Format, may_show: Callable[[Sample], bool] = lambda _: True) -> Beliefs:
    """Return what a format says; of its samples only those that may be shown."""
    shares = shares_of(fmt)
    kept = tuple(share for share in shares if share.probability >= _LEAST_SHARE)
    middle = shares_for(TYPICAL_MIDDLE, fmt)[0]
    backing, against = _sides(fmt.votes, kept[0].pattern) if kept else ([], [])
    return Beliefs(
        fmt,
        shares=kept,
        none=1.0 - math.fsum(share.probability for share in shares),
        with_middle=middle if kept and middle.pattern != kept[0].pattern else None,
        conventions=_conventions(fmt),
        backing=tuple(filter(may_show, backing)),
        against=tuple(filter(may_show, against)),
        rejected=tuple(item for item in fmt.rejected if may_show(item.sample)),
    )


def shares_for(written: str, fmt: Format) -> list[Share]:
    """Return the probabilities of the patterns for a name, the most probable first, whoever may hold the addresses."""
    name = read_name(written)
    assert isinstance(name, Name)  # noqa: S101 - the names are typical ones
    masses: dict[str, list[float]] = defaultdict(list)
    for reading, weight in zip(name.readings, fmt.belief.readings(name), strict=True):
        for patterns in fmt.belief.patterns(parts_of(reading), class_of(name, reading, fmt.belief.traits)):
            for form, chance in zip(patterns.forms, patterns.chances, strict=True):
                masses[form.text].append(weight * chance)
    return _ranked({text: math.fsum(parts) for text, parts in masses.items()})


def shares_of(fmt: Format) -> list[Share]:
    """Return the shares for a typical name; those of patterns that cut are the whole one's, unless samples show the cut."""
    shown = {text for vote in fmt.votes for text, share in vote.shares.items() if share >= BACKING}
    masses: dict[str, float] = defaultdict(float)
    for text, probability in shares_for(TYPICAL, fmt):
        masses[text if text in shown else str(parse_pattern(text)._replace(cut=0))] += probability
    return _ranked(masses)


def _ranked(masses: dict[str, float]) -> list[Share]:
    return [Share(*item) for item in sorted(masses.items(), key=lambda item: (-item[1], item[0]))]


def _sides(votes: Iterable[Vote], pattern: str) -> tuple[list[Sample], list[Sample]]:
    """Return the samples for a pattern, and those against it: not those whose names it cannot apply to."""
    needs = pattern_features(parse_pattern(pattern)).needs
    backing, against = [], []
    for vote in votes:
        name = read_name(vote.sample.name)
        readings = name.readings if isinstance(name, Name) else ()
        if vote.shares.get(pattern, 0.0) >= BACKING:
            backing.append(vote.sample)
        elif not vote.sample.name or any(needs.issubset(parts_of(reading)) for reading in readings):
            against.append(vote.sample)
    return backing, against


def _conventions(fmt: Format) -> tuple[Convention, ...]:
    """Return the conventions that samples show, the best shown first."""
    shown: dict[str, float] = defaultdict(float)
    choices = Counter[str]()
    for vote in fmt.votes:
        name = read_name(vote.sample.name)
        ways = Derivations(name, fmt.belief) if isinstance(name, Name) else None
        hits = list(ways.of_local_part(vote.sample.local_part)) if ways else []
        if not ways or not hits:
            continue
        best = max(hits, key=lambda way: way.probability)
        open_ = {_dimension(tag) for _, tags in ways.made_by(best.form) for tag in tags} & DEFAULTS.keys()
        total = math.fsum(way.probability for way in hits)
        for dimension in open_.union(map(_dimension, best.tags)):
            choices[dimension] += 1
            departing = [way for way in hits if any(_dimension(tag) == dimension for tag in way.tags)]
            shown[f"{dimension}="] += 1.0 - math.fsum(way.probability for way in departing) / total
        for way in hits:
            for tag in way.tags:
                shown[tag] += way.probability / total
    found = [
        Convention(tag, means, count, float(choices[_dimension(tag)]))
        for tag, count in shown.items()
        if count >= BACKING and (means := MEANINGS.get(tag) or DEFAULTS.get(tag.removesuffix("="), ""))
    ]
    return tuple(sorted(found, key=lambda convention: (-convention.shown, convention.tag)))


def _dimension(tag: str) -> str:
    return tag.partition("=")[0]


def belief_lines(beliefs: Beliefs) -> Iterator[str]:
    """Yield what is believed about one domain."""
    fmt = beliefs.fmt
    more = f" ({fmt.skipped:,} more would change nothing)" if fmt.skipped else ""
    yield f"{fmt.domain}: {counted(len(fmt.votes), 'known address', 'known addresses')}{more}"
    yield f"  {organisation_text(organisation_of(fmt.domain))}"
    yield ""
    width = max([len(share.pattern) for share in beliefs.shares] + [len("no pattern")])
    for pattern, probability in (*beliefs.shares, ("no pattern", beliefs.none)):
        yield f"  {pattern:{width}}  {percent(probability, 1):>7}  {'█' * round(probability * _BAR)}".rstrip()
    if middle := beliefs.with_middle:
        yield f"  With a middle name: {middle.pattern} {percent(middle.probability, 1)}"
    if not fmt.votes:
        yield ""
        yield f"  No known addresses at this domain; based on {based_on(fmt)}."
    yield from titled("Public", observed_lines(fmt.domain, fmt.observed))
    yield from titled("Conventions", map(_convention, beliefs.conventions))
    leading = beliefs.leading.pattern
    yield from titled(f"For {leading}", _named(beliefs.backing))
    yield from titled(f"Against {leading}", _named(beliefs.against))
    by_reason: dict[str, list[str]] = defaultdict(list)
    for sample, reason, detail in beliefs.rejected:
        by_reason[reason].append(f"{sample}: {detail}" if detail else str(sample))
    for reason, texts in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        yield from titled(f"Skipped, {len(texts)} {reason}", _named(texts))


def titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines under a title; no title if there are none."""
    if indented := [f"  {line}" for line in lines]:
        yield from ("", f"{title}:", *indented)


def _convention(convention: Convention) -> str:
    shown, of = (f"{value:.1f}".removesuffix(".0") for value in (convention.shown, convention.of))
    seen = f"{shown} of {of}" if convention.of > convention.shown else shown
    return f"{convention.means} ({seen} known address{'' if seen == '1' else 'es'})"


def _named(items: Sequence[object]) -> Iterator[str]:
    yield from (printable(str(item)) for item in items[:_MOST_NAMED])
    if len(items) > _MOST_NAMED:
        yield f"… and {len(items) - _MOST_NAMED} more"


def as_data(beliefs: Beliefs) -> dict[str, Any]:
    """Return what is believed about one domain, for JSON."""
    fmt, organisation = beliefs.fmt, organisation_of(beliefs.fmt.domain)
    return {
        "domain": fmt.domain,
        "country": organisation.country.upper() or None,
        "kind": organisation.kind,
        "samples": len(fmt.votes),
        "uncounted": fmt.skipped,
        "observed": [
            {
                "domain": domain,
                "pattern": None if pattern == NO_PATTERN else pattern,
                "addresses": people,
                "source": source,
                "year": year or None,
            }
            for (domain, pattern, people, source, year, _), _ in fmt.observed
        ],
        "patterns": [share.data() for share in beliefs.shares],
        "freely": round(beliefs.none, 4),
        "with_middle": beliefs.with_middle.data() if beliefs.with_middle else None,
        "conventions": [
            {**convention._asdict(), "tag": convention.tag.rstrip("="), "shown": round(convention.shown, 2)}
            for convention in beliefs.conventions
        ],
        "for": [sample_data(sample) for sample in beliefs.backing],
        "against": [sample_data(sample) for sample in beliefs.against],
        "aside": [
            {**sample_data(sample), "reason": reason, "detail": detail}
            for sample, reason, detail in beliefs.rejected
        ],
    }


def sample_data(sample: Sample) -> dict[str, Any]:
    """Return a sample for JSON."""
    return {"name": sample.name, "address": sample.address, "source": sample.source}
