"""`guessmail domain`, run as a process against a DNS server on loopback."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dns_server import DnsServer, Zone
from program import run

RECORDS = """
zyxelfrob.net MX 10 mx.zyxelfrob.net
mx.zyxelfrob.net A 1.2.3.4
"""


@pytest.fixture(scope="module")
def server() -> Iterator[DnsServer]:
    with DnsServer(Zone(RECORDS)) as running:
        yield running


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_best_five_a_line_each() -> None:
    ran = run("domain", "Zyxelfrob Inc", "--no-mx")
    assert ran.returncode == 0
    assert ran.stdout.splitlines()[0] == "zyxelfrob.com"
    assert len(ran.stdout.splitlines()) == 5


def test_json_has_the_keys_that_scripts_read() -> None:
    ran = run("domain", "Zyxelfrob Inc", "Acme.com", "--no-mx", "--format", "jsonl", "--top", "2")
    first, second = map(json.loads, ran.stdout.splitlines())
    assert list(first) == ["row", "input", "company", "candidates", "none", "problem"]
    assert first["input"] == {"company": "Zyxelfrob Inc"}
    assert first["company"] == "Zyxelfrob Inc"
    assert first["candidates"][0]["basis"] == "name"
    assert 0 < first["none"] < 1
    assert first["problem"] is None
    assert (second["row"], second["candidates"][0]["domain"], second["candidates"][0]["basis"]) == (
        2,
        "acme.com",
        "inside",
    )


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("***",), 3, "***: The company's name has no letters or digits"),
        ((" ",), 3, "The company's name is missing"),
        (("Acme Inc", "--min-probability", "0.99"), 3, "Acme Inc: No domain is probable enough"),
        (("Acme Inc", "--country", "Narnia"), 2, "'Narnia' is no country"),
        (("Acme Inc", "-i", "x.csv"), 2, "not both"),
        (("-i", "missing.csv"), 1, "missing.csv cannot be read"),
        (("Acme Inc", "-o", "x.ods"), 2, "guessmail cannot write .ods files"),
        (("Acme Inc", "--format", "table", "-o", "x"), 2, "A table is for a terminal"),
        (("-i", "-", "--format", "plain"), 2, "A list keeps its columns"),
        (("-i", "-", "--explain"), 2, "--explain does not work with a list"),
    ],
)  # fmt: skip
def test_faults_have_a_sentence(arguments: tuple[str, ...], status: int, message: str) -> None:
    ran = run("domain", *arguments, "--no-mx", piped="company\nAcme\n")
    assert ran.returncode == status, ran
    assert message in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(("options", "is_told"), [((), True), (("-i", "-"), False), (("-q",), False)])
def test_nothing_piped_in_says_how_to_name_companies(options: tuple[str, ...], is_told: bool) -> None:
    ran = run("domain", "--no-mx", *options, piped="")
    assert (ran.returncode, ran.stdout) == (0, "guess_domain,guess_domain_probability,guess_domain_basis\n")
    assert ('Missing company. Try: guessmail domain "Acme Corp"' in ran.stderr) is is_told


def test_a_list_keeps_its_rows_and_gains_columns() -> None:
    listed = 'id;company;note\n1;Zyxelfrob Inc;"a;b"\n2;;x\n\n3;Zyxelfrob GmbH;\n'
    ran = run("domain", "--no-mx", "--top", "2", piped=listed)
    assert ran.returncode == 4
    lines = ran.stdout.splitlines()
    assert lines[0].split(";")[3:] == [
        "guess_domain", "guess_domain_probability", "guess_domain_basis",
        "guess_domain_2", "guess_domain_probability_2", "guess_domain_basis_2",
    ]  # fmt: skip
    assert lines[1].startswith('1;Zyxelfrob Inc;"a;b";zyxelfrob.com;0.')
    assert lines[2] == "2;;x;;;;;;"
    assert lines[3] == ""
    assert lines[4].startswith("3;Zyxelfrob GmbH;;zyxelfrob.")
    assert "3 rows · 2 with a domain" in ran.stderr


def test_a_second_run_replaces_what_the_first_one_added() -> None:
    first = run("domain", "--no-mx", "--top", "2", piped="company\nAcme Inc\n")
    assert first.returncode == 0
    second = run("domain", "--no-mx", piped=first.stdout)
    assert rows_of(second.stdout)[0].keys() == {
        "company", "guess_domain", "guess_domain_probability", "guess_domain_basis",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("header", "cell"), [("country", "Austria"), ("Land", "AT"), ("phone", "+43 1 2345"), ("state", "TX")]
)
@pytest.mark.parametrize("command", ["domain", "guess"])
def test_a_column_tells_where_a_company_is(command: str, header: str, cell: str) -> None:
    rows = f"name,company,{header}\nJane Doe,Zyxelfrob Quirbel,{cell}\nJane Doe,Zyxelfrob Quirbel,\n"
    done = run(command, "--no-mx", "-q", *(["--company-threshold", "0"] * (command == "guess")), piped=rows)
    domains = [row["guess_domain"] for row in csv.DictReader(io.StringIO(done.stdout))]
    country = "US" if header == "state" else "AT"
    for domain, told in zip(domains, (["--country", country], []), strict=True):
        alone = run("domain", "Zyxelfrob Quirbel", "--no-mx", "-q", "--top", "1", "--format", "plain", *told)
        assert domain == alone.stdout.strip()
    assert (domains[0] == domains[1]) == (header == "state")


def test_a_list_as_json_lines_and_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    piped = '{"company": "Acme Inc", "n": 1}\n{"company": null, "n": 2}\n{"company": null}\n'
    ran = run("domain", "--no-mx", "-o", str(out), piped=piped)
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert ran.returncode == 4
    assert [row["row"] for row in rows] == [1, 2, 3]
    assert rows[0]["input"] == {"company": "Acme Inc", "n": 1}
    assert rows[1]["problem"]["code"] == "unknown_company"


def test_a_list_without_the_column_says_how_to_name_it() -> None:
    ran = run("domain", "--no-mx", piped="who,x\nAcme,1\n")
    assert ran.returncode == 2
    assert "--map company=COLUMN" in ran.stderr
    named = run("domain", "--no-mx", "--map", "company=who", piped="who,x\nAcme Inc,1\n")
    assert rows_of(named.stdout)[0]["guess_domain"] == "acme.com"


def test_known_companies_have_the_domain_that_was_given(tmp_path: Path) -> None:
    listed, store = tmp_path / "known.csv", str(tmp_path / "store.db")
    listed.write_text("company,domain\nAcme Corp,list.example\n")
    assert run("learn", "--store", store, "--company", "Zyxelfrob=store.example").returncode == 0
    options = ("--companies", str(listed), "--store", store, "--no-mx", "--format", "csv")
    found = [
        (row["domain"], row["basis"])
        for row in rows_of(run("domain", "Acme Corp", "Zyxelfrob Inc", *options).stdout)
    ]
    assert found == [("list.example", "list"), ("store.example", "store")]
    assert rows_of(run("domain", "Zyxelfrob Inc", *options, "--no-store").stdout)[0]["basis"] == "name"


def test_dns_sharpens_and_hears_no_more_than_ten_domains(server: DnsServer, tmp_path: Path) -> None:
    dns = ("--resolver", server.address, "--no-cache", "--format", "jsonl")
    named = json.loads(run("domain", "Zyxelfrob Inc", "--no-mx", "--format", "jsonl").stdout)
    server.log.clear()
    ran = run("domain", "Zyxelfrob Inc", "Zyxelfrob Inc", *dns)
    first, second = map(json.loads, ran.stdout.splitlines())
    assert named["candidates"][0]["domain"] == "zyxelfrob.com"
    assert (first["candidates"][0]["domain"], first["candidates"][0]["basis"]) == ("zyxelfrob.net", "dns")
    assert first["candidates"] == second["candidates"]
    asked = [name for name in server.asked("MX") if not name.endswith(".invalid")]
    assert len(asked) == len(set(asked)) <= 10


def test_without_mx_nothing_is_asked(server: DnsServer) -> None:
    server.log.clear()
    assert run("domain", "Zyxelfrob Inc", "--no-mx", "--resolver", server.address).returncode == 0
    assert server.log == []


def test_a_resolver_that_fails_says_nothing() -> None:
    silent = run("domain", "Zyxelfrob Inc", "--resolver", "127.0.0.1:9", "--no-cache", "--format", "csv")
    without = run("domain", "Zyxelfrob Inc", "--no-mx", "--format", "csv")
    assert silent.stdout == without.stdout


def test_explain_says_how_the_name_was_read() -> None:
    ran = run("domain", "Zyxelfrob GmbH", "--no-mx", "--explain")
    assert "Legal form: gmbh." in ran.stderr
    assert "zyxelfrob.de  " in ran.stderr


def test_a_list_keeps_its_mark_and_all_cells_of_two_columns_with_one_name(tmp_path: Path) -> None:
    source, output = tmp_path / "list.csv", tmp_path / "out.csv"
    source.write_text("company,x,x\nBücher & Söhne,1,2\n", encoding="utf-8-sig")
    assert run("domain", "--no-mx", "-i", str(source), "-o", str(output)).returncode == 0
    assert output.read_bytes().startswith(b"\xef\xbb\xbfcompany,x,x,")
    line = run("domain", "--no-mx", "-i", str(source), "--format", "jsonl").stdout
    assert json.loads(line)["input"] == {"company": "Bücher & Söhne", "x": "1", "x (2)": "2"}
