"""What is written where: the file's ending, `--format`, `-o -`, one JSON array for a list, an empty input."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from program import HANG, PROGRAM, Ran, environment, run, until

LIST = "name,domain\nJane Doe,acme.example\nBob Jones,b.example\n"
PERSON = ("guess", "Jane Doe", "acme.example", "--no-mx", "-q")
OF_LIST = ("guess", "-i", "p.csv", "--no-mx", "-q")


def written(folder: Path, output: str, *command: str, piped: str = LIST) -> tuple[Ran, bytes]:
    """Run a command in a folder that has a list, and return what came, and what the output holds."""
    (folder / "p.csv").write_text(piped)
    (folder / "c.csv").write_text("company\nZyxelfrob Inc\n")
    done = run(*command, "-o", output, cwd=folder)
    path = folder / output
    return done, path.read_bytes() if path.exists() else b""


COMMANDS = {
    "one person": PERSON,
    "a list": OF_LIST,
    "a company": ("domain", "Zyxelfrob Inc", "--no-mx"),
    "companies": ("domain", "-i", "c.csv", "--no-mx"),
    "a domain to check": ("check", "not a domain", "--resolver", "127.0.0.1:9"),
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize(
    ("output", "start"),
    [
        ("x.csv", b""),
        ("x.TSV", b""),
        ("x.json", b""),
        ("x.jsonl", b"{"),
        ("x.xlsx", b"PK\x03\x04"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_ending_chooses_the_format(
    tmp_path: Path, command: tuple[str, ...], output: str, start: bytes
) -> None:
    done, data = written(tmp_path, output, *command)
    assert (done.returncode in {0, 3, 4}, done.stdout) == (True, ""), done
    assert data.startswith(start)
    assert data
    if output == "x.json":
        assert isinstance(json.loads(data), dict if command is PERSON else list)
    if output == "x.TSV":
        assert b"\t" in data.splitlines()[0]
    if output == "x.csv":
        assert b"," in data.splitlines()[0]


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("ending", ["xls", "ods", "numbers", "pdf", "DOCX", "parquet", "csv.gz"])
def test_what_cannot_be_written_is_refused(tmp_path: Path, command: tuple[str, ...], ending: str) -> None:
    done, data = written(tmp_path, f"x.{ending}", *command)
    assert (done.returncode, data) == (2, b"")
    assert done.stderr == (
        f"Error: guessmail cannot write .{ending.lower().rpartition('.')[2]} files."
        " Name the output .csv, .tsv, .json, .jsonl or .xlsx.\n"
    )


@pytest.mark.parametrize("output", ["x", "x.txt", "x.csv.new", ".csv", "pdf"])
def test_any_other_name_keeps_the_usual_format(tmp_path: Path, output: str) -> None:
    assert written(tmp_path, output, *PERSON)[1].startswith(b"jane.doe@acme.example\n")
    assert written(tmp_path, output, *OF_LIST)[1].startswith(b"name,domain,guess_email,")


def test_the_option_comes_before_the_ending(tmp_path: Path) -> None:
    assert written(tmp_path, "x.pdf", *PERSON, "--format", "csv")[1].startswith(b"address,")
    assert written(tmp_path, "x.csv", *OF_LIST, "--format", "jsonl")[1].startswith(b'{"row": 1')


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_dash_is_stdout(tmp_path: Path, command: tuple[str, ...]) -> None:
    done, _ = written(tmp_path, "-", *command)
    assert done.stdout
    assert done.stdout == run(*command, cwd=tmp_path).stdout
    assert not (tmp_path / "-").exists()


def test_one_person_in_a_workbook(tmp_path: Path) -> None:
    written(tmp_path, "x.xlsx", *PERSON)
    sheet = load_workbook(tmp_path / "x.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("address", "probability", "pattern", "basis", "name", "domain")
    assert (rows[1][0], rows[1][4:]) == ("jane.doe@acme.example", ("Jane Doe", "acme.example"))
    assert isinstance(rows[1][1], float)


# JSON arrays


ARRAYS = {
    "a list": OF_LIST,
    "companies": ("domain", "Zyxelfrob Inc", "Acme", "--no-mx"),
    "one company": ("domain", "Zyxelfrob Inc", "--no-mx"),
    "domains": ("formats", "acme.example", "b.example"),
    "known domains": ("formats", "-s", "Bob Jones <bob.jones@acme.example>"),
    "no domains": ("formats", "--no-store"),
    "an evaluation": ("formats", "--evaluate", "-s", "Bob Jones <bob.jones@acme.example>"),
    "checks": ("check", "not a domain", "neither"),
    "no entries": ("suppress", "list", "--store", "none.db"),
}


@pytest.mark.parametrize("command", ARRAYS.values(), ids=ARRAYS)
def test_json_is_one_array_of_what_jsonl_has_on_lines(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "p.csv").write_text(LIST)
    array = run(*command, "--format", "json", cwd=tmp_path).stdout
    lines = run(*command, "--format", "jsonl", cwd=tmp_path).stdout
    assert json.loads(array) == [json.loads(line) for line in lines.splitlines()]


def test_the_do_not_contact_list_as_json(tmp_path: Path) -> None:
    store = ("--store", str(tmp_path / "store.db"))
    run("suppress", "add", "Jane Doe", "acme.example", *store)
    run("suppress", "add", "b.example", *store)
    entries = json.loads(run("suppress", "list", "--format", "json", *store).stdout)
    assert [entry["kind"] for entry in entries] == ["person", "domain"]


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_one_person_is_one_object(format_: str) -> None:
    assert json.loads(run(*PERSON, "--format", format_).stdout)["name"] == "Jane Doe"


def test_an_array_comes_as_its_rows_do() -> None:
    command = [PROGRAM, "guess", "--no-mx", "--format", "json"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"name,domain\nJane Doe,acme.example\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"[\n"
        process.stdin.close()
        assert json.loads(b"[" + process.stdout.read())[0]["row"] == 1
        process.wait(HANG)


@pytest.mark.parametrize("size", [1_000, 100_000, 400_000])
def test_an_array_is_resumed_byte_for_byte(tmp_path: Path, size: int) -> None:
    people = "name,domain\n" + "Jane Doe,acme.example\n\nDoe,b.example\n" * 1_000
    written(tmp_path, "whole.json", *OF_LIST, piped=people)
    failed = run(*OF_LIST, "-o", "out.json", cwd=tmp_path, largest=size)
    assert failed.returncode == 1
    part = (tmp_path / "out.json.part").read_text()
    assert not part.endswith("]\n")
    assert run(*OF_LIST, "-o", "out.json", "--resume", cwd=tmp_path).returncode == 0
    assert (tmp_path / "out.json").read_bytes() == (tmp_path / "whole.json").read_bytes()
    assert len(json.loads((tmp_path / "whole.json").read_text())) == 2_000


LATE = """
import signal, threading, time
threading.Thread(target=time.sleep, args=[300], daemon=True).start()
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
from guessmail.cli import main
main()
"""
"""The program, which a signal interrupts in no call of the system: as where it comes just before one."""


@pytest.mark.parametrize(
    "program", [[PROGRAM], [sys.executable, "-c", LATE]], ids=["waiting", "about to wait"]
)
def test_an_interrupted_array_stays_open(tmp_path: Path, program: list[str]) -> None:
    with subprocess.Popen(
        [*program, "guess", "--no-mx", "-o", "out.json"],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        cwd=tmp_path,
    ) as process:
        assert process.stdin
        process.stdin.write(b"name,domain\nJane Doe,acme.example\n")
        process.stdin.flush()
        part = tmp_path / "out.json.part"
        until(lambda: part.exists() and part.stat().st_size > 0)
        process.send_signal(signal.SIGTERM)
        assert process.wait(HANG) == -signal.SIGTERM
        assert part.read_text().startswith("[\n{")
        assert part.read_text().endswith("}")


# An empty input


@pytest.mark.parametrize("given", ["", "\n", "name,domain\n"], ids=["nothing", "a blank line", "a header"])
@pytest.mark.parametrize(
    ("output", "expected"),
    [("x.csv", "guess_email,guess_probability"), ("x.tsv", "guess_email\tguess_probability"), ("x.json", "[]"), ("x.jsonl", "")],
)  # fmt: skip
def test_an_empty_list_gives_an_empty_output(tmp_path: Path, given: str, output: str, expected: str) -> None:
    done, data = written(tmp_path, output, *OF_LIST, piped=given)
    assert (done.returncode, (tmp_path / output).exists()) == (0, True)
    assert expected in data.decode()
    assert data.count(b"\n") == (output != "x.jsonl")


def test_an_empty_list_without_a_header_has_none(tmp_path: Path) -> None:
    done, data = written(tmp_path, "x.csv", *OF_LIST, "--no-header", piped="")
    assert (done.returncode, data) == (0, b"")
