"""From samples to a format: the evidence, induced patterns, and the holders of known addresses."""

import math
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from guessmail.model.belief import Adjustments, Belief
from guessmail.model.evidence import adjustments_by_samples
from guessmail.model.formats import Format
from guessmail.model.holders import Holders, Suspect, find_suspects, numbering_of, split_number
from guessmail.model.induction import induce
from guessmail.model.observed import Observed, evidence_by_counts, weighed
from guessmail.model.ranking import Derivations
from guessmail.model.sample_evidence import Match, SampleEvidence, evidence_of, owner_of
from guessmail.names import Name, read_name
from guessmail.patterns.catalog import pattern_features
from guessmail.samples import Bounce, RejectedSample, Sample, split_usable
from guessmail.text import percent

MOST_COUNTED = 600
"""The most samples of a domain that are counted; a checksum picks them, so that their order does not matter."""
NUMBERED = 0.7
"""The weight for the pattern of a sample with a collision number; the rest counts for "no pattern"."""
SWAPPED = "addresses swapped with a colleague's, counted as the colleague's"
ASTRAY = "addresses that fit a colleague's name better"


class Vote(NamedTuple):
    """A sample and the patterns that it may follow."""

    sample: Sample
    shares: Mapping[str, float]
    """The share of its vote by pattern notation; empty if no pattern renders the address."""


class _Named(NamedTuple):
    """A sample with the name that was read from its owner's name, or from its local part."""

    sample: Sample
    name: Name
    evidence: SampleEvidence
    number: str = ""
    """A collision number behind the local part, which the evidence leaves out."""


def learn(
    domain: str,
    samples: Iterable[Sample],
    prior: Belief,
    bounces: Sequence[Bounce] = (),
    observed: Iterable[Observed] = (),
) -> Format:
    """Return the format that samples, bounces and `observed` public addresses show; `prior` is the belief before these."""
    used, rejected = split_usable(samples)
    gone = {bounce.local_part for bounce in bounces}
    for sample in [each for each in used if each.local_part in gone and each.domain == domain]:
        used.remove(sample)
        rejected.append(RejectedSample(sample, "addresses that mail came back from"))
    seen = {each.sample.local_part for each in rejected}
    refuted = [_any_other(bounce, prior) for bounce in bounces if bounce.local_part not in seen]
    if len(used) > MOST_COUNTED:
        used.sort(key=lambda sample: (not sample.name, zlib.crc32(str(sample).encode()), str(sample)))
    rest = used[MOST_COUNTED:]
    tried = [(sample, _named(sample, prior)) for sample in used[:MOST_COUNTED]]
    named = [found for _, found in tried if found is not None]
    without_name = "bare addresses that do not show a name"
    rejected += [RejectedSample(sample, without_name) for sample, found in tried if found is None]
    own_weight = math.fsum([each.evidence.weight for each in named])
    more = [*filter(None, refuted), *evidence_by_counts(weighed(observed), prior, own_weight)]
    fmt = _believe(domain, named, more, prior)
    if suspects := _suspects(named, fmt):
        astray, named = _set_aside(suspects, named, prior)
        rejected += astray
        fmt = _believe(domain, named, more, prior)
    own = [each for each in named if each.sample.domain == domain]
    return fmt._replace(
        rejected=tuple(rejected),
        borrowed=len(named) - len(own),
        observed=tuple(observed),
        skipped=len(rest),
        holders=Holders(_owners(own, rest), gone),
    )


def _owners(named: Iterable[_Named], rest: Iterable[Sample]) -> Iterable[tuple[str, Name | None]]:
    for each in named:
        yield _without_tag(each.sample.local_part), each.name if each.sample.name else None
    for sample in rest:
        name = read_name(sample.name) if sample.name else None
        yield _without_tag(sample.local_part), name if isinstance(name, Name) else None


def _believe(domain: str, named: Sequence[_Named], more: Sequence[SampleEvidence], prior: Belief) -> Format:
    """Return the format by all of the samples, and by `more` evidence: bounces, public addresses."""
    strange = [each for each in named if each.sample.name and not each.evidence.matches]
    hypotheses = induce([(each.name, _without_tag(each.sample.local_part)) for each in strange])
    owner = {id(strange[at]): hypothesis for hypothesis in hypotheses for at in hypothesis.samples}
    counted = [each for each in named if id(each) not in owner]
    evidence = [_share_of(each.evidence, NUMBERED if each.number else 1.0) for each in counted]
    evidence += [
        _share_of(each.evidence, 1.0 - NUMBERED)._replace(matches=()) for each in counted if each.number
    ]
    forms = prior.prior.catalog.forms
    total = sum(each.evidence.weight for each in named)
    adjustments, votes = Adjustments(), dict[int, dict[str, float]]()
    if evidence or more:
        adjustments, shares = adjustments_by_samples([*evidence, *more], forms, prior.traits)
        votes = dict(zip(map(id, counted), shares, strict=False))  # without those of bounces and counts
    votes |= {at: {str(hypothesis.pattern): 1.0} for at, hypothesis in owner.items()}
    # As with half a sample against each of them.
    induced = [(pattern_features(each.pattern), each.support / (total + 0.5)) for each in hypotheses]
    return Format(
        domain,
        Belief(prior.prior, prior.traits, adjustments, induced),
        tuple(Vote(each.sample, votes[id(each)]) for each in named),
        numbering=numbering_of(each.number for each in named if each.number),
    )


