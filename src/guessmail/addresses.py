"""What is an e-mail address, and what is a name that stands beside one; asked by all that read strangers' text."""

import re
from functools import lru_cache

__all__ = ["address_of", "is_masked", "name_of"]

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_PLAIN = re.compile(rf"({_ATOM}(?:\.{_ATOM})*)@((?:{_LABEL}\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9])")
"""A dot-atom at a host name (RFC 5321 4.1.2): all but one address in a thousand."""

_NOT_PUBLIC = frozenset(
    {"local", "localhost", "localdomain", "internal", "lan", "home", "invalid", "arpa", "onion"}
)
"""Top labels that lead to no mail server of a company (RFC 6761, RFC 6762, RFC 8375, RFC 9476)."""

_MASK = re.compile(r"\*|[•●∙·…×█▪■]|\.{3}|(?i:^x{3,}$|^[a-z]?x{4,}[a-z]?$)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")
_VIA = re.compile(r"\s(?:via|\(via)\s.*|\([^()]*\)$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def address_of(text: str) -> str:
    """Return the address in `text`, its domain in A-labels and lower case; empty if it is invalid."""
    text = text.strip().removeprefix("mailto:").strip("<>")
    if len(text) > 254:  # RFC 5321 4.5.3.1.3
        return ""
    if match := _PLAIN.fullmatch(text):
        local, domain = match[1], match[2].lower()
        is_public = domain.rpartition(".")[2] not in _NOT_PUBLIC
        return f"{local}@{domain}" if is_public and len(local) <= 64 else ""
    return _settled(text) if "@" in text and text.isprintable() else ""


def _settled(text: str) -> str:
    """Return the address where the expression does not settle whether it is one: other scripts, quotes."""
    from email_validator import EmailNotValidError, validate_email

    try:
        valid = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return ""
    return f"{valid.local_part}@{valid.ascii_domain}"


def is_masked(local: str) -> bool:
    """Return whether a local part hides letters, or stands in place of one that must be paid for."""
    from guessmail.data.cells import LOCKED

    return bool(_MASK.search(local)) or "".join(filter(str.isalnum, local.lower())) in LOCKED


def name_of(text: str) -> str:
    """Return a display name without quotes, control characters and `via list`; no address is a name."""
    name = " ".join(_CONTROL.sub(" ", text[:600]).split()).strip("\"'` ,;")
    name = _VIA.sub("", name).rstrip() if " via " in name.lower() else name
    return "" if "@" in name or not any(map(str.isalpha, name)) else name[:300]
