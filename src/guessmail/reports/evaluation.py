"""How well one's own samples are guessed, each from the others of its domain, and which of them look wrong.

At a domain of few people each person is left out in turn. At a larger one the people are dealt into `FOLDS` parts, and
those of each part are guessed from the other parts; of very many, `MOST_GUESSED` are guessed.
"""

import math
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
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
    """Which guess was right, from 1; 0 where none was."""
    said: float
    """The probability of the first guess."""


class Doubt(NamedTuple):
    """A sample that looks wrong."""

    sample: Sample
    reason: str
    """What is probably the matter."""
    better: str
    """What would fit better, in words; maybe empty."""


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
    """What came out."""

    predictions: tuple[Prediction, ...]
    doubts: tuple[Doubt, ...]
    unguessed: int
    """How many people were not guessed: nobody else of their domain is known, or there are very many."""

    def accuracy(self, top: int) -> float:
        """Return the share of people whose address was among the first guesses."""
        return _mean([1 <= prediction.place <= top for prediction in self.predictions])

    def bins(self) -> list[Bin]:
        """Return what was said of first guesses beside what happened, by bins of equal width that hold any."""
        by_bin: dict[int, list[Prediction]] = defaultdict(list)
        for prediction in self.predictions:
            by_bin[min(int(prediction.said * BINS), BINS - 1)].append(prediction)
        bins = []
        for at, held in sorted(by_bin.items()):
            said, happened = (
                _mean([prediction.said for prediction in held]),
                _mean([prediction.place == 1 for prediction in held]),
            )
            bins.append(Bin(at / BINS, (at + 1) / BINS, len(held), said, happened))
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
    unguessed = 0
    by_domain = attrgetter("domain")
    for domain, held in groupby(sorted(samples, key=by_domain), key=by_domain):
        site = _Site(domain, list(held), prior_of(domain))
        predicted = list(site.predictions())
        predictions += predicted
        unguessed += len(site.people) - len(predicted)
        doubts += site.doubts()
    return Evaluation(tuple(predictions), tuple(doubts), unguessed)


class _Site:
    """The samples of one domain."""

    def __init__(self, domain: str, samples: Sequence[Sample], prior: Belief) -> None:
        self.domain, self._samples, self._prior = domain, samples, prior
        self._used, _ = split_usable(samples)
        self.people: dict[str, list[Sample]] = defaultdict(list)
        for sample in self._used:
            if sample.name:
                self.people[" ".join(sample.name.casefold().split())].append(sample)

    def _learn(self, samples: Iterable[Sample]) -> Format:
        return learn(self.domain, samples, self._prior)

    def predictions(self) -> Iterator[Prediction]:
        order = sorted(self.people, key=lambda person: (zlib.crc32(person.encode()), person))
        folds = len(order) if len(order) <= MOST_EXACT else FOLDS
        for fold in range(folds):
            asked = sorted(order[:MOST_GUESSED][fold::folds])
            left_out = {id(sample) for person in order[fold::folds] for sample in self.people[person]}
            others = [sample for sample in self._used if id(sample) not in left_out]
            if others and asked:
                fmt = self._learn(others)
                yield from filter(None, (self._predict(self.people[person], fmt) for person in asked))

    def _predict(self, held: Sequence[Sample], fmt: Format) -> Prediction | None:
        name = read_name(held[0].name)
        if not isinstance(name, Name):
            return None
        ranked = Ranking(name, fmt).best()
        own = {sample.local_part for sample in held}
        place = next((at for at, candidate in enumerate(ranked, 1) if candidate.local_part in own), 0)
        return Prediction(name.written, self.domain, place, ranked[0].probability if ranked else 0.0)

    def doubts(self) -> Iterator[Doubt]:
        """Yield the samples that look wrong, by the format that all samples show, whoever holds the addresses."""
        fmt = self._learn(self._samples)
        doubted = set()
        for rejected in fmt.rejected:
            if rejected.reason in {SWAPPED, ASTRAY}:
                doubted.add(str(rejected.sample))
                what = "swapped with a colleague's" if rejected.reason == SWAPPED else "a colleague's"
                reason = f"probably {what}: it {rejected.detail}"
                yield Doubt(
                    rejected.sample, reason, self._expected(rejected.sample, _ranked(rejected.sample, fmt))
                )
        for vote in fmt.votes:
            if not vote.shares and vote.sample.name and str(vote.sample) not in doubted:
                yield from self._judged(vote.sample, _ranked(vote.sample, fmt))

    def _judged(self, sample: Sample, ranked: Sequence[Ranked]) -> Iterator[Doubt]:
        likely = [candidate for candidate in ranked[:5] if candidate.probability >= _CONFIDENT]
        meant = [candidate for candidate in likely if is_misspelling(candidate.local_part, sample.local_part)]
        if meant:
            yield Doubt(sample, "probably a typing error, in the address or the name", self._guess(meant[0]))
        elif likely and (owner := _person_in(sample.local_part)) and not _share_letters(owner, sample.name):
            reason = f"probably somebody else's: it looks like {owner.title()}"
            yield Doubt(sample, reason, self._expected(sample, ranked))

    def _expected(self, sample: Sample, ranked: Iterable[Ranked]) -> str:
        return next(
            (self._guess(candidate) for candidate in ranked if candidate.local_part != sample.local_part), ""
        )

    def _guess(self, ranked: Ranked) -> str:
        return f"{ranked.local_part}@{self.domain} ({percent(ranked.probability)})"


def _ranked(sample: Sample, fmt: Format) -> list[Ranked]:
    """Rank by the format alone, whoever is known to hold the addresses."""
    name = read_name(sample.name)
    return Ranking(name, fmt._replace(holders=NOBODY)).best() if isinstance(name, Name) else []


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
    starts = {
        spelling.text[:3]
        for reading in readings
        for spelling in (*reading.firsts, *reading.lasts, *reading.nicks)
    }
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
            {
                "low": low,
                "high": high,
                "people": people,
                "said": round(said, 4),
                "happened": round(happened, 4),
            }
            for low, high, people, said, happened in evaluation.bins()
        ],
        "doubts": [
            {**sample_data(sample), "reason": reason, "better": better}
            for sample, reason, better in evaluation.doubts
        ],
    }
