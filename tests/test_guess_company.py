"""`guess` where only the company's name is known: its domain is found by the name, with a probability."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dns_server import DnsServer, Zone, silent
from guessmail.companies import Companies
from guessmail.domains.question import is_meant_as_domain
from guessmail.errors import Code
from guessmail.guesser import Guesser, Question, Settings
from guessmail.model.ranking import Choice
from guessmail.text import percent
from program import environment, run

# By the name alone, example.com is right with more than .7 for the first, and with between .3 and .7 for the second.
SURE, DOUBTFUL = "Example Inc", "Example LLC"
NET = "example.net MX 10 mx.example.net\nmx.example.net A 1.2.3.4"


@pytest.fixture(scope="module")
def server() -> Iterator[DnsServer]:
    with DnsServer(Zone(NET)) as running:
        yield running


def answer_to(*arguments: str, **more: Any) -> dict[str, Any]:
    ran = run("guess", *arguments, "--format", "jsonl", **more)
    assert "Traceback" not in ran.stderr
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# One person


@pytest.mark.parametrize(
    ("arguments", "status", "first", "message"),
    [
        ((SURE,), 0, "example.com", "example.com is guessed from the company's name (7"),
        ((SURE, "-q"), 0, "example.com", ""),
        ((SURE, "--company-threshold", "0.99"), 3, "", f"{SURE}'s domain is not known. Most likely: example.com"),
        ((DOUBTFUL,), 3, "", f"learn --company '{DOUBTFUL}=example.com'"),
        ((DOUBTFUL, "--company-threshold", "0.3"), 0, "example.com", "example.com is guessed"),
        (("Example.com",), 0, "example.com", ""),
        (("Example GmbH", "--country", "at", "--company-threshold", ".3"), 0, "example.at", "is guessed"),
        (("***",), 3, "", "character '*'"),
        (("example..com",), 3, "", "has an extra dot"),
        (("my example.com",), 3, "", "contains a space"),
        ((SURE, "--company-threshold", "2"), 2, "", "--company-threshold"),
        ((SURE, "--country", "Narnia"), 2, "", "'Narnia' is no country"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)  # fmt: skip
def test_one_person(arguments: tuple[str, ...], status: int, first: str, message: str) -> None:
    ran = run("guess", "Jane Doe", *arguments, "--no-mx")
    assert ran.returncode == status, ran
    assert ran.stdout.partition("\n")[0].rpartition("@")[2] == first
    assert message in ran.stderr
    if "-q" in arguments:
        assert ran.stderr == ""


def test_the_message_has_the_best_three_that_domain_has() -> None:
    named = rows_of(run("domain", DOUBTFUL, "--no-mx", "--top", "3", "--format", "csv").stdout)
    listed = ", ".join(f"{row['domain']} ({percent(float(row['probability']))})" for row in named)
    assert len(named) == 3
    assert f"Most likely: {listed}." in run("guess", "Jane Doe", DOUBTFUL, "--no-mx").stderr


def test_json_says_how_the_domain_was_found(tmp_path: Path) -> None:
    listed, store = tmp_path / "known.csv", str(tmp_path / "store.db")
    listed.write_text("company,domain\nAcme Corp,list.example\n")
    assert run("learn", "--store", store, "--company", "Other=store.example").returncode == 0
    known = ("--companies", str(listed), "--store", store, "--no-mx")
    found = {
        name: answer_to("Jane Doe", name, *known) for name in (SURE, "Acme Inc", "Other Ltd", "a.example")
    }
    assert {name: answer["domain"] for name, answer in found.items()} == {
        SURE: "example.com", "Acme Inc": "list.example", "Other Ltd": "store.example", "a.example": "a.example",
    }  # fmt: skip
    assert 0.7 < found[SURE]["company"].pop("probability") < 1
    assert [answer["company"] for answer in found.values()] == [
        {"name": SURE, "basis": "name"},
        {"name": "Acme Inc", "probability": 1, "basis": "list"},
        {"name": "Other Ltd", "probability": 1, "basis": "store"},
        None,
    ]


@given(
    st.sampled_from([SURE, DOUBTFUL, "Nonesuch & Sons Ltd"]),
    st.floats(0.0, 1.0),
    st.floats(0.0, 1.0),
    st.floats(0.0, 0.3),
)
@settings(max_examples=15, deadline=None)
def test_an_address_is_as_probable_as_its_domain_times_its_local_part(
    company: str, threshold: float, until: float, least: float
) -> None:
    """As for the same person at the same domain of the same company, and `until` and `least` are of the whole address."""
    chosen = Settings(Choice(20, until, least), company_threshold=threshold)
    answer = Guesser(settings=chosen).guess(Question("Jane Doe", company))
    if answer.company is None:
        assert answer.problem is not None
        assert answer.problem.code is Code.UNKNOWN_COMPANY
        return
    share = answer.company.probability
    assert share >= threshold
    whole = Guesser(settings=Settings(Choice(20, 1.0, 0.0))).guess(
        Question("Jane Doe", answer.domain, company=company)
    )
    expected = {one.address: one.probability * share for one in whole.candidates}
    offered = [one.probability for one in answer.candidates]
    assert offered == pytest.approx([expected[one.address] for one in answer.candidates])
    assert sum(offered) <= share
    assert all(one >= least for one in offered)
    assert sum(offered[:-1]) < until or len(offered) <= 1


def test_the_name_of_a_company_moves_the_format_wherever_it_stands() -> None:
    name = "Example Research Institute"
    known = Companies()
    known.tell(name, "acme.example")
    guesser = Guesser(companies=known)
    typed = guesser.guess(Question("Jane Doe", name)).candidates
    assert typed == guesser.guess(Question("Jane Doe", company=name)).candidates
    assert typed == guesser.guess(Question("Jane Doe", "acme.example", company=name)).candidates
    assert typed != guesser.guess(Question("Jane Doe", "acme.example")).candidates


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", False), ("Acme", False), ("Acme Inc.", False), ("Acme S.p.A.", False), ("Acme d.o.o.", False),
        ("Acme Co., Ltd.", False), ("Example.com Inc", False), ("St. Acme", False), ("Acme A/S", False),
        ("example..com", True), ("my example.com", True), ("1.2.3.4", True), ("co.uk", True), ("jane@acme", True),
        ("аcme.com", True), ("https://acme corp", True), ("acme:http", True),
    ],
)  # fmt: skip
def test_what_was_meant_as_a_domain(typed: str, expected: bool) -> None:
    assert is_meant_as_domain(typed) is expected


def test_explain_says_that_the_domain_is_a_guess() -> None:
    ran = run("guess", "Jane Doe", SURE, "--no-mx", "--explain")
    assert "Domain: example.com, to 7" in ran.stderr
    assert f"by the name of {SURE}" in ran.stderr


def test_nobody_who_is_suppressed_is_guessed_by_a_company(tmp_path: Path) -> None:
    store = str(tmp_path / "store.db")
    assert run("suppress", "add", "Jane Doe", "example.com", "--store", store).returncode == 0
    ran = run("guess", "Jane Doe", SURE, "--no-mx", "--store", store)
    assert (ran.returncode, ran.stdout) == (3, "")
    listed = run(
        "guess", "--no-mx", "--store", store, piped=f"name,company\nJane Doe,{SURE}\nBob Roe,{SURE}\n"
    )
    assert [row["guess_problem"].partition(":")[0] for row in rows_of(listed.stdout)] == ["suppressed", ""]


# A person in the domain's place


@pytest.mark.parametrize(
    ("first", "second", "meant"),
    [
        pytest.param("acme.com", "Jane Doe", '"Jane Doe" acme.com', id="the domain first"),
        pytest.param("acme.test", "Doe, Jane", '"Doe, Jane" acme.test', id="a reserved domain"),
        pytest.param("www.acme.co.uk", "Jürgen Müller", '"Jürgen Müller" acme.co.uk', id="a host"),
        pytest.param("https://acme.com/about", "王小明", '"王小明" acme.com', id="a page"),
        pytest.param("jane@acme.com", 'Jane "Jo" Doe', '"Jane Jo Doe" acme.com', id="an address"),
        pytest.param("acme.com", "jane.doe", '"jane.doe" acme.com', id="a name with a dot"),
        pytest.param("acme.com", "J. R. Doe", '"J. R. Doe" acme.com', id="initials"),
    ],
)
def test_a_name_in_the_domains_place_is_never_asked(first: str, second: str, meant: str) -> None:
    quoted = second.replace('"', '""')
    with DnsServer(Zone()) as server:
        asked = ("--resolver", server.address, "--no-cache")
        ran = run("guess", first, second, *asked)
        listed = [
            run("guess", *asked, piped=f'{header}\n{first},"{quoted}"\n')
            for header in ("name,domain", "name,company", "first name,company")
        ]
        assert server.log == []
    assert (ran.returncode, ran.stdout) == (3, "")
    assert f"Try: guessmail guess {meant}\n" in ran.stderr
    for one in listed:
        assert one.returncode == 4
        (row,) = rows_of(one.stdout)
        assert row["guess_problem"].startswith("not_a_name: ")
        assert row["guess_problem"].endswith(f"guessmail guess {meant}")


@pytest.mark.parametrize("name", ["anna.li", "J.Smith", "Anna Li", "Anna B. Li"])
def test_a_name_with_a_dot_stays_a_name(name: str) -> None:
    assert Guesser().guess(Question(name, SURE)).domain == "example.com"


# On a terminal


def at_terminal(typed: str, *arguments: str) -> tuple[int, str, str]:
    """Return the status, what is printed and what the terminal shows, where a user types at it."""
    owner, terminal = pty.openpty()
    os.write(owner, typed.encode())
    asked = ("guess", "Jane Doe", *arguments, "--no-mx", "--top", "1")
    with os.fdopen(terminal, "rb") as keyboard:
        done = run(*asked, stdin=keyboard, stderr=keyboard, env={"TERM": "dumb"})
    shown = b""
    try:
        while more := os.read(owner, 1 << 16):
            shown += more
    except OSError:  # Linux says so that the other end is closed
        pass
    os.close(owner)
    return done.returncode, done.stdout, shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("company", "typed", "status", "address"),
    [
        (DOUBTFUL, "1\n", 0, "jdoe@example.com"),
        (DOUBTFUL, "2\n", 0, "jdoe@example.net"),
        (DOUBTFUL, "own.example\n", 0, "jdoe@own.example"),
        (DOUBTFUL, "9\nexample..com\nhttps://www.own.example/\n", 0, "jdoe@own.example"),
        (DOUBTFUL, "\n", 3, ""),
        (DOUBTFUL, "\x04", 3, ""),
        (SURE, "", 0, "jdoe@example.com"),
        ("Nonesuch Holding & Sons of Acme", "0\n", 3, ""),
        ("Nonesuch Holding & Sons of Acme", "none of these\n", 3, ""),
        ("!!", "", 3, ""),
    ],
    ids=["the first", "the second", "another", "again after faults", "none", "end of input", "sure", "no idea", "in words", "no company"],
)  # fmt: skip
def test_a_terminal_is_asked(company: str, typed: str, status: int, address: str) -> None:
    ended, printed, shown = at_terminal(typed, company)
    assert (ended, printed.strip()) == (status, address), shown
    assert ("Which one?" in shown) == bool(typed)
    assert (shown.count("none of these"), len(re.findall(r"^  [1-3]  ", shown, re.MULTILINE))) == (
        (1 + ("none of these" in typed), 3) if typed else (0, 0)
    )
    assert "Remembered" not in shown


@pytest.mark.parametrize("typed", ["2 r\n", "example.net r\n"])
@pytest.mark.parametrize("is_there", [True, False], ids=["a store", "no store"])
def test_an_answer_is_remembered_when_told_so(tmp_path: Path, typed: str, is_there: bool) -> None:
    store = ("--store", str(tmp_path / "store.db"))
    if is_there:
        assert run("learn", *store, "--company", "Other=other.example").returncode == 0
    status, _, shown = at_terminal(typed, DOUBTFUL, *store)
    assert status == 0
    assert f"Remembered: {DOUBTFUL} has the domain example.net." in shown
    again = answer_to("Jane Doe", "Example Ltd", *store, "--no-mx")
    assert (again["domain"], again["company"]["basis"]) == ("example.net", "store")


def test_there_is_no_empty_table_behind_an_error(tmp_path: Path) -> None:
    for arguments in (("guess", "Jane Doe", DOUBTFUL), ("guess", "?", "acme.example")):
        done = run(*arguments, "--no-mx", "--format", "table")
        assert (done.returncode, done.stdout) == (3, "")


# DNS


def test_dns_has_its_say_and_hears_no_person_and_no_more_than_ten_domains(server: DnsServer) -> None:
    server.log.clear()
    dns = ("--resolver", server.address, "--no-cache", "--company-threshold", "0.4")
    found = answer_to("Jane Doe", SURE, *dns)
    assert (found["domain"], found["company"]["basis"]) == ("example.net", "dns")
    assert found["mx"]["verdict"] == "accepts"
    asked = [name for name in server.asked("MX") if not name.endswith(".invalid")]
    assert len(asked) == len(set(asked)) <= 10
    assert not any("jane" in name or "doe" in name for name in server.asked())
    server.log.clear()
    assert answer_to("Jane Doe", SURE, "--no-mx", "--resolver", server.address)["domain"] == "example.com"
    assert server.log == []


def test_ten_look_ups_share_one_timeout() -> None:
    """All leave before any is repeated; and nobody waits for a resolver that is down."""
    company = "Acme Data Systems Inc"
    ten = run("domain", company, "--no-mx", "--top", "10", "--min-probability", "0.005").stdout.split()
    assert len(ten) == 10
    with DnsServer(silent) as nobody:
        dns = ("--resolver", nobody.address, "--no-cache", "--dns-timeout", "1")
        ran = run("guess", "Jane Doe", company, "--company-threshold", "0.2", *dns)
        asked = [name for name in nobody.asked("MX") if name in ten]
    assert ran.returncode == 0, ran
    assert "resolver down" not in ran.stderr
    assert sorted(asked[:10]) == sorted(ten)
    assert len(asked) > 10


def test_a_list_works_out_each_company_once(server: DnsServer) -> None:
    server.log.clear()
    people = "".join(f"{name},{SURE}\n" for name in ("Jane Doe", "Bob Roe", "Ann Lee", "Max Moe"))
    dns = ("--resolver", server.address, "--no-cache", "--company-threshold", "0.4")
    ran = run("guess", *dns, piped="name,company\n" + people)
    assert {row["guess_domain"] for row in rows_of(ran.stdout)} == {"example.net"}
    assert {row["guess_mx"] for row in rows_of(ran.stdout)} == {"accepts"}
    asked = [name for name in server.asked("MX") if not name.endswith(".invalid")]
    assert len(asked) == len(set(asked)) <= 10


# Lists

FURTHER = ["guess_domain", "guess_domain_probability"]


@pytest.mark.parametrize(
    ("header", "row", "further"),
    [
        ("name,company", f"Jane Doe,{SURE}", FURTHER),
        ("name,company,url", f"Jane Doe,{SURE},https://linkedin.com/in/jane", FURTHER),
        ("name,company,email", f"Jane Doe,{SURE},", FURTHER),
        ("name,company,domain", f"Jane Doe,{SURE},", []),
        ("name,company,website", f"Jane Doe,{SURE},", []),
        ("name,domain", f"Jane Doe,{SURE}", []),
    ],
)
@pytest.mark.parametrize("options", [(), ("--top", "2"), ("--rate",), ("--prefix", "x_")], ids=" ".join)
def test_lists_that_lack_domains_gain_them(
    header: str, row: str, further: list[str], options: tuple[str, ...]
) -> None:
    if "--rate" in options and "email" not in header:
        options = ()
    ran = run("guess", "--no-mx", *options, piped=f"{header}\n{row}\n")
    (first,) = rows_of(ran.stdout)
    prefix = "x_" if "--prefix" in options else "guess_"
    added = [name.replace(prefix, "guess_") for name in first if name.startswith(prefix)]
    start = 10 if "--top" in options else 7
    assert added[start : start + 2][: len(further)] == further
    assert len(added) == start + len(further) + ("--rate" in options) + len(("level", "note"))
    assert first[prefix + "email"].endswith("@example.com")
    if further:
        assert first[prefix + "domain"] == "example.com"
        assert 0.7 < float(first[prefix + "domain_probability"]) < 1


def test_a_row_below_the_threshold_stays_empty_and_says_why() -> None:
    piped = f"name,company\nJane Doe,{DOUBTFUL}\nBob Roe,{SURE}\n,{SURE}\nAnn Lee\n"
    ran = run("guess", "--no-mx", piped=piped)
    assert ran.returncode == 4
    doubtful, sure, nameless, short = rows_of(ran.stdout)
    assert doubtful["guess_problem"].startswith(
        f"unknown_company: {DOUBTFUL}'s domain is not known. Most likely: example.com"
    )
    assert [doubtful[name] for name in ("guess_email", "guess_domain")] == ["", "example.com"]
    assert 0.5 < float(doubtful["guess_domain_probability"]) < 0.7
    assert sure["guess_domain"] == "example.com"
    assert nameless["guess_problem"].startswith("no_name: ")
    assert short["guess_problem"].startswith("short_row: ")
    assert "unknown_company 1" in ran.stderr


def test_a_second_run_replaces_what_the_first_one_added() -> None:
    first = run("guess", "--no-mx", "--top", "2", piped=f"name,company\nJane Doe,{SURE}\n")
    second = run("guess", "--no-mx", "--top", "2", piped=first.stdout)
    assert second.stdout == first.stdout


def test_what_domain_added_is_the_domain_for_guess() -> None:
    first = run("domain", "--no-mx", piped=f"name,company\nJane Doe,{DOUBTFUL}\n")
    ran = run("guess", "--no-mx", "--map", "domain=guess_domain", "--prefix", "new_", piped=first.stdout)
    assert rows_of(ran.stdout)[0]["new_email"] == "jdoe@example.com"


def test_offers_of_a_list_are_remembered_without_its_domains(tmp_path: Path) -> None:
    store = ("--store", str(tmp_path / "store.db"))
    assert run("learn", *store, "--company", "Other=other.example").returncode == 0
    assert run("guess", "--no-mx", *store, piped=f"name,company\nJane Doe,{SURE}\n").returncode == 0
    exported = run("store", "export", *store).stdout
    assert exported.count('"table": "offer"') == 1


def test_a_list_whose_rows_have_domains_pays_nothing() -> None:
    code = (
        "import os, sys; from guessmail.cli import main\n"
        "os._exit = sys.exit\n"
        "sys.argv = ['guessmail', 'guess', '--no-mx']\n"
        "try: main()\n"
        "finally: print([name for name in sys.modules if 'compan' in name], file=sys.stderr)"
    )
    for piped, imports in (
        ("name,domain\nJane Doe,acme.example\n", False),
        (f"name,company\nJane Doe,{SURE}\n", True),
    ):
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=piped,
            capture_output=True,
            encoding="utf-8",
            check=False,
            env=environment(),
        )
        assert "doe@" in done.stdout, done
        assert ("company_model" in done.stderr) is imports


@pytest.mark.parametrize(
    "cell", ["acme.example", "https://www.acme.example/about", "ACME.example ", "acme.co.uk"]
)
def test_a_domain_in_a_column_named_company(cell: str) -> None:
    def guessed(column: str) -> list[str]:
        done = run(
            "guess",
            "--no-mx",
            "--no-store",
            "-q",
            "--format",
            "jsonl",
            piped=f"name,{column}\nJane Doe,{cell}\n",
        )
        return [
            (row := json.loads(line))["domain"] + str(row["candidates"]) for line in done.stdout.splitlines()
        ]

    assert guessed("company") == guessed("domain")
    assert len(guessed("company")) == 1


@pytest.mark.parametrize("cell", ["Acme Inc.", "Node.js", "S.A.", "Acme"])
def test_a_name_in_a_column_named_company(cell: str) -> None:
    done = run("guess", "--no-mx", "--no-store", "-q", piped=f"name,company\nJane Doe,{cell}\n")
    assert "unknown_company: " in done.stdout
