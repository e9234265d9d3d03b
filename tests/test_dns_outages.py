"""A resolver that is down for a while, or for good; and what connections may take."""

import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dns_faults import down_for, truncated
from dns_rows import verdicts_of
from dns_server import DnsServer, Handler, Zone, first, only, rcode, silent
from guessmail.dns import Reason, Verdict
from guessmail.dns.checker import Checker

COUNT = 250
DOMAINS = [f"d{n}.test" for n in range(COUNT)]
ZONE = "\n".join(f"{name} MX 10 mx{n % 20}.test" for n, name in enumerate(DOMAINS)) + "\n"
ZONE += "\n".join(f"mx{n}.test A 1.2.3.{n + 1}" for n in range(20))


@pytest.mark.parametrize(
    ("seconds", "lie"),
    [(2, silent), (10, silent), (2, rcode("SERVFAIL")), (2, rcode("REFUSED"))],
    ids=["2s-silent", "10s-silent", "2s-servfail", "2s-refused"],
)
def test_an_outage_loses_no_verdict(seconds: float, lie: Handler) -> None:
    notices: list[str] = []
    with (
        DnsServer(down_for(Zone(ZONE), seconds, after=130, lie=lie)) as server,
        Checker([server.address], timeout=60, rate=100_000, notice=notices.append) as checker,
    ):
        verdicts = verdicts_of(checker, DOMAINS)
    assert Counter(verdict.reason for verdict in verdicts.values()) == {Reason.MX: COUNT}
    assert len(notices) <= 1


def test_an_outage_longer_than_the_budget_loses_no_verdict() -> None:
    with (
        DnsServer(down_for(Zone(ZONE), 2, after=50, lie=silent)) as server,
        Checker([server.address], timeout=0.7) as checker,
    ):
        verdicts = verdicts_of(checker, DOMAINS[:200])
    assert Counter(verdict.reason for verdict in verdicts.values()) == {Reason.MX: 200}


STOPPED = """
import sys
from guessmail.dns.checker import Checker
with Checker([sys.argv[1]], timeout=2) as checker:
    print(checker.result("d1.test").reason)
"""


def test_time_in_which_the_process_is_stopped_runs_no_budget_down() -> None:
    with DnsServer(first(1, silent, Zone(ZONE))) as server:
        asking = subprocess.Popen(
            [sys.executable, "-c", STOPPED, server.address], stdout=subprocess.PIPE, text=True
        )
        while not server.log:
            time.sleep(0.01)
        asking.send_signal(signal.SIGSTOP)
        time.sleep(2.5)
        asking.send_signal(signal.SIGCONT)
        assert asking.communicate()[0] == "mx\n"


def test_a_resolver_that_starts_late_is_waited_for() -> None:
    """Nobody listens at first, as while a resolver restarts."""
    with DnsServer(Zone(ZONE)) as server:
        address = server.address
    with Checker([address]) as checker:
        late = threading.Timer(1.5, start_at, [int(address.rpartition(":")[2])])
        late.start()
        try:
            verdicts = verdicts_of(checker, DOMAINS[:100])
        finally:
            late.join()
            STARTED.pop().__exit__(None, None, None)
    assert Counter(verdict.reason for verdict in verdicts.values()) == {Reason.MX: 100}


STARTED: list[DnsServer] = []


def start_at(port: int) -> None:
    STARTED.append(DnsServer(Zone(ZONE), port=port).__enter__())


@pytest.mark.parametrize("handler", [silent, rcode("SERVFAIL")], ids=["silent", "servfail"])
def test_a_resolver_that_stays_down_is_said_once_and_given_up(handler: Handler) -> None:
    notices: list[str] = []
    many = [f"d{n}.test" for n in range(1500)]
    with DnsServer(handler) as server:
        with Checker([server.address], timeout=2, patience=1.5, notice=notices.append) as checker:
            verdicts = verdicts_of(checker, many)
            assert checker.result("late.test").reason is Reason.RESOLVER_DOWN
        assert len(server.log) < 300
    assert list(verdicts) == many
    assert {verdict.verdict for verdict in verdicts.values()} == {Verdict.UNKNOWN}
    assert list(verdicts.values())[-1].reason is Reason.RESOLVER_DOWN
    assert len(notices) == 1
    assert notices[0].startswith("resolver down: ")


def test_a_silent_domain_costs_its_budget_alone() -> None:
    with (
        DnsServer(only("d3.test", Zone(ZONE), silent)) as server,
        Checker([server.address], timeout=2.5) as checker,
    ):
        verdicts = verdicts_of(checker, DOMAINS[:50])
    reasons = {name: verdict.reason for name, verdict in verdicts.items()}
    assert reasons.pop("d3.test") is Reason.TIMEOUT
    assert set(reasons.values()) == {Reason.MX}


# Descriptors


@contextmanager
def silent_tcp(handler: Handler) -> Iterator[DnsServer]:
    """Run a server whose TCP side takes connections and never answers."""
    with DnsServer(handler, has_tcp=False) as server, socket.socket() as listener:
        listener.bind(("127.0.0.1", server.port))
        listener.listen(200)
        yield server


PROGRAM = """
import os, resource, sys, threading, time
from guessmail.dns.checker import Checker
resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))
most = 0
def watch():
    global most
    while True:
        most = max(most, len(os.listdir("/proc/self/fd")) - 1)
        time.sleep(0.005)
threading.Thread(target=watch, daemon=True).start()
with Checker([sys.argv[1]], timeout=float(sys.argv[2])) as checker:
    names = [f"d{n}.test" for n in range(int(sys.argv[3]))]
    for name in names:
        checker.submit(name)
    reasons = {str(checker.result(name).reason) for name in names}
print(most, *reasons)
"""


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_silent_tcp_takes_few_descriptors() -> None:
    with silent_tcp(truncated(Zone())) as server:
        arguments = [sys.executable, "-c", PROGRAM, server.address, "0.5", "50"]
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    most, *reasons = done.stdout.split()
    assert reasons == ["truncated"], done.stderr
    assert int(most) <= 30


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_streams_are_closed_with_their_query() -> None:
    with silent_tcp(only(" ".join(DOMAINS[:20]), Zone(), truncated(Zone()))) as server:
        before = len(list(Path("/proc/self/fd").iterdir()))
        with Checker([server.address], timeout=0.5) as checker:
            verdicts_of(checker, DOMAINS[:20])
            for _ in range(500):  # a query's verdict may be there a moment before its stream is closed
                after = len(list(Path("/proc/self/fd").iterdir()))
                if after <= before:  # fewer where a checker of before has just ended its last wait
                    break
                time.sleep(0.01)
            assert after <= before
            assert len(set(_peers("tcp", server.port))) == 0
        assert len(list(Path("/proc/self/fd").iterdir())) <= before


def _peers(protocol: str, port: int) -> Iterator[str]:
    """Return the connections of this machine to a port that are open."""
    for line in Path(f"/proc/net/{protocol}").read_text().splitlines()[1:]:
        _, own, peer, state, *_ = line.split()
        if peer.endswith(f":{port:04X}") and state == "01":
            yield own
