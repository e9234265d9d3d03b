"""Workbooks from other programs and from strangers: what takes no list's size is refused, and no row is lost or put elsewhere."""

import csv
import io
import re
import signal
import subprocess
import zipfile
from pathlib import Path

import pytest

from broken_workbooks import ROWS, SHEET, with_part
from program import HANG, PROGRAM, environment, run_bytes, until

openpyxl = pytest.importorskip("openpyxl")
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    done = run_bytes(*arguments, "--no-mx", "--no-store", cwd=folder)
    assert done.returncode >= 0, f"It was killed: {done!r}"
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done


# Workbooks that openpyxl would take minutes and gigabytes for

TOO_MANY = ROWS + b"</row></sheetData>%s</worksheet>"
MERGED = b'<mergeCells><mergeCell ref="%s"/></mergeCells>'
LINKED = b"<hyperlinks><hyperlink location='A1' ref='%s'/></hyperlinks>"
ALL = b"A1:XFD1048576"


def utf_16(sheet: bytes) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-16"?>{sheet.decode()}'.encode("utf-16")


def with_doctype(sheet: bytes) -> bytes:
    return b'<!DOCTYPE x [<!ENTITY all "A1:XFD1048576">]>' + sheet


def with_prefix(sheet: bytes) -> bytes:
    named = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", sheet)
    return named.replace(b"xmlns=", b"xmlns:x=")


def commented(place: str) -> bytes:
    made = openpyxl.Workbook()
    for row in (["name", "domain"], ["Jane Doe", "acme.example"]):
        made.active.append(row)
    made.active["B2"].comment = openpyxl.comments.Comment("text", "author")
    data, changed = io.BytesIO(), io.BytesIO()
    made.save(data)
    with zipfile.ZipFile(data) as source, zipfile.ZipFile(changed, "w") as target:
        for part in source.namelist():
            target.writestr(part, source.read(part).replace(b'ref="B2"', f'ref="{place}"'.encode()))
    return changed.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(with_part(SHEET, TOO_MANY % (MERGED % ALL)), id="merged"),
        pytest.param(with_part(SHEET, TOO_MANY % (LINKED % ALL)), id="linked"),
        pytest.param(with_part(SHEET, TOO_MANY % (MERGED % b"a1:xfd1048576")), id="small letters"),
        pytest.param(with_part(SHEET, TOO_MANY % (MERGED % b"$A$1:$XFD$1048576")), id="absolute"),
        pytest.param(with_part(SHEET, TOO_MANY % (LINKED % b"A:XFD")), id="all columns"),
        pytest.param(with_part(SHEET, TOO_MANY % (LINKED % b"1:1048576")), id="all rows"),
        pytest.param(with_part(SHEET, TOO_MANY % (MERGED % b"&#65;1:&#x58;FD1048576")), id="characters by number"),
        pytest.param(with_part(SHEET, with_doctype(TOO_MANY % (MERGED % b"&all;"))), id="an entity"),
        pytest.param(with_part(SHEET, utf_16(TOO_MANY % (MERGED % ALL))), id="UTF-16"),
        pytest.param(with_part(SHEET, with_prefix(TOO_MANY % (MERGED % ALL))), id="prefixed"),
        pytest.param(with_part(SHEET, TOO_MANY % (b"<mergeCells>" + b'<mergeCell ref="A1:XFD64"/>' * 5 + b"</mergeCells>")), id="many"),
        pytest.param(commented("A1:XFD1048576"), id="commented"),
    ],
)  # fmt: skip
def test_ranges_of_millions_of_cells_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list.xlsx").write_bytes(content)
    done = run(tmp_path, "guess", "-i", "list.xlsx", "-o", "out.xlsx")
    assert done.returncode == 1
    assert re.search(
        rb"merges or links [\d,]{9,14} cells, more than the 4,194,304 that are read", done.stderr
    )


