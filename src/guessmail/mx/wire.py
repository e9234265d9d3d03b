"""DNS messages on the wire (RFC 1035 4, RFC 6891, RFC 8914), read and written with dnspython.

Its parser, names and record types are used without `dns.message`, which takes three times as long for each message
and a third longer to import.
"""

import os
import re
from collections.abc import Callable
from operator import attrgetter
from struct import Struct
from struct import error as StructError  # noqa: N812 - an exception, named so everywhere else
from typing import Any

import dns.edns
import dns.exception
import dns.name
import dns.rdata
from dns.rcode import FORMERR, NOTIMP, REFUSED, SERVFAIL
from dns.rdataclass import IN
from dns.rdatatype import AAAA, CNAME, MX, NS, OPT, SOA, TXT, A
from dns.wire import Parser

from guessmail.mx.answer import Answer, Question, Record

_HEADER = Struct("!6H")
_TYPE_AND_CLASS = Struct("!HH")
_RECORD_HEAD = "!HHIH"
_OPTION_HEAD = "!HH"
_RESPONSE, _QR_AND_OPCODE, _TC, _RD = 0x8000, 0xF800, 0x0200, 0x0100
_REFUSES_EARLY = frozenset((FORMERR, SERVFAIL, NOTIMP, REFUSED))
_EDNS_SIZE = 1232  # bytes; fits every path unfragmented, and leaves room for extended errors
_OPT = b"\0" + Struct(_RECORD_HEAD).pack(OPT, _EDNS_SIZE, 0, 0)
_PLAIN = re.compile(rb"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_ODD = re.compile(rb"[^a-z0-9_-]")
_VALUES: dict[int, Callable[[Any], str]] = {
    A: attrgetter("address"),
    AAAA: attrgetter("address"),
    CNAME: lambda rdata: _text(rdata.target),
    MX: lambda rdata: _text(rdata.exchange),
    TXT: lambda rdata: b"".join(rdata.strings).decode("latin-1"),
}


def encode_question(question: Question) -> bytes:
    """Write the question section (RFC 1035 4.1.2). Raise ValueError for what is no name."""
    try:
        name = dns.name.from_text(question.name.encode("ascii"))
    except dns.exception.DNSException as error:
        raise ValueError(question.name) from error
    return (name.to_wire() or b"") + _TYPE_AND_CLASS.pack(question.rtype, IN)


def random_id() -> int:
    """Return a query ID that nobody can guess."""
    return int.from_bytes(os.urandom(2))


def write_query(query_id: int, section: bytes, *, edns: bool = True) -> bytes:
    """Write a query that asks for recursion, with a 1232-byte EDNS buffer (RFC 6891 6.2.5)."""
    return _HEADER.pack(query_id, _RD, 1, 0, 0, edns) + section + (_OPT if edns else b"")


def read_answer(data: bytes, question: Question, section: bytes, server: str = "") -> Answer | None:
    """Read a response to the question whose section this is; None for what is no proper response to it.

    A header alone is taken from servers that refuse so early that they do not echo the question, since it can
    lead to `unknown` only. The ID and the source are for the caller to check.
    """
    try:
        return _read(data, question, section, server)
    except (dns.exception.DNSException, ValueError, StructError):
        return None


def _read(data: bytes, question: Question, section: bytes, server: str) -> Answer | None:
    _, flags, questions, answers, authorities, additionals = _HEADER.unpack_from(data)
    rcode = flags & 15
    if flags & _QR_AND_OPCODE != _RESPONSE:  # to a standard query, whose opcode is 0
        return None
    if questions == 0 and rcode in _REFUSES_EARLY:
        return Answer(question, rcode, server=server, notes=("header only",))
    end = _HEADER.size + len(section)
    echoed = data[_HEADER.size : end]
    if questions != 1 or (echoed != section and echoed.lower() != section.lower()):
        return None
    if flags & _TC:
        return Answer(question, rcode, truncated=True, server=server)
    parser = Parser(data, end)
    records = tuple(record for _ in range(answers) if (record := _record(parser)) is not None)
    answer = Answer(question, rcode, records, server=server)
    for number in range(authorities + additionals):
        answer = _with_record(answer, parser, is_authority=number < authorities)
    return answer


def _with_record(answer: Answer, parser: Parser, *, is_authority: bool) -> Answer:
    """Add what the next record says, of the authority section or of the additional one."""
    owner = dns.name.from_wire_parser(parser)
    rtype, _, ttl, size = parser.get_struct(_RECORD_HEAD)
    with parser.restrict_to(size):
        if rtype == SOA and is_authority and not answer.soa_owner:
            soa: Any = dns.rdata.from_wire_parser(IN, SOA, parser)
            return answer._replace(
                soa_owner=_text(owner), soa_server=_text(soa.mname), negative_ttl=min(ttl, soa.minimum)
            )
        if rtype == OPT and not is_authority:
            errors = answer.extended_errors + _extended_errors(parser)
            return answer._replace(rcode=answer.rcode | ttl >> 24 << 4, extended_errors=errors)
        parser.get_remaining()
    if rtype == NS and is_authority:
        return answer._replace(has_referral=True)
    return answer._replace(has_added_soa=True) if rtype == SOA and not is_authority else answer


def _record(parser: Parser) -> Record | None:
    """Read a record of the answer section; None for one of another class."""
    owner = dns.name.from_wire_parser(parser)
    rtype, rclass, ttl, size = parser.get_struct(_RECORD_HEAD)
    value_of = _VALUES.get(rtype)
    with parser.restrict_to(size):
        if rclass != IN or value_of is None:
            parser.get_remaining()
            return Record(_text(owner), rtype, ttl, "") if rclass == IN else None
        rdata: Any = dns.rdata.from_wire_parser(IN, rtype, parser)
    return Record(_text(owner), rtype, ttl, value_of(rdata), rdata.preference if rtype == MX else 0)


def _text(name: dns.name.Name) -> str:
    labels = name.labels[:-1]
    plain = b".".join(labels).lower()
    if plain.count(b".") == len(labels) - 1 and _PLAIN.fullmatch(plain):
        return plain.decode("ascii")
    return (
        ".".join(_ODD.sub(lambda odd: b"\\%03d" % odd[0][0], label.lower()).decode() for label in labels)
        or "."
    )


def _extended_errors(parser: Parser) -> tuple[int, ...]:
    """Return the info codes among EDNS options (RFC 8914 2)."""
    codes = []
    while parser.remaining():
        code, size = parser.get_struct(_OPTION_HEAD)
        with parser.restrict_to(size):
            if code != dns.edns.OptionType.EDE:
                parser.get_remaining()
                continue
            option = dns.edns.option_from_wire_parser(code, parser)
        if isinstance(option, dns.edns.EDEOption):
            codes.append(int(option.code))
    return tuple(codes)
