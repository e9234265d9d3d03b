"""The inputs of several commands: arguments, answers of the user, known addresses."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from guessmail.cli.output import notify
from guessmail.domains import read_domain
from guessmail.errors import Problem, UsageError

if TYPE_CHECKING:  # imported only if there are samples
    from guessmail.samples import Sample
    from guessmail.samples.entries import Rejected, RejectionReason
    from guessmail.store.suppression import SuppressionList

T = TypeVar("T")


def arguments_or_stdin(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Return the arguments; if there are none, `-` for piped input."""
    return arguments or (() if sys.stdin is None or sys.stdin.isatty() else ("-",))


def can_ask() -> bool:
    """Return whether standard input and standard error are a terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> str:
    """Return the user's answer to a question, in lower case."""
    click.echo(question, err=True, nl=False)
    return sys.stdin.buffer.readline(4096).decode(errors="replace").strip().lower()


def require(read: T | Problem) -> T:
    """Return a value that was read; `UsageError` if it is a problem."""
    if isinstance(read, Problem):
        raise UsageError(read.message)
    return read


def require_domain(who: str) -> str:
    """Return the domain (A-labels) in an argument for a person, an address or a domain; `UsageError` for anything else."""
    found = read_domain(who)
    if isinstance(found, Problem) and "comma" in found.message and " " not in who:
        raise UsageError(found.message)
    if isinstance(found, Problem) or " " in who.strip() or "." not in who:
        raise UsageError(
            f'{who!r} is neither an address nor a domain. For a person, add the domain: "{who}" acme.com'
        )
    return found


# Known addresses


def load_samples(texts: Iterable[str], files: Sequence[str]) -> "list[Sample]":
    """Return the samples in `--sample` texts and `--samples` files, with notices about rejected entries of the files."""
    samples: list[Sample] = []
    for path in files:
        if "@" in path and not os.path.lexists(path):
            raise UsageError(f'--samples takes a file. For one known address: --sample "{path.strip()}"')
    if texts:
        from guessmail.samples import parse_samples

        samples += (sample for text in texts for sample in parse_samples(text, "entered by hand"))
    if files:
        from guessmail.samples.sources import read_samples

        samples += samples_of(found for path in files for found in read_samples(path))
    return samples


def samples_of(entries: "Iterable[Sample | Rejected]") -> "list[Sample]":
    """Return the samples among entries, with a notice about the number of entries rejected for each reason."""
    rejected: Counter[RejectionReason] = Counter()
    samples = list(accepted(entries, rejected))
    for reason, count in rejected.most_common():
        text = reason.summary(count)
        notify(f"{text[0].upper()}{text[1:]}.")
    return samples


def accepted(
    entries: "Iterable[Sample | Rejected]",
    rejected: "Counter[RejectionReason]",
    people: "SuppressionList | None" = None,
) -> "Iterator[Sample]":
    """Yield the samples among entries, except those of suppressed people; `rejected` counts the other entries."""
    from guessmail.samples.entries import Rejected, RejectionReason

    for entry in entries:
        if isinstance(entry, Rejected):
            rejected[entry.reason] += 1
        elif people is not None and people.covers(entry.address, entry.name):
            rejected[RejectionReason.SUPPRESSED] += 1
        else:
            yield entry


def unused_samples(texts: Iterable[str], domain: str) -> Iterator[str]:
    """Yield a sentence for each `--sample` text that is no evidence about a domain (A-labels, lower case).

    If the domain is empty, as in a list, only role addresses are no evidence.
    """
    if not texts:
        return  # without the imports
    from guessmail.data.roles import ROLES
    from guessmail.model.pool import label_of
    from guessmail.samples import parse_samples

    for sample in (sample for text in texts for sample in parse_samples(text)):
        if sample.local_part in ROLES:
            yield f"{sample.address} is a role address and shows no format, so it is not used."
        elif domain and label_of(sample.domain) != label_of(domain):
            yield f"{sample.address} is not at {domain}, so it is not used."
