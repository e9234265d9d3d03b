"""Lists as processes: real bytes on real pipes, files, disks and signals."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dns_server import DnsServer, Zone
from program import HANG, run_bytes

PROGRAM = [str(Path(sys.executable).with_name("guessmail"))]
OPTIONS = ["guess", "--no-mx", "--no-store"]
ADDED = "guess_email,guess_probability,guess_pattern,guess_basis,guess_mx,guess_mx_reason,guess_problem,guess_level,guess_note"
LIST = "name,domain\nJane Doe,acme.example\nBob Jones,b.example\n"
NOTE = "x" * 1000
"""With it, 64 rows are more than is read at once."""


@pytest.fixture(scope="module")
def resolver() -> Iterator[dict[str, str]]:
    """Return the environment of a program that asks a healthy server, which knows acme.test alone."""
    with DnsServer(Zone("acme.test MX 10 mx.acme.test\nmx.acme.test A 1.2.3.4")) as running:
        yield {"GUESSMAIL_RESOLVER": running.address}


def run(*options: str, given: bytes = b"", **more: Any) -> subprocess.CompletedProcess[bytes]:
    return run_bytes(*OPTIONS, *options, piped=given, **more)


def rows_of(output: bytes, delimiter: str = ",", encoding: str = "utf-8") -> list[list[str]]:
    return list(csv.reader(io.StringIO(output.decode(encoding), newline=""), delimiter=delimiter))


def ask(given: bytes, *options: str, delimiter: str = ",", status: int = 0) -> list[dict[str, str]]:
    """Run a list and return its rows by column."""
    done = run(*options, given=given)
    assert done.returncode == status, done.stderr.decode()
    header, *rows = rows_of(done.stdout, delimiter)
    return [dict(zip(header, row, strict=True)) for row in rows if row]


@pytest.mark.parametrize(
    ("given", "delimiter"),
    [
        pytest.param("\ufeffname,domain\nJürgen Müller,acme.example\n".encode(), ",", id="byte-order mark"),
        pytest.param(
            "\ufeffname,domain\nJürgen Müller,acme.example\n".encode("utf-16-le"), ",", id="UTF-16 LE"
        ),
        pytest.param(
            "\ufeffname,domain\nJürgen Müller,acme.example\n".encode("utf-16-be"), ",", id="UTF-16 BE"
        ),
        pytest.param(
            "name,domain\nJürgen Müller,acme.example\n".encode("utf-16-le"), ",", id="UTF-16, no mark"
        ),
        pytest.param("name,domain\nJürgen Müller,acme.example\n".encode("cp1252"), ",", id="cp1252"),
        pytest.param("name,domain\r\nJürgen Müller,acme.example\r\n".encode(), ",", id="CRLF"),
        pytest.param("name,domain\rJürgen Müller,acme.example\r".encode(), ",", id="CR"),
        pytest.param("name;domain\nJürgen Müller;acme.example\n".encode(), ";", id="semicolon"),
        pytest.param("name\tdomain\nJürgen Müller\tacme.example\n".encode(), "\t", id="tab"),
        pytest.param("name|domain\nJürgen Müller|acme.example\n".encode(), "|", id="bar"),
        pytest.param("name, domain\nJürgen Müller, acme.example".encode(), ",", id="spaces, no end"),
    ],
)
def test_encodings_and_dialects(given: bytes, delimiter: str) -> None:
    (row,) = ask(given, delimiter=delimiter)
    assert row["name"] == "Jürgen Müller"
    assert row["guess_email"].endswith("@acme.example")


def test_line_endings_stay() -> None:
    done = run(given=b"name;domain\r\nJane Doe;acme.example\r\n")
    assert done.stdout.count(b"\r\n") == done.stdout.count(b"\n") == 2


def test_a_later_byte_that_is_not_utf8_is_told_with_its_line() -> None:
    many = f"Jane Doe,acme.example,{NOTE}\n" * 80
    given = (
        f"name,domain,note\nJürgen Doe,acme.example,\n{many}".encode()
        + "Jörg Doe,acme.example,\n".encode("cp1252")
    )
    done = run(given=given)
    rows = rows_of(done.stdout)
    assert rows[1][0] == "Jürgen Doe"
    assert rows[-1][0] == "Jörg Doe"
    assert b"Line 83 " in done.stderr
    assert b"cp1252" in done.stderr


def test_told_encoding() -> None:
    (row,) = ask("name,domain\nŁukasz Żak,acme.example\n".encode("iso8859_2"), "--encoding", "latin2")
    assert row["name"] == "Łukasz Żak"
    (row,) = ask("name,domain\nŁukasz Żak,acme.example\n".encode("utf-16"), "--encoding", "utf-16")
    assert row["name"] == "Łukasz Żak"
    wrong = run("--encoding", "utf-8", given="name,domain\nJörg,acme.example\n".encode("cp1252"))
    assert wrong.returncode == 1
    assert b"Line 2 " in wrong.stderr
    assert run("--encoding", "base64", given=b"name,domain\n").returncode == 2


def test_no_header_lists_the_columns_and_shows_map() -> None:
    done = run(given=b"who,where\nJane Doe,acme.example\n")
    assert done.returncode == 2
    assert done.stdout == b""
    for part in (b'"who"', b'"where"', b"--map name="):
        assert part in done.stderr
    (row,) = ask(b"who,where\nJane Doe,acme.example\n", "--map", "name=who", "--map", "domain=2")
    assert row["guess_email"].endswith("@acme.example")


def test_two_columns_of_one_kind() -> None:
    done = run(given=b"Name,Full Name,domain\nBob Jones,Jane Doe,acme.example\n")
    assert done.returncode == 2
    for part in (b'"Name"', b'"Full Name"', b"--map name="):
        assert part in done.stderr
    same = run(given=b"name,domain,domain\nJane Doe,a.example,b.example\n")
    assert rows_of(same.stdout)[1][3].endswith("@a.example")
    assert b"1 row has cells that name different companies" in same.stderr
    (row, *_) = rows_of(
        run("--map", "domain=3", given=b"name,domain,domain\nJane Doe,a.example,b.example\n").stdout
    )[1:]
    assert row[3].endswith("@b.example")


def test_quoted_line_breaks() -> None:
    given = 'name,domain,note\n"Jane Doe",acme.example,"one\ntwo, ""three"""\nBob Jones,b.example,\n'
    done = run(given=given.encode())
    assert rows_of(done.stdout)[1][:3] == ["Jane Doe", "acme.example", 'one\ntwo, "three"']
    assert b'"one\ntwo, ""three"""' in done.stdout
    assert len(rows_of(done.stdout)) == 3


