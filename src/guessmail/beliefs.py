"""What is believed about a domain, for people to read: shares of patterns, conventions, samples for and against."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guessmail.candidates import weigh_keys
from guessmail.catalog import form_of
from guessmail.data.conventions import DEFAULTS, MEANINGS
from guessmail.inference import Format, Vote
from guessmail.moulds import Moulds
from guessmail.names import Name, read_name
from guessmail.patterns import parse_pattern
from guessmail.prior import Prior
from guessmail.samples import Sample, SetAside

__all__ = ["TYPICAL", "TYPICAL_MIDDLE", "Beliefs", "Convention", "Share", "beliefs_of", "shares_for"]

TYPICAL = "Nadine Holbeck"
"""An invented name of common lengths, without anything special: the shares are those for such a name."""
TYPICAL_MIDDLE = "Nadine Clare Holbeck"
LEAST_SHARE = 0.005
BACKING = 0.5
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
    samples: int
    """How many were counted."""
    shares: tuple[Share, ...]
    """Of the patterns, the most probable first; without those that hardly matter."""
    freely: float
    """The probability that an address was chosen freely, or made by none of the patterns."""
    with_middle: Share | None
    """What leads where a middle name is known, if that is another pattern."""
    conventions: tuple[Convention, ...]
    backing: tuple[Sample, ...]
    """The samples for the leading pattern."""
    against: tuple[Sample, ...]
    """Those that it could have made an address for, but did not."""
    aside: tuple[SetAside, ...]
    uncounted: int
    """How many further samples there are, which would say nothing new."""

    @property
    def leading(self) -> Share:
        """The most probable pattern."""
        return self.shares[0] if self.shares else Share("", 0.0)

    @property
    def aside_by_reason(self) -> Mapping[str, list[SetAside]]:
        """What was set aside, the most common reason first."""
        found: dict[str, list[SetAside]] = defaultdict(list)
        for one in self.aside:
            found[one.reason].append(one)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def beliefs_of(fmt: Format, prior: Prior, moulds: Moulds) -> Beliefs:
    """Return what a format says."""
    shares = shares_for(TYPICAL, fmt, prior)
    kept = tuple(share for share in shares if share.probability >= LEAST_SHARE)
    middle = shares_for(TYPICAL_MIDDLE, fmt, prior)[0]
    backing, against = _sides(fmt.votes, kept[0].pattern, prior) if kept else ((), ())
    return Beliefs(
        domain=fmt.domain,
        samples=len(fmt.votes),
        shares=kept,
        freely=1.0 - math.fsum(share.probability for share in shares),
        with_middle=middle if kept and middle.pattern != kept[0].pattern else None,
        conventions=_conventions(fmt, moulds),
        backing=backing,
        against=against,
        aside=fmt.aside,
        uncounted=fmt.uncounted,
    )


def shares_for(written: str, fmt: Format, prior: Prior) -> list[Share]:
    """Return the probabilities of the patterns for a name, whoever may hold the addresses."""
    name = read_name(written)
    assert isinstance(name, Name)  # noqa: S101 - the names are those above
    induced = [(one.mass, prior.variants(name, one.form)) for one in fmt.induced]
    masses: dict[str, list[float]] = defaultdict(list)
    for ranked in weigh_keys(prior.keys(name), induced, fmt).best():
        for way in ranked.ways:
            masses[way.key.form.text].append(way.probability)
    shares = [Share(text, math.fsum(parts)) for text, parts in masses.items()]
    return sorted(shares, key=lambda one: (-one.probability, one.pattern))


def _sides(
    votes: Iterable[Vote], pattern: str, prior: Prior
) -> tuple[tuple[Sample, ...], tuple[Sample, ...]]:
    """Return the samples for a pattern, and those against it: not those whose names it cannot apply to."""
    form = form_of(parse_pattern(pattern))
    backing, against = [], []
    for vote in votes:
        if vote.shares.get(pattern, 0.0) >= BACKING:
            backing.append(vote.sample)
            continue
        name = read_name(vote.sample.name) if vote.sample.name else None
        if name is None or (isinstance(name, Name) and prior.variants(name, form)):
            against.append(vote.sample)
    return tuple(backing), tuple(against)


def _conventions(fmt: Format, moulds: Moulds) -> tuple[Convention, ...]:
    """Return the conventions that samples show, the best shown first."""
    shown, choices = Counter[str](), Counter[str]()
    for vote in fmt.votes:
        name = read_name(vote.sample.name) if vote.sample.name else None
        if not isinstance(name, Name):
            continue
        keys, local = moulds.sample(name, vote.sample.local_part)
        hits = keys.rendering(local)
        if not hits:
            continue
        masses = [mass * math.exp(fmt.shift(key.form, key.tags)) for key, mass in hits]
        best, _ = hits[masses.index(max(masses))]
        options = {_dimension(tag) for key in keys.keys if key.form is best.form for tag in key.tags}
        total = math.fsum(masses)
        for dimension in options & DEFAULTS.keys() | {_dimension(tag) for tag in best.tags}:
            choices[dimension] += 1
            mass = math.fsum(
                mass
                for (key, _), mass in zip(hits, masses, strict=True)
                if any(_dimension(tag) == dimension for tag in key.tags)
            )
            shown[f"{dimension}="] += 1 - mass / total  # type: ignore[assignment]
        for (key, _), mass in zip(hits, masses, strict=True):
            for tag in key.tags:
                shown[tag] += mass / total  # type: ignore[assignment]
    found = [
        Convention(tag, means, float(count), float(choices[_dimension(tag)]))
        for tag, count in shown.items()
        if count >= BACKING and (means := MEANINGS.get(tag) or DEFAULTS.get(tag.removesuffix("="), ""))
    ]
    return tuple(sorted(found, key=lambda one: (-one.shown, one.tag)))


def _dimension(tag: str) -> str:
    return tag.partition("=")[0]
