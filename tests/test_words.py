"""What is said, and where: notices on a terminal and in a pipe, words for codes, `-q`, workbooks for people."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from program import run
from test_terminal import shown

JANE = ("guess", "Jane Doe", "acme.example")
TIP = "Tip: one known address at acme.example makes this much more certain"


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_terminal_gets_the_table_then_the_tip_wrapped_at_words(tmp_path: Path, width: int) -> None:
    text = shown(tmp_path, *JANE, "--no-record", width=width)
    assert text.index("Probability") < text.index("Tip: one known")
    assert TIP in " ".join(text.split())
    words = set(text.split())
    assert {"makes", "certain:", "--sample"} <= words
    tip = text[text.index("Tip:") :].splitlines()
    assert all(len(line) <= width or " " not in line for line in tip)


@pytest.mark.parametrize("width", [40, 80])
def test_an_account_is_wrapped_at_words_on_a_terminal(tmp_path: Path, width: int) -> None:
    shown(tmp_path, "learn", "Jane Doe <jane.doe@acme.example>", "--source", "a fair in May where we met")
    account = ("why", "jane.doe@acme.example", "--no-directory")
    lines = shown(tmp_path, *account, width=width).splitlines()
    assert all(len(line) <= width for line in lines)
    first = next(at for at, line in enumerate(lines) if line.startswith("  - "))
    assert lines[first + 1].startswith("    ")
    whole = run(*account, env={"GUESSMAIL_STORE": str(tmp_path / "store.db")}).stdout
    assert " ".join("".join(f"{line}\n" for line in lines).split()) == " ".join(whole.split())


def test_the_tip_is_for_a_terminal_and_for_companies_alone(tmp_path: Path) -> None:
    assert "Tip" not in run(*JANE, "--no-mx").stderr
    assert "Tip" not in shown(tmp_path, "guess", "Jane Doe", "gmail.com", "--no-record")
    assert "Tip" not in shown(tmp_path, *JANE, "--no-record", "-q")
    assert "Tip" not in shown(tmp_path, *JANE, "--no-record", "-s", "Bob Jones <bjones@acme.example>")


def test_a_table_says_what_its_words_mean(tmp_path: Path) -> None:
    text = shown(tmp_path, *JANE, "--no-record", width=120)
    assert "other companies" in text
    assert "{f}{last}: first initial + surname" in text
    text = shown(tmp_path, *JANE, "--no-record", "-s", "Bob Jones <bjones@acme.example>", width=120)
    assert "known addresses" in text


def test_an_explanation_is_in_words() -> None:
    done = run(
        "guess",
        "Jürgen Müller",
        "acme.example",
        "--no-mx",
        "--explain",
        "-s",
        "Zoë Groß <zgross@acme.example>",
    )
    assert "{f}{last} (first initial + surname)" in done.stderr
    assert "; ü as u" in done.stderr
    assert "umlaut=" not in done.stderr
    assert "[entered by hand]" in done.stderr
    cut = run("guess", "Nadine Holbecker", "acme.example", "--no-mx", "--explain", "--pattern", "{f}{last}|8")
    assert "(first initial + surname, cut to 8 letters)" in cut.stderr


@pytest.mark.parametrize("arguments", [JANE, ("guess",)], ids=["one person", "a list"])
def test_a_pattern_says_what_its_probabilities_suppose(arguments: tuple[str, ...]) -> None:
    done = run(*arguments, "--no-mx", "--pattern", "flast", piped="name,domain\nJane Doe,acme.example\n")
    assert "The probabilities suppose that addresses follow flast" in done.stderr


def test_suppressed_is_said_once(tmp_path: Path) -> None:
    store = ("--store", str(tmp_path / "store.db"))
    run("suppress", "add", "Jane Doe", "acme.example", *store)
    done = run("guess", "--no-mx", *store, piped="name,domain\nJane Doe,acme.example\n")
    assert len(re.findall("(?i)suppressed", done.stdout)) == 1
    assert "do-not-contact list" in run(*JANE, "--no-mx", *store).stderr


def test_an_inconclusive_check_is_called_so() -> None:
    done = run("guess", "--dns-timeout", "0.5", piped="name,domain\nJane Doe,acme.example\n")
    assert "mail check inconclusive for 1" in done.stderr


def test_what_learning_would_do(tmp_path: Path) -> None:
    (tmp_path / "known.csv").write_text(
        "name,email\nAnn Lee,a.lee@acme.example\nAnn Lee,a.lee@acme.example\n"
    )
    store = ("--store", str(tmp_path / "store.db"))
    done = run("learn", "known.csv", "--dry-run", *store, cwd=tmp_path)
    assert "known.csv: would add 1" in done.stdout
    assert "1 known address is listed twice" in done.stdout
    run("learn", "Bob Jones <bjones@acme.example>", *store)
    assert "  - entered by hand" in run("why", "bjones@acme.example", *store).stdout


# -q


QUIET = [
    ("learn", "Bob Jones <bjones@acme.example>"),
    ("learn", "Bob Jones <bjones@acme.example>", "--dry-run"),
    ("outcome", "delivered", "bjones@acme.example"),
    ("outcome", "bounced", "bjones@acme.example"),
    ("outcome", "undo", "bjones@acme.example"),
    ("suppress", "add", "Jane Doe", "acme.example"),
    ("suppress", "import", "gone.txt"),
    ("suppress", "remove", "Jane Doe", "acme.example"),
    ("store", "import", "copy.jsonl"),
    ("store", "purge", "--older-than", "2y"),
]


def test_quiet_commands_say_nothing_and_do_all(tmp_path: Path) -> None:
    store = ("--store", "store.db")
    (tmp_path / "gone.txt").write_text("max.moe@acme.example\n")
    run("store", "export", "-o", "copy.jsonl", *store, cwd=tmp_path)
    run("learn", "Eve Poe <epoe@acme.example>", *store, cwd=tmp_path)
    run("store", "export", "-o", "copy.jsonl", *store, cwd=tmp_path)
    for command in QUIET:
        done = run(*command, "-q", *store, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, ""), (command, done)
        assert command[0] != "outcome" or done.stderr == ""
    assert "address" in run("suppress", "list", "-q", *store, cwd=tmp_path).stdout
    assert run("store", "path", "-q", *store, cwd=tmp_path).stdout == f"{tmp_path}/store.db\n"
    assert "bjones" in run("store", "export", "-q", *store, cwd=tmp_path).stdout


def test_a_quiet_list_draws_nothing_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("name,domain\n" + "Jane Doe,acme.example\n" * 20)
    assert shown(tmp_path, "guess", "-i", "p.csv", "-o", "out.csv", "-q") == ""


# Files


def test_a_part_that_is_there_is_named_before_it_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("name,domain\nJane Doe,acme.example\n")
    (tmp_path / "out.csv.part").write_text("rows of an interrupted run\n")
    done = run("guess", "-i", "p.csv", "-o", "out.csv", "--no-mx", cwd=tmp_path)
    assert done.returncode == 0
    assert f"{tmp_path}/out.csv.part, which an interrupted run left, is replaced; --resume" in done.stderr
    assert "interrupted" not in run("guess", "-i", "p.csv", "-o", "out.csv", "--no-mx", cwd=tmp_path).stderr


@pytest.mark.parametrize("source", ["p.csv", "p.xlsx"])
def test_workbooks_have_percentages_and_widths(tmp_path: Path, source: str) -> None:
    (tmp_path / "p.csv").write_text("name,domain\nJane Doe,acme.example\n")
    run("guess", "-i", "p.csv", "-o", "p.xlsx", "--no-mx", cwd=tmp_path)
    assert run("guess", "-i", source, "-o", "out.xlsx", "--no-mx", cwd=tmp_path).returncode == 0
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    header = [cell.value for cell in sheet[1]]
    cell = sheet[2][header.index("guess_probability")]
    assert (isinstance(cell.value, float), cell.number_format) == (True, "0.0%")
    letter = get_column_letter(header.index("guess_email") + 1)
    assert sheet.column_dimensions[letter].width == 32
