"""Which addresses found are samples: people's, at a company's domain, each once."""

import re
from collections.abc import Iterable, Iterator

from guessmail.addresses import address_of, name_of
from guessmail.data.mailbox_providers import MAILBOX_PROVIDERS
from guessmail.data.roles import ROLES
from guessmail.errors import Problem
from guessmail.names import plain_words, read_name
from guessmail.samples import Sample
from guessmail.samples.found import Found, Reason, Rejected

__all__ = ["judge"]

_NO_REPLY = re.compile(
    r"(?:no|donot|do-not|do_not|never)[-_.]?reply|mailer-daemon|bounces?[-+].*|.*\[bot\]|[0-9a-f-]{30,}"
)
_NO_REPLY_DOMAIN = re.compile(r"(?:^|\.)no-?reply\.")


def judge(items: Iterable[Found | Rejected]) -> Iterator[Sample | Rejected]:
    """Yield a sample for each address of a person at a company's domain, and a reason for each other.

    A name that cannot be read has a reason of its own beside its sample.
    """
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
        if reason is None and name and not plain_words(name) and isinstance(read_name(name), Problem):
            yield Rejected(Reason.UNREAD_NAME, item.place)
        yield Rejected(reason, item.place) if reason else Sample(address, name, item.place)


def _reason_against(local: str, domain: str) -> Reason | None:
    """Return why an address in lower case is no evidence of a company's format, or None."""
    if _NO_REPLY.fullmatch(local) or _NO_REPLY_DOMAIN.search(domain):
        return Reason.NO_REPLY
    if local.partition("+")[0] in ROLES:
        return Reason.ROLE
    return Reason.PROVIDER if domain in MAILBOX_PROVIDERS else None
