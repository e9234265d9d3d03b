"""The file that a list is written to: by one run at a time, through no link, and with the mode it had."""

import io
import os
import re
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from guessmail.errors import BrokenFileError, UsageError
from guessmail.lists.outputs import open_output
from guessmail.runs.run import fingerprint
from program import HANG, PROGRAM, environment, run, until

LIST = "name,domain\nJane Doe,acme.example\nBob Jones,b.example\n"
GUESS = ("guess", "--no-mx", "--no-store")
EXPECTED = run(*GUESS, piped=LIST).stdout


def write(*options: str) -> subprocess.CompletedProcess[str]:
    return run(*GUESS, *options, piped=LIST)


@contextmanager
def in_the_middle(output: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a list from a pipe that gave two lines so far, both of which are written, and noted after that."""
    with subprocess.Popen(
        [PROGRAM, *GUESS, "-o", str(output)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as process:
        assert process.stdin
        note, head = Path(f"{output}.part.run"), "".join(LIST.splitlines(keepends=True)[:2])
        process.stdin.write(head)
        process.stdin.flush()
        until(lambda: note.exists() and note.read_bytes().count(b"\n") == 3)
        yield process
        process.stdin.write(LIST.removeprefix(head))
        process.stdin.close()
        process.stdin = None
        assert process.wait(HANG) == 0, process.stderr


@pytest.mark.parametrize(
    ("options", "link"), [((), False), (("--resume",), True)], ids=["plain", "resumed, by a link"]
)
def test_a_second_run_is_told_who_writes(tmp_path: Path, options: tuple[str, ...], link: bool) -> None:
    source, output = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(LIST)
    named = output
    if link:
        named = tmp_path / "link.csv"
        named.symlink_to(output)
    with in_the_middle(output) as first:
        before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
        second = write("-i", str(source), "-o", str(named), *options)
        assert (second.returncode, second.stdout) == (1, "")
        assert f"Another run of guessmail (process {first.pid}) is writing {output}. " in second.stderr
        assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before
    assert output.read_text() == EXPECTED
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted({"in.csv", "out.csv", named.name})
    assert write("-i", str(source), "-o", str(named), *options).returncode == 0


def test_one_person_is_not_written_into_a_list(tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    with in_the_middle(output) as first:
        second = run(*GUESS, "Jane Doe", "acme.example", "-o", str(output))
        assert second.returncode == 1
        assert f"process {first.pid}" in second.stderr
    assert output.read_text() == EXPECTED


def symlink(place: Path, victim: Path) -> None:
    place.symlink_to(victim)


def dangling(place: Path, victim: Path) -> None:
    place.symlink_to(victim.with_name("new"))


def hard_link(place: Path, victim: Path) -> None:
    place.hardlink_to(victim)


def fifo(place: Path, victim: Path) -> None:
    os.mkfifo(place)


def folder(place: Path, victim: Path) -> None:
    place.mkdir()


def store(output: Path, rows: bytes = b"rows", *, mark: bool = False, resume: bool = False) -> None:
    """Write a file whole, as a list does."""
    with open_output(str(output), "run", is_resumed=resume) as opened:
        opened.write(rows)
        opened.commit(mark=mark)


@pytest.mark.parametrize("make", [symlink, dangling, hard_link, fifo, folder], ids=lambda make: make.__name__)
@pytest.mark.parametrize("resume", [False, True], ids=["plain", "resumed"])
def test_the_part_is_never_written_through_what_stands_there(
    tmp_path: Path, make: Callable[[Path, Path], None], resume: bool
) -> None:
    victim, output = tmp_path / "victim", tmp_path / "out.csv"
    victim.write_text("precious")
    make(tmp_path / "out.csv.part", victim)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(BrokenFileError, match=r"out\.csv"):
        store(output, resume=resume)
    assert victim.read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_link_in_its_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "out.csv.part").symlink_to("victim")
    done = write("-o", str(tmp_path / "out.csv"))
    assert done.returncode == 1
    assert (
        f"{tmp_path}/out.csv.part is a symbolic link, and guessmail does not write through it." in done.stderr
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_the_part_of_another_user_is_refused(tmp_path: Path) -> None:
    part = tmp_path / "out.csv.part"
    part.touch()
    os.chown(part, 12345, 12345)
    with pytest.raises(BrokenFileError, match="no plain file of yours"):
        store(tmp_path / "out.csv")


@pytest.mark.parametrize("make", [symlink, dangling, hard_link, fifo], ids=lambda make: make.__name__)
def test_a_note_that_stands_there_is_made_anew(tmp_path: Path, make: Callable[[Path, Path], None]) -> None:
    victim, output = tmp_path / "victim", tmp_path / "out.csv"
    victim.write_text("precious")
    make(tmp_path / "out.csv.part.run", victim)
    store(output, mark=True)
    assert output.read_bytes() == b"\xef\xbb\xbfrows"
    assert victim.read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "victim"]


def test_a_pipe_in_place_of_the_note_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name,domain\nJane Doe,acme.test\n")
    (tmp_path / "out.csv.part").write_text("name,domain\n")
    os.mkfifo(tmp_path / "out.csv.part.run")
    done = run("guess", "-i", "list.csv", "-o", "out.csv", "--no-mx", "--no-store", "--resume", cwd=tmp_path)
    assert done.returncode == 2
    assert "from a run with other input or options" in done.stderr


@contextmanager
def new_files(umask: int) -> Iterator[None]:
    before = os.umask(umask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o604, 0o666, 0o644])
@pytest.mark.parametrize("umask", [0, 0o077], ids=["no umask", "a narrow umask"])
@pytest.mark.parametrize("mark", [False, True], ids=["plain", "marked"])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, mode: int, umask: int, mark: bool) -> None:
    output = tmp_path / "out.csv"
    output.touch()
    output.chmod(mode)
    with new_files(umask):
        store(output, mark=mark)
    assert output.read_bytes().endswith(b"rows")
    assert stat.S_IMODE(output.stat().st_mode) == mode


@pytest.mark.parametrize("umask", [0, 0o022, 0o777], ids=oct)
@pytest.mark.parametrize("mode", [None, 0o600, 0o666], ids=str)
@pytest.mark.parametrize("left", [False, True], ids=["new", "left by another run"])
def test_unfinished_rows_are_the_users_alone(
    tmp_path: Path, umask: int, mode: int | None, left: bool
) -> None:
    output, part = tmp_path / "out.csv", tmp_path / "out.csv.part"
    if mode is not None:
        output.touch()
        output.chmod(mode)
    if left:
        part.touch()
        part.chmod(0o666)
    with new_files(umask), open_output(str(output), "run"):
        modes = {
            path.name: stat.S_IMODE(path.stat().st_mode) for path in (part, tmp_path / "out.csv.part.run")
        }
    assert modes == {"out.csv.part": 0o600, "out.csv.part.run": 0o600}


def test_a_file_has_no_other_mode_when_it_is_made(tmp_path: Path) -> None:
    """Not even for the moment until it is changed: as the system's calls tell."""
    trace = shutil.which("strace")
    if not trace:
        pytest.skip("strace shows what is opened")
    calls = tmp_path / "calls"
    traced = [trace, "-f", "-e", "trace=open,openat,creat", "-o", str(calls)]
    command = [*traced, PROGRAM, *GUESS, "-o", str(tmp_path / "out.csv")]
    with new_files(0):
        subprocess.run(
            command, input=f"\ufeff{LIST}".encode("utf-16"), env=environment(), check=True, timeout=HANG
        )
    made = re.findall(r'/(out\.csv[^"]*)", \S*O_CREAT\S*, (\d+)\)', calls.read_text())
    assert {name for name, _ in made} >= {"out.csv.part", "out.csv.part.run"}
    assert {mode for _, mode in made} == {"0600"}


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0, 0o666)])
@pytest.mark.parametrize("mark", [False, True], ids=["plain", "marked"])
def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path, umask: int, mode: int, mark: bool) -> None:
    with new_files(umask):
        store(tmp_path / "out.csv", mark=mark)
        assert os.umask(umask) == umask
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == mode


