"""The DNS server of the tests: its truth is what dnspython takes for the truth, and its lies arrive."""

import dns.flags
import dns.message
import dns.query
import dns.rcode
import pytest

from dns_faults import truncated
from dns_server import DnsServer, Zone, first, only, rcode, silent

RECORDS = "acme.test MX 10 mx.test\nmx.test A 1.2.3.4\nalias.test CNAME acme.test\n*.wild.test MX 5 mx.test"


def ask(server: DnsServer, name: str, rtype: str, *, tcp: bool = False) -> dns.message.Message:
    query = dns.message.make_query(name, rtype)
    ask_by = dns.query.tcp if tcp else dns.query.udp
    return ask_by(query, "127.0.0.1", timeout=1, port=server.port)


@pytest.mark.parametrize("tcp", [False, True])
def test_truth(tcp: bool) -> None:
    with DnsServer(Zone(RECORDS)) as server:
        response = ask(server, "acme.test", "MX", tcp=tcp)
        assert [rrset.to_text() for rrset in response.answer] == ["acme.test. 3600 IN MX 10 mx.test."]
        assert server.log == [("tcp" if tcp else "udp", "acme.test", "MX")]
        assert server.asked("MX") == ["acme.test"]
        assert server.asked("A") == []


@pytest.mark.parametrize(
    ("name", "rtype", "code", "answers", "authority"),
    [
        ("alias.test", "MX", "NOERROR", 2, 0),
        ("x.wild.test", "MX", "NOERROR", 1, 0),
        ("x.wild.test", "A", "NOERROR", 0, 1),
        ("acme.test", "A", "NOERROR", 0, 1),
        ("gone.test", "A", "NXDOMAIN", 0, 1),
        ("wild.test", "A", "NOERROR", 0, 1),
        ("com", "SOA", "NOERROR", 1, 0),
        ("x.invalid", "A", "NXDOMAIN", 0, 1),
    ],
)
def test_zone(name: str, rtype: str, code: str, answers: int, authority: int) -> None:
    response = Zone(RECORDS)(dns.message.make_query(name, rtype))
    assert dns.rcode.to_text(response.rcode()) == code
    assert (len(response.answer), len(response.authority)) == (answers, authority)


def test_lies_arrive() -> None:
    truth = Zone(RECORDS)
    with DnsServer(only("MX", truth, rcode("SERVFAIL", 6))) as server:
        assert ask(server, "acme.test", "MX").rcode() == dns.rcode.SERVFAIL
        assert ask(server, "mx.test", "A").rcode() == dns.rcode.NOERROR
    with DnsServer(truncated(truth)) as server:
        assert ask(server, "acme.test", "MX").flags & dns.flags.TC
        assert ask(server, "acme.test", "MX", tcp=True).answer
    with DnsServer(first(1, silent, truth)) as server:
        with pytest.raises(dns.exception.Timeout):
            dns.query.udp(
                dns.message.make_query("acme.test", "MX"), "127.0.0.1", timeout=0.1, port=server.port
            )
        assert ask(server, "acme.test", "MX").answer
