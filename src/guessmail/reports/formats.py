"""What is believed about domains, and how well samples are guessed: as lines, and as data for JSON."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from guessmail.reports.beliefs import Beliefs, Convention, Share
from guessmail.reports.evaluation import Evaluation
from guessmail.reports.observed import observed_data, observed_lines
from guessmail.reports.organisation import organisation_text
from guessmail.samples import Sample
from guessmail.text import counted, percent, printable

_BAR = 30
_MOST_NAMED = 10
"""So many samples are named for each side; the others are counted."""
_TOPS = (1, 3, 5)
_ENOUGH_PEOPLE = 30
"""With fewer, a calibration error is mostly chance."""


class Held(NamedTuple):
    """A domain that samples are known of."""

    domain: str
    samples: int
    leading: Share


def belief_lines(beliefs: Beliefs) -> Iterator[str]:
    """Yield what is believed about one domain."""
    more = f" ({beliefs.skipped:,} more would change nothing)" if beliefs.skipped else ""
    yield f"{beliefs.domain}: {counted(beliefs.samples, 'known address', 'known addresses')}{more}"
    yield f"  {organisation_text(beliefs.organisation)}"
    yield ""
    width = max([len(share.pattern) for share in beliefs.shares] + [len("no pattern")])
    for share in (*beliefs.shares, Share("no pattern", beliefs.none)):
        bar = "█" * round(share.probability * _BAR)
        yield f"  {share.pattern:{width}}  {percent(share.probability, 1):>7}  {bar}".rstrip()
    if middle := beliefs.with_middle:
        yield f"  With a middle name: {middle.pattern} {percent(middle.probability, 1)}"
    if not beliefs.samples:
        yield ""
        based = "public addresses" if beliefs.observed else "other companies"
        yield f"  No known addresses at this domain; based on {based}."
    yield from _listed("Public", observed_lines(beliefs.domain, beliefs.observed))
    yield from _listed("Conventions", map(_convention, beliefs.conventions))
    leading = beliefs.leading.pattern
    yield from _listed(f"For {leading}", _named(beliefs.backing))
    yield from _listed(f"Against {leading}", _named(beliefs.against))
    for reason, held in beliefs.rejected_by_reason.items():
        details = (
            f"{printable(str(one.sample))}: {printable(one.detail)}"
            if one.detail
            else printable(str(one.sample))
            for one in held[:_MOST_NAMED]
        )
        yield from _listed(f"Skipped, {len(held)} {reason}", [*details, *_rest(len(held))])


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield ""
        yield f"{title}:"
        yield from (f"  {line}" for line in lines)


def _convention(one: Convention) -> str:
    seen = f"{_number(one.shown)} of {_number(one.of)}" if one.of > one.shown else _number(one.shown)
    return f"{one.means} ({seen} known address{'' if seen == '1' else 'es'})"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _named(samples: Sequence[Sample]) -> list[str]:
    return [*(printable(str(one)) for one in samples[:_MOST_NAMED]), *_rest(len(samples))]


def _rest(count: int) -> list[str]:
    return [f"… and {count - _MOST_NAMED} more"] if count > _MOST_NAMED else []


def as_data(beliefs: Beliefs) -> dict[str, Any]:
    """Return what is believed about one domain, for JSON."""
    return {
        "domain": beliefs.domain,
        "country": beliefs.organisation.country.upper() or None,
        "kind": beliefs.organisation.kind,
        "samples": beliefs.samples,
        "uncounted": beliefs.skipped,
        "observed": observed_data(beliefs.observed),
        "patterns": [_share(share) for share in beliefs.shares],
        "freely": round(beliefs.none, 4),
        "with_middle": _share(beliefs.with_middle) if beliefs.with_middle else None,
        "conventions": [
            {"tag": one.tag.rstrip("="), "means": one.means, "shown": round(one.shown, 2), "of": one.of}
            for one in beliefs.conventions
        ],
        "for": [_sample(one) for one in beliefs.backing],
        "against": [_sample(one) for one in beliefs.against],
        "aside": [
            {**_sample(one.sample), "reason": one.reason, "detail": one.detail} for one in beliefs.rejected
        ],
    }


def _share(share: Share) -> dict[str, Any]:
    return {"pattern": share.pattern, "probability": round(share.probability, 4)}


def _sample(sample: Sample) -> dict[str, Any]:
    return {"name": sample.name, "address": sample.address, "source": sample.source}


def held_lines(held: Sequence[Held]) -> Iterator[str]:
    """Yield the domains that samples are known of, in columns that tabs part."""
    for one in held:
        leading = one.leading
        yield f"{one.domain}\t{one.samples}\t{leading.pattern}\t{percent(leading.probability, 1)}"


def held_data(held: Held) -> dict[str, Any]:
    """Return the same of one domain, for JSON."""
    return {"domain": held.domain, "samples": held.samples, **_share(held.leading)}


def evaluation_lines(evaluation: Evaluation) -> Iterator[str]:
    """Yield how well samples were guessed."""
    count = len(evaluation.predictions)
    yield f"{counted(count, 'known address', 'known addresses')} guessed, each from the others at its domain"
    if evaluation.unguessed:
        yield f"{evaluation.unguessed:,} not guessed: the only one at its domain, or one of very many"
    if count:
        yield ""
        for top in _TOPS:
            yield f"  correct in the top {top}  {percent(evaluation.accuracy(top), 1):>7}"
        yield ""
        yield "  Predicted           People  Mean predicted  Correct"
        for one in evaluation.bins():
            span = f"{percent(one.low)} to {percent(one.high)}"
            yield f"  {span:16}  {one.count:8,}  {percent(one.said, 1):>14}  {percent(one.happened, 1):>7}"
        if count >= _ENOUGH_PEOPLE:
            yield f"  Calibration error: {percent(evaluation.error)}"
    doubts = (
        f"{printable(str(one.sample))}: {printable(one.reason)}."
        + (f" Better: {printable(one.better)}" if one.better else "")
        for one in evaluation.doubts
    )
    yield from _listed("Known addresses that look wrong", doubts)


def evaluation_data(evaluation: Evaluation) -> dict[str, Any]:
    """Return the same for JSON."""
    return {
        "guessed": len(evaluation.predictions),
        "unguessed": evaluation.unguessed,
        **{f"top{top}": round(evaluation.accuracy(top), 4) for top in _TOPS},
        "calibration_error": round(evaluation.error, 4),
        "calibration": [
            {"low": one.low, "high": one.high, "people": one.count}
            | {"said": round(one.said, 4), "happened": round(one.happened, 4)}
            for one in evaluation.bins()
        ],
        "doubts": [
            {**_sample(one.sample), "reason": one.reason, "better": one.better} for one in evaluation.doubts
        ],
    }
