"""From rows to questions: the cells of the columns, and the company's site by the order of trust."""

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter

from guessmail.data.columns import PROFILE_SITES
from guessmail.domains.question import Question, questions_of
from guessmail.tables.headers import Columns

SEVERAL = " ::: "
"""What stands between the values of a cell in Google's exports of contacts."""
_LONGEST_HOST = 253  # RFC 1035 2.3.4, as text

QuestionMaker = Callable[[Sequence[Sequence[str]]], list[Question]]
"""Turns rows, each at least as wide as the header, into questions."""


def _nothing(_row: Sequence[str]) -> str:
    return ""


def company_site(cell: str) -> str:
    """Return the site in a cell, unchanged; empty for a profile (`linkedin.com/in/jane-doe`)."""
    text = cell.partition(SEVERAL)[0].strip()
    host, slash, path = text.lower().removeprefix("https://").removeprefix("http://").partition("/")
    if not slash or not path.strip("/"):
        return text
    labels = host.partition(":")[0][:_LONGEST_HOST].rstrip(".").split(".")
    is_profile = any(".".join(labels[start:]) in PROFILE_SITES for start in range(len(labels)))
    return "" if is_profile else text


def question_maker(columns: Columns, is_provider: Callable[[str], bool] = lambda _: False) -> QuestionMaker:
    """Return what turns the rows of a list with these columns into questions.

    The domain is that of the first column in the order of trust (domain, website, URL, e-mail) whose cell
    has one; `is_provider` is true of mailbox providers, whose addresses say nothing about the company.
    """
    sites = [itemgetter(at) for at in (columns.domain, columns.website, columns.url) if at is not None]
    email = _nothing if columns.email is None else itemgetter(columns.email)

    def trusted(row: Sequence[str]) -> str:
        found = next((site for cell in sites if (site := company_site(cell(row)))), "")
        return found or _domain_of(email(row), is_provider)

    def domains(rows: Sequence[Sequence[str]]) -> Iterable[str]:
        if len(sites) == 1 and email is _nothing:
            cells = list(map(sites[0], rows))
            if "/" not in "".join(cells):  # the shape of most large lists, and no cell is a profile
                return cells
        return map(trusted, rows)

    kinds = ("name", "given", "middle", "family", "company", "email")
    others = {kind: itemgetter(at) for kind in kinds if (at := getattr(columns, kind)) is not None}

    def make(rows: Sequence[Sequence[str]]) -> list[Question]:
        cells = {kind: map(cell, rows) for kind, cell in others.items()}
        if columns.email is not None:
            cells["email"] = map(_first, cells["email"])
        return questions_of({"domain": domains(rows), **cells})

    return make


def _first(cell: str) -> str:
    return cell.partition(SEVERAL)[0]


def _domain_of(email: str, is_provider: Callable[[str], bool]) -> str:
    """Return the domain of the first of the addresses in a cell that is at no mailbox provider, else empty."""
    ends = (one.rpartition("@")[2].strip(" \t>;,").lower() for one in email.split(SEVERAL) if "@" in one)
    return next((domain for domain in ends if not is_provider(domain)), "")
