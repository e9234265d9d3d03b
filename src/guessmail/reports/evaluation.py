"""How well one's own samples are guessed, each from the others of its domain, and which of them look wrong.

At a domain of few people each person is left out in turn. At a larger one the people are dealt into `FOLDS` parts, and
those of each part are guessed from the other parts; of very many, `MOST_GUESSED` are guessed.
"""

import math
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, NamedTuple

from guessmail.model.belief import Belief
from guessmail.model.formats import Format
from guessmail.model.holders import NOBODY
from guessmail.model.learning import ASTRAY, SWAPPED, learn
from guessmail.model.ranking import Ranked, Ranking
from guessmail.names import Name, read_name
from guessmail.reports.formats import sample_data, titled
from guessmail.samples import Sample, split_usable
from guessmail.text import counted, is_misspelling, percent, printable

MOST_EXACT = 20
"""People at a domain up to which each is left out alone."""
FOLDS = 10
MOST_GUESSED = 1000
BINS = 10
_CONFIDENT = 0.3
"""The least probability of a guess by which a sample is doubted."""
_TOPS = (1, 3, 5)
_FEW_PEOPLE = 30
"""With fewer, a calibration error is mostly chance."""


class Prediction(NamedTuple):
    """What was guessed for one person from the other people's samples."""

    name: str
    domain: str
    place: int
    """The number of the guess that was right, from 1; 0 if none was."""
    said: float
    """The probability of the first guess."""


class Doubt(NamedTuple):
    """A sample that looks wrong."""

    sample: Sample
    reason: str
    better: str
    """An address that would fit better, with its probability; maybe empty."""


class Bin(NamedTuple):
    """First guesses whose probabilities lie near each other."""

    low: float
    high: float
    people: int
    said: float
    """The mean of their probabilities."""
    happened: float
    """The share of those that were right."""


class Evaluation(NamedTuple):
    """The guesses at samples beside the truth."""

    predictions: tuple[Prediction, ...]
    doubts: tuple[Doubt, ...]
    unguessed: int
    """The number of people who were not guessed: nobody else of their domain is known, or there are very many."""

    def accuracy(self, top: int) -> float:
        """Return the share of people whose address was among the first guesses."""
        return _mean([1 <= prediction.place <= top for prediction in self.predictions])

    def bins(self) -> list[Bin]:
        """Return the probabilities of first guesses beside their success, by bins of equal width that hold any."""
        by_bin: dict[int, list[Prediction]] = defaultdict(list)
        for prediction in self.predictions:
            by_bin[min(int(prediction.said * BINS), BINS - 1)].append(prediction)
        bins = []
        for at, predictions in sorted(by_bin.items()):
            said = _mean([prediction.said for prediction in predictions])
            happened = _mean([prediction.place == 1 for prediction in predictions])
            bins.append(Bin(at / BINS, (at + 1) / BINS, len(predictions), said, happened))
        return bins

    @property
    def error(self) -> float:
        """The expected calibration error of the first guesses: the mean distance between said and happened."""
        distances = [bin_.people * abs(bin_.said - bin_.happened) for bin_ in self.bins()]
        return math.fsum(distances) / len(self.predictions) if distances else 0.0


def evaluate(samples: Iterable[Sample], prior_of: Callable[[str], Belief]) -> Evaluation:
    """Guess every sample with a name from the others of its domain; `prior_of(domain)` is what is believed before."""
    predictions: list[Prediction] = []
    doubts: list[Doubt] = []
    count = 0
    by_domain = attrgetter("domain")
    for domain, group in groupby(sorted(samples, key=by_domain), key=by_domain):
        held, prior = list(group), prior_of(domain)
        used, _ = split_usable(held)
        people: dict[str, list[Sample]] = defaultdict(list)
        for sample in used:
            if sample.name:
                people[" ".join(sample.name.casefold().split())].append(sample)
        count += len(people)
        predictions += _predictions(domain, used, people, prior)
        doubts += _doubts(learn(domain, held, prior))
    return Evaluation(tuple(predictions), tuple(doubts), count - len(predictions))


