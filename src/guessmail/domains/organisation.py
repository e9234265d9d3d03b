"""What is assumed of the organisation that an address is at: its country and its kind. Nothing of it is stored."""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from guessmail.data import domain_kinds as kinds
from guessmail.data.countries import COUNTRY_OF_FORM, COUNTRY_OF_SUFFIX
from guessmail.domains import registrable
from guessmail.domains.countries import country_of_phone

__all__ = ["UNTOLD", "CountrySource", "Employer", "Organisation", "OrganisationKind", "organisation_of"]


class OrganisationKind(StrEnum):
    """Kinds of organisations, as far as they write addresses in different ways."""

    ACADEMIC = "academic"
    PUBLIC = "public"
    FIRM = "firm"


class CountrySource(StrEnum):
    """Where an organisation's country is known from; the first that tells it decides."""

    GIVEN = "given"
    SUFFIX = "suffix"
    LEGAL_FORM = "legal form"
    PHONE = "phone"
    NAME = "name"
    """The person's name resembles those of one country; nothing else tells any."""
    NOTHING = ""


class Employer(NamedTuple):
    """What a question tells of the organisation beside its domain."""

    company: str = ""
    """Its name."""
    country: str = ""
    """Where it is, as the user says: ISO 3166, lower case."""
    phone: str = ""
    """A telephone number there."""


UNTOLD = Employer()
"""Nothing is told of the organisation."""


class Organisation(NamedTuple):
    """What is assumed of an organisation."""

    kind: OrganisationKind
    country: str = ""
    """ISO 3166, lower case; empty where nothing tells it."""
    source: CountrySource = CountrySource.NOTHING


@lru_cache(maxsize=1 << 13)
def organisation_of(domain: str, employer: Employer = UNTOLD) -> Organisation:
    """Return what a domain (A-labels, lower case) tells of its organisation, and what is said beside it."""
    company, country, phone = employer
    words, form = frozenset[str](), ""
    if company:
        from guessmail.domains.company_name import read_company  # which other guesses do not pay for

        read = read_company(company)
        words, form = frozenset(word.text for word in read.words), read.form
    kind = _organisation_kind(domain, words)
    if country:
        return Organisation(kind, country, CountrySource.GIVEN)
    top = domain.rpartition(".")[2]
    is_country = len(top) == 2 and top not in kinds.WORLDWIDE
    if country := COUNTRY_OF_SUFFIX.get(top, top if is_country else ""):
        return Organisation(kind, country, CountrySource.SUFFIX)
    if country := COUNTRY_OF_FORM.get(form, ""):
        return Organisation(kind, country, CountrySource.LEGAL_FORM)
    if phone and (country := country_of_phone(phone)):
        return Organisation(kind, country, CountrySource.PHONE)
    return Organisation(kind)


def _organisation_kind(domain: str, words: frozenset[str]) -> OrganisationKind:
    own = registrable(domain)
    label, _, suffix = own.partition(".")
    if suffix not in kinds.GENERIC_SUFFIXES:
        ends = {suffix.rpartition(".")[2], suffix.partition(".")[0]}
        if ends & kinds.ACADEMIC_SUFFIXES:
            return OrganisationKind.ACADEMIC
        if ends & kinds.PUBLIC_SUFFIXES or suffix.endswith(".us"):  # ci.pasadena.ca.us
            return OrganisationKind.PUBLIC
    if (
        not words.isdisjoint(kinds.ACADEMIC_WORDS)
        or label in kinds.ACADEMIC_LABELS
        or own in kinds.ACADEMIC_DOMAINS
        or label.startswith(kinds.ACADEMIC_PREFIXES)
        or any([part in label for part in kinds.ACADEMIC_INSIDE])
    ):
        return OrganisationKind.ACADEMIC
    is_public = label.startswith(kinds.PUBLIC_PREFIXES) or label.endswith(kinds.PUBLIC_ENDS)
    return OrganisationKind.PUBLIC if is_public or words & kinds.PUBLIC_WORDS else OrganisationKind.FIRM
