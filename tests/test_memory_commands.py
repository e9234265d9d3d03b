"""The commands that work on the store: learn, why, outcome, suppress, forget, store."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from guessmail.cli.forget import forget
from guessmail.cli.learn import learn
from guessmail.cli.outcome import outcome
from guessmail.cli.store_command import store as store_command
from guessmail.cli.suppress import suppress
from guessmail.cli.why import why
from guessmail.errors import GuessmailError
from guessmail.names import Name, read_name
from guessmail.store import Offer, Store
from guessmail.suppression import SuppressionList

COMMANDS = {
    "learn": learn,
    "why": why,
    "outcome": outcome,
    "suppress": suppress,
    "forget": forget,
    "store": store_command,
}


class Ran(NamedTuple):
    out: str
    err: str
    status: int


class Shell:
    """Runs commands on one store, in this process; a `GuessmailError` becomes status 1 and text on stderr."""

    def __init__(self, folder: Path) -> None:
        self.store = folder / "store.db"

    def __call__(self, command: str, *arguments: object, piped: str | bytes = "", status: int = 0) -> Ran:
        environment = {"GUESSMAIL_STORE": str(self.store)}
        result = CliRunner().invoke(
            COMMANDS[command], list(map(str, arguments)), input=piped, env=environment
        )
        err = result.stderr
        if isinstance(result.exception, GuessmailError):
            err += str(result.exception)
        elif result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == status, (result.output, err)
        return Ran(result.stdout, err, result.exit_code)

    def open(self) -> Store:
        opened = Store.open(self.store, create=False)
        assert opened is not None
        return opened

    def known(self, domain: str = "example.com") -> list[str]:
        with self.open() as opened:
            return sorted(sample.address for sample in opened.samples(domain))


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(
        "name,email\nJane Doe,jane.doe@example.com\nBob Jones,bob.jones@example.com\nInfo,info@example.com\n"
        "Eve Example,eve@example.org\nJim Beam,jim@gmail.com\nJane Doe,jane.doe@example.com\nx,\n"
    )
    return path


PROCESS = """
import sys
from guessmail.errors import GuessmailError
from guessmail.cli import {module} as module
try:
    module.{name}()
except GuessmailError as error:
    print(error, file=sys.stderr)
    sys.exit(1)
"""


def process(shell: Shell, module: str, name: str, *arguments: object, piped: str = "") -> Ran:
    """Run a command as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PROCESS.format(module=module, name=name), *map(str, arguments)],
        input=piped,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "GUESSMAIL_STORE": str(shell.store)},
    )
    return Ran(done.stdout, done.stderr, done.returncode)


# learn


def test_learn_says_what_and_why_not(shell: Shell, people: Path) -> None:
    assert shell("learn", people).out == (
        "people.csv: 3 new\n"
        "  example.com  2\n"
        "  example.org  1\n"
        "  set aside: 1 addresses of a role, not of a person\n"
        "  set aside: 1 addresses at a mailbox provider, which show no company's format\n"
        "  set aside: 1 repeated in the same source\n"
        "  set aside: 1 without an address\n"
    )
    before = shell.store.read_bytes()
    assert shell("learn", people).out.startswith("people.csv: 0 new, 3 known already\n")
    assert len(shell.store.read_bytes()) == len(before)
    assert shell.known() == ["bob.jones@example.com", "jane.doe@example.com"]


def test_learn_as_a_process_from_a_pipe(shell: Shell) -> None:
    ran = process(shell, "learn", "learn", piped="Jane Doe <jane.doe@example.com>\nbob@example.com\n")
    assert ran == Ran("standard input: 2 new\n  example.com  2\n", "", 0)
    assert shell.known() == ["bob@example.com", "jane.doe@example.com"]


