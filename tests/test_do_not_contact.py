"""Whom a do-not-contact list keeps from being guessed: through the installed program, from lists as their owners have them."""

import csv
import io
import json
import os
import pty
from pathlib import Path

import pytest

from program import Ran, run, start

JANE = ("Jane Doe", "acme.com")
BOB = ("Bob Jones", "acme.com")
"""Somebody else there."""
MAX = ("Max Weber", "initech.test")
OTHERS = [BOB, MAX]


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUESSMAIL_STORE", str(tmp_path / "store.db"))


def program(*arguments: object, piped: str = "") -> Ran:
    env = {"GUESSMAIL_STORE": os.environ["GUESSMAIL_STORE"]}
    return run(*map(str, arguments), piped=piped, env=env)


def is_suppressed(name: str, domain: str) -> bool:
    ran = program("guess", name, domain, "--no-mx", "--format", "plain")
    assert ran.returncode in {0, 3}, ran
    assert (ran.returncode == 0) is bool(ran.stdout), ran
    return ran.returncode == 3 and "do-not-contact" in ran.stderr


def check(suppressed: list[tuple[str, str]], served: list[tuple[str, str]]) -> None:
    """Ask for all in one list."""
    people = [*suppressed, *served]
    table = io.StringIO()
    csv.writer(table).writerows([("name", "domain"), *people])
    ran = program("guess", "--no-mx", "--format", "jsonl", piped=table.getvalue())
    assert ran.returncode in {0, 3, 4}, ran
    problems = [json.loads(line)["problem"] for line in ran.stdout.splitlines()]
    found = [(problem or {}).get("code") == "suppressed" for problem in problems]
    assert dict(zip(people, found, strict=True)) == dict.fromkeys(suppressed, True) | dict.fromkeys(
        served, False
    )


# What stands beside an address, on a line and as an argument

BESIDE = [
    # (what is typed, what a message names as not understood)
    ("jane.doe@acme.com 2026-05-04", ""),
    ("jane.doe@acme.com\tunsubscribed", ""),
    ("jane.doe@acme.com - by phone", "by phone"),
    ("jane.doe@acme.com, ann.lee@initrode.test", ""),
    ("jane.doe@acme.com;ann.lee@initrode.test", ""),
    ("ann.lee@initrode.test jane.doe@acme.com", ""),
    ("jane.doe@acme.com|04.05.2026|opted out", ""),
    ("jane.doe@acme.com, Mon, 4 May 2026 10:00:00 +0200", ""),
    ("jane.doe@acme.com (unsubscribed on 4 May 2026)", ""),
    ("jane.doe@acme.com [abgemeldet]", ""),
    ("jane.doe@acme.com: désabonné", ""),
    ("jane.doe@acme.com – per Telefon", "per Telefon"),
    ("jane.doe@acme.com/unsubscribed", ""),
    ("jane.doe@acme.com-by phone", "by"),
    ("unsubscribe jane.doe@acme.com please", ""),
    ("Jane Doe <jane.doe@acme.com>, Ann Lee <ann.lee@initrode.test>", ""),
    ('"Doe, Jane" <jane.doe@acme.com>', ""),
    ("jane.doe@acme.com (Jane Doe)", ""),
    ("jane.doe@acme.com,Jane,Doe,2026-05-04", ""),
    ("mailto:Jane.Doe@ACME.com", ""),
    ("'jane.doe@acme.com'.", ""),
    ("• jane.doe@acme.com", ""),
    ("1. jane.doe@acme.com", ""),
    ("jane.doe＠acme.com", ""),
    ("jane.doe\u200b@acme.com", ""),
    ("&lt;jane.doe@acme.com&gt;", ""),
    ("jane.doe [at] acme [dot] com", ""),
    ("jane.doe@acme.com,FALSE", "FALSE"),
    ("jane.doe@acme.com asked twice", "asked twice"),
    ("jane.doe+news@acme.com", ""),
    ("jane.doe@acme.com # by phone", ""),
    ("jane.doe@acme.com2026-05-04", ""),
    ("jane.doe@acme.com Jane Doe 04/05/26 14:30", ""),
    ("jane.doe@acme.com 4 mai 2026 désabonnement", ""),
    ("jane.doe@acme。com", ""),
    ("jane.doe%40acme.com", ""),
    ("jane.doe@acme.com,Jane Doe,Sales Manager,Acme Inc", ""),
    ("| jane.doe@acme.com | 2026-05-04 |", ""),
    ("<a href='mailto:jane.doe@acme.com'>", "a href"),
]


