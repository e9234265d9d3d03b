"""Every fault that is known, over real sockets: what guessmail says, and what plain dnspython makes of it."""

import random
import socket
import time
from collections.abc import Callable
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import NamedTuple

import dns.exception
import dns.message
import dns.rcode
import dns.resolver
import pytest

from dns_server import (
    DnsServer,
    Handler,
    Reply,
    Zone,
    answers_everything,
    cut_short,
    first,
    forged_then,
    garbage,
    marked,
    only,
    rcode,
    referral,
    silent,
    truncated,
    with_id,
    with_question,
)
from guessmail.errors import UsageError
from guessmail.mx.pace import Bucket, Epoch, Pace, RoundTrip, Window
from guessmail.mx.resolver import Checker
from guessmail.mx.servers import read_address, system_addresses
from guessmail.mx.verdict import Reason, Verdict

HOSTS = "mx.test A 1.2.3.4\nmx2.test A 1.2.3.5\n"
PLAIN = "acme.test MX 10 mx.test\n" + HOSTS
ADDRESS = "acme.test A 1.2.3.4\n"
NEITHER = "acme.test TXT x\n" + HOSTS
BUDGET, SHORT = 1.5, 0.25  # seconds; short where nothing is to come


def chain(links: int) -> str:
    names = ["acme.test", *(f"c{n}.test" for n in range(1, links)), "end.test"]
    return "\n".join(f"{a} CNAME {b}" for a, b in pairwise(names)) + "\nend.test MX 10 mx.test\n"


def mx(*hosts: str) -> str:
    return "\n".join(f"acme.test MX {n} {host}" for n, host in enumerate(hosts, 10)) + "\n" + HOSTS


def bare_alias(records: str, *, has_soa: bool) -> Handler:
    """Answer with the first alias alone, not with what it leads to."""
    zone = Zone(records)
    alone = Zone("acme.test CNAME other.test")

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = zone(query, transport)
        if response.question[0].name.to_text() == "acme.test.":
            response = alone(query, transport)
            response.set_rcode(dns.rcode.NOERROR)
            if not has_soa:
                response.authority.clear()
        return response

    return handler


def filtered_by(code: int) -> Callable[[], Handler]:
    return lambda: marked(Zone(), code)


class Row(NamedTuple):
    case: str
    handler: Callable[[], Handler]
    verdict: Verdict
    reason: Reason
    dnspython: str
    """What dnspython's resolver says when it is asked for the MX: an exception's name, or `answer`."""
    warnings: tuple[str, ...] = ()
    budget: float = BUDGET


ACCEPTS, NO_MAIL, UNKNOWN = Verdict

