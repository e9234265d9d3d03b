"""DNS messages, by dnspython: questions are written, responses read (RFC 1035 4, RFC 6891, RFC 8914)."""

import os
import re
from collections.abc import Callable
from operator import attrgetter
from struct import error as StructError  # noqa: N812 - an exception, named so everywhere else
from struct import pack
from typing import Any

import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.rrset
from dns.edns import EDEOption, OptionType
from dns.rcode import FORMERR, NOTIMP, REFUSED, SERVFAIL
from dns.rdataclass import IN
from dns.rdatatype import AAAA, CNAME, DNAME, DS, MX, NS, NSEC, NSEC3, OPT, RRSIG, SOA, TXT, A
from dns.wire import Parser

from guessmail.mx.answer import Answer, Question, Record

_EDNS_SIZE = 1232  # bytes; fits every path unfragmented, and leaves room for extended errors
_OPT = pack("!BHHIH", 0, OPT, _EDNS_SIZE, 0, 0)
_REFUSES_EARLY = frozenset((FORMERR, SERVFAIL, NOTIMP, REFUSED))
_HEADER = "!6H"
_RECORD_HEAD = "!HHIH"
_ODD = re.compile(rb"[^a-z0-9_-]")
_AUTHORITATIVE = frozenset((NS, SOA, DS, RRSIG, NSEC, NSEC3))
"""The types of an authority section (RFC 1034 4.3.2, RFC 4035 3.1)."""
_VALUES: dict[int, Callable[[Any], str]] = {
    A: attrgetter("address"),
    AAAA: attrgetter("address"),
    CNAME: lambda rdata: _text(rdata.target),
    DNAME: lambda rdata: _text(rdata.target),
    MX: lambda rdata: _text(rdata.exchange),
    RRSIG: lambda rdata: str(int(rdata.type_covered)),
    TXT: lambda rdata: b"".join(rdata.strings).decode("latin-1"),
}


def write_query(question: Question, *, edns: bool) -> bytes:
    """Return a query under a random ID that asks for recursion, with a 1232-byte EDNS buffer (RFC 6891 6.2.5)."""
    name = dns.name.from_text(question.name).to_wire() or b""
    head = os.urandom(2) + pack("!5H", dns.flags.RD, 1, 0, 0, edns)
    return head + name + pack("!HH", question.rtype, IN) + (_OPT if edns else b"")


def read_answer(data: bytes, query: bytes, question: Question, server: str) -> Answer | None:
    """Read a response to the query that asked the question; None for what is no proper response to it.

    An EDNS option that cannot be read is skipped. A header alone is taken from servers that refuse so early that they
    do not echo the question, since it can lead to `unknown` only. The source is for the caller to check.
    """
    asked = query[12:].removesuffix(_OPT).lower()
    try:
        message = dns.message.from_wire(
            data, one_rr_per_rrset=True, ignore_trailing=True, continue_on_error=True
        )
        is_response = data[:2] == query[:2] and data[2] & 0xF8 == 0x80  # QR, and the opcode
        has_question = len(message.question) == 1 and data[12:].lower().startswith(asked)
        refuses_early = not message.question and message.rcode() in _REFUSES_EARLY
        if not is_response or not (has_question or refuses_early):
            return None
        rcode = int(message.rcode())
        if message.flags & dns.flags.TC or not message.question:
            is_cut = bool(message.flags & dns.flags.TC)
            notes = () if message.question else ("header only",)
            return Answer(question, rcode, truncated=is_cut, server=server, notes=notes)
        extended = tuple(int(option.code) for option in message.options if isinstance(option, EDEOption))
        if message.errors:
            upper, extended = _read_options(data)
            rcode = rcode & 15 | upper << 4
    except (dns.exception.DNSException, ValueError, StructError):
        return None
    if len(message.answer) < int.from_bytes(data[6:8]):
        return None
    return _read_sections(message, Answer(question, rcode, extended_errors=extended, server=server))


def _read_sections(message: dns.message.Message, answer: Answer) -> Answer:
    """Add to an answer what the sections of its message say."""
    records = tuple(_record(rrset) for rrset in message.answer if rrset.rdclass == IN)
    names = {answer.question.name, *(record.value for record in records if record.rtype == CNAME)}
    soas = [rrset for rrset in message.authority if rrset.rdtype == SOA]
    has_misplaced = (
        len(records) < len(message.answer)
        or len({soa.name for soa in soas}) > 1
        or any(soa.rdclass != IN for soa in soas)
        or any(rrset.rdtype not in _AUTHORITATIVE for rrset in message.authority)
        or any(isinstance(error.exception, dns.message.BadEDNS) for error in message.errors)
        or any(
            rrset.rdtype in {CNAME, answer.question.rtype} and _text(rrset.name) in names
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


def _record(rrset: dns.rrset.RRset) -> Record:
    rdata: Any = rrset[0]
    value = _VALUES.get(rrset.rdtype, lambda _: "")(rdata)
    return Record(
        _text(rrset.name), rrset.rdtype, rrset.ttl, value, rdata.preference if rrset.rdtype == MX else 0
    )


def _text(name: dns.name.Name) -> str:
    labels = [_ODD.sub(lambda odd: b"\\%03d" % odd[0][0], label.lower()) for label in name.labels[:-1]]
    return b".".join(labels).decode() or "."


def _read_options(data: bytes) -> tuple[int, tuple[int, ...]]:
    """Return the upper bits of the response code and the extended errors of a message that dnspython cannot read whole.

    Raises what dnspython does where records run over the end.
    """
    parser = Parser(data)
    upper, codes = 0, []
    _, _, questions, *counts = parser.get_struct(_HEADER)
    for _ in range(questions):
        dns.name.from_wire_parser(parser)
        parser.get_bytes(4)
    for _ in range(sum(counts)):
        dns.name.from_wire_parser(parser)
        rtype, _, ttl, size = parser.get_struct(_RECORD_HEAD)
        with parser.restrict_to(size):
            upper |= ttl >> 24 if rtype == OPT else 0
            while rtype == OPT and parser.remaining() >= 4:
                code, length = parser.get_struct("!HH")
                option = parser.get_bytes(min(length, parser.remaining()))
                if code == OptionType.EDE and len(option) >= 2:
                    codes.append(int.from_bytes(option[:2]))
            parser.get_remaining()
    return upper, tuple(codes)
