"""Traits: the classes of names and domains, as `dimension=value`, on which the tables of the model depend.

A name has those of `names.slow`, a reading has the lengths of its parts. The first trait of a domain is its place:

- `country=de`, at a university `academic=de`: the class of the country of its organisation;
- `suffix=com`: the top-level domain, if only the person's name may show the country: `like=de`, `like=english`;
- `like=in`: the same for a known country if little is known of its firms.

The others are `kind=academic`, `kind=public`; `gov=yes` (under a suffix for authorities); `org=yes`, `label=technology` and
others by the labels of a firm's domain; `subdomain=yes` (below the registered domain); `provider=yes` (anybody can have a
mailbox there). A known name of the company adds those of `domains.company_name.company_traits`.
"""

from functools import lru_cache

from guessmail.data.countries import CLASS_OF_COUNTRY, NAMES_ALONE, OTHER
from guessmail.data.domain_kinds import GENERIC_SUFFIXES, LABEL_ENDS, LABEL_WORDS, PUBLIC_SUFFIXES
from guessmail.domains import is_mailbox_provider, registrable
from guessmail.domains.question import Employer, Organisation, organisation_of
from guessmail.names import Name, Reading, origin_of_name

_LENGTHS = ("0", "1", "2", "3", "4", "5-6", "5-6", "7-8", "7-8", "9+")


def class_of(name: Name, reading: Reading, domain: tuple[str, ...]) -> tuple[str, ...]:
    """Return the traits of a reading of a name at a domain with these traits; the last two are those of its lengths."""
    given, family = reading.firsts, reading.lasts
    lengths = _length_traits(len(given[0].text) if given else 0, len(family[0].text) if family else 0)
    if domain[0].startswith("suffix=") and (origin := origin_of_name(name.readings[0])):
        return (*name.traits, f"like={origin}", *lengths)
    return (*name.traits, *lengths)


@lru_cache(maxsize=1 << 10)
def _length_traits(given: int, family: int) -> tuple[str, str]:
    return f"given-length={_LENGTHS[min(given, 9)]}", f"family-length={_LENGTHS[min(family, 9)]}"


def organisation_with(name: Name, domain: str, employer: Employer) -> Organisation:
    """Return the organisation of a person; its country may come from the person's name."""
    found = organisation_of(domain, employer)
    if not found.country and len(origin := origin_of_name(name.readings[0])) == 2:  # a country
        return found._replace(country=origin, source="name")
    return found


@lru_cache(maxsize=1 << 12)
def domain_traits(domain: str, employer: Employer = Employer()) -> tuple[str, ...]:
    """Return the traits of a domain (A-labels, lower case), and of its company if the name is known."""
    kind, found, _ = organisation_of(domain, employer)
    registered = registrable(domain)
    label, _, top = registered.partition(".")
    if found and kind == "academic":
        traits = [f"academic={CLASS_OF_COUNTRY.get(found, OTHER)}"]
    elif found in NAMES_ALONE:
        traits = [f"like={found}", "suffix=com"]
    elif found:
        traits = [f"country={CLASS_OF_COUNTRY.get(found, OTHER)}"]
    else:
        traits = [f"suffix={top if top in GENERIC_SUFFIXES else 'other'}"]
    if kind != "firm":
        traits.append(f"kind={kind}")
        if not PUBLIC_SUFFIXES.isdisjoint(top.split(".")):
            traits.append("gov=yes")
    else:
        traits += ["label=american"] if label.endswith(LABEL_ENDS) else []
        traits += [trait for trait, words in LABEL_WORDS if any(word in label for word in words)]
        if found and top == "org":
            traits.append("org=yes")
    if domain != registered:
        traits.append("subdomain=yes")
    if is_mailbox_provider(domain):
        traits.append("provider=yes")
    if employer.company:
        from guessmail.domains.company_name import company_traits

        traits += company_traits(employer.company)
    return tuple(traits)
