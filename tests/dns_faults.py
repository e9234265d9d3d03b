"""Lies for the DNS server of the tests: each takes a truthful handler, and some take what the lie consists of."""

import random
import struct
import time
from itertools import count

import dns.edns
import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.rrset

from dns_server import Handler, Reply


def marked(truth: Handler, *extended: int) -> Handler:
    """Put extended errors beside the truth."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = truth(query, transport)
        assert isinstance(response, dns.message.Message)
        options: list[dns.edns.Option] = [
            dns.edns.EDEOption(dns.edns.EDECode.make(number)) for number in extended
        ]
        response.use_edns(0, payload=1232, options=options)
        return response

    return handler


def referral(owner: str) -> Handler:
    """Refer to the name servers of a zone instead of answering."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = dns.message.make_response(query)
        response.authority.append(dns.rrset.from_text(owner, 3600, "IN", "NS", "a.nic.test."))
        return response

    return handler


def with_id(truth: Handler) -> Handler:
    """Answer under another ID."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = truth(query, transport)
        assert isinstance(response, dns.message.Message)
        response.id ^= 0x5555
        return response

    return handler


def with_question(truth: Handler, name: str) -> Handler:
    """Answer another question."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = truth(query, transport)
        assert isinstance(response, dns.message.Message)
        old = response.question[0]
        response.question = [dns.rrset.RRset(dns.name.from_text(name), old.rdclass, old.rdtype)]
        return response

    return handler


def garbage(query: dns.message.Message, transport: str) -> Reply:
    """Answer with the right ID and noise."""
    return struct.pack("!H", query.id) + random.Random(query.id).randbytes(40)


def cut_short(truth: Handler) -> Handler:
    """Break off in the middle of the message."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = truth(query, transport)
        assert isinstance(response, dns.message.Message)
        return response.to_wire()[:-9]

    return handler


def truncated(truth: Handler, *, tcp: Handler | None = None) -> Handler:
    """Set TC over UDP; over TCP tell the truth, or what is given."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        if transport == "tcp":
            return (tcp or truth)(query, transport)
        response = dns.message.make_response(query, recursion_available=True)
        response.flags |= dns.flags.TC
        return response

    return handler


def forged_then(lie: Handler, truth: Handler) -> Handler:
    """Send what a forger who does not know the ID would send, then the truth."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        messages = (with_id(lie)(query, transport), truth(query, transport))
        return [m.to_wire() for m in messages if isinstance(m, dns.message.Message)]

    return handler


def answers_everything(address: str, mx: str = "") -> Handler:
    """Be a captive portal: an address, and perhaps an MX, for every name."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = dns.message.make_response(query, recursion_available=True)
        question = query.question[0]
        data = {"A": address, "MX": mx}.get(dns.rdatatype.to_text(question.rdtype))
        if data:
            rtype = dns.rdatatype.to_text(question.rdtype)
            response.answer.append(dns.rrset.from_text(question.name, 60, "IN", rtype, data))
        else:
            soa = "a.nic.test. h.nic.test. 1 2 3 4 60"
            response.authority.append(dns.rrset.from_text(question.name, 60, "IN", "SOA", soa))
        return response

    return handler


def _message(truth: Handler, query: dns.message.Message, transport: str) -> dns.message.Message:
    response = truth(query, transport)
    assert isinstance(response, dns.message.Message)
    return response


def with_added_soa(truth: Handler) -> Handler:
    """Move the SOA to the additional section, as response policy zones have it."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = _message(truth, query, transport)
        response.authority.clear()
        soa = "a.nic.test. h.nic.test. 1 2 3 4 60"
        response.additional.append(dns.rrset.from_text("rpz.filter.test.", 60, "IN", "SOA", soa))
        return response

    return handler


def with_answers(truth: Handler, *lines: str, section: str = "answer") -> Handler:
    """Put records before those of the true answer about acme.test, a line each: `acme.test. CNAME b.test.`

    A class other than IN stands before the type. `section` is where they are put.
    """

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = _message(truth, query, transport)
        if query.question[0].name.to_text() == "acme.test.":
            for line in reversed(lines):
                owner, *words = line.split(None, 3 if " CH " in line else 2)
                rdclass = words.pop(0) if len(words) > 2 else "IN"
                rrset = dns.rrset.from_text(owner, 60, rdclass, *words)
                getattr(response, section).insert(0, rrset)
        return response

    return handler


def with_options(truth: Handler, options: bytes) -> Handler:
    """Put bytes where EDNS options stand (RFC 6891 6.1.2), whatever they are."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = _message(truth, query, transport)
        response.use_edns(-1)
        data = bytearray(response.to_wire())
        data[11] += 1  # records in the additional section
        head = struct.pack("!BHHIH", 0, dns.rdatatype.OPT, 1232, 0, len(options))
        return bytes(data) + head + options

    return handler


def truncated_in_the_middle(truth: Handler) -> Handler:
    """Set TC over UDP and break the body off."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = _message(truth, query, transport)
        if transport == "tcp":
            return response
        response.flags |= dns.flags.TC
        return response.to_wire()[:-5]

    return handler


def answers_missing_names(truth: Handler, *top: str, rtype: str = "A", data: str = "5.6.7.8") -> Handler:
    """Be a resolver that answers for names that do not exist, below some top-level domains."""
    varied = count(1)

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = _message(truth, query, transport)
        name = query.question[0].name.to_text(omit_final_dot=True)
        is_asked = dns.rdatatype.to_text(query.question[0].rdtype) == rtype
        if response.rcode() != dns.rcode.NXDOMAIN or name.rpartition(".")[2] not in top or "." not in name:
            return response
        response.set_rcode(dns.rcode.NOERROR)
        if is_asked:
            response.authority.clear()
            text = data.replace("*", str(next(varied)))
            response.answer.append(dns.rrset.from_text(query.question[0].name, 60, "IN", rtype, text))
        return response

    return handler


def down_for(truth: Handler, seconds: float, *, after: int, lie: Handler) -> Handler:
    """Tell the truth so many times, then lie for some seconds."""
    asked = count()
    over: list[float] = []

    def handler(query: dns.message.Message, transport: str) -> Reply:
        if next(asked) == after:
            over.append(time.monotonic() + seconds)
        is_down = bool(over) and time.monotonic() < over[0]
        return (lie if is_down else truth)(query, transport)

    return handler
