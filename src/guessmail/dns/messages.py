"""DNS messages: writing queries and reading responses, by dnspython (RFC 1035 4, RFC 6891, RFC 8914)."""

import os
import re
import struct
from collections.abc import Callable
from typing import Any, NamedTuple

import dns.exception
import dns.flags
import dns.message
import dns.name
from dns.edns import GenericOption, OptionType, register_type
from dns.rcode import FORMERR, NOERROR, NOTIMP, NXDOMAIN, REFUSED, SERVFAIL, Rcode
from dns.rdataclass import IN
from dns.rdatatype import AAAA, CNAME, DNAME, DS, MX, NS, NSEC, NSEC3, OPT, RRSIG, SOA, TXT, A, RdataType

from guessmail.dns import Reason

SHOWN = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")  # names fit to be shown

# Extended errors (RFC 8914 4)
FILTERED = frozenset((4, 15, 16, 17))  # forged, blocked, censored, filtered
PROHIBITED = 18  # with REFUSED: this client is not served
BOGUS = frozenset((*range(6, 13), 25))  # invalid or missing signatures
STALE_OR_CUT_OFF = frozenset((3, 5, 14, 19, 20, 22, 23, 24, 28))
"""Stale (3, 19), undecided (5), not ready (14), no authority (20) or no reachable one (22), network error (23), bad data (24), policy (28)."""


class Query(NamedTuple):
    """A query for the records of a name and type."""

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
    """The response to a query, or the reason why it is missing."""

    query: Query
    rcode: int = NOERROR
    records: tuple[Record, ...] = ()
    soa_owner: str = ""
    """The owner of the SOA in the authority section; empty if there is none."""
    soa_server: str = ""
    """The primary name server that this SOA names."""
    negative_ttl: int = 0
    """Seconds for which a denial may be believed (RFC 2308 5)."""
    has_referral: bool = False
    """Whether the authority section holds NS records."""
    has_added_soa: bool = False
    """Whether the additional section holds a SOA: the sign that a response policy zone made up the answer."""
    has_misplaced: bool = False
    """Whether records are misplaced: of the requested type outside the answer section, of another class, SOAs of several names."""
    extended_errors: tuple[int, ...] = ()
    truncated: bool = False
    """Whether the response was cut, so that its records are not read (RFC 2181 9)."""
    fault: Reason | None = None
    """Why there is no response; the fields above have their defaults then."""
    server: str = ""
    notes: tuple[str, ...] = ()
    """Remarks on the transport: `3 tries`, `over TCP`, `without EDNS`."""

    @property
    def is_good(self) -> bool:
        """Whether a resolver that works gave it: NOERROR or NXDOMAIN."""
        return self.fault is None and self.rcode in {NOERROR, NXDOMAIN}

    @property
    def is_final(self) -> bool:
        """Whether it ends the exchange: filtered or bogus, which another resolver might hide."""
        return not (FILTERED | BOGUS).isdisjoint(self.extended_errors)

    @property
    def is_for_others(self) -> bool:
        """Whether the resolver works, but does not serve this client (RFC 8914 4.19)."""
        return self.rcode == REFUSED and PROHIBITED in self.extended_errors

    def __str__(self) -> str:
        """Return query and response in a line fit for a terminal."""
        shown, rest = [*map(str, self.records[:10])], self.records[10:]
        shown += [f"and {len(rest)} more"] if rest else []
        noted = {
            f"{Rcode.to_text(self.rcode)} {', '.join(shown)}".rstrip(): True,
            f"SOA of {_shown(self.soa_owner)}": bool(self.soa_owner),
            "SOA in the additional section": self.has_added_soa,
            "extended error " + " ".join(map(str, self.extended_errors)): bool(self.extended_errors),
        }
        result = self.fault or ", ".join(note for note, holds in noted.items() if holds)
        beside = ", ".join((*self.notes, *([f"from {self.server}"] if self.server else [])))
        return f"{self.query}: {result}" + (f" ({beside})" if beside else "")


def _shown(name: str) -> str:
    return name if name == "." or SHOWN.fullmatch(name) else "(a name not fit to be shown)"


# Responses of 1232 bytes fit every path unfragmented, and leave room for extended errors.
_OPT = struct.pack("!BHHIH", 0, OPT, 1232, 0, 0)
for _type in OptionType:  # read as bytes, since their contents may be malformed
    register_type(GenericOption, _type)
