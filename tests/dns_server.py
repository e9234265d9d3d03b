"""A DNS server on loopback that tells the truth of a small zone, or lies in every way that is known."""

import socket
import struct
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import TracebackType
from typing import Self

import dns.edns
import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.rrset

Reply = dns.message.Message | bytes | Iterable[bytes] | None
"""A message, raw bytes, several datagrams, or silence."""

Handler = Callable[[dns.message.Message, str], Reply]
"""From a query and `udp` or `tcp` to the reply."""

GLOBAL_A = "1.2.3.4"
GLOBAL_AAAA = "2a00::1"


class Zone:
    """Answers truthfully from records, a line each: `acme.test MX 10 mx.acme.test`; `*.` is a wildcard.

    The SOA in denials belongs to the top-level domain, or to the root, and names `server`. TTLs are an hour, or `ttl`.
    """

    def __init__(
        self,
        records: str = "",
        *,
        ttl: int = 3600,
        soa: str | None = None,
        has_soa: bool = True,
        server: str = "a.nic.test",
    ) -> None:
        self.server = server
        self.ttl = ttl
        self.soa = soa
        self.has_soa = has_soa
        self.records: dict[tuple[str, str], list[str]] = {
            ("com", "SOA"): ["a.nic.test. h.nic.test. 1 2 3 4 900"]
        }
        for line in records.strip().splitlines():
            name, rtype, data = line.split(None, 2)
            self.records.setdefault((name.lower(), rtype), []).append(data)
        self.names = {name for name, _ in self.records}
        self.names |= {name.split(".", n)[-1] for name in self.names for n in range(1, name.count(".") + 1)}

    def __call__(self, query: dns.message.Message, transport: str = "udp") -> dns.message.Message:
        response = dns.message.make_response(query, recursion_available=True)
        question = query.question[0]
        name = question.name.to_text(omit_final_dot=True).lower()
        rtype = dns.rdatatype.to_text(question.rdtype)
        while alias := self._find(name, "CNAME"):
            if rtype == "CNAME" or len(response.answer) > 40:
                break
            self._add(response, name, "CNAME", alias)
            name = alias[0].rstrip(".").lower()
        found = self._find(name, rtype)
        if found:
            self._add(response, name, rtype, found)
            return response
        if not (name in self.names or "*." + name.partition(".")[2] in self.names):
            response.set_rcode(dns.rcode.NXDOMAIN)
        if self.has_soa:
            top = name.rpartition(".")[2]
            owner = self.soa or (top if top in {"test", "com"} else "")
            soa = f"{self.server}. h.nic.test. 1 2 3 4 {min(self.ttl, 900)}"
            response.authority.append(dns.rrset.from_text(owner + ".", self.ttl, "IN", "SOA", soa))
        return response

    def _find(self, name: str, rtype: str) -> list[str] | None:
        if name in self.names:
            return self.records.get((name, rtype))
        return self.records.get(("*." + name.partition(".")[2], rtype))

    def _add(self, response: dns.message.Message, name: str, rtype: str, data: list[str]) -> None:
        owner = dns.name.from_text(name)
        absolute = [_absolute(rtype, text) for text in data]
        rrset = dns.rrset.from_text_list(owner, self.ttl, "IN", rtype, absolute)
        response.answer.append(rrset)


def _absolute(rtype: str, text: str) -> str:
    """Put the dot at the end of the name that these types of records end in."""
    return text + "." if rtype in {"MX", "CNAME"} and not text.endswith(".") else text


