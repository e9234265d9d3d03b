"""A DNS server in a process of its own that delays and loses packets, drops what is above a rate, or is down a while.

Run as a program: prints its port, serves until its stdin closes, then prints how many queries it was sent.
Every `dN.test` has the host `mx.dN.test` or one of forty shared ones, as in `dns_nsd`.
"""

import argparse
import random
import selectors
import socket
import struct
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

__all__ = ["BadServer", "running_bad_server"]

_DOWN_FROM = 2000  # queries
_SOA = b"\0\0\x06\0\1\0\0\x0e\x10\0\x16\0\0" + struct.pack("!5I", 1, 2, 3, 4, 900)


def _name(*labels: bytes) -> bytes:
    return b"".join(bytes((len(label),)) + label for label in labels) + b"\0"


def _reply(query: bytes) -> bytes:
    end = query.index(b"\0", 12)
    rtype = query[end + 2]
    labels = []
    at = 12
    while query[at]:
        labels.append(query[at + 1 : at + 1 + query[at]])
        at += query[at] + 1
    question = query[12 : end + 5]
    answer = b""
    if labels[-1] == b"test" and rtype == 15 and labels[0][:1] == b"d":
        number = int(labels[0][1:])
        host = _name(b"mx", b"p%d" % (number % 40) if number % 2 else labels[0], b"test")
        answer = b"\xc0\x0c\0\x0f\0\1\0\0\x0e\x10" + struct.pack("!HH", len(host) + 2, 10) + host
    elif labels[-1] == b"test" and rtype == 1:
        answer = b"\xc0\x0c\0\1\0\1\0\0\x0e\x10\0\4\1\2\3\4"
    elif labels == [b"com"]:
        answer = b"\xc0\x0c\0\6\0\1\0\0\x0e\x10\0\x16\0\0" + struct.pack("!5I", 1, 2, 3, 4, 900)
    code = 0 if answer else 3
    head = query[:2] + struct.pack("!5H", 0x8180 | code, 1, bool(answer), not answer, 0)
    return head + question + (answer or _SOA)


@dataclass(slots=True)
class BadServer:
    """A running server."""

    port: int
    queries: int = 0
    """How many it was sent; known when it has ended."""


@contextmanager
def running_bad_server(
    *, delay: float = 0, loss: float = 0, rate: float = 0, grain: float = 1, outage: float = 0
) -> Iterator[BadServer]:
    """Run a server that answers after a delay, loses a share of the answers, and drops all above a rate.

    The rate is counted anew every `grain` seconds. The outage, in seconds, begins with the 2,000th query.
    """
    arguments = [sys.executable, __file__, str(delay), str(loss), str(rate), str(grain), str(outage)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        server = BadServer(int(process.stdout.readline() if process.stdout else 0))
        try:
            yield server
        finally:
            out, _ = process.communicate()
            server.queries = int(out)


class _Limits:
    """Decides which queries are dropped."""

    def __init__(self, loss: float, rate: float, grain: float, outage: float) -> None:
        self.loss, self.rate, self.grain, self.outage = loss, rate, grain, outage
        self.count = self.passed = 0
        self._counted_from = self._down_until = 0.0
        self._dice = random.Random(1)

    def drops(self, now: float) -> bool:
        """Count a query, and tell whether it is dropped."""
        self.count += 1
        if self.count == _DOWN_FROM:
            self._down_until = now + self.outage
        if now < self._down_until:
            return True
        if now - self._counted_from >= self.grain:
            self.passed, self._counted_from = 0, now - now % self.grain
        self.passed += 1
        is_over = 0 < self.rate * self.grain < self.passed
        return is_over or self._dice.random() < self.loss


def _serve(delay: float, limits: _Limits) -> None:
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.setblocking(False)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
    sock.bind(("127.0.0.1", 0))
    print(sock.getsockname()[1], flush=True)
    selector = selectors.DefaultSelector()
    selector.register(sock, selectors.EVENT_READ)
    selector.register(sys.stdin, selectors.EVENT_READ)
    late: deque[tuple[float, bytes, tuple[str, int]]] = deque()
    while True:
        wait = max(0.0, late[0][0] - time.monotonic()) if late else None
        for key, _ in selector.select(wait):
            if key.fileobj is sys.stdin:
                print(limits.count)
                return
            for _ in range(200):
                try:
                    query, source = sock.recvfrom(4096)
                except BlockingIOError:
                    break
                now = time.monotonic()
                if not limits.drops(now):
                    late.append((now + delay, _reply(query), source))
        while late and late[0][0] <= time.monotonic():
            _, reply, source = late.popleft()
            sock.sendto(reply, source)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("delay", "loss", "rate", "grain", "outage"):
        parser.add_argument(name, type=float)
    options = parser.parse_args()
    _serve(options.delay, _Limits(options.loss, options.rate, options.grain, options.outage))
