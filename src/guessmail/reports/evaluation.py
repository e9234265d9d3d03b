"""How well one's own samples are guessed, each from the others of its domain, and which of them look wrong.

At a domain of few people each person is left out in turn. At a larger one the people are dealt into `FOLDS` parts, and
those of each part are guessed from the other parts; of very many, `MOST_GUESSED` are guessed.
"""

import math
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from guessmail.model.belief import Belief
from guessmail.model.format import Format
from guessmail.model.holders import NOBODY
from guessmail.model.learning import ASTRAY, SWAPPED, learn
from guessmail.model.ranking import Ranked, Ranking
from guessmail.names import Name, read_name
from guessmail.samples import Sample, split_usable
from guessmail.text import is_misspelling, percent

MOST_EXACT = 20
"""At a domain of so many people each is left out alone."""
FOLDS = 10
MOST_GUESSED = 1000
BINS = 10
_CONFIDENT = 0.3
"""A typing error is seen where what was meant is at least so probable."""
_LONG = 5
"""Shorter addresses differ by a letter too easily."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was guessed for one person from the other people's samples."""

    name: str
    domain: str
    place: int
    """Which guess was right, from 1; 0 where none was."""
    said: float
    """The probability of the first guess."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sample that looks wrong."""

    sample: Sample
    reason: str
    """What is probably the matter."""
    better: str
    """What would fit better, in words."""


@dataclass(frozen=True, slots=True)
class Bin:
    """First guesses whose probabilities lie near each other."""

    low: float
    high: float
    count: int
    said: float
    """The mean of their probabilities."""
    happened: float
    """The share of those that were right."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came out."""

    predictions: tuple[Prediction, ...]
    doubts: tuple[Doubt, ...]
    unguessed: int
    """How many people were not guessed: nobody else of their domain is known, or there are very many."""

    def accuracy(self, top: int) -> float:
        """Return the share of people whose address was among the first guesses."""
        return _mean([1 <= one.place <= top for one in self.predictions])

    def bins(self) -> list[Bin]:
        """Return what was said of first guesses beside what happened, by bins of equal width that hold any."""
        by_bin: dict[int, list[Prediction]] = defaultdict(list)
        for one in self.predictions:
            by_bin[min(int(one.said * BINS), BINS - 1)].append(one)
        return [
            Bin(
                at / BINS,
                (at + 1) / BINS,
                len(held),
                _mean([one.said for one in held]),
                _mean([one.place == 1 for one in held]),
            )
            for at, held in sorted(by_bin.items())
        ]

    @property
    def error(self) -> float:
        """The expected calibration error of the first guesses: the mean distance between said and happened."""
        size = len(self.predictions)
        return (
            math.fsum(one.count * abs(one.said - one.happened) for one in self.bins()) / size if size else 0.0
        )


def evaluate(samples: Iterable[Sample], prior_of: Callable[[str], Belief]) -> Evaluation:
    """Guess every sample with a name from the others of its domain; `prior_of(domain)` is what is believed before."""
    predictions: list[Prediction] = []
    doubts: list[Doubt] = []
    unguessed = 0
    for domain, held in groupby(sorted(samples, key=_by_domain), key=_by_domain):
        site = _Site(domain, list(held), prior_of(domain))
        predicted = list(site.predictions())
        predictions += predicted
        unguessed += len(site.people) - len(predicted)
        doubts += site.doubts()
    return Evaluation(tuple(predictions), tuple(doubts), unguessed)


def _by_domain(sample: Sample) -> str:
    return sample.domain


