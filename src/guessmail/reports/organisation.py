"""What was assumed of an organisation, in words."""

from guessmail.domains.countries import name_of_country
from guessmail.domains.organisation import CountrySource, Organisation, OrganisationKind

__all__ = ["organisation_text"]

_KINDS = {
    OrganisationKind.ACADEMIC: "university",
    OrganisationKind.PUBLIC: "public body",
    OrganisationKind.FIRM: "company",
}
_SOURCES = {
    CountrySource.GIVEN: "as given",
    CountrySource.SUFFIX: "from the domain",
    CountrySource.LEGAL_FORM: "from the legal form",
    CountrySource.PHONE: "from the phone number",
    CountrySource.NAME: "from the name",
}


def organisation_text(organisation: Organisation) -> str:
    """Return such as `company; country: Germany, from the name`."""
    kind, country, source = organisation
    place = f"{name_of_country(country)}, {_SOURCES[source]}" if country else "unknown"
    return f"{_KINDS[kind]}; country: {place}"