def test_learn_from_every_kind(shell: Shell, tmp_path: Path) -> None:
    contents = {
        "card.vcf": "BEGIN:VCARD\nVERSION:4.0\nFN:Ann Lee\nEMAIL:ann.lee@example.com\nEND:VCARD\n",
        "mail.mbox": "From x\nFrom: =?utf-8?q?J=C3=BCrgen_M=C3=BCller?= <jm@example.com>\n\nHi\n",
        "one.eml": "From: Sam Roe <sam.roe@example.com>\nTo: Kim Poe <kim.poe@example.com>\n\nHello\n",
        "names.txt": "Lou Moe <lou.moe@example.com>\n",
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
    repository = tmp_path / "project"
    identity = ["-c", "user.name=Gil Hub", "-c", "user.email=gil.hub@example.com"]
    for arguments in (
        ["init", "-q", str(repository)],
        [*identity, "-C", str(repository), "commit", "-qm", "x"],
    ):
        command = ["git", *arguments, *(["--allow-empty"] if "commit" in arguments else [])]
        subprocess.run(command, check=True, capture_output=True)
    shell("learn", *(tmp_path / name for name in contents), repository)
    with shell.open() as opened:
        samples = {sample.name: sample.source.split(",")[0] for sample in opened.samples("example.com")}
    assert samples == {
        "Ann Lee": "card.vcf",
        "Jürgen Müller": "mail.mbox",
        "Sam Roe": "one.eml",
        "Kim Poe": "one.eml",
        "Lou Moe": "names.txt",
        "Gil Hub": "project",
    }


def test_dry_run_leaves_everything_as_it_was(shell: Shell, people: Path) -> None:
    assert "people.csv: 3 new would be" in shell("learn", "--dry-run", people).out
    assert not shell.store.exists()
    shell("learn", people)
    people.write_text(people.read_text() + "Kim Poe,kim.poe@example.com\n")
    before = shell.store.read_bytes()
    dry = shell("learn", "--dry-run", people, "--company", "Acme=example.com").out
    assert dry.startswith("people.csv: 1 new would be, 3 known already\n")
    assert shell.store.read_bytes() == before


def test_learn_a_company(shell: Shell) -> None:
    assert (
        shell("learn", "--company", "Acme Corporation=Example.COM").out == "Acme Corporation: example.com\n"
    )
    with shell.open() as opened:
        assert [(one.name, one.domain) for one in opened.companies()] == [("Acme Corporation", "example.com")]


@pytest.mark.parametrize("text", ["Acme", "=example.com", "Acme=", "Acme=bad domain"])
def test_learn_a_company_wrongly(shell: Shell, text: str) -> None:
    assert shell("learn", "--company", text, status=1).err


def test_one_broken_source_does_not_keep_the_others(shell: Shell, people: Path, tmp_path: Path) -> None:
    ran = shell("learn", tmp_path / "none.csv", people, status=1)
    assert "none.csv cannot be read" in ran.err
    assert "people.csv: 3 new" in ran.out


def test_nothing_is_learned_of_those_to_leave_alone(shell: Shell, people: Path) -> None:
    shell("suppress", "add", "Doe, Jane", "example.com")
    shell("suppress", "add", "example.org")
    assert "set aside: 2 on the list of those to leave alone" in shell("learn", people).out
    assert shell.known() == ["bob.jones@example.com"]
    assert b"jane" not in shell.store.read_bytes().lower()


# why


@pytest.fixture
def offered(shell: Shell, people: Path) -> Shell:
    shell("learn", people, "--source", "trade fair list, May", "--referred-by", "Ann Example")
    with shell.open() as opened:
        for date in ("2026-05-04", "2026-06-01"):
            offer = Offer("kim.poe@example.com", "{first}.{last}", 0.614, "samples", 2)
            opened.record_run(date, {"top": 5}, [offer])
    return shell


def test_why_of_a_known_address(offered: Shell) -> None:
    words = offered("why", "Jane.Doe@example.com").out
    assert "is a known address" in words
    assert (
        "trade fair list, May (people.csv), referred by Ann Example, line 2, as the address of Jane Doe"
        in words
    )
    assert "There is no record that it was offered." in words
    assert "bob.jones" not in words


def test_why_of_a_guess(offered: Shell) -> None:
    words = offered("why", "kim.poe@example.com").out
    assert "was found in no source" in words
    assert "offered 2 times, from 2026-05-04 to 2026-06-01" in words
    assert (
        "by the pattern {first}.{last}, with a probability of 61%, from 2 known addresses at the domain"
        in words
    )
    assert "At example.com 2 other addresses are known, from:\n  - trade fair list, May (people.csv)" in words
    assert "jane" not in words
    assert "jane.doe@example.com (Jane Doe)" in offered("why", "--full", "kim.poe@example.com").out


def test_why_explains_a_guess_for_a_name(offered: Shell) -> None:
    words = offered("why", "--name", "Kim Poe", "kim.poe@example.com").out
    assert (
        "Today it would be offered as a guess by the pattern {first}.{last}, with a probability of " in words
    )
    assert "from 2 known addresses at the domain" in words


def test_why_as_json(offered: Shell) -> None:
    data = json.loads(offered("why", "--format", "json", "kim.poe@example.com").out)
    assert data["known"] == []
    assert [each["date"] for each in data["offered"]] == ["2026-05-04", "2026-06-01"]
    assert data["samples"]["addresses"] == 2
    assert "known" not in data["samples"]
    assert (data["outcome"], data["suppressed"]) == (None, False)
    full = json.loads(offered("why", "--full", "--format", "json", "kim.poe@example.com").out)
    assert {each["name"] for each in full["samples"]["known"]} == {"Jane Doe", "Bob Jones"}


def test_why_without_a_store(shell: Shell) -> None:
    assert "was found in no source" in shell("why", "jane.doe@example.com").out
    assert not shell.store.exists()


def test_why_tells_outcome_and_suppression(offered: Shell) -> None:
    offered("outcome", "bounced", "kim.poe@example.com")
    offered("suppress", "add", "Kim Poe", "example.com")
    words = offered("why", "kim.poe@example.com", "--name", "Poe, Kim").out
    assert "Today" not in words
    assert "came back as undeliverable" in words
    assert "on the list of those to leave alone" in words


# outcome


REPORT = """From x
From: mailer-daemon@example.org
Content-Type: multipart/report; report-type=delivery-status; boundary=x

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; jane.doe@example.com
Action: failed
Status: 5.1.1

Final-Recipient: rfc822; full@example.com
Action: failed
Status: 5.2.2

--x--
"""


def test_outcomes_from_messages_tables_and_arguments(shell: Shell, people: Path, tmp_path: Path) -> None:
    shell("learn", people)
    (tmp_path / "bounces.mbox").write_text(REPORT)
    (tmp_path / "report.csv").write_text(
        "recipient,event\nkim@example.com,bounced\neve@example.com,delivered\n"
    )
    ran = shell("outcome", "bounced", tmp_path / "bounces.mbox", tmp_path / "report.csv", "lou@example.com")
    assert ran.out == (
        "3 bounced\n"
        "  set aside: 1 reports that do not say whether the address exists\n"
        "  set aside: 1 reports that say the opposite\n"
    )
    shell("outcome", "delivered", "Eve Example <eve@example.com>")
    with shell.open() as opened:
        assert {local: str(one.kind) for local, one in opened.outcomes_at("example.com").items()} == {
            **dict.fromkeys(("jane.doe", "kim", "lou"), "bounced"),
            "eve": "delivered",
        }
    assert shell.known() == ["bob.jones@example.com", "eve@example.com"]
    assert (
        shell("outcome", "undo", "jane.doe@example.com", "x@example.com").out
        == "1 taken back, 1 had no outcome\n"
    )
    assert shell.known() == ["bob.jones@example.com", "eve@example.com", "jane.doe@example.com"]


def test_an_outcome_needs_an_address(shell: Shell) -> None:
    assert "is no e-mail address" in shell("outcome", "bounced", "jane", status=1).err
    assert shell("outcome", "undo", "jane@example.com").out == "0 taken back, 1 had no outcome\n"


# suppress


@pytest.mark.parametrize(
    "written", ["Jane Doe", "Doe, Jane", "JANE DOE", "Dr. Jane A. Doe", "doe jane", "J. Doe"]
)
def test_a_suppressed_person_is_found_however_written(shell: Shell, written: str) -> None:
    assert shell("suppress", "add", "Jane Doe", "example.com").out == "1  person  added\n"
    name = read_name(written)
    assert isinstance(name, Name)
    with shell.open() as opened:
        assert SuppressionList(opened).is_suppressed(name, "example.com", ())
    files = b"".join(file.read_bytes().lower() for file in shell.store.parent.iterdir() if file.is_file())
    assert [word for word in (b"jane", b"doe", b"example") if word in files] == []


def test_the_list_is_shown_and_shortened(shell: Shell) -> None:
    assert shell("suppress", "list").out == ""
    shell("suppress", "add", "Jane Doe", "example.com", "--note", "asked on the phone")
    shell("suppress", "add", "Bob Jones <bob.jones@example.com>")
    shell("suppress", "add", "example.org")
    rows = [json.loads(line) for line in shell("suppress", "list", "--format", "jsonl").out.splitlines()]
    assert [(row["id"], row["kind"], row["note"]) for row in rows] == [
        (1, "person", "asked on the phone"),
        (2, "address", ""),
        (3, "person", ""),
        (4, "domain", ""),
    ]
    assert "is on the list already" in shell("suppress", "add", "Doe, Jane", "example.com").out
    assert shell("suppress", "remove", "JANE DOE", "example.com").out == "1 removed\n"
    assert shell("suppress", "remove", "4").out == "4 removed\n"
    assert "not on the list" in shell("suppress", "remove", "4", status=1).err
    assert "not on the list" in shell("suppress", "remove", "Jane Doe", "example.com", status=1).err
    assert len(shell("suppress", "list").out.splitlines()) == 2


def test_suppress_tells_of_samples(shell: Shell, people: Path) -> None:
    shell("learn", people)
    assert "samples of it (1)" in shell("suppress", "add", "Jane Doe", "example.com").err
    assert "samples of it (1)" in shell("suppress", "add", "bob.jones@example.com").err


@pytest.mark.parametrize(
    ("who", "message"),
    [
        ("Jane Doe", "say where"),
        ("jane@", "no e-mail address"),
        ("12345", "say where"),
        ("co.uk", "say where"),
    ],
)
def test_suppress_needs_to_know_whom(shell: Shell, who: str, message: str) -> None:
    assert message in shell("suppress", "add", who, status=1).err


@pytest.mark.parametrize(
    ("content", "added"),
    [
        ("jane.doe@example.com\ninfo@example.com\njim@gmail.com\nexample.org\nnonsense\n", 4),
        ("name,email\nJane Doe,jane.doe@example.com\n", 2),
        ("name,domain\nJane Doe,example.com\n,example.org\nBob,\n", 2),
        ("BEGIN:VCARD\nFN:Jane Doe\nEMAIL:jane.doe@example.com\nEND:VCARD\n", 2),
    ],
    ids=["lines", "addresses", "people", "cards"],
)
def test_import_of_opt_outs(shell: Shell, tmp_path: Path, content: str, added: int) -> None:
    (tmp_path / "opt-outs").write_text(content)
    assert shell("suppress", "import", tmp_path / "opt-outs").out.startswith(f"{added} added\n")
    assert shell("suppress", "import", tmp_path / "opt-outs").out.startswith("0 added\n")


# forget, export, import, purge


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["jane.doe@example.com"], ["bob.jones@example.com"]),
        (["Doe, Jane", "example.com"], ["bob.jones@example.com"]),
        (["example.com"], []),
        (["Kim Poe", "example.com"], ["bob.jones@example.com", "jane.doe@example.com"]),
    ],
)
def test_forget_leaves_no_trace_but_the_suppression(
    offered: Shell, arguments: list[str], left: list[str]
) -> None:
    offered("outcome", "delivered", "jane.doe@example.com")
    offered("suppress", "add", "Jane Doe", "example.com")
    assert "removed" in offered("forget", *arguments).out
    assert offered.known() == left
    assert (b"jane" in offered.store.read_bytes().lower()) is ("jane.doe@example.com" in left)
    assert len(offered("suppress", "list").out.splitlines()) == 1
    assert offered("forget", *arguments).out == "Nothing was known of it.\n"


