"""The store, by its file: many writers, kills, damage, strangers' files, and what it tells of a domain."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guessmail.cli.stores import store_place
from guessmail.errors import StoreError
from guessmail.model.ranking import Basis, Candidate
from guessmail.samples import Sample
from guessmail.store import Company, Origin, Outcome, OutcomeKind, Store
from program import until

DATE = "2026-05-04"
ORIGIN = Origin("people.csv", "csv")
OFFER = Candidate("jane@example.com", 0.5, "{first}", Basis.PRIOR), 0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with opened(path) as store:
        yield store


def opened(path: Path) -> Store:
    return Store(path)


def python(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def sample(number: int, domain: str = "example.com") -> Sample:
    return Sample(f"jane.doe{number}@{domain}", "Jane Doe", f"line {number}")


# What it holds


def test_samples_of_a_domain(store: Store) -> None:
    added, _ = store.learn(
        [
            Sample("Jane.Doe@example.com", "Jane Doe", "line 2"),
            Sample("jane.doe@example.com", "", "line 3"),
            Sample("bob.jones@example.com", "", "line 4"),
            Sample("eve@eu.example.com", "Eve Example", "line 5"),
        ],
        origin=Origin("people.csv", "csv", "trade fair list, May", "Ann Example"),
        date=DATE,
    )
    assert dict(added) == {"example.com": 3, "eu.example.com": 1}
    source = "trade fair list, May (people.csv), referred by Ann Example, line "
    assert store.samples("example.com") == (
        Sample("bob.jones@example.com", "", source + "4", DATE),
        Sample("Jane.Doe@example.com", "Jane Doe", source + "2", DATE),
    )
    assert store.domains() == {"eu.example.com": 1, "example.com": 2}
    assert set(store.domains_with_label("example")) == {"example.com", "eu.example.com"}
    assert store.domains_with_label("com") == ()


@pytest.mark.parametrize(
    ("domain", "label", "is_silent"),
    [
        pytest.param("eu.example.com", "example", False, id="samples"),
        pytest.param("example.test", "example", False, id="samples at another suffix"),
        pytest.param("acme.test", "acme", False, id="an outcome"),
        pytest.param("eu.acme.test", "acme", True, id="an outcome at another domain"),
        pytest.param("com", "com", True, id="a suffix"),
        pytest.param("unseen.test", "unseen", True, id="nothing"),
    ],
)
def test_domains_of_which_nothing_is_known(store: Store, domain: str, label: str, is_silent: bool) -> None:
    store.learn([sample(1, "eu.example.com")], origin=ORIGIN, date=DATE)
    store.record_outcomes([Outcome("bob@acme.test", OutcomeKind.DELIVERED, DATE, "Bob Jones")])
    assert store.has_no_data_on(domain, label) is is_silent


def test_learning_again_changes_nothing(path: Path, store: Store) -> None:
    store.learn(map(sample, range(3)), origin=ORIGIN, date=DATE)
    before = path.read_bytes()
    added, known = store.learn(map(sample, range(3)), origin=ORIGIN, date="2027-01-01")
    assert (added.total(), known) == (0, 3)
    assert len(path.read_bytes()) == len(before)
    assert {found.date for found in store.samples("example.com")} == {DATE}


def test_companies(store: Store) -> None:
    store.add_company("acme", Company("Acme", "example.org", DATE))
    store.add_company("acme", Company("Acme", "example.com", DATE))
    assert [company.domain for company in store.companies()] == ["example.com"]


def test_outcomes_move_samples_and_undo_restores_them(store: Store) -> None:
    store.learn([sample(1), sample(2)], origin=ORIGIN, date=DATE)
    before = store.samples("example.com")
    outcomes = [
        Outcome("JANE.DOE1@example.com", OutcomeKind.BOUNCED, DATE),
        Outcome("jane.doe2@example.com", OutcomeKind.DELIVERED, DATE),
        Outcome("bob@example.com", OutcomeKind.DELIVERED, DATE, "Bob Jones"),
    ]
    assert store.record_outcomes(outcomes) == 3
    assert store.record_outcomes(outcomes) == 0
    assert {local: one.kind for local, one in store.outcomes_at("example.com").items()} == {
        "jane.doe1": OutcomeKind.BOUNCED,
        "jane.doe2": OutcomeKind.DELIVERED,
        "bob": OutcomeKind.DELIVERED,
    }
    assert [(found.local_part, found.weight) for found in store.samples("example.com")] == [
        ("jane.doe2", 3.0),
        ("bob", 3.0),
    ]
    for outcome in outcomes:
        assert store.undo_outcome(outcome.address)
    assert not store.undo_outcome("bob@example.com")
    assert store.samples("example.com") == before


def test_offers_are_remembered_without_their_addresses(path: Path, store: Store) -> None:
    offer = Candidate("jane.doe@example.com", 0.61, "{first}.{last}", Basis.SAMPLES), 3
    store.record_run(DATE, {"top": 5}, [offer])
    (offered,) = store.offered("Jane.Doe@example.com")
    assert (offered.date, offered.pattern, offered.probability, offered.samples) == (
        DATE,
        "{first}.{last}",
        0.61,
        3,
    )
    assert offered.options == {"top": 5}
    assert store.offered("bob@example.com") == ()
    assert not any(b"jane" in file.read_bytes() for file in path.parent.iterdir())


# Where it is


@pytest.mark.parametrize(
    ("chosen", "data", "expected"),
    [
        ("/a/b.db", "/data", "/a/b.db"),
        ("", "/data", "/data/guessmail/store.db"),
        ("", "relative", f"{Path.home()}/.local/share/guessmail/store.db"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the XDG folders are those of Linux")
def test_path(chosen: str, data: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", data)
    assert store_place(chosen) == expected


def test_without_a_store_sqlite_is_not_imported(tmp_path: Path) -> None:
    code = (
        "import sys; from guessmail.cli.stores import has_store\n"
        "assert not has_store(sys.argv[1])\n"
        "print([name for name in ('sqlite3', 'platformdirs', 'hashlib', 'email') if name in sys.modules])"
    )
    out, err = python(code, tmp_path / "store.db").communicate()
    assert (out, err) == ("[]\n", "")
    assert not (tmp_path / "store.db").exists()


def test_folder_and_files_are_closed_to_others(path: Path, store: Store) -> None:
    store.record_run(DATE, {}, [OFFER])
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (path.parent, *path.parent.iterdir())}
    assert modes == {"folder": 0o700, "store.db": 0o600, "store.db.key": 0o600}


# Many writers, and kills

WRITER = """
import sys
from pathlib import Path
from guessmail.samples import Sample
from guessmail.store import Origin, Store
with Store(Path(sys.argv[1])) as store:
    for number in range(50):
        sample = Sample(f"p{sys.argv[2]}.n{number}@example.com")
        assert store.learn([sample], origin=Origin("list " + sys.argv[2]), date="2026-05-04")[0].total() == 1
