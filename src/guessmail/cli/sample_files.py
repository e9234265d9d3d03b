"""The samples that the command line gives: `--sample` and `--samples FILE`."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from guessmail.data.roles import ROLES
from guessmail.errors import UsageError
from guessmail.model.related import label_of
from guessmail.samples import Sample, parse_samples

if TYPE_CHECKING:  # a guess without files does not pay for their readers
    from guessmail.samples.entries import Reason, Rejected


def given_samples(texts: Iterable[str], files: Sequence[str], notify: Callable[[str], None]) -> list[Sample]:
    """Return the samples; `notify` gets how many entries of the files were rejected, and why."""
    given = [sample for text in texts for sample in parse_samples(text, "entered by hand")]
    if not files:
        return given
    from guessmail.samples.sources import read_samples

    return given + samples_of((found for path in files for found in read_samples(path)), notify)


def domain_of_samples(texts: Iterable[str]) -> str:
    """Return the domain of the samples that the command line gives; `UsageError` where they are at several."""
    domains = sorted({sample.domain for text in texts for sample in parse_samples(text)})
    if len(domains) > 1:
        raise UsageError(
            f"The domain is missing, and the known addresses are at {' and '.join(domains)}. Give the person's:"
            f' guessmail guess "Jane Doe" {domains[0]}'
        )
    return domains[0]


def unused_samples(texts: Iterable[str], domain: str) -> Iterator[str]:
    """Yield a sentence for each sample of the command line that says nothing of a domain (A-labels, lower case).

    For an empty domain, as in a list, it is one for each role address.
    """
    for sample in (sample for text in texts for sample in parse_samples(text)):
        if sample.local_part in ROLES:
            yield f"{sample.address} is a role address and shows no format, so it is not used."
        elif domain and label_of(sample.domain) != label_of(domain):
            yield f"{sample.address} is not at {domain}, so it is not used."


def samples_of(entries: "Iterable[Sample | Rejected]", notify: Callable[[str], None]) -> list[Sample]:
    """Return the samples among what was read; `notify` gets how many entries were rejected, and why."""
    samples: list[Sample] = []
    rejected: Counter[Reason] = Counter()
    for entry in entries:
        if isinstance(entry, Sample):
            samples.append(entry)
        else:
            rejected[entry.reason] += 1
    for reason, count in rejected.most_common():
        said = reason.said(count)
        notify(said[0].upper() + said[1:] + ".")
    return samples