@pytest.mark.parametrize("note", [None, b"", b"\xff\xfe", b"another\n1\n"])
def test_a_part_of_nobody_knows_which_run_is_not_gone_on_with(tmp_path: Path, note: bytes | None) -> None:
    output = tmp_path / "out.csv"
    (tmp_path / "out.csv.part").write_text("rows")
    if note is not None:
        (tmp_path / "out.csv.part.run").write_bytes(note)
    with pytest.raises(UsageError, match="other input or options"):
        store(output, resume=True)
    assert (tmp_path / "out.csv.part").read_text() == "rows"
    store(output, b"new")
    assert output.read_bytes() == b"new"


def test_an_empty_part_is_a_start(tmp_path: Path) -> None:
    (tmp_path / "out.csv.part").touch()
    store(tmp_path / "out.csv", resume=True)
    assert (tmp_path / "out.csv").read_bytes() == b"rows"


@pytest.mark.parametrize("note", [b"", b"x", b" ", b"4 1 x\n", b"one two three\n"], ids=repr)
def test_what_an_interrupted_run_left(tmp_path: Path, note: bytes) -> None:
    """Wherever the rows and their note were cut, the run goes on from the last state whose rows are all there."""
    output, part, noted = (tmp_path / name for name in ("out.csv", "out.csv.part", "out.csv.part.run"))
    pieces = [b"head\n", b"one\n", b"two\n"]
    with open_output(str(output), "run") as opened:
        for piece, state in zip(pieces, ["", "first", "second"], strict=True):
            opened.write(piece, state)
    whole, lines = part.read_bytes(), noted.read_bytes()
    for cut in range(len(whole) + 4):
        for missing in range(3):
            part.write_bytes(whole[:cut] + b"x" * max(cut - len(whole), 0))
            noted.write_bytes(b"".join(lines.splitlines(keepends=True)[: 4 - missing]) + note)
            states = [state for state, size in (("first\n", 9), ("second\n", 13)) if size <= cut][
                : 2 - missing
            ]
            with open_output(str(output), "run", is_resumed=True) as opened:
                assert opened.state == (states or [""])[-1]
                assert part.read_bytes() == whole[: [0, 9, 13][len(states)]]


