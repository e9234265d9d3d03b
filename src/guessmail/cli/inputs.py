"""The inputs of several commands: arguments, answers of the user, known addresses, companies' domains."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from guessmail.cli.output import notify
from guessmail.domains import read_domain
from guessmail.errors import Problem, UsageError
from guessmail.reports.added import DOMAIN_CELLS, PREFIX
from guessmail.text.streams import open_file

if TYPE_CHECKING:  # imported only if there are samples or companies
    from guessmail.companies import Companies
    from guessmail.domains.question import Question
    from guessmail.samples import Sample
    from guessmail.samples.entries import Rejected, RejectionReason
    from guessmail.store import Store
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
    """Yield a sentence for each `--sample` text that is no evidence about a domain (A-labels), or about any if it is empty."""
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


def suggested_columns(header: Sequence[str], *prefixes: str) -> tuple[int, ...]:
    """Return the positions of an earlier run's columns of companies' domains and their probabilities, or no positions."""
    names = ([start + name for name in DOMAIN_CELLS] for start in (*prefixes, PREFIX))
    both = next((pair for pair in names if set(pair) <= set(header)), None)
    return tuple(header.index(name) for name in both) if both else ()


def with_domains(
    questions: "Sequence[Question]", rows: Sequence[Sequence[str]], places: Sequence[int], threshold: float
) -> "Iterator[Question]":
    """Yield the questions of rows; a company without a domain gets an earlier run's, if its probability reaches the threshold."""
    for row, question in zip(rows, questions, strict=True):
        if not places or question.domain or not question.company:
            yield question
            continue
        domain, written = (row[place].strip() for place in places)
        number = written.replace(",", ".").removesuffix("%").strip()
        try:
            # The user may empty the cell to confirm the domain.
            probability = min(float(number or 1) / (100 if written.endswith("%") else 1), 1.0)
        except ValueError:
            domain, probability = "", 0.0
        is_used = domain and probability >= threshold
        yield question._replace(domain=domain, domain_probability=probability) if is_used else question


def known_companies(path: str, store: "Store | None", threshold: float = 0.7) -> "Companies":
    """Return the companies in a file and in the store, of which either may be missing; the file overrides the store.

    A domain that an earlier run suggested counts if its probability reaches the threshold. A file without the columns, or
    with two domains of a company, is a `UsageError`.
    """
    from guessmail.companies import Companies
    from guessmail.lists import open_table
    from guessmail.lists.headers import COMPANY_NAMES, KNOWN_COMPANIES, SITES, unknown_header
    from guessmail.lists.questions import RowReader

    companies = Companies()
    if path:
        with open_file(path) as file:
            table = open_table(file, COMPANY_NAMES, notify)
            suggested = suggested_columns(table.header)
            if not suggested and not table.columns.has(*SITES):
                raise unknown_header([table.header], KNOWN_COMPANIES)
            rows = [table.full(row) for block in table.blocks for row in block.rows]
        questions = RowReader(table.columns, table.header).questions(rows)
        for number, question in enumerate(with_domains(questions, rows, suggested, threshold), 1):
            probability = 1.0 if question.domain_probability is None else question.domain_probability
            companies.tell(question.company, question.domain, f"{path}, row {number}", probability)
    if store is not None:
        companies.remember((company.name, company.domain) for company in store.companies())
    return companies
