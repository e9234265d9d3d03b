"""What holds for all tests: no network but loopback, and nothing of the user's own is read or written."""

import ipaddress
import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from program import CLOSED

FOLDERS = ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point the platform's folders at an empty one, and forget the variables that would stand for options."""
    with pytest.MonkeyPatch.context() as patch:
        for name in FOLDERS:
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        for name in os.environ:
            if name.startswith("GUESSMAIL_"):
                patch.delenv(name)
        # A test that asks DNS names its server on loopback; one that forgets to learns so at once.
        patch.setenv("GUESSMAIL_RESOLVER", CLOSED)
        yield


@pytest.fixture(scope="session", autouse=True)
def _interruptible() -> None:
    """Take SIGINT where a shell that started the tests in the background has it ignored: programs would inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every peer but loopback."""
    with pytest.MonkeyPatch.context() as patch:
        for method in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, method, _guarded(getattr(socket.socket, method)))
        yield


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, *arguments: Any) -> Any:
        peer = arguments[-1]
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_loopback(peer[0]):
            raise RuntimeError(f"A test reached out to {peer!r}.")
        return method(self, *arguments)

    return guarded


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture
def empty_store(tmp_path: Path) -> Path:
    """Return where a store of a test's own may be."""
    return tmp_path / "store.db"
