"""A store that cannot be read is no empty store: every command refuses it, and `guess` does not go on without its list."""

import ctypes
import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guessmail.cli.stores import has_store
from guessmail.errors import StoreError
from guessmail.store.files import is_store_there
from program import PROGRAM, Ran, environment, run

COMMANDS = {
    "guess": ("guess", "Jane Doe", "acme.com", "--no-mx"),
    "guess of a list": ("guess", "-i", "people.csv", "--no-mx"),
    "learn": ("learn", "Bob Jones <bob.jones@acme.com>"),
    "learn --dry-run": ("learn", "--dry-run", "Bob Jones <bob.jones@acme.com>"),
    "learn --company": ("learn", "--company", "Acme=acme.com"),
    "formats": ("formats", "acme.com"),
    "domain": ("domain", "Acme", "--no-mx"),
    "why": ("why", "jane.doe@acme.com"),
    "outcome": ("outcome", "bounced", "jane.doe@acme.com"),
    "outcome undo": ("outcome", "undo", "jane.doe@acme.com"),
    "suppress add": ("suppress", "add", "Jane Doe", "acme.com"),
    "suppress remove": ("suppress", "remove", "1"),
    "suppress list": ("suppress", "list"),
    "suppress import": ("suppress", "import", "people.csv"),
    "suppress import --dry-run": ("suppress", "import", "--dry-run", "people.csv"),
    "forget": ("forget", "acme.com"),
    "store export": ("store", "export"),
    "store import": ("store", "import", "copy"),
    "store purge": ("store", "purge", "--all", "--yes"),
}


def without_privileges() -> None:
    """Drop the capabilities by which root may enter what is closed (capabilities(7)); others have none."""
    if os.geteuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            assert ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) == 0  # PR_CAPBSET_DROP