@pytest.mark.parametrize(("text", "left"), BESIDE, ids=[text for text, _ in BESIDE])
@pytest.mark.parametrize("way", ["a line", "an argument"])
def test_each_address_is_taken_and_the_rest_named(tmp_path: Path, text: str, left: str, way: str) -> None:
    if way == "a line":
        (tmp_path / "list.txt").write_text(f"{text}\n", "utf-8")
        ran = program("suppress", "import", tmp_path / "list.txt")
    else:
        ran = program("suppress", "add", "--", text)
    assert ran.returncode == (1 if left else 0), ran
    assert repr(left)[:-1] in ran.stderr or not left
    if way == "a line":
        check([JANE], OTHERS)
    else:
        assert is_suppressed(*JANE)
    assert "initrode" not in text or is_suppressed("Ann Lee", "initrode.test")


LINES = [
    ("*@acme.com", [JANE, BOB, ("Jane Doe", "eu.acme.com")], [MAX, ("Jane Doe", "acme.de")], ""),
    ("@acme.com", [JANE, BOB], [MAX], ""),
    ("*@*.acme.com", [JANE, BOB], [MAX], ""),
    ("acme.com 2026-05-04", [JANE, BOB], [MAX], ""),
    ("acme.com - by phone", [JANE, BOB], [MAX], "by phone"),
    ("https://www.acme.com/about", [JANE, BOB], [MAX], ""),
    ("acme.com/", [JANE, BOB], [MAX], ""),
    ("*@acme.com, ann.lee@acme.com", [JANE, BOB], [MAX], ""),
    ("Jean-Luc Martin; acme.com", [("Luc Martin", "acme.com")], [BOB], ""),
    ("acme.com, Acme Inc", [JANE, BOB], [MAX], ""),
    ("acme.com, initech.test", [JANE, BOB, MAX], [], ""),
    ("Jane Doe, acme.com", [JANE], OTHERS, ""),
    ("Jane Doe at acme.com", [JANE], OTHERS, ""),
    ("Doe, Jane; acme.com", [JANE], OTHERS, ""),
    ("Acme Foods, acme.com", [JANE, BOB], [MAX], "Acme Foods"),
    ("jane_doe@gmail.com, acme.com", [JANE, BOB, ("Jane Doe", "gmail.com")], [MAX], ""),
    ("jürgen.groß@bücher.example", [("Jürgen Groß", "bücher.example"), ("Juergen Gross", "xn--bcher-kva.example")], [BOB], ""),
    ("jane.doe@acme.con", [("Jane Doe", "acme.con")], [BOB], "acme.con"),
    ("acme.co.za", [("Jane Doe", "acme.co.za")], [BOB], ""),
    ("j***@acme.com", [], [JANE, BOB], "line 1"),
    ("Jane Doe <j***@acme.com>", [JANE], [BOB], "j***@acme.com"),
    ("Jane Doe", [], [JANE, BOB], "line 1"),
    ("2026-05-04", [], [JANE, BOB], "line 1"),
    ("# those who asked", [], [JANE, BOB], ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "suppressed", "served", "named"), LINES, ids=[row[0] for row in LINES])
