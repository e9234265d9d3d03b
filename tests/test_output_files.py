"""The file that a list is written to: by one run at a time, through no link, and with the mode it had."""

import os
import stat
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from program import HANG, PROGRAM, environment, run

LIST = "name,domain\nJane Doe,acme.example\nBob Jones,b.example\n"
GUESS = ("guess", "--no-mx", "--no-store")
EXPECTED = run(*GUESS, piped=LIST).stdout


def write(*options: str, umask: int = 0o022, piped: str = LIST) -> subprocess.CompletedProcess[str]:
    return run(*GUESS, *options, piped=piped, preexec_fn=lambda: os.umask(umask))


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
            pass
        yield process
        process.stdin.write(LIST.removeprefix(head))
        process.stdin.close()
        process.stdin = None
        assert process.wait(HANG) == 0, process.stderr


@pytest.mark.parametrize("options", [(), ("--resume",)], ids=["plain", "resumed"])
@pytest.mark.parametrize("link", [False, True], ids=["by its name", "by a link"])
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


@pytest.mark.parametrize("make", [symlink, dangling, hard_link, fifo, folder], ids=lambda make: make.__name__)
@pytest.mark.parametrize("options", [(), ("--resume",)], ids=["plain", "resumed"])
def test_the_part_is_never_written_through_what_stands_there(
    tmp_path: Path, make: Callable[[Path, Path], None], options: tuple[str, ...]
) -> None:
    victim, output, source = tmp_path / "victim", tmp_path / "out.csv", tmp_path / "in.csv"
    victim.write_text("precious")
    source.write_text(LIST)
    make(tmp_path / "out.csv.part", victim)
    before = sorted(path.name for path in tmp_path.iterdir())
    done = write("-i", str(source), "-o", str(output), *options)
    assert done.returncode == 1
    assert "out.csv" in done.stderr
    assert "Traceback" not in done.stderr
    assert victim.read_text() == "precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize("make", [symlink, dangling, hard_link, fifo], ids=lambda make: make.__name__)
@pytest.mark.parametrize("name", ["out.csv.part.run", "out.csv.part.marked"])
def test_what_stands_beside_it_is_made_anew(
    tmp_path: Path, make: Callable[[Path, Path], None], name: str
) -> None:
    victim, output, source = tmp_path / "victim", tmp_path / "out.csv", tmp_path / "in.csv"
    victim.write_text("precious")
    source.write_bytes(b"name,domain\n" + b"Jane Doe,acme.example\n" * 4_000 + b"J\xf6rg Doe,b.example\n")
    make(tmp_path / name, victim)
    done = write("-i", str(source), "-o", str(output))
    assert done.returncode == 0, done.stderr
    assert output.read_bytes().startswith(b"\xef\xbb\xbfname,")
    assert victim.read_text() == "precious"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o604, 0o666, 0o644])
@pytest.mark.parametrize("umask", [0, 0o077], ids=["no umask", "a narrow umask"])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, mode: int, umask: int) -> None:
    output = tmp_path / "out.csv"
    output.touch()
    output.chmod(mode)
    assert write("-o", str(output), umask=umask).returncode == 0
    assert output.read_text() == EXPECTED
    assert stat.S_IMODE(output.stat().st_mode) == mode


def test_the_part_has_that_mode_from_the_first_byte(tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    output.touch()
    output.chmod(0o600)
    with in_the_middle(output):
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
        assert modes == {"out.csv": 0o600, "out.csv.part": 0o600, "out.csv.part.run": 0o600}
    assert stat.S_IMODE(output.stat().st_mode) == 0o600


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path, umask: int, mode: int) -> None:
    output = tmp_path / "out.csv"
    assert write("-o", str(output), umask=umask).returncode == 0
    assert stat.S_IMODE(output.stat().st_mode) == mode


def test_a_part_without_a_note_is_not_gone_on_with(tmp_path: Path) -> None:
    source, output = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(LIST)
    (tmp_path / "out.csv.part").write_text(EXPECTED[:-20])
    for note in (None, b"", b"\xff\xfe", b"another\n1\n"):
        if note is not None:
            (tmp_path / "out.csv.part.run").write_bytes(note)
        done = write("-i", str(source), "-o", str(output), "--resume")
        assert done.returncode == 2
        assert "other options" in done.stderr
    assert write("-i", str(source), "-o", str(output)).returncode == 0
    assert output.read_text() == EXPECTED


def test_an_empty_part_is_a_start(tmp_path: Path) -> None:
    source, output = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(LIST)
    (tmp_path / "out.csv.part").touch()
    assert write("-i", str(source), "-o", str(output), "--resume").returncode == 0
    assert output.read_text() == EXPECTED
