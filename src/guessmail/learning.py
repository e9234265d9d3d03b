"""From samples to a format: what is evidence, what must be induced, and whose the known addresses are."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from guessmail.bare import WEIGHT, owner_of
from guessmail.catalog import form_of
from guessmail.holders import Holders
from guessmail.induction import Unexplained, induce
from guessmail.inference import Format, Induced, Vote, count_votes, weigh
from guessmail.names import Name, read_name
from guessmail.prior import Keys, Prior
from guessmail.samples import Sample, SetAside, sift

__all__ = ["learn"]


class _Read(NamedTuple):
    """A sample with what its owner's name, or its local part, was read as."""

    sample: Sample
    name: Name
    keys: Keys
    local_part: str
    """In the letters of the keys."""
    weight: float


KeysOf = Callable[[Name, str], tuple[Keys, str]]
"""Returns the keys of a name and a local part, both in the same letters: the name's, or placeholders for them."""


def learn(
    domain: str,
    samples: Iterable[Sample],
    prior: Prior,
    refuted: Iterable[str] = (),
    *,
    keys_of: KeysOf | None = None,
) -> Format:
    """Return what samples say of a domain; `refuted` are the patterns of addresses that bounced there.

    `keys_of` may find the keys faster than the prior does.
    """
    keys_of = keys_of or (lambda name, local_part: (prior.keys(name), local_part))
    used, aside = sift(samples)
    refuted = list(refuted)
    if not used and not refuted:
        return Format(domain, aside=tuple(aside))
    read = [one for sample in used if (one := _read(sample, keys_of)) is not None]
    told_nothing = {id(sample) for sample in used} - {id(one.sample) for one in read}
    aside += [
        SetAside(sample, "bare addresses that do not show a name")
        for sample in used
        if id(sample) in told_nothing
    ]
    strange = [one for one in read if one.sample.name and not _is_explained(one)]
    hypotheses = induce([Unexplained(one.name, one.sample.local_part) for one in strange])
    owner = {id(strange[at]): hypothesis for hypothesis in hypotheses for at in hypothesis.samples}
    counted = [one for one in read if id(one) not in owner]
    counts = count_votes([(one.keys, one.local_part, one.weight) for one in counted])
    total = sum(one.weight for one in read)
    shares = dict(zip(map(id, counted), counts.votes, strict=True))
    shares |= {at: {str(hypothesis.pattern): 1.0} for at, hypothesis in owner.items()}
    from guessmail.data import model  # noqa: PLC0415  # as in `weigh`

    return Format(
        domain,
        total,
        weigh(counts, refuted),
        model.PRIOR_POWER,
        tuple(Induced(form_of(one.pattern), one.support / (total + 1.0)) for one in hypotheses),
        tuple(Vote(one.sample, shares[id(one)]) for one in read),
        tuple(aside),
        Holders((one.sample.local_part, one.name if one.sample.name else None) for one in read),
    )


def _read(sample: Sample, keys_of: KeysOf) -> _Read | None:
    """Return what a sample says of the format, None where it says nothing."""
    if sample.name:
        name = read_name(sample.name)
        if isinstance(name, Name):
            return _Read(sample, name, *keys_of(name, sample.local_part), sample.weight)
    guessed = owner_of(sample.local_part)
    return (
        _Read(sample, guessed, *keys_of(guessed, sample.local_part), sample.weight * WEIGHT)
        if guessed
        else None
    )


def _is_explained(one: _Read) -> bool:
    return one.local_part in one.keys.places
