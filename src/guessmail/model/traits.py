"""Traits: the classes of names and domains, as `dimension=value`, on which the tables of the model depend.

A name brings those of `names.traits`, a reading the lengths of its parts, a domain those below:

- `suffix=com`, `country=de`: the top-level domain; two letters are a country but where the world registers (`io`);
- `academic=yes`: below a suffix for universities, edu or ac.uk;
- `subdomain=yes`: the domain stands below the one that its owner registered;
- `provider=yes`: anybody can have a mailbox there.

A company's name, where it is known, brings those of `domains.company_traits`.
"""

from functools import lru_cache

from guessmail.data.domain_kinds import ACADEMIC_LABELS, GENERIC_SUFFIXES, WORLDWIDE
from guessmail.domains import is_mailbox_provider, registrable
from guessmail.names import Reading

__all__ = ["PROVIDER", "domain_traits", "length_traits"]

PROVIDER = "provider=yes"
"""The trait of a mailbox provider: no format is learned there."""
_LENGTHS = ("0", "1", "2", "3", "4", "5-6", "5-6", "7-8", "7-8")


def length_traits(reading: Reading) -> tuple[str, str]:
    """Return how long the given and the family name are, each as one of seven classes."""
    given = len(reading.firsts[0].text) if reading.firsts else 0
    family = len(reading.lasts[0].text) if reading.lasts else 0
    return _given(given), _family(family)


@lru_cache(maxsize=64)
def _given(length: int) -> str:
    return f"given-length={_LENGTHS[length] if length < len(_LENGTHS) else '9+'}"


@lru_cache(maxsize=64)
def _family(length: int) -> str:
    return f"family-length={_LENGTHS[length] if length < len(_LENGTHS) else '9+'}"


@lru_cache(maxsize=1 << 13)
def domain_traits(domain: str, company: str = "") -> tuple[str, ...]:
    """Return the traits of a domain (A-labels, lower case), and of its company where its name is known."""
    own = registrable(domain)
    _, _, suffix = own.partition(".")
    top = suffix.rpartition(".")[2]
    is_country = len(top) == 2 and top not in WORLDWIDE
    traits = [f"country={top}" if is_country else f"suffix={top if top in GENERIC_SUFFIXES else 'other'}"]
    if top == "edu" or suffix.partition(".")[0] in ACADEMIC_LABELS:
        traits.append("academic=yes")
    if domain != own:
        traits.append("subdomain=yes")
    if is_mailbox_provider(domain):
        traits.append(PROVIDER)
    if company:
        from guessmail.domains.company_traits import company_traits

        traits += company_traits(company)
    return tuple(traits)