def test_ranges_that_lists_have_are_read(tmp_path: Path) -> None:
    rows = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/>'
        b'<sheetData><row r="1"><c t="inlineStr"><is><t>name</t></is></c><c t="inlineStr"><is><t>domain</t></is></c></row>'
        b'<row r="2"><c t="inlineStr"><is><t>Jane Doe</t></is></c><c t="inlineStr"><is><t>acme.example</t></is></c></row>'
        b'</sheetData><autoFilter ref="A1:B1048576"/><mergeCells><mergeCell ref="D1:E9"/></mergeCells></worksheet>'
    )
    (tmp_path / "list.xlsx").write_bytes(with_part(SHEET, rows))
    assert run(tmp_path, "guess", "-i", "list.xlsx", "-o", "out.xlsx").returncode == 0
    assert sheet_of(tmp_path / "out.xlsx")[1][5] == "jane.doe@acme.example"


# Rows whose numbers are of no use


def sheet_of(path: Path) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))


def numbered(*rows: tuple[str | None, str | None]) -> bytes:
    """Return a workbook whose rows have these numbers, and its cells the others; None is none."""
    people = [
        ("name", "domain"),
        ("Jane Doe", "acme.example"),
        ("Bob Jones", "b.example"),
        ("Ann Lee", "c.example"),
    ]
    text = "".join(
        "<row{}>{}</row>".format(
            "" if row is None else f' r="{row}"',
            "".join(
                '<c{} t="inlineStr"><is><t>{} &amp; &lt;</t></is></c>'.format(
                    "" if cell is None else f' r="{column}{cell}"', value
                )
                for column, value in zip("AB", values, strict=True)
            ),
        )
        for (row, cell), values in zip(rows, people, strict=True)
    ).replace(" &amp; &lt;", "")
    sheet = ROWS.decode().replace('<row r="1">', text) + "</sheetData></worksheet>"
    return with_part(SHEET, sheet.encode())


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(numbered(*[(None, None)] * 4), id="none"),
        pytest.param(numbered(("1", "1"), (None, None), (None, None), (None, None)), id="the first alone"),
        pytest.param(numbered(("1.0", "1"), ("2.0", "2"), ("3.0", "3"), ("4.0", "4")), id="with a point"),
    ],
)  # fmt: skip
def test_rows_are_kept_however_they_are_numbered(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list.xlsx").write_bytes(content)
    done = run(tmp_path, "guess", "-i", "list.xlsx", "-o", "out.csv")
    assert done.returncode == 0, done.stderr
    guessed = ["jane.doe@acme.example", "bob.jones@b.example", "ann.lee@c.example"]
    with (tmp_path / "out.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.reader(file) if any(row)]
    assert [row[2] for row in rows[1:]] == guessed
    assert run(tmp_path, "guess", "-i", "list.xlsx", "-o", "out.xlsx").returncode == 0
    written = [row for row in sheet_of(tmp_path / "out.xlsx") if any(row)]
    assert [row[:3] for row in written[1:]] == [
        (*row[:2], address) for row, address in zip(rows[1:], guessed, strict=True)
    ]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(numbered(("1", "1"), ("2", "2"), ("2", "2"), ("2", "2")), id="repeated"),
        pytest.param(numbered(("1", "1"), ("2", "2"), ("2", "2"), (None, None)), id="repeated, then none"),
        pytest.param(numbered(("4", "4"), ("3", "3"), ("2", "2"), ("1", "1")), id="backwards"),
        pytest.param(numbered(("1", "1"), ("2", "9"), ("3", "2"), ("4", "1")), id="other numbers in the cells"),
        pytest.param(numbered((None, "1"), (None, "7"), (None, "7"), (None, "2")), id="in the cells alone"),
        pytest.param(numbered(("1", "1"), ("2000000000", "2"), ("9" * 99, "3"), ("4", "4")), id="that no sheet has"),
        pytest.param(numbered(("1", "1"), ("x", "2"), ("3", "3"), ("4", "4")), id="no numbers"),
    ],
)  # fmt: skip
def test_rows_that_would_be_lost_are_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list.xlsx").write_bytes(content)
    done = run(tmp_path, "guess", "-i", "list.xlsx", "-o", "out.csv")
    assert done.returncode == 1
    assert re.match(rb"Error: The workbook is damaged", done.stderr)


