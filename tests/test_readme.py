"""The README, and the documents beside it, say what is so."""

import re
from pathlib import Path

import click
import pytest

from guessmail.cli.group import COMMANDS
from guessmail.cli.output import Status
from guessmail.dns import Verdict
from guessmail.errors import Code
from manual import STATUSES
from picture import PICTURE, picture
from readme import README, SESSIONS, replayed
from test_help import command_of

ROOT = README.parent
TEXT = README.read_text(encoding="utf-8")
DOCUMENTS = [
    README,
    *(ROOT / name for name in ("CONTRIBUTING.md", "SECURITY.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]


@pytest.mark.parametrize("document", SESSIONS, ids=lambda path: path.name)
def test_the_sessions_print_what_is_shown(document: Path, tmp_path: Path) -> None:
    """Else look at the difference, and if it is meant, run tests/readme.py."""
    text = document.read_text(encoding="utf-8")
    assert replayed(text, tmp_path) == text


def test_the_picture_is_what_a_terminal_shows() -> None:
    """Else run tests/readme.py."""
    assert PICTURE.read_text(encoding="utf-8") == picture()


def test_the_picture_loads_nothing() -> None:
    assert set(re.findall(r"https?://[^\s\"<]+", picture())) == {
        "http://www.w3.org/2000/svg", # a name, not an address
        "https://www.textualize.io", # in a comment
    }  # fmt: skip


@pytest.mark.parametrize("status", Status, ids=lambda status: status.name)
def test_every_exit_status(status: Status) -> None:
    assert f"| {status.value} | {STATUSES[status]} |" in TEXT


@pytest.mark.parametrize("code", Code)
def test_every_problem(code: Code) -> None:
    assert f"\n| `{code}` | " in TEXT


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict(verdict: str) -> None:
    assert f"`{verdict}`" in TEXT


def test_nothing_is_listed_that_is_not_there() -> None:
    assert set(re.findall(r"^\| `([a-z_]+)` \|", TEXT, re.MULTILINE)) <= set(Code)
    assert {name.split()[0] for name in re.findall(r"`guessmail ([a-z]+)", TEXT)} <= set(COMMANDS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_files_that_are_named_exist(document: Path) -> None:
    folders = [ROOT / name for name in (".", "src/guessmail", "benchmarks", "tests")]
    named = set(
        re.findall(
            r"(?<=`)(?:[\w-]+/)*\w+\.(?:py|sh|md|toml|yaml)(?=`)", document.read_text(encoding="utf-8")
        )
    )
    missing = {name for name in named if not any((folder / name).exists() for folder in folders)}
    assert {name for name in missing if not any(ROOT.glob(f"src/guessmail/*/{name}"))} <= {"mine.yaml"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_have_the_options_that_are_shown(document: Path) -> None:
    text = document.read_text(encoding="utf-8").replace("\\\n", " ")
    for name, rest in re.findall(r"(?<![/.\w])guessmail ([a-z]+)([^`\n|]*)", text):
        if name in COMMANDS:
            known = options_of_all(command_of(name))
            assert set(re.findall(r"(?<=\s)--[a-z-]+", rest)) <= known, (name, rest)


def options_of_all(command: click.Command) -> set[str]:
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    own = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    return own.union({"--help"}, *map(options_of_all, inner))


def test_how_to_install_comes_first() -> None:
    commands = re.findall(r"^    (\w.*)$|^```sh\n(.*)$", TEXT, re.MULTILINE)
    assert "pipx install ." in commands[0]


@pytest.mark.parametrize("command", ["""make run ARGS='guess "Jane Doe" acme.com'""", "make test"])
def test_the_two_commands_of_a_fresh_copy(command: str) -> None:
    assert command in TEXT