def test_the_note_of_a_run_that_has_begun_since_then_stays(tmp_path: Path) -> None:
    output, note = tmp_path / "out.csv", tmp_path / "out.csv.part.run"
    with open_output(str(output), "run") as opened:
        note.write_text("other\n1\n")
        opened.commit()
    assert note.read_text() == "other\n1\n"


def test_a_part_of_another_version_is_not_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_of() -> str:
        return fingerprint(io.BufferedReader(io.BytesIO(b"list")), "options")

    own = run_of()
    assert run_of() == own
    monkeypatch.setattr("guessmail.runs.run.__version__", "0.0.9")
    output = tmp_path / "out.csv"
    with open_output(str(output), run_of()) as opened:
        opened.write(b"rows")
    with pytest.raises(UsageError, match="another version"):
        open_output(str(output), own, is_resumed=True)
    assert (tmp_path / "out.csv.part").read_bytes() == b"rows"


# A folder where everybody can write, as /tmp is

STRANGER = 12345


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o1777)
    (tmp_path / "victim").write_text("precious")
    (tmp_path / "files").mkdir()
    return folder


def give(place: Path, owner: int) -> None:
    os.chown(place, owner, owner, follow_symlinks=False)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize(
    ("make", "output"),
    [
        (lambda at: at.symlink_to("../victim"), "shared/it"),
        (lambda at: at.symlink_to(at.parent.parent / "victim"), "shared/it"),
        (lambda at: at.symlink_to("../new"), "shared/it"),
        (lambda at: at.symlink_to("../files"), "shared/it/out.csv"),
        (lambda at: at.symlink_to("../files"), "shared/it/../out.csv"),
        (lambda at: at.symlink_to("/dev/null"), "shared/it"),
        (os.mkfifo, "shared/it"),
        (lambda at: at.touch(), "shared/it"),
        (lambda at: (at.symlink_to("../victim"), (at.parent.parent / "own").symlink_to("shared/it")), "own"),
    ],
    ids=["link", "absolute link", "dangling", "link to a folder", "and back", "link to a device", "pipe", "file", "by an own link"],
)  # fmt: skip
@pytest.mark.parametrize("way", [LIST, None], ids=["list", "one person"])
def test_what_a_stranger_put_there_is_not_written_to(
    tmp_path: Path, shared: Path, make: Callable[[Path], None], output: str, way: str | None
) -> None:
    make(shared / "it")
    give(shared / "it", STRANGER)
    before = sorted(tmp_path.rglob("*"))
    asked = () if way else ("Jane Doe", "acme.example")
    done = run(*GUESS, *asked, "-o", output, piped=way or "", cwd=tmp_path)
    assert done.returncode == 1
    assert f"{shared}/it belongs to another user, in a folder where everybody can write;" in done.stderr
    assert (tmp_path / "victim").read_text() == "precious"
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize(
    ("mode", "owner", "folder_owner"),
    [(0o1777, 0, 0), (0o1777, STRANGER, STRANGER), (0o1755, STRANGER, 0), (0o777, STRANGER, 0)],
    ids=["own link", "the folder's owner's", "nobody else can write", "not sticky"],
)
def test_other_links_are_followed(
    tmp_path: Path, shared: Path, mode: int, owner: int, folder_owner: int
) -> None:
    (shared / "it").symlink_to("../victim")
    give(shared / "it", owner)
    give(shared, folder_owner)
    shared.chmod(mode)
    assert write("-o", str(shared / "it")).returncode == 0
    assert (tmp_path / "victim").read_text() == EXPECTED
    assert (shared / "it").is_symlink()


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("other")
    (tmp_path / "other").symlink_to("one")
    done = write("-o", str(tmp_path / "one"))
    assert done.returncode == 1
    assert "cannot be written: Too many levels of symbolic links." in done.stderr


def test_a_full_disk_is_told_without_rows_where_there_are_none(tmp_path: Path) -> None:
    person = run(*GUESS, "Jane Doe", "acme.example", "-o", "out.csv", cwd=tmp_path, largest=20)
    assert (person.returncode, person.stderr) == (1, "Error: out.csv cannot be written: File too large.\n")
    assert list(tmp_path.iterdir()) == []
    piped = run(*GUESS, "-o", "out.csv", piped=LIST, cwd=tmp_path, largest=20)
    part = tmp_path / "out.csv.part"
    assert piped.stderr.endswith(f"File too large. The rows so far are in {part}.\n")  # a pipe is not resumed
    assert part.exists()