def test_quoted_line_breaks_across_chunks() -> None:
    given = "name,domain,note\n" + "".join(
        f'Jane Doe,a{n}.example,"one\n{NOTE}\ntwo {n}"\n' for n in range(200)
    )
    rows = rows_of(run(given=given.encode()).stdout)
    assert [row[:3] for row in rows] == rows_of(given.encode())
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    ("given", "line"),
    [
        pytest.param(f'{LIST}"Jim Doe,c.example\nJoe Doe,d.example\n', b"line 4 ", id="to the end"),
        pytest.param(f'{LIST}"Jim Doe,c.example\nJoe Doe,"d.example"\n', b"line 4 ", id="closed by another"),
        pytest.param(f'{LIST}x,"{"y" * 10_000_000}"\n', b"4", id="10 MB field"),
        pytest.param(f"{LIST}x,{'y' * 10_000_000}\n", b"4", id="10 MB field without quotes"),
        pytest.param(LIST + '"' + "Jim Doe,c.example\n" * 100_000, b"line 4 ", id="unclosed, long"),
    ],
)
def test_broken_records(given: str, line: bytes) -> None:
    done = run(given=given.encode())
    assert done.returncode == 1
    assert line in done.stderr
    assert b"Traceback" not in done.stderr


def test_odd_rows_are_kept() -> None:
    odd = (
        "Jane Doe",
        "",
        " , ,",
        "Bob Jones,b.example",
        '"Bob" Jones,b.example,+49',
        "Jim Doe,c.example,1,2",
    )
    given = "\n".join(["name,domain,phone", *odd, ""])
    done = run(given=given.encode())
    assert done.returncode == 4
    rows = rows_of(done.stdout)
    assert rows[1][0] == "Jane Doe"
    assert rows[1][3] == ""
    assert rows[1][9].startswith("short_row: ")
    assert rows[2] == []
    assert rows[3][3:] == [""] * 9
    assert rows[4][3].endswith("@b.example")
    assert rows[4][9].startswith("short_row: ")
    assert done.stdout.splitlines()[5].startswith(b'"Bob" Jones,b.example,+49,')
    assert rows[6][:3] + rows[6][12:] == ["Jim Doe", "c.example", "1", "2"]
    assert rows[6][3].endswith("@c.example")


