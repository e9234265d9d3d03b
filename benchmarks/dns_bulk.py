"""DNS in bulk: `python benchmarks/dns_bulk.py`.

Asks for 20,000 domains at NSD on loopback (set up by this command) by guessmail, by dnspython's asyncresolver
and, where it is installed, by aiodns, in turn in each of three rounds, and prints domains a second, domains a second
of CPU time, and guessmail's share of the others'. Then measures the CPU time at 1,000 queries a second; puts
guessmail to a line that delays and loses packets, to a resolver that limits its rate, to one that fails for a while,
and to one that is dead; and measures its memory.
"""

import argparse
import asyncio
import importlib
import importlib.util
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import dns.asyncresolver
import dns.resolver

from dns_bad import running_bad_server
from dns_nsd import domains, running_nsd
from guessmail.dns import MailVerdict
from guessmail.dns.cache import DiskCache
from guessmail.dns.checker import Checker

_AHEAD = 2_000
_AT_ONCE = 200  # in flight, for those who leave that to the caller


def verdicts_of(checker: Checker, names: Sequence[str]) -> dict[str, MailVerdict]:
    """Ask for many domains, some thousand ahead of the one that is waited for, as lists do."""
    ahead = iter(names)
    for name in islice(ahead, _AHEAD):
        checker.submit(name)
    verdicts = {}
    for name in names:
        verdicts[name] = checker.result(name)
        for following in islice(ahead, 1):
            checker.submit(following)
    return verdicts


def ours(port: int, names: Sequence[str]) -> int:
    """Ask by guessmail; returns how many domains accept mail."""
    with Checker([f"127.0.0.1:{port}"], rate=1e9) as checker:
        return sum(v.verdict == "accepts" for v in verdicts_of(checker, names).values())


def dnspython(port: int, names: Sequence[str]) -> int:
    """Ask by dnspython: MX, then the address of the first host, each host once."""
    resolver = dns.asyncresolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = ["127.0.0.1"], port

    async def mx(name: str) -> str:
        answer = await resolver.resolve(f"{name}.", "MX")
        return str(min(answer, key=lambda rdata: rdata.preference).exchange)

    async def address(host: str) -> bool:
        return bool(await resolver.resolve(host, "A"))

    return asyncio.run(_two_steps(names, mx, address))


def aiodns(port: int, names: Sequence[str]) -> int:
    """Ask by aiodns, likewise."""

    async def run() -> int:
        aiodns: Any = importlib.import_module("aiodns")  # only where it is installed

        resolver = aiodns.DNSResolver(nameservers=[f"127.0.0.1:{port}"], timeout=2, tries=4)

        async def mx(name: str) -> str:
            result = await resolver.query_dns(name, "MX")
            return str(min(result.answer, key=lambda record: record.data.priority).data.exchange)

        async def address(host: str) -> bool:
            return bool((await resolver.query_dns(host, "A")).answer)

        return await _two_steps(names, mx, address)

    return asyncio.run(run())


async def _two_steps(
    names: Sequence[str], mx: Callable[[str], Awaitable[str]], address: Callable[[str], Awaitable[bool]]
) -> int:
    known: dict[str, asyncio.Task[bool]] = {}
    waiting = iter(names)
    good = 0

    async def worker() -> None:
        nonlocal good
        for name in waiting:
            host = await mx(name)
            if host not in known:
                known[host] = asyncio.ensure_future(address(host))
            is_good = await known[host]
            good += is_good

    await asyncio.gather(*(worker() for _ in range(_AT_ONCE)))
    return good


def compare(count: int, rounds: int) -> None:
    """Print domains a second of each, by the clock and of CPU time, and the ratios."""
    programs = {"guessmail": ours, "dnspython": dnspython}
    if importlib.util.find_spec("aiodns"):
        programs["aiodns"] = aiodns
    names = domains(count)
    clock: dict[str, list[float]] = {program: [] for program in programs}
    cpu: dict[str, list[float]] = {program: [] for program in programs}
    with running_nsd(count) as port:
        for _ in range(rounds):
            for program, ask in programs.items():
                start, start_cpu = time.perf_counter(), time.process_time()
                good = ask(port, names)
                clock[program].append(count / (time.perf_counter() - start))
                cpu[program].append(count / (time.process_time() - start_cpu))
                if good != count:
                    print(f"{program}: only {good} of {count} domains accept mail")
    for program in programs:
        ratio = statistics.median(a / b for a, b in zip(cpu["guessmail"], cpu[program], strict=True))
        print(
            f"{program:10} {statistics.median(clock[program]):8.0f} domains/s,"
            f" {statistics.median(cpu[program]):8.0f} a second of CPU time; guessmail has {ratio:.2f} x that"
        )


def paced(count: int) -> None:
    """Print how much of a core 1,000 queries a second take."""
    with running_nsd(count) as port, Checker([f"127.0.0.1:{port}"], rate=1000) as checker:
        start, start_cpu = time.perf_counter(), time.process_time()
        verdicts_of(checker, domains(count))
        seconds, busy = time.perf_counter() - start, time.process_time() - start_cpu
        rate = checker.queries_sent / seconds
    print(f"{rate:.0f} queries a second: {busy / seconds:.0%} of a core")