def test_a_line(
    tmp_path: Path, line: str, suppressed: list[tuple[str, str]], served: list[tuple[str, str]], named: str
) -> None:
    (tmp_path / "list.txt").write_text(f"\n{line}\n".lstrip() if named == "line 1" else f"{line}\n", "utf-8")
    ran = program("suppress", "import", tmp_path / "list.txt")
    assert ran.returncode == (1 if named else 0), ran
    assert named in ran.stderr
    check(suppressed, served)


# Tables

TABLES = [
    pytest.param("Name,Surname,Domain\nJane,Doe,acme.com\n", [JANE], OTHERS, id="Name beside Surname"),
    pytest.param("Name,Vorname,E-Mail\nDoe,Jane,x17@acme.com\n", [JANE], OTHERS, id="Name beside Vorname"),
    pytest.param("Name,Surname,Domain\nJane Doe,Doe,acme.com\n", [JANE], [*OTHERS, ("Max Doe", "acme.com")], id="Name holds both"),
    pytest.param("Email,Secondary Email\nx@initrode.test,jane.doe@acme.com\n", [JANE], OTHERS, id="Secondary Email"),
    pytest.param("E-mail Address;E-mail 2 Address\n;jane.doe@acme.com\n", [JANE], OTHERS, id="E-mail 2 Address"),
    pytest.param(
        "E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value\n* Work,x@initrode.test,Home,jane.doe@acme.com\n",
        [JANE], OTHERS, id="E-mail 2 - Value",
    ),
    pytest.param("email,email\nx@initrode.test,jane.doe@acme.com\n", [JANE], OTHERS, id="a header twice"),
    pytest.param("email,Notes\nx@initrode.test,or jane.doe@acme.com\n", [JANE], OTHERS, id="in a remark"),
    pytest.param("email\n\"x@initrode.test; jane.doe@acme.com\"\n", [JANE], OTHERS, id="two in a cell"),
    pytest.param("email\nJane Doe <x17@acme.com>\n", [JANE], OTHERS, id="with a name in the cell"),
    pytest.param("email,domain\njane_doe@gmail.com,acme.com\n", [JANE, ("Jane Doe", "gmail.com")], [MAX], id="address and domain"),
    pytest.param("name,email,domain\nJane Doe,jd@gmail.com,acme.com\n", [JANE, ("Jane Doe", "gmail.com")], OTHERS, id="a person at both"),
    pytest.param("email,other email\n*@acme.com,ann.lee@acme.com\n", [JANE, BOB], [MAX], id="*@ beside an address"),
    pytest.param("email,domain\n*@acme.com,\n", [JANE, BOB], [MAX], id="*@ in a cell"),
    pytest.param("email,domain\nn/a,@acme.com\n", [JANE, BOB], [MAX], id="@ in a domain's cell"),
    pytest.param("Name,Domain\nAcme Inc,acme.com\n", [JANE, BOB], [MAX], id="a company"),
    pytest.param("Name,Domain\nMrs. Doe,acme.com\n", [JANE, ("Max Doe", "acme.com")], OTHERS, id="a family name alone"),
    pytest.param("Name,Email\nDoe,x17@acme.com\n", [], [JANE, BOB], id="a name alone beside an address is no more"),
    pytest.param("Unsubscribed:\njane.doe@acme.com\n\nStill subscribed:\nbob.jones@acme.com\n", [JANE], OTHERS, id="text in sections"),
    pytest.param("OK to contact\nbob.jones@acme.com\n\nDo not contact\njane.doe@acme.com\n", [JANE], OTHERS, id="text in sections, the allowed first"),
    pytest.param("Name,Display Name,Domain\nJane Doe,Lee Poe,acme.com\n", [JANE, ("Lee Poe", "acme.com")], OTHERS, id="two names"),
    pytest.param("acme.com:\ninitech.test\n", [JANE, BOB, MAX], [], id="a domain that looks like a heading"),
    pytest.param("success.com\n\nJane Reached, acme.com\n\nspam.io\n[dead.test]\n", [("Jane Doe", "success.com"), ("Jane Doe", "dead.test"), ("Jane Reached", "acme.com"), ("Max Doe", "spam.io")], OTHERS, id="names and domains with words of headings"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "suppressed", "served"), TABLES)
