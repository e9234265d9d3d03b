r"""What is asked of DNS, and what comes back.

Names are text: lower case, no dot at the end (the root is `.`), bytes that are no letter, digit, hyphen or underscore as
`\DDD` (RFC 1035 5.1), so that each dot ends a label.
"""

from typing import NamedTuple

import dns.rdatatype
from dns.rcode import NOERROR

from guessmail.mx.verdict import Reason


class Question(NamedTuple):
    """What is asked."""

    name: str
    rtype: int
    server: str = ""
    """The resolver that must be asked; empty for any."""

    def __str__(self) -> str:
        return f"{self.name} {dns.rdatatype.to_text(dns.rdatatype.RdataType.make(self.rtype))}"


class Record(NamedTuple):
    """A resource record of the answer section."""

    owner: str
    rtype: int
    ttl: int
    value: str
    """The name of an MX or CNAME, the address of an A or AAAA, the joined text of a TXT; empty for other types."""
    preference: int = 0


class Answer(NamedTuple):
    """What came back, or that nothing did."""

    question: Question
    rcode: int = NOERROR
    records: tuple[Record, ...] = ()
    soa_owner: str = ""
    """The owner of the SOA in the authority section; empty without one."""
    soa_server: str = ""
    """The primary name server that this SOA names."""
    negative_ttl: int = 0
    """How long the absence may be believed, in seconds (RFC 2308 5)."""
    has_referral: bool = False
    """Whether the authority section holds NS records."""
    has_added_soa: bool = False
    """Whether the additional section holds a SOA: the sign of a response policy zone, which made the answer up."""
    extended_errors: tuple[int, ...] = ()
    truncated: bool = False
    """The body was cut, and is not read (RFC 2181 9)."""
    fault: Reason | None = None
    """Why there is no answer; everything above is empty then."""
    server: str = ""
    notes: tuple[str, ...] = ()
    """How the transport came by it: `3 tries`, `over TCP`, `without EDNS`."""


def failed(question: Question, fault: Reason, *notes: str, server: str = "") -> Answer:
    """Return the answer that stands for none."""
    return Answer(question, fault=fault, server=server, notes=notes)
