"""Faults of the way to the resolver, and of the resolver itself."""

import random
import socket
import time
from itertools import pairwise

import dns.message
import pytest

from dns_faults import answers_everything
from dns_server import DnsServer, Handler, Reply, Zone, only, rcode, silent
from guessmail.mx.resolver import Checker
from guessmail.mx.verdict import Reason, Verdict

HOSTS = "mx.test A 1.2.3.4\nmx2.test A 1.2.3.5\n"
PLAIN = "acme.test MX 10 mx.test\n" + HOSTS


def closed_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_no_resolver() -> None:
    with Checker([]) as checker:
        assert checker.check("acme.test").reason is Reason.NO_RESOLVER
        assert not checker.queries_sent


def test_closed_port_is_told_at_once() -> None:
    start = time.monotonic()
    with Checker([f"127.0.0.1:{closed_port()}"], timeout=3) as checker:
        assert checker.check("acme.test").reason is Reason.TIMEOUT
    assert time.monotonic() - start < 1.5


def test_first_resolver_dead() -> None:
    with DnsServer(silent) as dead, DnsServer(Zone(PLAIN)) as alive:
        for first_one in (dead.address, f"127.0.0.1:{closed_port()}"):
            with Checker([first_one, alive.address], timeout=2) as checker:
                assert checker.check("acme.test").reason is Reason.MX


def test_first_resolver_refuses() -> None:
    with DnsServer(rcode("REFUSED")) as sullen, DnsServer(Zone(PLAIN)) as kind:
        with Checker([sullen.address, kind.address], timeout=2) as checker:
            assert checker.check("acme.test").reason is Reason.MX
        with Checker([sullen.address, f"127.0.0.1:{closed_port()}"], timeout=1) as checker:
            assert checker.check("acme.test").reason is Reason.REFUSED


def test_a_lying_resolver_spoils_nothing_that_an_honest_one_says() -> None:
    with DnsServer(answers_everything("1.2.3.4")) as liar, DnsServer(Zone()) as honest:
        with Checker([honest.address, liar.address], timeout=1) as checker:
            assert checker.check("acme.test").reason is Reason.NO_SUCH_DOMAIN
        with Checker([liar.address, honest.address], timeout=1) as checker:
            assert checker.check("acme.test").reason is Reason.RESOLVER_INTERCEPTS


@pytest.mark.parametrize("handler", [silent, rcode("SERVFAIL")], ids=["silent", "servfail"])
def test_resolver_down_is_said_once_and_ends_the_wait(handler: Handler) -> None:
    notices: list[str] = []
    domains = [f"d{n}.test" for n in range(2000)]
    with DnsServer(handler) as server:
        start = time.monotonic()
        with Checker([server.address], timeout=2, notice=notices.append) as checker:
            verdicts = checker.check_all(domains)
        assert time.monotonic() - start < 6
        assert len(server.log) < 200
    assert list(verdicts) == domains
    assert {verdict.verdict for verdict in verdicts.values()} == {Verdict.UNKNOWN}
    assert list(verdicts.values())[-1].reason is Reason.RESOLVER_DOWN
    assert len(notices) == 1
    assert notices[0].startswith("resolver down: ")


def test_sick_domains_do_not_make_the_resolver_down() -> None:
    sick = [f"d{n}.test" for n in range(40)]
    with DnsServer(only(" ".join(sick), Zone(PLAIN), rcode("SERVFAIL"))) as server:
        with Checker([server.address], timeout=1) as checker:
            verdicts = checker.check_all([*sick, "acme.test"])
        assert server.asked("SOA")
    assert {verdict.reason for verdict in verdicts.values()} == {Reason.SERVFAIL, Reason.MX}
    assert verdicts["acme.test"].verdict is Verdict.ACCEPTS


