"""Domains that an earlier run found by companies' names, and that a person may have reviewed since."""

from collections.abc import Iterator, Sequence

from guessmail.domains.question import Question
from guessmail.reports.added import DOMAIN_CELLS, PREFIX

USED_FROM = 0.7
"""A domain that was found by a company's name is used from this probability on."""


class SuggestedDomains:
    """The columns of domains and their probabilities that `guess` and `domain` add to a list."""

    def __init__(self, header: Sequence[str], prefix: str = PREFIX, threshold: float = USED_FROM) -> None:
        names = ([one + name for name in DOMAIN_CELLS] for one in (prefix, PREFIX))
        both = next((pair for pair in names if set(pair) <= set(header)), None)
        self._places = tuple(header.index(name) for name in both) if both else ()
        self._threshold = threshold

    def __bool__(self) -> bool:
        """Whether a list has these columns."""
        return bool(self._places)

    def of(self, row: Sequence[str]) -> tuple[str, float]:
        """Return a row's domain and its probability, 1 where a person emptied it; an empty domain where it does not count."""
        domain, written = (row[place].strip() for place in self._places)
        number = written.replace(",", ".").removesuffix("%").strip()
        try:
            probability = float(number or 1) / (100 if written.endswith("%") else 1)
        except ValueError:
            return "", 0.0
        return (domain, probability) if probability >= self._threshold else ("", 0.0)

    def given(self, rows: Sequence[Sequence[str]], questions: Sequence[Question]) -> Iterator[Question]:
        """Yield questions, those of rows with a company alone with the domain that an earlier run found."""
        for row, question in zip(rows, questions, strict=True):
            if self and question.company and not question.domain:
                domain, probability = self.of(row)
                if domain:
                    yield question._replace(domain=domain, domain_probability=min(probability, 1.0))
                    continue
            yield question