def test_added_columns_stand_beside_merged_cells(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for row in (["Our people"], [], ["name", "domain"], ["Jane Doe", "acme.example"], ["See the next sheet"]):
        made.active.append(row)
    made.active.merge_cells("A1:K1")
    made.active.merge_cells("A5:D5")
    made.save(tmp_path / "list.xlsx")
    assert run(tmp_path, "guess", "-i", "list.xlsx", "-o", "out.xlsx").returncode == 4
    rows = sheet_of(tmp_path / "out.xlsx")
    assert [row[4] for row in rows[2:4]] == ["guess_email", "jane.doe@acme.example"]


# Workbooks that can be read, and not written


QUOTED = "jane.roe@secret.example"


@pytest.mark.parametrize(
    "rest",
    [
        f'<hyperlinks><hyperlink xmlns:r="{REL}" r:id="{QUOTED}" ref="A1"/></hyperlinks>',
        f'<mergeCells><mergeCell ref="{QUOTED}"/></mergeCells>',
        f'<dataValidations><dataValidation type="{QUOTED}" sqref="A1"/></dataValidations>',
        f'<dataValidations><dataValidation type="list" sqref="{QUOTED}"/></dataValidations>',
        f'<conditionalFormatting sqref="A1"><cfRule type="{QUOTED}" priority="1"/></conditionalFormatting>',
        f'<pageSetup orientation="{QUOTED}"/>',
        f'<legacyDrawing xmlns:r="{REL}" r:id="{QUOTED}"/>',
        f'<drawing xmlns:r="{REL}" r:id="{QUOTED}"/>',
        f'<tableParts><tablePart xmlns:r="{REL}" r:id="{QUOTED}"/></tableParts>',
    ],
    ids=lambda rest: re.findall(r"\w+", rest)[0],
)
def test_what_cannot_be_written_back_is_said_in_a_sentence_that_quotes_nothing(
    tmp_path: Path, rest: str
) -> None:
    people = (
        '<c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>domain</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Jane Doe</t></is></c><c r="B2" t="inlineStr"><is><t>acme.example</t></is></c>'
    )
    sheet = f"{ROWS.decode()}{people}</row></sheetData>{rest}</worksheet>"
    (tmp_path / "list.xlsx").write_bytes(with_part(SHEET, sheet.encode()))
    done = run(tmp_path, "guess", "-i", "list.xlsx", "-o", "out.xlsx")
    assert done.returncode in {0, 1}
    if done.returncode:
        assert re.fullmatch(rb"Error: The workbook (is|cannot) [^\n]*save it anew[^\n]*\n", done.stderr)
    assert QUOTED.encode() not in done.stderr


@pytest.mark.parametrize(
    "cell",
    [
        f'<c r="A2"><v>{QUOTED}</v></c>', f'<c r="A2" t="d"><v>{QUOTED}</v></c>', f'<c r="A2" t="s"><v>{QUOTED}</v></c>',
        f'<c r="A2" s="{QUOTED}"><v>1</v></c>', f'<c r="{QUOTED}"><v>1</v></c>', f'<c r="A2" t="b"><v>{QUOTED}</v></c>',
        f'<c r="A2"><f t="shared" si="0" ref="{QUOTED}">1</f></c>',
    ],
    ids=["number", "date", "string", "style", "place", "truth", "formula"],
)  # fmt: skip
@pytest.mark.parametrize("output", ["out.csv", "out.xlsx"])
def test_a_message_quotes_no_cell(tmp_path: Path, cell: str, output: str) -> None:
    sheet = ROWS.decode() + (
        '<c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>domain</t></is></c></row>'
        f'<row r="2">{cell}</row></sheetData></worksheet>'
    )
    (tmp_path / "list.xlsx").write_bytes(with_part(SHEET, sheet.encode()))
    done = run(tmp_path, "guess", "-i", "list.xlsx", "-o", output)
    assert QUOTED.encode() not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_no_copy_of_the_rows(tmp_path: Path, number: signal.Signals) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    command = [PROGRAM, "guess", "-o", str(tmp_path / "out.xlsx"), "--no-mx", "--no-store"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(TMPDIR=str(copies))
    ) as process:
        assert process.stdin
        process.stdin.write(b"name,domain\n" + b"Jane Doe,example.com\n" * 2000)
        process.stdin.flush()
        until(lambda: any(path.stat().st_size for path in copies.glob("openpyxl.*")))
        process.send_signal(number)
        assert process.wait(HANG) == -number
    assert not any(copies.iterdir())