@pytest.mark.parametrize("given", [b"", b"\n", b"\xef\xbb\xbf"])
def test_empty_list(given: bytes) -> None:
    done = run(given=given)
    assert (done.returncode, done.stdout) == (0, f"{ADDED}\n".encode())


def test_header_alone() -> None:
    done = run(given=b"name,domain\n")
    assert (done.returncode, done.stdout) == (0, f"name,domain,{ADDED}\n".encode())


def test_head_ends_by_the_pipe() -> None:
    """The list has no end: whoever read all of it before writing would never be done."""
    program = " ".join([*PROGRAM, *OPTIONS])
    source = "{ echo name,domain; yes Jane Doe,acme.example; }"
    command = f"{source} | {program} | head -1; echo ${{PIPESTATUS[1]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=HANG)  # noqa: S607
    assert done.stdout.decode().splitlines() == [f"name,domain,{ADDED}", "141"]
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_disk() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *OPTIONS], input=LIST.encode(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr
    assert run("-o", "/dev/full", given=LIST.encode()).returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "arguments",
    [
        ("guess", "--no-mx", "--no-store"),
        ("guess", "--no-mx", "--no-store", "--format", "jsonl"),
        ("guess", "Jane Doe", "gmail.com", "--no-mx", "--no-store", "--explain"),
        ("check", "--no-cache"),
        ("check", "acme", "acme.test", "--explain", "--no-cache"),
        ("domain", "Acme", "--no-mx", "--explain"),
        ("formats", "acme.test", "acme", "--no-store"),
        ("nothing",),
    ],
    ids=" ".join,
)
def test_messages_that_cannot_be_written_lose_nothing_of_the_output(
    arguments: tuple[str, ...], resolver: dict[str, str]
) -> None:
    given = LIST.encode() + ",,\nJane Doe,acme\nJörg Doe,acme.test\n".encode("cp1252")
    heard = run_bytes(*arguments, piped=given, env=resolver)
    assert heard.stderr
    with Path("/dev/full").open("wb") as full:
        unheard = run_bytes(*arguments, piped=given, stderr=full, env=resolver)
    assert (unheard.returncode, unheard.stdout) == (heard.returncode, heard.stdout)


def test_file_limit_keeps_whole_rows(tmp_path: Path) -> None:
    source, output = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("name,domain,note\nBob Jones,b.example,\n" + f"Jane Doe,acme.example,{NOTE}\n" * 250)
    done = run("-i", str(source), "-o", str(output), largest=100_000)
    assert done.returncode == 1
    assert b"File too large" in done.stderr
    assert b"--resume" in done.stderr
    assert not output.exists()
    assert run("-i", str(source), "-o", str(output), "--resume").returncode == 0
    assert output.read_bytes() == run("-i", str(source)).stdout


def test_unwritable_output(tmp_path: Path) -> None:
    done = run("-o", str(tmp_path / "none" / "out.csv"), given=LIST.encode())
    assert done.returncode == 1
    assert b"cannot be written" in done.stderr


