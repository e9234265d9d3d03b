"""Questions: the data with which a user, or a row of a list, asks for an address; the organisation that they are about.

Countries are codes of ISO 3166 in lower case, empty if they are not known. What is assumed of an organisation is never stored.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import repeat, starmap
from typing import Literal, NamedTuple, TypeAlias

from guessmail.data import domain_kinds as kinds
from guessmail.data.countries import COUNTRY_OF_FORM, COUNTRY_OF_SUFFIX
from guessmail.domains import has_known_suffix, read_domain, registrable
from guessmail.errors import Code, Problem

OrganisationKind: TypeAlias = Literal["academic", "public", "firm"]
"""Kinds of organisations that write addresses in different ways."""


class Employer(NamedTuple):
    """A question's data on the organisation, except its domain."""

    company: str = ""
    country: str = ""
    """Its country, as the user says."""
    phone: str = ""


class Organisation(NamedTuple):
    """The assumed kind and country of an organisation."""

    kind: OrganisationKind
    country: str = ""
    source: str = ""
    """The source of the country: `given`, `suffix`, `legal form`, `phone`, or `name` (the person's)."""


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
    invalid: str = ""
    """An address that the person is said not to have: mail to it bounced."""
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
        return Problem(Code.NOT_A_NAME, f'{fault}. Try: guessmail guess "{company}" {shown}')
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


@lru_cache(maxsize=1 << 12)
def organisation_of(domain: str, employer: Employer = Employer()) -> Organisation:
    """Return the organisation at a domain (A-labels, lower case), by the domain and the other data on it."""
    company, country, phone = employer
    words, form = frozenset[str](), ""
    if company:
        from guessmail.domains.company_name import read_company  # which other questions do not need

        read = read_company(company)
        words, form = frozenset(word.text for word in read.words), read.form
    kind = _organisation_kind(domain, words)
    top = domain.rpartition(".")[2]
    is_country = len(top) == 2 and top not in kinds.WORLDWIDE
    countries = {
        "given": country,
        "suffix": COUNTRY_OF_SUFFIX.get(top, top if is_country else ""),
        "legal form": COUNTRY_OF_FORM.get(form, ""),
        "phone": country_of_phone(phone) if phone else "",
    }
    source = next(filter(countries.get, countries), "")
    return Organisation(kind, countries.get(source, ""), source)


def _organisation_kind(domain: str, words: frozenset[str]) -> OrganisationKind:
    """Return the kind by the suffix and label of a domain, and by the words of the company's name; else a firm."""
    registered = registrable(domain)
    label, _, suffix = registered.partition(".")
    if suffix not in kinds.GENERIC_SUFFIXES:
        ends = {suffix.rpartition(".")[2], suffix.partition(".")[0]}
        if ends & kinds.ACADEMIC_SUFFIXES:
            return "academic"
        if ends & kinds.PUBLIC_SUFFIXES or suffix.endswith(".us"):  # ci.pasadena.ca.us
            return "public"
    if (
        not words.isdisjoint(kinds.ACADEMIC_WORDS)
        or label in kinds.ACADEMIC_LABELS
        or registered in kinds.ACADEMIC_DOMAINS
        or label.startswith(kinds.ACADEMIC_PREFIXES)
        or any([part in label for part in kinds.ACADEMIC_INSIDE])
    ):
        return "academic"
    is_public = label.startswith(kinds.PUBLIC_PREFIXES) or label.endswith(kinds.PUBLIC_ENDS)
    return "public" if is_public or words & kinds.PUBLIC_WORDS else "firm"


@lru_cache(maxsize=1 << 10)
def read_country(text: str, state: str = "", phone: str = "") -> str:
    """Return the country of a code or name (`DE`, `DEU`, `Allemagne`), of an American, Canadian or Australian `state`, or of a phone."""
    if not (text or state):
        return country_of_phone(phone)
    from guessmail.data.country_names import COUNTRY_OF_NAME, COUNTRY_OF_STATE, fold_place

    # "Bolivia, Plurinational State of", "DE - Germany", "Georgia, US"; but "Berlin, DE" may be in Delaware.
    parts = [*map(fold_place, re.split(r"[,(/|]|\s[-–—]\s", text))]
    names = fold_place(text), "" if parts[-1] in COUNTRY_OF_STATE else parts[-1], parts[0]
    named = next(filter(None, map(COUNTRY_OF_NAME.get, names)), "")
    return named or COUNTRY_OF_STATE.get(fold_place(state), "") or country_of_phone(phone)


def country_of_phone(text: str) -> str:
    """Return the country of a telephone number with its country's code: `+49 30 1234`, `0044 …`; else empty."""
    digits = "".join([character for character in text[:80] if character.isdigit()])
    if digits.startswith("00"):
        digits = digits[2:]
    elif not text.lstrip(" (").startswith("+"):
        return ""
    from guessmail.data.country_names import CANADIAN_AREAS, COUNTRY_OF_PHONE

    if digits[:1] == "1" and digits[1:4] in CANADIAN_AREAS:
        return "ca"
    return next(filter(None, (COUNTRY_OF_PHONE.get(digits[:size], "") for size in (3, 2, 1))), "")
