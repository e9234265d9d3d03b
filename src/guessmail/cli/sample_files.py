"""The samples that the command line gives: `--sample` and `--samples FILE`."""

from collections import Counter
from collections.abc import Callable, Iterable

from guessmail.samples import Sample, parse_sample
from guessmail.samples.reading import Reason, read_samples

__all__ = ["given_samples"]


def given_samples(texts: Iterable[str], files: Iterable[str], notify: Callable[[str], None]) -> list[Sample]:
    """Return the samples; `notify` is told how many entries of the files are none, and why."""
    samples = [parse_sample(text, "the command line") for text in texts]
    aside: Counter[Reason] = Counter()
    for path in files:
        for found in read_samples(path):
            if isinstance(found, Sample):
                samples.append(found)
            else:
                aside[found.reason] += 1
    for reason, count in aside.most_common():
        notify(f"Skipped: {reason.counted(count)}")
    return samples
