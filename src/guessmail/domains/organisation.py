"""The assumed country and kind of the organisation at a domain, which are never stored.

Countries are codes of ISO 3166 in lower case, empty if they are not known.
"""

from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from guessmail.data import domain_kinds as kinds
from guessmail.data.countries import COUNTRY_OF_FORM, COUNTRY_OF_SUFFIX
from guessmail.domains import registrable

OrganisationKind: TypeAlias = Literal["academic", "public", "firm"]
"""Kinds of organisations that write addresses in different ways."""


class Employer(NamedTuple):
    """A question's data on the organisation, except its domain."""

    company: str = ""
    country: str = ""
    """Its country, as the user says."""
    phone: str = ""
    """A telephone number there."""


class Organisation(NamedTuple):
    """The assumed kind and country of an organisation."""

    kind: OrganisationKind
    country: str = ""
    source: str = ""
    """The source of the country: `given`, `suffix`, `legal form`, `phone`, or `name` (the person's)."""


@lru_cache(maxsize=1 << 13)
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
        "phone": country_of_phone(phone),
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

    found = COUNTRY_OF_NAME.get(fold_place(text)) or COUNTRY_OF_STATE.get(fold_place(state), "")
    return found or country_of_phone(phone)


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
    found = (COUNTRY_OF_PHONE.get(digits[:size], "") for size in (3, 2, 1))
    return next(filter(None, found), "")
