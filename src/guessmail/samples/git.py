"""A git repository: authors, committers, and the people named in trailers (`Co-authored-by: …`)."""

import os
import re
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import IO

from guessmail.errors import BrokenFileError
from guessmail.mailboxes import Mailbox
from guessmail.samples.entries import Entries

_FORMAT = "%h%x00%aN%x00%ae%x00%cN%x00%ce%x00%(trailers:only,unfold,separator=%x01)"
_TRAILER = re.compile(r"[\w-]+:([^<>]*)<([^<>]+)>")
_SILENCE = 60.0
"""Seconds before the first commit after which git is killed: it may wait for a pipe that its settings include."""

_SETTINGS = f"""
    core.fsmonitor=false core.hooksPath={os.devnull} i18n.logOutputEncoding=UTF-8 log.showSignature=false
    mailmap.blob= mailmap.file= protocol.allow=never safe.bareRepository=explicit
""".split()
"""They replace a repository's own settings, which may name programs to run and files to read (git-config(1))."""

_ENVIRONMENT = f"""
    GIT_ALLOW_PROTOCOL=none GIT_CONFIG_GLOBAL={os.devnull} GIT_CONFIG_NOSYSTEM=1 GIT_NO_LAZY_FETCH=1 GIT_OPTIONAL_LOCKS=0
    GIT_TERMINAL_PROMPT=0 LC_ALL=C
""".split()
"""GIT_ALLOW_PROTOCOL takes precedence over every protocol.*.allow: missing objects are not fetched, whatever the remote."""


def is_repository(path: Path) -> bool:
    """Return whether a folder is a work tree or a bare repository."""
    return (path / ".git").exists() or ((path / "HEAD").is_file() and (path / "objects").is_dir())


def read_git(path: Path) -> Entries:
    """Yield the people of every commit, newest first, without running or changing anything in the repository.

    Git gets the repository by name, and so does not search the folders around it. `BrokenFileError` if git fails.
    """
    place = path.absolute()
    folder = place / ".git" if (place / ".git").exists() else place
    for special in filter(_is_special, (place / ".mailmap", *folder.rglob("*"))):
        raise BrokenFileError(f"{special} is a pipe or a device, for which git would wait: remove it.")
    program = shutil.which("git") or ""
    # A git in a folder relative to the current one is a stranger's.
    if not Path(program).is_absolute():
        raise BrokenFileError("Git is needed to read a repository, but was not found.")
    command = [program, "--no-pager", f"--git-dir={folder}", f"--work-tree={place}"]
    for setting in _SETTINGS:
        command += ["-c", setting]
    command += ["log", "--all", "--no-color", "--no-ext-diff", "--no-textconv", f"--format={_FORMAT}"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= dict(setting.split("=") for setting in _ENVIRONMENT)
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(  # noqa: S603 - no shell, and the paths are parts of options
            command, cwd=place, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints, env=environment
        )  # fmt: skip
        patience = Timer(_SILENCE, process.kill)
        patience.start()
        try:
            with process:
                assert process.stdout is not None  # noqa: S101 - it was asked for
                for entry in _people(process.stdout):
                    patience.cancel()
                    yield entry
        finally:
            patience.cancel()
        if process.returncode:
            complaints.seek(0)
            complaint = complaints.read().decode("utf-8", "replace").strip() or "it says nothing"
            raise BrokenFileError(
                f"git cannot read the repository {path}: {complaint.splitlines()[-1][:300]}"
            )


def _is_special(path: Path) -> bool:
    with suppress(OSError):
        return path.is_fifo() or path.is_char_device()
    return False


def _people(log: IO[bytes]) -> Entries:
    while line := log.readline(1 << 20):  # names, addresses, and some thousand trailers
        fields = line.decode("utf-8", "replace").rstrip("\n").split("\0")
        if len(fields) != 6:
            continue
        commit, author, author_address, committer, committer_address, trailers = fields
        yield Mailbox(author_address, author, f"commit {commit}, author")
        if (committer, committer_address) != (author, author_address):
            yield Mailbox(committer_address, committer, f"commit {commit}, committer")
        for match in map(_TRAILER.fullmatch, trailers.split("\1")):
            if match:
                yield Mailbox(match[2], match[1].strip(), f"commit {commit}, trailer")