def program(*arguments: str, cwd: Path, is_kept_out: bool = False, **more: str) -> Ran:
    """Run the program; `is_kept_out` by what is closed, which takes a process without root's privileges."""
    if not is_kept_out:
        return run(*arguments, cwd=cwd, env=more)
    done = subprocess.run(
        [PROGRAM, *arguments],
        cwd=cwd,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=without_privileges,
    )
    return Ran(done.args, done.returncode, done.stdout, done.stderr)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a list, an export, and a store in `data` that suppresses Jane Doe."""
    (tmp_path / "people.csv").write_text("name,email,domain\nJane Doe,jane.doe@acme.com,acme.com\n")
    (tmp_path / "data").mkdir()
    store = str(tmp_path / "data" / "store.db")
    assert (
        program("suppress", "add", "Jane Doe", "acme.com", cwd=tmp_path, GUESSMAIL_STORE=store).returncode
        == 0
    )
    (tmp_path / "copy").write_text(program("store", "export", cwd=tmp_path, GUESSMAIL_STORE=store).stdout)
    return tmp_path


def closed(folder: Path) -> None:
    (folder / "data").chmod(0)


def gone(folder: Path) -> None:
    (folder / "data" / "store.db").unlink()


def emptied(folder: Path) -> None:
    (folder / "data" / "store.db").write_bytes(b"")


def unmounted(folder: Path) -> None:
    (folder / "data").rename(folder / "elsewhere")


def turned_to_a_file(folder: Path) -> None:
    unmounted(folder)
    (folder / "data").write_text("")


def linked_to_itself(folder: Path) -> None:
    unmounted(folder)
    (folder / "data").symlink_to("data")


def linked_to_nowhere(folder: Path) -> None:
    unmounted(folder)
    (folder / "data").symlink_to("unmounted")


def unreadable(folder: Path) -> None:
    (folder / "data" / "store.db").chmod(0)


def without_its_key(folder: Path) -> None:
    (folder / "data" / "store.db.key").unlink()


def with_a_closed_key(folder: Path) -> None:
    (folder / "data" / "store.db.key").chmod(0)


STATES = [
    closed, gone, emptied, unmounted, turned_to_a_file, linked_to_itself, linked_to_nowhere, unreadable,
]  # fmt: skip
FEW = ["guess", "guess of a list", "learn", "suppress import", "store export"]
"""Enough for states that take a start of the program each time: all commands open the store in one place."""
CLOSED = [closed, unreadable, with_a_closed_key]
Break = Callable[[Path], None]


@pytest.fixture(autouse=True)
def _opened_again(tmp_path: Path) -> Iterator[None]:
    yield
    if (tmp_path / "data").is_dir():
        (tmp_path / "data").chmod(0o700)


@pytest.mark.parametrize("become", STATES, ids=lambda state: state.__name__)
def test_every_command_refuses_it(folder: Path, become: Break) -> None:
    become(folder)
    where = {"GUESSMAIL_STORE": str(folder / "data" / "store.db")}
    named = FEW if become in CLOSED else COMMANDS
    for command in map(COMMANDS.__getitem__, named):
        ran = program(*command, cwd=folder, is_kept_out=become in CLOSED, **where)
        assert (ran.returncode, ran.stdout) == (1, ""), (command, ran)
        assert "Error: " in ran.stderr
        assert "store" in ran.stderr
        assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("become", [without_its_key, with_a_closed_key], ids=lambda state: state.__name__)
def test_nothing_is_guessed_without_the_key(folder: Path, become: Break) -> None:
    become(folder)
    for command in ("guess", "guess of a list", "learn", "why", "suppress add"):
        where = {"GUESSMAIL_STORE": str(folder / "data" / "store.db")}
        ran = program(*COMMANDS[command], cwd=folder, is_kept_out=become in CLOSED, **where)
        assert (ran.returncode, ran.stdout) == (1, ""), ran


@pytest.mark.parametrize("become", STATES, ids=lambda state: state.__name__)
def test_without_the_store_only_where_one_says_so(folder: Path, become: Break) -> None:
    become(folder)
    ran = program(
        *COMMANDS["guess"],
        "--no-store",
        cwd=folder,
        is_kept_out=become in CLOSED,
        GUESSMAIL_STORE=str(folder / "data" / "store.db"),
    )
    assert ran.returncode == 0, ran
    assert "jane.doe@acme.com" in ran.stdout


HOMES = [linked_to_nowhere, closed, linked_to_itself]


@pytest.mark.parametrize("become", HOMES, ids=lambda state: state.__name__)
def test_the_platforms_folder_behind_a_closed_door(folder: Path, become: Break) -> None:
    """The data folder is one level below, so that it is not there as a folder of its own."""
    become(folder)
    where = {"XDG_DATA_HOME": str(folder / "data")}
    ran = program(*COMMANDS["guess"], cwd=folder, is_kept_out=become in CLOSED, **where)
    assert (ran.returncode, ran.stdout) == (1, ""), ran
    assert "--no-store" in ran.stderr


@pytest.mark.parametrize("command", ["suppress add", "learn", "learn --company", "outcome", "store import"])
def test_writers_make_a_store_at_a_new_path_in_a_folder(folder: Path, command: str) -> None:
    ran = program(*COMMANDS[command], cwd=folder, GUESSMAIL_STORE=str(folder / "new.db"))
    assert ran.returncode == 0, ran
    assert (folder / "new.db").stat().st_size


READERS = (
    "guess of a list",
    "formats",
    "domain",
    "why",
    "outcome undo",
    "suppress list",
    "forget",
    "store purge",
)


@pytest.mark.parametrize("command", READERS)
def test_readers_say_that_there_is_none(folder: Path, command: str) -> None:
    ran = program(*COMMANDS[command], cwd=folder, GUESSMAIL_STORE=str(folder / "new.db"))
    assert ran.returncode == 0, ran
    assert not (folder / "new.db").exists()
    assert "No store can be kept" not in ran.stderr


def test_a_new_user_has_none(folder: Path) -> None:
    ran = program(*COMMANDS["guess"], cwd=folder, HOME=str(folder / "data"), XDG_DATA_HOME="")
    assert (ran.returncode, ran.stderr.count("store")) == (0, 0), ran
    assert (
        program(*COMMANDS["learn"], cwd=folder, HOME=str(folder / "data"), XDG_DATA_HOME="").returncode == 0
    )
    assert (folder / "data" / ".local" / "share" / "guessmail" / "store.db").exists()


def read_only(folder: Path) -> None:
    (folder / "data").chmod(0o500)


NOWHERE: list[tuple[str, dict[str, str], Break]] = [
    ("no home", {"HOME": ""}, lambda _: None),
    ("a home that is none", {"HOME": "relative"}, lambda _: None),
    ("a home that is a device", {"HOME": "/dev/null"}, lambda _: None),
    ("a read-only home", {"HOME": "data"}, read_only),
    ("a read-only data folder", {"XDG_DATA_HOME": "data"}, read_only),
]


@pytest.mark.parametrize(("env", "become"), [row[1:] for row in NOWHERE], ids=[row[0] for row in NOWHERE])
def test_guess_goes_on_where_no_store_can_be(folder: Path, env: dict[str, str], become: Break) -> None:
    become(folder)
    where = {"XDG_DATA_HOME": ""} | {
        name: str(folder / value) if value == "data" else value for name, value in env.items()
    }
    is_kept_out = become is read_only
    ran = program(*COMMANDS["guess"], cwd=folder, is_kept_out=is_kept_out, **where)
    wrote = program(*COMMANDS["learn"], cwd=folder, is_kept_out=is_kept_out, **where)
    assert "jane.doe@acme.com" in ran.stdout, ran
    assert "No store can be kept (" in ran.stderr
    assert (
        "No store"
        not in program(*COMMANDS["guess"], "-q", cwd=folder, is_kept_out=is_kept_out, **where).stderr
    )
    assert wrote.returncode == 1, wrote
    assert "Traceback" not in wrote.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["copy", "data", "people.csv"], (
        "no folder named ~"
    )


def test_the_dns_cache_makes_no_folder_of_a_tilde(folder: Path) -> None:
    where = {"HOME": "relative", "XDG_CACHE_HOME": "", "XDG_DATA_HOME": ""}
    ran = program("check", "acme.com", "--dns-timeout", "0.2", cwd=folder, is_kept_out=False, **where)
    assert "Traceback" not in ran.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["copy", "data", "people.csv"]


@pytest.mark.parametrize(
    "code", [errno.EACCES, errno.EIO, errno.ESTALE, errno.ELOOP, errno.ENAMETOOLONG, errno.ENOTCONN]
)
@pytest.mark.parametrize("name", ["store.db", "store.db.key"])
def test_what_the_file_system_does_not_tell(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: int
) -> None:
    """A file server that has gone away answers in many ways; only "there is no such file" says that there is none."""
    store = folder / "data" / "store.db"
    real = os.lstat

    def lstat(path: str | Path, **more: object) -> os.stat_result:
        if Path(path).name == name:
            raise OSError(code, os.strerror(code))
        if Path(path).name.startswith("store.db"):
            raise FileNotFoundError(errno.ENOENT, "")
        return real(path)

    monkeypatch.setattr(os, "lstat", lstat)
    monkeypatch.setattr(Path, "lstat", lstat)
    with pytest.raises(StoreError, match="cannot be reached"):
        has_store(str(store))
    with pytest.raises(StoreError, match="cannot be reached"):
        is_store_there(store)
