"""E-mail addresses: their syntax, the kind of their owner, and the names beside them."""

import re
from functools import lru_cache

from guessmail.data.roles import ROLES
from guessmail.data.suffixes import NOT_PUBLIC, RESERVED
from guessmail.domains import is_mailbox_provider, read_domain, registrable
from guessmail.errors import Code, Problem
from guessmail.text import split_address

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_PLAIN = re.compile(rf"({_ATOM}(?:\.{_ATOM})*)@((?:{_LABEL}\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9])")
"""A dot-atom at a host name (RFC 5321 4.1.2): 999 addresses in 1,000 have this form."""

_MASK = re.compile(r"\*|[•●∙·…×█▪■]|\.{3}|(?i:^x{3,}$|^[a-z]?x{4,}[a-z]?$)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")
_VIA = re.compile(r"\s(?:via|\(via)\s.*|\([^()]*\)$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def address_of(text: str) -> str:
    """Return the address in `text`, with its domain in lower-case A-labels; empty if it is invalid."""
    text = text.strip().removeprefix("mailto:").strip("<>")
    if len(text) > 254 or "@" not in text or not text.isprintable():  # RFC 5321 4.5.3.1.3
        return ""
    if match := _PLAIN.fullmatch(text):
        local, domain = match[1], match[2].lower()
        is_public = domain.rpartition(".")[2] not in NOT_PUBLIC
        return f"{local}@{domain}" if is_public and len(local) <= 64 else ""
    from email_validator import EmailNotValidError, validate_email  # for other scripts, and quotes

    try:
        valid = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return ""
    return f"{valid.local_part}@{valid.ascii_domain}"


def is_masked(local: str) -> bool:
    """Return whether a local part hides letters, or is a placeholder of those who sell addresses (`LOCKED`)."""
    from guessmail.data.cells import LOCKED

    return bool(_MASK.search(local)) or "".join(filter(str.isalnum, local.lower())) in LOCKED


def name_of(text: str) -> str:
    """Return a display name without quotes, control characters and `via list`; empty for an address."""
    name = " ".join(_CONTROL.sub(" ", text[:600]).split()).strip("\"'` ,;")
    name = _VIA.sub("", name).rstrip() if " via " in name.lower() else name
    return "" if "@" in name or not any(map(str.isalpha, name)) else name[:300]


def read_address(typed: str) -> tuple[str, tuple[str, ...]] | Problem:
    """Return the domain of an address and its warnings (`role`, `mailbox_provider`, `disposable`); a `Problem` if it is invalid."""
    import email_validator

    domain = read_domain(typed)
    if isinstance(domain, Problem):
        return domain
    local = split_address(typed.strip().removeprefix("mailto:"))[0].rpartition("<")[2]
    above, _, top = domain.rpartition(".")
    # In its test environment the validator accepts reserved domains only below .test.
    testable = f"{above}.test" if top in RESERVED else domain
    try:  # RFC 5321 4.1.2, RFC 6531 3.3; strict: a local part has at most 64 bytes (RFC 5321 4.5.3.1.1)
        email_validator.validate_email(
            f"{local}@{testable}", check_deliverability=False, allow_quoted_local=True, strict=True, test_environment=True
        )  # fmt: skip
    except email_validator.EmailNotValidError as error:
        return Problem(Code.BAD_ADDRESS, f"{str(error).rstrip('.')}; check the address.")
    warnings = ["role"] if is_role(local) else []
    if is_mailbox_provider(domain):
        warnings.append("mailbox_provider")
    elif is_disposable(domain):
        warnings.append("disposable")
    return domain, tuple(warnings)


def is_role(local_part: str) -> bool:
    """Return whether a local part names a role or a machine: info, sales, noreply (RFC 2142)."""
    folded = local_part.lower()
    return folded in ROLES or re.sub(r"\+.*|[0-9]+$", "", folded) in ROLES


def is_disposable(domain: str) -> bool:
    """Return whether a domain offers throw-away mailboxes."""
    from disposable_email_domains import blocklist

    return domain in blocklist or registrable(domain) in blocklist