def test_a_table(
    tmp_path: Path, content: str, suppressed: list[tuple[str, str]], served: list[tuple[str, str]]
) -> None:
    (tmp_path / "list.csv").write_text(content, "utf-8")
    ran = program("suppress", "import", tmp_path / "list.csv")
    assert ran.returncode == 0, ran
    check(suppressed, served)


SAYING = [
    # (the column, cells that say "unsubscribed", that say the contrary, unclear ones)
    ("Unsubscribed", ["TRUE", "yes", "1", "x", "ja", "oui", "sí", "tak", "да", "はい", "✓", "2026-05-04"],
     ["FALSE", "No", "0", "nein", "non", "nie", "нет", "いいえ", "☐", "subscribed"], ["", "maybe", "-", "n/a", "?"]),
    ("Email Opt Out", ["true", "1.0", "opted out"], ["false", "0.0"], [""]),
    ("Unsubscribed At", ["2026-05-04 10:00:00"], ["FALSE"], [""]),
    ("Abgemeldet", ["WAHR", "J"], ["FALSCH", "N"], [""]),
    ("Désabonné", ["VRAI"], ["FAUX"], [""]),
    ("Do not contact", ["Y"], ["N"], ["call first"]),
    ("Subscribed", ["FALSE", "no", "unsubscribed"], ["TRUE"], [""]),
    ("Email status", ["unsubscribed"], ["subscribed"], ["active", "bounced", ""]),
    ("Marked as spam", ["yes"], [], ["no"]),
    ("Opt-in time", ["2020-01-01"], [], [""]),
    ("Unsubscribe reason", ["no", "none"], [], [""]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "yes", "no", "unclear"), SAYING, ids=[row[0] for row in SAYING])
def test_a_column_says_who_is_unsubscribed(
    tmp_path: Path, title: str, yes: list[str], no: list[str], unclear: list[str]
) -> None:
    cells = [*yes, *no, *unclear]
    with (tmp_path / "list.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["email", title])
        rows.writerows([f"p{number}@firm{number}.test", cell] for number, cell in enumerate(cells))
    ran = program("suppress", "import", tmp_path / "list.csv")
    assert (ran.returncode, ran.stdout) == (0, f"{len(yes) + len(unclear)} added\n"), ran
    assert ("not unsubscribed: left out" in ran.stderr) is bool(no)
    program("learn", *(f"p{number}@firm{number}.test" for number in range(len(cells))))
    learned = program("store", "export").stdout
    for number, cell in enumerate(cells):
        assert (f'"domain": "firm{number}.test"' in learned) is (cell in no), cell


# How far an entry reaches

REACH = [
    (("Jane Doe", "eu.acme.com"), [JANE, ("Jane Doe", "eu.acme.com"), ("Jane Doe", "hr.eu.acme.com")], [BOB]),
    (("Jane Doe", "acme.com"), [("Doe, J.", "eu.acme.com"), ("Jane Doe", "acme.de"), ("Jane Doe", "acme.co.uk")], [("Bob Jones", "acme.de"), ("Jane Doe", "acme-foods.com")]),
    (("jane.doe@eu.acme.com",), [JANE, ("Jane Doe", "acme.de")], [BOB]),
    (("jane.doe+x@acme.com",), [JANE, ("Jane Doe", "eu.acme.com")], [BOB]),
    (("acme.com",), [JANE, ("Jane Doe", "eu.acme.com")], [("Jane Doe", "acme.de")]),
    (("eu.acme.com",), [("Jane Doe", "eu.acme.com")], [JANE]),
    (("Jane Doe", "hp.com"), [("Jane Doe", "eu.hp.com")], [("Jane Doe", "hp.de")]),
    (("Anna-Lena Weber", "acme.com"), [("Lena Weber", "acme.com"), ("Anna Weber", "acme.com"), ("Annalena Weber", "acme.com")], [BOB]),
    (("Jean-Luc Martin", "acme.com"), [("Luc Martin", "acme.com")], [BOB]),
    (("Ian MacDonald", "acme.com"), [("Ian McDonald", "acme.com"), ("Ian Mc Donald", "acme.com"), ("Ian Mac Donald", "acme.com")], [("Ian Donaldson", "acme.com")]),
    (("Ian Mc Kenzie", "acme.com"), [("Ian Mackenzie", "acme.com"), ("McKenzie, I.", "acme.com")], [BOB]),
    (("Doe", "acme.com"), [JANE, ("Max Doe", "acme.com"), ("Doe-Smith, Ann", "acme.com")], [BOB]),
    (("van der Berg", "acme.com"), [("Jan van der Berg", "acme.com")], [("Jan Bergmann", "acme.com")]),
    (("Mc Donald", "acme.com"), [("Ian MacDonald", "acme.com")], [BOB]),
    (("Jane Doe", "jane.doe@acme.com"), [JANE], [BOB]),
    (("jane.doe@acme.com", "bob.jones@initech.test"), [JANE, ("Bob Jones", "initech.test")], OTHERS),
]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "suppressed", "served"), REACH, ids=[" ".join(row[0]) for row in REACH]
)
def test_how_far_an_entry_reaches(
    arguments: tuple[str, ...], suppressed: list[tuple[str, str]], served: list[tuple[str, str]]
) -> None:
    assert program("suppress", "add", *arguments).returncode == 0
    assert is_suppressed(*suppressed[0])
    check(suppressed, served)
    assert program("suppress", "remove", *arguments).returncode == 0
    check([], [*suppressed, *served])