_ODD = re.compile(rb"[^a-z0-9_-]")
_AUTHORITATIVE = frozenset((NS, SOA, DS, RRSIG, NSEC, NSEC3))
"""The types of an authority section (RFC 1034 4.3.2, RFC 4035 3.1)."""
_VALUES: dict[int, Callable[[Any], tuple[str] | tuple[str, int]]] = {
    A: lambda rdata: (rdata.address,),
    AAAA: lambda rdata: (rdata.address,),
    CNAME: lambda rdata: (_text(rdata.target),),
    DNAME: lambda rdata: (_text(rdata.target),),
    MX: lambda rdata: (_text(rdata.exchange), rdata.preference),
    RRSIG: lambda rdata: (str(int(rdata.type_covered)),),
    TXT: lambda rdata: (b"".join(rdata.strings).decode("latin-1"),),
}
"""By type: a function of dnspython's data that returns a record's value, and the preference of an MX."""


def write_query(query: Query, *, edns: bool) -> bytes:
    """Return a recursive query under a random ID; with `edns`, for responses of up to 1232 bytes (RFC 6891 6.2.5)."""
    name = dns.name.from_text(query.name).to_wire() or b""
    head = os.urandom(2) + struct.pack("!5H", dns.flags.RD, 1, 0, 0, edns)
    return head + name + struct.pack("!HH", query.rtype, IN) + (_OPT if edns else b"")


def read_answer(data: bytes, sent: bytes, query: Query, server: str) -> Answer | None:
    """Read the response to a query that was `sent`; None if it is no valid response. The caller checks its source address.

    A header alone is valid from servers that refuse before they read the question: it can lead to `unknown` only.
    """
    asked = sent[12:].removesuffix(_OPT).lower()
    try:
        message = dns.message.from_wire(
            data, one_rr_per_rrset=True, ignore_trailing=True, continue_on_error=True
        )
        rcode, is_cut = int(message.rcode()), bool(message.flags & dns.flags.TC)
        is_response = data[:2] == sent[:2] and data[2] & 0xF8 == 0x80  # QR, and the opcode
        has_question = len(message.question) == 1 and data[12:].lower().startswith(asked)
        # A refusal may come before the question is read, and without it.
        refuses_early = not any(data[4:6]) and rcode in {FORMERR, SERVFAIL, NOTIMP, REFUSED}
        if not is_response or not (has_question or refuses_early):
            return None
        if is_cut or not message.question:
            notes = () if message.question else ("header only",)
            return Answer(query, rcode, truncated=is_cut, server=server, notes=notes)
    except (dns.exception.DNSException, ValueError, struct.error):
        return None
    are_options_lost = message.errors and message.opt is None
    if are_options_lost or len(message.answer) < int.from_bytes(data[6:8]):
        return None
    errors = (option.to_wire()[:2] for option in message.options if option.otype == OptionType.EDE)
    extended = tuple(int.from_bytes(code) for code in errors if len(code) == 2)
    return _read_sections(message, Answer(query, rcode, extended_errors=extended, server=server))


def _read_sections(message: dns.message.Message, answer: Answer) -> Answer:
    """Return an answer with the records in the sections of its message."""
    records = tuple(
        Record(_text(each.name), each.rdtype, each.ttl, *_VALUES.get(each.rdtype, lambda _: ("",))(each[0]))
        for each in message.answer
        if each.rdclass == IN
    )
    names = {answer.query.name, *(record.value for record in records if record.rtype == CNAME)}
    soas = [rrset for rrset in message.authority if rrset.rdtype == SOA]
    has_misplaced = (
        len(records) < len(message.answer)
        or len({soa.name for soa in soas}) > 1
        or any(soa.rdclass != IN for soa in soas)
        or any(rrset.rdtype not in _AUTHORITATIVE for rrset in message.authority)
        or any(isinstance(error.exception, dns.message.BadEDNS) for error in message.errors)
        or any(
            rrset.rdtype in {CNAME, answer.query.rtype} and _text(rrset.name) in names
            for rrset in message.authority + message.additional
        )
    )
    answer = answer._replace(
        records=records,
        has_referral=any(rrset.rdtype == NS for rrset in message.authority),
        has_added_soa=any(rrset.rdtype == SOA for rrset in message.additional),
        has_misplaced=has_misplaced,
    )
    if not soas:
        return answer
    soa: Any = soas[0][0]
    ttl = min(soas[0].ttl, soa.minimum)
    return answer._replace(soa_owner=_text(soas[0].name), soa_server=_text(soa.mname), negative_ttl=ttl)


def _text(name: dns.name.Name) -> str:
    labels = [_ODD.sub(lambda odd: b"\\%03d" % odd[0][0], label.lower()) for label in name.labels[:-1]]
    return b".".join(labels).decode() or "."
