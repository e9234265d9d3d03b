r"""The wire format of DNS, as much of it as mail needs (RFC 1035 4, RFC 6891, RFC 8914).

Reads a message in a tenth of dnspython's time, and spares its import (70 ms); the tests hold it against
dnspython, message by message. Names are text: lower case, no dot at the end (the root is `.`), bytes that
are no letter, digit, hyphen or underscore as `\DDD` (RFC 1035 5.1).
"""

import re
from struct import Struct
from struct import error as StructError  # noqa: N812 - an exception, named so everywhere else
from typing import NamedTuple

from guessmail.mx.verdict import Reason

__all__ = [
    "AAAA",
    "CNAME",
    "MX",
    "SOA",
    "TYPE_NAMES",
    "A",
    "Answer",
    "Question",
    "Record",
    "encode_question",
    "failed",
    "read_answer",
    "write_query",
]

A, NS, CNAME, SOA, MX, AAAA, OPT = 1, 2, 5, 6, 15, 28, 41
TYPE_NAMES = {A: "A", NS: "NS", CNAME: "CNAME", SOA: "SOA", MX: "MX", AAAA: "AAAA"}
_IN = 1
_EXTENDED_ERROR = 15  # RFC 8914 2
_EDNS_SIZE = 1232  # fits every path unfragmented, and leaves room for extended errors

_HEADER = Struct("!6H")
_RECORD = Struct("!HHIH")
_TWO = Struct("!HH")
_OPT = b"\0" + _RECORD.pack(OPT, _EDNS_SIZE, 0, 0)
_ODD = re.compile(rb"[^a-z0-9_-]")


class Question(NamedTuple):
    """What is asked."""

    name: str
    rtype: int
    server: str = ""
    """The resolver that must be asked; empty for any."""

    def __str__(self) -> str:
        return f"{self.name} {TYPE_NAMES.get(self.rtype, self.rtype)}"


class Record(NamedTuple):
    """A resource record of the answer section."""

    owner: str
    rtype: int
    ttl: int
    value: str | bytes
    """The name that an MX or CNAME leads to; the bytes of an address; the raw data of any other type."""
    preference: int = 0


class Answer(NamedTuple):
    """What came back, or that nothing did."""

    question: Question
    rcode: int = 0
    records: tuple[Record, ...] = ()
    soa_owner: str = ""
    """The owner of the SOA in the authority section; empty without one."""
    negative_ttl: int = 0
    """How long the absence may be believed (RFC 2308 5)."""
    has_referral: bool = False
    """Whether the authority section holds NS records."""
    extended_errors: tuple[int, ...] = ()
    truncated: bool = False
    fault: Reason | None = None
    """Why there is no answer; everything above is empty then."""
    server: str = ""
    notes: tuple[str, ...] = ()
    """How the transport came by it: `3 tries`, `TCP`, `without EDNS`."""


def failed(question: Question, fault: Reason, *notes: str, server: str = "") -> Answer:
    """Make the answer that is none."""
    return Answer(question, fault=fault, server=server, notes=notes)


def encode_question(question: Question) -> bytes:
    """Write the question section (RFC 1035 4.1.2). Raise ValueError for what is no name."""
    out = bytearray()
    if question.name != ".":
        for label in question.name.split("."):
            raw = _unescaped(label) if "\\" in label else label.encode("ascii")
            if not 0 < len(raw) < 64:
                raise ValueError(question.name)
            out.append(len(raw))
            out += raw
    out.append(0)
    if len(out) > 255:
        raise ValueError(question.name)
    return bytes(out + _TWO.pack(question.rtype, _IN))


def _unescaped(label: str) -> bytes:
    return re.sub(rb"\\(\d{3})", lambda m: bytes((int(m[1]),)), label.encode("ascii"))


def write_query(query_id: int, section: bytes, *, edns: bool = True) -> bytes:
    """Write a query that asks for recursion, with a 1232-byte EDNS buffer (RFC 6891 6.2.5)."""
    if edns:
        return _HEADER.pack(query_id, 0x0100, 1, 0, 0, 1) + section + _OPT
    return _HEADER.pack(query_id, 0x0100, 1, 0, 0, 0) + section


