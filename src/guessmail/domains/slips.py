"""Domains with a typing error in them, and what was probably meant."""

from functools import lru_cache

from guessmail.domains.question import is_unknown_top
from guessmail.domains.typed import is_mailbox_provider, registrable
from guessmail.text import is_slip

_COMMON = (
    "example.com", "gmail.com", "googlemail.com", "hotmail.com", "icloud.com", "outlook.com", "protonmail.com",
    "yahoo.com", "linkedin.com", "microsoft.com", "web.de", "gmx.de", "gmx.net", "hotmail.co.uk", "yahoo.co.uk",
)  # fmt: skip
"""Domains that are mistyped often; to look for slips of others would accuse too many companies."""
_COMPANIES = frozenset("cloud.com email.com examples.com samples.com outlooks.com linked.com".split())
"""Others that differ from these by a letter."""
_SHORTEST = 5
"""Letters; the label of another company differs from a shorter one by one letter only too easily."""
_USUAL = tuple("com org net edu gov info biz test de fr it nl es uk ch at".split())


@lru_cache(maxsize=1 << 14)
def likely_domain(domain: str) -> str:
    """Return the domain that was probably meant by one (A-labels, lower case) with a typing error; empty for others.

    Domains of mailbox providers are none. It knows no other domains: whoever does asks these first.
    """
    owned = registrable(domain)
    if owned in _COMMON or owned in _COMPANIES or is_mailbox_provider(owned):
        return ""
    for known in _COMMON:
        label = known.partition(".")[0]
        is_near = owned[:2] == known[:2] or owned[-5:] == known[-5:]  # one slip leaves one of them as it is
        if len(label) >= _SHORTEST and is_near and is_slip(owned, known):
            return known
    if not is_unknown_top(owned):
        return ""
    rest, _, top = owned.rpartition(".")
    near = next((usual for usual in _USUAL if is_slip(top, usual)), "")
    return f"{rest}.{near}" if near else ""
