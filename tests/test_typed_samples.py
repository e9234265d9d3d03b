"""Known addresses as the command line gives them: to `guess`, and to `learn`."""

from pathlib import Path

import openpyxl
import pytest

from program import run

GUESS = ("guess", "--no-mx", "--no-store", "--top", "1")
BOB = "Bob Jones <bjones@acme.example>"


@pytest.mark.parametrize(
    ("arguments", "address", "notices"),
    [
        pytest.param(
            ("--sample", BOB),
            "jdoe@acme.example",
            ["Guessing at acme.example, the domain of the known address."],
            id="the domain of the sample",
        ),
        pytest.param(
            ("--sample", "Bob Jones <bjones@BÜCHER.example>"),
            "jdoe@xn--bcher-kva.example",
            ["Guessing at xn--bcher-kva.example, the domain of the known address."],
            id="a domain with an umlaut",
        ),
        pytest.param(
            ("acme.example", "-s", BOB, "-s", "Ann Lee <ann@b.example>"),
            "jdoe@acme.example",
            ["ann@b.example is not at acme.example, so it is not used."],
            id="another domain",
        ),
        pytest.param(
            ("acme.example", "-s", BOB, "-s", "info@acme.example"),
            "jdoe@acme.example",
            ["info@acme.example is a role address and shows no format, so it is not used."],
            id="a role address",
        ),
        pytest.param(
            ("acme.example", "-s", BOB, "-s", "Ann Lee <ann@hr.acme.example>"),
            "jdoe@acme.example",
            [],
            id="a related domain",
        ),
    ],
)
def test_guess_with_samples(arguments: tuple[str, ...], address: str, notices: list[str]) -> None:
    done = run(*GUESS, "Jane Doe", *arguments)
    assert (done.returncode, done.stdout.split()) == (0, [address])
    assert done.stderr.splitlines() == notices


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param((), "The domain is missing. Try:", id="no sample"),
        pytest.param(
            ("-s", BOB, "-s", "ann@b.example"),
            "The domain is missing, and the known addresses are at acme.example and b.example.",
            id="two domains",
        ),
        pytest.param(("-s", "ann@exa mple.com"), "is not an address", id="no address"),
    ],
)
def test_guess_without_a_domain(arguments: tuple[str, ...], sentence: str) -> None:
    done = run(*GUESS, "Jane Doe", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr


@pytest.mark.parametrize(
    ("source", "status", "report"),
    [
        pytest.param(BOB, 0, "entered by hand: 1 new\n  acme.example  1\n", id="name and address"),
        pytest.param(
            "bjones@acme.example", 0, "entered by hand: 1 new\n  acme.example  1\n", id="bare address"
        ),
        pytest.param(
            "info@acme.example", 0, "entered by hand: 0 new\n  skipped: 1 role address\n", id="role address"
        ),
        pytest.param("Bob Jones <bjones@>", 2, "is not an address", id="no address"),
        pytest.param(
            "leads.xlsx",
            0,
            "leads.xlsx: 2 new\n  acme.example  2\n  1 known address is listed twice\n  skipped: 1 ",
            id="workbook",
        ),
        pytest.param("-", 0, "standard input: 2 new\n", id="piped workbook"),
        pytest.param("cut.xlsx", 1, "cut.xlsx: The workbook is damaged", id="damaged workbook"),
        pytest.param("none.xlsx", 1, 'No column holds addresses; name one email. The first row has: "a", "b".',
                     id="workbook without addresses"),
    ],
)  # fmt: skip
def test_learn(tmp_path: Path, source: str, status: int, report: str) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (
        ("Leads of May",),
        ("First name", "Last name", "E-mail"),
        ("Ann", "Lee", "alee@acme.example ::: alee@acme.example"),
        ("Max", "Moe", "mmoe@acme.example"),
        ("Eve", "Stone"),
        ("Office", "", "info@acme.example"),
    ):
        book.active.append(row)
    book.save(tmp_path / "leads.xlsx")
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(("a", "b"))
    book.save(tmp_path / "none.xlsx")
    (tmp_path / "cut.xlsx").write_bytes((tmp_path / "leads.xlsx").read_bytes()[:-40])
    with (tmp_path / "leads.xlsx").open("rb") as piped:
        done = run("learn", source, "--store", "store.db", cwd=tmp_path, stdin=piped)
    assert done.returncode == status
    assert report in done.stdout + done.stderr


def test_a_learned_workbook_names_its_rows(tmp_path: Path) -> None:
    test_learn(tmp_path, "leads.xlsx", 0, "2 new")
    done = run("why", "alee@acme.example", "--store", str(tmp_path / "store.db"))
    assert "leads.xlsx, row 3, as the address of Ann Lee" in done.stdout


def test_a_name_without_its_address_is_no_file(tmp_path: Path) -> None:
    done = run("learn", "Bob Jones", "--store", str(tmp_path / "store.db"))
    assert (done.returncode, done.stderr) == (
        1,
        'Error: There is no file Bob Jones. For a person, add the address: guessmail learn "Bob Jones <ADDRESS>".\n',
    )
