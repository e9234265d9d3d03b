"""The cache: it keeps what may be kept, stays private and small, and is never worth a failure."""

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dns_server import DnsServer, Zone
from guessmail.dns import MailVerdict, Reason
from guessmail.dns.cache import DiskCache, default_path
from guessmail.dns.checker import Checker

DAY = 86400
VERDICT = MailVerdict("acme.test", Reason.MX, "google", ("mx.test", "mx2.test"), 2, ("mx_is_cname",))


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def put(path: Path, verdict: MailVerdict = VERDICT, lifetime: int = 3600, clock: Clock | None = None) -> None:
    cache = DiskCache(path, clock=clock or Clock())
    cache.put(verdict, "r", lifetime)
    cache.close()


def test_keeps_a_verdict_for_its_lifetime(tmp_path: Path) -> None:
    clock = Clock()
    put(tmp_path / "c", clock=clock)
    cache = DiskCache(tmp_path / "c", clock=clock)
    assert cache.get("acme.test", "r") == VERDICT
    assert cache.get("acme.test", "other resolver") is None
    assert cache.get("other.test", "r") is None
    clock.now += 3599
    assert cache.get("acme.test", "r") == VERDICT
    clock.now += 1
    assert cache.get("acme.test", "r") is None
    cache.close()


def test_believes_no_verdict_for_more_than_a_week(tmp_path: Path) -> None:
    clock = Clock()
    put(tmp_path / "c", lifetime=400 * DAY, clock=clock)
    clock.now -= 30 * DAY  # a clock that was set back
    cache = DiskCache(tmp_path / "c", clock=clock)
    assert cache.get("acme.test", "r") is None
    cache.close()


def test_is_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "c"
    put(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    path.chmod(0o644)
    put(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_is_bounded_and_drops_what_ends_first(tmp_path: Path) -> None:
    clock = Clock()
    cache = DiskCache(tmp_path / "c", clock=clock, most=10)
    for n in range(30):
        cache.put(MailVerdict(f"d{n}.test", Reason.MX), "r", 1000 + n)
    cache.close()
    cache = DiskCache(tmp_path / "c", clock=clock)
    kept = [n for n in range(30) if cache.get(f"d{n}.test", "r")]
    cache.close()
    assert kept == list(range(20, 30))


@pytest.mark.parametrize("case", ["corrupt", "link", "folder", "read-only folder"])
def test_is_worked_without(tmp_path: Path, case: str) -> None:
    path = tmp_path / "c"
    if case == "corrupt":
        path.write_bytes(b"no database" * 1000)
    elif case == "link":
        path.symlink_to(tmp_path / "elsewhere")
    elif case == "folder":
        path.mkdir()
    else:
        path = Path("/proc/guessmail/c")
    before = path.read_bytes() if path.is_file() else None
    notices: list[str] = []
    cache = DiskCache(path, notice=notices.append)
    assert cache.get("acme.test", "r") is None
    cache.put(VERDICT, "r", 60)
    assert cache.get("acme.test", "r") is None
    cache.close()
    (notice,) = notices
    assert str(path) in notice
    assert "--no-cache" in notice
    assert not (tmp_path / "elsewhere").exists()
    assert (path.read_bytes() if path.is_file() else None) == before


def test_broken_rows_are_no_verdicts(tmp_path: Path) -> None:
    put(tmp_path / "c")
    with sqlite3.connect(tmp_path / "c") as connection:
        connection.execute("UPDATE verdicts SET reason = 'nonsense'")
    connection.close()
    cache = DiskCache(tmp_path / "c", clock=Clock())
    assert cache.get("acme.test", "r") is None
    cache.close()


WRITER = """
import sys
from pathlib import Path
from guessmail.dns.cache import DiskCache
from guessmail.dns import MailVerdict, Reason
for batch in range(10):
    cache = DiskCache(Path(sys.argv[1]), notice=sys.exit)
    for n in range(200):
        domain = f"d{sys.argv[2]}-{batch}-{n}.test"
        cache.put(MailVerdict(domain, Reason.MX), "r", 3600)
        cache.get(domain, "r")
    cache.close()
"""


def test_processes_share_it_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "c"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(n)]) for n in range(2)]
    assert [writer.wait(30) for writer in writers] == [0, 0]
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM verdicts").fetchone() == (4000,)
    connection.close()


def test_default_path_is_in_the_folder_of_the_platform(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path() == tmp_path / "guessmail" / "dns.sqlite3"


@pytest.mark.parametrize(
    ("zone", "domain", "is_kept"),
    [
        (Zone("acme.test MX 10 mx.test\nmx.test A 1.2.3.4"), "acme.test", True),
        (Zone("acme.test MX 10 mx.test\nmx.test A 1.2.3.4", ttl=0), "acme.test", False),
        (Zone("acme.test MX 10 mx.test\nmx.test A 1.2.3.4", ttl=2**31 - 1), "acme.test", True),
        (Zone(), "gone.test", True),
        (Zone(has_soa=False), "gone.test", False),
        (Zone("acme.test TXT x", has_soa=False), "acme.test", False),
    ],
)
def test_spares_the_next_run_its_questions(tmp_path: Path, zone: Zone, domain: str, is_kept: bool) -> None:
    with DnsServer(zone) as server:
        verdicts, counts = [], []
        for _ in range(2):
            with Checker([server.address], cache=DiskCache(tmp_path / "c")) as checker:
                verdicts.append(checker.result(domain))
                counts.append(checker.queries_sent)
        assert verdicts[0] == verdicts[1]
        assert counts[0] > 0
        assert (counts[1] == 0) is is_kept
        with Checker([server.address], cache=DiskCache(tmp_path / "c"), explain=True) as checker:
            assert checker.result(domain).transcript
