"""Who runs a mail server, and what for, by the registrable domain of its name."""

from collections.abc import Iterator
from functools import lru_cache

from guessmail.data.mail_providers import MAIL_PROVIDERS, PARKING, SERVICES


@lru_cache(maxsize=4096)
def mail_provider(host: str) -> str:
    """Return the provider of an MX host, by its registrable domain or a longer row; or nothing."""
    return next((MAIL_PROVIDERS[name] for name in _upwards(host) if name in MAIL_PROVIDERS), "")


def service_of(provider: str) -> str:
    """Return what a provider's mail servers do: `mailbox`, `gateway`, `forwarder`, `application`; or nothing."""
    return SERVICES.get(provider, "")


@lru_cache(maxsize=4096)
def is_parking(host: str) -> bool:
    """Tell whether a name server, mail server or alias belongs to a service that parks domains."""
    return any(name in PARKING for name in _upwards(host))


def _upwards(host: str) -> Iterator[str]:
    while host:
        yield host
        host = host.partition(".")[2]
