"""From samples to a format: what is evidence, what must be induced, and whose the known addresses are."""

import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from guessmail.bare import WEIGHT, owner_of
from guessmail.catalog import form_of
from guessmail.holders import Holders
from guessmail.induction import Unexplained, induce
from guessmail.inference import Format, Induced, Vote, count_votes, posterior, weigh
from guessmail.names import Name, read_name
from guessmail.numbering import numbering_of, split_number
from guessmail.prior import Keys, Prior
from guessmail.related import is_lent
from guessmail.samples import Bounce, Sample, SetAside, sift
from guessmail.suspects import Holding, Suspect, find_suspects

__all__ = ["ASTRAY", "MOST_COUNTED", "SWAPPED", "learn"]

MOST_COUNTED = 600
"""So many samples of a domain are counted, the same ones whatever their order; more say nothing new about its format."""
NUMBERED = 0.5
"""A sample with a number behind what a pattern renders counts as so much for the pattern, the rest as chosen freely."""
RARE = 0.1
"""A sample that follows a pattern of less than this share of its domain is worth a second look."""
SWAPPED = "addresses swapped with a colleague's, counted as the colleague's"
ASTRAY = "addresses that fit a colleague's name better"


class _Read(NamedTuple):
    """A sample with what its owner's name, or its local part, was read as."""

    sample: Sample
    name: Name
    keys: Keys
    local_part: str
    """In the letters of the keys."""
    weight: float
    number: str = ""
    """A collision number behind the local part, which then stands above without it."""


KeysOf = Callable[[Name, str], tuple[Keys, str]]
"""Returns the keys of a name and a local part, both in the same letters: the name's, or placeholders for them."""


def learn(
    domain: str,
    samples: Iterable[Sample],
    prior: Prior,
    bounces: Sequence[Bounce] = (),
    *,
    keys_of: KeysOf | None = None,
) -> Format:
    """Return what samples say of a domain, some of them lent by related ones, and what bounces there refute.

    `keys_of` may find the keys faster than the prior does.
    """
    keys_of = keys_of or (lambda name, local_part: (prior.keys(name), local_part))
    used, aside = _without_bounced(domain, *sift(samples), bounces)
    gone = [bounce.local_part for bounce in bounces]
    refuted = _refuted(bounces, [one.sample for one in aside], keys_of)
    if not used and not refuted:
        return Format(domain, aside=tuple(aside), holders=Holders((), gone))
    used, rest = _selected(used)
    read = [one for sample in used if (one := _read(sample, keys_of)) is not None]
    told = {id(one.sample) for one in read}
    aside += [SetAside(one, "bare addresses that do not show a name") for one in used if id(one) not in told]
    fmt = _believe(domain, read, refuted)
    if suspects := _suspects(read, fmt, prior):
        aside += [_told(one, read) for one in suspects]
        read = _without(suspects, read, keys_of)
        fmt = _believe(domain, read, refuted)
    own = [one for one in read if not is_lent(one.sample, domain)]
    return replace(
        fmt,
        aside=tuple(aside),
        lent=len(read) - len(own),
        uncounted=len(rest),
        holders=Holders(_owners(own, rest), gone),
    )


def _selected(samples: list[Sample]) -> tuple[list[Sample], list[Sample]]:
    """Return the samples that are counted, and the others; of too many, those that a checksum picks."""
    if len(samples) <= MOST_COUNTED:
        return samples, []
    order = sorted(samples, key=lambda one: (not one.name, zlib.crc32(str(one).encode()), str(one)))
    return order[:MOST_COUNTED], order[MOST_COUNTED:]


def _owners(read: Iterable[_Read], rest: Iterable[Sample]) -> Iterable[tuple[str, Name | None]]:
    for one in read:
        yield one.sample.local_part, one.name if one.sample.name else None
    for sample in rest:
        name = read_name(sample.name) if sample.name else None
        yield sample.local_part, name if isinstance(name, Name) else None


def _believe(domain: str, read: Sequence[_Read], refuted: Sequence[str]) -> Format:
    """Return the format that samples show, taken as they are."""
    strange = [one for one in read if one.sample.name and not _is_explained(one)]
    hypotheses = induce([Unexplained(one.name, one.sample.local_part) for one in strange])
    owner = {id(strange[at]): hypothesis for hypothesis in hypotheses for at in hypothesis.samples}
    counted = [one for one in read if id(one) not in owner]
    counts = count_votes(
        [
            *((one.keys, one.local_part, one.weight * (NUMBERED if one.number else 1.0)) for one in counted),
            *((one.keys, "", one.weight * (1.0 - NUMBERED)) for one in counted if one.number),
        ]
    )
    total = sum(one.weight for one in read)
    shares = dict(zip(map(id, counted), counts.votes, strict=False))
    shares |= {at: {str(hypothesis.pattern): 1.0} for at, hypothesis in owner.items()}
    from guessmail.data import model  # noqa: PLC0415  # as in `weigh`

    return Format(
        domain,
        total,
        weigh(counts, refuted),
        model.PRIOR_POWER if read else 1.0,
        tuple(Induced(form_of(one.pattern), one.support / (total + 1.0)) for one in hypotheses),
        tuple(Vote(one.sample, shares[id(one)]) for one in read),
        numbering=numbering_of(one.number for one in read if one.number),
    )


