"""What was typed, or a company's name -> mail domains. Plain domains are settled without importing anything slow."""

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
