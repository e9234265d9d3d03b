"""What strangers wrote, through the installed program: it fails in a sentence, loses nothing, and takes no forever."""

import gzip
import json
import os
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from broken_workbooks import ROWS, SHEET, book, with_part
from program import PROGRAM, environment, run_bytes
from worst_inputs import BOUNCED, CATALOG, COMPANIES, LEARN, REPORT, WORST, Content

openpyxl = pytest.importorskip("openpyxl")

SIZE = 1 << 17
LIST = "name,domain\nJane Doe,acme.example\nBob Jones,b.example\n"


def own(folder: Path) -> dict[str, str]:
    """Return the variables for a store in a folder, and no DNS."""
    return {"GUESSMAIL_STORE": str(folder / "store.db"), "GUESSMAIL_MX": "0"}


def run(folder: Path, *arguments: str | bytes, **more: Any) -> subprocess.CompletedProcess[bytes]:
    done = run_bytes(*arguments, cwd=folder, env=own(folder), **more)
    assert done.returncode >= 0, f"It was killed: {done!r}"
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


@pytest.mark.parametrize(("arguments", "content"), WORST.values(), ids=WORST)
def test_no_input_takes_more_than_linear_time(
    tmp_path: Path, arguments: tuple[str, ...], content: Content
) -> None:
    (tmp_path / "FILE").write_bytes(content(SIZE))
    done = run(tmp_path, *arguments)
    assert done.returncode in {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    "text",
    [" " * SIZE, "a@" * (SIZE // 2), " <a@b" * (SIZE // 5)],
    ids=["spaces", "at signs", "addresses"],
)
@pytest.mark.parametrize("option", ["--sample", "--pattern", "NAME", "DOMAIN"])
def test_no_argument_takes_more_than_linear_time(tmp_path: Path, text: str, option: str) -> None:
    text = text[: SIZE - 1000]  # the kernel's limit of an argument
    arguments = {
        "NAME": ("guess", text, "acme.example"),
        "DOMAIN": ("guess", "Jane Doe", text),
    }.get(option, ("guess", "Jane Doe", "acme.example", option, text))
    assert run(tmp_path, *arguments).returncode in {0, 2, 3}


# Files that are broken, or are not what they seem

GZIP = gzip.compress(LIST.encode())
BROKEN: dict[str, tuple[bytes | Callable[[], bytes], bytes]] = {
    "workbook: cut": (lambda: book()[:-40], b"damaged"),
    "workbook: a ZIP of nothing": (b"PK\x03\x04" + bytes(100), b"damaged"),
    "workbook: no sheet": (lambda: with_part(SHEET, None), b"damaged"),
    "workbook: no list of sheets": (lambda: with_part("xl/workbook.xml", None), b"damaged"),
    "workbook: broken XML": (lambda: with_part(SHEET, ROWS), b"damaged"),
    "workbook: a number that is none": (
        lambda: with_part(SHEET, ROWS + b'<c r="A1"><v>x</v></c></row></sheetData></worksheet>'),
        b"damaged",
    ),
    "workbook: a string that is not there": (
        lambda: with_part(SHEET, ROWS + b'<c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>'),
        b"damaged",
    ),
    "workbook: a reference that is none": (
        lambda: with_part(SHEET, ROWS + b'<c r="#1"><v>1</v></c></row></sheetData></worksheet>'),
        b"damaged",
    ),
    "workbook: a row as wide as can be": (
        lambda: with_part(
            SHEET,
            ROWS + b'<c r="XFD1" t="inlineStr"><is><t>domain</t></is></c></row></sheetData></worksheet>',
        ),
        b"Row 1 has 16,384 columns",
    ),
    "workbook: a cell in the last row": (
        lambda: with_part(
            SHEET, ROWS + b'</row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>'
        ),
        b"Rows 1 to 1,048,575 of the sheet are empty, but row 1,048,576 is not",
    ),
    "workbook: one that unpacks to much": (lambda: with_part(SHEET, bytes(1 << 27)), b"unpacks to"),
    "workbook: old, or with a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"password"),
    "gzip": (GZIP, b"gunzip"),
    "bzip2": (b"BZh91AY&SY" + bytes(20), b"bunzip2"),
    "xz": (b"\xfd7zXZ\0" + bytes(20), b"xz -dc"),
    "zstd": (b"\x28\xb5\x2f\xfd" + bytes(20), b"zstd -dc"),
    "PDF": (b"%PDF-1.7\n", b"PDF"),
    "a line without end": (b"name,domain\n" + b"a" * ((1 << 24) + (1 << 20)), b"line ending is missing"),
    "too many columns": (b"name,domain" + b",a" * 5000 + b"\n", b"columns"),
    "JSON that is nested": (
        b'{"name": "Jane", "x": ' + b"[" * 200_000 + b"]" * 200_000 + b"}\n",
        b"nested too deeply",
    ),
}


@pytest.mark.parametrize(("content", "said"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_none_fails_in_a_sentence(
    tmp_path: Path, content: bytes | Callable[[], bytes], said: bytes
) -> None:
    (tmp_path / "file").write_bytes(content if isinstance(content, bytes) else content())
    done = run(tmp_path, "guess", "-i", "file", "-o", "out.csv")
    assert done.returncode in {1, 2}
    assert done.stderr.startswith(b"Error: ")
    assert said in done.stderr
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    "arguments", [LEARN, BOUNCED, COMPANIES, ("suppress", "import", "FILE"), CATALOG], ids=" ".join
)
def test_every_reader_names_what_is_no_text(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "FILE").write_bytes(GZIP)
    done = run(tmp_path, *arguments)
    assert done.returncode in {1, 2}
    assert done.stderr


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_every_unicode_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "list.csv").write_bytes("name,domain\nJürgen Müller,acme.example\n".encode(encoding))
    done = run(tmp_path, "guess", "-i", "list.csv")
    assert (done.returncode, "Jürgen Müller,acme.example,juergen.mueller@".encode() in done.stdout) == (
        0,
        True,
    )


@pytest.mark.parametrize("encoding", ["nonsense", "base64", "undefined", "idna", "rot13", "x" * 1000, ""])
def test_an_encoding_that_is_none_is_named(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "list.csv").write_text(LIST.replace("Jane", "J..\u00e4ne"), "utf-8")
    done = run(tmp_path, "guess", "-i", "list.csv", "--encoding", encoding)
    assert done.returncode in ({0} if not encoding else {1, 2})
    assert not encoding or b"--encoding" in done.stderr or b"There is no encoding" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("guess", "-i", "-"),
        ("guess", "Jane Doe", "acme.example", "--samples", "-"),
        ("guess", "Jane Doe", "acme.example", "--companies", "-"),
        ("guess", "Jane Doe", "acme.example", "--catalog", "-"),
        ("formats", "--samples", "-"),
        ("check", "-i", "-"),
        ("learn", "-"),
        ("outcome", "bounced", "-"),
        ("outcome", "delivered", "-"),
        ("suppress", "import", "-"),
        ("store", "import", "-"),
        ("patterns", "--check", "-"),
    ],
    ids=" ".join,
)
def test_a_closed_standard_input_is_said(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    script = f"'{PROGRAM}' {shlex.join(arguments)} <&-"
    done = subprocess.run(
        ["/bin/sh", "-c", script], capture_output=True, env=environment(**own(tmp_path)), check=False
    )
    assert done.returncode in {1, 2}
    assert b"Standard input is closed" in done.stderr


# One bad message is set aside, and the rest is read


@pytest.mark.parametrize(
    "bad",
    [
        b"To: " + b"(" * 5000 + b" a@b.example",
        b"To: =?nonsense?q?J=FC?= <eve@b.example>",
        b"To: =??q?J=FC?= <eve@b.example>",
        b"To: =?a\0b?q?J=FC?= <eve@b.example>",
        b"To: =?utf-8?b?*?= <eve@b.example>",
        b"To: =?idna?q?xn--=FC?= <eve@b.example>",
        b"To: J\xfcrgen <eve@b.example>",
        b"To: " + b"x" * (1 << 19),
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n' * 1000,
        b"Content-Type: message/rfc822\n\n" * 1000,
    ],
    ids=[
        "comments",
        "no such charset",
        "no charset",
        "NUL",
        "base64",
        "idna",
        "8 bits",
        "long",
        "parts",
        "messages",
    ],
)
def test_one_bad_message_does_not_hide_the_others(tmp_path: Path, bad: bytes) -> None:
    good = b"From x\nFrom: Jane Doe <jane.doe@acme.example>\n\nhi\n\n"
    (tmp_path / "box").write_bytes(
        good + b"From x\nSubject: y\n" + bad + b"\n\n" + good.replace(b"jane", b"ann")
    )
    done = run(tmp_path, "learn", "box")
    assert done.returncode == 0
    assert b"  acme.example  2\n" in done.stdout
    reports = REPORT.encode() + b"550 user unknown\n\n--x--\n\n"
    (tmp_path / "box").write_bytes(reports + b"From x\n" + bad + b"\n\n" + reports.replace(b"jane", b"ann"))
    assert run(tmp_path, "outcome", "bounced", "box").stdout.startswith(b"2 bounced\n")


# Into a workbook


def made(folder: Path, text: str, *options: str) -> subprocess.CompletedProcess[bytes]:
    (folder / "list.csv").write_text(text)
    return run(folder, "guess", "-i", "list.csv", "-o", "out.xlsx", *options)


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    assert made(tmp_path, "name,domain,note\nJane Doe,acme.example,=1+1\n").returncode == 0
    cell = openpyxl.load_workbook(tmp_path / "out.xlsx").active["C2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_safe_csv_holds_for_workbooks(tmp_path: Path) -> None:
    assert made(tmp_path, "name,domain,note\nJane Doe,acme.example,=1+1\n", "--safe-csv").returncode == 0
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").active["C2"].value == "'=1+1"
    again = openpyxl.load_workbook(tmp_path / "out.xlsx")
    again.active["C2"].value = "=1+1"
    again.save(tmp_path / "in.xlsx")
    assert run(tmp_path, "guess", "-i", "in.xlsx", "-o", "out.xlsx", "--safe-csv").returncode == 0
    cell = openpyxl.load_workbook(tmp_path / "out.xlsx").active["C2"]
    assert (cell.value, cell.data_type) == ("'=1+1", "s")


def test_control_characters_reach_a_workbook_and_come_back(tmp_path: Path) -> None:
    assert made(tmp_path, "name,domain,note\nJane Doe,acme.example,a\x0b\x01b_x0041_\n").returncode == 0
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").active["C2"].value == "a_x000B__x0001_b_x005F_x0041_"
    assert run(tmp_path, "guess", "-i", "out.xlsx", "-o", "back.csv").returncode == 0
    assert "Jane Doe,acme.example,a\x0b\x01b_x0041_," in (tmp_path / "back.csv").read_text()


def test_a_cell_too_long_for_a_workbook_is_refused(tmp_path: Path) -> None:
    done = made(tmp_path, f"name,domain,note\nJane Doe,acme.example,{'x' * 32_768}\n")
    assert (done.returncode, b"Row 2 has a cell of 32,768 characters" in done.stderr) == (1, True)
    assert not (tmp_path / "out.xlsx").exists()
    assert made(tmp_path, f"name,domain,note\nJane Doe,acme.example,{'x' * 32_767}\n").returncode == 0


def test_an_active_sheet_without_a_list_is_passed_over(tmp_path: Path) -> None:
    source = openpyxl.Workbook()
    source.active.title = "Cover"
    people = source.create_sheet("People")
    people.append(["name", "domain"])
    people.append(["Jane Doe", "acme.example"])
    source.save(tmp_path / "in.xlsx")
    done = run(tmp_path, "guess", "-i", "in.xlsx", "-o", "out.xlsx")
    assert done.returncode == 0
    assert (
        b"The sheet 'Cover', with which the workbook opens, has no list; reading the sheet 'People' instead."
        in done.stderr
    )
    found = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert found.sheetnames == ["Cover", "People"]
    assert found["People"]["C2"].value.endswith("@acme.example")


def test_a_workbook_keeps_all_that_was_in_it(tmp_path: Path) -> None:
    source = openpyxl.Workbook()
    sheet = source.active
    sheet.append(["name", "domain", "sum"])
    sheet.append(["Jane Doe", "acme.example", "=1+1"])
    sheet.append(["Bob Jones", "b.example", 7, "beyond the header"])
    sheet.column_dimensions["A"].width = 33
    sheet["A2"].font = openpyxl.styles.Font(bold=True)
    sheet["B2"].hyperlink = "https://acme.example/"
    source.create_sheet("Other").append(["kept"])
    source.save(tmp_path / "in.xlsx")
    for name in ("in.xlsx", "out.xlsx"):  # an earlier run's columns are replaced
        assert (
            run(
                tmp_path, "guess", "-i", name, "-o", "out.xlsx" if name == "in.xlsx" else "again.xlsx"
            ).returncode
            == 0
        )
    for name in ("out.xlsx", "again.xlsx"):
        found = openpyxl.load_workbook(tmp_path / name)
        sheet = found.active
        assert found["Other"]["A1"].value == "kept"
        assert (sheet["C2"].value, sheet["D3"].value) == ("=1+1", "beyond the header")
        assert (sheet.column_dimensions["A"].width, sheet["A2"].font.bold) == (33, True)
        assert sheet["B2"].hyperlink.target == "https://acme.example/"
        assert [cell.value for cell in sheet[1]][4:6] == ["guess_email", "guess_probability"]
        assert (sheet["E3"].value.endswith("@b.example"), sheet.max_column) == (True, 13)


# Names of files, and arguments


def test_file_names_may_be_any_bytes(tmp_path: Path) -> None:
    name = b"caf\xe9.csv"
    (tmp_path / os.fsdecode(name)).write_text(
        "name,email,domain\nJane Doe,jane.doe@acme.example,acme.example\n"
    )
    assert run(tmp_path, "learn", name).stdout.startswith("caf\ufffd.csv: 1 new".encode())
    assert run(tmp_path, "guess", "-i", name, "-o", b"\xff.csv").returncode == 0
    assert (tmp_path / os.fsdecode(b"\xff.csv")).exists()
    missing = run(tmp_path, "guess", "-i", b"\xfe.csv")
    assert (missing.returncode, b"cannot be read" in missing.stderr) == (1, True)
    assert run(tmp_path, "why", "jane.doe@acme.example").returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("guess", b"Zo\xeb Doe", "acme.example"),
        ("guess", "Jane Doe", b"acme\xff.example"),
        ("guess", "Jane Doe", "acme.example", "--sample", b"Zo\xeb <zoe@acme.example>"),
        ("guess", "Jane Doe", "acme.example", "--pattern", b"{first}\xff"),
        ("guess", "-i", "list.csv", "--map", b"name=\xff"),
        ("guess", "-i", "list.csv", "--prefix", b"\xff"),
        ("guess", "-i", "list.csv", "--encoding", b"\xff"),
        ("learn", "list.csv", "--source", b"\xff"),
        ("learn", "--company", b"Acm\xe9=acme.example"),
        ("why", b"zo\xeb@acme.example"),
        ("formats", b"acme\xff.example"),
        ("check", b"acme\xff.example"),
        ("suppress", "add", b"Zo\xeb", "acme.example"),
        ("forget", b"Zo\xeb", "acme.example"),
        ("outcome", "undo", b"zo\xeb@acme.example"),
    ],
    ids=lambda arguments: " ".join(os.fsdecode(one) for one in arguments).encode("ascii", "replace").decode(),
)
def test_arguments_are_taken_whole_or_refused(tmp_path: Path, arguments: tuple[str | bytes, ...]) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    done = run(tmp_path, *arguments)
    assert (done.returncode, b"UTF-8" in done.stderr, done.stdout) == (2, True, b"")