def test_forget_a_guess(offered: Shell) -> None:
    assert offered("forget", "Kim Poe", "example.com").out == "2 records of offers removed\n"
    assert "no record that it was offered" in offered("why", "kim.poe@example.com").out


def test_export_and_import_on_a_new_computer(offered: Shell, tmp_path: Path) -> None:
    offered("suppress", "add", "Jane Doe", "example.com")
    offered("learn", "--company", "Acme=example.com")
    offered("outcome", "bounced", "bob.jones@example.com")
    offered("store", "export", "-o", tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    assert "is there already" in offered("store", "export", "-o", tmp_path / "copy", status=1).err
    other = Shell(tmp_path / "other")
    other("suppress", "add", "Kim Poe", "example.com")
    assert other("store", "import", tmp_path / "copy").out != "0 new\n"
    assert other("store", "import", tmp_path / "copy").out == "0 new\n"
    for people in (("Jane Doe", "example.com"), ("Kim Poe", "example.com")):
        assert "already" in other("suppress", "add", *people).out
    assert other.known() == offered.known() == ["jane.doe@example.com"]
    assert other("why", "kim.poe@example.com").out == offered("why", "kim.poe@example.com").out


def test_import_of_suppressions_alone(offered: Shell, tmp_path: Path) -> None:
    offered("suppress", "add", "Jane Doe", "example.com")
    offered("store", "export", "-o", tmp_path / "copy")
    other = Shell(tmp_path / "other")
    assert other("suppress", "import", tmp_path / "copy").out == "1 added\n"
    assert other.known() == []


@pytest.mark.parametrize("content", ["", "{}", '{"guessmail": "store", "format": 9}', "x\n"])
def test_import_of_what_is_no_export(shell: Shell, tmp_path: Path, content: str) -> None:
    (tmp_path / "copy").write_text(content)
    assert shell("store", "import", tmp_path / "copy", status=1).err


def test_a_broken_import_changes_nothing(offered: Shell, tmp_path: Path) -> None:
    lines = offered("store", "export").out.splitlines()
    (tmp_path / "copy").write_text("\n".join([*lines[:4], '{"table": "sample", "domain"']))
    other = Shell(tmp_path / "other")
    assert "broken" in other("store", "import", tmp_path / "copy", status=1).err
    assert other.known() == []


def test_export_of_a_damaged_store_saves_what_can_be_read(shell: Shell, tmp_path: Path) -> None:
    lines = "".join(f"Person {n} <person.{n}@d{n}.example>\n" for n in range(5000))
    shell("learn", "-", piped=lines)
    with shell.open() as opened:
        (root,) = opened.database.rows("SELECT rootpage FROM sqlite_master WHERE name = 'sample'")[0]
    content = bytearray(shell.store.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    assert middle // 4096 > root
    content[middle : middle + 8192] = b"\xee" * 8192
    shell.store.write_bytes(content)
    ran = shell("store", "export", "-o", tmp_path / "copy", status=1)
    assert "damaged; what could be read was saved" in ran.err
    assert shell.store.read_bytes() == content
    saved = {
        row["local"]
        for row in map(json.loads, (tmp_path / "copy").read_text().splitlines())
        if "local" in row
    }
    assert 4000 < len(saved) < 5000


def test_purge(offered: Shell) -> None:
    offered("suppress", "add", "Jane Doe", "example.com")
    assert offered("store", "purge", "--older-than", "1y").out.startswith("0 samples, 0 outcomes, ")
    assert "--older-than takes" in offered("store", "purge", "--older-than", "soon", status=1).err
    assert "Say what goes" in offered("store", "purge", status=1).err
    offered("store", "purge", "--all", piped="n\n", status=1)
    assert offered.known()
    assert offered("store", "purge", "--all", "--yes").out.startswith("3 samples, ")
    assert offered.known() == []
    assert len(offered("suppress", "list").out.splitlines()) == 1


def test_path(shell: Shell) -> None:
    assert shell("store", "path").out == f"{shell.store}\n"
    assert shell("store", "path", "--store", "/a/b").out == "/a/b\n"


def test_no_names_in_messages_of_faults(shell: Shell, people: Path) -> None:
    shell("learn", people)
    content = shell.store.read_bytes()
    shell.store.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    for module, name, arguments in (
        ("learn", "learn", [people]),
        ("why", "why", ["jane.doe@example.com"]),
        ("suppress", "suppress", ["add", "Jane Doe", "example.com"]),
        ("forget", "forget", ["Jane Doe", "example.com"]),
    ):
        ran = process(shell, module, name, *arguments)
        assert (ran.status, "damaged" in ran.err) == (1, True)
        assert "jane" not in (ran.out + ran.err).lower()
