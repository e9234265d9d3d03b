"""A folder of a stranger's: whatever modules and programs stand beside a list, or in a repository, none of them runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from program import HANG, PROGRAM, environment, run

PEOPLE = "name,domain\nJane Doe,acme.test\nBob Jones,acme.test\n"
MODULES = [
    *sys.stdlib_module_names,
    "click",
    "guessmail",
    "openpyxl",
    "rich",
    "sitecustomize",
    "usercustomize",
]
PROGRAMS = "bash fish git ld ldconfig less man pager python python3 sh uname vi xdg-open zsh".split()
GIT = shutil.which("git") or "git"
PERSON = ("-c", "user.name=Jane Doe", "-c", "user.email=jane.doe@acme.test")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a list and a repository, whose modules and programs leave a trace where they run."""
    place = tmp_path_factory.mktemp("strangers")
    repository = place / "repository"
    trace = place / "ran"
    (place / "people.csv").write_text(PEOPLE)
    subprocess.run([GIT, "init", "--quiet", repository], check=True)
    commit = ["commit", "--quiet", "--allow-empty", "--message=One"]
    subprocess.run([GIT, *PERSON, *commit], cwd=repository, check=True)
    for name in MODULES:
        (place / f"{name}.py").write_text(f"open({str(trace)!r}, 'a').write('{name}.py ')\n")
    (place / "encodings").mkdir()
    (place / "encodings" / "__init__.py").write_text((place / "json.py").read_text())
    for where in (place, repository, place / "bin"):
        where.mkdir(exist_ok=True)
        for name in PROGRAMS:
            (where / name).write_text(f"#!/bin/sh\nprintf '{name} ' >> '{trace}'\n")
            (where / name).chmod(0o755)
    return place


OWN = os.environ["PATH"]
NEAR = {
    "none": OWN,
    "dot": f".{os.pathsep}{OWN}",
    "empty part": f"{os.pathsep}{OWN}",
    "empty part within": f"/nowhere{os.pathsep}{os.pathsep}{OWN}",
    "relative": f"bin{os.pathsep}./bin{os.pathsep}{OWN}",
    "empty": "",
}


@pytest.mark.parametrize("path", NEAR.values(), ids=NEAR)
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("learn", "repository", "--store", "store.db"), ""),
        (("formats", "acme.test", "--samples", "repository", "--no-store"), "acme.test"),
        (("completion", "bash"), "guessmail"),
    ],
    ids=["learn", "samples", "completion"],
)
def test_programs(folder: Path, arguments: tuple[str, ...], expected: str, path: str) -> None:
    (folder / "ran").write_text("")
    done = run(*arguments, cwd=folder, env={"PATH": path})
    assert (folder / "ran").read_text() == ""
    assert expected in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("guess", "-i", "people.csv", "--no-mx", "--jobs", "2"),
        ("guess", "-i", "people.csv", "--no-cache", "--jobs", "2", "-o", "guessed.csv"),
        ("guess", "-i", "people.csv", "--no-mx", "-o", "guessed.xlsx"),
        ("guess", "Jane Doe", "acme.test", "--no-mx", "--explain"),
        ("check", "acme.test", "--no-cache"),
        ("domain", "Acme Ltd", "--no-mx"),
        ("completion", "zsh"),
        ("learn", "repository", "--store", "store.db"),
        ("store", "path"),
    ],
    ids=" ".join,
)
def test_start(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "ran").write_text("")
    done = subprocess.run(
        [PROGRAM, *arguments],
        cwd=folder, env=environment(PATH=NEAR["dot"]), capture_output=True, timeout=HANG, check=False,
    )  # fmt: skip
    assert (folder / "ran").read_text() == ""
    assert (done.returncode, bool(done.stdout)) in {
        (0, True),
        (0, False),
        (5, True),
    }  # unknown, as nobody answers