def _predictions(
    domain: str, used: Iterable[Sample], people: Mapping[str, Sequence[Sample]], prior: Belief
) -> Iterator[Prediction]:
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
            name = read_name(people[person][0].name)
            if isinstance(name, Name):
                ranked = Ranking(name, fmt).best()
                own = {sample.local_part for sample in people[person]}
                place = next((at for at, guess in enumerate(ranked, 1) if guess.local_part in own), 0)
                yield Prediction(name.written, domain, place, ranked[0].probability if ranked else 0.0)


def _doubts(fmt: Format) -> Iterator[Doubt]:
    """Yield the samples that look wrong, by the format that all samples show, whoever holds the addresses."""
    free = fmt._replace(holders=NOBODY)
    doubted = set()
    for sample, reason, detail in fmt.rejected:
        if reason in {SWAPPED, ASTRAY}:
            doubted.add(str(sample))
            whose = "swapped with a colleague's" if reason == SWAPPED else "a colleague's"
            yield Doubt(sample, f"probably {whose}: it {detail}", _first_other(sample, _ranked(sample, free)))
    for sample, shares in fmt.votes:
        if shares or not sample.name or str(sample) in doubted:
            continue
        ranked = _ranked(sample, free)
        likely = [guess for guess in ranked[:5] if guess.probability >= _CONFIDENT]
        meant = [guess for guess in likely if is_misspelling(guess.local_part, sample.local_part)]
        if meant:
            reason = "probably a typing error, in the address or the name"
            yield Doubt(sample, reason, _shown(sample, meant[0]))
        elif likely and (owner := _person_in(sample.local_part)) and not _share_letters(owner, sample.name):
            reason = f"probably somebody else's: it looks like {owner.title()}"
            yield Doubt(sample, reason, _first_other(sample, ranked))


def _ranked(sample: Sample, fmt: Format) -> list[Ranked]:
    name = read_name(sample.name)
    return Ranking(name, fmt).best() if isinstance(name, Name) else []


def _first_other(sample: Sample, ranked: Iterable[Ranked]) -> str:
    others = (guess for guess in ranked if guess.local_part != sample.local_part)
    return next((_shown(sample, guess) for guess in others), "")


def _shown(sample: Sample, guess: Ranked) -> str:
    return f"{guess.local_part}@{sample.domain} ({percent(guess.probability)})"


def _person_in(local_part: str) -> str:
    """Return the name that a local part of two words shows, by lists of given and family names; empty for no name."""
    from guessmail.data.census import GIVEN, SURNAMES

    words = local_part.replace("_", ".").replace("-", ".").split(".")
    pairs = (words, words[::-1]) if len(words) == 2 else ()
    return next((f"{given} {family}" for given, family in pairs if given in GIVEN and family in SURNAMES), "")


def _share_letters(words: str, written: str) -> bool:
    """Tell whether some word is a part of a name, or begins as one does."""
    name = read_name(written)
    readings = name.readings if isinstance(name, Name) else ()
    spellings = chain.from_iterable((*reading.firsts, *reading.lasts, *reading.nicks) for reading in readings)
    starts = {spelling.text[:3] for spelling in spellings}
    return any(word[:3] in starts for word in words.split())


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values) if values else 0.0


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
        for low, high, people, said, happened in evaluation.bins():
            span = f"{percent(low)} to {percent(high)}"
            yield f"  {span:16}  {people:8,}  {percent(said, 1):>14}  {percent(happened, 1):>7}"
        if count >= _FEW_PEOPLE:
            yield f"  Calibration error: {percent(evaluation.error)}"
    doubts = (
        printable(f"{sample}: {reason}." + (f" Better: {better}" if better else ""))
        for sample, reason, better in evaluation.doubts
    )
    yield from titled("Known addresses that look wrong", doubts)


def evaluation_data(evaluation: Evaluation) -> dict[str, Any]:
    """Return the same for JSON."""
    return {
        "guessed": len(evaluation.predictions),
        "unguessed": evaluation.unguessed,
        **{f"top{top}": round(evaluation.accuracy(top), 4) for top in _TOPS},
        "calibration_error": round(evaluation.error, 4),
        "calibration": [
            {**bin_._asdict(), "said": round(bin_.said, 4), "happened": round(bin_.happened, 4)}
            for bin_ in evaluation.bins()
        ],
        "doubts": [
            {**sample_data(sample), "reason": reason, "better": better}
            for sample, reason, better in evaluation.doubts
        ],
    }
