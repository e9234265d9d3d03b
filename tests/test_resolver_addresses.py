"""Which resolvers are asked, on every platform."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from dns_faults import truncated
from dns_server import DnsServer, Zone
from guessmail.dns import checker
from guessmail.dns.checker import read_resolver, system_addresses
from guessmail.errors import UsageError


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
    assert tuple(read_resolver(text)) == wanted
    assert read_resolver(str(read_resolver(text))) == wanted


@pytest.mark.parametrize(
    "text", ["", "dns.example", "192.0.2.1:x", "192.0.2.1:0", "192.0.2.1:70000", "[::1", "1.2.3"]
)
def test_refuses_what_is_no_resolver(text: str) -> None:
    with pytest.raises(UsageError, match="is not a resolver; give its IP address"):
        read_resolver(text)


def test_resolvers_of_the_system(tmp_path: Path) -> None:
    conf = tmp_path / "resolv.conf"
    assert system_addresses(conf) == ()
    conf.write_text(
        "# x\nsearch acme.test\nnameserver 192.0.2.1\nnameserver bad\nnameserver ::1\noptions ndots:5\n"
    )
    assert [str(address) for address in system_addresses(conf)] == ["192.0.2.1", "::1"]
    conf.write_text("".join(f"nameserver 192.0.2.{n // 2}\n" for n in range(10)))
    assert [str(address) for address in system_addresses(conf)] == ["192.0.2.0", "192.0.2.1", "192.0.2.2"]


SCUTIL = """
DNS configuration

resolver #1
  search domain[0] : acme.test
  nameserver[0] : 192.0.2.1
  nameserver[1] : 2001:db8::1
  flags    : Request A records

resolver #2
  domain   : local
  nameserver[0] : 192.0.2.1
"""


def test_macos_asks_scutil_where_resolv_conf_names_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tool = tmp_path / "scutil"
    tool.write_text(f"#!/bin/sh\n[ \"$1\" = --dns ] && cat <<'END'\n{SCUTIL}\nEND\n")
    tool.chmod(0o700)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(checker, "_SCUTIL", str(tool))
    conf = tmp_path / "resolv.conf"
    assert [str(address) for address in system_addresses(conf)] == ["192.0.2.1", "2001:db8::1"]
    conf.write_text("nameserver 192.0.2.9\n")
    assert [str(address) for address in system_addresses(conf)] == ["192.0.2.9"]
    monkeypatch.setattr(checker, "_SCUTIL", str(tmp_path / "missing"))
    conf.unlink()
    assert system_addresses(conf) == ()


WINDOWS = r"""
import sys, types

PARAMETERS = r"SYSTEM\CurrentControlSet\Services\Tcpip\Parameters"
CARD = r"SYSTEM\CurrentControlSet\Control\Network\{4D36E972-E325-11CE-BFC1-08002BE10318}\{0}\Connection"
REGISTRY = {
    PARAMETERS: {},
    PARAMETERS + r"\Interfaces": ["{0}"],
    "{0}": {"DhcpNameServer": ("192.0.2.1 192.0.2.2,fec0:0:0:ffff::1", 1)},
    CARD: {"PnpInstanceID": ("CARD0", 1)},
    r"SYSTEM\CurrentControlSet\Enum\CARD0": {"ConfigFlags": (0, 4)},
}

class Key:
    def __init__(self, path):
        if path not in REGISTRY:
            raise OSError(path)
        self.values = REGISTRY[path]
    def Close(self):
        pass

def value(key, name):
    try:
        return key.values[name]
    except KeyError:
        raise OSError(name) from None

def name_at(key, at):
    try:
        return key.values[at]
    except IndexError:
        raise OSError from None

sys.modules["winreg"] = types.SimpleNamespace(
    ConnectRegistry=lambda *_: Key(PARAMETERS), HKEY_LOCAL_MACHINE=0, REG_SZ=1, REG_DWORD=4,
    OpenKey=lambda _, path: Key(path), QueryValueEx=value, EnumKey=name_at,
)
"""


def test_windows_asks_what_the_registry_names(tmp_path: Path) -> None:
    """In a process of its own: dnspython decides by the platform when it is imported."""
    code = (
        "import asyncio, ctypes, pathlib, selectors, socket, subprocess, dns.name, guessmail.dns.checker\n"
        f"{WINDOWS}\nsys.platform = 'win32'\n"
        "print(*guessmail.dns.checker.system_addresses())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["192.0.2.1", "192.0.2.2"], done.stderr


def test_needs_nothing_that_only_linux_has() -> None:
    """The names that other platforms lack are taken away; the verdict, the cache and its file are the same."""
    code = (
        "import os, select, selectors, socket, sys, pathlib, platformdirs\n"
        "for module, names in ((socket, 'SOCK_NONBLOCK SOCK_CLOEXEC'), (os, 'fchmod geteuid getuid O_NOFOLLOW'),\n"
        "                      (select, 'epoll poll'), (selectors, 'EpollSelector PollSelector')):\n"
        "    for name in names.split():\n"
        "        vars(module).pop(name, None)\n"
        "selectors.DefaultSelector = selectors.SelectSelector\n"
        "from guessmail.dns.cache import DiskCache\n"
        "from guessmail.dns.checker import Checker\n"
        "for _ in range(2):\n"
        "    with Checker([sys.argv[1]], cache=DiskCache(pathlib.Path(sys.argv[2]), notice=sys.exit)) as checker:\n"
        "        print(checker.result('acme.test').reason, checker.queries_sent > 0)\n"
    )
    zone = Zone("acme.test MX 10 mx.test\nmx.test A 1.2.3.4")
    with DnsServer(truncated(zone)) as server, TemporaryDirectory() as folder:
        arguments = [sys.executable, "-c", code, server.address, f"{folder}/cache"]
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["mx", "True", "mx", "False"], done.stderr
