r"""What is asked of DNS, and what comes back.

Names are text: lower case, no dot at the end (the root is `.`), bytes that are no letter, digit, hyphen or underscore as
`\DDD` (RFC 1035 5.1), so that each dot ends a label.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dns.rcode import NOERROR, NXDOMAIN, REFUSED, Rcode
from dns.rdatatype import AAAA, CNAME, MX, A, RdataType

from guessmail.mx.verdict import Reason

SHOWN = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
"""Names fit to be shown."""

# Extended errors (RFC 8914 4)
FILTERED = frozenset((4, 15, 16, 17))  # forged, blocked, censored, filtered
PROHIBITED = 18  # with REFUSED: this client is not served
BOGUS = frozenset((*range(6, 13), 25))  # signatures that do not hold, or are not there
STALE_OR_CUT_OFF = frozenset((3, 5, 14, 19, 20, 22, 23, 24, 28))
"""Stale (3, 19), undecided (5), not ready (14), no authority (20) or none reached (22), network error (23), bad data (24), policy (28)."""

_MOST_SHOWN = 10  # records in a line


class Question(NamedTuple):
    """What is asked."""

    name: str
    rtype: int
    server: str = ""
    """The resolver that must be asked; empty for any."""

    def __str__(self) -> str:
        return f"{self.name} {RdataType.to_text(self.rtype)}"


class Record(NamedTuple):
    """A resource record of the answer section."""

    owner: str
    rtype: int
    ttl: int
    value: str
    """The name of an MX, CNAME or DNAME, the address of an A or AAAA, the joined text of a TXT, the number of the type
    that an RRSIG signs; empty for other types."""
    preference: int = 0

    def __str__(self) -> str:
        if self.rtype == MX:
            return f"{self.preference} {_shown(self.value)}"
        if self.rtype == CNAME:
            return f"alias of {_shown(self.value)}"
        return self.value if self.rtype in {A, AAAA} else f"a record of type {RdataType.to_text(self.rtype)}"


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
    has_misplaced: bool = False
    """Whether records stand where they say nothing: the asked one outside of the answer section, SOAs of several names,
    a record of another class."""
    extended_errors: tuple[int, ...] = ()
    truncated: bool = False
    """The body was cut, and is not read (RFC 2181 9)."""
    fault: Reason | None = None
    """Why there is no answer; everything above is empty then."""
    server: str = ""
    notes: tuple[str, ...] = ()
    """How the transport came by it: `3 tries`, `over TCP`, `without EDNS`."""

    @property
    def is_good(self) -> bool:
        """Whether a resolver that works gave it."""
        return self.fault is None and self.rcode in {NOERROR, NXDOMAIN}

    @property
    def is_final(self) -> bool:
        """Whether it is taken though another resolver may hide what it says: filtered, bogus."""
        return not (FILTERED | BOGUS).isdisjoint(self.extended_errors)

    @property
    def is_for_others(self) -> bool:
        """Whether the resolver says that it works, but not for this client."""
        return self.rcode == REFUSED and PROHIBITED in self.extended_errors

    def __str__(self) -> str:
        """Return what was asked and answered, in a line fit for a terminal."""
        said = str(self.fault) if self.fault is not None else ", ".join(self._said())
        beside = ", ".join((*self.notes, *((f"from {self.server}",) if self.server else ())))
        return f"{self.question}: {said}" + (f" ({beside})" if beside else "")

    def _said(self) -> Iterator[str]:
        shown = [str(record) for record in self.records[:_MOST_SHOWN]]
        if len(self.records) > _MOST_SHOWN:
            shown.append(f"and {len(self.records) - _MOST_SHOWN} more")
        yield f"{Rcode.to_text(self.rcode)} {', '.join(shown)}".rstrip()
        if self.soa_owner:
            yield f"SOA of {_shown(self.soa_owner)}"
        if self.has_added_soa:
            yield "SOA in the additional section"
        if self.extended_errors:
            yield "extended error " + " ".join(map(str, self.extended_errors))


def _shown(name: str) -> str:
    return name if name == "." or SHOWN.fullmatch(name) else "(a name not fit to be shown)"


def failed(question: Question, fault: Reason, *notes: str, server: str = "") -> Answer:
    """Return the answer that stands for none."""
    return Answer(question, fault=fault, server=server, notes=notes)
