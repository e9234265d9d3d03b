"""Faults of the way to the resolver, and of the resolver itself."""

import random
import socket
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import dns.message
import pytest

from dns_faults import answers_everything, garbage, truncated
from dns_rows import verdicts_of
from dns_server import DnsServer, Handler, Reply, Zone, first, only, rcode, silent
from guessmail.dns import Reason, Verdict
from guessmail.dns.checker import Checker

HOSTS = "mx.test A 1.2.3.4\nmx2.test A 1.2.3.5\n"
PLAIN = "acme.test MX 10 mx.test\n" + HOSTS


def closed_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_no_resolver() -> None:
    with Checker([]) as checker:
        assert checker.result("acme.test").reason is Reason.NO_RESOLVER
        assert not checker.queries_sent


def test_a_closed_port_ends_the_wait_of_a_lone_domain() -> None:
    with Checker([f"127.0.0.1:{closed_port()}"], timeout=3600) as checker:
        assert checker.result("acme.test").reason is Reason.TIMEOUT


def test_first_resolver_dead() -> None:
    with DnsServer(silent) as dead, DnsServer(Zone(PLAIN)) as alive:
        for first_one in (dead.address, f"127.0.0.1:{closed_port()}"):
            with Checker([first_one, alive.address], timeout=60) as checker:
                assert checker.result("acme.test").reason is Reason.MX


@pytest.mark.parametrize(
    "sick",
    [
        rcode("REFUSED"),
        rcode("REFUSED", 18),
        rcode("SERVFAIL"),
        rcode("NOTIMP"),
        truncated(Zone(), tcp=silent),
        truncated(Zone(), tcp=garbage),
    ],
    ids=["refused", "refused-18", "servfail", "notimp", "tcp-closes", "tcp-garbage"],
)
def test_the_next_resolver_is_asked(sick: Handler) -> None:
    with DnsServer(only("acme.test", Zone(PLAIN), sick)) as first, DnsServer(Zone(PLAIN)) as second:
        for order in ((first, second), (second, first)):
            with Checker([server.address for server in order], timeout=60) as checker:
                assert checker.result("acme.test").reason is Reason.MX


def test_refused_where_all_refuse() -> None:
    with DnsServer(rcode("REFUSED", 18)) as sullen, DnsServer(rcode("REFUSED", 18)) as other:
        with Checker([sullen.address, other.address], timeout=60) as checker:
            assert checker.result("acme.test").reason is Reason.REFUSED
        assert sullen.asked("MX").count("acme.test") == 1  # "not for you" is final
        with Checker([sullen.address, other.address]) as checker:  # a list, too, and nobody is waited for
            verdicts = verdicts_of(checker, [f"d{n}.test" for n in range(100)])
        assert {verdict.reason for verdict in verdicts.values()} == {Reason.REFUSED}


@pytest.mark.parametrize("order", [1, -1])
def test_the_more_telling_failure_is_given(order: int) -> None:
    with DnsServer(rcode("REFUSED", 18)) as sullen, DnsServer(rcode("SERVFAIL")) as sick:
        for other, reason in (
            (sick.address, Reason.SERVFAIL),
            (f"127.0.0.1:{closed_port()}", Reason.REFUSED),
        ):
            with Checker([sullen.address, other][::order], timeout=60) as checker:
                assert checker.result("acme.test").reason is reason


def test_a_lying_resolver_spoils_nothing_that_an_honest_one_says() -> None:
    with DnsServer(answers_everything("1.2.3.4")) as liar, DnsServer(Zone()) as honest:
        with Checker([honest.address, liar.address], timeout=60) as checker:
            assert checker.result("acme.test").reason is Reason.NO_SUCH_DOMAIN
        with Checker([liar.address, honest.address], timeout=60) as checker:
            assert checker.result("acme.test").reason is Reason.RESOLVER_INTERCEPTS