class DnsServer:
    """Serves a handler over UDP and TCP, on one port of 127.0.0.1 that is free."""

    def __init__(self, handler: Handler, *, has_tcp: bool = True, port: int = 0) -> None:
        self.handler = handler
        self.log: list[tuple[str, str, str]] = []
        """What was asked: transport, name, type."""
        self.ports: set[int] = set()
        self.ids: list[int] = []
        self._stop = threading.Event()
        self._udp, self._tcp = _bound_pair(port, has_tcp=has_tcp)
        self._threads = [threading.Thread(target=self._serve_udp, daemon=True)]
        if self._tcp is not None:
            self._threads.append(threading.Thread(target=self._serve_tcp, daemon=True))

    @property
    def address(self) -> str:
        """Where it listens, as `HOST:PORT`."""
        return f"127.0.0.1:{self.port}"

    @property
    def port(self) -> int:
        """The port, of UDP and TCP."""
        return int(self._udp.getsockname()[1])

    def asked(self, rtype: str = "") -> list[str]:
        """Return the names that were asked, of one type or all."""
        return [name for _, name, asked_type in self.log if rtype in {"", asked_type}]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._wake()
        for thread in self._threads:
            thread.join()
        self._udp.close()
        if self._tcp is not None:
            self._tcp.close()

    def _wake(self) -> None:
        """End the waits of the threads: polling would cost more than the answers."""
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
            udp.sendto(b"", self._udp.getsockname())
        if self._tcp is not None:
            with suppress(OSError):
                socket.create_connection(self._tcp.getsockname(), timeout=1).close()

    def _serve_udp(self) -> None:
        while not self._stop.is_set():
            try:
                data, source = self._udp.recvfrom(65535)
            except TimeoutError:
                continue
            if self._stop.is_set():
                break
            self.ports.add(source[1])
            for datagram in self._replies(data, "udp"):
                with suppress(OSError):
                    self._udp.sendto(datagram, source)

    def _serve_tcp(self) -> None:
        assert self._tcp is not None
        while not self._stop.is_set():
            try:
                stream, _ = self._tcp.accept()
            except TimeoutError:
                continue
            with stream, suppress(OSError, struct.error):
                stream.settimeout(1)
                (size,) = struct.unpack("!H", stream.recv(2))
                for message in self._replies(stream.recv(size), "tcp"):
                    framed = struct.pack("!H", len(message)) + message
                    stream.sendall(framed[:5])  # in two pieces, as it may come
                    stream.sendall(framed[5:])

    def _replies(self, data: bytes, transport: str) -> list[bytes]:
        query = dns.message.from_wire(data)
        question = query.question[0]
        name = question.name.to_text(omit_final_dot=True)
        self.log.append((transport, name, dns.rdatatype.to_text(question.rdtype)))
        self.ids.append(query.id)
        reply = self.handler(query, transport)
        if reply is None:
            return []
        if isinstance(reply, dns.message.Message):
            return [reply.to_wire(max_size=65535)]
        return [reply] if isinstance(reply, bytes) else list(reply)


def _bound_pair(port: int, *, has_tcp: bool) -> tuple[socket.socket, socket.socket | None]:
    for _ in range(50):
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        udp.bind(("127.0.0.1", port))
        udp.settimeout(1)
        if not has_tcp:
            return udp, None
        tcp = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tcp.bind(udp.getsockname())
        except OSError:  # somebody else has that port for TCP
            udp.close()
            tcp.close()
            continue
        tcp.listen(16)
        tcp.settimeout(1)
        return udp, tcp
    raise RuntimeError("no port is free for both UDP and TCP")


# What lies are made of; the lies are in `dns_faults`.


def only(rtypes: str, truth: Handler, lie: Handler) -> Handler:
    """Lie about some types of records or names, separated by spaces; be truthful otherwise."""
    wanted = set(rtypes.split())

    def handler(query: dns.message.Message, transport: str) -> Reply:
        question = query.question[0]
        name = question.name.to_text(omit_final_dot=True).lower()
        is_meant = bool(wanted & {dns.rdatatype.to_text(question.rdtype), name})
        return (lie if is_meant else truth)(query, transport)

    return handler


def silent(query: dns.message.Message, transport: str) -> Reply:
    """Say nothing."""
    return None


def rcode(code: str, *extended: int, plain_truth: Handler | None = None) -> Handler:
    """Answer with a response code and extended errors; to queries without EDNS, perhaps the truth."""

    def handler(query: dns.message.Message, transport: str) -> Reply:
        if plain_truth is not None and query.edns < 0:
            return plain_truth(query, transport)
        response = dns.message.make_response(query, recursion_available=True)
        options: list[dns.edns.Option] = [
            dns.edns.EDEOption(dns.edns.EDECode.make(number)) for number in extended
        ]
        if extended or code == "BADVERS":
            response.use_edns(0, payload=1232, options=options)
        response.set_rcode(dns.rcode.from_text(code))
        return response

    return handler


def first(count: int, lie: Handler, truth: Handler) -> Handler:
    """Lie so many times, then be truthful."""
    asked = 0

    def handler(query: dns.message.Message, transport: str) -> Reply:
        nonlocal asked
        asked += 1
        return (lie if asked <= count else truth)(query, transport)

    return handler
