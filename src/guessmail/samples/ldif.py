"""LDIF (RFC 2849), the exports of directories."""

import base64
import re
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import BinaryIO

from guessmail.mailboxes import Mailbox
from guessmail.samples.entries import Entries, Rejected, RejectionReason
from guessmail.samples.texts import decode_value, lines, unfolded

_NAMES = ("displayname", "cn", "name")
_MAIL = ("mail", "rfc822mailbox", "email", "mailprimaryaddress", "mailalternateaddress", "othermailbox")
_START = re.compile(rb"(?:#[^\n]*\n|version:[^\n]*\n|\s+)*dn::?[ \t]", re.IGNORECASE)


def is_ldif(head: bytes) -> bool:
    """Return whether a file starts with the name of an entry."""
    return bool(_START.match(head[:4096]))


def read_ldif(stream: BinaryIO) -> Entries:
    """Yield the addresses of each entry under its display name, its common name, or its parts."""
    number, entry = 0, dict[str, list[str]]()
    for line in chain(unfolded(lines(stream)), [""]):
        key, colon, value = line.partition(":")
        if not line:
            if entry:
                number += 1
                yield from _addresses(entry, f"entry {number}")
            entry = {}
        elif colon and not line.startswith("#"):
            name = key.partition(";")[0].strip().lower()
            entry.setdefault(name, []).append(_value(value))


def _value(written: str) -> str:
    """Return a value; one behind a second colon is in Base64."""
    if not written.startswith(":"):
        return written.strip()
    try:
        return decode_value(base64.b64decode(written[1:].strip()))
    except ValueError:  # also of characters that are no ASCII
        return ""


def _addresses(entry: Mapping[str, Sequence[str]], place: str) -> Entries:
    name = next((entry[key][0] for key in _NAMES if key in entry), "")
    name = name or " ".join(entry[key][0] for key in ("givenname", "sn") if key in entry)
    found = [address for key in _MAIL for address in entry.get(key, ())]
    found += [proxy[5:] for proxy in entry.get("proxyaddresses", ()) if proxy.startswith("SMTP:")]
    yield from (Mailbox(address, name, place) for address in dict.fromkeys(found))
    if not found and name:
        yield Rejected(RejectionReason.NO_ADDRESS, place)