def test_sick_domains_do_not_make_the_resolver_down() -> None:
    sick = [f"d{n}.test" for n in range(40)]
    with DnsServer(only(" ".join(sick), Zone(PLAIN), rcode("SERVFAIL"))) as server:
        with Checker([server.address], timeout=60) as checker:
            verdicts = verdicts_of(checker, [*sick, "acme.test"])
        assert server.asked("SOA")
    assert {verdict.reason for verdict in verdicts.values()} == {Reason.SERVFAIL, Reason.MX}
    assert verdicts["acme.test"].verdict is Verdict.ACCEPTS


def test_a_resolver_that_drops_much_is_not_down() -> None:
    with DnsServer(limited(Zone(PLAIN), 20, 0.1)) as server, Checker([server.address], timeout=60) as checker:
        verdicts = verdicts_of(checker, [f"d{n}.test" for n in range(150)])
    assert {verdict.reason for verdict in verdicts.values()} == {Reason.NO_SUCH_DOMAIN}


def limited(truth: Handler, per_span: int, span: float) -> Handler:
    """Drop what is asked beyond so many answers in each span of seconds."""
    counted = [0.0, 0]

    def handler(query: dns.message.Message, transport: str) -> Reply:
        now = time.monotonic() // span
        counted[:] = [now, counted[1] + 1 if counted[0] == now else 1]
        return truth(query, transport) if counted[1] <= per_span else None

    return handler


@pytest.mark.parametrize(("per_span", "span"), [(500, 1.0), (50, 0.1)], ids=["by-second", "by-tenth"])
def test_a_limited_resolver_costs_no_verdict_and_few_packets(per_span: int, span: float) -> None:
    names = [f"d{n}.test" for n in range(1000)]
    zone = Zone("\n".join(f"{name} MX 10 mx{n % 20}.test" for n, name in enumerate(names)))
    hosts = Zone("\n".join(f"mx{n}.test A 1.2.3.4" for n in range(20)))
    with (
        DnsServer(limited(only("A", zone, hosts), per_span, span)) as server,
        Checker([server.address]) as checker,
    ):
        verdicts = verdicts_of(checker, names)
        assert checker.queries_sent < 1.3 * 1020
    assert Counter(verdict.reason for verdict in verdicts.values()) == {Reason.MX: 1000}


def test_names_are_absolute_and_asked_once() -> None:
    with DnsServer(Zone("acme.test MX 10 mx.test\nother.test MX 10 mx.test\n" + HOSTS)) as server:
        with Checker([server.address]) as checker:
            verdicts_of(checker, ["acme.test", "other.test", "acme.test"])
            checker.result("acme.test")
        asked = [(name, rtype) for _, name, rtype in server.log if not name.endswith((".com", ".invalid"))]
        assert sorted(asked) == [("acme.test", "MX"), ("mx.test", "A"), ("other.test", "MX")]
        canaries = [(name.partition(".")[2], rtype) for _, name, rtype in server.log if len(name) > 12 + 3]
        assert sorted(canaries) == [("com", "A"), ("com", "MX"), ("invalid", "A"), ("invalid", "MX")]


def test_ids_and_ports_are_random() -> None:
    with DnsServer(Zone()) as server:
        for _ in range(3):
            with Checker([server.address]) as checker:
                verdicts_of(checker, [f"d{n}.test" for n in range(100)])
        assert len(server.ports) > 20
        assert len(set(server.ids)) > 290
        steps = {b - a for a, b in pairwise(server.ids)}
        assert len(steps) > 250


def test_rate_is_kept() -> None:
    with DnsServer(Zone()) as server, Checker([server.address], rate=200, timeout=60) as checker:
        start = time.monotonic()
        verdicts_of(checker, [f"d{n}.test" for n in range(40)])
        assert time.monotonic() - start > (checker.queries_sent - 10) / 200 * 0.9


def test_many_domains_over_a_line_that_loses_packets() -> None:
    lines = "\n".join(f"d{n}.test MX 10 mx{n % 7}.test\nmx{n % 7}.test A 1.2.3.4" for n in range(300))
    zone, dice = Zone(lines), random.Random(7)

    def lossy(query: dns.message.Message, transport: str) -> Reply:
        return None if dice.random() < 0.1 else zone(query, transport)

    with DnsServer(lossy) as server, Checker([server.address], timeout=60) as checker:
        verdicts = verdicts_of(checker, [f"d{n}.test" for n in range(300)])
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
    with DnsServer(Zone(PLAIN)) as server, Checker([server.address], timeout=2) as checker:
        for n in range(256):
            checker.submit(f"d{n}.test")
        time.sleep(2.1)
        assert checker.result("d0.test").reason is Reason.NO_SUCH_DOMAIN
        assert checker.result("acme.test").reason is Reason.MX


