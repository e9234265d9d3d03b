"""Responses as they come off the wire: whatever bytes they are, nothing is raised and no other query is answered."""

import dns.message
from dns.rdatatype import MX, A
from hypothesis import given
from hypothesis import strategies as st

from dns_server import Zone
from guessmail.dns.messages import Query, read_answer, write_query

QUESTION = Query("acme.test", MX)
ZONE = Zone("acme.test CNAME b.test\nb.test MX 10 mx.test\nb.test MX 20 mx2.test")


@given(st.lists(st.tuples(st.integers(2, 200), st.integers(0, 255)), max_size=6), st.integers(0, 200))
def test_mangled_messages_never_raise(changes: list[tuple[int, int]], end: int) -> None:
    query = write_query(QUESTION, edns=True)
    data = bytearray(ZONE(dns.message.from_wire(query)).to_wire())
    for at, byte in changes:
        data[at % len(data)] = byte
    for mangled in (bytes(data), bytes(data[:end])):
        read_answer(mangled, query, QUESTION, "")


def test_takes_no_answer_to_another_question() -> None:
    query = write_query(QUESTION, edns=True)
    data = ZONE(dns.message.from_wire(query)).to_wire()
    answer = read_answer(data, query, QUESTION, "")
    assert answer is not None
    assert {record.value for record in answer.records} == {"b.test", "mx.test", "mx2.test"}
    assert read_answer(data.replace(b"acme", b"ACME", 1), query, QUESTION, "") is not None
    for other in (
        Query("acme.test", A),
        Query("other.test", MX),
        QUESTION,
    ):  # the last under another ID
        assert read_answer(data, write_query(other, edns=True), other, "") is None
    assert read_answer(query, query, QUESTION, "") is None
    twice = dns.message.from_wire(data)
    twice.question *= 2
    assert read_answer(twice.to_wire(), query, QUESTION, "") is None