def test_a_resolver_that_drops_much_is_not_down() -> None:
    zone, counted = Zone(PLAIN), [0.0, 0]

    def limited(query: dns.message.Message, transport: str) -> Reply:
        second = time.monotonic() // 0.1
        counted[:] = [second, counted[1] + 1 if counted[0] == second else 1]
        return zone(query, transport) if counted[1] <= 20 else None

    with DnsServer(limited) as server, Checker([server.address], timeout=5) as checker:
        verdicts = checker.check_all([f"d{n}.test" for n in range(400)])
    assert {verdict.reason for verdict in verdicts.values()} == {Reason.NO_SUCH_DOMAIN}


def test_names_are_absolute_and_asked_once() -> None:
    with DnsServer(Zone("acme.test MX 10 mx.test\nother.test MX 10 mx.test\n" + HOSTS)) as server:
        with Checker([server.address]) as checker:
            checker.check_all(["acme.test", "other.test", "acme.test"])
            checker.check("acme.test")
        assert sorted(server.log) == [
            ("udp", "acme.test", "MX"),
            ("udp", "mx.test", "A"),
            ("udp", "other.test", "MX"),
        ]


def test_ids_and_ports_are_random() -> None:
    with DnsServer(Zone()) as server:
        for _ in range(3):
            with Checker([server.address]) as checker:
                checker.check_all([f"d{n}.test" for n in range(100)])
        assert len(server.ports) > 20
        assert len(set(server.ids)) > 290
        steps = {b - a for a, b in pairwise(server.ids)}
        assert len(steps) > 250


def test_rate_is_kept() -> None:
    with DnsServer(Zone()) as server, Checker([server.address], rate=200) as checker:
        start = time.monotonic()
        checker.check_all([f"d{n}.test" for n in range(60)])
        assert time.monotonic() - start > (60 - 10) / 200 * 0.9


def test_many_domains_over_a_line_that_loses_packets() -> None:
    lines = "\n".join(f"d{n}.test MX 10 mx{n % 7}.test\nmx{n % 7}.test A 1.2.3.4" for n in range(300))
    zone, dice = Zone(lines), random.Random(7)

    def lossy(query: dns.message.Message, transport: str) -> Reply:
        return None if dice.random() < 0.1 else zone(query, transport)

    with DnsServer(lossy) as server, Checker([server.address], timeout=5) as checker:
        verdicts = checker.check_all([f"d{n}.test" for n in range(300)])
    assert {verdict.reason for verdict in verdicts.values()} == {Reason.MX}


def test_results_can_be_asked_before_and_after_others() -> None:
    with DnsServer(Zone(PLAIN)) as server, Checker([server.address]) as checker:
        for n in range(50):
            checker.submit(f"d{n}.test")
        checker.submit("acme.test")
        assert checker.result("acme.test").reason is Reason.MX
        assert checker.result("d3.test").reason is Reason.NO_SUCH_DOMAIN
        assert checker.result("new.test").reason is Reason.NO_SUCH_DOMAIN


def test_the_caller_may_take_its_time() -> None:
    """Time that the caller spends elsewhere uses up no budget."""
    with DnsServer(Zone(PLAIN)) as server, Checker([server.address], timeout=0.3) as checker:
        for n in range(256):
            checker.submit(f"d{n}.test")
        time.sleep(0.5)
        assert checker.result("d0.test").reason is Reason.NO_SUCH_DOMAIN
        assert checker.result("acme.test").reason is Reason.MX


def test_wildcard_is_noted_for_single_domains() -> None:
    zone = Zone("*.wild.test MX 10 mx.test\n" + PLAIN)
    with DnsServer(zone) as server, Checker([server.address], find_wildcards=True) as checker:
        assert checker.check("any.wild.test").warnings == ("wildcard",)
        assert checker.check("acme.test").warnings == ()


def test_many_mx_records_are_counted() -> None:
    with (
        DnsServer(Zone(mx(*(f"m{n}.test" for n in range(400))))) as server,
        Checker([server.address]) as checker,
    ):
        verdict = checker.check("acme.test")
    assert verdict.mx_count == 400
    assert verdict.hosts == tuple(f"m{n}.test" for n in range(10))
