"""Which addresses found are samples: people's, at a company's domain, each once."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from guessmail.data.mailbox_providers import MAILBOX_PROVIDERS
from guessmail.data.roles import ROLES
from guessmail.samples import Sample
from guessmail.samples.found import Found, Reason, Rejected

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_PLAIN = re.compile(rf"({_ATOM}(?:\.{_ATOM})*)@((?:{_LABEL}\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9])")
"""A dot-atom at a host name (RFC 5321 4.1.2): all but one address in a thousand."""

_NOT_PUBLIC = frozenset(
    {"local", "localhost", "localdomain", "internal", "lan", "home", "invalid", "arpa", "onion"}
)
"""Top labels that lead to no mail server of a company (RFC 6761, RFC 6762, RFC 8375, RFC 9476)."""

_NO_REPLY = re.compile(
    r"(?:no|donot|do-not|do_not|never)[-_.]?reply|mailer-daemon|bounces?[-+].*|.*\[bot\]|[0-9a-f-]{30,}"
)
_NO_REPLY_DOMAIN = re.compile(r"(?:^|\.)no-?reply\.")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")
_VIA = re.compile(r"\s(?:via|\(via)\s.*|\([^()]*\)$", re.IGNORECASE)


def judge(items: Iterable[Found | Rejected]) -> Iterator[Sample | Rejected]:
    """Yield a sample for each address of a person at a company's domain, and a reason for each other."""
    seen: set[int] = set()  # of hashes: a million addresses in 60 MB
    for item in items:
        if isinstance(item, Rejected):
            yield item
            continue
        address = address_of(item.address)
        if not address:
            yield Rejected(Reason.INVALID if item.address.strip() else Reason.NO_ADDRESS, item.place)
            continue
        name = name_of(item.name)
        key = hash((address.lower(), name))
        reason = Reason.DUPLICATE if key in seen else _reason_against(*address.lower().rsplit("@", 1))
        seen.add(key)
        yield Rejected(reason, item.place) if reason else Sample(address, name, item.place)


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


def name_of(text: str) -> str:
    """Return a display name without quotes, control characters and `via list`; no address is a name."""
    name = " ".join(_CONTROL.sub(" ", text[:600]).split()).strip("\"'` ,;")
    name = _VIA.sub("", name).rstrip() if " via " in name.lower() else name
    return "" if "@" in name or not any(map(str.isalpha, name)) else name[:300]


def _reason_against(local: str, domain: str) -> Reason | None:
    """Return why an address in lower case is no evidence of a company's format, or None."""
    if _NO_REPLY.fullmatch(local) or _NO_REPLY_DOMAIN.search(domain):
        return Reason.NO_REPLY
    if local.partition("+")[0] in ROLES:
        return Reason.ROLE
    return Reason.PROVIDER if domain in MAILBOX_PROVIDERS else None