def test_wildcard_is_noted_for_single_domains() -> None:
    zone = Zone("*.wild.test MX 10 mx.test\n" + PLAIN)
    with DnsServer(zone) as server, Checker([server.address], find_wildcards=True) as checker:
        assert checker.result("any.wild.test").warnings == ("wildcard",)
        assert checker.result("acme.test").warnings == ()


def test_many_mx_records_are_counted() -> None:
    with (
        DnsServer(Zone("\n".join(f"acme.test MX {n} m{n}.test" for n in range(400)))) as server,
        Checker([server.address]) as checker,
    ):
        verdict = checker.result("acme.test")
    assert verdict.mx_count == 400
    assert verdict.hosts == tuple(f"m{n}.test" for n in range(10))


def test_verdicts_in_memory_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("checker", "ask"):
        monkeypatch.setattr(f"guessmail.dns.{module}._REMEMBERED", 10)
    with DnsServer(Zone()) as server, Checker([server.address], timeout=60) as checker:
        names = [f"d{n}.test" for n in range(40)]
        assert len(verdicts_of(checker, names)) == 40
        asked = len(server.log)
        assert checker.result(names[-1]).reason is Reason.NO_SUCH_DOMAIN
        assert len(server.log) == asked
        assert checker.result(names[0]).reason is Reason.NO_SUCH_DOMAIN
        assert len(server.log) > asked


def test_a_host_that_fails_for_many_domains_is_rarely_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the memory for answers is full: its failures are counted on."""
    monkeypatch.setattr("guessmail.dns.ask._REMEMBERED", 10)
    names = [f"d{n}.test" for n in range(40)]
    zone = Zone("\n".join(f"{name} MX 10 mx.test" for name in names))
    handler = only("mx.test", zone, rcode("SERVFAIL"))
    with DnsServer(handler) as server, Checker([server.address], timeout=60, patience=0) as checker:
        assert {checker.result(name).reason for name in names} == {Reason.SERVFAIL}
        assert server.asked().count("mx.test") < 60


def test_nothing_of_dnspython_is_imported_for_a_cached_verdict(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\n"
        "from guessmail.dns.cache import DiskCache\n"
        "from guessmail.dns.checker import Checker\n"
        "with Checker([sys.argv[1]], cache=DiskCache(pathlib.Path(sys.argv[2]))) as checker:\n"
        "    print(checker.result('acme.test').reason, 'dns' in sys.modules)\n"
    )
    with DnsServer(Zone(PLAIN)) as server:
        arguments = [sys.executable, "-c", code, server.address, str(tmp_path / "cache")]
        said = [
            subprocess.run(arguments, capture_output=True, text=True, check=True).stdout for _ in range(2)
        ]
    assert said == ["mx True\n", "mx False\n"]


def test_a_single_domain_keeps_to_its_time_whatever_it_waits_for() -> None:
    """The canaries, which are asked beside it, are silent: the time of waiting for them is that of the domain."""
    with (
        DnsServer(only("acme.test", silent, Zone())) as server,
        Checker([server.address], timeout=1.0, patience=0) as checker,
    ):
        assert checker.result("acme.test").reason is Reason.TIMEOUT
        assert max(Counter(server.log).values()) <= 3


def test_a_question_is_repeated_so_that_a_late_answer_counts() -> None:
    """The same packet leaves from the same port, whichever of them is answered."""
    with DnsServer(first(2, silent, Zone(PLAIN))) as server:
        with Checker([server.address], timeout=60) as checker:
            assert checker.result("acme.test").reason is Reason.MX
            sent = checker.queries_sent
        assert len(set(server.ids)) <= sent - 2
        assert len(server.ports) <= sent - 2
