"""`guessmail check`, run as a process against a server on loopback."""

import csv
import json
import os
import pty
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from dns_server import DnsServer, Zone, only, rcode
from guessmail.addresses import is_disposable, is_role, read_address
from guessmail.errors import Code, Problem
from program import HANG, PROGRAM, run_bytes

RECORDS = """
acme.test MX 10 aspmx.l.google.com
aspmx.l.google.com A 1.2.3.4
plain.test A 1.2.3.4
null.test MX 0 .
xn--bcher-kva.test MX 10 aspmx.l.google.com
gmail.com MX 5 aspmx.l.google.com
sick.test TXT x
"""


@pytest.fixture(scope="module")
def server() -> Iterator[DnsServer]:
    with DnsServer(only("sick.test", Zone(RECORDS), rcode("SERVFAIL"))) as running:
        yield running


@pytest.fixture
def run(server: DnsServer, tmp_path: Path) -> Any:
    def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        env = {"GUESSMAIL_RESOLVER": server.address, "XDG_CACHE_HOME": str(tmp_path)}
        return run_bytes("check", *arguments, piped=stdin, env=env)

    return run


GOOGLE = "accepts\tmx\tgoogle\taspmx.l.google.com\t"
SICK = "sick.test\tunknown\tservfail\t\t\t"


@pytest.mark.parametrize(
    ("arguments", "status", "lines"),
    [
        (["acme.test"], 0, [f"acme.test\t{GOOGLE}"]),
        (
            ["https://www.acme.test/x"],
            0,
            [f"https://www.acme.test/x\t{GOOGLE}"],
        ),
        (["jane@acme.test"], 0, [f"jane@acme.test\t{GOOGLE}"]),
        (["info@plain.test"], 0, ["info@plain.test\taccepts\timplicit_mx\t\t\trole"]),
        (["gmail.com"], 0, [f"gmail.com\t{GOOGLE}mailbox_provider"]),
        (["bücher.test"], 0, [f"bücher.test\t{GOOGLE}"]),
        (["null.test"], 3, ["null.test\tno_mail\tnull_mx\t\t\t"]),
        (
            ["gone.test", "sick.test"],
            3,
            ["gone.test\tno_mail\tno_such_domain\t\t\t", SICK],
        ),
        (
            ["acme.test", "sick.test"],
            5,
            [f"acme.test\t{GOOGLE}", SICK],
        ),
    ],
)
def test_verdicts_and_statuses(run: Any, arguments: list[str], status: int, lines: list[str]) -> None:
    done = run(*arguments)
    assert done.stdout.decode().splitlines() == lines
    assert done.returncode == status
    assert done.stderr == b""


def test_what_is_no_domain(run: Any) -> None:
    done = run("bad\x1b domain", "a..b@acme.test")
    assert done.returncode == 3
    first, second = done.stdout.decode().splitlines()
    assert first.startswith("bad\N{REPLACEMENT CHARACTER} domain\tproblem\tbad_domain\t\t\tThe domain")
    assert second == (
        "a..b@acme.test\tproblem\tbad_address\t\t\t"
        "An email address cannot have two periods in a row; check the address."
    )


def test_json_lines(run: Any) -> None:
    done = run("--format", "jsonl", "Jane@ACME.test", "bad domain")
    assert done.returncode == 3
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first == {
        "input": "Jane@ACME.test",
        "domain": "acme.test",
        "verdict": "accepts",
        "reason": "mx",
        "provider": "google",
        "hosts": ["aspmx.l.google.com"],
        "warnings": [],
        "problem": None,
    }
    assert list(second) == list(first)
    assert second["problem"]["code"] == "bad_domain"
    assert second["verdict"] is None


def test_explains_on_stderr(run: Any) -> None:
    done = run("--explain", "acme.test")
    assert done.stdout.count(b"\n") == 1
    lines = done.stderr.decode().splitlines()
    assert lines[0] == "acme.test"
    assert lines[1].startswith("  acme.test MX: NOERROR 10 aspmx.l.google.com (from 127.0.0.1:")


def test_draws_a_table_on_a_terminal(server: DnsServer, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "TERM": "xterm", "COLUMNS": "120"}
    arguments = [PROGRAM, "check", "--resolver", server.address, "acme.test", "null.test"]
    done = subprocess.Popen(arguments, stdout=theirs, env=environment)
    os.close(theirs)
    shown = b""
    while True:
        try:
            data = os.read(ours, 4096)
        except OSError:
            break
        if not data:
            break
        shown += data
    os.close(ours)
    assert done.wait(10) == 3
    text = shown.decode()
    assert "Verdict" in text
    assert "null_mx" in text
    assert "\x1b[31m" in text