@pytest.mark.parametrize("key", ["name", "domain", "note"])
def test_strings_in_json_are_taken_whole_or_refused(tmp_path: Path, key: str) -> None:
    row = {"name": "Zo Doe", "domain": "acme.example", "note": "x"} | {key: "Zo\ud800"}
    (tmp_path / "list.jsonl").write_text(json.dumps(row | {"name": "Jane"} if key != "name" else row) + "\n")
    done = run(tmp_path, "guess", "-i", "list.jsonl")
    assert (done.returncode, b"Line 1 of the list has a string that is no text" in done.stderr) == (2, True)


# What an interrupted run left


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:900] + bytes(40) + data[940:],
        lambda data: data[:900] + b"\xff\xfe\n" + data[903:],
        lambda data: data[:900] + b'{"a": 1}\n[]\n7\n' + data[914:],
        lambda data: data[:900],
        lambda data: b"",
    ],
    ids=["zeros", "no text", "other lines", "cut", "empty"],
)
def test_a_damaged_part_is_named_or_written_anew(
    tmp_path: Path, form: str, damage: Callable[[bytes], bytes]
) -> None:
    (tmp_path / "list.csv").write_text("name,domain\n" + "Jane Doe,acme.example\n" * 100)
    arguments = ("guess", "-i", "list.csv", "--no-store", "-o", f"out.{form}", "--resume")
    whole = run(tmp_path, *arguments[:-2], f"whole.{form}")
    assert whole.returncode == 0
    stopped = run(tmp_path, *arguments, largest=4000)
    assert b"The rows so far are in" in stopped.stderr
    part = tmp_path / f"out.{form}.part"
    part.write_bytes(damage(part.read_bytes()))
    done = run(tmp_path, *arguments)
    if done.returncode == 1:
        assert b"is damaged, so --resume cannot continue it" in done.stderr
    else:
        assert (tmp_path / f"out.{form}").read_bytes() == (tmp_path / f"whole.{form}").read_bytes()
