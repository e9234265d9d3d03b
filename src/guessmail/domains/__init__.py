"""What was typed -> a mail domain, and the country and kind of its organisation. Plain domains import nothing slow."""

from guessmail.domains.typed import (
    Domain,
    has_known_suffix,
    is_mailbox_provider,
    is_public_suffix,
    read_domain,
    registrable,
)

__all__ = [
    "Domain",
    "has_known_suffix",
    "is_mailbox_provider",
    "is_public_suffix",
    "read_domain",
    "registrable",
]
