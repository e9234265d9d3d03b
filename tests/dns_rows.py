"""Rows of the tables of faults: a zone with a fault, what guessmail must say of it, and how that is tested."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

import dns.exception
import dns.resolver

from dns_server import DnsServer, Handler
from guessmail.dns import MailVerdict, Reason, Verdict
from guessmail.dns.checker import Checker

HOSTS = "mx.test A 1.2.3.4\nmx2.test A 1.2.3.5\n"
PLAIN = "acme.test MX 10 mx.test\n" + HOSTS
ADDRESS = "acme.test A 1.2.3.4\n"
NEITHER = "acme.test TXT x\n" + HOSTS
BUDGET, BRIEF, SHORT = (
    60.0,
    2.0,
    0.5,
)  # seconds; brief where no answer is of use, short where nothing is to come
ACCEPTS, NO_MAIL, UNKNOWN = Verdict


def chain(links: int) -> str:
    names = ["acme.test", *(f"c{n}.test" for n in range(1, links)), "end.test"]
    return "\n".join(f"{a} CNAME {b}" for a, b in pairwise(names)) + "\nend.test MX 10 mx.test\n"


def mx(*hosts: str) -> str:
    return "\n".join(f"acme.test MX {n} {host}" for n, host in enumerate(hosts, 10)) + "\n" + HOSTS


GIVEN_UP = {"LifetimeTimeout", "NoNameservers"}
"""What dnspython says where no answer is of use: which of the two depends on how fast the machine is."""


class Row(NamedTuple):
    case: str
    handler: Callable[[], Handler]
    verdict: Verdict
    reason: Reason
    dnspython: str
    """What dnspython's resolver says when it is asked for the MX: an exception's name, or `answer`."""
    warnings: tuple[str, ...] = ()
    budget: float = BUDGET


def verdicts_of(checker: Checker, domains: Iterable[str]) -> dict[str, MailVerdict]:
    """Ask for many domains, all at once."""
    asked = list(domains)
    for domain in asked:
        checker.submit(domain)
    return {domain: checker.result(domain) for domain in asked}


def assert_verdict(row: Row) -> None:
    """Ask over a socket, by guessmail and by plain dnspython."""
    with DnsServer(row.handler()) as server:
        with Checker([server.address], timeout=row.budget, explain=True) as checker:
            verdict = checker.result("acme.test")
        assert (verdict.verdict, verdict.reason) == (row.verdict, row.reason), verdict.transcript
        assert verdict.warnings == row.warnings
        assert verdict.transcript
        assert all(line.isprintable() for line in verdict.transcript)
        assert all(
            host.replace(".", "").replace("-", "").replace("_", "").isalnum() for host in verdict.hosts
        )
    with DnsServer(row.handler()) as server:
        lifetime = 0.2 if row.dnspython == "LifetimeTimeout" else 60.0
        said = dnspython(server, lifetime)
        assert said == row.dnspython or {said, row.dnspython} == GIVEN_UP


def dnspython(server: DnsServer, lifetime: float) -> str:
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers = [server.address.partition(":")[0]]
    resolver.port = server.port
    resolver.lifetime = resolver.timeout = lifetime
    resolver.use_edns(0, payload=1232)
    try:
        resolver.resolve("acme.test.", "MX")
    except dns.exception.DNSException as error:
        return type(error).__name__
    return "answer"
