"""What reads a file reads a pipe as well: `<(…)` of a shell, which cannot be read twice."""

import shlex
import subprocess
from pathlib import Path

import openpyxl
import pytest

from program import HANG, PROGRAM, environment, run, run_bytes

FILES = {
    "known.csv": "name,email\nBob Jones,bjones@acme.example\nAnn Lee,alee@acme.example\n",
    "companies.csv": "company,domain\nAcme Inc,acme.example\n",
    "people.csv": "name,domain,email\nJane Doe,acme.example,\nBob Jones,acme.example,bjones@acme.example\n",
    "own.yaml": 'patterns:\n  - {pattern: "{last}.x.{first}", share: 99}\n',
    "addresses.txt": "bjones@acme.example\n",
}
GUESS = "guess --no-mx --no-store -q -n 1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("name", "email"), ("Bob Jones", "bjones@acme.example")):
        book.active.append(row)
    book.save(tmp_path / "known.xlsx")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (f'{GUESS} "Jane Doe" acme.example --samples FILE known.csv', "jdoe@acme.example\n"),
        (f'{GUESS} "Jane Doe" acme.example --samples FILE known.xlsx', "jdoe@acme.example\n"),
        (f'{GUESS} "Jane Doe" acme.example --catalog FILE own.yaml', "doe.x.jane@acme.example\n"),
        (f'{GUESS} "Jane Doe" "Acme Inc" -s b.moe@acme.example --companies FILE companies.csv', "@acme.example\n"),
        (f"{GUESS} -i FILE people.csv", "\nJane Doe,acme.example,,"),
        (f"{GUESS} -i FILE people.csv --learn-from-list --format plain", "jdoe@acme.example\nbjones@acme.example\n"),
        ("learn FILE known.csv", ": 2 new\n"),
        ("learn FILE known.xlsx", ": 1 new\n"),
        ("outcome bounced FILE addresses.txt", "1 bounced\n"),
        ("suppress import FILE addresses.txt", "1 added\n"),
        ("suppress import FILE known.xlsx", " added\n"),
        ("domain --no-mx -i FILE companies.csv", "\nAcme Inc,acme.example,"),
        ("check -q -i FILE companies.csv", "\nAcme Inc,acme.example,unknown,"),
        ("check -q -i FILE addresses.txt", "bjones@acme.example\tunknown\t"),
        ("patterns --check FILE own.yaml", "is valid: 1 pattern, 0 conventions."),
    ],
    ids=lambda value: value[:40] if " " in value else "",
)  # fmt: skip
def test_a_pipe_in_place_of_a_file(folder: Path, command: str, expected: str) -> None:
    before, _, rest = command.partition("FILE ")
    name, *more = shlex.split(rest)
    done = run_bytes(
        *shlex.split(before), "/dev/stdin", *more,
        piped=(folder / name).read_bytes(), cwd=folder, env={"GUESSMAIL_STORE": str(folder / "store.db")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert expected in (done.stdout + done.stderr).decode()


def test_a_shells_pipe_in_place_of_a_file(folder: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"'{PROGRAM}' learn <(cat known.csv)"],  # noqa: S607
        cwd=folder, env=environment(GUESSMAIL_STORE=str(folder / "store.db")), capture_output=True, timeout=HANG, check=False,
    )  # fmt: skip
    assert (done.returncode, b": 2 new\n" in done.stdout) == (0, True), done.stderr


@pytest.mark.parametrize(
    "command",
    [
        "learn ''", "suppress import ''", "guess -i ''", "guess 'Jane Doe' a.example --samples ''",
        "guess 'Jane Doe' a.example -o ''", "guess 'Jane Doe' a.example --catalog ''", "domain -i ''",
        "guess 'Jane Doe' a.example --companies ''", "check -i ''", "store export -o ''",
        "guess 'Jane Doe' a.example --store ''",
    ],
)  # fmt: skip
def test_an_empty_file_name_is_a_usage_error(tmp_path: Path, command: str) -> None:
    done = run(*shlex.split(command), cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "the file name is empty" in done.stderr
    assert list(tmp_path.iterdir()) == []