@pytest.mark.parametrize(
    ("data", "inputs", "status"),
    [
        (b"acme.test\n\nnull.test\r\nsick.test", ["acme.test", "null.test", "sick.test"], 0),
        (b"\xef\xbb\xbfDomain\nacme.test\n", ["acme.test"], 0),
        (
            b'id;E-Mail;x\n1;jane@acme.test;2\n2;"bad;""\nmail";3\n3\n',
            ["jane@acme.test", 'bad;"\nmail', ""],
            4,
        ),
        (b"name,email,domain\nJane,jane@null.test,acme.test\n", ["acme.test"], 0),
        (b"bad domain\nacme.test\n", ["bad domain", "acme.test"], 4),
        (b"", [], 0),
    ],
)
def test_lists(run: Any, tmp_path: Path, data: bytes, inputs: list[str], status: int) -> None:
    path = tmp_path / "list"
    path.write_bytes(data)
    for done in (run("--format", "jsonl", "-i", str(path)), run("--format", "jsonl", "-i", "-", stdin=data)):
        assert [json.loads(line)["input"] for line in done.stdout.splitlines()] == inputs, done.stderr
        assert done.returncode == status


def test_a_list_without_a_column_that_is_recognised(run: Any, tmp_path: Path) -> None:
    done = run("-i", "-", stdin=b"name,firm\nJane,acme.test\n")
    assert done.returncode != 0
    assert b'"name", "firm"' in done.stderr
    assert run("-i", str(tmp_path / "missing")).returncode != 0


