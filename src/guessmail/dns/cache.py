"""The disk cache of verdicts, private to the user and shared by processes; its faults never stop a run, and change no file."""

import os
import sqlite3
import stat
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import KW_ONLY, dataclass, field
from pathlib import Path
from typing import TypeVar

from platformdirs import user_cache_path

from guessmail.dns import MailVerdict, Reason

_MAX_LIFETIME = 7 * 86400  # seconds; a longer lifetime in a file is not believed
_SCHEMA = """
CREATE TABLE IF NOT EXISTS verdicts (
    domain TEXT NOT NULL, resolvers TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
    provider TEXT NOT NULL, hosts TEXT NOT NULL, mx_count INTEGER NOT NULL, warnings TEXT NOT NULL,
    expires INTEGER NOT NULL, PRIMARY KEY (domain, resolvers)
) WITHOUT ROWID
"""
_PUT = "INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_BELOW = "FROM verdicts WHERE substr('.' || domain, -length(:end)) = :end"
_TRIM = """
DELETE FROM verdicts
WHERE expires <= ? OR expires <= (SELECT expires FROM verdicts ORDER BY expires DESC LIMIT 1 OFFSET ?)
"""

_T = TypeVar("_T")


def default_path() -> Path:
    """Return the path of the cache in the platform's folder for caches."""
    return user_cache_path("guessmail", appauthor=False) / "dns.sqlite3"


@dataclass(eq=False)
class DiskCache:
    """A cache of verdicts in an SQLite file, opened on first use; not used if it has another owner, is a link or broken."""

    path: Path = field(default_factory=default_path)
    _: KW_ONLY
    clock: Callable[[], float] = time.time
    notice: Callable[[str], None] = lambda _: None
    """Gets a sentence, once, if the cache cannot be used."""
    most: int = 200_000  # about 30 MB
    """The largest number of verdicts; of more, those that expire first are dropped."""

    def __post_init__(self) -> None:
        self._waiting: list[tuple[object, ...]] = []
        self._connection: sqlite3.Connection | None = None
        self._is_off = False

    def get(self, domain: str, resolvers: str) -> MailVerdict | None:
        """Return the verdict on a domain by these resolvers; None if it is missing or has expired."""

        def read(connection: sqlite3.Connection) -> MailVerdict | None:
            query = "SELECT * FROM verdicts WHERE domain = ? AND resolvers = ?"
            row = connection.execute(query, (domain, resolvers)).fetchone()
            if row is None or not 0 < row[-1] - self.clock() <= _MAX_LIFETIME:
                return None
            _, _, _, reason, provider, hosts, count, warnings, _ = row
            return MailVerdict(
                domain, Reason(reason), provider, tuple(hosts.split()), count, tuple(warnings.split())
            )

        return self._attempt(read)

    def put(self, verdict: MailVerdict, resolvers: str, lifetime: int) -> None:
        """Keep a verdict for its lifetime in seconds, at most seven days."""
        domain, reason, provider, hosts, count, warnings, *_ = verdict
        expires = int(self.clock() + min(lifetime, _MAX_LIFETIME))
        details = provider, " ".join(hosts), count, " ".join(warnings)
        self._waiting.append((domain, resolvers, verdict.verdict, reason, *details, expires))
        if len(self._waiting) >= 500:  # other processes never wait for long
            self._write()

    def close(self) -> None:
        """Write waiting verdicts, and drop expired and surplus ones."""
        if self._waiting:
            self._write()
            self._attempt(lambda connection: connection.execute(_TRIM, (int(self.clock()), self.most)))
        self._turn_off()

    def forget(self, domain: str, *, dry_run: bool = False) -> frozenset[str]:
        """Delete the verdicts on a domain and below it, except in a dry run; return these domains. Raises OSError or sqlite3.Error."""
        if not self.path.is_absolute() or not os.path.lexists(self.path):
            return frozenset()
        below = {"end": f".{domain}"}
        with closing(self._open()) as connection:
            found = connection.execute(f"SELECT domain {_BELOW}", below).fetchall()
            if found and not dry_run:
                connection.execute("PRAGMA secure_delete = ON")
                with connection:
                    connection.execute(f"DELETE {_BELOW}", below)
                connection.execute("VACUUM")  # removes rows that were replaced, too
        return frozenset(str(row[0]) for row in found)

    def _attempt(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """Return the result of some work in a transaction; if it fails, None, and the cache is off from now on."""
        if self._is_off:
            return None
        try:
            with self._connection or self._open() as connection:
                return work(connection)
        except (OSError, sqlite3.Error, ValueError, AttributeError, TypeError) as error:  # or a broken row
            self._turn_off()
            self.notice(f"The DNS cache {self.path} is not used: {error}; delete it, or use --no-cache.")
            return None

    def _turn_off(self) -> None:
        self._is_off = True
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        _make_private(self.path)
        connection = self._connection = sqlite3.connect(self.path, timeout=5, isolation_level="IMMEDIATE")
        connection.execute("PRAGMA synchronous = OFF")  # verdicts lost in a power cut are asked again
        connection.execute(_SCHEMA)
        return connection

    def _write(self) -> None:
        self._attempt(lambda connection: connection.executemany(_PUT, self._waiting))
        self._waiting.clear()


def _make_private(path: Path) -> None:
    """Create the folder (0700) and the file (0600) if they are missing; OSError if the file is not the user's, or if there is no home folder."""
    if not path.is_absolute():
        raise OSError("there is no home folder")  # `~` would be created as a folder
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(f"{path} is no file")
        if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
            raise OSError(f"{path} belongs to another user")
        if hasattr(os, "fchmod") and stat.S_IMODE(status.st_mode) & 0o077:  # elsewhere the folder is private
            os.fchmod(descriptor, 0o600)
    finally:
        os.close(descriptor)
