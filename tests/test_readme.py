"""The README says what is so."""

import re
from pathlib import Path

import pytest

from guessmail.cli.group import COMMANDS
from guessmail.cli.status import Status
from guessmail.errors import Code
from guessmail.mx.verdict import Reason, Verdict
from readme import README, replayed

TEXT = README.read_text(encoding="utf-8")
DNS = (README.parent / "docs" / "dns.md").read_text(encoding="utf-8")


def test_the_sessions_print_what_is_shown(tmp_path: Path) -> None:
    """Else look at the difference, and if it is meant, run tests/readme.py."""
    assert replayed(TEXT, tmp_path) == TEXT


@pytest.mark.parametrize("status", Status, ids=lambda status: status.name)
def test_every_exit_status(status: Status) -> None:
    assert f"| {status.value} | {status.description} |" in TEXT


@pytest.mark.parametrize("code", Code)
def test_every_problem(code: Code) -> None:
    assert f"| `{code}` | {code.description} |" in TEXT


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict(verdict: str) -> None:
    assert f"`{verdict}`" in TEXT


@pytest.mark.parametrize("reason", Reason)
def test_every_reason(reason: str) -> None:
    assert f"| `{reason}` | `" in DNS


def test_nothing_is_listed_that_is_not_there() -> None:
    assert set(re.findall(r"^\| `([a-z_]+)` \|", TEXT, re.MULTILINE)) <= set(Code)
    assert set(re.findall(r"^\| `([a-z_]+)` \| `", DNS, re.MULTILINE)) == set(Reason)
    assert {name.split()[0] for name in re.findall(r"`guessmail ([a-z]+)", TEXT)} <= set(COMMANDS)


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert target.startswith("https://") or (README.parent / target).exists(), target


def test_how_to_install_comes_first() -> None:
    commands = re.findall(r"^    (\w.*)$|^```sh\n(.*)$", TEXT, re.MULTILINE)
    assert "pipx install ." in commands[0]


@pytest.mark.parametrize("command", ["""make run ARGS='guess "Jane Doe" acme.com'""", "make test"])
def test_the_two_commands_of_a_fresh_copy(command: str) -> None:
    assert command in TEXT