def test_output_is_the_input(tmp_path: Path) -> None:
    source, link = tmp_path / "in.csv", tmp_path / "link.csv"
    source.write_text(LIST)
    link.symlink_to(source)
    for output in (source, link):
        done = run("-i", str(source), "-o", str(output))
        assert done.returncode == 2
        assert b"is the input" in done.stderr
    command = f"{' '.join([*PROGRAM, *OPTIONS])} -i {source} >> {source}"
    assert subprocess.run(["bash", "-c", command], capture_output=True, check=False).returncode == 2  # noqa: S607
    assert source.read_text() == LIST


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("guess", "Jane Doe", "acme.example", "--no-mx", "--no-store", "-q"), id="one person"),
        pytest.param((*OPTIONS, "-i", "list.csv", "-q"), id="a list"),
        pytest.param(("domain", "-i", "companies.csv", "--no-mx"), id="companies"),
        pytest.param(("store", "export", "--store", "store.db"), id="an export"),
    ],
)
def test_devices_are_written_in_place(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """A link stands for /dev/stdout, which no test should put at risk; others write to the same file before and after."""
    (tmp_path / "list.csv").write_text(LIST)
    (tmp_path / "companies.csv").write_text("company\nAcme\n")
    run_bytes("learn", "-", "--store", "store.db", piped=b"bob@a.example", cwd=tmp_path)
    (tmp_path / "stdout").symlink_to("/proc/self/fd/1" if Path("/proc/self/fd").exists() else "/dev/fd/1")
    (tmp_path / "null").symlink_to("/dev/null")
    before = sorted(path.name for path in tmp_path.iterdir())
    with (tmp_path / "all").open("wb", buffering=0) as all_:
        all_.write(b"before\n")
        for output in ("null", "stdout"):
            done = run_bytes(*arguments, "-o", output, stdout=all_, cwd=tmp_path)
            assert b"Error" not in done.stderr
        all_.write(b"after\n")
    lines = (tmp_path / "all").read_text().splitlines()
    assert (lines[0], lines[-1]) == ("before", "after")
    assert len(lines) > 2
    assert (tmp_path / "stdout").is_symlink()
    assert (tmp_path / "null").is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*before, "all"])


def test_special_destinations(tmp_path: Path) -> None:
    assert run("-o", "/dev/stdout", given=LIST.encode()).stdout.startswith(b"name,domain,guess_email")
    redirected = tmp_path / "redirected.csv"
    with redirected.open("wb") as file:
        subprocess.run(
            [*PROGRAM, *OPTIONS, "-o", "/dev/stdout"], input=LIST.encode(), stdout=file, check=True
        )
    assert redirected.read_bytes().startswith(b"name,domain,guess_email")
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with subprocess.Popen(["cat", str(fifo)], stdout=subprocess.PIPE) as cat:  # noqa: S607
        assert run("-o", str(fifo), given=LIST.encode()).returncode == 0
        assert cat.communicate()[0].startswith(b"name,domain,guess_email")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fifo", "redirected.csv"]


STRUCK = """
import os, sys
from guessmail.cli import main
from guessmail.lists.outputs import Output
number, written, write = int(sys.argv.pop(1)), 0, Output.write
def write_and_be_struck(self, *data):
    global written
    write(self, *data)
    written += 1
    if written == 3:
        os.kill(os.getpid(), number)
Output.write = write_and_be_struck
main()
"""


