"""What can be said of an address without asking anybody: its syntax, and whose mailbox it is likely to be."""

import re
from dataclasses import dataclass
from functools import lru_cache

from guessmail.data.roles import ROLES
from guessmail.domains import Domain, is_mailbox_provider, read_domain, registrable
from guessmail.domains.question import RESERVED
from guessmail.errors import Code, Problem

_TAG = re.compile(r"\+.*|[0-9]+$")


@dataclass(frozen=True, slots=True)
class Address:
    """An address whose syntax is right."""

    local_part: str
    domain: Domain
    warnings: tuple[str, ...] = ()
    """Codes: `role`, `mailbox_provider`, `disposable`."""


def read_address(typed: str) -> Address | Problem:
    """Check the syntax of an address (RFC 5321 4.1.2, RFC 6531 3.3), and note what it is no person's for."""
    import email_validator

    domain = read_domain(typed)
    if isinstance(domain, Problem):
        return domain
    local = typed.strip().removeprefix("mailto:").rpartition("@")[0].rpartition("<")[2]
    above, _, top = domain.ascii.rpartition(".")
    # In its test environment the validator lets no reserved domain pass but those below .test.
    testable = f"{above}.test" if top in RESERVED else domain.ascii
    try:
        email_validator.validate_email(
            f"{local}@{testable}",
            check_deliverability=False,
            allow_quoted_local=True,
            strict=True,  # a local part of more than 64 bytes is none (RFC 5321 4.5.3.1.1)
            test_environment=True,
        )
    except email_validator.EmailNotValidError as error:
        return Problem(Code.BAD_ADDRESS, f"{str(error).rstrip('.')}; check the address.")
    warnings = ["role"] if is_role(local) else []
    if is_mailbox_provider(domain.ascii):
        warnings.append("mailbox_provider")
    elif is_disposable(domain.ascii):
        warnings.append("disposable")
    return Address(local, domain, tuple(warnings))


def is_role(local_part: str) -> bool:
    """Tell whether a local part names a role or a machine: info, sales, noreply (RFC 2142)."""
    folded = local_part.lower()
    return folded in ROLES or _TAG.sub("", folded) in ROLES


def is_disposable(domain: str) -> bool:
    """Tell whether a domain lends mailboxes that are thrown away."""
    return domain in _blocklist() or registrable(domain) in _blocklist()


@lru_cache(maxsize=1)
def _blocklist() -> frozenset[str]:
    from disposable_email_domains import blocklist

    return frozenset(blocklist)
