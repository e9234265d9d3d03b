"""The guard around the network guards."""

import os
import socket

import pytest

from program import CLOSED, environment


@pytest.mark.parametrize("peer", [("192.0.2.1", 53), ("example.com", 25)])
def test_peers_beyond_loopback_are_refused(peer: tuple[str, int]) -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mine,
        pytest.raises(RuntimeError, match="reached"),
    ):
        mine.connect(peer)
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mine,
        pytest.raises(RuntimeError, match="reached"),
    ):
        mine.sendto(b"x", peer)


def test_loopback_is_not() -> None:
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other,
    ):
        one.bind(("127.0.0.1", 0))
        other.sendto(b"x", one.getsockname())
        assert one.recv(10) == b"x"


def test_programs_ask_loopback_alone() -> None:
    assert environment()["GUESSMAIL_RESOLVER"] == os.environ["GUESSMAIL_RESOLVER"] == CLOSED


def test_the_users_folders_are_not_used() -> None:
    assert not any(
        "/root" in value or "/home" in value for name, value in os.environ.items() if name.startswith("XDG")
    )