"""


def test_eight_processes_of_fifty_writes_lose_nothing(path: Path) -> None:
    writers = [python(WRITER, path, number) for number in range(8)]
    assert [writer.communicate()[1] for writer in writers] == [""] * 8
    with opened(path) as store:
        assert store.domains() == {"example.com": 400}


LEARNER = """
import os, signal, sys
from pathlib import Path
from guessmail.samples import Sample
from guessmail.store import Origin, Store
left = int(sys.argv[2])  # statements until it kills itself, 0 for never
def count(statement):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
samples = (Sample(f"p{n}@d{n % 97}.example", f"Person {n}") for n in range(30_000))
with Store(Path(sys.argv[1])) as store:
    if left:
        store._connection.set_trace_callback(count)
    print(store.learn(samples, origin=Origin("big.csv"), date="2026-05-04")[0].total())
"""
BATCH = 3 + 10_000 + 97 + 1
"""The statements of a transaction: its begin, two for the source, the samples, the labels, its commit."""


@pytest.mark.parametrize(
    ("statements", "kept"),
    [
        pytest.param(1, 0, id="at the first begin"),
        pytest.param(5_000, 0, id="among the first samples"),
        pytest.param(BATCH, 0, id="at the first commit"),
        pytest.param(BATCH + 1, 10_000, id="at the second begin"),
        pytest.param(BATCH + 9_000, 10_000, id="among the second samples"),
        pytest.param(2 * BATCH - 20, 10_000, id="among the second labels"),
        pytest.param(3 * BATCH, 20_000, id="at the last commit"),
    ],
)
def test_a_kill_leaves_the_store_sound_and_whole_batches(tmp_path: Path, statements: int, kept: int) -> None:
    path = tmp_path / "store.db"
    killed = python(LEARNER, path, statements)
    assert killed.communicate() == ("", "")
    assert killed.returncode == -signal.SIGKILL
    assert check_sound(path) == kept
    out, _ = python(LEARNER, path, 0).communicate()
    assert int(out) == 30_000 - kept


def test_a_kill_from_outside_at_any_moment_leaves_whole_batches(tmp_path: Path) -> None:
    for number in range(4):
        path = tmp_path / f"{number}.db"
        learner = python(LEARNER, path, 0)
        journal = path.with_name(f"{path.name}-journal")
        until(lambda: learner.poll() is not None or journal.exists())  # noqa: B023 - called at once
        learner.kill()
        learner.communicate()
        check_sound(path)


def check_sound(path: Path) -> int:
    with opened(path) as store:
        assert store.rows("PRAGMA integrity_check") == [("ok",)]
        count = sum(store.domains().values())
    assert count % 10_000 == 0
    return count


# Files that are not to be touched


def damaged(path: Path) -> None:
    path.write_bytes(b"\x17" * 5000)


def damaged_inside(path: Path) -> None:
    with opened(path) as store:
        store.learn(map(sample, range(2000)), origin=ORIGIN, date=DATE)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 60_000)


def newer(path: Path) -> None:
    opened(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def strangers(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (title TEXT)")
    connection.close()


def symlink(path: Path) -> None:
    opened(path.with_name("real.db")).close()
    path.symlink_to("real.db")


def folder(path: Path) -> None:
    path.mkdir()


def others(path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    opened(path).close()
    os.chown(path, 12345, 12345)


def journal_pipe(path: Path) -> None:
    opened(path).close()
    os.mkfifo(path.with_name("store.db-journal"))


REFUSED = {
    journal_pipe: "store.db-journal is not a plain file",
    damaged: "damaged",
    damaged_inside: "damaged",
    newer: "newer guessmail",
    strangers: "another program",
    symlink: "symbolic link",
    folder: "not a plain file",
    others: "another user",
}


@pytest.mark.parametrize("make", REFUSED, ids=lambda make: make.__name__)
@pytest.mark.parametrize("create", [True, False])
def test_refused_by_name_and_left_as_it_is(tmp_path: Path, make: object, create: bool) -> None:
    path = tmp_path / "store.db"
    assert callable(make)
    make(path)
    before = {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    with pytest.raises(StoreError, match=str(REFUSED[make])) as caught:  # noqa: PT012
        store = Store(path) if create else Store.open(path)
        store.samples("example.com")
    assert "store.db" in str(caught.value)
    assert {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before


READER = """
import os, sys
from pathlib import Path
from guessmail.errors import StoreError
from guessmail.samples import Sample
from guessmail.store import Origin, Store
import guessmail.store.database, traceback, urllib.parse  # before the rights go that reading them may need
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
with Store.open(Path(sys.argv[1])) as store:
    print(len(store.samples("example.com")), store.is_writable)
    try:
        store.learn([Sample("bob@example.com")], origin=Origin("x"), date="2026-05-04")
    except StoreError as error:
        print(error)