ROWS = [
    Row("mx", lambda: Zone(PLAIN), ACCEPTS, Reason.MX, "answer"),
    Row("nxdomain", Zone, NO_MAIL, Reason.NO_SUCH_DOMAIN, "NXDOMAIN"),
    Row("nxdomain-without-soa", lambda: Zone(has_soa=False), NO_MAIL, Reason.NO_SUCH_DOMAIN, "NXDOMAIN"),
    Row("implicit-a", lambda: Zone(ADDRESS), ACCEPTS, Reason.IMPLICIT_MX, "NoAnswer"),
    Row("implicit-aaaa", lambda: Zone("acme.test AAAA 2a00::1"), ACCEPTS, Reason.IMPLICIT_MX, "NoAnswer"),
    Row("nodata", lambda: Zone(NEITHER), NO_MAIL, Reason.NO_MX_NO_ADDRESS, "NoAnswer"),
    Row("nodata-without-soa", lambda: Zone(NEITHER, has_soa=False), UNKNOWN, Reason.UNPROVEN, "NoAnswer"),
    Row(
        "nodata-without-soa-for-mx-alone",
        lambda: only("MX", Zone(NEITHER), only("acme.test", Zone(), Zone(NEITHER, has_soa=False))),
        UNKNOWN,
        Reason.UNPROVEN,
        "NoAnswer",
    ),
    Row(
        "nodata-without-soa-but-address",
        lambda: Zone(ADDRESS, has_soa=False),
        ACCEPTS,
        Reason.IMPLICIT_MX,
        "NoAnswer",
    ),
    Row(
        "address-fails",
        lambda: only("A AAAA", Zone(NEITHER), rcode("SERVFAIL")),
        UNKNOWN,
        Reason.SERVFAIL,
        "NoAnswer",
    ),
    Row(
        "alias-alone",
        lambda: bare_alias("acme.test CNAME other.test\nother.test MX 10 mx.test\n" + HOSTS, has_soa=False),
        ACCEPTS,
        Reason.MX,
        "NoAnswer",
    ),
    Row(
        "alias",
        lambda: Zone("acme.test CNAME other.test\nother.test MX 10 mx.test\n" + HOSTS),
        ACCEPTS,
        Reason.MX,
        "answer",
    ),
    Row(
        "alias-to-nothing",
        lambda: Zone("acme.test CNAME gone.test"),
        NO_MAIL,
        Reason.NO_SUCH_DOMAIN,
        "NXDOMAIN",
    ),
    Row(
        "servfail",
        lambda: only("MX", Zone(ADDRESS), rcode("SERVFAIL")),
        UNKNOWN,
        Reason.SERVFAIL,
        "NoNameservers",
    ),
    Row(
        "refused",
        lambda: only("MX", Zone(ADDRESS), rcode("REFUSED")),
        UNKNOWN,
        Reason.REFUSED,
        "NoNameservers",
    ),
    Row(
        "notimp", lambda: only("MX", Zone(ADDRESS), rcode("NOTIMP")), UNKNOWN, Reason.NOTIMP, "NoNameservers"
    ),
    Row(
        "formerr",
        lambda: only("MX", Zone(ADDRESS), rcode("FORMERR")),
        UNKNOWN,
        Reason.FORMERR,
        "NoNameservers",
    ),
    Row(
        "yxdomain",
        lambda: only("MX", Zone(ADDRESS), rcode("YXRRSET")),
        UNKNOWN,
        Reason.OTHER_RCODE,
        "NoNameservers",
    ),
    Row(
        "formerr-to-edns",
        lambda: rcode("FORMERR", plain_truth=Zone(PLAIN)),
        ACCEPTS,
        Reason.MX,
        "NoNameservers",
    ),
    Row(
        "notimp-to-edns",
        lambda: rcode("NOTIMP", plain_truth=Zone(PLAIN)),
        ACCEPTS,
        Reason.MX,
        "NoNameservers",
    ),
    Row("badvers", lambda: rcode("BADVERS", plain_truth=Zone(PLAIN)), ACCEPTS, Reason.MX, "NoNameservers"),
    Row("forged", lambda: marked(Zone(PLAIN), 4), UNKNOWN, Reason.FILTERED, "answer"),
    *(
        Row(f"extended-{code}", filtered_by(code), UNKNOWN, Reason.FILTERED, "NXDOMAIN")
        for code in (15, 16, 17, 18)
    ),
    Row("stale-is-no-filter", lambda: marked(Zone(PLAIN), 3), ACCEPTS, Reason.MX, "answer"),
    Row("foreign-soa-nxdomain", lambda: Zone(soa="rpz.filter.test"), UNKNOWN, Reason.FILTERED, "NXDOMAIN"),
    Row(
        "foreign-soa-nodata",
        lambda: Zone(NEITHER, soa="rpz.filter.test"),
        UNKNOWN,
        Reason.FILTERED,
        "NoAnswer",
    ),
    Row("soa-below-the-name", lambda: Zone(NEITHER, soa="x.acme.test"), UNKNOWN, Reason.FILTERED, "NoAnswer"),
    Row("root-soa", lambda: Zone(soa=""), NO_MAIL, Reason.NO_SUCH_DOMAIN, "NXDOMAIN"),
    Row(
        "dnssec-bogus",
        lambda: only("MX", Zone(), rcode("SERVFAIL", 6)),
        UNKNOWN,
        Reason.DNSSEC_BOGUS,
        "NoNameservers",
    ),
    Row(
        "silence",
        lambda: only("acme.test", Zone(), silent),
        UNKNOWN,
        Reason.TIMEOUT,
        "LifetimeTimeout",
        budget=SHORT,
    ),
    Row("wrong-id", lambda: with_id(Zone()), UNKNOWN, Reason.TIMEOUT, "LifetimeTimeout", budget=SHORT),
    Row(
        "wrong-question",
        lambda: with_question(Zone(), "other.test"),
        UNKNOWN,
        Reason.MALFORMED,
        "LifetimeTimeout",
        budget=SHORT,
    ),
    Row("garbage", lambda: garbage, UNKNOWN, Reason.MALFORMED, "LifetimeTimeout", budget=SHORT),
    Row(
        "cut-short",
        lambda: cut_short(Zone(PLAIN)),
        UNKNOWN,
        Reason.MALFORMED,
        "LifetimeTimeout",
        budget=SHORT,
    ),
    Row("forged-first", lambda: forged_then(Zone(), Zone(PLAIN)), ACCEPTS, Reason.MX, "answer"),
    Row("lost-once", lambda: first(1, silent, Zone(PLAIN)), ACCEPTS, Reason.MX, "LifetimeTimeout"),
    Row("truncated", lambda: truncated(Zone(PLAIN)), ACCEPTS, Reason.MX, "answer"),
    Row("truncated-denial", lambda: truncated(Zone()), NO_MAIL, Reason.NO_SUCH_DOMAIN, "NXDOMAIN"),
    Row(
        "truncated-tcp-silent",
        lambda: truncated(Zone(), tcp=silent),
        UNKNOWN,
        Reason.TRUNCATED,
        "NoNameservers",
    ),
    Row(
        "truncated-tcp-garbage",
        lambda: truncated(Zone(), tcp=garbage),
        UNKNOWN,
        Reason.TRUNCATED,
        "NoNameservers",
    ),
    Row("upward-referral", lambda: referral("."), UNKNOWN, Reason.LAME, "NoAnswer"),
    Row("referral", lambda: referral("test."), UNKNOWN, Reason.LAME, "NoAnswer"),
    Row("null-mx", lambda: Zone("acme.test MX 0 .\n" + ADDRESS), NO_MAIL, Reason.NULL_MX, "answer"),
    Row(
        "null-mx-beside-others",
        lambda: Zone("acme.test MX 0 .\n" + PLAIN),
        ACCEPTS,
        Reason.MX,
        "answer",
        ("null_mx_beside_others",),
    ),
    Row("root-as-host", lambda: Zone("acme.test MX 10 .\n" + ADDRESS), NO_MAIL, Reason.MX_UNUSABLE, "answer"),
    Row(
        "implicit-private",
        lambda: Zone("acme.test A 10.1.2.3"),
        UNKNOWN,
        Reason.NON_GLOBAL_ADDRESS,
        "NoAnswer",
    ),
    Row(
        "implicit-loopback",
        lambda: Zone("acme.test A 127.0.0.1"),
        UNKNOWN,
        Reason.NON_GLOBAL_ADDRESS,
        "NoAnswer",
    ),
    Row(
        "implicit-collision",
        lambda: Zone("acme.test A 127.0.53.53"),
        UNKNOWN,
        Reason.NON_GLOBAL_ADDRESS,
        "NoAnswer",
    ),
    Row(
        "mx-private",
        lambda: Zone(mx("in.test") + "in.test A 192.168.1.1"),
        UNKNOWN,
        Reason.NON_GLOBAL_ADDRESS,
        "answer",
    ),
    Row(
        "mx-private-and-global",
        lambda: Zone(mx("in.test") + "in.test A 192.168.1.1\nin.test AAAA 2a00::1"),
        ACCEPTS,
        Reason.MX,
        "answer",
    ),
    Row(
        "mx-localhost",
        lambda: Zone(mx("localhost") + "localhost A 127.0.0.1"),
        NO_MAIL,
        Reason.MX_UNUSABLE,
        "answer",
    ),
    Row("mx-literal", lambda: Zone(mx("1.2.3.4")), NO_MAIL, Reason.MX_UNUSABLE, "answer"),
    Row("mx-missing", lambda: Zone(mx("gone.test")), NO_MAIL, Reason.MX_UNUSABLE, "answer"),
    Row(
        "mx-no-address",
        lambda: Zone(mx("bare.test") + "bare.test TXT x"),
        NO_MAIL,
        Reason.MX_UNUSABLE,
        "answer",
    ),
    Row(
        "mx-second-good",
        lambda: Zone(mx("gone.test", "localhost", "1.2.3.4", "mx.test")),
        ACCEPTS,
        Reason.MX,
        "answer",
    ),
    Row(
        "mx-one-unknown",
        lambda: only("sick.test", Zone(mx("gone.test", "sick.test")), rcode("SERVFAIL")),
        UNKNOWN,
        Reason.SERVFAIL,
        "answer",
    ),
    Row(
        "mx-silent",
        lambda: only("mx.test", Zone(PLAIN), silent),
        UNKNOWN,
        Reason.TIMEOUT,
        "answer",
        budget=SHORT,
    ),
    Row(
        "mx-alias",
        lambda: Zone("acme.test MX 10 alias.test\nalias.test CNAME mx.test\n" + HOSTS),
        ACCEPTS,
        Reason.MX,
        "answer",
        ("mx_is_cname",),
    ),
    Row("chain-of-15", lambda: Zone(chain(15) + HOSTS), ACCEPTS, Reason.MX, "answer"),
    Row("chain-of-17", lambda: Zone(chain(17) + HOSTS), UNKNOWN, Reason.CNAME_LOOP, "NoNameservers"),
    Row(
        "loop",
        lambda: Zone("acme.test CNAME b.test\nb.test CNAME acme.test"),
        UNKNOWN,
        Reason.CNAME_LOOP,
        "NoNameservers",
    ),
    Row(
        "400-mx",
        lambda: Zone(mx(*(f"m{n}.test" for n in range(400))) + "m9.test A 1.2.3.4"),
        ACCEPTS,
        Reason.MX,
        "answer",
        ("mx_records=400",),
    ),
    Row(
        "400-mx-the-tenth-bad",
        lambda: Zone(mx(*(f"m{n}.test" for n in range(400))) + "m10.test A 1.2.3.4"),
        UNKNOWN,
        Reason.UNPROVEN,
        "answer",
        ("mx_records=400",),
    ),
    Row(
        "odd-mx-name",
        lambda: Zone(mx(r"\027[31m.test") + r"\027[31m.test A 1.2.3.4"),
        ACCEPTS,
        Reason.MX,
        "answer",
        ("odd_mx_name",),
    ),
    Row(
        "underscore-in-mx", lambda: Zone(mx("_mx.test") + "_mx.test A 1.2.3.4"), ACCEPTS, Reason.MX, "answer"
    ),
    Row(
        "captive-portal",
        lambda: answers_everything("1.2.3.4"),
        UNKNOWN,
        Reason.RESOLVER_INTERCEPTS,
        "NoAnswer",
    ),
    Row(
        "captive-portal-null-mx",
        lambda: answers_everything("1.2.3.4", mx="0 ."),
        UNKNOWN,
        Reason.RESOLVER_INTERCEPTS,
        "answer",
    ),
    Row(
        "resolver-of-a-closed-network",
        lambda: rcode("NXDOMAIN"),
        UNKNOWN,
        Reason.RESOLVER_ISOLATED,
        "NXDOMAIN",
    ),
    Row(
        "nxdomain-of-a-liar",
        lambda: only("acme.test", answers_everything("1.2.3.4"), Zone()),
        UNKNOWN,
        Reason.RESOLVER_INTERCEPTS,
        "NXDOMAIN",
    ),
    Row(
        "mx-from-a-liar",
        lambda: only("acme.test mx.test", answers_everything("1.2.3.4"), Zone(PLAIN)),
        ACCEPTS,
        Reason.MX,
        "answer",
    ),
    Row(
        "canary-silent",
        lambda: only("acme.test", silent, Zone()),
        UNKNOWN,
        Reason.TIMEOUT,
        "NXDOMAIN",
        budget=SHORT,
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=[row.case for row in ROWS])
def test_fault(row: Row) -> None:
    with DnsServer(row.handler()) as server:
        start = time.monotonic()
        with Checker([server.address], timeout=row.budget, explain=True) as checker:
            verdict = checker.check("acme.test")
        assert time.monotonic() - start < row.budget + 1.5
        assert (verdict.verdict, verdict.reason) == (row.verdict, row.reason), verdict.transcript
        assert verdict.warnings == row.warnings
        assert verdict.transcript
        assert all(line.isprintable() for line in verdict.transcript)
        assert all(
            host.replace(".", "").replace("-", "").replace("_", "").isalnum() for host in verdict.hosts
        )
    with DnsServer(row.handler()) as server:
        assert dnspython(server) == row.dnspython


def dnspython(server: DnsServer) -> str:
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers = [server.address.partition(":")[0]]
    resolver.port = server.port
    resolver.lifetime = resolver.timeout = 0.2
    resolver.use_edns(0, payload=1232)
    try:
        resolver.resolve("acme.test.", "MX")
    except dns.exception.DNSException as error:
        return type(error).__name__
    return "answer"


# Faults of the way to the resolver, and of the resolver itself.


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


# Pace


def test_round_trip_has_a_floor_and_a_ceiling() -> None:
    trip = RoundTrip()
    assert trip.after(1) == 0.5
    for _ in range(50):
        trip.measured(0.001)
    assert trip.timeout == trip.LEAST
    assert trip.after(1) == trip.after(3) < trip.after(4) < trip.after(5)
    for _ in range(50):
        trip.measured(9)
    assert trip.timeout == trip.MOST == trip.after(9)


def test_window_grows_while_answers_come_and_shrinks_when_a_third_is_lost() -> None:
    window = Window()
    for _ in range(2000):
        window.in_flight = int(window.size)
        assert not window.has_room
        window.answered(2.0)
    grown = window.size
    assert Window.FIRST * 4 < grown <= Window.MOST
    for n in range(2000):  # one in twenty lost is no reason
        window.in_flight = int(window.size)
        assert not window.has_room
        window.lost(1.0, 2.0) if n % 20 == 0 else window.answered(2.0)
    assert window.size >= grown
    before = window.size
    for _ in range(2000):  # what was sent before the window shrank counts once
        window.lost(1.0, 2.0)
    assert window.size == before * 0.7
    for n in range(4000):
        window.lost(3.0 + n, 4.0 + n)
    assert window.size == Window.LEAST


def paced(
    pace: Pace, capacity: float, seconds: float, *, start: float = 10.0, most: float = 4000
) -> tuple[int, int]:
    """Put a pace to a resolver that drops all above its capacity; return what was answered and lost."""
    answered = lost = 0
    room, now = 0.0, start
    under_way: list[tuple[float, Epoch, bool]] = []
    while now < start + seconds:
        now += 1 / most
        room = min(capacity / 20, room + capacity / most)
        if pace.wait(now) == 0:
            is_lost = room < 1
            room -= not is_lost
            under_way.append((now + (0.3 if is_lost else 0.001), pace.sent(now), is_lost))
            answered, lost = answered + (not is_lost), lost + is_lost
        for landed in [one for one in under_way if one[0] <= now]:
            under_way.remove(landed)
            pace.landed(landed[1], now, is_lost=landed[2])
    return answered, lost


def test_pace_finds_the_limit_and_stays_near() -> None:
    pace = Pace()
    paced(pace, 1000, 5, most=2000)
    answered, lost = paced(pace, 1000, 10, start=15.1, most=2000)
    assert answered > 9000
    assert lost < 0.15 * answered


def test_pace_rises_again_when_the_limit_does() -> None:
    pace = Pace()
    paced(pace, 300, 12, most=2000)
    assert pace.limit < 500
    answered, _ = paced(pace, 5000, 20, start=22.1, most=1000)
    assert answered > 12_000


def test_pace_never_stops_though_all_is_lost() -> None:
    pace = Pace()
    for n in range(30_000):
        if pace.wait(n / 1000) == 0:
            pace.landed(pace.sent(n / 1000), n / 1000, is_lost=True)
    assert pace.limit == Pace.LEAST
    assert pace.wait(99) == 0


def test_pace_knows_no_limit_while_little_is_lost() -> None:
    pace = Pace()
    for n in range(4000):
        pace.landed(pace.sent(n / 1000), n / 1000, is_lost=n % 20 == 0)
    assert pace.limit == inf


def test_bucket() -> None:
    bucket = Bucket(100)
    for _ in range(5):
        assert bucket.wait(1.0) == 0
        bucket.take()
    assert bucket.wait(1.0) == pytest.approx(0.01)
    assert bucket.wait(1.011) == 0
    bucket.take()
    assert bucket.wait(1.012) > 0


# Which resolvers


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("192.0.2.1", ("192.0.2.1", 53)),
        ("192.0.2.1:5353", ("192.0.2.1", 5353)),
        ("2001:db8::1", ("2001:db8::1", 53)),
        ("[2001:db8::1]", ("2001:db8::1", 53)),
        ("[2001:db8::1]:5353", ("2001:db8::1", 5353)),
    ],
)
def test_resolver_addresses(text: str, wanted: tuple[str, int]) -> None:
    assert tuple(read_address(text)) == wanted
    assert read_address(str(read_address(text))) == wanted


@pytest.mark.parametrize(
    "text", ["", "dns.example", "192.0.2.1:x", "192.0.2.1:0", "192.0.2.1:70000", "[::1", "1.2.3"]
)
def test_refuses_what_is_no_resolver(text: str) -> None:
    with pytest.raises(UsageError, match="is no resolver; give its IP address"):
        read_address(text)


def test_resolvers_of_the_system(tmp_path: Path) -> None:
    conf = tmp_path / "resolv.conf"
    assert system_addresses(conf) == ()
    conf.write_text(
        "# x\nsearch acme.test\nnameserver 192.0.2.1\nnameserver bad\nnameserver ::1\noptions ndots:5\n"
    )
    assert [str(address) for address in system_addresses(conf)] == ["192.0.2.1", "::1"]
    conf.write_text("nameserver 192.0.2.1\n" * 5)
    assert len(system_addresses(conf)) == 3