class _Site:
    """The samples of one domain."""

    def __init__(self, domain: str, samples: Sequence[Sample], prior: Belief) -> None:
        self.domain, self._prior = domain, prior
        self._used, _ = split_usable(samples)
        self._all = samples
        people: dict[str, list[Sample]] = defaultdict(list)
        for sample in self._used:
            if sample.name:
                people[" ".join(sample.name.casefold().split())].append(sample)
        self.people: Mapping[str, list[Sample]] = people

    def _learn(self, samples: Iterable[Sample]) -> Format:
        return learn(self.domain, samples, self._prior)

    def predictions(self) -> Iterator[Prediction]:
        order = sorted(self.people, key=lambda person: (zlib.crc32(person.encode()), person))
        folds = len(order) if len(order) <= MOST_EXACT else FOLDS
        guessed = order[:MOST_GUESSED]
        for fold in range(folds):
            asked = set(guessed[fold::folds])
            left_out = {id(sample) for person in order[fold::folds] for sample in self.people[person]}
            others = [sample for sample in self._used if id(sample) not in left_out]
            if others and asked:
                fmt = self._learn(others)
                yield from filter(None, (self._predict(person, fmt) for person in sorted(asked)))

    def _predict(self, person: str, fmt: Format) -> Prediction | None:
        held = self.people[person]
        name = read_name(held[0].name)
        if not isinstance(name, Name):
            return None
        ranked = Ranking(name, fmt).best()
        own = {sample.local_part for sample in held}
        place = next((at for at, one in enumerate(ranked, 1) if one.local_part in own), 0)
        return Prediction(name.written, self.domain, place, ranked[0].probability if ranked else 0.0)

    def doubts(self) -> Iterator[Doubt]:
        """Yield the samples that look wrong, by the format that all samples show."""
        fmt = self._learn(self._all)
        doubted = set()
        for one in fmt.rejected:
            if one.reason in {SWAPPED, ASTRAY}:
                doubted.add(str(one.sample))
                what = "swapped with a colleague's" if one.reason == SWAPPED else "a colleague's"
                yield Doubt(one.sample, f"probably {what}: it {one.detail}", self._expected(one.sample, fmt))
        for vote in fmt.votes:
            if not vote.shares and vote.sample.name and str(vote.sample) not in doubted:
                yield from self._judged(vote.sample, fmt)

    def _judged(self, sample: Sample, fmt: Format) -> Iterator[Doubt]:
        name = read_name(sample.name)
        if not isinstance(name, Name):
            return
        ranked = self._ranked(name, fmt)
        meant = [
            one
            for one in ranked[:5]
            if one.probability >= _CONFIDENT and is_misspelling(one.local_part, sample.local_part)
        ]
        if meant:
            better = f"{meant[0].local_part}@{self.domain} ({percent(meant[0].probability)})"
            yield Doubt(sample, "probably a typing error, in the address or the name", better)
            return
        owner = _person_in(sample.local_part)
        if owner and not _share_letters(owner, name) and ranked and ranked[0].probability >= _CONFIDENT:
            reason = f"probably somebody else's: it looks like {owner.title()}"
            yield Doubt(sample, reason, self._expected(sample, fmt))

    def _expected(self, sample: Sample, fmt: Format) -> str:
        name = read_name(sample.name)
        ranked = self._ranked(name, fmt) if isinstance(name, Name) else []
        best = next((one for one in ranked if one.local_part != sample.local_part), None)
        return f"{best.local_part}@{self.domain} ({percent(best.probability)})" if best else ""

    def _ranked(self, name: Name, fmt: Format) -> list[Ranked]:
        """Rank by the format alone, whoever is known to hold the addresses."""
        return Ranking(name, fmt._replace(holders=NOBODY)).best()


def _person_in(local_part: str) -> str:
    """Return the name that a local part of two words shows, by lists of given and family names; empty where none."""
    from guessmail.data.census import GIVEN, SURNAMES

    words = local_part.replace("_", ".").replace("-", ".").split(".")
    if len(words) != 2:
        return ""
    for given, family in (words, words[::-1]):
        if given in GIVEN and family in SURNAMES:
            return f"{given} {family}"
    return ""


def _share_letters(words: str, name: Name) -> bool:
    """Tell whether some word is a part of a name, or begins as one does."""
    texts = {
        spelling.text
        for reading in name.readings
        for spelling in (*reading.firsts, *reading.lasts, *reading.nicks)
    }
    return any(text[:3] == word[:3] for text in texts for word in words.split())


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values) if values else 0.0