def _share_of(evidence: SampleEvidence, share: float) -> SampleEvidence:
    return evidence._replace(weight=evidence.weight * share)


def _suspects(named: Sequence[_Named], fmt: Format) -> list[Suspect]:
    """Return the samples whose address fits another sample's name, by the format that all samples show."""
    totals = Counter[str]()
    for vote in fmt.votes:
        totals.update(vote.shares)
    least = max(0.1 * len(fmt.votes), 1.5)  # of votes, below which a pattern is doubtful
    owners = {at: (each.name, each.sample.local_part) for at, each in enumerate(named) if each.sample.name}
    doubtful = [at for at in owners if all(totals[text] < least for text in fmt.votes[at].shares)]

    def probabilities(name: Name, local_parts: Collection[str]) -> Mapping[str, float]:
        ways = Derivations(name, fmt.belief)
        return {local: chance for local in local_parts if (chance := ways.probability(local))}

    return find_suspects(owners, doubtful, probabilities)


def _set_aside(
    suspects: Iterable[Suspect], named: Sequence[_Named], prior: Belief
) -> tuple[list[RejectedSample], list[_Named]]:
    """Return the suspects as rejected samples, and the samples that stay; swapped ones stay with their right names."""
    rejected: list[RejectedSample] = []
    kept: list[_Named | None] = list(named)
    for at, other, own, claimed, is_repaired in suspects:
        sample, name = named[at].sample, named[other].sample.name
        detail = f"fits {name} ({percent(claimed)}; {percent(own, 1)} for the name beside it)"
        rejected.append(RejectedSample(sample, SWAPPED if is_repaired else ASTRAY, detail))
        kept[at] = _named(sample._replace(name=name), prior) if is_repaired else None
    return rejected, [each for each in kept if each is not None]


def _any_other(bounce: Bounce, prior: Belief) -> SampleEvidence | None:
    """Return a vote for all patterns except those that made a bounced guess; None if no pattern made it, or the address was seen."""
    if bounce.was_seen:
        return None
    name = read_name(bounce.name) if bounce.name else owner_of(bounce.local_part)
    if not isinstance(name, Name):
        return None
    evidence = evidence_of(name, bounce.local_part, prior)
    made_by = {match.pattern for match in evidence.matches}
    made_by |= {number for text, number in prior.prior.numbers.items() if text == bounce.pattern}
    if not made_by:
        return None
    chances = enumerate(evidence.expected)
    others = [Match(number, chance, ()) for number, chance in chances if chance and number not in made_by]
    # After one bounce, its pattern has at most half of its prior probability.
    return evidence._replace(matches=others, conventions=(), weight=2.0)


def _named(sample: Sample, prior: Belief) -> _Named | None:
    """Return a sample with its name and evidence; None if it is no evidence."""
    local_part = _without_tag(sample.local_part)
    name = read_name(sample.name) if sample.name else None
    if not isinstance(name, Name):  # a bare address
        owner = owner_of(local_part)
        return owner and _Named(sample, owner, evidence_of(owner, local_part, prior, 0.7 * sample.weight))
    given, family = _default_spellings(name)
    if len(given) == 1 and (owner := owner_of(local_part)):  # A. Lee, ann.lee
        full, other_family = _default_spellings(owner)
        name = owner if family == other_family and full.startswith(given) else name
    named = _Named(sample, name, evidence_of(name, local_part, prior, sample.weight))
    if named.evidence.matches:
        return named
    stem, number = split_number(local_part)
    if stem and (evidence := evidence_of(name, stem, prior, sample.weight)).matches:
        return named._replace(evidence=evidence, number=number)
    if len(given) > 1 and (owner := owner_of(local_part)):
        other_given, other_family = _default_spellings(owner)
        if given == other_given and family[0] != other_family[0]:  # as after a marriage
            return _Named(sample, owner, evidence_of(owner, local_part, prior, 0.7 * sample.weight))
    return named


def _default_spellings(name: Name) -> tuple[str, str]:
    """Return the default spellings of the given and the family name; both empty if the name lacks one of them."""
    reading = name.readings[0]
    return (reading.firsts[0].text, reading.lasts[0].text) if reading.firsts and reading.lasts else ("", "")


def _without_tag(local_part: str) -> str:
    """Return a local part without its subaddress, which follows a plus (RFC 5233)."""
    return local_part.partition("+")[0] or local_part