def struck(number: signal.Signals, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run a list in a process that gets a signal when it has written the header and two blocks of rows."""
    command = [sys.executable, "-c", STRUCK, str(int(number)), *OPTIONS, *arguments]
    return subprocess.run(command, capture_output=True, timeout=HANG, check=False)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_interrupted_and_resumed(tmp_path: Path, number: signal.Signals) -> None:
    source, output = tmp_path / "in.csv", tmp_path / "out.csv"
    part = tmp_path / "out.csv.part"
    rows = "".join(f'Jane Doe,a{n % 50}.example,"one\ntwo{NOTE}"\n\nJörg Doe,b.example\n' for n in range(250))
    source.write_text(f"name,domain,note\n{rows}", encoding="cp1252")
    arguments = ["-i", str(source), "-o", str(output)]
    process = struck(number, *arguments)
    assert process.returncode == -number
    assert b"Traceback" not in process.stderr
    assert not output.exists()
    size = part.stat().st_size
    os.truncate(part, size - 7)  # within a row, as a kill between two writes of the system leaves it
    changed = run(*arguments, "--resume", "--safe-csv")
    assert changed.returncode == 2
    assert b"other input or options" in changed.stderr
    assert run(*arguments, "--resume").returncode == 4
    whole = tmp_path / "whole.csv"
    assert run("-i", str(source), "-o", str(whole)).returncode == 4
    assert output.read_bytes() == whole.read_bytes()
    assert whole.read_bytes().startswith(b"\xef\xbb\xbf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv", "whole.csv"]


@pytest.mark.parametrize(
    ("output", "says"),
    [
        pytest.param("out.csv", b"; --resume goes on.", id="CSV"),
        pytest.param("out.jsonl", b"; --resume goes on.", id="JSON Lines"),
        pytest.param("/dev/null", b".", id="a device"),
    ],
)
def test_interrupted_by_a_key(tmp_path: Path, output: str, says: bytes) -> None:
    (tmp_path / "in.csv").write_text("name,domain,note\n" + f"Jane Doe,a.example,{NOTE}\n" * 250)
    done = struck(signal.SIGINT, "-i", str(tmp_path / "in.csv"), "-o", str(tmp_path / output))
    assert done.returncode == -signal.SIGINT
    (line,) = done.stderr.splitlines()
    stopped, _, rest = line.partition(b" rows")
    assert rest == says
    assert stopped.startswith(b"Stopped after ")
    rows = int(stopped.rpartition(b" ")[2].replace(b",", b""))
    part = tmp_path / f"{output}.part"
    if says != b".":  # the rows that the signal cut off are written, but not counted
        written = part.read_bytes().count(b"\n") - (output == "out.csv")
        assert 0 < rows <= written < 250
    else:
        assert rows > 0


@pytest.mark.parametrize(
    ("given", "options", "expected"),
    [
        pytest.param("Jane Doe,a.example\nBob Roe,b.example\n", (), ("jane.doe@a.example", "bob.roe@b.example"), id="name and domain"),
        pytest.param("Jane Doe;a.example\r\n\r\nBob Roe;b.example\r\n", (), ("jane.doe@a.example", "bob.roe@b.example"), id="semicolons, CRLF, a blank line"),
        pytest.param("a.example\tDoe\tJane\n", ("--map", "given=3", "--map", "family=2", "--map", "domain=1"), ("jane.doe@a.example",), id="mapped by number"),
        pytest.param("Jane Doe,a.example,jdoe@a.example\n", ("--map", "email=3"), ("jane.doe@a.example",), id="one more is mapped"),
        pytest.param("name,domain\nJane Doe,a.example\n", (), ("", "jane.doe@a.example"), id="a header after all"),
        pytest.param("", (), (), id="empty"),
    ],
)  # fmt: skip
def test_without_a_header(given: str, options: tuple[str, ...], expected: tuple[str, ...]) -> None:
    done = run("--no-header", *options, given=given.encode())
    lines = [line for line in done.stdout.decode().splitlines() if line]
    assert len(done.stdout.decode().splitlines()) == len(given.splitlines())
    delimiter = next((one for one in ";\t," if one in given), ",")
    assert [row[-9] for row in rows_of(done.stdout, delimiter) if row] == list(expected)
    assert all(
        line.startswith(row) for line, row in zip(lines, filter(None, given.splitlines()), strict=True)
    )


@pytest.mark.parametrize(
    ("given", "options", "sentence"),
    [
        pytest.param("Jane Doe\n", (), b"--no-header expects name in column 1, domain in column 2, but the first row is 'Jane Doe'.", id="one column"),
        pytest.param("Jane Doe,a.example\n", ("--map", "domain=9"), b"domain in column 9", id="no such column"),
        pytest.param('{"name": "Jane Doe"}\n', (), b"--no-header is for CSV and TSV", id="JSON Lines"),
    ],
)  # fmt: skip
def test_without_a_header_wrongly(given: str, options: tuple[str, ...], sentence: bytes) -> None:
    done = run("--no-header", *options, given=given.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert sentence in done.stderr


def test_a_list_without_a_header_is_resumed(tmp_path: Path) -> None:
    source, output, whole = (tmp_path / name for name in ("in.csv", "out.csv", "whole.csv"))
    source.write_text(f"Jane Doe,a.example,{NOTE}\n" * 250)
    assert struck(signal.SIGINT, "--no-header", "-i", str(source), "-o", str(output)).returncode == -2
    assert run("--no-header", "-i", str(source), "-o", str(output), "--resume").returncode == 0
    assert run("--no-header", "-i", str(source), "-o", str(whole)).returncode == 0
    assert output.read_bytes() == whole.read_bytes()
    assert whole.read_bytes().count(b"\n") == 250


@pytest.mark.parametrize("top", [1, 2])
def test_a_plain_list_has_a_line_for_each_row(top: int) -> None:
    given = b"name,domain\nJane Doe,a.example\n\n12345,a.example\nBob Roe,b.example\n"
    done = run("--format", "plain", "--top", str(top), given=given)
    _, *rows = rows_of(run("--top", str(top), given=given).stdout)
    guesses = [[cell for cell in row[2:] if "@" in cell] for row in rows]
    assert list(map(len, guesses)) == [top, 0, 0, top]
    assert (done.returncode, done.stdout.decode()) == (4, "".join("\t".join(row) + "\n" for row in guesses))


def test_a_list_is_no_table() -> None:
    done = run("--format", "table", given=LIST.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"choose csv, tsv, json, jsonl, xlsx, plain" in done.stderr


def test_resumed_json_lines(tmp_path: Path) -> None:
    source, output = tmp_path / "in.csv", tmp_path / "out.jsonl"
    source.write_text("name,domain\n" + "Jane Doe,acme.example\n\n" * 3_200)
    arguments = ("-i", str(source), "-o", str(output))
    assert run(*arguments, largest=300_000).returncode == 1
    assert run(*arguments, "--resume").returncode == 0
    lines = output.read_bytes().splitlines()
    assert [json.loads(line)["row"] for line in lines] == list(range(1, 3_201))
    assert output.read_bytes() == run("-i", str(source), "--format", "jsonl").stdout


def test_changed_input_is_refused(tmp_path: Path) -> None:
    source, output = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(LIST)
    run("-i", str(source), "-o", str(output), largest=100)
    source.write_text(LIST + "Jim Doe,c.example\n")
    assert run("-i", str(source), "-o", str(output), "--resume").returncode == 2
    assert run("-o", str(output), "--resume", given=LIST.encode()).returncode == 2


def test_formulas_stay_the_users() -> None:
    given = b"name,domain,phone\nJane Doe,acme.example,+49 30 1\n=cmd|calc,acme.example,-1\n"
    plain = run(given=given)
    assert [row[2] for row in rows_of(plain.stdout)] == ["phone", "+49 30 1", "-1"]
    for row in rows_of(plain.stdout)[1:]:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row[3:])
    safe = rows_of(run("--safe-csv", given=given).stdout)
    assert [row[:3:2] for row in safe[1:]] == [["Jane Doe", "+49 30 1"], ["'=cmd|calc", "-1"]]


@pytest.mark.parametrize(
    ("arguments", "header"),
    [
        (("guess", "--no-mx", "--no-store"), "name,domain,=note"),
        (("domain", "--no-mx", "--no-store"), "company,town,=note"),
        (("check", "--no-cache"), "name,domain,=note"),
    ],
    ids=["guess", "domain", "check"],
)
def test_formulas_are_escaped_wherever_a_list_is_written(
    arguments: tuple[str, ...], header: str, resolver: dict[str, str]
) -> None:
    given = f'{header}\nAcme,acme.test,"\n=1"\n@Bob,b.test,＝1\n-1,+1 23,\n'
    rows = rows_of(run_bytes(*arguments, "--safe-csv", piped=given.encode(), env=resolver).stdout)
    assert [row[:3] for row in rows] == [
        [*header.split(",")[:2], "'=note"],
        ["Acme", "acme.test", "'\n=1"],
        ["'@Bob", "b.test", "'＝1"],
        ["-1", "+1 23", ""],
    ]


@pytest.mark.parametrize(
    ("format_", "is_said"), [("json", True), ("jsonl", True), ("csv", False), ("tsv", False)]
)
@pytest.mark.parametrize(
    "arguments",
    [("guess", "--no-mx", "--no-store"), ("domain", "--no-mx", "--no-store"), ("check", "--no-cache")],
    ids=["guess", "domain", "check"],
)
def test_formulas_that_nothing_runs_are_said(
    arguments: tuple[str, ...], format_: str, is_said: bool, resolver: dict[str, str]
) -> None:
    given = b"name,company,domain\nJane Doe,Acme,acme.test\n"
    done = run_bytes(*arguments, "--safe-csv", "--format", format_, piped=given, env=resolver)
    assert done.returncode == 0, done.stderr
    assert (b"--safe-csv changes nothing in " in done.stderr) is is_said


def test_workbook(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    source, output = tmp_path / "in.xlsx", tmp_path / "out.xlsx"
    book = openpyxl.Workbook()
    for row in (
        ["First Name", "Last Name", "Domain", "Age"],
        ["Jane", "Doe", "acme.example", 41],
        ["Bob", None, None, "x"],
    ):
        book.active.append(row)
    book.save(source)
    assert run("-i", str(source), "-o", str(output)).returncode == 4
    rows = list(openpyxl.load_workbook(output).active.iter_rows(values_only=True))
    assert rows[1][:4] == ("Jane", "Doe", "acme.example", 41)
    assert rows[1][4].endswith("@acme.example")
    assert isinstance(rows[1][5], float)
    assert [row["Last Name"] for row in ask(source.read_bytes(), "--format", "csv", status=4)] == ["Doe", ""]


def test_workbook_without_the_extra() -> None:
    block = "import sys; sys.modules['openpyxl'] = None; sys.argv[:] = sys.argv[1:]; "
    code = block + "from guessmail.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, *PROGRAM, *OPTIONS],
        input=b"PK\x03\x04",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"guessmail[excel]" in done.stderr


def test_files_that_were_not_utf8_get_a_mark(tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    ascii_rows = f"Jane Doe,acme.example,{NOTE}\n" * 80
    for rows in ("Jürgen Müller,acme.example,\n", f"{ascii_rows}Jürgen Müller,acme.example,\n"):
        given = f"name,domain,note\n{rows}".encode("cp1252")
        assert run("-o", str(output), given=given).returncode == 0
        assert output.read_bytes().startswith("\ufeffname,".encode())
        assert "Jürgen Müller,".encode() in output.read_bytes()
        assert b"\xef\xbb\xbf" not in run(given=given).stdout


def test_stdin_is_left_alone_with_a_file(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(LIST)
    command = (
        f"while read line; do {' '.join([*PROGRAM, *OPTIONS])} -q -i {source} >/dev/null; echo $line; done"
    )
    done = subprocess.run(["bash", "-c", command], input=b"1\n2\n", capture_output=True, check=False)  # noqa: S607
    assert done.stdout == b"1\n2\n"


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_slow_producer_sees_its_rows_at_once(form: str) -> None:
    command = [*PROGRAM, *OPTIONS, "--format", form]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"name,domain\n")
        for number in range(3):
            process.stdin.write(b"Jane Doe,a%d.example\n" % number)
            expected = b"@a%d.example" % number
            seen = b""
            while expected not in seen:
                seen += os.read(process.stdout.fileno(), 1 << 16)
        process.stdin.close()
        assert process.wait(HANG) == 0


def test_pasted_from_a_spreadsheet() -> None:
    given = b'First Name\tLast Name\tCompany Website\n"Jane"\tDoe\thttps://www.acme.example/about\n'
    (row,) = ask(given, delimiter="\t")
    assert "acme.example" in row["guess_email"]


def test_earlier_columns_are_replaced() -> None:
    once = run("-n", "2", given=LIST.encode()).stdout
    assert run("-n", "2", given=once).stdout == once
    assert run(given=once).stdout == run(given=LIST.encode()).stdout
    clash = run(given=b"name,domain,guess_email\nJane Doe,acme.example,x\n")
    assert clash.returncode == 2
    assert b"--prefix" in clash.stderr
    (row,) = ask(b"name,domain,guess_email\nJane Doe,acme.example,x\n", "--prefix", "new_")
    assert row["guess_email"] == "x"
    assert row["new_email"].endswith("@acme.example")


def test_companies_by_name(tmp_path: Path) -> None:
    companies = tmp_path / "companies.csv"
    companies.write_text("Company,Domain\nAcme Corp.,acme.example\n")
    given = b"name,company\nJane Doe,ACME\nBob Jones,Other Ltd\nJim Doe,Other Ltd\n"
    done = run("--companies", str(companies), given=given)
    assert done.returncode == 4
    rows = rows_of(done.stdout)
    assert rows[1][2].endswith("@acme.example")
    assert rows[2][8].startswith("unknown_company: ")
    assert b"--companies FILE" in done.stderr
    assert b"      2  Other Ltd" in done.stderr


def test_companies_from_the_list_itself(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text('name,company,domain\nJane Doe,Acme Inc,\nBob Jones,"Acme, Inc.",acme.example\n')
    rows = rows_of(run("-i", str(source)).stdout)
    assert rows[1][3].endswith("@acme.example")


def test_progress_is_for_terminals_alone() -> None:
    done = run("-q", given=LIST.encode())
    assert done.stderr == b""
    assert run(given=LIST.encode()).stderr == b"2 rows \xc2\xb7 2 guessed.\n"