"""


def test_a_read_only_folder_still_answers() -> None:
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "store.db"
        with opened(path) as store:
            store.learn([sample(1)], origin=ORIGIN, date=DATE)
        if os.geteuid() == 0:
            os.chown(path, 65534, 65534)
        path.parent.chmod(0o555)
        out, err = python(READER, path).communicate()
        path.parent.chmod(0o700)
    assert err == ""
    assert out.splitlines()[0] == "1 False"
    assert "read-only" in out


def test_an_empty_file_is_no_store_yet(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    with pytest.raises(StoreError, match="There is no store"):
        Store.open(path)
    with opened(path) as store:
        assert store.domains() == {}


VERSION_1 = (
    "CREATE TABLE source (id INTEGER PRIMARY KEY, label TEXT NOT NULL, kind TEXT NOT NULL, "
    "words TEXT NOT NULL, referred_by TEXT NOT NULL, date TEXT NOT NULL, UNIQUE (label, kind, "
    "words, referred_by));\n"
    "CREATE TABLE sample (domain TEXT NOT NULL, local TEXT NOT NULL COLLATE NOCASE, name TEXT "
    "NOT NULL, source INTEGER NOT NULL REFERENCES source, place TEXT NOT NULL, date TEXT NOT "
    "NULL, PRIMARY KEY (domain, local, name, source)) WITHOUT ROWID;\n"
    "CREATE TABLE label (label TEXT NOT NULL, domain TEXT NOT NULL, PRIMARY KEY (label, "
    "domain)) WITHOUT ROWID;\n"
    "CREATE TABLE company (key TEXT PRIMARY KEY, name TEXT NOT NULL, domain TEXT NOT NULL, date"
    " TEXT NOT NULL) WITHOUT ROWID;\n"
    "CREATE TABLE outcome (id INTEGER PRIMARY KEY AUTOINCREMENT, domain TEXT NOT NULL, local "
    "TEXT NOT NULL COLLATE NOCASE, kind TEXT NOT NULL, date TEXT NOT NULL, name TEXT NOT NULL, "
    "detail TEXT NOT NULL);\n"
    "CREATE INDEX outcome_address ON outcome (domain, local);\n"
    "CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT, date TEXT NOT NULL, options TEXT "
    "NOT NULL);\n"
    "CREATE TABLE offer (hash BLOB NOT NULL, scope BLOB NOT NULL, run INTEGER NOT NULL "
    "REFERENCES run, pattern TEXT NOT NULL, probability REAL NOT NULL, basis TEXT NOT NULL, "
    "samples INTEGER NOT NULL, PRIMARY KEY (hash, run)) WITHOUT ROWID;\n"
    "CREATE INDEX offer_scope ON offer (scope);\n"
    "CREATE INDEX offer_run ON offer (run);\n"
    "CREATE TABLE suppression (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, date "
    "TEXT NOT NULL, note TEXT NOT NULL, key TEXT NOT NULL, scope BLOB NOT NULL);\n"
    "CREATE INDEX suppression_scope ON suppression (scope);\n"
    "CREATE TABLE suppression_mark (hash BLOB NOT NULL, suppression INTEGER NOT NULL REFERENCES"
    " suppression, PRIMARY KEY (hash, suppression)) WITHOUT ROWID;\n"
    "PRAGMA application_id = 1735746931;\n"
    "PRAGMA user_version = 1;\n"
    "INSERT INTO source VALUES (1, 'people.csv', 'csv', '', '', '2026-05-04');\n"
    "INSERT INTO sample VALUES ('example.com', 'Jane.Doe', 'Jane Doe', 1, 'line 2', '2026-05-04');\n"
)


def test_a_store_of_version_1_stays_readable(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(VERSION_1)
    path.chmod(0o600)
    before = path.read_bytes()
    with opened(path) as store:
        assert [each.address for each in store.samples("example.com")] == ["Jane.Doe@example.com"]
    assert path.read_bytes() == before
    with opened(path) as store, opened(tmp_path / "new.db") as new:
        made = "SELECT sql FROM sqlite_master ORDER BY sql"
        assert store.rows(made) == new.rows(made)


# Who else may read it


@pytest.mark.parametrize("name", ["store.db", "store.db.key"])
@pytest.mark.parametrize(
    ("mode", "what"),
    [
        (0o644, "read"),
        (0o640, "read"),
        (0o604, "read"),
        (0o666, "change"),
        (0o620, "change"),
        (0o602, "change"),
    ],
)
def test_what_others_can_read_is_closed_with_a_notice(path: Path, name: str, mode: int, what: str) -> None:
    with opened(path) as store:
        store.record_run(DATE, {}, [OFFER])
        assert store.notices == ()
    file = path.with_name(name)
    file.chmod(mode)
    with opened(path) as store:
        assert store.notices == (f"Other users could {what} {file}; now only you can.",)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with opened(path) as store:
        assert store.notices == ()


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o700])
def test_what_is_closed_to_others_stays_as_it_is(path: Path, mode: int) -> None:
    opened(path).close()
    path.chmod(mode)
    with opened(path) as store:
        assert store.notices == ()
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_mode_that_cannot_be_changed_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(path).close()
    path.chmod(0o644)
    monkeypatch.setattr(Path, "chmod", lambda path, mode: None)
    with opened(path) as store:
        assert store.notices == (
            f"Other users can read {path}, and its permissions cannot be changed: name another file with --store.",
        )


def test_another_programs_database_keeps_its_mode(tmp_path: Path) -> None:
    strangers(tmp_path / "store.db")
    (tmp_path / "store.db").chmod(0o644)
    with pytest.raises(StoreError, match="another program"):
        Store(tmp_path / "store.db")
    assert stat.S_IMODE((tmp_path / "store.db").stat().st_mode) == 0o644


def key_link(key: Path) -> None:
    key.rename(key.with_name("elsewhere"))
    key.symlink_to("elsewhere")


def key_of_another_user(key: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    os.chown(key, 12345, 12345)


def key_folder(key: Path) -> None:
    key.unlink()
    key.mkdir()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (key_link, "store.db.key is a symbolic link"),
        (key_of_another_user, "store.db.key belongs to another user"),
        (key_folder, "store.db.key is not a plain file"),
    ],
    ids=["a link", "another user's", "a folder"],
)
def test_a_key_that_is_not_the_users_own_plain_file_is_refused(
    path: Path, make: object, sentence: str
) -> None:
    with opened(path) as store:
        store.record_run(DATE, {}, [OFFER])
    assert callable(make)
    make(path.with_name("store.db.key"))
    with pytest.raises(StoreError, match=sentence):
        Store.open(path)
