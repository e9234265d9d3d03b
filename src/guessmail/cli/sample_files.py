"""The samples that the command line gives: `--sample` and `--samples FILE`."""

from collections import Counter
from collections.abc import Callable, Iterable

from guessmail.samples import Sample, parse_sample
from guessmail.samples.reading import Reason, Rejected, read_samples

__all__ = ["given_samples", "samples_of"]


def given_samples(texts: Iterable[str], files: Iterable[str], notify: Callable[[str], None]) -> list[Sample]:
    """Return the samples; `notify` gets how many entries of the files were rejected, and why."""
    given = [parse_sample(text, "the command line") for text in texts]
    return given + samples_of((found for path in files for found in read_samples(path)), notify)


def samples_of(entries: Iterable[Sample | Rejected], notify: Callable[[str], None]) -> list[Sample]:
    """Return the samples among what was read; `notify` gets how many entries were rejected, and why."""
    samples: list[Sample] = []
    rejected: Counter[Reason] = Counter()
    for entry in entries:
        if isinstance(entry, Sample):
            samples.append(entry)
        else:
            rejected[entry.reason] += 1
    for reason, count in rejected.most_common():
        notify(f"Skipped: {reason.counted(count)}")
    return samples