def _suspects(read: Sequence[_Read], fmt: Format, prior: Prior) -> list[Suspect]:
    """Return the samples whose address fits another one's name, by the format that all of them show."""
    totals = Counter[str]()
    for vote in fmt.votes:
        totals.update(vote.shares)
    least = RARE * len(fmt.votes)
    named = [(one, vote) for one, vote in zip(read, fmt.votes, strict=True) if one.sample.name]
    doubtful = [
        at
        for at, (_, vote) in enumerate(named)
        if max((totals[text] for text in vote.shares), default=0.0) < max(least, 1.5)
    ]

    def probabilities(name: Name, local_parts: Collection[str]) -> Mapping[str, float]:
        found: dict[str, float] = {}
        keys = prior.keys(name)
        for probability, key in zip(posterior(keys, fmt), keys.keys, strict=True):
            if key.local_part in local_parts:
                found[key.local_part] = found.get(key.local_part, 0.0) + probability
        return found

    holdings = [Holding(one.name, one.sample.local_part) for one, _ in named]
    place = {id(one): at for at, one in enumerate(read)}
    return [
        suspect._replace(at=place[id(named[suspect.at][0])], claimant=place[id(named[suspect.claimant][0])])
        for suspect in find_suspects(holdings, doubtful, probabilities)
    ]


def _told(suspect: Suspect, read: Sequence[_Read]) -> SetAside:
    claimant = read[suspect.claimant].sample.name
    detail = f"fits {claimant} ({suspect.claimed:.0%}; {suspect.own:.1%} for the name beside it)"
    return SetAside(read[suspect.at].sample, SWAPPED if suspect.is_repaired else ASTRAY, detail)


def _without(suspects: Iterable[Suspect], read: Sequence[_Read], keys_of: KeysOf) -> list[_Read]:
    """Return the samples without those that are suspect; the ones that were swapped with their right names."""
    kept: list[_Read | None] = list(read)
    for one in suspects:
        kept[one.at] = None
        if one.is_repaired:
            right = replace(read[one.at].sample, name=read[one.claimant].sample.name)
            kept[one.at] = _read(right, keys_of)
    return [one for one in kept if one is not None]


def _without_bounced(
    domain: str, used: list[Sample], aside: list[SetAside], bounces: Sequence[Bounce]
) -> tuple[list[Sample], list[SetAside]]:
    """Return the samples that are evidence, and those set aside, where those that bounced are set aside too."""
    gone = {bounce.local_part for bounce in bounces}
    if not gone:
        return used, aside
    bounced = [one for one in used if one.local_part in gone and not is_lent(one, domain)]
    apart = {id(one) for one in bounced}
    return (
        [one for one in used if id(one) not in apart],
        [*aside, *(SetAside(one, "addresses that mail came back from") for one in bounced)],
    )


def _refuted(bounces: Sequence[Bounce], aside: Iterable[Sample], keys_of: KeysOf) -> list[str]:
    """Return the patterns that bounces speak against: of each address that nobody was ever seen to have."""
    seen = {one.local_part for one in aside}
    guessed = [one for one in bounces if not one.was_seen and one.local_part not in seen]
    return [pattern for one in guessed if (pattern := one.pattern or _pattern_of(one, keys_of))]


def _pattern_of(bounce: Bounce, keys_of: KeysOf) -> str:
    """Return the pattern that an address was most probably made by; empty where none makes it."""
    name = read_name(bounce.name) if bounce.name else owner_of(bounce.local_part)
    if not isinstance(name, Name):
        return ""
    keys, local_part = keys_of(name, bounce.local_part)
    found = keys.rendering(local_part)
    return max(found, key=lambda pair: pair[1])[0].form.text if found else ""


def _read(sample: Sample, keys_of: KeysOf) -> _Read | None:
    """Return what a sample says of the format, None where it says nothing."""
    if sample.name:
        name = read_name(sample.name)
        if isinstance(name, Name):
            read = _Read(sample, name, *keys_of(name, sample.local_part), sample.weight)
            return read if _is_explained(read) else _unnumbered(read, keys_of)
    guessed = owner_of(sample.local_part)
    return (
        _Read(sample, guessed, *keys_of(guessed, sample.local_part), sample.weight * WEIGHT)
        if guessed
        else None
    )


def _unnumbered(read: _Read, keys_of: KeysOf) -> _Read:
    """Return a sample without the number behind its address where it is explained then, else as it is."""
    stem, number = split_number(read.sample.local_part)
    if not stem:
        return read
    keys, local_part = keys_of(read.name, stem)
    bare = read._replace(keys=keys, local_part=local_part, number=number)
    return bare if _is_explained(bare) else read


def _is_explained(one: _Read) -> bool:
    return one.local_part in one.keys.places
