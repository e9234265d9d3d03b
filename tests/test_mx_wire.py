"""The wire format, held against all of dnspython's `dns.message`."""

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest
from dns.rdatatype import CNAME, MX, SOA, A
from hypothesis import given, settings
from hypothesis import strategies as st

from dns_server import Zone
from guessmail.mx.answer import Question
from guessmail.mx.wire import encode_question, read_answer, write_query

MX_QUESTION = Question("acme.test", MX)

WIRE_NAMES = st.sampled_from(
    ["acme.test.", "MX.Acme.Test.", "a.b.acme.test.", ".", r"od\.d\027.acme.test.", "x" * 63 + "."]
)


def plain_text(name: dns.name.Name) -> str:
    """Spell a name as `wire` does: each dot ends a label."""
    labels = [
        "".join(
            chr(c) if (chr(c).isalnum() and c < 128) or c in b"-_" else f"\\{c:03d}" for c in label.lower()
        )
        for label in name.labels
        if label
    ]
    return ".".join(labels) or "."


@st.composite
def responses(draw: st.DrawFn) -> dns.message.Message:
    query = dns.message.make_query("acme.test.", draw(st.sampled_from(["MX", "A", "AAAA"])), use_edns=0)
    response = dns.message.make_response(query)
    response.set_rcode(dns.rcode.Rcode(draw(st.sampled_from([0, 2, 3, 16]))))
    for section, types in (
        (response.answer, ["MX", "CNAME", "A", "AAAA", "TXT"]),
        (response.authority, ["SOA", "NS"]),
    ):
        for _ in range(draw(st.integers(0, 3))):
            rtype = draw(st.sampled_from(types))
            name = draw(WIRE_NAMES)
            data = {
                "MX": f"{draw(st.integers(0, 65535))} {name}",
                "CNAME": name,
                "NS": name,
                "A": "1.2.3.4",
                "AAAA": "2a00::1",
                "TXT": "x",
                "SOA": f"{name} h. 1 2 3 4 {draw(st.integers(0, 2**31 - 1))}",
            }[rtype]
            rrset = dns.rrset.from_text(draw(WIRE_NAMES), draw(st.integers(0, 2**31 - 1)), "IN", rtype, data)
            section.append(rrset)
    return response


@settings(deadline=None, max_examples=60)
@given(responses())
def test_reads_what_dnspython_reads(response: dns.message.Message) -> None:
    wire = response.to_wire()
    response = dns.message.from_wire(wire)
    question = Question("acme.test", int(response.question[0].rdtype))
    answer = read_answer(wire, question, encode_question(question))
    assert answer is not None
    assert answer.rcode == response.rcode()
    wanted = [
        (plain_text(rrset.name), int(rrset.rdtype), rrset.ttl, rdata)
        for rrset in response.answer
        for rdata in rrset
    ]
    told = {
        (r.owner, r.rtype, str(r.value) if r.rtype in {MX, CNAME} else "", r.preference)
        for r in answer.records
    }
    seen = set()
    for owner, rtype, _, rdata in wanted:
        value = (
            plain_text(rdata.exchange) if rtype == MX else plain_text(rdata.target) if rtype == CNAME else ""
        )
        told_once = (owner, rtype, value, rdata.preference if rtype == MX else 0)
        assert told_once in told
        seen.add(told_once)
    assert {row for row in told if row[1] != CNAME} <= seen  # dnspython keeps one alias of a name
    soas = [plain_text(rrset.name) for rrset in response.authority if rrset.rdtype == SOA]
    assert answer.soa_owner in (soas or [""])
    assert answer.has_referral == any(rrset.rdtype == dns.rdatatype.NS for rrset in response.authority)


@settings(deadline=None, max_examples=100)
@given(responses(), st.data())
def test_mangled_messages_never_raise(response: dns.message.Message, data: st.DataObject) -> None:
    wire = bytearray(response.to_wire())
    for _ in range(data.draw(st.integers(1, 6))):
        wire[data.draw(st.integers(2, len(wire) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(wire)))
    question = Question("acme.test", MX)
    for mangled in (bytes(wire), bytes(wire[:cut])):
        read_answer(mangled, question, encode_question(question))


@given(WIRE_NAMES, st.booleans())
def test_writes_what_dnspython_reads(name: str, edns: bool) -> None:
    question = Question(plain_text(dns.name.from_text(name)), MX)
    query = dns.message.from_wire(write_query(4711, encode_question(question), edns=edns))
    assert query.id == 4711
    assert query.flags == dns.flags.RD
    assert plain_text(query.question[0].name) == question.name
    assert query.edns == (0 if edns else -1)
    assert query.payload == (1232 if edns else 0)


@pytest.mark.parametrize("name", ["a..b", "x" * 64, ".".join(["x" * 60] * 5), "bücher.example"])
def test_refuses_what_is_no_name(name: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        encode_question(Question(name, MX))


def test_takes_no_answer_to_another_question() -> None:
    query = dns.message.make_query("acme.test", "MX")
    wire = Zone("acme.test MX 10 mx.test")(query).to_wire()
    for other in (Question("acme.test", A), Question("other.test", MX)):
        assert read_answer(wire, other, encode_question(other)) is None
    assert read_answer(query.to_wire(), MX_QUESTION, encode_question(MX_QUESTION)) is None
    assert (
        read_answer(wire.replace(b"acme", b"ACME", 1), MX_QUESTION, encode_question(MX_QUESTION)) is not None
    )
