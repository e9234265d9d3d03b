"""NSD from Debian on loopback: set up, started on a free port, ended by its own process ID."""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["domains", "running_nsd"]

_CONFIG = """
server:
    ip-address: 127.0.0.1@{port}
    username: ""
    zonesdir: "{folder}"
    zonelistfile: "{folder}/zone.list"
    database: ""
    xfrdfile: "{folder}/xfrd.state"
    pidfile: "{folder}/nsd.pid"
    logfile: "{folder}/nsd.log"
    rrl-ratelimit: 0
    hide-version: yes
remote-control:
    control-enable: no
zone:
    name: "."
    zonefile: "root.zone"
"""

_HEAD = """$ORIGIN .
$TTL 3600
. SOA a.nic.test. h.nic.test. 1 7200 3600 1209600 900
. NS a.nic.test.
a.nic.test. A 192.0.2.1
"""


def domains(count: int) -> list[str]:
    """Return the domains of the zone: half have a host of their own, the others one of forty providers."""
    return [f"d{n}.test" for n in range(count)]


def _zone(count: int) -> Iterator[str]:
    yield _HEAD
    for n in range(40):
        yield f"mx.p{n}.test. A 1.2.3.{n + 1}\n"
    for n in range(count):
        if n % 2:
            yield f"d{n}.test. MX 10 mx.p{n % 40}.test.\n"
        else:
            yield f"d{n}.test. MX 10 mx.d{n}.test.\nmx.d{n}.test. A 1.2.4.{n % 250 + 1}\n"


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_nsd(count: int) -> Iterator[int]:
    """Serve a zone of so many domains; yields the port."""
    program = shutil.which("nsd", path="/usr/sbin:/usr/local/sbin:/usr/bin")
    if program is None:
        print("installing nsd", file=sys.stderr)
        subprocess.run(["apt-get", "install", "-y", "-qq", "nsd"], check=True, stdout=subprocess.DEVNULL)
        program = "/usr/sbin/nsd"
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), _free_port()
        (folder / "root.zone").write_text("".join(_zone(count)))
        (folder / "nsd.conf").write_text(_CONFIG.format(port=port, folder=folder))
        process = subprocess.Popen([program, "-d", "-c", str(folder / "nsd.conf")], stderr=subprocess.DEVNULL)
        try:
            _wait_for(port)
            yield port
        finally:
            process.terminate()
            process.wait(10)


def _wait_for(port: int) -> None:
    query = b"\0\1\1\0\0\1\0\0\0\0\0\0\2d0\4test\0\0\x0f\0\1"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.settimeout(0.1)
        for _ in range(100):
            try:
                probe.sendto(query, ("127.0.0.1", port))
                probe.recv(512)
            except OSError:
                time.sleep(0.1)
            else:
                return
    raise SystemExit("nsd did not start")
