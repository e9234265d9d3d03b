"""The evaluation of samples: how well each is guessed from the others at its domain, and which look wrong."""

import math
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import attrgetter

from guessmail.model.belief import Belief
from guessmail.model.formats import Format
from guessmail.model.learning import ASTRAY, SWAPPED, learn
from guessmail.model.ranking import Ranking
from guessmail.names import Name, read_name
from guessmail.reports.formats import mailbox_of, sample_data, titled
from guessmail.reports.listing import Data
from guessmail.samples import Sample, split_usable
from guessmail.text import counted, is_misspelling, percent, printable

MOST_EXACT = 20
"""The most people at a domain of whom each is left out in turn."""
FOLDS = 10
"""The parts of more people than these, each of which is guessed from the other parts."""
MOST_GUESSED = 1000
BINS = 10
_TOPS = (1, 3, 5)


def evaluate(samples: Iterable[Sample], prior_of: Callable[[str], Belief]) -> Data:
    """Return how well each person is guessed from the domain's other samples and its prior belief, as in JSON."""
    predictions: list[tuple[int, float]] = []
    doubts: list[Data] = []
    count = 0
    by_domain = attrgetter("domain")
    for domain, group in groupby(sorted(samples, key=by_domain), key=by_domain):
        at_domain, prior = list(group), prior_of(domain)
        used, _ = split_usable(at_domain)
        people: dict[str, list[Sample]] = defaultdict(list)
        for sample in used:
            if sample.name:
                people[" ".join(sample.name.casefold().split())].append(sample)
        count += len(people)
        predictions += _predictions(domain, used, people, prior)
        doubts += _doubts(learn(domain, at_domain, prior))
    guessed = len(predictions)
    return {"guessed": guessed, "unguessed": count - guessed, **success(predictions), "doubts": doubts}


def success(predictions: Sequence[tuple[int, float]]) -> Data:
    """Return the quality of predictions: shares of people by place, and the bins of first guesses that are not empty.

    A prediction is the place of the right guess, from 1, or 0 if there is none; and the probability of the first guess.
    The calibration error is the mean distance between the predicted and the observed share of a bin, weighted by people.
    """
    by_bin: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for place, predicted in predictions:
        by_bin[min(int(predicted * BINS), BINS - 1)].append((place, predicted))
    bins = [
        {
            "low": at / BINS,
            "high": (at + 1) / BINS,
            "people": len(found),
            "said": _mean([predicted for _, predicted in found]),
            "happened": _mean([place == 1 for place, _ in found]),
        }
        for at, found in sorted(by_bin.items())
    ]
    distances = [bin_["people"] * abs(bin_["said"] - bin_["happened"]) for bin_ in bins]
    return {
        **{f"top{top}": _mean([1 <= place <= top for place, _ in predictions]) for top in _TOPS},
        "calibration_error": math.fsum(distances) / len(predictions) if distances else 0.0,
        "calibration": bins,
    }


def _predictions(
    domain: str, used: Iterable[Sample], people: Mapping[str, Sequence[Sample]], prior: Belief
) -> Iterator[tuple[int, float]]:
    order = sorted(people, key=lambda person: (zlib.crc32(person.encode()), person))
    folds = len(order) if len(order) <= MOST_EXACT else FOLDS
    for fold in range(folds):
        asked = sorted(order[:MOST_GUESSED][fold::folds])
        left_out = {id(sample) for person in order[fold::folds] for sample in people[person]}
        others = [sample for sample in used if id(sample) not in left_out]
        if not (others and asked):
            continue
        fmt = learn(domain, others, prior)
        for person in asked:
            if ranked := _ranked(people[person][0], fmt):
                own = {sample.local_part for sample in people[person]}
                place = next((at for at, (local_part, _) in enumerate(ranked, 1) if local_part in own), 0)
                yield place, ranked[0][1]


def _doubts(fmt: Format) -> Iterator[Data]:
    """Yield the samples that look wrong by the format of all samples, whoever has the addresses."""
    free = fmt._replace(holders=None)
    doubted = set()
    for sample, reason, detail in fmt.rejected:
        if reason in {SWAPPED, ASTRAY}:
            doubted.add(str(sample))
            whose = "swapped with a colleague's" if reason == SWAPPED else "a colleague's"
            yield _doubt(sample, f"probably {whose}: it {detail}", _ranked(sample, free))
    for sample, shares in fmt.votes:
        if shares or not sample.name or str(sample) in doubted:
            continue
        ranked = _ranked(sample, free)
        likely = [guess for guess in ranked[:5] if guess[1] >= 0.3]
        meant = [guess for guess in likely if is_misspelling(guess[0], sample.local_part)]
        if meant:
            yield _doubt(sample, "probably a typing error, in the address or the name", meant)
        elif likely and (owner := _other_person_in(sample)):
            yield _doubt(sample, f"probably somebody else's: it looks like {owner.title()}", ranked)


def _ranked(sample: Sample, fmt: Format) -> list[tuple[str, float]]:
    name = read_name(sample.name)
    return Ranking(name, fmt).best() if isinstance(name, Name) else []


def _doubt(sample: Sample, reason: str, ranked: Iterable[tuple[str, float]]) -> Data:
    others = (guess for guess in ranked if guess[0] != sample.local_part)
    better = (f"{local_part}@{sample.domain} ({percent(share)})" for local_part, share in others)
    return {**sample_data(sample), "reason": reason, "better": next(better, "")}


def _other_person_in(sample: Sample) -> str:
    """Return the name in a local part of two words, one in each list of names; empty if a word begins like the sample's name."""
    from guessmail.data.census import GIVEN, SURNAMES

    words = sample.local_part.replace("_", ".").replace("-", ".").split(".")
    pairs = (words, words[::-1]) if len(words) == 2 else ()
    owner = next((pair for pair in pairs if pair[0] in GIVEN and pair[1] in SURNAMES), [])
    name = read_name(sample.name)
    readings = name.readings if isinstance(name, Name) else ()
    spellings = chain.from_iterable((*reading.firsts, *reading.lasts, *reading.nicks) for reading in readings)
    starts = {spelling.text[:3] for spelling in spellings}
    return "" if any(word[:3] in starts for word in owner) else " ".join(owner)


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values) if values else 0.0


def evaluation_lines(data: Data) -> Iterator[str]:
    """Yield the results of `evaluate` in words."""
    count = data["guessed"]
    yield f"{counted(count, 'known address', 'known addresses')} guessed, each from the others at its domain"
    if data["unguessed"]:
        yield f"{data['unguessed']:,} not guessed: the only one at its domain, or one of very many"
    if count:
        yield ""
        for top in _TOPS:
            yield f"  correct in the top {top}  {percent(data[f'top{top}'], 1):>7}"
        yield ""
        yield "  Predicted           People  Mean predicted  Correct"
        for low, high, people, predicted, correct in map(dict.values, data["calibration"]):
            span = f"{percent(low)} to {percent(high)}"
            yield f"  {span:16}  {people:8,}  {percent(predicted, 1):>14}  {percent(correct, 1):>7}"
        if count >= 30:  # with fewer people, it is mostly chance
            yield f"  Calibration error: {percent(data['calibration_error'])}"
    doubts = (
        f"{mailbox_of(doubt)}: {doubt['reason']}." + f" Better: {doubt['better']}" * bool(doubt["better"])
        for doubt in data["doubts"]
    )
    yield from titled("Known addresses that look wrong", map(printable, doubts))