def read_answer(data: bytes, question: Question, section: bytes, server: str = "") -> Answer | None:
    """Read a response to the question whose section this is; None for what is no proper response to it.

    A header alone is taken from servers that refuse so early that they do not echo the question, since it can
    lead to `unknown` only. The ID and the source are for the caller to check.
    """
    try:
        return _read(data, question, section, server)
    except (ValueError, IndexError, StructError):
        return None


def _read(data: bytes, question: Question, section: bytes, server: str) -> Answer | None:
    _, flags, questions, answers, authorities, additionals = _HEADER.unpack_from(data)
    rcode = flags & 15
    if flags & 0xF800 != 0x8000:  # a response (QR) to a standard query (opcode 0)
        return None
    if questions == 0 and rcode in {1, 2, 4, 5}:
        return Answer(question, rcode, server=server, notes=("header only",))
    end = 12 + len(section)
    echoed = data[12:end]
    if questions != 1 or (echoed != section and echoed.lower() != section.lower()):
        return None
    names = {12: question.name}
    at = end
    records = []
    for _ in range(answers):
        owner, at = _name(data, at, names)
        rtype, rclass, ttl, size = _RECORD.unpack_from(data, at)
        at += 10
        end = at + size
        if end > len(data):
            raise ValueError
        if rclass == _IN:
            records.append(_record(data, at, end, Record(owner, rtype, ttl, b""), names))
        at = end
    soa_owner, negative_ttl, has_referral = "", 0, False
    errors: list[int] = []
    for number in range(authorities + additionals):
        owner, at = _name(data, at, names)
        rtype, _, ttl, size = _RECORD.unpack_from(data, at)
        at += 10
        end = at + size
        if end > len(data):
            raise ValueError
        if number < authorities:
            if rtype == SOA and not soa_owner:
                soa_owner, negative_ttl = owner, min(ttl, int.from_bytes(data[end - 4 : end]))
            has_referral |= rtype == NS
        elif rtype == OPT:
            rcode |= ttl >> 24 << 4
            errors += _extended_errors(data[at:end])
        at = end
    return Answer(
        question,
        rcode,
        tuple(records),
        soa_owner,
        negative_ttl,
        has_referral,
        tuple(errors),
        bool(flags & 0x0200),
        server=server,
    )


def _record(data: bytes, at: int, end: int, bare: Record, names: dict[int, str]) -> Record:
    owner, rtype, ttl, *_ = bare
    if rtype == MX:
        value, after = _name(data, at + 2, names)
        record = Record(owner, rtype, ttl, value, data[at] << 8 | data[at + 1])
    elif rtype == CNAME:
        value, after = _name(data, at, names)
        record = Record(owner, rtype, ttl, value)
    else:
        after = at + {A: 4, AAAA: 16}.get(rtype, end - at)
        record = Record(owner, rtype, ttl, data[at:end])
    if after != end:
        raise ValueError
    return record


def _name(data: bytes, at: int, names: dict[int, str]) -> tuple[str, int]:
    """Read a name and where it ends; pointers lead backwards only, so that no loop is possible."""
    start, labels, size, after = at, [], 1, 0
    limit = at
    while True:
        length = data[at]
        if length >= 0xC0:
            pointer = (length & 0x3F) << 8 | data[at + 1]
            after = after or at + 2
            if pointer >= limit:
                raise ValueError
            known = names.get(pointer)
            if known is not None:
                if known != ".":
                    labels.append(known)
                    size += len(known)  # at least; a whole name was checked when it was read
                break
            at = limit = pointer
            continue
        if length > 63:
            raise ValueError
        at += 1
        if not length:
            break
        raw = data[at : at + length].lower()
        if len(raw) != length:
            raise ValueError
        at += length
        size += length + 1
        labels.append(_escaped(raw))
    if size > 255:
        raise ValueError
    name = ".".join(labels) or "."
    names[start] = name
    return name, after or at


def _escaped(raw: bytes) -> str:
    if _ODD.search(raw):
        raw = _ODD.sub(lambda m: b"\\%03d" % m[0][0], raw)
    return raw.decode("ascii")


def _extended_errors(options: bytes) -> list[int]:
    """Return the info codes among EDNS options (RFC 8914 2)."""
    codes = []
    at = 0
    while at + 4 <= len(options):
        code, size = _TWO.unpack_from(options, at)
        at += 4
        if code == _EXTENDED_ERROR and size >= 2 and at + size <= len(options):
            codes.append(options[at] << 8 | options[at + 1])
        at += size
    return codes