def test_rows_come_out_as_they_come_in(server: DnsServer, tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    arguments = [PROGRAM, "check", "--resolver", server.address, "-i", "-"]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        source, sink = _pipes(process)
        for domain in (b"acme.test", b"null.test"):
            source.write(domain + b"\n")
            source.flush()
            assert sink.readline().startswith(domain)  # it would wait for ever if more had to come first
        source.close()
        assert process.wait(HANG) == 0


LISTED = (
    'id;Firma;Website;note\r\n1;Acme;https://www.acme.test/about;"a;b"\r\n\r\n2;Null;null.test;"=1+1"\r\n'
    "3;Müller;bad domain;\r\n4;Short\r\n"
)
CHECKED = (
    "id;Firma;Website;note;check_verdict;check_reason;check_provider;check_hosts;check_warnings;check_problem\r\n"
    '1;Acme;https://www.acme.test/about;"a;b";accepts;mx;google;aspmx.l.google.com;;\r\n'
    "\r\n"
    '2;Null;null.test;"=1+1";no_mail;null_mx;;;;\r\n'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("way", ["file", "pipe", "-i -"])
def test_a_list_with_columns_is_given_back(run: Any, tmp_path: Path, encoding: str, way: str) -> None:
    path, data = tmp_path / "list.csv", LISTED.encode(encoding)
    path.write_bytes(data)
    options = {"file": ("-i", str(path)), "pipe": (), "-i -": ("-i", "-")}[way]
    done = run(*options, stdin=b"" if way == "file" else data)
    assert done.returncode == 4
    text = done.stdout.decode()
    assert text.startswith(CHECKED)
    *_, bad, short = csv.reader(text.splitlines(), delimiter=";")
    assert bad[:-1] == ["3", "Müller", "bad domain", "", "", "", "", "", ""]
    assert short[:-1] == ["4", "Short", "", "", "", "", "", "", ""]
    assert (bad[-1].partition(":")[0], short[-1].partition(":")[0]) == ("bad_domain", "no_domain")


def test_a_list_that_was_checked_is_checked_anew(run: Any) -> None:
    once = run(stdin=LISTED.encode()).stdout
    again = run(stdin=once).stdout
    assert again.decode().replace('"', "") == once.decode().replace('"', "")


@pytest.mark.parametrize(
    ("data", "options", "expected"),
    [
        pytest.param(b"acme.test\n", (), f"acme.test\t{GOOGLE}\n", id="lines"),
        pytest.param(b"domain\nacme.test\n", ("--format", "plain"), f"acme.test\t{GOOGLE}\n", id="plain"),
        pytest.param(b"firm,at\nA,acme.test\n", ("--map", "domain=at", "--format", "plain"), f"acme.test\t{GOOGLE}\n", id="mapped"),
        pytest.param(b"name,email\nJ,jane@acme.test\n", ("--format", "tsv"), "name\temail\tcheck_verdict\tcheck_reason\tcheck_provider\tcheck_hosts\tcheck_warnings\tcheck_problem\nJ\tjane@acme.test\taccepts\tmx\tgoogle\taspmx.l.google.com\t\t\n", id="tabs"),
        pytest.param(b"", (), "", id="nothing"),
    ],
)  # fmt: skip
def test_pipes(run: Any, data: bytes, options: tuple[str, ...], expected: str) -> None:
    done = run(*options, stdin=data)
    assert (done.returncode, done.stdout.decode()) == (0, expected), done.stderr


def test_json_lines_are_read(run: Any) -> None:
    done = run(stdin=b'{"name": "Jane", "email": "jane@acme.test"}\n{"email": "x@null.test"}\n')
    assert [json.loads(line)["verdict"] for line in done.stdout.splitlines()] == ["accepts", "no_mail"]


def test_a_broken_workbook_is_refused_in_a_sentence(run: Any) -> None:
    done = run(stdin=b"PK\x03\x04" + bytes(100))
    assert done.returncode == 1
    assert b"workbook is damaged" in done.stderr


def test_what_is_no_list_is_said(run: Any) -> None:
    done = run("-i", "-", stdin=b"ab\rcd,\xff\n")
    assert (done.returncode, b"bad_domain" in done.stdout, b"Traceback" in done.stderr) == (4, True, False)


def test_table_rows_come_out_as_they_come_in(server: DnsServer, tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    arguments = [PROGRAM, "check", "--resolver", server.address]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        source, sink = _pipes(process)
        source.write(b"name,domain\n")
        for domain in (b"acme.test", b"null.test"):
            source.write(b"x," + domain + b"\n")
            source.flush()
            if domain == b"acme.test":
                assert sink.readline().startswith(b"name,domain,check_verdict")
            assert sink.readline().startswith(b"x," + domain)
        source.close()
        assert process.wait(HANG) == 0


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def test_usage(run: Any) -> None:
    for arguments in (
        ["acme.test", "-i", "x"],
        ["--format", "table", "acme.test", "-o", "x"],
        ["acme.test", "-o", "x.pdf"],
        ["--resolver", "dns.example", "acme.test"],
        ["--dns-rate", "0"],
    ):
        assert run(*arguments).returncode == 2


def test_asks_nobody_twice_across_runs(run: Any, server: DnsServer) -> None:
    run("-i", "-", stdin=b"cached.acme.test\n")
    before = len(server.log)
    run("-i", "-", stdin=b"cached.acme.test\n")
    assert len(server.log) == before
    run("-i", "-", "--no-cache", stdin=b"cached.acme.test\n")
    assert len(server.log) > before


# Addresses


@pytest.mark.parametrize(
    ("typed", "domain", "warnings"),
    [
        ("jane@example.com", "example.com", ()),
        ("mailto:jane@example.com", "example.com", ()),
        ("Jane Doe <jane@acme.test>", "acme.test", ()),
        ("jane@acme.example", "acme.example", ()),
        ("info@example.com", "example.com", ("role",)),
        ("Sales2@example.com", "example.com", ("role",)),
        ("info+x@gmail.com", "gmail.com", ("role", "mailbox_provider")),
        ("jane@mailinator.com", "mailinator.com", ("disposable",)),
        ("jane@x.mailinator.com", "x.mailinator.com", ("disposable",)),
        ('"jane doe"@example.com', "example.com", ()),
        ("jürgen@bücher.example", "xn--bcher-kva.example", ()),
    ],
)
def test_reads_addresses(typed: str, domain: str, warnings: tuple[str, ...]) -> None:
    assert read_address(typed) == (domain, warnings)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("@example.com", Code.BAD_ADDRESS),
        ("a..b@example.com", Code.BAD_ADDRESS),
        (".a@example.com", Code.BAD_ADDRESS),
        ("a b@example.com", Code.BAD_ADDRESS),
        ("x" * 65 + "@example.com", Code.BAD_ADDRESS),
        ("jane@acme", Code.BAD_DOMAIN),
        ("jane@", Code.BAD_DOMAIN),
        ("", Code.NO_DOMAIN),
    ],
)
def test_refuses_addresses(typed: str, code: Code) -> None:
    problem = read_address(typed)
    assert isinstance(problem, Problem), problem
    assert problem.code is code


def test_roles_and_disposable_domains() -> None:
    assert is_role("INFO")
    assert is_role("sales+eu")
    assert not is_role("jane")
    assert is_disposable("mailinator.com")
    assert not is_disposable("acme.com")


def test_a_list_is_not_written_into_itself(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("domain\nacme.test\n")
    done = run("-i", str(path), "-o", str(path))
    assert done.returncode == 2
    assert b"The output is the input file." in done.stderr
    assert path.read_text() == "domain\nacme.test\n"


def test_a_csv_file_keeps_its_byte_order_mark(run: Any, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    assert run("-o", str(output), stdin="\ufeffname,domain\nMüller,acme.test\n".encode()).returncode == 0
    assert output.read_bytes().startswith("\ufeffname,domain,check_verdict,".encode())


def test_a_key_without_a_column_is_an_error_in_csv(run: Any) -> None:
    data = 30 * b'{"domain": "acme.test"}\n' + b'{"domain": "acme.test", "late": 1}\n'
    done = run("--format", "csv", stdin=data)
    assert (done.returncode, b"Line 31 has the key 'late'" in done.stderr) == (1, True)
    assert run("--format", "jsonl", stdin=data).returncode == 0
