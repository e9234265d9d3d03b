"""Questions: the data with which a user, or a row of a list, asks for an address."""

from collections.abc import Iterable, Mapping
from itertools import repeat, starmap
from typing import NamedTuple

from guessmail.domains import has_known_suffix, read_domain
from guessmail.domains.organisation import Employer, read_country
from guessmail.errors import Code, Problem


class Question(NamedTuple):
    """The person whose address is wanted: `name`, or else `given` and `family`; `domain`, or else `company`."""

    name: str = ""
    domain: str = ""
    """A domain, a URL or an address, as typed."""
    given: str = ""
    middle: str = ""
    family: str = ""
    company: str = ""
    email: str = ""
    """The address that the person is said to have."""
    country: str = ""
    """The organisation's country, as a list has it: a code or a name."""
    state: str = ""
    """The state or province, in the United States, Canada or Australia."""
    phone: str = ""
    """A telephone number there, with the country's code."""
    domain_probability: float | None = None
    """The probability that the domain is the company's, if an earlier run found it by the company's name; 1 if the user
    confirmed it, None if the user gave it."""


def questions_of(columns: Mapping[str, Iterable[str]]) -> list[Question]:
    """Return the questions of columns by field, all of the same length; missing columns have the field's default."""
    defaults = Question._field_defaults.items()
    cells = zip(*[columns.get(field, repeat(default)) for field, default in defaults], strict=False)
    return list(starmap(Question, cells))


def company_of(question: Question) -> str:
    """Return the company that a question names, maybe in the domain's place; empty if it names no company."""
    texts = (question.company.strip(), question.domain.strip())
    return next((text for text in texts if any(map(str.isalnum, text))), "")


def employer_of(question: Question, named: str = "", country: str = "") -> Employer:
    """Return a question's employer; `named` is the company that led to its domain, `country` (ISO 3166) that of all questions."""
    company = named or ("" if domain_in(question.company) else question.company)
    return Employer(company, country or read_country(question.country, question.state), question.phone)


def domain_in(company: str) -> str | None:
    """Return the domain that stands in a company's place (`acme.com`); None for a name (`Acme Inc.`, `Node.js`)."""
    found = read_domain(company) if "." in company.strip(". ") else None
    return found if isinstance(found, str) and has_known_suffix(found) else None


def swapped(question: Question, domain: str | Problem) -> Problem | None:
    """Return the problem of a question whose name and domain are swapped; None for others. `domain` is its domain, as read.

    A name is no domain if it has no known suffix (`jane.doe`), or if its parts are a given and a family name (`anna.li`).
    """
    for typed in (question.name, question.given, question.family):
        if "." not in typed or len(typed.split()) != 1 or not (meant := domain_in(typed)):
            continue
        from guessmail.names.known import is_family, is_given

        given, _, family = meant.rpartition(".")
        is_name = is_given(given) and is_family(family)  # with a dot between its parts: `anna.li`
        if is_name or (isinstance(domain, str) and has_known_suffix(domain)):
            continue
        import idna

        shown = ".".join(idna.decode(part) if part[:4] == "xn--" else part for part in meant.split("."))
        company = one_line(company_of(question).replace('"', " "))[:60]
        fault = f"{shown} is a domain, not a name: name and domain are swapped"
        tip = f'Try: guessmail guess "{company}" {shown}'
        return Problem(Code.NOT_A_NAME, f"{fault}. {tip}")
    return None


def one_line(text: str) -> str:
    """Return a text on one line, with a single space for blank and unprintable characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def is_meant_as_domain(typed: str) -> bool:
    """Return whether an invalid domain was meant as a domain (`acme..com`, `my acme.com`), not as a company (`Acme Inc.`)."""
    text = typed.strip().lower()
    if "@" in text or ":" in text:
        return True
    if "." not in text or not any(map(str.isspace, text)):
        return "." in text
    from guessmail.domains.company_name import read_company

    inside = read_company(text).inside
    return bool(inside) and text.endswith(inside)
