"""The file that a list is written to: by one run at a time, through no link, and with the mode it had."""

import os
import stat
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from guessmail.errors import BrokenFileError, UsageError
from guessmail.tables.outputs import open_output
from program import HANG, PROGRAM, environment, run

LIST = "name,domain\nJane Doe,acme.example\nBob Jones,b.example\n"
GUESS = ("guess", "--no-mx", "--no-store")
EXPECTED = run(*GUESS, piped=LIST).stdout


def write(*options: str) -> subprocess.CompletedProcess[str]:
    return run(*GUESS, *options, piped=LIST)


@contextmanager
def in_the_middle(output: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a list from a pipe that gave two lines so far, both of which are written."""
    with subprocess.Popen(
        [PROGRAM, *GUESS, "-o", str(output)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as process:
        assert process.stdin
        part, head = Path(f"{output}.part"), "".join(LIST.splitlines(keepends=True)[:2])
        process.stdin.write(head)
        process.stdin.flush()
        while process.poll() is None and not (part.exists() and part.read_bytes().count(b"\n") == 2):
            time.sleep(0.005)
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
    with closing(open_output(str(output), "run", resume=(lambda part: (1, 4)) if resume else None)) as opened:
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
@pytest.mark.parametrize("name", ["out.csv.part.run", "out.csv.part.marked"])
def test_what_stands_beside_it_is_made_anew(
    tmp_path: Path, make: Callable[[Path, Path], None], name: str
) -> None:
    victim, output = tmp_path / "victim", tmp_path / "out.csv"
    victim.write_text("precious")
    make(tmp_path / name, victim)
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


def test_a_mark_that_is_there_is_not_put_twice(tmp_path: Path) -> None:
    store(tmp_path / "out.csv", b"\xef\xbb\xbfrows", mark=True)
    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbfrows"


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


def test_the_part_has_that_mode_from_the_first_byte(tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    output.touch()
    output.chmod(0o600)
    with new_files(0), closing(open_output(str(output), "run")):
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"out.csv": 0o600, "out.csv.part": 0o600, "out.csv.part.run": 0o600}


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path, umask: int, mode: int) -> None:
    with new_files(umask):
        store(tmp_path / "out.csv")
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


def test_the_note_of_a_run_that_has_begun_since_then_stays(tmp_path: Path) -> None:
    output, note = tmp_path / "out.csv", tmp_path / "out.csv.part.run"
    with closing(open_output(str(output), "run")) as opened:
        note.write_text("other\n1\n")
        opened.commit()
    assert note.read_text() == "other\n1\n"