def test_a_name_alone_is_said_to_be_everybodys(tmp_path: Path) -> None:
    ran = program("suppress", "add", "Doe", "acme.com")
    assert "everybody named Doe at acme.com" in ran.stderr
    (tmp_path / "list.csv").write_text("Surname,Domain\nDoe,initech.test\n", "utf-8")
    assert "everybody there who has it" in program("suppress", "import", tmp_path / "list.csv").stderr


@pytest.mark.parametrize(("answer", "is_added"), [("y", True), ("n", False)])
def test_a_name_alone_is_asked_about_on_a_terminal(tmp_path: Path, answer: str, *, is_added: bool) -> None:
    ours, theirs = pty.openpty()
    with (tmp_path / "out").open("w+b") as out:
        wait = start(
            "suppress", "add", "Doe", "acme.com",
            stdin=theirs, stdout=out.fileno(), stderr=out.fileno(),
            env={"GUESSMAIL_STORE": os.environ["GUESSMAIL_STORE"]},
        )  # fmt: skip
        os.write(ours, f"{answer}\n".encode())
        wait()
    os.close(ours)
    os.close(theirs)
    assert b"everybody named Doe" in (tmp_path / "out").read_bytes()
    assert is_suppressed(*JANE) is is_added


def test_related_domains_are_named_where_a_domain_does_not_cover_them() -> None:
    for address in ("a.lee@acme.test", "a.lee@eu.acme.com", "a.lee@initech.test"):
        program("learn", f"Ann Lee <{address}>")
    ran = program("suppress", "add", "acme.com")
    assert "Related, and not suppressed: acme.test." in ran.stderr
    ran = program("suppress", "import", "-", piped="eu.acme.com\n")
    assert "Related, and not suppressed: acme.test." in ran.stderr


def test_a_person_whose_address_is_an_entry_is_one_more(tmp_path: Path) -> None:
    program("learn", "Jane Doe <jane.doe@acme.com>")
    program("suppress", "add", "jane.doe@acme.com")
    assert "person  added" in program("suppress", "add", "Jane Doe", "acme.com").stdout
    program("suppress", "remove", "jane.doe@acme.com")
    check([JANE], [BOB])
    program("store", "export", "-o", tmp_path / "copy")
    program("suppress", "add", "jane.doe@acme.com")
    program("suppress", "remove", "Jane Doe", "acme.com")
    check([JANE], [BOB])


