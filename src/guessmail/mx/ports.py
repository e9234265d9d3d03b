"""UDP sockets to one resolver: few, with random source ports that change (RFC 5452 9.2)."""

import os
import selectors
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guessmail.mx.query import Flight
    from guessmail.mx.servers import Address


_MOST = 8  # open at one time
_USES = 256  # queries before a port is given up


def random_id() -> int:
    """Return a query ID that nobody can guess."""
    return int.from_bytes(os.urandom(2))


class Port:
    """A connected UDP socket: the kernel picks a random port, and drops what anybody else sends."""

    __slots__ = ("pending", "sock", "uses")

    def __init__(self, address: "Address") -> None:
        self.pending: dict[int, Flight] = {}
        """By query ID, what is expected."""
        self.uses = 0
        self.sock = socket.socket(address.family, socket.SOCK_DGRAM)
        try:
            self.sock.setblocking(False)
            self.sock.connect((address.host, address.port))
        except OSError:
            self.sock.close()
            raise

    def new_id(self) -> int:
        """Return an ID that no packet under way has."""
        number = random_id()
        while number in self.pending:
            number = random_id()
        return number


class Ports:
    """The sockets to one resolver."""

    def __init__(self, address: "Address", selector: selectors.BaseSelector) -> None:
        self._address = address
        self._selector = selector
        self._ports: list[Port] = []

    def pick(self, in_flight: int) -> Port:
        """Return a port for one more query, at random. Raise OSError where none can be had."""
        fresh = [port for port in self._ports if port.uses < _USES]
        if len(self._ports) < _MOST and len(fresh) <= in_flight:
            try:
                fresh.append(self._open())
            except OSError:  # out of descriptors, or no route
                if not self._ports:
                    raise
        among = fresh or self._ports
        port = among[os.urandom(1)[0] % len(among)]
        port.uses += 1
        return port

    def release(self, flight: "Flight") -> None:
        """Expect no answer to a packet any more; a port that is worn out closes with its last one."""
        port = flight.port
        port.pending.pop(flight.number, None)
        if port.uses >= _USES and not port.pending and port in self._ports:
            self._ports.remove(port)
            with suppress(KeyError, ValueError):
                self._selector.unregister(port.sock)
            port.sock.close()

    def _open(self) -> Port:
        port = Port(self._address)
        self._selector.register(port.sock, selectors.EVENT_READ, port)
        self._ports.append(port)
        return port
