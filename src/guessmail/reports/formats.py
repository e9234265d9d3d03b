"""Formats of domains: shares of patterns, conventions, samples for and against; as data for JSON, and as lines."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from guessmail.data.conventions import DEFAULTS, MEANINGS
from guessmail.directory import NO_PATTERN
from guessmail.domains.question import organisation_of
from guessmail.model.formats import Format
from guessmail.model.layout import shape_of
from guessmail.model.learning import Vote
from guessmail.model.ranking import Derivations
from guessmail.model.traits import class_of
from guessmail.names import Name, read_name
from guessmail.patterns import parse_pattern
from guessmail.patterns.catalog import pattern_features
from guessmail.reports.explain import BACKING, based_on, observed_lines, organisation_text
from guessmail.reports.listing import Data
from guessmail.samples import Sample
from guessmail.text import counted, percent, printable

TYPICAL, TYPICAL_MIDDLE = "Nadine Holbeck", "Nadine Clare Holbeck"
"""Invented ordinary names, for which the patterns of a domain are shown."""


def beliefs_of(fmt: Format, may_show: Callable[[Sample], bool] = lambda _: True) -> Data:
    """Return a format as in JSON, with the samples that `may_show` accepts.

    The patterns are sorted by probability, down to 0.5 %; `with_middle` is the most probable pattern for a name with a middle
    name, if it is another one. `for` are the samples for the leading pattern; `against` are those that do not follow it
    though their names allow it.
    """
    shares, organisation = shares_of(fmt), organisation_of(fmt.domain)
    kept = [{"pattern": text, "probability": share} for text, share in shares.items() if share >= 0.005]
    middle, its_share = next(iter(shares_for(TYPICAL_MIDDLE, fmt).items()))
    leading = next(iter(shares))
    backing, against = _sides(fmt.votes, leading) if kept else ([], [])
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
        "patterns": kept,
        "freely": 1.0 - math.fsum(shares.values()),
        "with_middle": {"pattern": middle, "probability": its_share} if kept and middle != leading else None,
        "conventions": _conventions(fmt),
        "for": list(map(sample_data, filter(may_show, backing))),
        "against": list(map(sample_data, filter(may_show, against))),
        "aside": [
            {**sample_data(sample), "reason": reason, "detail": detail}
            for sample, reason, detail in fmt.rejected
            if may_show(sample)
        ],
    }


def shares_for(written: str, fmt: Format) -> dict[str, float]:
    """Return the probabilities of the patterns for a name, the highest first, whoever has the addresses."""
    name = read_name(written)
    assert isinstance(name, Name)  # noqa: S101 - the names are typical ones
    masses: dict[str, list[float]] = defaultdict(list)
    belief = fmt.belief
    for reading, weight in zip(name.readings, belief.readings(name), strict=True):
        shape, _ = shape_of(reading)
        tables = belief.patterns(shape.parts, class_of(name, reading, belief.traits))
        for layout, chances in zip(belief.layouts(shape), tables, strict=True):
            for form, chance in zip(layout.template.forms, chances, strict=False):
                masses[form.text].append(weight * chance)
    return _ranked({text: math.fsum(parts) for text, parts in masses.items()})


def shares_of(fmt: Format) -> dict[str, float]:
    """Return the probabilities for a typical name; a pattern that cuts counts for the uncut one unless samples follow it."""
    shown = {text for vote in fmt.votes for text, share in vote.shares.items() if share >= BACKING}
    masses: dict[str, float] = defaultdict(float)
    for text, probability in shares_for(TYPICAL, fmt).items():
        masses[text if text in shown else str(parse_pattern(text)._replace(cut=0))] += probability
    return _ranked(masses)


def _ranked(masses: dict[str, float]) -> dict[str, float]:
    return dict(sorted(masses.items(), key=lambda item: (-item[1], item[0])))


def _sides(votes: Iterable[Vote], pattern: str) -> tuple[list[Sample], list[Sample]]:
    """Return the samples for a pattern, and those against it, except samples to whose names it does not apply."""
    needs = pattern_features(parse_pattern(pattern)).needs
    backing, against = [], []
    for vote in votes:
        name = read_name(vote.sample.name)
        readings = name.readings if isinstance(name, Name) else ()
        if vote.shares.get(pattern, 0.0) >= BACKING:
            backing.append(vote.sample)
        elif not vote.sample.name or any(needs.issubset(shape_of(reading)[0].parts) for reading in readings):
            against.append(vote.sample)
    return backing, against


def _conventions(fmt: Format) -> list[Data]:
    """Return conventions, the most followed first: `shown` is the number of samples that follow one, `of` that could."""
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
        {"tag": tag.rstrip("="), "means": means, "shown": count, "of": float(choices[_dimension(tag)])}
        for tag, count in shown.items()
        if count >= BACKING and (means := MEANINGS.get(tag) or DEFAULTS.get(tag.removesuffix("="), ""))
    ]
    return sorted(found, key=lambda convention: (-convention["shown"], convention["tag"]))


def _dimension(tag: str) -> str:
    return tag.partition("=")[0]


def belief_lines(fmt: Format, beliefs: Data) -> Iterator[str]:
    """Yield the lines about a domain's format; `beliefs` are those of `beliefs_of`."""
    more = f" ({fmt.skipped:,} more would change nothing)" if fmt.skipped else ""
    yield f"{fmt.domain}: {counted(len(fmt.votes), 'known address', 'known addresses')}{more}"
    yield f"  {organisation_text(organisation_of(fmt.domain))}"
    yield ""
    shares = [tuple(share.values()) for share in beliefs["patterns"]] + [("no pattern", beliefs["freely"])]
    width = max(len(pattern) for pattern, _ in shares)
    for pattern, probability in shares:
        yield f"  {pattern:{width}}  {percent(probability, 1):>7}  {'█' * round(probability * 30)}".rstrip()
    if middle := beliefs["with_middle"]:
        yield f"  With a middle name: {middle['pattern']} {percent(middle['probability'], 1)}"
    if not fmt.votes:
        yield ""
        yield f"  No known addresses at this domain; based on {based_on(fmt)}."
    yield from titled("Public", observed_lines(fmt.domain, fmt.observed))
    yield from titled("Conventions", map(_convention, beliefs["conventions"]))
    leading = shares[0][0]
    yield from titled(f"For {leading}", _named(map(mailbox_of, beliefs["for"])))
    yield from titled(f"Against {leading}", _named(map(mailbox_of, beliefs["against"])))
    by_reason: dict[str, list[str]] = defaultdict(list)
    for item in beliefs["aside"]:
        by_reason[item["reason"]].append(f"{mailbox_of(item)}: {item['detail']}".removesuffix(": "))
    for reason, texts in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        yield from titled(f"Skipped, {len(texts)} {reason}", _named(texts))


def titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines under a title; no title if there are none."""
    if indented := [f"  {line}" for line in lines]:
        yield from ("", f"{title}:", *indented)


def _convention(convention: Data) -> str:
    shown, of = (f"{convention[key]:.1f}".removesuffix(".0") for key in ("shown", "of"))
    seen = f"{shown} of {of}" if convention["of"] > convention["shown"] else shown
    return f"{convention['means']} ({seen} known address{'' if seen == '1' else 'es'})"


def _named(items: Iterable[str]) -> Iterator[str]:
    texts = list(map(printable, items))
    yield from texts[:10]
    if more := len(texts[10:]):
        yield f"… and {more} more"


def sample_data(sample: Sample) -> Data:
    """Return a sample as in JSON."""
    return {"name": sample.name, "address": sample.address, "source": sample.source}


def mailbox_of(data: Data) -> str:
    """Return the text of a sample from `sample_data`: `Jane Doe <jane@example.com>`."""
    return str(Sample(data["address"], data["name"]))


def rounded(data: Any, digits: int = 4) -> Any:
    """Return data for JSON with numbers rounded to four digits, and fractional counts (`shown`) to two."""
    if isinstance(data, dict):
        return {key: rounded(value, 2 if key == "shown" else 4) for key, value in data.items()}
    if isinstance(data, list):
        return list(map(rounded, data))
    return round(data, digits) if isinstance(data, float) else data
