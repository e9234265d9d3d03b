"""What is believed about a domain, for people to read: shares of patterns, conventions, samples for and against."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from guessmail.data.conventions import DEFAULTS, MEANINGS
from guessmail.domains.organisation import Organisation, organisation_of
from guessmail.model.format import Format, Vote
from guessmail.model.layout import parts_of
from guessmail.model.observed import Observed
from guessmail.model.traits import class_of
from guessmail.model.ways import Ways
from guessmail.names import Name, read_name
from guessmail.patterns import parse_pattern
from guessmail.patterns.catalog import form_of
from guessmail.samples import RejectedSample, Sample

TYPICAL = "Nadine Holbeck"
"""An invented name of common lengths, without anything special: the shares are those for such a name."""
TYPICAL_MIDDLE = "Nadine Clare Holbeck"
_LEAST_SHARE = 0.005
_BACKING = 0.5
"""A sample is for a pattern that has so much of its vote."""


@dataclass(frozen=True, slots=True)
class Share:
    """The probability that a person's address is made by a pattern."""

    pattern: str
    probability: float


@dataclass(frozen=True, slots=True)
class Convention:
    """How the company was seen to treat special names."""

    tag: str
    """`umlaut=bare`; `umlaut=` for the default."""
    means: str
    shown: float
    """So many samples show it …"""
    of: float
    """… of those whose names leave the choice."""


@dataclass(frozen=True, slots=True)
class Beliefs:
    """What is believed about a domain, and why."""

    domain: str
    organisation: Organisation
    """What is assumed of it."""
    samples: int
    """How many were counted."""
    shares: tuple[Share, ...]
    """Of the patterns, the most probable first; without those that hardly matter."""
    none: float
    """The probability that an address is made by none of the patterns."""
    with_middle: Share | None
    """What leads where a middle name is known, if that is another pattern."""
    conventions: tuple[Convention, ...]
    backing: tuple[Sample, ...]
    """The samples for the leading pattern."""
    against: tuple[Sample, ...]
    """Those that it could have made an address for, but did not."""
    rejected: tuple[RejectedSample, ...]
    skipped: int
    """How many further samples there are, which would say nothing new."""
    observed: tuple[Observed, ...]
    """Public addresses that the directory counts."""

    @property
    def leading(self) -> Share:
        """The most probable pattern."""
        return self.shares[0] if self.shares else Share("", 0.0)

    @property
    def rejected_by_reason(self) -> Mapping[str, list[RejectedSample]]:
        """What was rejected, the most common reason first."""
        found: dict[str, list[RejectedSample]] = defaultdict(list)
        for one in self.rejected:
            found[one.reason].append(one)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def leading_of(fmt: Format) -> Share:
    """Return the most probable pattern of a format, which is the first of its beliefs."""
    return _without_cuts(shares_for(TYPICAL, fmt), fmt.votes)[0]


def beliefs_of(fmt: Format, may_show: Callable[[Sample], bool] = lambda _: True) -> Beliefs:
    """Return what a format says; of its samples only those that may be shown."""
    shares = _without_cuts(shares_for(TYPICAL, fmt), fmt.votes)
    kept = tuple(share for share in shares if share.probability >= _LEAST_SHARE)
    middle = shares_for(TYPICAL_MIDDLE, fmt)[0]
    backing, against = _sides(fmt.votes, kept[0].pattern) if kept else ((), ())
    return Beliefs(
        domain=fmt.domain,
        organisation=organisation_of(fmt.domain),
        samples=len(fmt.votes),
        shares=kept,
        none=1.0 - math.fsum(share.probability for share in shares),
        with_middle=middle if kept and middle.pattern != kept[0].pattern else None,
        conventions=_conventions(fmt),
        backing=tuple(filter(may_show, backing)),
        against=tuple(filter(may_show, against)),
        rejected=tuple(one for one in fmt.rejected if may_show(one.sample)),
        skipped=fmt.skipped,
        observed=fmt.observed,
    )


def _without_cuts(shares: Sequence[Share], votes: Iterable[Vote]) -> list[Share]:
    """Return the shares with those of patterns that cut added to the whole pattern's, unless samples show the cut."""
    shown = {text for vote in votes for text, share in vote.shares.items() if share >= _BACKING}
    masses: dict[str, float] = defaultdict(float)
    for share in shares:
        pattern = parse_pattern(share.pattern)
        whole = share.pattern if share.pattern in shown else str(pattern._replace(cut=0))
        masses[whole] += share.probability
    return sorted((Share(*item) for item in masses.items()), key=lambda one: (-one.probability, one.pattern))


def shares_for(written: str, fmt: Format) -> list[Share]:
    """Return the probabilities of the patterns for a name, the most probable first, whoever may hold the addresses."""
    name = read_name(written)
    assert isinstance(name, Name)  # noqa: S101 - the names are those above
    masses: dict[str, list[float]] = defaultdict(list)
    for reading, weight in zip(name.readings, fmt.belief.readings(name), strict=True):
        for patterns in fmt.belief.patterns(parts_of(reading), class_of(name, reading, fmt.belief.traits)):
            for form, chance in zip(patterns.forms, patterns.chances, strict=True):
                masses[form.text].append(weight * chance)
    shares = [Share(text, math.fsum(parts)) for text, parts in masses.items()]
    return sorted(shares, key=lambda one: (-one.probability, one.pattern))


def _sides(votes: Iterable[Vote], pattern: str) -> tuple[tuple[Sample, ...], tuple[Sample, ...]]:
    """Return the samples for a pattern, and those against it: not those whose names it cannot apply to."""
    needs = form_of(parse_pattern(pattern)).needs
    backing, against = [], []
    for vote in votes:
        if vote.shares.get(pattern, 0.0) >= _BACKING:
            backing.append(vote.sample)
            continue
        name = read_name(vote.sample.name) if vote.sample.name else None
        if name is None or (
            isinstance(name, Name) and any(needs.issubset(parts_of(reading)) for reading in name.readings)
        ):
            against.append(vote.sample)
    return tuple(backing), tuple(against)


def _conventions(fmt: Format) -> tuple[Convention, ...]:
    """Return the conventions that samples show, the best shown first."""
    shown: dict[str, float] = defaultdict(float)
    choices = Counter[str]()
    for vote in fmt.votes:
        name = read_name(vote.sample.name) if vote.sample.name else None
        if not isinstance(name, Name):
            continue
        ways = Ways(name, fmt.belief)
        hits = list(ways.leading_to(vote.sample.local_part))
        if not hits:
            continue
        best = max(hits, key=lambda way: way.probability)
        open_tags = {tag for _, tags in ways.made_by(best.form) for tag in tags}
        total = math.fsum(way.probability for way in hits)
        for dimension in {_dimension(tag) for tag in open_tags} & DEFAULTS.keys() | set(
            map(_dimension, best.tags)
        ):
            choices[dimension] += 1
            departing = [way for way in hits if any(_dimension(tag) == dimension for tag in way.tags)]
            shown[f"{dimension}="] += 1.0 - math.fsum(way.probability for way in departing) / total
        for way in hits:
            for tag in way.tags:
                shown[tag] += way.probability / total
    found = [
        Convention(tag, means, count, float(choices[_dimension(tag)]))
        for tag, count in shown.items()
        if count >= _BACKING and (means := MEANINGS.get(tag) or DEFAULTS.get(tag.removesuffix("="), ""))
    ]
    return tuple(sorted(found, key=lambda one: (-one.shown, one.tag)))


def _dimension(tag: str) -> str:
    return tag.partition("=")[0]
