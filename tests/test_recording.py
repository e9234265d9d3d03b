"""What is recorded of guesses, from the first one on, and what `why` makes of it: the installed program."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from program import Ran, run

JANE = ("guess", "Jane Doe", "acme.example", "--no-mx")
Shell = Callable[..., Ran]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """Return the program on a fresh installation: there is no store yet."""

    def call(*arguments: str, piped: str = "", **env: str) -> Ran:
        variables = {"XDG_DATA_HOME": str(tmp_path / "data"), "GUESSMAIL_RECORD": "1"} | env
        return run(*arguments, piped=piped, env=variables)

    return call


def test_why_answers_from_the_first_guess_on(shell: Shell, tmp_path: Path) -> None:
    first = shell(*JANE)
    store = tmp_path / "data" / "guessmail" / "store.db"
    assert first.stdout.startswith("jane.doe@acme.example\n")
    assert first.stderr.count("\n") == 1
    assert f"as hashes in {store}" in first.stderr
    assert "--no-record" in first.stderr
    assert "We guessed it on " in shell("why", "jane.doe@acme.example").stdout
    assert shell(*JANE).stderr == "", "it is said once"
    assert "We guessed it 2 times on " in shell("why", "jane.doe@acme.example").stdout
    assert (store.stat().st_mode & 0o777, store.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert b"jane" not in store.read_bytes().lower()


@pytest.mark.parametrize(
    ("options", "env"),
    [
        pytest.param(("--no-record",), {}, id="an option"),
        pytest.param((), {"GUESSMAIL_NO_RECORD": "1"}, id="a variable"),
        pytest.param(("--no-store",), {}, id="no store at all"),
    ],
)
def test_nothing_is_recorded_where_it_is_not_wanted(
    shell: Shell, tmp_path: Path, options: tuple[str, ...], env: dict[str, str]
) -> None:
    done = shell(*JANE, *options, **env)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "data").exists()
    assert "Nothing was recorded" in shell("why", "jane.doe@acme.example").stdout


def test_without_recording_the_do_not_contact_list_counts(shell: Shell) -> None:
    shell("suppress", "add", "Jane Doe", "acme.example")
    assert shell(*JANE, "--no-record").returncode == 3
    assert shell("guess", "Bob Roe", "acme.example", "--no-mx", "--no-record").returncode == 0
    assert "Nothing was recorded" in shell("why", "bob.roe@acme.example", "--name", "Bob Roe").stdout


@pytest.mark.parametrize("is_there", [True, False], ids=["a store", "no store"])
def test_a_list_is_recorded_where_a_store_exists(shell: Shell, is_there: bool) -> None:
    if is_there:
        shell("learn", "--company", "Acme=acme.example")
    shell("guess", "--no-mx", piped="name,domain\nJane Doe,acme.example\n")
    told = shell("why", "jane.doe@acme.example").stdout
    assert ("We guessed it on " in told) is is_there
    shell("guess", "--no-mx", "--no-record", piped="name,domain\nBob Roe,acme.example\n")
    assert "Nothing was recorded" in shell("why", "bob.roe@acme.example").stdout


def test_a_store_that_cannot_be_made_is_said_and_the_guess_goes_on(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file is in the way")
    done = shell(*JANE)
    assert (done.returncode, done.stdout.startswith("jane.doe@")) == (0, True)
    assert "The guess is not recorded. " in done.stderr


def test_nothing_is_made_for_somebody_without_a_guess(shell: Shell, tmp_path: Path) -> None:
    assert shell("guess", "?", "acme.example", "--no-mx").returncode == 3
    assert not (tmp_path / "data").exists()


def test_what_is_older_than_two_years_goes_with_the_next_guess(shell: Shell, tmp_path: Path) -> None:
    shell(*JANE)
    with sqlite3.connect(tmp_path / "data" / "guessmail" / "store.db") as database:
        database.execute("UPDATE run SET date = '2001-01-01'")
    shell("guess", "Bob Roe", "acme.example", "--no-mx")
    assert "Nothing was recorded" in shell("why", "jane.doe@acme.example").stdout
    assert "We guessed it on " in shell("why", "bob.roe@acme.example").stdout


# A person instead of an address


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param(JANE, "We guessed it on ", id="guessed"),
        pytest.param(("learn", "Jane Doe <doe_jane@acme.example>"), "We know doe_jane@acme.example from", id="known"),
        pytest.param(("learn", "--company", "Acme=acme.example"), "Today we would guess it", id="neither"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["Jane Doe", "Doe, Jane"])
def test_why_of_a_person(shell: Shell, before: tuple[str, ...], expected: str, name: str) -> None:
    shell(*before)
    done = shell("why", name, "acme.example")
    assert (done.returncode, done.stderr) == (0, "")
    assert expected in done.stdout


def test_why_of_a_person_without_a_store(shell: Shell) -> None:
    assert "Nothing was recorded" in shell("why", "Jane Doe", "acme.example").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("Jane Doe",), 'add the domain: guessmail why "Jane Doe" acme.com'),
        (("jane@",), "is not an e-mail address"),
        (("Jane Doe", "acme..example"), "extra dot"),
        (("?!", "acme.example"), "no letters"),
    ],
)
def test_why_of_what_is_neither(shell: Shell, arguments: tuple[str, ...], sentence: str) -> None:
    done = shell("why", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr


# Who is on the do-not-contact list


@pytest.mark.parametrize(
    ("entry", "arguments", "expected"),
    [
        (("Jane Doe", "acme.example"), ("jane.doe@acme.example",), True),
        (("Jane Doe", "acme.example"), ("doe_jane@acme.example",), True),
        (("Jane Doe", "acme.example"), ("jdoe@acme.example",), True),
        (("Jane Doe", "acme.example"), ("hr7@acme.example",), None),
        (("Jane Doe", "acme.example"), ("jdoe@acme.example", "--name", "Jane Doe"), True),
        (("Jane Doe", "acme.example"), ("Jane Doe", "acme.example"), True),
        (("Jane Doe", "acme.example"), ("jdoe@acme.example", "--name", "Bob Roe"), False),
        (("Jane Doe", "acme.example"), ("jane.doe@b.example",), False),
        (("jane.doe@acme.example",), ("jane.doe@acme.example",), True),
        (("acme.example",), ("jdoe@acme.example",), True),
    ],
)
def test_what_why_says_of_somebody_suppressed(
    shell: Shell, entry: tuple[str, ...], arguments: tuple[str, ...], expected: bool | None
) -> None:
    shell("suppress", "add", *entry)
    assert json.loads(shell("why", *arguments, "--format", "json").stdout)["suppressed"] is expected
    told = shell("why", *arguments).stdout
    assert ("is on the do-not-contact list and is not guessed" in told) is (expected is True)
    assert ("can only be told by the name" in told) is (expected is None)