# Where else they are not

SHOWN = [
    ("Jane Doe <jane.doe@acme.com>", ("Jane Doe", "acme.com")),
    ("jane.doe@acme.com", ("Jane Doe", "acme.com")),
    ("jdoe@acme.com", ("Jane Doe", "acme.com")),
    ("J. Doe <x17@acme.com>", ("Jane Doe", "acme.com")),
    ("doejane@eu.acme.com", ("Jane Doe", "acme.com")),
    ("jane.doe@acme.com", ("jane.doe+news@acme.com",)),
    ("Jane Doe <x17@acme.com>", ("acme.com",)),
]


@pytest.mark.parametrize(("sample", "entry"), SHOWN, ids=[f"{row[0]}, {row[1][0]}" for row in SHOWN])
def test_nobody_on_the_list_is_learned_imported_or_shown(
    tmp_path: Path, sample: str, entry: tuple[str, ...]
) -> None:
    address = sample.rpartition("<")[2].strip(">")
    learned = ("learn", sample, "Bob Jones <bob.jones@acme.com>", "Ann Lee <alee@acme.com>")
    program(*learned)
    program("store", "export", "-o", tmp_path / "copy")
    program("suppress", "add", *entry)
    domain = address.rpartition("@")[2]
    for shown in (
        program("formats", domain),
        program("formats", domain, "--format", "json"),
        program("formats", "--evaluate"),
        program("guess", "Max Weber", "acme.de", "--no-mx", "--explain"),
        program("why", "bob.jones@acme.com", "--full"),
    ):
        assert shown.returncode == 0, shown
        assert address not in shown.stdout + shown.stderr
    program("forget", address)
    for command in (("learn",), ("outcome", "delivered")):
        assert "skipped: 1 address on your do-not-contact list" in program(*command, sample).stdout
    program("store", "import", tmp_path / "copy")
    assert b"jane" not in Path(os.environ["GUESSMAIL_STORE"]).read_bytes()
    assert address.encode() not in Path(os.environ["GUESSMAIL_STORE"]).read_bytes()


def test_a_stores_own_export_adds_nothing_twice(tmp_path: Path) -> None:
    for person in (BOB, MAX, BOB):
        program("guess", *person, "--no-mx")
    program("learn", "Bob Jones <bob.jones@acme.com>")
    for person in (BOB, MAX, BOB):
        program("guess", *person, "--no-mx")
    for kind in ("bounced", "delivered", "bounced"):
        program("outcome", kind, "ann.lee@acme.com")
    program("learn", "--company", "Acme=acme.com", "--source", "fair", "--referred-by", "Ann Lee")
    for entry in (("jane.doe@acme.com",), JANE, ("Doe", "acme.com"), ("initech.test",)):
        program("suppress", "add", *entry)
    program("store", "export", "-o", tmp_path / "copy")
    for _ in range(2):
        assert program("store", "import", tmp_path / "copy").stdout == "0 new\n"
    assert program("suppress", "import", tmp_path / "copy").stdout == "0 added\n"
    before = program("store", "export").stdout
    assert before == (tmp_path / "copy").read_text()
    os.environ["GUESSMAIL_STORE"] = str(tmp_path / "new.db")
    program("store", "import", tmp_path / "copy")
    assert program("store", "import", tmp_path / "copy").stdout == "0 new\n"
    assert program("store", "export").stdout == before


def test_an_entry_under_an_imported_key_counts(tmp_path: Path) -> None:
    program("suppress", "add", *JANE)
    program("store", "export", "-o", tmp_path / "copy")
    os.environ["GUESSMAIL_STORE"] = str(tmp_path / "new.db")
    program("suppress", "add", *MAX)
    program("suppress", "import", tmp_path / "copy")
    check([JANE, MAX, ("Jane Doe", "eu.acme.de")], [BOB])
    assert "already" in program("suppress", "add", *JANE).stdout