def lossy(count: int) -> None:
    """Print how guessmail fares where answers take 50 ms and one in twenty is lost."""
    names = domains(count)
    with running_bad_server(delay=0.05, loss=0.05) as server:
        start = time.perf_counter()
        watch = _Watch()
        with Checker([f"127.0.0.1:{server.port}"], rate=1e9, cache=watch) as checker:
            reasons = Counter(str(v.reason) for v in verdicts_of(checker, names).values())
            sent = checker.queries_sent
    end, almost = watch.times[-1], watch.times[count * 99 // 100]
    print(
        f"50 ms, 5 % loss: {count} domains in {end - start:.1f} s, the last 1 % in {end - almost:.2f} s,"
        f" {sent} queries, {dict(reasons)}"
    )


class _Watch(DiskCache):
    """Stands in for the cache, to see when each verdict is there."""

    def __init__(self) -> None:
        self.times: list[float] = []

    def get(self, domain: str, resolvers: str) -> MailVerdict | None:
        return None

    def put(self, verdict: MailVerdict, resolvers: str, lifetime: int) -> None:
        self.times.append(time.perf_counter())

    def close(self) -> None:
        pass


def limited(count: int, limit: int, grain: float) -> None:
    """Print how long guessmail takes where a resolver answers so many queries a second, beside the ideal."""
    names = domains(count)
    with running_bad_server(rate=limit, grain=grain) as server:
        start = time.perf_counter()
        with Checker([f"127.0.0.1:{server.port}"]) as checker:
            reasons = Counter(str(v.reason) for v in verdicts_of(checker, names).values())
        seconds = time.perf_counter() - start
    needed = count + count // 2 + 20
    print(
        f"limit of {limit}/s, counted every {grain} s: {seconds * limit / needed:.2f} x the ideal time,"
        f" {server.queries / needed - 1:+.1%} queries beyond the {needed} needed, {dict(reasons)}"
    )


def outage(count: int, seconds: float) -> None:
    """Print what a resolver that fails for some seconds in the middle costs."""
    with running_bad_server(outage=seconds) as server:
        start = time.perf_counter()
        with Checker([f"127.0.0.1:{server.port}"], rate=2000) as checker:
            reasons = Counter(str(v.reason) for v in verdicts_of(checker, domains(count)).values())
        took = time.perf_counter() - start
    print(f"outage of {seconds:g} s: {count} domains in {took:.1f} s, {dict(reasons)}")


def dead(count: int, budget: float) -> None:
    """Print how long a list takes when the resolver is silent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as hole:
        hole.bind(("127.0.0.1", 0))
        notices: list[str] = []
        start = time.perf_counter()
        with Checker(
            [f"127.0.0.1:{hole.getsockname()[1]}"], timeout=budget, notice=notices.append
        ) as checker:
            reasons = Counter(str(v.reason) for v in verdicts_of(checker, domains(count)).values())
        seconds = time.perf_counter() - start
    print(
        f"dead resolver: {count} domains in {seconds:.1f} s ({seconds / budget:.1f} budgets),"
        f" {len(notices)} notice, {dict(reasons)}"
    )


def memory(count: int) -> None:
    """Print what so many verdicts take, measured in a process of its own."""
    with running_nsd(count) as port:
        done = subprocess.run(
            [sys.executable, __file__, "--memory-of", str(port), "--domains", str(count)],
            capture_output=True,
            text=True,
            check=True,
        )
    print(f"memory: {done.stdout.strip()} for {count} domains")


def _memory_of(port: int, count: int) -> None:
    names = domains(count)
    before = _peak_kilobytes()
    ours(port, names)
    print(f"{(_peak_kilobytes() - before) / 1024:.0f} MB")


def _peak_kilobytes() -> int:
    """Return the most memory that this process ever held (getrusage would count its parent's)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def main() -> None:
    """Run all of it, or what is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--domains", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--only", choices=["compare", "paced", "lossy", "limited", "finely", "outage", "dead", "memory"]
    )
    parser.add_argument("--memory-of", type=int, metavar="PORT", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory_of:
        _memory_of(options.memory_of, options.domains)
        return
    parts: dict[str, Callable[[], object]] = {
        "compare": lambda: compare(options.domains, options.rounds),
        "paced": lambda: paced(min(options.domains, 10_000)),
        "lossy": lambda: lossy(options.domains),
        "limited": lambda: limited(min(options.domains, 3000), 500, 1),
        "finely": lambda: limited(min(options.domains, 3000), 500, 0.1),
        "outage": lambda: outage(10_000, 5.0),
        "dead": lambda: dead(10_000, 3.0),
        "memory": lambda: memory(100_000),
    }
    for name, part in parts.items():
        if options.only in {None, name}:
            part()


if __name__ == "__main__":
    main()
