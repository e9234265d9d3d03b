"""A repository that a stranger made runs nothing, whatever its settings name."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from guessmail.errors import BrokenFileError
from guessmail.samples import sources
from program import run

MISSING = "1" * 40
"""A commit that is not there: git would ask a promisor remote for it."""


def git(repository: Path, *arguments: str) -> str:
    """Run git there, with nothing of the user's; return what it prints."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-C", str(repository), "-c", "user.name=Bob Jones", "-c", "user.email=bjones@corp.test"]
    done = subprocess.run(
        [*command, *arguments],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={**own, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull},
    )
    return done.stdout.strip()


def folder_of(repository: Path) -> Path:
    """Return where git keeps what it knows of it."""
    return repository / ".git" if (repository / ".git").exists() else repository


def with_settings(*settings: tuple[str, str]) -> Callable[[Path, str], None]:
    """Return what writes settings, `{trap}` in them being a program that leaves a file behind."""

    def write(repository: Path, trap: str) -> None:
        with (folder_of(repository) / "config").open("a", encoding="utf-8") as file:
            for key, value in settings:
                section, name = key.rsplit(".", 1)
                head, _, of = section.partition(".")
                file.write(f'[{head} "{of}"]\n' if of else f"[{head}]\n")
                file.write(f'{name} = "{value.format(trap=trap)}"\n')

    return write


def promising(url: str, *settings: tuple[str, str]) -> Callable[[Path, str], None]:
    """Return what makes a repository lack a commit that it promises to fetch from `url`."""
    write = with_settings(
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", url),
        *settings,
    )

    def lack(repository: Path, trap: str) -> None:
        write(repository, trap)
        (folder_of(repository) / "refs/heads/missing").write_text(f"{MISSING}\n", encoding="ascii")

    return lack


TRAPS = {
    "ext transport": promising("ext::{trap}", ("protocol.ext.allow", "always")),
    "ssh command": promising(
        "ssh://host.invalid/x", ("core.sshCommand", "{trap}"), ("protocol.ssh.allow", "always")
    ),
    "uploadpack": promising(".", ("remote.origin.uploadpack", "{trap}"), ("protocol.file.allow", "always")),
    "remote helper": promising("x", ("remote.origin.vcs", "ext"), ("protocol.ext.allow", "always")),
    "credential helper": promising(
        "http://127.0.0.1:9/x", ("credential.helper", "!{trap}"), ("protocol.http.allow", "always")
    ),
    "git proxy": promising(
        "git://host.invalid/x", ("core.gitProxy", "{trap}"), ("protocol.git.allow", "always")
    ),
    "file monitor": with_settings(("core.fsmonitor", "{trap}")),
    "pager": with_settings(("core.pager", "{trap}"), ("pager.log", "{trap}")),
    "signature program": with_settings(("log.showSignature", "true"), ("gpg.program", "{trap}")),
    "text conversion": with_settings(("diff.trap.textconv", "{trap}"), ("diff.external", "{trap}")),
    "alias": with_settings(("alias.log", "!{trap}")),
}


PIPES = ("config", "packed-refs", "objects/info/alternates", "refs/heads/pipe", "info/grafts")


@pytest.mark.parametrize("place", PIPES)
def test_a_pipe_in_a_repository_is_not_waited_for(untouched: Path, tmp_path: Path, place: str) -> None:
    repository = tmp_path / "work"
    shutil.copytree(untouched, repository)
    pipe = folder_of(repository) / place
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    ran = run("learn", "--dry-run", str(repository))
    assert (ran.returncode, ran.stderr) == (
        1, f"Error: {pipe} is a pipe or a device, for which git would wait: remove it.\n",
    )  # fmt: skip


def test_a_pipe_that_settings_include_is_not_waited_for_long(
    untouched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = tmp_path / "work"
    shutil.copytree(untouched, repository)
    os.mkfifo(tmp_path / "pipe")
    with_settings(("include.path", "{trap}"))(repository, str(tmp_path / "pipe"))
    monkeypatch.setattr(sources, "_SILENCE", 0.1)
    with pytest.raises(BrokenFileError, match="it says nothing"):
        list(sources.read_git(repository))


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """Return a program that leaves the file `sprung` beside it."""
    program = tmp_path / "trap"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\nexit 1\n", encoding="ascii")
    program.chmod(0o755)
    return program


@pytest.fixture(scope="session", params=[False, True], ids=["work tree", "bare"])
def untouched(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with one commit, of which each test has a copy."""
    place = tmp_path_factory.mktemp("untouched")
    git(place, "init", "-q", *["--bare"][: request.param])
    tree = git(place, "hash-object", "-t", "tree", "-w", os.devnull)
    git(place, "update-ref", "refs/heads/main", git(place, "commit-tree", tree, "-m", "First"))
    return place


@pytest.mark.parametrize("setting", TRAPS.values(), ids=TRAPS)
@pytest.mark.parametrize("command", ["learn", "guess"])
def test_nothing_of_a_repository_runs(
    command: str, setting: Callable[[Path, str], None], untouched: Path, trap: Path, tmp_path: Path
) -> None:
    repository = tmp_path / "work" / "vendor"
    shutil.copytree(untouched, repository)
    setting(repository, str(trap))
    arguments = {
        "learn": ["learn", str(repository), "--store", str(tmp_path / "store.db")],
        "guess": ["guess", "Jane Doe", "corp.test", "--no-mx", "--no-store", "--samples", str(repository)],
    }[command]
    ran = run(*arguments)
    assert not (tmp_path / "sprung").exists()
    assert "Traceback" not in ran.stderr
