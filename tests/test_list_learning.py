"""Addresses in a list's rows are known addresses for its other rows."""

import csv
from pathlib import Path

import pytest

from program import run

OPTIONS = ("guess", "--no-mx", "--no-store", "--format", "csv")
PEOPLE = {"Ann Lee": "lee_ann", "Bob Jones": "jones_bob", "Max Moe": "moe_max", "Jane Doe": ""}
LIST = "name,domain,email\n" + "".join(
    f"{name},example.com,{local and local + '@example.com'}\n" for name, local in PEOPLE.items()
)
USING = "Using 3 known addresses from the list's own rows; --no-learn-from-list turns this off.\n"
UNUSED = "Addresses in the list's rows are not used as known addresses: a pipe is read once"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(LIST)
    return path


def rows_of(output: str) -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in csv.DictReader(output.splitlines())}


@pytest.mark.parametrize(
    ("way", "options", "basis", "notice"),
    [
        pytest.param("file", (), "samples", USING, id="a file"),
        pytest.param("stdin", (), "samples", USING, id="a file as standard input"),
        pytest.param("file", ("--learn-from-list",), "samples", USING, id="a file, asked for"),
        pytest.param("file", ("--no-learn-from-list",), "prior", "", id="a file, turned off"),
        pytest.param("pipe", (), "prior", UNUSED, id="a pipe"),
        pytest.param("pipe", ("--learn-from-list",), "samples", USING, id="a pipe, asked for"),
        pytest.param("pipe", ("--no-learn-from-list",), "prior", "", id="a pipe, turned off"),
    ],
)
def test_what_is_learned_from(
    listed: Path, way: str, options: tuple[str, ...], basis: str, notice: str
) -> None:
    if way == "file":
        done = run(*OPTIONS, *options, "-i", str(listed))
    elif way == "pipe":
        done = run(*OPTIONS, *options, piped=LIST)
    else:
        with listed.open() as file:
            done = run(*OPTIONS, *options, stdin=file)
    assert done.returncode == 0
    assert done.stderr.startswith(notice)
    assert len(done.stderr.splitlines()) == 1 + bool(notice)
    jane = rows_of(done.stdout)["Jane Doe"]
    assert jane["guess_basis"] == basis
    assert (jane["guess_email"] == "doe_jane@example.com") == (basis == "samples")


def test_rates_are_by_what_the_other_rows_tell(listed: Path) -> None:
    listed.write_text(LIST + "Eve Stone,alone.test,stone_eve@alone.test\n")
    rows = rows_of(run(*OPTIONS, "--rate", "-i", str(listed)).stdout)
    assert 0.3 < float(rows["Ann Lee"]["guess_rate"]) < 1
    assert float(rows["Eve Stone"]["guess_rate"]) < 0.1


@pytest.mark.parametrize(
    ("cells", "notices"),
    [
        pytest.param("Ann Lee,example.com,\n", [], id="no address"),
        pytest.param(
            "Ann Lee,example.com,info@example.com\n", ["Skipped: 1 role address."], id="a role address"
        ),
        pytest.param(
            "Ann Lee,example.com,ann_lee@gmail.com ::: lee_ann@example.com\n",
            [
                "Skipped: 1 address at a mailbox provider.",
                "Using 1 known address from the list's own rows; --no-learn-from-list turns this off.",
            ],
            id="two addresses in a cell of Google's",
        ),
        pytest.param('Ann Lee,example.com,"unclosed@example.com\n', [], id="a broken record"),
    ],
)
def test_what_is_said_of_what_rows_hold(listed: Path, cells: str, notices: list[str]) -> None:
    listed.write_text("name,domain,email\n" + cells)
    done = run(*OPTIONS, "-i", str(listed))
    assert done.stderr.splitlines()[: len(notices)] == notices
    assert len(done.stderr.splitlines()) == len(notices) + 1


def test_a_resumed_run_learns_the_same(listed: Path, tmp_path: Path) -> None:
    listed.write_text(
        LIST + "Jim Roe,example.com,\n" * 2_000 + "Eve Stone,example.com,stone_eve@example.com\n"
    )
    whole, resumed = tmp_path / "whole.csv", tmp_path / "resumed.csv"
    arguments = (*OPTIONS, "-i", str(listed), "-o")
    assert run(*arguments, str(resumed), largest=60_000).returncode == 1
    assert run(*arguments, str(resumed), "--resume").returncode == 0
    assert run(*arguments, str(whole)).returncode == 0
    assert resumed.read_bytes() == whole.read_bytes()
    assert b"roe_jim@example.com" in whole.read_bytes()


def test_a_list_is_not_explained(listed: Path) -> None:
    done = run(*OPTIONS, "-i", str(listed), "--explain")
    assert "--explain explains one person's guesses and is left out for a list" in done.stderr
    assert done.stdout == run(*OPTIONS, "-i", str(listed)).stdout
