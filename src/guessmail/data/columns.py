"""The names that columns have in people's lists.

Each name stands as `tables.headers.fold_name` leaves it: lower case, letters and digits only, so that `First
Name`, `first_name` and `firstName` are one. They are those of the exports of LinkedIn, Sales Navigator tools,
Apollo, Hunter, HubSpot, Salesforce, Pipedrive, Google Contacts (both layouts), Outlook, Lusha, RocketReach,
and the plain words of a few languages.
"""

__all__ = ["BESIDE", "COLUMN_KINDS", "PROFILE_SITES"]

_NAMES_OF_KIND: dict[str, tuple[str, ...]] = {
    "name": (
        "name", "fullname", "personname", "contactname", "contactfullname", "displayname", "person",
        "contact", "leadname", "employeename", "prospectname", "candidate", "candidatename", "nom",
        "nome", "nombre", "naam", "nomcomplet", "nombrecompleto", "nomecompleto",
        "vollstandigername", "nameundvorname", "namn", "navn",
    ),
    "given": (
        "firstname", "first", "givenname", "given", "forename", "fname", "contactfirstname",
        "personfirstname", "leadfirstname", "vorname", "prenom", "primernombre", "voornaam",
        "fornamn", "fornavn", "imie", "jmeno",
    ),
    "middle": (
        "middlename", "middle", "middlenames", "additionalname", "secondname", "middleinitial", "mname",
    ),
    "family": (
        "lastname", "last", "familyname", "family", "surname", "lname", "contactlastname",
        "personlastname", "leadlastname", "nachname", "familienname", "zuname", "nomdefamille",
        "apellido", "apellidos", "cognome", "sobrenome", "achternaam", "efternamn", "etternavn",
        "efternavn", "nazwisko", "prijmeni",
    ),
    "domain": (
        "domain", "domainname", "companydomain", "companydomainname", "emaildomain", "maildomain",
        "mailingdomain", "organizationdomain", "organisationdomain", "accountdomain",
        "employerdomain", "primarydomain", "webdomain", "domain1", "companyemaildomain",
        "currentcompanydomain", "domaine", "dominio",
    ),
    "website": (
        "website", "companywebsite", "companysite", "webpage", "companyurl", "websiteurl",
        "companywebsiteurl", "homepage", "organizationwebsite", "organisationwebsite",
        "accountwebsite", "web", "website1value", "companyweburl", "webseite", "siteweb",
        "sitioweb", "sitoweb", "site", "websitedomain", "companyhomepage", "organizationwebsiteurl",
    ),
    # A bare `URL` is a person's profile as often as a company's site: trusted after what says "website".
    "url": ("url", "link", "weburl"),
    "email": (
        "email", "emailaddress", "mail", "workemail", "workemailaddress", "businessemail",
        "professionalemail", "email1", "email1value", "emailaddress1", "contactemail",
        "primaryemail", "companyemail", "corporateemail", "emailwork", "mailadresse", "courriel",
        "correo", "correoelectronico", "epost", "adresseemail", "emailadresse",
    ),
    "company": (
        "company", "companyname", "organization", "organisation", "organizationname",
        "organisationname", "organization1name", "employer", "employername", "account",
        "accountname", "currentcompany", "currentcompanyname", "associatedcompany",
        "currentemployer", "firm", "business", "businessname", "workplace", "firma", "unternehmen",
        "firmenname", "entreprise", "societe", "empresa", "azienda", "bedrijf", "bedrijfsnaam",
        "foretag", "virksomhed",
    ),
}  # fmt: skip

COLUMN_KINDS: dict[str, str] = {name: kind for kind, names in _NAMES_OF_KIND.items() for name in names}
"""From the folded name of a column to what it holds."""

BESIDE: dict[tuple[str, str], str] = {
    ("name", "vorname"): "family",
    ("nom", "prenom"): "family",
    ("naam", "voornaam"): "family",
    ("nombre", "apellidos"): "given",
    ("nombre", "apellido"): "given",
    ("nome", "cognome"): "given",
    ("nome", "sobrenome"): "given",
}
"""What a column holds beside another one: German `Vorname, Name` has the family name under `Name`."""

PROFILE_SITES: frozenset[str] = frozenset({
    "linkedin.com", "facebook.com", "fb.com", "twitter.com", "x.com", "instagram.com", "xing.com",
    "github.com", "gitlab.com", "youtube.com", "tiktok.com", "medium.com", "crunchbase.com", "angel.co",
    "wellfound.com", "about.me", "linktr.ee", "t.me", "threads.net", "pinterest.com", "vk.com",
    "viadeo.com", "apollo.io", "zoominfo.com", "glassdoor.com", "google.com", "plus.google.com",
    "stackoverflow.com", "researchgate.net", "orcid.org", "behance.net", "dribbble.com", "lnkd.in",
    "bsky.app", "reddit.com", "hubspot.com", "salesforce.com",
})  # fmt: skip
"""Sites where a path leads to a profile, so that the host says nothing about the company."""
