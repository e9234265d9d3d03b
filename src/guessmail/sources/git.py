"""A git repository: authors, committers, and the people named in trailers (`Co-authored-by: …`)."""

import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import IO

from guessmail.errors import BrokenFileError
from guessmail.sources.found import Found, Items

__all__ = ["is_repository", "read_git"]

_FORMAT = "%h%x00%aN%x00%ae%x00%cN%x00%ce%x00%(trailers:only,unfold,separator=%x01)"
_TRAILER = re.compile(r"[\w-]+:\s*([^<>]*)<([^<>]+)>")

_OPTIONS = (
    # A repository's own settings may name programs to run (git-config(1)); none is wanted, and no network.
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "log.showSignature=false",
    "protocol.allow=never",
    "i18n.logOutputEncoding=UTF-8",
)


def is_repository(path: Path) -> bool:
    """Return whether a folder is a work tree or a bare repository."""
    return (path / ".git").exists() or ((path / "HEAD").is_file() and (path / "objects").is_dir())


def read_git(path: Path) -> Items:
    """Yield the people of every commit, newest first; nothing of the repository is run or changed."""
    command = ["git", "--no-pager", "-C", str(path)]
    for option in _OPTIONS:
        command += ["-c", option]
    command += ["log", "--all", "--no-color", f"--format={_FORMAT}"]
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(  # noqa: S603 - no shell, and the path is an argument of -C
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints, env=environment
            )
        except FileNotFoundError as error:
            raise BrokenFileError("Reading a repository takes git, which was not found.") from error
        with process:
            assert process.stdout is not None  # noqa: S101 - it was asked for
            yield from _people(process.stdout)
        if process.returncode:
            complaints.seek(0)
            raise BrokenFileError(_fault(path, complaints.read().decode("utf-8", "replace")))


def _people(log: IO[bytes]) -> Items:
    """Yield the people of each line of the log."""
    for line in log:
        fields = line.decode("utf-8", "replace").rstrip("\n").split("\0")
        if len(fields) != 6:
            continue
        commit, author, author_address, committer, committer_address, trailers = fields
        yield Found(author_address, author, f"commit {commit}, author")
        if (committer, committer_address) != (author, author_address):
            yield Found(committer_address, committer, f"commit {commit}, committer")
        for match in map(_TRAILER.fullmatch, trailers.split("\1")):
            if match:
                yield Found(match[2], match[1], f"commit {commit}, trailer")


def _fault(path: Path, complaint: str) -> str:
    """Return what to tell of git's complaint, and what to try."""
    if "dubious ownership" in complaint:
        return (
            f"git does not read {path}, since it belongs to another user. If you trust it: "
            f"git config --global --add safe.directory {path.absolute()}"
        )
    return (
        f"git cannot read the repository {path}: {(complaint.strip().splitlines() or ['unknown fault'])[-1]}"
    )
